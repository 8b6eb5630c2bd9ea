import { say } from "../../locales/messages";
import { evidence } from "../evidence-text";
import { explain } from "../risk-text";
import { plain } from "../tell";
import { ClaimView } from "../told";
import type { ExplanationProperties } from "./explanation";

/** The questions that people have, with what can be said. */
export function Answers({ site, setting, finding }: ExplanationProperties) {
  const basis = finding.verdict === "unknown" ? "" : evidence(finding.readings, site.name);
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
      {basis && <p class="evidence">{basis}</p>}
      <a class="link" href="/src/why/index.html" target="_blank" data-action="why" rel="noopener">
        {say("why.more")}
      </a>
    </>
  );
}
