import browser from "webextension-polyfill";
import * as z from "zod/mini";
import type { CheckResult } from "../audit/check-result";
import type { Verdict } from "../audit/finding";
import type { SiteProfile } from "../audit/site";
import { findStillOpen, type OwnDoing, traceChanges } from "../history/changes";
import type { LoggedCheck } from "../history/logged-check";
import { profiles } from "../sites/profiles";
import { readHistory } from "./history-records";
import { oneAtATime } from "./one-at-a-time";
import { OnAgain } from "./standing";
import { onAgainKey } from "./subject";

/** What the person has said that they did themselves, the newest first. */
const ownDoingsKey = "own-doings";
const OwnDoings = z.array(z.object({ site: z.string(), account: z.string(), setting: z.string(), at: z.number() }));
const mostOwnDoings = 100;

const inTurn = oneAtATime();

/**
 * What is to be kept of the switches that are on again, once this check is in the log; nothing where that is what is kept
 * already. What goes wrong with it loses nothing else.
 *
 * @param before the last answer that is kept
 */
export async function recordOnAgain(
  check: LoggedCheck,
  before: CheckResult | null,
): Promise<Readonly<Record<string, unknown>>> {
  const site = profiles.find(({ id }) => id === check.site);
  if (!site || check.account === null || check.failure !== null) return {};
  try {
    const known = await readOnAgain(site.id);
    // The verdict waits for this: a long log is read only where a switch has moved since the check before.
    if (!hasMoved(check, before, known)) return {};
    const { checks } = await readHistory();
    return { [onAgainKey(site.id)]: findOnAgain(site, [check, ...checks], await readOwnDoings()) };
  } catch {
    return {};
  }
}

/** Whether a check may have found a switch on again, or one of those off that were. */
function hasMoved({ account, findings }: LoggedCheck, before: CheckResult | null, known: readonly OnAgain[]): boolean {
  const open = new Set(findings.filter(isOpen).map(({ setting }) => setting));
  // What a sign has opened since that check has no readings: that check itself has found it off.
  const wasOpen = new Set(
    before?.account === account
      ? before?.findings.filter((found) => isOpen(found) && found.readings.length > 0).map(({ setting }) => setting)
      : [],
  );
  const warned = known.filter((again) => again.account === account);
  return [...open].some((setting) => !wasOpen.has(setting)) || warned.some(({ setting }) => !open.has(setting));
}

function isOpen({ verdict }: { readonly verdict: Verdict }): boolean {
  return verdict === "exposed" || verdict === "dormant";
}

/** Looks anew for switches that are on again: the log was changed by something else than a check. */
export function renewOnAgain(): Promise<void> {
  return inTurn(renew);
}

/** The person says that they opened a switch themselves: it is no warning any more. */
export function noteOwnDoing(doing: OwnDoing): Promise<void> {
  return inTurn(async () => {
    const others = (await readOwnDoings()).filter((other) => !isSame(other, doing));
    await browser.storage.local.set({ [ownDoingsKey]: [doing, ...others].slice(0, mostOwnDoings) });
    await renew();
  });
}

/** Forgets all of it, as when the whole log is deleted. */
export function forgetOnAgain(): Promise<void> {
  return inTurn(() => browser.storage.local.remove([ownDoingsKey, ...profiles.map(({ id }) => onAgainKey(id))]));
}

async function renew(): Promise<void> {
  const [{ checks }, doings] = await Promise.all([readHistory(), readOwnDoings()]);
  const found = profiles.map((site) => [onAgainKey(site.id), findOnAgain(site, checks, doings)] as const);
  await browser.storage.local.set(Object.fromEntries(found));
}

function findOnAgain(
  { id, settings }: SiteProfile,
  checks: readonly LoggedCheck[],
  doings: readonly OwnDoing[],
): readonly OnAgain[] {
  const isSwitch = (setting: string) =>
    settings.some((known) => known.id === setting && known.kind === "discoverability");
  const open = findStillOpen(traceChanges(checks, Date.now()), doings);
  return open.flatMap(({ check: { site, account }, change: { setting, before, now } }) =>
    site === id && account !== null && isSwitch(setting) ? [{ account, setting, off: before.time, on: now.time }] : [],
  );
}

function isSame(one: OwnDoing, other: OwnDoing): boolean {
  return one.site === other.site && one.account === other.account && one.setting === other.setting;
}

async function readOnAgain(site: string): Promise<readonly OnAgain[]> {
  const key = onAgainKey(site);
  const parsed = z.array(OnAgain).safeParse((await browser.storage.local.get(key))[key]);
  return parsed.success ? parsed.data : [];
}

async function readOwnDoings(): Promise<readonly OwnDoing[]> {
  const parsed = OwnDoings.safeParse((await browser.storage.local.get(ownDoingsKey))[ownDoingsKey]);
  return parsed.success ? parsed.data : [];
}
