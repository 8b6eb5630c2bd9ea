import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { ReportPage } from "../report-page";
import { shareSession } from "../session";

const session = shareSession();

it("fits into every window, in light and in dark", async () => {
  const { page } = await openReport();
  for (const width of [1200, 360, 320]) {
    await page.setViewport({ width, height: 900, deviceScaleFactor: width < 500 ? 2 : 1 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await findCutWriting(page), `${width} px wide`).toEqual([]);
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.screenshot({
        optimizeForSpeed: true,
        path: `artifacts/report-${scheme}-${width}.png`,
        fullPage: true,
      });
    }
  }
});

it("has the popup's explanation before it", async () => {
  const popup = await session().openPopup();
  await popup.check();
  await popup.explain();
  await popup.photographLooks("artifacts/popup-explained");
});

it("can be printed with everything on paper", async () => {
  const { page } = await openReport();
  await page.setViewport({ width: 800, height: 900 });
  await page.emulateMediaType("print");
  expect(await page.$eval("table", (table) => table.getBoundingClientRect().height)).toBeGreaterThan(50);
  await page.screenshot({ optimizeForSpeed: true, path: "artifacts/report-print.png", fullPage: true });
});

/** What is written in the picture and reaches out of it. */
function findCutWriting(page: Page): Promise<readonly string[]> {
  return page.$eval(".picture", (picture) => {
    const edge = picture.getBoundingClientRect().right;
    return [...picture.querySelectorAll("text, .label")]
      .filter((text) => text.getBoundingClientRect().right > edge)
      .map((text) => text.textContent ?? "");
  });
}

async function openReport(): Promise<ReportPage> {
  await mkdir("artifacts", { recursive: true });
  const popup = await session().openPopup();
  await popup.check();
  const report = await ReportPage.open(session().driven);
  await report.choose("region", "GB");
  return report;
}
