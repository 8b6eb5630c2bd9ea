/**
 * The event by which the two worlds on a page find each other, before any script of the page runs: the page's own world
 * hands one end of a channel to the extension's.
 */
export const handshake = "unlisted-answers";

/** What is handed on of a question, of its answer, or of a request that changes something. `at` counts the declared addresses. */
export type Heard =
  | { readonly at: number; readonly status: number; readonly text: string }
  /** A JSON value or a blob, as the page has it. */
  | { readonly at: number; readonly status: number; readonly content: unknown }
  /** An answer that was there, and of which nothing can be told. */
  | { readonly at: number; readonly status: number; readonly fault: "cut" | "too-long" | "other" }
  | { readonly at: number; readonly fault: "write" }
  | { readonly at: number; readonly isAsked: true };

/** The most that is read of one answer, in characters. */
export const longestAnswer = 1_000_000;
