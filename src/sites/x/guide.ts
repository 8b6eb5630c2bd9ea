import type { GuideStep, SwitchStep } from "../../audit/site";
import { removeContacts, removeNumber } from "./advice";
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
      place: placeOn("https://x.com/settings/contacts", { do: "find-box", labels: [...labels], isChecked: false }),
    }),
  ),
  { ...removeNumber, kind: "advice", place: placeOn(removeNumber.page, { do: "find-number" }) },
  { ...removeContacts, kind: "advice", place: placeOn(removeContacts.page, { do: "find-contacts" }) },
];

function placeOn(page: string, order: PageOrder) {
  return { page, finder: { run: gatherPage, parameters: [order] } };
}
