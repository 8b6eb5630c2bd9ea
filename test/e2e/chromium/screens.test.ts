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

describe.each(["light", "dark"])("the popup's faces in %s", (scheme) => {
  it.each(Object.entries(faces))("%s", async (face, [changes, verdict]) => {
    session().play(changes);
    const popup = await session().openPopup();
    await popup.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe(verdict);
    await popup.photograph(`artifacts/popup-${face}-${scheme}`);
  });

  it("switched off, and not saved", async () => {
    session().play({ settings: { discoverable_by_email: true }, save: { kind: "saves", delay: 3000 } });
    const popup = await session().openPopup();
    await popup.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await popup.check();
    await popup.press("switch-off");
    await popup.waitFor("running");
    await popup.photograph(`artifacts/popup-changing-${scheme}`);
    await popup.waitFor("done");
    expect(await popup.changeOutcome()).toBe("done");
    await popup.photograph(`artifacts/popup-switched-off-${scheme}`);
    session().play({ save: { kind: "refuses" } });
    await popup.check();
    await popup.press("switch-off");
    await popup.waitFor("done");
    expect(await popup.changeOutcome()).toBe("not-saved");
    await popup.photograph(`artifacts/popup-not-saved-${scheme}`);
  });

  it("welcome, running, and failed after an answer", async () => {
    const popup = await session().openPopup();
    await popup.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await popup.photograph(`artifacts/popup-welcome-${scheme}`);
    await popup.check();
    session().play({ settingsAnswer: { kind: "never" } });
    await popup.press("check");
    await popup.waitFor("running");
    await popup.photograph(`artifacts/popup-running-${scheme}`);
    await popup.press("cancel");
    await popup.waitFor("done");
    expect((await popup.findings())["x.phone"]).toBe("unknown: cancelled");
    await popup.photograph(`artifacts/popup-failed-after-an-answer-${scheme}`);
  });
});
