import type { I18n } from "webextension-polyfill";
import type { SiteMessage } from "../audit/setting";
import type { en } from "./en";

// Both browsers have it under this name, and answer at once: the pages need no wrapper for it.
declare const chrome: { readonly i18n: I18n.Static };

type Message = keyof typeof en;
type Text<Key> = Key extends Message ? (typeof en)[Key][0] : never;
/** The names in braces that a text has. */
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

export type MessageKey = Message | SiteMessage;
/** A message that has a form for each plural: what stands before `.one` and `.other`. */
type Counted = Message extends infer Key ? (Key extends `${infer Base}.other` ? Base : never) : never;
/** What is filled in, by name. Numbers are written in the language's own digits. */
type Value = string | number;
export type Values<Key, Part = Value> = Readonly<Record<Names<Text<Key>>, Part>>;
type Rest<Key> = [Names<Text<Key>>] extends [never] ? [] : [values: Values<Key>];

/** Says something in the person's language. */
export function say<Key extends MessageKey>(key: Key, ...[values]: Rest<Key>): string {
  return fill(read(key), values ?? {});
}

/** Says something of a number of things, in the plural that goes with it. */
export function sayCount<Base extends Counted>(
  base: Base,
  count: number,
  values: Omit<Values<`${Base}.other`>, "count">,
): string {
  return fill(read(inPlural(base, count)), { ...values, count });
}

/**
 * The form of a message that goes with a number of things. Languages have other forms than English, and a browser may know
 * one that the catalogue does not have yet.
 */
export function inPlural(base: Counted, count: number): MessageKey {
  const key = `${base}.${new Intl.PluralRules(language()).select(count)}` as MessageKey;
  return read(key) === "" ? `${base}.other` : key;
}

/** A message in pieces: its own words, and between them what is filled in. */
export function sayInParts<Part>(
  key: MessageKey,
  values: Readonly<Record<string, string | Part>>,
): readonly (string | Part)[] {
  return read(key)
    .split(/\{(\w+)\}/)
    .map((piece, index) => {
      const value = index % 2 === 0 ? piece : (values[piece] ?? "");
      return index % 2 === 1 && typeof value === "string" ? isolate(value) : value;
    })
    .filter((piece) => piece !== "");
}

/** The language that is spoken, as a tag for `lang` and `Intl`. It may be another than the browser's. */
export function language(): string {
  return read("language");
}

export function direction(): "ltr" | "rtl" {
  return read("direction") === "rtl" ? "rtl" : "ltr";
}

/** Sentences in a row. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(sentenceGap());
}

/** What the language has between two sentences. */
export function sentenceGap(): string {
  return /^(?:ja|zh)/.test(language()) ? "" : " ";
}

/** Several things in a row: `one, two and three`. */
export function listed(things: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(things);
}

/** Has a page speak the language, for screen readers, hyphens and the direction of its lines. */
export function dressPage(title: string): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = title;
}

/** The name that a message has in the browser's own catalogues. */
export function nameInBrowser(key: string): string {
  return key.replace(/[-.]/g, "_");
}

function read(key: string): string {
  return chrome.i18n.getMessage(nameInBrowser(key));
}

function fill(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return isolate(typeof value === "number" ? new Intl.NumberFormat(language()).format(value) : String(value));
  });
}

/** Keeps a name or a figure of another direction from upsetting a line from right to left. */
function isolate(value: string): string {
  return direction() === "rtl" ? `\u2068${value}\u2069` : value;
}
