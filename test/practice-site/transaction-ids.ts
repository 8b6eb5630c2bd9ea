import { randomBytes } from "node:crypto";

/** Which pages the server itself has handed out: a write from anywhere else is refused. */
export interface TransactionIds {
  issue(): string;
  includes(id: string | string[] | undefined): boolean;
}

/** Ids stay good for as long as the server runs, because a tab may be older than the scenario. */
export function createTransactionIds(): TransactionIds {
  const issued = new Set<string>();
  return {
    issue() {
      const id = randomBytes(24).toString("base64url");
      issued.add(id);
      return id;
    },
    includes: (id) => typeof id === "string" && issued.has(id),
  };
}
