import { isDeepStrictEqual } from "node:util";
import type { Page } from "puppeteer-core";
import * as z from "zod/mini";
import { KeptResults } from "../../src/audit/check-result";
import { Sign } from "../../src/audit/sign";
import { Notice, OnAgain, RunningCheck } from "../../src/background/standing";
import { GuideSession } from "../../src/guide/session";
import { LoggedCheck } from "../../src/history/logged-check";
import { Reminder } from "../../src/history/reminder";

const log = z.array(LoggedCheck);

/** What the extension may store, by how the key begins. */
const schemas: Readonly<Record<string, z.ZodMiniType>> = {
  "results:": KeptResults,
  "running:": RunningCheck,
  "opened:": z.number(),
  "signs:": z.array(Sign),
  "looks:": z.array(
    z.object({
      visit: z.string(),
      way: z.string(),
      steadyFor: z.number(),
      isLast: z.boolean(),
      saw: z.record(z.string(), z.json()),
    }),
  ),
  "notice:": Notice,
  "guide:": GuideSession,
  "history:checks": log,
  "history:recent": z.object({ checks: log, room: z.number() }),
  reminder: Reminder,
  "on-again:": z.array(OnAgain),
  "own-doings": z.array(z.object({ site: z.string(), account: z.string(), setting: z.string(), at: z.number() })),
  "plain-button": z.boolean(),
};

/** Everything that the extension has stored, by key. */
export async function readStored(extensionPage: Page): Promise<Record<string, unknown>> {
  const areas = await extensionPage.evaluate(`Promise.all([chrome.storage.local.get(), chrome.storage.session.get()])`);
  return Object.assign({}, ...(areas as object[]));
}

/** Every check that is logged in what is stored, as it lies there. */
export function readLog(stored: Readonly<Record<string, unknown>>): LoggedCheck[] {
  const recent = stored["history:recent"] as { checks: unknown } | undefined;
  return [recent?.checks, stored["history:checks"]].flatMap((checks) => log.parse(checks ?? []));
}

/** What is wrong with what is stored: a key that nobody knows, or what its schema does not know of. */
export function findUnparsed(stored: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(stored).flatMap(([key, value]) => {
    const schema = Object.entries(schemas).find(([beginning]) => key.startsWith(beginning))?.[1];
    const parsed = schema?.safeParse(value);
    // A schema leaves out what it does not know: then the two differ.
    return parsed?.success && isDeepStrictEqual(parsed.data, value) ? [] : [key];
  });
}
