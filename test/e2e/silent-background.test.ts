import { describe, expect, it } from "vitest";
import { concludeFailure } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import { x } from "../../src/sites/x";
import { runFirst } from "../harness/copy-extension";
import { visitExtensionPage } from "../harness/launch";
import { PopupPage } from "./popup-page";
import { shareSession } from "./session";
import { expectWhole, readStanding } from "./wholeness";

const beginningWith = (code: string) => (folder: string) => runFirst(folder, code);

const proof = [{ strength: "strong", witness: "memory", says: "off" }] as const;
/** What an earlier check has found: a protected switch. */
const found = (() => {
  const nothing = concludeFailure(x.id, x.settings, causeOf("no-answer"), Date.now() - 3_600_000);
  const findings = nothing.findings.map((finding) =>
    finding.setting === "x.phone"
      ? { setting: "x.phone", verdict: "protected", state: "off", readings: proof }
      : finding,
  );
  return { ...nothing, account: "ada_example", failure: null, findings };
})();

describe("a background that answers nothing", () => {
  const session = shareSession({
    tamper: beginningWith(
      `const { onMessage } = chrome.runtime;
      onMessage.addListener(() => true);
      Object.defineProperty(onMessage, "addListener", { value() {} });`,
    ),
  });

  it("is told of as an interruption, beside what was known before", async () => {
    const popup = await session().openPopup();
    await popup.page.evaluate(
      `chrome.storage.local.set(${JSON.stringify({ "results:regular:x": { latest: found, earlier: null, change: null } })})`,
    );
    await popup.waitFor("done");
    expect((await popup.findings())["x.phone"]).toBe("protected");
    await popup.check(30_000);
    expect((await popup.findings())["x.phone"]).toBe("protected");
    expect(await popup.strips()).toEqual({ "look-failed": "interrupted" });
    expect(await popup.forward()).toBe("check");
  });
});

describe("a background to which the browser refuses everything while it starts", () => {
  const session = shareSession({
    tamper: beginningWith(`
      let isStarting = true;
      setTimeout(() => { isStarting = false; }, 0);
      for (const area of [chrome.storage.session, chrome.storage.local]) {
        const get = area.get.bind(area);
        Object.defineProperty(area, "get", {
          value: (...keys) => isStarting ? Promise.reject(new Error("Not while I start.")) : get(...keys),
        });
      }`),
  });

  it("does its work nevertheless", async () => {
    const popup = await session().openPopup();
    const before = await readStanding(popup);
    await session().driven.stopBackground();
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("exposed");
    await expectWhole(session(), popup, before);
    for (const complaint of await session().takeComplaints()) expect(complaint).toContain("Not while I start.");
  });
});

describe("a disk that cannot be read", () => {
  const session = shareSession();

  it("leaves a popup that can be used", async () => {
    const { page } = await session().openPopup();
    await page.evaluateOnNewDocument(`chrome.storage.local.get = () => Promise.reject(new Error("Broken."));`);
    await visitExtensionPage(page, `${session().driven.popupAddress}?again`);
    const popup = new PopupPage(page);
    await popup.waitFor("idle");
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("exposed");
  });
});
