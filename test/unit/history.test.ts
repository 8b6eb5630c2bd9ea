import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { findStillOpen, learn, traceChanges, whatChanged } from "../../src/history/changes";
import { addMonths, isDue } from "../../src/history/due";
import { ExportFile, type ImportRefusal, largestFile, readExport, writeExport } from "../../src/history/export-file";
import { accountsIn, merge, mostChecks, sortStored } from "../../src/history/log";
import { type LoggedCheck, toLog } from "../../src/history/logged-check";
import { noReminder, remindAfter } from "../../src/history/reminder";
import { failed, logged } from "./logged-checks";

describe("what the log keeps of a check", () => {
  it("is all but the readings and the account of a change", () => {
    const result = {
      version: 1,
      site: "site",
      account: "ada",
      source: "fresh-load",
      asOf: 900.5,
      failure: null,
      findings: [
        {
          setting: "site.phone",
          verdict: "protected",
          state: "off",
          readings: [{ strength: "strong", witness: "page", says: "off" }],
        },
      ],
      numberOnFile: { answer: "yes" },
    } as const;
    const change = { setting: "site.phone", account: "ada", from: "on", to: "off", at: 950, failure: null };
    expect(
      toLog(
        { ...result, findings: [...result.findings].map((f) => ({ ...f, readings: [...f.readings] })) },
        [change],
        1000,
      ),
    ).toEqual(
      logged({
        time: 1000,
        asOf: 901,
        phone: "off",
        change: { setting: "site.phone", from: "on", to: "off", failure: null },
      }),
    );
  });
});

describe("the log", () => {
  it("is the newest first, whatever came in when", () => {
    const { checks } = merge([logged({ time: 2 })], [logged({ time: 3 }), logged({ time: 1 })]);
    expect(checks.map(({ time }) => time)).toEqual([3, 2, 1]);
  });

  it(`holds ${mostChecks}: the oldest go`, () => {
    const full = Array.from({ length: mostChecks }, (_, time) => logged({ time: time + 1 }));
    const merged = merge(full, [logged({ time: 5000 }), logged({ time: 0 })]);
    expect(merged.checks).toHaveLength(mostChecks);
    expect(merged.checks[0]?.time).toBe(5000);
    expect(merged.checks.at(-1)?.time).toBe(2);
    expect(merged).toMatchObject({ added: 1, known: 0, leftOut: 2 });
  });

  it.each([
    ["itself", {}, 1],
    ["itself without the name", { account: null }, 1],
    ["another account in the same moment", { account: "bob" }, 2],
    ["another site in the same moment", { site: "other" }, 2],
    ["another moment", { time: 2 }, 2],
  ])("adds a check to one and has, for %s, as many as there are", (_name, changes, count) => {
    const known = [logged({ time: 1 })];
    const once = merge(known, [logged({ time: 1, ...changes })]);
    expect(once.checks).toHaveLength(count);
    const twice = merge(once.checks, [logged({ time: 1, ...changes })]);
    expect(twice).toMatchObject({ checks: once.checks, added: 0, known: 1 });
  });

  it("keeps accounts apart", () => {
    const checks = [
      logged({ account: "ada", time: 3 }),
      logged({ account: "bob", time: 2 }),
      logged({ account: "ada", time: 1 }),
    ];
    expect(accountsIn(checks)).toEqual([
      { site: "site", account: "ada" },
      { site: "site", account: "bob" },
    ]);
  });

  it.each<[string, unknown]>([
    ["a half-written check", { version: 1, time: 1, site: "site" }],
    ["a later version", { ...logged({}), version: 2 }],
    ["a verdict that does not exist", { ...logged({}), findings: [{ setting: "site.phone", verdict: "fine" }] }],
    ["a time out of any calendar", { ...logged({}), time: 1e300 }],
    ["no object at all", "garbage"],
    ["nothing", null],
  ])("sets aside %s and reads the rest", (_name, damaged) => {
    const good = logged({ time: 7 });
    expect(sortStored([damaged, good])).toEqual({ checks: [good], unreadable: [damaged] });
  });
});

