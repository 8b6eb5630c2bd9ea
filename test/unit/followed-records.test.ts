import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type FollowedRecords, followRecords } from "../../src/background/followed-records";

const { session, local } = fakeBrowser.storage;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.stubGlobal("chrome", fakeBrowser);
});

/** Watches them, and forgets that they were read anew. */
async function watch(records: FollowedRecords) {
  const changed = vi.fn();
  await new Promise<void>((resolve) => {
    changed.mockImplementationOnce(resolve);
    records.watch(changed);
  });
  changed.mockClear();
  return changed;
}

describe("records that are followed", () => {
  it("are as they were written", async () => {
    await session.set({ running: 1, another: 1 });
    await local.set({ results: 2, another: 2 });
    const records = await followRecords(["running", "results"]);
    expect(records.current()).toEqual({ session: { running: 1 }, local: { results: 2 } });
  });

  it("are as the browser tells that they have become, each in its own storage", async () => {
    await session.set({ running: 1 });
    const records = await followRecords(["running", "results"]);
    const changed = await watch(records);
    await local.set({ results: 2 });
    await session.set({ results: 3 });
    await session.remove("running");
    expect(records.current().session.running ?? null).toBeNull();
    expect(records.current()).toMatchObject({ session: { results: 3 }, local: { results: 2 } });
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it("are not touched by what happens to others", async () => {
    const records = await followRecords(["running"]);
    const changed = await watch(records);
    await session.set({ another: 1 });
    expect(changed).not.toHaveBeenCalled();
    expect(records.current()).toEqual({ session: {}, local: {} });
  });

  it("are told of once they are watched, also what has changed before", async () => {
    const records = await followRecords(["running"]);
    await session.set({ running: 1 });
    expect(records.current().session).toEqual({});
    await new Promise<void>((resolve) => records.watch(resolve));
    expect(records.current().session).toEqual({ running: 1 });
  });

  it("are never older than what was told while they were read", async () => {
    await session.set({ running: 1 });
    const records = await followRecords(["running"]);
    const read = session.get.bind(session);
    vi.spyOn(session, "get").mockImplementationOnce((async (keys: string[]) => {
      const old = await read(keys);
      await session.remove("running");
      return old;
    }) as typeof read);
    await watch(records);
    await records.read();
    expect(records.current().session.running).toBeUndefined();
  });

  it.each(["session", "local"] as const)(
    "are what was told of them where the %s storage cannot be read",
    async (area) => {
      await session.set({ running: 1 });
      await local.set({ running: 1 });
      vi.spyOn(fakeBrowser.storage[area], "get").mockRejectedValue(new Error("Broken."));
      const records = await followRecords(["running"]);
      expect(records.current()).toEqual({ session: { running: 1 }, local: { running: 1 }, [area]: {} });
      await watch(records);
      await fakeBrowser.storage[area].set({ running: 2 });
      await records.read();
      expect(records.current()[area]).toEqual({ running: 2 });
    },
  );

  it("can be asked for before the browser tells", async () => {
    const records = await followRecords(["running"]);
    vi.spyOn(session, "get").mockResolvedValueOnce({ running: 1 } as never);
    await records.read();
    expect(records.current().session.running).toBe(1);
  });
});
