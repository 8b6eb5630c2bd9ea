import type { CheckResult } from "../audit/check-result";
import type { Verdict } from "../audit/finding";
import type { NumberOnFile } from "../audit/reading";
import type { DiscoverabilitySetting } from "../audit/setting";
import { findingOf } from "../audit/shown";
import type { AdviceStep, Site } from "../audit/site";
import { answerTo, type Question } from "../audit/validity";
import { offeredInterval } from "../history/due";
import { direction, joinSentences, language, listed, say, sayCount } from "../locales/messages";
import { day } from "../ui/days";
import * as text from "../ui/guide-text";
import { accountName, switchOffPromise } from "../ui/text";
import { currentStep, type GuideSession } from "./session";
import type { Detour, Fact, GuideAction, GuideView, Offer } from "./view";

/** What there is to say of reminders: when the next one comes, in milliseconds since 1970, or that one can be had; or nothing. */
export type Reminding = { readonly dueAt: number } | "offered" | null;

/**
 * Words what the overlay shows at this point of a guide.
 *
 * @param known the newest result of a check
 */
export function describeGuide(
  session: GuideSession,
  site: Site,
  known: CheckResult | null,
  reminding: Reminding,
): GuideView {
  const step = currentStep(session, site);
  if (!step) return describeSummary(session, site, known, reminding);
  const shown = { ...blank, progress: say("guide.step", { number: session.at + 1, count: session.steps.length }) };
  if (session.phase.name === "offer") return describeOffer(session, site, known);
  if (step.kind === "advice") return { ...shown, ...describeAdvice(session, step, site, known) };
  const setting = site.settings.find(({ id }) => id === step.id);
  if (setting?.kind !== "discoverability") return describeSummary(session, site, known, reminding);
  return { ...shown, ...describeSwitch(session, setting, site, known) };
}

const blank: GuideView = {
  language: language(),
  direction: direction(),
  progress: null,
  mood: "calm",
  title: "",
  words: [],
  list: [],
  facts: null,
  warning: null,
  note: null,
  ifThrown: null,
  actions: [],
  points: false,
  dims: true,
  watches: false,
  holds: false,
  detours: {},
  lost: { title: say("guide.failed.interrupted"), words: [say("guide.try.again")] },
  closeLabel: say("guide.close"),
  toPlaceLabel: say("guide.to-place"),
};

const main = (action: GuideAction, label: string): Offer => ({ action, label, weight: "main" });
const quiet = (action: GuideAction, label: string): Offer => ({ action, label, weight: "quiet" });

const skip = quiet("skip", say("guide.button.skip"));
const next = main("next", say("guide.button.next"));
const close = main("close", say("guide.button.close"));

function describeSwitch(
  session: GuideSession,
  setting: DiscoverabilitySetting,
  site: Site,
  known: CheckResult | null,
): Partial<GuideView> {
  const { phase, account } = session;
  const { identifier } = setting;
  const label = say(setting.label);
  switch (phase.name) {
    case "offer":
    case "summary":
    case "asking":
      return {
        points: true,
        watches: true,
        title: say(setting.title),
        words: [joinSentences([text.whatItDoes(identifier, account, site.name), say("guide.how")])],
        note: account === null ? null : switchOffPromise(label, accountName(account), site.name),
        actions: account === null ? [skip] : [main("switch-off", say("switch-off")), skip],
        detours: detours(site, { words: [say("guide.not-found", { label })], actions: [skip] }),
      };
    case "working":
      return {
        points: true,
        mood: "working",
        title: say("guide.checking", { site: site.name }),
        words: [say("guide.why-checking", { site: site.name })],
      };
    case "done":
      return {
        points: true,
        mood: "good",
        holds: true,
        title: say("guide.now-off", { site: site.name }),
        words: [text.whatItMeans(identifier, account, site.name)],
        actions: phase.undoTo === null ? [next] : [next, quiet("undo", say("undo"))],
      };
    case "undone":
      return {
        points: true,
        title: say("guide.now-on", { site: site.name }),
        words: [say("guide.undone")],
        actions: account === null ? [next] : [next, quiet("switch-off", say("switch-off"))],
      };
    case "failed":
      return {
        points: true,
        mood: "bad",
        title: text.whyFailed(phase.reason, site),
        words: [text.whatToTry(phase.reason, site.name)],
        // The fresh look has spoken of this very box.
        ifThrown:
          phase.reason === "not-saved" && isOpen(answerTo(questionOf(session), known), setting)
            ? say("guide.box-differs")
            : null,
        actions: phase.reason === "account-changed" ? [close] : [main("retry", say("guide.button.retry")), skip],
      };
    default:
      return phase satisfies never;
  }
}

function describeAdvice(
  session: GuideSession,
  step: AdviceStep,
  site: Site,
  known: CheckResult | null,
): Partial<GuideView> {
  const { phase } = session;
  const now = answerTo(questionOf(session), known);
  // What the person has to press may stand anywhere on the page: so it is not dimmed.
  const shown = { points: true, dims: false, title: say(step.title) };
  const words = step.words.map((key) => say(key));
  switch (phase.name) {
    case "offer":
    case "summary":
    case "undone":
    case "asking":
      return {
        ...shown,
        words,
        warning: step.warning && say(step.warning),
        note: say("guide.never-done"),
        // Nothing was done yet: what comes first is on the page.
        actions: [
          step.proof
            ? { action: "confirm", label: say("guide.button.removed"), weight: "plain" }
            : { action: "next", label: say("guide.button.done"), weight: "plain" },
          skip,
        ],
        detours: detours(site, { words, actions: [skip] }),
      };
    case "working":
      return { ...shown, mood: "working", title: say("guide.looking-for-number", { site: site.name }) };
    case "done":
      return {
        ...shown,
        mood: "good",
        title: say("guide.number.no", { site: site.name }),
        words: [say("guide.number-gone")],
        actions: [next],
      };
    case "failed":
      return {
        ...shown,
        mood: "bad",
        title: now
          ? say(`guide.number.${now.numberOnFile.answer}`, { site: site.name })
          : text.whyFailed(phase.reason, site),
        words: [phase.reason === "not-saved" ? say("guide.number-again") : text.whatToTry(phase.reason, site.name)],
        actions: [main("confirm", say("guide.button.retry")), skip],
      };
    default:
      return phase satisfies never;
  }
}

