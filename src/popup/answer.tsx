import type { CheckResult } from "../audit/check-result";
import type { Finding } from "../audit/finding";
import type { DiscoverabilitySetting, Setting } from "../audit/setting";
import type { Site } from "../audit/site";
import { FactIcon, OpenIcon, VerdictIcon } from "../ui/icons";
import * as text from "../ui/text";

interface AnswerProperties {
  readonly site: Site;
  readonly result: CheckResult;
  /** The last answer, where this result has none. */
  readonly earlier: CheckResult | null;
  readonly now: number;
  showSetting(setting: string): void;
}

/** What a check found: one large verdict, the others below it, the rest quietly. */
export function Answer({ site, result, earlier, now, showSetting }: AnswerProperties) {
  const found = site.settings.map((setting) => ({ setting, finding: findingOf(result, setting) }));
  const [first, ...others] = found.flatMap(({ setting, finding }) =>
    setting.kind === "discoverability" ? [{ setting, finding }] : [],
  );
  const quiet = found.filter(({ setting }) => setting.kind === "privacy");
  return (
    <>
      {first && (
        <MainVerdict {...first} site={site} result={result} earlier={earlier} now={now} showSetting={showSetting} />
      )}
      <div class="rows">
        {others.map(({ setting, finding }) => (
          <OtherVerdict
            key={setting.id}
            setting={setting}
            finding={finding}
            site={site}
            hasFailed={result.failure !== null}
            showSetting={showSetting}
          />
        ))}
        <p class="row" data-fact={`${site.id}.number-on-file`} data-answer={result.numberOnFile.answer}>
          <FactIcon />
          <span>
            {text.numberOnFile(result.numberOnFile, site.name)}
            {result.failure === null && result.numberOnFile.answer === "unknown" && (
              <small>{text.whyNumberUnknown(result.numberOnFile.reason, site.name)}</small>
            )}
          </span>
        </p>
      </div>
      <section class="quiet">
        <h3>{text.phrases.otherSettings(site.name)}</h3>
        <ul>
          {quiet.map(({ setting, finding }) => (
            <QuietSetting key={setting.id} setting={setting} finding={finding} showSetting={showSetting} />
          ))}
        </ul>
      </section>
    </>
  );
}

interface VerdictProperties {
  readonly site: Site;
  readonly setting: DiscoverabilitySetting;
  readonly finding: Finding;
  showSetting(setting: string): void;
}

function MainVerdict({
  site,
  setting,
  finding,
  result,
  earlier,
  now,
  showSetting,
}: VerdictProperties & Omit<AnswerProperties, "site">) {
  const evidence = finding.verdict === "unknown" ? "" : text.evidence(finding.readings, site.name);
  const remembered = earlier && findingOf(earlier, setting);
  return (
    <section class="verdict" {...marks(finding)}>
      <VerdictIcon verdict={finding.verdict} />
      <h2>{text.headline(setting.identifier, finding.verdict, site.name)}</h2>
      {result.failure === null && <p class="provenance">{text.provenance(result, site.name, now)}</p>}
      <p class="advice">{text.advice(setting.identifier, finding, site.name)}</p>
      {evidence && <p class="evidence">{evidence}</p>}
      {needsAction(finding) && (
        <button type="button" class="link" onClick={() => showSetting(setting.id)}>
          {text.phrases.openSetting(site.name)}
        </button>
      )}
      {earlier && remembered && (
        <div class="earlier">
          <h3>{text.phrases.earlierAnswer}</h3>
          <p>{text.headline(setting.identifier, remembered.verdict, site.name)}</p>
          <p class="provenance">{text.provenance(earlier, site.name, now)}</p>
        </div>
      )}
    </section>
  );
}

function OtherVerdict({
  site,
  setting,
  finding,
  hasFailed,
  showSetting,
}: VerdictProperties & {
  /** The whole check failed: the main verdict says why, once. */
  readonly hasFailed: boolean;
}) {
  return (
    <p class="row" {...marks(finding)}>
      <VerdictIcon verdict={finding.verdict} />
      <span>
        {text.headline(setting.identifier, finding.verdict, site.name)}
        {finding.verdict === "unknown" && !hasFailed && <small>{text.whyUnknown(finding.reason, site.name)}</small>}
        {needsAction(finding) && (
          <button type="button" class="link" onClick={() => showSetting(setting.id)}>
            {text.phrases.openSetting(site.name)}
          </button>
        )}
      </span>
    </p>
  );
}

function QuietSetting({
  setting,
  finding,
  showSetting,
}: Pick<VerdictProperties, "finding" | "showSetting"> & { setting: Setting }) {
  const state = finding.state === null ? undefined : setting.states[finding.state];
  return (
    <li {...marks(finding)}>
      <button type="button" class="quiet-row" onClick={() => showSetting(setting.id)}>
        <span class="quiet-title">{setting.title}</span>
        <span class="quiet-state">{state?.words ?? text.phrases.notKnown}</span>
        <OpenIcon />
      </button>
    </li>
  );
}

/** A site may have gained a setting since the result was kept: then nobody has looked at it yet. */
function findingOf(result: CheckResult, setting: Setting): Finding {
  const found = result.findings.find((finding) => finding.setting === setting.id);
  return (
    found ?? {
      setting: setting.id,
      verdict: "unknown",
      reason: result.failure ?? "page-changed",
      state: null,
      readings: [],
    }
  );
}

function needsAction(finding: Finding): boolean {
  if (finding.verdict !== "unknown") return finding.verdict !== "protected";
  return finding.reason === "page-changed" || finding.reason === "witnesses-disagree";
}

/** The attributes by which a drawn finding is known to style sheets and tests. */
function marks(finding: Finding) {
  return {
    "data-setting": finding.setting,
    "data-verdict": finding.verdict,
    "data-reason": finding.verdict === "unknown" ? finding.reason : undefined,
  };
}
