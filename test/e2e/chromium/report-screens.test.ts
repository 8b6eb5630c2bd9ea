import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { openReadFirst, openWelcome } from "../extension-pages";
import { ReportPage } from "../report-page";
import { shareSession } from "../session";
import { WhyPage } from "../why-page";

const session = shareSession();

it.each([
  ["report", openReport],
  ["why", openWhy],
  ["read-first", () => openReadFirst(session().driven)],
  ["welcome", () => openWelcome(session().driven)],
] as const)("fits into every window, in light and in dark: %s", async (name, open) => {
  await mkdir("artifacts", { recursive: true });
  const page = await open();
  for (const width of [1200, 360, 320]) {
    await page.setViewport({ width, height: 900, deviceScaleFactor: width < 500 ? 2 : 1 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await findCutWriting(page), `${width} px wide`).toEqual([]);
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.screenshot({
        optimizeForSpeed: true,
        path: `artifacts/${name}-${scheme}-${width}.png`,
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

it.each([
  ["report", openReport],
  ["why", openWhy],
  ["read-first", () => openReadFirst(session().driven)],
] as const)("can be printed with everything on paper: %s", async (name, open) => {
  const page = await open();
  await page.setViewport({ width: 800, height: 900 });
  await page.emulateMediaType("print");
  const tables = await page.$$eval("table", (all) => all.map((table) => table.getBoundingClientRect().height));
  for (const height of tables) expect(height).toBeGreaterThan(50);
  expect(tables).toHaveLength(name === "why" ? 1 : 0);
  // What is told beside each other on the screen is told on paper.
  const ways = await page.$$eval("[data-way]", (all) => all.filter((way) => way.checkVisibility()).length);
  expect(ways).toBe(name === "why" ? 2 : 0);
  await page.screenshot({ optimizeForSpeed: true, path: `artifacts/${name}-print.png`, fullPage: true });
});

it("is a plan on paper: the whole date, what to do and where, and nothing to press", async () => {
  const page = await openReport();
  await page.waitForSelector("[data-check-time]");
  await page.emulateMediaType("print");
  const paper = await page.$eval("body", (body) => body.innerText);
  expect(paper).toMatch(/@ada_example · \d+ \w+ \d{4} at \d\d:\d\d/);
  expect(paper).toContain("Untick “Let people who have your phone number find you on X”.");
  expect(paper).toContain("x.com/settings/contacts");
  expect(paper).toContain("Whoever can use your account can see how its settings are");
  expect(paper).not.toMatch(/just now|Leave|Delete|Remind me|Read this first|What Unlisted saw/);
  const controls = await page.$$eval("button, input, select, summary", (all) =>
    all.filter((control) => control.checkVisibility()).map((control) => control.outerHTML),
  );
  expect(controls).toEqual([]);
});

/** What is written in the picture and reaches out of it. */
function findCutWriting(page: Page): Promise<readonly string[]> {
  return page.$$eval(".picture", (pictures) =>
    pictures.flatMap((picture) => {
      const edge = picture.getBoundingClientRect().right;
      return [...picture.querySelectorAll("text, .label")]
        .filter((text) => text.getBoundingClientRect().right > edge)
        .map((text) => text.textContent ?? "");
    }),
  );
}

async function openReport(): Promise<Page> {
  const popup = await session().openPopup();
  await popup.check();
  const { page } = await ReportPage.open(session().driven);
  return page;
}

async function openWhy(): Promise<Page> {
  const why = await WhyPage.open(session().driven);
  await why.choose("region", "GB");
  return why.page;
}
