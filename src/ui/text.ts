import type { Change, CheckResult } from "../audit/check-result";
import type { Finding, Verdict } from "../audit/finding";
import type { NumberOnFile, Reading } from "../audit/reading";
import type { Reason } from "../audit/reason";
import type { Identifier } from "../audit/setting";

/** The one large sentence of a verdict. */
export function headline(identifier: Identifier, verdict: Verdict, site: string): string {
  const [holding, own] =
    identifier === "phone" ? ["your phone number", "phone number"] : ["your e-mail address", "e-mail address"];
  switch (verdict) {
    case "exposed":
      return `People who have ${holding} can find you on ${site}.`;
    case "dormant":
      return `${site} has no ${own} of yours, but the switch is on.`;
    case "protected":
      return `People who have ${holding} can’t use it to find you on ${site}.`;
    case "unknown":
      return `We could not tell whether ${holding} leads to you on ${site}.`;
    default:
      return verdict satisfies never;
  }
}

/** What a verdict means for the person, and what to do. */
export function advice(identifier: Identifier, finding: Finding, site: string): string {
  switch (finding.verdict) {
    case "exposed":
      return identifier === "phone"
        ? `Anyone who has your number, or tries numbers until one fits, may be led to this account. You can switch that off in ${site}’s settings.`
        : `Anyone who has your address may be led to this account. You can switch that off in ${site}’s settings.`;
    case "dormant":
      return "The next number that you add could be used to find you. Switch it off before you add one.";
    case "protected":
      return identifier === "phone"
        ? `${site} says the switch is off. That stops new look-ups by phone number.`
        : `${site} says the switch is off. That stops new look-ups by e-mail address.`;
    case "unknown":
      return `${whyUnknown(finding.reason, site)} ${nextStep(finding.reason, site)}`;
    default:
      return finding satisfies never;
  }
}

/** Why nothing could be found out, as a sentence. */
export function whyUnknown(reason: Reason, site: string): string {
  switch (reason) {
    case "signed-out":
      return `Nobody is signed in to ${site} in this window.`;
    case "permission-denied":
      return `Your browser has not been allowed to look at ${site}.`;
    case "password-required":
      return `${site} asks for your password before it shows this.`;
    case "timed-out":
      return `${site} took too long to answer.`;
    case "offline":
      return `${site} could not be reached.`;
    case "site-error":
      return `${site} answered with an error.`;
    case "page-changed":
      return `${site}’s page does not look the way we know it.`;
    case "witnesses-disagree":
      return `${site} says two different things about this switch.`;
    case "save-pending":
      return `${site} is still saving a change.`;
    case "account-changed":
      return `${site} spoke of two accounts while we looked.`;
    case "not-fresh":
      return `The open ${site} tab says it is off, but that may be out of date.`;
    case "control-not-found":
      return `The switch was not found beyond doubt on ${site}’s page, so nothing was clicked.`;
    case "not-saved":
      return `${site} did not save it.`;
    case "interrupted":
      return "The check was interrupted before it was done.";
    case "cancelled":
      return "You cancelled the check.";
    default:
      return reason satisfies never;
  }
}

/** What the person can do about it, as a sentence. */
export function nextStep(reason: Reason, site: string): string {
  switch (reason) {
    case "signed-out":
      return "Sign in, then check again.";
    case "permission-denied":
      return `Check again and choose “Allow”, or open ${site} in this window and click the Unlisted button there.`;
    case "password-required":
      return `Open ${site}’s settings, enter it there, then check again.`;
    case "timed-out":
    case "offline":
      return "Look at your internet connection, then check again.";
    case "site-error":
      return "Wait a few minutes, then check again.";
    case "page-changed":
      return `Please look at the switch yourself on ${site}’s own page.`;
    case "witnesses-disagree":
      return `Please look at the switch yourself on ${site}’s own page, and check again in a few minutes.`;
    case "save-pending":
      return "Wait a moment, then check again.";
    case "account-changed":
      return "Choose the account that you want to check, then check again.";
    case "not-fresh":
      return "Check now to be sure.";
    case "control-not-found":
      return `Please change it yourself on ${site}’s own page, then check again.`;
    case "not-saved":
      return `Try again in a few minutes, or change it yourself on ${site}’s own page and check again.`;
    case "interrupted":
      return "Check again, and leave the tab that opens for it alone.";
    case "cancelled":
      return "Nothing was changed. Check again whenever you like.";
    default:
      return reason satisfies never;
  }
}

/** Whether a number is on file, as a sentence. */
export function numberOnFile({ answer }: NumberOnFile, site: string): string {
  switch (answer) {
    case "yes":
      return `${site} has a phone number of yours on file.`;
    case "no":
      return `${site} has no phone number of yours on file.`;
    case "unknown":
      return `We could not tell whether ${site} has a phone number of yours.`;
    default:
      return answer satisfies never;
  }
}

