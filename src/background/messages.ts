import * as z from "zod/mini";
import { sitePages } from "../audit/site";
import { guideActions } from "../guide/view";
import { ReminderInterval } from "../history/reminder";

/** Which site, and the window that asks. */
const about = { site: z.string(), window: z.number() };

/** Run a check, or join the one that is running. Answered when it has ended. */
const Check = z.object({ ask: z.literal("check"), ...about });

/**
 * Throw some of the site's switches, by a click that named them, and prove it by a fresh check. `state` is the wanted
 * state's name, `account` the handle that the person was shown. Answered when it has ended.
 */
const Change = z.object({
  ask: z.literal("change"),
  switches: z.array(z.object({ setting: z.string(), state: z.string() })).check(z.minLength(1), z.maxLength(10)),
  account: z.nullable(z.string()),
  ...about,
});

/** Begin to guide on the site's own page, for the account that the person was shown. Answered when it has begun. */
const Guide = z.object({ ask: z.literal("guide"), setting: z.string(), account: z.nullable(z.string()), ...about });

/** What needs the browser's permission for the site. */
export const Wish = z.discriminatedUnion("ask", [Check, Change, Guide]);
export type Wish = z.infer<typeof Wish>;

/** What the extension's own pages may ask of the background. Whatever else arrives is dropped. */
export const Message = z.discriminatedUnion("ask", [
  /** A click wants this, and the browser is asking the person for permission in this moment. Answered at once. */
  z.object({ ask: z.literal("prepare"), wish: Wish, ...about }),
  Check,
  Change,
  Guide,
  /** Wait for the check that is running, if one is. Answered when it has ended. */
  z.object({ ask: z.literal("join"), ...about }),
  z.object({ ask: z.literal("cancel"), ...about }),
  /** What the window's active tab says: a `CheckResult`, or `null`. */
  z.object({ ask: z.literal("glance"), ...about }),
  /** Show a setting on the site's own page, in the window that asks. */
  z.object({ ask: z.literal("show-setting"), setting: z.string(), ...about }),
  /** Show another of the site's pages, in the window that asks. */
  z.object({ ask: z.literal("show-page"), page: z.enum(sitePages), ...about }),
  /** The person has opened a switch themselves, of which they were warned. */
  z.object({ ask: z.literal("own-doing"), setting: z.string(), account: z.string(), at: z.number(), ...about }),
  /** What the last check saw: the text of a `SawFile`, or `null`. */
  z.object({ ask: z.literal("saw"), ...about }),
  /** The person has read what they had to be told. */
  z.object({ ask: z.literal("dismiss-notice"), ...about }),
]);
export type Message = z.infer<typeof Message>;

/** What the report may ask of the background, about no site and from any window. Whatever else arrives is dropped. */
export const ReportMessage = z.discriminatedUnion("report", [
  z.object({ report: z.literal("delete-check"), site: z.string(), time: z.number(), account: z.nullable(z.string()) }),
  z.object({ report: z.literal("delete-history") }),
  z.object({ report: z.literal("delete-unreadable") }),
  /** The person has read that there was no room for some checks. */
  z.object({ report: z.literal("dismiss-crowded-out") }),
  /** Take in the text of an export file. Answered with an `ImportOutcome`. */
  z.object({ report: z.literal("import"), text: z.string() }),
  z.object({ report: z.literal("remind"), months: z.nullable(ReminderInterval) }),
  /** Put off a reminder that is due. */
  z.object({ report: z.literal("remind-later") }),
  z.object({ report: z.literal("notify"), isWanted: z.boolean() }),
  /** Have the toolbar button tell nothing, or tell again. */
  z.object({ report: z.literal("keep-button-plain"), isPlain: z.boolean() }),
]);
export type ReportMessage = z.infer<typeof ReportMessage>;

/** What the guide's overlay may report from the tab that it is shown in. Whatever else arrives is dropped. */
export const GuideMessage = z.discriminatedUnion("guide", [
  z.object({ guide: z.literal("alive"), isActive: z.boolean() }),
  z.object({ guide: z.literal("thrown"), at: z.nullable(z.number()) }),
  z.object({ guide: z.literal("differs") }),
  z.object({ guide: z.literal("removed") }),
  z.object({ guide: z.literal("act"), action: z.enum(guideActions) }),
]);

/** What the script asks that listens to a site's answers: whether it is in the tab of a check. Answered yes or no. */
export const ListenerMessage = z.object({ listener: z.literal("is-wanted") });
