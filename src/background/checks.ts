import browser from "webextension-polyfill";
import type { Change, CheckResult } from "../audit/check-result";
import { concludeFailure } from "../audit/conclude";
import { causeOf, type Detail } from "../audit/detail";
import type { Sign } from "../audit/sign";
import type { Site } from "../audit/site";
import { writeLifetime } from "../audit/validity";
import { sites } from "../sites";
import { type ChangeOrder, type ChangeOutcome, changeInTab, changeSettings } from "./change-setting";
import { endCheck, noteSign, showEnded, takeSignBack } from "./end-check";
import { closeLeftTab } from "./left-tab";
import type { Wish } from "./messages";
import { stopOverhearing } from "./overhearing";
import {
  forgetIntent,
  forgetRunning,
  readIntent,
  readOpened,
  readRunning,
  readSigns,
  writeIntent,
  writeOpened,
  writeRunning,
} from "./records";
import { type Checked, type Progress, runCheck } from "./run-check";
import type { RunningCheck } from "./standing";
import { type Context, contexts, type Subject } from "./subject";
import type { SwitchOrder, Thrower, WantedSwitch } from "./throw-switch";

/** How long a permission prompt may stay unanswered before the click behind it is forgotten, in milliseconds. */
const intentLifetime = 5 * 60_000;

/** A piece of work that this background does. */
interface Undertaking {
  /** Resolves when it has ended and its result is kept; never rejects. */
  readonly ended: Promise<void>;
  readonly stop: AbortController;
  /** The change that it makes; `null` for a check. */
  readonly order: ChangeOrder | null;
  /** Whether its first page has told of the switches: what is asked for from then on wants a later look. */
  hasTold: boolean;
}

/** What this background does: at most one for each site and context. */
const underWay = new Map<string, Undertaking>();

/**
 * Whose standing a window shows: that of the accounts that it is signed in to.
 *
 * @throws what the browser throws where the window is gone: nobody knows then whether it was a private one
 */
export async function subjectIn(window: number, site: Pick<Site, "id">): Promise<Subject> {
  return { site: site.id, context: (await isPrivate(window)) ? "private" : "regular" };
}

async function isPrivate(window: number): Promise<boolean> {
  if (browser.windows) return (await browser.windows.get(window)).incognito;
  // Firefox for Android has tabs and no windows.
  const [tab] = await browser.tabs.query({ active: true, windowId: window });
  if (!tab) throw new Error("The window that asks is gone.");
  return tab.incognito;
}

/** Runs a check in a window, or joins what runs already; resolves when it has ended and its result is kept. */
export async function check(site: Site, window: number): Promise<void> {
  const subject = await subjectIn(window, site);
  await undertake(subject, null, async (signal, told) => {
    const checked = await runCheck(site, window, signal, report(subject, "check", told));
    return { kept: { ...checked, changes: [] }, answer: undefined };
  });
}

/** As `check`, but never joins: resolves with the result of a check that began after this was called. */
export async function checkAnew(site: Site, window: number): Promise<CheckResult> {
  const subject = await subjectIn(window, site);
  return undertakeAlone(subject, null, async (signal, told) => {
    const checked = await runCheck(site, window, signal, report(subject, "check", told));
    return { kept: { ...checked, changes: [] }, answer: checked.result };
  });
}

/** Throws switches in a window and proves it, or joins who does just that; resolves when the outcome is kept. */
export async function change(site: Site, window: number, order: ChangeOrder): Promise<void> {
  const subject = await subjectIn(window, site);
  await undertake(subject, order, async (signal, told) => {
    const progress = report(subject, "change", told, order);
    const kept = await changeWarily(subject, site, order, () => changeSettings(site, order, window, signal, progress));
    return { kept, answer: undefined };
  });
}

/**
 * Throws a switch, or takes up the person's own click, in a tab that they are looking at, and proves it. What Unlisted
 * did can be undone, so it is kept; what the person did is theirs.
 *
 * @returns `null` where they were thought to have thrown it and the page says that it is not
 */
