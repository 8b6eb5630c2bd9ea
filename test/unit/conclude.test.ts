import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../src/audit/check-result";
import { conclude, concludeFailure, keep } from "../../src/audit/conclude";
import type { Finding } from "../../src/audit/finding";
import type { Observation } from "../../src/audit/observation";
import type { Setting } from "../../src/audit/setting";
import { chooseShown, findingOf } from "../../src/audit/shown";
import { email, phone } from "./sample-settings";

const exposed: Finding = { setting: "site.phone", verdict: "exposed", state: "on", readings: [] };
const hidden: Finding = { setting: "site.phone", verdict: "protected", state: "off", readings: [] };
const exposedEmail: Finding = { ...exposed, setting: "site.email" };
const hiddenEmail: Finding = { ...hidden, setting: "site.email" };
const unproven: Finding = {
  setting: "site.phone",
  verdict: "unknown",
  reason: "not-fresh",
  state: "off",
  readings: [],
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
  const saysOff = [{ strength: "strong", witness: "memory", says: "off" } as const];

  it("has a finding for each setting, in the site's order", () => {
    expect(conclude("site", [email, phone], observation)).toEqual(
      result({ findings: [saysOn, { ...hidden, readings: saysOff }] }),
    );
  });

  it("says that it comes from an open tab, and reassures by nothing in it", () => {
    expect(conclude("site", [email, phone], { ...observation, isFresh: false })).toEqual(
      result({ source: "open-tab", findings: [saysOn, { ...unproven, readings: saysOff }] }),
    );
  });
});

describe("a check that did not get through", () => {
  it("knows nothing of any setting, for one reason", () => {
    const nothing = (setting: string): Finding => ({
      setting,
      verdict: "unknown",
      reason: "offline",
      state: null,
      readings: [],
    });
    expect(concludeFailure("site", [phone, email], "offline", 2000)).toEqual(
      result({
        account: null,
        asOf: 2000,
        failure: "offline",
        findings: [nothing("site.phone"), nothing("site.email")],
        numberOnFile: { answer: "unknown", reason: "offline" },
      }),
    );
  });
});

describe("what a result says of a setting", () => {
  const nothing = { setting: "site.email", verdict: "unknown", state: null, readings: [] };
  it.each<[string, CheckResult, Setting, object]>([
    ["what was found", result({ findings: [hidden, exposed] }), phone, hidden],
    ["nothing, where the site has gained it since", result({}), email, { ...nothing, reason: "page-changed" }],
    ["nothing, for the check's own reason", result({ failure: "offline" }), email, { ...nothing, reason: "offline" }],
  ])("is %s", (_name, result, setting, finding) => {
    expect(findingOf(result, setting)).toEqual(finding);
  });
});

describe("what is kept", () => {
  it("keeps an earlier answer behind failed checks", () => {
    const answer = result({});
    const afterOne = keep(keep(null, answer, null), failed, null);
    expect(afterOne).toEqual({ latest: failed, earlier: answer, change: null });
    expect(keep(afterOne, failed, null)).toEqual({ latest: failed, earlier: answer, change: null });
  });

  it("has no earlier answer where there never was one", () => {
    expect(keep(null, failed, null)).toEqual({ latest: failed, earlier: null, change: null });
    expect(keep(keep(null, failed, null), failed, null).earlier).toBeNull();
  });

  it("drops the earlier answer for a newer one", () => {
    const newer = result({ asOf: 3000 });
    expect(keep(keep(keep(null, result({}), null), failed, null), newer, null)).toEqual({
      latest: newer,
      earlier: null,
      change: null,
    });
  });
});

describe("a change", () => {
  const made = { setting: "site.phone", account: "ada", from: "on", to: "off", at: 1000, failure: null };

  it("can be undone until the next one", () => {
    const afterChange = keep(null, result({}), made);
    expect(keep(afterChange, result({ asOf: 2000 }), null).change).toEqual(made);
  });

  it("that failed is told once", () => {
    const afterFailure = keep(null, result({}), { ...made, failure: "not-saved" });
    expect(afterFailure.change).toMatchObject({ failure: "not-saved" });
    expect(keep(afterFailure, result({ asOf: 2000 }), null).change).toBeNull();
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
    [
      "the result, when it names no account and the tab warns of nothing",
      result({ account: null }),
      tab({}),
      result({ account: null }),
    ],
    ["the result, when the tab is older", kept, tab({ findings: [exposed], asOf: 500 }), kept],
    ["the result, when the tab is as old", kept, tab({ findings: [exposed], asOf: 1000 }), kept],
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
