import type { Browser, Page } from "puppeteer-core";
import { expect } from "vitest";
import { visitExtensionPage } from "../harness/launch";
import type { Session } from "./session";

/** Where what must not be sent would arrive. */
export const secretPlace = "https://x.com/secret/";

const pages = ["popup", "report", "welcome"];
/** A worker has no document to hang something into. */
const ofWorkers = ["event-source", "fetch", "web-socket"];
const ofPages = [...ofWorkers, "beacon", "frame", "image", "request", "style"];

/** What answers to code: a page, a worker, or Firefox's background by way of one of the extension's pages. */
interface Room {
  readonly name: string;
  readonly ways: readonly string[];
  evaluate(code: string): Promise<unknown>;
}

/** Tries to send something in every way that there is, and keeps which ones the browser's rules have stopped. */
export const send = `(scope) => {
  const stopped = (scope.stopped = []);
  scope.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) =>
    // Of a frame's address browsers tell the host alone.
    stopped.push(effectiveDirective === "frame-src" ? "frame" : blockedURI.split("/").at(-1)));
  const way = (name) => "${secretPlace}" + name;
  const attempt = (work) => { try { work(); } catch {} };
  attempt(() => scope.fetch(way("fetch"), { mode: "no-cors" }).catch(() => undefined));
  attempt(() => new scope.WebSocket(way("web-socket").replace("https", "wss")));
  attempt(() => {
    const source = new scope.EventSource(way("event-source"));
    source.onerror = () => source.close();
  });
  const { document } = scope;
  if (!document) return;
  const hang = (element, properties) => document.head.append(Object.assign(document.createElement(element), properties));
  attempt(() => scope.navigator.sendBeacon(way("beacon"), "secret"));
  attempt(() => {
    const request = new scope.XMLHttpRequest();
    request.open("POST", way("request"));
    request.send("secret");
  });
  attempt(() => hang("img", { src: way("image") }));
  attempt(() => hang("link", { rel: "stylesheet", href: way("style") }));
  attempt(() => hang("iframe", { src: way("frame") }));
}`;

/** The extension's pages, one after the other, and its background. */
export async function* openRooms({ driven }: Session): AsyncGenerator<Room> {
  const page = await driven.browser.newPage();
  for (const name of pages) {
    await visitExtensionPage(page, `${driven.extensionAddress}src/${name}/index.html`);
    yield { name, ways: ofPages, evaluate: (code) => page.evaluate(`(${code})(window)`) };
  }
  yield driven.name === "chrome" ? await openWorker(driven.browser) : openBackgroundPage(page);
  await page.close();
}

async function openWorker(browser: Browser): Promise<Room> {
  const target = await browser.waitForTarget((target) => target.type() === "service_worker");
  const worker = await target.worker();
  if (!worker) throw new Error("The background does not run.");
  return { name: "worker", ways: ofWorkers, evaluate: (code) => worker.evaluate(`(${code})(self)`) };
}

function openBackgroundPage(page: Page): Room {
  return {
    name: "background",
    ways: ofPages,
    evaluate: (code) => page.evaluate(`browser.runtime.getBackgroundPage().then(${code})`),
  };
}

/** What has reached the site, by the last part of its path. */
export const arrived = ({ site }: Session) => [
  ...new Set(
    site.requests.filter(({ path }) => path.startsWith("/secret/")).map(({ path }) => path.slice("/secret/".length)),
  ),
];

/** What the site is asked for, each request once: `GET x.com/settings/contacts`. */
const asked = ({ site }: Session) => [
  ...new Set(
    site.requests
      .filter(({ host }) => host === "x.com" || host === "api.x.com")
      .map(({ method, host, path }) => `${method} ${host}${path}`),
  ),
];

/** What a check asks the site for, and the site's own pages, opened by hand, do not. */
export async function listForeignRequests(session: Session): Promise<readonly string[]> {
  for (const path of ["/settings/contacts", "/settings/phone"]) {
    const page = await session.openSitePage(path);
    await page.waitForSelector('input[type="checkbox"], input[name="current_phone"]');
    await page.close();
  }
  const own = asked(session);
  session.play();
  const popup = await session.openPopup();
  await popup.check();
  expect((await popup.findings())["x.phone"]).toBe("exposed");
  return asked(session).filter((request) => !own.includes(request));
}
