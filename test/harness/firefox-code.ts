import type { Browser } from "puppeteer-core";

/** Puppeteer's way to Firefox, which leads further than its own words for it. */
interface Connected {
  readonly connection: {
    send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
    on(event: string, hear: (about: ContextInfo) => void): void;
    emit(event: string, about: ContextInfo): void;
  };
}

/** What Firefox tells of a tab or a frame, and of which it tells that something happened there. */
interface ContextInfo {
  readonly context: string;
  readonly url: string;
}

/**
 * Tells the driver of every tab. Where an extension opens a page of its own, Firefox gives the new tab to another process,
 * and if the tab had not quite begun by then, it is never announced. The driver knows of no other way to hear of a tab: so
 * one that has come to its page unannounced is announced in Firefox's place.
 */
export function announceTabs(browser: Browser): void {
  const { connection } = browser as Browser & Connected;
  const announced = new Set<string>();
  connection.on("browsingContext.contextCreated", ({ context }) => announced.add(context));
  connection.on("browsingContext.navigationCommitted", async ({ context: root, url }) => {
    if (!url.startsWith("moz-extension://") || announced.has(root)) return;
    // A tab that is closed by now needs no announcement.
    const answer = await connection.send("browsingContext.getTree", { root, maxDepth: 0 }).catch(() => null);
    const { contexts } = (answer?.result ?? { contexts: [] }) as { contexts: readonly ContextInfo[] };
    for (const info of contexts) {
      if (!announced.has(info.context)) connection.emit("browsingContext.contextCreated", info);
    }
  });
}

/** Evaluates an expression in Firefox's own window, where everything is allowed. */
export async function askFirefox(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as Browser & Connected;
  const tree = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })) as {
    result: { contexts: readonly { context: string }[] };
  };
  const target = { context: tree.result.contexts[0]?.context };
  const { result } = (await connection.send("script.evaluate", { expression, target, awaitPromise: true })) as {
    result: { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
  };
  if (result.type !== "success") throw new Error(result.exceptionDetails?.text);
  return result.result?.value;
}

/**
 * Takes from Firefox's console the errors of an extension that nobody caught, and what its content security policy kept
 * from happening, on its pages and in its background.
 */
export async function takeFirefoxErrors(browser: Browser, extensionAddress: string): Promise<readonly string[]> {
  return JSON.parse(
    String(await askFirefox(browser, `(${takeFromConsole})(Services, Ci, ${JSON.stringify(extensionAddress)})`)),
  );
}

/** What Firefox lends to its own code, as far as it is needed here. */
interface FirefoxServices {
  readonly console: { getMessageArray(): readonly object[]; reset(): void };
}
interface FirefoxInterfaces {
  readonly nsIScriptError: { new (): ScriptError; readonly warningFlag: number };
}
interface ScriptError {
  readonly category: string;
  readonly sourceName: string;
  readonly errorMessage: string;
  readonly flags: number;
}

/** Runs in Firefox. */
function takeFromConsole(services: FirefoxServices, { nsIScriptError }: FirefoxInterfaces, origin: string): string {
  const errors: string[] = [];
  for (const message of services.console.getMessageArray()) {
    if (!(message instanceof nsIScriptError) || !message.sourceName.startsWith(origin)) continue;
    // A page was closed before what it had asked for was answered: that is what people do.
    if (/^Promise (resolved|rejected) (after context unloaded|while context is inactive)/.test(message.errorMessage))
      continue;
    const isError = (message.flags & nsIScriptError.warningFlag) === 0;
    if (isError || message.category.startsWith("CSP_")) errors.push(message.errorMessage);
  }
  services.console.reset();
  return JSON.stringify(errors);
}
