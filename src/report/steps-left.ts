import type { CheckResult } from "../audit/check-result";
import type { Verdict } from "../audit/finding";
import type { NumberOnFile } from "../audit/reading";
import type { Setting } from "../audit/setting";
import { findingOf } from "../audit/shown";
import type { Advice, SiteProfile } from "../audit/site";
import type { LoggedCheck } from "../history/logged-check";
import { say } from "../locales/messages";
import { adviceOf } from "../sites/advice";

/** Something that the person can do on the site's own page. */
export interface Step {
  /** Of the setting, or of the advice. */
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly warning: string | null;
  /** The address of the site's own page where it is done. */
  readonly page: string;
}

/** What a check can say of the steps; nothing is taken for done before it has. */
export interface Known {
  verdictOf(setting: Setting): Verdict;
  readonly number: NumberOnFile["answer"];
}

export function knownFrom(result: CheckResult): Known {
  return { verdictOf: (setting) => findingOf(result, setting).verdict, number: result.numberOnFile.answer };
}

export function knownFromLog({ findings, numberOnFile }: LoggedCheck): Known {
  return {
    verdictOf: ({ id }) => findings.find(({ setting }) => setting === id)?.verdict ?? "unknown",
    number: numberOnFile.answer,
  };
}

/**
 * What is left to do on a site: each switch that is not proven off, and the advice of which nothing proves that it has been
 * followed.
 *
 * @param known `null` where no check has answered
 */
export function stepsLeft(
  { id, settings }: SiteProfile,
  known: Known | null,
  advice: readonly Advice[] = adviceOf[id] ?? [],
): readonly Step[] {
  const switches = settings.flatMap((setting) => {
    if (setting.kind !== "discoverability" || known?.verdictOf(setting) === "protected") return [];
    const title = say("to-do.switch", { label: say(setting.label) });
    return [{ id: setting.id, title, words: [], warning: null, page: setting.page }];
  });
  const further = advice
    .filter(({ proof }) => proof === null || known?.number !== "no")
    .map(({ id, title, words, warning, page }) => ({
      id,
      title: say(title),
      words: words.map((key) => say(key)),
      warning: warning && say(warning),
      page,
    }));
  return [...switches, ...further];
}

/** An address as people write it. */
export function writtenOut(page: string): string {
  const { host, pathname } = new URL(page);
  return host + pathname;
}
