import { describe, expect, it } from "vitest";
import { causeOf, type Detail } from "../../src/audit/detail";
import type { Verdict } from "../../src/audit/finding";
import { judge } from "../../src/audit/judge";
import type { Observation } from "../../src/audit/observation";
import { doubt as doubting, type NumberOnFile, type Reading, speak } from "../../src/audit/reading";
import type { Setting } from "../../src/audit/setting";
import { email, phone, quiet } from "./sample-settings";

const memoryOn: Reading = { strength: "strong", witness: "memory", says: "on" };
const memoryOff: Reading = { strength: "strong", witness: "memory", says: "off" };
const pageOn: Reading = { strength: "strong", witness: "page", says: "on" };
const answerOn: Reading = { strength: "strong", witness: "answer", says: "on" };
const answerOff: Reading = { strength: "strong", witness: "answer", says: "off" };
const unchecked: Reading = { strength: "tacit", witness: "page", says: "off" };
/** What no site says yet: that something is open, by an absence. */
const tacitOn: Reading = { strength: "tacit", witness: "page", says: "on" };
const weakOn = speak("page", "on", "box-without-label");
const weakOff = speak("page", "off", "box-too-early");
const pendingOff = speak("memory", "off", "write-pending");
const unusedOff = speak("answer", "off", "answer-not-used");
const doubt = doubting("memory", "field-missing");
const answerDoubt = doubting("answer", "answers-differ");
const boxDoubt = doubting("page", "box-not-alone");
const strangeWord: Reading = { strength: "strong", witness: "memory", says: "sometimes" };
const strangeTacit: Reading = { strength: "tacit", witness: "page", says: "toString" };

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
  /** Of an unknown its detail, to which its reason belongs. */
  it.each<[Setting, Reading[], NumberOnFile, boolean, Verdict, Detail | null]>([
    // On, and what is known of the number.
    [phone, [memoryOn, pageOn], yes, fresh, "exposed", null],
    [phone, [memoryOn, pageOn], notKnown, fresh, "exposed", null],
    [phone, [memoryOn, pageOn], no, fresh, "dormant", null],
    [phone, [memoryOn], yes, fresh, "exposed", null],
    [phone, [answerOn], yes, fresh, "exposed", null],
    [phone, [answerOn], no, fresh, "dormant", null],
    [phone, [pageOn], yes, fresh, "exposed", null],
    [phone, [tacitOn], yes, fresh, "exposed", null],
    [email, [memoryOn, pageOn], no, fresh, "exposed", null],
    [quiet, [memoryOn], no, fresh, "exposed", null],
    // Off by data that says so, fresh and uncontradicted.
    [phone, [memoryOff, unchecked], yes, fresh, "protected", null],
    [phone, [memoryOff], notKnown, fresh, "protected", null],
    [phone, [answerOff, unchecked], yes, fresh, "protected", null],
    [phone, [answerOff], no, fresh, "protected", null],
    [phone, [memoryOff, answerOff, unchecked], yes, fresh, "protected", null],
    [email, [memoryOff, unchecked], yes, fresh, "protected", null],
    [quiet, [memoryOff], yes, fresh, "protected", null],
    // An absence agrees or contradicts, and never reassures by itself.
    [phone, [unchecked], yes, fresh, "unknown", "box-alone"],
    [phone, [unchecked], no, fresh, "unknown", "box-alone"],
    [phone, [unchecked, unchecked], yes, fresh, "unknown", "box-alone"],
    [phone, [unchecked], yes, old, "unknown", "box-alone"],
    [phone, [memoryOn, unchecked], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [answerOn, unchecked], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [speak("memory", "on", "write-pending"), unchecked], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [unchecked, tacitOn], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [pendingOff, unchecked], yes, fresh, "unknown", "write-pending"],
    [phone, [unusedOff, unchecked], yes, fresh, "unknown", "answer-not-used"],
    [phone, [strangeTacit], yes, fresh, "unknown", "unknown-word"],
    // Weak evidence may warn, and cannot reassure.
    [phone, [weakOn], yes, fresh, "exposed", null],
    [phone, [weakOn], no, fresh, "dormant", null],
    [phone, [weakOff], yes, fresh, "unknown", "box-too-early"],
    [phone, [weakOn, weakOff], yes, fresh, "exposed", null],
    [phone, [memoryOn, weakOff], yes, fresh, "exposed", null],
    [phone, [memoryOff, weakOff], yes, fresh, "protected", null],
    [phone, [memoryOff, unusedOff], yes, fresh, "protected", null],
    [phone, [pendingOff], yes, fresh, "unknown", "write-pending"],
    [phone, [pendingOff, weakOff], yes, fresh, "unknown", "write-pending"],
    [phone, [pendingOff], yes, old, "unknown", "write-pending"],
    // Witnesses that disagree.
    [phone, [memoryOff, pageOn], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [memoryOff, weakOn], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [memoryOff, answerOn], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [memoryOn, answerOff, pageOn], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [answerOff, pageOn], yes, fresh, "unknown", "witnesses-differ"],
    [phone, [memoryOff, pageOn], yes, old, "unknown", "witnesses-differ"],
    [phone, [answerDoubt, memoryOff, pageOn], yes, fresh, "unknown", "witnesses-differ"],
    // A witness that could not be understood takes reassurance away and never a warning.
    [phone, [doubt, unchecked], yes, fresh, "unknown", "field-missing"],
    [phone, [doubt, answerOff, unchecked], yes, fresh, "unknown", "field-missing"],
    [phone, [memoryOff, answerDoubt, unchecked], yes, fresh, "unknown", "answers-differ"],
    [phone, [memoryOff, answerOff, boxDoubt], yes, fresh, "unknown", "box-not-alone"],
    [phone, [doubt, pageOn], yes, fresh, "exposed", null],
    [phone, [doubt], yes, fresh, "unknown", "field-missing"],
    [phone, [doubt, answerDoubt], yes, fresh, "unknown", "field-missing"],
    [phone, [strangeWord], yes, fresh, "unknown", "unknown-word"],
    [phone, [strangeWord, unchecked], yes, fresh, "unknown", "unknown-word"],
    [phone, [memoryOff, strangeWord], yes, fresh, "unknown", "unknown-word"],
    [phone, [memoryOff, doubt], yes, old, "unknown", "field-missing"],
    [phone, [], yes, fresh, "unknown", "nobody-looked"],
    // An open tab's old news.
    [phone, [memoryOn], yes, old, "exposed", null],
    [phone, [memoryOn], no, old, "exposed", null],
    [phone, [memoryOff, unchecked], yes, old, "unknown", "open-tab"],
    [quiet, [memoryOff], yes, old, "unknown", "open-tab"],
  ])("%# %o", (setting, readings, numberOnFile, isFresh, verdict, detail) => {
    const finding = judge(setting, observe(setting, readings, numberOnFile, isFresh));
    expect(finding).toMatchObject({ setting: setting.id, verdict, readings });
    if (detail !== null) expect(finding).toMatchObject(causeOf(detail));
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
    const late = doubting("memory", "settings-refused");
    for (const readings of [[late, unchecked], [late, weakOff], [memoryOff, strangeWord, late], [late]]) {
      expect(judge(phone, observe(phone, readings, yes))).toMatchObject(causeOf("settings-refused"));
    }
  });

  it("has no detail where a reading has none, as those of version 0.1.0 do", () => {
    for (const old of [
      { strength: "doubt", witness: "memory", because: "site-error" },
      { strength: "weak", witness: "page", says: "off", because: "site-error" },
    ] as const) {
      const finding = judge(phone, observe(phone, [old], yes));
      expect(finding).toMatchObject({ verdict: "unknown", reason: "site-error" });
      expect(finding).not.toHaveProperty("detail");
    }
  });

  it("does not depend on the order of the readings", () => {
    const readings = [memoryOff, unchecked, weakOn, doubt];
    const verdict = judge(phone, observe(phone, readings, yes)).verdict;
    expect(judge(phone, observe(phone, [...readings].reverse(), yes)).verdict).toBe(verdict);
  });

  it.each<[string, Reading[], boolean, string | null]>([
    ["an off that is not fresh", [memoryOff], old, "off"],
    ["an off that is weak", [weakOff], fresh, "off"],
    ["an off by an absence", [unchecked], fresh, "off"],
    ["an off beside a doubt", [doubt, unchecked], fresh, "off"],
    ["witnesses that differ", [memoryOn, unchecked], fresh, null],
    ["a doubt alone", [doubt], fresh, null],
    ["a word that nobody knows", [strangeWord], fresh, null],
  ])("keeps, for what is unknown, what a witness said: %s", (_name, readings, isFresh, state) => {
    expect(judge(phone, observe(phone, readings, yes, isFresh))).toMatchObject({ verdict: "unknown", state });
  });
});
