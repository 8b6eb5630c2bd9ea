import { batch, computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { SiteProfile } from "../audit/site";
import type { History, ImportOutcome } from "../background/history-records";
import type { Policy } from "../background/policy";
import type { ReportBackground } from "../background/report-client";
import { type SettingChange, traceChanges } from "../history/changes";
import { largestFile, writeExport } from "../history/export-file";
import { type AccountKey, accountsIn, type CheckKey, isOfAccount } from "../history/log";
import type { LoggedCheck } from "../history/logged-check";
import type { Reminder, ReminderInterval } from "../history/reminder";
import type { SavedFile } from "../ui/save-file";
import { writeHistoryPage } from "./history-page";

/** What came of taking in a file. */
interface Imported {
  readonly outcome: ImportOutcome;
  /** The file's name. */
  readonly file: string;
}

export interface HistoryStore {
  readonly sites: readonly SiteProfile[];
  readonly history: ReadonlySignal<History>;
  readonly accounts: ReadonlySignal<readonly AccountKey[]>;
  readonly changes: ReadonlySignal<ReadonlyMap<LoggedCheck, readonly SettingChange[]>>;
  /** The one account that is shown, or `null` for all. */
  readonly chosen: ReadonlySignal<AccountKey | null>;
  /** The checks of the accounts that are shown, newest first. */
  readonly matching: ReadonlySignal<readonly LoggedCheck[]>;
  /** As many of them as are drawn. */
  readonly drawn: ReadonlySignal<readonly LoggedCheck[]>;
  /** Whether the accounts' handles are shown, saved and printed. */
  readonly isNamed: ReadonlySignal<boolean>;
  readonly imported: ReadonlySignal<Imported | null>;
  readonly reminder: ReadonlySignal<Reminder>;
  readonly policy: ReadonlySignal<Policy>;
  /** Whether the toolbar button tells nothing. */
  readonly isButtonPlain: ReadonlySignal<boolean>;
  /** Whether the browser has just refused notifications. */
  readonly isNotifyingRefused: ReadonlySignal<boolean>;
  choose(account: AccountKey | null): void;
  showMore(): void;
  showAll(): void;
  setNamed(isNamed: boolean): void;
  deleteCheck(key: CheckKey): Promise<void>;
  deleteHistory(): Promise<void>;
  deleteUnreadable(): Promise<void>;
  dismissCrowdedOut(): Promise<void>;
  asFile(): SavedFile;
  asPage(): SavedFile;
  takeIn(file: File): Promise<void>;
  remind(months: ReminderInterval | null): Promise<void>;
  /** Must be called from a click's handler: the browser may ask for permission. */
  setNotifying(isWanted: boolean): Promise<void>;
  keepButtonPlain(isPlain: boolean): Promise<void>;
}

/** How many checks are drawn at first, and with every wish for more. */
const pageLength = 20;

/** The state of the report's sections on the log of checks. Resolves when they can be drawn. */
export async function createHistoryStore(
  background: ReportBackground,
  sites: readonly SiteProfile[],
): Promise<HistoryStore> {
  const history = signal(await background.readHistory());
  const reminder = signal(await background.readReminder());
  const policy = signal(await background.readPolicy());
  const isButtonPlain = signal(await background.readPlainButton());
  const chosen = signal<AccountKey | null>(null);
  const length = signal(pageLength);
  const isNamed = signal(true);
  const imported = signal<Imported | null>(null);
  const isNotifyingRefused = signal(false);

  async function refresh(): Promise<void> {
    const [log, choice, preset, isPlain] = await Promise.all([
      background.readHistory(),
      background.readReminder(),
      background.readPolicy(),
      background.readPlainButton(),
    ]);
    batch(() => {
      history.value = log;
      reminder.value = choice;
      policy.value = preset;
      isButtonPlain.value = isPlain;
      // The last check of an account may be gone.
      const { value } = chosen;
      if (value && !log.checks.some((check) => isOfAccount(check, value))) chosen.value = null;
    });
  }

  const checks = computed(() => history.value.checks);
  const changes = computed(() => traceChanges(checks.value, Date.now()));
  const matching = computed(() => {
    const account = chosen.value;
    return account ? checks.value.filter((check) => isOfAccount(check, account)) : checks.value;
  });
  background.watch(refresh);

  const nameOf = (ending: string) => `unlisted-${new Date().toISOString().slice(0, 10)}.${ending}`;

  return {
    sites,
    history,
    accounts: computed(() => accountsIn(checks.value)),
    changes,
    chosen,
    matching,
    drawn: computed(() => matching.value.slice(0, length.value)),
    isNamed,
    imported,
    reminder,
    policy,
    isButtonPlain,
    isNotifyingRefused,
    choose(account) {
      batch(() => {
        chosen.value = account;
        length.value = pageLength;
      });
    },
    showMore() {
      length.value += pageLength;
    },
    showAll() {
      length.value = matching.value.length;
    },
    setNamed(isWanted) {
      isNamed.value = isWanted;
    },
    deleteCheck: (key) => background.deleteCheck(key).then(refresh),
    deleteHistory: () => background.deleteHistory().then(refresh),
    deleteUnreadable: () => background.deleteUnreadable().then(refresh),
    dismissCrowdedOut: () => background.dismissCrowdedOut().then(refresh),
    asFile: () => ({
      name: nameOf("json"),
      type: "application/json",
      content: writeExport(checks.value, isNamed.value, Date.now()),
    }),
    asPage: () => ({
      name: nameOf("html"),
      type: "text/html",
      content: writeHistoryPage(checks.value, sites, isNamed.value, Date.now()),
    }),
    async takeIn(file) {
      imported.value = null;
      // Not even read: it might be of any size.
      const outcome: ImportOutcome =
        file.size > largestFile
          ? { outcome: "refused", refusal: "too-large" }
          : await background.importHistory(await file.text());
      await refresh();
      imported.value = { outcome, file: file.name };
    },
    remind: (months) => background.remind(months).then(refresh),
    keepButtonPlain: (isPlain) => background.keepButtonPlain(isPlain).then(refresh),
    async setNotifying(isWanted) {
      isNotifyingRefused.value = false;
      if (isWanted) isNotifyingRefused.value = !(await background.startNotifying());
      else await background.stopNotifying();
      await refresh();
    },
  };
}
