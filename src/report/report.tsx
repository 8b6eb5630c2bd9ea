import type { CheckResult } from "../audit/check-result";
import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import type { CheckStore } from "../ui/check-store";
import { dayAndTime } from "../ui/days";
import { Masthead } from "../ui/masthead";
import { FindingsSection } from "./findings-section";
import { HistorySection } from "./history-section";
import type { HistoryStore } from "./history-store";
import { ReminderSection } from "./reminder-section";
import { SettingsSection } from "./settings-section";
import { TakeAlongSection } from "./take-along-section";
import { ToDoSection } from "./to-do-section";
import { WrongSection } from "./wrong-section";

interface ReportProperties {
  readonly site: SiteProfile;
  readonly check: CheckStore;
  /** The last answer, or `null`. */
  readonly known: CheckResult | null;
  /** What all but the first two sections is drawn from; `null` until it is there. */
  readonly history: HistoryStore | null;
  readonly reportsPage: string | null;
  readonly leave: () => void;
}

/** The sections, in their order. */
const contents = [
  { id: "findings", title: "report.findings" },
  { id: "to-do", title: "to-do.title" },
  { id: "history", title: "history.title" },
  { id: "take-along", title: "take-along.title" },
  { id: "reminder", title: "reminder.title" },
  { id: "settings", title: "settings.title" },
  { id: "wrong", title: "wrong.title" },
] as const;

/** The report: where the person stands, what is left to do, and what was found over time. */
export function Report({ site, check, known, history, reportsPage, leave }: ReportProperties) {
  const isNamed = history?.isNamed.value ?? true;
  return (
    <>
      <Masthead isTitle leave={leave} />
      <main>
        <div class="report-head">
          <p class="promise">{say("privacy-promise")}</p>
          <div class="contents">
            <nav aria-label={say("report.contents")}>
              {contents.map(({ id, title }) => (
                <a key={id} href={`#${id}`}>
                  {say(title)}
                </a>
              ))}
            </nav>
            <WhyLink />
          </div>
        </div>
        {known && (
          <p class="on-paper checked-at">
            {isNamed && known.account !== null && `@${known.account} · `}
            {dayAndTime(known.asOf)}
          </p>
        )}
        <FindingsSection site={site} store={check} isNamed={isNamed} />
        <ToDoSection site={site} known={known} />
        {history && (
          <>
            <HistorySection store={history} check={check} />
            <TakeAlongSection store={history} />
            <ReminderSection store={history} />
            <SettingsSection store={history} />
            <WrongSection site={site} reportsPage={reportsPage} />
            <p class="history-controls">
              <WhyLink />
            </p>
          </>
        )}
      </main>
    </>
  );
}

function WhyLink() {
  return <a href="/src/why/index.html">{say("why-page.title")}</a>;
}
