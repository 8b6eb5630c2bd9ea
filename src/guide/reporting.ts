import type { GuideReport } from "./view";

// The one thing that the overlay asks of the browser. Both know it by this name in a page.
declare const chrome: { readonly runtime: { sendMessage(message: GuideReport): Promise<unknown> | undefined } };

/** How often the overlay says that it is there, in milliseconds: often enough for a background that is listening to stay. */
const reportInterval = 20_000;
const signs = ["pointermove", "pointerdown", "keydown", "scroll", "wheel"] as const;

let whenCutOff = () => {};

/** Tells the background; nothing is waited for, since what it has to say it shows. */
export function report(message: GuideReport): void {
  try {
    chrome.runtime.sendMessage(message)?.catch(() => undefined);
  } catch {
    // The extension was updated or removed under the page: nobody is there any more.
    whenCutOff();
  }
}

/** Reports regularly, and whenever the person comes back to the tab, whether there was a sign of life. */
export function startReporting(cutOff: () => void): { end(): void } {
  let isActive = false;
  whenCutOff = cutOff;
  const notice = (event: Event) => {
    if (event.isTrusted) isActive = true;
  };
  const tell = () => {
    if (document.hidden) return;
    report({ guide: "alive", isActive });
    isActive = false;
  };
  const timer = setInterval(tell, reportInterval);
  document.addEventListener("visibilitychange", tell);
  for (const sign of signs) window.addEventListener(sign, notice, { capture: true, passive: true });
  return {
    end() {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
      for (const sign of signs) window.removeEventListener(sign, notice, { capture: true });
    },
  };
}
