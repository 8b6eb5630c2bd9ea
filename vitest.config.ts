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
      testTimeout: 60_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 15_000 } },
    },
  };
}

/** Begins in each browser with the file that mostly waits: at the end nothing is left to be done meanwhile. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isWaiting = ({ moduleId }: TestSpecification) => moduleId.endsWith("/patience.test.ts");
    return [...new Set(sorted.map(({ project }) => project))].flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isWaiting), ...own.filter((file) => !isWaiting(file))];
    });
  }
}

export default defineConfig({
  test: {
    // Much of a run is waiting, for browsers and for the patience that the product has. Five are quicker on two
    // cores, and find tests that count on a page to be quick.
    maxWorkers: 3,
    sequence: { sequencer: WaitingFirst },
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
