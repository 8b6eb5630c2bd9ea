import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Builds the extension for both browsers, as a person would. */
export async function buildExtension(): Promise<void> {
  await promisify(execFile)("npm", ["run", "build"], { maxBuffer: 16 * 1024 * 1024 });
}
