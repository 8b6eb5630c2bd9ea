/** A private window is signed in to other accounts than the rest, and what it shows must not reach the disk. */
export type Context = "regular" | "private";
export const contexts: readonly Context[] = ["regular", "private"];

/** Whose standing is meant: one site in one context. */
export interface Subject {
  readonly site: string;
  readonly context: Context;
}

/** The keys in the browser's storage under which a subject's records lie. */
export const runningKey = ({ site, context }: Subject) => `running:${context}:${site}`;
export const openedKey = ({ site, context }: Subject) => `opened:${context}:${site}`;
export const resultsKey = ({ site, context }: Subject) => `results:${context}:${site}`;
export const guideKey = ({ site, context }: Subject) => `guide:${context}:${site}`;
export const noticeKey = ({ site, context }: Subject) => `notice:${context}:${site}`;
export const signsKey = ({ site, context }: Subject) => `signs:${context}:${site}`;
/** Checks of private windows leave no trace, so they warn of nothing that was before. */
export const onAgainKey = (site: string) => `on-again:${site}`;
export const reminderKey = "reminder";
export const intentKey = (context: Context) => `intent:${context}`;
export const looksKey = ({ site, context }: Subject) => `looks:${context}:${site}`;
