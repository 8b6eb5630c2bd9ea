import { readdir } from "node:fs/promises";
import type { Session } from "./session";

/** Every file of the built extension. */
export async function listFiles({ driven }: Session): Promise<readonly string[]> {
  const folder = `dist/${driven.name}/`;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("//", "/").slice(folder.length));
}

/** Which of the extension's files a page of the site gets when it asks for them. */
export async function listFetched(session: Session, paths: readonly string[]): Promise<readonly string[]> {
  const { extensionAddress } = session.driven;
  // A page of the site without a content security policy: what stops the fetch must be the browser's own rule.
  const page = await session.openSitePage("/no-such-page");
  const fetched = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map((address) =>
          fetch(address).then(
            () => address,
            () => null,
          ),
        ),
      ),
    ["/no-such-page", ...paths.map((path) => extensionAddress + path)],
  );
  return fetched.flatMap((address) => address ?? []).map((address) => address.replace(extensionAddress, ""));
}

/** How often the extension shows in a page of the site that nobody has asked anything of. */
export async function countTraces(session: Session): Promise<number> {
  const page = await session.openSitePage("/settings/contacts");
  await page.waitForSelector("input[type=checkbox]");
  return page.evaluate(() => document.documentElement.outerHTML.match(/-extension:|unlisted/gi)?.length ?? 0);
}

/**
 * Has a script of the extension's own in the site's page order that everything be deleted: what a page could do that
 * has broken out into that script's world.
 *
 * @returns whether the last result is there still
 */
export async function survivesOrderFromPage(session: Session): Promise<boolean> {
  await session.openSitePage("/home");
  const popup = await session.openPopup();
  await popup.check();
  const kept = await popup.page.evaluate(`chrome.tabs
    .query({ url: "https://x.com/home" })
    .then(([{ id }]) => chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => chrome.runtime.sendMessage({ report: "delete-history" }).then(() => true),
    }))
    .then(() => chrome.storage.local.get("results:regular:x"))`);
  return Object.keys(kept as object).length > 0;
}
