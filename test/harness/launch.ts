import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, launch, type Page } from "puppeteer-core";
import { watchWorker } from "./chromium-worker";
import { copyExtension } from "./copy-extension";
import { type BrowserName, findBrowser } from "./find-browser";
import { announceTabs, askFirefox, takeFirefoxErrors } from "./firefox-code";
import { installInProfile, lastingPreferences, sparingPreferences } from "./firefox-profile";
import { poll } from "./poll";
import { speakOnly } from "./speak-only";

/** A real browser with the built extension in it, to which the practice site is the real one. */
export interface DrivenBrowser {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Where the extension's files live, with a slash at the end. */
  readonly extensionAddress: string;
  readonly popupAddress: string;
  /** The folder that receives what is downloaded. */
  readonly downloads: string;
  /** The page that opened by itself when the extension was installed; `null` where an organisation wants none. */
  readonly welcome: Page | null;
  /** Opens a page of the extension in a tab, by its path in the extension's folder. */
  openOwnPage(path: string): Promise<Page>;
  /** Opens the popup's page in a tab and waits until it is drawn. */
  openPopupTab(): Promise<Page>;
  /** Gives the extension its optional host permissions, as a person would at the prompt. */
  allowSites(): Promise<void>;
  /** Installs the extension as it was built over what is there. Its pages close, and what it kept in memory goes. */
  update(): Promise<void>;
  /** Updates it to one that speaks this language alone, as its folder is called; otherwise the browser chooses. */
  speak(language: string): Promise<void>;
  /** Stops the extension's background, as browsers do by themselves after a while. */
  stopBackground(): Promise<void>;
  /**
   * What went wrong in the extension's background since this was last asked, and in Firefox on its pages too: errors that
   * nobody caught, and what the content security policy kept from happening.
   */
  takeErrors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface LaunchOptions {
  /** The port of the practice site: every host is there. */
  readonly port: number;
  readonly headless: boolean;
  /** Firefox: whether permission prompts answer themselves with yes. Chromium never does. */
  readonly answersPrompts: boolean;
  /** Firefox: what an organisation has preset. Chromium takes that from the machine's own folders alone. */
  readonly preset?: Readonly<Record<string, unknown>>;
  /**
   * Firefox: the folder of a person's own profile, which stays: a browser that was ended, also by force, opens the tabs again
   * that it had open. The extension is installed in it as people have it, and not until the browser is closed.
   */
  readonly profile?: string;
  /**
   * Chromium: whether this is for a test and not for measuring. Then the extension's background is listened to for errors,
   * of which Firefox keeps a list by itself, and nothing moves while a page is waited for.
   */
  readonly isTest?: boolean;
  /**
   * Changes the built extension before it is loaded, as a test of a promise does to show that it sees it broken. Then it is
   * loaded from a copy, which can be given another language later.
   */
  readonly tamper?: (folder: string) => Promise<void>;
}

/** What is made ready before a browser starts. */
interface Setup {
  readonly executablePath: string;
  /** The folder that the extension is loaded from, and the one that it was built to. */
  readonly folder: string;
  readonly built: string;
  readonly manifest: Manifest;
  readonly downloads: string;
  /** Whether the extension opens its first page by itself. */
  readonly isWelcoming: boolean;
  /** Folders that go when the browser does. */
  readonly temporary: readonly string[];
}

interface Manifest {
  readonly action: { readonly default_popup: string };
  readonly optional_host_permissions: readonly string[];
  readonly browser_specific_settings?: { readonly gecko: { readonly id: string } };
}

/** The driver need not hear of every request: what a site is asked for, the site itself tells. */
const quiet = { networkEnabled: false, issuesEnabled: false };

/** Starts a browser with the extension from `dist/`. */
export async function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<DrivenBrowser> {
  const { preset, tamper } = options;
  const built = resolve("dist", name);
  const folder = tamper ? await copyExtension(built) : built;
  await tamper?.(folder);
  const downloads = await mkdtemp(join(tmpdir(), "unlisted-downloads-"));
  const setup: Setup = {
    executablePath: await findBrowser(name),
    folder,
    manifest: JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")),
    downloads,
    isWelcoming: preset?.welcomePage !== false,
    built,
    temporary: [downloads, ...(folder === built ? [] : [folder])],
  };
  return name === "chrome" ? launchChrome(setup, options) : launchFirefox(setup, options);
}

async function launchChrome(setup: Setup, options: LaunchOptions): Promise<DrivenBrowser> {
  const { executablePath, folder, downloads } = setup;
  const browser = await launch({
    browser: "chrome",
    executablePath,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    ...quiet,
    downloadBehavior: { policy: "allow", downloadPath: downloads },
    defaultViewport: null,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-quic",
      // Pages of the browser's own, for its address bar, which nobody here types into: each start would draw them.
      "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
      ...(options.isTest ? ["--force-prefers-reduced-motion"] : []),
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--host-resolver-rules=MAP * 127.0.0.1:${options.port}, EXCLUDE localhost`,
    ],
  });
  const worker = watchWorker(browser, options.isTest === true);
  const devtools = await browser.target().createCDPSession();
  const install = () =>
    worker.end(() => devtools.send("Extensions.loadUnpacked", { path: folder, enableInIncognito: true }));
  const { id } = await install();
  return drive("chrome", browser, `chrome-extension://${id}/`, setup, {
    install,
    // An empty tab would have a process of its own, and the page that it goes to another.
    openPage: async (address) => {
      const known = new Set(browser.targets());
      const [target] = await Promise.all([
        browser.waitForTarget((target) => !known.has(target) && target.url() === address),
        devtools.send("Target.createTarget", { url: address }),
      ]);
      const page = await target.page();
      if (!page) throw new Error(`The browser did not open ${address}.`);
      await waitForPlace(page, address);
      return page;
    },
    requestPermissions: async (page, origins) => {
      // What was allowed on that page is given without a prompt as soon as the extension asks for it.
      for (const origin of origins) await askDeveloperPage(browser, `addHostPermission("${id}", "${origin}")`);
      return (await page.evaluate(`chrome.permissions.request(${JSON.stringify({ origins })})`)) === true;
    },
    stopBackground: () => worker.stop(),
    takeErrors: async () => worker.takeErrors(),
  });
}

/** Calls a function of the page on which Chromium lets people manage their extensions. */
async function askDeveloperPage(browser: Browser, call: string): Promise<unknown> {
  const page = await browser.newPage();
  // Any address there may call it: this one brings no more than a few words, the page itself half a second's work.
  await page.goto("chrome://extensions/strings.m.js");
  const answer = await page.evaluate(`chrome.developerPrivate.${call}`);
  await page.close();
  return answer;
}

async function launchFirefox(
  setup: Setup,
  { port, headless, answersPrompts, preset, profile }: LaunchOptions,
): Promise<DrivenBrowser> {
  const { executablePath, folder, manifest, downloads } = setup;
  const uuid = "b1f3a5c7-9d2e-4f60-8a1b-3c5d7e9f0a2b";
  const geckoId = manifest.browser_specific_settings?.gecko.id ?? "";
  const home = preset ? await makeHome(geckoId, preset) : null;
  const isInstalled = profile !== undefined && !(await installInProfile(profile, geckoId, folder));
  const browser = await launch({
    browser: "firefox",
    env: home === null ? process.env : { ...process.env, HOME: home },
    executablePath,
    headless,
    acceptInsecureCerts: true,
    ...quiet,
    defaultViewport: null,
    args: ["--remote-allow-system-access"],
    ...(profile !== undefined && { userDataDir: profile }),
    extraPrefsFirefox: {
      ...(profile !== undefined && lastingPreferences),
      ...sparingPreferences,
      "network.dns.forceResolve": "127.0.0.1",
      "network.socket.forcePort": `443=${port}`,
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "extensions.webextOptionalPermissionPrompts": !answersPrompts,
      "extensions.webextensions.uuids": JSON.stringify({
        [geckoId]: uuid,
      }),
    },
  });
  announceTabs(browser);
  const install = () => browser.installExtension(folder);
  if (profile === undefined) await install();
  const ready = {
    ...setup,
    isWelcoming: setup.isWelcoming && !isInstalled,
    temporary: home === null ? setup.temporary : [...setup.temporary, home],
  };
  return drive("firefox", browser, `moz-extension://${uuid}/`, ready, {
    install,
    openPage: async (address) => {
      const page = await browser.newPage();
      await visitExtensionPage(page, address);
      return page;
    },
    requestPermissions: async (page, origins) => {
      // The prompt answers itself, but only in the handler of a real click.
      await page.evaluate(`
        void (globalThis.answer = new Promise((resolve, reject) => addEventListener("click", () =>
          chrome.permissions.request(${JSON.stringify({ origins })}).then(resolve, reject))))`);
      await page.mouse.click(4, 4);
      return (await page.evaluate("globalThis.answer")) === true;
    },
    stopBackground: async () => {
      // Firefox would rather wait for answers that are due: it too stops one at last that takes too long.
      const how = "{ disableResetIdleForTest: true, ignoreDevToolsAttached: true }";
      await askFirefox(browser, `WebExtensionPolicy.getByHostname("${uuid}").extension.terminateBackground(${how})`);
    },
    takeErrors: () => takeFirefoxErrors(browser, `moz-extension://${uuid}/`),
  });
}

/** What each browser does in its own way. */
interface BrowserOwn extends Pick<DrivenBrowser, "stopBackground" | "takeErrors"> {
  /** Loads the extension from its folder, also where it is loaded already. */
  install(): Promise<unknown>;
  openPage(address: string): Promise<Page>;
  /** Has the extension ask for permissions on one of its pages, and answers with yes. */
  requestPermissions(page: Page, origins: readonly string[]): Promise<boolean>;
}

async function drive(
  name: BrowserName,
  browser: Browser,
  extensionAddress: string,
  { manifest, folder, built, downloads, isWelcoming, temporary }: Setup,
  { install, openPage, requestPermissions, stopBackground, takeErrors }: BrowserOwn,
): Promise<DrivenBrowser> {
  const popupAddress = extensionAddress + manifest.action.default_popup;
  const origins = manifest.optional_host_permissions;
  const welcomeAddress = `${extensionAddress}src/welcome/index.html`;
  const welcome = isWelcoming ? await waitForExtensionPage(browser, welcomeAddress) : null;

  async function openPopupTab(): Promise<Page> {
    const page = await openPage(popupAddress);
    await page.waitForSelector("[data-check]");
    return page;
  }

  return {
    name,
    browser,
    extensionAddress,
    popupAddress,
    downloads,
    welcome,
    openOwnPage: (path) => openPage(extensionAddress + path),
    openPopupTab,
    async allowSites() {
      const page = await openPopupTab();
      if (!(await requestPermissions(page, origins))) throw new Error("The browser did not give the permission.");
      await page.close();
    },
    async update() {
      if (folder !== built) await cp(built, folder, { recursive: true });
      await install();
    },
    async speak(language) {
      if (folder === built) throw new Error("What was built is not to be changed: only a copy is given a language.");
      await cp(built, folder, { recursive: true });
      await speakOnly(folder, language);
      await install();
    },
    stopBackground,
    takeErrors,
    async close() {
      await browser.close();
      for (const folder of temporary) await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Goes to a page of the extension. Firefox never reports the end of such a navigation, and its remote end fails when it
 * is asked for anything in the moment in which one document replaces the other: so the page is asked where it is until it
 * answers from its new place.
 */
export async function visitExtensionPage(page: Page, address: string): Promise<void> {
  page.goto(address).catch(() => undefined);
  await waitForPlace(page, address);
}

async function waitForPlace(page: Page, address: string): Promise<void> {
  await poll(
    async () => ((await readPlace(page)) === address ? true : null),
    () => `The browser did not open ${address}.`,
  );
}

async function readPlace(page: Page): Promise<unknown> {
  return page.evaluate("location.href").catch(() => null);
}

/** Waits for a page that the extension opens by itself. Firefox's pages are asked where they are: it reports no address. */
async function waitForExtensionPage(browser: Browser, address: string): Promise<Page> {
  return poll(
    async () => {
      for (const page of await browser.pages()) if ((await readPlace(page)) === address) return page;
      return null;
    },
    async () => {
      const places = (await browser.pages()).map(async (page) => `${page.url()} at ${await readPlace(page)}`);
      return `The extension did not open ${address}. There are: ${(await Promise.all(places)).join(", ")}`;
    },
  );
}

/** Makes a home folder in which Firefox finds what an organisation has preset for the extension. */
async function makeHome(geckoId: string, preset: Readonly<Record<string, unknown>>): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "unlisted-home-"));
  const folder = join(home, ".mozilla/managed-storage");
  await mkdir(folder, { recursive: true });
  const content = { name: geckoId, description: "What is preset", type: "storage", data: preset };
  await writeFile(join(folder, `${geckoId}.json`), JSON.stringify(content));
  return home;
}
