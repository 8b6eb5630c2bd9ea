import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "puppeteer-core";
import { press, readFindings } from "./extension-pages";

/** The popup as a person sees and uses it. */
export class PopupPage {
  constructor(readonly page: Page) {}

  /** Clicks *Check now* and waits for the answer. */
  async check(patience = 15_000): Promise<void> {
    await this.press("check");
    await this.waitFor("done", patience);
  }

  press(action: string): Promise<void> {
    return press(this.page, `[data-action="${action}"]`);
  }

  /** Opens *Why does this matter?*. */
  async explain(): Promise<void> {
    await press(this.page, "[data-explanation] > summary");
    await this.page.waitForSelector("[data-explanation][open] section");
  }

  async waitFor(state: "idle" | "running" | "done", patience = 15_000): Promise<void> {
    await this.page.waitForSelector(`main[data-check="${state}"]`, { timeout: patience });
  }

  /** Every finding that is drawn: `verdict`, or `unknown: reason`, by setting. */
  findings(): Promise<Record<string, string>> {
    return readFindings(this.page, "main");
  }

  async numberOnFile(): Promise<string | null> {
    return this.page.$eval('[data-fact="x.number-on-file"]', (element) => element.getAttribute("data-answer"));
  }

  /** How the last change has ended: `done`, or the reason why not. */
  async changeOutcome(): Promise<string | null> {
    return Object.values(await this.changeOutcomes())[0] ?? null;
  }

  /** The same of each switch, by setting: of what one click has asked for. */
  async changeOutcomes(): Promise<Record<string, string>> {
    await this.page.waitForSelector("[data-change]");
    return this.page.$$eval("[data-change]", (lines) =>
      Object.fromEntries(lines.map((line) => [line.getAttribute("data-of"), line.getAttribute("data-change")])),
    );
  }

  /** What is said above the card, by kind, with the reason where there is one. */
  async strips(): Promise<Record<string, string | null>> {
    return this.page.$$eval("[data-strip]", (strips) =>
      Object.fromEntries(strips.map((strip) => [strip.getAttribute("data-strip"), strip.getAttribute("data-failure")])),
    );
  }

  /** What the button does that is put forward, or `null`. */
  async forward(): Promise<string | null> {
    const found = await this.page.$$eval("[data-forward]", (buttons) =>
      buttons.map((button) => button.getAttribute("data-forward")),
    );
    if (found.length > 1) throw new Error(`More than one button is put forward: ${found.join(", ")}.`);
    return found[0] ?? null;
  }

  /** What the background says of the tab that is in front of the popup's window. */
  glance(): Promise<unknown> {
    return this.ask("glance");
  }

  /** Has the background check from this window, whichever of its tabs is in front. */
  async checkBehind(): Promise<void> {
    await this.ask("check");
    await this.waitFor("done");
  }

  private ask(what: "glance" | "check"): Promise<unknown> {
    return this.page.evaluate(
      `chrome.windows.getCurrent().then(({ id }) => chrome.runtime.sendMessage({ ask: "${what}", site: "x", window: id }))`,
    );
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
