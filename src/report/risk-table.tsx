import { atPace, numbersToTry, riskPhrases, timeNeeded, whatIsCounted } from "../ui/risk-report-text";
import { Figure, Words } from "../ui/told";
import type { NamedRegion, RegionNumbers } from "./risk-store";

/** What the picture shows, for reading out and for copying. */
export function RiskTable({ region, numbers }: { region: NamedRegion; numbers: RegionNumbers }) {
  const [first] = numbers.times;
  return (
    <table>
      <caption>
        {first && (
          <>
            {region.name}: <Figure cited={numbersToTry(region.code, first[1].numbers)} />{" "}
            {whatIsCounted(numbers.knownLastDigits)}.
          </>
        )}
      </caption>
      <thead>
        <tr>
          <th scope="col">{riskPhrases.who}</th>
          <th scope="col">{riskPhrases.needsAll}</th>
          <th scope="col">{riskPhrases.needsHalf}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{riskPhrases.whoHas}</th>
          <td colSpan={2}>{riskPhrases.oneTry}</td>
        </tr>
        {numbers.times.map(([pace, time]) => (
          <tr key={pace}>
            <th scope="row">
              {riskPhrases.whoTries}, <Words told={atPace(pace)} />
            </th>
            <td>
              <Figure cited={timeNeeded(region.code, pace, "all", time)} />
            </td>
            <td>
              <Figure cited={timeNeeded(region.code, pace, "half", time)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
