import type { Evidence } from "../audit/site";

/** Tells for how long the evidence has been the same, in milliseconds, by a clock that nobody can set: 0 at its first sight. */
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
    return now - since;
  };
}
