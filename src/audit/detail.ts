import type { Reason } from "./reason";

/**
 * What exactly stood in the way of an answer, for whoever is to mend it: the closed list. Each belongs to one reason,
 * which is what the person is told; those that `src/ui/text.ts` knows have a sentence of their own in its place.
 */
const reasons = {
  // Who is signed in, and whether the site lets them in
  "sign-in-page": "signed-out",
  "nobody-signed-in": "signed-out",
  "password-field": "password-required",
  "account-locked": "site-error",
  "delegate-account": "site-error",
  "two-accounts": "account-changed",

  // The site's page
  "page-refused": "site-error",
  "too-many-requests": "site-error",
  "settings-refused": "site-error",
  "settings-blocked": "site-error",
  "script-blocked": "site-error",
  "new-client": "page-changed",
  "other-page": "page-changed",
  "still-loading": "timed-out",
  "page-not-understood": "page-changed",
  "nothing-known": "page-changed",

  // The site's memory
  "memory-not-understood": "page-changed",
  "memory-still-loading": "timed-out",
  "write-pending": "save-pending",
  "write-unanswered": "save-pending",
  "field-missing": "page-changed",
  "field-not-understood": "page-changed",

  // The site's answers
  "answer-missed": "page-changed",
  "answer-not-understood": "page-changed",
  "answers-differ": "page-changed",
  "answer-not-used": "page-changed",

  // What is drawn
  "box-alone": "page-changed",
  "box-before-settings": "page-changed",
  "box-too-early": "timed-out",
  "box-without-label": "page-changed",
  "box-not-plain": "page-changed",
  "box-not-alone": "page-changed",
  "number-not-shown": "page-changed",

  // How witnesses stand to each other, and how old they are
  "witnesses-differ": "witnesses-disagree",
  "unknown-word": "page-changed",
  "open-tab": "not-fresh",
  "nobody-looked": "page-changed",

  // The browser and the person
  "not-allowed": "permission-denied",
  "policy-forbids": "permission-denied",
  "error-page": "offline",
  "led-elsewhere": "page-changed",
  "no-answer": "timed-out",
  "tab-closed": "interrupted",
  "tab-asleep": "interrupted",
  "work-stopped": "interrupted",
  "by-the-person": "cancelled",
} as const satisfies Record<string, Reason>;

export type Detail = keyof typeof reasons;

export function isDetail(word: unknown): word is Detail {
  return typeof word === "string" && Object.hasOwn(reasons, word);
}

/** The reason that a detail belongs to. */
export function reasonOf(detail: Detail): Reason {
  return reasons[detail];
}

/**
 * Why something is not known. What was kept by version 0.1.0 has no details, and a later version may know more of them:
 * whoever reads what is kept takes a detail for a word.
 */
export interface Cause {
  readonly reason: Reason;
  readonly detail?: string | undefined;
}

export function causeOf(detail: Detail): Cause & { readonly detail: Detail } {
  return { reason: reasons[detail], detail };
}
