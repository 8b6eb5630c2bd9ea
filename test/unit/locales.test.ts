import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCatalogues, readEnglish } from "../../src/locales/catalogues";
import { nameInBrowser } from "../../src/locales/messages";
import { findWords } from "./words-in-code";

const languages = "ar bn cs de el en es fa fil fr he hi id it ja ko ms nl pl pt_BR ru tr uk zh_CN".split(" ");
const english = await readEnglish();
const catalogues = await readCatalogues();

interface Expected {
  /** In English. */
  readonly text: string;
  /** The form of a plural. */
  readonly form: string | null;
}

/** What each language must say: every English key, with as many forms of a plural as the language has. */
function expectedIn(name: string): ReadonlyMap<string, Expected> {
  const forms = pluralsOf(name).resolvedOptions().pluralCategories;
  const expected = new Map<string, Expected>();
  for (const [key, [text]] of Object.entries(english)) {
    if (!isCounted(key)) expected.set(key, { text, form: null });
    else if (key.endsWith(".other")) for (const form of forms) expected.set(inForm(key, form), { text, form });
  }
  return expected;
}

function isCounted(key: string): boolean {
  return /\.(one|other)$/.test(key) && inForm(key, "one") in english && inForm(key, "other") in english;
}

function inForm(key: string, form: string): string {
  return key.replace(/\w+$/, form);
}

function pluralsOf(name: string): Intl.PluralRules {
  return new Intl.PluralRules(name.replace("_", "-"));
}

/** Whether a form is for one number alone, of those that can occur: then the form may say it in a word. */
function isForOneNumber(name: string, key: string, form: string): boolean {
  const numbers = /^(?:reminder\.(?:months|asked)|remind-me)\./.test(key)
    ? [1, 3, 6]
    : Array.from({ length: 1000 }, (_, index) => index);
  const plurals = pluralsOf(name);
  return numbers.filter((count) => plurals.select(count) === form).length <= 1;
}

function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();
}

it("speaks at least these languages", () => {
  expect([...catalogues.keys()].sort()).toEqual(expect.arrayContaining(languages));
});

it("tells translators something of every message", () => {
  for (const [key, [text, note]] of Object.entries(english)) {
    expect(text, key).not.toBe("");
    expect(note, key).toMatch(/\w+/);
  }
});

it("gives every message a name of its own that browsers take", () => {
  const names = [...(catalogues.get("en")?.keys() ?? [])].map((key) => nameInBrowser(key).toLowerCase());
  expect(names.filter((name) => !/^[a-z]\w*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

describe.each([...catalogues])("%s", (name, texts) => {
  const expected = expectedIn(name);

  it("says all there is to say, and nothing else", () => {
    expect([...texts.keys()].filter((key) => !expected.has(key))).toEqual([]);
    expect([...expected.keys()].filter((key) => !texts.get(key)?.trim())).toEqual([]);
  });

  it("fills in what English fills in", () => {
    for (const [key, { text, form }] of expected) {
      const mayLeaveOut = form !== null && isForOneNumber(name, key, form) ? "count" : null;
      const names = (text: string) => namesIn(text).filter((name) => name !== mayLeaveOut);
      expect(names(texts.get(key) ?? ""), key).toEqual(names(text));
    }
  });

  it("writes no figure itself: they come in from the data, in the language's own digits", () => {
    expect([...texts].filter(([, text]) => /\p{Nd}/u.test(text.replace(/\{\w+\}/g, "")))).toEqual([]);
  });

  it("is typeset with care, and holds no markup", () => {
    for (const [key, text] of texts) {
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toMatch(/[<>&$"]| {2}|\.\.\.|[{}](?![^{}]*[{}])(?<!\{\w+\})/);
      // Directions are given where names are filled in; a mark that nobody sees in a text is a riddle to its next reader.
      expect(text, key).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
    }
  });

  it("keeps to the lengths that the stores and the browsers allow", async () => {
    expect([...(texts.get("description") ?? "")].length).toBeLessThanOrEqual(132);
    const listing = await readFile(join("store/listing", `${name}.md`), "utf8");
    expect([...listing].length).toBeGreaterThan(200);
    expect([...listing].length).toBeLessThanOrEqual(16_000);
    expect(listing.split("\n").filter((line) => line.startsWith("• "))).toHaveLength(10);
    expect(listing).not.toMatch(/[<>]|https?:/);
  });
});

describe("the code", async () => {
  const sources = (await readdir("src", { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/locales[\\/]en\.ts$/.test(name),
  );
  const codes = await Promise.all(sources.map((name) => readFile(join("src", name), "utf8")));

  it("says every message that there is", () => {
    const all = codes.join("\n");
    const patterns = [...all.matchAll(/`([a-z][\w.-]*(?:\$\{[^}]*\}[\w.-]*)+)`/g)].map(
      ([, pattern = ""]) => new RegExp(`^${pattern.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`),
    );
    const spoken = (key: string) => all.includes(`"${key}"`) || patterns.some((pattern) => pattern.test(key));
    const unused = Object.keys(english).filter(
      (key) => !spoken(key) && !(isCounted(key) && spoken(key.replace(/\.\w+$/, ""))),
    );
    // The manifest's own.
    expect(unused).toEqual(["description"]);
  });

  it("holds no words for people: all are messages", () => {
    for (const [index, name] of sources.entries()) {
      // The names of sources in the risk data, what is only run by engineers, and a list of fingerprints.
      if (/^(?:locales|risk)[\\/]|[\\/](?:make-[\w-]+|draw-icons|label-fingerprints)\.ts$/.test(name)) continue;
      expect(findWords(codes[index] ?? "", name), name).toEqual([]);
    }
  });

  it("is searched for words by something that finds them", () => {
    expect(findWords("const a = <p>Check now</p>;", "a.tsx")).toEqual(["Check now"]);
    expect(findWords("const a = <p>Cancel</p>;", "a.tsx")).toEqual(["Cancel"]);
    expect(findWords('const a = <p title="Close" class="big red">{b}</p>;', "a.tsx")).toEqual(["Close"]);
    expect(findWords('const a = "It is off.";', "a.ts")).toEqual(["It is off."]);
    expect(findWords("const a = `You have $" + "{b} checks`;", "a.ts")).toEqual(["You have ", " checks"]);
    expect(findWords('throw new Error("This is a bug.");', "a.ts")).toEqual([]);
  });
});