export async function changeInFront(
  site: Site,
  window: number,
  order: SwitchOrder,
  tab: number,
  thrower: Thrower,
): Promise<Change | null> {
  const subject = await subjectIn(window, site);
  const { account } = order;
  const asked = { switches: [{ setting: order.setting, state: order.state }], account };
  return undertakeAlone(subject, asked, async (signal, told) => {
    const progress = report(subject, "change", told, thrower.who === "unlisted" ? asked : undefined);
    const outcome = await changeWarily(subject, site, asked, () =>
      changeInTab(site, order, tab, thrower, window, signal, progress),
    );
    if (!outcome) return { kept: null, answer: null };
    const own = thrower.who === "unlisted" ? outcome.changes : [];
    return { kept: { ...outcome, changes: own }, answer: outcome.changes[0] ?? null };
  });
}

/**
 * Makes a change, and holds each switch that it opens against what was proven before, from before the click goes out: if
 * nobody is left to tell how it ended, the site may have saved it. A look at what the site has answered takes that back.
 */
async function changeWarily<Outcome extends ChangeOutcome | null>(
  subject: Subject,
  site: Site,
  { switches, account }: ChangeOrder,
  make: () => Promise<Outcome>,
): Promise<Outcome> {
  const opening = switches.filter(
    ({ setting, state }) => site.settings.find(({ id }) => id === setting)?.states[state]?.isPrivate !== true,
  );
  const signOf = ({ setting, state }: WantedSwitch): Sign => ({
    setting,
    account,
    kind: "unsaved",
    state,
    until: Date.now() + writeLifetime,
  });
  const known = opening.length === 0 ? [] : await readSigns(subject);
  for (const wanted of opening) await noteSign(subject, signOf(wanted));
  const outcome = await make();
  if (outcome && outcome.result.failure === null) {
    for (const wanted of opening) {
      const isUnanswered = outcome.unanswered.some(({ setting }) => setting === wanted.setting);
      if (isUnanswered) await noteSign(subject, signOf(wanted));
      else await takeSignBack(subject, signOf(wanted), known);
    }
  }
  return outcome;
}

/**
 * Keeps how far work is, and by what its tab can be known again if nobody is left who remembers it.
 *
 * @param told called when the first page of a check has told
 * @param order the change that Unlisted makes before, if it makes one
 */
function report(subject: Subject, purpose: RunningCheck["purpose"], told: () => void, order?: ChangeOrder): Progress {
  const firstPage = purpose === "change" ? 1 : 0;
  return async (step, tab) => {
    if (step > firstPage) told();
    const isOpening = tab === "opening";
    const others = isOpening ? (await browser.tabs.query({})).flatMap(({ id }) => id ?? []) : [];
    const own = isOpening ? null : tab;
    const asked = order && { switches: [...order.switches], account: order.account };
    const running = { purpose, step, tab: own?.id ?? null, isOpening, others, at: Date.now() };
    await writeRunning(subject, { ...running, ...(asked && { order: asked }) });
    if (own?.lastAccessed !== undefined) await writeOpened(subject, own.lastAccessed);
  };
}

/** What work comes to: what is kept of it, if anything, and what whoever began it is told. */
interface Outcome<Answer> {
  readonly kept: (Checked & { readonly changes: readonly Change[] }) | null;
  readonly answer: Answer;
}
type Work<Answer> = (signal: AbortSignal, told: () => void) => Promise<Outcome<Answer>>;

/** One piece of work at a time for each site and context; what is asked for meanwhile joins it, or waits for its turn. */
async function undertake(subject: Subject, order: ChangeOrder | null, work: Work<void>): Promise<void> {
  for (let other = underWay.get(keyOf(subject)); other; other = underWay.get(keyOf(subject))) {
    const isAnswer = isAnswerTo(order, other);
    await other.ended;
    if (isAnswer) return;
  }
  return begin(subject, order, work);
}

/** Whether what runs does what is asked for. A change ends in a check; a check makes no change. */
function isAnswerTo(asked: ChangeOrder | null, { order, hasTold }: Undertaking): boolean {
  if (hasTold) return false;
  if (!asked) return true;
  return order?.account === asked.account && switchesIn(order) === switchesIn(asked);
}

