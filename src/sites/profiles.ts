import type { SiteProfile } from "../audit/site";
import { profile as x } from "./x/profile";

/** The sites that Unlisted knows, in the order in which they are shown, as far as views need them. */
export const profiles: readonly [SiteProfile, ...SiteProfile[]] = [x];
