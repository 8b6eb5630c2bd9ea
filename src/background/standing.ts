import * as z from "zod/mini";

/** A check under way, as it is kept for the popup and for a background that is started anew. */
export const RunningCheck = z.object({
  /** Whether a switch is being thrown before the site is looked at. */
  purpose: z.enum(["check", "change"]),
  /** Which step is being made, counted from 0: for a change the throwing, then the site's visits. */
  step: z.number(),
  /** The tab that the check opened; `null` before it opens one, and where it works in one of the person's. */
  tab: z.nullable(z.number()),
  /** Whether it is opening one in this moment. */
  isOpening: z.boolean(),
  /** While it does, the tabs that were there already. */
  others: z.array(z.number()),
  /** When this was written, in milliseconds since 1970. */
  at: z.number(),
  /** The change that is made before: if nobody is left to say how it ended, it may have been saved. */
  order: z.optional(
    z.object({
      switches: z.array(z.object({ setting: z.string(), state: z.string() })),
      account: z.nullable(z.string()),
    }),
  ),
});
export type RunningCheck = z.infer<typeof RunningCheck>;

/** As much of it as a page shows. */
export const RunningWork = z.pick(RunningCheck, { purpose: true, step: true });
export type RunningWork = z.infer<typeof RunningWork>;

/** A switch that was off, that a later check has found on, and of which nobody has said that it was their own doing. */
export const OnAgain = z.object({
  account: z.string(),
  setting: z.string(),
  /** When the check ended that found it off, in milliseconds since 1970. */
  off: z.number(),
  /** When the one ended that found it on. */
  on: z.number(),
});
export type OnAgain = z.infer<typeof OnAgain>;

/**
 * `guide-removed`: the site's page took the guide's overlay away, again and again. `guide-not-allowed`: a guide was wanted that the
 * browser does not let Unlisted show.
 */
export const Notice = z.enum(["guide-removed", "guide-not-allowed"]);
export type Notice = z.infer<typeof Notice>;
