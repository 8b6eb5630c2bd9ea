import type { Site } from "../audit/site";
import { x } from "./x";

/** The sites that Unlisted knows, in the order in which they are shown. */
export const sites: readonly [Site, ...Site[]] = [x];
