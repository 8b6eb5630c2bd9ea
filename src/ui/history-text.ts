import type { Verdict } from "../audit/finding";
import type { Identifier, Setting } from "../audit/setting";
import type { ImportOutcome } from "../background/history-records";
import type { SettingChange } from "../history/changes";
import type { ImportRefusal } from "../history/export-file";
import type { LoggedCheck } from "../history/logged-check";
import type { ReminderInterval } from "../history/reminder";
import { whyUnknown } from "./text";

/** The day, in words. Times in milliseconds since 1970. */
export function day(time: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(time);
}

/** The day and the time of day. */
export function dayAndTime(time: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(time);
}

/** What a stranger may hold of a person, as the name of a row. */
export function identifierName(identifier: Identifier): string {
  return identifier === "phone" ? "Phone number" : "E-mail address";
}

/** A verdict in a few words, after the name of what it is about. */
export function verdictWords(identifier: Identifier, verdict: Verdict): string {
  switch (verdict) {
    case "exposed":
      return "can be used to find you";
    case "dormant":
      return identifier === "phone" ? "switch on, but no number on file" : "switch on, but no address on file";
    case "protected":
      return "can’t be used to find you";
    case "unknown":
      return "not known";
    default:
      return verdict satisfies never;
  }
}

/** What changed in a setting since the check before, as sentences. A setting that is not known any more has an id only. */
export function changeWords({ kind, before, now, isOwn }: SettingChange, setting: Setting | string): string {
  const when = `At the check of ${day(before.time)}`;
  const own = isOwn ? " You had Unlisted change this." : "";
  if (typeof setting !== "string" && setting.kind === "discoverability") {
    const name = `The switch for your ${setting.identifier === "phone" ? "phone number" : "e-mail address"}`;
    return kind === "opened"
      ? `${name} is on again. ${when} it was off.${own}`
      : `${name} is off now. ${when} it was on.${own}`;
  }
  const title = typeof setting === "string" ? setting : setting.title;
  const wordsOf = (state: string) => (typeof setting === "string" ? state : (setting.states[state]?.words ?? state));
  return `${title}: now “${wordsOf(now.state)}”. ${when}: “${wordsOf(before.state)}”.${own}`;
}

/** The label of a change: whether it leaves the person more to themselves. */
export function changeLabel(kind: SettingChange["kind"], isSwitch: boolean): string {
  switch (kind) {
    case "opened":
      return isSwitch ? "On again" : "Less private";
    case "closed":
      return isSwitch ? "Off now" : "More private";
    case "moved":
      return "Changed";
    default:
      return kind satisfies never;
  }
}

/** A switch that is on again, and has been since a check. */
export function stillOpenWords(title: string, account: string, offAt: number, since: number): string {
  return `${title} is on again for ${account}. It was off on ${day(offAt)}, and on when you checked on ${day(since)}.`;
}

/** What is added to a check where there is more to say of it. */
export function checkNotes({ source, numberOnFile, change, failure }: LoggedCheck, site: string): readonly string[] {
  const notes: string[] = [];
  if (source === "open-tab") notes.push(phrases.fromOpenTab);
  if (failure === null && numberOnFile.answer === "yes") notes.push(phrases.numberOnFile);
  if (failure === null && numberOnFile.answer === "no") notes.push(phrases.noNumberOnFile);
  if (change && change.failure !== null) {
    const why = change.failure === failure ? "" : ` ${whyUnknown(change.failure, site)}`;
    notes.push(`You asked Unlisted to change a switch. That could not be confirmed.${why}`);
  }
  return notes;
}

/** What came of an import, in sentences. */
export function importWords(outcome: ImportOutcome): string {
  if (outcome.outcome === "refused") return `${refusalWords(outcome.refusal)} Nothing was changed.`;
  const { added, known, leftOut } = outcome;
  const sentences = [added === 0 ? "Nothing new was added." : `${checks(added)} added.`];
  if (known > 0) sentences.push(`${checks(known)} from the file ${known === 1 ? "was" : "were"} here already.`);
  if (leftOut > 0) sentences.push(`Only the newest 500 are kept, so ${checks(leftOut)} did not fit.`);
  return sentences.join(" ");
}

