/**
 * `npm run mutation` breaks the code in many small ways, one at a time, and asks whether a unit test notices.
 */
export default {
  mutate: [
    "src/{audit,sites,risk}/**/*.ts",
    // Words, which each language has in its own catalogue.
    "!src/sites/*/locales/*.ts",
    // Written by scripts, and the scripts, which nobody runs but who changes the tables.
    "!src/sites/*/label-fingerprints.ts",
    "!src/risk/numbering-table.ts",
    "!src/**/make-*.ts",
    // Lists of what happened, with sources: a test could only say each figure a second time.
    "!src/risk/{incidents,key-facts,harm-statistics}.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "test/unit/mutation.config.ts" },
  coverageAnalysis: "perTest",
  // Stryker would rewrite the paths in it by an interface that TypeScript 7 no longer has. None leads out of here.
  tsconfigFile: "none",
  ignorePatterns: ["/artifacts", "/dist"],
  concurrency: 2,
  // A mutant counts as found out when its tests do not end: so wait longer than a busy machine may need.
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 15,
  incremental: true,
  incrementalFile: "artifacts/mutation/incremental.json",
  tempDirName: "artifacts/mutation/sandbox",
  reporters: ["progress-append-only", "clear-text", "html", "json"],
  clearTextReporter: { reportTests: false, reportMutants: true, allowColor: false },
  htmlReporter: { fileName: "artifacts/mutation/report.html" },
  jsonReporter: { fileName: "artifacts/mutation/report.json" },
  thresholds: { high: 95, low: 90, break: 90 },
};
