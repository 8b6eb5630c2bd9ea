import { expect } from "vitest";
import type { Finding } from "../../src/audit/finding";
import { Reason } from "../../src/audit/reason";
import type { PopupPage } from "./popup-page";
import type { Session } from "./session";
import { readLog, readStored } from "./stored-records";

/** What a fault may not change: the tabs that are open, and how many checks are remembered. */
export interface Standing {
  readonly tabs: readonly number[];
  readonly remembered: number;
}

const verdicts = ["exposed", "dormant", "protected", "unknown"] as const satisfies readonly Finding["verdict"][];
/** As the popup draws a finding. */
const drawnFindings = [...verdicts.slice(0, 3), ...Reason.options.map((reason) => `unknown: ${reason}`)];

/** What the extension and its browser hold, as one of the extension's pages sees it. */
async function readAll({ page }: PopupPage) {
  const tabs = (await page.evaluate("chrome.tabs.query({})")) as { id: number; url?: string }[];
  const stored = await readStored(page);
  // The extension's own pages are opened and closed by the tests.
  const others = tabs.filter(({ url = "" }) => !url.includes("-extension://"));
  return { tabs: others.map(({ id }) => id), keys: Object.keys(stored), log: readLog(stored) };
}

/** How long a page may take, in milliseconds: a Firefox that has lost a page's process may load nothing for 20 seconds. */
export const patienceAfterCrash = 45_000;

export async function readStanding(popup: PopupPage): Promise<Standing> {
  const { tabs, log } = await readAll(popup);
  return { tabs, remembered: log.length };
}

/**
 * What must hold whatever has befallen a check: every setting is drawn with a verdict or a reason of the closed list,
 * nothing is marked as running, no tab is left behind, and the history has grown by as much as it should and can be read.
 * Then the same is asked of the next check, which says the right thing.
 *
 * @param ended how many checks have ended since `before`
 */
export async function expectWhole(
  { play }: Pick<Session, "play">,
  popup: PopupPage,
  before: Standing,
  ended = 1,
): Promise<void> {
  await expectNothingLeft(popup, before, ended);
  play();
  await popup.check(patienceAfterCrash);
  expect(await popup.findings()).toMatchObject({ "x.phone": "exposed", "x.email": "protected" });
  expect(await popup.numberOnFile()).toBe("yes");
  await expectNothingLeft(popup, before, ended + 1);
}

async function expectNothingLeft(popup: PopupPage, before: Standing, ended: number): Promise<void> {
  const findings = Object.values(await popup.findings());
  expect(findings).toHaveLength(13);
  expect(findings.filter((finding) => !drawnFindings.includes(finding))).toEqual([]);
  // The check is told of as over before its tab is closed, and is over when that is gone.
  const readLeft = async () => {
    const { tabs, keys } = await readAll(popup);
    return [
      ...tabs.filter((tab) => !before.tabs.includes(tab)),
      ...keys.filter((key) => /^(running|opened|history:set-aside)/.test(key)),
    ];
  };
  await expect.poll(readLeft).toEqual([]);
  const { log } = await readAll(popup);
  expect(log).toHaveLength(before.remembered + ended);
  expect(log).toEqual([...log].sort((one, other) => other.time - one.time));
}
