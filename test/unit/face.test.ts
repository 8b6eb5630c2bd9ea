import { describe, expect, it } from "vitest";
import type { Change, CheckResult } from "../../src/audit/check-result";
import { concludeFailure } from "../../src/audit/conclude";
import { causeOf, type Detail } from "../../src/audit/detail";
import type { Finding } from "../../src/audit/finding";
import type { OnAgain } from "../../src/background/standing";
import { type Face, faceOf, type Situation } from "../../src/ui/answer/face";
import { advice, cardHeadline } from "../../src/ui/text";
import { madeUpSite } from "./made-up-site";

const site = madeUpSite(null);
const now = new Date("2026-05-10T12:00").getTime();
const day = 24 * 60 * 60_000;

type State = "on" | "off" | "no-number" | Detail;

function findingOf(setting: string, state: State): Finding {
  const readings = [{ strength: "strong" as const, witness: "memory" as const, says: state === "off" ? "off" : "on" }];
  switch (state) {
    case "on":
      return { setting, verdict: "exposed", state: "on", readings };
    case "no-number":
      return { setting, verdict: "dormant", state: "on", readings };
    case "off":
      return { setting, verdict: "protected", state: "off", readings };
    default:
      return { setting, verdict: "unknown", ...causeOf(state), state: null, readings: [] };
  }
}

function result(phone: State, email: State, changes: Partial<CheckResult> = {}): CheckResult {
  return {
    version: 1,
    site: "site",
    account: "ada",
    source: "fresh-load",
    asOf: now,
    failure: null,
    findings: [findingOf("site.phone", phone), findingOf("site.email", email)],
    numberOnFile: { answer: "yes" },
    ...changes,
  };
}

const failed = (detail: Detail) => concludeFailure("site", site.settings, causeOf(detail), now);
const change = (changes: Partial<Change> = {}): Change => ({
  setting: "site.phone",
  account: "ada",
  from: "on",
  to: "off",
  at: now,
  failure: null,
  ...changes,
});
const again: OnAgain = { account: "ada", setting: "site.phone", off: now - 9 * day, on: now };
const reminder = (months: 3 | null, dueAt: number | null) => ({ months, dueAt });

interface Given extends Partial<Omit<Situation, "view" | "shown">> {
  readonly shown: CheckResult;
  readonly failed?: CheckResult;
  readonly changes?: readonly Change[];
}

function face({ shown, failed = undefined, changes = [], ...given }: Given): Face {
  const view = { phase: "done", shown, failed: failed ?? null, changes } as const;
  const found = faceOf({ view, shown, onAgain: [], reminder: null, isPrivate: false, now, ...given }, site);
  if (!found) throw new Error("There is no face.");
  return found;
}

/** `forward at place`, or `nothing`. */
const told = ({ forward }: Face) => (forward ? `${forward.step} at ${forward.at}` : "nothing");

