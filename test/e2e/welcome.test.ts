import { mkdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openWelcome, ownAddresses } from "./extension-pages";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";

const session = shareSession();

describe("the first page", () => {
  it("opens once, by itself, when the extension is installed", async () => {
    const { welcome, extensionAddress } = session().driven;
    await welcome?.waitForSelector('main[data-check="idle"]');
    expect(await ownAddresses(session().driven)).toEqual([`${extensionAddress}src/welcome/index.html`]);
    const text = await welcome?.$eval("main", (main) => main.textContent);
    expect(text).toContain("Who can find you by your phone number?");
    expect(text).toContain("What Unlisted never does");
    expect(text?.match(/X\b.{10}/)?.[0]).toContain("X (Twitter)");
  });

  it("tells the keys that open the popup", async () => {
    const page = await openWelcome(session().driven);
    expect(await page.$eval(".later", (words) => words.textContent)).toContain("Or press Alt+Shift+U.");
  });

  it("leads to what to read first where others can use the device, and says what leaving does", async () => {
    const page = await openWelcome(session().driven);
    expect(await page.$eval(".masthead", (head) => head.textContent)).toContain(
      "The page stays in your browser’s history.",
    );
    await page.click(".first");
    await page.waitForSelector(".sentences");
    const text = await page.$eval("main", (main) => main.textContent);
    expect(text).toContain("Whoever can use your account can see how its settings are");
    await page.evaluate(`void (globalThis.printed = new Promise((resolve) => { globalThis.print = resolve; }))`);
    await page.click('[data-action="print"]');
    await page.evaluate("globalThis.printed");
    const ways = await page.$$eval(".way-there", (all) => all.map((link) => link.getAttribute("href")));
    expect(ways).toEqual(
      ["report/index.html#history", "report/index.html#settings", "welcome/index.html"].map((way) => `/src/${way}`),
    );
  });

  it("makes the first check, and goes on to what was found", async () => {
    const page = await openWelcome(session().driven);
    await mkdir("artifacts", { recursive: true });
    await page.setViewport({ width: 1000, height: 760 });
    await page.screenshot({ path: `artifacts/welcome-${session().driven.name}.png` });
    session().play({ settingsAnswer: { kind: "ok", delay: 1500 } });
    await page.click('[data-action="check"]');
    await page.waitForSelector('main[data-check="running"] [data-step="current"]');
    await page.waitForSelector('[data-section="findings"][data-check="done"]');
    const report = new ReportPage(page);
    expect((await report.findings())["x.phone"]).toBe("exposed");
  });

  it("leads on, with a way to check again, when the first check is cancelled", async () => {
    const page = await openWelcome(session().driven);
    session().play({ settingsAnswer: { kind: "never" } });
    await page.click('[data-action="check"]');
    await (await page.waitForSelector('[data-action="cancel"]'))?.click();
    await page.waitForSelector('[data-section="findings"][data-check="done"] [data-reason="cancelled"]');
    await page.waitForSelector('[data-action="check"]');
  });
});
