import type { Browser, CDPSession, Target } from "puppeteer-core";

/** What Chromium runs an extension's background in: it comes when it is needed and goes when it is not. */
export interface ChromiumWorker {
  /** Errors that nobody caught, and what its content security policy kept from happening, since this was last asked. */
  takeErrors(): readonly string[];
  /** Stops it, as Chromium does by itself after a while. */
  stop(): Promise<void>;
  /**
   * Listens no more to those that are there. Chromium keeps one that somebody listens to, also where another extension takes
   * its place: then the next one may be taken for it, and is refused everything.
   */
  letGo(): Promise<void>;
}

/** @param isHeard whether to listen to every worker from its start on: one that is listened to is slower. */
export function watchWorker(browser: Browser, isHeard: boolean): ChromiumWorker {
  const errors: string[] = [];
  const listening = new Map<Target, Promise<CDPSession | null>>();

  async function listen(target: Target): Promise<CDPSession | null> {
    const devtools = await target.createCDPSession();
    devtools.on("Runtime.exceptionThrown", ({ exceptionDetails: { exception, text } }) => {
      errors.push(exception?.description ?? text);
    });
    devtools.on("Log.entryAdded", ({ entry: { text } }) => {
      if (text.includes("Content Security Policy")) errors.push(text);
    });
    await Promise.all([devtools.send("Runtime.enable"), devtools.send("Log.enable")]);
    return devtools;
  }

  async function letGo(): Promise<void> {
    for (const devtools of await Promise.all(listening.values())) await devtools?.detach();
    listening.clear();
  }

  const isWorker = (target: Target) => target.type() === "service_worker";
  browser.on("targetcreated", (target) => {
    // A worker that is gone before it could be listened to has nothing to say.
    if (isHeard && isWorker(target))
      listening.set(
        target,
        listen(target).catch(() => null),
      );
  });
  browser.on("targetdestroyed", (target) => listening.delete(target));

  return {
    takeErrors: () => errors.splice(0),
    async stop() {
      // Chromium does not start a worker anew that somebody listens to: it waits for them to say so.
      await letGo();
      const gone = browser
        .targets()
        .filter(isWorker)
        .map((worker) => waitForEnd(browser, worker));
      const page = await browser.newPage();
      const devtools = await page.createCDPSession();
      await devtools.send("ServiceWorker.enable");
      await devtools.send("ServiceWorker.stopAllWorkers");
      await Promise.all(gone);
      await page.close();
    },
    letGo,
  };
}

function waitForEnd(browser: Browser, worker: Target): Promise<void> {
  return new Promise((resolve) => {
    browser.on("targetdestroyed", (target) => target === worker && resolve());
  });
}
