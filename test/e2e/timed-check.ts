import type { PopupPage } from "./popup-page";

/**
 * Checks, and tells how long the person waited for the answer, in milliseconds: from their click to the answer, by the popup's
 * own clock. Firefox's driver takes its time over a click, and over what it waits for.
 */
export async function timeCheck(popup: PopupPage, patience?: number): Promise<number> {
  await popup.page.evaluate(() => {
    addEventListener("click", () => performance.mark("click"), { once: true, capture: true });
    const watch = new MutationObserver(() => {
      if (document.querySelector('main[data-check="done"]')) performance.mark("answer");
    });
    watch.observe(document, { subtree: true, attributeFilter: ["data-check"] });
  });
  await popup.check(patience);
  return popup.page.evaluate(() => {
    const [click] = performance.getEntriesByName("click");
    const answer = performance.getEntriesByName("answer").at(-1);
    return answer && click ? answer.startTime - click.startTime : Number.POSITIVE_INFINITY;
  });
}
