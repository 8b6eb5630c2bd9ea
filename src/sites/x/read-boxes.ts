import type { Reading } from "../../audit/reading";
import type { Reason } from "../../audit/reason";
import type { SettingId } from "../../audit/setting";
import type { PageEvidence } from "./evidence";
import { labelFingerprints } from "./label-fingerprints";

type Box = PageEvidence["boxes"][number];

/**
 * What the boxes on the settings page say. A box counts as found only when exactly one carries a label of its setting.
 *
 * @param weakness why an unchecked box proves nothing, or `null` where the settings are shown to have arrived
 */
export function readBoxes(page: PageEvidence, weakness: Reason | null): ReadonlyMap<SettingId, Reading> {
  const readings = new Map<SettingId, Reading>();
  if (page.page !== "contacts") return readings;
  for (const [setting, fingerprints] of labelFingerprints) {
    const labelled = page.boxes.filter((box) => fingerprints.has(box.label));
    const [box] = labelled;
    // Several boxes with the label, perhaps one among those not looked at, or one that says two things: any may warn,
    // none may reassure.
    if (labelled.length > 1 || page.hasMoreBoxes || box?.isPlain === false) {
      const warning = labelled.find((candidate) => candidate.isChecked);
      readings.set(setting, warning ? speak(warning, "page-changed") : doubt());
    } else if (box) readings.set(setting, speak(box, weakness));
  }
  if (readings.size === 0) readByPosition(page.boxes, readings);
  return readings;
}

/** Unknown labels: X has always drawn two boxes, e-mail first. That is enough to warn, not to reassure. */
function readByPosition(boxes: readonly Box[], readings: Map<SettingId, Reading>): void {
  const [email, phone] = boxes;
  if (!email || !phone || boxes.length !== 2) return;
  readings.set("x.email", speak(email, "page-changed"));
  readings.set("x.phone", speak(phone, "page-changed"));
}

function speak(box: Box, weakness: Reason | null): Reading {
  const says = box.isChecked ? "on" : "off";
  // A checked box needs no proof that the settings have arrived: nothing draws one without them.
  if (weakness === null) return { strength: "strong", witness: "page", says };
  return { strength: "weak", witness: "page", says, because: weakness };
}

function doubt(): Reading {
  return { strength: "doubt", witness: "page", because: "page-changed" };
}
