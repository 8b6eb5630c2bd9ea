import { type MessageKey, sayInParts, type Values } from "../locales/messages";
import type { Source, Sources } from "../risk/incident";

/** A figure or a date in words, and where in the risk data it comes from. */
export interface Cited {
  /** As in `twitter-2019.tried`. */
  readonly figure: string;
  readonly words: string;
  readonly sources: Sources;
}

/** A sentence or more in which every figure is cited. */
export type Told = readonly (string | Cited)[];

/** Something that is said, and where it can be looked up. */
export interface Claim {
  readonly words: Told;
  readonly sources: readonly Source[];
}

/** Says something in the person's language: figures come in as `Cited`, names as text. */
export function tell<Key extends MessageKey>(key: Key, values: Values<Key, string | Cited>): Told {
  return sayInParts<string | Cited>(key, values);
}

/** How many sources of one thing are named in a claim: one to look at, and one in case it is gone. */
const sourcesEach = 2;

/**
 * Makes a claim of sentences; its sources are those of what it cites.
 *
 * @param basis what it rests on beyond that
 */
export function claim(words: Told, ...basis: readonly { readonly sources: Sources }[]): Claim {
  const cited = words.filter((part) => typeof part !== "string");
  const sources = [...cited, ...basis].flatMap(({ sources }) => sources.slice(0, sourcesEach));
  return { words, sources: [...new Set(sources)] };
}

/** Told as mere text. */
export function plain(told: Told): string {
  return told.map((part) => (typeof part === "string" ? part : part.words)).join("");
}
