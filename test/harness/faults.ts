import { askFirefox } from "./firefox-code";
import type { DrivenBrowser } from "./launch";

/** Lets the process die that draws the first page whose address begins so, as a page does that is too much for it. */
export async function crash({ name, browser }: DrivenBrowser, address: string): Promise<void> {
  if (name === "firefox") {
    const tab = `gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(address)}))`;
    const drawing = await askFirefox(browser, `${tab}.linkedBrowser.browsingContext.currentWindowGlobal.osPid`);
    if (typeof drawing !== "number" || drawing <= 1) throw new Error(`No process of its own draws ${address}.`);
    process.kill(drawing, "SIGKILL");
    return;
  }
  const devtools = await (await browser.waitForTarget((target) => target.url().startsWith(address))).createCDPSession();
  // Who dies answers nothing.
  devtools.send("Page.crash").catch(() => undefined);
}

/**
 * How much memory the extension's background uses, or in Firefox the process of all its pages, after everything that is not
 * used any more was thrown away; in bytes.
 */
export async function measureMemory({ name, browser, extensionAddress }: DrivenBrowser): Promise<number> {
  if (name === "firefox") return Number(await askFirefox(browser, measureExtensionProcess));
  const worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().startsWith(extensionAddress),
  );
  const devtools = await worker.createCDPSession();
  await devtools.send("HeapProfiler.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  await devtools.detach();
  return usedSize;
}

/** Firefox's own reports, of what its process for extensions has on the heaps of scripts. */
const measureExtensionProcess = `new Promise((resolve) => {
  const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
  Services.obs.notifyObservers(null, "child-mmu-request");
  manager.minimizeMemoryUsage(() => {
    let bytes = 0;
    const add = (process, path, kind, units, amount) => {
      if (/extension/i.test(process) && /^js-main-runtime\\/(?!gc-heap)/.test(path) && units === 0) bytes += amount;
    };
    manager.getReports(add, null, () => resolve(bytes), null, false);
  });
})`;

/** Waits until Firefox has opened again what was open when it ended: it starts extensions for people after that. */
export async function waitUntilRestored({ browser }: DrivenBrowser): Promise<void> {
  await askFirefox(
    browser,
    `ChromeUtils.importESModule("resource:///modules/sessionstore/SessionStore.sys.mjs")
      .SessionStore.promiseAllWindowsRestored.then(() => true)`,
  );
}

/** Ends Firefox by force, as a machine does that loses its power, after it has written down which tabs are open. */
export async function killFirefox({ browser }: DrivenBrowser): Promise<void> {
  await askFirefox(
    browser,
    `(async () => {
      const load = (name) => ChromeUtils.importESModule("resource:///modules/sessionstore/" + name + ".sys.mjs")[name];
      await load("TabStateFlusher").flushWindow(window);
      await load("SessionSaver").run();
    })()`,
  );
  const running = browser.process();
  if (!running) throw new Error("This browser was not started here.");
  const ended = new Promise((resolve) => running.once("exit", resolve));
  running.kill("SIGKILL");
  await ended;
}
