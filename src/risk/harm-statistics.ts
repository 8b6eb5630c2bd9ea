import { about, almost, exactly, type Figure, type PartialDate, type Sources } from "./incident";
import { keyStatistics } from "./key-facts";

/** How often people come to harm of a kind that is easier once their number, address or account is known. */
export interface HarmStatistic {
  /** What was found, in one sentence that stands alone. */
  readonly what: string;
  /** Where it was counted; `null` for a study that is not of one country. */
  readonly region: "US" | "GB" | null;
  /** When: a date as exact as can be told, or the first and the last year. */
  readonly period: PartialDate | `${number}/${number}`;
  readonly figures: Readonly<Partial<Record<HarmFigureName, Figure>>>;
  readonly sources: Sources;
}

type HarmFigureName =
  /** Those whom the statistic is about. */
  | "people"
  /** From 0 to 1: how many of them the sentence holds for. */
  | "share"
  /** Cases that were reported; not every case is. */
  | "reports"
  | "lossInDollars";

export const harmStatistics = {
  "stalkers-known": keyStatistics["stalkers-known"],
  "stalkers-calling": {
    what: "Two in three Americans who were stalked by means of technology in 2016 were called or written to again and again.",
    region: "US",
    period: "2016",
    figures: { people: about(3_100_000), share: about(0.67) },
    sources: [
      "https://demomemo.blogspot.com/2021/04/",
      { citation: "US Bureau of Justice Statistics, Stalking Victimization, 2016" },
    ],
  },
  "numbers-taken-over-us-2018": {
    what: "From 2018 to 2020, the FBI received 320 complaints of phone numbers that somebody had taken over.",
    region: "US",
    period: "2018/2020",
    figures: { reports: exactly(320), lossInDollars: about(12_000_000) },
    sources: ["https://www.securityweek.com/fbi-received-1600-sim-swapping-complaints-2021/"],
  },
  "numbers-taken-over-us-2021": {
    what: "In 2021, the FBI received more than 1,600 complaints of phone numbers that somebody had taken over.",
    region: "US",
    period: "2021",
    figures: { reports: exactly(1611), lossInDollars: about(68_000_000) },
    sources: ["https://www.securityweek.com/fbi-received-1600-sim-swapping-complaints-2021/"],
  },
  "numbers-taken-over-us-2024": {
    what: "In 2024, the FBI received almost 1,000 complaints of phone numbers that somebody had taken over.",
    region: "US",
    period: "2024",
    figures: { reports: exactly(982), lossInDollars: exactly(25_983_946) },
    sources: ["https://deepstrike.io/blog/sim-swap-scam-statistics-2025"],
  },
  "numbers-taken-over-gb-2023": {
    what: "In 2023, 289 cases of phone numbers taken over were reported to Britain's fraud prevention service.",
    region: "GB",
    period: "2023",
    figures: { reports: exactly(289) },
    sources: [{ citation: "Cifas, by deepstrike.io" }],
  },
  "numbers-taken-over-gb-2024": {
    what: "In 2024, almost 3,000 cases of phone numbers taken over were reported to Britain's fraud prevention service.",
    region: "GB",
    period: "2024",
    figures: { reports: almost(3000) },
    sources: [{ citation: "Cifas, by deepstrike.io" }],
  },
  "text-message-scams": {
    what: "People in the United States reported losing 470 million dollars to scams that began with a text message in 2024.",
    region: "US",
    period: "2024",
    figures: { lossInDollars: about(470_000_000) },
    sources: ["https://www.ftc.gov/news-events/news/press-releases/2025/04/"],
  },
  "scams-naming-friends": {
    what: "In a study, seven in ten believed a scam message that used what their friends and profile give away.",
    region: null,
    period: "2015",
    figures: { share: about(0.692) },
    sources: ["https://arxiv.org/abs/1512.07330"],
  },
  "scams-naming-the-person": {
    what: "In a study, five in ten believed a scam message that was written for them alone.",
    region: null,
    period: "2015",
    figures: { share: about(0.543) },
    sources: ["https://arxiv.org/abs/1512.07330"],
  },
  "scams-naming-nobody": {
    what: "In a study, between three and four in ten believed a scam message that was the same for everybody.",
    region: null,
    period: "2015",
    figures: { share: about(0.355) },
    sources: ["https://arxiv.org/abs/1512.07330"],
  },
  "online-abuse": {
    what: "Almost half of all Americans say that they have been abused online.",
    region: "US",
    period: "2021",
    figures: { share: almost(0.5) },
    sources: [{ citation: "PEN America, No Excuse for Abuse, by ADL 2020 and Pew 2021" }],
  },
} as const satisfies Readonly<Record<string, HarmStatistic>>;
