import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../src/audit/check-result";
import { answerIn, changesIn, conclude, concludeFailure, keep } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import type { Finding } from "../../src/audit/finding";
import type { Observation } from "../../src/audit/observation";
import type { Reading } from "../../src/audit/reading";
import type { Setting } from "../../src/audit/setting";
import { chooseShown, findingOf } from "../../src/audit/shown";
import { email, phone } from "./sample-settings";

const exposed: Finding = { setting: "site.phone", verdict: "exposed", state: "on", readings: [] };
const saysOff: Reading = { strength: "strong", witness: "memory", says: "off" };
const hidden: Finding = { setting: "site.phone", verdict: "protected", state: "off", readings: [saysOff] };
const exposedEmail: Finding = { ...exposed, setting: "site.email" };
const hiddenEmail: Finding = { ...hidden, setting: "site.email" };
const unproven: Finding = {
  setting: "site.phone",
  verdict: "unknown",
  reason: "not-fresh",
  detail: "open-tab",
  state: "off",
  readings: [saysOff],
};

function result(changes: Partial<CheckResult>): CheckResult {
  return {
    version: 1,
    site: "site",
    account: "ada",
    source: "fresh-load",
    asOf: 1000,
    failure: null,
    findings: [hidden],
    numberOnFile: { answer: "yes" },
    ...changes,
  };
}

const failed = result({ failure: "signed-out", account: null, asOf: 2000 });

describe("a check that got through", () => {
  const observation: Observation = {
    account: "ada",
    readings: new Map([
      [phone.id, [{ strength: "strong", witness: "memory", says: "off" }]],
      [email.id, [{ strength: "strong", witness: "memory", says: "on" }]],
    ]),
    numberOnFile: { answer: "yes" },
    asOf: 1000,
    isFresh: true,
  };
  const saysOn: Finding = {
    setting: "site.email",
    verdict: "exposed",
    state: "on",
    readings: [{ strength: "strong", witness: "memory", says: "on" }],
  };

  it("has a finding for each setting, in the site's order", () => {
    expect(conclude("site", [email, phone], observation)).toEqual(result({ findings: [saysOn, hidden] }));
  });

  it("says that it comes from an open tab, and reassures by nothing in it", () => {
    expect(conclude("site", [email, phone], { ...observation, isFresh: false })).toEqual(
      result({ source: "open-tab", findings: [saysOn, unproven] }),
    );
  });
});

describe("a check that did not get through", () => {
  it("knows nothing of any setting, for one reason, and says why exactly", () => {
    const nothing = (setting: string): Finding => ({
      setting,
      verdict: "unknown",
      reason: "offline",
      detail: "error-page",
      state: null,
      readings: [],
    });
    expect(concludeFailure("site", [phone, email], causeOf("error-page"), 2000)).toEqual(
      result({
        account: null,
        asOf: 2000,
        failure: "offline",
        detail: "error-page",
        findings: [nothing("site.phone"), nothing("site.email")],
        numberOnFile: { answer: "unknown", reason: "offline" },
      }),
    );
  });

  it("says no more than it knows", () => {
    const failed = concludeFailure("site", [phone], { reason: "offline" }, 2000);
    expect(failed).not.toHaveProperty("detail");
    expect(failed.findings).toEqual([
      { setting: "site.phone", verdict: "unknown", reason: "offline", state: null, readings: [] },
    ]);
  });
});

