import type { Window } from "happy-dom";

/**
 * Gives the rows of a window without a layout the size that X's have, with nothing lying over them, and returns the globals that a
 * look at them asks for besides.
 */
export function layOut(window: Window): Readonly<Record<string, unknown>> {
  const size = { left: 0, top: 0, width: 600, height: 72 };
  Object.assign(window.Element.prototype, { getBoundingClientRect: () => size });
  Object.assign(window.document, { elementFromPoint: () => null });
  // The window's own is slow, and knows little of style sheets.
  const plain = { filter: "none", clipPath: "none" };
  return { getComputedStyle: () => plain, scrollX: 0, scrollY: 0 };
}
