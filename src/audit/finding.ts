import * as z from "zod/mini";
import { Reading } from "./reading";
import { Reason } from "./reason";

/**
 * The verdict on one setting, with the readings it rests on.
 *
 * `state` is the name of the setting's state; for `unknown` it is what a witness said without being able to prove it,
 * or `null` where nobody said anything. What was kept by version 0.1.0 has no details.
 */
export const Finding = z.discriminatedUnion("verdict", [
  z.object({
    setting: z.string(),
    verdict: z.enum(["exposed", "dormant", "protected"]),
    state: z.string(),
    readings: z.array(Reading),
  }),
  z.object({
    setting: z.string(),
    verdict: z.literal("unknown"),
    reason: Reason,
    detail: z.optional(z.string()),
    state: z.nullable(z.string()),
    readings: z.array(Reading),
  }),
]);
export type Finding = z.infer<typeof Finding>;
export type Verdict = Finding["verdict"];
