import type { Element } from "happy-dom";
import { timeToTryAll } from "../../src/risk/enumeration";
import { harmStatistics } from "../../src/risk/harm-statistics";
import type { Figure, Incident, Sources } from "../../src/risk/incident";
import { incidents } from "../../src/risk/incidents";
import { numberingSources } from "../../src/risk/numbering";
import { type PaceId, paces } from "../../src/risk/paces";
import { wordCounts, wordDate, wordDurations, wordFigure } from "../../src/ui/figure-words";

/** An entry of the risk data: how it may be worded, and where it can be looked up. */
interface Entry {
  readonly words: readonly string[];
  readonly sources: Sources;
}

interface Teller {
  readonly date: string;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly sources: Sources;
}

const tellers: ReadonlyMap<string, Teller> = new Map<string, Teller>([
  ...Object.entries(incidents),
  ...Object.entries(harmStatistics).map(([id, { period, ...rest }]): [string, Teller] => [
    id,
    { ...rest, date: period },
  ]),
]);

/**
 * Finds what is drawn and cannot be traced: a marked figure that the risk data does not have, or has otherwise, or
 * without a source of its own beside it; and any number that is not marked at all, in digits or in words.
 */
export function findUntraced(root: Element, knownLastDigits = 0): readonly string[] {
  const marked = [...root.querySelectorAll("[data-figure]")].flatMap((element) => {
    const id = element.getAttribute("data-figure") ?? "";
    const entry = findEntry(id, knownLastDigits);
    const words = element.textContent.trim();
    if (!entry) return [`no entry: ${id}`];
    if (!entry.words.includes(words.toLowerCase())) return [`${id} is not: ${words}`];
    const beside = [...(element.closest("[data-claim]")?.querySelectorAll("[data-source]") ?? [])];
    const named = beside.map((source) => source.getAttribute("data-source") ?? "");
    return entry.sources.some((source) => named.includes(typeof source === "string" ? source : source.citation))
      ? []
      : [`no source beside ${id}`];
  });
  return [...marked, ...findUnmarked(root)];
}

/** `twitter-2019.tried`, `twitter-2019.date`, `GB.numbers` or `GB.all.twitter-2019`. */
function findEntry(id: string, knownLastDigits: number): Entry | null {
  const [first = "", name = "", pace] = id.split(".");
  const teller = tellers.get(first);
  if (teller) {
    const { date, figures, sources } = teller;
    const dates = [date, date.slice(0, 7), date.slice(0, 4)] as Incident["date"][];
    if (name === "date") return { words: dates.map((date) => wordDate(date).toLowerCase()), sources };
    const figure = figures[name];
    return figure ? { words: [wordFigure(name, figure).toLowerCase()], sources } : null;
  }
  const known = Object.keys(paces).find((known): known is PaceId => known === (pace ?? "twitter-2019"));
  const time = known && timeToTryAll({ region: first, pace: known, knownLastDigits });
  if (!time) return null;
  if (name === "numbers") return { words: [wordCounts(time.numbers)], sources: numberingSources };
  return name === "all" || name === "half"
    ? { words: [wordDurations(time[name])], sources: paces[known].sources }
    : null;
}

/** What is no claim: what the person chose, how many entries of a list are shown, and the names of a scale's marks. */
function isNoClaim(element: Element): boolean {
  return (
    ["OPTION", "OUTPUT"].includes(element.tagName.toUpperCase()) ||
    ["data-figure", "data-source", "data-scale", "data-told"].some((mark) => element.hasAttribute(mark))
  );
}

const numberWords =
  /\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|third|quarter|twice|once)\b/gi;

/** Words that count nothing. */
const innocent = /\bone try\b|\bone certain number\b|\bin two ways\b|\bone researcher\b|\blast two digits\b/gi;

/** All that is written, piece by piece, without what is no claim. A walk: selectors are slow over all regions. */
function readClaims(element: Element): readonly string[] {
  if (isNoClaim(element)) return [];
  return [...element.childNodes].flatMap((node) =>
    node.nodeType === node.ELEMENT_NODE ? readClaims(node as Element) : (node.textContent ?? ""),
  );
}

function findUnmarked(root: Element): readonly string[] {
  const sentences = [...root.querySelectorAll("[data-told]")].flatMap((element) =>
    findUntold(element.getAttribute("data-told") ?? "", element.textContent),
  );
  const unmarked = readClaims(root).flatMap((text) => text.replace(innocent, "").match(numberWords) ?? []);
  return [...unmarked.map((word) => `not marked: ${word}`), ...sentences];
}

/** The flaw by which a later list was made is called by its year. */
const names: Readonly<Record<string, RegExp>> = { "twitter-2023": /the flaw of 2021/ };

const scales: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9 };
const numerals = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Numbers in an incident's own sentence that its figures do not bear out. */
function findUntold(id: string, sentence: string): readonly string[] {
  const figures = tellers.get(id)?.figures ?? {};
  const values = Object.values(figures).map(({ value }) => value);
  const share = figures.tried && figures.matched ? figures.matched.value / figures.tried.value : 0;
  const rest = sentence
    .replace(names[id] ?? /$^/, "")
    .replace(innocent, "")
    .replace(/\bone (?:person|owner) in (\w+)/gi, (words, of: string) =>
      Math.abs(share * numerals.indexOf(of) - 1) < 0.15 ? "" : words,
    )
    .replace(/(\d[\d,.]*)(?: (million|billion))?/g, (words, digits: string, scale: string | undefined) =>
      values.includes(Number(digits.replaceAll(",", "")) * (scales[scale ?? ""] ?? 1)) ? "" : words,
    );
  return (rest.match(numberWords) ?? []).map((word) => `${id} does not bear out: ${word}`);
}