describe("what stands first in each state", () => {
  it.each<[string, Given, card: string, strips: string, forward: string]>([
    ["found by the number", { shown: result("on", "off") }, "phone exposed", "", "switch-off at card"],
    ["found by the address", { shown: result("off", "on") }, "email exposed", "", "switch-off at card"],
    ["found by both", { shown: result("on", "on") }, "phone+email exposed", "", "switch-off at card"],
    ["asleep", { shown: result("no-number", "off") }, "phone dormant", "", "switch-off at card"],
    [
      "asleep, and found by the address",
      { shown: result("no-number", "on") },
      "email exposed",
      "",
      "switch-off at card",
    ],
    [
      "found, nobody knows whose",
      { shown: result("on", "off", { account: null }) },
      "phone exposed",
      "",
      "guide at card",
    ],
    ["both off", { shown: result("off", "off") }, "phone+email protected", "", "remind at card"],
    [
      "both off, in a private window",
      { shown: result("off", "off"), isPrivate: true },
      "phone+email protected",
      "",
      "nothing",
    ],
    [
      "both off, and a reminder set",
      { shown: result("off", "off"), reminder: reminder(3, now + day) },
      "phone+email protected",
      "",
      "nothing",
    ],
    [
      "both off, a reminder set, two months ago",
      { shown: result("off", "off", { asOf: now - 60 * day }), reminder: reminder(3, now + day) },
      "phone+email protected aging",
      "",
      "check at card",
    ],
    [
      "both off, two months ago",
      { shown: result("off", "off", { asOf: now - 60 * day }) },
      "phone+email protected aging",
      "",
      "remind at card",
    ],
    [
      "both off, 91 days ago",
      { shown: result("off", "off", { asOf: now - 91 * day }) },
      "phone+email protected old",
      "",
      "check at card",
    ],
    [
      "both off, dated ahead by a clock that was wrong",
      { shown: result("off", "off", { asOf: now + 9 * day }) },
      "phone+email protected old",
      "",
      "check at card",
    ],
    [
      "found, 200 days ago",
      { shown: result("on", "off", { asOf: now - 200 * day }) },
      "phone exposed old",
      "",
      "switch-off at card",
    ],
    [
      "both off, and it is time",
      { shown: result("off", "off"), reminder: reminder(3, now - day) },
      "phone+email protected",
      "due",
      "check at due",
    ],
    [
      "found, and it is time",
      { shown: result("on", "off"), reminder: reminder(3, now - day) },
      "phone exposed",
      "due",
      "switch-off at card",
    ],
    ["on again", { shown: result("on", "off"), onAgain: [again] }, "phone exposed", "on-again", "switch-off at card"],
    [
      "on again for another account",
      { shown: result("on", "off", { account: "eve" }), onAgain: [again] },
      "phone exposed",
      "",
      "switch-off at card",
    ],
    [
      "on again, and off since",
      { shown: result("off", "off"), onAgain: [again] },
      "phone+email protected",
      "",
      "remind at card",
    ],
    [
      "one switched off, one on",
      { shown: result("off", "on"), changes: [change()] },
      "email exposed",
      "changes",
      "switch-off at card",
    ],
    [
      "switched off, nothing on",
      { shown: result("off", "off"), changes: [change()] },
      "phone+email protected",
      "changes",
      "remind at card",
    ],
    [
      "switched off, of another account",
      { shown: result("off", "off", { account: "eve" }), changes: [change()] },
      "phone+email protected",
      "",
      "remind at card",
    ],
    [
      "switched off, and on by now",
      { shown: result("on", "off"), changes: [change()] },
      "phone exposed",
      "",
      "switch-off at card",
    ],
    [
      "not saved",
      { shown: result("on", "off"), changes: [change({ failure: "not-saved" })] },
      "phone exposed",
      "changes",
      "guide at card",
    ],
    [
      "a change that was stopped, an earlier answer",
      { shown: result("on", "off"), failed: failed("by-the-person"), changes: [change({ failure: "cancelled" })] },
      "phone exposed",
      "changes",
      "look-now at changes",
    ],
    [
      "a check that was cancelled, an earlier warning",
      { shown: result("on", "off"), failed: failed("by-the-person") },
      "phone exposed",
      "look-failed",
      "switch-off at card",
    ],
    [
      "signed out, an earlier reassurance",
      { shown: result("off", "off"), failed: failed("sign-in-page") },
      "phone+email protected",
      "look-failed",
      "sign-in at look-failed",
    ],
    ["signed out", { shown: failed("sign-in-page") }, "phone+email unknown", "", "sign-in at card"],
    ["asked for the password", { shown: failed("password-field") }, "phone+email unknown", "", "open-setting at card"],
    ["an error of the site", { shown: failed("page-refused") }, "phone+email unknown", "", "open-setting at card"],
    ["a locked account", { shown: failed("account-locked") }, "phone+email unknown", "", "home at card"],
    ["too many requests", { shown: failed("too-many-requests") }, "phone+email unknown", "", "check at card"],
    ["the page has changed", { shown: result("field-missing", "off") }, "phone unknown", "", "open-setting at card"],
    [
      "the page has changed for both",
      { shown: result("field-missing", "field-missing") },
      "phone+email unknown",
      "",
      "open-setting at card",
    ],
    ["two doubts", { shown: result("field-missing", "witnesses-differ") }, "phone unknown", "", "open-setting at card"],
    ["not allowed", { shown: failed("not-allowed") }, "phone+email unknown", "", "check at card"],
    ["offline", { shown: failed("error-page") }, "phone+email unknown", "", "check at card"],
    ["cancelled", { shown: failed("by-the-person") }, "phone+email unknown", "", "check at card"],
    ["interrupted", { shown: failed("work-stopped") }, "phone+email unknown", "", "check at card"],
  ])("%s", (_name, given, card, strips, forward) => {
    const found = face(given);
    const { settings, finding, age } = found.card;
    const identifiers = settings.map(({ identifier }) => identifier).join("+");
    expect([identifiers, finding.verdict, age].join(" ").replace(/ new$/, "")).toBe(card);
    expect(found.strips.map(({ kind }) => kind).join(", ")).toBe(strips);
    expect(told(found)).toBe(forward);
    const others = found.others.map(({ setting }) => setting.identifier);
    expect([...settings.map(({ identifier }) => identifier), ...others].sort()).toEqual(["email", "phone"]);
  });

  it.each<[string, CheckResult, headline: RegExp, advice: RegExp]>([
    [
      "by both",
      result("on", "on"),
      /^People who have your phone number or email address can find you on Site\.$/,
      /one of them/,
    ],
    ["by one", result("off", "on"), /^People who have your email address can find you on Site\.$/, /your address/],
    ["both off", result("off", "off"), /can’t use them to find you/, /both switches are off/],
    [
      "aged",
      result("off", "off", { asOf: now - 40 * day }),
      /^On 31 March 2026 both switches were off\.$/,
      /40 days ago/,
    ],
    [
      "aged, of one",
      result("off", "field-missing", { asOf: now - 40 * day }),
      /could not tell .* by your email address/,
      /./,
    ],
    [
      "found long ago",
      result("on", "off", { asOf: now - 200 * day }),
      /^People who have your phone number can find you/,
      /./,
    ],
    ["signed out", failed("sign-in-page"), /^Sign in to Site/, /Nobody is signed in/],
    ["asked for the password", failed("password-field"), /password first/, /enter your password there/],
    ["an error of the site", failed("page-refused"), /^Please look/, /error/],
    ["offline", failed("error-page"), /^Unlisted could not tell whether people can find you on Site\.$/, /online/],
  ])("is worded: %s", (_name, shown, headline, words) => {
    const { card } = face({ shown });
    expect(cardHeadline(card, shown, "Site")).toMatch(headline);
    expect(advice(card, shown, site, now)).toMatch(words);
  });
});
