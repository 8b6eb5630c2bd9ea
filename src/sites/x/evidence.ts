import * as z from "zod/mini";
import type { Evidence } from "../../audit/site";
import { settings } from "./settings";

const Status = z.enum(["none", "loading", "loaded", "failed", "other"]);

/** Nothing that the page can make up is longer than what the gatherer cuts names to. */
const ShortText = z.string().check(z.maxLength(64));

/** Milliseconds since 1970, within what a calendar can show. */
const Time = z.int().check(z.minimum(0), z.maximum(8.64e15));

/** A field of the settings: a boolean, a word that the gatherer knows, or only the type of whatever else was there. */
const FieldValue = z.union([z.boolean(), ShortText, z.object({ type: ShortText })]);

const Handle = z.nullable(ShortText);

/** What `gatherMemory` returns. */
export const MemoryEvidence = z.discriminatedUnion("store", [
  z.object({ store: z.literal("missing") }),
  z.object({ store: z.literal("unreadable") }),
  z.object({
    store: z.literal("found"),
    status: Status,
    viewer: z.enum(["signed-in", "signed-out", "unknown"]),
    /** Whether the browser's session is that viewer's. */
    cookie: z.enum(["same", "other", "none"]),
    handles: z.object({ settings: Handle, session: Handle }),
    /** `true` also where that cannot be ruled out; `null` where X keeps no log of its writes. */
    hasPendingWrite: z.nullable(z.boolean()),
    values: z.object(Object.fromEntries(settings.map(({ field }) => [field, z.optional(FieldValue)]))),
    devices: z.object({ status: Status, numbers: z.nullable(z.number()) }),
  }),
]);
export type MemoryEvidence = z.infer<typeof MemoryEvidence>;
export type FoundMemory = Extract<MemoryEvidence, { store: "found" }>;

/** What `gatherPage` returns. */
export const PageEvidence = z.object({
  page: z.enum(["contacts", "phone", "dashboard", "sign-in", "other"]),
  /** HTTP status of the page itself; 0 where the browser does not tell. */
  status: z.number(),
  loadedAt: Time,
  isComplete: z.boolean(),
  settingsArrivedAt: z.nullable(Time),
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

export interface XEvidence {
  readonly memory: MemoryEvidence;
  readonly page: PageEvidence;
}

/** Parses what came from the page; a memory that does not parse counts as unreadable, a page that does not as absent. */
export function parseEvidence(evidence: Evidence): XEvidence | null {
  const page = PageEvidence.safeParse(evidence.page);
  if (!page.success) return null;
  const memory = MemoryEvidence.safeParse(evidence.memory);
  return { page: page.data, memory: memory.success ? memory.data : { store: "unreadable" } };
}
