import type { GuideStep, SwitchStep } from "../../audit/site";
import { removeContacts, removeNumber } from "./advice";
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
    ...removeNumber,
    kind: "advice",
    place: button({ page: "phone", labels: ["delete-phone-number"], beside: ['input[name="current_phone"]'] }),
  },
  {
    ...removeContacts,
    kind: "advice",
    place: button({ page: "contacts_dashboard", labels: ["remove-all-contacts"], beside: [] }),
  },
];

function box(order: PageOrder) {
  return { page: "https://x.com/settings/contacts", finder: { run: gatherPage, parameters: [order] } };
}

function button(order: ButtonOrder) {
  return { page: `https://x.com/settings/${order.page}`, finder: { run: gatherButton, parameters: [order] } };
}
