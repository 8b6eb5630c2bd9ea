import { afterEach, describe, expect, it } from "vitest";
import type { Hostility } from "../practice-site/hostilities";
import type { Scenario } from "../practice-site/scenario";
import { beginGuide } from "./guide-page";
import { readOutcome } from "./outcome";
import { shareSession } from "./session";

const session = shareSession();

const on = { discoverable_by_mobile_phone: true };
const off = { discoverable_by_mobile_phone: false };
const unread = { memory: "unreachable" } as const;
const notUsed = "unknown, page-changed, answer-not-used";

/** What is said of the phone switch: labels that nobody knows may warn, and the memory decides. */
const cases: readonly (readonly [Hostility, Partial<Scenario>, string])[] = [
  ["page-is-translated", { settings: off }, "protected"],
  ["page-is-translated", { settings: on }, "exposed"],
  ["page-is-translated", { settings: off, ...unread }, notUsed],
  ["page-is-translated", { settings: on, ...unread }, "exposed"],
  ["words-are-translated", { settings: off }, "protected"],
  ["words-are-translated", { settings: off, ...unread }, notUsed],
  ["page-is-bilingual", { settings: off }, "protected"],
  ["page-is-bilingual", { settings: off, ...unread }, notUsed],
  ["translation-breaks-the-page", { settings: off }, notUsed],
  ["translation-breaks-the-page", { settings: on }, "exposed"],
  ["words-have-readings", { settings: off, language: "ja" }, "protected"],
  ["words-have-readings", { settings: off, language: "ja", ...unread }, notUsed],
  ["site-has-its-old-name", { settings: off }, "protected"],
  ["site-has-its-old-name", { settings: off, ...unread }, notUsed],
  // Nobody could see what such a page says.
  ["app-is-hidden", { settings: off }, "unknown, page-changed, box-not-plain"],
  ["app-is-hidden", { settings: on }, "exposed"],
  ["boxes-look-checked", { settings: off }, "protected"],
  ["boxes-look-checked", { settings: off, ...unread }, "protected"],
  ["site-looks-for-traces", { settings: off }, "protected"],
  ["site-looks-for-traces", { settings: off, ...unread }, "protected"],
];

afterEach(async () => {
  // What becomes of the site's own page is not the product's affair.
  const complaints = await session().takeComplaints();
  expect(complaints.filter((complaint) => !complaint.startsWith("https://x.com/"))).toEqual([]);
});

describe("a check of a page that others have changed", () => {
  it.each(cases)("%s %o", async (hostility, changes, outcome) => {
    session().play({ hostility, ...changes });
    const popup = await session().openPopup();
    await popup.check(30_000);
    expect(await readOutcome(popup)).toBe(outcome);
    await expect.poll(() => session().openSiteAddresses()).toEqual([]);
  });
});

describe("the switch of a page that is translated", () => {
  it("is not thrown, since nobody knows what its label says", async () => {
    session().play({ settings: on });
    const popup = await session().openPopup();
    await popup.check();
    session().play({ settings: on, hostility: "page-is-translated" });
    await popup.press("switch-off");
    await popup.page.waitForSelector("[data-change]");
    expect(await popup.changeOutcome()).toBe("control-not-found");
    expect(session().site.requests.filter(({ host, method }) => host === "api.x.com" && method === "POST")).toEqual([]);
  });
});

describe("the guide on a page whose boxes all look ticked", () => {
  it("says itself how the switch stands", async () => {
    const guide = await beginGuide(session(), { settings: on, hostility: "boxes-look-checked" });
    await guide.waitFor(({ light }) => light !== null);
    await guide.press("switch-off");
    await guide.waitForTitle("The switch is off. X has saved it.");
  });
});
