import xHears from "./x/answers/hear.iife?script&iife";
import xKeeps from "./x/answers/keep.iife?script&iife";

/** The two scripts by which a site's answers are overheard: in the extension's world on the page, and in the page's own. */
export interface Listener {
  readonly keeps: string;
  readonly hears: string;
}

/** By the sites' ids. Only the background loads this: the scripts are files of the built extension. */
export const listeners: Readonly<Record<string, Listener>> = {
  x: { keeps: xKeeps, hears: xHears },
};
