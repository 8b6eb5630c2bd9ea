import { afterEach, describe, expect, it } from "vitest";
import { askFirefox } from "../../harness/firefox-code";
import { readOutcome } from "../outcome";
import { shareSession } from "../session";

const session = shareSession();

/** Hosts that Firefox keeps extensions away from, as its makers may send them to everybody. */
const quarantine = (hosts: string) =>
  askFirefox(
    session().driven.browser,
    `void Services.prefs.setStringPref("extensions.quarantinedDomains.list", ${JSON.stringify(hosts)})`,
  );

afterEach(() => quarantine(""));

describe("a site that Firefox keeps extensions away from", () => {
  it("is told as that, though the person has allowed it", async () => {
    await quarantine("x.com");
    const page = await session().openSitePage("/settings/contacts");
    const popup = await session().openPopup();
    await page.bringToFront();
    expect(await popup.glance()).toBeNull();
    await popup.page.bringToFront();
    await popup.check();
    expect(await readOutcome(popup)).toBe("unknown, permission-denied, policy-forbids");
    const text = await popup.text();
    expect(text).toContain("Your browser keeps extensions away from X.");
    expect(text).not.toContain("“Allow”");
    expect(await popup.page.$('[data-action="switch-off"], [data-action="guide"]')).toBeNull();
  });

  it("is told as out of reach where it is that too, and is checked again when all is over", async () => {
    await quarantine("x.com");
    session().play({ pageAnswer: { kind: "cut" } });
    const popup = await session().openPopup();
    await popup.check();
    expect(await readOutcome(popup)).toBe("unknown, offline, error-page");
    await quarantine("");
    session().play();
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
  });
});
