import type { Identifier } from "../audit/setting";

/** Something that came of accounts being tied to a phone number or an email address. */
export interface Incident {
  /** When it became known, as exactly as can be told: `2012`, `2012-10` or `2012-10-12` (ISO 8601). */
  readonly date: PartialDate;
  readonly kind: IncidentKind;
  readonly platforms: readonly [string, ...string[]];
  readonly identifiers: readonly [Identifier, ...Identifier[]];
  /** What can be counted of it; each figure is found in the sources. */
  readonly figures: Readonly<Partial<Record<FigureName, Figure>>>;
  readonly sources: Sources;
}

export type PartialDate = `${number}` | `${number}-${number}` | `${number}-${number}-${number}`;

/**
 * - `look-up`: others tried identifiers out and were told whose they are.
 * - `insider`: people who worked for the platform looked.
 * - `other-use`: the platform used them for something else than it had said.
 * - `unproven`: it was claimed, and not shown to be true.
 */
type IncidentKind = "look-up" | "insider" | "other-use" | "unproven";

export type FigureName =
  /** Phone numbers or email addresses that were tried. */
  | "tried"
  | "triedPerHour"
  /** How many of them led to somebody. */
  | "matched"
  /** Accounts whose identifier got into others' hands, or is claimed to have. */
  | "accounts"
  /** The share of the accounts, from 0 to 1, with what looks like a real name. */
  | "withRealName"
  /** The share of the accounts, from 0 to 1, whose photo anyone could see. */
  | "withPhoto"
  /** How long it went on. */
  | "days"
  | "months"
  /** Where the people were from. */
  | "countries"
  | "fineInDollars"
  | "fineInEuros"
  /** What the data was offered for. */
  | "priceInDollars";

/** A number, and how it is meant. */
export interface Figure {
  readonly value: number;
  readonly is: "exact" | "about" | "more-than" | "almost";
}

export const exactly = (value: number): Figure => ({ value, is: "exact" });
export const about = (value: number): Figure => ({ value, is: "about" });
export const moreThan = (value: number): Figure => ({ value, is: "more-than" });
export const almost = (value: number): Figure => ({ value, is: "almost" });

/** The address of a page, or the words by which to find something that has none. */
export type Source = `https://${string}` | { readonly citation: string };
export type Sources = readonly [Source, ...Source[]];
