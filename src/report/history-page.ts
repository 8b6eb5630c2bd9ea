import type { SiteProfile } from "../audit/site";
import { traceChanges } from "../history/changes";
import { accountsIn, isOfAccount } from "../history/log";
import type { LoggedCheck } from "../history/logged-check";
import { direction, language, say } from "../locales/messages";
import { day } from "../ui/days";
import { verdictShapes } from "../ui/shapes";
import { accountName, type ChangeLine, type CheckWords, describeCheck, type VerdictLine } from "./describe-check";
import { Markup } from "./markup";
import { knownFromLog, type Step, stepsLeft, writtenOut } from "./steps-left";

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
  const standing = accounts.flatMap((account) => {
    const site = sites.find(({ id }) => id === account.site);
    const check = checks.find((check) => isOfAccount(check, account) && tellsOfNow(check, now));
    return site && check ? [describeStanding(check, accountName(account, accounts, isNamed, sites), site)] : [];
  });
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
        ...(standing.length === 0 ? [] : [element("h2", {}, say("report.findings")), ...standing]),
        ...(sections.length === 0 ? [element("p", {}, say("history.none"))] : sections),
      ),
    ),
  );
  return `<!doctype html>\n${page.source}\n`;
}

/**
 * Whether a check tells how things stood last: it had an answer, was not taken in from a file, which is somebody's word, and
 * is not dated ahead by a clock that was wrong.
 */
function tellsOfNow({ failure, imported, time }: LoggedCheck, now: number): boolean {
  return failure === null && imported !== true && time <= now;
}

/** How an account stood at its newest check, and what there is to do about it. */
function describeStanding(check: LoggedCheck, account: string, site: SiteProfile): Markup {
  const words = describeCheck(check, [], [site]);
  const steps = stepsLeft(site, knownFromLog(check));
  return element(
    "section",
    { "data-standing": "" },
    element("h3", {}, `${account} · ${words.when}`),
    element("ul", {}, ...words.verdicts.map(describeVerdict)),
    ...(steps.length === 0
      ? []
      : [element("h3", {}, say("to-do.title")), element("ul", { "data-steps": "" }, ...steps.map(describeStep))]),
  );
}

function describeStep({ title, words, warning, page }: Step): Markup {
  const sentences = [...words, ...(warning === null ? [] : [warning])];
  return element(
    "li",
    {},
    element("strong", {}, title),
    ...sentences.map((sentence) => element("p", {}, sentence)),
    element("p", {}, writtenOut(page)),
  );
}

function describeVerdict(line: VerdictLine): Markup {
  return element(
    "li",
    { "data-setting": line.setting, "data-verdict": line.verdict },
    sign(line.verdict),
    element("span", {}, `${line.name}: `, element("strong", {}, line.words), line.why === null ? "" : ` · ${line.why}`),
  );
}

function describe(words: CheckWords): Markup {
  return element(
    "article",
    {},
    element("h3", {}, words.when),
    element(
      "ul",
      {},
      ...words.changes.filter(({ isSwitch }) => isSwitch).map(describeChange),
      ...(words.failure === null
        ? []
        : [
            element(
              "li",
              { "data-verdict": "unknown" },
              sign("unknown"),
              element("span", {}, element("strong", {}, say("history.no-answer")), ` ${words.failure}`),
            ),
          ]),
      ...words.verdicts.map(describeVerdict),
      ...words.changes.filter(({ isSwitch }) => !isSwitch).map(describeChange),
      ...words.notes.map((note) => element("li", {}, note)),
    ),
  );
}

function describeChange(change: ChangeLine): Markup {
  return element(
    "li",
    change.isSwitch ? { "data-moved": change.kind } : {},
    element("strong", {}, change.label),
    ` · ${change.words}`,
  );
}

/** The verdict's shape, as it is drawn everywhere: told apart without colour, and nothing that would have to be loaded. */
function sign(verdict: VerdictLine["verdict"]): Markup {
  const { outline, strokes } = verdictShapes[verdict];
  const line = { fill: "none", stroke: "currentColor", "stroke-width": "2", "stroke-linecap": "round" };
  return element(
    "svg",
    { viewBox: "0 0 24 24", width: "20", height: "20", "aria-hidden": "true", ...line },
    element("path", { d: outline, ...(verdict === "unknown" && { "stroke-dasharray": "3.5 3.57" }) }),
    element("path", { d: strokes }),
  );
}

const pageStyle =
  ":root{color-scheme:light dark;--exposed:light-dark(#a8200f,#ffb4a6);--dormant:light-dark(#7a4b00,#f3c26b);" +
  "--protected:light-dark(#0f6337,#86dba8);--unknown:light-dark(#45506a,#bcc6dc)}" +
  "body{margin:0;font:16px/1.5 system-ui,sans-serif}" +
  "main{max-inline-size:42rem;margin:0 auto;padding:2rem 1rem}" +
  "h2{margin:2rem 0 .5rem;font-size:1.5rem}" +
  "h3,li p{margin:0;font-size:1rem}" +
  "[data-standing]{padding-block:.75rem;border-block-start:1px solid #8888;break-inside:avoid}" +
  "[data-standing] ul+h3{margin-block-start:1rem}" +
  "article{padding-block:.75rem;border-block-start:1px solid #8888;break-inside:avoid}" +
  "ul{margin:.25rem 0 0;padding:0;list-style:none}" +
  "li{overflow-wrap:anywhere}" +
  "[data-steps] li{margin-block-start:.75rem}" +
  "[data-verdict]{display:flex;gap:.5rem}" +
  "svg{flex:none;margin-block-start:2px}" +
  ":is(svg,[data-verdict] strong,[data-moved] strong){color:var(--sign)}" +
  "[data-verdict=exposed],[data-moved=opened]{--sign:var(--exposed)}" +
  "[data-verdict=dormant]{--sign:var(--dormant)}" +
  "[data-verdict=protected],[data-moved=closed]{--sign:var(--protected)}" +
  "[data-verdict=unknown]{--sign:var(--unknown)}" +
  "[data-moved]{margin-block:.25rem;padding-inline-start:.75rem;border-inline-start:4px solid var(--sign)}";

/** The style sheet above by its hash; a test holds it to that. Nothing else may be loaded or run. */
const policy =
  "default-src 'none'; style-src 'sha256-MMqX0BiyHnCgq+rmsdamSkqPLmN+sw/5Nio3ZngoUz8='; base-uri 'none'; form-action 'none'";
