import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Tampering, tamperings } from "./guards/tamperings";

const run = promisify(execFile);

/** What Vitest's report in JSON says, as far as it is needed. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** Copies the project, breaks one promise in the copy, and runs the test that must see it. */
async function breakPromise(tampering: Tampering): Promise<Report> {
  const copy = await mkdtemp(join(tmpdir(), "unlisted-broken-"));
  try {
    const { stdout } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
    for (const name of stdout.trim().split("\n")) await cp(name, join(copy, name));
    await symlink(resolve("node_modules"), join(copy, "node_modules"));
    const path = join(copy, tampering.file);
    await writeFile(
      path,
      (await readFile(path, "utf8")).replace(tampering.from, () => tampering.to),
    );
    return await runTest(tampering, copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function runTest({ project, spec, test }: Tampering, folder: string): Promise<Report> {
  const report = join(folder, "report.json");
  const pattern = test
    .split("%s")
    .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  const choice = ["--project", project, spec, "--testNamePattern", pattern];
  // A failing test is what is hoped for: what has happened stands in the report.
  await run("npx", ["vitest", "run", ...choice, "--reporter=json", `--outputFile=${report}`], { cwd: folder }).catch(
    () => undefined,
  );
  return JSON.parse(await readFile(report, "utf8"));
}

/** Words by which some of the promises are chosen; all, where there are none. */
const [words = ""] = process.argv.slice(2);
const chosen = tamperings.filter(({ promise }) => promise.includes(words));

// A copy in which nothing is broken must pass: else every failure would count.
for (const whole of chosen.filter(
  ({ project }, index) => index === chosen.findIndex((other) => other.project === project),
)) {
  const { numFailedTests, numPassedTests } = await breakPromise({ ...whole, to: whole.from });
  if (numFailedTests > 0 || numPassedTests === 0) throw new Error(`${whole.spec} fails as it is.`);
}

const unseen: string[] = [];
for (const tampering of chosen) {
  const { numFailedTests, numPassedTests } = await breakPromise(tampering);
  const isSeen = numFailedTests > 0;
  if (!isSeen) unseen.push(tampering.promise);
  console.log(
    `${isSeen ? "seen  " : "UNSEEN"} ${tampering.promise} (${numFailedTests} failed, ${numPassedTests} passed)`,
  );
}
if (unseen.length > 0) throw new Error(`No test sees it when these are broken: ${unseen.join("; ")}.`);
