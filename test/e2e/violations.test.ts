import { describe, expect, it } from "vitest";
import { shareSession } from "./session";

const session = shareSession();

/** Breaks the content security policy in each way that a fault of the extension might. */
const breaches = `fetch("https://x.com/page").catch(() => undefined);
  Object.assign(new Image(), { src: "https://x.com/image" });
  try { document.body.innerHTML = "<b>markup</b>" } catch {}`;
const breachBehind = `fetch("https://x.com/background").catch(() => undefined)`;

const patience = { timeout: 15_000 };

/** Runs code in the extension's background. */
async function runBehind(code: string): Promise<void> {
  const { driven, openPopup } = session();
  if (driven.name === "firefox") {
    const { page } = await openPopup();
    await page.evaluate(`new Promise((resolve) => chrome.runtime.getBackgroundPage(resolve)).then((window) => {
      const { fetch } = window;
      ${code};
    })`);
    return;
  }
  const target = await driven.browser.waitForTarget((target) => target.type() === "service_worker");
  await (await target.worker())?.evaluate(`void ${code}`);
}

describe("a breach of the content security policy", () => {
  it("on a page of the extension is heard of, and fails a test that does not take it", async () => {
    const { driven, openPopup, takeComplaints } = session();
    const { page } = await openPopup();
    await page.evaluate(`${breaches}; undefined`);
    const heard: string[] = [];
    for (const breached of ["connect-src", "img-src", driven.name === "firefox" ? "require-trusted" : "TrustedHTML"]) {
      await expect
        .poll(async () => heard.push(...(await takeComplaints())) && heard.join("\n"), patience)
        .toContain(breached);
    }
  });

  it("in the background is heard of as well", async () => {
    await runBehind(breachBehind);
    const heard: string[] = [];
    await expect
      .poll(async () => heard.push(...(await session().takeComplaints())) && heard.join("\n"), patience)
      .toContain("connect-src");
  });
});
