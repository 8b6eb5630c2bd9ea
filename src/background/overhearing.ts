import browser from "webextension-polyfill";
import type { Site } from "../audit/site";
import { listeners } from "../sites/listeners";
import { oneAtATime } from "./one-at-a-time";

/** The tabs in which checks listen to what a site answers, by site. What runs elsewhere on it meanwhile keeps nothing. */
const heardTabs = new Map<string, Set<number>>();

/** In this order: the one that keeps is there first, and is handed what the other hears. Chromium goes by the names. */
const idsOf = ({ id }: Pick<Site, "id">) => [`1-keeps-${id}`, `2-hears-${id}`];

const inTurn = oneAtATime();

/**
 * Has what a site answers to its own page overheard in a tab, on the pages that a check visits, from the next that it
 * loads on.
 *
 * @returns how to end it, which never rejects
 * @throws what the browser throws where it does not allow that; then nothing is overheard
 */
export async function overhear(site: Site, tab: number): Promise<() => Promise<void>> {
  const tabs = heardTabs.get(site.id) ?? new Set();
  heardTabs.set(site.id, tabs.add(tab));
  const end = async () => {
    tabs.delete(tab);
    await stopOverhearing(site);
  };
  try {
    await inTurn(() => register(site));
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

async function register(site: Site): Promise<void> {
  const listener = listeners[site.id];
  if (!listener) throw new Error(`Nothing can overhear the answers of ${site.id}.`);
  const [keeps = "", hears = ""] = idsOf(site);
  // A check in a window of the other context may have them there already.
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [keeps, hears] });
  if (known.length > 0) return;
  const shared = {
    matches: site.visits.map(({ address }) => `${address}*`),
    runAt: "document_start",
    persistAcrossSessions: false,
  } as const;
  await browser.scripting.registerContentScripts([
    { ...shared, id: keeps, js: [fileOf(listener.keeps)] },
    { ...shared, id: hears, js: [fileOf(listener.hears)], world: "MAIN" },
  ]);
}

/** Takes the scripts away unless a check still listens; also what a background that was stopped may have left. */
export async function stopOverhearing(site: Pick<Site, "id">): Promise<void> {
  await inTurn(async () => {
    if ((heardTabs.get(site.id)?.size ?? 0) > 0) return;
    // Whoever takes away what is not there is refused.
    for (const id of idsOf(site))
      await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => undefined);
  });
}

/** Whether a check listens in this tab. */
export function isOverheard(tab: number | undefined): boolean {
  return tab !== undefined && [...heardTabs.values()].some((tabs) => tabs.has(tab));
}

/** As both browsers want it: from the extension's root, without a slash. */
function fileOf(path: string): string {
  return path.replace(/^\//, "");
}
