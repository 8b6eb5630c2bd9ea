import type { Figure, PartialDate, Sources } from "./incident";
import { keyIncidents, keyStatistics } from "./key-facts";

/** What can be looked up. */
interface Sourced {
  /** Where it is told: an incident or a statistic, a dot, and what of it, as in `twitter-2019.tried`. */
  readonly id: FactId;
  readonly sources: Sources;
}
type FactId = `${string}.${string}`;

/** A figure that can be looked up. */
export interface Fact extends Figure, Sourced {}

/** A date that can be looked up. */
export interface Moment extends Sourced {
  readonly date: PartialDate;
}

/** What the answer to "Why does this matter?" rests on. Each fact is told once, by its incident or statistic. */
export const facts = {
  /** The phone numbers that one researcher tried in 2019, those that had an account, and how long it took. */
  numbersTried: cite("twitter-2019", "tried", keyIncidents["twitter-2019"]),
  numbersMatched: cite("twitter-2019", "matched", keyIncidents["twitter-2019"]),
  daysOfTrying: cite("twitter-2019", "days", keyIncidents["twitter-2019"]),
  /** The accounts that a later flaw gave away whatever the setting was, and for how many months it was open. */
  accountsSold: cite("twitter-2022", "accounts", keyIncidents["twitter-2022"]),
  monthsOpen: cite("twitter-2022", "months", keyIncidents["twitter-2022"]),
  addressesPublished: cite("twitter-2023", "accounts", keyIncidents["twitter-2023"]),
  /** How fast numbers could be tried elsewhere, years later. */
  numbersTriedPerHour: cite("whatsapp-2025", "triedPerHour", keyIncidents["whatsapp-2025"]),
  /** The share of stalked people, from 0 to 1, whose stalker was no stranger: such a person needs one try. */
  stalkersKnown: cite("stalkers-known", "share", keyStatistics["stalkers-known"]),
} as const;

/** When it happened, or became known. */
export const moments = {
  numbersTried: place("twitter-2019", keyIncidents["twitter-2019"]),
  /** It became known that the way of 2019 had been closed, and who else had used it. */
  closure: place("twitter-2020", keyIncidents["twitter-2020"]),
  accountsSold: place("twitter-2022", keyIncidents["twitter-2022"]),
  addressesPublished: place("twitter-2023", keyIncidents["twitter-2023"]),
  numbersTriedElsewhere: place("whatsapp-2025", keyIncidents["whatsapp-2025"]),
  stalkersCounted: place("stalkers-known", {
    date: keyStatistics["stalkers-known"].period,
    sources: keyStatistics["stalkers-known"].sources,
  }),
} as const satisfies Readonly<Record<string, Moment>>;

function cite<Name extends string>(
  teller: string,
  name: Name,
  { figures, sources }: { readonly figures: Readonly<Record<Name, Figure>>; readonly sources: Sources },
): Fact {
  return { ...figures[name], id: `${teller}.${name}`, sources };
}

function place(teller: string, { date, sources }: { readonly date: PartialDate; readonly sources: Sources }): Moment {
  return { id: `${teller}.date`, date, sources };
}
