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
  "both switches off": [{ settings: bothOff }, "Unlisted: the switches were off when you last checked"],
  "no answer": [{ account: null }, "Unlisted: not known"],
};

/** Whether the reminder has done all that it does. */
const isTold = `chrome.storage.local.get("reminder").then(({ reminder }) => reminder.isTold)`;

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

  it("tells nothing where it is kept plain, whatever is found or due, and tells again afterwards", async () => {
    const popup = await session().openPopup();
    await popup.check();
    const read = () => popup.page.evaluate(`Promise.all([chrome.action.getTitle({}), chrome.action.getBadgeText({})])`);
    await expect.poll(read).toEqual(["Unlisted: people can find you", ""]);
    const report = await ReportPage.open(session().driven);
    await report.press('[data-choice="plain-button"]');
    await expect.poll(read).toEqual(["Unlisted", ""]);
    // What needs the person, a check that is due, and a check that is made: each draws the button anew.
    await report.page.evaluate(`chrome.storage.session.set({ "notice:regular:x": "guide-removed" })`);
    await report.press('input[name="reminder"][value="1"]');
    await report.page.waitForSelector('[data-due="false"]');
    await report.page.evaluate(`chrome.storage.local.get("reminder").then(({ reminder }) =>
      chrome.storage.local.set({ reminder: { ...reminder, dueAt: Date.now() - 1000 } }))`);
    await report.page.evaluate(`void chrome.alarms.create("reminder", { when: Date.now() - 1000 })`);
    await expect.poll(() => report.page.evaluate(isTold)).toBe(true);
    expect(await read()).toEqual(["Unlisted", ""]);
    await report.check();
    expect(await read()).toEqual(["Unlisted", ""]);
    await report.press('[data-choice="plain-button"]');
    await expect.poll(read).toEqual(["Unlisted: people can find you", "!"]);
    await report.press('input[name="reminder"][value="0"]');
    await report.page.waitForFunction(() => document.querySelector("[data-due]") === null);
  });
});
