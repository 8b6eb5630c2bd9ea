import type { Detail } from "./detail";
import type { Observation } from "./observation";
import type { NumberOnFile, Reading } from "./reading";
import type { Saw } from "./saw";
import type { Setting, SettingId, SiteMessage } from "./setting";

/** What is declared of a site: enough for whatever shows and explains it. Views load nothing else of a site. */
export interface SiteProfile {
  /** Short and stable; the part of a setting's id before the dot. */
  readonly id: string;
  /** As people say it. */
  readonly name: string;
  /** Where people sign in to it, as they write it: a host. */
  readonly address: string;
  /** As people said it when most of what is told of it in `src/risk/` happened; `null` where it has kept its name. */
  readonly formerName: string | null;
  /** Match patterns of the pages that a check opens: what the browser is asked to allow. */
  readonly origins: readonly string[];
  readonly settings: readonly Setting[];
  /** The guide's step at which the person can take their number off the account; `null` where there is none. */
  readonly numberStep: string | null;
  /** What a check does, shown to the person while it lasts: a step for each of the site's visits. */
  readonly steps: readonly SiteMessage[];
}

/** `sign-in`: where people sign in. `sessions`: the list of devices that are signed in to the account. */
export const sitePages = ["home", "sign-in", "sessions"] as const;
export type SitePage = (typeof sitePages)[number];

/** Something that the person may do on the site; never done for them. Views find it in `src/sites/advice.ts`. */
export interface Advice {
  readonly id: string;
  readonly title: SiteMessage;
  /** What it does and how, a sentence or two each. */
  readonly words: readonly SiteMessage[];
  /** What they would lose by it. */
  readonly warning: SiteMessage | null;
  /** What a fresh check can prove afterwards. */
  readonly proof: "number-on-file" | null;
  /** The address of the site's own page where it is done. */
  readonly page: string;
}

/** All that Unlisted needs to know of a site: how it is declared, and how it is read, changed and explained in place. */
export interface Site extends SiteProfile {
  /** Two looks at one page, the first in the page's own world. */
  readonly gatherers: Gatherers;
  /**
   * When the site's answers to its own page are overheard: in every check, or in a second look of a check that could not
   * read the site's memory; `null` where they never are. The scripts that do it are listed in `src/sites/listeners.ts`.
   */
  readonly overhears: "always" | "where-memory-failed" | null;
  /** The pages that a check opens, in this order, in one tab. */
  readonly visits: readonly [Visit, ...Visit[]];
  /** The settings that Unlisted can change for the person, by a click on the site's own switch. */
  readonly switches: ReadonlyMap<SettingId, Switch>;
  /** The guide's way through the site's own pages: the switches first, then what the person may do beyond them. */
  readonly guide: readonly GuideStep[];
  /** Its pages that people are led to, beside those of its settings. */
  readonly pages: Readonly<Record<SitePage, string>>;
  /** Whether an address belongs to the site. */
  owns(address: string): boolean;
  /**
   * Reads whatever page a tab has open, without waiting for anything; `null` where it says nothing.
   *
   * @param now in milliseconds since 1970
   */
  glance(evidence: Evidence, now: number): Observation | null;
  /** Evidence in words of closed lists, in which nothing tells who the person is. */
  describe(evidence: Evidence): Saw;
  /** The evidence that was described so, to be parsed and judged once more; `null` where nothing can be made of it. */
  recall(saw: unknown): Evidence | null;
}

/**
 * Functions that run in a site's page. They are sent there as text, so each stands alone: no imports, no closures.
 * They return plain JSON made of booleans, numbers and words from a closed list, and the account's handle; never a
 * phone number or an address. They never throw.
 */
interface Gatherers {
  /** Runs in the page's own world, where the page can lie to it: reads the site's memory. */
  readonly memory: Gatherer;
  /**
   * Run in the extension's world on the same page, in this order: they read what the browser has recorded of it and what it
   * draws. What they return is put together; each tells as `loadedAt` when the document began, so that no two are mixed up.
   */
  readonly page: readonly [Gatherer, ...Gatherer[]];
}

export interface Gatherer {
  // `never` lets a site's function keep its own parameter types: nobody but the browser calls it through this field.
  readonly run: (...parameters: never[]) => unknown;
  readonly parameters: readonly unknown[];
}

