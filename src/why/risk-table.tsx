import { say } from "../locales/messages";
import { tellNumbers, timeNeeded, triesAtPace } from "../ui/risk-report-text";
import { Figure, Words } from "../ui/told";
import type { NamedRegion, RegionNumbers } from "./risk-store";

/** What the picture shows, for reading out and for copying. */
export function RiskTable({ region, numbers }: { region: NamedRegion; numbers: RegionNumbers }) {
  const [first] = numbers.times;
  return (
    <table>
      <caption>{first && <Words told={tellNumbers(region, first[1].numbers, numbers.knownLastDigits)} />}</caption>
      <thead>
        <tr>
          <th scope="col">{say("risk.who")}</th>
          <th scope="col">{say("risk.needs-all")}</th>
          <th scope="col">{say("risk.needs-half")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say("risk.has")}</th>
          <td colSpan={2}>{say("risk.one-try")}</td>
        </tr>
        {numbers.times.map(([pace, time]) => (
          <tr key={pace}>
            <th scope="row">
              <Words told={triesAtPace(pace)} />
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
