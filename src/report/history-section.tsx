import { signal } from "@preact/signals-core";
import { mostChecks } from "../history/log";
import { joinSentences, say, sayCount } from "../locales/messages";
import type { CheckStore } from "../ui/check-store";
import { daysOf } from "../ui/days";
import { NoticeIcon, VerdictIcon } from "../ui/icons";
import { Way } from "../ui/way";
import { accountName, titleOf } from "./describe-check";
import type { HistoryStore } from "./history-store";
import { LoggedCheckRow } from "./logged-check-row";

interface HistoryProperties {
  readonly store: HistoryStore;
}

interface CheckingProperties extends HistoryProperties {
  readonly check: CheckStore;
}

/** Every check that was made, the newest first, and what changed from one to the next. */
export function HistorySection({ store, check }: CheckingProperties) {
  const { checks } = store.history.value;
  const left = store.matching.value.length - store.drawn.value.length;
  return (
    <section id="history" class="section" aria-labelledby="history-title">
      <h2 id="history-title" tabIndex={-1}>
        {say("history.title")}
      </h2>
      <p class="lead">{say("history.words", { most: mostChecks })}</p>
      <OnAgainElsewhere store={store} check={check} />
      <StorageNotices store={store} />
      {checks.length === 0 ? (
        <NoChecks check={check} />
      ) : (
        <>
          <AccountChoice store={store} />
          <ol>
            {store.drawn.value.map((check) => (
              <LoggedCheckRow key={`${check.time}:${check.site}:${check.account}`} check={check} store={store} />
            ))}
          </ol>
          <div class="history-choices history-controls">
            {left > 0 && (
              <button type="button" class="button" data-action="show-more" onClick={store.showMore}>
                {say("history.show-more", { count: left })}
              </button>
            )}
            <DeleteAll store={store} />
          </div>
        </>
      )}
    </section>
  );
}

/** In the place of the list: what fills it. */
function NoChecks({ check }: Pick<CheckingProperties, "check">) {
  const isRunning = check.view.value.phase === "running";
  return (
    <div class="history-empty">
      <h3>{say("history.none")}</h3>
      <button
        type="button"
        class="button"
        data-action="check-from-history"
        aria-disabled={isRunning}
        onClick={() => check.check()}
      >
        {say(isRunning ? "running" : "check")}
      </button>
    </div>
  );
}

/** Switches of other accounts that were off and are on: of the one that is shown it is said at the top. */
function OnAgainElsewhere({ store, check }: CheckingProperties) {
  const view = check.view.value;
  const shown = view.phase === "running" ? null : (view.shown?.account ?? null);
  const found = check.onAgain.value.filter(({ account }) => account !== shown);
  if (found.length === 0) return null;
  return (
    <div class="history-alert" data-verdict="exposed" data-alert="on-again">
      <VerdictIcon verdict="exposed" />
      <div>
        <h3>{say("history.on-again")}</h3>
        {found.map((again) => {
          const key = { site: check.site, account: again.account };
          const [off, on] = daysOf(again.off, again.on);
          return (
            <div key={`${again.account}:${again.setting}`}>
              <p>
                {say("history.on-again.words", {
                  setting: titleOf(key, again.setting, store.sites),
                  account: accountName(key, store.accounts.value, store.isNamed.value, store.sites),
                  off,
                  on,
                })}
              </p>
              <Way action="own-doing" words={say("history.on-again.own")} go={() => check.noteOwnDoing(again)} />
            </div>
          );
        })}
        <p class="history-quiet">{say("history.on-again.advice")}</p>
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
          <NoticeIcon />
          <p>{joinSentences([sayCount("history.unreadable", unreadable, {}), say("history.unreadable.words")])}</p>
          <button type="button" class="link" data-action="delete-unreadable" onClick={store.deleteUnreadable}>
            {say("history.delete-unreadable")}
          </button>
        </div>
      )}
      {crowdedOut > 0 && (
        <div class="history-notice history-controls" role="status" data-crowded-out={crowdedOut}>
          <NoticeIcon />
          <p>{sayCount("history.crowded-out", crowdedOut, {})}</p>
          <button type="button" class="link" data-action="dismiss-crowded-out" onClick={store.dismissCrowdedOut}>
            {say("understood")}
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
      <span>{say("history.account")}</span>
      <select
        data-choice="account"
        value={chosen ? String(accounts.findIndex((a) => a.site === chosen.site && a.account === chosen.account)) : ""}
        onChange={({ currentTarget }) =>
          store.choose(currentTarget.value === "" ? null : (accounts[Number(currentTarget.value)] ?? null))
        }
      >
        <option value="">{say("history.all-accounts")}</option>
        {accounts.map((account, index) => (
          <option key={`${account.site}:${account.account}`} value={String(index)}>
            {accountName(account, accounts, store.isNamed.value, store.sites)}
          </option>
        ))}
      </select>
    </label>
  );
}

const isAsking = signal(false);

/** Asks once more, on the page itself, before all is gone. */
function DeleteAll({ store }: HistoryProperties) {
  const { checks } = store.history.value;
  if (!isAsking.value) {
    return (
      <button
        type="button"
        class="link danger"
        data-action="delete-all"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {say("history.delete-all")}
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
      <h3 id="delete-all-title">{sayCount("history.delete-all.question", checks.length, {})}</h3>
      <p id="delete-all-words">{say("history.delete-all.words")}</p>
      <div class="history-choices">
        <button
          type="button"
          class="button danger"
          data-action="delete-all-yes"
          onClick={async () => {
            isAsking.value = false;
            await store.deleteHistory();
            document.getElementById("history-title")?.focus();
          }}
        >
          {say("history.delete-all.yes")}
        </button>
        <button
          type="button"
          class="button"
          data-action="delete-all-no"
          // The answer that loses nothing is the one at hand.
          ref={(button) => button?.focus()}
          onClick={() => {
            isAsking.value = false;
          }}
        >
          {say("history.delete-all.no")}
        </button>
      </div>
    </div>
  );
}
