import browser from "webextension-polyfill";
import type { Site } from "../audit/site";
import { describeGuide } from "../guide/describe";
import { advance, chooseSteps, currentStep, type GuideSession, isAbandoned, type Phase, sumUp } from "../guide/session";
import type { GuideAction, GuideReport, GuideView } from "../guide/view";
import { offeredInterval } from "../history/due";
import { sites } from "../sites";
import { changeInFront, checkAnew, subjectIn } from "./checks";
import { noteSign } from "./end-check";
import { hideOverlay, showOverlay } from "./overlay";
import { forgetGuide, forgetNotice, readGuide, readNotice, readResults, writeGuide, writeNotice } from "./records";
import { readReminding, setReminder } from "./reminders";
import type { Notice } from "./standing";
import { contexts, type Subject } from "./subject";
import type { Thrower } from "./throw-switch";
import { drawToolbar } from "./toolbar";

/** A guide under way, and whose it is. */
interface Guide {
  readonly subject: Subject;
  readonly site: Site;
  readonly session: GuideSession;
}

/** How soon after the first a second call for the same guide is taken for the same, in milliseconds. */
const hastyTime = 3000;

/** Tabs whose guide's step this background is working on. A stopped background leaves steps that nobody works on. */
const working = new Set<number>();

/**
 * Opens a step's page in front and begins to guide there, from what is known of the account. Where the browser does not let
 * Unlisted onto the site, the page is opened all the same, and the person is told why nothing stands there.
 *
 * @param chosen the setting, or the step beyond the settings, that the person chose
 */
export async function startGuide(site: Site, window: number, chosen: string, account: string | null): Promise<void> {
  const subject = await subjectIn(window, site);
  await inTurn(subject, async () => {
    const last = await readGuide(subject);
    // A hasty second click, or a permission that was answered twice, means the same guide.
    if (last?.steps[0] === chosen && last.account === account && Math.abs(Date.now() - last.begunAt) < hastyTime)
      return;
    await endGuide(subject);
    await dismissNotice(subject);
    const known = (await readResults(subject))?.latest ?? null;
    const before = known?.failure === null && known.account === account ? known : null;
    const steps = chooseSteps(site, chosen, before);
    const page = site.guide.find(({ id }) => id === steps[0])?.place.page;
    if (page === undefined) return;
    const isAllowed = await browser.permissions.contains({ origins: [...site.origins] });
    // Before the page comes, for which the popup closes: whoever looks for the guide then finds the mark on the button.
    if (!isAllowed) await notify(subject, "guide-not-allowed");
    const tab = await browser.tabs.create({ windowId: window, url: page, active: true });
    if (tab.id === undefined || !isAllowed) return;
    const phase: Phase = { name: "asking" };
    const begunAt = Date.now();
    const session = { tab: tab.id, account, steps, at: 0, phase, before, begunAt, lastSignAt: begunAt };
    await writeGuide(subject, session);
    watchTabs();
    await showGuide({ subject, site, session });
  });
}

/** Takes up what the overlay in a tab reports. */
export async function hearGuide(tab: number, report: GuideReport): Promise<void> {
  const guide = await findGuide(tab);
  if (!guide) return hideOverlay(tab);
  const { subject, session } = guide;
  switch (report.guide) {
    case "alive":
      return inTurn(subject, () => keepAlive(subject, tab, report.isActive));
    case "differs":
      return inTurn(subject, () => takeBack(guide));
    case "removed":
      return inTurn(subject, async () => {
        // An overlay that was put up once more meanwhile may have reported before.
        if (await findGuide(tab)) await tellOfRemoval(guide);
      });
    case "thrown": {
      const isAwaited = session.phase.name === "asking" && (await viewOf(guide)).watches;
      return isAwaited ? throwFor(guide, { who: "person", at: report.at }) : undefined;
    }
    case "act":
      return act(guide, report.action);
    default:
      return report satisfies never;
  }
}

/** The browser lets Unlisted onto more sites: who was told that it does not need not read that any more. */
export async function forgetRefusals(): Promise<void> {
  for (const subject of subjects()) {
    if ((await readNotice(subject)) === "guide-not-allowed") await dismissNotice(subject);
  }
}

/** Goes on with the guides that a stopped background has left. */
export async function resumeGuides(): Promise<void> {
  for (const guide of await findGuides()) {
    await inTurn(guide.subject, async () => {
      watchTabs();
      await refresh(guide.subject);
    });
  }
}

/** What was proven is seen to be otherwise: it does not hold any more, and the step begins anew. */
async function takeBack({ subject, site, session }: Guide): Promise<void> {
  const setting = site.settings.find(({ id }) => id === currentStep(session, site)?.id);
  const open = Object.entries(setting?.states ?? {}).find(([, { isPrivate }]) => !isPrivate)?.[0];
  if (session.phase.name !== "done" || !setting || open === undefined) return;
  const { account } = session;
  await noteSign(subject, { setting: setting.id, account, kind: "open", state: open, until: Date.now() });
  await update(subject, session, { name: "asking" });
}

