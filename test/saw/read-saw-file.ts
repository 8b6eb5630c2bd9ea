import * as z from "zod/mini";
import { type Detail, isDetail } from "../../src/audit/detail";
import type { SawFile } from "../../src/audit/saw";
import type { Site } from "../../src/audit/site";
import { sites } from "../../src/sites";
import { replay } from "./replay";

const Look = z.object({
  visit: z.string(),
  way: z.enum(["plain", "first", "overhearing"]),
  steadyFor: z.number(),
  isLast: z.boolean(),
  saw: z.record(z.string(), z.json()),
});

/** As `src/audit/saw.ts` writes it. */
const File = z.object({
  format: z.literal("unlisted-saw"),
  version: z.literal(1),
  site: z.string(),
  unlisted: z.string(),
  browser: z.enum(["chrome", "firefox"]),
  looks: z.array(Look),
  findings: z.record(z.string(), z.string()),
});

const refusals = {
  "not-json": "The text is no JSON.",
  "not-a-saw-file": "This is not what Unlisted writes of what it saw.",
  "other-version": "The file is of another version of the format than this one reads.",
  "unknown-site": "The file is about a site that is not known here.",
  "unknown-visit": "The file tells of a page that its site does not have.",
} as const;

/** Why a text cannot be gone through: a name of the closed list, and what it means. */
export class SawFileRefused extends Error {
  constructor(readonly refusal: keyof typeof refusals) {
    super(`${refusal}: ${refusals[refusal]}`);
  }
}

/** @throws SawFileRefused where the text is not a file that can be gone through */
export function readSawFile(text: string): { readonly file: SawFile; readonly site: Site } {
  const content = parse(text);
  const { success, data: file } = File.safeParse(content);
  if (!success) {
    const head = z.object({ format: z.literal("unlisted-saw"), version: z.number() }).safeParse(content);
    throw new SawFileRefused(head.success && head.data.version !== 1 ? "other-version" : "not-a-saw-file");
  }
  const site = sites.find(({ id }) => id === file.site);
  if (!site) throw new SawFileRefused("unknown-site");
  const isKnown = file.looks.every(({ visit }) => site.visits.some(({ id }) => id === visit));
  if (!isKnown) throw new SawFileRefused("unknown-visit");
  return { file, site };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SawFileRefused("not-json");
  }
}

/** What ends a check and is not seen on any page. */
const outsideCauses: ReadonlySet<Detail> = new Set([
  "not-allowed",
  "policy-forbids",
  "error-page",
  "led-elsewhere",
  "no-answer",
  "tab-closed",
  "tab-asleep",
  "work-stopped",
  "by-the-person",
]);

/** What a file says of a setting, and what comes of its looks today. */
export interface Compared {
  readonly setting: string;
  readonly said: string;
  readonly says: string;
  /** `ended` where the browser or the person has ended the check: no look tells of that. */
  readonly standing: "same" | "ended" | "differs";
}

/** Goes through a file's looks once more, and compares what comes of them with what came of them then. */
export function compareFindings(text: string): readonly Compared[] {
  const { file, site } = readSawFile(text);
  const findings = replay(site, file.looks) ?? {};
  const settings = new Set([...site.settings.map(({ id }) => id), ...Object.keys(file.findings)]);
  return [...settings].map((setting) => {
    const said = file.findings[setting] ?? "nothing";
    const says = findings[setting] ?? "nothing";
    const [, detail] = /^unknown: (.+)$/.exec(said) ?? [];
    const isEnded = isDetail(detail) && outsideCauses.has(detail);
    return { setting, said, says, standing: said === says ? "same" : isEnded ? "ended" : "differs" };
  });
}
