import type { Change } from "../audit/check-result";
import type { Reason } from "../audit/reason";
import type { Identifier } from "../audit/setting";
import { joinSentences, say } from "../locales/messages";
import { type NamedSite, nextStep, relativeTime, whyAndWhatNext } from "./text";

/** How a change that was asked for has ended: proven by a fresh load, or not. */
export function changeOutcome(
  { failure, at }: Change,
  identifier: Identifier,
  isOff: boolean,
  site: string,
  now: number,
): string {
  const named = { identifier: say(`identifier.${identifier}`) };
  const wanted = isOff ? "off" : "on";
  if (failure !== null) return say(`change.${wanted}.unconfirmed`, named);
  return say(`change.${wanted}.done`, { ...named, site, ago: relativeTime(at, now) });
}

/** Why a change is not confirmed, and what the person can do about it. */
export function whyUnconfirmed(reason: Reason, site: NamedSite): string {
  const { name } = site;
  if (reason === "interrupted")
    return joinSentences([say("why-unknown.interrupted"), say("next-change.cancelled", { site: name })]);
  if (reason === "cancelled")
    return joinSentences([say("why-change.cancelled"), say("next-change.cancelled", { site: name })]);
  if (reason === "not-fresh")
    return joinSentences([say("why-change.not-fresh", { site: name }), nextStep({ reason }, site)]);
  return whyAndWhatNext({ reason }, site);
}
