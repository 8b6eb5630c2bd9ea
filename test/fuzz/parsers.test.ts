import { fakeBrowser } from "@webext-core/fake-browser";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type * as z from "zod/mini";
import { CheckResult, KeptResults } from "../../src/audit/check-result";
import { readHistory } from "../../src/background/history-records";
import { GuideMessage, ListenerMessage, Message, ReportMessage, Wish } from "../../src/background/messages";
import { readPolicy } from "../../src/background/policy";
import { hasNotice, readGuide, readIntent, readLooks, readResults, readRunning } from "../../src/background/records";
import { readReminder } from "../../src/background/reminder-record";
import { Notice, RunningCheck } from "../../src/background/standing";
import { contexts } from "../../src/background/subject";
import { describeGuide } from "../../src/guide/describe";
import { advance, chooseSteps, currentStep, GuideSession, isAbandoned, sumUp } from "../../src/guide/session";
import { findStillOpen, traceChanges } from "../../src/history/changes";
import { isDue } from "../../src/history/due";
import { ImportRefusal, readExport, writeExport } from "../../src/history/export-file";
import { accountsIn, merge, sortStored } from "../../src/history/log";
import { LoggedCheck, toLog } from "../../src/history/logged-check";
import { noReminder, Reminder, remindAfter } from "../../src/history/reminder";
import { x } from "../../src/sites/x";
import { AnswersEvidence, MemoryEvidence, PageEvidence } from "../../src/sites/x/evidence";
import { anyJson, damaged } from "./damage";
import { changes, contactsEvidence, endedAt, keptResults, numberEvidence, results } from "./samples";
import { placesIn, valueAt } from "./tree";

vi.mock("webextension-polyfill", async () => ({ default: (await import("@webext-core/fake-browser")).fakeBrowser }));

const about = { site: "x", window: 1 };
const wishes = [
  { ask: "check", ...about },
  { ask: "change", switches: [{ setting: "x.phone", state: "off" }], account: "ada_example", ...about },
  { ask: "guide", setting: "x.phone", account: null, ...about },
];
const messages = [
  ...wishes,
  ...wishes.map((wish) => ({ ask: "prepare", wish, ...about })),
  ...["join", "cancel", "glance", "saw", "dismiss-notice"].map((ask) => ({ ask, ...about })),
  { ask: "show-setting", setting: "x.phone", ...about },
  { ask: "show-page", page: "sessions", ...about },
  { ask: "own-doing", setting: "x.phone", account: "ada_example", at: endedAt, ...about },
];
const reports = [
  { report: "delete-check", site: "x", time: 1, account: null },
  ...["delete-history", "delete-unreadable", "dismiss-crowded-out"].map((report) => ({ report })),
  { report: "import", text: "{}" },
  { report: "remind", months: 3 },
  { report: "remind-later" },
  { report: "notify", isWanted: true },
];
const guideReports = [
  { guide: "alive", isActive: true },
  { guide: "thrown", at: endedAt },
  { guide: "thrown", at: null },
  { guide: "removed" },
  { guide: "act", action: "close" },
];
const steps = chooseSteps(x, "x.phone", results[0] ?? null);
const phases = [
  ...["asking", "working", "undone", "offer", "summary"].map((name) => ({ name })),
  { name: "done", undoTo: "on" },
  { name: "failed", reason: "not-saved" },
];
const sessions = phases.map((phase, at) => {
  return {
    tab: 1,
    account: null,
    steps,
    at,
    phase,
    before: results[at] ?? null,
    begunAt: endedAt,
    lastSignAt: endedAt,
  };
});
const reminders = [noReminder, { version: 1, months: 3, notifies: true, dueAt: endedAt, isTold: false }];
const logged = results.map((result, index) => toLog(result, changes.slice(0, index % 3), endedAt + index));
const running = { purpose: "check", step: 1, tab: 7, isOpening: false, others: [3], at: endedAt };

