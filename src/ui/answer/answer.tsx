import type { CheckResult } from "../../audit/check-result";
import { findingOf } from "../../audit/shown";
import type { SiteProfile } from "../../audit/site";
import { say } from "../../locales/messages";
import type { CheckStore, View } from "../check-store";
import { FactIcon } from "../icons";
import { later } from "../later";
import * as text from "../text";
import { Way } from "../way";
import { AnswerCard, OtherVerdict } from "./card";
import { type Face, faceOf } from "./face";
import { OtherSettings } from "./other-settings";

/** Said in some states only; the popup has it brought at the first press. */
export const strips = later(async () => (await import("./strips")).Strips);
export const notice = later(async () => (await import("./strips")).NoticeStrip);

/** All that is needed to draw an answer, and to act upon it. */
export interface AnswerProperties {
  readonly site: SiteProfile;
  readonly view: Extract<View, { phase: "idle" | "done" }>;
  readonly result: CheckResult;
  readonly face: Face;
  readonly store: CheckStore;
  /** Whether the account's handle is shown. */
  readonly isNamed: boolean;
}

/** What is put before the person at the moment, or `null` while a check runs and before the first. */
export function readFace(
  site: SiteProfile,
  store: CheckStore,
): Pick<AnswerProperties, "view" | "result" | "face"> | null {
  const view = store.view.value;
  if (view.phase === "running" || !view.shown) return null;
  const face = faceOf(
    {
      view,
      shown: view.shown,
      onAgain: store.onAgain.value,
      reminder: store.reminder.value,
      isPrivate: store.isPrivate,
      now: store.now.value,
    },
    site,
  );
  return face && { view, result: view.shown, face };
}

/** What a check found: what must be said first, the worst as a card, the rest below it. */
export function Answer(properties: AnswerProperties) {
  const { site, result, face } = properties;
  return (
    <>
      {face.strips.length > 0 && <strips.Part {...properties} />}
      <AnswerCard {...properties} />
      {result.failure === null && (
        <div class="rows">
          {face.others.map((other) => (
            <OtherVerdict key={other.setting.id} {...other} {...properties} />
          ))}
          <NumberOnFile {...properties} />
        </div>
      )}
      {/* Where nothing was found, all of it is one line that says so. */}
      <OtherSettings
        settings={site.settings.flatMap((setting) =>
          setting.kind === "privacy" || result.failure !== null
            ? [{ setting, finding: findingOf(result, setting) }]
            : [],
        )}
        {...properties}
      >
        {result.failure !== null && <NumberOnFile {...properties} />}
      </OtherSettings>
    </>
  );
}

/** Whether the account has a number, and the way to take it off. */
function NumberOnFile({ site, result, store }: AnswerProperties) {
  const { numberOnFile } = result;
  const { numberStep } = site;
  return (
    <div class="row" data-fact={`${site.id}.number-on-file`} data-answer={numberOnFile.answer}>
      <FactIcon />
      <div>
        <p>{text.numberOnFile(numberOnFile, site.name)}</p>
        {result.failure === null && numberOnFile.answer === "unknown" && (
          <small>{text.whyNumberUnknown(numberOnFile.reason, site)}</small>
        )}
        {numberStep && numberOnFile.answer === "yes" && (
          <Way
            action="guide"
            of={numberStep}
            words={say("number.remove")}
            go={() => store.guide(numberStep, result.account)}
          />
        )}
      </div>
    </div>
  );
}
