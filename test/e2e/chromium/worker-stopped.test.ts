import { describe, expect, it } from "vitest";
import { beginGuide } from "../guide-page";
import { shareSession } from "../session";
import { stopWorker } from "./worker";

const session = shareSession();

const stop = () => stopWorker(session().driven.browser);

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
    await stop();
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
    await stop();
    const second = await session().openPopup();
    await second.waitFor("done");
    expect((await second.findings())["x.phone"]).toBe("unknown: interrupted");
    expect(await session().openSiteAddresses()).toEqual([]);
  });
});

describe("a worker that is stopped under a guide", () => {
  it("does not lose the place", async () => {
    const guide = await beginGuide(session());
    await guide.waitFor(({ light }) => light !== null);
    await stop();
    await guide.page.reload();
    await guide.waitFor(({ light }) => light !== null);
    await stop();
    await guide.page.bringToFront();
    await guide.press("switch-off");
    await guide.waitForTitle("X now says off.");
    await stop();
    await guide.press("next");
    await guide.waitForTitle("You can go further");
  });

  it("says that the check was interrupted, and makes it again", async () => {
    const guide = await beginGuide(session());
    await guide.waitFor(({ light }) => light !== null);
    session().play({ settingsAnswer: { kind: "never" } });
    const opened = session().driven.browser.waitForTarget(
      (target) => target.url() === "https://x.com/settings/contacts" && target !== guide.page.target(),
    );
    await guide.press("switch-off");
    await opened;
    await stop();
    // The overlay reports by itself that it is there, and so finds out.
    await guide.waitForTitle("The check was interrupted.", 40_000);
    expect(await session().openSiteAddresses()).toEqual(["https://x.com/settings/contacts"]);
    session().play({ settings: { discoverable_by_mobile_phone: false } });
    await guide.press("retry");
    await guide.waitForTitle("X now says off.");
  });
});
