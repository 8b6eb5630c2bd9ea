import type { Site } from "../audit/site";
import { x } from "./x";

/** The sites that Unlisted knows, in the order of `profiles`, with all that a check needs. */
export const sites: readonly [Site, ...Site[]] = [x];
