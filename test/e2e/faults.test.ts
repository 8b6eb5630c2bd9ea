import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { crash } from "../harness/faults";
import type { Scenario } from "../practice-site/scenario";
import { PopupPage } from "./popup-page";
import { shareSession } from "./session";
import { expectWhole, patienceAfterCrash, readStanding } from "./wholeness";

const session = shareSession();

const never = { kind: "never" } as const;
const cut = { kind: "cut" } as const;

/** Where a check can be struck: what holds it there, and the request that shows that it has come so far. */
const steps = {
  "before its page has come": { hold: { pageAnswer: never }, request: "GET x.com/settings/contacts" },
  "while the switches are read": {
    hold: { settingsAnswer: never },
    request: "GET api.x.com/1.1/account/settings.json",
  },
  "while the number is looked for": {
    hold: { devicesAnswer: never },
    request: "GET api.x.com/1.1/users/email_phone_info.json",
  },
} as const satisfies Record<string, { hold: Partial<Scenario>; request: string }>;
type Step = keyof typeof steps;

interface Fault {
  readonly name: string;
  /**
   * Returns the popup that is looked at from then on.
   *
   * @param blank a tab that is open beside it
   */
  strike(popup: PopupPage, blank: Page): Promise<PopupPage>;
  /** What is said of the phone switch afterwards, by the step at which the fault strikes. */
  readonly says: Readonly<Partial<Record<Step, readonly string[]>>>;
}

const everywhere = (says: string): Record<Step, readonly string[]> => ({
  "before its page has come": [says],
  "while the switches are read": [says],
  "while the number is looked for": [says],
});

const faults: readonly Fault[] = [
  {
    name: "the background is stopped",
    async strike(popup) {
      await session().driven.stopBackground();
      return popup;
    },
    says: everywhere("unknown: interrupted"),
  },
  {
    name: "the background is stopped and nobody looks",
    async strike(popup) {
      await popup.page.close();
      await session().driven.stopBackground();
      return session().openPopup();
    },
    says: { "while the switches are read": ["unknown: interrupted"] },
  },
  {
    name: "the extension is started anew",
    async strike(popup, blank) {
      await expect.poll(() => popup.page.evaluate(`chrome.storage.local.get("opened:regular:x")`)).not.toEqual({});
      // The popup's own tab closes: the one that comes to the front then must not be the check's, which nobody looks at.
      await blank.bringToFront();
      await session().driven.update();
      return session().openPopup();
    },
    says: everywhere("unknown: interrupted"),
  },
  {
    name: "the popup is closed, and the next one cancels",
    async strike(popup) {
      await popup.page.close();
      const next = await session().openPopup();
      await next.press("cancel");
      return next;
    },
    says: everywhere("unknown: cancelled"),
  },
  {
    name: "the tab is closed",
    strike: (popup) => onTab(popup, (tab) => `chrome.tabs.remove(${tab})`),
    says: everywhere("unknown: interrupted"),
  },
  {
    name: "the browser puts the tab to sleep",
    strike: (popup) => onTab(popup, (tab) => `chrome.tabs.discard(${tab}).then(() => true)`),
    says: {
      ...everywhere("unknown: interrupted"),
      // In Firefox it stays the same tab, of which only the second page is lost.
      "while the number is looked for": ["unknown: interrupted", "exposed"],
    },
  },
  {
    name: "the tab crashes",
    async strike(popup) {
      // Before that the tab may still be at its first page.
      const read = `chrome.tabs.query({ url: "https://x.com/*" }).then((tabs) => tabs.map(({ status }) => status))`;
      await expect.poll(() => popup.page.evaluate(read)).toEqual(["complete"]);
      await crash(session().driven, "https://x.com/");
      return popup;
    },
    says: {
      // Firefox shows a page of its own in its place, and tells nobody which.
      "while the switches are read": ["unknown: interrupted", "unknown: page-changed"],
      "while the number is looked for": ["exposed"],
    },
  },
  {
    name: "the tab is led to another site",
    strike: (popup) => onTab(popup, (tab) => `chrome.tabs.update(${tab}, { url: "https://example.org/" })`),
    says: {
      ...everywhere("unknown: page-changed"),
      "while the number is looked for": ["exposed"],
    },
  },
  {
    name: "the permission is taken back",
    async strike(popup) {
      await popup.page.evaluate(`chrome.permissions.remove({ origins: ["https://x.com/*"] })`);
      return popup;
    },
    says: { ...everywhere("unknown: permission-denied"), "while the number is looked for": ["exposed"] },
  },
  {
    name: "the network is cut",
    async strike(popup) {
      session().play({ pageAnswer: cut, settingsAnswer: cut, devicesAnswer: cut });
      session().site.cut();
      return popup;
    },
    says: {
      "before its page has come": ["unknown: offline"],
      "while the switches are read": ["unknown: site-error"],
      "while the number is looked for": ["exposed"],
    },
  },
];

