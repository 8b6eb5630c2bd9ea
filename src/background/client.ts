import browser from "webextension-polyfill";
import { CheckResult, type KeptResults } from "../audit/check-result";
import type { Site } from "../audit/site";
import type { Message, Wish } from "./messages";
import {
  type Notice,
  type RunningCheck,
  readNotice,
  readResults,
  readRunning,
  type Subject,
  watchRecords,
} from "./records";
import type { ChangeOrder } from "./throw-switch";

/** The background, as an extension page sees it: for one site, in the window that the page belongs to. */
export interface Background {
  readRunning(): Promise<RunningCheck | null>;
  readResults(): Promise<KeptResults | null>;
  /** What the person must be told, or `null`. */
  readNotice(): Promise<Notice | null>;
  dismissNotice(): Promise<void>;
  /** Calls back whenever one of the three has changed. */
  watch(changed: () => void): void;
  /**
   * Asks the browser for permission where it is missing, and checks, or joins the check that is running. Must be
   * called from a click's handler, before anything is awaited. Resolves when the check has ended.
   */
  check(): Promise<void>;
  /**
   * Throws one of the site's switches and proves it. Must be called from a click's handler, before anything is awaited.
   * Resolves when the outcome is kept.
   */
  change(order: ChangeOrder): Promise<void>;
  /** Begins to guide on the site's own page. Must be called from a click's handler, before anything is awaited. */
  guide(setting: string, account: string | null): Promise<void>;
  /** Waits for the check that is running, if one is, and sees to what an earlier page left unfinished. */
  join(): Promise<void>;
  cancel(): Promise<void>;
  /** What the window's active tab says, or `null`. */
  glance(): Promise<CheckResult | null>;
  showSetting(setting: string): Promise<void>;
  /** The keys that open the popup, as the browser writes them; `null` where there are none. */
  readShortcut(): Promise<string | null>;
}

/** How often a background that was stopped is asked again. */
const mostAttempts = 5;

/** Connects a page to the background. */
export async function connect(site: Site): Promise<Background> {
  // Asked by way of a tab: Firefox for Android has tabs and no windows.
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.windowId === undefined) throw new Error("This page belongs to no window.");
  const window = tab.windowId;
  const subject: Subject = { site: site.id, context: tab.incognito ? "private" : "regular" };
  const send = (message: Message): Promise<unknown> => browser.runtime.sendMessage(message);
  const about = { site: site.id, window };

  /**
   * Sends a message and waits until no check is running any more. A background that is stopped meanwhile leaves its
   * check behind and answers in one way or another: asking again starts it anew, and then it ends what it left.
   */
  async function sendAndWait(message: Message): Promise<void> {
    await send(message).catch(() => undefined);
    for (let attempt = 0; attempt < mostAttempts && (await readRunning(subject)); attempt += 1) {
      await send({ ask: "join", ...about }).catch(() => undefined);
    }
  }

  /** Refused or not, the background knows what to do: it looks for itself what it may read. */
  async function askPermissionFor(wish: Wish): Promise<void> {
    // In Firefox the prompt closes this page: then the background goes on when the permission arrives.
    send({ ask: "prepare", wish, ...about }).catch(() => undefined);
    await browser.permissions.request({ origins: [...site.origins] }).catch(() => false);
  }

  return {
    readRunning: () => readRunning(subject),
    readResults: () => readResults(subject),
    readNotice: () => readNotice(subject),
    dismissNotice: async () => {
      await send({ ask: "dismiss-notice", ...about });
    },
    watch: (changed) => watchRecords(subject, changed),
    check: async () => {
      const wish: Wish = { ask: "check", ...about };
      await askPermissionFor(wish);
      await sendAndWait(wish);
    },
    change: async ({ setting, state, account }) => {
      const wish: Wish = { ask: "change", setting, state, account, ...about };
      await askPermissionFor(wish);
      await sendAndWait(wish);
    },
    guide: async (setting, account) => {
      const wish: Wish = { ask: "guide", setting, account, ...about };
      await askPermissionFor(wish);
      await send(wish);
    },
    join: () => sendAndWait({ ask: "join", ...about }),
    cancel: () => sendAndWait({ ask: "cancel", ...about }),
    glance: async () => {
      const answer = CheckResult.safeParse(await send({ ask: "glance", ...about }));
      return answer.success ? answer.data : null;
    },
    showSetting: async (setting) => {
      await send({ ask: "show-setting", setting, ...about });
    },
    readShortcut: async () => {
      // Firefox for Android has no keys, and others may have given them away.
      const commands = (await browser.commands?.getAll()) ?? [];
      return commands.find(({ name }) => name === "_execute_action")?.shortcut || null;
    },
  };
}