/** What is said while the step's place is not there to be pointed at. */
function detours(site: Site, notFound: Detour): GuideView["detours"] {
  return {
    elsewhere: {
      words: [say("guide.elsewhere", { site: site.name })],
      actions: [main("back", say("guide.button.take-me-there")), skip],
    },
    loading: { words: [say("guide.loading", { site: site.name })], actions: [skip] },
    "signed-out": { words: [say("guide.signed-out", { site: site.name })], actions: [] },
    "password-required": { words: [say("guide.password", { site: site.name })], actions: [skip] },
    "not-found": notFound,
  };
}

function describeOffer(session: GuideSession, site: Site, known: CheckResult | null): GuideView {
  const ahead = session.steps.slice(session.at).map((id) => site.guide.find((step) => step.id === id));
  const isOff = switchesOf(site).every(
    (setting) => verdictIn(answerTo(questionOf(session), known), setting) === "protected",
  );
  return {
    ...blank,
    title: say("guide.offer"),
    words: [isOff ? say("guide.offer.after-all") : say("guide.offer.words")],
    list: ahead.flatMap((step) => (step?.kind === "advice" ? [say(step.title)] : [])),
    actions: [main("back", say("guide.button.go-on")), quiet("finish", say("guide.button.enough"))],
  };
}

function describeSummary(
  session: GuideSession,
  site: Site,
  known: CheckResult | null,
  reminding: Reminding,
): GuideView {
  const { before } = session;
  const now = answerTo(questionOf(session), known);
  const switches = switchesOf(site);
  const open = switches.filter((setting) => isOpen(now, setting));
  return {
    ...blank,
    title: say("guide.summary"),
    facts: {
      columns: ["", say("guide.before"), say("guide.now")],
      rows: [...switches.map((setting) => compareSwitch(setting, before, now)), compareNumber(before, now)],
    },
    words: [
      ...(open.length > 0 ? [say("guide.still-on", { settings: listed(open.map(({ title }) => say(title))) })] : []),
      ...(now?.numberOnFile.answer === "yes" ? [say("guide.number-remains", { site: site.name })] : []),
      say("guide.still-known"),
      reminding === null || reminding === "offered"
        ? say("guide.look-again")
        : say("guide.reminded", { day: day(reminding.dueAt) }),
    ],
    actions:
      reminding === "offered"
        ? [main("remind", sayCount("remind-me", offeredInterval, {})), quiet("close", say("guide.button.close"))]
        : [close],
  };
}

function compareSwitch(setting: DiscoverabilitySetting, before: CheckResult | null, now: CheckResult | null): Fact {
  const [was, is] = [verdictIn(before, setting), verdictIn(now, setting)];
  const hasChanged = was !== is;
  const isWorse = was === "protected" && isOpen(now, setting);
  const mood = hasChanged && is === "protected" ? "good" : isWorse ? "bad" : "calm";
  return { name: say(setting.title), before: stateIn(before, setting), after: stateIn(now, setting), mood };
}

function compareNumber(before: CheckResult | null, now: CheckResult | null): Fact {
  const was = before?.numberOnFile.answer ?? "unknown";
  const is = now?.numberOnFile.answer ?? "unknown";
  const row = { name: say("guide.number"), before: sayAnswer(was), after: sayAnswer(is) };
  switch (is) {
    case "no":
      return { ...row, mood: was === "no" ? "calm" : "good" };
    case "yes":
      if (was === "yes") return { ...row, after: say("guide.answer.still-yes"), mood: "left" };
      return { ...row, mood: was === "no" ? "bad" : "calm" };
    case "unknown":
      return { ...row, mood: "calm" };
    default:
      return is satisfies never;
  }
}

/** What is asked for all through a guide: how its account stands since it began. */
function questionOf({ account, begunAt }: GuideSession): Question {
  return { account, since: begunAt };
}

function switchesOf(site: Site): readonly DiscoverabilitySetting[] {
  return site.settings.filter((setting) => setting.kind === "discoverability");
}

function verdictIn(result: CheckResult | null, setting: DiscoverabilitySetting): Verdict {
  return result ? findingOf(result, setting).verdict : "unknown";
}

function isOpen(result: CheckResult | null, setting: DiscoverabilitySetting): boolean {
  const verdict = verdictIn(result, setting);
  return verdict === "exposed" || verdict === "dormant";
}

/** A setting's state in plain words, as far as it was proven. */
function stateIn(result: CheckResult | null, setting: DiscoverabilitySetting): string {
  const finding = result && findingOf(result, setting);
  const state = finding && finding.verdict !== "unknown" ? setting.states[finding.state] : undefined;
  return say(state?.words ?? "not-known");
}

/** Whether a number is on file, in a table's cell. */
function sayAnswer(answer: NumberOnFile["answer"]): string {
  return answer === "unknown" ? say("not-known") : say(`guide.answer.${answer}`);
}
