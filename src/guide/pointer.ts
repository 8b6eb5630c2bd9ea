import { autoUpdate } from "@floating-ui/dom";
import { findRoom, type Rectangle } from "./find-room";
import type { Surface } from "./surface";

/** What keeps one place of the page bright, and the callout beside it. */
interface Pointer {
  pointAt(place: Element, dimsTheRest: boolean): void;
  /** Points at nothing: the callout goes to its corner. */
  release(): void;
  /** Moves the keyboard to the page's own control. */
  focusPlace(): void;
  /** Whether something of the page lies over the place. */
  isCovered(): boolean;
}

/** Space around the place that stays bright, in CSS pixels. */
const margin = 6;
/** Space between what stays bright and the callout, in CSS pixels. */
const gap = 12;
/** Windows narrower than this have the callout along their lower edge, in CSS pixels; the style sheet knows it too. */
const roomy = 560;

/** Follows a place through scrolling, zoom, resizing and re-drawing. */
export function createPointer({ ground, isOnTopAt }: Surface, callout: HTMLElement): Pointer {
  const light = document.createElement("div");
  light.className = "light";
  light.hidden = true;
  ground.prepend(light);
  let place: Element | null = null;
  let stopFollowing = () => {};

  function isCovered(): boolean {
    if (!place) return false;
    const { left, top, width, height } = place.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const uppermost = document.elementFromPoint(x, y);
    if (!uppermost || isOnTopAt(x, y)) return false;
    return !place.contains(uppermost) && !uppermost.contains(place);
  }

  function follow(target: Element): void {
    // The last of what is observed may be told after the tab was closed: Firefox then throws where a size is asked for.
    if (window.closed) return;
    const { left, top, width, height } = target.getBoundingClientRect();
    const isAway = width === 0 || height === 0 || isCovered();
    const viewport = { width: innerWidth, height: innerHeight };
    const bright = withMargin(viewport, { left, top, width, height });
    light.hidden = isAway;
    for (const [side, length] of Object.entries(bright)) light.style.setProperty(side, `${length}px`);
    const size = { width: callout.offsetWidth, height: callout.offsetHeight };
    const direction = getComputedStyle(target).direction === "rtl" ? "rtl" : "ltr";
    const room = isAway || viewport.width < roomy ? null : findRoom(bright, size, viewport, direction, gap);
    stand(room);
    // Along the edge where it lies over less of the place.
    const overAtTop = size.height - bright.top;
    const overAtBottom = bright.top + bright.height - (viewport.height - size.height);
    const isAtTop = room === null && !isAway && overAtBottom > 0 && overAtTop < overAtBottom;
    callout.classList.toggle("at-top", isAtTop);
  }

  /** Scrolls, once, so that the place is in the window, and above the callout where that lies along the lower edge. */
  function bringIntoSight(target: Element): void {
    const { top, bottom } = target.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: "center" });
    const free = innerWidth < roomy ? innerHeight - callout.offsetHeight : innerHeight;
    const hidden = target.getBoundingClientRect().bottom + margin - free;
    if (hidden > 0) window.scrollBy({ top: hidden });
  }

  /** Beside the place, or docked at the window's edge. */
  function stand(room: ReturnType<typeof findRoom>): void {
    callout.classList.toggle("docked", room === null);
    callout.classList.remove("at-top");
    callout.style.left = room ? `${room.left}px` : "";
    callout.style.top = room ? `${room.top}px` : "";
  }

  return {
    pointAt(target, dimsTheRest) {
      light.classList.toggle("dimming", dimsTheRest);
      if (place === target) {
        follow(target);
        return;
      }
      stopFollowing();
      place = target;
      bringIntoSight(target);
      stopFollowing = autoUpdate(target, callout, () => follow(target));
    },
    release() {
      stopFollowing();
      stopFollowing = () => {};
      place = null;
      light.hidden = true;
      stand(null);
    },
    focusPlace() {
      const controls = "input, button, a, [role=button]";
      const control = place?.matches(controls) ? place : place?.querySelector(controls);
      (control as HTMLElement | null | undefined)?.focus();
    },
    isCovered,
  };
}

/** A place with its margin, as far as the window shows it. */
function withMargin(window: { width: number; height: number }, place: Rectangle): Rectangle {
  const left = Math.max(place.left - margin, margin);
  const right = Math.min(place.left + place.width + margin, window.width - margin);
  return { left, top: place.top - margin, width: right - left, height: place.height + 2 * margin };
}
