import { afterEach, describe, expect, it } from "vitest";
import { readOutcome } from "../outcome";
import { shareSession } from "../session";
import { checkUntilPrompted, openToolbarPopup } from "./toolbar";

const session = shareSession();

const extensionId = () => new URL(session().driven.extensionAddress).host;

/** Calls Chromium's own code on one of its own pages. */
async function askChromium(address: string, call: string): Promise<unknown> {
  const page = await session().driven.browser.newPage();
  await page.goto(address);
  const answer = await page.evaluate(call);
  await page.close();
  return answer;
}

/** Has this browser alone obey what an organisation may order for the extension. */
async function orderFor(settings: object): Promise<void> {
  const policies = [
    {
      namespace: "chrome",
      name: "ExtensionSettings",
      value: { [extensionId()]: settings },
      level: 1,
      scope: 1,
      source: 1,
    },
  ];
  const send = `import("chrome://resources/js/cr.js").then(({ sendWithPromise }) =>
    sendWithPromise("setLocalTestPolicies", ${JSON.stringify(JSON.stringify(policies))}, ""))`;
  expect(await askChromium("chrome://policy/test", send)).toBe(true);
}

const setHostAccess = (access: "ON_CLICK" | "ON_SPECIFIC_SITES") =>
  askChromium(
    "chrome://extensions/strings.m.js",
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: "${extensionId()}", hostAccess: "${access}" })`,
  );

describe("a site that an organisation keeps extensions away from", () => {
  afterEach(() => orderFor({}));

  it("is told as that, though the person has allowed it, and offers nothing that cannot help", async () => {
    await orderFor({ runtime_blocked_hosts: ["*://x.com"] });
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
    await page.close();
    expect(await session().openSiteAddresses()).toEqual([]);
  });

  it("is checked again when that is over", async () => {
    await orderFor({ runtime_blocked_hosts: ["*://x.com"] });
    const popup = await session().openPopup();
    await popup.check();
    await orderFor({});
    await popup.check();
    expect(await readOutcome(popup)).toBe("exposed");
  });
});

describe("a browser that gives an extension its sites only at a click", () => {
  afterEach(() => setHostAccess("ON_SPECIFIC_SITES"));

  it("is asked once more, and the tab in front is read at the click on the button meanwhile", async () => {
    const before = await session().openPopup();
    await before.check();
    expect(await readOutcome(before)).toBe("exposed");
    await setHostAccess("ON_CLICK");
    const page = await session().openSitePage("/settings/contacts");
    await page.waitForSelector("input[type=checkbox]");
    await checkUntilPrompted(await openToolbarPopup(session().driven, page));
    const again = await openToolbarPopup(session().driven, page);
    // Until then what the check before has found stands there.
    await again.page.waitForSelector('[data-setting="x.email"][data-reason="not-fresh"]');
    expect((await again.findings())["x.phone"]).toBe("exposed");
    expect(await again.text()).toContain("from your open X tab, as of");
  });

  it("is told as what is missing where no tab of the site is in front", async () => {
    await setHostAccess("ON_CLICK");
    const page = await session().driven.browser.newPage();
    await checkUntilPrompted(await openToolbarPopup(session().driven, page));
    const again = await openToolbarPopup(session().driven, page);
    await again.waitFor("done");
    expect(await readOutcome(again)).toBe("unknown, permission-denied, not-allowed");
    expect(await again.text()).toContain("open X in this window and click the Unlisted button there");
    const asked = session().site.requests.filter(({ host, path }) => host === "x.com" && path === "/settings/contacts");
    expect(asked).toEqual([]);
  });
});
