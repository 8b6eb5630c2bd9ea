import type { Identifier } from "../audit/setting";
import { say } from "../locales/messages";
import { howManyShown } from "../ui/risk-report-text";
import { type NamedSite, nameToday } from "../ui/risk-text";
import { IncidentEntry } from "./incident-entry";
import type { IncidentsStore } from "./incidents-store";

/** What is known to have happened, and which of it somebody wants to see. */
export function IncidentsSection({ store, site }: { store: IncidentsStore; site: NamedSite }) {
  const shown = store.shown.value;
  return (
    <section class="section" id="incidents" data-section="incidents" aria-labelledby="incidents-title">
      <h2 id="incidents-title">{say("incidents.title")}</h2>
      <p class="lead">{say("incidents.introduction")}</p>
      <Filters store={store} site={site} />
      <p class="count">
        <output data-count={shown.length}>{howManyShown(shown.length, store.total)}</output>
      </p>
      {shown.length === 0 && <p>{say("incidents.none")}</p>}
      <ol class="timeline">
        {shown.map((incident) => (
          <IncidentEntry key={incident.id} incident={incident} site={site} />
        ))}
      </ol>
    </section>
  );
}

const identifiers: readonly Identifier[] = ["phone", "email"];

function Filters({ store, site }: { store: IncidentsStore; site: NamedSite }) {
  return (
    <div class="controls">
      <label class="control">
        <span>{say("incidents.platform")}</span>
        <select
          data-action="choose-platform"
          value={store.platform.value ?? ""}
          onChange={({ currentTarget }) => store.choosePlatform(currentTarget.value || null)}
        >
          <option value="">{say("incidents.all-platforms")}</option>
          {store.platforms.map((platform) => (
            <option key={platform} value={platform}>
              {nameToday(platform, site)}
            </option>
          ))}
        </select>
      </label>
      <label class="control">
        <span>{say("incidents.identifier")}</span>
        <select
          data-action="choose-identifier"
          value={store.identifier.value ?? ""}
          onChange={({ currentTarget }) =>
            store.chooseIdentifier(identifiers.find((identifier) => identifier === currentTarget.value) ?? null)
          }
        >
          <option value="">{say("incidents.all-identifiers")}</option>
          {identifiers.map((identifier) => (
            <option key={identifier} value={identifier}>
              {say(`identifier.${identifier}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
