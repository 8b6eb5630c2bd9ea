import { describe, expect, it } from "vitest";
import { ReportPage } from "./report-page";
import { shareSession } from "./session";

const session = shareSession();

/** Hosts that Firefox itself asks for its settings, whatever page is open. */
const browsersOwn = /(?:^|\.)(?:mozilla\.(?:com|org|net)|firefox\.com)$/;

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
    expect(await popup.page.$eval('[data-action="report"]', (link) => link.getAttribute("href"))).toBe(
      "/src/report/index.html",
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
    const phone = await report.finding("x.phone");
    expect(phone).toContain("People who have your phone number can find you on X.");
    expect(phone).toContain("X’s memory and the box on its page agree.");
    expect(phone).toContain("Show me where");
    expect(await report.finding("x.email")).not.toContain("Show me where");
    expect(await report.page.$eval('[data-fact="x.number-on-file"]', (fact) => fact.textContent)).toContain(
      "X has a phone number of yours on file.",
    );
  });

  it("is one click away where nobody has looked yet", async () => {
    const report = await ReportPage.open(session().driven);
    expect(await report.text("findings")).toContain("Nobody has looked");
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
    expect(await report.text("findings")).toMatch(/The last answer we had.*@ada_example/);
    expect((await report.findings())["x.phone"]).toBe("exposed");
  });

  it("leads to the guide, and to the site's own page", async () => {
    const { driven } = session();
    const report = await ReportPage.open(driven);
    await report.check();
    for (const action of ["guide", "open-setting"]) {
      const opened = driven.browser.waitForTarget((target) => target.url() === "https://x.com/settings/contacts");
      await report.press(`[data-setting="x.phone"] [data-action="${action}"]`);
      const page = await (await opened).page();
      await page?.close();
    }
  });
});

describe("the report", () => {
  it("counts the numbers of the country that is chosen, always beside the one try of who has the number", async () => {
    const report = await ReportPage.open(session().driven);
    await report.choose("region", "GB");
    expect(await report.figures()).toMatchObject({
      "GB.numbers": "about 520–790 million",
      "GB.all.twitter-2019": "about 2–3 weeks",
      "GB.all.whatsapp-2025": "about 5–8 hours",
    });
    expect(await report.text("risk")).toContain("one try");
    await report.choose("region", "US");
    expect(await report.figures()).toMatchObject({ "US.all.twitter-2019": "about 2 weeks to 3 months" });
    expect(await report.text("risk")).toContain("look like those of fixed lines");
    await report.choose("region", "TA");
    expect(await report.figures()).toEqual({});
    expect(await report.text("risk")).toMatch(/Tristan da Cunha has no mobile numbers.*one try/);
  });

  it("counts fewer numbers for who knows the last digits", async () => {
    const report = await ReportPage.open(session().driven);
    await report.choose("region", "GB");
    await report.chooseKnownDigits(4);
    expect(await report.figures()).toMatchObject({
      "GB.numbers": "about 52,000–79,000",
      "GB.all.twitter-2019": "about 2–3 minutes",
    });
    expect(await report.text("risk")).toContain("the last 4");
    await report.chooseKnownDigits(0);
    expect(await report.figures()).toMatchObject({ "GB.numbers": "about 520–790 million" });
  });

  it("shows what has happened, and of it what is asked for", async () => {
    const report = await ReportPage.open(session().driven);
    const all = await report.incidents();
    expect(all[0]).toBe("whatsapp-2025");
    expect(await report.text("incidents")).toContain(`All ${all.length} are shown`);
    await report.choose("platform", "Twitter");
    await report.choose("identifier", "email");
    const some = await report.incidents();
    expect(some).toEqual(["twitter-2023", "twitter-2022", "twitter-advertising-2022", "twitter-insiders-2015"]);
    expect(await report.text("incidents")).toContain(`4 of ${all.length} are shown`);
    await report.choose("platform", "Snapchat");
    expect(await report.incidents()).toEqual([]);
    expect(await report.text("incidents")).toContain(`0 of ${all.length} are shown`);
  });

  it("asks for no number, and sends nothing", async () => {
    const before = session().site.requests.length;
    const report = await ReportPage.open(session().driven);
    for (const region of ["DE", "FR"]) await report.choose("region", region);
    await report.chooseKnownDigits(2);
    await report.choose("platform", "Telegram");
    const fields = await report.page.$$eval(
      "[data-section] :is(input, textarea, select, [contenteditable])",
      (elements) => elements.map((element) => element.getAttribute("type") ?? element.localName),
    );
    expect(fields.sort()).toEqual(["range", "select", "select", "select"]);
    const loaded: unknown = await report.page.evaluate(
      "performance.getEntriesByType('resource').map(({ name }) => name)",
    );
    const own = session().driven.extensionAddress;
    expect(Array.isArray(loaded) && loaded.filter((address) => !String(address).startsWith(own))).toEqual([]);
    const sent = session()
      .site.requests.slice(before)
      .map(({ host }) => host);
    expect(sent.filter((host) => !browsersOwn.test(host))).toEqual([]);
  });
});
