import type { Page } from "puppeteer-core";
import type { DrivenBrowser } from "../harness/launch";
import { press, readFindings } from "./extension-pages";

/** The report as a person sees and uses it. */
export class ReportPage {
  constructor(readonly page: Page) {}

  static async open({ openOwnPage }: DrivenBrowser): Promise<ReportPage> {
    const page = await openOwnPage("src/report/index.html");
    await page.waitForSelector('[data-section="risk"]');
    return new ReportPage(page);
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

  /** Clicks *Check now* and waits for the answer: what stood there before is none, and a check may be quicker than a look. */
  async check(): Promise<void> {
    const answered = this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const section = document.querySelector('[data-section="findings"]');
          let hasRun = false;
          const watch = new MutationObserver(() => {
            const phase = section?.getAttribute("data-check");
            hasRun ||= phase === "running";
            if (!hasRun || phase !== "done") return;
            watch.disconnect();
            resolve();
          });
          if (section) watch.observe(section, { attributes: true, attributeFilter: ["data-check"] });
        }),
    );
    await Promise.all([answered, this.press('[data-action="check"]')]);
  }

  press(selector: string): Promise<void> {
    return press(this.page, selector);
  }

  /** Every finding of the last check: `verdict`, or `unknown: reason`, by setting. */
  findings(): Promise<Record<string, string>> {
    return readFindings(this.page, '[data-section="findings"]');
  }

  /** All that is said of one setting. */
  finding(setting: string): Promise<string> {
    return this.page.$eval(`[data-section="findings"] [data-setting="${setting}"]`, (row) => row.textContent ?? "");
  }

  /** The text of one section. */
  text(section: "findings" | "risk" | "incidents"): Promise<string> {
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
