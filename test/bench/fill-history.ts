import type { Page } from "puppeteer-core";
import { mostChecks } from "../../src/history/log";
import { readLog, readStored } from "../e2e/stored-records";

/** Repeats the one check that was made, an hour apart, until the log is full. */
export async function fillHistory(page: Page): Promise<void> {
  const [made] = readLog(await readStored(page));
  if (!made) throw new Error("No check was logged.");
  const checks = Array.from({ length: mostChecks }, (_, hours) => ({ ...made, time: made.time - hours * 3_600_000 }));
  await page.evaluate(`chrome.storage.local.set(${JSON.stringify({ "history:checks": checks })})`);
}
