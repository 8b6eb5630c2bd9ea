import type { Change, CheckResult, KeptResults } from "../audit/check-result";
import type { Finding } from "../audit/finding";
import type { NumberOnFile, Reading, Witness } from "../audit/reading";
import type { Reason } from "../audit/reason";
import type { DueReminder } from "../history/reminder";
import type { Shape } from "./shape";
import type { Notice, OnAgain, RunningWork } from "./standing";

// Written by `npm run shapes`.

const reason: Shape<Reason> = {
  is: [
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
  ],
};
const witness: Shape<Witness> = { is: ["memory", "answer", "page"] };
const reading: Shape<Reading> = {
  any: [
    { has: { strength: { is: ["strong", "tacit"] }, witness: witness, says: { type: "string" } } },
    {
      has: { strength: { is: ["weak"] }, witness: witness, says: { type: "string" }, because: reason },
      may: { detail: { type: "string" } },
    },
    { has: { strength: { is: ["doubt"] }, witness: witness, because: reason }, may: { detail: { type: "string" } } },
  ],
};
const numberOnFile: Shape<NumberOnFile> = {
  any: [
    { has: { answer: { is: ["yes"] } } },
    { has: { answer: { is: ["no"] } } },
    { has: { answer: { is: ["unknown"] }, reason: reason } },
  ],
};
const finding: Shape<Finding> = {
  any: [
    {
      has: {
        setting: { type: "string" },
        verdict: { is: ["exposed", "dormant", "protected"] },
        state: { type: "string" },
        readings: { each: reading },
      },
    },
    {
      has: {
        setting: { type: "string" },
        verdict: { is: ["unknown"] },
        reason: reason,
        state: { any: [{ type: "string" }, { is: [null] }] },
        readings: { each: reading },
      },
      may: { detail: { type: "string" } },
    },
  ],
};
const change: Shape<Change> = {
  has: {
    setting: { type: "string" },
    account: { any: [{ type: "string" }, { is: [null] }] },
    from: { type: "string" },
    to: { type: "string" },
    at: { type: "number" },
    failure: { any: [reason, { is: [null] }] },
  },
};
export const checkResult: Shape<CheckResult> = {
  has: {
    version: { is: [1] },
    site: { type: "string" },
    account: { any: [{ type: "string" }, { is: [null] }] },
    source: { is: ["fresh-load", "open-tab"] },
    asOf: { type: "number" },
    failure: { any: [reason, { is: [null] }] },
    findings: { each: finding },
    numberOnFile: numberOnFile,
  },
  may: { detail: { type: "string" } },
};
export const keptResults: Shape<KeptResults> = {
  has: {
    latest: checkResult,
    earlier: { any: [checkResult, { is: [null] }] },
    change: { any: [change, { is: [null] }] },
  },
  may: { otherChanges: { each: change } },
};
export const runningWork: Shape<RunningWork> = {
  has: { purpose: { is: ["check", "change"] }, step: { type: "number" } },
};
export const notice: Shape<Notice> = { is: ["guide-removed", "guide-not-allowed"] };
export const onAgain: Shape<OnAgain> = {
  has: { account: { type: "string" }, setting: { type: "string" }, off: { type: "number" }, on: { type: "number" } },
};
export const dueReminder: Shape<DueReminder> = {
  has: {
    months: { any: [{ any: [{ is: [1] }, { is: [3] }, { is: [6] }] }, { is: [null] }] },
    dueAt: { any: [{ type: "number" }, { is: [null] }] },
  },
};
