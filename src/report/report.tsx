import { Mark } from "../ui/icons";
import type { NamedSite } from "../ui/risk-text";
import { phrases } from "../ui/text";
import { HistorySection } from "./history-section";
import type { HistoryStore } from "./history-store";
import { IncidentsSection } from "./incidents-section";
import type { IncidentsStore } from "./incidents-store";
import { ReminderSection } from "./reminder-section";
import { RiskSection } from "./risk-section";
import type { RiskStore } from "./risk-store";
import { TakeAlongSection } from "./take-along-section";

interface ReportProperties {
  readonly site: NamedSite;
  readonly risk: RiskStore;
  readonly incidents: IncidentsStore;
  readonly history: HistoryStore;
}

/** The report: why it matters, what has happened, and what was found over time. */
export function Report({ site, risk, incidents, history }: ReportProperties) {
  return (
    <main>
      <header class="masthead">
        <Mark />
        <h1>{phrases.productName}</h1>
        <p class="promise">{phrases.privacyPromise}</p>
      </header>
      <RiskSection store={risk} site={site} />
      <IncidentsSection store={incidents} site={site} />
      <HistorySection store={history} />
      <TakeAlongSection store={history} />
      <ReminderSection store={history} />
    </main>
  );
}
