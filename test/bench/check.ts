import type { Page } from "puppeteer-core";
import { x } from "../../src/sites/x";
import { PopupPage } from "../e2e/popup-page";
import { installSecondExtension, type SecondExtension } from "../harness/second-extension";
import { scenario } from "../practice-site/scenario";
import type { PracticeSite } from "../practice-site/server";
import { fillHistory } from "./fill-history";
import { compare, type Measured, median } from "./measure";
import { onStage } from "./stage";

/** When something began and ended, in milliseconds since 1970. */
interface Timed {
  readonly begun: number;
  readonly ended: number;
}

/** The two pages of a check, and what both ask of the site for each, between which the time is told apart. */
const [contacts, phone] = x.visits.map(({ address }) => address) as [string, string];
const milestonesOf: Readonly<Record<string, readonly (readonly [name: string, path: string])[]>> = {
  [contacts]: [
    ["until the page with the switches is asked for", "/settings/contacts"],
    ["until that page asks for its settings", "/1.1/account/settings.json"],
  ],
  [phone]: [
    ["until they are seen and the page with the number is asked for", "/settings/phone"],
    ["until that page asks for the number", "/1.1/users/email_phone_info.json"],
  ],
};

/** What is measured: a check of X as it is now, or of one whose memory cannot be read, and where the baseline has its pages. */
interface Case {
  readonly name: string;
  readonly isInFront: boolean;
  /** The pages that the check opens, in order. */
  readonly pages: readonly string[];
  readonly memory: "ordinary" | "unreachable";
  readonly most: number;
}

const cases: readonly Case[] = [
  // As a person would see the two pages: each is drawn.
  {
    name: "two pages shown in a plain tab",
    isInFront: true,
    pages: [contacts, phone],
    memory: "ordinary",
    most: 1.15,
  },
  // What a check could come to at best, if it looked at nothing and kept nothing: there nothing is drawn.
  {
    name: "two pages loaded in the background",
    isInFront: false,
    pages: [contacts, phone],
    memory: "ordinary",
    most: 1.15,
  },
  // Without a memory the first page is loaded once more, and X's answers are overheard.
  {
    name: "overhearing: three pages shown in a plain tab",
    isInFront: true,
    pages: [contacts, contacts, phone],
    memory: "unreachable",
    most: 1.15,
  },
];

/**
 * How long a full check takes, from the click on *Check now* until the popup has drawn what was kept of it, against the
 * site's own time for the same pages: a tab is opened at the first, brought to the next as soon as the boxes of the one
 * before are there, and closed as soon as the number of the last is. The log is full: so it is for those who have used
 * Unlisted longest.
 *
 * Both are timed by the clock of the page that has them done, an extension's page in front: ours is the popup, where the
 * click's own time stamp begins and the frame after the answer was drawn ends it; the baseline's is a page of a small
 * extension that does nothing else. It learns that a page has shown what it should from a script of a few lines that
 * watches the page for that alone. It is registered only while the baseline is measured, so that a check has no guest.
 *
 * Where the time goes is told by what both ask of the site, by the site's own log.
 */
export function measureCheck(): Promise<Measured[]> {
  return onStage(async ({ driven, site }) => {
    const baseline = await installTabOpener(driven);
    const opener = await driven.browser.newPage();
    await opener.goto(`${baseline.address}opener.html`);
    const popup = new PopupPage(await driven.openPopupTab());
    await popup.check();
    await fillHistory(popup.page);
    const measured: Measured[] = [];
    for (const one of cases) {
      site.play(scenario({ memory: one.memory }));
      measured.push(await measureAgainst(one, opener, popup, site));
    }
    await baseline.remove();
    return measured;
  });
}

