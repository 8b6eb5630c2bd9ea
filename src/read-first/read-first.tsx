import { say } from "../locales/messages";
import { Masthead } from "../ui/masthead";

interface ReadFirstProperties {
  readonly leave: () => void;
  readonly print: () => void;
}

/** What somebody should know whose device or accounts others can use, before they check or change anything. */
export function ReadFirst({ leave, print }: ReadFirstProperties) {
  return (
    <>
      <Masthead leave={leave} />
      <main>
        <h1 class="page-title">{say("read-first.title")}</h1>
        <ul class="sentences">
          <li>{say("read-first.notice")}</li>
          <li>{say("read-first.plan")}</li>
          <li>
            {say("read-first.history")} <Way section="history">{say("history.title")}</Way>
          </li>
          <li>{say("read-first.private")}</li>
          <li>
            {say("read-first.button")} <Way section="settings">{say("settings.title")}</Way>
          </li>
          <li>{say("read-first.device")}</li>
        </ul>
        <div class="ways-on">
          <button type="button" class="button" data-action="print" onClick={print}>
            {say("take-along.print")}
          </button>
          <a class="way-there" href="/src/welcome/index.html">
            {say("question")}
          </a>
        </div>
      </main>
    </>
  );
}

/** Leads to where that is done. */
function Way({ section, children }: { readonly section: string; readonly children: string }) {
  return (
    <a class="way-there" href={`/src/report/index.html#${section}`}>
      {children}
    </a>
  );
}
