import browser from "webextension-polyfill";
import type { Site } from "../audit/site";
import { listeners } from "../sites/listeners";

/** Tabs in which a check listens to what the site answers. What runs elsewhere on the site meanwhile keeps nothing. */
const heardTabs = new Set<number>();

/** In this order: the one that keeps is there first, and is handed what the other hears. Chromium goes by the names. */
const idsOf = ({ id }: Pick<Site, "id">) => [`1-keeps-${id}`, `2-hears-${id}`];

/**
 * Has what a site answers to its own page overheard in a tab, on the pages that a check visits, from the next that it
 * loads on.
 *
 * @returns how to end it, which never rejects
 * @throws what the browser throws where it does not allow that; then nothing is overheard
 */
export async function overhear(site: Site, tab: number): Promise<() => Promise<void>> {
  const listener = listeners[site.id];
  if (!listener) throw new Error(`Nothing can overhear the answers of ${site.id}.`);
  const [keeps = "", hears = ""] = idsOf(site);
  const shared = {
    matches: site.visits.map(({ address }) => `${address}*`),
    runAt: "document_start",
    persistAcrossSessions: false,
  } as const;
  await stopOverhearing(site);
  const end = async () => {
    heardTabs.delete(tab);
    await stopOverhearing(site);
  };
  heardTabs.add(tab);
  try {
    await browser.scripting.registerContentScripts([
      { ...shared, id: keeps, js: [fileOf(listener.keeps)] },
      { ...shared, id: hears, js: [fileOf(listener.hears)], world: "MAIN" },
    ]);
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

/** Takes away what a background that was stopped may have left as well. */
export async function stopOverhearing(site: Pick<Site, "id">): Promise<void> {
  // Whoever takes away what is not there is refused.
  for (const id of idsOf(site)) await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => undefined);
}

/** Whether a check listens in this tab. */
export function isOverheard(tab: number | undefined): boolean {
  return tab !== undefined && heardTabs.has(tab);
}

/** As both browsers want it: from the extension's root, without a slash. */
function fileOf(path: string): string {
  return path.replace(/^\//, "");
}
