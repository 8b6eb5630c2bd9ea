import { Mark } from "../ui/icons";
import { phrases } from "../ui/text";
import { HistorySection } from "./history-section";
import { IncidentsSection } from "./incidents-section";
import { ReminderSection } from "./reminder-section";
import { RiskSection } from "./risk-section";
import { TakeAlongSection } from "./take-along-section";

/** The report: why it matters, what has happened, and what was found over time. */
export function Report() {
  return (
    <main>
      <header class="masthead">
        <Mark />
        <h1>{phrases.productName}</h1>
      </header>
      <RiskSection />
      <IncidentsSection />
      <HistorySection />
      <TakeAlongSection />
      <ReminderSection />
    </main>
  );
}
