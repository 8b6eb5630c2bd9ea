import { mkdirSync, writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Writes how many tests passed and failed, in one line, to `artifacts/test-totals.txt`. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    for (const module of modules) {
      // A file that did not load, or whose hooks failed, is a failure of its own.
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        if (state === "failed") failed += 1;
      }
    }
    mkdirSync("artifacts", { recursive: true });
    writeFileSync("artifacts/test-totals.txt", `${passed} passed, ${failed} failed\n`);
  }
}
