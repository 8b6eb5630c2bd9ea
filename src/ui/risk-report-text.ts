import type { Identifier } from "../audit/setting";
import type { TimeToTry } from "../risk/enumeration";
import { moments } from "../risk/facts";
import type { FigureName, Incident } from "../risk/incident";
import { type Caveat, numberingSources } from "../risk/numbering";
import { type PaceId, paces } from "../risk/paces";
import { wordCounts, wordDurations, wordMoment } from "./figure-words";
import { closedSince, type NamedSite } from "./risk-text";
import { type Cited, type Claim, claim, type Told, tell } from "./tell";

// As in `risk-text.ts` every figure comes from `src/risk/`: no digit stands in this file.

export const riskPhrases = {
  title: "How fast could someone try every number?",
  introduction:
    "Look-ups by phone number have been abused in two ways: by people who had somebody’s number, and by people who tried every number there is.",
  country: "Country of the phone number",
  chooseCountry: "Choose a country",
  knownDigits: "Last digits that they already know",
  noneKnown: "none",
  stays: "Your choice is not sent or kept. Your number is not asked for: the country is enough.",
  whoTries: "Somebody who tries every number",
  whoHas: "Somebody who already has your number",
  oneTry: "one try",
  whoHasShort: "if somebody already has your number",
  whoHasWhy:
    "The country makes no difference to them, and no number needs guessing: while the switch is on, they just look.",
  bothStop: "Switching it off stops new look-ups by either of them.",
  picture: "Numbers to try, and the time that it takes",
  pictureMeans:
    "Each bar reaches from the least to the most. Every mark on a scale stands for many times the mark before it. The same figures stand below as a table.",
  howLong: "How long it takes",
  asTable: "As a table",
  who: "Who",
  needsAll: "Trying every number",
  needsHalf: "Until one certain number comes up, on average",
  caveats: "What these figures do not say",
} as const;

/** What somebody knows, beside the control. */
export function knownDigits(count: number): string {
  return count === 0 ? riskPhrases.noneKnown : `the last ${count}`;
}

/** How many numbers of a region there are to try. */
export function numbersToTry(region: string, numbers: TimeToTry["numbers"]): Cited {
  return { figure: `${region}.numbers`, words: wordCounts(numbers), sources: numberingSources };
}

/** What is counted there. */
export function whatIsCounted(knownLastDigits: number): string {
  return knownLastDigits === 0 ? "mobile numbers are possible there" : "mobile numbers there end in these digits";
}

/** How long it takes to try them all, or on average until one certain number has its turn. */
export function timeNeeded(region: string, pace: PaceId, share: "all" | "half", time: TimeToTry): Cited {
  const sources = [...numberingSources, paces[pace].sources[0]] as const;
  return { figure: `${region}.${share}.${pace}`, words: wordDurations(time[share]), sources };
}

/** What has become of both ways of trying: stands right below the durations. */
export const stoppedSince = claim(
  tell`Both ways have been closed or slowed down since then. How fast it would go today, nobody has published.`,
  moments.closure,
  moments.numbersTriedElsewhere,
);

/** Whose pace it is: stands wherever a duration does. */
export function atPace(pace: PaceId): Told {
  const { platform, reached } = paces[pace];
  return tell`at the pace reached on ${platform} in ${wordMoment(reached, "year")}`;
}

export function noMobileNumbers(region: string): string {
  return `${region} has no mobile numbers of its own, so there are none to try. Somebody who has a number of yours from elsewhere still needs one try.`;
}

/** What must be known beside the figures. */
export function caveatsFor(caveats: readonly Caveat[], site: NamedSite): readonly Claim[] {
  return [
    closedSince(site),
    claim(
      tell`${paces["whatsapp-2025"].platform} has limited how fast numbers can be tried since the pace of ${wordMoment(paces["whatsapp-2025"].reached, "year")} was measured.`,
    ),
    claim(
      tell`The figures are ranges, since nobody outside knows which numbers are in use. The lower end counts the numbers that were given to operators, the higher end all that the numbering plan allows.`,
      { sources: numberingSources },
    ),
    ...caveats.map((caveat) => claim(tell`${aboutCaveat(caveat)}`, { sources: numberingSources })),
    claim(tell`They say how long trying takes, and nothing about how likely it is that somebody tries yours.`),
  ];
}

function aboutCaveat(caveat: Caveat): string {
  switch (caveat) {
    case "fixed-lines-too":
      return "In this country mobile numbers look like those of fixed lines. The higher end counts both.";
    case "operators-unknown":
      return "For this country there is no complete list of the numbers that operators were given. The figure is what the numbering plan allows, so it is the most that there can be.";
    case "longer-numbers-left-out":
      return "In this country numbers can be very long. The longest are left out: they would make the figure larger without there being more phones.";
    default:
      return caveat satisfies never;
  }
}

export const incidentPhrases = {
  title: "What has happened",
  introduction: "What has become known of accounts tied to phone numbers and e-mail addresses, the newest first.",
  platform: "Site or app",
  allPlatforms: "All sites and apps",
  identifier: "Found by",
  allIdentifiers: "Phone number or e-mail address",
  none: "Nothing is told here of that. Choose something else above.",
} as const;

export const identifierNames: Readonly<Record<Identifier, string>> = {
  phone: "Phone number",
  email: "E-mail address",
};

/** By what people were found: `Phone number, e-mail address`. */
export function nameIdentifiers(identifiers: readonly Identifier[]): string {
  const [first = "", ...others] = identifiers.map((identifier) => identifierNames[identifier]);
  return [first, ...others.map((name) => name.toLowerCase())].join(", ");
}

export function howManyShown(shown: number, total: number): string {
  return shown === total ? `All ${total} are shown` : `${shown} of ${total} are shown`;
}

/** What an incident that was no look-up was; `null` for a look-up. */
export function unlikeOthers(kind: Incident["kind"]): string | null {
  switch (kind) {
    case "look-up":
      return null;
    case "insider":
      return "By people who worked there";
    case "other-use":
      return "Use for something else";
    case "unproven":
      return "Claimed, not shown to be true";
    default:
      return kind satisfies never;
  }
}

/** What an incident's figure counts, as a label. */
export function figureLabel(name: FigureName, identifiers: readonly Identifier[]): string {
  switch (name) {
    case "tried":
      return `${things(identifiers)} tried`;
    case "triedPerHour":
      return `${things(identifiers)} tried in an hour`;
    case "matched":
      return "Led to somebody";
    case "accounts":
      return "Accounts";
    case "withRealName":
      return "With a likely real name";
    case "withPhoto":
      return "With a photo that anyone could see";
    case "days":
    case "months":
      return "Went on for";
    case "countries":
      return "Countries";
    case "fineInDollars":
    case "fineInEuros":
      return "Fine";
    case "priceInDollars":
      return "Offered for";
    default:
      return name satisfies never;
  }
}

function things(identifiers: readonly Identifier[]): string {
  return identifiers.includes("phone") ? "Numbers" : "Addresses";
}
