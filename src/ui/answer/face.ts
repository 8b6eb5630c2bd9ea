import { type Age, ageOf } from "../../audit/age";
import type { Change, CheckResult } from "../../audit/check-result";
import type { Cause, Detail } from "../../audit/detail";
import type { Finding } from "../../audit/finding";
import type { Reason } from "../../audit/reason";
import type { DiscoverabilitySetting } from "../../audit/setting";
import { bySeverity, findingOf } from "../../audit/shown";
import type { SitePage, SiteProfile } from "../../audit/site";
import type { OnAgain } from "../../background/standing";
import { isDue } from "../../history/due";
import type { DueReminder } from "../../history/reminder";
import type { View } from "../check-store";

/** What helps the person on. */
export type Step =
  | "check"
  /** As `check`, where a change was left before anybody looked. */
  | "look-now"
  | "switch-off"
  | "guide"
  | "remind"
  | "open-setting"
  | Exclude<SitePage, "sessions">;

/** The worst of what was found, of one identifier, or of both where they are the same. */
export interface Card {
  readonly settings: readonly [DiscoverabilitySetting, ...DiscoverabilitySetting[]];
  /** Of the first of them; the others are found alike. */
  readonly finding: Finding;
  readonly age: Age;
}

/** Something that is said above the card. */
export type Strip =
  | { readonly kind: "on-again"; readonly switches: readonly OnAgain[] }
  /** What came of the changes that were asked for. */
  | { readonly kind: "changes"; readonly changes: readonly Change[] }
  /** The last look had no answer, and an earlier one is shown. */
  | { readonly kind: "look-failed"; readonly cause: Cause; readonly step: Step }
  | { readonly kind: "due"; readonly reminder: DueReminder };

/** What is put before the person, in which order, and the one thing that helps them on. */
export interface Face {
  readonly strips: readonly Strip[];
  readonly card: Card;
  /** The other ways of being found. */
  readonly others: readonly Found[];
  /** What the button does that is put forward, and what it belongs to; `null` where nothing is left to do. */
  readonly forward: { readonly step: Step; readonly at: "card" | Strip["kind"] } | null;
}

interface Found {
  readonly setting: DiscoverabilitySetting;
  readonly finding: Finding;
}

/** All that the face depends on. Times in milliseconds since 1970. */
export interface Situation {
  readonly view: Extract<View, { phase: "idle" | "done" }>;
  readonly shown: CheckResult;
  readonly onAgain: readonly OnAgain[];
  readonly reminder: DueReminder | null;
  readonly isPrivate: boolean;
  readonly now: number;
}

/** Decides what stands first. Pure: words and drawing come after. */
export function faceOf(situation: Situation, site: SiteProfile): Face | null {
  const { shown, now } = situation;
  const found = site.settings
    .filter((setting) => setting.kind === "discoverability")
    .map((setting): Found => ({ setting, finding: findingOf(shown, setting) }))
    .toSorted((one, other) => bySeverity.indexOf(one.finding.verdict) - bySeverity.indexOf(other.finding.verdict));
  const [worst] = found;
  if (!worst) return null;
  const alike = found.filter(({ finding }) => isAlike(finding, worst.finding));
  const card: Card = {
    settings: [worst.setting, ...alike.slice(1).map(({ setting }) => setting)],
    finding: worst.finding,
    age: ageOf(shown.asOf, now),
  };
  const strips = stripsOf(situation);
  const others = found.filter((one) => !alike.includes(one));
  return { strips, card, others, forward: chooseForward(card, strips, situation) };
}

/** Whether one sentence can say both. A proven absence of a number is one of the number alone. */
function isAlike(one: Finding, other: Finding): boolean {
  if (one.verdict === "dormant") return one === other;
  if (one.verdict !== "unknown" || other.verdict !== "unknown") return one.verdict === other.verdict;
  return one.reason === other.reason && one.detail === other.detail;
}

function stripsOf({ view, shown, onAgain, reminder, isPrivate, now }: Situation): readonly Strip[] {
  const strips: Strip[] = [];
  const switches = onAgain.filter(({ account, setting }) => {
    const finding = shown.findings.find((known) => known.setting === setting);
    return account === shown.account && (finding?.verdict === "exposed" || finding?.verdict === "dormant");
  });
  if (switches.length > 0) strips.push({ kind: "on-again", switches });
  const { changes = [], failed = null } = view.phase === "done" ? view : {};
  const told = changes.filter((change) => isTold(change, shown));
  if (told.length > 0) strips.push({ kind: "changes", changes: told });
  // Why a change is not confirmed is why the look had no answer.
  if (failed?.failure && !told.some(({ failure }) => failure === failed.failure)) {
    const cause = { reason: failed.failure, detail: failed.detail };
    strips.push({ kind: "look-failed", cause, step: stepAfter(cause) });
  }
  if (!isPrivate && reminder && isDue(reminder, now)) strips.push({ kind: "due", reminder });
  return strips;
}

/** Whether a change still says something of what is shown: it failed, or it is how things stand. */
function isTold({ failure, account, setting, to }: Change, shown: CheckResult): boolean {
  if (failure !== null) return true;
  return account === shown.account && shown.findings.some((known) => known.setting === setting && known.state === to);
}

function chooseForward(card: Card, strips: readonly Strip[], situation: Situation): Face["forward"] {
  const { shown, reminder, isPrivate } = situation;
  const changes = strips.flatMap((strip) => (strip.kind === "changes" ? strip.changes : []));
  const failed = strips.find((strip) => strip.kind === "look-failed");
  // Whether it was done is what they must know next.
  if (changes.some(({ failure }) => failure === "cancelled" || failure === "interrupted")) {
    return { step: "look-now", at: "changes" };
  }
  const { finding } = card;
  switch (finding.verdict) {
    case "exposed":
    case "dormant": {
      const own = changes.find(({ setting, failure }) => setting === finding.setting && failure !== null);
      return { step: shown.account === null || own ? "guide" : "switch-off", at: "card" };
    }
    case "unknown":
      if (failed) return { step: failed.step, at: "look-failed" };
      return { step: stepAfter(finding), at: "card" };
    case "protected":
      if (failed) return { step: failed.step, at: "look-failed" };
      if (strips.some(({ kind }) => kind === "due")) return { step: "check", at: "due" };
      if (card.age === "old") return { step: "check", at: "card" };
      if (!isPrivate && (reminder?.months ?? null) === null) return { step: "remind", at: "card" };
      return card.age === "aging" ? { step: "check", at: "card" } : null;
    default:
      return finding satisfies never;
  }
}

/** What helps after a look without an answer: to look once more, where nothing else does. */
export function stepAfter({ reason, detail = "" }: Cause): Step {
  return (Object.hasOwn(detailSteps, detail) ? detailSteps[detail] : undefined) ?? reasonSteps[reason] ?? "check";
}

const detailSteps: Readonly<Record<string, Step>> = {
  "account-locked": "home",
  "other-page": "home",
  "script-blocked": "home",
  "policy-forbids": "open-setting",
  "too-many-requests": "check",
  "settings-blocked": "check",
  "led-elsewhere": "check",
} satisfies { readonly [detail in Detail]?: Step };

const reasonSteps: { readonly [reason in Reason]?: Step } = {
  "signed-out": "sign-in",
  "password-required": "open-setting",
  "page-changed": "open-setting",
  "site-error": "open-setting",
  "witnesses-disagree": "open-setting",
  "control-not-found": "open-setting",
  "not-saved": "open-setting",
};
