import { describe, expect, it } from "vitest";
import { type CheckResult, KeptResults } from "../../src/audit/check-result";
import type { Finding } from "../../src/audit/finding";
import type { Reading } from "../../src/audit/reading";
import type { Reason } from "../../src/audit/reason";

const memoryOff: Reading = { strength: "strong", witness: "memory", says: "off" };
const pageOff: Reading = { strength: "weak", witness: "page", says: "off", because: "timed-out" };
const doubt: Reading = { strength: "doubt", witness: "memory", because: "page-changed" };
const answerOff: Reading = { strength: "strong", witness: "answer", says: "off" };
const boxOff: Reading = { strength: "tacit", witness: "page", says: "off" };
const detailed: Reading[] = [
  { ...doubt, detail: "field-missing" },
  { strength: "weak", witness: "answer", says: "off", because: "page-changed", detail: "answer-not-used" },
];
const unknown = (reason: Reason, state: string | null, readings: Reading[] = []): Finding => ({
  setting: "site.unknown",
  verdict: "unknown",
  reason,
  state,
  readings,
});

const latest: CheckResult = {
  version: 1,
  site: "site",
  account: "ada",
  source: "fresh-load",
  asOf: 1000.5,
  failure: null,
  findings: [
    { setting: "site.exposed", verdict: "exposed", state: "on", readings: [pageOff] },
    { setting: "site.dormant", verdict: "dormant", state: "on", readings: [] },
    { setting: "site.protected", verdict: "protected", state: "off", readings: [memoryOff] },
    unknown("page-changed", "off", [doubt, pageOff]),
    unknown("page-changed", null),
  ],
  numberOnFile: { answer: "unknown", reason: "timed-out" },
};
const failed: CheckResult = { ...latest, account: null, source: "open-tab", failure: "offline", findings: [] };
const change = { setting: "site.phone", account: null, from: "on", to: "off", at: 900, failure: null };

describe("what is kept between checks", () => {
  it.each<[string, KeptResults]>([
    ["an answer", { latest, earlier: null, change: null }],
    ["an answer behind a failure", { latest: failed, earlier: latest, change: null }],
    [
      "what an answer and an unchecked box say",
      {
        latest: {
          ...latest,
          findings: [{ setting: "site.protected", verdict: "protected", state: "off", readings: [answerOff, boxOff] }],
        },
        earlier: null,
        change: null,
      },
    ],
    [
      "details",
      {
        latest: {
          ...failed,
          detail: "error-page",
          findings: [{ ...unknown("page-changed", null, detailed), detail: "field-missing" } as Finding],
        },
        earlier: null,
        change: null,
      },
    ],
    [
      "details that only a later version knows",
      { latest: { ...failed, detail: "tide-too-high" }, earlier: null, change: null },
    ],
    ["a change", { latest, earlier: null, change }],
    ["a change that failed", { latest, earlier: null, change: { ...change, account: "ada", failure: "not-saved" } }],
    ["a number on file", { latest: { ...latest, numberOnFile: { answer: "yes" } }, earlier: null, change: null }],
    ["no number on file", { latest: { ...latest, numberOnFile: { answer: "no" } }, earlier: null, change: null }],
  ])("is read as it was written: %s", (_name, kept) => {
    expect(KeptResults.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each<Reason>([
    "signed-out",
    "permission-denied",
    "password-required",
    "timed-out",
    "offline",
    "site-error",
    "page-changed",
    "witnesses-disagree",
    "save-pending",
    "account-changed",
    "not-fresh",
    "control-not-found",
    "not-saved",
    "interrupted",
    "cancelled",
  ])("is still read where it names the reason %s", (reason) => {
    const kept = {
      latest: { ...latest, findings: [unknown(reason, null)], failure: reason },
      earlier: null,
      change: null,
    };
    expect(KeptResults.parse(kept)).toEqual(kept);
  });

  it.each<[string, object]>([
    ["another version", { version: 2 }],
    ["a source that does not exist", { source: "cache" }],
    ["a reason that does not exist", { failure: "tired" }],
    [
      "a verdict that does not exist",
      { findings: [{ setting: "site.x", verdict: "safe", state: "off", readings: [] }] },
    ],
    ["a finding without its state", { findings: [{ setting: "site.x", verdict: "protected", readings: [] }] }],
    ["an unknown without its reason", { findings: [{ ...unknown("offline", null), reason: undefined }] }],
    [
      "a witness that does not exist",
      { findings: [unknown("offline", null, [{ ...doubt, witness: "fax" } as never])] },
    ],
    ["a strength that does not exist", { findings: [unknown("offline", null, [{ ...doubt, strength: "" } as never])] }],
    ["a number on file that is neither yes nor no", { numberOnFile: { answer: "" } }],
    ["a time in words", { asOf: "today" }],
    ["a detail that is no word", { detail: 1 }],
    [
      "an absence with a reason in the place of its word",
      { findings: [unknown("offline", null, [{ ...boxOff, says: 1 } as never])] },
    ],
  ])("is not read with %s in it", (_name, damage) => {
    const kept = { latest: { ...latest, ...damage }, earlier: null, change: null };
    expect(KeptResults.safeParse(kept).success).toBe(false);
  });
});
