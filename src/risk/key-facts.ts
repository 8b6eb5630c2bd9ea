import type { HarmStatistic } from "./harm-statistics";
import { about, exactly, type Incident, moreThan } from "./incident";

/**
 * The few incidents that the short explanation rests on. They stand apart so that the popup need not load all the others;
 * `incidents` takes them from here.
 */
export const keyIncidents = {
  "twitter-2019": {
    date: "2019-12-24",
    kind: "look-up",
    platforms: ["Twitter"],
    identifiers: ["phone"],
    figures: { tried: moreThan(2_000_000_000), matched: about(17_000_000), days: about(60), countries: exactly(7) },
    sources: [
      "https://techcrunch.com/2019/12/24/twitter-android-bug-phone-numbers/",
      "https://thesamikhsya.com/breaking-news/twitter-suspends-accounts-used-to-match-phone-nos-with-users",
      "https://lemondeinformatique.fr/actualites/lireamp-un-bug-dans-twitter-sur-android-associe-numeros-de-telephone-et-comptes-77523.html",
    ],
  },
  "twitter-2020": {
    date: "2020-02-03",
    kind: "look-up",
    platforms: ["Twitter"],
    identifiers: ["phone"],
    figures: {},
    sources: [
      "https://cdrinfo.com/d7/content/twitter-disclosed-users-phone-data-breach",
      "https://grahamcluley.com/twitter-security-hole-allowed-state-sponsored-hackers-to-match-phone-numbers-to-usernames/",
      "https://newsflash.one/2020/02/03/twitter-says-state-backed-actors-may-have-accessed-users-phone-numbers",
    ],
  },
  "twitter-2022": {
    date: "2022-08-05",
    kind: "look-up",
    platforms: ["Twitter"],
    identifiers: ["phone", "email"],
    figures: { accounts: about(5_400_000), months: about(7), priceInDollars: about(30_000) },
    sources: [
      "https://boingboing.net/2022/08/09/massive-security-breach-exposes-anonymous-twitter-accounts-email-addresses-and-phone-numbers.html",
      "https://hackerone.com/reports/1439026",
      "https://cybersecuritydive.com/news/twitter-vulnerability-security/629088",
      "https://www.freepressjournal.in/mumbai/data-of-54-million-twitter-users-on-dark-net",
      "https://www.androidcentral.com/apps-software/twitter-security-vulnerability-exposed-over-5-million-accounts",
    ],
  },
  "twitter-2023": {
    date: "2023-01-04",
    kind: "look-up",
    platforms: ["Twitter"],
    identifiers: ["email"],
    figures: { accounts: about(200_000_000) },
    sources: [
      "https://www.extension13.com/2023/01/06/twitter-data-leak-what-the-exposure-of-200-million-user-emails-means-for-you/",
    ],
  },
  "whatsapp-2025": {
    date: "2025-11-18",
    kind: "look-up",
    platforms: ["WhatsApp"],
    identifiers: ["phone"],
    figures: {
      tried: about(63_000_000_000),
      triedPerHour: moreThan(100_000_000),
      matched: about(3_500_000_000),
      withPhoto: about(0.57),
    },
    sources: [
      "https://arxiv.org/abs/2511.20252",
      "https://github.com/sbaresearch/whatsapp-census",
      { citation: "BleepingComputer, November 2025" },
    ],
  },
} as const satisfies Readonly<Record<string, Incident>>;

/** As `keyIncidents`, for `harmStatistics`. */
export const keyStatistics = {
  "stalkers-known": {
    what: "Two in three people who were stalked in the United States in 2019 knew their stalker.",
    region: "US",
    period: "2019",
    figures: { people: about(3_400_000), share: about(0.67) },
    sources: [
      "https://lafasa.blog/2025/01/14/",
      { citation: "US Bureau of Justice Statistics, Stalking Victimization, 2019" },
    ],
  },
} as const satisfies Readonly<Record<string, HarmStatistic>>;
