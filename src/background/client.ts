import type { Browser } from "webextension-polyfill";
import type { CheckResult, KeptResults } from "../audit/check-result";
import type { SitePage, SiteProfile } from "../audit/site";
import type { DueReminder, ReminderInterval } from "../history/reminder";
import type { ChangeOrder } from "./change-setting";
import { followRecords } from "./followed-records";
import type { Message, ReportMessage, Wish } from "./messages";
import * as shapes from "./record-shapes";
import { fits, type Shape } from "./shape";
import type { Notice, OnAgain, RunningWork } from "./standing";
import { contexts, noticeKey, onAgainKey, reminderKey, resultsKey, runningKey, type Subject } from "./subject";

// Both browsers answer with promises under this name: the polyfill would be a fifth of all that the popup loads.
declare const chrome: Pick<Browser, "permissions" | "runtime" | "tabs">;

/** How things stand for a site in the window that a page belongs to. */
export interface Standing {
  /** The check that is under way, or `null`. */
  readonly running: RunningWork | null;
  /** The last results, or `null` where there are none that can be understood. */
  readonly results: KeptResults | null;
  /** What the person must be told, or `null`. */
  readonly notice: Notice | null;
  /** Switches that were off and are on again; nothing in private windows. */
  readonly onAgain: readonly OnAgain[];
  /** What was chosen, or `null` where that cannot be understood or nothing was. */
  readonly reminder: DueReminder | null;
  /** Whether the page is one of a private window, of which nothing is kept. */
  readonly isPrivate: boolean;
}

/** The background, as an extension page sees it: for one site, in the window that the page belongs to. */
export interface Background {
  /** How things stand, as far as the browser has told. */
  standing(): Standing;
  /** Asks the browser: what has just been answered is in it. */
  read(): Promise<Standing>;
  /** Calls back at once with what is new, and whenever something of it has changed. */
  watch(changed: (standing: Standing) => void): void;
  dismissNotice(): Promise<void>;
  /**
   * Asks the browser for permission where it is missing, and checks, or joins the check that is running. Must be
   * called from a click's handler, before anything is awaited. Resolves when the check has ended; rejects where nothing
   * has come of it, not even a result that says why.
   */
  check(): Promise<void>;
  /**
   * Throws some of the site's switches and proves it. Must be called from a click's handler, before anything is awaited.
   * Resolves when the outcome is kept; rejects as `check` does.
   */
  change(order: ChangeOrder): Promise<void>;
  /** Begins to guide on the site's own page. Must be called from a click's handler, before anything is awaited. */
  guide(setting: string, account: string | null): Promise<void>;
  /** Learns whether the browser must be asked for permission at a click: until that is known it is asked. */
  learnPermission(): Promise<void>;
  /** Waits for the check that is running, if one is, and sees to what an earlier page left unfinished. */
  join(): Promise<void>;
  cancel(): Promise<void>;
  /** What the window's active tab says, or `null`. */
  glance(): Promise<CheckResult | null>;
  showSetting(setting: string): Promise<void>;
  showPage(page: SitePage): Promise<void>;
  /** The person says that they opened this switch themselves. */
  noteOwnDoing(again: OnAgain): Promise<void>;
  remind(months: ReminderInterval): Promise<void>;
  /** Puts off a reminder that is due. */
  remindLater(): Promise<void>;
  /** What the last check saw, as the text of a file; `null` where nothing is kept of it. */
  readSaw(): Promise<string | null>;
}

/** How often a background that was stopped is asked again. */
const mostAttempts = 5;
/** How long it may give no sign of life, in milliseconds: the first thing that it does is to note that it has begun. */
const longestSilence = 20_000;