/** How one of the site's own switches is thrown. */
export interface Switch {
  /** The page that holds it. */
  readonly visit: Visit;
  /**
   * A function that clicks the switch, once, where it is not in the wanted state already. It runs in the extension's
   * world on the page, finds the switch by strong evidence alone, and clicks nothing where there is any doubt.
   */
  press(state: string): Gatherer;
  /** What became of the press, from what its function returned. */
  readPress(returned: unknown): PressOutcome;
  /**
   * Whether the page has finished with saving, well or badly. Only a fresh load tells which.
   *
   * @param thrownAt when the switch was thrown, by the page's own clock, in milliseconds since 1970
   */
  hasFinishedSaving(evidence: Evidence, wanted: string, thrownAt: number, steadyFor: number): boolean;
}

type PressOutcome =
  | { readonly kind: "pressed"; readonly at: number }
  | { readonly kind: "already" }
  | { readonly kind: "not-found" };

/** One stop of the guide. */
export type GuideStep = SwitchStep | AdviceStep;

/** A switch of the site, which the person throws, or has thrown by a click that names it. */
export interface SwitchStep {
  readonly kind: "switch";
  /** The setting that the switch belongs to; it has an entry in `switches`. */
  readonly id: SettingId;
  readonly place: Place;
}

/** One of the site's pieces of advice, and where on the site it happens. */
export interface AdviceStep extends Advice {
  readonly kind: "advice";
  readonly place: Place;
}

/** Where on the site's own pages a step happens. */
interface Place {
  /** The page's address. */
  readonly page: string;
  /**
   * A function that runs in the extension's world on the page and leaves a `findGuidePlace` there, by which the
   * overlay finds the place again after every change of the page.
   */
  readonly finder: Gatherer;
}

/** What the gatherers returned, and what was overheard: untrusted until the site has parsed it. */
export interface Evidence {
  readonly memory: unknown;
  readonly page: unknown;
  /** `null` where nobody listens. */
  readonly answers: unknown;
}

/** What an earlier look of the same visit saw, and when it had seen it, in milliseconds since 1970. */
export interface EarlierLook {
  readonly evidence: Evidence;
  readonly at: number;
}

/**
 * How a page is looked at.
 *
 * - `plain`: without a word of the site's answers, and none can be had.
 * - `first`: the same, and where that does not do, the page can be loaded once more to overhear them.
 * - `overhearing`: the site's answers are overheard.
 */
export type Way = "plain" | "first" | "overhearing";

/** One page of a check. */
export interface Visit {
  /** Short, and the site's own. */
  readonly id: string;
  readonly address: string;
  /** How long the page may take to tell, in milliseconds. */
  readonly patience: number;
  /**
   * Says whether the page has told all that it can.
   *
   * @param steadyFor how long the evidence has been the same, in milliseconds
   * @param isLast whether the visit's patience has run out: then the answer may not be `waiting`
   * @param way whether answers are overheard, or could be: only in a `first` look may the answer be `unread`
   * @param before what was seen before in this visit, oldest first
   */
  assess(evidence: Evidence, steadyFor: number, isLast: boolean, way: Way, before?: readonly EarlierLook[]): Assessment;
}

export type Assessment =
  | { readonly kind: "waiting" }
  /** As `waiting`, where the next look need not wait for a change. */
  | { readonly kind: "again" }
  | { readonly kind: "told"; readonly testimony: Testimony }
  /**
   * The page did not come from the site but from what the site's own worker keeps in the browser: it has to be loaded past
   * that. Only in a tab of the check's own.
   */
  | { readonly kind: "kept" }
  /** The site's memory cannot be read: what is left is to overhear its answers. */
  | { readonly kind: "unread" }
  | { readonly kind: "failed"; readonly detail: Detail };

/** What one page told: the parts of an observation that it can speak of. */
export interface Testimony {
  readonly account: string | null;
  readonly readings?: ReadonlyMap<SettingId, readonly Reading[]>;
  readonly numberOnFile?: NumberOnFile;
  /** When the site sent the settings to the page, in milliseconds since 1970. */
  readonly asOf: number;
}
