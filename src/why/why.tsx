import { say } from "../locales/messages";
import { Masthead } from "../ui/masthead";
import type { NamedSite } from "../ui/risk-text";
import { IncidentsSection } from "./incidents-section";
import type { IncidentsStore } from "./incidents-store";
import { RiskSection } from "./risk-section";
import type { RiskStore } from "./risk-store";

interface WhyProperties {
  readonly site: NamedSite;
  readonly risk: RiskStore;
  readonly incidents: IncidentsStore;
  readonly leave: () => void;
}

/** The page on why it matters: how long trying every number takes, and what has happened. */
export function Why({ site, risk, incidents, leave }: WhyProperties) {
  return (
    <>
      <Masthead leave={leave} />
      <main>
        <div class="why-head">
          <h1 class="page-title">{say("why-page.title")}</h1>
          <div class="contents">
            <nav aria-label={say("report.contents")}>
              <a href="#risk">{say("risk.title")}</a>
              <a href="#incidents">{say("incidents.title")}</a>
            </nav>
            <a href="/src/report/index.html">{say("report.findings")}</a>
          </div>
        </div>
        <RiskSection store={risk} site={site} />
        <IncidentsSection store={incidents} site={site} />
      </main>
    </>
  );
}
