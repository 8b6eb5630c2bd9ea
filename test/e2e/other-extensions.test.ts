import { afterEach, describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { readOutcome } from "./outcome";
import { inPage, type Parts, shareSecondExtension, withRules } from "./second-extensions";
import { shareSession } from "./session";

const session = shareSession();
const install = shareSecondExtension(session);

const on = { discoverable_by_mobile_phone: true };
const off = { discoverable_by_mobile_phone: false };

const blocks = (condition: object) => withRules({ action: { type: "block" }, condition });
const answersAddress = { urlFilter: "||api.x.com/" };
const forbidsScripts = withRules({
  action: {
    type: "modifyHeaders",
    responseHeaders: [{ header: "content-security-policy", operation: "set", value: "script-src 'none'" }],
  },
  condition: { urlFilter: "||x.com/", resourceTypes: ["main_frame"] },
});

/** Asks the site for the settings, as its own page would. */
const asks = `
  fetch("https://api.x.com/1.1/account/settings.json", { credentials: "include" }).then((answer) => answer.json());`;

/** What is said of the phone switch. */
const cases: Record<string, readonly [Parts, Partial<Scenario>, string]> = {
  "blocks the site's answers": [blocks(answersAddress), { settings: on }, "unknown, site-error, settings-blocked"],
  "blocks them where boxes are drawn before they come": [
    blocks(answersAddress),
    { settings: on, viewer: "known-late" },
    "unknown, site-error, settings-blocked",
  ],
  "blocks the page's scripts": [
    blocks({ urlFilter: "||x.com/", resourceTypes: ["script"] }),
    { settings: on },
    "unknown, site-error, script-blocked",
  ],
  "forbids the page all scripts": [forbidsScripts, { settings: on }, "unknown, site-error, script-blocked"],
  "leaves traces, for which the site refuses to work": [
    inPage(`document.documentElement.dataset.icon = "chrome-extension://second/icon.png";`, "MAIN"),
    { settings: on, hostility: "site-looks-for-traces" },
    "unknown, site-error, script-blocked",
  ],
  // Boxes that know no settings are unchecked.
  "hears the settings that the page never asks for": [
    inPage(asks, "ISOLATED"),
    { settings: on, boxes: "never-told", memory: "unreachable" },
    expect.stringMatching(/^unknown, page-changed, box-/),
  ],
  "asks for them in the page's own world": [
    inPage(asks, "MAIN"),
    { settings: on, boxes: "never-told", memory: "no-react" },
    "unknown, witnesses-disagree, witnesses-differ",
  ],
  "asks for them there, and the site says off": [
    inPage(asks, "MAIN"),
    { settings: off, boxes: "never-told", memory: "unreachable" },
    "protected",
  ],
};

afterEach(async () => {
  // What becomes of the site's own page is not the product's affair, also where its tab does not know its address yet.
  const complaints = await session().takeComplaints();
  expect(complaints.filter((complaint) => !/^(https:\/\/x\.com\/|about:blank)/.test(complaint))).toEqual([]);
});

describe("a check beside an extension that", () => {
  it.each(Object.entries(cases))("%s", async (_name, [parts, changes, outcome]) => {
    const isAsking = parts.files["page.js"] === asks;
    await install(parts);
    session().play(changes);
    const popup = await session().openPopup();
    await popup.check(30_000);
    expect(await readOutcome(popup)).toEqual(outcome);
    const wasAsked = session().site.requests.some(({ path }) => path === "/1.1/account/settings.json");
    expect(wasAsked).toBe(isAsking);
    await expect.poll(() => session().openSiteAddresses()).toEqual([]);
  });
});
