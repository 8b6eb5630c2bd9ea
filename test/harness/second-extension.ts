import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Extension } from "puppeteer-core";
import type { DrivenBrowser } from "./launch";

/** A small extension beside the product in the same browser: to measure against, or to get in the product's way. */
export interface SecondExtension {
  readonly id: string;
  /** Where its files live in Chromium, with a slash at the end. */
  readonly address: string;
  remove(): Promise<void>;
}

/**
 * Writes an extension into a temporary folder and installs it.
 *
 * @param manifest what its manifest holds besides a name and a version
 * @param files text by path; `background.js`, if there is one, is its background
 */
export async function installSecondExtension(
  { browser }: Pick<DrivenBrowser, "browser">,
  manifest: object,
  files: Readonly<Record<string, string>>,
): Promise<SecondExtension> {
  const folder = await mkdtemp(join(tmpdir(), "unlisted-second-"));
  // Each browser takes the one of the two that it knows.
  const background = { service_worker: "background.js", scripts: ["background.js"] };
  const text = JSON.stringify({
    manifest_version: 3,
    name: "Second extension",
    version: "1",
    ...("background.js" in files && { background }),
    ...manifest,
  });
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
