import type { Reading, Witness } from "../audit/reading";
import { say } from "../locales/messages";

/** What a finding rests on, as a sentence, or nothing where nobody could be believed. */
export function evidence(readings: readonly Reading[], site: string): string {
  const clear = readings.filter(({ strength }) => strength === "strong" || strength === "tacit");
  const speaks = (wanted: Witness) => clear.some(({ witness }) => witness === wanted);
  if (speaks("memory")) return say(speaks("page") ? "evidence.both" : "evidence.memory", { site });
  if (speaks("answer")) return say(speaks("page") ? "evidence.answer-and-box" : "evidence.answer", { site });
  return speaks("page") ? say("evidence.page", { site }) : "";
}
