import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type CrxPlugin, crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { build, defineConfig, type Plugin } from "vite";
import manifest from "./manifest.json" with { type: "json" };
import { readCatalogues, writeMessages } from "./src/locales/catalogues";
import { profiles } from "./src/sites/profiles";

// What is built is the same whoever builds it: a test runner's environment would have it built for development.
process.env.NODE_ENV = "production";

const catalogues = await readCatalogues();

/** What pages in a tab share. Their sheet stands beside scripts: what has none would come after each page's own sheet. */
const sharedByTabs = /[\\/]ui[\\/](?:masthead\.tsx|page\.css)$|[\\/]background[\\/]leave\.ts$/;

/** What several pages share and the background never loads. */
const sharedByPages =
  /[\\/]preact[\\/](?:dist|jsx-runtime)[\\/]|signals-core|[\\/]ui[\\/](?:[\w-]+\.tsx|(?:check-store|save-file|finding-marks|site-name)\.ts|(?:base|tokens|saw|progress-steps|answer[\\/][\w-]+)\.css)$|[\\/]background[\\/](?:client|followed-records|shape|record-shapes)\.ts$/;

/** `vite build --mode chrome` writes dist/chrome, `--mode firefox` writes dist/firefox: one manifest, both derived. */
export default defineConfig(({ mode }) => {
  const browser = mode === "firefox" ? "firefox" : "chrome";
  const target = browser === "firefox" ? "firefox140" : "chrome120";
  return {
    plugins: [
      ...drawing(),
      withoutPreloading(),
      crx({ manifest: manifestFor(browser), browser }),
      withInjectedScriptsOnly(),
      withListenersUnnamed(),
      withPopupInOneFile(target),
      withLanguages(),
      browser === "chrome" && withPolicySchema(),
    ],
    publicDir: false,
    build: {
      outDir: `dist/${browser}`,
      // Names without hashes: nothing is cached by name here, and one of the hashes told the folder it was built in.
      rolldownOptions: {
        // The manifest does not name these: the background or another page leads to them.
        input: Object.fromEntries(["welcome", "read-first", "why"].map((page) => [page, `src/${page}/index.html`])),
        preserveEntrySignatures: "allow-extension",
        output: {
          entryFileNames: "assets/[name].js",
          chunkFileNames: "assets/[name].js",
          assetFileNames: "assets/[name][extname]",
          // A dozen small files would weigh more than one.
          codeSplitting: {
            includeDependenciesRecursively: false,
            minShareCount: 2,
            groups: [
              { name: "tabs", test: sharedByTabs, priority: 1 },
              { name: "pages", test: sharedByPages },
            ],
          },
        },
      },
      target,
      // The preload polyfill fetches; nothing here may.
      modulePreload: false,
      reportCompressedSize: false,
    },
  };
});

function manifestFor(browser: "chrome" | "firefox"): ManifestV3Export {
  const shared = { ...manifest, optional_host_permissions: profiles.flatMap(({ origins }) => origins) };
  const background = "src/background/main.ts";
  if (browser === "chrome") {
    return {
      ...shared,
      minimum_chrome_version: "120",
      // Firefox takes what organisations preset without a description.
      storage: { managed_schema: "policy.schema.json" },
      background: { service_worker: background, type: "module" },
    };
  }
  return {
    ...shared,
    background: { scripts: [background], type: "module" },
    browser_specific_settings: {
      gecko: {
        id: "unlisted@unlisted.example",
        strict_min_version: "140.0",
        data_collection_permissions: { required: ["none"] },
      },
      gecko_android: { strict_min_version: "142.0" },
    },
  } as ManifestV3Export;
}

/** How pages are drawn. */
function drawing() {
  return [preact({ devToolsEnabled: false, prefreshEnabled: false }), withoutInnerHtml()];
}

/**
 * Takes Preact's `dangerouslySetInnerHTML` out of the build. Nobody here uses it, trusted types would stop it, and
 * reviewers of add-ons are warned of every `innerHTML`.
 */
function withoutInnerHtml(): Plugin {
  return {
    name: "without-inner-html",
    apply: "build",
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\./.test(id)) return null;
      const branch = /\(\w+\|\|\w+&&\([^()]*innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\),/g;
      if (code.match(branch)?.length !== 1) this.error("Preact's dangerouslySetInnerHTML branch is not where it was.");
      return { code: code.replace(branch, "("), map: null };
    },
  };
}

