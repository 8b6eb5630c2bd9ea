import * as z from "zod/mini";
import type { Evidence } from "../../audit/site";
import { keptSettings } from "./fields";

const Status = z.enum(["none", "loading", "loaded", "failed", "other"]);

/** Nothing that the page can make up is longer than what the gatherer cuts names to. */
const ShortText = z.string().check(z.maxLength(64));

/** Milliseconds since 1970, within what a calendar can show. */
const Time = z.int().check(z.minimum(0), z.maximum(8.64e15));

/** A field of the settings: a boolean, a word that the gatherer knows, or only the type of whatever else was there. */
const FieldValue = z.union([z.boolean(), ShortText, z.object({ type: ShortText })]);

const FieldValues = z.object(Object.fromEntries(keptSettings.map(({ field }) => [field, z.optional(FieldValue)])));
export type FieldValues = z.infer<typeof FieldValues>;

const Handle = z.nullable(ShortText);

/**
 * What is there where no app's memory is found: X's newer client, whose memory nobody knows; X's word that its scripts could
 * not be loaded; the place for an app that did not come; or something else.
 */
const App = z.enum(["new", "failed", "empty", "other"]);

/** What `gatherMemory` returns. */
export const MemoryEvidence = z.discriminatedUnion("store", [
  z.object({ store: z.literal("missing"), app: App }),
  z.object({ store: z.literal("unreadable"), app: App }),
  z.object({
    store: z.literal("found"),
    /** How it was found. */
    way: z.enum(["fibers", "path"]),
    status: Status,
    viewer: z.enum(["signed-in", "signed-out", "unknown"]),
    /** Whether the browser's session is that viewer's. */
    cookie: z.enum(["same", "other", "none"]),
    /** Whether somebody uses the account as a delegate of its owner. */
    isRestricted: z.boolean(),
    handles: z.object({ settings: Handle, session: Handle }),
    /** `true` also where that cannot be ruled out; `null` where X keeps no log of its writes. */
    hasPendingWrite: z.nullable(z.boolean()),
    values: FieldValues,
    devices: z.object({ status: Status, numbers: z.nullable(z.number()) }),
  }),
]);
export type MemoryEvidence = z.infer<typeof MemoryEvidence>;
export type FoundMemory = Extract<MemoryEvidence, { store: "found" }>;

/** What `gatherPage` returns. */
export const PageEvidence = z.object({
  page: z.enum(["contacts", "phone", "dashboard", "sign-in", "locked", "other"]),
  /** HTTP status of the page itself; 0 where the browser does not tell. */
  status: z.number(),
  loadedAt: Time,
  isComplete: z.boolean(),
  /** Whether a worker of X's has handed out the page, or the settings, without asking X; as far as the browser tells. */
  isKept: z.boolean(),
  settingsArrivedAt: z.nullable(Time),
  /** HTTP status of the last request for the settings; 0 where it did not get through, `null` where there is none. */
  settingsStatus: z.nullable(z.number()),
  /** When the last request for the settings, a load or a change, has finished. */
  lastAnswerAt: z.nullable(Time),
  /**
   * The first boxes on the page. One is plain that can be seen, is not half checked, and does not say something else by
   * its `aria-checked`.
   */
  boxes: z.array(z.object({ label: z.string(), isChecked: z.boolean(), isPlain: z.boolean() })),
  /** Whether there are more boxes than were looked at. */
  hasMoreBoxes: z.boolean(),
  isBusy: z.boolean(),
  asksForPassword: z.boolean(),
  showsNumber: z.boolean(),
  /** What became of an order to click a box. */
  press: z.enum(["none", "pressed", "already", "not-found"]),
  pressedAt: z.nullable(Time),
});
export type PageEvidence = z.infer<typeof PageEvidence>;

const Count = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** How an answer was; what it says is there where its body was read. */
const answered = {
  at: Time,
  status: z.int().check(z.minimum(0), z.maximum(999)),
  body: z.enum(["read", "empty", "not-json", "too-large", "cut"]),
};

const SettingsAnswer = z.object({
  ...answered,
  kind: z.literal("settings"),
  /** `isWhole`: whether it names one account, or none. */
  says: z.nullable(z.object({ values: FieldValues, handle: Handle, isWhole: z.boolean() })),
});
export type SettingsAnswer = z.infer<typeof SettingsAnswer>;

const DevicesAnswer = z.object({
  ...answered,
  kind: z.literal("devices"),
  says: z.nullable(z.object({ numbers: z.nullable(Count) })),
});

/** What `readOverheard` returns. */
export const AnswersEvidence = z.object({
  writes: Count,
  hasMore: z.boolean(),
  /** The kinds that were asked for more often than they were heard. */
  awaited: z.optional(z.array(z.enum(["settings", "devices"])).check(z.maxLength(2))),
  answers: z.array(z.discriminatedUnion("kind", [SettingsAnswer, DevicesAnswer])).check(z.maxLength(20)),
});
export type AnswersEvidence = z.infer<typeof AnswersEvidence>;

export interface XEvidence {
  readonly memory: MemoryEvidence;
  readonly page: PageEvidence;
  /** `null` where nobody listens, or nothing can be made of what was heard. */
  readonly answers: AnswersEvidence | null;
}

/** Parses what came from the page; a memory that does not parse counts as unreadable, a page that does not as absent. */
export function parseEvidence(evidence: Evidence): XEvidence | null {
  const page = PageEvidence.safeParse(evidence.page);
  if (!page.success) return null;
  const memory = MemoryEvidence.safeParse(evidence.memory);
  const answers = AnswersEvidence.safeParse(evidence.answers);
  return {
    page: page.data,
    memory: memory.success ? memory.data : { store: "unreadable", app: "other" },
    answers: answers.success ? answers.data : null,
  };
}
