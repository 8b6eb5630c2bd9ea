import { defineConfig } from "vitest/config";
import type { Reporter, Vitest } from "vitest/node";

/**
 * The tests by which `npm run mutation` judges `src/audit`, `src/sites` and `src/risk`: those rooms' own. A fault there
 * that only the tests of another room notice is not well tested.
 */
export default defineConfig({
  test: {
    include: [
      "test/unit/{conclude,keep-answers,kept-results,judge,judge-properties,label-fingerprints,number-on-file,risk-*,saw-file,x-*}.test.ts",
    ],
    // Draws the report for every region, to look at the views.
    exclude: ["test/unit/risk-traceability.test.ts"],
    setupFiles: "test/unit/speak-english.ts",
    // One process for all: otherwise most of the time goes into loading the same modules for each file.
    isolate: false,
    reporters: [unloadedModules()],
  },
});

/** Counts code that cannot even be loaded as an error. Stryker looks at tests alone, and there it has none that fail. */
function unloadedModules(): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit: (running) => {
      vitest = running;
    },
    onTestModuleEnd: (module) => {
      for (const error of module.errors()) vitest?.state.catchError(error, "Unloaded module");
    },
  };
}
