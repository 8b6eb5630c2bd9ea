import { describe, expect, it } from "vitest";
import type { Scenario } from "../../practice-site/scenario";
import { shareSession } from "../session";

const session = shareSession();

const off = { discoverable_by_mobile_phone: false };
const withoutNumber = { id: "1234567890", handle: "ada_example", phone: null, email: "ada@example.org" };

/** Every face of the popup after a check, by the verdict on the phone. */
const faces: Record<string, readonly [Partial<Scenario>, string]> = {
  exposed: [{ settings: { discoverable_by_email: true } }, "exposed"],
  dormant: [{ account: withoutNumber }, "dormant"],
  protected: [{ settings: off }, "protected"],
  "unknown-signed-out": [{ account: null }, "unknown: signed-out"],
  "unknown-page-changed": [{ omit: ["discoverable_by_mobile_phone"] }, "unknown: page-changed"],
};

describe("the popup's faces", () => {
  it.each(Object.entries(faces))("%s", async (face, [changes, verdict]) => {
    session().play(changes);
    const popup = await session().openPopup();
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe(verdict);
    await popup.photographLooks(`artifacts/popup-${face}`);
  });

  it("switching off, switched off, and not saved", async () => {
    const settings = { discoverable_by_email: true };
    session().play({ settings, save: { kind: "never" } });
    const popup = await session().openPopup();
    await popup.check();
    await popup.press("switch-off");
    await popup.waitFor("running");
    await popup.photographLooks("artifacts/popup-changing");
    await popup.press("cancel");
    await popup.page.waitForSelector('[data-change="cancelled"]');
    session().play({ settings });
    await popup.check();
    await popup.press("switch-off");
    await popup.page.waitForSelector('[data-change="done"]');
    await popup.photographLooks("artifacts/popup-switched-off");
    session().play({ save: { kind: "refuses" } });
    await popup.check();
    await popup.press("switch-off");
    await popup.page.waitForSelector('[data-change="not-saved"]');
    await popup.photographLooks("artifacts/popup-not-saved");
  });

  it("welcome, running, and failed after an answer", async () => {
    const popup = await session().openPopup();
    await popup.photographLooks("artifacts/popup-welcome");
    await popup.check();
    session().play({ settingsAnswer: { kind: "never" } });
    await popup.press("check");
    await popup.waitFor("running");
    await popup.photographLooks("artifacts/popup-running");
    await popup.press("cancel");
    await popup.waitFor("done");
    await popup.page.waitForSelector('[data-strip="look-failed"]');
    await popup.photographLooks("artifacts/popup-failed-after-an-answer");
  });
});
