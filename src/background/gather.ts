import browser, { type Scripting } from "webextension-polyfill";
import type { Evidence, Gatherer, Site } from "../audit/site";

/** Runs both gatherers in a tab. Rejects where the browser does not let the extension into the page. */
export async function gather(site: Site, tab: number): Promise<Evidence> {
  const [memory, page] = await Promise.all([
    runInTab(tab, "MAIN", site.gatherers.memory),
    runInTab(tab, "ISOLATED", site.gatherers.page),
  ]);
  return { memory, page };
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
      resolve();
    };
    const observer = new MutationObserver(finish);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    const timer = setTimeout(finish, 1000);
  });
}