/** Why it is not known whether a number is on file, as a sentence. */
export function whyNumberUnknown(reason: Reason, site: string): string {
  return reason === "not-fresh" ? "The open tab does not say. Check now to find out." : whyUnknown(reason, site);
}

/** What a finding rests on, as a sentence, or nothing where nobody could be believed. */
export function evidence(readings: readonly Reading[], site: string): string {
  const witnesses = readings.filter(({ strength }) => strength === "strong").map(({ witness }) => witness);
  if (witnesses.includes("memory") && witnesses.includes("page"))
    return `${site}’s memory and the box on its page agree.`;
  if (witnesses.includes("memory")) return `Read from ${site}’s memory.`;
  if (witnesses.includes("page")) return `Read from the box on ${site}’s page.`;
  return "";
}

/** How private a setting's state leaves the person, as a word or two beside its icon. */
export function privacyWords(verdict: Verdict): string {
  switch (verdict) {
    case "exposed":
    case "dormant":
      return "Less private";
    case "protected":
      return "Private";
    case "unknown":
      return phrases.notKnown;
    default:
      return verdict satisfies never;
  }
}

/** What exactly a click on *Switch it off for me* will do. */
export function switchOffPromise(label: string, account: string | null, site: string): string {
  const whose = account === null ? "" : ` for @${account}`;
  return `This unticks “${label}”${whose} on ${site}’s settings page, and then checks that ${site} saved it.`;
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
  site: string,
  now: number,
): string {
  const wanted = isOff ? "off" : "on again";
  if (failure === null) {
    return `You switched this ${wanted} with Unlisted ${relativeTime(at, now)}. A fresh look shows that ${site} has saved it.`;
  }
  const unconfirmed = `We can’t confirm that it was switched ${wanted}.`;
  return failure === known ? unconfirmed : `${unconfirmed} ${whyUnknown(failure, site)} ${nextStep(failure, site)}`;
}

/** Whom a result is about and how old it is. */
export function provenance({ account, source, asOf }: CheckResult, site: string, now: number): string {
  const who = account === null ? `The account signed in to ${site}` : `@${account}`;
  const when = `${clockTime(asOf, now)} (${relativeTime(asOf, now)})`;
  return source === "open-tab" ? `${who} · from your open ${site} tab, as of ${when}` : `${who} · checked ${when}`;
}

/** How long ago, in words: `just now`, `3 minutes ago`, `2 days ago`. Times in milliseconds since 1970. */
function relativeTime(then: number, now: number): string {
  const minutes = Math.floor(Math.max(0, now - then) / 60_000);
  if (minutes < 1) return "just now";
  const format = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  if (minutes < 60) return format.format(-minutes, "minute");
  if (minutes < 24 * 60) return format.format(-Math.floor(minutes / 60), "hour");
  return format.format(-Math.floor(minutes / (24 * 60)), "day");
}

/** The time of day and, where it was another day, the date. */
function clockTime(then: number, now: number): string {
  const isToday = new Date(then).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat("en-GB", {
    timeStyle: "short",
    ...(isToday ? {} : { dateStyle: "medium" }),
  }).format(then);
}

export const phrases = {
  productName: "Unlisted",
  question: "Can strangers find you by your phone number?",
  introduction: (site: string) =>
    `One click looks at your settings on ${site} and tells you in plain words. Nothing is changed.`,
  check: "Check now",
  checkAgain: "Check again",
  running: "Checking…",
  cancel: "Cancel",
  checking: (site: string) => `Looking at your settings on ${site}…`,
  askingPermission: "Waiting for your browser’s permission",
  openSetting: (site: string) => `Open this setting on ${site}`,
  otherSettings: (site: string) => `Other privacy settings on ${site}`,
  notKnown: "Not known",
  changing: (site: string) => `Changing a setting on ${site}…`,
  throwingSwitch: (site: string) => `Clicking ${site}’s own switch and waiting until it is saved`,
  switchOff: "Switch it off for me",
  showMeWhere: "Show me where",
  guideRemoved: (site: string) => `The guide was taken off ${site}’s page.`,
  afterGuideRemoved: (site: string) =>
    `${site}’s page, or another extension, has removed or hidden it. Don’t trust what that page says about it. You can go on from here: check again to see what ${site} has saved.`,
  contents: "On this page",
  findings: "What your last check found",
  noFindings: (site: string) => `Nobody has looked at your settings on ${site} yet. One click does.`,
  openAt: (setting: string, site: string) => `Open on ${site}: ${setting}`,
  open: (site: string) => `Open on ${site}`,
  understood: "Understood",
  undo: "Undo: switch it on again",
  earlierAnswer: "The last answer we had",
  privacyPromise: "Everything stays on this device.",
} as const;
