import fc from "fast-check";
import type { AnswersEvidence, FieldValues, MemoryEvidence, PageEvidence, XEvidence } from "../../src/sites/x/evidence";
import { wordsByField } from "../../src/sites/x/fields";
import { labelFingerprints } from "../../src/sites/x/label-fingerprints";
import { loadedAt } from "./x-page";

/** Two accounts, one of them in two ways of writing, and what cannot be a handle. */
const anyHandle = fc.constantFrom(null, "ada_example", "ADA_example", "eve_example", "<b>ada</b>");
const anyTime = fc.nat({ max: 60_000 }).map((since) => loadedAt + since);
const anyStatus = fc.constantFrom(0, 200, 204, 304, 399, 400, 403, 429, 500);
const anyLabel = fc.constantFrom(
  ...[...labelFingerprints.values()].flatMap((labels) => [...labels].slice(0, 3)),
  "new",
  "",
);
const anyApp = fc.constantFrom<"new" | "failed" | "empty" | "other">("new", "failed", "empty", "other");

const anyValues: fc.Arbitrary<FieldValues> = fc.record(
  Object.fromEntries(
    Object.entries(wordsByField).map(([field, words]) => {
      const types = ["string", "number", "object", "null", "several"].map((type) => ({ type }));
      return [field, fc.constantFrom<boolean | string | { type: string }>(true, false, false, ...words, ...types)];
    }),
  ),
  { requiredKeys: [] },
);

const anyFetchStatus = fc.constantFrom<"none" | "loading" | "loaded" | "failed" | "other">(
  ...(["loaded", "loaded", "loaded", "none", "loading", "failed", "other"] as const),
);
const anyMemory: fc.Arbitrary<MemoryEvidence> = fc.oneof(
  fc.record({ store: fc.constantFrom("missing" as const, "unreadable" as const), app: anyApp }),
  fc.record({
    store: fc.constant("found" as const),
    way: fc.constantFrom("fibers" as const, "path" as const),
    status: anyFetchStatus,
    viewer: fc.constantFrom("signed-in" as const, "signed-in" as const, "signed-out" as const, "unknown" as const),
    cookie: fc.constantFrom("same" as const, "none" as const, "other" as const),
    isRestricted: fc.boolean(),
    handles: fc.record({ settings: anyHandle, session: anyHandle }),
    hasPendingWrite: fc.constantFrom(false, false, true, null),
    values: anyValues,
    devices: fc.record({ status: anyFetchStatus, numbers: fc.constantFrom(null, 0, 0, 1, 2, 12) }),
  }),
);

const anyPage: fc.Arbitrary<PageEvidence> = fc.record({
  page: fc.constantFrom<PageEvidence["page"]>(
    ...(["contacts", "contacts", "contacts", "phone", "phone", "dashboard", "sign-in", "locked", "other"] as const),
  ),
  status: anyStatus,
  loadedAt: fc.constant(loadedAt),
  isComplete: fc.boolean(),
  isKept: fc.constantFrom(false, false, false, true),
  settingsArrivedAt: fc.option(anyTime),
  settingsStatus: fc.option(anyStatus),
  lastAnswerAt: fc.option(anyTime),
  devicesArrivedAt: fc.option(anyTime),
  boxes: fc.array(
    fc.record({ label: anyLabel, isChecked: fc.boolean(), isPlain: fc.constantFrom(true, true, false) }),
    {
      maxLength: 4,
    },
  ),
  hasMoreBoxes: fc.constantFrom(false, false, true),
  isBusy: fc.boolean(),
  asksForPassword: fc.constantFrom(false, false, true),
  showsNumber: fc.boolean(),
  press: fc.constant("none" as const),
  pressedAt: fc.constant(null),
});

const answered = { at: anyTime, status: fc.constantFrom(200, 200, 200, 304, 403, 429) };
const unread = {
  body: fc.constantFrom<"empty" | "not-json" | "too-large" | "cut">("empty", "not-json", "cut", "too-large"),
};
const read = { body: fc.constant("read" as const) };
const nothing = { says: fc.constant(null) };
const settings = { ...answered, kind: fc.constant("settings" as const) };
const devices = { ...answered, kind: fc.constant("devices" as const) };
const saysSettings = {
  says: fc.record({ values: anyValues, handle: anyHandle, isWhole: fc.constantFrom(true, true, false) }),
};
const saysDevices = { says: fc.record({ numbers: fc.constantFrom(null, 0, 1, 300) }) };

const anyAnswers: fc.Arbitrary<AnswersEvidence> = fc.record({
  writes: fc.constantFrom(0, 0, 0, 1, 30),
  hasMore: fc.constantFrom(false, false, true),
  answers: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ ...settings, ...read, ...saysSettings }) },
      { weight: 2, arbitrary: fc.record({ ...devices, ...read, ...saysDevices }) },
      fc.record({ ...settings, ...unread, ...nothing }),
      fc.record({ ...devices, ...unread, ...nothing }),
    ),
    { maxLength: 4 },
  ),
});

/** What can come from a page of X whose gatherers nobody has tampered with, however strange it is. */
export const anyEvidence: fc.Arbitrary<XEvidence> = fc.record({
  memory: anyMemory,
  page: anyPage,
  answers: fc.option(anyAnswers, { freq: 3 }),
});
