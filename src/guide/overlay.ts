import { createCallout, type Face } from "./callout";
import type { Obstacle, SeenPlace } from "./place";
import { createPointer } from "./pointer";
import { report, startReporting } from "./reporting";
import { createSurface } from "./surface";
import type { GuideView } from "./view";

/** The guide's overlay on the page that it is injected into. The background calls it in the extension's own world. */
export interface GuideOverlay {
  show(view: GuideView): void;
  close(): void;
}

declare global {
  /** Left in the extension's world by the overlay's script. The page itself cannot reach it. */
  var guideOverlay: GuideOverlay | undefined;
}

/** How long something must stand in the way before that is spoken of, in milliseconds: pages come in pieces. */
const settlingTime = 800;
/** The same of a switch that is not found on its page. */
const searchingTime = 3000;
/** How long a switch that is found thrown must stay so before that is reported, in milliseconds. */
const alreadyTime = 2000;
/** How long a switch must differ from what was proven before that is reported, in milliseconds. */
const differenceTime = 500;
/** The least pause between two looks at a page that keeps changing, in milliseconds. */
const lookInterval = 50;

export function createOverlay(): GuideOverlay {
  let view: GuideView | null = null;
  let seen: SeenPlace | null = null;
  let seenSince = 0;
  let hasSeenOpen = false;
  let hasReportedFound = false;
  let hasReportedDifference = false;
  let lastLook = 0;
  let nextLook: ReturnType<typeof setTimeout> | undefined;

  const surface = createSurface(() => {
    report({ guide: "removed" });
    close();
  });
  const callout = createCallout(surface, {
    act: (action) => (action === "close" ? leave() : report({ guide: "act", action })),
    goToPlace: () => pointer.focusPlace(),
  });
  const pointer = createPointer(surface, callout.element);
  const watch = new MutationObserver(lookSoon);
  const reporting = startReporting(close, giveUp);

  function show(next: GuideView): void {
    reporting.heard();
    const isNew = JSON.stringify(next) !== JSON.stringify(view);
    view = next;
    if (isNew) {
      seen = null;
      hasSeenOpen = false;
      hasReportedDifference = false;
    }
    surface.open();
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    // By then a box has changed already, and the page, which may hear of it only now, has sent nothing yet.
    document.addEventListener("click", look, true);
    document.addEventListener("keydown", closeOnEscape, true);
    look();
  }

  /** Nobody answers: what is shown holds no more, and there is no button left but the one that closes. */
  function giveUp(): void {
    if (!view) return;
    const { title, words } = view.lost;
    const points = { points: false, watches: false, holds: false };
    view = {
      ...view,
      ...points,
      mood: "bad",
      title,
      words,
      list: [],
      facts: null,
      warning: null,
      note: null,
      ifThrown: null,
      actions: [],
    };
    look();
  }

  /** The person closes it: it is gone at once, whatever the background is doing. */
  function leave(): void {
    report({ guide: "act", action: "close" });
    close();
  }

  function close(): void {
    view = null;
    clearTimeout(nextLook);
    watch.disconnect();
    document.removeEventListener("click", look, true);
    document.removeEventListener("keydown", closeOnEscape, true);
    pointer.release();
    reporting.end();
    surface.close();
    globalThis.guideOverlay = undefined;
  }

  /** Looks at once after a pause, and otherwise at the end of it: a busy page must not make the overlay busy. */
  function lookSoon(): void {
    const wait = lastLook + lookInterval - Date.now();
    if (wait <= 0) look();
    else lookAfter(wait);
  }

  function lookAfter(wait: number): void {
    clearTimeout(nextLook);
    nextLook = setTimeout(look, wait);
  }

  function look(): void {
    if (!view) return;
    clearTimeout(nextLook);
    lastLook = Date.now();
    const last = seen;
    seen = view.points ? (globalThis.findGuidePlace?.() ?? null) : null;
    const isSame =
      last?.kind === seen?.kind && obstacleIn(last) === obstacleIn(seen) && stateIn(last) === stateIn(seen);
    if (!isSame) seenSince = lastLook;
    if (view.watches) reportThrown();
    if (view.holds) reportDifferent();
    draw(view);
  }

  function reportThrown(): void {
    if (seen?.kind !== "found") return;
    if (!seen.isAsWanted) {
      hasSeenOpen = true;
    } else if (hasSeenOpen) {
      hasSeenOpen = false;
      report({ guide: "thrown", at: Math.round(performance.timeOrigin + performance.now()) });
    } else if (!hasReportedFound) {
      // It may be drawn like this only until the settings have come: so not at once.
      const wait = seenSince + alreadyTime - Date.now();
      if (wait > 0) {
        lookAfter(wait);
        return;
      }
      hasReportedFound = true;
      report({ guide: "thrown", at: null });
    }
  }

  /** What was proven is seen to differ, for longer than a page needs to draw itself anew. */
  function reportDifferent(): void {
    if (seen?.kind !== "found" || seen.isAsWanted) return;
    const wait = seenSince + differenceTime - Date.now();
    if (wait > 0) lookAfter(wait);
    else if (!hasReportedDifference) {
      hasReportedDifference = true;
      report({ guide: "differs" });
    }
  }

  function draw(current: GuideView): void {
    const obstacle = obstacleIn(seen);
    const patience = obstacle === "not-found" ? searchingTime : settlingTime;
    const wait = obstacle ? seenSince + patience - Date.now() : 0;
    if (wait > 0) {
      lookAfter(wait);
      // What is drawn stays until it is clear what has come of the page.
      pointer.release();
      return;
    }
    const detour = obstacle ? current.detours[obstacle] : undefined;
    const isThrown = seen?.kind === "found" && seen.isAsWanted;
    const words = isThrown && current.ifThrown ? [current.ifThrown, ...current.words] : current.words;
    const face: Face = detour
      ? { ...current, warning: null, note: null, mood: "calm", ...detour }
      : { ...current, words };
    callout.draw(face, seen?.kind === "found");
    if (seen?.kind === "found") pointer.pointAt(seen.element, current.dims);
    else pointer.release();
  }

  /** Esc is the page's own while something of the page covers the place, such as a dialogue. */
  function closeOnEscape(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== "Escape" || event.isComposing) return;
    const isInside = surface.focused() !== null;
    if (!isInside && pointer.isCovered()) return;
    if (isInside) event.preventDefault();
    leave();
  }

  return { show, close };
}

function obstacleIn(seen: SeenPlace | null): Obstacle | null {
  return seen?.kind === "hidden" ? seen.by : null;
}

function stateIn(seen: SeenPlace | null): boolean | null {
  return seen?.kind === "found" ? seen.isAsWanted : null;
}
