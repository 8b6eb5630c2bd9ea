import type { Page } from "puppeteer-core";
import type { DrivenBrowser } from "../harness/launch";

/** The page on why it matters, as a person sees and uses it. */
export class WhyPage {
  constructor(readonly page: Page) {}

  static async open({ openOwnPage }: DrivenBrowser): Promise<WhyPage> {
    const page = await openOwnPage("src/why/index.html");
    await page.waitForSelector('[data-section="incidents"]');
    return new WhyPage(page);
  }

  async choose(control: "region" | "platform" | "identifier", value: string): Promise<void> {
    await this.page.select(`[data-action="choose-${control}"]`, value);
  }

  /** Moves the slider to its start, and from there step by step, as a person with a keyboard would. */
  async chooseKnownDigits(count: number): Promise<void> {
    await this.page.focus('[data-action="choose-known-digits"]');
    await this.page.keyboard.press("Home");
    for (let step = 0; step < count; step += 1) await this.page.keyboard.press("ArrowRight");
  }

  /** The text of one section. */
  text(section: "risk" | "incidents"): Promise<string> {
    return this.page.$eval(`[data-section="${section}"]`, (element) => element.textContent ?? "");
  }

  /** The figures beside "Somebody who tries every number", by where in the risk data they are from. */
  async figures(): Promise<Record<string, string>> {
    const drawn = await this.page.$$eval('[data-way="tries"] [data-figure]', (elements) =>
      elements.map((element) => [element.getAttribute("data-figure") ?? "", element.textContent ?? ""]),
    );
    return Object.fromEntries(drawn);
  }

  /** The incidents that are shown, in order. */
  incidents(): Promise<readonly string[]> {
    return this.page.$$eval("[data-incident]", (elements) =>
      elements.map((element) => element.getAttribute("data-incident") ?? ""),
    );
  }
}
