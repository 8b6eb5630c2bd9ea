import { signal } from "@preact/signals-core";
import type { Finding } from "../../audit/finding";
import type { DiscoverabilitySetting } from "../../audit/setting";
import type { SiteProfile } from "../../audit/site";
import { say } from "../../locales/messages";
import { later } from "../later";

export interface ExplanationProperties {
  readonly site: SiteProfile;
  readonly setting: DiscoverabilitySetting;
  readonly finding: Finding;
}

const isAskedFor = signal(false);
const answers = later(async () => (await import("./explanation-answers")).Answers);

/** Why a switch matters and how Unlisted knows: closed until somebody asks, since most come for the verdict. */
export function Explanation(properties: ExplanationProperties) {
  return (
    <details
      class="explanation"
      data-explanation={properties.setting.identifier}
      onToggle={() => {
        isAskedFor.value = true;
      }}
    >
      <summary>{say("why.title")}</summary>
      {isAskedFor.value && <answers.Part {...properties} />}
    </details>
  );
}
