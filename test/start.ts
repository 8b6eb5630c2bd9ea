import { parseArgs } from "node:util";
import { PopupPage } from "./e2e/popup-page";
import { buildExtension } from "./harness/build-extension";
import { launchBrowser } from "./harness/launch";
import { scenario } from "./practice-site/scenario";
import { startPracticeSite } from "./practice-site/server";

/**
 * `npm start`: shows the extension at work. Builds it, serves the practice site, opens a real browser, runs the one-click
 * check and leaves the window open; without a display it prints the findings, saves screenshots and ends.
 */
const { values } = parseArgs({ options: { browser: { type: "string", default: "chrome" } } });
if (values.browser !== "chrome" && values.browser !== "firefox") {
  throw new Error(`There is no browser “${values.browser}” here: say --browser chrome or --browser firefox.`);
}

const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
await buildExtension();
const site = await startPracticeSite();
site.play(scenario());
const driven = await launchBrowser(values.browser, { port: site.port, headless: !hasDisplay, answersPrompts: true });
await driven.allowSites();
const popup = new PopupPage(await driven.openPopupTab());
const photographs = `artifacts/start-${values.browser}`;

if (!hasDisplay) await popup.photograph(`${photographs}-before`);
await popup.check();
for (const [setting, verdict] of Object.entries(await popup.findings())) console.log(`${setting}  ${verdict}`);
console.log(`x.number-on-file  ${await popup.numberOnFile()}`);

if (hasDisplay) {
  await popup.page.screenshot({ path: `${photographs}-after.png` });
  console.log("The window stays open: close it, or press Ctrl+C here, to end.");
  await new Promise((resolve) => driven.browser.once("disconnected", resolve));
} else {
  await popup.photograph(`${photographs}-after`);
  await driven.close();
}
console.log(`Screenshots: ${photographs}-*.png`);
await site.close();