describe("what changed", () => {
  const known = (...checks: LoggedCheck[]) => checks.reduce(learn, new Map());

  it.each([
    ["off and off", "off", "off", []],
    ["off and on", "off", "on", ["opened"]],
    ["on and off", "on", "off", ["closed"]],
    ["off and not known", "off", null, []],
    ["not known and on", null, "on", []],
  ] as const)("between %s", (_name, before, now, kinds) => {
    const changes = whatChanged(known(logged({ time: 1, phone: before })), logged({ time: 2, phone: now }));
    expect(changes.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("is told since the last check that could tell, over failed and unknown ones", () => {
    const earlier = known(logged({ time: 1, phone: "off" }), failed({ time: 2 }), logged({ time: 3, phone: null }));
    expect(whatChanged(earlier, logged({ time: 4, phone: "on" }))).toEqual([
      {
        setting: "site.phone",
        kind: "opened",
        before: { state: "off", isPrivate: true, time: 1, asOf: 1 },
        now: { state: "on", isPrivate: false, time: 4, asOf: 4 },
        isOwn: false,
      },
    ]);
  });

  it("is not told by a tab that is older than the last check", () => {
    const stale = logged({ time: 3, asOf: 1, source: "open-tab", phone: "on" });
    expect(whatChanged(known(logged({ time: 2, phone: "off" })), stale)).toEqual([]);
    const newer = logged({ time: 3, asOf: 3, source: "open-tab", phone: "on" });
    expect(whatChanged(known(logged({ time: 2, phone: "off" })), newer)).toHaveLength(1);
  });

  it("is no change of the switch when a number was added", () => {
    const dormant = logged({ time: 1, phone: "on", verdict: "dormant" });
    expect(whatChanged(known(dormant), logged({ time: 2, phone: "on" }))).toEqual([]);
  });

  it("is told of each account on its own, and never of checks without a name", () => {
    const checks = [
      logged({ time: 4, account: "ada", phone: "on" }),
      logged({ time: 3, account: "bob", phone: "on" }),
      logged({ time: 2, account: "bob", phone: "on" }),
      logged({ time: 1, account: "ada", phone: "off" }),
    ];
    const told = (all: readonly LoggedCheck[]) =>
      [...traceChanges(all, 10)].filter(([, changes]) => changes.length > 0).map(([{ time }]) => time);
    expect(told(checks)).toEqual([4]);
    expect(told(checks.map((check) => ({ ...check, account: null })))).toEqual([]);
  });

  const own = { change: { setting: "site.phone", from: "off", to: "on", failure: null } };
  it.each<[string, readonly Parameters<typeof logged>[0][], readonly number[]]>([
    ["off, on", [{ phone: "off" }, { phone: "on" }], [2]],
    ["off, on, on: since the first", [{ phone: "off" }, { phone: "on" }, { phone: "on" }], [2]],
    ["off, on, not known", [{ phone: "off" }, { phone: "on" }, { phone: null }], [2]],
    ["off, on, off", [{ phone: "off" }, { phone: "on" }, { phone: "off" }], []],
    ["off, on, off by a file", [{ phone: "off" }, { phone: "on" }, { phone: "off", imported: true }], [2]],
    ["on from the start", [{ phone: "on" }, { phone: "on" }], []],
    ["switched on again by the person, with Unlisted", [{ phone: "off" }, { phone: "on", ...own }], []],
    [
      "off, on, and off at a time that is yet to come",
      [{ phone: "off" }, { phone: "on" }, { phone: "off", time: 11 }],
      [2],
    ],
  ])("stands out while it is on again: %s", (_name, steps, since) => {
    const checks = steps.map((step, index) => logged({ time: index + 1, ...step }));
    expect(findStillOpen(traceChanges(checks, 10), []).map(({ change }) => change.now.time)).toEqual(since);
  });
});

describe("the export", () => {
  const checks = [logged({ time: 2, phone: "on" }), failed({ time: 1 })];

  it("comes back as it was", () => {
    expect(readExport(writeExport(checks, true, 10), 10)).toEqual({ checks });
  });

  it("leaves every name out where that is wanted", () => {
    const text = writeExport(checks, false, 10);
    expect(text).not.toContain("ada");
    expect(readExport(text, 10)).toEqual({ checks: checks.map((check) => ({ ...check, account: null })) });
  });

  const file = { format: "unlisted-history", version: 1, exportedAt: 1, checks: [logged({})] };
  const text = (changes: object) => JSON.stringify({ ...file, ...changes });
  it.each<[string, string, ImportRefusal]>([
    ["nothing", "", "not-ours"],
    ["another program's file", JSON.stringify({ bookmarks: [] }), "not-ours"],
    ["a page", "<script>alert(1)</script>", "not-ours"],
    ["null", "null", "not-ours"],
    ["one that was cut off", writeExport([logged({})], true, 1).slice(0, -20), "damaged"],
    ["a later version", text({ version: 2 }), "newer-version"],
    ["a version that is none", text({ version: "1" }), "damaged"],
    ["version 0", text({ version: 0 }), "damaged"],
    ["6 MB", text({ checks: [{ ...logged({}), account: "a".repeat(6 * 1024 * 1024) }] }), "too-large"],
    ["a name that is too long", text({ checks: [{ ...logged({}), account: "a".repeat(101) }] }), "damaged"],
    [
      "too many checks",
      text({ checks: Array.from({ length: mostChecks + 1 }, (_, time) => logged({ time })) }),
      "damaged",
    ],
    ["a check that is later than the file", text({ checks: [logged({ time: 3_600_000 })] }), "damaged"],
    ["a check that is later than today", text({ exportedAt: 8e15, checks: [logged({ time: 8e15 })] }), "damaged"],
    ["a check that found what came after it", text({ checks: [logged({ asOf: 3_600_000 })] }), "damaged"],
    [
      "two things of one setting",
      text({ checks: [{ ...logged({}), findings: [...logged({}).findings, ...logged({ phone: "off" }).findings] }] }),
      "damaged",
    ],
    ["a name that is read backwards", text({ checks: [logged({ account: "ada\u202e" })] }), "damaged"],
    ["a name of two lines", text({ checks: [logged({ account: "ada\nbob" })] }), "damaged"],
    ["one bad check among good ones", text({ checks: [logged({}), { ...logged({}), time: "yesterday" }] }), "damaged"],
    ["a key too many", text({ checks: [{ ...logged({}), phone: "+15555550123" }] }), "damaged"],
    ["a reason that does not exist", text({ checks: [{ ...logged({}), failure: "<b>" }] }), "damaged"],
    ["__proto__", text({}).replace('"version":1', '"__proto__":{"polluted":true},"version":1'), "damaged"],
    ["__proto__ in a check", text({}).replace('"time"', '"__proto__":{"polluted":true},"time"'), "damaged"],
    ["constructor", text({ constructor: { prototype: { polluted: true } } }), "damaged"],
  ])("is refused, with the reason, for %s", (_name, content, refusal) => {
    expect(readExport(content, 10)).toBe(refusal);
    expect({}).not.toHaveProperty("polluted");
  });

  it("takes hostile words as words", () => {
    const hostile = logged({ account: "<script>alert(1)</script>", site: "__proto__" });
    expect(readExport(writeExport([hostile], true, 1), 1)).toEqual({ checks: [hostile] });
  });

  it("of a full log is far smaller than the largest file that is read", () => {
    const setting = "s".repeat(30);
    const finding = { setting, verdict: "unknown", reason: "witnesses-disagree", state: "on" } as const;
    const findings = Array.from({ length: 13 }, () => finding);
    const full = Array.from({ length: mostChecks }, (_, time) => ({ ...logged({ time }), findings }));
    expect(writeExport(full, true, 1).length).toBeLessThan(largestFile);
  });

  // Where this fails the format has changed: think of a new version before the schema is written anew.
  it("is what the published schema says", async () => {
    const published: unknown = JSON.parse(await readFile("docs/export.schema.json", "utf8"), (key, value) =>
      ["description", "title", "$id"].includes(key) && typeof value === "string" ? undefined : value,
    );
    expect(published).toEqual(z.toJSONSchema(ExportFile, { io: "input" }));
  });
});

describe("the reminder", () => {
  const at = (text: string) => new Date(text).getTime();
  it.each([
    ["2026-03-15T10:00", 1, "2026-04-15T10:00"],
    ["2026-01-31T10:00", 1, "2026-02-28T10:00"],
    ["2028-01-31T10:00", 1, "2028-02-29T10:00"],
    ["2026-11-30T10:00", 3, "2027-02-28T10:00"],
    ["2026-08-31T23:59", 6, "2027-02-28T23:59"],
  ])("from %s, %i months on, is %s", (from, months, due) => {
    expect(addMonths(at(from), months)).toBe(at(due));
  });

  it("counts anew from every check, and is told once for each time", () => {
    const reminder = remindAfter({ ...noReminder, months: 1, isTold: true }, at("2026-03-15T10:00"));
    expect(reminder).toMatchObject({ dueAt: at("2026-04-15T10:00"), isTold: false });
    expect(isDue(reminder, at("2026-04-15T09:59"))).toBe(false);
    expect(isDue(reminder, at("2026-04-15T10:00"))).toBe(true);
  });

  it("never comes while it is off", () => {
    expect(isDue(remindAfter(noReminder, 0), Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});
