import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import type { BrowserName } from "./test/harness/find-browser";

declare module "vitest" {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

/** The same specs run in each browser, against the extension that the set-up builds. */
function endToEnd(browser: BrowserName, include: string[]) {
  return {
    test: {
      name: browser,
      include,
      provide: { browser },
      // A worker's files share what they import, and no browser.
      isolate: false,
      // Of many steps, each with a patience of its own.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 15_000 } },
    },
  };
}

/** Files that take long and are short to read: the others come in the order of their length. */
const longRunning = /\/(patience|endurance|language-screens)\.test\.ts$/;

/** Begins in each browser with what takes longest: at the end nothing is left to be done meanwhile. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longRunning.test(moduleId);
    return [...new Set(sorted.map(({ project }) => project))].flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}

export default defineConfig({
  test: {
    // Much of a run is waiting, for browsers and for the patience that the product has: so many keep two cores busy.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    globalSetup: "test/harness/global-setup.ts",
    reporters: ["default", "./test/harness/totals-reporter.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/*.test.ts", "test/fuzz/*.test.ts"],
          setupFiles: "test/unit/speak-english.ts",
          testTimeout: 30_000,
        },
      },
      { test: { name: "build", include: ["test/build/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 } },
      endToEnd("chrome", ["test/e2e/*.test.ts", "test/e2e/chromium/*.test.ts"]),
      endToEnd("firefox", ["test/e2e/*.test.ts", "test/e2e/firefox/*.test.ts"]),
    ],
  },
});
