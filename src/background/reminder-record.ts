import browser from "webextension-polyfill";
import { noReminder, Reminder } from "../history/reminder";

const key = "reminder";

/** What the person has chosen; nothing where that cannot be understood. */
export async function readReminder(): Promise<Reminder> {
  const parsed = Reminder.safeParse((await browser.storage.local.get(key))[key]);
  return parsed.success ? parsed.data : noReminder;
}

export async function writeReminder(reminder: Reminder): Promise<void> {
  await browser.storage.local.set({ [key]: reminder });
}

/** Calls back whenever the reminder has been written. */
export function watchReminder(changed: () => void): void {
  browser.storage.onChanged.addListener((changes) => {
    if (key in changes) changed();
  });
}
