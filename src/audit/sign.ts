import * as z from "zod/mini";

/** Something that was seen or done after a check, by which a state that the check proved private may hold no more. */
export const Sign = z.object({
  setting: z.string(),
  /** The account that it is about; `null` where nobody could tell: then it may be any. */
  account: z.nullable(z.string()),
  /** `open`: the site's page showed this state. `unsaved`: Unlisted has asked for this state, and heard no answer. */
  kind: z.enum(["open", "unsaved"]),
  /** The name of the state. */
  state: z.string(),
  /** Until when what the site said is in doubt, in milliseconds since 1970. */
  until: z.number(),
});
export type Sign = z.infer<typeof Sign>;