describe("what a result says of a setting", () => {
  const nothing = { setting: "site.email", verdict: "unknown", state: null, readings: [] };
  const nobodyLooked = { reason: "page-changed", detail: "nobody-looked" };
  it.each<[string, CheckResult, Setting, object]>([
    ["what was found", result({ findings: [hidden, exposed] }), phone, hidden],
    ["nothing, where the site has gained it since", result({}), email, { ...nothing, ...nobodyLooked }],
    [
      "nothing, for the check's own reason",
      result({ failure: "offline", detail: "error-page" }),
      email,
      { ...nothing, ...causeOf("error-page") },
    ],
    [
      "nothing, for the check's own reason as version 0.1.0 has kept it",
      result({ failure: "offline" }),
      email,
      { ...nothing, reason: "offline" },
    ],
  ])("is %s", (_name, result, setting, finding) => {
    expect(findingOf(result, setting)).toEqual(finding);
  });

  /** Version 0.1.0 took a box that was not checked for strong, and called it protected. */
  const pageOff: Reading = { strength: "strong", witness: "page", says: "off" };
  const answerOff: Reading = { strength: "strong", witness: "answer", says: "off" };
  const weakMemory: Reading = { strength: "weak", witness: "memory", says: "off", because: "save-pending" };
  const doubted: Reading = { strength: "doubt", witness: "memory", because: "page-changed" };
  it.each<[string, Reading[], boolean]>([
    ["the memory", [saysOff], true],
    ["the memory, and the box", [saysOff, pageOff], true],
    ["the box, and the memory", [pageOff, saysOff], true],
    ["an answer", [answerOff, { strength: "tacit", witness: "page", says: "off" }], true],
    ["the box alone", [pageOff], false],
    ["the box, and a memory that is weak", [weakMemory, pageOff], false],
    ["the box, and a memory that was not understood", [doubted, pageOff], false],
    ["an absence", [{ strength: "tacit", witness: "memory", says: "off" }], false],
    ["nobody", [], false],
  ])("reassures only by data, here by %s", (_name, readings, isProven) => {
    const kept: Finding = { ...hidden, readings };
    expect(findingOf(result({ findings: [kept] }), phone)).toEqual(
      isProven ? kept : { setting: "site.phone", verdict: "unknown", ...causeOf("box-alone"), state: "off", readings },
    );
  });

  it.each<[Finding]>([
    [{ ...exposed, readings: [pageOff] }],
    [{ ...exposed, verdict: "dormant", readings: [pageOff] }],
    [{ ...unproven, readings: [pageOff] }],
  ])("is what was found where that does not reassure: %o", (found) => {
    expect(findingOf(result({ findings: [found] }), phone)).toBe(found);
  });
});

describe("what is kept", () => {
  it("keeps an earlier answer behind failed checks", () => {
    const answer = result({});
    const afterOne = keep(keep(null, answer, []), failed, []);
    expect(afterOne).toEqual({ latest: failed, earlier: answer, change: null, otherChanges: [] });
    expect(keep(afterOne, failed, [])).toEqual({ latest: failed, earlier: answer, change: null, otherChanges: [] });
  });

  it("gives the last answer, and where there was none the last failure", () => {
    const answer = result({});
    expect(answerIn(keep(keep(null, answer, []), failed, []))).toBe(answer);
    expect(answerIn(keep(null, answer, []))).toBe(answer);
    expect(answerIn(keep(null, failed, []))).toBe(failed);
  });

  it("has no earlier answer where there never was one", () => {
    expect(keep(null, failed, [])).toEqual({ latest: failed, earlier: null, change: null, otherChanges: [] });
    expect(keep(keep(null, failed, []), failed, []).earlier).toBeNull();
  });

  it("drops the earlier answer for a newer one", () => {
    const newer = result({ asOf: 3000 });
    expect(keep(keep(keep(null, result({}), []), failed, []), newer, [])).toEqual({
      latest: newer,
      earlier: null,
      change: null,
      otherChanges: [],
    });
  });
});

