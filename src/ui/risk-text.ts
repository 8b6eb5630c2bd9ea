import type { Identifier } from "../audit/setting";
import type { Site } from "../audit/site";
import { facts, moments } from "../risk/facts";
import { keyIncidents } from "../risk/key-facts";
import { wordFact, wordMoment } from "./figure-words";
import { type Cited, type Claim, claim, tell } from "./tell";

// Every figure here comes from `src/risk/`: no digit stands in this file.

/** What the words need to know of a site. */
export type NamedSite = Pick<Site, "name" | "formerName">;

/** A question that people have about a switch, and what can be said. */
interface Explanation {
  readonly question: string;
  readonly claims: readonly Claim[];
}

/** Why a switch matters, and what it does not do. */
export function explain(identifier: Identifier, site: NamedSite): readonly Explanation[] {
  return [
    { question: "Who could use this switch against you?", claims: whoCan[identifier]() },
    { question: "What do they learn?", claims: whatTheyLearn() },
    { question: "What has happened?", claims: whatHappened[identifier](site) },
    { question: "What does switching it off not do?", claims: whatStays[identifier](site) },
  ];
}

export const explanationPhrases = {
  title: "Why does this matter?",
  more: "More in the report",
} as const;

/** How often a stalker was no stranger: stands wherever it is told how long a stranger needs. */
export function stalkersKnown(): Claim {
  const { stalkersCounted } = moments;
  return claim(
    tell`Of the people who were stalked in the United States in ${wordMoment(stalkersCounted, "year")}, ${wordFact(facts.stalkersKnown)} knew their stalker.`,
  );
}

const whoCan: Readonly<Record<Identifier, () => readonly Claim[]>> = {
  phone: () => [
    claim([
      "Most often somebody who already has your number, from your family, your past or your work. That person needs one try. ",
      ...stalkersKnown().words,
    ]),
    claim(
      tell`Somebody who does not have it may try made-up numbers until there is a match, as has been done.`,
      facts.numbersTried,
    ),
  ],
  email: () => [
    claim([
      "Most often somebody who already has your address, from your family, your past or your work. That person needs one try. ",
      ...stalkersKnown().words,
    ]),
    claim(tell`Others may try long lists of addresses, as has been done.`, facts.addressesPublished),
  ],
};

function whatTheyLearn(): readonly Claim[] {
  return [
    claim(
      tell`Which account is yours, and so all that it shows: what you write, whom you follow. That is so even if you use another name there. They get neither your password nor your messages this way.`,
      moments.closure,
    ),
  ];
}

const whatHappened: Readonly<Record<Identifier, (site: NamedSite) => readonly Claim[]>> = {
  phone: (site) => [
    claim(
      tell`In ${wordMoment(moments.numbersTried, "year")}, a researcher tried ${wordFact(facts.numbersTried)} made-up phone numbers on ${nameThen(site)} and matched ${wordFact(facts.numbersMatched)} of them to accounts.`,
    ),
    claim(
      tell`In ${wordMoment(moments.closure, "month")}, ${platform} said that it had stopped a large network of fake accounts that did the same. Some of them may have had ties to governments. It did not say how many people they found.`,
    ),
  ],
  email: (site) => [
    claim(
      tell`In ${wordMoment(moments.accountsSold, "month")}, ${nameThen(site)} said that a flaw had told anyone which account belonged to an e-mail address or phone number. ${capitalised(wordFact(facts.accountsSold))} accounts were offered for sale.`,
    ),
    claim(
      tell`In ${wordMoment(moments.addressesPublished, "month")}, a list of ${wordFact(facts.addressesPublished)} e-mail addresses with their accounts, made with the same flaw, was put online.`,
    ),
  ],
};

const whatStays: Readonly<Record<Identifier, (site: NamedSite) => readonly Claim[]>> = {
  phone: (site) => [
    claim(
      tell`It undoes nothing: whoever has matched your number to your account already still knows. Switching off stops new look-ups only.`,
      moments.closure,
    ),
    closedSince(site),
    claim(
      tell`Off is not complete protection. Another flaw, open for ${wordFact(facts.monthsOpen)}, gave accounts away even with the switch off. Only a number that is not on file cannot leak. If you sign in with codes by text message, set up an authenticator app before you take your number off.`,
    ),
  ],
  email: () => [
    claim(
      tell`It undoes nothing: whoever has matched your address to your account already still knows. Switching off stops new look-ups only.`,
      facts.addressesPublished,
    ),
    claim(
      tell`Off is not complete protection. That flaw was open for ${wordFact(facts.monthsOpen)} and worked even with the switch off. It has been closed.`,
    ),
  ],
};

/** What has become of the way of trying that the figures are of. */
export function closedSince(site: NamedSite): Claim {
  return claim(
    tell`The way that was used in ${wordMoment(moments.numbersTried, "year")} was closed in ${wordMoment(moments.closure, "year")}. Nobody has published since then how fast numbers can be tried on ${site.name}.`,
  );
}

/** Where the numbers were tried of which the explanation tells. */
const [platform] = keyIncidents["twitter-2019"].platforms;

function nameThen(site: NamedSite): string {
  return nameToday(platform, site);
}

/** A platform, with its name of today where that has changed. */
export function nameToday(platform: string, { name, formerName }: NamedSite): string {
  return platform === formerName ? `${platform} (today ${name})` : platform;
}

function capitalised(cited: Cited): Cited {
  return { ...cited, words: cited.words.charAt(0).toUpperCase() + cited.words.slice(1) };
}
