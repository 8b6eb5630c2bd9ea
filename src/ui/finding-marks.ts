import type { Finding } from "../audit/finding";

/** The attributes by which a drawn finding is known to style sheets and tests. */
export function marks(finding: Finding) {
  return {
    "data-setting": finding.setting,
    "data-verdict": finding.verdict,
    "data-reason": finding.verdict === "unknown" ? finding.reason : undefined,
  };
}