/** Does something to the tab that the check has opened. */
async function onTab(popup: PopupPage, action: (tab: number) => string): Promise<PopupPage> {
  const { page } = popup;
  const read = `chrome.storage.session.get("running:regular:x").then((kept) => kept["running:regular:x"]?.tab ?? null)`;
  await expect.poll(() => page.evaluate(read)).not.toBeNull();
  await page.evaluate(action(Number(await page.evaluate(read))));
  return popup;
}

async function waitForRequest(wanted: string): Promise<void> {
  const asked = () => session().site.requests.map(({ method, host, path }) => `${method} ${host}${path}`);
  await expect.poll(asked, { timeout: patienceAfterCrash }).toContain(wanted);
}

const rows = faults.flatMap(({ name, strike, says }) =>
  Object.entries(says).map(([step, said]) => ({ name, strike, step: step as Step, said })),
);

describe("a check, when", () => {
  it.each(rows)(
    "$name $step, ends by name and leaves nothing behind",
    async ({ strike, step, said }) => {
      const blank = await session().driven.browser.newPage();
      const first = await session().openPopup();
      const before = await readStanding(first);
      session().play(steps[step].hold);
      await first.press("check");
      await waitForRequest(steps[step].request);
      const popup = await strike(first, blank);
      await popup.waitFor("done");
      // A background that begins anew may be a moment later than a popup.
      await expect.poll(async () => (await popup.findings())["x.phone"]).toBeOneOf([...said]);
      await expectWhole(session(), popup, before);
    },
    120_000,
  );
});

describe("switching off, when", () => {
  const saving = "POST api.x.com/1.1/account/settings.json";
  // What was proven before stays; what has become of the change is told above it.
  const interrupted = ["exposed", "interrupted"] as const;
  const cancelled = ["exposed", "cancelled"] as const;
  it.each([
    ["the background is stopped", interrupted, interrupted],
    ["the extension is started anew", interrupted, interrupted],
    ["the popup is closed, and the next one cancels", cancelled, cancelled],
    ["the tab is closed", interrupted, interrupted],
  ] as const)("%s while X saves or while it is proven, ends by name", async (name, whileSaving, whileProving) => {
    const fault = faults.find((candidate) => candidate.name === name);
    const blank = await session().driven.browser.newPage();
    let popup = await session().openPopup();
    for (const [isSaving, said] of [
      [true, whileSaving],
      [false, whileProving],
    ] as const) {
      await popup.check();
      const before = await readStanding(popup);
      session().play({ save: isSaving ? never : { kind: "saves", delay: 300 } });
      await popup.press("switch-off");
      await waitForRequest(saving);
      if (!isSaving) {
        // Who saves keeps to what was played when it was asked.
        session().play({ settingsAnswer: never });
        await waitForRequest(steps["while the switches are read"].request);
      }
      popup = (await fault?.strike(popup, blank)) ?? popup;
      await popup.waitFor("done");
      const readOutcome = async () => {
        const [phone, strips] = [(await popup.findings())["x.phone"], await popup.strips()];
        // An extension that was started anew remembers no change.
        return [phone, "changes" in strips ? await popup.changeOutcome() : strips["look-failed"]];
      };
      await expect.poll(readOutcome).toEqual(said);
      await expectWhole(session(), popup, before);
    }
  });
});

