import { about, exactly, type Incident } from "./incident";
import { keyIncidents } from "./key-facts";

/** What is known to have happened, the oldest first. */
export const incidents = {
  "social-networks-2010": {
    date: "2010-03-03",
    kind: "look-up",
    platforms: ["Facebook", "XING"],
    identifiers: ["email"],
    figures: { tried: about(10_400_000), matched: about(1_200_000) },
    sources: ["https://docslib.org/doc/11708973", { citation: "EURECOM, research report RR-10-233" }],
  },
  "facebook-2012": {
    date: "2012-10",
    kind: "look-up",
    platforms: ["Facebook"],
    identifiers: ["phone"],
    figures: {},
    sources: ["https://www.itproportal.com/2012/10/12/is-your-phone-number-private-on-facebook/"],
  },
  "facebook-2013": {
    date: "2013",
    kind: "look-up",
    platforms: ["Facebook"],
    identifiers: ["phone", "email"],
    figures: { accounts: about(2_500_000) },
    sources: ["https://www.geekwire.com/2013/mobile-developer-scrapes-graph-search-public-emails/"],
  },
  "snapchat-2013": {
    date: "2013-12-25",
    kind: "look-up",
    platforms: ["Snapchat"],
    identifiers: ["phone"],
    figures: { tried: about(10_000), triedPerHour: about(86_000) },
    sources: [
      "https://www.forbes.com/sites/timworstall/2013/12/26/snapchats-api-is-hacked-and-exploits-allowing-phone-number-collection-and-bogus-account-creation-published/",
    ],
  },
  "snapchat-2014": {
    date: "2014-01-01",
    kind: "look-up",
    platforms: ["Snapchat"],
    identifiers: ["phone"],
    figures: { accounts: about(4_600_000) },
    sources: [
      "https://www.oreilly.com/ideas/the-snapchat-leak",
      "https://www.newyorker.com/tech/annals-of-technology/anatomy-of-a-snap-attack",
    ],
  },
  "kakaotalk-2015": {
    date: "2015",
    kind: "look-up",
    platforms: ["KakaoTalk"],
    identifiers: ["phone"],
    figures: { withRealName: about(0.728) },
    sources: ["https://docslib.org/doc/1597906/design-and-analysis-of-enumeration-attacks-on-finding-friends"],
  },
  "twitter-insiders-2015": {
    date: "2015",
    kind: "insider",
    platforms: ["Twitter"],
    identifiers: ["phone", "email"],
    figures: { accounts: about(6000) },
    sources: [
      "https://www.computerweekly.com/news/252473623/Saudis-recruited-Twitter-employees-to-spy-on-critics",
      "https://newrepublic.com/article/161995/twitter-saudi-arabia-mbs-dissident",
      "https://www.democracynow.org/2022/8/12/abdulrahman_al_sadhan_saudi_arabia_twitter",
    ],
  },
  "facebook-2015": {
    date: "2015-08",
    kind: "look-up",
    platforms: ["Facebook"],
    identifiers: ["phone"],
    figures: {},
    sources: [
      "https://www.rawstory.com/2015/08/harvest-of-facebook-user-data-prompts-calls-for-tighter-privacy-settings/",
    ],
  },
  "telegram-2016": {
    date: "2016-08-02",
    kind: "look-up",
    platforms: ["Telegram"],
    identifiers: ["phone"],
    figures: { matched: about(15_000_000) },
    sources: ["https://www.helpnetsecurity.com/2016/08/03/compromised-telegram-accounts/"],
  },
  "whatsapp-2016": {
    date: "2016-10-24",
    kind: "look-up",
    platforms: ["WhatsApp", "Truecaller", "Facebook"],
    identifiers: ["phone"],
    figures: { tried: about(1_160_000), matched: exactly(255_873) },
    sources: ["https://doi.org/10.1145/2994459.2994471", "https://ar5iv.labs.arxiv.org/html/1512.07330"],
  },
  "facebook-2018": {
    date: "2018-04-04",
    kind: "look-up",
    platforms: ["Facebook"],
    identifiers: ["phone", "email"],
    figures: {},
    sources: [
      "https://newsbytesapp.com/news/science/facebook-allowed-systematic-scraping-of-data-for-years/story",
      "https://grahamcluley.com/facebook-phone-search-lookup-privacy/",
    ],
  },
  "twitter-support-form-2018": {
    date: "2018-11-15",
    kind: "look-up",
    platforms: ["Twitter"],
    identifiers: ["phone"],
    figures: {},
    sources: ["https://help.twitter.com/it/support-form"],
  },
  "telegram-2019": {
    date: "2019-08",
    kind: "look-up",
    platforms: ["Telegram"],
    identifiers: ["phone"],
    figures: {},
    sources: [
      "https://www.zdnet.com/article/hong-kong-protesters-warn-of-telegram-feature-that-can-disclose-their-identities/",
      "https://coconuts.co/hongkong/news/telegram-closes-privacy-loophole-to-protect-hong-kong-protesters/",
    ],
  },
  "twitter-2019": keyIncidents["twitter-2019"],
  "twitter-2020": keyIncidents["twitter-2020"],
  "facebook-2021": {
    date: "2021-04-03",
    kind: "look-up",
    platforms: ["Facebook"],
    identifiers: ["phone"],
    figures: { accounts: about(533_000_000), countries: exactly(106), fineInEuros: exactly(265_000_000) },
    sources: [
      "https://www.efdpo.eu/irish-supervisory-authority-announces-decision-in-facebook-data-scraping-inquiry/",
      "https://www.datenschutz-notizen.de/irish-dpc-facebook-data-scraping-not-in-line-with-art-25-of-the-gdpr-4539640/",
      "https://www.securitymatters.asia/security-circular/blog-post-fb-leak",
    ],
  },
  "clubhouse-2021": {
    date: "2021-07-24",
    kind: "unproven",
    platforms: ["Clubhouse"],
    identifiers: ["phone"],
    figures: { accounts: about(3_800_000_000) },
    sources: ["https://www.livemint.com/news/clubhouse-experts-bust-reports-about-data-breach-11627202905823.html"],
  },
  "twitter-advertising-2022": {
    date: "2022-05-25",
    kind: "other-use",
    platforms: ["Twitter"],
    identifiers: ["phone", "email"],
    figures: { accounts: about(140_000_000), fineInDollars: exactly(150_000_000) },
    sources: [
      "https://ftc.gov/news-events/news/press-releases/2022/05/ftc-charges-twitter-deceptively-using-account-security-data-sell-targeted-ads",
    ],
  },
  "twitter-2022": keyIncidents["twitter-2022"],
  "twitter-2023": keyIncidents["twitter-2023"],
  "whatsapp-2025": keyIncidents["whatsapp-2025"],
} as const satisfies Readonly<Record<string, Incident>>;

export type IncidentId = keyof typeof incidents;
