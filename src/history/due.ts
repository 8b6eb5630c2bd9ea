import type { Reminder, ReminderInterval } from "./reminder";

/** How soon the reminder comes that is offered after good news, in months. */
export const offeredInterval = 3 satisfies ReminderInterval;

/** Whether it is time. */
export function isDue({ dueAt }: Pick<Reminder, "dueAt">, now: number): boolean {
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
