import { type Automaton, addPattern, allDigits } from "./automaton";

/**
 * Counts, without listing them, the strings of digits that match each of some regular expressions from end to end.
 *
 * The expressions become one nondeterministic automaton, which is made deterministic as the count goes on: after every
 * digit it is known how many strings lead to which set of states. So no string is counted twice.
 *
 * @param patterns written as numbering plans are
 * @param lengths how many digits a string may have; up to 15, the most that a phone number has, the count is exact
 * @throws where a pattern holds anything that numbering plans do not
 */
export function countNumbers(patterns: readonly string[], lengths: readonly number[]): number {
  const automaton: Automaton = patterns.map(() => ({ free: [] }));
  const starts = patterns.map((pattern, end) => addPattern(automaton, pattern, end));

  let count = 0;
  let reached: Reached = new Map();
  arrive(reached, automaton, starts, 1);
  for (let length = 0; length <= Math.max(...lengths); length++) {
    for (const { states, strings } of reached.values()) {
      if (lengths.includes(length) && patterns.every((_, end) => states.has(end))) count += strings;
    }
    reached = readDigit(reached, automaton);
  }
  return count;
}

/** The sets of states that strings of one length lead to, by name, and how many strings lead to each. */
type Reached = Map<string, { readonly states: ReadonlySet<number>; strings: number }>;

function readDigit(reached: Reached, automaton: Automaton): Reached {
  const next: Reached = new Map();
  for (const { states, strings } of reached.values()) {
    for (const digit of allDigits) {
      const to = [...states].flatMap((index) => {
        const state = automaton[index];
        return state && "to" in state && state.digits.includes(digit) ? state.to : [];
      });
      if (to.length > 0) arrive(next, automaton, to, strings);
    }
  }
  return next;
}

/** Counts strings as arrived in some states, and in all that are free to reach from there. */
function arrive(reached: Reached, automaton: Automaton, at: readonly number[], strings: number): void {
  const states = new Set(at);
  // A set that grows while it is walked is walked to its new end.
  for (const index of states) {
    const state = automaton[index];
    if (state && "free" in state) for (const next of state.free) states.add(next);
  }
  const name = [...states].sort((a, b) => a - b).join();
  const known = reached.get(name);
  if (known) known.strings += strings;
  else reached.set(name, { states, strings });
}
