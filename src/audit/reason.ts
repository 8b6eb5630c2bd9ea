import * as z from "zod/mini";

/**
 * Why an answer could not be given: the closed list. Each has a sentence and a next step for the person in `src/ui/text.ts`.
 */
export const Reason = z.enum([
  /** Nobody is signed in to the site in this window. */
  "signed-out",
  /** The browser was not allowed to look at the site, and no open tab of it could be read. */
  "permission-denied",
  /** The site wants the password before it shows the page. */
  "password-required",
  /** The site did not finish loading in time. */
  "timed-out",
  /** The site could not be reached. */
  "offline",
  /** The site answered with an error. */
  "site-error",
  /** The page or its memory does not look as it is known. */
  "page-changed",
  /** The site's memory and its page say different things, also after loading afresh. */
  "witnesses-disagree",
  /** The site is still saving a change. */
  "save-pending",
  /** The site spoke of two accounts during one check. */
  "account-changed",
  /** The answer comes from a tab that was open already: it may be yesterday's. */
  "not-fresh",
  /** The switch to be thrown was not found beyond doubt, so nothing was clicked. */
  "control-not-found",
  /** The switch was thrown, and a fresh look says that the site did not save it. */
  "not-saved",
  /** The tab was closed, or the browser stopped the check. */
  "interrupted",
  /** The person pressed Cancel. */
  "cancelled",
]);
export type Reason = z.infer<typeof Reason>;
