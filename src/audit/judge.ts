import { type Cause, causeOf } from "./detail";
import type { Finding } from "./finding";
import type { Observation } from "./observation";
import type { Reading } from "./reading";
import type { Setting } from "./setting";

/**
 * Judges one setting by what the witnesses said. Weak evidence may warn; only strong evidence may reassure; absence
 * never reassures.
 *
 * - A witness that says *open* is believed, however weak, unless another says *private*, strongly or by an absence: then
 *   they disagree.
 * - A weak *private* counts for nothing, and a tacit one never stands alone.
 * - *Private* is believed when it is strong and fresh, and no witness was there that could not be understood.
 *
 * @returns the finding; never throws, and never `protected` without a strong, fresh, uncontradicted reading
 */
export function judge(setting: Setting, observation: Observation): Finding {
  const readings = [...(observation.readings.get(setting.id) ?? [])];
  const { open, closed, proven, tacit, doubt, weakness } = hear(setting, readings);
  if (open !== null && (proven !== null || tacit !== null)) {
    return findUnknown(setting, causeOf("witnesses-differ"), null, readings);
  }
  if (open !== null) {
    const verdict = isDormant(setting, observation) ? "dormant" : "exposed";
    return { setting: setting.id, verdict, state: open, readings };
  }
  if (doubt !== null) return findUnknown(setting, doubt, closed, readings);
  if (proven === null) {
    const cause = weakness ?? causeOf(tacit === null ? "nobody-looked" : "box-alone");
    return findUnknown(setting, cause, closed, readings);
  }
  if (!observation.isFresh) return findUnknown(setting, causeOf("open-tab"), closed, readings);
  return { setting: setting.id, verdict: "protected", state: proven, readings };
}

function findUnknown({ id }: Setting, { reason, detail }: Cause, state: string | null, readings: Reading[]): Finding {
  return { setting: id, verdict: "unknown", reason, ...(detail && { detail }), state, readings };
}

/** What the witnesses of one setting said: of each kind the first, or `null`. */
interface Heard {
  /** The state that a witness called open. */
  open: string | null;
  /** The state that a witness called private, however weakly. */
  closed: string | null;
  /** The state that a strong witness called private. */
  proven: string | null;
  /** The state that a witness called private by an absence. */
  tacit: string | null;
  /** Why a witness was not understood. */
  doubt: Cause | null;
  /** Why a witness is weak. */
  weakness: Cause | null;
}

/** Goes through the readings once. */
function hear({ states }: Setting, readings: readonly Reading[]): Heard {
  const heard: Heard = { open: null, closed: null, proven: null, tacit: null, doubt: null, weakness: null };
  let isStrange = false;
  for (const reading of readings) {
    if (reading.strength === "doubt") {
      heard.doubt ??= { reason: reading.because, detail: reading.detail };
      continue;
    }
    const { says, strength } = reading;
    if (reading.strength === "weak") heard.weakness ??= { reason: reading.because, detail: reading.detail };
    const state = Object.hasOwn(states, says) ? states[says] : undefined;
    if (!state) isStrange = true;
    else if (!state.isPrivate) heard.open ??= says;
    else {
      heard.closed ??= says;
      if (strength === "strong") heard.proven ??= says;
      if (strength === "tacit") heard.tacit ??= says;
    }
  }
  // A word that the setting does not know was not understood either.
  if (isStrange) heard.doubt ??= causeOf("unknown-word");
  return heard;
}

/** An open phone switch leads nowhere while it is proven, by a fresh look, that no number is on file. */
function isDormant(setting: Setting, { numberOnFile, isFresh }: Observation): boolean {
  return (
    setting.kind === "discoverability" && setting.identifier === "phone" && isFresh && numberOnFile.answer === "no"
  );
}
