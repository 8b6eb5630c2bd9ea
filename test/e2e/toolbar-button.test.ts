import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";

const session = shareSession();

const bothOff = { discoverable_by_mobile_phone: false, discoverable_by_email: false };
const withoutNumber = { id: "1234567890", handle: "ada_example", phone: null, email: "ada@example.org" };

/** What the button says of itself when the pointer rests on it, after a check. */
const titles: Record<string, readonly [Partial<Scenario>, string]> = {
  "a switch that is on": [{ settings: { discoverable_by_email: false } }, "Unlisted: people can find you"],
  "the other switch": [{ settings: { ...bothOff, discoverable_by_email: true } }, "Unlisted: people can find you"],
  "a switch that is on, without a number": [
    { account: withoutNumber, settings: { discoverable_by_email: false } },
    "Unlisted: a switch is on",
  ],
  "both switches off": [{ settings: bothOff }, "Unlisted: switched off when you last checked"],
  "no answer": [{ account: null }, "Unlisted: not known"],
};

describe("the toolbar button", () => {
  it.each(Object.entries(titles))("tells of %s, without a badge", async (_found, [changes, title]) => {
    session().play(changes);
    const popup = await session().openPopup();
    expect(await popup.page.evaluate("chrome.action.getTitle({})")).toBe("Unlisted");
    await popup.check();
    await expect.poll(() => popup.page.evaluate("chrome.action.getTitle({})")).toBe(title);
    expect(await popup.page.evaluate("chrome.action.getBadgeText({})")).toBe("");
    const report = await ReportPage.open(session().driven);
    await report.press('[data-action="delete-all"]');
    await report.press('[data-action="delete-all-yes"]');
    await expect.poll(() => popup.page.evaluate("chrome.action.getTitle({})")).toBe("Unlisted");
  });
});
