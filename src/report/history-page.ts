import type { SiteProfile } from "../audit/site";
import { traceChanges } from "../history/changes";
import { accountsIn, isOfAccount } from "../history/log";
import type { LoggedCheck } from "../history/logged-check";
import { direction, language, say } from "../locales/messages";
import { day } from "../ui/history-text";
import { accountName, type CheckWords, describeCheck, type VerdictLine } from "./describe-check";
import { Markup } from "./markup";

const { element } = Markup;

/**
 * Writes the log as a page that stands alone: no scripts, nothing loaded, and a policy that lets the browser do neither.
 *
 * @param isNamed whether the accounts' handles stay in it
 * @param now in milliseconds since 1970
 */
export function writeHistoryPage(
  checks: readonly LoggedCheck[],
  sites: readonly SiteProfile[],
  isNamed: boolean,
  now: number,
): string {
  const changes = traceChanges(checks, now);
  const accounts = accountsIn(checks);
  const sections = accounts.map((account) =>
    element(
      "section",
      {},
      element("h2", {}, accountName(account, accounts, isNamed, sites)),
      ...checks
        .filter((check) => isOfAccount(check, account))
        .map((check) => describe(describeCheck(check, changes.get(check) ?? [], sites))),
    ),
  );
  const page = element(
    "html",
    { lang: language(), dir: direction() },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("title", {}, say("saved-page.title")),
      Markup.style(pageStyle),
    ),
    element(
      "body",
      {},
      element(
        "main",
        {},
        element("h1", {}, say("saved-page.title")),
        element("p", {}, say("saved-page.words", { day: day(now) })),
        ...(sections.length === 0 ? [element("p", {}, say("history.none"))] : sections),
      ),
    ),
  );
  return `<!doctype html>\n${page.source}\n`;
}

function describe(words: CheckWords): Markup {
  return element(
    "article",
    {},
    element("h3", {}, words.when),
    element(
      "ul",
      {},
      ...(words.failure === null ? [] : [element("li", {}, `? ${say("history.no-answer")} ${words.failure}`)]),
      ...words.verdicts.map((line) =>
        element(
          "li",
          { "data-setting": line.setting, "data-verdict": line.verdict },
          `${signs[line.verdict]} ${line.name}: ${line.words}${line.why === null ? "" : ` · ${line.why}`}`,
        ),
      ),
      ...words.changes.map((change) =>
        element(
          "li",
          change.isSwitch ? { "data-moved": change.kind } : {},
          element("strong", {}, change.label),
          ` · ${change.words}`,
        ),
      ),
      ...words.notes.map((note) => element("li", {}, note)),
    ),
  );
}

/** Told apart without colour, and without anything that would have to be loaded. */
const signs: Readonly<Record<VerdictLine["verdict"], string>> = {
  exposed: "⚠",
  dormant: "◐",
  protected: "✓",
  unknown: "?",
};

const pageStyle =
  ":root{color-scheme:light dark}" +
  "body{margin:0;font:16px/1.5 system-ui,sans-serif}" +
  "main{max-inline-size:42rem;margin:0 auto;padding:2rem 1rem}" +
  "h3{margin:0;font-size:1rem}" +
  "article{padding-block:.75rem;border-block-start:1px solid #8888;break-inside:avoid}" +
  "ul{margin:.25rem 0 0;padding:0;list-style:none}" +
  "[data-moved=opened]{margin-block:.25rem;padding-inline-start:.75rem;border-inline-start:4px solid currentColor}";

/** The style sheet above by its hash; a test holds it to that. Nothing else may be loaded or run. */
const policy =
  "default-src 'none'; style-src 'sha256-jGPPeC4kj7APx/0IlHwXWDrcSDFam4Lpvn8SroZy0Dg='; base-uri 'none'; form-action 'none'";
