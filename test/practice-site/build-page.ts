import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The page's script and style sheet, kept in memory under names that change with their content. */
export interface PageBuild {
  /** File content by path on the site. */
  files: ReadonlyMap<string, { type: string; content: string | Uint8Array }>;
  scriptPath: string;
  stylePath: string;
}

/**
 * Bundles the page as for production.
 *
 * @param salt makes this build's class names unlike every other's, as a new release of the real site would.
 */
export async function buildPage(salt: string): Promise<PageBuild> {
  const environment = process.env.NODE_ENV;
  try {
    return await bundle(salt);
  } finally {
    // Vite sets it for the whole process, and tests run in this process too.
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}

async function bundle(salt: string): Promise<PageBuild> {
  // A test runner's NODE_ENV would make this React's development build.
  process.env.NODE_ENV = "production";
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: fileURLToPath(new URL("app", import.meta.url)),
    mode: "production",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    css: { modules: { generateScopedName: (name) => hashClassName(name, salt) } },
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("app/main.tsx", import.meta.url)),
        output: { entryFileNames: "client/main.[hash].js", assetFileNames: "client/[name].[hash][extname]" },
      },
    },
  });
  if (!("output" in built)) throw new Error("The practice site's page was not built as one bundle.");
  const files = new Map<string, { type: string; content: string | Uint8Array }>();
  for (const file of built.output) {
    const content = file.type === "chunk" ? file.code : file.source;
    files.set(`/${file.fileName}`, { type: file.fileName.endsWith(".css") ? "text/css" : "text/javascript", content });
  }
  return { files, scriptPath: findPath(files, ".js"), stylePath: findPath(files, ".css") };
}

function hashClassName(name: string, salt: string): string {
  const hash = createHash("sha256").update(`${salt}/${name}`).digest().readUIntBE(0, 6).toString(36).slice(-6);
  return `${name === "view" ? "css" : "r"}-${hash}`;
}

function findPath(files: ReadonlyMap<string, unknown>, ending: string): string {
  const path = [...files.keys()].find((name) => name.endsWith(ending));
  if (path === undefined) throw new Error(`The practice site's page was built without a ${ending} file.`);
  return path;
}
