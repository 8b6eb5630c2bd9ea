import browser from "webextension-polyfill";
import { isDue } from "../history/reminder";
import { say } from "../locales/messages";
import { hasNotice } from "./records";
import { readReminder } from "./reminder-record";

/**
 * Draws the mark on the toolbar button as things stand: nobody else writes it. What the person must be told goes before
 * a check that is due.
 */
export async function drawBadge(): Promise<void> {
  const isCheckDue = isDue(await readReminder(), Date.now());
  const text = (await hasNotice()) ? "!" : isCheckDue ? "1" : "";
  const name = browser.runtime.getManifest().action?.default_title ?? "";
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: isCheckDue ? say("reminder.due-title") : name });
}
