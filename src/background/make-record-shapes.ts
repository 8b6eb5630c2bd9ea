import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { Change, CheckResult, KeptResults } from "../audit/check-result";
import { Finding } from "../audit/finding";
import { NumberOnFile, Reading, Witness } from "../audit/reading";
import { Reason } from "../audit/reason";
import { DueReminder } from "../history/reminder";
import { Notice, OnAgain, RunningWork } from "./standing";

// `npm run shapes` writes `record-shapes.ts` from the schemas, for `biome check --write` to format. Nothing here ships.

/** The schemas, each after those that it is made of, and the file that has its type. */
const schemas = {
  reason: [Reason, "../audit/reason"],
  witness: [Witness, "../audit/reading"],
  reading: [Reading, "../audit/reading"],
  numberOnFile: [NumberOnFile, "../audit/reading"],
  finding: [Finding, "../audit/finding"],
  change: [Change, "../audit/check-result"],
  checkResult: [CheckResult, "../audit/check-result"],
  keptResults: [KeptResults, "../audit/check-result"],
  runningWork: [RunningWork, "./standing"],
  notice: [Notice, "./standing"],
  onAgain: [OnAgain, "./standing"],
  dueReminder: [DueReminder, "../history/reminder"],
} as const;

/** What pages read. */
const read: ReadonlySet<string> = new Set([
  "checkResult",
  "keptResults",
  "runningWork",
  "notice",
  "onAgain",
  "dueReminder",
]);

/** The part of JSON Schema that the schemas come to. */
interface Described {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
}

function writeShapes(): string {
  const registry = z.registry<{ id: string }>();
  for (const [id, [schema]] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: described } = z.toJSONSchema(registry, { io: "input", uri: (id) => id });
  const types = Object.entries(schemas).map(([id, [, file]]) => `import type { ${typeName(id)} } from "${file}";`);
  const shapes = Object.keys(schemas).map((id) => {
    const keyword = read.has(id) ? "export const" : "const";
    return `${keyword} ${id}: Shape<${typeName(id)}> = ${write(described[id] as Described)};`;
  });
  return `${types.join("\n")}
import type { Shape } from "./shape";

// Written by \`npm run shapes\`.

${shapes.join("\n")}
`;
}

function typeName(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

/** Writes a shape as source. */
function write({ $ref, type, properties, required = [], items, ...rest }: Described): string {
  const choices = rest.anyOf ?? rest.oneOf;
  if ($ref !== undefined) return $ref;
  if (choices) return `{ any: [${choices.map(write).join(", ")}] }`;
  if ("const" in rest) return `{ is: ${JSON.stringify([rest.const])} }`;
  if (rest.enum) return `{ is: ${JSON.stringify(rest.enum)} }`;
  if (Array.isArray(type)) return `{ any: [${type.map((one) => write({ type: one })).join(", ")}] }`;
  if (items) return `{ each: ${write(items)} }`;
  if (type === "null") return "{ is: [null] }";
  if (type === "string" || type === "number" || type === "boolean") return `{ type: "${type}" }`;
  if (type !== "object") throw new Error("A shape has no way to say this.");
  const parts = Object.entries(properties ?? {});
  const list = (isRequired: boolean) =>
    parts
      .filter(([name]) => required.includes(name) === isRequired)
      .map(([name, part]) => `${name}: ${write(part)}`)
      .join(", ");
  const may = list(false);
  return `{ has: { ${list(true)} }${may && `, may: { ${may} }`} }`;
}

await writeFile(fileURLToPath(new URL("record-shapes.ts", import.meta.url)), writeShapes());
