import type { Change, CheckResult } from "../audit/check-result";
import { isDetail, reasonOf } from "../audit/detail";
import type { Reason } from "../audit/reason";
import type { Site } from "../audit/site";
import { type OwnTab, openOwnTab, watchTab } from "./own-tab";
import { type Checked, type Progress, runCheck } from "./run-check";
import {
  findSwitch,
  type SwitchOrder,
  type Thrower,
  type Thrown,
  throwSwitch,
  type WantedSwitch,
} from "./throw-switch";

/** What the person asked for by one click that named all of it. */
export interface ChangeOrder {
  /** Each of another setting. */
  readonly switches: readonly WantedSwitch[];
  /** As in `SwitchOrder`. */
  readonly account: string | null;
}

/** What came of a change: of each switch, and the fresh check that proved or disproved it. */
export interface ChangeOutcome extends Checked {
  /** In the order in which they were asked for. */
  readonly changes: readonly Change[];
  /** The switches of which the site has not answered Unlisted's own click: it may still carry it out. */
  readonly unanswered: readonly WantedSwitch[];
}

/** How the throwing of one switch went, before anything is proven. */
interface Attempt extends Thrown {
  readonly order: SwitchOrder;
  readonly isUnanswered: boolean;
}

/**
 * Throws the site's own switches for the person: loads their page afresh in a background tab, makes sure that it is the
 * account that they were shown, clicks each switch once, waits until the page has saved, and closes the tab. What the page
 * shows then proves nothing, so a whole fresh check follows, and only that says what is done.
 *
 * @param signal ends it early; its reason, one of the closed list, becomes the failure of what has not been done
 * @param progress told the steps: 0 while switches are thrown, then those of the check, counted on
 */
export async function changeSettings(
  site: Site,
  { switches, account }: ChangeOrder,
  window: number,
  signal: AbortSignal,
  progress: Progress,
): Promise<ChangeOutcome> {
  const orders = switches.map((wanted): SwitchOrder => ({ ...wanted, account }));
  const attempts: Attempt[] = [];
  let tab: OwnTab | null = null;
  try {
    for (const order of orders) {
      const before = attempts.at(-1)?.failure ?? null;
      // What stands in the way of one switch stands in the way of the next, but for a switch that was not found.
      if (before !== null && before !== "control-not-found") {
        attempts.push({ order, from: null, failure: before, isUnanswered: false });
        continue;
      }
      const attempted = await attempt(order, signal, async (write) => {
        if (!tab) await progress(0, "opening");
        const found = findSwitch(site, order);
        // Without a name nobody could tell whose switch it would be.
        if (!found || account === null) return { from: null, failure: "control-not-found" };
        tab ??= await openOwnTab(window, found.visit.address);
        await progress(0, tab);
        const stop = AbortSignal.any([signal, tab.closed]);
        return await throwSwitch(site, order, { id: tab.id, isOwn: true }, { who: "unlisted" }, write, stop);
      });
      if (attempted) attempts.push(attempted);
    }
  } finally {
    await (tab as OwnTab | null)?.close();
  }
  return prove(site, attempts, window, signal, progress);
}

/**
 * Throws one switch in a tab that the person is looking at, which stays open, or takes up that they have thrown it
 * themselves, and proves it.
 *
 * @returns `null` where they were thought to have thrown it and the page says that it is not
 */
export async function changeInTab(
  site: Site,
  order: SwitchOrder,
  tab: number,
  thrower: Thrower,
  window: number,
  signal: AbortSignal,
  progress: Progress,
): Promise<ChangeOutcome | null> {
  const attempted = await attempt(order, signal, async (write) => {
    await progress(0, null);
    const watched = watchTab(tab);
    try {
      const stop = AbortSignal.any([signal, watched.closed]);
      return await throwSwitch(site, order, { id: tab, isOwn: false }, thrower, write, stop);
    } finally {
      watched.end();
    }
  });
  return attempted && prove(site, [attempted], window, signal, progress);
}

/** Whatever goes wrong on the way has a name. */
async function attempt(
  order: SwitchOrder,
  signal: AbortSignal,
  work: (write: { isPending: boolean }) => Promise<Thrown | null>,
): Promise<Attempt | null> {
  const write = { isPending: false };
  try {
    const thrown = await work(write);
    return thrown && { ...thrown, order, isUnanswered: write.isPending };
  } catch (error) {
    const why: unknown = signal.aborted ? signal.reason : error;
    const failure = reasonOf(isDetail(why) ? why : "work-stopped");
    return { order, from: null, failure, isUnanswered: write.isPending };
  }
}

async function prove(
  site: Site,
  attempts: readonly Attempt[],
  window: number,
  signal: AbortSignal,
  progress: Progress,
): Promise<ChangeOutcome> {
  const { result, looks, close } = await runCheck(site, window, signal, (step, tab) => progress(step + 1, tab));
  const at = Date.now();
  return {
    result,
    looks,
    close,
    changes: attempts.map(({ order, from, failure }): Change => {
      const { setting, state, account } = order;
      return { setting, account, from: from ?? state, to: state, at, failure: failure ?? whyNotDone(order, result) };
    }),
    unanswered: attempts.filter(({ isUnanswered }) => isUnanswered).map(({ order }) => order),
  };
}

/** Why a fresh check does not prove the change, or `null` when it does. */
function whyNotDone({ setting, state, account }: SwitchOrder, result: CheckResult): Reason | null {
  if (result.failure !== null) return result.failure;
  // Without permission a check falls back on a tab that was open already: that proves nothing.
  if (result.source !== "fresh-load") return "not-fresh";
  if (result.account !== account) return "account-changed";
  const finding = result.findings.find((candidate) => candidate.setting === setting);
  if (finding?.verdict === "unknown") return finding.reason;
  if (finding?.state !== state) return "not-saved";
  const isProven = finding.readings.some((reading) => reading.strength === "strong" && reading.says === state);
  return isProven ? null : "page-changed";
}
