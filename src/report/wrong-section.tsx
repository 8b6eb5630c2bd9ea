import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";

interface WrongProperties {
  readonly site: SiteProfile;
  /** Where the project hears of wrong answers; `null` where it has no such page. */
  readonly reportsPage: string | null;
}

/** What to do where Unlisted and the site do not say the same. */
export function WrongSection({ site, reportsPage }: WrongProperties) {
  return (
    <section id="wrong" class="section history-controls" aria-labelledby="wrong-title">
      <h2 id="wrong-title">{say("wrong.title")}</h2>
      <p class="wrong-words">{say("wrong.words", { site: site.name, saw: say("saw.title") })}</p>
      {reportsPage !== null && (
        <a class="wrong-report" href={reportsPage} target="_blank" rel="noreferrer" data-action="tell-us">
          {say("wrong.report")}
        </a>
      )}
    </section>
  );
}
