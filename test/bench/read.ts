import type { Page } from "puppeteer-core";
import type { DrivenBrowser } from "../harness/launch";
import { findExtension, installSecondExtension } from "../harness/second-extension";
import { compare, type Measured } from "./measure";
import { onStage } from "./stage";

/**
 * How long it takes to read X's loaded page under `activeTab`, against a small extension that injects an empty function
 * and answers.
 *
 * Both buttons are clicked while the page is in front, so both extensions may look at it and neither may look at any
 * other. Then an extension's page asks its own background, which finds the window's tab in front, injects and answers;
 * it is timed by that page's clock, from the question to the answer. The two pages that ask have a window each, so that
 * neither is in the background; both backgrounds run already.
 */
export function measureRead(): Promise<Measured[]> {
  return onStage(
    async ({ driven }) => {
      const baseline = await installSecondExtension(
        driven,
        {
          permissions: ["activeTab", "scripting"],
          action: { default_popup: "ask.html" },
        },
        { "ask.html": "<!doctype html><title>Ask</title>", "background.js": backgroundScript },
      );
      const read = await driven.browser.newPage();
      await read.goto("https://x.com/settings/contacts");
      await read.waitForSelector('label input[type="checkbox"]');
      const window = await allowOnThisPage(driven, read, new URL(driven.extensionAddress).host, driven.popupAddress);
      await allowOnThisPage(driven, read, baseline.id, `${baseline.address}ask.html`);
      const ours = await openInWindow(driven, driven.popupAddress);
      const theirs = await openInWindow(driven, `${baseline.address}ask.html`);
      await read.bringToFront();
      const measured = await compare({
        name: "read: a loaded page under activeTab, question to answer",
        unit: "ms",
        kind: "ratio",
        most: 2,
        runs: 101,
        baseline: () => timeAnswer(theirs, { window }, "answer === true"),
        subject: () => timeAnswer(ours, { ask: "glance", site: "x", window }, "answer.findings.length > 0"),
      });
      await baseline.remove();
      return [measured];
    },
    { isAllowed: false },
  );
}

const backgroundScript = `
  chrome.runtime.onMessage.addListener(({ window }, _sender, answer) => {
    chrome.tabs
      .query({ active: true, windowId: window })
      .then(([tab]) => chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => {}, injectImmediately: true }))
      .then(() => answer(true));
    return true;
  });`;

/** Clicks an extension's button while the page is in front. Returns the page's window. */
async function allowOnThisPage(driven: DrivenBrowser, page: Page, id: string, address: string): Promise<number> {
  const others = new Set(driven.browser.targets());
  const opened = driven.browser.waitForTarget((target) => target.url() === address && !others.has(target));
  await (await findExtension(driven, id)).triggerAction(page);
  const popup = await (await opened).asPage();
  const window = await popup.evaluate("chrome.windows.getCurrent().then(({ id }) => id)");
  await popup.close();
  return Number(window);
}

async function openInWindow({ browser }: DrivenBrowser, address: string): Promise<Page> {
  const page = await browser.newPage({ type: "window" });
  await page.goto(address);
  return page;
}

/** Milliseconds from a page's question to its background's answer. */
async function timeAnswer(page: Page, question: object, isGood: string): Promise<number> {
  const { time, isAnswered } = (await page.evaluate(`(async () => {
    const begun = performance.now();
    const answer = await chrome.runtime.sendMessage(${JSON.stringify(question)});
    return { time: performance.now() - begun, isAnswered: ${isGood} };
  })()`)) as { time: number; isAnswered: boolean };
  if (!isAnswered) throw new Error("The page was not read.");
  return time;
}
