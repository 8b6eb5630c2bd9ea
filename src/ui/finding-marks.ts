import type { Finding } from "../audit/finding";

/** The attributes by which a drawn finding is known to style sheets and tests. */
export function marks(finding: Finding) {
  return {
    "data-setting": finding.setting,
    "data-verdict": finding.verdict,
    "data-reason": finding.verdict === "unknown" ? finding.reason : undefined,
    "data-detail": finding.verdict === "unknown" ? finding.detail : undefined,
    "data-state": finding.verdict === "unknown" ? undefined : finding.state,
  };
}
