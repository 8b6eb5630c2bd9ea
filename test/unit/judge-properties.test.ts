import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/audit/finding";
import { judge } from "../../src/audit/judge";
import type { NumberOnFile, Reading } from "../../src/audit/reading";
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
const anyWitness = fc.constantFrom("memory" as const, "page" as const);
/** Known states, and words that no setting knows: also those that every object has. */
const anyWord = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.keys(states)) },
  fc.constantFrom("constructor", "__proto__", "toString", "false", "0", "", "Off"),
);
const anyReading: fc.Arbitrary<Reading> = fc.oneof(
  fc.record({ strength: fc.constant("strong" as const), witness: anyWitness, says: anyWord }),
  fc.record({ strength: fc.constant("weak" as const), witness: anyWitness, says: anyWord, because: anyReason }),
  fc.record({ strength: fc.constant("doubt" as const), witness: anyWitness, because: anyReason }),
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

  it("it is warned of where anybody says that it is open and nobody proves that it is not", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const isOpen = given.readings.some((one) => one.strength !== "doubt" && isPrivate(one.says) === false);
        const isProven = given.readings.some((one) => one.strength === "strong" && isPrivate(one.says) === true);
        const { verdict } = judged(given);
        if (isOpen && !isProven) expect(["exposed", "dormant"]).toContain(verdict);
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
    const weakened = fc.record({ given: anyCase, at: fc.nat({ max: 4 }), because: anyReason, stale: fc.boolean() });
    fc.assert(
      fc.property(weakened, ({ given, at, because, stale }) => {
        const readings = given.readings.map((reading, index): Reading => {
          if (index !== at || reading.strength === "doubt") return reading;
          return { ...reading, strength: "weak", because };
        });
        const weaker = { ...given, readings, isFresh: given.isFresh && !stale };
        expect(reassurance[judged(weaker).verdict]).toBeLessThanOrEqual(reassurance[judged(given).verdict]);
      }),
      runs,
    );
  });
});
