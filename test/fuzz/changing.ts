import type { Page } from "./world";

/** A page while it is being changed, and what the changes did to its honesty. */
export interface Changing {
  readonly page: Page;
  /** Whether it says something untrue in a way that nobody could notice. */
  lies: boolean;
  /** Whether what it draws is a write that the server has not saved, or belongs to another account. */
  secret: "none" | "pending write" | "other account";
  /** Whether something was changed that would give such a secret away. */
  isDisguised: boolean;
}

/** Does something to a page, in place; both numbers choose what. */
export type Change = (changing: Changing, at: number, to: number) => void;

/** Picks one of a list by any number. */
export function pick<Item>(items: readonly Item[], by: number): Item | undefined {
  return items[by % Math.max(1, items.length)];
}
