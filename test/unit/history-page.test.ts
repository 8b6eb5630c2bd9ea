import { createHash } from "node:crypto";
import { Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import { writeHistoryPage } from "../../src/report/history-page";
import { failed, logged } from "./logged-checks";

const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;`;
const checks = [
  logged({ time: 3, phone: "on" }),
  logged({ time: 2, account: hostile, site: "</style><script>", phone: "on" }),
  failed({ time: 2 }),
  logged({ time: 1, phone: "off" }),
  logged({ time: 1, account: hostile, site: "</style><script>", phone: "off" }),
];
const page = writeHistoryPage(checks, [], true, 10);

function parse(text: string) {
  const { document } = new Window();
  document.write(text);
  return document;
}

describe("the saved page", () => {
  it("takes hostile words as words", () => {
    const document = parse(page);
    expect(document.querySelectorAll("script, img, a, link, iframe, [onerror], [style]")).toHaveLength(0);
    expect(document.body.textContent).toContain(`@${hostile}`);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  it("lets nothing be loaded or run but its own style sheet", () => {
    const document = parse(page);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content");
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(page).not.toMatch(/https?:|url\(|@import/);
  });

  it("keeps accounts apart, and tells what changed of each", () => {
    const document = parse(page);
    const titles = [...document.querySelectorAll("h2")].map((title) => title.textContent);
    expect(titles).toEqual(["@ada on site", `@${hostile} on </style><script>`, "Account not named on site"]);
    expect(page.match(/Less private/g)).toHaveLength(2);
  });

  it("leaves every name out where that is wanted, and keeps accounts apart all the same", () => {
    const unnamed = writeHistoryPage(checks, [], false, 10);
    expect(unnamed).not.toContain("ada");
    expect(unnamed).not.toContain("alert");
    expect([...parse(unnamed).querySelectorAll("h2")].map((title) => title.textContent)).toEqual([
      "Account 1 on site",
      "Account 2 on </style><script>",
      "Account not named on site",
    ]);
  });

  it("can be written of no checks", () => {
    expect(parse(writeHistoryPage([], [], true, 10)).body.textContent).toContain("There are no checks yet");
  });
});
