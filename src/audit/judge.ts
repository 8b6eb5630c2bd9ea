import type { Finding } from "./finding";
import type { Observation } from "./observation";
import type { Reading } from "./reading";
import type { Reason } from "./reason";
import type { Setting } from "./setting";

/**
 * Judges one setting by what the witnesses said. Weak evidence may warn; only strong evidence may reassure.
 *
 * - A witness that says *open* is believed, however weak, unless a strong one says *private*: then they disagree.
 * - A weak *private* counts for nothing.
 * - *Private* is believed when it is strong and fresh, and no witness was there that could not be understood.
 *
 * @param failure why the observation is incomplete, for settings of which nobody said anything
 * @returns the finding; never throws, and never `protected` without a strong, fresh, uncontradicted reading
 */
export function judge(setting: Setting, observation: Observation, failure: Reason | null): Finding {
  const readings = [...(observation.readings.get(setting.id) ?? [])];
  const found = { setting: setting.id, readings };
  // Stryker disable next-line MethodExpression,ConditionalExpression,StringLiteral: only the types ask for this line.
  const spoken = readings.filter((reading) => reading.strength !== "doubt");
  const open = spoken.find((reading) => setting.states[reading.says]?.isPrivate === false);
  const closed = spoken.filter((reading) => setting.states[reading.says]?.isPrivate === true);
  const proven = closed.find((reading) => reading.strength === "strong");

  if (open && proven) return { ...found, verdict: "unknown", reason: "witnesses-disagree", state: null };
  if (open) return { ...found, verdict: isDormant(setting, observation) ? "dormant" : "exposed", state: open.says };

  const state = closed[0]?.says ?? null;
  // A word that the setting does not know was not understood either.
  const isStrange = spoken.some(({ says }) => !Object.hasOwn(setting.states, says));
  const doubt = firstReason(readings, "doubt") ?? (isStrange ? "page-changed" : null);
  if (doubt) return { ...found, verdict: "unknown", reason: doubt, state };
  if (!proven) {
    const reason = firstReason(readings, "weak") ?? failure ?? "page-changed";
    return { ...found, verdict: "unknown", reason, state };
  }
  if (!observation.isFresh) return { ...found, verdict: "unknown", reason: "not-fresh", state };
  return { ...found, verdict: "protected", state: proven.says };
}

/** An open phone switch leads nowhere while it is proven, by a fresh look, that no number is on file. */
function isDormant(setting: Setting, { numberOnFile, isFresh }: Observation): boolean {
  return (
    setting.kind === "discoverability" && setting.identifier === "phone" && isFresh && numberOnFile.answer === "no"
  );
}

function firstReason(readings: readonly Reading[], strength: "weak" | "doubt"): Reason | null {
  for (const reading of readings) {
    if (reading.strength === strength && "because" in reading) return reading.because;
  }
  return null;
}
