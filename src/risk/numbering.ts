import type { Sources } from "./incident";

/** How many mobile numbers a region has, to three figures. */
export interface MobileNumbers {
  /**
   * What an informed attacker needs to try: the ranges that were assigned to operators in 2021–22, by the lists of
   * Hagen et al., NDSS 2021 (https://github.com/contact-discovery/rt_phone_numbers). Never more than `high`.
   */
  readonly low: number;
  /** Everything that the numbering plan allows, by the metadata of libphonenumber. */
  readonly high: number;
  readonly caveats: readonly Caveat[];
}

/** What must be known of a region's figures: each with its letter in the table. */
const caveatLetters = [
  /** Most numbers for mobile phones may as well be fixed lines (United States, Mexico), and `high` counts both. */
  ["f", "fixed-lines-too"],
  /** There is no list of the operators' ranges, or none that is complete, so `low` is `high`. */
  ["o", "operators-unknown"],
  /** Numbers may be longer than 11 digits (Austria, Indonesia), and `high` leaves those out. */
  ["t", "longer-numbers-left-out"],
] as const;
export type Caveat = (typeof caveatLetters)[number][1];

/** Where the figures can be looked up: what operators were given, and what the plans allow. */
export const numberingSources: Sources = [
  "https://github.com/contact-discovery/rt_phone_numbers",
  "https://github.com/google/libphonenumber",
];

/** Regions by their two letters, as `Intl.DisplayNames` knows them; `null` for a region without mobile numbers. */
export type Numbering = ReadonlyMap<string, MobileNumbers | null>;

/**
 * Reads a table with a line for each region: its code, `low` and `high` (one figure where they are the same, none where
 * there are no mobile numbers) and the letters of its caveats, as in `US 506e6 287e7 f`.
 *
 * @throws where a line is written in any other way
 */
export function parseNumbering(table: string): Numbering {
  return new Map(table.split("\n").map(parseLine));
}

function parseLine(line: string): [string, MobileNumbers | null] {
  const parts = /^([A-Z]{2})(?: (\d+e\d+)(?: (\d+e\d+))?(?: ([fot]+))?)?$/.exec(line);
  const [, region, low, high = low, letters = ""] = parts ?? [];
  if (region === undefined) throw new Error(`The numbering table holds a line that cannot be read: ${line}`);
  if (low === undefined) return [region, null];
  const caveats = caveatLetters.filter(([letter]) => letters.includes(letter)).map(([, caveat]) => caveat);
  return [region, { low: Number(low), high: Number(high), caveats }];
}

/** Writes what `parseNumbering` reads. Figures are rounded to three digits. */
export function formatNumbering(numbering: Numbering): string {
  return [...numbering].map(([region, numbers]) => formatLine(region, numbers)).join("\n");
}

function formatLine(region: string, numbers: MobileNumbers | null): string {
  if (numbers === null) return region;
  const { caveats } = numbers;
  const figures = new Set([numbers.low, numbers.high].map(formatFigure));
  const letters = caveatLetters.filter(([, caveat]) => caveats.includes(caveat)).map(([letter]) => letter);
  return [region, ...figures, letters.join("")].join(" ").trimEnd();
}

/** 791,400,000 is `791e6`. */
function formatFigure(figure: number): string {
  const [digits = "", exponent] = figure.toExponential(2).replace(".", "").split("e");
  const significant = digits.replace(/0+$/, "");
  return `${significant}e${Number(exponent) + 1 - significant.length}`;
}
