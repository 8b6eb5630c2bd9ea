/**
 * A nondeterministic automaton over digits. States are known by their index: each goes on by one of `digits` or, where
 * it has none, freely to any of `free`.
 */
export type Automaton = ({ readonly digits: string; readonly to: number } | { readonly free: readonly number[] })[];

export const allDigits = "0123456789";

/**
 * Adds a regular expression whose matches end in the state `end`.
 *
 * @param pattern written as numbering plans are: digits, `\d`, `[02-9]`, `(?:…)`, `|`, `?`, `{n}` and `{n,m}`
 * @returns the state that its matches begin with
 * @throws where the pattern holds anything else
 */
export function addPattern(automaton: Automaton, pattern: string, end: number): number {
  const tokens = pattern.match(/\(\?:|[)|?\d]|\\d|\[(?:\d-\d|\d)+\]|\{\d+(?:,\d+)?\}/g) ?? [];
  const add = (state: Automaton[number]) => automaton.push(state) - 1;

  function readChoice(): Part {
    const options = [readSequence()];
    while (tokens[0] === "|") {
      tokens.shift();
      options.push(readSequence());
    }
    return (end) => add({ free: options.map((option) => option(end)) });
  }

  function readSequence(): Part {
    const parts: Part[] = [];
    while (tokens[0] !== undefined && tokens[0] !== "|" && tokens[0] !== ")") parts.push(readRepeated());
    return (end) => parts.reduceRight((next, part) => part(next), end);
  }

  function readRepeated(): Part {
    const part = readPart();
    if (!tokens[0]?.match(/^[?{]/)) return part;
    const [least = 0, most = least] = tokens.shift()?.replace("?", "0,1").match(/\d+/g)?.map(Number) ?? [];
    return (end) => {
      let start = end;
      for (let time = least; time < most; time++) start = add({ free: [part(start), end] });
      for (let time = 0; time < least; time++) start = part(start);
      return start;
    };
  }

  function readPart(): Part {
    const token = tokens.shift() ?? "";
    if (/^[\d\\[]/.test(token)) {
      const digits = digitsOf(token);
      return (end) => add({ digits, to: end });
    }
    if (token !== "(?:") throw unknown;
    const group = readChoice();
    if (tokens.shift() !== ")") throw unknown;
    return group;
  }

  const unknown = new Error(`This pattern is not written as numbering plans are: ${pattern}`);
  if (tokens.join("") !== pattern) throw unknown;
  const whole = readChoice();
  if (tokens.length > 0) throw unknown;
  return whole(end);
}

/** A part of a pattern: adds its states, the last of which lead to `end`, and returns the one to begin with. */
type Part = (end: number) => number;

/** What a digit, `\d` or `[02-9]` stands for. */
function digitsOf(token: string): string {
  if (token === "\\d") return allDigits;
  return token.replace(/[[\]]/g, "").replace(/(\d)-(\d)/g, (_, from, to) => allDigits.slice(+from, +to + 1));
}
