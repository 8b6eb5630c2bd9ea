import { describe, expect, it } from "vitest";
import { beginGuide, expectBright, type GuidePage, phoneLabel } from "./guide-page";
import { PopupPage } from "./popup-page";
import { shareSession } from "./session";

const session = shareSession();

const guided = () => beginGuide(session());
const saves = () => session().site.requests.filter(({ host, method }) => host === "api.x.com" && method === "POST");

/** How many tabs show the extension's own page. */
const countTabs = `chrome.tabs.query({}).then((tabs) => tabs.filter(({ url }) => url === location.href).length)`;

/**
 * Lets the page attack, and waits until the person is told in a tab of the extension's own, which comes beside the one
 * that the guide was begun from.
 */
async function attackUntilTold({ page, control }: GuidePage, attack: string): Promise<PopupPage> {
  await page.evaluate(attack);
  await expect.poll(() => control.evaluate(countTabs), { timeout: 20_000 }).toBe(2);
  await control.waitForSelector("[data-notice=guide-removed]");
  return new PopupPage(control);
}

/** The overlay's place in the page's document, as far as the page can see it. */
const findHost = `[...document.documentElement.children].find((child) => child.hasAttribute("popover"))`;

async function waitForOverlay(guide: GuidePage): Promise<void> {
  await guide.waitFor(({ light, title }) => light !== null && title === "Finding you by phone number");
}

describe("a hostile page", () => {
  it("cannot see into the overlay, nor press its buttons", async () => {
    const guide = await guided();
    await waitForOverlay(guide);
    const { actions } = await guide.waitFor(({ actions }) => "switch-off" in actions);
    const seen = await guide.page.evaluate(
      (points) => {
        const overlay = [...document.documentElement.children].find((child) => child.hasAttribute("popover"));
        if (!(overlay instanceof HTMLElement)) throw new Error("There is no overlay.");
        const targets = [overlay, document, document.body, document.documentElement];
        for (const [x, y] of points) {
          const at = document.elementFromPoint(x ?? 0, y ?? 0);
          if (at instanceof HTMLElement) targets.push(at);
        }
        for (const target of targets) {
          for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "touchstart", "touchend"]) {
            const [clientX = 0, clientY = 0] = points[0] ?? [];
            target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX, clientY, detail: 1 }));
          }
          for (const key of ["Enter", " ", "Escape"]) {
            for (const type of ["keydown", "keyup"]) {
              target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
            }
          }
        }
        overlay.click();
        overlay.focus();
        return { root: overlay.shadowRoot, text: overlay.textContent, globals: "guideOverlay" in window };
      },
      Object.values(actions).map(({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2]),
    );
    expect(seen).toEqual({ root: null, text: "", globals: false });
    // Whatever was sent has arrived by the time that the person's own click has.
    await guide.press("skip");
    await guide.waitForTitle("You can go further");
    expect(saves()).toHaveLength(0);
  });

  it.each([
    ["removes it", `${findHost}.remove()`],
    ["hides it by attributes", `${findHost}.style.setProperty("display", "none", "important")`],
    ["hides it from the top layer", `${findHost}.hidePopover()`],
    ["makes it inert", `${findHost}.inert = true`],
  ])("finds the overlay back in its place when it %s once", async (_name, attack) => {
    const guide = await guided();
    await waitForOverlay(guide);
    await guide.page.evaluate(attack);
    await waitForOverlay(guide);
    await guide.press("switch-off");
    await guide.waitForTitle("The switch is off. X has saved it.");
    expect(session().site.saved().discoverable_by_mobile_phone).toBe(false);
  });

  it("cannot hide it by style sheets", async () => {
    const guide = await guided();
    await waitForOverlay(guide);
    await guide.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`@layer first { html > div, [popover] { display: none !important; opacity: 0 !important;
        visibility: hidden !important; clip-path: inset(50%) !important; transform: scale(0) !important;
        transition: all 1000s !important; filter: opacity(0) !important } }`);
      document.adoptedStyleSheets = [sheet];
    });
    await guide.press("skip");
    await guide.waitForTitle("You can go further");
  });

  it("cannot hide the row by the names of fields in a form around it", async () => {
    const guide = await guided();
    await waitForOverlay(guide);
    await guide.page.evaluate(() => {
      for (const row of document.querySelectorAll("main label")) {
        const form = document.createElement("form");
        for (const name of ["parentElement", "querySelectorAll", "closest"]) {
          form.append(Object.assign(document.createElement("input"), { name }));
        }
        row.replaceWith(form);
        form.append(row);
      }
    });
    await expectBright(guide, phoneLabel);
    await guide.press("skip");
    await guide.waitForTitle("You can go further");
  });

  it("cannot cover it", async () => {
    const guide = await guided();
    await waitForOverlay(guide);
    await guide.page.evaluate(() => {
      const cover = document.createElement("div");
      Object.assign(cover.style, { position: "fixed", inset: "0", zIndex: "2147483647", background: "white" });
      document.documentElement.append(cover);
    });
    // Its row is covered: so nothing is pointed at, and the callout still takes the person's clicks.
    await guide.waitFor(({ light, isDocked }) => light === null && isDocked);
    await guide.press("skip");
    await guide.waitForTitle("You can go further");
  });

  it.each([
    [
      "removes it again and again",
      `new MutationObserver(() => ${findHost}?.remove()).observe(document.documentElement, { childList: true });
      ${findHost}.remove()`,
    ],
    ["hides the whole page", `document.documentElement.style.setProperty("display", "none", "important")`],
  ])("that %s is reported where it cannot reach", async (_name, attack) => {
    const guide = await guided();
    await waitForOverlay(guide);
    const told = await attackUntilTold(guide, attack);
    expect(await told.text()).toContain("The guide was taken off X’s page.");
    await guide.waitForEnd();
    expect(saves()).toHaveLength(0);
    await told.page.bringToFront();
    await told.press("dismiss");
    await told.page.waitForSelector("[data-notice]", { hidden: true });
  });

  it("that fights two overlays at once is reported once", async () => {
    const guide = await guided();
    await waitForOverlay(guide);
    // Both are on their way before the first is answered.
    const reportTwice = `() => Promise.all([1, 2].map(() => chrome.runtime.sendMessage({ guide: "removed" }))).then(() => {})`;
    await guide.control.evaluate(`chrome.storage.session.get("guide:regular:x").then(({ "guide:regular:x": { tab } }) =>
      chrome.scripting.executeScript({ target: { tabId: tab }, func: ${reportTwice} }))`);
    await guide.control.waitForSelector("[data-notice=guide-removed]");
    expect(await guide.control.evaluate(countTabs)).toBe(2);
  });

  it("gains nothing by flipping the box itself: a fresh look tells", async () => {
    const guide = await guided();
    await waitForOverlay(guide);
    // An assignment that the site knows nothing of, with a row that changes as if it did.
    await guide.page.$$eval("input[type=checkbox]", (boxes) => {
      for (const box of boxes) {
        (box as HTMLInputElement).checked = false;
        box.closest("label")?.setAttribute("data-flipped", "");
      }
    });
    await guide.waitForTitle("X did not save the change.", 50_000);
    expect(saves()).toHaveLength(0);
  });
});
