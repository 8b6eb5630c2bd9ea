import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { shareSession } from "./session";

const session = shareSession();

const off = { discoverable_by_mobile_phone: false };
const on = { discoverable_by_mobile_phone: true };
const account = { id: "1234567890", phone: "+15555550123", email: "ada@example.org" };

/** What the phone switch comes to. */
const cases: Record<string, readonly [Partial<Scenario>, string]> = {
  "the field is missing": [{ omit: ["discoverable_by_mobile_phone"] }, "unknown: page-changed"],
  'the field is "false"': [{ settings: { discoverable_by_mobile_phone: "false" } }, "exposed"],
  "the field is null": [{ settings: { discoverable_by_mobile_phone: null } }, "unknown: page-changed"],
  "the field is 0": [{ settings: { discoverable_by_mobile_phone: 0 } }, "unknown: page-changed"],
  "one more wrapper around the root": [{ settings: off, memory: "extra-wrapper" }, "protected"],
  "no store to be found, on": [{ settings: on, memory: "unreachable" }, "exposed"],
  "no store to be found, off": [{ settings: off, memory: "unreachable" }, "protected"],
  "no React, on": [{ settings: on, memory: "no-react" }, "exposed"],
  "no React, off": [{ settings: off, memory: "no-react" }, "protected"],
  "the store throws": [{ settings: on, memory: "getstate-throws" }, "exposed"],
  "a getter of the store throws": [{ settings: on, memory: "getter-throws" }, "exposed"],
  "the state is renamed": [{ settings: on, memory: "renamed" }, "exposed"],
  "an unknown status": [{ settings: on, memory: "unknown-status" }, "exposed"],
  "memory and page disagree, off on the page": [
    { settings: off, memory: "disagrees-with-boxes" },
    "unknown: witnesses-disagree",
  ],
  "memory and page disagree, on on the page": [
    { settings: on, memory: "disagrees-with-boxes" },
    "unknown: witnesses-disagree",
  ],
  "memory and page disagree once, off": [{ settings: off, memory: "disagrees-once" }, "protected"],
  "memory and page disagree once, on": [{ settings: on, memory: "disagrees-once" }, "exposed"],
  "swapped order": [{ settings: off, boxes: "swapped", memory: "unreachable" }, "protected"],
  "three boxes": [{ settings: off, boxes: "three" }, "protected"],
  "three boxes with unknown labels": [
    { settings: off, boxes: "three-unknown", memory: "unreachable" },
    "unknown: page-changed",
  ],
  "unknown labels, off": [{ settings: off, boxes: "unknown-labels", memory: "unreachable" }, "unknown: page-changed"],
  "unknown labels, on": [{ settings: on, boxes: "unknown-labels", memory: "unreachable" }, "exposed"],
  "unknown labels, memory says off": [{ settings: off, boxes: "unknown-labels" }, "protected"],
  "the phone label a second time": [
    { settings: off, boxes: "forged-phone-label", memory: "unreachable" },
    "unknown: page-changed",
  ],
  "no boxes, memory says on": [{ settings: on, boxes: "none" }, "exposed"],
  "no boxes, memory says off": [{ settings: off, boxes: "none" }, "protected"],
  "no boxes and no memory": [{ settings: off, boxes: "none", memory: "unreachable" }, "unknown: page-changed"],
  "boxes drawn off before the settings came, on": [
    { settings: on, viewer: "known-late", settingsAnswer: { kind: "ok", delay: 2500 } },
    "exposed",
  ],
  "the same without a store": [
    { settings: on, viewer: "known-late", memory: "unreachable", settingsAnswer: { kind: "ok", delay: 2500 } },
    "exposed",
  ],
  "boxes drawn off, and no settings ever": [
    { settings: on, boxes: "never-told", memory: "unreachable" },
    "unknown: page-changed",
  ],
  "boxes drawn off, and the settings fail": [
    { settings: on, viewer: "known-late", memory: "unreachable", settingsAnswer: { kind: "status", status: 500 } },
    "unknown: site-error",
  ],
  "signed out": [{ account: null }, "unknown: signed-out"],
  "a password wall before the switches": [{ passwordWall: ["/settings/contacts"] }, "unknown: password-required"],
  "a password wall before the number": [{ settings: on, passwordWall: ["/settings/phone"] }, "exposed"],
  "a handle with markup in it": [
    { settings: on, account: { ...account, handle: "<img src=x onerror=alert(1)>" } },
    "exposed",
  ],
};

describe("bad input", () => {
  it.each(Object.entries(cases))("%s", async (_name, [changes, verdict]) => {
    session().play(changes);
    const popup = await session().openPopup();
    await popup.check(30_000);
    const findings = await popup.findings();
    expect(findings["x.phone"]).toBe(verdict);
    expect(Object.keys(findings)).toHaveLength(13);
    expect(await session().openSiteAddresses()).toEqual([]);
  });
});
