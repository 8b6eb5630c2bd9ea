import type { Detail } from "../../audit/detail";
import { doubt, type Reading, speak } from "../../audit/reading";
import type { SettingId } from "../../audit/setting";
import type { PageEvidence } from "./evidence";
import { labelFingerprints } from "./label-fingerprints";

type Box = PageEvidence["boxes"][number];

/**
 * What the boxes on the settings page say. A box counts as found only when exactly one carries a label of its setting. A
 * checked one says that its switch is on; an unchecked one says nothing by itself.
 *
 * @param weakness why an unchecked box means nothing yet, or `null` where the settings are shown to have arrived
 */
export function readBoxes(page: PageEvidence, weakness: Detail | null): ReadonlyMap<SettingId, Reading> {
  const readings = new Map<SettingId, Reading>();
  if (page.page !== "contacts") return readings;
  for (const [setting, fingerprints] of labelFingerprints) {
    const labelled = page.boxes.filter((box) => fingerprints.has(box.label));
    const [box] = labelled;
    // Several boxes with the label, perhaps one among those not looked at, or one that says two things: any may warn.
    const oddity =
      labelled.length > 1 || page.hasMoreBoxes ? "box-not-alone" : box?.isPlain === false ? "box-not-plain" : null;
    if (oddity !== null) {
      const isWarning = labelled.some(({ isChecked }) => isChecked);
      readings.set(setting, isWarning ? speak("page", "on", oddity) : doubt("page", oddity));
    } else if (box) readings.set(setting, readBox(box, weakness));
  }
  if (readings.size === 0) readByPosition(page.boxes, readings);
  return readings;
}

/** Unknown labels: X has always drawn two boxes, email first. That is enough to warn, not to reassure. */
function readByPosition(boxes: readonly Box[], readings: Map<SettingId, Reading>): void {
  const [email, phone] = boxes;
  if (!email || !phone || boxes.length !== 2) return;
  readings.set("x.email", readBox(email, "box-without-label"));
  readings.set("x.phone", readBox(phone, "box-without-label"));
}

function readBox({ isChecked }: Box, weakness: Detail | null): Reading {
  if (weakness !== null) return speak("page", isChecked ? "on" : "off", weakness);
  return isChecked ? speak("page", "on", null) : { strength: "tacit", witness: "page", says: "off" };
}
