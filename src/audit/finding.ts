import * as z from "zod/mini";
import { Reading } from "./reading";
import { Reason } from "./reason";

/**
 * The verdict on one setting, with the readings it rests on.
 *
 * `state` is the name of the setting's state; for `unknown` it is what a witness said without being able to prove it,
 * or `null` where nobody said anything.
 */
export const Finding = z.discriminatedUnion("verdict", [
  z.object({ setting: z.string(), verdict: z.literal("exposed"), state: z.string(), readings: z.array(Reading) }),
  z.object({ setting: z.string(), verdict: z.literal("dormant"), state: z.string(), readings: z.array(Reading) }),
  z.object({ setting: z.string(), verdict: z.literal("protected"), state: z.string(), readings: z.array(Reading) }),
  z.object({
    setting: z.string(),
    verdict: z.literal("unknown"),
    reason: Reason,
    state: z.nullable(z.string()),
    readings: z.array(Reading),
  }),
]);
export type Finding = z.infer<typeof Finding>;
export type Verdict = Finding["verdict"];
