import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { KeptResults } from "../audit/check-result";
import type { SawLook } from "../audit/saw";
import { Sign } from "../audit/sign";
import { GuideSession } from "../guide/session";
import { Wish } from "./messages";
import { Notice, RunningCheck } from "./standing";
import {
  type Context,
  guideKey,
  intentKey,
  looksKey,
  noticeKey,
  openedKey,
  resultsKey,
  runningKey,
  type Subject,
  signsKey,
} from "./subject";

/** A click whose permission prompt has not been answered yet. */
const Intent = z.object({
  wish: Wish,
  /** When the click came, in milliseconds since 1970. */
  at: z.number(),
  /** Whether the person was told meanwhile what is missing. */
  isReported: z.boolean(),
});
export type Intent = z.infer<typeof Intent>;

// Chromium alone has it; the polyfill's types do not know it.
type Lockable = { setAccessLevel?(level: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void> };

/** Has the browser refuse what is kept to whatever runs in a site's page, where it can. Memory is closed to pages as it is. */
export function closeStorageToPages(): void {
  const area: typeof browser.storage.local & Lockable = browser.storage.local;
  area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }).catch(() => undefined);
}

/** Results of private windows live in memory only. */
const areaOf = ({ context }: Subject) => (context === "private" ? browser.storage.session : browser.storage.local);

/** The check that is under way, or `null`. */
export async function readRunning(subject: Subject): Promise<RunningCheck | null> {
  const key = runningKey(subject);
  return parseOrNull(RunningCheck, (await browser.storage.session.get(key))[key]);
}

/** The last results, or `null` where there are none that can be understood. */
export async function readResults(subject: Subject): Promise<KeptResults | null> {
  const key = resultsKey(subject);
  const [inMemory, kept] = await Promise.all([browser.storage.session.get(key), areaOf(subject).get(key)]);
  // What the disk had no room for is newer than what is on it.
  return parseOrNull(KeptResults, inMemory[key]) ?? parseOrNull(KeptResults, kept[key]);
}

export async function writeRunning(subject: Subject, running: RunningCheck): Promise<void> {
  await browser.storage.session.set({ [runningKey(subject)]: running });
}

/**
 * Ends work, whether or not it has found something to keep.
 *
 * @param isOnDisk whether the disk has its results: what an earlier check had no room for is then forgotten
 */
export async function forgetRunning(subject: Subject, isOnDisk = false): Promise<void> {
  await Promise.all([
    browser.storage.session.remove([runningKey(subject), ...(isOnDisk ? [resultsKey(subject)] : [])]),
    // A disk that refuses this leaves a note of a tab that is gone, and keeps nobody from the result.
    areaOf(subject)
      .remove(openedKey(subject))
      .catch(() => undefined),
  ]);
}

/**
 * Notes by what the tab of a check can be known again after the browser, or the extension, was started anew: what is in
 * memory is lost by then, and tabs may have other numbers.
 *
 * @param lastAccessed the tab's own, which stays the same for as long as nobody looks at it
 */
export async function writeOpened(subject: Subject, lastAccessed: number): Promise<void> {
  // A full disk keeps nobody from checking.
  await areaOf(subject)
    .set({ [openedKey(subject)]: lastAccessed })
    .catch(() => undefined);
}

export async function readOpened(subject: Subject): Promise<number | null> {
  const key = openedKey(subject);
  return parseOrNull(z.number(), (await areaOf(subject).get(key))[key]);
}

/** @throws what the browser throws where it has no room */
export async function writeResults(subject: Subject, kept: KeptResults): Promise<void> {
  await areaOf(subject).set({ [resultsKey(subject)]: kept });
}

/** Keeps results until the browser is closed. */
export async function writeResultsInMemory(subject: Subject, kept: KeptResults): Promise<void> {
  await browser.storage.session.set({ [resultsKey(subject)]: kept });
}

export async function forgetResults(subject: Subject): Promise<void> {
  const keys = [looksKey(subject), resultsKey(subject), signsKey(subject)];
  await Promise.all([browser.storage.session.remove(keys), browser.storage.local.remove(keys)]);
}

/** A look as it is kept; what was seen is the site's own to parse. */
const Look = z.object({
  visit: z.string(),
  way: z.enum(["plain", "first", "overhearing"]),
  steadyFor: z.number(),
  isLast: z.boolean(),
  saw: z.record(z.string(), z.json()),
});

/** What the last check saw, in memory only; nothing where there was none since the browser was started. */
export async function readLooks(subject: Subject): Promise<readonly SawLook[]> {
  const key = looksKey(subject);
  return parseOrNull(z.array(Look), (await browser.storage.session.get(key))[key]) ?? [];
}

export async function writeLooks(subject: Subject, looks: readonly SawLook[]): Promise<void> {
  await browser.storage.session.set({ [looksKey(subject)]: looks });
}

/** The guide that is under way, or `null`. */
export async function readGuide(subject: Subject): Promise<GuideSession | null> {
  const key = guideKey(subject);
  return parseOrNull(GuideSession, (await browser.storage.session.get(key))[key]);
}

export async function writeGuide(subject: Subject, session: GuideSession): Promise<void> {
  await browser.storage.session.set({ [guideKey(subject)]: session });
}

export async function forgetGuide(subject: Subject): Promise<void> {
  await browser.storage.session.remove(guideKey(subject));
}

/** Has the person told something the next time they look. */
export async function writeNotice(subject: Subject, notice: Notice): Promise<void> {
  await browser.storage.session.set({ [noticeKey(subject)]: notice });
}

export async function readNotice(subject: Subject): Promise<Notice | null> {
  const key = noticeKey(subject);
  return parseOrNull(Notice, (await browser.storage.session.get(key))[key]);
}

/** Whether any notice stands, whomever it is for. */
export async function hasNotice(): Promise<boolean> {
  return Object.keys(await browser.storage.session.get()).some((key) => key.startsWith("notice:"));
}

export async function forgetNotice(subject: Subject): Promise<void> {
  await browser.storage.session.remove(noticeKey(subject));
}

/** In memory only, and each context has its own: a click in a private window is nobody else's. */
export async function writeIntent(context: Context, intent: Intent): Promise<void> {
  await browser.storage.session.set({ [intentKey(context)]: intent });
}

export async function readIntent(context: Context): Promise<Intent | null> {
  const key = intentKey(context);
  return parseOrNull(Intent, (await browser.storage.session.get(key))[key]);
}

export async function forgetIntent(context: Context): Promise<void> {
  await browser.storage.session.remove(intentKey(context));
}

/** What was seen or done since the checks that are kept; nothing where that cannot be understood. */
export async function readSigns(subject: Subject): Promise<readonly Sign[]> {
  const key = signsKey(subject);
  return parseOrNull(z.array(Sign), (await areaOf(subject).get(key))[key]) ?? [];
}

export async function writeSigns(subject: Subject, signs: readonly Sign[]): Promise<void> {
  const key = signsKey(subject);
  if (signs.length === 0) await areaOf(subject).remove(key);
  else await areaOf(subject).set({ [key]: signs });
}

function parseOrNull<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.infer<Schema> | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
