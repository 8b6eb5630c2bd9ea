import { createHash } from "node:crypto";
import { type Element, Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/audit/finding";
import type { LoggedCheck } from "../../src/history/logged-check";
import { writeHistoryPage } from "../../src/report/history-page";
import { profiles } from "../../src/sites/profiles";
import { verdictShapes } from "../../src/ui/shapes";
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

const day = 24 * 60 * 60_000;
const [profile] = profiles;
/** A check of a site that is known. */
function checked({
  time,
  ...found
}: Pick<LoggedCheck, "time"> & Partial<LoggedCheck> & { phone: Verdict; email: Verdict }) {
  const { phone, email, ...changes } = found;
  const finding = (setting: string, verdict: Verdict) =>
    verdict === "unknown"
      ? ({ setting, verdict, reason: "page-changed", state: null } as const)
      : { setting, verdict, state: verdict === "protected" ? "off" : "on" };
  return logged({
    site: profile.id,
    time,
    findings: [finding("x.phone", phone), finding("x.email", email)],
    ...changes,
  });
}

function verdictsIn(place: Element): readonly (string | null)[] {
  return [...place.querySelectorAll("[data-verdict]")].map((line) => line.getAttribute("data-verdict"));
}

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

  describe("of sites that are known", () => {
    const history = [
      failed({ site: profile.id, time: 5 * day, account: "ada" }),
      checked({ time: 4 * day, phone: "dormant", email: "protected", imported: true }),
      checked({ time: 3 * day, phone: "exposed", email: "protected" }),
      checked({ time: 3 * day - 1, phone: "protected", email: "protected" }),
      checked({ time: 2 * day, account: "bob", phone: "dormant", email: "unknown", numberOnFile: { answer: "no" } }),
    ];
    const known = parse(writeHistoryPage(history, profiles, true, 6 * day));
    const standing = [...known.querySelectorAll("[data-standing]")];

    it("begins with how each account stood at the last check that had an answer, of those that Unlisted made", () => {
      expect(known.querySelector("h2")?.textContent).toBe("Where you stand");
      expect(standing.map((account) => account.querySelector("h3")?.textContent)).toEqual([
        expect.stringMatching(/^@ada on X · \d January 1970/),
        expect.stringMatching(/^@bob on X · \d January 1970/),
      ]);
      expect(standing.map((account) => verdictsIn(account))).toEqual([
        ["exposed", "protected"],
        ["dormant", "unknown"],
      ]);
    });

    it("tells of each what is left to do, and where", () => {
      const steps = standing.map((account) =>
        [...account.querySelectorAll("[data-steps] li")].map((step) => step.textContent),
      );
      expect(steps[0]).toEqual([
        "Untick “Let people who have your phone number find you on X”.x.com/settings/contacts",
        expect.stringMatching(/^Remove the number itself.*authenticator app.*x\.com\/settings\/phone$/),
        expect.stringMatching(/^Remove the contacts.*x\.com\/settings\/contacts_dashboard$/),
      ]);
      expect(steps[1]?.[1]).toContain("email address");
      expect(steps[1]?.join()).not.toContain("Remove the number");
    });

    it("signs verdicts with the shapes that they have everywhere, and tells a switch that has changed before them", () => {
      const [, , check] = known.querySelectorAll("article");
      expect(check?.querySelector("li")?.getAttribute("data-moved")).toBe("opened");
      const dormant = known.querySelector('[data-verdict="dormant"] path');
      expect(dormant?.getAttribute("d")).toBe(verdictShapes.dormant.outline);
    });

    it("passes over checks that are dated ahead, and has nothing to tell of sites that it does not know", () => {
      expect(parse(writeHistoryPage(history, profiles, true, day)).querySelector("[data-standing]")).toBeNull();
      expect(parse(page).querySelector("[data-standing]")).toBeNull();
    });
  });

  it("can be written of no checks", () => {
    expect(parse(writeHistoryPage([], [], true, 10)).body.textContent).toContain("There are no checks yet");
  });
});