function switchesIn({ switches }: ChangeOrder): string {
  return switches.map(({ setting, state }) => `${setting}=${state}`).join();
}

/** As `undertake`, but joins nothing. */
async function undertakeAlone<Answer>(
  subject: Subject,
  order: ChangeOrder | null,
  work: Work<Answer>,
): Promise<Answer> {
  for (let other = underWay.get(keyOf(subject)); other; other = underWay.get(keyOf(subject))) await other.ended;
  return begin(subject, order, work);
}

async function begin<Answer>(subject: Subject, order: ChangeOrder | null, work: Work<Answer>): Promise<Answer> {
  const stop = new AbortController();
  const told = () => {
    undertaking.hasTold = true;
  };
  const worked = work(stop.signal, told)
    .finally(told)
    .then(async (outcome) => {
      const { kept } = outcome;
      await (kept ? endCheck(subject, kept, kept.changes) : forgetRunning(subject));
      return outcome;
    })
    .finally(() => underWay.delete(keyOf(subject)));
  const end = () => undefined;
  const undertaking: Undertaking = { ended: worked.then(end, end), stop, order, hasTold: false };
  underWay.set(keyOf(subject), undertaking);
  const { kept, answer } = await worked;
  // The next check may begin meanwhile.
  if (kept) await showEnded(subject, kept.result);
  return answer;
}

/**
 * Waits for the check that runs in this window, if one does, and ends what a stopped background has left. Where a click
 * still waits for its permission, the person has left the prompt: they are told, once, what can be told without it.
 */
export async function join(site: Site, window: number): Promise<void> {
  const askedAt = Date.now();
  const subject = await subjectIn(window, site);
  const running = underWay.get(keyOf(subject));
  if (running) return running.ended;
  await recover();
  const intent = await readIntent(subject.context);
  // Another window's click is not this one's, and one that came after this page asked has its prompt still before it.
  if (!intent || intent.wish.window !== window || intent.wish.site !== site.id) return;
  if (intent.isReported || intent.at >= askedAt) return;
  await writeIntent(subject.context, { ...intent, isReported: true });
  await check(site, window);
}

/** Ends the check that runs in this window; resolves when it has ended. */
export async function cancel(site: Site, window: number): Promise<void> {
  const running = underWay.get(keyOf(await subjectIn(window, site)));
  running?.stop.abort("by-the-person" satisfies Detail);
  await running?.ended;
}

/** Notes what is wanted as soon as the browser's permission prompt is answered: in Firefox it closes the popup. */
export async function prepare(wish: Wish): Promise<void> {
  const { context } = await subjectIn(wish.window, { id: wish.site });
  await writeIntent(context, { wish, at: Date.now(), isReported: false });
}

/** What a click in a context has been waiting for, if it was not forgotten over the prompt; from now on it is. */
export async function takeWish(context: Context): Promise<Wish | null> {
  const intent = await readIntent(context);
  await forgetIntent(context);
  return intent && Math.abs(Date.now() - intent.at) < intentLifetime ? intent.wish : null;
}

/** Ends in order what a background that was stopped has left, or a browser: its tab is closed, its check is over. */
export async function recover(): Promise<void> {
  for (const site of sites) {
    for (const context of contexts) {
      const subject = { site: site.id, context };
      const [left, opened] = await Promise.all([readRunning(subject), readOpened(subject)]);
      if ((!left && opened === null) || underWay.has(keyOf(subject))) continue;
      await Promise.all([closeLeftTab(site, left, opened), stopOverhearing(site)]);
      const result = concludeFailure(site.id, site.settings, causeOf("work-stopped"), Date.now());
      await endCheck(subject, { result, looks: [], close: async () => undefined }, left?.order ? lost(left.order) : []);
      await showEnded(subject, result);
    }
  }
}

/** What is known of a change that nobody is left to tell of. */
function lost({ switches, account }: ChangeOrder): readonly Change[] {
  const at = Date.now();
  return switches.map(({ setting, state }) => ({
    setting,
    account,
    from: state,
    to: state,
    at,
    failure: "interrupted",
  }));
}

function keyOf({ site, context }: Subject): string {
  return `${context}:${site}`;
}
