import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { ImportRefusal } from "../history/export-file";
import type { CheckKey } from "../history/log";
import type { Reminder, ReminderInterval } from "../history/reminder";
import { type History, type ImportOutcome, readHistory, watchHistory } from "./history-records";
import type { ReportMessage } from "./messages";
import { readPlainButton, watchPlainButton } from "./plain-button-record";
import { type Policy, readPolicy, watchPolicy } from "./policy";
import { readReminder, watchReminder } from "./reminder-record";

/** The background, as the report sees it: it reads by itself, and what is to be written is written by the background. */
export interface ReportBackground {
  readHistory(): Promise<History>;
  /** What was chosen or preset, as far as the browser still allows it. */
  readReminder(): Promise<Reminder>;
  /** What an organisation has preset. */
  readPolicy(): Promise<Policy>;
  /** Whether the toolbar button is to tell nothing. */
  readPlainButton(): Promise<boolean>;
  /** Calls back whenever one of the four has changed. */
  watch(changed: () => void): void;
  deleteCheck(key: CheckKey): Promise<void>;
  deleteHistory(): Promise<void>;
  deleteUnreadable(): Promise<void>;
  dismissCrowdedOut(): Promise<void>;
  /** Takes in the text of an export file. */
  importHistory(text: string): Promise<ImportOutcome>;
  remind(months: ReminderInterval | null): Promise<void>;
  /**
   * Asks the browser to let Unlisted show notifications. Must be called from a click's handler, before anything is
   * awaited.
   *
   * @returns whether it may
   */
  startNotifying(): Promise<boolean>;
  stopNotifying(): Promise<void>;
  keepButtonPlain(isPlain: boolean): Promise<void>;
  /**
   * Where whoever looks after the project hears of wrong answers: the page of its repository, which the manifest names.
   * `null` where it names none.
   */
  findReportsPage(): string | null;
}

const notifications = { permissions: ["notifications" as const] };

const Outcome = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("merged"), added: z.number(), known: z.number(), leftOut: z.number() }),
  z.object({ outcome: z.literal("refused"), refusal: ImportRefusal }),
]);

/** Connects the report to the background. */
export function connectReport(): ReportBackground {
  const send = (message: ReportMessage): Promise<unknown> => browser.runtime.sendMessage(message);
  const order = async (message: ReportMessage) => {
    await send(message);
  };
  return {
    readHistory,
    readReminder: async () => {
      const [reminder, { reminderMonths }, isAllowed] = await Promise.all([
        readReminder(),
        readPolicy(),
        browser.permissions.contains(notifications),
      ]);
      return {
        ...reminder,
        months: reminderMonths ?? reminder.months,
        notifies: reminder.notifies && isAllowed,
      };
    },
    readPolicy,
    readPlainButton,
    watch: (changed) => {
      watchPolicy(changed);
      watchHistory(changed);
      watchReminder(changed);
      watchPlainButton(changed);
    },
    deleteCheck: ({ site, time, account }) => order({ report: "delete-check", site, time, account }),
    deleteHistory: () => order({ report: "delete-history" }),
    deleteUnreadable: () => order({ report: "delete-unreadable" }),
    dismissCrowdedOut: () => order({ report: "dismiss-crowded-out" }),
    importHistory: async (text) => Outcome.parse(await send({ report: "import", text })),
    remind: (months) => order({ report: "remind", months }),
    startNotifying: async () => {
      const isAllowed = await browser.permissions.request(notifications).catch(() => false);
      if (isAllowed) await order({ report: "notify", isWanted: true });
      return isAllowed;
    },
    stopNotifying: async () => {
      await order({ report: "notify", isWanted: false });
      // What is not needed any more is given back.
      await browser.permissions.remove(notifications).catch(() => false);
    },
    keepButtonPlain: (isPlain) => order({ report: "keep-button-plain", isPlain }),
    findReportsPage: () => {
      const { homepage_url: project } = browser.runtime.getManifest();
      return project ? `${project.replace(/\/$/, "")}/issues/new?template=wrong-answer.md` : null;
    },
  };
}
