/** A test as `docs/promises.md` names it. */
export interface NamedTest {
  /** Its file, from `test/` on. */
  readonly file: string;
  readonly name: string;
}

/** What `docs/promises.md` says: words of the promises, quoted, and the tests that hold Unlisted to them. */
export interface PromiseTable {
  /** A row each: what it quotes, and which tests it names. */
  readonly rows: readonly { readonly quotes: readonly string[]; readonly tests: readonly NamedTest[] }[];
  /** Sentences that stand among the promises and only explain. */
  readonly explanations: readonly string[];
}

export function readPromiseTable(markdown: string): PromiseTable {
  const lines = markdown.split("\n");
  const rows = lines.filter((line) => line.startsWith("| “"));
  return {
    rows: rows.map((row) => ({ quotes: readQuotes(row.split(" | ")[0] ?? ""), tests: readTests(row) })),
    explanations: lines.filter((line) => line.startsWith("- “")).flatMap(readQuotes),
  };
}

/** The sentences of a text for people, without Markdown's marks. */
export function readSentences(markdown: string): readonly string[] {
  const items = markdown.split(/\n\n|^- /m);
  // What begins in bold is a heading.
  return items.flatMap((item) => plain(item.trim().replace(/^\*\*[^*]+\*\*/, "")).match(/\S.*?\.(?= |$)/g) ?? []);
}

/**
 * Lists the sentences that no row and no explanation quotes, quoted words that stand nowhere any more, rows without a
 * test, and tests that there are not.
 *
 * @param sentences in which Unlisted promises something
 * @param readTest the code of a test file; `null` where there is none
 */
export function findPromiseBreaches(
  { rows, explanations }: PromiseTable,
  sentences: readonly string[],
  readTest: (file: string) => string | null,
): readonly string[] {
  const quotes = [...rows.flatMap((row) => row.quotes), ...explanations];
  return [
    ...sentences
      .filter((sentence) => !quotes.some((quote) => sentence.includes(quote)))
      .map((sentence) => `nothing is said of “${sentence}”`),
    ...quotes
      .filter((quote) => !sentences.some((sentence) => sentence.includes(quote)))
      .map((quote) => `“${quote}” is promised nowhere`),
    ...rows.filter(({ tests }) => tests.length === 0).map(({ quotes }) => `no test holds to “${quotes[0]}”`),
    ...rows.flatMap(({ tests }) => tests.flatMap((test) => findMissingTest(test, readTest))),
  ];
}

export function findMissingTest(
  { file, name }: NamedTest,
  readTest: (file: string) => string | null,
): readonly string[] {
  const names = [...(readTest(file) ?? "").matchAll(/\(\s*(["`])((?:(?!\1).)+)\1,/g)].map(([, , found = ""]) =>
    found.replaceAll(/\$\{\w+\}/g, "%s"),
  );
  return names.includes(name) ? [] : [`there is no test “${name}” in ${file}`];
}

function readQuotes(text: string): readonly string[] {
  return [...text.matchAll(/“([^”]+)”/g)].map(([, quote = ""]) => plain(quote));
}

function readTests(row: string): readonly NamedTest[] {
  return [...row.matchAll(/`([\w./-]+\.test\.ts)`: \*([^*]+)\*/g)].map(([, file = "", name = ""]) => ({ file, name }));
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replace(/[*`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
