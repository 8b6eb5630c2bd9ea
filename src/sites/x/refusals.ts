import type { Detail } from "../../audit/detail";
import type { FoundMemory, PageEvidence, XEvidence } from "./evidence";
import { settingsAnswers } from "./read-answers";

/** How long a page must stay the same before what it lacks counts, in milliseconds. */
export const momentLater = 1000;

/** Why a page is a clear refusal, which no waiting mends, or `null` where it is none. */
export function whyRefused({ memory, page, answers }: XEvidence, steadyFor: number): Detail | null {
  if (page.page === "sign-in") return "sign-in-page";
  if (page.page === "locked") return "account-locked";
  if (page.status >= 400) return page.status === 429 ? "too-many-requests" : "page-refused";
  const hasFailed = memory.store === "found" && memory.status === "failed";
  // The browser's record, which tells why, may come a moment after the page has heard of it. And a request that was cut may
  // have been cut because the page itself is about to go.
  if (hasFailed && (page.settingsStatus ?? 0) > 0) return whySettingsFailed(memory, page);
  if (steadyFor < momentLater) return null;
  if (hasFailed) return "settings-blocked";
  if (memory.store === "found" && memory.viewer === "signed-out") return "nobody-signed-in";
  const isEmpty = page.boxes.length === 0 && !page.showsNumber;
  if (memory.store !== "found" && memory.app === "failed" && isEmpty) return "script-blocked";
  if (page.asksForPassword && isEmpty) return "password-field";
  const isWarning = page.boxes.some(({ isChecked }) => isChecked);
  // Where the memory cannot be read, the browser's own record tells. To ask X once more would be asking too much.
  return memory.store !== "found" && haveFailed({ page, answers }) && !isWarning ? whyRequestFailed(page) : null;
}

/** Whether X's page has asked for the settings, and got none. */
function haveFailed({ page, answers }: Pick<XEvidence, "page" | "answers">): boolean {
  if (page.settingsArrivedAt !== null || page.settingsStatus === null) return false;
  // What never came has the status 0, and so has what a browser does not tell of: that would have been overheard.
  const isUnheard = answers !== null && settingsAnswers(answers).length === 0;
  return page.settingsStatus >= 400 || (page.settingsStatus === 0 && isUnheard && !page.isBusy);
}

function whySettingsFailed({ isRestricted }: FoundMemory, page: PageEvidence): Detail {
  return isRestricted && page.settingsStatus === 403 ? "delegate-account" : whyRequestFailed(page);
}

function whyRequestFailed({ settingsStatus }: PageEvidence): Detail {
  if (settingsStatus === 429) return "too-many-requests";
  return (settingsStatus ?? 0) >= 400 ? "settings-refused" : "settings-blocked";
}
