import type { Finding } from "../../audit/finding";
import type { DiscoverabilitySetting } from "../../audit/setting";
import { findingOf } from "../../audit/shown";
import { say } from "../../locales/messages";
import { marks } from "../finding-marks";
import { VerdictIcon } from "../icons";
import { Saw } from "../saw";
import * as text from "../text";
import { Way } from "../way";
import { AfterDrawing } from "./after-drawing";
import type { AnswerProperties } from "./answer";
import { Explanation } from "./explanation";
import { stepAfter } from "./face";
import { Forward } from "./forward";

/** The one large verdict, and what can be done about it. */
export function AnswerCard(properties: AnswerProperties) {
  const { site, result, face, store } = properties;
  const { card } = face;
  const { settings, finding, age } = card;
  const [setting, ...alike] = settings;
  return (
    <section
      class="verdict"
      data-age={age}
      {...(alike.length > 0 ? { "data-verdict": finding.verdict } : marks(finding))}
    >
      <div class="verdict-head">
        <VerdictIcon verdict={finding.verdict} />
        <div>
          <h2>{text.cardHeadline(card, result, site.name)}</h2>
          {result.failure === null && <Provenance {...properties} />}
        </div>
      </div>
      <p class="advice">{text.advice(card, result, site, store.now.value)}</p>
      <SwitchOff {...properties} />
      <Forward at="card" {...properties} />
      {alike.length > 0 && result.failure === null && (
        <ul class="alike">
          {settings.map((one) => (
            <Alike key={one.id} setting={one} {...properties} />
          ))}
        </ul>
      )}
      <ShowMeWhere {...properties} />
      {hasSaw(properties, finding) && <Saw store={store} />}
      {result.failure === null && <Explanation site={site} setting={setting} finding={finding} />}
    </section>
  );
}

/** Whether what the check saw is offered: of what an open tab said nothing more is kept than what is shown. */
function hasSaw({ result }: AnswerProperties, { verdict }: Finding): boolean {
  return result.source !== "open-tab" && verdict === "unknown";
}

/** One click that names what it does, where it can be known whose switch it would be. */
function SwitchOff({ site, result, face, store, isNamed }: AnswerProperties) {
  const { settings, finding } = face.card;
  const { account } = result;
  if (!isOpen(finding)) return null;
  if (account === null) return <p class="promise">{say("switch-off.unnamed")}</p>;
  const [first, second] = settings;
  const who = text.accountName(isNamed ? account : null);
  const isForward = face.forward?.step === "switch-off";
  return (
    <>
      <button
        type="button"
        class="button"
        data-action={second ? "switch-both-off" : "switch-off"}
        data-forward={isForward ? "switch-off" : undefined}
        data-switch={second ? undefined : first.id}
        onClick={() => store.change({ switches: settings.flatMap(switchedOff), account })}
      >
        {say(second ? "switch-off.both" : "switch-off")}
      </button>
      <p class="promise">
        {second
          ? text.switchBothOffPromise([say(first.label), say(second.label)], who, site.name)
          : text.switchOffPromise(say(first.label), who, site.name)}
      </p>
    </>
  );
}

/** One of several that are found alike, and the way to switch off no other. */
function Alike({ setting, result, store }: AnswerProperties & { readonly setting: DiscoverabilitySetting }) {
  const finding = findingOf(result, setting);
  const { account } = result;
  const state = finding.verdict === "unknown" ? undefined : setting.states[finding.state];
  return (
    <li {...marks(finding)}>
      <span>
        {say(`identifier.${setting.identifier}`)}: <strong>{state ? say(state.words) : say("not-known")}</strong>
      </span>
      {isOpen(finding) && account !== null && (
        <Way
          action="switch-off"
          of={setting.id}
          words={say(`switch-off.only.${setting.identifier}`)}
          go={() => store.change({ switches: switchedOff(setting), account })}
        />
      )}
    </li>
  );
}

/** The order to switch a setting off; nothing where it has no private state. */
function switchedOff({ id, states }: DiscoverabilitySetting) {
  return Object.entries(states)
    .filter(([, { isPrivate }]) => isPrivate)
    .slice(0, 1)
    .map(([state]) => ({ setting: id, state }));
}

function ShowMeWhere({ face, result, store }: AnswerProperties) {
  const { settings, finding } = face.card;
  if (!isOpen(finding) || face.forward?.step === "guide") return null;
  return (
    <Way
      action="guide"
      of={settings[0].id}
      words={say("show-me-where")}
      go={() => store.guide(settings[0].id, result.account)}
    />
  );
}

function isOpen({ verdict }: Finding): boolean {
  return verdict === "exposed" || verdict === "dormant";
}

/** Whom a result is about and how old it is. */
function Provenance({ site, result, store, isNamed }: AnswerProperties) {
  const told = isNamed ? result : { ...result, account: null };
  return (
    <AfterDrawing
      store={store}
      name="provenance"
      room={text.provenanceRoom(told, site.name)}
      words={() => text.provenance(told, site.name, store.now.value)}
    />
  );
}

interface OtherProperties extends AnswerProperties {
  readonly setting: DiscoverabilitySetting;
  readonly finding: Finding;
}

/** The other way of being found, which is less pressing. */
export function OtherVerdict(properties: OtherProperties) {
  const { site, setting, finding, result, store, face, isNamed } = properties;
  const isFirstUnknown = face.card.finding.verdict !== "unknown" && hasSaw(properties, finding);
  return (
    <div class="row" {...marks(finding)}>
      <VerdictIcon verdict={finding.verdict} />
      <div>
        <p>{text.headline(setting.identifier, finding.verdict, site.name)}</p>
        {finding.verdict === "unknown" && <small>{text.whyUnknown(finding, site)}</small>}
        {isOpen(finding) && result.account !== null && (
          <>
            <Way
              action="switch-off"
              of={setting.id}
              words={say("switch-off")}
              go={() => store.change({ switches: switchedOff(setting), account: result.account })}
            />
            <small>
              {text.switchOffPromise(say(setting.label), text.accountName(isNamed ? result.account : null), site.name)}
            </small>
          </>
        )}
        {finding.verdict === "unknown" && stepAfter(finding) === "open-setting" && (
          <Way
            action="open-setting"
            words={say("open-setting", { site: site.name })}
            go={() => store.showSetting(setting.id)}
          />
        )}
        {isFirstUnknown && <Saw store={store} />}
      </div>
    </div>
  );
}
