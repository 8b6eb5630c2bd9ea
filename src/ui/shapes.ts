import type { Verdict } from "../audit/finding";

/** What an icon is drawn of, as SVG paths in a square of 24: its outline, and the strokes that stand in it. */
export interface Shape {
  readonly outline: string;
  readonly strokes: string;
}

const circle = "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z";

/** Each verdict's shape: told apart without colour. */
export const verdictShapes: Readonly<Record<Verdict, Shape>> = {
  exposed: { outline: "M12 3.5 22 20.5H2z", strokes: "M12 10v4.5M12 17.4h.01" },
  dormant: { outline: circle, strokes: "M10 9v6M14 9v6" },
  protected: {
    outline: "M12 2.8 20 6v5.5c0 4.8-3.3 8-8 9.7-4.7-1.7-8-4.9-8-9.7V6z",
    strokes: "m8.5 12 2.5 2.5 4.5-5",
  },
  unknown: { outline: circle, strokes: "M9.5 9.6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.7M12 16.8h.01" },
};

/** What came of a step, or that it is under way. Triangle and shield belong to being found. */
export const outcomeShapes: Readonly<Record<"good" | "bad" | "working", Shape>> = {
  good: { outline: circle, strokes: "m8 12.3 2.8 2.8 5.2-5.8" },
  bad: { outline: circle, strokes: "M12 7.4v5.4M12 16.4h.01" },
  working: { outline: "M12 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12z", strokes: "" },
};

/** The mark: a dotted line where a number would be listed. */
export const markShape: Shape = {
  outline: "M8 2h8a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6H8a6 6 0 0 1-6-6V8a6 6 0 0 1 6-6z",
  strokes: "M7 8h10M7 16h10M7 12h.01M10.3 12h.01M13.7 12h.01M17 12h.01",
};
