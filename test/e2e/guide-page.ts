import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "puppeteer-core";

import { expect } from "vitest";
import type { GuideAction } from "../../src/guide/view";
import { poll } from "../harness/poll";
import type { Scenario } from "../practice-site/scenario";
import type { PopupPage } from "./popup-page";
import type { Session } from "./session";

// Only Chromium has it; elements of Firefox have the like themselves.
declare const chrome: { readonly dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } };

/** A rectangle in the window, in CSS pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the overlay shows. */
interface Shown {
  readonly progress: string;
  readonly title: string;
  readonly text: string;
  readonly mood: string;
  /** Whether a sign stands before the title. */
  readonly hasSign: boolean;
  readonly isDocked: boolean;
  readonly callout: Box;
  /** What is kept bright, or `null` while nothing is pointed at. */
  readonly light: Box | null;
  readonly actions: Readonly<Record<string, Box>>;
  /** The `data-action` or the class of what has the focus in the overlay. */
  readonly focus: string | null;
  /** What a screen reader is told of by itself. */
  readonly announcement: string;
}

/**
 * The tab with the guide as a person sees and uses it. The overlay's shadow root is closed to the page and to the
 * driver: one of the extension's own pages, which may look into it, tells what stands there, and clicks and keys come
 * from the browser.
 */
export class GuidePage {
  constructor(
    readonly page: Page,
    readonly control: Page,
  ) {}

  /** What the overlay shows in a tab, or `null` where there is none. */
  async read(): Promise<Shown | null> {
    const shown = await this.control.evaluate(`
      chrome.storage.session.get("guide:regular:x").then(({ "guide:regular:x": guide }) => guide &&
        chrome.scripting.executeScript({ target: { tabId: guide.tab }, func: ${readOverlay} }).then(
          ([injection]) => injection?.result,
          // A page that is on its way cannot be looked into.
          () => null,
        ))`);
    return (shown ?? null) as Shown | null;
  }

  /** Waits until the overlay shows what is wanted. */
  async waitFor(wanted: (shown: Shown) => boolean, patience = 15_000): Promise<Shown> {
    return poll(
      async () => {
        const shown = await this.read();
        return shown && wanted(shown) ? shown : null;
      },
      async () => `The overlay does not show what is wanted, but: ${JSON.stringify(await this.read())}`,
      patience,
    );
  }

  waitForTitle(title: string, patience?: number): Promise<Shown> {
    return this.waitFor((shown) => shown.title === title, patience);
  }

  /** Waits until no overlay is left, and no guide is remembered. */
  async waitForEnd(patience = 15_000): Promise<void> {
    const read = `chrome.storage.session.get("guide:regular:x").then(Object.keys)`;
    await poll(
      async () => (((await this.control.evaluate(read)) as string[]).length === 0 ? true : null),
      () => "The guide has not ended.",
      patience,
    );
  }

  /** Clicks one of the overlay's buttons, once it stands still: nobody hits one that is on its way to another place. */
  async press(action: GuideAction): Promise<void> {
    let last: Box | undefined;
    const { actions } = await this.waitFor((shown) => {
      const before = last;
      last = shown.actions[action];
      return last !== undefined && last.left === before?.left && last.top === before.top;
    });
    const button = actions[action];
    if (button) await this.page.mouse.click((button.left + button.right) / 2, (button.top + button.bottom) / 2);
  }

  /** Clicks the site's own box with this label, as a person would. */
  async clickBox(label: string): Promise<void> {
    const box = await this.page.waitForSelector(`xpath///label[contains(., "${label}")]//input`);
    await box?.evaluate((input) => input.scrollIntoView({ block: "center" }));
    const bounds = await box?.boundingBox();
    if (!bounds) throw new Error(`There is no box with the label “${label}”.`);
    await this.page.mouse.click(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
  }

  /** What the overlay draws, as a page of its own. */
  async drawing(): Promise<string> {
    const drawn = await this.control.evaluate(`
      chrome.storage.session.get("guide:regular:x").then(({ "guide:regular:x": guide }) =>
        chrome.scripting.executeScript({ target: { tabId: guide.tab }, func: ${drawOverlay} }).then(
          ([injection]) => injection.result))`);
    return String(drawn);
  }

  async photograph(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ optimizeForSpeed: true, path: `${path}.png` });
  }
}

/** Words in the labels of the practice site's two boxes. */
export const phoneLabel = "have your phone number find you";
export const emailLabel = "have your email address find you";

/** Whether the row with this label, and nothing else of its kind, is what is kept bright. */
export function expectBright(guide: GuidePage, label: string): Promise<void> {
  return expectRing(guide, `xpath///label[contains(., "${label}")]`);
}

