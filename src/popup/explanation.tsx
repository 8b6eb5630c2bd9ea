import type { DiscoverabilitySetting } from "../audit/setting";
import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import { explain } from "../ui/risk-text";
import { plain } from "../ui/tell";
import { ClaimView } from "../ui/told";

/** Why a switch matters: closed until somebody asks, since most come for the verdict. */
export function Explanation({ site, setting }: { site: SiteProfile; setting: DiscoverabilitySetting }) {
  return (
    <details class="explanation" data-explanation={setting.identifier}>
      <summary>{say("why.title")}</summary>
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
    </details>
  );
}
