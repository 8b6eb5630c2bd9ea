import type { Verdict } from "../audit/finding";
import type { Reason } from "../audit/reason";
import type { Setting } from "../audit/setting";
import type { SiteProfile } from "../audit/site";
import type { SettingChange } from "../history/changes";
import { type AccountKey, isOfAccount } from "../history/log";
import type { LoggedCheck } from "../history/logged-check";
import { say } from "../locales/messages";
import { dayAndTime } from "../ui/days";
import * as text from "../ui/history-text";
import { type NamedSite, whyUnknown } from "../ui/text";

/** A logged check in words: what the report and the saved page say of it. */
export interface CheckWords {
  readonly when: string;
  /** Why there is no answer, or `null`. */
  readonly failure: string | null;
  readonly verdicts: readonly VerdictLine[];
  readonly changes: readonly ChangeLine[];
  readonly notes: readonly string[];
}

export interface VerdictLine {
  readonly setting: string;
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly name: string;
  readonly words: string;
  /** Why nothing is known, or `null`. */
  readonly why: string | null;
}

export interface ChangeLine {
  readonly setting: string;
  readonly kind: SettingChange["kind"];
  /** Whether it is a switch that decides whether the person can be found. */
  readonly isSwitch: boolean;
  readonly label: string;
  readonly words: string;
}

/** Words a check, with what it found changed. The sites are those that are known; a file may speak of others. */
export function describeCheck(
  check: LoggedCheck,
  changes: readonly SettingChange[],
  sites: readonly SiteProfile[],
): CheckWords {
  const site = siteOf(check, sites);
  return {
    when: dayAndTime(check.time),
    failure: check.failure && whyUnknown({ reason: check.failure }, site),
    verdicts: check.failure === null ? verdictsOf(check, site) : [],
    changes: changes.map((change) => {
      const setting = site.settings.find(({ id }) => id === change.setting) ?? change.setting;
      const isSwitch = typeof setting !== "string" && setting.kind === "discoverability";
      return {
        setting: change.setting,
        kind: change.kind,
        isSwitch,
        label: text.changeLabel(change.kind, isSwitch),
        words: text.changeWords(change, setting),
      };
    }),
    notes: text.checkNotes(check, site),
  };
}

function verdictsOf({ findings }: LoggedCheck, site: KnownSite): readonly VerdictLine[] {
  return site.settings.flatMap((setting) => {
    const finding = findings.find((candidate) => candidate.setting === setting.id);
    if (setting.kind !== "discoverability" || !finding) return [];
    const reason = finding.verdict === "unknown" ? finding.reason : null;
    return [
      {
        setting: setting.id,
        verdict: finding.verdict,
        reason,
        name: say(`identifier.${setting.identifier}`),
        words: say(`history.verdict.${setting.identifier}.${finding.verdict}`),
        why: reason && whyUnknown({ reason }, site),
      },
    ];
  });
}

interface KnownSite extends NamedSite {
  readonly settings: readonly Setting[];
}

/** What is known of a check's site; of an unknown one its id. */
function siteOf({ site }: Pick<LoggedCheck, "site">, sites: readonly SiteProfile[]): KnownSite {
  return sites.find(({ id }) => id === site) ?? { name: site, address: site, settings: [] };
}

/** The setting's few words, or its id where it is not known. */
export function titleOf(check: Pick<LoggedCheck, "site">, setting: string, sites: readonly SiteProfile[]): string {
  const known = siteOf(check, sites).settings.find(({ id }) => id === setting);
  return known ? say(known.title) : setting;
}

/** How an account is called: by its handle, or by its number among all accounts. */
export function accountName(
  key: AccountKey,
  accounts: readonly AccountKey[],
  isNamed: boolean,
  sites: readonly SiteProfile[],
): string {
  const site = siteOf(key, sites).name;
  if (key.account === null) return say("history.on-site", { account: say("history.nameless"), site });
  const number = accounts.filter(({ account }) => account !== null).findIndex((other) => isOfAccount(other, key)) + 1;
  return say("history.on-site", {
    account: isNamed ? `@${key.account}` : say("history.hidden-account", { number }),
    site,
  });
}
