import type { Page, Target } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from "vitest";
import { type DrivenBrowser, launchBrowser } from "../harness/launch";
import { contactsWordings } from "../practice-site/languages";
import type { Scenario } from "../practice-site/scenario";
import { scenario } from "../practice-site/scenario";
import { type PracticeSite, startPracticeSite } from "../practice-site/server";
import { PopupPage } from "./popup-page";

/** One browser with the extension and one practice site, shared by the tests of a file. */
export interface Session {
  readonly driven: DrivenBrowser;
  readonly site: PracticeSite;
  /**
   * Takes what was complained of on any console since the test began. Nothing may be left at its end: a test that
   * provokes complaints takes and checks them.
   */
  takeComplaints(): Promise<readonly string[]>;
  /** Has the extension and the site speak this language from here on, as its folder is called. */
  speak(language: string): Promise<void>;
  /** Plays a scenario from here on. */
  play(changes?: Partial<Scenario>): void;
  openPopup(): Promise<PopupPage>;
  openSitePage(path: string): Promise<Page>;
  /** Addresses on the site's origin that are open in a tab. */
  openSiteAddresses(): Promise<readonly string[]>;
}

interface SessionOptions {
  /** Whether the extension may look at the site from the start. */
  readonly isAllowed?: boolean;
  /** What an organisation has preset. */
  readonly preset?: Readonly<Record<string, unknown>>;
  /** What is changed in the extension, such as what is broken to show that a test sees it; until it is updated. */
  readonly tamper?: (folder: string) => Promise<void>;
}

const asBuilt = async () => undefined;

/** Sets a session up for the tests of this file; each test begins with no results, one blank tab and an ordinary site. */
export function shareSession({ isAllowed = true, preset, tamper = asBuilt }: SessionOptions = {}): () => Session {
  let session: Session | null = null;
  /** A tab that is always there: a browser ends with its last one. */
  let blank: Page | null = null;
  const complaints: Complaint[] = [];
  let speaking: Partial<Scenario> = {};
  const current = () => {
    if (!session) throw new Error("The session has not begun.");
    return session;
  };

  beforeAll(async () => {
    const site = await startPracticeSite();
    const driven = await launchBrowser(inject("browser"), {
      port: site.port,
      headless: true,
      answersPrompts: isAllowed,
      isTest: true,
      ...(preset && { preset }),
      tamper,
    });
    driven.browser.on("targetcreated", (target: Target) => listen(target, (complaint) => complaints.push(complaint)));
    if (isAllowed) await driven.allowSites();
    session = {
      driven,
      site,
      takeComplaints: async () => [...readComplaints(complaints.splice(0)), ...(await driven.takeErrors())],
      speak: async (language) => {
        await driven.speak(language);
        speaking = language in contactsWordings ? { language } : {};
        site.play(scenario(speaking));
      },
      play: (changes) => site.play(scenario({ ...speaking, ...changes })),
      openPopup: async () => new PopupPage(await driven.openPopupTab()),
      openSitePage: async (path) => {
        const page = await driven.browser.newPage();
        await page.goto(`https://x.com${path}`);
        return page;
      },
      openSiteAddresses: async () => {
        const pages = await driven.browser.pages();
        return pages.map((page) => page.url()).filter((address) => address.startsWith("https://x.com/"));
      },
    };
  });

  beforeEach(() => {
    current().play();
  });

  afterEach(async () => {
    const { driven } = current();
    const pages = await driven.browser.pages();
    const own = await findExtensionPage(pages, driven.extensionAddress);
    await (own ?? (await driven.openPopupTab())).evaluate(
      `Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])`,
    );
    if (!blank || blank.isClosed()) blank = await driven.browser.newPage();
    for (const open of await driven.browser.pages()) if (open !== blank) await open.close();
    expect(await current().takeComplaints()).toEqual([]);
  });

  afterAll(async () => {
    if (session) expect(await session.takeComplaints()).toEqual([]);
    await session?.driven.close();
    await session?.site.close();
  });

  return current;
}

/**
 * A page of the extension that a test has left open and that can ask the browser something: Firefox shows a page that is
 * just being opened or closed as one where `chrome` is not there. It tells nobody but the page itself where it is.
 */
async function findExtensionPage(pages: readonly Page[], address: string): Promise<Page | null> {
  for (const page of pages) {
    if (page.url().startsWith("https://")) continue;
    const place = await page.evaluate("typeof chrome === 'object' && location.href").catch(() => "");
    if (String(place).startsWith(address)) return page;
  }
  return null;
}

/** Something that a page complained of. It is told with the page's address, by `readComplaints`. */
interface Complaint {
  readonly page: Page;
  readonly words: string;
}

/** Hears what a page complains about. Firefox may say only later where a tab stands that nobody sees. */
async function listen(target: Target, complain: (complaint: Complaint) => void): Promise<void> {
  const page = await target.page().catch(() => null);
  if (!page) return;
  page.on("pageerror", (error) => complain({ page, words: error instanceof Error ? error.message : String(error) }));
  page.on("console", (message) => {
    if (message.type() === "error") complain({ page, words: message.text() });
  });
}

/** That the site's own page could not load something is the site's affair. */
function readComplaints(complaints: readonly Complaint[]): readonly string[] {
  return complaints
    .map(({ page, words }) => `${page.url()}: ${words}`)
    .filter((complaint) => !/^https:\/\/\S+: (Failed to load|Cross-Origin Request Blocked)/.test(complaint));
}
