import type { FigureName } from "../risk/incident";
import { wordDate, wordFigure } from "../ui/figure-words";
import { figureLabel, incidentWords, nameIdentifiers, unlikeOthers } from "../ui/risk-report-text";
import { type NamedSite, nameToday } from "../ui/risk-text";
import { SourceList } from "../ui/told";
import type { ToldIncident } from "./incidents-store";

/** What was tried, what came of it, and what it cost. */
const figureOrder: readonly FigureName[] = [
  "tried",
  "triedPerHour",
  "matched",
  "accounts",
  "withRealName",
  "withPhoto",
  "days",
  "months",
  "countries",
  "priceInDollars",
  "fineInDollars",
  "fineInEuros",
];

/** One incident on the timeline. */
export function IncidentEntry({ incident, site }: { incident: ToldIncident; site: NamedSite }) {
  const { id, date, kind, platforms, identifiers, figures, sources } = incident;
  const note = unlikeOthers(kind);
  const counted = figureOrder.flatMap((name) => (figures[name] ? [[name, figures[name]] as const] : []));
  return (
    <li class="incident" data-incident={id} data-kind={kind} data-claim>
      <p class="incident-head">
        <time dateTime={date} data-figure={`${id}.date`}>
          {wordDate(date)}
        </time>
        <span class="tags">
          {platforms.map((platform) => (
            <span key={platform} class="tag">
              {nameToday(platform, site)}
            </span>
          ))}
          <span class="tag quiet-tag">{nameIdentifiers(identifiers)}</span>
          {note && <span class="tag note-tag">{note}</span>}
        </span>
      </p>
      <p class="what" data-told={id}>
        {incidentWords(id, figures)}
      </p>
      {counted.length > 0 && (
        <dl class="figures">
          {counted.map(([name, figure]) => (
            <div key={name}>
              <dt>{figureLabel(name, identifiers)}</dt>
              <dd data-figure={`${id}.${name}`}>{wordFigure(name, figure)}</dd>
            </div>
          ))}
        </dl>
      )}
      <SourceList sources={sources} />
    </li>
  );
}
