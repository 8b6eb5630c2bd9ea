import { setTimeout as pause } from "node:timers/promises";

/** The pause between two questions, in milliseconds: who asks without one takes the processor's time from the answer. */
const interval = 20;

/**
 * Asks until there is an answer, for what nothing can be waited for in another way.
 *
 * @param ask answers `null` as long as it is not so far
 * @param patience for how long to ask, in milliseconds
 * @throws what `complain` says, when patience has run out
 */
export async function poll<Answer>(
  ask: () => Promise<Answer | null>,
  complain: () => string | Promise<string>,
  patience = 30_000,
): Promise<Answer> {
  for (const deadline = Date.now() + patience; ; await pause(interval)) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(await complain());
  }
}
