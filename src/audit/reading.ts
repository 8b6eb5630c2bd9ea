import * as z from "zod/mini";
import { Reason } from "./reason";

/** Who said it: the site's own memory, or what its page draws. */
const Witness = z.enum(["memory", "page"]);

/**
 * What one witness says of one setting.
 *
 * - `strong`: may reassure and may warn.
 * - `weak`: may warn only; `because` tells why it cannot reassure.
 * - `doubt`: the witness was there and could not be understood. It warns of nothing, and it takes away every
 *   other witness's power to reassure, since what the page draws comes from that same memory.
 *
 * `says` is the name of a state of the setting.
 */
export const Reading = z.discriminatedUnion("strength", [
  z.object({ strength: z.literal("strong"), witness: Witness, says: z.string() }),
  z.object({ strength: z.literal("weak"), witness: Witness, says: z.string(), because: Reason }),
  z.object({ strength: z.literal("doubt"), witness: Witness, because: Reason }),
]);
export type Reading = z.infer<typeof Reading>;

/** Whether a phone number is on file with the account; `no` only where its absence is proven. */
export const NumberOnFile = z.discriminatedUnion("answer", [
  z.object({ answer: z.literal("yes") }),
  z.object({ answer: z.literal("no") }),
  z.object({ answer: z.literal("unknown"), reason: Reason }),
]);
export type NumberOnFile = z.infer<typeof NumberOnFile>;
