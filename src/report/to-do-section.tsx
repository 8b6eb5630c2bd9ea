import type { CheckResult } from "../audit/check-result";
import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import { NoticeIcon } from "../ui/icons";
import { knownFrom, stepsLeft, writtenOut } from "./steps-left";

interface ToDoProperties {
  readonly site: SiteProfile;
  /** The last answer, or `null`. */
  readonly known: CheckResult | null;
}

/** What a person can do on the site's own pages, with where: to be done by hand, from paper as well. */
export function ToDoSection({ site, known }: ToDoProperties) {
  const steps = stepsLeft(site, known && knownFrom(known));
  return (
    <section class="section" id="to-do" aria-labelledby="to-do-title">
      <h2 id="to-do-title">{say("to-do.title")}</h2>
      {steps.length === 0 ? (
        <p class="lead">{say("to-do.done")}</p>
      ) : (
        <>
          <a class="to-do-before" href="/src/read-first/index.html">
            {say("read-first.link")}
          </a>
          <p class="on-paper">{say("read-first.notice")}</p>
          <p class="on-paper">{say("read-first.plan")}</p>
          <ol class="to-do-steps">
            {steps.map(({ id, title, words, warning, page }) => (
              <li key={id} class="to-do-step" data-step-left={id}>
                <h3>{title}</h3>
                {words.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
                {warning !== null && (
                  <p class="to-do-warning">
                    <NoticeIcon />
                    <span>{warning}</span>
                  </p>
                )}
                <a class="to-do-page" href={page} target="_blank" rel="noreferrer" dir="ltr">
                  {writtenOut(page)}
                </a>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
