import browser from "webextension-polyfill";
import { noReminder, Reminder } from "../history/reminder";
import { reminderKey } from "./subject";

/** What the person has chosen; nothing where that cannot be understood. */
export async function readReminder(): Promise<Reminder> {
  const parsed = Reminder.safeParse((await browser.storage.local.get(reminderKey))[reminderKey]);
  return parsed.success ? parsed.data : noReminder;
}

export async function writeReminder(reminder: Reminder): Promise<void> {
  await browser.storage.local.set({ [reminderKey]: reminder });
}

/** Calls back whenever the reminder has been written. */
export function watchReminder(changed: () => void): void {
  browser.storage.onChanged.addListener((changes) => {
    if (reminderKey in changes) changed();
  });
}
