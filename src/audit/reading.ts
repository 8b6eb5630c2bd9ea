import * as z from "zod/mini";
import { type Detail, reasonOf } from "./detail";
import { Reason } from "./reason";

/**
 * Who said it: the site's own memory, its server's answer to the page's own request, or what its page draws. Memory and
 * answer are data.
 */
export const Witness = z.enum(["memory", "answer", "page"]);
export type Witness = z.infer<typeof Witness>;

/**
 * What one witness says of one setting.
 *
 * - `strong`: may reassure and may warn.
 * - `tacit`: says it by an absence, as an unchecked box does. It agrees with a strong one or contradicts it, and never
 *   reassures by itself.
 * - `weak`: may warn only; `because` tells why it cannot reassure, `detail` why exactly.
 * - `doubt`: the witness was there and could not be understood. It warns of nothing, and it takes away every
 *   other witness's power to reassure, since what the page draws comes from that same data.
 *
 * `says` is the name of a state of the setting. What was kept by version 0.1.0 has no details.
 */
export const Reading = z.discriminatedUnion("strength", [
  z.object({ strength: z.enum(["strong", "tacit"]), witness: Witness, says: z.string() }),
  z.object({
    strength: z.literal("weak"),
    witness: Witness,
    says: z.string(),
    because: Reason,
    detail: z.optional(z.string()),
  }),
  z.object({ strength: z.literal("doubt"), witness: Witness, because: Reason, detail: z.optional(z.string()) }),
]);
export type Reading = z.infer<typeof Reading>;

/** What a witness says; `weakness` is why it cannot reassure, or `null` when it can. */
export function speak(witness: Witness, says: string, weakness: Detail | null): Reading {
  if (weakness === null) return { strength: "strong", witness, says };
  return { strength: "weak", witness, says, because: reasonOf(weakness), detail: weakness };
}

/** A witness that was there and was not understood. */
export function doubt(witness: Witness, detail: Detail): Reading {
  return { strength: "doubt", witness, because: reasonOf(detail), detail };
}

/** Whether a phone number is on file with the account; `no` only where its absence is proven. */
export const NumberOnFile = z.discriminatedUnion("answer", [
  z.object({ answer: z.literal("yes") }),
  z.object({ answer: z.literal("no") }),
  z.object({ answer: z.literal("unknown"), reason: Reason }),
]);
export type NumberOnFile = z.infer<typeof NumberOnFile>;
