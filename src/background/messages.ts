import * as z from "zod/mini";

const about = { site: z.string(), window: z.number() };

/** What the extension's own pages may ask of the background. Whatever else arrives is dropped. */
export const Message = z.discriminatedUnion("ask", [
  /** A check is wanted, and the browser is asking the person for permission in this moment. Answered at once. */
  z.object({ ask: z.literal("prepare"), ...about }),
  /** Run a check, or join the one that is running. Answered when it has ended. */
  z.object({ ask: z.literal("check"), ...about }),
  /**
   * Throw one of the site's switches, by a click that named it, and prove it by a fresh check. `state` is the wanted
   * state's name, `account` the handle that the person was shown. Answered when it has ended.
   */
  z.object({
    ask: z.literal("change"),
    setting: z.string(),
    state: z.string(),
    account: z.nullable(z.string()),
    ...about,
  }),
  /** Wait for the check that is running, if one is. Answered when it has ended. */
  z.object({ ask: z.literal("join"), ...about }),
  z.object({ ask: z.literal("cancel"), ...about }),
  /** What the window's active tab says: a `CheckResult`, or `null`. */
  z.object({ ask: z.literal("glance"), ...about }),
  /** Show a setting on the site's own page, in the window that asks. */
  z.object({ ask: z.literal("show-setting"), setting: z.string(), ...about }),
]);
export type Message = z.infer<typeof Message>;
