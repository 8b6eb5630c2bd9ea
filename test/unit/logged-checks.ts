import type { LoggedCheck } from "../../src/history/logged-check";

interface Changes extends Partial<Omit<LoggedCheck, "version" | "findings">> {
  /** The state of the phone switch; `null` where it is not known. */
  readonly phone?: "on" | "off" | null;
  readonly verdict?: "exposed" | "dormant";
}

/** A check of a made-up site, as the log keeps it. */
export function logged({ phone = "on", verdict = "exposed", ...changes }: Changes): LoggedCheck {
  const time = changes.time ?? 1;
  return {
    version: 1,
    time,
    asOf: time,
    site: "site",
    account: "ada",
    source: "fresh-load",
    failure: null,
    findings: [
      phone === null
        ? { setting: "site.phone", verdict: "unknown", reason: "page-changed", state: null }
        : { setting: "site.phone", verdict: phone === "on" ? verdict : "protected", state: phone },
    ],
    numberOnFile: { answer: "yes" },
    change: null,
    ...changes,
  };
}

/** A check that did not get through. */
export function failed(changes: Changes): LoggedCheck {
  return {
    ...logged({ phone: null, ...changes }),
    account: null,
    failure: "signed-out",
    findings: [{ setting: "site.phone", verdict: "unknown", reason: "signed-out", state: null }],
    numberOnFile: { answer: "unknown", reason: "signed-out" },
  };
}
