import type { NumberOnFile, Reading } from "./reading";
import type { SettingId } from "./setting";

/** All that was learned from a site in one go, parsed and ready to be judged. */
export interface Observation {
  /** The account's handle, without decoration; `null` where the site did not name it. */
  readonly account: string | null;
  readonly readings: ReadonlyMap<SettingId, readonly Reading[]>;
  readonly numberOnFile: NumberOnFile;
  /** When the site sent these settings to the page, in milliseconds since 1970. */
  readonly asOf: number;
  /** Whether the page was loaded for this very check. What a tab held already may warn and never reassure. */
  readonly isFresh: boolean;
}
