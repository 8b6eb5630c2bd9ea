import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer-core";
import { describe, expect, inject, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { openReadFirst, openWelcome } from "./extension-pages";
import { beginGuide } from "./guide-page";
import { HistoryPage } from "./history-page";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";
import { WhyPage } from "./why-page";

const session = shareSession();

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Look = "light" | "dark" | "forced colours";
/** Firefox is driven in a way that cannot ask for the others. */
const looks: readonly Look[] = inject("browser") === "chrome" ? ["light", "dark", "forced colours"] : ["light"];

/** What axe finds wrong on a page in any of its looks, in a word each, with where it is. */
async function findFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${axe}; undefined`);
  const faults: string[] = [];
  for await (const look of eachLook(page)) {
    const { violations } = (await page.evaluate(`axe.run({ resultTypes: ["violations"] })`)) as AxeResults;
    for (const { id, nodes } of violations) {
      for (const { html, failureSummary } of nodes) {
        faults.push(`${id} in ${look}: ${html} (${failureSummary?.replaceAll("\n", " ")})`);
      }
    }
  }
  return faults;
}

/** Dresses a page in one look after the other, and undresses it. */
async function* eachLook(page: Page): AsyncGenerator<Look> {
  const devtools = inject("browser") === "chrome" ? await page.createCDPSession() : null;
  for (const look of looks) {
    await devtools?.send("Emulation.setEmulatedMedia", {
      features: [
        { name: "prefers-color-scheme", value: look === "dark" ? "dark" : "light" },
        { name: "forced-colors", value: look === "forced colours" ? "active" : "none" },
      ],
    });
    yield look;
  }
  await devtools?.detach();
}

const off = { discoverable_by_mobile_phone: false };
const withoutNumber = { id: "1234567890", handle: "ada_example", phone: null, email: "ada@example.org" };

const faces: Record<string, Partial<Scenario>> = {
  exposed: { settings: { discoverable_by_email: true } },
  dormant: { account: withoutNumber },
  protected: { settings: off },
  "signed out": { account: null },
  "not understood": { omit: ["discoverable_by_mobile_phone"] },
};

/** What is pale in every look, and what is in one alone. */
const pale = `<style>
  b, i, u { color: #000; background: #fff; forced-color-adjust: none }
  u { color: #ddd }
  @media (prefers-color-scheme: dark) { b { color: #ddd } }
  @media (forced-colors: active) { i { color: #ddd } }
</style>
<main><button></button><p><u>Always</u></p><p><b>At night</b></p><p><i>Where colours are forced</i></p></main>`;

it("is looked for by something that finds it, in every look", async () => {
  const page = await session().driven.browser.newPage();
  await page.setContent(pale);
  const faults = (await findFaults(page)).map((fault) => fault.replace(/^(color-contrast in .+: <\w+>).*|:.*/s, "$1"));
  const tags = { light: ["u"], dark: ["u", "b"], "forced colours": ["u", "i"] };
  for (const look of looks) {
    expect(faults).toEqual(expect.arrayContaining([`button-name in ${look}`, `document-title in ${look}`]));
    const contrast = `color-contrast in ${look}: `;
    expect(faults.filter((fault) => fault.startsWith(contrast))).toEqual(
      tags[look].map((tag) => `${contrast}<${tag}>`),
    );
  }
});

describe("in every look, nothing is found wrong by axe", () => {
  it.each(Object.entries(faces))("with the popup, %s", async (_face, changes) => {
    session().play(changes);
    const popup = await session().openPopup();
    await popup.check();
    await popup.page.$$eval("details", (all) => {
      for (const details of all) details.open = true;
    });
    expect(await findFaults(popup.page)).toEqual([]);
  });

  it("with the popup before, during and after a failed check", async () => {
    const popup = await session().openPopup();
    expect(await findFaults(popup.page)).toEqual([]);
    await popup.check();
    session().play({ settingsAnswer: { kind: "never" } });
    await popup.press("check");
    await popup.waitFor("running");
    expect(await findFaults(popup.page)).toEqual([]);
    await popup.press("cancel");
    await popup.waitFor("done");
    expect(await findFaults(popup.page)).toEqual([]);
  });

  it("with the popup while it changes a switch, and after", async () => {
    session().play({ save: { kind: "never" } });
    const popup = await session().openPopup();
    await popup.check();
    await popup.press("switch-off");
    await popup.waitFor("running");
    expect(await findFaults(popup.page)).toEqual([]);
    await popup.press("cancel");
    await popup.waitFor("done");
    expect(await popup.changeOutcome()).toBe("cancelled");
    expect(await findFaults(popup.page)).toEqual([]);
    session().play();
    await popup.check();
    await popup.press("switch-off");
    await popup.page.waitForSelector('[data-change="done"]');
    expect(await findFaults(popup.page)).toEqual([]);
  });

  it("with the report, empty, and full with every choice opened", async () => {
    const report = await ReportPage.open(session().driven);
    expect(await findFaults(report.page)).toEqual([]);
    await report.check();
    session().play({ account: null });
    await report.check();
    session().play({ settings: off });
    await report.check();
    const history = new HistoryPage(report.page, "");
    await history.choose('input[name="reminder"][value="3"]');
    await history.press("delete-all");
    await history.page.waitForSelector('[data-action="delete-all-no"]');
    await report.page.$$eval("details", (all) => {
      for (const details of all) details.open = true;
    });
    expect(await findFaults(report.page)).toEqual([]);
  });

  it("with the page on why it matters, with its table opened", async () => {
    const why = await WhyPage.open(session().driven);
    await why.choose("region", "GB");
    await why.page.$eval("details", (details) => details.setAttribute("open", ""));
    expect(await findFaults(why.page)).toEqual([]);
  });

  it("with the first page, and the one to read before it", async () => {
    for (const open of [openWelcome, openReadFirst]) {
      expect(await findFaults(await open(session().driven))).toEqual([]);
    }
  });

  it("with each step of the guide", async () => {
    const guide = await beginGuide(session(), { settings: { discoverable_by_email: true } });
    const copy = await session().driven.browser.newPage();
    const steps = ["Finding you by phone number", "Finding you by email address", "You can go further"];
    for (const title of steps) {
      await guide.waitForTitle(title);
      // The overlay is closed to whatever runs in its page: so what it draws is drawn once more where axe can look.
      await copy.setContent(await guide.drawing());
      expect(await findFaults(copy), title).toEqual([]);
      await guide.page.bringToFront();
      await guide.press(title === "You can go further" ? "finish" : "skip");
    }
    await guide.waitForTitle("How things are now");
    await copy.setContent(await guide.drawing());
    expect(await findFaults(copy)).toEqual([]);
  });
});
