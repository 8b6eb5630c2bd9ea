import type { CheckResult } from "../audit/check-result";
import type { Verdict } from "../audit/finding";
import type { DiscoverabilitySetting } from "../audit/setting";
import type { AdviceStep, Site } from "../audit/site";
import * as text from "../ui/guide-text";
import { switchOffPromise } from "../ui/text";
import { currentStep, type GuideSession } from "./session";
import type { Detour, Fact, GuideView, Offer } from "./view";

const { guidePhrases: phrases } = text;
const { buttons } = phrases;

/**
 * Words what the overlay shows at this point of a guide.
 *
 * @param known the newest result of a check
 */
export function describeGuide(session: GuideSession, site: Site, known: CheckResult | null): GuideView {
  const step = currentStep(session, site);
  if (!step) return describeSummary(session, site, known);
  const shown = { ...blank, progress: phrases.step(session.at + 1, session.steps.length) };
  if (session.phase.name === "offer") return describeOffer(session, site, known);
  if (step.kind === "advice") return { ...shown, ...describeAdvice(session, step, site, known) };
  const setting = site.settings.find(({ id }) => id === step.id);
  if (setting?.kind !== "discoverability") return describeSummary(session, site, known);
  return { ...shown, ...describeSwitch(session, setting, site) };
}

const blank: GuideView = {
  language: "en",
  direction: "ltr",
  progress: null,
  mood: "calm",
  title: "",
  words: [],
  list: [],
  facts: null,
  warning: null,
  note: null,
  actions: [],
  points: false,
  dims: true,
  watches: false,
  detours: {},
  closeLabel: phrases.close,
  toPlaceLabel: phrases.toPlace,
};

const skip: Offer = { action: "skip", label: buttons.skip };
const next: Offer = { action: "next", label: buttons.next };
const switchOff: Offer = { action: "switch-off", label: buttons.switchOff };

function describeSwitch(session: GuideSession, setting: DiscoverabilitySetting, site: Site): Partial<GuideView> {
  const { phase, account } = session;
  const { identifier, label } = setting;
  switch (phase.name) {
    case "offer":
    case "summary":
    case "asking":
      return {
        points: true,
        watches: true,
        title: setting.title,
        words: [`${text.whatItDoes(identifier, account, site.name)} ${phrases.howToSwitchOff}`],
        note: switchOffPromise(label, account, site.name),
        actions: [switchOff, skip],
        detours: detours(site, { words: [phrases.notFound(label)], actions: [skip] }),
      };
    case "working":
      return {
        points: true,
        mood: "working",
        title: phrases.checking(site.name),
        words: [phrases.whyChecking(site.name)],
      };
    case "done":
      return {
        points: true,
        mood: "good",
        title: phrases.nowOff(site.name),
        words: [text.whatItMeans(identifier, account, site.name)],
        actions: phase.undoTo === null ? [next] : [next, { action: "undo", label: buttons.undo }],
      };
    case "undone":
      return {
        points: true,
        title: phrases.nowOn(site.name),
        words: [phrases.undone],
        actions: [next, switchOff],
      };
    case "failed":
      return {
        points: true,
        mood: "bad",
        title: text.whyFailed(phase.reason, site.name),
        words: [text.whatToTry(phase.reason, site.name)],
        actions: phase.reason === "account-changed" ? [{ action: "close", label: buttons.close }] : [retry, skip],
      };
    default:
      return phase satisfies never;
  }
}

const retry: Offer = { action: "retry", label: buttons.retry };

function describeAdvice(
  { phase }: GuideSession,
  step: AdviceStep,
  site: Site,
  known: CheckResult | null,
): Partial<GuideView> {
  // What the person has to press may stand anywhere on the page: so it is not dimmed.
  const shown = { points: true, dims: false, title: step.title };
  switch (phase.name) {
    case "offer":
    case "summary":
    case "undone":
    case "asking":
      return {
        ...shown,
        words: step.words,
        warning: step.warning,
        note: phrases.neverDone,
        actions: [step.proof ? { action: "confirm", label: buttons.removed } : doneWithIt, skip],
        detours: detours(site, { words: step.words, actions: [skip] }),
      };
    case "working":
      return { ...shown, mood: "working", title: phrases.lookingForNumber(site.name) };
    case "done":
      return {
        ...shown,
        mood: "good",
        title: text.numberStill({ answer: "no" }, site.name),
        words: [phrases.numberGone],
        actions: [next],
      };
    case "failed":
      return {
        ...shown,
        mood: "bad",
        title: known ? text.numberStill(known.numberOnFile, site.name) : text.whyFailed(phase.reason, site.name),
        words: [phase.reason === "not-saved" ? phrases.numberAgain : text.whatToTry(phase.reason, site.name)],
        actions: [{ action: "confirm", label: buttons.retry }, skip],
      };
    default:
      return phase satisfies never;
  }
}

