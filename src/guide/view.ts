import type { Obstacle } from "./place";

/** What the person can ask of the guide by a button of the overlay. */
export const guideActions = [
  /** Throw the switch for me. */
  "switch-off",
  /** Take back what Unlisted itself has done. */
  "undo",
  /** Go to the next step. */
  "next",
  /** Go to the next step, this one being left as it is. */
  "skip",
  /** Make the step again, on the page loaded afresh. */
  "retry",
  /** Show the step's page. */
  "back",
  /** I have done it: look afresh. */
  "confirm",
  /** Leave out what is left and sum up. */
  "finish",
  /** Remind me to look again. */
  "remind",
  /** End the guide. */
  "close",
] as const;
export type GuideAction = (typeof guideActions)[number];

/** All that the overlay shows, worded. Plain JSON: the overlay knows no site, no setting and no language. */
export interface GuideView {
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** `Step 1 of 4`, or `null` between the steps. */
  readonly progress: string | null;
  readonly mood: "calm" | "working" | "good" | "bad";
  readonly title: string;
  readonly words: readonly string[];
  readonly list: readonly string[];
  /** What was, and what is. */
  readonly facts: { readonly columns: readonly [string, string, string]; readonly rows: readonly Fact[] } | null;
  readonly warning: string | null;
  readonly note: string | null;
  /** Said before the words while the place's switch shows the wanted state, which is then known to be not saved. */
  readonly ifThrown: string | null;
  readonly actions: readonly Offer[];
  /** Whether the step's place on the page is pointed at. */
  readonly points: boolean;
  /** Whether the rest of the page is dimmed meanwhile. */
  readonly dims: boolean;
  /** Whether the place's switch, once it shows the wanted state, is to be reported. */
  readonly watches: boolean;
  /** Whether it is to be reported when the place's switch shows another state than the wanted one. */
  readonly holds: boolean;
  /** What is said once nobody answers the overlay any more. */
  readonly lost: { readonly title: string; readonly words: readonly string[] };
  /** What is said in place of `words` and `actions` while something stands in the way. */
  readonly detours: { readonly [by in Obstacle]?: Detour };
  readonly closeLabel: string;
  /** Names the button that takes a keyboard to the place. */
  readonly toPlaceLabel: string;
}

export interface Fact {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** What to make of it: a change for the good or the bad, none, or one that is still to be made. */
  readonly mood: "calm" | "good" | "bad" | "left";
}

export interface Offer {
  readonly action: GuideAction;
  readonly label: string;
  /** How much it is put forward: at most one of a view is the main one. */
  readonly weight: "main" | "plain" | "quiet";
}

export interface Detour {
  readonly words: readonly string[];
  readonly actions: readonly Offer[];
}

/** What the overlay tells the background. */
export type GuideReport =
  /** The overlay is still there; `isActive` when the person has moved, typed or scrolled since the last report. */
  | { readonly guide: "alive"; readonly isActive: boolean }
  /**
   * The place's switch shows the wanted state. `at`: since when, by the page's clock in milliseconds since 1970; `null`
   * where it did from the beginning.
   */
  | { readonly guide: "thrown"; readonly at: number | null }
  /** The place's switch shows another state than the one that was proven. */
  | { readonly guide: "differs" }
  /** The page has taken the overlay away, hidden or covered it, again and again. */
  | { readonly guide: "removed" }
  /** The person has pressed a button. */
  | { readonly guide: "act"; readonly action: GuideAction };
