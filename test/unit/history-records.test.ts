import { fakeBrowser } from "@webext-core/fake-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { concludeFailure } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import type { SawLook } from "../../src/audit/saw";
import { endCheck } from "../../src/background/end-check";
import {
  deleteCheck,
  deleteHistory,
  deleteUnreadable,
  importHistory,
  logCheck,
  readHistory,
} from "../../src/background/history-records";
import { readLooks, readResults } from "../../src/background/records";
import { looksKey, runningKey } from "../../src/background/subject";
import { writeExport } from "../../src/history/export-file";
import { mostChecks } from "../../src/history/log";
import { logged } from "./logged-checks";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));

const { local, session } = fakeBrowser.storage;
const regular = { site: "site", context: "regular" } as const;
const result = concludeFailure("site", [], causeOf("sign-in-page"), 1000);
const checked = { result, looks: [], close: async () => undefined };
const times = async () => (await readHistory()).checks.map(({ time }) => time);

/** Lets nothing be written that is larger than this, as a full storage does. */
function limit(most: number, failure = "QUOTA_BYTES quota exceeded"): void {
  const set = local.set.bind(local);
  vi.spyOn(local, "set").mockImplementation(async (items) => {
    const size = JSON.stringify({ ...(await local.get()), ...items }).length;
    if (size > most) throw new Error(failure);
    await set(items);
  });
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe("the log on the disk", () => {
  it("takes writes in turn: none is lost", async () => {
    await Promise.all([1, 2, 3, 4, 5].map((time) => logCheck({ check: logged({ time }) })));
    await Promise.all([
      deleteCheck({ site: "site", account: "ada", time: 2 }),
      logCheck({ check: logged({ time: 6 }) }),
      deleteCheck({ site: "site", account: "ada", time: 4 }),
      importHistory(writeExport([logged({ time: 7 }), logged({ time: 1 })], true, 1)),
    ]);
    expect(await times()).toEqual([7, 6, 5, 3, 1]);
  });

  it("deletes one account's check and not another's of the same moment", async () => {
    await logCheck({ check: logged({ time: 1 }) });
    await logCheck({ check: logged({ time: 1, account: "bob" }) });
    await deleteCheck({ site: "site", account: "bob", time: 1 });
    expect((await readHistory()).checks.map(({ account }) => account)).toEqual(["ada"]);
  });

  const damages: [string, unknown, number][] = [
    ["half-written entries", [{ version: 1, time: 1 }, logged({ time: 2 }), "x"], 2],
    ["entries of a later version", [{ ...logged({ time: 1 }), version: 2 }, logged({ time: 2 })], 1],
    ["something that is no list", { checks: "garbage" }, 1],
    ["an empty text", "", 1],
  ];
  const damaged = damages.flatMap(([name, stored, unreadable]) => [
    { name, key: "history:checks", stored, unreadable },
    { name, key: "history:recent", stored, unreadable },
    ...(Array.isArray(stored)
      ? [{ name, key: "history:recent", stored: { checks: stored, room: 5 }, unreadable }]
      : []),
  ]);
  it.each(damaged)("sets aside $name under $key, says how many, and goes on", async ({ key, stored, unreadable }) => {
    await local.set({ [key]: stored });
    expect((await readHistory()).unreadable).toBe(unreadable);
    await logCheck({ check: logged({ time: 3 }) });
    expect(await times()).toContain(3);
    expect((await readHistory()).unreadable).toBe(unreadable);
    await deleteCheck({ site: "site", account: "ada", time: 2 });
    expect((await readHistory()).unreadable).toBe(unreadable);
    expect(await local.get("history:set-aside")).toHaveProperty("history:set-aside.entries");
    await deleteUnreadable();
    expect(await readHistory()).toMatchObject({ unreadable: 0 });
    expect(await times()).toContain(3);
  });

  it("keeps no more aside than there is room for, and counts the rest", async () => {
    const large = Array.from({ length: 10 }, () => "x".repeat(50_000));
    await local.set({ "history:checks": large });
    await deleteCheck({ site: "site", account: "ada", time: 1 });
    await logCheck({ check: logged({ time: 2 }) });
    expect((await readHistory()).unreadable).toBe(10);
    expect(JSON.stringify(await local.get("history:set-aside")).length).toBeLessThan(210_000);
  });

  it("takes up again what a version that did not know it has set aside", async () => {
    await local.set({ "history:set-aside": { entries: [logged({ time: 9 })], tooLarge: 0 } });
    expect(await readHistory()).toMatchObject({ checks: [logged({ time: 9 })], unreadable: 0 });
  });

  it("is gone when all is deleted, also what could not be read", async () => {
    await local.set({
      "history:checks": ["garbage", logged({})],
      "history:recent": { checks: [logged({})], room: 1 },
      other: 1,
    });
    await deleteHistory();
    expect(await local.get()).toEqual({ other: 1 });
  });

  it("writes all of it but rarely, and loses and repeats none", async () => {
    const all = Array.from({ length: 40 }, (_, index) => index + 1);
    const set = vi.spyOn(local, "set");
    for (const time of all) await logCheck({ check: logged({ time }) });
    expect(await times()).toEqual(all.toReversed());
    expect(set.mock.calls.filter(([items]) => "history:checks" in items)).toHaveLength(4);
  });

  it("holds so many checks and no more, wherever they lie: the oldest go", async () => {
    const old = Array.from({ length: mostChecks }, (_, index) => logged({ time: index + 1 }));
    expect(await importHistory(writeExport(old, true, 1))).toMatchObject({ added: mostChecks });
    for (let time = 1001; time <= 1025; time += 1) {
      await logCheck({ check: logged({ time }) });
      const stored = JSON.stringify(await local.get()).split('"asOf"').length - 1;
      expect(stored).toBeLessThanOrEqual(mostChecks);
      expect(stored).toBeGreaterThanOrEqual(mostChecks - 10);
    }
    expect((await times()).slice(24, 26)).toEqual([1001, mostChecks]);
  });

  it("comes back after export and deletion, and not twice", async () => {
    for (const time of [1, 2, 3]) await logCheck({ check: logged({ time }) });
    const { checks } = await readHistory();
    const text = writeExport(checks, true, 10);
    await deleteHistory();
    expect(await importHistory(text)).toEqual({ outcome: "merged", added: 3, known: 0, leftOut: 0 });
    expect(await importHistory(text)).toEqual({ outcome: "merged", added: 0, known: 3, leftOut: 0 });
    // What comes from a file is somebody's word, and marked.
    expect((await readHistory()).checks).toEqual(checks.map((check) => ({ ...check, imported: true })));
  });

  it.each(["garbage", writeExport([logged({ time: 2 })], true, 1).slice(0, -9)])(
    "is left as it is by a file that is refused",
    async (text) => {
      await logCheck({ check: logged({}) });
      const before = await local.get();
      expect(await importHistory(text)).toMatchObject({ outcome: "refused" });
      expect(await local.get()).toEqual(before);
    },
  );
});

describe("a full storage", () => {
  it("lets the oldest checks go for a new one, and says how many", async () => {
    for (let time = 1; time <= 20; time += 1) await logCheck({ check: logged({ time }) });
    limit(JSON.stringify(await local.get()).length + 50);
    await logCheck({ check: logged({ time: 21 }) });
    const { checks, crowdedOut } = await readHistory();
    expect(checks[0]?.time).toBe(21);
    expect(crowdedOut).toBeGreaterThan(0);
    expect(checks.length + crowdedOut).toBe(21);
  });

  it("lets the oldest checks go for a result", async () => {
    for (let time = 1; time <= 20; time += 1) await logCheck({ check: logged({ time }) });
    limit(JSON.stringify(await local.get()).length + 50);
    await endCheck(regular, checked, []);
    expect((await readResults(regular))?.latest).toEqual(result);
    expect((await readHistory()).crowdedOut).toBeGreaterThan(0);
    expect(await session.get()).toEqual({ [looksKey(regular)]: [] });
  });

  it("lets nothing go for an import: that is refused", async () => {
    await logCheck({ check: logged({}) });
    const before = await local.get();
    limit(JSON.stringify(before).length + 50);
    const text = writeExport([logged({ time: 2 }), logged({ time: 3 })], true, 1);
    expect(await importHistory(text)).toEqual({ outcome: "refused", refusal: "no-room" });
    expect(await local.get()).toEqual(before);
  });

  it.each([
    ["full beyond help", "QUOTA_BYTES quota exceeded"],
    ["broken", "IO error"],
  ])("still answers where it is %s, from memory", async (_name, failure) => {
    limit(0, failure);
    await endCheck(regular, checked, []);
    expect((await readResults(regular))?.latest).toEqual(result);
  });

  it("loses no check over a failure that is not its being full", async () => {
    for (let time = 1; time <= 20; time += 1) await logCheck({ check: logged({ time }) });
    limit(0, "IO error");
    await endCheck(regular, checked, []);
    expect(await times()).toHaveLength(20);
  });
});

describe("the end of a check", () => {
  it("is logged, also of one that failed", async () => {
    await endCheck(regular, checked, []);
    expect((await readHistory()).checks).toMatchObject([{ failure: "signed-out", asOf: 1000 }]);
  });

  it("in a private window leaves nothing on the disk", async () => {
    await endCheck({ site: "site", context: "private" }, checked, []);
    expect(await local.get()).toEqual({});
    expect(await readHistory()).toMatchObject({ checks: [] });
  });

  const look: SawLook = { visit: "one", way: "first", steadyFor: 5, isLast: false, saw: { page: { boxes: [] } } };

  it.each(["regular", "private"] as const)("keeps what it saw in memory alone, in a %s window", async (context) => {
    const subject = { site: "site", context };
    await endCheck(subject, { ...checked, looks: [look] }, []);
    expect(await readLooks(subject)).toEqual([look]);
    expect(JSON.stringify(await local.get())).not.toContain("steadyFor");
    await endCheck(subject, checked, []);
    expect(await readLooks(subject)).toEqual([]);
  });

  it("keeps its result where what it saw finds no room", async () => {
    const set = session.set.bind(session);
    vi.spyOn(session, "set").mockImplementation(async (items) => {
      if (looksKey(regular) in items) throw new Error("QUOTA_BYTES quota exceeded");
      await set(items);
    });
    await endCheck(regular, { ...checked, looks: [look] }, []);
    expect((await readResults(regular))?.latest).toEqual(result);
    expect(await readLooks(regular)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["no list", {}],
    ["a look in another way", [{ ...look, way: "sideways" }]],
    ["a look at nothing", [{ ...look, saw: null }]],
    ["a look that does not say how long", [{ ...look, steadyFor: undefined }]],
  ])("knows nothing of what it saw where that is %s", async (_name, looks) => {
    await session.set({ [looksKey(regular)]: looks });
    expect(await readLooks(regular)).toEqual([]);
  });

  it("keeps its result when the log cannot be read", async () => {
    const get = local.get.bind(local);
    const broken = async (keys?: string | string[] | null) => {
      if (JSON.stringify(keys)?.includes("history")) throw new Error("broken");
      return get(keys);
    };
    vi.spyOn(local, "get").mockImplementation(broken as typeof get);
    await endCheck(regular, checked, []);
    expect((await readResults(regular))?.latest).toEqual(result);
    expect(await session.get()).toEqual({ [looksKey(regular)]: [] });
  });

  it("keeps its result when the one before it cannot be read", async () => {
    vi.spyOn(local, "get").mockRejectedValue(new Error("broken"));
    await endCheck(regular, checked, []);
    vi.mocked(local.get).mockRestore();
    expect((await readResults(regular))?.latest).toEqual(result);
  });

  it("is told of though the disk refuses to forget its tab", async () => {
    const refused = vi.spyOn(local, "remove").mockRejectedValue(new Error("broken"));
    await session.set({ [runningKey(regular)]: "running" });
    await endCheck(regular, checked, []);
    expect(refused).toHaveBeenCalled();
    expect((await readResults(regular))?.latest).toEqual(result);
    expect(await session.get(runningKey(regular))).toEqual({});
  });

  it("closes its tab once, and is over when that is gone", async () => {
    const key = runningKey(regular);
    await session.set({ [key]: "running" });
    const close = vi.fn(async () => {
      // The browser takes its time.
      await new Promise((resolve) => setImmediate(resolve));
      expect(await session.get(key)).toEqual({ [key]: "running" });
    });
    await endCheck(regular, { ...checked, close }, []);
    expect(close).toHaveBeenCalledOnce();
    expect(await session.get(key)).toEqual({});
  });
});
