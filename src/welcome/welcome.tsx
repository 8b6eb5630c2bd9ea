import type { SiteProfile } from "../audit/site";
import { joinSentences, say } from "../locales/messages";
import type { CheckStore } from "../ui/check-store";
import { NeverIcon } from "../ui/icons";
import { Masthead } from "../ui/masthead";
import { ProgressSteps } from "../ui/progress-steps";
import { nameInFull } from "../ui/site-name";
import { StepIcon } from "../ui/step-icon";
import { progressTitle } from "../ui/text";

interface WelcomeProperties {
  readonly site: SiteProfile;
  readonly store: CheckStore;
  /** The keys that open the popup, as the browser writes them; `null` where there are none. */
  readonly shortcut: string | null;
  readonly leave: () => void;
}

/** The page that opens once, after the installation. */
export function Welcome({ site, store, shortcut, leave }: WelcomeProperties) {
  const view = store.view.value;
  return (
    <>
      <Masthead leave={leave}>
        <p class="leaving">{say("leave.words")}</p>
      </Masthead>
      <main data-check={view.phase}>
        <section class="opening">
          <h1 class="page-title">{say("question")}</h1>
          <p>{joinSentences([say("welcome.introduction"), say("introduction", { site: nameInFull(site) })])}</p>
          <a class="first" href="/src/read-first/index.html">
            {say("read-first.link")}
          </a>
          {view.phase === "running" ? (
            <ProgressSteps site={site} purpose={view.purpose} step={view.step} cancel={store.cancel} />
          ) : (
            <div class="first-check">
              <button type="button" class="button" data-action="check" data-forward="check" onClick={store.check}>
                {say("check")}
              </button>
              <p class="how">{say("welcome.how", { site: site.name })}</p>
            </div>
          )}
        </section>
        <div class="promises">
          <section>
            <h2>{say("welcome.checks")}</h2>
            <ul>
              <li>
                <StepIcon state="done" />
                {say("welcome.checks.switches", { site: site.name })}
              </li>
              <li>
                <StepIcon state="done" />
                {say("welcome.checks.number", { site: site.name })}
              </li>
              <li>
                <StepIcon state="done" />
                {say("welcome.checks.others", { site: site.name })}
              </li>
            </ul>
          </section>
          <section>
            <h2>{say("welcome.never")}</h2>
            <ul>
              {nevers.map((never) => (
                <li key={never}>
                  <NeverIcon />
                  {say(never)}
                </li>
              ))}
            </ul>
          </section>
        </div>
        <p class="later">
          {joinSentences([say("welcome.later"), shortcut === null ? "" : say("welcome.shortcut", { keys: shortcut })])}
        </p>
        <p class="announcement" role="status">
          {view.phase === "running" ? progressTitle(view, site.name) : ""}
        </p>
      </main>
    </>
  );
}

const nevers = ["welcome.never.sends", "welcome.never.asks", "welcome.never.changes", "welcome.never.looks"] as const;
