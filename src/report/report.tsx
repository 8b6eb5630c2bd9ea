import { Mark } from "../ui/icons";
import type { NamedSite } from "../ui/risk-text";
import { phrases } from "../ui/text";
import { IncidentsSection } from "./incidents-section";
import type { IncidentsStore } from "./incidents-store";
import { RiskSection } from "./risk-section";
import type { RiskStore } from "./risk-store";

interface ReportProperties {
  readonly site: NamedSite;
  readonly risk: RiskStore;
  readonly incidents: IncidentsStore;
}

/** The report: how fast numbers could be tried, and what has happened. */
export function Report({ site, risk, incidents }: ReportProperties) {
  return (
    <main>
      <header class="masthead">
        <Mark />
        <h1>{phrases.productName}</h1>
        <p class="promise">{phrases.privacyPromise}</p>
      </header>
      <RiskSection store={risk} site={site} />
      <IncidentsSection store={incidents} site={site} />
    </main>
  );
}
