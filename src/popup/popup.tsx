import type { Site } from "../audit/site";
import { Mark } from "../ui/icons";
import { phrases } from "../ui/text";
import { Answer } from "./answer";
import type { PopupStore } from "./popup-store";
import { ProgressSteps } from "./progress-steps";

/** The whole popup. */
export function Popup({ site, store }: { site: Site; store: PopupStore }) {
  const view = store.view.value;
  return (
    <main data-check={view.phase}>
      <header class="masthead">
        <Mark />
        <h1>{phrases.productName}</h1>
      </header>
      <div aria-live="polite">
        {view.phase === "running" ? (
          <ProgressSteps site={site} purpose={view.purpose} step={view.step} />
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
            <h2>{phrases.question}</h2>
            <p>{phrases.introduction(site.name)}</p>
          </section>
        )}
      </div>
      <footer class="actions">
        {view.phase === "running" ? (
          <button type="button" class="button" data-action="cancel" onClick={store.cancel}>
            {phrases.cancel}
          </button>
        ) : (
          <button type="button" class="button" data-action="check" onClick={store.check}>
            {view.phase === "done" ? phrases.checkAgain : phrases.check}
          </button>
        )}
        <p class="promise">{phrases.privacyPromise}</p>
      </footer>
    </main>
  );
}
