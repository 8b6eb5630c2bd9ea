import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import { Answer, readFace } from "../ui/answer/answer";
import { Foot } from "../ui/answer/foot";
import type { CheckStore } from "../ui/check-store";
import { ProgressSteps } from "../ui/progress-steps";

interface FindingsProperties {
  readonly site: SiteProfile;
  readonly store: CheckStore;
  /** Whether the account's handle is shown, and printed. */
  readonly isNamed: boolean;
}

/** Where the person stands, and all that can be done about it: what the popup shows too. */
export function FindingsSection({ site, store, isNamed }: FindingsProperties) {
  const view = store.view.value;
  const answer = readFace(site, store);
  return (
    <section
      class="section"
      id="findings"
      data-section="findings"
      data-check={view.phase}
      aria-labelledby="findings-title"
    >
      <h2 id="findings-title">{say("report.findings")}</h2>
      {view.phase === "running" && (
        <ProgressSteps site={site} purpose={view.purpose} step={view.step} cancel={store.cancel} />
      )}
      {answer && <Answer site={site} store={store} isNamed={isNamed} {...answer} />}
      {view.phase !== "running" && !answer && (
        <div class="verdict" data-verdict="unknown">
          <h3>{say("report.not-looked")}</h3>
          <p>{say("report.no-findings", { site: site.name })}</p>
          <button type="button" class="button" data-action="check" data-forward="check" onClick={() => store.check()}>
            {say("check")}
          </button>
        </div>
      )}
      <Foot store={store} view={view} answer={answer} />
    </section>
  );
}
