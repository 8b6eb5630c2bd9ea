declare module "redux-optimist" {
  import type { Reducer } from "redux";

  export const BEGIN: "BEGIN";
  export const COMMIT: "COMMIT";
  export const REVERT: "REVERT";

  /** Adds a log under `optimist`, from which a failed write is rolled back. */
  export default function optimist<State extends object, Action extends { type: string }>(
    reducer: Reducer<State, Action>,
  ): Reducer<State & { optimist: readonly unknown[] }, Action>;
}