const doneWithIt: Offer = { action: "next", label: buttons.done };

/** What is said while the step's place is not there to be pointed at. */
function detours(site: Site, notFound: Detour): GuideView["detours"] {
  return {
    elsewhere: {
      words: [phrases.elsewhere(site.name)],
      actions: [{ action: "back", label: buttons.takeMeThere }, skip],
    },
    loading: { words: [phrases.loading(site.name)], actions: [skip] },
    "signed-out": { words: [phrases.signedOut(site.name)], actions: [] },
    "password-required": { words: [phrases.password(site.name)], actions: [skip] },
    "not-found": notFound,
  };
}

function describeOffer(session: GuideSession, site: Site, known: CheckResult | null): GuideView {
  const ahead = session.steps.slice(session.at).map((id) => site.guide.find((step) => step.id === id));
  const isOff = switchesOf(site).every((setting) => verdictIn(nowKnown(session, known), setting) === "protected");
  return {
    ...blank,
    title: phrases.offerTitle,
    words: [isOff ? phrases.offerAfterAll : phrases.offer],
    list: ahead.flatMap((step) => (step?.kind === "advice" ? [step.title] : [])),
    actions: [
      { action: "back", label: buttons.goOn },
      { action: "finish", label: buttons.enough },
    ],
  };
}

function describeSummary(session: GuideSession, site: Site, known: CheckResult | null): GuideView {
  const { before } = session;
  const now = nowKnown(session, known);
  const switches = switchesOf(site);
  const rows = switches.map(
    (setting): Fact => ({ name: setting.title, before: stateIn(before, setting), after: stateIn(now, setting) }),
  );
  const verdicts = switches.map((setting) => verdictIn(now, setting));
  const open = switches.filter((_, index) => verdicts[index] === "exposed" || verdicts[index] === "dormant");
  const answer = (result: CheckResult | null) => phrases.answers[result?.numberOnFile.answer ?? "unknown"];
  return {
    ...blank,
    mood: verdicts.every((verdict) => verdict === "protected") ? "good" : "calm",
    title: phrases.summaryTitle,
    facts: {
      columns: phrases.columns,
      rows: [...rows, { name: phrases.number, before: answer(before), after: answer(now) }],
    },
    words: [
      ...(open.length > 0 ? [phrases.stillOn(open.map(({ title }) => title).join(", "))] : []),
      ...(now?.numberOnFile.answer === "yes" ? [phrases.numberRemains(site.name)] : []),
      phrases.stillKnown,
      phrases.lookAgain,
    ],
    actions: [{ action: "close", label: buttons.close }],
  };
}

/** What a check of another account says, one that failed, or a tab that was open already is not this account's standing. */
function nowKnown({ account }: GuideSession, known: CheckResult | null): CheckResult | null {
  return known?.failure === null && known.source === "fresh-load" && known.account === account ? known : null;
}

function switchesOf(site: Site): readonly DiscoverabilitySetting[] {
  return site.settings.filter((setting) => setting.kind === "discoverability");
}

function verdictIn(result: CheckResult | null, { id }: DiscoverabilitySetting): Verdict {
  return result?.findings.find(({ setting }) => setting === id)?.verdict ?? "unknown";
}

/** A setting's state in plain words, as far as it was proven. */
function stateIn(result: CheckResult | null, { id, states }: DiscoverabilitySetting): string {
  const finding = result?.findings.find(({ setting }) => setting === id);
  if (!finding || finding.verdict === "unknown") return phrases.answers.unknown;
  return states[finding.state]?.words ?? phrases.answers.unknown;
}
