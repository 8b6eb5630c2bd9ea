import type { PopupPage } from "./popup-page";

/**
 * What came of the last look, of the phone switch: its verdict; where the look had no answer, or there is none for that
 * switch, `unknown`, the reason and what exactly stood in the way. An earlier answer that is shown meanwhile is none.
 */
export async function readOutcome({ page }: PopupPage): Promise<string> {
  const { failed, found } = await page.evaluate(() => {
    const main = document.querySelector("main");
    const told = (selector: string, names: readonly string[]) => {
      const element = document.querySelector(selector);
      return names.flatMap((name) => element?.getAttribute(name) ?? []).join(", ");
    };
    return {
      failed: main?.hasAttribute("data-failure") ? told("main", ["data-failure", "data-detail"]) : null,
      found: told('[data-setting="x.phone"]', ["data-verdict", "data-reason", "data-detail"]),
    };
  });
  return failed === null ? found : `unknown, ${failed}`;
}
