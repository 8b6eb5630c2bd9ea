import type { Site } from "../../audit/site";
import { wordsByField } from "./fields";
import { gatherMemory } from "./gather-memory";
import { gatherPage } from "./gather-page";
import { guide } from "./guide";
import { profile } from "./profile";
import { describe, recall } from "./saw";
import { switches } from "./switches";
import { contactsVisit, glance, phoneVisit } from "./visits";

export const x: Site = {
  ...profile,
  gatherers: {
    memory: { run: gatherMemory, parameters: [wordsByField] },
    page: { run: gatherPage, parameters: [null] },
  },
  overhears: "where-memory-failed",
  visits: [contactsVisit, phoneVisit],
  switches,
  guide,
  owns: (address) => address.startsWith("https://x.com/"),
  glance,
  describe,
  recall,
};