describe("every error that a server may answer with", () => {
  const statuses = [400, 401, 403, 404, 408, 410, 418, 429, 451, 500, 502, 503, 504];
  it.each<[string, keyof Scenario, string]>([
    ["for the page", "pageAnswer", "unknown: site-error"],
    ["for the settings", "settingsAnswer", "unknown: site-error"],
    ["for the number", "devicesAnswer", "exposed"],
  ])("has its name %s", async (_name, answer, said) => {
    const popup = await session().openPopup();
    const before = await readStanding(popup);
    for (const status of statuses) {
      session().play({ [answer]: { kind: "status", status } });
      await popup.check();
      expect([status, (await popup.findings())["x.phone"]]).toEqual([status, said]);
      if (answer === "devicesAnswer") expect(await popup.numberOnFile()).toBe("unknown");
    }
    await expectWhole(session(), popup, before, statuses.length);
  });
});

describe("a check of answers that come in pieces", () => {
  it("waits for the last, and takes no half for the whole", async () => {
    const popup = await session().openPopup();
    const before = await readStanding(popup);
    const pieces = { kind: "pieces", pause: 100 } as const;
    session().play({ pageAnswer: pieces, settingsAnswer: pieces, devicesAnswer: pieces });
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("exposed");
    expect(await popup.numberOnFile()).toBe("yes");
    session().play({ pageAnswer: pieces, settingsAnswer: pieces, settings: { discoverable_by_mobile_phone: false } });
    await popup.check();
    expect((await popup.findings())["x.phone"]).toBe("protected");
    await expectWhole(session(), popup, before, 2);
  });
});

describe("a check that is asked for from two windows at once", () => {
  it("is one, and ends in both", async () => {
    const one = await session().openPopup();
    const known = new Set(await session().driven.browser.pages());
    await one.page.evaluate(`chrome.windows.create({ url: location.href }).then(() => true)`);
    const opened = async () => (await session().driven.browser.pages()).filter((page) => !known.has(page));
    await expect.poll(opened, { timeout: 15_000 }).toHaveLength(1);
    const other = new PopupPage((await opened())[0] ?? one.page);
    const before = await readStanding(one);
    session().play({ settingsAnswer: { kind: "ok", delay: 1500 } });
    // At once: the button that checks goes elsewhere as soon as either does.
    const press = ({ page }: PopupPage) =>
      page.$eval('[data-action="check"]', (button) => (button as HTMLButtonElement).click());
    await Promise.all([press(one), press(other)]);
    await Promise.all([one.waitFor("done"), other.waitFor("done")]);
    expect(await other.findings()).toEqual(await one.findings());
    const loads = session().site.requests.filter(({ host, path }) => host === "x.com" && path === "/settings/contacts");
    expect(loads).toHaveLength(1);
    await other.page.close();
    await expectWhole(session(), one, before);
  });
});

describe("a check on storage that is damaged", () => {
  it("starts from it as from none, and throws away nothing that a later version may understand", async () => {
    const popup = await session().openPopup();
    const local = {
      "results:regular:x": { latest: "garbage" },
      "history:checks": "half-wri",
      "history:recent": "ten",
      "history:crowded-out": {},
      "opened:regular:x": "soon",
      reminder: [],
    };
    const memory = {
      "running:regular:x": { visit: "first" },
      "results:regular:x": 7,
      "guide:regular:x": [],
      "notice:regular:x": {},
      intent: "later",
    };
    await popup.page.evaluate(`Promise.all([
      chrome.storage.local.set(${JSON.stringify(local)}), chrome.storage.session.set(${JSON.stringify(memory)})])`);
    await session().driven.stopBackground();
    const next = await session().openPopup();
    await next.waitFor("idle");
    await next.check();
    expect((await next.findings())["x.phone"]).toBe("exposed");
    const kept = (await next.page.evaluate("chrome.storage.local.get()")) as Record<string, unknown>;
    expect(kept["history:set-aside"]).toEqual({ entries: ["ten", "half-wri"], tooLarge: 0 });
    await next.page.evaluate(`chrome.storage.local.remove("history:set-aside")`);
    await expectWhole(session(), next, { ...(await readStanding(next)), remembered: 1 }, 0);
  });
});
