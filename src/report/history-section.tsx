import { useSignal } from "@preact/signals";
import { phrases, stillOpenWords } from "../ui/history-text";
import { VerdictIcon } from "../ui/icons";
import { accountName, titleOf } from "./describe-check";
import type { HistoryStore } from "./history-store";
import { LoggedCheckRow } from "./logged-check-row";

interface HistoryProperties {
  readonly store: HistoryStore;
}

/** Every check that was made, the newest first, and what changed from one to the next. */
export function HistorySection({ store }: HistoryProperties) {
  const { checks } = store.history.value;
  const left = store.matching.value.length - store.drawn.value.length;
  return (
    <section id="history" class="history-part" aria-labelledby="history-title">
      <h2 id="history-title" tabIndex={-1}>
        {phrases.historyTitle}
      </h2>
      <p class="history-quiet">{phrases.historyWords}</p>
      <StillOpenSwitches store={store} />
      <StorageNotices store={store} />
      {checks.length === 0 ? (
        <p class="history-empty">{phrases.noChecks}</p>
      ) : (
        <>
          <AccountChoice store={store} />
          <ol class="history-list">
            {store.drawn.value.map((check) => (
              <LoggedCheckRow key={`${check.time}:${check.site}:${check.account}`} check={check} store={store} />
            ))}
          </ol>
          <div class="history-choices history-controls">
            {left > 0 && (
              <button type="button" class="history-button" data-action="show-more" onClick={store.showMore}>
                {phrases.showMore(left)}
              </button>
            )}
            <DeleteAll store={store} />
          </div>
        </>
      )}
    </section>
  );
}

/** What stands out before all else: a switch that was off and is on. */
function StillOpenSwitches({ store }: HistoryProperties) {
  const found = store.stillOpen.value.filter(({ check, change }) =>
    store.sites.some(
      ({ id, settings }) =>
        id === check.site &&
        settings.some((setting) => setting.id === change.setting && setting.kind === "discoverability"),
    ),
  );
  if (found.length === 0) return null;
  return (
    <div class="history-alert" data-verdict="exposed" data-alert="on-again">
      <VerdictIcon verdict="exposed" />
      <div>
        <h3>{phrases.stillOpenTitle}</h3>
        {found.map(({ check, change }) => (
          <p key={`${check.site}:${check.account}:${change.setting}`}>
            {stillOpenWords(
              titleOf(check, change.setting, store.sites),
              accountName(check, store.accounts.value, store.isNamed.value, store.sites),
              change.before.time,
              change.now.time,
            )}
          </p>
        ))}
        <p class="history-quiet">{phrases.stillOpenAdvice}</p>
      </div>
    </div>
  );
}

/** What went wrong with keeping the log. */
function StorageNotices({ store }: HistoryProperties) {
  const { unreadable, crowdedOut } = store.history.value;
  return (
    <>
      {unreadable > 0 && (
        <div class="history-notice history-controls" role="status" data-unreadable={unreadable}>
          <p>
            {phrases.unreadable(unreadable)} {phrases.unreadableWords}
          </p>
          <button type="button" class="history-link" data-action="delete-unreadable" onClick={store.deleteUnreadable}>
            {phrases.deleteUnreadable}
          </button>
        </div>
      )}
      {crowdedOut > 0 && (
        <div class="history-notice history-controls" role="status" data-crowded-out={crowdedOut}>
          <p>{phrases.crowdedOut(crowdedOut)}</p>
          <button
            type="button"
            class="history-link"
            data-action="dismiss-crowded-out"
            onClick={store.dismissCrowdedOut}
          >
            {phrases.understood}
          </button>
        </div>
      )}
    </>
  );
}

function AccountChoice({ store }: HistoryProperties) {
  const accounts = store.accounts.value;
  if (accounts.length < 2) return null;
  const chosen = store.chosen.value;
  return (
    <label class="history-field history-controls">
      <span>{phrases.account}</span>
      <select
        data-choice="account"
        value={chosen ? String(accounts.findIndex((a) => a.site === chosen.site && a.account === chosen.account)) : ""}
        onChange={({ currentTarget }) =>
          store.choose(currentTarget.value === "" ? null : (accounts[Number(currentTarget.value)] ?? null))
        }
      >
        <option value="">{phrases.allAccounts}</option>
        {accounts.map((account, index) => (
          <option key={`${account.site}:${account.account}`} value={String(index)}>
            {accountName(account, accounts, store.isNamed.value, store.sites)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Asks once more, on the page itself, before all is gone. */
function DeleteAll({ store }: HistoryProperties) {
  const isAsking = useSignal(false);
  const { checks } = store.history.value;
  if (!isAsking.value) {
    return (
      <button
        type="button"
        class="history-link history-danger"
        data-action="delete-all"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {phrases.deleteAll}
      </button>
    );
  }
  return (
    <div
      class="history-question"
      role="alertdialog"
      aria-labelledby="delete-all-title"
      aria-describedby="delete-all-words"
    >
      <h3 id="delete-all-title">{phrases.deleteAllQuestion(checks.length)}</h3>
      <p id="delete-all-words">{phrases.deleteAllWords}</p>
      <div class="history-choices">
        <button
          type="button"
          class="history-button history-danger"
          data-action="delete-all-yes"
          onClick={async () => {
            isAsking.value = false;
            await store.deleteHistory();
            document.getElementById("history-title")?.focus();
          }}
        >
          {phrases.deleteAllYes}
        </button>
        <button
          type="button"
          class="history-button"
          data-action="delete-all-no"
          // The answer that loses nothing is the one at hand.
          ref={(button) => button?.focus()}
          onClick={() => {
            isAsking.value = false;
          }}
        >
          {phrases.keep}
        </button>
      </div>
    </div>
  );
}
