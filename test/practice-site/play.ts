import type { Scenario } from "./scenario";
import { buildSettingsBody, type SettingsBody } from "./settings-body";

/** One request that reached the server. */
export interface LoggedRequest {
  method: string;
  /** Host name without port. */
  host: string;
  /** Path without query. */
  path: string;
  /** When it arrived, in milliseconds since 1970. */
  at: number;
}

/**
 * One scenario being played: what the server holds meanwhile. A request keeps the play it arrived in, so that a write
 * which is answered late cannot reach into the scenario that came after.
 */
export interface Play {
  readonly scenario: Scenario;
  settings: SettingsBody;
  phone: string | null;
  contacts: readonly string[];
  /** How often `/settings/contacts` was served as a document. */
  contactsPageLoads: number;
  /** Whether somebody else's page has stood before the first one. */
  wasHeldUp: boolean;
  readonly requests: LoggedRequest[];
  /** What curious pages have noted, oldest first. */
  readonly notes: unknown[];
}

export function beginPlay(scenario: Scenario): Play {
  return {
    scenario,
    settings: buildSettingsBody(scenario),
    phone: scenario.account?.phone ?? null,
    contacts: ["Grace Example", "Alan Example", "Edsger Example"],
    contactsPageLoads: 0,
    wasHeldUp: false,
    requests: [],
    notes: [],
  };
}
