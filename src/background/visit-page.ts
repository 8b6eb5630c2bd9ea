import browser from "webextension-polyfill";
import type { Detail } from "../audit/detail";
import type { SawLook } from "../audit/saw";
import type { Assessment, EarlierLook, Evidence, Site, Testimony, Visit, Way } from "../audit/site";
import { gather, waitForChange } from "./gather";
import { watchSteadiness } from "./steadiness";
import { within } from "./within";

/**
 * How a visit ended: with what the page told, or why exactly it told nothing; or it found that the site's memory cannot be
 * read, so that its answers must be overheard. `look` is the last that was seen, `null` where nothing was.
 */
export type VisitOutcome = (
  | { readonly kind: "told"; readonly testimony: Testimony }
  | { readonly kind: "failed"; readonly detail: Detail }
  | { readonly kind: "unread" }
) & { readonly look: SawLook | null };

/** How long a loaded page may be closed to the extension before that counts as an answer, in milliseconds. */
const closedTime = 1500;
/** The pause between two looks at a page that cannot be read yet, in milliseconds. */
const knockingInterval = 100;
/** How long one look may take before it counts as lost with the page it was made at, in milliseconds. */
const lookTime = 2000;
/** How many looks that differ are remembered. */
const mostRemembered = 50;
/** How many looks in a row a movement of the tab may end: frames that never rest move it as well, without end. */
const mostEndedLooks = 10;

/**
 * Looks at the page in a tab, again after each of its changes, until the visit has its answer or loses patience.
 *
 * @param way whether answers are overheard in this tab, or could be
 * @param signal ends the visit early; its reason is thrown
 */
export async function visitPage(
  site: Site,
  visit: Visit,
  tab: number,
  way: Way,
  signal: AbortSignal,
): Promise<VisitOutcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), visit.patience);
  const stop = AbortSignal.any([signal, patience.signal]);
  const steadiness = watchSteadiness();
  const movements = watchMovements(tab);
  const before: EarlierLook[] = [];
  const looks: { readonly evidence: Evidence; readonly steadyFor: number; readonly isLast: boolean }[] = [];
  let closedSince: number | null = null;
  let endedLooks = 0;
  let isRenewed = false;
  const assess = (evidence: Evidence, isLast: boolean): Assessment => {
    const steadyFor = steadiness(evidence);
    const assessment = visit.assess(evidence, steadyFor, isLast, way, before);
    looks[0] = { evidence, steadyFor, isLast };
    // What stays the same is remembered once.
    if (steadyFor === 0) before.push({ evidence, at: Date.now() });
    if (before.length > mostRemembered) before.shift();
    return assessment;
  };
  const describeLast = (): SawLook | null => {
    const [last] = looks;
    if (!last) return null;
    const { evidence, steadyFor, isLast } = last;
    return { visit: visit.id, way, steadyFor, isLast, saw: site.describe(evidence) };
  };
  try {
    for (;;) {
      // The watch begins before the look, so that a change between the two is not missed.
      const change = waitForChange(tab).catch(() => undefined);
      const moved = movements.next();
      const looking = [lookAt(site, tab, way), pause(lookTime)];
      const seen = await within(stop, Promise.race(endedLooks < mostEndedLooks ? [...looking, moved] : looking));
      endedLooks = seen ? 0 : endedLooks + 1;
      if (!seen) {
        const tabNow = await within(stop, readTab(tab));
        if (tabNow && isAsleep(tabNow)) return { kind: "failed", detail: "tab-asleep", look: describeLast() };
        continue;
      }
      if ("refusal" in seen) {
        closedSince ??= performance.now();
        if (performance.now() - closedSince >= closedTime) {
          const refusal = await within(stop, whyClosed(site, tab, seen.refusal));
          if (refusal) return { kind: "failed", detail: refusal, look: describeLast() };
        }
        // It was the page before that went: the next one may have come meanwhile, and need not be waited for.
        await within(stop, Promise.race([pause(knockingInterval), moved]));
        continue;
      }
      closedSince = null;
      const assessment = assess(seen, false);
      if (assessment.kind === "again") continue;
      if (assessment.kind === "kept" && !isRenewed) {
        isRenewed = true;
        await within(stop, browser.tabs.reload(tab, { bypassCache: true }));
        continue;
      }
      if (assessment.kind !== "waiting" && assessment.kind !== "kept") return { ...assessment, look: describeLast() };
      await within(stop, Promise.race([change, moved, pause(lookTime)]));
    }
  } catch (error) {
    if (signal.aborted || !patience.signal.aborted) throw error;
    const [last] = looks;
    const assessment = last && assess(last.evidence, true);
    const look = describeLast();
    const isOver = assessment?.kind === "told" || assessment?.kind === "failed" || assessment?.kind === "unread";
    return isOver ? { ...assessment, look } : { kind: "failed", detail: "no-answer", look };
  } finally {
    clearTimeout(timer);
    movements.end();
  }
}

/** What both gatherers see, or in which words the browser does not let the extension into the page. */
async function lookAt(site: Site, tab: number, way: Way): Promise<Evidence | { readonly refusal: string }> {
  try {
    return await gather(site, tab, way === "overhearing");
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : "" };
  }
}

/** Tells when a tab goes from one page to the next: what was asked of the old page may then never be answered. */
function watchMovements(tab: number) {
  let move = () => {};
  const watch = (updated: number, { status }: { status?: string }) => {
    if (updated === tab && status !== undefined) move();
  };
  browser.tabs.onUpdated.addListener(watch);
  return {
    /** Resolves at the next movement. */
    next: () =>
      new Promise<void>((resolve) => {
        move = resolve;
      }),
    end: () => browser.tabs.onUpdated.removeListener(watch),
  };
}

/**
 * Why a page cannot be read, or `null` while it may still be on its way.
 *
 * @param refusal in which words the browser keeps it closed
 */
async function whyClosed(site: Site, tab: number, refusal: string): Promise<Detail | null> {
  if (!(await browser.permissions.contains({ origins: [...site.origins] }))) return "not-allowed";
  const seen = await readTab(tab);
  if (!seen) return "tab-closed";
  if (isAsleep(seen)) return "tab-asleep";
  const { status, url = "", pendingUrl, favIconUrl = "" } = seen;
  if (status !== "complete" || pendingUrl || url === "about:blank") return null;
  // Chromium says it, and hides the address.
  if (/\bpolicy\b/.test(refusal)) return "policy-forbids";
  if (!site.owns(url)) return "led-elsewhere";
  // Firefox refuses a page that it keeps extensions away from in the same words as an error page of its own. Only the
  // former has the site's icon.
  const isThere = /^Missing host permission/.test(refusal) && /^(?:https|data):/.test(favIconUrl);
  return isThere ? "policy-forbids" : "error-page";
}

/** What both browsers tell of a tab, and what only one of them does. */
interface SeenTab {
  readonly status?: string;
  readonly url?: string;
  readonly pendingUrl?: string;
  readonly favIconUrl?: string;
  readonly discarded?: boolean;
  readonly frozen?: boolean;
}

async function readTab(tab: number): Promise<SeenTab | null> {
  return browser.tabs.get(tab).catch(() => null);
}

/**
 * Whether nothing in a tab answers any more: what drew its page has crashed, or the browser has put it to sleep to save
 * memory or strength. Firefox calls a tab complete whose page it has thrown away.
 */
function isAsleep({ status, discarded, frozen }: SeenTab): boolean {
  return status === "unloaded" || discarded === true || frozen === true;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
