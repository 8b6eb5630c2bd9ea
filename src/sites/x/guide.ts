import type { GuideStep, SwitchStep } from "../../audit/site";
import { gatherPage, type PageOrder } from "./gather-page";
import { labelFingerprints } from "./label-fingerprints";

/** X's stops of the guide: the two boxes, then the number itself and the contacts that were uploaded. */
export const guide: readonly GuideStep[] = [
  ...[...labelFingerprints].map(
    ([id, labels]): SwitchStep => ({
      kind: "switch",
      id,
      place: placeOn("contacts", { do: "find-box", labels: [...labels], isChecked: false }),
    }),
  ),
  {
    kind: "advice",
    id: "x.remove-number",
    title: "site.x.remove-number.title",
    words: ["site.x.remove-number.words"],
    warning: "site.x.remove-number.warning",
    proof: "number-on-file",
    place: placeOn("phone", { do: "find-number" }),
  },
  {
    kind: "advice",
    id: "x.remove-contacts",
    title: "site.x.remove-contacts.title",
    words: ["site.x.remove-contacts.words", "site.x.remove-contacts.phone-first"],
    warning: null,
    proof: null,
    place: placeOn("contacts_dashboard", { do: "find-contacts" }),
  },
];

function placeOn(page: string, order: PageOrder) {
  return { page: `https://x.com/settings/${page}`, finder: { run: gatherPage, parameters: [order] } };
}