describe("a change", () => {
  const made = { setting: "site.phone", account: "ada", from: "on", to: "off", at: 1000, failure: null };

  it("can be undone until the next one", () => {
    const afterChange = keep(null, result({}), [made]);
    expect(keep(afterChange, result({ asOf: 2000 }), []).change).toEqual(made);
  });

  it("can be undone until the next one of that switch, whatever is done to others meanwhile", () => {
    const other = { ...made, setting: "site.email", at: 2000 };
    const afterBoth = keep(keep(null, result({}), [made]), result({ asOf: 2000 }), [other]);
    expect(changesIn(afterBoth)).toEqual([other, made]);
    const undone = { ...made, from: "off", to: "on", at: 3000 };
    expect(changesIn(keep(afterBoth, result({ asOf: 3000 }), [undone]))).toEqual([undone, other]);
  });

  it("of several switches by one click is kept of each", () => {
    const both = [made, { ...made, setting: "site.email", failure: "not-saved" as const }];
    const kept = keep(null, result({}), both);
    expect(changesIn(kept)).toEqual(both);
    expect(changesIn(keep(kept, result({ asOf: 2000 }), []))).toEqual([made]);
  });

  it("that failed is told once", () => {
    const afterFailure = keep(null, result({}), [{ ...made, failure: "not-saved" }]);
    expect(afterFailure.change).toMatchObject({ failure: "not-saved" });
    expect(keep(afterFailure, result({ asOf: 2000 }), []).change).toBeNull();
  });
});

describe("what is shown when an open tab also speaks", () => {
  const kept = result({});
  const tab = (changes: Partial<CheckResult>) => result({ source: "open-tab", asOf: 2000, ...changes });
  it.each([
    ["nothing", null, null, null],
    ["the result alone", kept, null, kept],
    ["the tab alone", null, tab({}), tab({})],
    ["the tab, when the last check failed", failed, tab({ findings: [unproven] }), tab({ findings: [unproven] })],
    ["the tab, for another account", kept, tab({ account: "bob" }), tab({ account: "bob" })],
    ["the tab, when it is newer and warns", kept, tab({ findings: [exposed] }), tab({ findings: [exposed] })],
    [
      "the tab, when it warns of one setting among others",
      result({ findings: [exposedEmail, hidden] }),
      tab({ findings: [exposedEmail, exposed] }),
      tab({ findings: [exposedEmail, exposed] }),
    ],
    [
      "the tab, when it warns and names no account",
      kept,
      tab({ account: null, findings: [exposed] }),
      tab({ account: null, findings: [exposed] }),
    ],
    ["the result, when the tab names no account and warns of nothing", kept, tab({ account: null }), kept],
    ["the tab, when the result names no account and is nobody's", result({ account: null }), tab({}), tab({})],
    ["the result, when the tab is older", kept, tab({ findings: [exposed], asOf: 500 }), kept],
    [
      "the tab that warns, when it is as old",
      kept,
      tab({ findings: [exposed], asOf: 1000 }),
      tab({ findings: [exposed], asOf: 1000 }),
    ],
    [
      "the tab, when it warns of a setting that the site has gained since",
      kept,
      tab({ findings: [exposedEmail] }),
      tab({ findings: [exposedEmail] }),
    ],
    ["the result, when the tab is another site's", kept, tab({ site: "other", findings: [exposed] }), kept],
    [
      "the tab that warns, when the result is dated ahead",
      result({ asOf: 9000 }),
      tab({ findings: [exposed] }),
      tab({ findings: [exposed] }),
    ],
    [
      "the result of this very moment, when an older tab warns",
      result({ asOf: 5000 }),
      tab({ findings: [exposed] }),
      result({ asOf: 5000 }),
    ],
    [
      "the result that is dated ahead, when the tab does not warn",
      result({ asOf: 9000 }),
      tab({}),
      result({ asOf: 9000 }),
    ],
    ["the result, when the tab only proves less", kept, tab({ findings: [unproven] }), kept],
    [
      "the result, when both warn of the same setting among others",
      result({ findings: [exposed, hiddenEmail] }),
      tab({ findings: [exposed, hiddenEmail] }),
      result({ findings: [exposed, hiddenEmail] }),
    ],
    [
      "the result, when both warn",
      result({ findings: [exposed] }),
      tab({ findings: [exposed] }),
      result({ findings: [exposed] }),
    ],
  ])("%s", (_name, latest, openTab, shown) => {
    expect(chooseShown(latest, openTab, 5000)).toEqual(shown);
  });
});
