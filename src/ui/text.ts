import type { Change, CheckResult } from "../audit/check-result";
import type { Cause, Detail } from "../audit/detail";
import type { Finding, Verdict } from "../audit/finding";
import type { NumberOnFile, Reading, Witness } from "../audit/reading";
import type { Reason } from "../audit/reason";
import type { Identifier } from "../audit/setting";
import type { SiteProfile } from "../audit/site";
import { joinSentences, language, type MessageKey, say } from "../locales/messages";
import type { View } from "./check-store";

/** A site, as sentences name it. */
export type NamedSite = Pick<SiteProfile, "name" | "address">;

type Running = Pick<Extract<View, { phase: "running" }>, "purpose" | "step">;

/** What the button says that checks. While a setting is changed it waits, and no check runs. */
export function checkButton(view: View): string {
  if (view.phase === "idle") return say("check");
  return view.phase === "running" && view.purpose === "check" ? say("running") : say("check-again");
}

/** What is being done, as a title; `step` is `null` while the browser asks for permission. */
export function progressTitle({ purpose, step }: Running, site: string): string {
  if (step === null) return say("asking-permission");
  return purpose === "change" ? say("changing", { site }) : say("checking", { site });
}

/** The one large sentence of a verdict. */
export function headline(identifier: Identifier, verdict: Verdict, site: string): string {
  return say(`headline.${identifier}.${verdict}`, { site });
}

/** What a verdict means for the person, and what to do. */
export function advice(identifier: Identifier, finding: Finding, site: NamedSite): string {
  if (finding.verdict === "unknown") return whyAndWhatNext(finding, site);
  return say(`advice.${identifier}.${finding.verdict}`, { site: site.name });
}

/** Why nothing could be found out, and what the person can do about it. */
export function whyAndWhatNext(cause: Cause, site: NamedSite): string {
  return joinSentences([whyUnknown(cause, site), nextStep(cause, site)]);
}

/** Why nothing could be found out, as a sentence. */
export function whyUnknown({ reason, detail = "" }: Cause, { name, address }: NamedSite): string {
  const alike = Object.hasOwn(toldAlike, detail) ? toldAlike[detail] : undefined;
  const own = whyDetails.find((known) => known === detail);
  return say(alike ?? (own ? `why-detail.${own}` : `why-unknown.${reason}`), { site: name, address });
}

/** What the person can do about it, as a sentence. */
function nextStep({ reason, detail }: Cause, { name }: NamedSite): string {
  const own = nextDetails.find((known) => known === detail);
  return say(own ? `next-detail.${own}` : `next-step.${reason}`, { site: name });
}

/** Details after which something else can be done than after others of their reason. */
const nextDetails = [
  "account-locked",
  "delegate-account",
  "too-many-requests",
  "settings-blocked",
  "script-blocked",
  "other-page",
  "led-elsewhere",
  "policy-forbids",
] as const satisfies readonly Detail[];
/** Details of which there is more to say than of their reason. */
const whyDetails = [...nextDetails, "new-client"] as const satisfies readonly Detail[];

/** Details that are told alike. */
const toldAlike: Readonly<Record<string, "why-detail.unconfirmed" | "why-detail.not-said">> = {
  "box-alone": "why-detail.unconfirmed",
  "box-before-settings": "why-detail.unconfirmed",
  "field-missing": "why-detail.not-said",
  "field-not-understood": "why-detail.not-said",
  "answer-not-understood": "why-detail.not-said",
  "answers-differ": "why-detail.not-said",
};

/** Whether a number is on file, as a sentence. */
export function numberOnFile({ answer }: NumberOnFile, site: string): string {
  return say(`number.${answer}`, { site });
}

/** Why it is not known whether a number is on file, as a sentence. */
export function whyNumberUnknown(reason: Reason, site: NamedSite): string {
  return reason === "not-fresh" ? say("number.not-fresh") : whyUnknown({ reason }, site);
}

/** What a finding rests on, as a sentence, or nothing where nobody could be believed. */
export function evidence(readings: readonly Reading[], site: string): string {
  const clear = readings.filter(({ strength }) => strength === "strong" || strength === "tacit");
  const speaks = (wanted: Witness) => clear.some(({ witness }) => witness === wanted);
  if (speaks("memory")) return say(speaks("page") ? "evidence.both" : "evidence.memory", { site });
  if (speaks("answer")) return say(speaks("page") ? "evidence.answer-and-box" : "evidence.answer", { site });
  return speaks("page") ? say("evidence.page", { site }) : "";
}

/** How private a setting's state leaves the person, as a word or two beside its icon. */
export function privacyWords(verdict: Verdict): string {
  const words = {
    exposed: "privacy.less",
    dormant: "privacy.less",
    protected: "privacy.more",
    unknown: "not-known",
  } as const satisfies Record<Verdict, MessageKey>;
  return say(words[verdict]);
}

/** What exactly a click on *Switch it off for me* will do. */
export function switchOffPromise(label: string, account: string, site: string): string {
  return say("switch-off.promise", { label, site, account: `@${account}` });
}

/**
 * How a change that was asked for has ended: proven by a fresh load, or why not.
 *
 * @param known why the whole check failed: the main verdict says that already
 */
export function changeOutcome(
  { failure, at }: Change,
  isOff: boolean,
  known: Reason | null,
  site: NamedSite,
  now: number,
): string {
  const wanted = isOff ? "off" : "on";
  if (failure === null) return say(`change.${wanted}.done`, { site: site.name, ago: relativeTime(at, now) });
  const unconfirmed = say(`change.${wanted}.unconfirmed`);
  return failure === known ? unconfirmed : joinSentences([unconfirmed, whyAndWhatNext({ reason: failure }, site)]);
}

/** Whom a result is about and how old it is. */
export function provenance(result: CheckResult, site: string, now: number): string {
  return provenanceAt(result, site, clockTime(result.asOf, now), relativeTime(result.asOf, now));
}

/** What takes about the room of the provenance, until that can be told. */
export function provenanceRoom(result: CheckResult, site: string): string {
  return provenanceAt(result, site, "00:00", say("just-now"));
}

function provenanceAt({ account, source }: CheckResult, site: string, time: string, ago: string): string {
  const who = account === null ? say("provenance.account", { site }) : `@${account}`;
  return source === "open-tab"
    ? say("provenance.open-tab", { who, site, time, ago })
    : say("provenance.checked", { who, time, ago });
}

/**
 * How long ago, in words: `just now`, `3 minutes ago`, `2 days ago`. What a clock that was wrong has dated ahead is not
 * called new: `in 2 days`. Times in milliseconds since 1970.
 */
function relativeTime(then: number, now: number): string {
  const minutes = Math.trunc((then - now) / 60_000);
  if (minutes === 0) return say("just-now");
  const format = new Intl.RelativeTimeFormat(language(), { numeric: "always" });
  if (Math.abs(minutes) < 60) return format.format(minutes, "minute");
  if (Math.abs(minutes) < 24 * 60) return format.format(Math.trunc(minutes / 60), "hour");
  return format.format(Math.trunc(minutes / (24 * 60)), "day");
}

/** The time of day and, where it was another day, the date. */
function clockTime(then: number, now: number): string {
  const isToday = new Date(then).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language(), {
    timeStyle: "short",
    ...(isToday ? {} : { dateStyle: "medium" }),
  }).format(then);
}