/** Every schema, with what it is to read. */
const parsers: Record<string, readonly [z.ZodMiniType, readonly unknown[]]> = {
  CheckResult: [CheckResult, results],
  KeptResults: [KeptResults, keptResults],
  RunningCheck: [RunningCheck, [running]],
  Notice: [Notice, Notice.options],
  Wish: [Wish, wishes],
  Message: [Message, messages],
  ReportMessage: [ReportMessage, reports],
  GuideMessage: [GuideMessage, guideReports],
  ListenerMessage: [ListenerMessage, [{ listener: "is-wanted" }]],
  GuideSession: [GuideSession, sessions],
  Reminder: [Reminder, reminders],
  LoggedCheck: [LoggedCheck, logged],
  MemoryEvidence: [MemoryEvidence, [...contactsEvidence, ...numberEvidence].map(({ memory }) => memory)],
  AnswersEvidence: [
    AnswersEvidence,
    [...contactsEvidence, ...numberEvidence].flatMap(({ answers }) => (answers === null ? [] : [answers])),
  ],
  PageEvidence: [PageEvidence, [...contactsEvidence, ...numberEvidence].map(({ page }) => page)],
};

/** Whether all that one value says is said by the other, at the same place. */
function saysNoMoreThan(said: unknown, source: unknown): boolean {
  return placesIn({ said }).every((path) => {
    const value = valueAt({ said }, path);
    const origin = valueAt({ said: source }, path);
    return typeof value === "object" && value !== null
      ? Array.isArray(value) === Array.isArray(origin)
      : value === origin;
  });
}

const runs = { numRuns: 250 };
/** Far more than is needed, for machines with much else to do. */
const timeout = 60_000;

describe.each(Object.entries(parsers))("%s", { timeout }, (_name, [schema, ordinary]) => {
  it("understands what it is made for", () => {
    for (const value of ordinary) expect(schema.safeParse(value)).toMatchObject({ success: true, data: value });
  });

  it("never throws, never invents, and stands by what it has understood", () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, { weight: 4, arbitrary: damaged(ordinary) }), (value) => {
        const parsed = schema.safeParse(value);
        if (!parsed.success) return;
        expect(saysNoMoreThan(parsed.data, value)).toBe(true);
        expect(schema.safeParse(parsed.data)).toEqual({ success: true, data: parsed.data });
        const carried = JSON.parse(JSON.stringify(parsed.data));
        expect(JSON.stringify(schema.safeParse(carried).data)).toBe(JSON.stringify(parsed.data));
      }),
      runs,
    );
  });
});

describe("an export file", { timeout }, () => {
  const text = writeExport(logged, true, endedAt);
  const anyText = fc.oneof(
    fc.string(),
    anyJson.map((value) => JSON.stringify(value)),
    { weight: 4, arbitrary: damaged([JSON.parse(text)]).map((value) => JSON.stringify(value) ?? "") },
    fc.record({ from: fc.nat({ max: text.length }), length: fc.nat({ max: 40 }), other: fc.string() }).map((cut) => {
      return text.slice(0, cut.from) + cut.other + text.slice(cut.from + cut.length);
    }),
  );

  it("is read in whole or refused by a named reason, and reads the same when it is written again", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const file = readExport(content, endedAt);
        if (typeof file === "string") {
          expect(ImportRefusal.options).toContain(file);
          return;
        }
        expect(readExport(writeExport(file.checks, true, endedAt), endedAt)).toEqual(file);
        const nameless = readExport(writeExport(file.checks, false, endedAt), endedAt);
        expect(JSON.stringify(nameless)).not.toContain('"account":"');
      }),
      runs,
    );
  });
});

