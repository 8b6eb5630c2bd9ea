import { describe, expect, it } from "vitest";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";

const session = shareSession();

describe("why it matters", () => {
  it("is told in the popup when asked for, each claim with a source to look at", async () => {
    const popup = await session().openPopup();
    await popup.check();
    const explanation = '[data-verdict="exposed"] [data-explanation="phone"]';
    expect(await popup.page.$eval(explanation, (details) => details.hasAttribute("open"))).toBe(false);
    await popup.explain();
    const sources = await popup.page.$$eval(`${explanation} [data-claim]`, (claims) =>
      claims.map((claim) =>
        [...claim.querySelectorAll("a")].map((link) => [link.protocol, link.target, link.rel].join(" ")),
      ),
    );
    expect(sources.length).toBeGreaterThan(5);
    for (const links of sources) {
      expect(links.length).toBeGreaterThan(0);
      expect(new Set(links)).toEqual(new Set(["https: _blank noreferrer"]));
    }
    expect(await popup.text()).toMatch(/more than 2 billion .* about 17 million/);
    expect(await popup.page.$eval('[data-action="why"]', (link) => link.getAttribute("href"))).toBe(
      "/src/why/index.html",
    );
  });

  it("is told whatever the verdict", async () => {
    session().play({ settings: { discoverable_by_mobile_phone: false } });
    const popup = await session().openPopup();
    await popup.check();
    expect(await popup.page.$('[data-verdict="protected"] [data-explanation]')).not.toBeNull();
  });

  it("is not told under a check that failed: then there is no verdict to explain", async () => {
    session().play({ account: null });
    const popup = await session().openPopup();
    await popup.check();
    expect(await popup.page.$("[data-explanation]")).toBeNull();
  });
});

describe("what the last check found", () => {
  it("is told for every setting, with whose it is, what it rests on and what to do", async () => {
    session().play({ settings: { discoverable_by_email: false } });
    const popup = await session().openPopup();
    await popup.check();
    const report = await ReportPage.open(session().driven);
    expect(await report.findings()).toEqual(await popup.findings());
    expect(await report.text("findings")).toMatch(/@ada_example · checked .*just now/);
    await report.press("[data-explanation] > summary");
    await report.page.waitForSelector(".evidence");
    const phone = await report.finding("x.phone");
    expect(phone).toContain("People who have your phone number can find you on X.");
    expect(phone).toContain("What X’s page keeps in your browser and the box on that page say the same.");
    expect(phone).toContain("Show me where");
    expect(await report.finding("x.email")).not.toContain("Show me where");
    expect(await report.page.$eval('[data-fact="x.number-on-file"]', (fact) => fact.textContent)).toContain(
      "Your X account has a phone number.",
    );
  });

  it("is one click away where nobody has looked yet", async () => {
    const report = await ReportPage.open(session().driven);
    expect(await report.text("findings")).toContain("have not been checked yet");
    expect(await report.findings()).toEqual({});
    await report.check();
    expect((await report.findings())["x.phone"]).toBe("exposed");
    await report.page.waitForSelector("[data-check-time]");
  });

  it("is why there is no answer, and the last answer that there was", async () => {
    const report = await ReportPage.open(session().driven);
    await report.check();
    session().play({ account: null });
    await report.check();
    await report.page.waitForSelector('[data-section="findings"] [data-failure="signed-out"]');
    expect(await report.text("findings")).toMatch(/Nobody is signed in to X.*Sign in, then check again\./);
    expect(await report.text("findings")).toMatch(/Sign in, then check again\..*@ada_example/);
    expect((await report.findings())["x.phone"]).toBe("exposed");
  });

  it("leads to the guide, and to the site's own page", async () => {
    const { driven } = session();
    const report = await ReportPage.open(driven);
    await report.check();
    await report.press('[data-action="other-settings"]');
    for (const [way, path] of [
      ['[data-setting="x.phone"] [data-action="guide"]', "contacts"],
      ['[data-setting="x.contact-sync"] button', "contacts"],
      ['[data-setting="x.photo-tagging"] button', "tagging"],
    ]) {
      const opened = driven.browser.waitForTarget((target) => target.url() === `https://x.com/settings/${path}`);
      await report.press(way ?? "");
      const page = await (await opened).page();
      await page?.close();
    }
  });
});

describe("what to do", () => {
  it("is told before the first check, and says where", async () => {
    const report = await ReportPage.open(session().driven);
    expect(await report.stepsLeft()).toEqual(["x.phone", "x.email", "x.remove-number", "x.remove-contacts"]);
    const links = await report.page.$$eval("#to-do .to-do-page", (all) =>
      all.map((link) => [link.textContent, link.getAttribute("href"), link.getAttribute("rel")]),
    );
    expect(links[0]).toEqual(["x.com/settings/contacts", "https://x.com/settings/contacts", "noreferrer"]);
    expect(links[2]?.[0]).toBe("x.com/settings/phone");
    expect(await report.text("to-do")).toContain("Untick “Let people who have your phone number find you on X”.");
  });

  it("is what the last answer leaves, also while and after a check that has none", async () => {
    session().play({
      account: { id: "1234567890", handle: "ada_example", phone: null, email: "ada@example.org" },
      settings: { discoverable_by_email: false },
    });
    const report = await ReportPage.open(session().driven);
    await report.check();
    expect(await report.stepsLeft()).toEqual(["x.phone", "x.remove-contacts"]);
    session().play({ account: null });
    await report.check();
    expect(await report.stepsLeft()).toEqual(["x.phone", "x.remove-contacts"]);
  });
});

describe("the report", () => {
  it("has its parts in order, each with a link to it, and one to why it matters", async () => {
    const report = await ReportPage.open(session().driven);
    const parts = ["findings", "to-do", "history", "take-along", "reminder", "settings", "wrong"];
    expect(await report.page.$$eval("main > section", (all) => all.map(({ id }) => id))).toEqual(parts);
    const links = await report.page.$$eval(".contents a", (all) => all.map((link) => link.getAttribute("href")));
    expect(links).toEqual([...parts.map((id) => `#${id}`), "/src/why/index.html"]);
  });

  it("says what to believe where something is wrong", async () => {
    const report = await ReportPage.open(session().driven);
    expect(await report.text("wrong")).toContain("believe what you see on X’s own page");
    expect(await report.text("wrong")).toContain("open “What Unlisted saw” below the answer");
  });
});
