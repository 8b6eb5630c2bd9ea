import type { NumberOnFile } from "../audit/reading";
import type { Reason } from "../audit/reason";
import type { Identifier } from "../audit/setting";
import { whyUnknown } from "./text";

/** The account, as the guide speaks of it. */
function accountName(account: string | null): string {
  return account === null ? "your account" : `@${account}`;
}

/** What a switch does while it is on. */
export function whatItDoes(identifier: Identifier, account: string | null, site: string): string {
  const holding = identifier === "phone" ? "has your phone number" : "has your e-mail address";
  return `While this box is ticked, ${site} may lead anyone who ${holding} to ${accountName(account)}.`;
}

/** What a proven *off* means. */
export function whatItMeans(identifier: Identifier, account: string | null, site: string): string {
  const means = identifier === "phone" ? "by phone number" : "by e-mail address";
  return `We opened ${site}’s settings afresh to be sure. New look-ups ${means} no longer lead to ${accountName(account)}.`;
}

/** Why a step did not work, as a short sentence. */
export function whyFailed(reason: Reason, site: string): string {
  switch (reason) {
    case "account-changed":
      return "Another account is signed in now.";
    case "interrupted":
    case "cancelled":
      return "The check was interrupted.";
    default:
      return whyUnknown(reason, site);
  }
}

/** What the person can try then, as a sentence. */
export function whatToTry(reason: Reason, site: string): string {
  switch (reason) {
    case "account-changed":
      return "This guide belongs to the account that was checked, so it stops here. Close it and check again.";
    case "signed-out":
      return "Sign in, then try again.";
    case "password-required":
      return "Enter it, then try again.";
    case "permission-denied":
      return `Allow Unlisted to look at ${site} in your browser’s settings for extensions, then try again.`;
    case "control-not-found":
      return "Please click it yourself: we look whether it is saved.";
    case "offline":
    case "timed-out":
      return "Look at your internet connection, then try again.";
    case "not-saved":
    case "site-error":
    case "save-pending":
      return `Wait a moment and try again. If it stays like this, try in ${site}’s app.`;
    case "page-changed":
    case "witnesses-disagree":
    case "not-fresh":
    case "interrupted":
    case "cancelled":
      return "Please try again.";
    default:
      return reason satisfies never;
  }
}

/** What a fresh check says after the number was to be removed. */
export function numberStill({ answer }: NumberOnFile, site: string): string {
  switch (answer) {
    case "yes":
      return `${site} still has a phone number of yours.`;
    case "no":
      return `${site} has no phone number of yours any more.`;
    case "unknown":
      return `We could not tell whether ${site} still has a number.`;
    default:
      return answer satisfies never;
  }
}

export const guidePhrases = {
  step: (number: number, count: number) => `Step ${number} of ${count}`,
  howToSwitchOff: "Untick it yourself, or let Unlisted click it for you.",
  checking: (site: string) => `Checking that ${site} saved it…`,
  whyChecking: (site: string) =>
    `${site} shows a change before it has saved it. So we open the page afresh in a background tab and look again.`,
  nowOff: (site: string) => `${site} now says off.`,
  nowOn: (site: string) => `${site} now says on again.`,
  undone: "As it was before. You can switch it off again whenever you like.",
  lookingForNumber: (site: string) => `Looking whether ${site} still has a number…`,
  numberGone: "We looked afresh to be sure. With no number on file, none can be matched.",
  numberAgain: "If you have just removed it, wait a moment, then look again.",
  neverDone: "This is yours to do: Unlisted never does it for you.",
  offerTitle: "You can go further",
  offer: "If you like, there is more that helps:",
  offerAfterAll: "Both switches are off: that stops new look-ups. If you like, there is more that helps:",
  summaryTitle: "Here is where you stand",
  stillOn: (settings: string) => `Still on: ${settings}.`,
  numberRemains: (site: string) =>
    `${site} has a number of yours on file. Only a number that is not on file cannot leak.`,
  stillKnown: "Whoever matched your number or address before still knows it.",
  lookAgain: "Look again in three months, and whenever you add a number or an account.",
  columns: ["", "Before", "Now"],
  number: "Phone number on file",
  answers: { yes: "Yes", no: "No", unknown: "Not known" },
  elsewhere: (site: string) => `This step is on another page of ${site}.`,
  loading: (site: string) => `Waiting for ${site}’s page…`,
  signedOut: (site: string) => `Nobody is signed in to ${site} here. Sign in, and the guide goes on by itself.`,
  password: (site: string) =>
    `${site} asks for your password. Enter it, and the guide goes on by itself. Unlisted never looks at what you type.`,
  notFound: (label: string) =>
    `We can’t find this switch beyond doubt, so we point at nothing. Please look for “${label}” yourself.`,
  toPlace: "Go to it on the page",
  close: "Close the guide",
  buttons: {
    switchOff: "Switch it off for me",
    undo: "Undo: switch it on again",
    next: "Next",
    done: "Done",
    skip: "Skip",
    retry: "Try again",
    takeMeThere: "Take me there",
    goOn: "Go on",
    enough: "That’s enough",
    removed: "I have removed it",
    close: "Close",
  },
} as const;
