import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Extension } from "puppeteer-core";
import type { DrivenBrowser } from "../harness/launch";

/** A small extension to measure against, installed beside the product in the same browser. */
export interface BaselineExtension {
  readonly id: string;
  /** Where its files live, with a slash at the end. */
  readonly address: string;
  remove(): Promise<void>;
}

/**
 * Writes an extension into a temporary folder and installs it.
 *
 * @param manifest what its manifest holds besides a name and a version
 * @param files text by path
 */
export async function installBaseline(
  { browser }: DrivenBrowser,
  manifest: object,
  files: Readonly<Record<string, string>>,
): Promise<BaselineExtension> {
  const folder = await mkdtemp(join(tmpdir(), "unlisted-baseline-"));
  const text = JSON.stringify({ manifest_version: 3, name: "Baseline", version: "1", ...manifest });
  for (const [path, content] of Object.entries({ ...files, "manifest.json": text })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const id = await browser.installExtension(folder);
  return {
    id,
    address: `chrome-extension://${id}/`,
    remove: async () => {
      await browser.uninstallExtension(id);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An installed extension, as the driver clicks its button. */
export async function findExtension({ browser }: DrivenBrowser, id: string): Promise<Extension> {
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`The extension ${id} is not installed.`);
  return extension;
}
