import { describe, expect, it } from "vitest";
import { shareSession } from "../session";

const session = shareSession();

async function stopWorker(): Promise<void> {
  const page = await session().driven.browser.newPage();
  const devtools = await page.createCDPSession();
  await devtools.send("ServiceWorker.enable");
  await devtools.send("ServiceWorker.stopAllWorkers");
  await page.close();
}

describe("a worker that is stopped", () => {
  it.each([
    ["while the switches are read", { settingsAnswer: { kind: "never" } }, "/settings/contacts"],
    ["while the number is looked for", { devicesAnswer: { kind: "never" } }, "/settings/phone"],
  ] as const)("ends the check %s, under the eyes of an open popup", async (_name, changes, path) => {
    session().play(changes);
    const popup = await session().openPopup();
    const opened = session().driven.browser.waitForTarget((target) => target.url() === `https://x.com${path}`);
    await popup.press("check");
    await opened;
    await stopWorker();
    await popup.waitFor("done");
    expect((await popup.findings())["x.phone"]).toBe("unknown: interrupted");
    expect(await session().openSiteAddresses()).toEqual([]);

    session().play();
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("exposed");
  });

  it("leaves nothing running for a popup that is opened later", async () => {
    session().play({ settingsAnswer: { kind: "never" } });
    const first = await session().openPopup();
    await first.press("check");
    await first.waitFor("running");
    await first.page.close();
    await stopWorker();
    const second = await session().openPopup();
    await second.waitFor("done");
    expect((await second.findings())["x.phone"]).toBe("unknown: interrupted");
    expect(await session().openSiteAddresses()).toEqual([]);
  });
});
