import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { CheckResult, KeptResults } from "../../src/audit/check-result";
import { Reason } from "../../src/audit/reason";
import * as shapes from "../../src/background/record-shapes";
import { fits, type Shape } from "../../src/background/shape";
import { Notice, OnAgain, RunningWork } from "../../src/background/standing";
import { DueReminder, reminderIntervals } from "../../src/history/reminder";

const anyReason = fc.constantFrom(...Reason.options);
/** Version 0.1.0 has kept no details, and a later one may know more of them. */
const anyDetail = { detail: fc.string() };
const anyWitness = fc.constantFrom("memory", "answer", "page");
/** A record with all of these parts, in which the optional ones may be missing. */
const withDetail = <Parts extends object>(parts: { [Part in keyof Parts]: fc.Arbitrary<Parts[Part]> }) =>
  fc.record({ ...parts, ...anyDetail }, { requiredKeys: Object.keys(parts) as never[] });
const anyReading = fc.oneof(
  fc.record({ strength: fc.constantFrom("strong", "tacit"), witness: anyWitness, says: fc.string() }),
  withDetail({ strength: fc.constant("weak"), witness: anyWitness, says: fc.string(), because: anyReason }),
  withDetail({ strength: fc.constant("doubt"), witness: anyWitness, because: anyReason }),
);
const found = { setting: fc.string(), readings: fc.array(anyReading, { maxLength: 2 }) };
const anyFinding = fc.oneof(
  fc.record({ ...found, verdict: fc.constantFrom("exposed", "dormant", "protected"), state: fc.string() }),
  withDetail({ ...found, verdict: fc.constant("unknown"), state: fc.option(fc.string()), reason: anyReason }),
);
const anyResult = withDetail({
  version: fc.constant(1),
  site: fc.string(),
  account: fc.option(fc.string()),
  source: fc.constantFrom("fresh-load", "open-tab"),
  asOf: fc.double({ noNaN: true, noDefaultInfinity: true }),
  failure: fc.option(anyReason),
  findings: fc.array(anyFinding, { maxLength: 2 }),
  numberOnFile: fc.oneof(
    fc.record({ answer: fc.constantFrom("yes", "no") }),
    fc.record({ answer: fc.constant("unknown"), reason: anyReason }),
  ),
});
const anyChange = fc.record({
  setting: fc.string(),
  account: fc.option(fc.string()),
  from: fc.string(),
  to: fc.string(),
  at: fc.integer(),
  failure: fc.option(anyReason),
});

const records: Record<string, readonly [z.ZodMiniType, Shape, fc.Arbitrary<unknown>]> = {
  CheckResult: [CheckResult, shapes.checkResult, anyResult],
  KeptResults: [
    KeptResults,
    shapes.keptResults,
    fc.record(
      {
        latest: anyResult,
        earlier: fc.option(anyResult),
        change: fc.option(anyChange),
        otherChanges: fc.array(anyChange, { maxLength: 2 }),
      },
      { requiredKeys: ["latest", "earlier", "change"] },
    ),
  ],
  RunningWork: [
    RunningWork,
    shapes.runningWork,
    fc.record({ purpose: fc.constantFrom("check", "change"), step: fc.integer() }),
  ],
  OnAgain: [
    OnAgain,
    shapes.onAgain,
    fc.record({ account: fc.string(), setting: fc.string(), off: fc.integer(), on: fc.integer() }),
  ],
  DueReminder: [
    DueReminder,
    shapes.dueReminder,
    fc.record({ months: fc.option(fc.constantFrom(...reminderIntervals)), dueAt: fc.option(fc.integer()) }),
  ],
  Notice: [Notice, shapes.notice, fc.constantFrom(...Notice.options)],
};

/** What a part of a record may turn into: absent, or something of another kind. */
const absent = Symbol("absent");
const anyDamage = fc.constantFrom<unknown>(
  ...[absent, null, undefined, true, 0, 2, Number.NaN, Number.POSITIVE_INFINITY, "", "unknown", "protected", [], {}],
);

/** Damages one part of a record, however deep. `where` picks among the parts, by turns. */
function damaged(record: unknown, where: readonly number[], damage: unknown): unknown {
  const [at, ...deeper] = where;
  if (at === undefined || typeof record !== "object" || record === null) return damage;
  const parts = Object.entries(record);
  const chosen = parts[at % Math.max(1, parts.length)];
  if (!chosen) return damage;
  const changed = parts.flatMap(([name, part]) => {
    if (name !== chosen[0]) return [[name, part]];
    const other = damaged(part, deeper, damage);
    return other === absent ? [] : [[name, other]];
  });
  return Array.isArray(record) ? changed.map(([, part]) => part) : Object.fromEntries(changed);
}

describe.each(Object.entries(records))("the shape of %s", (_name, [schema, shape, anyRecord]) => {
  it("takes what its schema takes", () => {
    fc.assert(fc.property(anyRecord, (record) => schema.safeParse(record).success && fits(shape, record)));
  });

  it("refuses what its schema refuses", () => {
    const where = fc.array(fc.nat({ max: 9 }), { maxLength: 6 });
    fc.assert(
      fc.property(anyRecord, where, anyDamage, (record, place, damage) => {
        const other = damaged(record, place, damage);
        return fits(shape, other) === schema.safeParse(other).success;
      }),
      { numRuns: 1000 },
    );
  });

  it.each([undefined, null, 1, "words", [], [[]], {}, () => 1])("refuses %s", (other) => {
    expect(fits(shape, other)).toBe(false);
  });
});
