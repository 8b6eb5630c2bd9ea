import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Detail, isDetail, reasonOf } from "../../src/audit/detail";
import type { Finding } from "../../src/audit/finding";
import { judge } from "../../src/audit/judge";
import { type NumberOnFile, type Reading, speak, Witness } from "../../src/audit/reading";
import { Reason } from "../../src/audit/reason";
import type { Setting } from "../../src/audit/setting";

const states = {
  on: { isPrivate: false, words: "site.on" },
  some: { isPrivate: false, words: "site.for-some" },
  off: { isPrivate: true, words: "site.off" },
  never: { isPrivate: true, words: "site.never" },
} as const;
const shared = { id: "site.one", title: "site.one", page: "https://site.example/", states } as const;
const anySetting: fc.Arbitrary<Setting> = fc.constantFrom<Setting>(
  { ...shared, kind: "discoverability", identifier: "phone", label: "site.phone" },
  { ...shared, kind: "discoverability", identifier: "email", label: "site.email" },
  { ...shared, kind: "privacy" },
);

const anyReason = fc.constantFrom(...Reason.options);
const anyDetail = fc.constantFrom<Detail>("field-missing", "write-pending", "answer-not-used", "witnesses-differ");
const anyCause = fc.oneof(
  anyDetail.map((detail) => ({ because: reasonOf(detail), detail })),
  // As version 0.1.0 has kept it.
  anyReason.map((because) => ({ because })),
);
const anyWitness = fc.constantFrom(...Witness.options);
/** Known states, and words that no setting knows: also those that every object has. */
const anyWord = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.keys(states)) },
  fc.constantFrom("constructor", "__proto__", "toString", "false", "0", "", "Off"),
);
const anyReading: fc.Arbitrary<Reading> = fc.oneof(
  fc.record({ strength: fc.constantFrom("strong" as const, "tacit" as const), witness: anyWitness, says: anyWord }),
  fc
    .record({ strength: fc.constant("weak" as const), witness: anyWitness, says: anyWord, cause: anyCause })
    .map(({ cause, ...reading }) => ({ ...reading, ...cause })),
  fc
    .record({ strength: fc.constant("doubt" as const), witness: anyWitness, cause: anyCause })
    .map(({ cause, ...reading }) => ({ ...reading, ...cause })),
);
const anyNumberOnFile: fc.Arbitrary<NumberOnFile> = fc.oneof(
  fc.constant<NumberOnFile>({ answer: "yes" }),
  fc.constant<NumberOnFile>({ answer: "no" }),
  anyReason.map((reason): NumberOnFile => ({ answer: "unknown", reason })),
);
const anyCase = fc.record({
  setting: anySetting,
  readings: fc.array(anyReading, { maxLength: 5 }),
  numberOnFile: anyNumberOnFile,
  isFresh: fc.boolean(),
});
type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never;

function judged({ setting, readings, numberOnFile, isFresh }: Case): Finding {
  const observation = { account: "ada", readings: new Map([[setting.id, readings]]), numberOnFile, asOf: 0, isFresh };
  return judge(setting, observation);
}

function isPrivate(word: string): boolean | undefined {
  return Object.hasOwn(states, word) ? states[word as keyof typeof states].isPrivate : undefined;
}

/** How far a verdict reassures. Only one does: the others warn, or say that nothing is known. */
const reassurance: Readonly<Record<Finding["verdict"], number>> = { exposed: 0, unknown: 0, dormant: 0, protected: 1 };

const runs = { numRuns: 2000 };

