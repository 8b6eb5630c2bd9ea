import type { LoggedCheck } from "../history/logged-check";
import { joinSentences, say } from "../locales/messages";
import { VerdictIcon } from "../ui/icons";
import { accountName, type ChangeLine, describeCheck, type VerdictLine } from "./describe-check";
import type { HistoryStore } from "./history-store";

interface RowProperties {
  readonly check: LoggedCheck;
  readonly store: HistoryStore;
}

/** One check of the log: when, whose, what it found and what had changed. */
export function LoggedCheckRow({ check, store }: RowProperties) {
  const words = describeCheck(check, store.changes.value.get(check) ?? [], store.sites);
  const account = accountName(check, store.accounts.value, store.isNamed.value, store.sites);
  return (
    <li class="history-check" data-check-time={check.time} data-failure={check.failure ?? undefined}>
      <div class="history-head">
        <h3>
          <time dateTime={new Date(check.time).toISOString()}>{words.when}</time>
        </h3>
        {/* A check that did not get through says itself that nobody was named. */}
        {(check.account !== null || check.failure === null) && <p class="history-quiet">{account}</p>}
        <button
          type="button"
          class="link history-controls"
          data-action="delete-check"
          aria-label={say("history.delete-of", { when: words.when })}
          onClick={async () => {
            await store.deleteCheck(check);
            document.getElementById("history-title")?.focus({ preventScroll: true });
          }}
        >
          {say("history.delete")}
        </button>
      </div>
      {words.changes
        .filter(({ isSwitch }) => isSwitch)
        .map((line) => (
          <Change key={line.setting} line={line} />
        ))}
      {words.failure !== null && (
        <p class="history-line" data-verdict="unknown">
          <VerdictIcon verdict="unknown" />
          <span>
            <strong>{say("history.no-answer")}</strong> {words.failure}
          </span>
        </p>
      )}
      {words.verdicts.map((line) => (
        <Verdict key={line.setting} line={line} />
      ))}
      {words.changes
        .filter(({ isSwitch }) => !isSwitch)
        .map((line) => (
          <Change key={line.setting} line={line} />
        ))}
      {words.notes.length > 0 && <p class="history-note">{joinSentences(words.notes)}</p>}
    </li>
  );
}

function Verdict({ line }: { readonly line: VerdictLine }) {
  return (
    <p
      class="history-line"
      data-setting={line.setting}
      data-verdict={line.verdict}
      data-reason={line.reason ?? undefined}
    >
      <VerdictIcon verdict={line.verdict} />
      <span>
        {line.name}: <strong>{line.words}</strong>
        {line.why !== null && <small>{line.why}</small>}
      </span>
    </p>
  );
}

function Change({ line }: { readonly line: ChangeLine }) {
  return (
    <p
      class="history-change"
      data-change-of={line.setting}
      data-kind={line.kind}
      data-switch={line.isSwitch || undefined}
    >
      <strong>{line.label}</strong> {!line.isSwitch && "· "}
      {line.words}
    </p>
  );
}
