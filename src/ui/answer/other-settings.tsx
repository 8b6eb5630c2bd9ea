import type { ComponentChildren } from "preact";
import type { Finding } from "../../audit/finding";
import type { Setting } from "../../audit/setting";
import { bySeverity } from "../../audit/shown";
import { say } from "../../locales/messages";
import { marks } from "../finding-marks";
import { OutIcon, QuietMark } from "../icons";
import { Saw } from "../saw";
import * as text from "../text";
import { AfterDrawing } from "./after-drawing";
import type { AnswerProperties } from "./answer";

interface Row {
  readonly setting: Setting;
  readonly finding: Finding;
}

interface OtherSettingsProperties extends AnswerProperties {
  readonly settings: readonly Row[];
  /** What is listed before them. */
  readonly children?: ComponentChildren;
}

/** The settings that are worth knowing and no alarm: a count, and the list for whoever asks, those to look at first. */
export function OtherSettings({ settings, children, store, result, face }: OtherSettingsProperties) {
  const findings = settings.map(({ finding }) => finding);
  const rows = bySeverity.flatMap((verdict) => settings.filter(({ finding }) => finding.verdict === verdict));
  const isFirstUnknown =
    result.source !== "open-tab" &&
    [face.card, ...face.others].every(({ finding }) => finding.verdict !== "unknown") &&
    findings.some(({ verdict }) => verdict === "unknown");
  return (
    <details class="quiet">
      <summary data-action="other-settings">
        <AfterDrawing
          store={store}
          room={text.otherSettingsRoom(findings)}
          words={() => text.otherSettings(findings)}
        />
      </summary>
      {isFirstUnknown && <Saw store={store} />}
      {children}
      <ul>
        {rows.map(({ setting, finding }) => (
          <QuietSetting key={setting.id} setting={setting} finding={finding} showSetting={store.showSetting} />
        ))}
      </ul>
    </details>
  );
}

interface QuietProperties extends Row {
  showSetting(setting: string): void;
}

function QuietSetting({ setting, finding, showSetting }: QuietProperties) {
  const state = finding.state === null ? undefined : setting.states[finding.state];
  return (
    <li {...marks(finding)}>
      <button type="button" class="quiet-row" onClick={() => showSetting(setting.id)}>
        <QuietMark verdict={finding.verdict} />
        <span class="quiet-title">{say(setting.title)}</span>
        <span class="quiet-state">{state ? say(state.words) : say("not-known")}</span>
        <OutIcon />
      </button>
    </li>
  );
}
