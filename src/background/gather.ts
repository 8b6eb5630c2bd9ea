import browser, { type Scripting } from "webextension-polyfill";
import * as z from "zod/mini";
import type { Evidence, Gatherer, Site } from "../audit/site";

/** How long the page's own world may take longer than the extension's on the same page, in milliseconds. */
const memoryTime = 1000;

/**
 * Runs both gatherers in a tab, and fetches what was overheard there. Rejects where the browser does not let the extension into the page. A page that spoils
 * what is done in its own world, or keeps it from ending, cannot silence the other witness: then the memory is `null`.
 */
export async function gather(site: Site, tab: number, isOverhearing = false): Promise<Evidence> {
  const memory = runInTab(tab, "MAIN", site.gatherers.memory).catch(() => null);
  // Before the page: what was answered by then it can have drawn.
  const answers = isOverhearing ? runInTab(tab, "ISOLATED", { run: overheard, parameters: [] }) : null;
  const parts = site.gatherers.page.map((gatherer) => runInTab(tab, "ISOLATED", gatherer));
  const [heard, ...seen] = await Promise.all([answers, ...parts]);
  return { memory: await Promise.race([memory, giveUp()]), page: putTogether(seen), answers: heard };
}

/**
 * What was read of one document, in one object.
 *
 * @throws Error where the page has gone on to another document in between
 */
function putTogether(parts: readonly unknown[]): unknown {
  const [only, another] = parts;
  if (another === undefined) return only;
  const objects = z.array(z.record(z.string(), z.unknown())).safeParse(parts);
  // Whatever that is, the site will not understand it.
  if (!objects.success) return null;
  if (new Set(objects.data.map(({ loadedAt }) => loadedAt)).size > 1) throw new Error("The page went on meanwhile.");
  return Object.assign({}, ...objects.data);
}

/** Sent to the page as text. */
function overheard(): unknown {
  return globalThis.readOverheard?.() ?? null;
}

function giveUp(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, memoryTime, null));
}

/** Resolves when the tab's page has changed, or after about a second. Rejects as `gather` does. */
export async function waitForChange(tab: number): Promise<void> {
  await runInTab(tab, "ISOLATED", { run: pageChange, parameters: [] });
}

/** Runs a function on the page in a tab and returns what it returned. */
export async function runInTab(
  tab: number,
  world: Scripting.ExecutionWorld,
  { run, parameters }: Gatherer,
): Promise<unknown> {
  const [injection] = await browser.scripting.executeScript({
    target: { tabId: tab },
    world,
    injectImmediately: true,
    func: run as (...parameters: unknown[]) => unknown,
    args: [...parameters],
  });
  // Firefox does not reject when the script could not run: it says so beside the result.
  if (!injection || injection.error) throw new Error("The page could not be read.");
  return injection.result;
}

/** Sent to the page as text. An observer, since a background tab gets no animation frames and slow timers. */
function pageChange(): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      observer.disconnect();
      clearTimeout(timer);
      removeEventListener("pagehide", finish);
      resolve();
    };
    const observer = new MutationObserver(finish);
    // While it arrives a page changes with every piece, and tells nothing yet.
    if (document.readyState === "loading") document.addEventListener("readystatechange", finish, { once: true });
    else observer.observe(document, { subtree: true, childList: true, attributes: true });
    // What is not answered before the page goes is kept by Firefox for as long as the page's process lives.
    addEventListener("pagehide", finish);
    const timer = setTimeout(finish, 1000);
  });
}
