import { expect } from "vitest";
import type { SawFile } from "../../src/audit/saw";
import type { Scenario } from "../practice-site/scenario";
import type { PopupPage } from "./popup-page";
import type { Session } from "./session";

/** How long a check may take that loads its page twice, with time for a page that looks at itself meanwhile. */
export const patience = 60_000;

/** Of the two switches one is on: whatever is made of a page, that one must not be called protected. */
export const oneOn = { discoverable_by_mobile_phone: true, discoverable_by_email: false };

/** What a check has seen, as the person can keep it. */
export async function readSaw({ page }: PopupPage): Promise<SawFile> {
  const text = await page.evaluate(
    `chrome.windows.getCurrent().then(({ id }) => chrome.runtime.sendMessage({ ask: "saw", site: "x", window: id }))`,
  );
  return JSON.parse(String(text));
}

/** How many answers a check has heard on the page with the switches, when it loaded that once more. */
export async function countHeard(popup: PopupPage): Promise<number> {
  const { looks } = await readSaw(popup);
  const look = looks.find(({ visit, way }) => visit === "contacts" && way === "overhearing");
  const { answers } = (look?.saw.answers ?? { answers: [] }) as { answers: readonly unknown[] };
  return answers.length;
}

/** What a curious page has noted, and what the site was asked for meanwhile. */
export interface CuriousLoad {
  readonly notes: Readonly<Record<string, unknown>>;
  readonly requests: readonly string[];
}

/**
 * Opens a page as a person would, and then has a check overhear it.
 *
 * @returns what came of both, and of the check's first look, which does not listen
 */
export async function compareLoads(
  { play, site, openSitePage, openPopup }: Session,
  changes: Partial<Scenario>,
): Promise<{ readonly alone: CuriousLoad; readonly first: CuriousLoad; readonly overheard: CuriousLoad }> {
  play({ memory: "unreachable", settings: oneOn, ...changes });
  const isCurious = typeof changes.hostility === "string";
  const page = await openSitePage("/settings/contacts");
  await page.waitForSelector("input[type=checkbox]", { timeout: patience });
  if (isCurious) await expect.poll(() => site.notes.length).toBe(1);
  await page.close();
  const popup = await openPopup();
  await popup.check(patience);
  expect(await popup.findings()).toMatchObject({ "x.phone": "exposed" });
  expect(await countHeard(popup)).toBeGreaterThan(0);
  const notes = site.notes as readonly Readonly<Record<string, unknown>>[];
  if (isCurious) expect(notes).toHaveLength(3);
  for (const noted of notes) expect(noted).not.toHaveProperty("failed");
  const [alone, first, overheard] = splitLoads(site.requests).map((requests, index) => ({
    requests,
    notes: notes[index] ?? {},
  }));
  if (!alone || !first || !overheard) throw new Error("The page was not loaded three times.");
  return { alone, first, overheard };
}

/** What the site was asked for in each load of the page with the switches; files that browsers keep are left out. */
function splitLoads(requests: Session["site"]["requests"]): readonly (readonly string[])[] {
  const loads: string[][] = [];
  for (const { method, host, path } of requests) {
    if (path.startsWith("/settings/")) loads.push([]);
    const isSites = host === "x.com" || host === "api.x.com";
    if (isSites && !path.startsWith("/client/")) loads.at(-1)?.push(`${method} ${host}${path}`);
  }
  return loads.map((load) => load.sort());
}
