import type { CheckResult } from "../audit/check-result";
import type { Finding } from "../audit/finding";
import type { Setting } from "../audit/setting";
import { findingOf } from "../audit/shown";
import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import type { CheckStore } from "../ui/check-store";
import { marks } from "../ui/finding-marks";
import { FactIcon, VerdictIcon } from "../ui/icons";
import { Saw } from "../ui/saw";
import * as text from "../ui/text";

interface FindingsProperties {
  readonly site: SiteProfile;
  readonly store: CheckStore;
  /** Whether the account's handle is shown, and printed. */
  readonly isNamed: boolean;
}

/** Everything that the last check found, with what it rests on and what to do. */
export function FindingsSection({ site, store, isNamed }: FindingsProperties) {
  const view = store.view.value;
  const isRunning = view.phase === "running";
  const shown = isRunning ? null : view.shown;
  return (
    <section
      class="section"
      id="findings"
      data-section="findings"
      data-check={view.phase}
      aria-labelledby="findings-title"
    >
      <h2 id="findings-title">{say("report.findings")}</h2>
      {shown ? (
        <Findings site={site} store={store} isNamed={isNamed} result={shown} isLatest />
      ) : (
        <p class="lead">
          {isRunning ? say("checking", { site: site.name }) : say("report.no-findings", { site: site.name })}
        </p>
      )}
      {view.phase === "done" && view.earlier && (
        <div class="findings-earlier">
          <h3>{say("earlier-answer")}</h3>
          <Findings site={site} store={store} isNamed={isNamed} result={view.earlier} isLatest={false} />
        </div>
      )}
      <button
        type="button"
        class="button button-main"
        data-action="check"
        aria-disabled={isRunning}
        onClick={() => store.check()}
      >
        {text.checkButton(view)}
      </button>
    </section>
  );
}

interface ResultProperties extends FindingsProperties {
  readonly result: CheckResult;
  /** Whether it is the last check's, of which it is known what it saw. */
  readonly isLatest: boolean;
}

function Findings(properties: ResultProperties) {
  const { site, store, isNamed, result, isLatest } = properties;
  // Of what an open tab said nothing more is kept than what is shown.
  const hasUnknown = result.source !== "open-tab" && result.findings.some(({ verdict }) => verdict === "unknown");
  // A check that did not get through has one thing to say, not a dozen times the same.
  if (result.failure !== null) {
    return (
      <>
        <p class="lead" data-failure={result.failure}>
          {text.whyAndWhatNext({ reason: result.failure, detail: result.detail }, site)}
        </p>
        {isLatest && <Saw store={store} />}
      </>
    );
  }
  return (
    <>
      <p class="lead">{text.provenance(isNamed ? result : { ...result, account: null }, site.name, store.now.value)}</p>
      <ul class="findings">
        {rowsOf("discoverability", properties)}
        <li class="finding" data-fact={`${site.id}.number-on-file`} data-answer={result.numberOnFile.answer}>
          <FactIcon />
          <div>
            <h3>{text.numberOnFile(result.numberOnFile, site.name)}</h3>
            {result.numberOnFile.answer === "unknown" && (
              <p class="finding-basis">{text.whyNumberUnknown(result.numberOnFile.reason, site)}</p>
            )}
          </div>
        </li>
      </ul>
      {isLatest && hasUnknown && <Saw store={store} />}
      <h3>{say("other-settings", { site: site.name })}</h3>
      <ul class="findings findings-quiet">{rowsOf("privacy", properties)}</ul>
    </>
  );
}

function rowsOf(kind: Setting["kind"], { site, store, result }: ResultProperties) {
  return site.settings
    .filter((setting) => setting.kind === kind)
    .map((setting) => (
      <FindingRow
        key={setting.id}
        site={site}
        store={store}
        result={result}
        setting={setting}
        finding={findingOf(result, setting)}
      />
    ));
}

interface RowProperties extends Omit<ResultProperties, "isNamed" | "isLatest"> {
  readonly setting: Setting;
  readonly finding: Finding;
}

function FindingRow({ site, store, result, setting, finding }: RowProperties) {
  const isSwitch = setting.kind === "discoverability";
  const isOpen = finding.verdict === "exposed" || finding.verdict === "dormant";
  const basis = text.evidence(finding.readings, site.name);
  return (
    <li class="finding" data-switch={isSwitch || undefined} {...marks(finding)}>
      <VerdictIcon verdict={finding.verdict} />
      <div>
        {isSwitch ? (
          <h3>{text.headline(setting.identifier, finding.verdict, site.name)}</h3>
        ) : (
          <h4>{say(setting.title)}</h4>
        )}
        <p>
          {isSwitch ? (
            text.advice(setting.identifier, finding, site)
          ) : (
            <>
              <strong>{text.privacyWords(finding.verdict)}</strong> ·{" "}
              {finding.verdict === "unknown" ? text.whyUnknown(finding, site) : stateWords(setting, finding)}
            </>
          )}
        </p>
        {/* Beside an unknown it would sound like an answer. */}
        {finding.verdict !== "unknown" && basis && <p class="finding-basis">{basis}</p>}
        <p class="finding-ways">
          {isSwitch && isOpen && (
            <button
              type="button"
              class="link"
              data-action="guide"
              data-switch={setting.id}
              onClick={() => store.guide(setting.id, result.account)}
            >
              {say("show-me-where")}
            </button>
          )}
          {finding.verdict !== "protected" && (
            <button
              type="button"
              class="link"
              data-action="open-setting"
              aria-label={say("report.open-at", { setting: say(setting.title), site: site.name })}
              onClick={() => store.showSetting(setting.id)}
            >
              {say("report.open", { site: site.name })}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

/** The state in the setting's own words; nothing where it was not proven. */
function stateWords(setting: Setting, finding: Finding): string {
  if (finding.state === null || finding.verdict === "unknown") return "";
  const state = setting.states[finding.state];
  return state ? say(state.words) : "";
}
