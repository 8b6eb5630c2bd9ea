import fc from "fast-check";
import type { CheckResult, KeptResults } from "../../src/audit/check-result";
import { answerIn, concludeFailure, keep } from "../../src/audit/conclude";
import { causeOf } from "../../src/audit/detail";
import type { Finding } from "../../src/audit/finding";
import { chooseShown, findingOf } from "../../src/audit/shown";
import type { Sign } from "../../src/audit/sign";
import { addSign, answerTo, signsAfter, whatHolds, writeLifetime } from "../../src/audit/validity";
import { email, phone } from "../unit/sample-settings";

const settings = [phone, email] as const;
type SettingName = (typeof settings)[number]["id"];
const accounts = ["ada", "eve", null] as const;
type Account = (typeof accounts)[number];

/** What may happen, in order. Times are how long after the last event something happens, in milliseconds. */
type Event =
  /** A check whose pages were loaded some time before it ended; it may have been another's clock that dated them. */
  | { does: "check"; after: number; took: number; account: Account; open: readonly SettingName[]; fails: boolean }
  /** A look at a tab that is open already, whose settings are from some time ago. */
  | { does: "glance"; after: number; age: number; account: Account; open: readonly SettingName[] }
  /** The guide sees the switch differ from what was proven. */
  | { does: "differs"; after: number; account: Account; setting: SettingName }
  /** Unlisted asks for the open state, and hears no answer. */
  | { does: "write"; after: number; account: Account; setting: SettingName }
  /** A guide begins. */
  | { does: "ask"; after: number; account: Account }
  /** The clock is set. */
  | { does: "clock"; to: number };

const after = fc.integer({ min: 0, max: 90_000 });
const account = fc.constantFrom(...accounts);
const setting = fc.constantFrom<SettingName>(...settings.map(({ id }) => id));
const open = fc.subarray(settings.map(({ id }) => id));
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("check" as const),
      after,
      took: fc.integer({ min: 0, max: 60_000 }),
      account,
      open,
      fails: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("glance" as const),
      after,
      age: fc.integer({ min: 0, max: 200_000 }),
      account,
      open,
    }),
  },
  fc.record({ does: fc.constant("differs" as const), after, account, setting }),
  fc.record({ does: fc.constant("write" as const), after, account, setting }),
  fc.record({ does: fc.constant("ask" as const), after, account }),
  fc.record({ does: fc.constant("clock" as const), to: fc.integer({ min: -5_000_000, max: 5_000_000 }) }),
);

/** What the oracle remembers: it shares no line with what decides. */
interface Seen {
  /** Signs of open, and until when they count; what a wrong clock has dated ahead counts until the next check. */
  signs: readonly { readonly setting: string; readonly account: Account; readonly until: number }[];
}

/** What stands after some events. A test breaks a part of it on purpose. */
export interface Rules {
  readonly whatHolds: typeof whatHolds;
  readonly answerTo: typeof answerTo;
  readonly chooseShown: typeof chooseShown;
}

export const rules: Rules = { whatHolds, answerTo, chooseShown };

function resultOf(
  account: Account,
  openOnes: readonly string[],
  asOf: number,
  source: CheckResult["source"],
): CheckResult {
  const findings = settings.map(({ id }): Finding => {
    if (openOnes.includes(id)) return { setting: id, verdict: "exposed", state: "on", readings: [] };
    const readings = [{ strength: "strong", witness: "memory", says: "off" }] as const;
    if (source === "fresh-load") return { setting: id, verdict: "protected", state: "off", readings: [...readings] };
    return { setting: id, verdict: "unknown", ...causeOf("open-tab"), state: "off", readings: [] };
  });
  return { version: 1, site: "site", account, source, asOf, failure: null, findings, numberOnFile: { answer: "yes" } };
}