/** What is loaded later is loaded when it is asked for, and brings no styles: vite's own helper is larger than it. */
function withoutPreloading(): Plugin {
  return {
    name: "without-preloading",
    enforce: "pre",
    load: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : null),
  };
}

/**
 * Takes out what crxjs adds to scripts that are injected: that any site may ask for them, and so know the extension by
 * them. Injecting needs no such thing.
 */
function withInjectedScriptsOnly(): CrxPlugin {
  return {
    name: "with-injected-scripts-only",
    apply: "build",
    enforce: "post",
    // Beside the script that stands alone crxjs leaves the chunk that it was made of.
    generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) if (/\.iife\.ts\.js$/.test(name)) delete bundle[name];
    },
    renderCrxManifest: ({ web_accessible_resources: _, ...kept }) => kept,
  };
}

/**
 * Gives the scripts that run in a site's own world a name that says nothing: browsers write a script's address into the
 * stacks of errors, where the page would read by it that the extension is there. And has them run in the strict mode:
 * functions of the loose one are handed to whoever they call.
 */
function withListenersUnnamed(): Plugin {
  return {
    name: "with-listeners-unnamed",
    apply: "build",
    enforce: "post",
    async writeBundle({ dir = "" }, bundle) {
      const names = Object.keys(bundle).filter((name) => name.endsWith("/hear.iife.js"));
      if (names.length === 0) this.error("The scripts that listen to a site's answers are not where they were.");
      for (const name of names) {
        const code = await readFile(join(dir, name), "utf8");
        await writeFile(join(dir, name), `"use strict";${code}\n//# sourceURL=page\n`);
      }
    },
  };
}

/**
 * Makes one file of all that the popup loads at once: browsers take some milliseconds for each, and the popup is the first
 * impression. What it fetches later has files of its own. The other pages share what they have in common.
 */
function withPopupInOneFile(target: string): Plugin {
  const page = "src/popup/index.html";
  return {
    name: "with-popup-in-one-file",
    apply: "build",
    enforce: "post",
    async writeBundle({ dir = "" }, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const popup = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(page));
      if (!popup?.facadeModuleId) return this.error("The popup's script is not where it was.");
      const atOnce = new Set([popup.facadeModuleId]);
      for (const id of atOnce) for (const next of this.getModuleInfo(id)?.importedIds ?? []) atOnce.add(next);
      const script = join(dir, popup.fileName);
      const built = await build({
        configFile: false,
        logLevel: "error",
        plugins: [...drawing(), withoutPreloading()],
        build: {
          write: false,
          target,
          modulePreload: false,
          rolldownOptions: {
            input: popup.facadeModuleId.replace(/index\.html$/, "main.tsx"),
            output: {
              codeSplitting: { groups: [{ name: popup.name, test: (id) => atOnce.has(id) }] },
              entryFileNames: "entry.js",
              chunkFileNames: ({ name }) => (name === popup.name ? `${name}.js` : `${popup.name}-${name}.js`),
            },
          },
        },
      });
      if (!("output" in built)) return this.error("The popup's script was not made.");
      for (const output of built.output) {
        // All that is loaded at once takes the place of the page's script; the entry only names it.
        if (output.type === "chunk" && !output.isEntry)
          await writeFile(join(dirname(script), output.fileName), output.code);
      }
      // What nobody else loads is left over.
      const others = chunks.filter((chunk) => chunk !== popup && !popup.dynamicImports.includes(chunk.fileName));
      const needed = new Set(others.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]));
      for (const name of popup.imports) if (!needed.has(name)) await rm(join(dir, name));
    },
  };
}

/** Writes the catalogues as the browsers want them. */
function withLanguages(): Plugin {
  return {
    name: "with-languages",
    apply: "build",
    generateBundle() {
      for (const [name, texts] of catalogues) {
        this.emitFile({
          type: "asset",
          fileName: `_locales/${name}/messages.json`,
          source: writeMessages(name, texts),
        });
      }
    },
  };
}

/** Describes to Chrome what organisations may preset. */
function withPolicySchema(): Plugin {
  return {
    name: "with-policy-schema",
    apply: "build",
    async generateBundle() {
      const source = await readFile("src/background/policy.schema.json", "utf8");
      this.emitFile({ type: "asset", fileName: "policy.schema.json", source });
    },
  };
}
