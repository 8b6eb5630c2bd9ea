import type { CheckResult } from "./check-result";
import { causeOf } from "./detail";
import type { Finding } from "./finding";
import type { Sign } from "./sign";

/** How long a write that the site has not answered may still be carried out, in milliseconds. */
export const writeLifetime = 2 * 60_000;

/** How many signs are kept: more than a site has switches and a person accounts. */
const mostSigns = 50;

/**
 * What of a result still holds: a state that is proven private does not where a later sign speaks against it. A result that
 * is dated ahead was kept by a clock that was wrong: every sign may be later than it.
 *
 * @param now in milliseconds since 1970
 */
export function whatHolds(result: CheckResult, signs: readonly Sign[], now: number): CheckResult {
  const against = signs.filter((sign) => isOfOne(sign.account, result.account) && isLater(sign, result, now));
  if (against.length === 0) return result;
  return { ...result, findings: result.findings.map((finding) => contradict(finding, against)) };
}

function isLater({ until }: Sign, { asOf }: CheckResult, now: number): boolean {
  return until >= asOf || asOf > now;
}

/** Whether two may be the same account: one without a name may be any. */
function isOfOne(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

function contradict(finding: Finding, signs: readonly Sign[]): Finding {
  if (finding.verdict !== "protected") return finding;
  const { setting, readings } = finding;
  const own = signs.filter((sign) => sign.setting === setting);
  const open = own.find(({ kind }) => kind === "open");
  if (open) return { setting, verdict: "exposed", state: open.state, readings: [] };
  return own.length === 0
    ? finding
    : { setting, verdict: "unknown", ...causeOf("write-unanswered"), state: finding.state, readings };
}

/** Whose standing is asked for, and since when. */
export interface Question {
  readonly account: string | null;
  /** When it was asked, in milliseconds since 1970. What the site said before is no answer to it. */
  readonly since: number;
}

/**
 * What a result says in answer to a question. All of it, where its pages were loaded since, for that very account; of an
 * older one of that account only what it warns of; nothing of any other. An account without a name is nobody's. What does
 * not hold any more was taken out of the result when the sign against it was noted.
 */
export function answerTo({ account, since }: Question, result: CheckResult | null): CheckResult | null {
  if (result?.failure !== null || account === null || result.account !== account) return null;
  return result.source === "fresh-load" && result.asOf >= since ? result : onlyWarnings(result);
}

function onlyWarnings(result: CheckResult): CheckResult {
  const unknown = causeOf("nobody-looked");
  return {
    ...result,
    findings: result.findings.map((finding): Finding => {
      const { setting, verdict } = finding;
      const isWarning = verdict === "exposed" || verdict === "dormant";
      return isWarning ? finding : { setting, verdict: "unknown", ...unknown, state: null, readings: [] };
    }),
    numberOnFile:
      result.numberOnFile.answer === "yes" ? result.numberOnFile : { answer: "unknown", reason: unknown.reason },
  };
}

/** Adds a sign to those that are kept; of two that say the same of the same the longer one is left. */
export function addSign(signs: readonly Sign[], sign: Sign): readonly Sign[] {
  const same = signs.filter((other) => saysSame(other, sign));
  const until = Math.max(sign.until, ...same.map((other) => other.until));
  return [{ ...sign, until }, ...signs.filter((other) => !same.includes(other))].slice(0, mostSigns);
}

/** Whether two signs say the same of the same switch, whenever. */
export function saysSame(one: Sign, other: Sign): boolean {
  return one.setting === other.setting && one.account === other.account && one.kind === other.kind;
}

/**
 * The signs that still count once a check has ended: one that is dated ahead, by a clock that was wrong, would count until its
 * day has come, and that check is newer.
 *
 * @param now in milliseconds since 1970
 */
export function signsAfter(signs: readonly Sign[], { failure, source }: CheckResult, now: number): readonly Sign[] {
  if (failure !== null || source !== "fresh-load") return signs;
  return signs.filter(({ until }) => until <= now + writeLifetime);
}
