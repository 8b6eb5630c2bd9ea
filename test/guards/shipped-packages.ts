import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "vite";

/** A package of which something is in the build. */
export interface ShippedPackage {
  readonly name: string;
  readonly licence: string;
}

/**
 * Builds anew, without writing anything, and lists the packages whose code really ends up in the build, by name: what
 * is installed and left out is not among them.
 *
 * @param mode which browser's build
 */
export async function listShippedPackages(mode: string): Promise<readonly ShippedPackage[]> {
  const folders = new Map<string, string>();
  const listing: Plugin = {
    name: "list-shipped-packages",
    generateBundle: {
      // Before the build tidies up: what is injected is bundled once more, alone, and its first chunk taken out.
      order: "pre",
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          for (const [id, { renderedLength }] of Object.entries(chunk.type === "chunk" ? chunk.modules : {})) {
            const [, folder, name] = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/.exec(id) ?? [];
            if (folder && name && renderedLength > 0) folders.set(name.replace("\\", "/"), folder);
          }
        }
      },
    },
  };
  await build({ configLoader: "runner", mode, logLevel: "silent", build: { write: false }, plugins: [listing] });
  const names = [...folders.keys()].sort();
  return Promise.all(names.map(async (name) => ({ name, licence: await readLicence(folders.get(name) ?? "") })));
}

async function readLicence(folder: string): Promise<string> {
  const { license }: { license?: string } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return license ?? "none";
}

/** A package as `docs/dependencies.md` describes it. */
export interface DescribedPackage extends ShippedPackage {
  readonly reason: string;
  readonly replacement: string;
}

/** Reads the table of `docs/dependencies.md`. */
export function readDescribedPackages(markdown: string): readonly DescribedPackage[] {
  const rows = [...markdown.matchAll(/^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$/gm)];
  return rows.map(([, name = "", licence = "", reason = "", replacement = ""]) => ({
    name,
    licence: licence.trim(),
    reason: reason.trim(),
    replacement: replacement.trim(),
  }));
}

/** Licences under which a package may be given on with the extension. */
const permissive = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "0BSD"];

/** Lists what ships without being described, is described without shipping, or is described wrongly. */
export function findDependencyBreaches(
  shipped: readonly ShippedPackage[],
  described: readonly DescribedPackage[],
): readonly string[] {
  const names = new Set([...shipped, ...described].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const real = shipped.find((one) => one.name === name);
    const [told, again] = described.filter((one) => one.name === name);
    if (!told) return [`${name} ships and is not described`];
    if (!real) return [`${name} is described and does not ship`];
    return [
      ...(again ? [`${name} is described twice`] : []),
      ...(told.licence === real.licence ? [] : [`${name} has the licence ${real.licence}`]),
      ...(permissive.includes(real.licence) ? [] : [`${name} may not be given on under ${real.licence}`]),
      ...(told.reason === "" ? [`${name} has no reason`] : []),
      ...(told.replacement === "" ? [`${name} has no replacement`] : []),
    ];
  });
}
