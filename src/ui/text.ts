import type { CheckResult } from "../audit/check-result";
import type { Cause, Detail } from "../audit/detail";
import type { Finding, Verdict } from "../audit/finding";
import type { NumberOnFile } from "../audit/reading";
import type { Reason } from "../audit/reason";
import type { Identifier } from "../audit/setting";
import type { SiteProfile } from "../audit/site";
import { offeredInterval } from "../history/due";
import { joinSentences, language, type MessageKey, say, sayCount } from "../locales/messages";
import { type Card, type Step, stepAfter } from "./answer/face";
import type { View } from "./check-store";
import { day } from "./days";

/** A site, as sentences name it. */
export type NamedSite = Pick<SiteProfile, "name" | "address">;

type Running = Pick<Extract<View, { phase: "running" }>, "purpose" | "step">;

/** What is being done, as a title; `step` is `null` while the browser asks for permission. */
export function progressTitle({ purpose, step }: Running, site: string): string {
  if (step === null) return say("asking-permission");
  return purpose === "change" ? say("changing", { site }) : say("checking", { site });
}

/** The one large sentence of a verdict on one way of being found. */
export function headline(identifier: Identifier, verdict: Verdict, site: string): string {
  return say(`headline.${identifier}.${verdict}`, { site });
}

/** The one large sentence of a card. What was proven weeks ago is told by its day. */
export function cardHeadline({ settings, finding, age }: Card, { asOf, failure }: CheckResult, site: string): string {
  const { verdict } = finding;
  const [{ identifier }, another] = settings;
  const subject = another ? "both" : identifier;
  if (verdict === "unknown" && failure !== null) return say(titleAfter(finding), { site });
  if (verdict === "protected" && age !== "new") return say(`headline.aged.${subject}`, { day: day(asOf) });
  // Dormant is one switch alone.
  return another && verdict !== "dormant"
    ? say(`headline.both.${verdict}`, { site })
    : headline(identifier, verdict, site);
}

/** What stands in the place of a verdict where a check had no answer: what helps, or that there is none. */
function titleAfter(cause: Cause): MessageKey & `${"headline.both" | "unknown.title"}.${string}` {
  if (cause.reason === "password-required") return "unknown.title.password";
  switch (stepAfter(cause)) {
    case "sign-in":
      return "unknown.title.sign-in";
    case "open-setting":
      return "unknown.title.look-yourself";
    default:
      return "headline.both.unknown";
  }
}

/** What a card means for the person, and what to do. */
export function advice({ settings, finding, age }: Card, { asOf }: CheckResult, site: NamedSite, now: number): string {
  const { verdict } = finding;
  if (verdict === "unknown") return whyAndWhatNext(finding, site);
  const [{ identifier }, another] = settings;
  if (verdict === "protected" && age !== "new") return say("advice.aged", { ago: relativeTime(asOf, now) });
  return another && verdict !== "dormant"
    ? say(`advice.both.${verdict}`, { site: site.name })
    : say(`advice.${identifier}.${verdict}`, { site: site.name });
}

/** What a button says that helps the person on. */
export function stepWords(step: Step, site: string): string {
  return step === "remind" ? sayCount("remind-me", offeredInterval, {}) : say(wordsOfSteps[step], { site });
}

const wordsOfSteps = {
  check: "check-again",
  "look-now": "look-now",
  "switch-off": "switch-off",
  guide: "show-me-where",
  "open-setting": "open-setting",
  "sign-in": "open-sign-in",
  home: "open-site",
} as const satisfies Record<Exclude<Step, "remind">, MessageKey>;

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
export function nextStep({ reason, detail }: Cause, { name }: NamedSite): string {
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

/** How many of the other settings could be more private, and how many are not known. */
export function otherSettings(findings: readonly Finding[]): string {
  const count = (wanted: Verdict) => findings.filter(({ verdict }) => verdict === wanted).length;
  const less = sayCount("other-settings.less", count("exposed"), { total: findings.length });
  const unknown = count("unknown");
  if (unknown === findings.length) return sayCount("other-settings.unknown", unknown, {});
  return unknown === 0 ? less : `${less} · ${sayCount("other-settings.unknown", unknown, {})}`;
}

/** What takes about the room of that, until it can be told. */
export function otherSettingsRoom({ length }: readonly Finding[]): string {
  return say("other-settings.less.other", { count: String(length), total: String(length) });
}

/** How long ago the last look was. */
export function checkedAgo(asOf: number, now: number): string {
  return say("checked-ago", { ago: relativeTime(asOf, now) });
}

/** The account in a sentence: its handle, where it is known and to be shown. */
export function accountName(account: string | null): string {
  return account === null ? say("guide.your-account") : `@${account}`;
}

/**
 * What exactly a click on *Switch it off for me* will do.
 *
 * @param account as `accountName` words it
 */
export function switchOffPromise(label: string, account: string, site: string): string {
  return say("switch-off.promise", { label, site, account });
}

/** The same of *Switch both off for me*. */
export function switchBothOffPromise([phone, email]: readonly [string, string], account: string, site: string): string {
  return say("switch-off.both.promise", { phone, email, site, account });
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
export function relativeTime(then: number, now: number): string {
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
