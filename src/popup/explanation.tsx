import { signal } from "@preact/signals-core";
import type { DiscoverabilitySetting } from "../audit/setting";
import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import { explain } from "../ui/risk-text";
import { plain } from "../ui/tell";
import { ClaimView } from "../ui/told";

interface ExplanationProperties {
  readonly site: SiteProfile;
  readonly setting: DiscoverabilitySetting;
}

const isAskedFor = signal(false);

/** Why a switch matters: closed until somebody asks, since most come for the verdict. */
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
      {isAskedFor.value && <Answers {...properties} />}
    </details>
  );
}

/** The questions that people have, with what can be said. */
export function Answers({ site, setting }: ExplanationProperties) {
  return (
    <>
      {explain(setting.identifier, site).map(({ question, claims }) => (
        <section key={question}>
          <h3>{question}</h3>
          {claims.map((claim) => (
            <ClaimView key={plain(claim.words)} claim={claim} />
          ))}
        </section>
      ))}
      <a class="link" href="/src/report/index.html" target="_blank" data-action="report" rel="noopener">
        {say("why.more")}
      </a>
    </>
  );
}
