import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";

/** Every file in a package is of this moment, the earliest that a ZIP file can tell: what was built when is no content. */
const moment = "1980-01-01T00:00:00";

/**
 * Packs files into a ZIP archive: byte for byte the same for the same files, wherever and whenever it is made.
 *
 * @param folder where the files are
 * @param names their paths from there, with `/`, in any order
 */
export async function packFiles(folder: string, names: readonly string[]): Promise<Uint8Array> {
  const entries: Zippable = {};
  for (const name of [...names].sort()) entries[name] = await readFile(join(folder, name));
  return zipSync(entries, { level: 9, mtime: moment, os: 3 });
}

/** Packs all that is in a folder. */
export async function packFolder(folder: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return packFiles(
    folder,
    files.map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    ),
  );
}
