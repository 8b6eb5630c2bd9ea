import { describe, expect, it } from "vitest";
import { reasonOf } from "../../src/audit/detail";
import type { Way } from "../../src/audit/site";
import { whyRefused } from "../../src/sites/x/refusals";
import { memory, page } from "./x-evidence";
import { answered, type DrawnPage, emailLabel, loadedState, phoneLabel, verdictOn } from "./x-page";

const boxes = (phone: boolean) =>
  [
    [emailLabel, false],
    [phoneLabel, phone],
  ] as const;
const status = (fetchStatus: string) => ({ settings: { remote: { settings: {}, fetchStatus } } });
const failed = loadedState({}, status("failed"));
const nobody = { session: { isLoaded: true }, ...status("none") };
const delegate = loadedState({}, { ...status("failed"), session: { user_id: "12", isRestrictedSession: true } });
const ways: readonly Way[] = ["plain", "first", "overhearing"];

const newScript = '<div><link rel="modulepreload" href="https://abs.twimg.com/x-web/x-web/assets/index-a1.js"></div>';
const failurePage = '<div id="ScriptLoadFailure">Something went wrong</div>';
const settingsAddress = "https://api.x.com/1.1/account/settings.json";
/** Finished requests for the settings, by their status. */
const asked = (...statuses: number[]) =>
  statuses.map((responseStatus, index) => ({ name: settingsAddress, responseEnd: 100 + index, responseStatus }));

/** What each page comes to, however it is looked at. */
const cases: Record<string, readonly [DrawnPage, string]> = {
  // Nobody is signed in, or X does not let them in.
  "signed out, as the memory says": [{ state: nobody }, "nobody-signed-in"],
  "signed out, at the old sign-in page": [{ path: "/i/flow/login", state: {} }, "sign-in-page"],
  "signed out, at the new sign-in page": [{ path: "/i/jf/onboarding/web" }, "sign-in-page"],
  "signed out, at the new sign-in page with a password field": [
    { path: "/i/jf/onboarding/web", html: "<input type=password>", state: loadedState(), boxes: boxes(false) },
    "sign-in-page",
  ],
  "signed out, at the new client's sign-in page": [{ path: "/i/jf/onboarding/web", html: newScript }, "sign-in-page"],
  "at the page for locked accounts": [{ path: "/account/access" }, "account-locked"],
  "at the page for locked accounts, with a memory": [
    { path: "/account/access/", state: loadedState(), boxes: boxes(false) },
    "account-locked",
  ],
  "the password is asked for": [
    { state: loadedState({}, status("none")), html: "<input type=password>" },
    "password-field",
  ],

  // The page is refused.
  "the page answers 403": [{ status: 403 }, "page-refused"],
  "the page answers 500": [{ status: 500, state: loadedState(), boxes: boxes(false) }, "page-refused"],
  "the page answers 429": [{ status: 429 }, "too-many-requests"],

  // The settings are refused.
  "the settings failed, nobody knows why": [{ state: failed }, "settings-blocked"],
  "the settings failed without an answer": [{ state: failed, settingsRequest: 0 }, "settings-blocked"],
  "the settings were refused": [{ state: failed, settingsRequest: 403 }, "settings-refused"],
  "the settings were refused for now": [{ state: failed, settingsRequest: 429 }, "too-many-requests"],
  "the settings are refused to a delegate": [{ state: delegate, settingsRequest: 403 }, "delegate-account"],
  "the settings failed for a delegate for another reason": [
    { state: delegate, settingsRequest: 500 },
    "settings-refused",
  ],
  "the settings were asked for too often by a delegate": [
    { state: delegate, settingsRequest: 429 },
    "too-many-requests",
  ],
  "the settings were refused, and no memory says so": [{ settingsRequest: 403 }, "settings-refused"],
  "the settings were refused for now, and no memory says so": [
    { settingsRequest: 429, boxes: boxes(false) },
    "too-many-requests",
  ],

  // X's scripts.
  "X says that its scripts could not be loaded": [{ html: failurePage }, "script-blocked"],
  "X's scripts left the place for its app empty": [{ isRootEmpty: true }, "script-blocked"],
  "the newer client, with nothing that is known": [{ html: newScript }, "new-client"],
  "the newer client, with unchecked boxes": [
    { html: newScript, boxes: boxes(false), settingsRequest: 200, heard: [answered()] },
    "new-client",
  ],
};

describe("a page that is a refusal", () => {
  it.each(
    Object.entries(cases).flatMap(([name, [drawn, detail]]) => ways.map((way) => [name, way, drawn, detail] as const)),
  )("%s, %s", (_name, way, drawn, detail) => {
    expect(verdictOn("x.phone", drawn, { way })).toBe(`unknown: ${detail}`);
    expect(verdictOn("x.location", drawn, { way })).toMatch(/^unknown/);
  });
});

