import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { ReportPage } from "../report-page";
import { shareSession } from "../session";

const session = shareSession();

describe.each(["light", "dark"])("the report in %s", (scheme) => {
  it.each([1200, 360, 320])("fits into a window %i px wide", async (width) => {
    const { page } = await openReport(scheme, width);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await findCutWriting(page)).toEqual([]);
    await page.screenshot({ optimizeForSpeed: true, path: `artifacts/report-${scheme}-${width}.png`, fullPage: true });
  });

  it("has the popup's explanation before it", async () => {
    const popup = await session().openPopup();
    await popup.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await popup.check();
    await popup.explain();
    await popup.photograph(`artifacts/popup-explained-${scheme}`);
  });
});

it("can be printed with everything on paper", async () => {
  const { page } = await openReport("light", 800);
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

async function openReport(scheme: string, width: number): Promise<ReportPage> {
  await mkdir("artifacts", { recursive: true });
  const popup = await session().openPopup();
  await popup.check();
  const report = await ReportPage.open(session().driven);
  await report.page.setViewport({ width, height: 900, deviceScaleFactor: width < 500 ? 2 : 1 });
  await report.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await report.choose("region", "GB");
  return report;
}