describe("the log", { timeout }, () => {
  const entries = fc.array(fc.oneof(anyJson, { weight: 6, arbitrary: damaged(logged) }), { maxLength: 8 });

  it("loses nothing that it does not understand, and says nothing of it", () => {
    fc.assert(
      fc.property(entries, (stored) => {
        const { checks, unreadable } = sortStored(stored);
        const isCheck = (entry: unknown) => LoggedCheck.safeParse(entry).success;
        expect(unreadable).toEqual(stored.filter((entry) => !isCheck(entry)));
        for (const check of checks) expect(stored.some((entry) => saysNoMoreThan(check, entry))).toBe(true);
        expect(sortStored(checks)).toEqual({ checks, unreadable: [] });
        expect(merge(checks, checks)).toMatchObject({ checks, added: 0, leftOut: 0 });
        expect(accountsIn(checks).length).toBeLessThanOrEqual(checks.length);
      }),
      runs,
    );
  });

  it("tells of a change only what two checks prove, whatever they are", () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(endedAt, Number.POSITIVE_INFINITY), (stored, now) => {
        const { checks } = sortStored(stored);
        const traced = traceChanges(checks, now);
        for (const { time } of traced.keys()) expect(time).toBeLessThanOrEqual(now);
        for (const [check, found] of traced) {
          for (const { setting, before, now } of found) {
            expect(before.state).not.toBe(now.state);
            const told = check.findings.filter((finding) => finding.setting === setting);
            expect(told.some(({ verdict, state }) => verdict !== "unknown" && state === now.state)).toBe(true);
          }
        }
        for (const { check } of findStillOpen(traced, [])) expect(checks).toContain(check);
        expect(traceChanges([...checks].reverse(), now)).toEqual(traced);
      }),
      runs,
    );
  });
});

describe("a reminder", { timeout }, () => {
  it("stays one whenever a check ends", () => {
    const times = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(damaged(reminders), times, (value, checkedAt) => {
        const parsed = Reminder.safeParse(value);
        if (!parsed.success) return;
        const next = remindAfter(parsed.data, checkedAt);
        expect(Reminder.safeParse(JSON.parse(JSON.stringify(next)))).toEqual({ success: true, data: next });
        expect(isDue(next, checkedAt)).toBe(false);
      }),
      runs,
    );
  });
});

describe("a guide", { timeout }, () => {
  it("goes on from wherever it is said to stand, and ends", () => {
    fc.assert(
      fc.property(damaged(sessions), (value) => {
        const parsed = GuideSession.safeParse(value);
        if (!parsed.success) return;
        let session = parsed.data;
        for (let step = 0; step <= session.steps.length; step += 1) {
          describeGuide(session, x, session.before, null);
          isAbandoned(session, endedAt);
          session = advance(session, x);
          expect(GuideSession.safeParse(session).success).toBe(true);
        }
        expect(currentStep(sumUp(session), x)).toBeNull();
      }),
      runs,
    );
  });
});

describe("what the browser's storage holds", { timeout }, () => {
  const subjects = [
    { site: "x", context: "regular" },
    { site: "x", context: "private" },
  ] as const;
  const keys = ["results", "running", "guide", "notice", "looks"].flatMap((kind) => [
    `${kind}:regular:x`,
    `${kind}:private:x`,
  ]);
  const others = ["intent", "reminder", "history:checks", "history:recent", "history:set-aside", "history:crowded-out"];
  const intent = { wish: wishes[0], at: endedAt, isReported: false };
  const looks = contactsEvidence.map((evidence) => {
    return { visit: "contacts", way: "first", steadyFor: 1, isLast: false, saw: x.describe(evidence) };
  });
  const values = [
    ...keptResults,
    looks,
    ...sessions,
    ...reminders,
    running,
    intent,
    logged,
    { entries: logged, tooLarge: 0 },
  ];
  const anyArea = fc.dictionary(fc.constantFrom(...keys, ...others), fc.oneof(anyJson, damaged(values)), {
    noNullPrototype: true,
  });

  it("is read without a throw, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(anyArea, anyArea, anyJson, async (local, session, managed) => {
        fakeBrowser.reset();
        await fakeBrowser.storage.local.set(local);
        await fakeBrowser.storage.session.set(session);
        const preset = vi.spyOn(fakeBrowser.storage.managed, "get").mockResolvedValue(managed as never);
        for (const subject of subjects) {
          const kept = await readResults(subject);
          if (kept) expect(KeptResults.safeParse(kept).success).toBe(true);
          await Promise.all([readRunning(subject), readGuide(subject), readLooks(subject), hasNotice()]);
        }
        const { checks } = await readHistory();
        for (const check of checks) expect(LoggedCheck.safeParse(check).success).toBe(true);
        expect(Reminder.safeParse(await readReminder()).success).toBe(true);
        await Promise.all(contexts.map(readIntent));
        expect([null, 1, 3, 6]).toContain((await readPolicy()).reminderMonths);
        preset.mockRestore();
      }),
      { numRuns: 150 },
    );
  });
});