describe("a page that is no refusal", () => {
  it.each<[string, DrawnPage, string]>([
    ["another page of X's new pages", { path: "/i/jf/under_the_hood" }, "unknown: other-page"],
    [
      "a page whose address begins like that for locked accounts",
      { path: "/account/accessible" },
      "unknown: other-page",
    ],
    [
      "settings that were refused once, and came then",
      {
        boxes: boxes(false),
        requests: asked(403, 200),
      },
      "unknown: box-alone",
    ],
    [
      "settings that came, and a change of them that was refused",
      {
        boxes: boxes(false),
        requests: asked(200, 403),
      },
      "unknown: box-alone",
    ],
    ["settings that were refused, and a box that warns", { boxes: boxes(true), settingsRequest: 403 }, "exposed"],
    [
      "settings that were refused to another script, with a memory that has them",
      {
        state: loadedState(),
        boxes: boxes(false),
        settingsRequest: 429,
      },
      "protected",
    ],
    [
      "X's word about its scripts that nobody sees",
      {
        html: `<div style="display: none">${failurePage}</div>`,
        boxes: boxes(false),
      },
      "unknown: box-before-settings",
    ],
    ["X's word about its scripts beside boxes", { html: failurePage, boxes: boxes(true) }, "exposed"],
    ["a question for the password beside boxes", { html: "<input type=password>", boxes: boxes(true) }, "exposed"],
    ["a newer client's checked box", { html: newScript, boxes: boxes(true) }, "exposed"],
    [
      "a newer client's script beside a memory that can be read",
      {
        html: newScript,
        state: loadedState(),
        boxes: boxes(false),
      },
      "protected",
    ],
  ])("%s", (_name, drawn, verdict) => {
    expect(verdictOn("x.phone", drawn)).toBe(verdict);
  });
});

describe("a clear refusal", () => {
  const phoneBox = { label: "any", isChecked: false, isPlain: true };
  const signedOut = memory({ viewer: "signed-out", status: "none" });
  const none = { store: "missing", app: "other" } as const;

  it.each<[string, Parameters<typeof whyRefused>[0], string]>([
    ["a sign-in page", { memory: none, page: page([], { page: "sign-in" }), answers: null }, "sign-in-page"],
    ["a locked account", { memory: none, page: page([], { page: "locked" }), answers: null }, "account-locked"],
    ["a page with the status 400", { memory: none, page: page([], { status: 400 }), answers: null }, "page-refused"],
    [
      "a page with the status 429",
      { memory: none, page: page([], { status: 429 }), answers: null },
      "too-many-requests",
    ],
    [
      "settings that failed",
      { memory: memory({ status: "failed" }), page: page([], { settingsStatus: 400 }), answers: null },
      "settings-refused",
    ],
    [
      "settings that failed for a reason that is none",
      { memory: memory({ status: "failed" }), page: page([], { settingsStatus: 399 }), answers: null },
      "settings-blocked",
    ],
  ])("counts at once: %s", (_name, seen, detail) => {
    expect(whyRefused(seen, 0)).toBe(detail);
  });

  it.each<[string, Parameters<typeof whyRefused>[0], string]>([
    ["nobody signed in", { memory: signedOut, page: page([]), answers: null }, "nobody-signed-in"],
    [
      "X's word that its scripts could not be loaded",
      { memory: { store: "missing", app: "failed" }, page: page([]), answers: null },
      "script-blocked",
    ],
    [
      "a question for the password",
      { memory: none, page: page([], { asksForPassword: true }), answers: null },
      "password-field",
    ],
    [
      "a refused request",
      { memory: none, page: page([phoneBox], { settingsArrivedAt: null, settingsStatus: 400 }), answers: null },
      "settings-refused",
    ],
  ])("counts once it has stayed for a moment: %s", (_name, seen, detail) => {
    expect(whyRefused(seen, 999)).toBeNull();
    expect(whyRefused(seen, 1000)).toBe(detail);
  });

  it.each<[string, Parameters<typeof whyRefused>[0]]>([
    ["a page with the status 399", { memory: none, page: page([], { status: 399 }), answers: null }],
    [
      "a request that came to nothing, by no status",
      { memory: none, page: page([], { settingsArrivedAt: null, settingsStatus: null }), answers: null },
    ],
    [
      "a request that was cut",
      { memory: none, page: page([], { settingsArrivedAt: null, settingsStatus: 0 }), answers: null },
    ],
    [
      "a question for the password beside a number",
      { memory: none, page: page([], { asksForPassword: true, showsNumber: true }), answers: null },
    ],
    [
      "X's word about its scripts beside a number",
      { memory: { store: "missing", app: "failed" }, page: page([], { showsNumber: true }), answers: null },
    ],
    ["an app that has not come yet", { memory: { store: "missing", app: "empty" }, page: page([]), answers: null }],
  ])("is not %s", (_name, seen) => {
    expect(whyRefused(seen, 9000)).toBeNull();
  });
});

describe("what a person is told of a refusal", () => {
  it.each([
    ["sign-in-page", "signed-out"],
    ["nobody-signed-in", "signed-out"],
    ["password-field", "password-required"],
    ["account-locked", "site-error"],
    ["delegate-account", "site-error"],
    ["page-refused", "site-error"],
    ["too-many-requests", "site-error"],
    ["settings-refused", "site-error"],
    ["settings-blocked", "site-error"],
    ["script-blocked", "site-error"],
    ["new-client", "page-changed"],
  ] as const)("%s is %s", (detail, reason) => {
    expect(reasonOf(detail)).toBe(reason);
  });
});
