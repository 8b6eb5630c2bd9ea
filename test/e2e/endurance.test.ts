import { expect, it } from "vitest";
import { measureMemory } from "../harness/faults";
import type { PopupPage } from "./popup-page";
import { shareSession } from "./session";
import { expectWhole, readStanding } from "./wholeness";

const session = shareSession();

/** How many checks are made before anything is measured: what is loaded and compiled once does not grow. */
const warmUp = 20;
const checks = 200;
/** By how much memory may grow over all of them, in bytes. */
const mostGrowth = 2 * 1024 * 1024;

interface Listening {
  readonly begun: number;
  readonly ended: number;
}

it("200 checks in a row leave no tab, no listener and no growth in memory", async () => {
  const { driven } = session();
  const popup = await session().openPopup();
  await popup.check();
  /** Asks as the popup's button does, without the time that clicks and drawing take. */
  const checkOften = (times: number) =>
    popup.page.evaluate(`chrome.tabs.getCurrent().then(async ({ windowId }) => {
      for (let made = 0; made < ${times}; made += 1) {
        await chrome.runtime.sendMessage({ ask: "check", site: "x", window: windowId });
      }
    })`);
  await checkOften(warmUp);
  const before = await readStanding(popup);
  await callInBackground(popup, watchListening);
  const memory = await measureMemory(driven);
  for (let made = 0; made < checks; made += warmUp) await checkOften(warmUp);
  const growth = (await measureMemory(driven)) - memory;
  expect(growth).toBeLessThan(mostGrowth);
  const { begun, ended } = (await callInBackground(popup, "(global) => global.counted")) as Listening;
  expect(begun).toBeGreaterThanOrEqual(checks);
  expect(ended).toBe(begun);
  await expectWhole(session(), popup, before, checks);
}, 600_000);

/** Counts from now on how often the background begins and ends to listen to tabs. */
const watchListening = `(global) => {
  const counted = { begun: 0, ended: 0 };
  global.counted = counted;
  for (const api of new Set([global.browser, global.chrome].filter(Boolean))) {
    for (const event of new Set([api.tabs.onUpdated, api.tabs.onRemoved])) {
      const { addListener, removeListener } = event;
      event.addListener = (...listener) => {
        counted.begun += 1;
        addListener.apply(event, listener);
      };
      event.removeListener = (...listener) => {
        counted.ended += 1;
        removeListener.apply(event, listener);
      };
    }
  }
}`;

/** Calls a function with what is global in the extension's background. */
async function callInBackground({ page }: PopupPage, source: string): Promise<unknown> {
  const { name, browser, extensionAddress } = session().driven;
  if (name === "firefox") return page.evaluate(`browser.runtime.getBackgroundPage().then(${source})`);
  const target = await browser.waitForTarget(
    (candidate) => candidate.type() === "service_worker" && candidate.url().startsWith(extensionAddress),
  );
  return (await target.worker())?.evaluate(`(${source})(globalThis)`);
}