describe("whatever the witnesses say", () => {
  it("it is called protected only where one of them proves it afresh and nobody doubts or contradicts", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        if (judged(given).verdict !== "protected") return;
        expect(given.isFresh).toBe(true);
        const strong = given.readings.filter(({ strength }) => strength === "strong");
        expect(strong.length).toBeGreaterThan(0);
        for (const reading of given.readings) {
          expect(reading.strength).not.toBe("doubt");
          if (reading.strength !== "doubt") expect(isPrivate(reading.says)).toBe(true);
        }
      }),
      runs,
    );
  });

  it("it is called protected by no number of absences", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const readings = given.readings.filter(({ strength }) => strength !== "strong");
        const { verdict } = judged({ ...given, readings });
        expect(verdict).not.toBe("protected");
        const areTacit = readings.length > 0 && readings.every(({ strength }) => strength === "tacit");
        const areKnown = readings.every((one) => one.strength !== "doubt" && isPrivate(one.says) === true);
        if (!areTacit || !areKnown) return;
        expect(judged({ ...given, readings })).toMatchObject({ verdict: "unknown", detail: "box-alone" });
      }),
      runs,
    );
  });

  it("an absence makes nothing more certain, and contradicts whoever says the opposite", () => {
    const tacit: fc.Arbitrary<Reading> = fc.record({
      strength: fc.constant("tacit" as const),
      witness: anyWitness,
      says: fc.constantFrom("off", "never"),
    });
    fc.assert(
      fc.property(anyCase, tacit, (given, absence) => {
        const before = judged(given);
        const after = judged({ ...given, readings: [...given.readings, absence] });
        const isOpen = given.readings.some((one) => one.strength !== "doubt" && isPrivate(one.says) === false);
        if (isOpen) expect(after).toMatchObject({ verdict: "unknown", detail: "witnesses-differ", state: null });
        else expect(after.verdict).toBe(before.verdict);
      }),
      runs,
    );
  });

  it("it does not matter which of them says it", () => {
    fc.assert(
      fc.property(anyCase, fc.array(anyWitness, { minLength: 5, maxLength: 5 }), (given, witnesses) => {
        const readings = given.readings.map((reading, index) => ({
          ...reading,
          witness: witnesses[index] ?? "answer",
        }));
        expect(judged({ ...given, readings })).toEqual({ ...judged(given), readings });
      }),
      runs,
    );
  });

  it("what is unknown has the reason that its detail belongs to", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const finding = judged(given);
        if (finding.verdict !== "unknown" || !isDetail(finding.detail)) return;
        expect(finding.reason).toBe(reasonOf(finding.detail));
      }),
      runs,
    );
  });

  it("it is warned of where anybody says that it is open and nobody says or shows that it is not", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const isOpen = given.readings.some((one) => one.strength !== "doubt" && isPrivate(one.says) === false);
        const isDenied = given.readings.some(
          (one) => (one.strength === "strong" || one.strength === "tacit") && isPrivate(one.says) === true,
        );
        const { verdict } = judged(given);
        if (isOpen && !isDenied) expect(["exposed", "dormant"]).toContain(verdict);
        else expect(["exposed", "dormant"]).not.toContain(verdict);
      }),
      runs,
    );
  });

  it("their order makes no difference to the verdict", () => {
    const shuffled = anyCase.chain((given) =>
      fc
        .shuffledSubarray(given.readings, { minLength: given.readings.length })
        .map((readings) => ({ given, other: { ...given, readings } })),
    );
    fc.assert(
      fc.property(shuffled, ({ given, other }) => {
        expect(judged(other).verdict).toBe(judged(given).verdict);
      }),
      runs,
    );
  });

  it("saying it twice changes nothing", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const other = { ...given, readings: [...given.readings, ...given.readings] };
        expect(judged(other).verdict).toBe(judged(given).verdict);
      }),
      runs,
    );
  });

  it("weaker evidence never reassures more", () => {
    const weakened = fc.record({
      given: anyCase,
      at: fc.nat({ max: 4 }),
      detail: fc.option(anyDetail),
      stale: fc.boolean(),
    });
    fc.assert(
      fc.property(weakened, ({ given, at, detail, stale }) => {
        const readings = given.readings.map((reading, index): Reading => {
          if (index !== at || reading.strength === "doubt") return reading;
          const { witness, says } = reading;
          return detail === null ? { strength: "tacit", witness, says } : speak(witness, says, detail);
        });
        const weaker = { ...given, readings, isFresh: given.isFresh && !stale };
        expect(reassurance[judged(weaker).verdict]).toBeLessThanOrEqual(reassurance[judged(given).verdict]);
      }),
      runs,
    );
  });
});
