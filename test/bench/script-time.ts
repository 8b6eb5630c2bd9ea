/** An entry of Chromium's record, as far as it is read here. Times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread itself worked: what else the machine did meanwhile does not count. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Where script runs or is made ready to. `ScriptDuration` of the DevTools counts neither modules nor microtasks. */
const scripting = new Set([
  "EvaluateScript",
  "FunctionCall",
  "RunMicrotasks",
  "v8.compile",
  "v8.compileModule",
  "v8.evaluateModule",
  "v8.produceCache",
]);

/** Milliseconds that the thread of the page at this address worked on script, by the record; what is within another counts once. */
export function sumScriptTime(events: readonly TraceEvent[], address: string): number {
  const commit = events.find(({ name, args }) => name === "CommitLoad" && args?.data?.url === address);
  if (!commit) throw new Error(`The record does not tell of ${address}.`);
  const { pid, tid, ts } = commit;
  const ofPage = events
    .filter((event) => event.pid === pid && event.tid === tid && event.ts >= ts && event.ph === "X")
    .filter(({ name }) => scripting.has(name))
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  let sum = 0;
  let end = 0;
  for (const { ts: begun, dur = 0, tdur = dur } of ofPage) {
    if (begun < end) continue;
    sum += tdur;
    end = begun + dur;
  }
  return sum / 1000;
}
