import browser from "webextension-polyfill";
import { sayFindings, writeSaw } from "../audit/saw";
import type { Site } from "../audit/site";
import { readLooks, readResults } from "./records";
import type { Subject } from "./subject";

/** What the last check of a site saw, as the text of a file; `null` where nothing is known of it any more. */
export async function readSaw(site: Site, subject: Subject): Promise<string | null> {
  const [looks, results] = await Promise.all([readLooks(subject), readResults(subject)]);
  if (looks.length === 0 || !results) return null;
  const { version } = browser.runtime.getManifest();
  const isFirefox = browser.runtime.getURL("").startsWith("moz-");
  return writeSaw({
    format: "unlisted-saw",
    version: 1,
    site: site.id,
    unlisted: version,
    browser: isFirefox ? "firefox" : "chrome",
    looks,
    findings: sayFindings(results.latest),
  });
}
