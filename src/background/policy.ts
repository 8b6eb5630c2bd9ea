import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { ReminderInterval } from "../history/reminder";

/** What an organisation has set for its people, described for them in `docs/organisations.md`. */
export interface Policy {
  /** How often to remind, in months; `null` where that is left to each person. */
  readonly reminderMonths: ReminderInterval | null;
  readonly allowsNotifications: boolean;
  readonly showsWelcome: boolean;
}

/** One wrong value takes nothing away from the others. */
const Preset = z.object({
  reminderMonths: z.catch(z.nullable(ReminderInterval), null),
  notifications: z.catch(z.boolean(), true),
  welcomePage: z.catch(z.boolean(), true),
});

/** Reads what is preset. Most browsers have nothing, and Firefox then refuses to answer. */
export async function readPolicy(): Promise<Policy> {
  const preset = Preset.parse({ ...(await browser.storage.managed.get().catch(() => ({}))) });
  return {
    reminderMonths: preset.reminderMonths,
    allowsNotifications: preset.notifications,
    showsWelcome: preset.welcomePage,
  };
}

/** Calls back whenever something was preset anew. */
export function watchPolicy(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "managed") changed();
  });
}
