import type { Advice } from "../../audit/site";

/** The account's number itself. */
export const removeNumber: Advice = {
  id: "x.remove-number",
  title: "site.x.remove-number.title",
  words: ["site.x.remove-number.words"],
  warning: "site.x.remove-number.warning",
  proof: "number-on-file",
  page: "https://x.com/settings/phone",
};

/** The contacts that X's app has once uploaded. */
export const removeContacts: Advice = {
  id: "x.remove-contacts",
  title: "site.x.remove-contacts.title",
  words: ["site.x.remove-contacts.words", "site.x.remove-contacts.phone-first"],
  warning: null,
  proof: null,
  page: "https://x.com/settings/contacts_dashboard",
};

/** In the order in which it is told. */
export const advice: readonly Advice[] = [removeNumber, removeContacts];
