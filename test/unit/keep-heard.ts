import type { Heard } from "../../src/sites/in-page/heard";
import { keepAnswers } from "../../src/sites/in-page/keep-answers";
import { answerKinds } from "../../src/sites/x/answers/kinds";

type Listen = (event: { readonly ports: readonly object[] }) => void;

/**
 * What is kept of what was overheard on a page of X, as it comes from there: plain JSON. The script that keeps it runs
 * as in a tab of a check; what would come through its channel comes from here.
 */
export function keepHeard(heard: readonly Heard[]): unknown {
  const port = { onmessage: (_event: { readonly data: Heard }) => {}, postMessage: () => {}, close: () => {} };
  let shakeHands: Listen = () => {};
  withGlobal(
    "addEventListener",
    (_name: string, listen: Listen) => (shakeHands = listen),
    () => {
      keepAnswers(answerKinds, Promise.resolve(true));
    },
  );
  shakeHands({ ports: [port] });
  for (const data of heard) port.onmessage({ data });
  const kept = JSON.parse(JSON.stringify(globalThis.readOverheard?.()));
  globalThis.readOverheard = undefined;
  return kept;
}

function withGlobal(name: string, value: unknown, act: () => void): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true });
  try {
    act();
  } finally {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  }
}
