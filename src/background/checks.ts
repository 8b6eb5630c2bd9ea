import browser from "webextension-polyfill";
import { type Change, type CheckResult, concludeFailure } from "../audit/check-result";
import type { Reason } from "../audit/reason";
import type { Site } from "../audit/site";
import { sites } from "../sites";
import { type ChangeOrder, changeSetting } from "./change-setting";
import { closeTab } from "./own-tab";
import {
  type Context,
  contexts,
  forgetIntent,
  readIntent,
  readRunning,
  type Subject,
  writeIntent,
  writeResult,
  writeRunning,
} from "./records";
import { runCheck } from "./run-check";

/** How long a permission prompt may stay unanswered before the click behind it is forgotten, in milliseconds. */
const intentLifetime = 5 * 60_000;

/** The checks that this background runs: at most one for each site and context. */
const underWay = new Map<string, { readonly ended: Promise<void>; readonly stop: AbortController }>();

/** Which accounts a window is signed in to. */
async function contextOf(window: number): Promise<Context> {
  const [tab] = await browser.tabs.query({ active: true, windowId: window });
  return tab?.incognito === true ? "private" : "regular";
}

/** Runs a check in a window, or joins what runs already; resolves when it has ended and its result is kept. */
async function check(site: Site, window: number): Promise<void> {
  await undertake(site, window, async (subject, signal) => {
    const progress = (step: number, tab: number | null) => writeRunning(subject, { purpose: "check", step, tab });
    return { result: await runCheck(site, window, signal, progress), change: null };
  });
}

/** Throws a switch in a window and proves it, or joins what runs already; resolves when the outcome is kept. */
export async function change(site: Site, window: number, order: ChangeOrder): Promise<void> {
  await undertake(site, window, (subject, signal) => {
    const progress = (step: number, tab: number | null) => writeRunning(subject, { purpose: "change", step, tab });
    return changeSetting(site, order, window, signal, progress);
  });
}

type Work = (subject: Subject, signal: AbortSignal) => Promise<{ result: CheckResult; change: Change | null }>;

/** One piece of work at a time for each site and context; another that is asked for meanwhile joins it. */
async function undertake(site: Site, window: number, work: Work): Promise<void> {
  const subject: Subject = { site: site.id, context: await contextOf(window) };
  const key = keyOf(subject);
  const joined = underWay.get(key);
  if (joined) return joined.ended;
  const stop = new AbortController();
  const ended = work(subject, stop.signal)
    .then((outcome) => writeResult(subject, outcome.result, outcome.change))
    .finally(() => underWay.delete(key));
  underWay.set(key, { ended, stop });
  return ended;
}

/** Runs the check that a click asked for, its permission prompt being answered; resolves when it has ended. */
export async function checkAsAsked(site: Site, window: number): Promise<void> {
  await forgetIntent();
  await check(site, window);
}

/**
 * Waits for the check that runs in this window, if one does, and ends what a stopped background has left. Where a click
 * still waits for its permission, the person has left the prompt: they are told, once, what can be told without it.
 */
export async function join(site: Site, window: number): Promise<void> {
  const askedAt = Date.now();
  const running = underWay.get(keyOf({ site: site.id, context: await contextOf(window) }));
  if (running) return running.ended;
  await recover();
  const intent = await readIntent();
  // A click that came after this page asked has its prompt still before it.
  if (!intent || intent.isReported || intent.at >= askedAt) return;
  await writeIntent({ ...intent, isReported: true });
  await check(site, window);
}

/** Ends the check that runs in this window; resolves when it has ended. */
export async function cancel(site: Site, window: number): Promise<void> {
  const running = underWay.get(keyOf({ site: site.id, context: await contextOf(window) }));
  running?.stop.abort("cancelled" satisfies Reason);
  await running?.ended;
}

/** Notes that a check is wanted as soon as the browser's permission prompt is answered. */
export async function prepare(site: Site, window: number): Promise<void> {
  await writeIntent({ site: site.id, window, at: Date.now(), isReported: false });
}

/** Begins the check that a click has been waiting for: in Firefox the permission prompt closes the popup. */
export async function checkAsIntended(): Promise<void> {
  const intent = await readIntent();
  const site = sites.find(({ id }) => id === intent?.site);
  await forgetIntent();
  if (intent && site && Date.now() - intent.at < intentLifetime) await check(site, intent.window);
}

/** Ends in order what a background that was stopped has left: its tab is closed, its check is over. */
export async function recover(): Promise<void> {
  for (const site of sites) {
    for (const context of contexts) {
      const subject = { site: site.id, context };
      const left = await readRunning(subject);
      if (!left || underWay.has(keyOf(subject))) continue;
      if (left.tab !== null) await closeTab(left.tab);
      await writeResult(subject, concludeFailure(site.id, site.settings, "interrupted", Date.now()), null);
    }
  }
}

function keyOf({ site, context }: Subject): string {
  return `${context}:${site}`;
}