/** Goes through events as the background does, and looks after each whether what is shown may be. */
function live(events: readonly Event[], { whatHolds, answerTo, chooseShown }: Rules): void {
  let now = 1_700_000_000_000;
  let kept: KeptResults | null = null;
  let signs: readonly Sign[] = [];
  let tab: CheckResult | null = null;
  let question: { account: Account; since: number } | null = null;
  const seen: Seen = { signs: [] };

  const note = (sign: Sign) => {
    signs = addSign(signs, sign);
    seen.signs = [...seen.signs, { setting: sign.setting, account: sign.account as Account, until: sign.until }];
    if (!kept) return;
    kept = {
      ...kept,
      latest: whatHolds(kept.latest, signs, now),
      earlier: kept.earlier && whatHolds(kept.earlier, signs, now),
    };
  };

  for (const event of events) {
    if (event.does === "clock") {
      now = 1_700_000_000_000 + event.to;
      continue;
    }
    now += event.after;
    switch (event.does) {
      case "check": {
        const result = event.fails
          ? concludeFailure("site", settings, causeOf("no-answer"), now)
          : resultOf(event.account, event.open, now - event.took, "fresh-load");
        kept = keep(kept, whatHolds(result, signs, now), []);
        signs = signsAfter(signs, result, now);
        if (!event.fails) seen.signs = seen.signs.filter(({ until }) => until <= now + writeLifetime);
        tab = null;
        break;
      }
      case "glance": {
        tab = resultOf(event.account, event.open, now - event.age, "open-tab");
        for (const id of event.open) {
          note({ setting: id, account: event.account, kind: "open", state: "on", until: now - event.age });
        }
        break;
      }
      case "differs":
        note({ setting: event.setting, account: event.account, kind: "open", state: "on", until: now });
        break;
      case "write":
        note({
          setting: event.setting,
          account: event.account,
          kind: "unsaved",
          state: "on",
          until: now + writeLifetime,
        });
        break;
      case "ask":
        question = { account: event.account, since: now };
        break;
      default:
        event satisfies never;
    }
    const latest = (kept as KeptResults | null)?.latest ?? null;
    // What had an answer stays where a later check had none.
    const answer = kept && answerIn(kept as KeptResults);
    holdShown(answer, "the button", seen, null);
    holdShown(chooseShown(answer, tab, now), "the popup", seen, tab);
    if (question) holdAnswer(answerTo(question, latest), question, seen);
  }
}

/** @throws Error where something is called protected that must not be */
function holdShown(shown: CheckResult | null, where: string, seen: Seen, tab: CheckResult | null): void {
  for (const one of shown ? settings : []) {
    if (!shown || findingOf(shown, one).verdict !== "protected") continue;
    if (shown.source !== "fresh-load") throw new Error(`${where} believed a tab that was open already`);
    const against = seen.signs.find(
      (sign) =>
        sign.setting === one.id &&
        (sign.account === null || shown.account === null || sign.account === shown.account) &&
        sign.until >= shown.asOf,
    );
    if (against) throw new Error(`${where} called ${one.id} protected after a newer sign that it is open`);
    if (tab?.account && tab.account !== shown.account)
      throw new Error(`${where} speaks of another account than the tab`);
  }
}

/** @throws Error where a guide is told something that answers another question */
function holdAnswer(answer: CheckResult | null, question: { account: Account; since: number }, seen: Seen): void {
  holdShown(answer, "the guide", seen, null);
  for (const { verdict } of answer?.findings ?? []) {
    if (verdict !== "protected") continue;
    if (question.account === null || answer?.account !== question.account) {
      throw new Error("the guide was told of another account");
    }
    if (answer.asOf < question.since) throw new Error("the guide was told what was read before it was asked");
  }
}

/** Lives through many sequences of events; the message of the smallest that goes wrong, `null` where none does. */
export function fuzzSequences({ seed, cases }: { seed: number; cases: number }, subject: Rules = rules): string | null {
  const property = fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => live(events, subject));
  const details = fc.check(property, { seed, numRuns: cases });
  if (!details.failed) return null;
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  return `${why}\n${JSON.stringify(details.counterexample?.[0], null, 1)}`;
}
