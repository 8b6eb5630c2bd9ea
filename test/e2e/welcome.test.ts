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
    expect(text).toContain("Can strangers find you by your phone number?");
    expect(text).toContain("What Unlisted never does");
  });

  it("tells the keys that open the popup", async () => {
    const page = await openWelcome(session().driven);
    expect(await page.$eval(".later", (words) => words.textContent)).toContain("Or press Alt+Shift+U.");
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
    await page.waitForSelector('[data-section="findings"][data-check="done"] [data-failure="cancelled"]');
    await page.waitForSelector('[data-action="check"]');
  });
});