async function measureAgainst(one: Case, opener: Page, popup: PopupPage, site: PracticeSite): Promise<Measured> {
  const milestones = one.pages.flatMap((page) => milestonesOf[page] ?? []);
  const listSteps = (): number[][] => [...milestones.map(() => []), []];
  const steps = { baseline: listSteps(), subject: listSteps() };
  const timeInSteps = async (taken: Promise<Timed>, into: number[][]) => {
    const known = site.requests.length;
    const { begun, ended } = await taken;
    const requests = site.requests.slice(known).filter(({ method }) => method === "GET");
    let last = begun;
    for (const [index, [, path]] of milestones.entries()) {
      const at = requests.find((request) => request.path === path && request.at >= last - 1)?.at ?? Number.NaN;
      into[index]?.push(at - last);
      last = at;
    }
    into.at(-1)?.push(ended - last);
    return ended - begun;
  };
  const measured = await compare({
    name: `check, click to verdict drawn: ${one.name}`,
    unit: "ms",
    kind: "ratio",
    most: one.most,
    runs: 31,
    baseline: () => timeInSteps(timePages(opener, one), steps.baseline),
    subject: () => timeInSteps(timeCheck(popup), steps.subject),
  });
  const names = [...milestones.map(([name]) => name), "until all is over"];
  const parts = names.map((name, index) => ({
    name,
    baseline: median(steps.baseline[index] ?? []),
    subject: median(steps.subject[index] ?? []),
  }));
  return { ...measured, parts };
}

function installTabOpener(driven: Parameters<typeof installSecondExtension>[0]): Promise<SecondExtension> {
  return installSecondExtension(
    driven,
    { permissions: ["scripting"], host_permissions: x.origins },
    {
      "opener.html": `<!doctype html><title>Opener</title><script src="opener.js"></script>`,
      "opener.js": openerScript,
      "watch.js": watchScript,
    },
  );
}

/** Leaves in the baseline's page what opens the pages, one after the other in one tab, and times that. */
const openerScript = `
  let shown = () => {};
  chrome.runtime.onMessage.addListener(() => shown());
  const nextShown = () => new Promise((resolve) => (shown = resolve));

  async function timePages([first, ...others], active) {
    const start = performance.now();
    const firstShown = nextShown();
    const { id } = await chrome.tabs.create({ url: first, active });
    await firstShown;
    for (const url of others) {
      const isShown = nextShown();
      await chrome.tabs.update(id, { url });
      await isShown;
    }
    await chrome.tabs.remove(id);
    return { begun: performance.timeOrigin + start, ended: performance.timeOrigin + performance.now() };
  }`;

/** Reports, once, that the site's page shows its two boxes or its number: in front, after the frame that drew them. */
const watchScript = `
  const isShown = () =>
    location.pathname === "/settings/phone"
      ? document.querySelector('input[name="current_phone"]') !== null
      : document.querySelectorAll('label input[type="checkbox"]').length === 2;
  const observer = new MutationObserver(() => {
    if (!isShown()) return;
    observer.disconnect();
    const report = () => chrome.runtime.sendMessage("shown");
    if (document.visibilityState === "hidden") report();
    else requestAnimationFrame(() => setTimeout(report));
  });
  observer.observe(document, { subtree: true, childList: true });`;

async function timePages(opener: Page, { isInFront, pages }: Case): Promise<Timed> {
  await opener.bringToFront();
  const script = { id: "watch", js: ["watch.js"], matches: x.origins, runAt: "document_start" };
  await opener.evaluate(`chrome.scripting.registerContentScripts([${JSON.stringify(script)}])`);
  const timed = (await opener.evaluate(`timePages(${JSON.stringify(pages)}, ${isInFront})`)) as Timed;
  await opener.evaluate(`chrome.scripting.unregisterContentScripts()`);
  return timed;
}

async function timeCheck(popup: PopupPage): Promise<Timed> {
  const { page } = popup;
  await page.bringToFront();
  await page.evaluate(() => {
    const timed = new Promise<{ begun: number; ended: number }>((resolve) => {
      let begun = Number.NaN;
      const { timeOrigin } = performance;
      addEventListener("click", ({ timeStamp }) => (begun = timeOrigin + timeStamp), { capture: true, once: true });
      const main = document.querySelector("main[data-check]");
      let hasRun = false;
      const observer = new MutationObserver(() => {
        const phase = main?.getAttribute("data-check");
        if (phase === "running") hasRun = true;
        if (phase !== "done" || !hasRun) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve({ begun, ended: timeOrigin + performance.now() })));
      });
      observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-check"] });
    });
    Object.assign(globalThis, { timed });
  });
  await popup.press("check");
  const timed = (await page.evaluate("globalThis.timed")) as Timed;
  const found = `${(await popup.findings())["x.phone"]}, number on file: ${await popup.numberOnFile()}`;
  if (found !== "exposed, number on file: yes") throw new Error(`The check did not get through: ${found}.`);
  return timed;
}
