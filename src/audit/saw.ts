import type { CheckResult } from "./check-result";
import type { Way } from "./site";

/** What was seen of one page, in words of closed lists, counts and rounded times: nothing in it tells who the person is. */
export interface Saw {
  readonly [part: string]: SawValue;
}
type SawValue = string | number | boolean | null | Saw | readonly SawValue[];

/** The last look at one page of a check. */
export interface SawLook {
  /** The visit's id. */
  readonly visit: string;
  readonly way: Way;
  /** For how long the page had been the same, in milliseconds. */
  readonly steadyFor: number;
  /** Whether patience had run out. */
  readonly isLast: boolean;
  readonly saw: Saw;
}

/**
 * What a check saw, as a person can keep it and send it: enough to go through the same looks once more. Plain JSON.
 */
export interface SawFile {
  readonly format: "unlisted-saw";
  readonly version: 1;
  readonly site: string;
  /** The extension's version, and the browser that it ran in. */
  readonly unlisted: string;
  readonly browser: "chrome" | "firefox";
  /** The looks, oldest first. */
  readonly looks: readonly SawLook[];
  /** What was made of them: `unknown` with its detail. */
  readonly findings: Readonly<Record<string, string>>;
}

/** A result in words: each setting's verdict, and where it is unknown the detail. */
export function sayFindings({ findings }: CheckResult): Record<string, string> {
  return Object.fromEntries(
    findings.map((finding) => [
      finding.setting,
      finding.verdict === "unknown" ? `unknown: ${finding.detail ?? finding.reason}` : finding.verdict,
    ]),
  );
}

/** A file's text: what is read of one page on a line of its own, so that a person can go through it. */
export function writeSaw({ looks, findings, ...file }: SawFile): string {
  const parts = [
    ...Object.entries(file).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
    `"looks": [\n${looks.map(writeLook).join(",\n")}\n ]`,
    `"findings": ${writeLines(findings, 1)}`,
  ];
  return `{\n ${parts.join(",\n ")}\n}\n`;
}

function writeLook({ saw, ...look }: SawLook): string {
  const parts = Object.entries(look).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const pages = Object.entries(saw).map(([part, value]) => `    ${JSON.stringify(part)}: ${writeLines(value, 4)}`);
  return `  {\n   ${parts.join(", ")},\n   "saw": {\n${pages.join(",\n")}\n   }\n  }`;
}

/** An object with each of its entries on a line; anything else as it is. */
function writeLines(value: unknown, depth: number): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const indent = " ".repeat(depth + 1);
  const lines = Object.entries(value).map(
    ([name, part]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(part)}`,
  );
  return `{\n${lines.join(",\n")}\n${" ".repeat(depth)}}`;
}
