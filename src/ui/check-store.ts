import { batch, computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Change, CheckResult, KeptResults } from "../audit/check-result";
import { answerIn, changesIn, concludeFailure, keep } from "../audit/conclude";
import { chooseShown } from "../audit/shown";
import type { SitePage, SiteProfile } from "../audit/site";
import type { ChangeOrder } from "../background/change-setting";
import type { Background, Standing } from "../background/client";
import type { Notice, OnAgain, RunningWork } from "../background/standing";
import { offeredInterval } from "../history/due";
import type { DueReminder } from "../history/reminder";

/** How things stand with the checks of a site. */
export type View =
  | { readonly phase: "idle"; readonly shown: CheckResult | null }
  /** `step` counts from 0; `null` while the browser asks the person for permission. */
  | { readonly phase: "running"; readonly purpose: RunningWork["purpose"]; readonly step: number | null }
  /** `failed`: the last check, where it had no answer and something else is shown. `changes`: the last one first. */
  | {
      readonly phase: "done";
      readonly shown: CheckResult;
      readonly failed: CheckResult | null;
      readonly changes: readonly Change[];
    };

export interface CheckStore {
  /** The site's id. */
  readonly site: string;
  readonly view: ReadonlySignal<View>;
  /** What the person must be told before all else, or `null`. */
  readonly notice: ReadonlySignal<Notice | null>;
  /** Switches that were off and are on again. */
  readonly onAgain: ReadonlySignal<readonly OnAgain[]>;
  /** What was chosen, or `null`. */
  readonly reminder: ReadonlySignal<DueReminder | null>;
  /** Whether nothing is kept of what is shown once the window is closed. */
  readonly isPrivate: boolean;
  /** The time by which ages are told, in milliseconds since 1970. */
  readonly now: ReadonlySignal<number>;
  /** Whether what can be told at once is drawn: then comes what the browser needs longer for. */
  readonly isDrawn: ReadonlySignal<boolean>;
  /** Must be called from a click's handler: the browser may ask for permission. */
  check(): Promise<void>;
  /** As `check`. */
  change(order: ChangeOrder): Promise<void>;
  /** As `check`. */
  guide(setting: string, account: string | null): Promise<void>;
  dismissNotice(): Promise<void>;
  cancel(): Promise<void>;
  showSetting(setting: string): Promise<void>;
  showPage(page: SitePage): Promise<void>;
  noteOwnDoing(again: OnAgain): Promise<void>;
  /** Has the person reminded in three months. */
  remind(): Promise<void>;
  remindLater(): Promise<void>;
  /** What the last check saw, once that was asked for: `text` is `null` where nothing is kept of it. */
  readonly saw: ReadonlySignal<{ readonly text: string | null } | null>;
  readSaw(): Promise<void>;
}

/** What the person has asked for, and no record tells of yet. */
interface Ask {
  readonly purpose: RunningWork["purpose"];
}

const stopped = { reason: "interrupted", detail: "work-stopped" } as const;

/** How often ages are told anew, in milliseconds. */
const clockInterval = 20_000;

/** How long drawing what is known may take before the background is asked nevertheless, in milliseconds. */
const longestDrawing = 300;

/** The state of what shows a check: what is kept, what is running and what the open tab says. */
export function createCheckStore(background: Background, site: SiteProfile): CheckStore {
  const running = signal<RunningWork | null>(null);
  const kept = signal<KeptResults | null>(null);
  const openTab = signal<CheckResult | null>(null);
  const asked = signal<Ask | null>(null);
  /** What becomes of work of which nothing has come, until the background keeps something new. */
  const lost = signal<CheckResult | null>(null);
  const notice = signal<Notice | null>(null);
  const onAgain = signal<readonly OnAgain[]>([]);
  const reminder = signal<DueReminder | null>(null);
  const now = signal(Date.now());
  const isDrawn = signal(false);
  const saw = signal<{ readonly text: string | null } | null>(null);
  let known = "";

  function show(standing: Standing): void {
    // What says the same is not drawn anew.
    const text = JSON.stringify(standing);
    if (text === known) return;
    known = text;
    batch(() => {
      running.value = standing.running;
      // From here on the record tells how far the work is, and when it has ended.
      if (standing.running) asked.value = null;
      if (JSON.stringify(standing.results) !== JSON.stringify(kept.value)) {
        lost.value = null;
        saw.value = null;
      }
      kept.value = standing.results;
      notice.value = standing.notice;
      onAgain.value = standing.onAgain;
      reminder.value = standing.reminder;
      now.value = Date.now();
    });
  }

  async function refresh(): Promise<void> {
    show(await background.read());
  }

  async function glance(): Promise<void> {
    const seen = await background.glance();
    if (!running.value && !asked.value) openTab.value = seen;
  }

  /**
   * Shows work that was begun, and when it has ended what is kept of it: that tells how it went. Where nothing came of it,
   * what was known before must not pass for the answer.
   */
  async function follow(purpose: RunningWork["purpose"], work: Promise<void>): Promise<void> {
    const ask = { purpose };
    batch(() => {
      asked.value = ask;
      openTab.value = null;
      lost.value = null;
    });
    try {
      await work;
      await refresh();
    } catch {
      if (asked.value === ask) lost.value = concludeFailure(site.id, site.settings, stopped, Date.now());
    }
    end(ask);
    learnPermission();
  }

  function learnPermission(): void {
    background.learnPermission().catch(() => undefined);
  }

  /** The answer to what was asked may come after the next has been asked: that is not over. */
  function end(ask: Ask | null): void {
    if (asked.value === ask) asked.value = null;
  }

  const view = computed<View>(() => {
    const purpose = running.value?.purpose ?? asked.value?.purpose;
    if (purpose) return { phase: "running", purpose, step: running.value?.step ?? null };
    const results = lost.value ? keep(kept.value, lost.value, []) : kept.value;
    const shown = chooseShown(results && answerIn(results), openTab.value, now.value);
    if (!results || !shown) return { phase: "idle", shown };
    const { latest } = results;
    const failed = latest.failure !== null && latest !== shown ? latest : null;
    return { phase: "done", shown, failed, changes: changesIn(results) };
  });

  show(background.standing());
  setInterval(() => {
    now.value = Date.now();
  }, clockInterval);
  // What is known is drawn first: to start the background takes the time of those who wait for that.
  requestIdleCallback(
    () => {
      isDrawn.value = true;
      background.watch(show);
      learnPermission();
      glance().catch(() => undefined);
      background
        .join()
        .then(refresh)
        .catch(() => undefined);
    },
    { timeout: longestDrawing },
  );

  return {
    site: site.id,
    view,
    notice,
    onAgain,
    reminder,
    isPrivate: background.standing().isPrivate,
    now,
    isDrawn,
    check: () => follow("check", background.check()),
    change: (order) => follow("change", background.change(order)),
    guide: (setting, account) => background.guide(setting, account),
    dismissNotice: () => background.dismissNotice(),
    async cancel() {
      const ask = asked.value;
      await background.cancel().catch(() => undefined);
      await refresh();
      end(ask);
    },
    showSetting: (setting) => background.showSetting(setting),
    showPage: (page) => background.showPage(page),
    noteOwnDoing: (again) => background.noteOwnDoing(again),
    remind: () => background.remind(offeredInterval),
    remindLater: () => background.remindLater(),
    saw,
    async readSaw() {
      saw.value = { text: await background.readSaw().catch(() => null) };
    },
  };
}
