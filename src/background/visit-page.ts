import browser from "webextension-polyfill";
import type { Reason } from "../audit/reason";
import type { Evidence, Site, Testimony, Visit } from "../audit/site";
import { gather, waitForChange } from "./gather";
import { watchSteadiness } from "./steadiness";
import { within } from "./within";

/** How a visit ended: with what the page told, or with the reason why it told nothing. */
export type VisitOutcome = { readonly testimony: Testimony } | { readonly failure: Reason };

/** How long a loaded page may be closed to the extension before that counts as an answer, in milliseconds. */
const closedTime = 1500;
/** The pause between two looks at a page that cannot be read yet, in milliseconds. */
const knockingInterval = 100;
/** How long one look may take before it counts as lost with the page it was made at, in milliseconds. */
const lookTime = 2000;
/** How many looks in a row a movement of the tab may end: frames that never rest move it as well, without end. */
const mostEndedLooks = 10;

/**
 * Looks at the page in a tab, again after each of its changes, until the visit has its answer or loses patience.
 *
 * @param signal ends the visit early; its reason is thrown
 */
export async function visitPage(site: Site, visit: Visit, tab: number, signal: AbortSignal): Promise<VisitOutcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), visit.patience);
  const stop = AbortSignal.any([signal, patience.signal]);
  const steadiness = watchSteadiness();
  const movements = watchMovements(tab);
  let lastSeen: Evidence | null = null;
  let closedSince: number | null = null;
  let endedLooks = 0;
  try {
    for (;;) {
      // The watch begins before the look, so that a change between the two is not missed.
      const change = waitForChange(tab).catch(() => undefined);
      const moved = movements.next();
      const looking = [lookAt(site, tab), pause(lookTime)];
      const look = await within(stop, Promise.race(endedLooks < mostEndedLooks ? [...looking, moved] : looking));
      endedLooks = look ? 0 : endedLooks + 1;
      if (!look) continue;
      if (look === "closed") {
        closedSince ??= performance.now();
        if (performance.now() - closedSince >= closedTime) {
          const refusal = await within(stop, whyClosed(site, tab));
          if (refusal) return { failure: refusal };
        }
        // It was the page before that went: the next one may have come meanwhile, and need not be waited for.
        await within(stop, Promise.race([pause(knockingInterval), moved]));
        continue;
      }
      closedSince = null;
      lastSeen = look;
      const assessment = visit.assess(look, steadiness(look), false);
      if (assessment.kind === "told") return { testimony: assessment.testimony };
      if (assessment.kind === "failed") return { failure: assessment.reason };
      await within(stop, Promise.race([change, moved, pause(lookTime)]));
    }
  } catch (error) {
    if (signal.aborted || !patience.signal.aborted) throw error;
    const assessment = lastSeen && visit.assess(lastSeen, steadiness(lastSeen), true);
    if (assessment?.kind === "told") return { testimony: assessment.testimony };
    return { failure: assessment?.kind === "failed" ? assessment.reason : "timed-out" };
  } finally {
    clearTimeout(timer);
    movements.end();
  }
}

/** What both gatherers see, or that the page does not let the extension in. */
async function lookAt(site: Site, tab: number): Promise<Evidence | "closed"> {
  try {
    return await gather(site, tab);
  } catch {
    return "closed";
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

/** Why a page cannot be read, or `null` while it may still be on its way. */
async function whyClosed(site: Site, tab: number): Promise<Reason | null> {
  if (!(await browser.permissions.contains({ origins: [...site.origins] }))) return "permission-denied";
  const seen: { status?: string; url?: string; pendingUrl?: string } = await browser.tabs.get(tab);
  const { status, url = "", pendingUrl } = seen;
  // What drew the page has crashed, or the browser has put it to sleep.
  if (status === "unloaded") return "interrupted";
  if (status !== "complete" || pendingUrl || url === "about:blank") return null;
  // The site's address without the site's page: the browser shows an error page of its own.
  return site.owns(url) ? "offline" : "page-changed";
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
