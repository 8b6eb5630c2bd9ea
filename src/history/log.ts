import { LoggedCheck } from "./logged-check";

/** How many checks the log holds; the oldest go. */
export const mostChecks = 500;

/** What tells one check from all others: nothing ends twice on one site in the same millisecond. */
export type CheckKey = Pick<LoggedCheck, "site" | "time" | "account">;

/** What came of adding checks to a log. */
export interface Merged {
  /** Newest first, at most `mostChecks`. */
  readonly checks: readonly LoggedCheck[];
  /** How many of the incoming checks are in it now and were not before. */
  readonly added: number;
  /** How many of them were in it already. */
  readonly known: number;
  /** How many checks, of either side, were too old to be kept. */
  readonly leftOut: number;
}

/**
 * Adds checks to a log. One that is there already is not added again: the same time on the same site is the same check,
 * also where one of the two leaves the account's name out. So adding the same checks twice is adding them once.
 */
export function merge(known: readonly LoggedCheck[], incoming: readonly LoggedCheck[]): Merged {
  const byMoment = new Map<string, LoggedCheck[]>();
  const place = (check: LoggedCheck): boolean => {
    const moment = `${check.time}:${check.site}`;
    const others = byMoment.get(moment) ?? [];
    if (others.some(({ account }) => account === check.account || account === null || check.account === null)) {
      return false;
    }
    byMoment.set(moment, [...others, check]);
    return true;
  };
  const present = known.filter(place);
  const fresh = incoming.filter(place);
  const sorted = [...present, ...fresh].sort((one, other) => other.time - one.time);
  const checks = sorted.slice(0, mostChecks);
  const kept = new Set(checks);
  return {
    checks,
    added: fresh.filter((check) => kept.has(check)).length,
    known: incoming.length - fresh.length,
    leftOut: sorted.length - checks.length,
  };
}

export function isSameCheck(one: CheckKey, other: CheckKey): boolean {
  return one.time === other.time && one.site === other.site && one.account === other.account;
}

/** What was stored, told apart into checks and what cannot be understood: damaged, half-written, or of another version. */
export interface Sorted {
  /** Newest first. */
  readonly checks: readonly LoggedCheck[];
  readonly unreadable: readonly unknown[];
}

/** Parses what was stored, entry by entry: one that is damaged takes no other with it. */
export function sortStored(stored: readonly unknown[]): Sorted {
  const checks: LoggedCheck[] = [];
  const unreadable: unknown[] = [];
  for (const entry of stored) {
    const parsed = LoggedCheck.safeParse(entry);
    if (parsed.success) checks.push(parsed.data);
    else unreadable.push(entry);
  }
  return { checks: merge([], checks).checks, unreadable };
}

/** Whose checks these are. */
export type AccountKey = Pick<LoggedCheck, "site" | "account">;

export function isOfAccount(check: AccountKey, { site, account }: AccountKey): boolean {
  return check.site === site && check.account === account;
}

/** Every account that a log speaks of, the one that was checked last first. */
export function accountsIn(checks: readonly LoggedCheck[]): readonly AccountKey[] {
  const accounts: AccountKey[] = [];
  for (const { site, account } of checks) {
    if (!accounts.some((known) => isOfAccount(known, { site, account }))) accounts.push({ site, account });
  }
  return accounts;
}
