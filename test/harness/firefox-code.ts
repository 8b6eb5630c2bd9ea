import type { Browser } from "puppeteer-core";

/** Puppeteer's way to Firefox, which leads further than its own words for it. */
interface Connected {
  readonly connection: { send(method: string, parameters: object): Promise<{ readonly result: unknown }> };
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
