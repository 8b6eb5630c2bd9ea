import { expect, it } from "vitest";
import { changeManifest } from "../harness/copy-extension";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";

/** A copy whose manifest names where the project is kept. */
const session = shareSession({
  tamper: (folder) =>
    changeManifest(folder, (manifest) => ({ ...manifest, homepage_url: "https://project.example/unlisted/" })),
});

it("a wrong answer can be told of where the manifest names the project, by a plain link", async () => {
  const report = await ReportPage.open(session().driven);
  const link = await report.page.$eval('[data-action="tell-us"]', (found) => ({
    href: found.getAttribute("href"),
    target: found.getAttribute("target"),
    rel: found.getAttribute("rel"),
  }));
  expect(link).toEqual({
    href: "https://project.example/unlisted/issues/new?template=wrong-answer.md",
    target: "_blank",
    rel: "noreferrer",
  });
});
