import { describe, expect, it } from "vitest";
import { ownAddresses } from "../extension-pages";
import { HistoryPage } from "../history-page";
import { shareSession } from "../session";

const session = shareSession({ preset: { reminderMonths: 3, notifications: false, welcomePage: false } });

describe("what an organisation has preset", () => {
  it("keeps the first page closed", async () => {
    expect(await ownAddresses(session().driven)).toEqual([]);
  });

  it("reminds as often as was set, says who set it, and lets nobody change it by accident", async () => {
    const report = await HistoryPage.open(session().driven);
    await report.page.waitForSelector('input[name="reminder"][value="3"]:checked:disabled');
    expect(await report.text("#reminder")).toContain("Your organisation has set this.");
    await report.page.evaluate(`chrome.runtime.sendMessage({ report: "remind", months: null })`);
    await report.page.waitForSelector('[data-due="false"]');
    const days = `chrome.alarms.get("reminder").then((alarm) => (alarm.scheduledTime - Date.now()) / 86_400_000)`;
    expect(await report.page.evaluate(days)).toBeGreaterThan(88);
  });

  it("offers no notification", async () => {
    const report = await HistoryPage.open(session().driven);
    await report.page.evaluate(`chrome.runtime.sendMessage({ report: "remind", months: null })`);
    await report.page.waitForSelector('[data-choice="notify"]:disabled');
    expect(await report.text("#reminder")).toContain("Your organisation has switched notifications off.");
  });
});
