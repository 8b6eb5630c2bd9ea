import type { Browser } from "puppeteer-core";

/** Stops the extension's worker, as Chromium does by itself after a while. */
export async function stopWorker(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  const devtools = await page.createCDPSession();
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.stopAllWorkers");
  await page.close();
}
