/** A rectangle in the window, in CSS pixels from its upper left corner. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Rectangle, "width" | "height">;

/** The least space between the callout and the window's edges, in CSS pixels. */
const edge = 12;

/**
 * Where the callout's upper left corner goes, so that it stands beside a place and covers nothing of it: below, else
 * above, else at its end, else at its beginning. All overlays stand in the browser's top layer, so nothing clips them
 * but the window.
 *
 * @param gap space between the place and the callout, in CSS pixels
 * @returns `null` where there is no room beside the place
 */
export function findRoom(
  place: Rectangle,
  callout: Size,
  window: Size,
  direction: "ltr" | "rtl",
  gap: number,
): { readonly left: number; readonly top: number } | null {
  const mostLeft = window.width - callout.width - edge;
  const mostTop = window.height - callout.height - edge;
  if (mostLeft < edge || mostTop < edge) return null;
  const right = place.left + place.width;
  const below = place.top + place.height + gap;
  const above = place.top - gap - callout.height;
  const [after, before] = [right + gap, place.left - gap - callout.width];
  // Flush with the end of a row, where the site's own control stands, and with the beginning of what is narrower.
  const isFlushRight = (direction === "ltr") === place.width >= callout.width;
  const left = clamp(isFlushRight ? right - callout.width : place.left, edge, mostLeft);
  const top = clamp(place.top, edge, mostTop);
  if (below >= edge && below <= mostTop) return { left, top: below };
  if (above >= edge && above <= mostTop) return { left, top: above };
  for (const side of direction === "ltr" ? [after, before] : [before, after]) {
    if (side >= edge && side <= mostLeft) return { left: side, top };
  }
  return null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
