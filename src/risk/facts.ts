import { harmStatistics } from "./harm-statistics";
import type { Figure, Sources } from "./incident";
import { incidents } from "./incidents";

/** A figure that can be looked up. */
export interface Fact extends Figure {
  readonly sources: Sources;
}

/** What the answer to "Why does this matter?" rests on. Each fact is told once, by its incident or statistic. */
export const facts = {
  /** The phone numbers that one researcher tried in 2019, those that had an account, and how long it took. */
  numbersTried: cite(incidents["twitter-2019"], "tried"),
  numbersMatched: cite(incidents["twitter-2019"], "matched"),
  daysOfTrying: cite(incidents["twitter-2019"], "days"),
  /** The accounts that a later flaw gave away whatever the setting was, and for how many months it was open. */
  accountsSold: cite(incidents["twitter-2022"], "accounts"),
  monthsOpen: cite(incidents["twitter-2022"], "months"),
  addressesPublished: cite(incidents["twitter-2023"], "accounts"),
  /** How fast numbers could be tried elsewhere, years later. */
  numbersTriedPerHour: cite(incidents["whatsapp-2025"], "triedPerHour"),
  /** The share of stalked people, from 0 to 1, whose stalker was no stranger: such a person needs one try. */
  stalkersKnown: cite(harmStatistics["stalkers-known"], "share"),
} as const;

/** When it became known that the way of 2019 had been closed. */
export const closure = { date: incidents["twitter-2020"].date, sources: incidents["twitter-2020"].sources };

function cite<Name extends string>(
  { figures, sources }: { readonly figures: Readonly<Record<Name, Figure>>; readonly sources: Sources },
  name: Name,
): Fact {
  return { ...figures[name], sources };
}
