import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "puppeteer-core";

/** The popup as a person sees and uses it. */
export class PopupPage {
  constructor(readonly page: Page) {}

  /** Clicks *Check now* and waits for the answer. */
  async check(patience = 15_000): Promise<void> {
    await this.press("check");
    await this.waitFor("done", patience);
  }

  press(action: string): Promise<void> {
    return this.click(`[data-action="${action}"]`);
  }

  /** Opens *Why does this matter?*. */
  async explain(): Promise<void> {
    await this.click("[data-explanation] > summary");
    await this.page.waitForSelector("[data-explanation][open] section");
  }

  private async click(selector: string): Promise<void> {
    const element = await this.page.waitForSelector(selector);
    // The foot sticks to the window's lower edge: what lies under it is scrolled up first, as a person would.
    await element?.evaluate((found) => found.scrollIntoView({ block: "center" }));
    await element?.click();
  }

  async waitFor(state: "idle" | "running" | "done", patience = 15_000): Promise<void> {
    await this.page.waitForSelector(`main[data-check="${state}"]`, { timeout: patience });
  }

  /** Every finding that is drawn: `verdict`, or `unknown: reason`, by setting. */
  async findings(): Promise<Record<string, string>> {
    const drawn = await this.page.$$eval("[data-setting]", (elements) =>
      elements.map((element) => [
        element.getAttribute("data-setting") ?? "",
        [element.getAttribute("data-verdict"), element.getAttribute("data-reason")].filter(Boolean).join(": "),
      ]),
    );
    return Object.fromEntries(drawn);
  }

  async numberOnFile(): Promise<string | null> {
    return this.page.$eval('[data-fact="x.number-on-file"]', (element) => element.getAttribute("data-answer"));
  }

  /** How the last change has ended: `done`, or the reason why not. */
  async changeOutcome(): Promise<string | null> {
    return this.page.$eval("[data-change]", (element) => element.getAttribute("data-change"));
  }

  text(): Promise<string> {
    return this.page.$eval("main", (main) => main.textContent ?? "");
  }

  /** The popup in light and in dark. */
  async photographLooks(path: string): Promise<void> {
    for (const scheme of ["light", "dark"]) {
      await this.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await this.photograph(`${path}-${scheme}`);
    }
  }

  /** The popup at the size of a toolbar popup, and once more as tall as its content. */
  async photograph(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
    await this.page.screenshot({ path: `${path}.png` });
    const height = await this.page.$eval("main", (main) => main.scrollHeight);
    await this.page.setViewport({ width: 360, height: Math.max(600, height), deviceScaleFactor: 2 });
    await this.page.screenshot({ path: `${path}-whole.png` });
  }
}
