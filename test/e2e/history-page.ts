import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "puppeteer-core";
import type { LoggedCheck } from "../../src/history/logged-check";
import type { DrivenBrowser } from "../harness/launch";
import { poll } from "../harness/poll";
import { press } from "./extension-pages";
import { readLog, readStored } from "./stored-records";

/** The report's sections on the log of checks, as a person sees and uses them. */
export class HistoryPage {
  constructor(
    readonly page: Page,
    private readonly downloads: string,
  ) {}

  /** Opens the report in a tab and waits until it is drawn. */
  static async open({ openOwnPage, downloads }: DrivenBrowser): Promise<HistoryPage> {
    const page = await openOwnPage("src/report/index.html");
    await page.waitForSelector("#wrong");
    return new HistoryPage(page, downloads);
  }

  press(action: string, within = ""): Promise<void> {
    return press(this.page, `${within} [data-action="${action}"]`);
  }

  /** Every check that is drawn: its account, and the verdict on the phone, or why there was no answer. */
  checks(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll("[data-check-time]")].map((item) => {
        const account = item.querySelector(".history-head p")?.textContent ?? "";
        const verdict = item.querySelector('[data-setting="x.phone"]')?.getAttribute("data-verdict");
        return [account, verdict ?? item.getAttribute("data-failure")].filter(Boolean).join(": ");
      }),
    );
  }

  async waitForCount(count: number): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelectorAll("[data-check-time]").length === wanted,
      {},
      count,
    );
  }

  text(selector = "main"): Promise<string> {
    return this.page.$eval(selector, (element) => element.textContent ?? "");
  }

  /** What the log holds, as it is stored. */
  async stored(): Promise<LoggedCheck[]> {
    return readLog(await readStored(this.page));
  }

  async store(items: object): Promise<void> {
    await this.page.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);
  }

  /** Deletes a check as its button does, without waiting for anything to be drawn. */
  async deleteByMessage({ site, time, account }: LoggedCheck): Promise<void> {
    const message = { report: "delete-check", site, time, account };
    await this.page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  }

  /** Presses a button that saves a file, and reads the file when the browser has it. */
  async download(action: string): Promise<string> {
    await this.press(action);
    const { path, content } = await poll(
      async () => {
        const name = (await readdir(this.downloads)).find((name) => /\.(json|html)$/.test(name));
        const path = name === undefined ? null : join(this.downloads, name);
        const content = path === null ? "" : await readFile(path, "utf8");
        return path === null || content === "" ? null : { path, content };
      },
      () => "Nothing was downloaded.",
    );
    await rm(path);
    return content;
  }

  /** Chooses a file with this content, and waits for what came of it. */
  async bringBack(content: string): Promise<string | null> {
    const path = join(await mkdtemp(join(tmpdir(), "unlisted-upload-")), "history.json");
    await writeFile(path, content);
    const input = await this.page.waitForSelector<"input">('input[data-choice="import"]' as "input");
    // What came of an earlier file is not what comes of this one.
    await this.page.$eval("#take-along [role=status]", (result) => result.removeAttribute("data-import"));
    await input?.uploadFile(path);
    await this.page.waitForSelector("[data-import]");
    return this.page.$eval("[data-import]", (result) => result.getAttribute("data-import"));
  }

  choose(selector: string): Promise<void> {
    return press(this.page, selector);
  }

  badge(): Promise<string> {
    return this.page.evaluate(`chrome.action.getBadgeText({})`) as Promise<string>;
  }

  async waitForBadge(text: string): Promise<void> {
    await this.page.waitForFunction(`chrome.action.getBadgeText({}).then((text) => text === ${JSON.stringify(text)})`);
  }

  async photograph(path: string, width: number, selector?: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.setViewport({ width, height: 900, deviceScaleFactor: 1 });
    // The masthead stays in sight wherever the page stands.
    await this.page.evaluate("scrollTo(0, 0)");
    const element = selector === undefined ? null : await this.page.$(selector);
    if (element) await element.screenshot({ path });
    else await this.page.screenshot({ path, fullPage: true });
  }
}
