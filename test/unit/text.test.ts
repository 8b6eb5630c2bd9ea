import { describe, expect, it } from "vitest";
import { concludeFailure } from "../../src/audit/conclude";
import { causeOf, type Detail } from "../../src/audit/detail";
import type { Reading } from "../../src/audit/reading";
import { Reason } from "../../src/audit/reason";
import { evidence } from "../../src/ui/evidence-text";
import { provenance, whyAndWhatNext, whyUnknown } from "../../src/ui/text";

const now = new Date("2026-05-10T12:00").getTime();
const minute = 60_000;
const day = 24 * 60 * minute;

describe("the age of a result", () => {
  it.each([
    ["just now", 0],
    ["just now", minute - 1],
    ["1 minute ago", minute],
    ["23 hours ago", day - minute],
    ["2 days ago", 2 * day + minute],
    // The clock was put back meanwhile: what it dated ahead is not new for that.
    ["just now", 1 - minute],
    ["in 5 minutes", -5 * minute],
    ["in 3 hours", -3 * 60 * minute],
    ["in 400 days", -400 * day],
  ])("is told as %s", (told, age) => {
    const result = concludeFailure("site", [], causeOf("no-answer"), now - age);
    expect(provenance(result, "Site", now)).toContain(`(${told})`);
  });
});

describe("why something is unknown", () => {
  const site = { name: "Site", address: "site.example" };

  it.each<[Detail, Detail]>([
    ["box-alone", "box-before-settings"],
    ["field-missing", "field-not-understood"],
    ["field-missing", "answer-not-understood"],
    ["field-missing", "answers-differ"],
  ])("is told alike of %s and %s", (one, other) => {
    expect(whyAndWhatNext(causeOf(other), site)).toBe(whyAndWhatNext(causeOf(one), site));
  });

  it.each<[Detail]>([
    ["box-alone"],
    ["field-missing"],
    ["new-client"],
    ["script-blocked"],
    ["too-many-requests"],
    ["account-locked"],
    ["delegate-account"],
  ])("is told in words of its own of %s", (detail) => {
    const { reason } = causeOf(detail);
    expect(whyUnknown(causeOf(detail), site)).not.toBe(whyUnknown({ reason }, site));
    expect(whyUnknown(causeOf(detail), site)).not.toMatch(/\$|undefined/);
  });

  it.each(["tide-too-high", "constructor", "__proto__", "toString", "", undefined])(
    "is told by its reason where nothing is known of the detail %j",
    (detail) => {
      for (const reason of Reason.options) {
        const words = whyAndWhatNext({ reason, detail }, site);
        expect(words).toBe(whyAndWhatNext({ reason }, site));
        expect(words.length).toBeGreaterThan(20);
      }
    },
  );
});

describe("what a finding rests on", () => {
  const strong = (witness: Reading["witness"]): Reading => ({ strength: "strong", witness, says: "off" });
  const unchecked: Reading = { strength: "tacit", witness: "page", says: "off" };
  const weak: Reading = { strength: "weak", witness: "answer", says: "off", because: "page-changed" };
  const doubt: Reading = { strength: "doubt", witness: "memory", because: "page-changed" };
  const told: Record<string, Reading[]> = {
    "the memory": [strong("memory")],
    "memory and box": [strong("memory"), unchecked],
    "the answer": [strong("answer")],
    "answer and box": [doubt, strong("answer"), unchecked],
    "the box": [unchecked, weak],
  };

  it("is told apart", () => {
    const sentences = Object.values(told).map((readings) => evidence(readings, "Site"));
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.every((sentence) => sentence.length > 20)).toBe(true);
  });

  it("is the same where the memory speaks too, whatever else was heard", () => {
    const both = evidence([strong("memory"), strong("answer"), strong("page")], "Site");
    expect(both).toBe(evidence(told["memory and box"] ?? [], "Site"));
  });

  it("is nothing where nobody could be believed", () => {
    expect(evidence([weak, doubt], "Site")).toBe("");
  });
});
