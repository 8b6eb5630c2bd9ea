import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import type { CheckStore } from "../ui/check-store";
import { Mark } from "../ui/icons";
import { IncidentsSection } from "../why/incidents-section";
import type { IncidentsStore } from "../why/incidents-store";
import { RiskSection } from "../why/risk-section";
import type { RiskStore } from "../why/risk-store";
import { FindingsSection } from "./findings-section";
import { HistorySection } from "./history-section";
import type { HistoryStore } from "./history-store";
import { ReminderSection } from "./reminder-section";
import { TakeAlongSection } from "./take-along-section";

interface ReportProperties {
  readonly site: SiteProfile;
  readonly check: CheckStore;
  /** What all but the findings is drawn from; `null` until it is there. */
  readonly rest: Stores | null;
}

interface Stores {
  readonly risk: RiskStore;
  readonly incidents: IncidentsStore;
  readonly history: HistoryStore;
}

/** The sections, in their order. */
const contents = [
  { id: "findings", title: "report.findings" },
  { id: "risk", title: "risk.title" },
  { id: "incidents", title: "incidents.title" },
  { id: "history", title: "history.title" },
  { id: "take-along", title: "take-along.title" },
  { id: "reminder", title: "reminder.title" },
] as const;

/** The report: what was found, why it matters, what has happened, and what was found over time. */
export function Report({ site, check, rest }: ReportProperties) {
  return (
    <main>
      <header class="masthead">
        <Mark />
        <h1>Unlisted</h1>
        <p class="promise">{say("privacy-promise")}</p>
      </header>
      <nav class="contents" aria-label={say("report.contents")}>
        {contents.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {say(title)}
          </a>
        ))}
      </nav>
      <FindingsSection site={site} store={check} isNamed={rest?.history.isNamed.value ?? true} />
      {rest && (
        <>
          <RiskSection store={rest.risk} site={site} />
          <IncidentsSection store={rest.incidents} site={site} />
          <HistorySection store={rest.history} />
          <TakeAlongSection store={rest.history} />
          <ReminderSection store={rest.history} />
        </>
      )}
    </main>
  );
}
