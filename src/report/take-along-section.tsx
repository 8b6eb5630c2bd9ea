import { say } from "../locales/messages";
import { importWords } from "../ui/history-text";
import { NoticeIcon } from "../ui/icons";
import { saveFile } from "../ui/save-file";
import type { HistoryStore } from "./history-store";

/** The log as a file or on paper, and back again. */
export function TakeAlongSection({ store }: { store: HistoryStore }) {
  const isEmpty = store.history.value.checks.length === 0;
  return (
    <section id="take-along" class="section history-controls" aria-labelledby="take-along-title">
      <h2 id="take-along-title">{say("take-along.title")}</h2>
      <p class="lead">{say("take-along.words")}</p>
      <label class="history-tick">
        <input
          type="checkbox"
          data-choice="leave-name-out"
          checked={!store.isNamed.value}
          onChange={({ currentTarget }) => store.setNamed(!currentTarget.checked)}
        />
        <span>
          {say("take-along.leave-name-out")}
          <small>{say("take-along.leave-name-out.words")}</small>
        </span>
      </label>
      <div class="history-choices">
        {!isEmpty && (
          <>
            <button type="button" class="button" data-action="download-page" onClick={() => saveFile(store.asPage())}>
              {say("take-along.page")}
            </button>
            <button type="button" class="button" data-action="download-file" onClick={() => saveFile(store.asFile())}>
              {say("take-along.file")}
            </button>
          </>
        )}
        <button
          type="button"
          class="button"
          data-action="print"
          onClick={() => {
            store.showAll();
            // Printed when all of it is drawn.
            setTimeout(() => print());
          }}
        >
          {say("take-along.print")}
        </button>
      </div>
      <BringBack store={store} />
    </section>
  );
}

/** A file that was saved before, to be taken in. */
function BringBack({ store }: { store: HistoryStore }) {
  const imported = store.imported.value;
  const refusal = imported?.outcome.outcome === "refused" ? imported.outcome.refusal : null;
  return (
    <div class="bring-back">
      <h3>{say("import.title")}</h3>
      <p class="history-quiet">{say("import.words")}</p>
      <label class="button history-file">
        <span>{say("import.choose")}</span>
        <input
          type="file"
          accept=".json,application/json"
          data-choice="import"
          onChange={async ({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) await store.takeIn(file);
            // So that the same file can be chosen again.
            currentTarget.value = "";
          }}
        />
      </label>
      <div role="status" data-import={refusal ?? imported?.outcome.outcome}>
        {imported && (
          <div class={refusal === null ? "history-result" : "history-notice"}>
            {refusal !== null && <NoticeIcon />}
            <p>{importWords(imported.outcome, imported.file)}</p>
          </div>
        )}
      </div>
    </div>
  );
}
