import type { Identifier } from "../audit/setting";
import { say, sayCount } from "../locales/messages";
import type { TimeToTry } from "../risk/enumeration";
import { moments } from "../risk/facts";
import type { FigureName, Incident } from "../risk/incident";
import type { IncidentId } from "../risk/incidents";
import { type Caveat, numberingSources } from "../risk/numbering";
import { type PaceId, paces } from "../risk/paces";
import { nameFigure, wordCounts, wordDurations, wordMoment } from "./figure-words";
import { closedSince, type NamedSite } from "./risk-text";
import { type Cited, type Claim, claim, type Told, tell } from "./tell";

/** What somebody knows, beside the control. */
export function knownDigits(count: number): string {
  return count === 0 ? say("risk.known.none") : sayCount("risk.known", count, {});
}

/** How many numbers of a region there are to try. */
export function numbersToTry(region: string, numbers: TimeToTry["numbers"]): Cited {
  return { figure: `${region}.numbers`, words: wordCounts(numbers), sources: numberingSources };
}

/** The same as a sentence. */
export function tellNumbers(
  region: { code: string; name: string },
  numbers: TimeToTry["numbers"],
  known: number,
): Told {
  const values = { region: region.name, numbers: numbersToTry(region.code, numbers) };
  return known === 0 ? tell("risk.numbers", values) : tell("risk.numbers-ending", values);
}

/** What is counted there. */
export function whatIsCounted(knownLastDigits: number): string {
  return knownLastDigits === 0 ? say("risk.counted") : say("risk.counted-ending");
}

/** How long it takes to try them all, or on average until one certain number has its turn. */
export function timeNeeded(region: string, pace: PaceId, share: "all" | "half", time: TimeToTry): Cited {
  const sources = [...numberingSources, paces[pace].sources[0]] as const;
  return { figure: `${region}.${share}.${pace}`, words: wordDurations(time[share]), sources };
}

/** What has become of both ways of trying: stands right below the durations. */
export function stoppedSince(): Claim {
  return claim(tell("risk.stopped", {}), moments.closure, moments.numbersTriedElsewhere);
}

/** Whose pace it is: stands wherever a duration does. */
export function atPace(pace: PaceId): Told {
  return tell("risk.pace", paceNamed(pace));
}

/** Who needs that time, as the name of a row. */
export function triesAtPace(pace: PaceId): Told {
  return tell("risk.tries-at-pace", paceNamed(pace));
}

function paceNamed(pace: PaceId) {
  const { platform, reached } = paces[pace];
  return { platform, year: wordMoment(reached, "year") };
}

/** What must be known beside the figures. */
export function caveatsFor(caveats: readonly Caveat[], site: NamedSite): readonly Claim[] {
  return [
    closedSince(site),
    claim(tell("risk.caveat.limited", paceNamed("whatsapp-2025"))),
    claim(tell("risk.caveat.ranges", {}), { sources: numberingSources }),
    ...caveats.map((caveat) => claim(tell(`risk.caveat.${caveat}`, {}), { sources: numberingSources })),
    claim(tell("risk.caveat.likelihood", {})),
  ];
}

/** By what people were found: `Phone number, email address`. */
export function nameIdentifiers([first, ...others]: Incident["identifiers"]): string {
  return others.length === 0 ? say(`identifier.${first}`) : say("identifier.both");
}

export function howManyShown(shown: number, total: number): string {
  return shown === total ? say("incidents.all-shown", { total }) : say("incidents.some-shown", { shown, total });
}

/** What happened, in a sentence that stands alone. */
export function incidentWords(id: IncidentId, figures: Incident["figures"]): string {
  const figure = (name: FigureName) => nameFigure(name, figures[name]?.value ?? 0);
  return say(`incident.${id}`, { accounts: figure("accounts"), matched: figure("matched"), tried: figure("tried") });
}

/** What an incident that was no look-up was; `null` for a look-up. */
export function unlikeOthers(kind: Incident["kind"]): string | null {
  return kind === "look-up" ? null : say(`incident-kind.${kind}`);
}

/** What an incident's figure counts, as a label. */
export function figureLabel(name: FigureName, identifiers: readonly Identifier[]): string {
  const things = identifiers.includes("phone") ? "phone" : "email";
  return name === "tried" || name === "triedPerHour"
    ? say(`incident-figure.${name}.${things}`)
    : say(`incident-figure.${name}`);
}
