import type { Page } from "puppeteer-core";
import { GuidePage } from "../e2e/guide-page";
import { PopupPage } from "../e2e/popup-page";
import type { DrivenBrowser } from "../harness/launch";
import { compare, type Measured } from "./measure";

/**
 * What the guide's overlay costs the page that it is injected into, beyond an empty content script: milliseconds of
 * script in the page, by Chromium's own count, until the overlay stands. A page without a guide has no script of ours.
 */
export async function measureOverlay(driven: DrivenBrowser): Promise<Measured> {
  const popup = new PopupPage(await driven.openPopupTab());
  await popup.check();
  const opened = driven.browser.waitForTarget((target) => target.url().startsWith("https://x.com/settings"));
  await popup.press("guide");
  const page = await (await opened).asPage();
  const guide = new GuidePage(page, popup.page);
  await guide.waitFor(({ light }) => light !== null);
  const devtools = await page.createCDPSession();
  await devtools.send("Performance.enable");

  async function scriptTime(inject: string): Promise<number> {
    await settle(page);
    const before = await readScriptTime();
    await popup.page.evaluate(`chrome.storage.session.get("guide:regular:x").then(({ "guide:regular:x": { tab } }) =>
      chrome.scripting.executeScript({ target: { tabId: tab }, func: ${inject} }))`);
    await settle(page);
    return (await readScriptTime()) - before;
  }

  async function readScriptTime(): Promise<number> {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN);
  }

  const takeAway = `() => globalThis.guideOverlay?.close()`;
  // The background answers when it has shown the overlay once more.
  const putUp = `() => chrome.runtime.sendMessage({ guide: "alive", isActive: false })`;
  const measured = await compare({
    name: "the overlay's script time on injection, beyond an empty content script",
    unit: "ms",
    kind: "difference",
    most: 5,
    baseline: () => scriptTime("() => {}"),
    subject: async () => {
      await scriptTime(takeAway);
      const time = await scriptTime(putUp);
      if (!(await guide.read())) throw new Error("The overlay was not put up.");
      return time;
    },
  });
  await page.close();
  await popup.page.close();
  return measured;
}

/** Lets the page draw what is left to draw. */
async function settle(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}
