import type { Change, CheckResult } from "../audit/check-result";
import type { Finding } from "../audit/finding";
import type { DiscoverabilitySetting } from "../audit/setting";
import type { SiteProfile } from "../audit/site";
import { say } from "../locales/messages";
import type { CheckStore } from "../ui/check-store";
import * as text from "../ui/text";

interface SwitchProperties {
  readonly site: SiteProfile;
  readonly setting: DiscoverabilitySetting;
  readonly finding: Finding;
  readonly result: CheckResult;
  readonly change: Change | null;
  readonly now: number;
  readonly store: CheckStore;
}

/** What can be done about a switch from here: throw it, or take back what Unlisted itself has done; and how that went. */
export function SwitchControl({ site, setting, finding, result, change, now, store }: SwitchProperties) {
  const isOwn = change?.setting === setting.id && (change.failure !== null || change.account === result.account);
  const own = isOwn ? change : null;
  const isOpen = finding.verdict === "exposed" || finding.verdict === "dormant";
  const target = Object.entries(setting.states).find(([, { isPrivate }]) => isPrivate)?.[0];
  const canUndo =
    own?.failure === null &&
    own.account !== null &&
    finding.state === own.to &&
    own.to === target &&
    own.from !== own.to;
  return (
    <>
      {own && (own.failure !== null || finding.state === own.to) && (
        <p class="change" data-change={own.failure ?? "done"}>
          {text.changeOutcome(own, own.to === target, result.failure, site, now)}
        </p>
      )}
      {isOpen && target !== undefined && (
        <>
          {result.account === null ? (
            <p class="evidence">{say("switch-off.unnamed")}</p>
          ) : (
            <>
              <button
                type="button"
                class="button"
                data-action="switch-off"
                data-switch={setting.id}
                onClick={() => store.change({ setting: setting.id, state: target, account: result.account })}
              >
                {say("switch-off")}
              </button>
              <p class="evidence">{text.switchOffPromise(say(setting.label), result.account, site.name)}</p>
            </>
          )}
          <button
            type="button"
            class={result.account === null ? "button" : "link"}
            data-action="guide"
            data-switch={setting.id}
            onClick={() => store.guide(setting.id, result.account)}
          >
            {say("show-me-where")}
          </button>
        </>
      )}
      {own && canUndo && (
        <button
          type="button"
          class="link"
          data-action="undo"
          data-switch={setting.id}
          onClick={() => store.change({ setting: setting.id, state: own.from, account: own.account })}
        >
          {say("undo")}
        </button>
      )}
    </>
  );
}
