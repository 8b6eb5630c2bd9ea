import type { Evidence } from "../audit/site";

/**
 * Tells for how long the evidence has been the same, by a clock that nobody can set: 0 at its first sight. In whole
 * milliseconds: what is noted of a look is what it was judged by.
 */
export function watchSteadiness(): (evidence: Evidence) => number {
  let last = "";
  let since = 0;
  return (evidence) => {
    const text = JSON.stringify(evidence);
    const now = performance.now();
    if (text !== last) {
      last = text;
      since = now;
    }
    return Math.floor(now - since);
  };
}
