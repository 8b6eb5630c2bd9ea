import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import { language } from "../locales/messages";
import { type TimeToTry, timeToTryAll } from "../risk/enumeration";
import type { MobileNumbers } from "../risk/numbering";
import { type PaceId, paces } from "../risk/paces";
import { guessRegion, regions } from "../risk/regions";

/** A country or another region that has phone numbers of its own. */
export interface NamedRegion {
  readonly code: string;
  readonly name: string;
}

/** What can be said of a region. */
export interface Estimate {
  readonly region: NamedRegion;
  /** `null` where the region has no mobile numbers. */
  readonly numbers: RegionNumbers | null;
}

export interface RegionNumbers {
  readonly mobile: MobileNumbers;
  readonly knownLastDigits: number;
  /** At each pace, the fastest first. */
  readonly times: readonly (readonly [PaceId, TimeToTry])[];
}

export interface RiskStore {
  /** By name. */
  readonly regions: readonly NamedRegion[];
  /** `null` until a region is chosen. */
  readonly estimate: ReadonlySignal<Estimate | null>;
  readonly knownLastDigits: ReadonlySignal<number>;
  /** Does nothing where no such region is known. */
  chooseRegion(code: string): void;
  /** How many of the number's last digits somebody knows: taken as the nearest whole number from 0 to `mostDigits`. */
  chooseKnownLastDigits(count: number): void;
}

/** How many known digits one can choose: with more, hardly a number is left to try. */
export const mostDigits = 4;

const fastestFirst: readonly PaceId[] = (["twitter-2019", "whatsapp-2025"] as const).toSorted(
  (one, other) => paces[other].perHour - paces[one].perHour,
);

/**
 * The state of the picture of how long it takes to try every number. Nothing of it is kept.
 *
 * @param locale a language tag by which the first region is guessed
 */
export function createRiskStore(locale: string): RiskStore {
  const names = new Intl.DisplayNames(language(), { type: "region" });
  const { compare } = new Intl.Collator(language());
  const named = [...regions.keys()]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => compare(one.name, other.name));
  const find = (code: string | null) => named.find((region) => region.code === code) ?? null;

  const region = signal(find(guessRegion(locale)));
  const knownLastDigits = signal(0);
  const estimate = computed(() => region.value && estimateFor(region.value, knownLastDigits.value));

  return {
    regions: named,
    estimate,
    knownLastDigits,
    chooseRegion(code) {
      region.value = find(code) ?? region.value;
    },
    chooseKnownLastDigits(count) {
      knownLastDigits.value = Math.min(mostDigits, Math.max(0, Math.round(count)));
    },
  };
}

function estimateFor(region: NamedRegion, knownLastDigits: number): Estimate {
  const mobile = regions.get(region.code) ?? null;
  const times = fastestFirst.flatMap((pace) => {
    const time = timeToTryAll({ region: region.code, pace, knownLastDigits });
    return time ? [[pace, time] as const] : [];
  });
  return { region, numbers: mobile && { mobile, knownLastDigits, times } };
}
