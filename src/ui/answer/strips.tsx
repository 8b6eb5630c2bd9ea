import type { ComponentChildren } from "preact";
import type { Change } from "../../audit/check-result";
import type { SiteProfile } from "../../audit/site";
import type { Notice } from "../../background/standing";
import { joinSentences, type MessageKey, say, sayCount } from "../../locales/messages";
import { changeOutcome, whyUnconfirmed } from "../change-text";
import type { CheckStore } from "../check-store";
import { earlierOf } from "../days";
import { VerdictIcon } from "../icons";
import { whyAndWhatNext } from "../text";
import { Way } from "../way";
import type { AnswerProperties } from "./answer";
import type { Strip } from "./face";
import { Forward } from "./forward";

/** What is said above the card. */
export function Strips(properties: AnswerProperties) {
  return (
    <>
      {properties.face.strips.map((strip) => (
        <OneStrip key={strip.kind} strip={strip} {...properties} />
      ))}
    </>
  );
}

function OneStrip({ strip, ...properties }: AnswerProperties & { readonly strip: Strip }) {
  switch (strip.kind) {
    case "on-again":
      return <OnAgainStrip strip={strip} {...properties} />;
    case "changes":
      return <ChangesStrip strip={strip} {...properties} />;
    case "look-failed":
      return <LookFailedStrip strip={strip} {...properties} />;
    case "due":
      return <DueStrip strip={strip} {...properties} />;
    default:
      return strip satisfies never;
  }
}

const noticeWords = {
  "guide-removed": "guide-removed.words",
  "guide-not-allowed": "guide-not-allowed.words",
} as const satisfies Record<Notice, MessageKey>;

interface NoticeProperties {
  readonly site: SiteProfile;
  readonly store: CheckStore;
  readonly notice: Notice;
}

/** What the person must be told before all else. */
export function NoticeStrip({ site, store, notice }: NoticeProperties) {
  return (
    <section class="notice" role="alert" data-notice={notice}>
      <h2>{say(notice, { site: site.name })}</h2>
      <p>{say(noticeWords[notice], { site: site.name })}</p>
      <Way action="dismiss" words={say("understood")} go={store.dismissNotice} />
    </section>
  );
}

type Properties<Kind> = AnswerProperties & { readonly strip: Extract<Strip, { kind: Kind }> };

interface FrameProperties {
  readonly kind: Strip["kind"];
  readonly mood: "bad" | "good" | "calm";
  /** The reason behind it, for style sheets and tests. */
  readonly reason?: string | undefined;
  readonly children: ComponentChildren;
}

function Frame({ kind, mood, reason, children }: FrameProperties) {
  return (
    <section class="strip" data-strip={kind} data-mood={mood} data-failure={reason}>
      {children}
    </section>
  );
}

/** A switch that was off and is on: somebody else may have been there. */
function OnAgainStrip({ strip, site, store }: Properties<"on-again">) {
  return (
    <Frame kind="on-again" mood="bad">
      <h2>
        <VerdictIcon verdict="exposed" />
        {say("history.on-again")}
      </h2>
      {strip.switches.map((again) => {
        const setting = site.settings.find(({ id }) => id === again.setting);
        if (setting?.kind !== "discoverability") return null;
        return (
          <p key={again.setting} data-again={again.setting}>
            {say(`history.opened.${setting.identifier}`, { day: earlierOf(again.off, again.on) })}
          </p>
        );
      })}
      <p>{say("history.on-again.advice")}</p>
      <div class="strip-ways">
        <Way action="sessions" words={say("history.on-again.sessions")} go={() => store.showPage("sessions")} />
        <Way
          action="own-doing"
          words={say("history.on-again.own")}
          go={() => Promise.all(strip.switches.map(store.noteOwnDoing))}
        />
      </div>
    </Frame>
  );
}

/** How the changes have ended that the person asked for. */
function ChangesStrip(properties: Properties<"changes">) {
  const { strip, site } = properties;
  const reasons = [...new Set(strip.changes.flatMap(({ failure }) => failure ?? []))];
  return (
    <Frame kind="changes" mood={reasons.length > 0 ? "bad" : "good"}>
      {strip.changes.map((change) => (
        <ChangeLine key={change.setting} change={change} {...properties} />
      ))}
      {reasons.map((reason) => (
        <p key={reason}>{whyUnconfirmed(reason, site)}</p>
      ))}
      <Forward at="changes" {...properties} />
    </Frame>
  );
}

function ChangeLine({ change, site, store }: AnswerProperties & { readonly change: Change }) {
  const setting = site.settings.find(({ id }) => id === change.setting);
  if (setting?.kind !== "discoverability") return null;
  const isOff = setting.states[change.to]?.isPrivate === true;
  const { from, account } = change;
  return (
    <div data-change={change.failure ?? "done"} data-of={change.setting}>
      <p>{changeOutcome(change, setting.identifier, isOff, site.name, store.now.value)}</p>
      {canUndo(change, site) && (
        <Way
          action="undo"
          of={setting.id}
          words={say("undo")}
          go={() => store.change({ switches: [{ setting: setting.id, state: from }], account })}
        />
      )}
    </div>
  );
}

/** Whether what Unlisted has done to a switch can be taken back: the wish was *off*, and it was not so before. */
function canUndo({ failure, account, from, to, setting }: Change, site: SiteProfile): boolean {
  const states = site.settings.find(({ id }) => id === setting)?.states;
  return failure === null && account !== null && from !== to && states?.[to]?.isPrivate === true;
}

/** The last look had no answer: what is shown below is older. */
function LookFailedStrip(properties: Properties<"look-failed">) {
  const { strip, site, face } = properties;
  return (
    <Frame kind="look-failed" mood="calm" reason={strip.cause.reason}>
      <p>{joinSentences([say("look-failed"), whyAndWhatNext(strip.cause, site)])}</p>
      {face.forward?.at === "look-failed" ? (
        <Forward at="look-failed" {...properties} />
      ) : (
        strip.step !== "check" && <Forward at="look-failed" isQuiet step={strip.step} {...properties} />
      )}
    </Frame>
  );
}

/** It is time to look again. */
function DueStrip(properties: Properties<"due">) {
  const { strip, store } = properties;
  const { months } = strip.reminder;
  return (
    <Frame kind="due" mood="calm">
      <p>{joinSentences([say("reminder.due"), months === null ? "" : sayCount("reminder.asked", months, {})])}</p>
      <div class="strip-ways">
        <Forward at="due" {...properties} />
        <Way action="remind-later" words={say("reminder.later")} go={() => store.remindLater()} />
      </div>
    </Frame>
  );
}
