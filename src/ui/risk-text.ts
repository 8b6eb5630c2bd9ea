import type { Identifier } from "../audit/setting";
import type { SiteProfile } from "../audit/site";
import { say, sentenceGap } from "../locales/messages";
import { facts, moments } from "../risk/facts";
import { keyIncidents } from "../risk/key-facts";
import { wordFact, wordMoment } from "./figure-words";
import { type Claim, claim, tell } from "./tell";

/** What the words need to know of a site. */
export type NamedSite = Pick<SiteProfile, "name" | "formerName">;

/** A question that people have about a switch, and what can be said. */
interface Explanation {
  readonly question: string;
  readonly claims: readonly Claim[];
}

/** Why a switch matters, and what it does not do. */
export function explain(identifier: Identifier, site: NamedSite): readonly Explanation[] {
  return [
    { question: say("why.who"), claims: whoCan(identifier) },
    { question: say("why.learn"), claims: [claim(tell("why.learn.words", {}), moments.closure)] },
    { question: say("why.happened"), claims: whatHappened[identifier](site) },
    { question: say("why.stays"), claims: whatStays[identifier](site) },
  ];
}

/** How often a stalker was no stranger: stands wherever it is told how long a stranger needs. */
export function stalkersKnown(): Claim {
  const year = wordMoment(moments.stalkersCounted, "year");
  return claim(tell("why.stalkers", { year, share: wordFact(facts.stalkersKnown) }));
}

function whoCan(identifier: Identifier): readonly Claim[] {
  const tried = identifier === "phone" ? facts.numbersTried : facts.addressesPublished;
  return [
    claim([...tell(`why.who.${identifier}`, {}), sentenceGap(), ...stalkersKnown().words]),
    claim(tell(`why.others.${identifier}`, {}), tried),
  ];
}

const whatHappened: Readonly<Record<Identifier, (site: NamedSite) => readonly Claim[]>> = {
  phone: (site) => [
    claim(
      tell("why.tried", {
        year: wordMoment(moments.numbersTried, "year"),
        platform: nameToday(platform, site),
        tried: wordFact(facts.numbersTried),
        matched: wordFact(facts.numbersMatched),
      }),
    ),
    claim(tell("why.stopped", { month: wordMoment(moments.closure, "month"), platform })),
  ],
  email: (site) => [
    claim(
      tell("why.flaw", {
        month: wordMoment(moments.accountsSold, "month"),
        platform: nameToday(platform, site),
        accounts: wordFact(facts.accountsSold),
      }),
    ),
    claim(
      tell("why.list", {
        month: wordMoment(moments.addressesPublished, "month"),
        accounts: wordFact(facts.addressesPublished),
      }),
    ),
  ],
};

const whatStays: Readonly<Record<Identifier, (site: NamedSite) => readonly Claim[]>> = {
  phone: (site) => [
    claim(tell("why.undoes-nothing.phone", {}), moments.closure),
    closedSince(site),
    claim(tell("why.not-complete.phone", { months: wordFact(facts.monthsOpen), site: site.name })),
  ],
  email: () => [
    claim(tell("why.undoes-nothing.email", {}), facts.addressesPublished),
    claim(tell("why.not-complete.email", { months: wordFact(facts.monthsOpen) })),
  ],
};

/** What has become of the way of trying that the figures are of. */
export function closedSince(site: NamedSite): Claim {
  return claim(
    tell("why.closed", {
      tried: wordMoment(moments.numbersTried, "year"),
      closed: wordMoment(moments.closure, "year"),
      site: site.name,
    }),
  );
}

/** Where the numbers were tried of which the explanation tells. */
const [platform] = keyIncidents["twitter-2019"].platforms;

/** A platform, with its name of today where that has changed. */
export function nameToday(platform: string, { name, formerName }: NamedSite): string {
  return platform === formerName ? say("name-today", { former: platform, now: name }) : platform;
}
