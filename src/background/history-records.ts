import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { type ImportRefusal, readExport } from "../history/export-file";
import { type CheckKey, isSameCheck, merge, mostChecks, sortStored } from "../history/log";
import type { LoggedCheck } from "../history/logged-check";
import { profiles } from "../sites/profiles";
import { oneAtATime } from "./one-at-a-time";

/** The log of checks as it is shown. */
export interface History {
  /** Newest first. */
  readonly checks: readonly LoggedCheck[];
  /** How many entries could not be understood. */
  readonly unreadable: number;
  /** How many checks are lost since the person was last told, because the browser's storage was full. */
  readonly crowdedOut: number;
}

/** What came of an import. */
export type ImportOutcome =
  | { readonly outcome: "merged"; readonly added: number; readonly known: number; readonly leftOut: number }
  | { readonly outcome: "refused"; readonly refusal: ImportRefusal };

const checksKey = "history:checks";
/** The newest checks lie apart: whoever adds one need not read and write all that there are. */
const recentKey = "history:recent";
const setAsideKey = "history:set-aside";
const crowdedOutKey = "history:crowded-out";
const keys = [checksKey, recentKey, setAsideKey, crowdedOutKey];

/** How many checks may lie apart. */
const mostRecent = 10;

/** The checks that lie apart, and how many more may come to them. */
const Recent = z.object({ checks: z.array(z.unknown()), room: z.int().check(z.minimum(0)) });

/** How much is set aside at most, in characters; what is beyond that is counted. */
const mostSetAside = 200_000;

/** Entries that could not be understood. A later version may understand them, so they are kept. */
const SetAside = z.object({ entries: z.array(z.unknown()), tooLarge: z.number() });

/** All that is stored, read anew each time. */
interface Stored {
  readonly checks: readonly LoggedCheck[];
  readonly unreadable: readonly unknown[];
  /** How many unreadable entries were too large to be kept. */
  readonly tooLarge: number;
  /** Whether some are set aside as it is. */
  readonly isSetAside: boolean;
  readonly crowdedOut: number;
}

/** Every write goes through the one background, and there through this queue. */
const inTurn = oneAtATime();

export async function readHistory(): Promise<History> {
  const { checks, unreadable, tooLarge, crowdedOut } = await read();
  return { checks, unreadable: unreadable.length + tooLarge, crowdedOut };
}

/** Calls back whenever the log has been written. */
export function watchHistory(changed: () => void): void {
  browser.storage.onChanged.addListener((changes) => {
    if (keys.some((key) => key in changes)) changed();
  });
}

/** A check for the log, and records that are written with it, in one go. */
export interface LogEntry {
  readonly check: LoggedCheck;
  readonly beside?: Readonly<Record<string, unknown>>;
}

/**
 * Adds a check to the log; where there is no room the oldest go. Never for checks of private windows.
 *
 * @param entry may still be on its way: the log is read meanwhile
 * @throws what the browser throws where nothing is left that could make room, or for another reason; what `entry` throws
 */
export function logCheck(entry: LogEntry | Promise<LogEntry>): Promise<void> {
  return inTurn(async () => {
    const [kept, { check, beside }] = await Promise.all([browser.storage.local.get(recentKey), entry]);
    if (await addToRecent(kept[recentKey], check, beside)) return;
    const stored = await read();
    const { checks } = merge(stored.checks, [check]);
    // The next ones shall have room beside a full log.
    await writeWithin({ ...stored, checks: checks.slice(0, mostChecks - mostRecent) }, beside);
  });
}

/** Adds a check to those that lie apart; does nothing where they are not in order, or there is no room for it. */
async function addToRecent(kept: unknown, check: LoggedCheck, beside: LogEntry["beside"]): Promise<boolean> {
  const { checks, room } = parseRecent(kept);
  if (room === 0 || sortStored(checks).unreadable.length > 0) return false;
  try {
    await browser.storage.local.set({ ...beside, [recentKey]: { checks: [check, ...checks], room: room - 1 } });
    return true;
  } catch (error) {
    if (isFull(error)) return false;
    throw error;
  }
}

function parseRecent(kept: unknown): { readonly checks: readonly unknown[]; readonly room: number } {
  const recent = Recent.safeParse(kept);
  return recent.success ? recent.data : { checks: entriesOf(kept), room: 0 };
}

export function deleteCheck(key: CheckKey): Promise<void> {
  return inTurn(async () => {
    const stored = await read();
    await write({ ...stored, checks: stored.checks.filter((check) => !isSameCheck(check, key)) });
  });
}

/** Deletes all that the log has ever written, also what could not be understood. */
export function deleteHistory(): Promise<void> {
  return inTurn(() => browser.storage.local.remove(keys));
}

