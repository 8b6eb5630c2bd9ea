import type { Site } from "../../audit/site";
import { gatherMemory } from "./gather-memory";
import { gatherPage } from "./gather-page";
import { guide } from "./guide";
import { profile } from "./profile";
import { settings } from "./settings";
import { switches } from "./switches";
import { contactsVisit, glance, phoneVisit } from "./visits";

const wordsByField = Object.fromEntries(
  settings.map(({ field, values }) => [field, [...values.keys()].filter((value) => typeof value === "string")]),
);

export const x: Site = {
  ...profile,
  gatherers: {
    memory: { run: gatherMemory, parameters: [wordsByField] },
    page: { run: gatherPage, parameters: [null] },
  },
  visits: [contactsVisit, phoneVisit],
  switches,
  guide,
  owns: (address) => address.startsWith("https://x.com/"),
  glance,
};
