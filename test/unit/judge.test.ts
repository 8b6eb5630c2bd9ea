import { describe, expect, it } from "vitest";
import { judge } from "../../src/audit/judge";
import type { Observation } from "../../src/audit/observation";
import type { NumberOnFile, Reading } from "../../src/audit/reading";
import type { Setting } from "../../src/audit/setting";
import { email, phone, quiet } from "./sample-settings";

const memoryOn: Reading = { strength: "strong", witness: "memory", says: "on" };
const memoryOff: Reading = { strength: "strong", witness: "memory", says: "off" };
const pageOn: Reading = { strength: "strong", witness: "page", says: "on" };
const pageOff: Reading = { strength: "strong", witness: "page", says: "off" };
const weakOn: Reading = { strength: "weak", witness: "page", says: "on", because: "page-changed" };
const weakOff: Reading = { strength: "weak", witness: "page", says: "off", because: "timed-out" };
const pendingOff: Reading = { strength: "weak", witness: "memory", says: "off", because: "save-pending" };
const doubt: Reading = { strength: "doubt", witness: "memory", because: "page-changed" };
const strangeWord: Reading = { strength: "strong", witness: "memory", says: "sometimes" };

const yes: NumberOnFile = { answer: "yes" };
const no: NumberOnFile = { answer: "no" };
const notKnown: NumberOnFile = { answer: "unknown", reason: "timed-out" };

function observe(
  setting: Setting,
  readings: readonly Reading[],
  numberOnFile: NumberOnFile,
  isFresh = true,
): Observation {
  return { account: "ada", readings: new Map([[setting.id, readings]]), numberOnFile, asOf: 0, isFresh };
}

const fresh = true;
const old = false;

describe("the verdict", () => {
  it.each([
    // On, and what is known of the number.
    [phone, [memoryOn, pageOn], yes, fresh, "exposed", null],
    [phone, [memoryOn, pageOn], notKnown, fresh, "exposed", null],
    [phone, [memoryOn, pageOn], no, fresh, "dormant", null],
    [phone, [memoryOn], yes, fresh, "exposed", null],
    [phone, [pageOn], yes, fresh, "exposed", null],
    [email, [memoryOn, pageOn], no, fresh, "exposed", null],
    [quiet, [memoryOn], no, fresh, "exposed", null],
    // Off by strong, fresh, uncontradicted evidence.
    [phone, [memoryOff, pageOff], yes, fresh, "protected", null],
    [phone, [memoryOff], notKnown, fresh, "protected", null],
    [phone, [pageOff], no, fresh, "protected", null],
    [email, [memoryOff, pageOff], yes, fresh, "protected", null],
    [quiet, [memoryOff], yes, fresh, "protected", null],
    // Weak evidence may warn, and cannot reassure.
    [phone, [weakOn], yes, fresh, "exposed", null],
    [phone, [weakOff], yes, fresh, "unknown", "timed-out"],
    [phone, [weakOn, weakOff], yes, fresh, "exposed", null],
    [phone, [memoryOn, weakOff], yes, fresh, "exposed", null],
    [phone, [memoryOff, weakOff], yes, fresh, "protected", null],
    [phone, [pendingOff], yes, fresh, "unknown", "save-pending"],
    // Witnesses that disagree.
    [phone, [memoryOn, pageOff], yes, fresh, "unknown", "witnesses-disagree"],
    [phone, [memoryOff, pageOn], yes, fresh, "unknown", "witnesses-disagree"],
    [phone, [memoryOff, weakOn], yes, fresh, "unknown", "witnesses-disagree"],
    // A witness that could not be understood takes reassurance away and never a warning.
    [phone, [doubt, pageOff], yes, fresh, "unknown", "page-changed"],
    [phone, [doubt, pageOn], yes, fresh, "exposed", null],
    [phone, [doubt], yes, fresh, "unknown", "page-changed"],
    [phone, [strangeWord], yes, fresh, "unknown", "page-changed"],
    [phone, [strangeWord, pageOff], yes, fresh, "unknown", "page-changed"],
    [phone, [], yes, fresh, "unknown", "page-changed"],
    // An open tab's old news.
    [phone, [memoryOn], yes, old, "exposed", null],
    [phone, [memoryOn], no, old, "exposed", null],
    [phone, [memoryOff, pageOff], yes, old, "unknown", "not-fresh"],
    [quiet, [memoryOff], yes, old, "unknown", "not-fresh"],
  ] as const)("%# %o", (setting, readings, numberOnFile, isFresh, verdict, reason) => {
    const finding = judge(setting, observe(setting, readings, numberOnFile, isFresh));
    expect([finding.verdict, finding.verdict === "unknown" ? finding.reason : null]).toEqual([verdict, reason]);
  });

  it("knows nothing of a setting that nobody has spoken of", () => {
    const observation = { ...observe(phone, [], yes), readings: new Map() };
    expect(judge(phone, observation)).toEqual({
      setting: phone.id,
      verdict: "unknown",
      reason: "page-changed",
      detail: "nobody-looked",
      state: null,
      readings: [],
    });
  });

  it("names the reason of a witness that was not understood, before that of a weak one", () => {
    const late: Reading = { strength: "doubt", witness: "memory", because: "site-error" };
    for (const readings of [[late, pageOff], [late, weakOff], [pageOff, strangeWord, late], [late]]) {
      expect(judge(phone, observe(phone, readings, yes))).toMatchObject({ reason: "site-error" });
    }
  });

  it("does not depend on the order of the readings", () => {
    const readings = [memoryOff, pageOff, weakOn, doubt];
    const verdict = judge(phone, observe(phone, readings, yes)).verdict;
    expect(judge(phone, observe(phone, [...readings].reverse(), yes)).verdict).toBe(verdict);
  });

  it("keeps, for an unproven off, what the witness said", () => {
    expect(judge(phone, observe(phone, [memoryOff], yes, false))).toMatchObject({ state: "off" });
  });
});
