import type { Setting } from "../../src/audit/setting";

const page = "https://site.example/";
const states = { on: { isPrivate: false, words: "site.on" }, off: { isPrivate: true, words: "site.off" } } as const;

/** Settings of a site that there is not. */
export const phone: Setting = {
  id: "site.phone",
  kind: "discoverability",
  identifier: "phone",
  title: "site.phone",
  label: "site.label",
  page,
  states,
};
export const email: Setting = { ...phone, id: "site.email", identifier: "email" };
export const quiet: Setting = { id: "site.quiet", kind: "privacy", title: "site.quiet", page, states };
