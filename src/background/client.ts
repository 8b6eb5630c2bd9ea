import type { Browser } from "webextension-polyfill";
import type { CheckResult, KeptResults } from "../audit/check-result";
import type { SiteProfile } from "../audit/site";
import type { Message, Wish } from "./messages";
import * as shapes from "./record-shapes";
import { fits, type Shape } from "./shape";
import type { Notice, RunningCheck } from "./standing";
import { contexts, noticeKey, resultsKey, runningKey, type Subject } from "./subject";
import type { ChangeOrder } from "./throw-switch";

// Both browsers answer with promises under this name: the polyfill would be a fifth of all that the popup loads.
declare const chrome: Pick<Browser, "permissions" | "runtime" | "storage" | "tabs"> &
  Partial<Pick<Browser, "commands">>;

/** How things stand for a site in the window that a page belongs to. */
interface Standing {
  /** The check that is under way, or `null`. */
  readonly running: RunningCheck | null;
  /** The last results, or `null` where there are none that can be understood. */
  readonly results: KeptResults | null;
  /** What the person must be told, or `null`. */
  readonly notice: Notice | null;
}

/** The background, as an extension page sees it: for one site, in the window that the page belongs to. */
export interface Background {
  /** The first answer is as of the connection. */
  read(): Promise<Standing>;
  dismissNotice(): Promise<void>;
  /** Calls back whenever something of it has changed. */
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
export async function connect(site: SiteProfile): Promise<Background> {
  const [[tab], first] = await Promise.all([
    // Asked by way of a tab: Firefox for Android has tabs and no windows.
    chrome.tabs.query({ active: true, currentWindow: true }),
    // At once, before it is known which of them is meant: nothing can be drawn until it is read.
    readRecords(contexts.map((context) => ({ site: site.id, context }))),
  ]);
  if (tab?.windowId === undefined) throw new Error("This page belongs to no window.");
  const window = tab.windowId;
  const subject: Subject = { site: site.id, context: tab.incognito ? "private" : "regular" };
  let early: Records | null = first;
  const send = (message: Message): Promise<unknown> => chrome.runtime.sendMessage(message);
  const about = { site: site.id, window };

  async function read(): Promise<Standing> {
    const records = early ?? (await readRecords([subject]));
    early = null;
    return standingOf(subject, records);
  }

  /**
   * Sends a message and waits until no check is running any more. A background that is stopped meanwhile leaves its
   * check behind and answers in one way or another: asking again starts it anew, and then it ends what it left.
   */
  async function sendAndWait(message: Message): Promise<void> {
    await send(message).catch(() => undefined);
    for (let attempt = 0; attempt < mostAttempts && (await read()).running; attempt += 1) {
      await send({ ask: "join", ...about }).catch(() => undefined);
    }
  }

  /** Refused or not, the background knows what to do: it looks for itself what it may read. */
  async function askPermissionFor(wish: Wish): Promise<void> {
    // In Firefox the prompt closes this page: then the background goes on when the permission arrives.
    send({ ask: "prepare", wish, ...about }).catch(() => undefined);
    await chrome.permissions.request({ origins: [...site.origins] }).catch(() => false);
  }

  return {
    read,
    dismissNotice: async () => {
      await send({ ask: "dismiss-notice", ...about });
    },
    watch: (changed) =>
      chrome.storage.onChanged.addListener((changes) => {
        if (Object.values(keysOf(subject)).some((key) => key in changes)) changed();
      }),
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
    glance: async () => orNull(shapes.checkResult, await send({ ask: "glance", ...about })),
    showSetting: async (setting) => {
      await send({ ask: "show-setting", setting, ...about });
    },
    readShortcut: async () => {
      // Firefox for Android has no keys, and others may have given them away.
      const commands = (await chrome.commands?.getAll()) ?? [];
      return commands.find(({ name }) => name === "_execute_action")?.shortcut || null;
    },
  };
}

const keysOf = (subject: Subject) => ({
  running: runningKey(subject),
  results: resultsKey(subject),
  notice: noticeKey(subject),
});

/** What the browser's two storages hold, by key, before it is parsed. */
interface Records {
  readonly inMemory: Readonly<Record<string, unknown>>;
  readonly onDisk: Readonly<Record<string, unknown>>;
}

async function readRecords(subjects: readonly Subject[]): Promise<Records> {
  const keys = subjects.map(keysOf);
  const { local, session } = chrome.storage;
  const [inMemory, onDisk] = await Promise.all([
    session.get(keys.flatMap((ofOne) => Object.values(ofOne))),
    local.get(keys.map(({ results }) => results)),
  ]);
  return { inMemory, onDisk };
}

function standingOf(subject: Subject, { inMemory, onDisk }: Records): Standing {
  const keys = keysOf(subject);
  return {
    running: orNull(shapes.runningCheck, inMemory[keys.running]),
    // What the disk had no room for is newer than what is on it.
    results: orNull(shapes.keptResults, inMemory[keys.results]) ?? orNull(shapes.keptResults, onDisk[keys.results]),
    notice: orNull(shapes.notice, inMemory[keys.notice]),
  };
}

function orNull<Value>(shape: Shape<Value>, value: unknown): Value | null {
  return fits(shape, value) ? value : null;
}
