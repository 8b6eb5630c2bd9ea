import browser, { type Alarms } from "webextension-polyfill";
import type { Reminding } from "../guide/describe";
import { addMonths, isDue } from "../history/due";
import { type ReminderInterval, remindAfter } from "../history/reminder";
import { say } from "../locales/messages";
import { readHistory } from "./history-records";
import { oneAtATime } from "./one-at-a-time";
import { readPolicy } from "./policy";
import { readReminder, writeReminder } from "./reminder-record";
import type { Subject } from "./subject";
import { drawToolbar } from "./toolbar";

const alarmName = "reminder";

const inTurn = oneAtATime();

export function isReminderAlarm({ name }: Alarms.Alarm): boolean {
  return name === alarmName;
}

/** Sets how often to remind; `null` for never. What an organisation has preset stays. */
export function setReminder(months: ReminderInterval | null): Promise<void> {
  return inTurn(async () => {
    await writeInterval((await readPolicy()).reminderMonths ?? months);
    await remind();
  });
}

/** What a guide may say of reminders. Those of a private window are asked for elsewhere, and what is preset stays. */
export async function readReminding({ context }: Subject): Promise<Reminding> {
  if (context === "private") return null;
  const [reminder, { reminderMonths }] = await Promise.all([readReminder(), readPolicy()]);
  if (reminder.dueAt !== null && !isDue(reminder, Date.now())) return { dueAt: reminder.dueAt };
  return reminder.months === null && reminderMonths === null ? "offered" : null;
}

/** Counts from the last check on, or from now where there was none. */
async function writeInterval(months: ReminderInterval | null): Promise<void> {
  const now = Date.now();
  const [last] = (await readHistory()).checks;
  // A file that was taken in may speak of checks that are yet to come.
  await writeReminder(remindAfter({ ...(await readReminder()), months }, Math.min(last?.time ?? now, now)));
}

/** Puts a reminder off that is due: it comes again in a month. */
export function remindLater(): Promise<void> {
  return inTurn(async () => {
    const reminder = await readReminder();
    if (reminder.months === null) return;
    await writeReminder({ ...reminder, dueAt: addMonths(Date.now(), 1), isTold: false });
    await remind();
  });
}

/** Has a notification shown with the mark on the button, or no more. The browser's permission is asked for before. */
export function setNotifying(isWanted: boolean): Promise<void> {
  return inTurn(async () => writeReminder({ ...(await readReminder()), notifies: isWanted }));
}

/** A check was made: the mark goes, and the time is counted from here. */
export function countFromCheck(endedAt: number): Promise<void> {
  return inTurn(async () => {
    const reminder = await readReminder();
    if (reminder.months === null) return;
    await writeReminder(remindAfter(reminder, endedAt));
    await remind();
  });
}

/** Reminds where it is time, and sets the alarm for when it will be. Never begins a check. */
export function remindIfDue(): Promise<void> {
  return inTurn(remind);
}

async function remind(): Promise<void> {
  const { reminderMonths, allowsNotifications } = await readPolicy();
  if (reminderMonths !== null && (await readReminder()).months !== reminderMonths) await writeInterval(reminderMonths);
  const now = Date.now();
  const known = await readReminder();
  const latest = remindAfter(known, now);
  // It may have been counted by a clock that was ahead.
  const isPutOff = known.dueAt !== null && latest.dueAt !== null && known.dueAt > latest.dueAt;
  const reminder = isPutOff ? latest : known;
  if (isPutOff) await writeReminder(latest);
  await browser.alarms.clear(alarmName);
  if (!isDue(reminder, now)) {
    if (reminder.dueAt !== null) browser.alarms.create(alarmName, { when: reminder.dueAt });
  } else if (!reminder.isTold) {
    await writeReminder({ ...reminder, isTold: true });
    if (reminder.notifies && allowsNotifications) await notify();
  }
  await drawToolbar();
}

async function notify(): Promise<void> {
  // There only while the person allows it: then the mark on the button has to do.
  await browser.notifications
    ?.create(alarmName, {
      type: "basic",
      iconUrl: browser.runtime.getURL(browser.runtime.getManifest().icons?.["128"] ?? ""),
      title: "Unlisted",
      message: say("reminder.notification"),
    })
    .catch(() => undefined);
}

let isWatching = false;

/** Opens the report when a notification is clicked, as soon as the browser lets the extension hear of it. */
export function watchNotifications(): void {
  if (isWatching || !browser.notifications) return;
  isWatching = true;
  browser.notifications.onClicked.addListener(async (id) => {
    if (id !== alarmName) return;
    await browser.notifications.clear(alarmName);
    await browser.runtime.openOptionsPage();
  });
}
