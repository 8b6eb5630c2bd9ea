import type { SiteProfile } from "../audit/site";
import { joinSentences, say } from "../locales/messages";
import { Answer, type AnswerProperties, notice, readFace, strips } from "../ui/answer/answer";
import { Foot } from "../ui/answer/foot";
import type { CheckStore, View } from "../ui/check-store";
import { Mark } from "../ui/icons";
import { later } from "../ui/later";
import * as text from "../ui/text";

const progress = later(async () => (await import("../ui/progress-steps")).ProgressSteps);

/** Loads what most who open the popup do not see at once, so that it is there when they do. */
export function bringRest(): Promise<unknown> {
  return Promise.all([strips.bring(), progress.bring()]);
}

/** The whole popup. */
export function Popup({ site, store }: { site: SiteProfile; store: CheckStore }) {
  const view = store.view.value;
  const answer = readFace(site, store);
  const failed = view.phase === "done" ? view.failed : null;
  return (
    <main data-check={view.phase} data-failure={failed?.failure ?? undefined} data-detail={failed?.detail}>
      <header class="masthead">
        <Mark />
        <h1>Unlisted</h1>
      </header>
      {store.notice.value && <notice.Part site={site} store={store} notice={store.notice.value} />}
      {view.phase === "running" ? (
        <progress.Part site={site} purpose={view.purpose} step={view.step} cancel={store.cancel} />
      ) : answer ? (
        <Answer site={site} store={store} isNamed {...answer} />
      ) : (
        <section class="welcome">
          <h2>{say("question")}</h2>
          <p>{say("introduction", { site: site.name })}</p>
          <button type="button" class="button" data-action="check" data-forward="check" onClick={() => store.check()}>
            {say("check")}
          </button>
          <p class="promise">{say("check.how", { site: site.name })}</p>
        </section>
      )}
      <nav class="doors">
        {doors.map(([part, title]) => (
          <a key={part} href={`/src/report/index.html#${part}`} target="_blank" data-door={part} rel="noopener">
            {say(title)}
          </a>
        ))}
      </nav>
      <Foot store={store} view={view} answer={answer} />
      <p class="announcement" role="status">
        {announcement(site, view, answer)}
      </p>
    </main>
  );
}

/** The parts of the report that people look for, and what they are called. */
const doors = [
  ["findings", "report.name"],
  ["history", "history.title"],
  ["reminder", "reminder.title"],
  ["settings", "settings.title"],
  ["wrong", "wrong.title"],
] as const;

/** What a screen reader says of its own accord: what has changed first, then the verdict. */
function announcement(site: SiteProfile, view: View, answer: Pick<AnswerProperties, "face" | "result"> | null): string {
  if (view.phase === "running") return text.progressTitle(view, site.name);
  if (!answer) return "";
  const { face, result } = answer;
  const failed = face.strips.some(({ kind }) => kind === "look-failed") ? say("look-failed") : "";
  const again = face.strips.some(({ kind }) => kind === "on-again") ? `${say("history.on-again")}.` : "";
  return joinSentences([again, failed, text.cardHeadline(face.card, result, site.name)]);
}
