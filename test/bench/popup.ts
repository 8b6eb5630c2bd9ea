import { readFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { PopupPage } from "../e2e/popup-page";
import type { DrivenBrowser } from "../harness/launch";
import { installSecondExtension, type SecondExtension } from "../harness/second-extension";
import { compare, type Measured } from "./measure";
import { sumScriptTime } from "./script-time";
import { onStage } from "./stage";

/** How much slower than now the processor is made for counting script time. */
const throttle = 6;

/**
 * How long the popup takes until a kept verdict is painted, and how much script it runs, against a popup of static HTML:
 * another extension's, with the very markup that ours has drawn and its style sheets, and no script.
 *
 * The popups' pages are opened in a tab of a toolbar popup's size. In a real toolbar popup the driver's own attaching
 * falls into what is measured. The time is the browser's: from the navigation's start to the frame in which something
 * within `[data-verdict]` was painted. Both extensions are measured in the same two states: asleep, as a person finds
 * them, where no process of theirs runs; and awake, where another page of theirs is open and the browser's start of a
 * process does not make us look better. Script time is what Chromium's record of the page's thread tells, until nothing is left to do.
 */
export function measurePopup(): Promise<Measured[]> {
  return onStage(async ({ driven }) => {
    const popup = new PopupPage(await driven.openPopupTab());
    await popup.check(60_000);
    await popup.page.close();
    const baseline = await installStaticPopup(driven);
    const ours = driven.popupAddress;
    const theirs = baseline.address + popupPath(driven);

    const asleep = await compare({
      name: "popup: open to verdict painted, extension asleep",
      unit: "ms",
      kind: "ratio",
      most: 1.25,
      runs: 31,
      baseline: () => readTimeToVerdict(driven, theirs),
      subject: async () => {
        await driven.stopBackground();
        return readTimeToVerdict(driven, ours);
      },
    });
    for (const address of [theirs, ours]) await (await driven.browser.newPage()).goto(address);
    const awake = await compare({
      name: "popup: open to verdict painted, extension awake",
      unit: "ms",
      kind: "ratio",
      most: 1.25,
      runs: 31,
      baseline: () => readTimeToVerdict(driven, theirs),
      subject: () => readTimeToVerdict(driven, ours),
    });
    // Here too the process is at hand: one that is just started does not keep its record from the very beginning.
    const scriptTime = await compare({
      name: `popup: script time at ${throttle}× throttle, beyond none`,
      unit: "ms",
      kind: "difference",
      most: 10,
      baseline: () => readScriptTime(driven, theirs),
      subject: () => readScriptTime(driven, ours),
    });
    await baseline.remove();
    return [asleep, awake, scriptTime];
  });
}

/** Installs an extension whose popup is what ours has drawn, as plain HTML at the same path. */
async function installStaticPopup(driven: DrivenBrowser): Promise<SecondExtension> {
  const page = await driven.openPopupTab();
  await page.waitForSelector("[data-verdict]");
  const { html, sheets } = await page.evaluate(() => {
    for (const script of document.querySelectorAll("script")) script.remove();
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    return { html: document.documentElement.outerHTML, sheets: links.map(({ href }) => new URL(href).pathname) };
  });
  await page.close();
  const files: Record<string, string> = { [popupPath(driven)]: `<!doctype html>${html}` };
  for (const sheet of sheets) files[sheet] = await readFile(`dist/chrome${sheet}`, "utf8");
  const { content_security_policy } = JSON.parse(await readFile("dist/chrome/manifest.json", "utf8"));
  return installSecondExtension(
    driven,
    { action: { default_popup: popupPath(driven) }, content_security_policy },
    files,
  );
}

function popupPath({ popupAddress, extensionAddress }: DrivenBrowser): string {
  return popupAddress.slice(extensionAddress.length);
}

/** Milliseconds from the navigation's start to the frame in which the verdict was painted. */
async function readTimeToVerdict(driven: DrivenBrowser, address: string): Promise<number> {
  const page = await openBlankPopup(driven);
  await page.goto(address);
  const time = await waitForVerdict(page);
  await page.close();
  return time;
}

/** Milliseconds of script that the page runs, until a moment after the verdict was painted. */
async function readScriptTime(driven: DrivenBrowser, address: string): Promise<number> {
  const page = await openBlankPopup(driven);
  const devtools = await page.createCDPSession();
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await page.tracing.start({ categories: ["devtools.timeline", "v8", "v8.execute"] });
  await page.goto(address);
  await waitForVerdict(page);
  await page.evaluate("new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))");
  const trace = await page.tracing.stop();
  await page.close();
  if (!trace) throw new Error("The browser kept no record.");
  return sumScriptTime(JSON.parse(new TextDecoder().decode(trace)).traceEvents, address);
}

async function openBlankPopup({ browser }: DrivenBrowser): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 600 });
  return page;
}

/** The browser's record of the largest paints names the element: the first within the verdict is what is waited for. */
function waitForVerdict(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { readonly element: Element | null })[]) {
            if (entry.element?.closest("[data-verdict]")) resolve(entry.startTime);
          }
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
}
