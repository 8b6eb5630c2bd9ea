import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { shareSession } from "../session";

const session = shareSession();

it("draws the popup in one piece: nothing that stands there moves when the rest arrives", async () => {
  const first = await session().openPopup();
  expect(await readShift(first.page)).toBe(0);
  await first.check();
  await first.page.close();
  const { page } = await session().openPopup();
  await page.waitForSelector('main[data-check="done"]');
  await page.waitForSelector(".provenance[aria-busy=false]");
  expect(await page.$eval(".provenance", ({ textContent }) => textContent)).toMatch(/checked \d.* \(just now\)/);
  expect(await readShift(page)).toBe(0);
});

it("opens as tall as its shortest face, before anything is drawn", async () => {
  const { page } = await session().openPopup();
  const drawn = await page.$eval("body", (body) => body.getBoundingClientRect().height);
  const empty = await page.$eval("body", (body) => {
    body.replaceChildren();
    return body.getBoundingClientRect().height;
  });
  expect(drawn - empty).toBeLessThan(8);
});

/**
 * How much of what was drawn has moved by itself, as the browser counts it. At the end something is moved on purpose: when
 * that has been counted, all before it has been. What nobody has seen yet does not move: so first it is drawn.
 */
function readShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const observe = (type: string, hear: (entries: readonly PerformanceEntry[]) => void) =>
      new PerformanceObserver((list) => hear(list.getEntries())).observe({ type, buffered: true });
    await new Promise<void>((resolve) => observe("paint", () => resolve()));
    return new Promise<number>((resolve) => {
      const asked = performance.now();
      let sum = 0;
      observe("layout-shift", (entries) => {
        for (const entry of entries) {
          if (entry.startTime > asked) resolve(sum);
          else sum += (entry as PerformanceEntry & { readonly value: number }).value;
        }
      });
      const spacer = document.createElement("div");
      spacer.style.height = "100px";
      document.body.prepend(spacer);
    });
  });
}
