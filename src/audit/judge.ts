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
 * @returns the finding; never throws, and never `protected` without a strong, fresh, uncontradicted reading
 */
export function judge(setting: Setting, observation: Observation): Finding {
  const readings = [...(observation.readings.get(setting.id) ?? [])];
  const { open, closed, proven, doubt, weakness } = hear(setting, readings);
  const id = setting.id;

  if (open !== null && proven !== null) {
    return { setting: id, verdict: "unknown", reason: "witnesses-disagree", state: null, readings };
  }
  if (open !== null) {
    return { setting: id, verdict: isDormant(setting, observation) ? "dormant" : "exposed", state: open, readings };
  }
  if (doubt !== null) return { setting: id, verdict: "unknown", reason: doubt, state: closed, readings };
  if (proven === null) {
    return { setting: id, verdict: "unknown", reason: weakness ?? "page-changed", state: closed, readings };
  }
  if (!observation.isFresh) return { setting: id, verdict: "unknown", reason: "not-fresh", state: closed, readings };
  return { setting: id, verdict: "protected", state: proven, readings };
}

/** What the witnesses of one setting said: of each kind the first, or `null`. */
interface Heard {
  /** The state that a witness called open. */
  open: string | null;
  /** The state that a witness called private, however weakly. */
  closed: string | null;
  /** The state that a strong witness called private. */
  proven: string | null;
  /** Why a witness was not understood. */
  doubt: Reason | null;
  /** Why a witness is weak. */
  weakness: Reason | null;
}

/** Goes through the readings once. */
function hear({ states }: Setting, readings: readonly Reading[]): Heard {
  const heard: Heard = { open: null, closed: null, proven: null, doubt: null, weakness: null };
  let isStrange = false;
  for (const reading of readings) {
    if (reading.strength === "doubt") {
      heard.doubt ??= reading.because;
      continue;
    }
    const { says } = reading;
    if (reading.strength === "weak") heard.weakness ??= reading.because;
    const state = Object.hasOwn(states, says) ? states[says] : undefined;
    if (!state) isStrange = true;
    else if (!state.isPrivate) heard.open ??= says;
    else {
      heard.closed ??= says;
      if (reading.strength === "strong") heard.proven ??= says;
    }
  }
  // A word that the setting does not know was not understood either.
  if (isStrange) heard.doubt ??= "page-changed";
  return heard;
}

/** An open phone switch leads nowhere while it is proven, by a fresh look, that no number is on file. */
function isDormant(setting: Setting, { numberOnFile, isFresh }: Observation): boolean {
  return (
    setting.kind === "discoverability" && setting.identifier === "phone" && isFresh && numberOnFile.answer === "no"
  );
}
