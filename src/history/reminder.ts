import * as z from "zod/mini";
import { addMonths } from "./due";

/** How often a reminder may come, in months. */
export const reminderIntervals = [1, 3, 6] as const;
export const ReminderInterval = z.union(reminderIntervals.map((months) => z.literal(months)));
export type ReminderInterval = z.infer<typeof ReminderInterval>;

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

/** As much of it as a page needs that reminds. */
export const DueReminder = z.pick(Reminder, { months: true, dueAt: true });
export type DueReminder = z.infer<typeof DueReminder>;

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
