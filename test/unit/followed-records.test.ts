import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { followRecords } from "../../src/background/followed-records";

const { session, local } = fakeBrowser.storage;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.stubGlobal("chrome", fakeBrowser);
});

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
    const changed = vi.fn();
    records.watch(changed);
    await local.set({ results: 2 });
    await session.set({ results: 3 });
    await session.remove("running");
    expect(records.current().session.running ?? null).toBeNull();
    expect(records.current()).toMatchObject({ session: { results: 3 }, local: { results: 2 } });
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it("are not touched by what happens to others", async () => {
    const records = await followRecords(["running"]);
    const changed = vi.fn();
    records.watch(changed);
    await session.set({ another: 1 });
    expect(changed).not.toHaveBeenCalled();
    expect(records.current()).toEqual({ session: {}, local: {} });
  });

  it("are never older than what was told while they were read", async () => {
    await session.set({ running: 1 });
    const read = session.get.bind(session);
    vi.spyOn(session, "get").mockImplementationOnce((async (keys: string[]) => {
      const old = await read(keys);
      await session.remove("running");
      return old;
    }) as typeof read);
    const records = await followRecords(["running"]);
    expect(records.current().session.running).toBeUndefined();
  });

  it("can be asked for before the browser tells", async () => {
    const records = await followRecords(["running"]);
    vi.spyOn(session, "get").mockResolvedValueOnce({ running: 1 } as never);
    await records.read();
    expect(records.current().session.running).toBe(1);
  });
});
