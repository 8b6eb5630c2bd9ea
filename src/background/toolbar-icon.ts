import type { Action } from "webextension-polyfill";
import type { Verdict } from "../audit/finding";
import { markShape, verdictShapes } from "../ui/shapes";

/** The sizes that toolbars want, in pixels. */
const sizes = [16, 32, 48] as const;

/** Toolbars are light, dark or of any colour: these, with white on them, can be told from all of them. */
const colours = {
  exposed: "#c2321d",
  dormant: "#a65f00",
  protected: "#17794a",
  unknown: "#626b80",
  mark: "#2b4c9b",
} as const;

/**
 * Draws the button's icon for a verdict, or the mark where there is none. Drawn and not loaded from files, so that there is
 * one drawing of each verdict's shape.
 *
 * @param isAged whether the verdict was proven too long ago for its colour
 * @returns pixels by width
 */
export function drawToolbarIcon(verdict: Verdict | null, isAged: boolean): Record<string, Action.ImageDataType> {
  const { outline, strokes } = verdict === null ? markShape : verdictShapes[verdict];
  return Object.fromEntries(
    sizes.map((size) => {
      const context = new OffscreenCanvas(size, size).getContext("2d");
      if (!context) throw new Error("This browser draws nothing.");
      context.scale(size / 24, size / 24);
      context.lineCap = "round";
      context.lineJoin = "round";
      context.fillStyle = colours[isAged ? "unknown" : (verdict ?? "mark")];
      context.strokeStyle = context.fillStyle;
      context.lineWidth = 2;
      context.fill(new Path2D(outline));
      context.stroke(new Path2D(outline));
      context.strokeStyle = "#ffffff";
      context.lineWidth = 2.4;
      context.stroke(new Path2D(strokes));
      // The polyfill's types want pixels with an index signature, which no browser's have.
      return [size, context.getImageData(0, 0, size, size) as ImageData & Record<string, unknown>];
    }),
  );
}
