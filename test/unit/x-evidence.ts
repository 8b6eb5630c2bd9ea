import type { AnswersEvidence, FoundMemory, PageEvidence, SettingsAnswer } from "../../src/sites/x/evidence";

/** A memory as it should be, whose phone switch is off, and what is otherwise. */
export function memory(changes: Partial<FoundMemory> = {}): FoundMemory {
  return {
    store: "found",
    way: "fibers",
    status: "loaded",
    viewer: "signed-in",
    cookie: "same",
    isRestricted: false,
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
    isKept: false,
    settingsArrivedAt: 1_700_000_000_400,
    settingsStatus: 200,
    lastAnswerAt: 1_700_000_000_400,
    devicesArrivedAt: null,
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

/** An answer with settings as it should be, by which both switches are off, and what is otherwise. */
export function settingsAnswer(changes: Partial<SettingsAnswer> = {}): SettingsAnswer {
  return {
    kind: "settings",
    at: 1_700_000_000_300,
    status: 200,
    body: "read",
    says: {
      values: { discoverable_by_mobile_phone: false, discoverable_by_email: false },
      handle: "ada",
      isWhole: true,
    },
    ...changes,
  };
}

/** What was overheard: these answers, and what is otherwise. */
export function overheard(
  answers: AnswersEvidence["answers"] = [settingsAnswer()],
  changes: Partial<AnswersEvidence> = {},
): AnswersEvidence {
  return { writes: 0, hasMore: false, answers, ...changes };
}
