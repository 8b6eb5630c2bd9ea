import type { SettingId } from "../../audit/setting";
import type { Switch } from "../../audit/site";
import { PressEvidence, parseEvidence } from "./evidence";
import { gatherPage, type PageOrder } from "./gather-page";
import { labelFingerprints } from "./label-fingerprints";
import { contactsVisit } from "./visits";

/** How long a box must be back at its old state before the click counts as undone, in milliseconds. */
const momentLater = 1000;

/** The two boxes of X's settings page. A box is clicked only where it is the one with its label: never by position. */
export const switches: ReadonlyMap<SettingId, Switch> = new Map(
  [...labelFingerprints].map(([setting, labels]) => [setting, boxWith(labels)]),
);

function boxWith(labels: ReadonlySet<string>): Switch {
  return {
    visit: contactsVisit,

    press: (state) => {
      const order: PageOrder = { do: "press", labels: [...labels], isChecked: state === "on" };
      return { run: gatherPage, parameters: [order] };
    },

    readPress: (returned) => {
      const page = PressEvidence.safeParse(returned);
      const { press = "none", pressedAt = null } = page.success ? page.data : {};
      if (press === "pressed" && pressedAt !== null) return { kind: "pressed", at: pressedAt };
      return { kind: press === "already" ? "already" : "not-found" };
    },

    hasFinishedSaving: (evidence, wanted, thrownAt, steadyFor) => {
      const seen = parseEvidence(evidence);
      if (!seen) return false;
      const { memory, page } = seen;
      if (memory.store === "found" && memory.hasPendingWrite) return false;
      const box = page.boxes.find(({ label }) => labels.has(label));
      const wentBack = box !== undefined && box.isChecked !== (wanted === "on");
      // The save has been answered, or the page has undone the click.
      return (page.lastAnswerAt ?? 0) >= thrownAt || (wentBack && steadyFor >= momentLater);
    },
  };
}