function refusalWords(refusal: ImportRefusal): string {
  switch (refusal) {
    case "not-ours":
      return "This is not a file that Unlisted has saved.";
    case "newer-version":
      return "This file comes from a newer version of Unlisted. Update Unlisted, then try again.";
    case "too-large":
      return "This file is too large: a file from Unlisted is never above 5 MB.";
    case "damaged":
      return "This file comes from Unlisted, but it is damaged or was changed.";
    case "no-room":
      return "Your browser has no room left for it.";
    default:
      return refusal satisfies never;
  }
}

function checks(count: number): string {
  return count === 1 ? "1 check" : `${count} checks`;
}

export function everyMonths(months: ReminderInterval | null): string {
  switch (months) {
    case null:
      return "Never";
    case 1:
      return "Every month";
    case 3:
      return "Every 3 months";
    case 6:
      return "Every 6 months";
    default:
      return months satisfies never;
  }
}

export const phrases = {
  historyTitle: "Your checks so far",
  historyWords:
    "Every check is kept here, on this device only, until you delete it. There is room for 500; after that the oldest go. Checks made in a private window are never kept here.",
  noChecks: "There are no checks yet. Click Unlisted’s button in your browser’s toolbar, then “Check now”.",
  stillOpenTitle: "On again",
  stillOpenAdvice:
    "If you did not switch it on yourself, the site may have, or somebody else who can use your account. You can switch it off again with Unlisted’s button in the toolbar.",
  account: "Account",
  allAccounts: "All accounts",
  hiddenAccount: (number: number) => `Account ${number}`,
  nameless: "Account not named",
  on: (account: string, site: string) => `${account} on ${site}`,
  noAnswer: "No answer.",
  fromOpenTab: "From a tab that was open already, so it may have been out of date.",
  numberOnFile: "A phone number was on file.",
  noNumberOnFile: "No phone number was on file.",
  deleteOne: "Delete",
  deleteOneOf: (when: string) => `Delete the check of ${when}`,
  showMore: (count: number) => `Show more (${count} left)`,
  deleteAll: "Delete all checks…",
  deleteAllQuestion: (count: number) => `Delete all ${checks(count)}?`,
  deleteAllWords: "They are gone for good, and so is the last result that Unlisted shows.",
  deleteAllYes: "Yes, delete all",
  keep: "No, keep them",
  unreadable: (count: number) =>
    count === 1
      ? "One saved entry could not be read. It may be damaged, or from another version of Unlisted. It is kept aside."
      : `${count} saved entries could not be read. They may be damaged, or from another version of Unlisted. They are kept aside.`,
  unreadableWords: "Everything else works as before.",
  deleteUnreadable: "Delete what can’t be read",
  crowdedOut: (count: number) =>
    `Your browser’s storage was full. To make room, ${checks(count)} had to go, the oldest first.`,
  understood: "Understood",
  takeAlongTitle: "Take it along",
  takeAlongWords:
    "Save your checks as a file, for yourself or for somebody who helps you. Whoever gets the file can read it. Nothing is sent anywhere.",
  leaveNameOut: "Leave my account name out",
  leaveNameOutWords: "The list above and what you print leave it out too.",
  downloadPage: "Save as a page to read",
  downloadFile: "Save as a file for Unlisted",
  print: "Print",
  importTitle: "Bring checks back",
  importWords: "Choose a file that you saved for Unlisted before. Checks that are here already are not added twice.",
  chooseFile: "Choose a file…",
  reminderTitle: "Remind me",
  reminderWords:
    "Sites change, and switches with them. Unlisted can remind you to look again: a small 1 on its button. It never checks by itself.",
  reminderQuestion: "Remind me to check",
  reminderPrivate: "Checks in a private window don’t count here, because nothing is kept of them.",
  due: "It’s time to check again. Click Unlisted’s button in the toolbar.",
  dueOn: (when: string) => `The next reminder comes on ${when}.`,
  notify: "Also show a notification",
  notifyWords: "Your browser will ask you to allow it. Anyone who can see your screen can see it: it names Unlisted.",
  notifyRefused: "Your browser did not allow notifications, so this stays off.",
  dueTitle: "Unlisted: time to check again",
  notificationTitle: "Unlisted",
  notificationWords: "It’s time for your next check.",
  pageTitle: "Checks made with Unlisted",
  pageWords: (when: string) =>
    `Saved on ${when}. This is what Unlisted found at each check; it is not a statement by the sites.`,
} as const;
