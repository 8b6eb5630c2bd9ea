import { setTimeout as pause } from "node:timers/promises";

/**
 * The pause between two questions, in milliseconds: who asks without one takes the processor's time from the answer. The
 * longer it has taken, the less does a longer one matter.
 */
const shortest = 20;
const longest = 100;

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
  const began = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    const waited = Date.now() - began;
    if (waited > patience) throw new Error(await complain());
    await pause(Math.min(longest, Math.max(shortest, waited / 10)));
  }
}
