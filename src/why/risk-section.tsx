import { say } from "../locales/messages";
import { atPace, caveatsFor, knownDigits, stoppedSince, tellNumbers, timeNeeded } from "../ui/risk-report-text";
import { type NamedSite, stalkersKnown } from "../ui/risk-text";
import { plain } from "../ui/tell";
import { ClaimView, Figure, SourceList, Words } from "../ui/told";
import { RiskPicture } from "./risk-picture";
import { type Estimate, mostDigits, type NamedRegion, type RegionNumbers, type RiskStore } from "./risk-store";
import { RiskTable } from "./risk-table";

/** How long it takes to try every number of a country, and beside it that who has the number needs one try. */
export function RiskSection({ store, site }: { store: RiskStore; site: NamedSite }) {
  const estimate = store.estimate.value;
  return (
    <section class="section" id="risk" data-section="risk" aria-labelledby="risk-title">
      <h2 id="risk-title">{say("risk.title")}</h2>
      <p class="lead">{say("risk.introduction")}</p>
      <Controls store={store} estimate={estimate} />
      <div class="ways">
        {estimate && <WhoTries estimate={estimate} />}
        <WhoHas />
      </div>
      <p class="both">{say("risk.both-stop")}</p>
      {estimate?.numbers && <Proof region={estimate.region} numbers={estimate.numbers} />}
      <section class="caveats">
        <h3>{say("risk.caveats")}</h3>
        <ul>
          {caveatsFor(estimate?.numbers?.mobile.caveats ?? [], site).map((caveat) => (
            <li key={plain(caveat.words)}>
              <ClaimView claim={caveat} />
            </li>
          ))}
        </ul>
      </section>
    </section>
  );
}

function Controls({ store, estimate }: { store: RiskStore; estimate: Estimate | null }) {
  const known = store.knownLastDigits.value;
  return (
    <div class="controls">
      <label class="control">
        <span>{say("risk.country")}</span>
        <select
          data-action="choose-region"
          value={estimate?.region.code ?? ""}
          onChange={({ currentTarget }) => store.chooseRegion(currentTarget.value)}
        >
          {!estimate && <option value="">{say("risk.choose-country")}</option>}
          {store.regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="control">
        <span>
          {say("risk.known-digits")}: <output>{knownDigits(known)}</output>
        </span>
        <input
          type="range"
          min="0"
          max={mostDigits}
          step="1"
          value={known}
          aria-valuetext={knownDigits(known)}
          data-action="choose-known-digits"
          onInput={({ currentTarget }) => store.chooseKnownLastDigits(currentTarget.valueAsNumber)}
        />
      </label>
      <p class="note">{say("risk.stays")}</p>
    </div>
  );
}

function WhoTries({ estimate: { region, numbers } }: { estimate: Estimate }) {
  const [first] = numbers?.times ?? [];
  return (
    <section class="way" data-way="tries" data-claim>
      <h3>{say("risk.tries")}</h3>
      {numbers && first ? (
        <>
          <ul class="times">
            {numbers.times.map(([pace, time]) => (
              <li key={pace}>
                <strong>
                  <Figure cited={timeNeeded(region.code, pace, "all", time)} />
                </strong>{" "}
                <Words told={atPace(pace)} />
              </li>
            ))}
          </ul>
          <ClaimView claim={stoppedSince()} />
          <p>
            <Words told={tellNumbers(region, first[1].numbers, numbers.knownLastDigits)} />
          </p>
          <SourceList
            sources={[
              ...new Set(numbers.times.flatMap(([pace, time]) => timeNeeded(region.code, pace, "all", time).sources)),
            ]}
          />
        </>
      ) : (
        <p>{say("risk.no-mobile", { region: region.name })}</p>
      )}
    </section>
  );
}

function WhoHas() {
  return (
    <section class="way" data-way="has">
      <h3>{say("risk.has")}</h3>
      <ul class="times">
        <li>
          <strong>{say("risk.one-try")}</strong>
        </li>
      </ul>
      <p>{say("risk.has-why")}</p>
      <ClaimView claim={stalkersKnown()} />
    </section>
  );
}

/** The picture, and the same as a table. */
function Proof({ region, numbers }: { region: NamedRegion; numbers: RegionNumbers }) {
  const sources = numbers.times.flatMap(([pace, time]) => timeNeeded(region.code, pace, "all", time).sources);
  return (
    <figure class="proof" data-claim>
      <figcaption>{say("risk.picture", { region: region.name })}</figcaption>
      <RiskPicture region={region} numbers={numbers} />
      <details>
        <summary>{say("risk.as-table")}</summary>
        <RiskTable region={region} numbers={numbers} />
        <SourceList sources={[...new Set(sources)]} />
      </details>
    </figure>
  );
}
