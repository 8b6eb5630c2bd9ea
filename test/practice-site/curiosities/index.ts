import { leavesErrorsUncaught, looksAtCallers, looksAtFunctions, looksAtStacks, looksForSigns } from "./appearance";
import { readsInEveryWay, readsTwice, takesStreams } from "./bodies";
import { countsCalls, countsTouches } from "./counts";
import { exchangesBadly, exchangesInEveryWay } from "./exchanges";
import { type Curiosity, writeScript } from "./kit";
import { asksInEveryWay, forgetsPromises, givesUp, watchesTheOrder } from "./requests";
import { looksAround } from "./surroundings";

/** Ways in which a page may look whether somebody listens to it. Each runs once in a page, before its application begins. */
const curiosities = {
  "looks-at-functions": looksAtFunctions,
  "looks-for-signs": looksForSigns,
  "looks-at-stacks": looksAtStacks,
  "looks-at-callers": looksAtCallers,
  "leaves-errors-uncaught": leavesErrorsUncaught,
  "looks-around": looksAround,
  "asks-in-every-way": asksInEveryWay,
  "gives-up": givesUp,
  "forgets-promises": forgetsPromises,
  "watches-the-order": watchesTheOrder,
  "reads-in-every-way": readsInEveryWay,
  "reads-twice": readsTwice,
  "takes-streams": takesStreams,
  "exchanges-in-every-way": exchangesInEveryWay,
  "exchanges-badly": exchangesBadly,
  "counts-touches": countsTouches,
  "counts-calls": countsCalls,
} as const satisfies Record<string, Curiosity>;

export type CuriosityName = keyof typeof curiosities;

export function isCuriosity(name: string | null): name is CuriosityName {
  return name !== null && Object.hasOwn(curiosities, name);
}

export function writeCuriosity(name: CuriosityName, applicationPath: string): string {
  return writeScript(curiosities[name], applicationPath);
}