/** Whether what this finds, and no more than its row, has the ring around it. */
export async function expectRing(guide: GuidePage, selector: string): Promise<void> {
  // On a page that is on its way nothing is bright, and the driver cannot look for anything.
  await guide.waitFor(({ light }) => light !== null);
  const row = await guide.page.waitForSelector(selector);
  await expect
    .poll(async () => {
      const bounds = await row?.boundingBox();
      const light = (await guide.read())?.light;
      if (!bounds || !light) return "nothing";
      const isInside = light.top <= bounds.y && bounds.y + bounds.height <= light.bottom;
      return isInside && light.bottom - light.top < 3 * bounds.height + 60 ? "the row" : { bounds, light };
    })
    .toBe("the row");
}

/** Runs in the extension's world on the guide's page. */
function drawOverlay(): string {
  const host = [...document.documentElement.children].find((child) => child.hasAttribute("popover"));
  const opened = host as { openOrClosedShadowRoot?: ShadowRoot } | undefined;
  const root = host && chrome.dom ? chrome.dom.openOrClosedShadowRoot(host) : opened?.openOrClosedShadowRoot;
  const style = [...(root?.adoptedStyleSheets ?? [])].flatMap((sheet) => [...sheet.cssRules]);
  const language = root?.querySelector("[lang]")?.getAttribute("lang") ?? "";
  return `<!doctype html><html lang="${language}"><head><title>Guide</title><style>${style
    .map(({ cssText }) => cssText)
    .join("\n")}</style></head><body><main>${root?.innerHTML ?? ""}</main></body></html>`;
}

/** Runs in the extension's world on the guide's page. */
function readOverlay(): Shown | null {
  const host = [...document.documentElement.children].find((child) => child.hasAttribute("popover"));
  const opened = host as { openOrClosedShadowRoot?: ShadowRoot } | undefined;
  const root = host && chrome.dom ? chrome.dom.openOrClosedShadowRoot(host) : opened?.openOrClosedShadowRoot;
  const callout = root?.querySelector<HTMLElement>(".callout");
  const light = root?.querySelector<HTMLElement>(".light");
  if (!root || !callout || !light || callout.childElementCount === 0) return null;
  const buttons = [...callout.querySelectorAll<HTMLElement>("[data-action]")];
  const focus = root.activeElement as HTMLElement | null;
  return {
    progress: callout.querySelector(".progress")?.textContent ?? "",
    title: callout.querySelector("h2")?.textContent ?? "",
    text: callout.innerText,
    mood: callout.dataset.mood ?? "",
    hasSign: callout.querySelector("h2 svg") !== null,
    isDocked: callout.classList.contains("docked"),
    callout: callout.getBoundingClientRect().toJSON(),
    light: light.hidden ? null : light.getBoundingClientRect().toJSON(),
    actions: Object.fromEntries(
      buttons.map((button) => [button.dataset.action ?? "", button.getBoundingClientRect().toJSON()]),
    ),
    focus: focus ? (focus.dataset.action ?? focus.className) : null,
    announcement: root.querySelector(".voice")?.textContent ?? "",
  };
}

/**
 * Checks, and has the popup show where the phone switch is.
 *
 * @param changes what the site plays during the check
 * @param later what it plays from then on, if something else
 */
export async function beginGuide(
  { driven, play, openPopup }: Pick<Session, "driven" | "play" | "openPopup">,
  changes: Partial<Scenario> = {},
  later?: Partial<Scenario>,
): Promise<GuidePage> {
  play(changes);
  const popup = await openPopup();
  await popup.check();
  expect((await popup.findings())["x.phone"]).toBe("exposed");
  if (later) play(later);
  return openGuide(driven, popup);
}

/** Has a popup that has found the phone switch on show where it is. */
export function openGuide(driven: Session["driven"], popup: PopupPage): Promise<GuidePage> {
  return openGuideBy(driven, popup, () => popup.press("guide"));
}

/** Begins a guide at a step that the person chooses, for the account that is checked. */
export function openGuideAt(driven: Session["driven"], popup: PopupPage, setting: string): Promise<GuidePage> {
  const ask = `chrome.tabs.getCurrent().then(({ windowId }) => chrome.runtime.sendMessage(
    { ask: "guide", setting: "${setting}", account: "ada_example", site: "x", window: windowId }))`;
  return openGuideBy(driven, popup, () => popup.page.evaluate(ask));
}

async function openGuideBy(
  driven: Session["driven"],
  popup: PopupPage,
  begin: () => Promise<unknown>,
): Promise<GuidePage> {
  const opened = driven.browser.waitForTarget((target) => target.url().startsWith("https://x.com/settings"));
  await begin();
  const page = await (await opened).page();
  if (!page) throw new Error("The guide's tab has no page.");
  return new GuidePage(page, popup.page);
}
