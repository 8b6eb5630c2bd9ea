import browser from "webextension-polyfill";
import { conclude } from "../audit/conclude";
import { type Detail, reasonOf } from "../audit/detail";
import { observe } from "../audit/observation";
import type { Reading } from "../audit/reading";
import type { Reason } from "../audit/reason";
import type { Site, Switch } from "../audit/site";
import { gather, runInTab } from "./gather";
import { overhear } from "./overhearing";
import { firstWay } from "./run-check";
import { watchSteadiness } from "./steadiness";
import { type VisitOutcome, visitPage } from "./visit-page";
import { within } from "./within";

/** A switch, and how it is wanted. */
export interface WantedSwitch {
  readonly setting: string;
  /** The wanted state, by name. */
  readonly state: string;
}

/** A change of one switch that the person asked for by a click that named it. */
export interface SwitchOrder extends WantedSwitch {
  /** The account that the person was shown: another one is left alone. `null` where nobody could tell whose it is. */
  readonly account: string | null;
}

/** The tab in which a switch is thrown. */
export interface SwitchTab {
  readonly id: number;
  /** Whether Unlisted has opened it, and so may load its page anew. */
  readonly isOwn: boolean;
}

/** Who throws the switch. */
export type Thrower =
  | { readonly who: "unlisted" }
  /** `at`: when, by the page's own clock in milliseconds since 1970; `null` where it was found thrown. */
  | { readonly who: "person"; readonly at: number | null };

/** Whether a click of Unlisted's own went out that the site has not answered: told also where what follows is ended. */
export interface Write {
  isPending: boolean;
}

/** How throwing went: the state that the page was in before, where that is known, and why it was not thrown. */
export interface Thrown {
  readonly from: string | null;
  readonly failure: Reason | null;
}

/** How long the site may take to save, in milliseconds. */
const savingTime = 25_000;
/** The pause between two looks at a page that is saving, in milliseconds. */
const savingInterval = 250;
/** How long one look may take before it counts as lost with the page it was made at, in milliseconds. */
const lookTime = 2000;

/**
 * Clicks one of the site's own switches in a tab that shows its page, or takes up the person's own click, and waits
 * until the page has saved. It makes sure first that the page has told all it can, and that it is the account that the
 * person was shown: where nobody can tell whose it is, nothing is clicked for them.
 *
 * @param write told when Unlisted's own click goes out, and when the site has answered it
 * @param signal ends it early; its reason is thrown
 * @returns `null` where the person was thought to have thrown it and the page says that it is not
 */
export async function throwSwitch(
  site: Site,
  order: SwitchOrder,
  tab: SwitchTab,
  thrower: Thrower,
  write: Write,
  signal: AbortSignal,
): Promise<Thrown | null> {
  const found = findSwitch(site, order);
  const isForThem = thrower.who === "unlisted";
  if (!found || (isForThem && order.account === null)) return { from: null, failure: "control-not-found" };
  // A page that goes away under an injected script may leave it without an answer for ever.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort("no-answer" satisfies Detail), found.visit.patience + savingTime);
  const stop = AbortSignal.any([signal, late.signal]);
  try {
    const outcome = await visitSwitch(site, found, tab, stop);
    if (outcome.kind === "failed") return { from: null, failure: reasonOf(outcome.detail) };
    if (outcome.kind === "unread") return { from: null, failure: "control-not-found" };
    const { account } = outcome.testimony;
    const { findings } = conclude(site.id, site.settings, observe(outcome.testimony));
    const namesTwo = findings.some(({ readings }) => readings.some(isOfTwoAccounts));
    if (namesTwo || (account !== null && account !== order.account)) return { from: null, failure: "account-changed" };
    // What the person has clicked themselves is theirs, also where the page does not say whose it is: a fresh check will.
    if (account === null && isForThem) return { from: null, failure: "control-not-found" };
    const from = findings.find(({ setting }) => setting === order.setting)?.state ?? null;
    if (thrower.who === "person") {
      if (thrower.at === null) return from === order.state ? { from, failure: null } : null;
      await waitForSaving(site, found, order.state, thrower.at, tab.id, stop);
      return { from, failure: null };
    }
    // Once more in the last moment: another tab may have signed in to another account meanwhile.
    const last = site.glance(await within(stop, gather(site, tab.id, true)), Date.now());
    if (last?.account !== order.account) return { from, failure: "account-changed" };
    write.isPending = true;
    const pressed = found.readPress(await within(stop, runInTab(tab.id, "ISOLATED", found.press(order.state))));
    write.isPending = pressed.kind === "pressed";
    if (pressed.kind === "not-found") return { from, failure: "control-not-found" };
    if (pressed.kind === "pressed" && (await waitForSaving(site, found, order.state, pressed.at, tab.id, stop))) {
      write.isPending = false;
    }
    return { from, failure: null };
  } finally {
    clearTimeout(timer);
  }
}

function isOfTwoAccounts(reading: Reading): boolean {
  return "because" in reading && reading.because === "account-changed";
}

/** Visits the switch's page. Where the site's memory cannot be read, a tab of our own loads it anew and overhears. */
async function visitSwitch(site: Site, { visit }: Switch, tab: SwitchTab, stop: AbortSignal): Promise<VisitOutcome> {
  const outcome = await visitPage(site, visit, tab.id, tab.isOwn ? firstWay(site) : "plain", stop);
  if (outcome.kind !== "unread") return outcome;
  const endOverhearing = await overhear(site, tab.id);
  try {
    await browser.tabs.update(tab.id, { url: visit.address });
    return await visitPage(site, visit, tab.id, "overhearing", stop);
  } finally {
    await endOverhearing();
  }
}

/** The switch that an order names, where the site has it and the wanted state is one of the setting's. */
export function findSwitch(site: Site, { setting, state }: WantedSwitch): Switch | null {
  const found = [...site.switches].find(([id]) => id === setting)?.[1];
  const isState = site.settings.some(({ id, states }) => id === setting && Object.hasOwn(states, state));
  return found && isState ? found : null;
}

/** Waits until the page has saved, well or badly; returns `false` where it has taken too long. */
async function waitForSaving(
  site: Site,
  found: Switch,
  state: string,
  thrownAt: number,
  tab: number,
  stop: AbortSignal,
): Promise<boolean> {
  const begun = Date.now();
  const steadiness = watchSteadiness();
  while (Date.now() - begun < savingTime) {
    // A page that goes away under the look may reject it or never answer; the next look sees the page that came after.
    const look = gather(site, tab).catch(() => null);
    const evidence = await within(stop, Promise.race([look, pause(lookTime)]));
    if (evidence && found.hasFinishedSaving(evidence, state, thrownAt, steadiness(evidence))) return true;
    await within(stop, pause(savingInterval));
  }
  return false;
}

function pause(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, null));
}
