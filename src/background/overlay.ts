import browser from "webextension-polyfill";
import type { Gatherer } from "../audit/site";
import overlayFile from "../guide/overlay.iife?script&iife";
import type { GuideView } from "../guide/view";
import { runInTab } from "./gather";

// From the root: Firefox looks for it beside the calling page otherwise.
const overlayPath = overlayFile.replace(/^\/?/, "/");

/**
 * Shows a view in a tab, as far as the browser lets it: another site's page, or one that is loading, does not. The
 * overlay's script is put into the page where it is not there yet.
 *
 * @param finder leaves in the page what finds the step's place, or `null` between the steps
 */
export async function showOverlay(tab: number, view: GuideView, finder: Gatherer | null): Promise<void> {
  const show = { run: showInPage, parameters: [view] };
  const shown = async () => {
    if (finder) await runInTab(tab, "ISOLATED", finder);
    if ((await runInTab(tab, "ISOLATED", show)) === true) return;
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [overlayPath] });
    await runInTab(tab, "ISOLATED", show);
  };
  // Shown again when the tab has loaded a page, or when a page that hangs hears of it.
  await Promise.race([shown().catch(() => undefined), giveUp()]);
}

/** How long a page may take to let the overlay in, in milliseconds: whoever asks for a guide waits for that. */
const patience = 3000;

function giveUp(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patience));
}

/** Takes the overlay off the page in a tab, if there is one. */
export async function hideOverlay(tab: number): Promise<void> {
  const hidden = runInTab(tab, "ISOLATED", { run: closeInPage, parameters: [] }).catch(() => undefined);
  await Promise.race([hidden, giveUp()]);
}

/** Sent to the page as text. */
function showInPage(view: GuideView): boolean {
  globalThis.guideOverlay?.show(view);
  return globalThis.guideOverlay !== undefined;
}

/** Sent to the page as text. */
function closeInPage(): void {
  globalThis.guideOverlay?.close();
}
