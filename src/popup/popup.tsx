import { findingOf } from "../audit/shown";
import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import type { CheckStore, View } from "../ui/check-store";
import { Mark } from "../ui/icons";
import { ProgressSteps } from "../ui/progress-steps";
import { checkButton, headline, progressTitle } from "../ui/text";
import { Answer } from "./answer";

/** The whole popup. */
export function Popup({ site, store }: { site: SiteProfile; store: CheckStore }) {
  const view = store.view.value;
  const isRunning = view.phase === "running";
  return (
    <main data-check={view.phase}>
      <header class="masthead">
        <Mark />
        <h1>Unlisted</h1>
      </header>
      {store.notice.value && (
        <section class="notice" role="alert" data-notice={store.notice.value}>
          <h2>{say("guide-removed", { site: site.name })}</h2>
          <p>{say("guide-removed.words", { site: site.name })}</p>
          <button type="button" class="link" data-action="dismiss" onClick={store.dismissNotice}>
            {say("understood")}
          </button>
        </section>
      )}
      {isRunning ? (
        <ProgressSteps site={site} purpose={view.purpose} step={view.step} cancel={store.cancel} />
      ) : view.shown ? (
        <Answer
          site={site}
          result={view.shown}
          earlier={view.phase === "done" ? view.earlier : null}
          change={view.phase === "done" ? view.change : null}
          now={store.now.value}
          store={store}
        />
      ) : (
        <section class="welcome">
          <h2>{say("question")}</h2>
          <p>{say("introduction", { site: site.name })}</p>
        </section>
      )}
      <footer class="actions">
        {/* Stays where it is while a check runs, so that a second click joins the first and hits nothing else. */}
        <button type="button" class="button" data-action="check" aria-disabled={isRunning} onClick={store.check}>
          {checkButton(view)}
        </button>
        <p class="promise">{say("privacy-promise")}</p>
      </footer>
      <p class="announcement" role="status">
        {announcement(site, view)}
      </p>
    </main>
  );
}

/** The one sentence that a screen reader says of its own accord. */
function announcement(site: SiteProfile, view: View): string {
  if (view.phase === "running") return progressTitle(view, site.name);
  const main = site.settings.find(({ kind }) => kind === "discoverability");
  if (main?.kind !== "discoverability" || !view.shown) return "";
  return headline(main.identifier, findingOf(view.shown, main).verdict, site.name);
}
