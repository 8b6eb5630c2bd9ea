import { describe, expect, it } from "vitest";
import type { Scenario } from "../practice-site/scenario";
import { readOutcome } from "./outcome";
import type { PopupPage } from "./popup-page";
import { shareSession } from "./session";

const session = shareSession();

const on = { discoverable_by_mobile_phone: true };
const off = { discoverable_by_mobile_phone: false };
const ada = { id: "1234567890", handle: "ada_example", phone: "+15555550123", email: "ada@example.org" };
const bob = { id: "99", handle: "bob_example", phone: null, email: "ada@example.org" };

/** Ends a request for the settings only when the account has changed: who asked gets what was theirs. */
const slowly = { settingsAnswer: { kind: "ok", delay: 3000 } } as const;

/** How often the site was asked for the settings. */
const countAsked = () =>
  session().site.requests.filter(({ method, path }) => method === "GET" && path === "/1.1/account/settings.json")
    .length;

/** Begins a check of Ada's account, and returns when its page has asked for the settings. */
async function beginCheck(changes: Partial<Scenario>): Promise<PopupPage> {
  session().play({ account: ada, ...slowly, ...changes });
  const popup = await session().openPopup();
  await popup.press("check");
  await expect.poll(countAsked).toBe(1);
  return popup;
}

describe("an account that another tab changes in the middle of a check", () => {
  it.each([
    ["on", on, "ordinary", "exposed"],
    ["on, without a memory", on, "unreachable", "exposed"],
    ["off", off, "ordinary", "protected"],
  ] as const)("has no number of the other one's: %s", async (_name, settings, memory, outcome) => {
    const popup = await beginCheck({ settings, memory });
    // Without a memory the first page is loaded twice: the second time it is Ada's still.
    if (memory === "unreachable") await expect.poll(countAsked).toBe(2);
    session().play({ account: bob, memory, settings: on });
    await popup.waitFor("done", 30_000);
    expect(await readOutcome(popup)).toBe(outcome);
    expect(await popup.text()).toContain("@ada_example");
    expect(await popup.text()).not.toContain("@bob_example");
    expect(await popup.numberOnFile()).toBe("unknown");
  });

  it("is not reassured by settings that came before: whose they are is not known any more", async () => {
    const popup = await beginCheck({ settings: off });
    session().play({ account: bob, settings: on });
    await session().openSitePage("/home");
    await popup.page.bringToFront();
    await popup.waitFor("done", 30_000);
    expect(await readOutcome(popup)).toBe("unknown, account-changed, two-accounts");
    expect(await popup.text()).not.toContain("@ada_example");
  });

  it("is the one that is told of, where its change loads X's page anew", async () => {
    const popup = await beginCheck({ settings: off });
    session().play({ account: bob, settings: on });
    await popup.page.evaluate(
      `chrome.tabs.query({ url: "https://x.com/*" }).then(([{ id }]) => chrome.tabs.reload(id))`,
    );
    await popup.waitFor("done", 30_000);
    expect(await readOutcome(popup)).toBe("dormant");
    expect(await popup.text()).toContain("@bob_example");
    expect(await popup.text()).not.toContain("@ada_example");
  });
});
