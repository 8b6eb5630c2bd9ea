import type { Site } from "../../audit/site";
import { wordsByField } from "./fields";
import { gatherMemory } from "./gather-memory";
import { gatherPage } from "./gather-page";
import { gatherRecord } from "./gather-record";
import { guide } from "./guide";
import { profile } from "./profile";
import { describe, recall } from "./saw";
import { switches } from "./switches";
import { contactsVisit, glance, phoneVisit } from "./visits";

export const x: Site = {
  ...profile,
  gatherers: {
    memory: { run: gatherMemory, parameters: [wordsByField] },
    // What is drawn is read after what has arrived: so a box was drawn no sooner than the record says.
    page: [
      { run: gatherRecord, parameters: [] },
      { run: gatherPage, parameters: [null] },
    ],
  },
  overhears: "where-memory-failed",
  visits: [contactsVisit, phoneVisit],
  switches,
  guide,
  pages: {
    home: "https://x.com/",
    "sign-in": "https://x.com/i/flow/login",
    sessions: "https://x.com/settings/sessions",
  },
  owns: (address) => address.startsWith("https://x.com/"),
  glance,
  describe,
  recall,
};
