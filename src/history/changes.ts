import { changesOf, type LoggedCheck } from "./logged-check";

/** What a check last proved of a setting. */
interface KnownState {
  readonly state: string;
  readonly isPrivate: boolean;
  /** When that check ended, in milliseconds since 1970. */
  readonly time: number;
  /** When the site said so. */
  readonly asOf: number;
}

/** A setting that a check found in another state than the one before it that could tell. */
export interface SettingChange {
  readonly setting: string;
  /** `opened`: it was private and is no more. `closed`: the other way. `moved`: another state, as private as before. */
  readonly kind: "opened" | "closed" | "moved";
  readonly before: KnownState;
  readonly now: KnownState;
  /** Whether the person had it changed by Unlisted. */
  readonly isOwn: boolean;
}

/** Names of settings, and what is known of each. */
export type KnownStates = ReadonlyMap<string, KnownState>;

/**
 * Which settings a check found changed.
 *
 * @param previous what the earlier checks of the same account knew, as `learn` has gathered it
 * @returns nothing for settings that either side could not tell: silence is no change
 */
export function whatChanged(previous: KnownStates, current: LoggedCheck): readonly SettingChange[] {
  const changes: SettingChange[] = [];
  for (const [setting, now] of knownBy(current)) {
    const before = previous.get(setting);
    // A tab that was open before the last check tells of the time before it.
    if (!before || now.asOf < before.asOf || now.state === before.state) continue;
    const kind = now.isPrivate === before.isPrivate ? "moved" : now.isPrivate ? "closed" : "opened";
    const isOwn = changesOf(current).some(
      (change) => change.failure === null && change.setting === setting && change.to === now.state,
    );
    changes.push({ setting, kind, before, now, isOwn });
  }
  return changes;
}

/** Adds what a check could tell to what is known of its account. */
export function learn(previous: KnownStates, current: LoggedCheck): KnownStates {
  const known = new Map(previous);
  for (const [setting, now] of knownBy(current)) {
    const before = known.get(setting);
    if (!before || now.asOf >= before.asOf) known.set(setting, now);
  }
  return known;
}

/**
 * What changed from check to check, for every check of a log, each account on its own. Nothing follows from a check that is
 * dated ahead, by a clock that was wrong: it would stand as the last word until its day has come.
 *
 * @param now in milliseconds since 1970
 */
export function traceChanges(
  checks: readonly LoggedCheck[],
  now: number,
): ReadonlyMap<LoggedCheck, readonly SettingChange[]> {
  const known = new Map<string, KnownStates>();
  const changes = new Map<LoggedCheck, readonly SettingChange[]>();
  for (const check of checks.filter(({ time }) => time <= now).sort((one, other) => one.time - other.time)) {
    // Checks without a name may be of any account: nothing follows from one to the next.
    if (check.account === null) continue;
    const account = JSON.stringify([check.site, check.account]);
    const previous = known.get(account) ?? new Map();
    changes.set(check, whatChanged(previous, check));
    known.set(account, learn(previous, check));
  }
  return changes;
}

/** A switch that somebody else than Unlisted has opened again, and that no later check has seen private. */
export interface StillOpen {
  readonly check: LoggedCheck;
  readonly change: SettingChange;
}

/** A switch of which the person has said that they opened it themselves, and when the check ended that found it open. */
export interface OwnDoing {
  readonly site: string;
  readonly account: string;
  readonly setting: string;
  readonly at: number;
}

/**
 * Every switch that was private, was found open by a check and, as far as later checks tell, is so still; but for those that
 * the person has opened themselves.
 */
export function findStillOpen(
  changes: ReadonlyMap<LoggedCheck, readonly SettingChange[]>,
  doings: readonly OwnDoing[],
): readonly StillOpen[] {
  const open = new Map<string, StillOpen>();
  // In the order of time.
  for (const [check, found] of changes) {
    for (const change of found) {
      const key = JSON.stringify([check.site, check.account, change.setting]);
      if (change.kind === "opened" && !change.isOwn) open.set(key, { check, change });
      // What a file says is somebody's word: it may alarm, and quiets nothing.
      if ((change.now.isPrivate || change.isOwn) && !check.imported) open.delete(key);
    }
  }
  return [...open.values()].filter(
    ({ check, change }) =>
      !doings.some(
        ({ site, account, setting, at }) =>
          site === check.site && account === check.account && setting === change.setting && at === change.now.time,
      ),
  );
}

/** The settings that a check could tell the state of. */
function knownBy({ failure, findings, time, asOf }: LoggedCheck): ReadonlyMap<string, KnownState> {
  const known = new Map<string, KnownState>();
  if (failure !== null) return known;
  for (const finding of findings) {
    if (finding.verdict === "unknown") continue;
    const { setting, state, verdict } = finding;
    known.set(setting, { state, isPrivate: verdict === "protected", time, asOf });
  }
  return known;
}
