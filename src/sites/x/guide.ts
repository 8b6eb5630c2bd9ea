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
    title: "Remove the number itself",
    words: [
      "Only a number that X does not have cannot lead to you, and cannot leak. It takes X’s own button on this page, the one that deletes the number.",
    ],
    warning:
      "This also switches off sign-in codes by text message. If you use them, set up an authenticator app first, or you may be locked out.",
    proof: "number-on-file",
    place: placeOn("phone", { do: "find-number" }),
  },
  {
    kind: "advice",
    id: "x.remove-contacts",
    title: "Remove the contacts you once uploaded",
    words: [
      "If the X app ever read your address book, X may still hold those people’s numbers and addresses. “Remove all contacts” on this page deletes them.",
      "If the app on your phone syncs contacts, switch that off there first, or they will be uploaded again.",
    ],
    warning: null,
    proof: null,
    place: placeOn("contacts_dashboard", { do: "find-contacts" }),
  },
];

function placeOn(page: string, order: PageOrder) {
  return { page: `https://x.com/settings/${page}`, finder: { run: gatherPage, parameters: [order] } };
}
