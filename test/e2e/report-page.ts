import type { Page } from "puppeteer-core";
import type { DrivenBrowser } from "../harness/launch";
import { press, readFindings } from "./extension-pages";

/** The report as a person sees and uses it. */
export class ReportPage {
  constructor(readonly page: Page) {}

  static async open({ openOwnPage }: DrivenBrowser): Promise<ReportPage> {
    const page = await openOwnPage("src/report/index.html");
    await page.waitForSelector("#wrong");
    return new ReportPage(page);
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

  /** What is left to do: the steps, by setting or advice. */
  stepsLeft(): Promise<readonly string[]> {
    return this.page.$$eval("[data-step-left]", (steps) =>
      steps.map((step) => step.getAttribute("data-step-left") ?? ""),
    );
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
  text(section: "findings" | "to-do" | "wrong"): Promise<string> {
    return this.page.$eval(`#${section}`, (element) => element.textContent ?? "");
  }
}
