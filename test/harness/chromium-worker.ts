import { setTimeout as pause } from "node:timers/promises";
import type { Browser, CDPSession, Target } from "puppeteer-core";
import { poll } from "./poll";

/** What Chromium runs an extension's background in: it comes when it is needed and goes when it is not. */
export interface ChromiumWorker {
  /** Errors that nobody caught, and what its content security policy kept from happening, since this was last asked. */
  takeErrors(): readonly string[];
  /** Stops it, as Chromium does by itself after a while. */
  stop(): Promise<void>;
  /**
   * Does what ends the worker that is there, such as to update its extension, and waits until it is gone: whoever needs one
   * sooner has Chromium start the old one again, and then that is refused everything.
   */
  end<Answer>(how: () => Promise<Answer>): Promise<Answer>;
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

  const isWorker = (target: Target) => target.type() === "service_worker";

  /** One that somebody listens to is kept, and not started anew: Chromium waits for them to say so. */
  async function leaveAlone(): Promise<void> {
    for (const devtools of await Promise.all(listening.values())) await devtools?.detach();
    listening.clear();
  }

  async function end<Answer>(how: () => Promise<Answer>): Promise<Answer> {
    await within(leaveAlone());
    const gone = browser
      .targets()
      .filter(isWorker)
      .map((worker) => waitForEnd(browser, worker));
    const answer = await how();
    await Promise.all(gone);
    return answer;
  }

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
      const page = await browser.newPage();
      const devtools = await page.createCDPSession();
      const told: string[] = [];
      devtools.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
        told.push(...versions.filter(({ scriptURL }) => isOwn(scriptURL)).map(({ runningStatus }) => runningStatus));
      });
      await devtools.send("ServiceWorker.enable");
      // One that has just been started again, and so is listened to again, is not stopped by being told so once.
      await poll(
        async () => {
          await within(leaveAlone());
          told.length = 0;
          const ended = waitForStop(browser, devtools);
          await devtools.send("ServiceWorker.stopAllWorkers");
          return within(ended.then(() => true));
        },
        () => `Chromium did not stop the worker. It told of it: ${told.join(", ")}.`,
      );
      await page.close();
    },
    end,
  };
}

const isOwn = (url: string) => url.startsWith("chrome-extension://");

/** How long Chromium may take over one of its answers, in milliseconds, before it is asked again. */
const patience = 5000;

/** An answer, or `null` where it is long in coming. */
function within<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  return Promise.race([answer, pause(patience, null)]);
}

/**
 * Waits for any sign that a worker has been stopped. Where somebody needs it again at once Chromium may leave out each one
 * of them: it may tell of the new start alone, and a target may live on, or make way for another.
 */
async function waitForStop(browser: Browser, devtools: CDPSession): Promise<void> {
  const ended = new AbortController();
  await new Promise<void>((resolve) => {
    const hear = (target: Target) => target.type() === "service_worker" && isOwn(target.url()) && resolve();
    for (const sign of ["targetcreated", "targetdestroyed"] as const) {
      browser.on(sign, hear);
      ended.signal.addEventListener("abort", () => browser.off(sign, hear));
    }
    devtools.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      const isOver = ({ scriptURL, runningStatus }: (typeof versions)[number]) =>
        isOwn(scriptURL) && /^(?:stopped|starting)$/.test(runningStatus);
      if (versions.some(isOver)) resolve();
    });
  });
  ended.abort();
}

function waitForEnd(browser: Browser, worker: Target): Promise<void> {
  return new Promise((resolve) => {
    browser.on("targetdestroyed", (target) => target === worker && resolve());
  });
}
