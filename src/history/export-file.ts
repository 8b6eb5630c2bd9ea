import * as z from "zod/mini";
import { mostChecks } from "./log";
import { LoggedCheck } from "./logged-check";

/** The exported history. `docs/export.schema.json` says the same to others; a test keeps the two in step. */
export const ExportFile = z.strictObject({
  format: z.literal("unlisted-history"),
  version: z.literal(1),
  /** When it was exported, in milliseconds since 1970. */
  exportedAt: z.int().check(z.minimum(0), z.maximum(8.64e15)),
  checks: z.array(LoggedCheck).check(z.maxLength(mostChecks)),
});
type ExportFile = z.infer<typeof ExportFile>;

/** How large a file may be to be read, in bytes. */
export const largestFile = 5 * 1024 * 1024;

/** Why a file was not taken in: the closed list. Nothing is changed then. */
export const ImportRefusal = z.enum([
  /** It is no history of Unlisted. */
  "not-ours",
  /** It was written by a later version. */
  "newer-version",
  /** It is larger than any history can be. */
  "too-large",
  /** It is a history, and something in it is not as it must be. */
  "damaged",
  /** The browser has no room for it. */
  "no-room",
]);
export type ImportRefusal = z.infer<typeof ImportRefusal>;

/**
 * Writes checks as an export file.
 *
 * @param isNamed whether the accounts' handles stay in it
 * @param exportedAt in milliseconds since 1970
 */
export function writeExport(checks: readonly LoggedCheck[], isNamed: boolean, exportedAt: number): string {
  const file: ExportFile = {
    format: "unlisted-history",
    version: 1,
    exportedAt,
    checks: checks.map((check) => (isNamed ? check : { ...check, account: null })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const Header = z.object({ format: z.literal("unlisted-history"), version: z.int() });

/**
 * Reads an export file: all of its checks, or the reason why none of them. Never throws.
 *
 * @param now in milliseconds since 1970
 */
export function readExport(text: string, now: number): { readonly checks: readonly LoggedCheck[] } | ImportRefusal {
  if (text.length > largestFile) return "too-large";
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // One of ours that was cut off still says so at its beginning.
    return text.slice(0, 100).includes('"unlisted-history"') ? "damaged" : "not-ours";
  }
  const header = Header.safeParse(content);
  if (!header.success) {
    return z.object({ format: z.literal("unlisted-history") }).safeParse(content).success ? "damaged" : "not-ours";
  }
  if (header.data.version > 1) return "newer-version";
  const file = ExportFile.safeParse(content);
  if (!file.success) return "damaged";
  const { checks, exportedAt } = file.data;
  // What is dated ahead would stand before every later check, and push the person's own out.
  const latest = Math.min(exportedAt, now) + clockTolerance;
  return checks.every((check) => check.time <= latest && isPlausible(check)) ? { checks } : "damaged";
}

/** By how much two clocks may differ, in milliseconds: a file may come from another device. */
const clockTolerance = 5 * 60_000;

/** Whether a check could have found this: of each setting one thing, before it ended. */
function isPlausible({ time, asOf, findings }: LoggedCheck): boolean {
  return asOf <= time + clockTolerance && new Set(findings.map(({ setting }) => setting)).size === findings.length;
}
