import type { Assessment, Evidence, Site, Visit, Way } from "../../src/audit/site";
import { email, phone } from "./sample-settings";

/** What a page of the made-up site comes to, by the way in which it is looked at; `waiting` where it is not there. */
export type MadeUpPage = Partial<Readonly<Record<Way, Assessment>>>;

/** A site that there is not, with two pages. What its pages draw is what they come to. */
export function madeUpSite(overhears: Site["overhears"]): Site {
  return {
    id: "site",
    name: "Site",
    address: "site.example",
    formerName: null,
    origins: ["https://site.example/*"],
    settings: [phone, email],
    numberStep: null,
    steps: ["site.first", "site.second"],
    gatherers: {
      memory: { run: function lookAtMemory() {}, parameters: [] },
      page: [{ run: function lookAtPage() {}, parameters: [] }],
    },
    overhears,
    visits: [visitTo("first"), visitTo("second")],
    switches: new Map(),
    guide: [],
    pages: {
      home: "https://site.example/",
      "sign-in": "https://site.example/in",
      sessions: "https://site.example/all",
    },
    owns: (address) => address.startsWith("https://site.example/"),
    glance: () => null,
    describe: ({ memory, page, answers }) => ({
      memory: memory === null ? "none" : "there",
      page: Object.keys(page as MadeUpPage),
      answers: answers === null ? "none" : "there",
    }),
    recall: () => null,
  };
}

function visitTo(id: string): Visit {
  return {
    id,
    address: `https://site.example/${id}`,
    patience: 10_000,
    assess: ({ page }: Evidence, _steadyFor, _isLast, way) => (page as MadeUpPage)[way] ?? { kind: "waiting" },
  };
}
