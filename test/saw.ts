import { readFile } from "node:fs/promises";
import { compareFindings, SawFileRefused } from "./saw/read-saw-file";

/** `npm run saw -- file.json`: goes once more through what Unlisted saw, and fails where something else comes of it. */
const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error("Which file? npm run saw -- file.json");
  process.exitCode = 1;
} else {
  try {
    for (const { setting, said, says, standing } of compareFindings(await readFile(path, "utf8"))) {
      const words = { same: said, ended: `${said}, which no look tells of`, differs: `${said}, now ${says}` }[standing];
      console.log(`${standing.padEnd(8)} ${setting.padEnd(22)} ${words}`);
      if (standing === "differs") process.exitCode = 1;
    }
  } catch (error) {
    if (!(error instanceof SawFileRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
