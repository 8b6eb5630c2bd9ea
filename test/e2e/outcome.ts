import type { PopupPage } from "./popup-page";

/** What is said of the phone switch: its verdict; where that is `unknown`, also the reason and what exactly stood in the way. */
export async function readOutcome({ page }: PopupPage): Promise<string> {
  return page.$eval('[data-setting="x.phone"]', (element) =>
    ["data-verdict", "data-reason", "data-detail"].flatMap((name) => element.getAttribute(name) ?? []).join(", "),
  );
}
