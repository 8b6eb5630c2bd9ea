import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Identifier } from "../audit/setting";
import type { Incident } from "../risk/incident";
import { type IncidentId, incidents } from "../risk/incidents";

export interface ToldIncident extends Incident {
  readonly id: IncidentId;
}

export interface IncidentsStore {
  /** Every platform that something is told of, by name. */
  readonly platforms: readonly string[];
  readonly total: number;
  /** `null` is all. */
  readonly platform: ReadonlySignal<string | null>;
  readonly identifier: ReadonlySignal<Identifier | null>;
  /** What is asked for, the newest first. */
  readonly shown: ReadonlySignal<readonly ToldIncident[]>;
  choosePlatform(platform: string | null): void;
  chooseIdentifier(identifier: Identifier | null): void;
}

/** The state of the list of what has happened. */
export function createIncidentsStore(): IncidentsStore {
  const newestFirst: readonly ToldIncident[] = (Object.keys(incidents) as IncidentId[])
    .map((id) => ({ id, ...incidents[id] }))
    .toReversed();
  const platform = signal<string | null>(null);
  const identifier = signal<Identifier | null>(null);
  return {
    platforms: [...new Set(newestFirst.flatMap(({ platforms }) => platforms))].toSorted((one, other) =>
      one.localeCompare(other, "en"),
    ),
    total: newestFirst.length,
    platform,
    identifier,
    shown: computed(() =>
      newestFirst.filter(
        ({ platforms, identifiers }) =>
          (platform.value === null || platforms.includes(platform.value)) &&
          (identifier.value === null || identifiers.includes(identifier.value)),
      ),
    ),
    choosePlatform(chosen) {
      platform.value = chosen;
    },
    chooseIdentifier(chosen) {
      identifier.value = chosen;
    },
  };
}
