import { askFirefox } from "../../harness/firefox-code";
import type { DrivenBrowser } from "../../harness/launch";
import { poll } from "../../harness/poll";

/** How much room the popup has, and how far it has come: in CSS pixels, beside its scroll bar. */
export interface PopupRoom {
  readonly phase: string;
  readonly width: number;
  readonly contentWidth: number;
}

/** The real popup of the toolbar's button: the driver knows of none, so it is Firefox's own window that is asked. */
export class ToolbarPopup {
  private constructor(private readonly driven: DrivenBrowser) {}

  /** Opens it over the tab in front, and waits until it is drawn. */
  static async open(driven: DrivenBrowser): Promise<ToolbarPopup> {
    const popup = new ToolbarPopup(driven);
    const host = new URL(driven.extensionAddress).host;
    await popup.ask(`(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      const { extension } = WebExtensionPolicy.getByHostname("${host}");
      await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, true);
    })()`);
    await poll(
      async () => ((await popup.run(`content.document.querySelector("main[data-check]") !== null`)) ? true : null),
      () => "Firefox did not draw the popup.",
    );
    return popup;
  }

  /** Clicks something in it, as a person does. */
  async click(selector: string): Promise<void> {
    await this.run(`(() => {
      const { left, top, width, height } = content.document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      const at = [left + width / 2, top + height / 2];
      for (const type of ["mousedown", "mouseup"]) content.synthesizeMouseEvent(type, ...at, { button: 0, clickCount: 1 });
    })()`);
  }

  async readRoom(): Promise<PopupRoom> {
    const room = await this.run(`(() => {
      const { clientWidth, scrollWidth } = content.document.documentElement;
      return {
        phase: content.document.querySelector("main").dataset.check,
        width: clientWidth,
        contentWidth: scrollWidth,
      };
    })()`);
    return room as PopupRoom;
  }

  /** Closes it, as the loss of the focus does where there is a screen. */
  async close(): Promise<void> {
    await this.ask(`new Promise((resolve) => {
      const panel = document.querySelector(".webextension-popup-browser").closest("panel");
      panel.addEventListener("popuphidden", () => resolve(), { once: true });
      panel.hidePopup();
    })`);
  }

  /**
   * Evaluates an expression in the popup's process and returns its value; `null` where no answer comes, as from a popup
   * that is given to another process meanwhile.
   */
  private async run(expression: string): Promise<unknown> {
    const script = `sendAsyncMessage("ran", ${expression})`;
    return this.ask(`new Promise((resolve) => {
      const { messageManager } = document.querySelector(".webextension-popup-browser");
      const hear = ({ data }) => {
        messageManager.removeMessageListener("ran", hear);
        resolve(data ?? null);
      };
      messageManager.addMessageListener("ran", hear);
      messageManager.loadFrameScript("data:," + encodeURIComponent(${JSON.stringify(script)}), false);
      setTimeout(hear, 2000, { data: null });
    }).then(JSON.stringify)`).then((answer) => JSON.parse(String(answer)));
  }

  private ask(expression: string): Promise<unknown> {
    return askFirefox(this.driven.browser, expression);
  }
}

/** Waits until the browser asks the person for permission. */
export async function waitForPrompt({ browser }: DrivenBrowser): Promise<void> {
  await poll(
    async () => ((await askFirefox(browser, `PopupNotifications.panel.state === "open"`)) ? true : null),
    () => "Firefox did not ask for permission.",
  );
}

/** Answers the browser's question for permission with yes. */
export async function allowAtPrompt({ browser }: DrivenBrowser): Promise<void> {
  await askFirefox(browser, "void PopupNotifications.panel.firstElementChild.button.click()");
}
