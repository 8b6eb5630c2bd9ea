import { describe, expect, it } from "vitest";
import { shareSession } from "./session";
import { WhyPage } from "./why-page";

const session = shareSession();

/** Hosts that Firefox itself asks for its settings, whatever page is open. */
const browsersOwn = /(?:^|\.)(?:mozilla\.(?:com|org|net)|firefox\.com)$/;

describe("the page on why it matters", () => {
  it("counts the numbers of the country that is chosen, always beside the one try of who has the number", async () => {
    const why = await WhyPage.open(session().driven);
    await why.choose("region", "GB");
    expect(await why.figures()).toMatchObject({
      "GB.numbers": "about 520–790 million",
      "GB.all.twitter-2019": "about 2–3 weeks",
      "GB.all.whatsapp-2025": "about 5–8 hours",
    });
    expect(await why.text("risk")).toContain("one try");
    await why.choose("region", "US");
    expect(await why.figures()).toMatchObject({ "US.all.twitter-2019": "about 2 weeks to 3 months" });
    expect(await why.text("risk")).toContain("look like those of fixed lines");
    await why.choose("region", "TA");
    expect(await why.figures()).toEqual({});
    expect(await why.text("risk")).toMatch(/Tristan da Cunha has no mobile numbers.*one try/);
  });

  it("counts fewer numbers for who knows the last digits", async () => {
    const why = await WhyPage.open(session().driven);
    await why.choose("region", "GB");
    await why.chooseKnownDigits(4);
    expect(await why.figures()).toMatchObject({
      "GB.numbers": "about 52,000–79,000",
      "GB.all.twitter-2019": "about 2–3 minutes",
    });
    expect(await why.text("risk")).toContain("the last 4");
    await why.chooseKnownDigits(0);
    expect(await why.figures()).toMatchObject({ "GB.numbers": "about 520–790 million" });
  });

  it("shows what has happened, and of it what is asked for", async () => {
    const why = await WhyPage.open(session().driven);
    const all = await why.incidents();
    expect(all[0]).toBe("whatsapp-2025");
    expect(await why.text("incidents")).toContain(`All ${all.length} are shown`);
    await why.choose("platform", "Twitter");
    await why.choose("identifier", "email");
    const some = await why.incidents();
    expect(some).toEqual(["twitter-2023", "twitter-2022", "twitter-advertising-2022", "twitter-insiders-2015"]);
    expect(await why.text("incidents")).toContain(`4 of ${all.length} are shown`);
    await why.choose("platform", "Snapchat");
    expect(await why.incidents()).toEqual([]);
    expect(await why.text("incidents")).toContain(`0 of ${all.length} are shown`);
  });

  it("asks for no number, and sends nothing", async () => {
    const before = session().site.requests.length;
    const why = await WhyPage.open(session().driven);
    for (const region of ["DE", "FR"]) await why.choose("region", region);
    await why.chooseKnownDigits(2);
    await why.choose("platform", "Telegram");
    const fields = await why.page.$$eval("[data-section] :is(input, textarea, select, [contenteditable])", (elements) =>
      elements.map((element) => element.getAttribute("type") ?? element.localName),
    );
    expect(fields.sort()).toEqual(["range", "select", "select", "select"]);
    const loaded: unknown = await why.page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)");
    const own = session().driven.extensionAddress;
    expect(Array.isArray(loaded) && loaded.filter((address) => !String(address).startsWith(own))).toEqual([]);
    const sent = session()
      .site.requests.slice(before)
      .map(({ host }) => host);
    expect(sent.filter((host) => !browsersOwn.test(host))).toEqual([]);
  });
});
