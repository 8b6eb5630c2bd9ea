import { afterEach, describe, expect, it } from "vitest";
import type { Scenario, ServerPage } from "../practice-site/scenario";
import { readOutcome } from "./outcome";
import { shareSession } from "./session";
import { timeCheck } from "./timed-check";

const session = shareSession();

const on = { discoverable_by_mobile_phone: true };
const off = { discoverable_by_mobile_phone: false };
const delegate = { id: "1234567890", handle: "ada_example", phone: "+15555550123", email: null, isRestricted: true };

/** X's sign-in, with its two parameters in either order. */
const signIn = "/i/jf/onboarding/web?redirect_after_login=%2Fsettings%2Fcontacts&mode=login";
const signInElsewise = "/i/jf/onboarding/web?mode=login&redirect_after_login=%2Fsettings%2Fcontacts";

const leadsTo = (to: string, draws: ServerPage): Partial<Scenario> => ({
  pageAnswer: { kind: "redirect", status: 307, to, draws },
});
const refuses = (status: number): Partial<Scenario> => ({ settingsAnswer: { kind: "status", status } });

/**
 * How long an answer may take, in milliseconds: where the first look tells, where a page must stay the same for a moment,
 * and where it might still say something, with time for a busy machine.
 */
const [atOnce, soon, patiently] = [20_000, 20_000, 30_000];

type Case = readonly [changes: Partial<Scenario>, outcome: string, within: number];

const cases: Record<string, Case> = {
  "nobody is signed in, and X leads to its sign-in": [
    { account: null, ...leadsTo(signIn, "sign-in") },
    "unknown, signed-out, sign-in-page",
    atOnce,
  ],
  "the sign-in's parameters come in another order": [
    { account: null, ...leadsTo(signInElsewise, "sign-in") },
    "unknown, signed-out, sign-in-page",
    atOnce,
  ],
  "the session has expired": [leadsTo(signIn, "sign-in"), "unknown, signed-out, sign-in-page", atOnce],
  "the sign-in asks for the password": [
    { account: null, ...leadsTo(signIn, "sign-in-password") },
    "unknown, signed-out, sign-in-page",
    atOnce,
  ],
  "X leads to its older sign-in": [{ account: null }, "unknown, signed-out, sign-in-page", soon],
  "X leads to another page beside its sign-in": [
    leadsTo("/i/jf/under_the_hood", "something-else"),
    "unknown, page-changed, other-page",
    patiently,
  ],
  "X has locked the account": [leadsTo("/account/access", "locked"), "unknown, site-error, account-locked", atOnce],

  "X's scripts could not be loaded": [{ client: "script-failed" }, "unknown, site-error, script-blocked", soon],
  "the page may run no script": [{ client: "scripts-blocked" }, "unknown, site-error, script-blocked", patiently],
  "somebody else's page refuses": [
    { pageAnswer: { kind: "status", status: 403 } },
    "unknown, site-error, page-refused",
    atOnce,
  ],
  "somebody else's page lets through after a while": [
    { settings: off, pageAnswer: { kind: "interstitial", time: 3000 } },
    "protected",
    patiently,
  ],

  "the new client draws its boxes unchecked": [
    { client: "new", boxes: "never-told", settings: off },
    "unknown, page-changed, new-client",
    soon,
  ],
  "the new client does, and another script asks for the settings": [
    { client: "new", boxes: "never-told", settings: off, stranger: "fetch" },
    "unknown, page-changed, new-client",
    soon,
  ],
  "the new client does, and something on it looks like a store": [
    { client: "new", boxes: "never-told", settings: off, memory: "behind-another" },
    "unknown, page-changed, new-client",
    soon,
  ],
  "the new client draws a checked box": [{ client: "new", settings: on }, "exposed", soon],
  "the new client draws no boxes": [
    { client: "new", boxes: "none", settings: on },
    "unknown, page-changed, new-client",
    soon,
  ],

  "somebody else's store comes first, off": [{ memory: "behind-another", settings: off }, "protected", atOnce],
  "somebody else's store comes first, on": [{ memory: "behind-another", settings: on }, "exposed", atOnce],
  "a delegate uses the account": [
    { account: delegate, boxes: "none", ...refuses(403) },
    "unknown, site-error, delegate-account",
    soon,
  ],
  "the account is suspended, and its settings are refused": [
    refuses(403),
    "unknown, site-error, settings-refused",
    soon,
  ],
  "the account is suspended, and X says so above its settings": [
    { boxes: "beneath-a-dialog", settings: off },
    "protected",
    atOnce,
  ],
  "the same where the memory cannot be read": [
    { boxes: "beneath-a-dialog", settings: off, memory: "unreachable" },
    "protected",
    soon,
  ],
  "too much is asked of X": [refuses(429), "unknown, site-error, too-many-requests", soon],
  "the same where the memory cannot be read, and boxes are drawn": [
    { viewer: "never-known", memory: "unreachable", ...refuses(429) },
    "unknown, site-error, too-many-requests",
    soon,
  ],
  "the settings fail where the memory cannot be read": [
    { viewer: "never-known", memory: "unreachable", ...refuses(500) },
    "unknown, site-error, settings-refused",
    soon,
  ],
  "the settings are cut off": [{ settingsAnswer: { kind: "cut" } }, "unknown, site-error, settings-blocked", soon],
  "the same where the memory cannot be read, and boxes are drawn unchecked": [
    { viewer: "never-known", memory: "unreachable", settingsAnswer: { kind: "cut" } },
    "unknown, site-error, settings-blocked",
    soon,
  ],
};

afterEach(async () => {
  // A page that may run no script says so for each.
  const complaints = await session().takeComplaints();
  expect(
    complaints.filter((complaint) => !/^(?:https:\/\/x\.com\/|about:blank).*Content.Security.Policy/.test(complaint)),
  ).toEqual([]);
});

describe("a check, where", () => {
  it.each(Object.entries(cases))("%s", async (_name, [changes, outcome, within]) => {
    session().play(changes);
    const popup = await session().openPopup();
    const time = await timeCheck(popup, 30_000);
    expect(await readOutcome(popup)).toBe(outcome);
    expect(time).toBeLessThan(within);
    expect(Object.keys(await popup.findings())).toHaveLength(13);
    expect(await session().openSiteAddresses()).toEqual([]);
  });
});

describe("X's wish to be left alone for a while", () => {
  it("is kept: nothing is asked a second time, until the person checks again", async () => {
    const popup = await session().openPopup();
    const asked = () =>
      session().site.requests.filter(({ method, path }) => method === "GET" && path.endsWith("/account/settings.json"));
    for (const memory of ["ordinary", "unreachable"] as const) {
      session().play({ memory, settings: off, ...refuses(429) });
      await popup.check();
      expect(await readOutcome(popup)).toBe("unknown, site-error, too-many-requests");
      expect(await popup.text()).toContain("X asks to wait");
      expect(asked()).toHaveLength(1);
      session().play({ memory, settings: off });
      await popup.check();
      expect(await readOutcome(popup)).toBe("protected");
    }
  });
});