/** Connects a page to the background. */
export async function connect(site: SiteProfile): Promise<Background> {
  const shared = { onAgain: onAgainKey(site.id), reminder: reminderKey };
  const keys = [
    ...contexts.flatMap((context) => Object.values(keysOf({ site: site.id, context }))),
    ...Object.values(shared),
  ];
  const [[tab], records] = await Promise.all([
    // Asked by way of a tab: Firefox for Android has tabs and no windows.
    chrome.tabs.query({ active: true, currentWindow: true }),
    // At once, before it is known which of them is meant: nothing can be drawn until it is read.
    followRecords(keys),
  ]);
  if (tab?.windowId === undefined) throw new Error("This page belongs to no window.");
  const window = tab.windowId;
  const subject: Subject = { site: site.id, context: tab.incognito ? "private" : "regular" };
  const send = (message: Message | ReportMessage): Promise<unknown> => chrome.runtime.sendMessage(message);
  const isPrivate = subject.context === "private";
  const about = { site: site.id, window };

  function standing(): Standing {
    const { session, local } = records.current();
    const { running, results, notice } = keysOf(subject);
    return {
      running: orNull(shapes.runningWork, session[running]),
      // What the disk had no room for is newer than what is on it.
      results: orNull(shapes.keptResults, session[results]) ?? orNull(shapes.keptResults, local[results]),
      notice: orNull(shapes.notice, session[notice]),
      onAgain: (isPrivate ? null : orNull({ each: shapes.onAgain }, local[shared.onAgain])) ?? [],
      reminder: orNull(shapes.dueReminder, local[shared.reminder]),
      isPrivate,
    };
  }

  async function read(): Promise<Standing> {
    await records.read();
    return standing();
  }

  /**
   * Sends a message and waits until no check is running any more. A background that is stopped meanwhile leaves its
   * check behind and answers in one way or another: asking again starts it anew, and then it ends what it left.
   *
   * @throws Error where it has neither answered nor kept a result
   */
  async function sendAndWait(message: Message): Promise<void> {
    const before = JSON.stringify(standing().results);
    const answered = send(message).then(
      () => true,
      () => false,
    );
    const isAnswered = await Promise.race([answered, silence(before)]);
    for (let attempt = 0; attempt < mostAttempts && (await read()).running; attempt += 1) {
      await send({ ask: "join", ...about }).catch(() => undefined);
    }
    if (!isAnswered && JSON.stringify(standing().results) === before) throw new Error("The background is silent.");
  }

  /** Resolves once the background has had its time and nothing tells that it does anything. */
  async function silence(before: string): Promise<false> {
    await new Promise((resolve) => setTimeout(resolve, longestSilence));
    const { running, results } = await read();
    return running || JSON.stringify(results) !== before ? new Promise(() => undefined) : false;
  }

  const origins = [...site.origins];
  let isAllowed = false;
  const forgetPermission = () => {
    isAllowed = false;
  };

  /** Refused or not, the background knows what to do: it looks for itself what it may read. */
  async function askPermissionFor(wish: Wish): Promise<void> {
    if (isAllowed) return;
    // In Firefox the prompt closes this page: then the background goes on when the permission arrives.
    send({ ask: "prepare", wish, ...about }).catch(() => undefined);
    isAllowed = await chrome.permissions.request({ origins }).catch(() => false);
  }

  return {
    standing,
    read,
    watch: (changed) => records.watch(() => changed(standing())),
    dismissNotice: async () => {
      await send({ ask: "dismiss-notice", ...about });
    },
    check: async () => {
      const wish: Wish = { ask: "check", ...about };
      await askPermissionFor(wish);
      await sendAndWait(wish);
    },
    change: async ({ switches, account }) => {
      const wish: Wish = { ask: "change", switches: [...switches], account, ...about };
      await askPermissionFor(wish);
      await sendAndWait(wish);
    },
    guide: async (setting, account) => {
      const wish: Wish = { ask: "guide", setting, account, ...about };
      await askPermissionFor(wish);
      await send(wish);
    },
    learnPermission: async () => {
      // Heard once, however often it is asked for.
      chrome.permissions.onRemoved.addListener(forgetPermission);
      isAllowed = await chrome.permissions.contains({ origins });
    },
    join: () => sendAndWait({ ask: "join", ...about }),
    cancel: () => sendAndWait({ ask: "cancel", ...about }),
    glance: async () => orNull(shapes.checkResult, await send({ ask: "glance", ...about })),
    showSetting: async (setting) => {
      await send({ ask: "show-setting", setting, ...about });
    },
    showPage: async (page) => {
      await send({ ask: "show-page", page, ...about });
    },
    noteOwnDoing: async ({ setting, account, on }) => {
      await send({ ask: "own-doing", setting, account, at: on, ...about });
    },
    remind: async (months) => {
      await send({ report: "remind", months });
    },
    remindLater: async () => {
      await send({ report: "remind-later" });
    },
    readSaw: async () => {
      const text = await send({ ask: "saw", ...about });
      return typeof text === "string" ? text : null;
    },
  };
}

const keysOf = (subject: Subject) => ({
  running: runningKey(subject),
  results: resultsKey(subject),
  notice: noticeKey(subject),
});

function orNull<Value>(shape: Shape<Value>, value: unknown): Value | null {
  return fits(shape, value) ? value : null;
}
