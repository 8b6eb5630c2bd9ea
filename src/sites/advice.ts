import type { Advice } from "../audit/site";
import { advice as x } from "./x/advice";

/**
 * What people may do on each site beyond its switches, by the sites' ids. Apart from the profiles: the popup loads those, and
 * tells nothing of this.
 */
export const adviceOf: Readonly<Record<string, readonly Advice[]>> = { x };
