import type { SiteProfile } from "../../audit/site";
import { settings } from "./settings";

/** X, formerly Twitter. */
export const profile: SiteProfile = {
  id: "x",
  name: "X",
  address: "x.com",
  formerName: "Twitter",
  origins: ["https://x.com/*"],
  settings,
  numberStep: "x.remove-number",
  steps: ["site.x.contacts.step", "site.x.number.step"],
};
