import type { VNode } from "preact";
import { direction, type MessageKey, say } from "../locales/messages";
import { secondsIn } from "../risk/enumeration";
import { atPace, numbersToTry, timeNeeded, whatIsCounted } from "../ui/risk-report-text";
import { Figure, Words } from "../ui/told";
import type { NamedRegion, RegionNumbers } from "./risk-store";

type MarkName = Extract<MessageKey, `scale.${string}`>;

/** A scale on which each step is as many times the one before: without it a minute and a month do not fit together. */
interface Scale {
  /** The value at the end; at the start is 1. */
  readonly end: number;
  readonly marks: readonly (readonly [words: MarkName, value: number])[];
}

const counts: Scale = {
  end: 1e10,
  marks: [
    ["scale.thousand", 1e3],
    ["scale.million", 1e6],
    ["scale.billion", 1e9],
  ],
};

const times: Scale = {
  end: secondsIn({ value: 4, unit: "year" }),
  marks: (["second", "minute", "hour", "day", "month", "year"] as const).map((unit) => [
    `scale.${unit}`,
    secondsIn({ value: 1, unit }),
  ]),
};

/** Marks that leave room for their neighbours in a narrow window. */
const crowded: readonly MarkName[] = ["scale.million", "scale.minute", "scale.year"];

/** Where the rows are, in pixels: sizes are the same on every screen, only the widths follow it. */
const rowHeight = 84;
const axisHeight = 40;
const barLine = 60;
/** Between what is written and the bar below it. */
const labelGap = 12;

/**
 * The numbers and the times as bars. Places along the row are percentages, so that the writing keeps its size in a
 * narrow window.
 */
export function RiskPicture({ region, numbers }: { region: NamedRegion; numbers: RegionNumbers }) {
  const [first] = numbers.times;
  if (!first) return null;
  const toTry = first[1].numbers;
  const timesFrom = rowHeight + axisHeight + 34;
  const axisAt = timesFrom + rowHeight * (numbers.times.length + 1);
  return (
    <svg
      class="picture"
      width="100%"
      height={axisAt + axisHeight}
      role="img"
      aria-labelledby="picture-title picture-means"
    >
      <title id="picture-title">{say("risk.picture", { region: region.name })}</title>
      <desc id="picture-means">{say("risk.picture-means")}</desc>
      <Grid scale={counts} from={barLine} to={rowHeight} />
      <Bar at={0} scale={counts} kind="numbers" low={toTry.low} high={toTry.high}>
        <Figure cited={numbersToTry(region.code, toTry)} />
        {whatIsCounted(numbers.knownLastDigits)}
      </Bar>
      <text class="heading" x={place(counts, 1)} y={timesFrom - 14}>
        {say("risk.how-long")}
      </text>
      <Grid scale={times} from={timesFrom + barLine} to={axisAt} />
      <Bar at={timesFrom} scale={times} kind="one-try" low={1} high={1}>
        {say("risk.one-try")}
        {say("risk.one-try-short")}
      </Bar>
      {numbers.times.map(([pace, time], index) => (
        <Bar
          key={pace}
          at={timesFrom + rowHeight * (index + 1)}
          scale={times}
          kind={pace}
          low={secondsIn(time.all.low)}
          high={secondsIn(time.all.high)}
        >
          <Figure cited={timeNeeded(region.code, pace, "all", time)} />
          <Words told={atPace(pace)} />
        </Bar>
      ))}
    </svg>
  );
}

interface BarProperties {
  readonly at: number;
  readonly scale: Scale;
  readonly kind: string;
  readonly low: number;
  readonly high: number;
  /** The figure, and what it is of. */
  readonly children: [string | VNode, string | VNode];
}

function Bar({ at, scale, kind, low, high, children: [value, meaning] }: BarProperties) {
  const y = at + barLine;
  return (
    <g class="bar" data-bar={kind}>
      {/* Not a picture's own writing, which does not wrap: some languages need two lines in a narrow window. */}
      <foreignObject x="0" y={at} width="100%" height={barLine - labelGap}>
        <p class="label">
          <strong>{value}</strong>
          <span>{meaning}</span>
        </p>
      </foreignObject>
      <line class="track" x1="0%" x2="100%" y1={y} y2={y} />
      <line class="range" x1={place(scale, low)} x2={place(scale, high)} y1={y} y2={y} />
    </g>
  );
}

function Grid({ scale, from, to }: { scale: Scale; from: number; to: number }) {
  return (
    <g class="grid" data-scale>
      {scale.marks.map(([words, value]) => (
        <g key={words}>
          <line x1={place(scale, value)} x2={place(scale, value)} y1={from} y2={to} />
          <text
            x={place(scale, value)}
            y={to + 14}
            text-anchor={value === 1 ? "start" : "middle"}
            data-crowded={crowded.includes(words) || undefined}
            data-last={words === "scale.billion" || undefined}
          >
            {say(words)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Where a value stands along the row, from the side on which the language begins its lines. */
function place({ end }: Scale, value: number): string {
  const share = Math.min(1, Math.log(Math.max(1, value)) / Math.log(end));
  return `${(100 * (direction() === "rtl" ? 1 - share : share)).toFixed(2)}%`;
}
