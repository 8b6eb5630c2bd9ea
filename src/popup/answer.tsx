import { Component } from "preact";
import type { Change, CheckResult } from "../audit/check-result";
import type { Finding } from "../audit/finding";
import type { DiscoverabilitySetting, Setting } from "../audit/setting";
import { findingOf } from "../audit/shown";
import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import type { CheckStore } from "../ui/check-store";
import { marks } from "../ui/finding-marks";
import { FactIcon, OpenIcon, VerdictIcon } from "../ui/icons";
import { Saw } from "../ui/saw";
import * as text from "../ui/text";
import { Explanation } from "./explanation";
import { SwitchControl } from "./switch-control";

interface AnswerProperties {
  readonly site: SiteProfile;
  readonly result: CheckResult;
  /** The last answer, where this result has none. */
  readonly earlier: CheckResult | null;
  /** The last change that was asked for. */
  readonly change: Change | null;
  readonly now: number;
  readonly store: CheckStore;
}

/** What a check found: one large verdict, the others below it, the rest quietly. */
export function Answer(properties: AnswerProperties) {
  const { site, result, store } = properties;
  const found = site.settings.map((setting) => ({ setting, finding: findingOf(result, setting) }));
  // Of what an open tab said nothing more is kept than what is shown.
  const firstUnknown =
    result.source === "open-tab" ? undefined : found.find(({ finding }) => finding.verdict === "unknown");
  const [first, ...others] = found.flatMap(({ setting, finding }) =>
    setting.kind === "discoverability" ? [{ setting, finding, isFirstUnknown: setting === firstUnknown?.setting }] : [],
  );
  const quiet = found.filter(({ setting }) => setting.kind === "privacy");
  return (
    <>
      {first && <MainVerdict {...first} {...properties} />}
      <div class="rows">
        {others.map((other) => (
          <OtherVerdict key={other.setting.id} {...other} {...properties} />
        ))}
        <p class="row" data-fact={`${site.id}.number-on-file`} data-answer={result.numberOnFile.answer}>
          <FactIcon />
          <span>
            {text.numberOnFile(result.numberOnFile, site.name)}
            {result.failure === null && result.numberOnFile.answer === "unknown" && (
              <small>{text.whyNumberUnknown(result.numberOnFile.reason, site)}</small>
            )}
          </span>
        </p>
      </div>
      <section class="quiet">
        <h3>{say("other-settings", { site: site.name })}</h3>
        {firstUnknown?.setting.kind === "privacy" && <Saw store={store} />}
        <ul>
          {quiet.map(({ setting, finding }) => (
            <QuietSetting key={setting.id} setting={setting} finding={finding} showSetting={store.showSetting} />
          ))}
        </ul>
      </section>
    </>
  );
}

interface VerdictProperties extends AnswerProperties {
  readonly setting: DiscoverabilitySetting;
  readonly finding: Finding;
  /** Whether what the check saw is offered here: once is enough. */
  readonly isFirstUnknown: boolean;
}

function MainVerdict(properties: VerdictProperties) {
  const { site, setting, finding, result, earlier } = properties;
  const evidence = finding.verdict === "unknown" ? "" : text.evidence(finding.readings, site.name);
  const remembered = earlier && findingOf(earlier, setting);
  return (
    <section class="verdict" {...marks(finding)}>
      <VerdictIcon verdict={finding.verdict} />
      <h2>{text.headline(setting.identifier, finding.verdict, site.name)}</h2>
      {result.failure === null && <Provenance {...properties} result={result} />}
      <p class="advice">{text.advice(setting.identifier, finding, site)}</p>
      {evidence && <p class="evidence">{evidence}</p>}
      <SwitchControl {...properties} />
      <OpenSetting {...properties} />
      {properties.isFirstUnknown && <Saw store={properties.store} />}
      {result.failure === null && <Explanation site={site} setting={setting} />}
      {earlier && remembered && (
        <div class="earlier">
          <h3>{say("earlier-answer")}</h3>
          <p>{text.headline(setting.identifier, remembered.verdict, site.name)}</p>
          <Provenance {...properties} result={earlier} />
        </div>
      )}
    </section>
  );
}

/**
 * Whom a result is about and how old it is. To write the first time of day takes a browser longer than to draw the popup:
 * the verdict does not wait for it, and the line keeps its room.
 */
class Provenance extends Component<AnswerProperties> {
  private stop = () => {};

  // Then this line alone is drawn again: all of it would take as long as the first time.
  override componentDidMount() {
    this.stop = this.props.store.isDrawn.subscribe(() => this.forceUpdate());
  }

  override componentWillUnmount() {
    this.stop();
  }

  override render({ site, result, now, store }: AnswerProperties) {
    const isTold = store.isDrawn.peek();
    return (
      <p class="provenance" aria-busy={!isTold}>
        {isTold ? text.provenance(result, site.name, now) : text.provenanceRoom(result, site.name)}
      </p>
    );
  }
}

function OtherVerdict(properties: VerdictProperties) {
  const { site, setting, finding, result } = properties;
  // Where the whole check failed the main verdict says why, once.
  const cause = finding.verdict === "unknown" && result.failure === null ? finding : null;
  return (
    <div class="row" {...marks(finding)}>
      <VerdictIcon verdict={finding.verdict} />
      <div>
        {text.headline(setting.identifier, finding.verdict, site.name)}
        {cause && <small>{text.whyUnknown(cause, site)}</small>}
        <SwitchControl {...properties} />
        <OpenSetting {...properties} />
        {properties.isFirstUnknown && <Saw store={properties.store} />}
      </div>
    </div>
  );
}

/** The way to the site's own switch, where they had better look for themselves. */
function OpenSetting({ site, setting, finding, store }: VerdictProperties) {
  if (finding.verdict !== "unknown") return null;
  if (finding.reason !== "page-changed" && finding.reason !== "witnesses-disagree") return null;
  return (
    <button type="button" class="link" onClick={() => store.showSetting(setting.id)}>
      {say("open-setting", { site: site.name })}
    </button>
  );
}

interface QuietProperties {
  readonly setting: Setting;
  readonly finding: Finding;
  showSetting(setting: string): void;
}

function QuietSetting({ setting, finding, showSetting }: QuietProperties) {
  const state = finding.state === null ? undefined : setting.states[finding.state];
  return (
    <li {...marks(finding)}>
      <button type="button" class="quiet-row" onClick={() => showSetting(setting.id)}>
        <span class="quiet-title">{say(setting.title)}</span>
        <span class="quiet-state">{state ? say(state.words) : say("not-known")}</span>
        <OpenIcon />
      </button>
    </li>
  );
}