async function act(guide: Guide, action: GuideAction): Promise<void> {
  const { subject, session, site } = guide;
  const view = await viewOf(guide);
  const offers = [...view.actions, ...Object.values(view.detours).flatMap((detour) => detour?.actions ?? [])];
  if (action !== "close" && !offers.some((offer) => offer.action === action)) return;
  switch (action) {
    case "switch-off":
      return throwFor(guide, { who: "unlisted" });
    case "undo":
      return throwFor(guide, { who: "unlisted" }, session.phase.name === "done" ? session.phase.undoTo : null);
    case "confirm":
      return work(guide, async () => {
        const { failure, source, account, numberOnFile } = await checkAnew(site, await windowOf(session));
        if (failure !== null) return { name: "failed", reason: failure };
        // Without permission a check falls back on a tab that was open already: that proves nothing.
        if (source !== "fresh-load") return { name: "failed", reason: "not-fresh" };
        if (account !== session.account) return { name: "failed", reason: "account-changed" };
        if (numberOnFile.answer === "no") return { name: "done", undoTo: null };
        return { name: "failed", reason: numberOnFile.answer === "yes" ? "not-saved" : numberOnFile.reason };
      });
    case "next":
    case "skip":
      return inTurn(subject, () => move(guide, advance(session, site)));
    case "back":
    case "retry":
      return inTurn(subject, () => move(guide, { ...session, phase: { name: "asking" } }, true));
    case "finish":
      return inTurn(subject, () => move(guide, sumUp(session)));
    case "remind":
      return inTurn(subject, async () => {
        await setReminder(offeredInterval);
        await refresh(subject);
      });
    case "close":
      return stopGuide(subject);
    default:
      return action satisfies never;
  }
}

/** Has the step's switch thrown, or takes up that it was, and lets a fresh check say what came of it. */
function throwFor(guide: Guide, thrower: Thrower, undoTo: string | null = null): Promise<void> {
  const { session, site } = guide;
  return work(guide, async () => {
    const setting = site.settings.find(({ id }) => id === currentStep(session, site)?.id);
    const off = Object.entries(setting?.states ?? {}).find(([, { isPrivate }]) => isPrivate)?.[0];
    const state = undoTo ?? off;
    if (!setting || state === undefined) return { name: "failed", reason: "control-not-found" };
    const order = { setting: setting.id, state, account: session.account };
    const change = await changeInFront(site, await windowOf(session), order, session.tab, thrower);
    if (!change) return { name: "asking" };
    if (change.failure !== null) return { name: "failed", reason: change.failure };
    if (undoTo !== null) return { name: "undone" };
    const isOwn = thrower.who === "unlisted" && change.from !== change.to;
    return { name: "done", undoTo: isOwn ? change.from : null };
  });
}

/** The window that the guide's tab is in now. */
async function windowOf({ tab }: GuideSession): Promise<number> {
  const { windowId } = await browser.tabs.get(tab);
  if (windowId === undefined) throw new Error("The guide's tab is in no window.");
  return windowId;
}

/** Shows that a step is being worked on, and then how it went; the person may close the guide meanwhile. */
async function work({ subject, session }: Guide, step: () => Promise<Phase>): Promise<void> {
  const { tab } = session;
  if (working.has(tab)) return;
  working.add(tab);
  try {
    await inTurn(subject, () => update(subject, session, { name: "working" }));
    const phase = await step().catch((): Phase => ({ name: "failed", reason: "interrupted" }));
    working.delete(tab);
    await inTurn(subject, () => update(subject, session, phase));
  } finally {
    working.delete(tab);
  }
}

/** Writes and shows a new phase, where the guide is still at the same step in the same tab. */
async function update(subject: Subject, { tab, at }: GuideSession, phase: Phase): Promise<void> {
  const session = await readGuide(subject);
  if (session?.tab !== tab || session.at !== at) return;
  await writeGuide(subject, { ...session, phase });
  await refresh(subject);
}

