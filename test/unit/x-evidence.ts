import type { FoundMemory, PageEvidence } from "../../src/sites/x/evidence";

/** A memory as it should be, whose phone switch is off, and what is otherwise. */
export function memory(changes: Partial<FoundMemory> = {}): FoundMemory {
  return {
    store: "found",
    status: "loaded",
    viewer: "signed-in",
    cookie: "same",
    handles: { settings: "ada", session: "ada" },
    hasPendingWrite: false,
    values: { discoverable_by_mobile_phone: false },
    devices: { status: "loaded", numbers: 1 },
    ...changes,
  };
}

/** The page with the switches as it should be, with these boxes, and what is otherwise. */
export function page(boxes: PageEvidence["boxes"], changes: Partial<PageEvidence> = {}): PageEvidence {
  return {
    page: "contacts",
    status: 200,
    loadedAt: 1_700_000_000_000,
    isComplete: true,
    settingsArrivedAt: 1_700_000_000_400,
    lastAnswerAt: 1_700_000_000_400,
    boxes,
    hasMoreBoxes: false,
    isBusy: false,
    asksForPassword: false,
    showsNumber: false,
    press: "none",
    pressedAt: null,
    ...changes,
  };
}
