import * as z from "zod/mini";

/** How often a reminder may come, in months. */
export const reminderIntervals = [1, 3, 6] as const;
export const ReminderInterval = z.union(reminderIntervals.map((months) => z.literal(months)));
export type ReminderInterval = z.infer<typeof ReminderInterval>;

/** What one click asks for, in months. */
export const offeredInterval = 3 satisfies ReminderInterval;

/** What the person has chosen, and when it is time. */
export const Reminder = z.object({
  version: z.literal(1),
  /** `null` while there are no reminders. */
  months: z.nullable(ReminderInterval),
  /** Whether the browser may show a notification. */
  notifies: z.boolean(),
  /** When the next check is due, in milliseconds since 1970; `null` while there are no reminders. */
  dueAt: z.nullable(z.number()),
  /** Whether the notification for this time has been shown. */
  isTold: z.boolean(),
});
export type Reminder = z.infer<typeof Reminder>;

export const noReminder: Reminder = { version: 1, months: null, notifies: false, dueAt: null, isTold: false };

/**
 * Counts the time anew from a check.
 *
 * @param lastCheckAt when it ended, in milliseconds since 1970
 */
export function remindAfter(reminder: Reminder, lastCheckAt: number): Reminder {
  const dueAt = reminder.months === null ? null : addMonths(lastCheckAt, reminder.months);
  return { ...reminder, dueAt, isTold: false };
}

export function isDue({ dueAt }: Reminder, now: number): boolean {
  return dueAt !== null && dueAt <= now;
}

/** The same day and hour some months later, by the calendar; the last day of a month that has no such day. */
export function addMonths(from: number, months: number): number {
  const date = new Date(from);
  const day = date.getDate();
  date.setMonth(date.getMonth() + months);
  if (date.getDate() !== day) date.setDate(0);
  return date.getTime();
}
