import type { CheckResult } from "./check-result";
import { findNothing } from "./conclude";
import type { Finding, Verdict } from "./finding";
import type { Setting } from "./setting";

/** Verdicts, from what needs the person most to what needs nobody. */
export const bySeverity: readonly Verdict[] = ["exposed", "dormant", "unknown", "protected"];

/**
 * Decides whether the last result or what an open tab says is put before the person. The tab speaks where there is no
 * answer yet or where it is about another account; a result without a name is nobody's, and so not that of an account that
 * the tab names. For the same account it may only warn: where it is not older and says that something is open of which the
 * result does not say so. A result that is dated ahead was kept by a clock that was wrong: nobody knows that it is the
 * newer one.
 *
 * @param now in milliseconds since 1970
 */
export function chooseShown(result: CheckResult | null, openTab: CheckResult | null, now: number): CheckResult | null {
  if (!result || !openTab || result.site !== openTab.site) return result ?? openTab;
  if (result.failure !== null) return openTab;
  if (openTab.account !== null && result.account !== openTab.account) return openTab;
  const warns = openTab.findings.some(
    ({ setting, verdict }) =>
      verdict === "exposed" &&
      !result.findings.some((known) => known.setting === setting && known.verdict === "exposed"),
  );
  return warns && (openTab.asOf >= result.asOf || result.asOf > now) ? openTab : result;
}

/**
 * What a result says of a setting. A site may have gained one since the result was kept: then nobody has looked at it.
 * Version 0.1.0 took an unchecked box alone for proof: what it kept reassures only where the site's data said so too.
 */
export function findingOf(result: CheckResult, setting: Setting): Finding {
  const found = result.findings.find((finding) => finding.setting === setting.id);
  if (!found) {
    const { failure, detail } = result;
    return findNothing(
      setting,
      failure ? { reason: failure, detail } : { reason: "page-changed", detail: "nobody-looked" },
    );
  }
  const isProven = found.readings.some(({ strength, witness }) => strength === "strong" && witness !== "page");
  if (found.verdict !== "protected" || isProven) return found;
  const nothing = findNothing(setting, { reason: "page-changed", detail: "box-alone" });
  return { ...nothing, state: found.state, readings: found.readings };
}
