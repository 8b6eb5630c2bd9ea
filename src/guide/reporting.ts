import type { GuideReport } from "./view";

// The one thing that the overlay asks of the browser. Both know it by this name in a page.
declare const chrome: { readonly runtime: { sendMessage(message: GuideReport): Promise<unknown> | undefined } };

/**
 * How often the overlay says that it is there, in milliseconds: often enough for a background that is listening to stay. The
 * background answers by showing it anew; where it has not by the next time, it never will.
 */
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

/**
 * Reports regularly, and whenever the person comes back to the tab, whether there was a sign of life.
 *
 * @param cutOff called when there is no extension any more to report to
 * @param giveUp called, once, when nobody has answered for too long
 */
export function startReporting(cutOff: () => void, giveUp: () => void): { heard(): void; end(): void } {
  let isActive = false;
  let isAnswered = true;
  whenCutOff = cutOff;
  const notice = (event: Event) => {
    if (event.isTrusted) isActive = true;
  };
  const tell = () => {
    if (document.hidden) return;
    report({ guide: "alive", isActive });
    isActive = false;
  };
  const tellOrGiveUp = () => {
    if (document.hidden) return;
    if (!isAnswered) giveUp();
    isAnswered = false;
    tell();
  };
  const timer = setInterval(tellOrGiveUp, reportInterval);
  document.addEventListener("visibilitychange", tell);
  for (const sign of signs) window.addEventListener(sign, notice, { capture: true, passive: true });
  return {
    heard() {
      isAnswered = true;
    },
    end() {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
      for (const sign of signs) window.removeEventListener(sign, notice, { capture: true });
    },
  };
}