export function deleteUnreadable(): Promise<void> {
  return inTurn(async () => write({ ...(await read()), unreadable: [], tooLarge: 0 }));
}

/** The person has read that there was no room. */
export function dismissCrowdedOut(): Promise<void> {
  return inTurn(() => browser.storage.local.remove(crowdedOutKey));
}

/** Adds the checks of an export file to the log: all that fit, or none and the reason why. */
export function importHistory(text: string): Promise<ImportOutcome> {
  return inTurn(async () => {
    const file = readExport(text, Date.now());
    if (typeof file === "string") return { outcome: "refused", refusal: file };
    if (!file.checks.every(isPossible)) return { outcome: "refused", refusal: "damaged" };
    const stored = await read();
    const incoming = file.checks.map((check): LoggedCheck => ({ ...check, imported: true }));
    const { checks, added, known, leftOut } = merge(stored.checks, incoming);
    try {
      await write({ ...stored, checks });
    } catch (error) {
      if (isFull(error)) return { outcome: "refused", refusal: "no-room" };
      throw error;
    }
    return { outcome: "merged", added, known, leftOut };
  });
}

/** Whether a check says of each setting that is known only what that setting can be. */
function isPossible({ site, findings }: LoggedCheck): boolean {
  const settings = profiles.find(({ id }) => id === site)?.settings ?? [];
  return findings.every(({ setting, verdict, state }) => {
    const states = settings.find(({ id }) => id === setting)?.states;
    // Of other sites and settings, which a later version may know, nothing can be said.
    if (!states || state === null) return true;
    const known = Object.hasOwn(states, state) ? states[state] : undefined;
    return known !== undefined && (verdict === "unknown" || known.isPrivate === (verdict === "protected"));
  });
}

/** Writes the log; while the storage is full the oldest checks go, and the person is told how many. */
async function writeWithin(stored: Stored, beside: LogEntry["beside"]): Promise<void> {
  for (let attempt = stored; ; attempt = withoutOldest(attempt)) {
    try {
      return await write(attempt, beside);
    } catch (error) {
      if (!isFull(error) || attempt.checks.length === 0) throw error;
    }
  }
}

function withoutOldest(stored: Stored): Stored {
  const left = Math.floor((stored.checks.length * 3) / 4);
  return {
    ...stored,
    checks: stored.checks.slice(0, left),
    crowdedOut: stored.crowdedOut + stored.checks.length - left,
  };
}

async function read(): Promise<Stored> {
  const kept = await browser.storage.local.get(keys);
  const setAside = SetAside.safeParse(kept[setAsideKey]);
  const { checks, unreadable } = sortStored([
    ...parseRecent(kept[recentKey]).checks,
    ...entriesOf(kept[checksKey]),
    // What an earlier version did not understand is looked at again.
    ...(setAside.success ? setAside.data.entries : entriesOf(kept[setAsideKey])),
  ]);
  const crowdedOut = z.int().safeParse(kept[crowdedOutKey]);
  return {
    checks,
    unreadable,
    tooLarge: setAside.success ? setAside.data.tooLarge : 0,
    isSetAside: setAsideKey in kept,
    crowdedOut: crowdedOut.success ? crowdedOut.data : 0,
  };
}

/** A log that is no list is one unreadable entry. */
function entriesOf(stored: unknown): readonly unknown[] {
  if (stored === undefined) return [];
  return Array.isArray(stored) ? stored : [stored];
}

/** Writes all of it at once, so that no half of it is ever stored. */
async function write(
  { checks, unreadable, tooLarge, isSetAside, crowdedOut }: Stored,
  beside: LogEntry["beside"] = {},
): Promise<void> {
  let room = mostSetAside;
  const entries = unreadable.filter((entry) => {
    const size = JSON.stringify(entry)?.length ?? 0;
    if (size > room) return false;
    room -= size;
    return true;
  });
  const setAside = { entries, tooLarge: tooLarge + unreadable.length - entries.length };
  const isNoneSetAside = entries.length === 0 && setAside.tooLarge === 0;
  await browser.storage.local.set({
    ...beside,
    [checksKey]: checks,
    [recentKey]: { checks: [], room: Math.min(mostRecent, mostChecks - checks.length) },
    ...(isNoneSetAside ? {} : { [setAsideKey]: setAside }),
    ...(crowdedOut === 0 ? {} : { [crowdedOutKey]: crowdedOut }),
  });
  if (isNoneSetAside && isSetAside) await browser.storage.local.remove(setAsideKey);
}

/** Whether the browser says that its storage, or the disk, is full. */
function isFull(error: unknown): boolean {
  return /quota|no space|disk.*full|full.*disk/i.test(error instanceof Error ? `${error.name} ${error.message}` : "");
}
