import { describe, expect, it } from "vitest";
import { type CheckResult, keep } from "../../src/audit/check-result";
import type { Finding } from "../../src/audit/finding";
import { chooseShown } from "../../src/audit/shown";

const exposed: Finding = { setting: "site.phone", verdict: "exposed", state: "on", readings: [] };
const hidden: Finding = { setting: "site.phone", verdict: "protected", state: "off", readings: [] };
const exposedEmail: Finding = { ...exposed, setting: "site.email" };
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

describe("what is kept", () => {
  it("keeps an earlier answer behind failed checks", () => {
    const answer = result({});
    const afterOne = keep(keep(null, answer, null), failed, null);
    expect(afterOne).toEqual({ latest: failed, earlier: answer, change: null });
    expect(keep(afterOne, failed, null)).toEqual({ latest: failed, earlier: answer, change: null });
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
      "the tab, when it warns of a setting that the site has gained since",
      kept,
      tab({ findings: [exposedEmail] }),
      tab({ findings: [exposedEmail] }),
    ],
    ["the result, when the tab is older", kept, tab({ findings: [exposed], asOf: 500 }), kept],
    ["the result, when the tab only proves less", kept, tab({ findings: [unproven] }), kept],
    [
      "the result, when both warn",
      result({ findings: [exposed] }),
      tab({ findings: [exposed] }),
      result({ findings: [exposed] }),
    ],
  ])("%s", (_name, latest, openTab, shown) => {
    expect(chooseShown(latest, openTab)).toEqual(shown);
  });
});