/** Goes to another point of the guide, and to its page where another one is shown or a fresh one is wanted. */
async function move({ subject, site, session }: Guide, to: GuideSession, loadsAfresh = false): Promise<void> {
  const current = await readGuide(subject);
  if (current?.tab !== session.tab || current.at !== session.at || current.phase.name !== session.phase.name) return;
  await writeGuide(subject, { ...to, lastSignAt: Date.now() });
  const page = to.phase.name === "asking" ? currentStep(to, site)?.place.page : undefined;
  const { url = "" } = await browser.tabs.get(to.tab);
  if (page !== undefined && (loadsAfresh || url.replace(/[?#].*$/, "") !== page)) {
    // Shown again when the page has come.
    await browser.tabs.update(to.tab, { url: page });
  } else {
    await refresh(subject);
  }
}

async function keepAlive(subject: Subject, tab: number, isActive: boolean): Promise<void> {
  const session = await readGuide(subject);
  if (session?.tab !== tab) return;
  if (isActive) await writeGuide(subject, { ...session, lastSignAt: Date.now() });
  await refresh(subject);
}

/** Shows a guide as it stands now: ended where nobody has given a sign of life, interrupted where nobody works on it. */
async function refresh(subject: Subject): Promise<void> {
  const site = sites.find(({ id }) => id === subject.site);
  const session = await readGuide(subject);
  if (!site || !session) return;
  if (isAbandoned(session, Date.now())) return endGuide(subject);
  const isLeft = session.phase.name === "working" && !working.has(session.tab);
  const phase: Phase = isLeft ? { name: "failed", reason: "interrupted" } : session.phase;
  if (isLeft) await writeGuide(subject, { ...session, phase });
  await showGuide({ subject, site, session: { ...session, phase } });
}

async function showGuide(guide: Guide): Promise<void> {
  const { session, site } = guide;
  await showOverlay(session.tab, await viewOf(guide), currentStep(session, site)?.place.finder ?? null);
}

/** Ends the guide that is under way, if one is, and takes its overlay away, once what it is writing is written. Its tab stays. */
export function stopGuide(subject: Subject): Promise<void> {
  return inTurn(subject, () => endGuide(subject));
}

async function endGuide(subject: Subject): Promise<void> {
  const session = await readGuide(subject);
  if (!session) return;
  await forgetGuide(subject);
  if ((await findGuides()).length === 0) unwatchTabs();
  await hideOverlay(session.tab);
}

/** The page has fought the overlay and won: the person is told on a page that it cannot reach. */
async function tellOfRemoval({ subject, session }: Guide): Promise<void> {
  const window = await windowOf(session);
  await endGuide(subject);
  await notify(subject, "guide-removed");
  const { action } = browser.runtime.getManifest();
  const page = browser.runtime.getURL(action?.default_popup ?? "");
  // A private window may not show it: then the mark on the toolbar button is left.
  await browser.tabs.create({ windowId: window, url: page }).catch(() => undefined);
}

async function notify(subject: Subject, notice: Notice): Promise<void> {
  await writeNotice(subject, notice);
  await drawToolbar();
}

/** The person has read it. */
export async function dismissNotice(subject: Subject): Promise<void> {
  await forgetNotice(subject);
  await drawToolbar();
}

async function viewOf({ session, site, subject }: Guide): Promise<GuideView> {
  const [results, reminding] = await Promise.all([readResults(subject), readReminding(subject)]);
  return describeGuide(session, site, results?.latest ?? null, reminding);
}

function subjects(): readonly Subject[] {
  return sites.flatMap(({ id }) => contexts.map((context) => ({ site: id, context })));
}

async function findGuides(): Promise<Guide[]> {
  const guides: Guide[] = [];
  for (const subject of subjects()) {
    const site = sites.find(({ id }) => id === subject.site);
    const session = await readGuide(subject);
    if (site && session) guides.push({ subject, site, session });
  }
  return guides;
}

async function findGuide(tab: number): Promise<Guide | null> {
  return (await findGuides()).find(({ session }) => session.tab === tab) ?? null;
}

// The browser's tabs are listened to only while a guide is under way: every listener wakes the background.
function watchTabs(): void {
  browser.tabs.onUpdated.addListener(afterUpdate);
  browser.tabs.onRemoved.addListener(afterRemoval);
}

function unwatchTabs(): void {
  browser.tabs.onUpdated.removeListener(afterUpdate);
  browser.tabs.onRemoved.removeListener(afterRemoval);
}

async function afterUpdate(tab: number, { status }: { status?: string }): Promise<void> {
  if (status !== "complete") return;
  const guide = await findGuide(tab);
  if (guide) await inTurn(guide.subject, () => refresh(guide.subject));
}

async function afterRemoval(tab: number): Promise<void> {
  const guide = await findGuide(tab);
  if (guide) await stopGuide(guide.subject);
}

const turns = new Map<string, Promise<void>>();

/** Lets what changes a guide happen one after the other. */
function inTurn(subject: Subject, change: () => Promise<void>): Promise<void> {
  const turn = (turns.get(keyOf(subject)) ?? Promise.resolve()).catch(() => undefined).then(change);
  turns.set(keyOf(subject), turn);
  return turn;
}

function keyOf({ site, context }: Subject): string {
  return `${context}:${site}`;
}
