import type { GuideStep, SwitchStep } from "../../audit/site";
import { type ButtonOrder, gatherButton } from "./gather-button";
import { gatherPage, type PageOrder } from "./gather-page";
import { labelFingerprints } from "./label-fingerprints";

/**
 * X's stops of the guide: the two boxes, then the number itself and the contacts that were uploaded. What the buttons of the
 * latter say is known in English alone; in other languages the guide tells what to look for and points at nothing.
 */
export const guide: readonly GuideStep[] = [
  ...[...labelFingerprints].map(
    ([id, labels]): SwitchStep => ({
      kind: "switch",
      id,
      place: box({ do: "find-box", labels: [...labels], isChecked: false }),
    }),
  ),
  {
    kind: "advice",
    id: "x.remove-number",
    title: "site.x.remove-number.title",
    words: ["site.x.remove-number.words"],
    warning: "site.x.remove-number.warning",
    proof: "number-on-file",
    place: button({ page: "phone", labels: ["delete-phone-number"], beside: ['input[name="current_phone"]'] }),
  },
  {
    kind: "advice",
    id: "x.remove-contacts",
    title: "site.x.remove-contacts.title",
    words: ["site.x.remove-contacts.words", "site.x.remove-contacts.phone-first"],
    warning: null,
    proof: null,
    place: button({ page: "contacts_dashboard", labels: ["remove-all-contacts"], beside: [] }),
  },
];

function box(order: PageOrder) {
  return { page: "https://x.com/settings/contacts", finder: { run: gatherPage, parameters: [order] } };
}

function button(order: ButtonOrder) {
  return { page: `https://x.com/settings/${order.page}`, finder: { run: gatherButton, parameters: [order] } };
}
