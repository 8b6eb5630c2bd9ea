import type { Reason } from "../audit/reason";
import type { Identifier } from "../audit/setting";
import { say } from "../locales/messages";
import { accountName, type NamedSite, whyUnknown } from "./text";

/** What a switch does while it is on. */
export function whatItDoes(identifier: Identifier, account: string | null, site: string): string {
  return say(`guide.does.${identifier}`, { site, account: accountName(account) });
}

/** What a proven *off* means. */
export function whatItMeans(identifier: Identifier, account: string | null, site: string): string {
  return say(`guide.means.${identifier}`, { site, account: accountName(account) });
}

/** Why a step did not work, as a short sentence. */
export function whyFailed(reason: Reason, site: NamedSite): string {
  switch (reason) {
    case "account-changed":
      return say("guide.failed.account-changed");
    case "interrupted":
    case "cancelled":
      return say("guide.failed.interrupted");
    default:
      return whyUnknown({ reason }, site);
  }
}

/** What the person can try then, as a sentence. */
export function whatToTry(reason: Reason, site: string): string {
  switch (reason) {
    case "account-changed":
    case "signed-out":
    case "password-required":
    case "control-not-found":
    case "permission-denied":
      return say(`guide.try.${reason}`, { site });
    case "offline":
    case "timed-out":
      return say("guide.try.offline");
    case "not-saved":
    case "site-error":
    case "save-pending":
      return say("guide.try.not-saved", { site });
    case "page-changed":
    case "witnesses-disagree":
    case "not-fresh":
    case "interrupted":
    case "cancelled":
      return say("guide.try.again");
    default:
      return reason satisfies never;
  }
}
