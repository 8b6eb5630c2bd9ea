import { describe, expect, it } from "vitest";
import { gatherPage } from "../../src/sites/x/gather-page";
import { type DrawnPage, draw, gatherFrom, loadedAt } from "./x-page";

const pageOf = (drawn: DrawnPage) => gatherFrom(drawn).page as Readonly<Record<string, unknown>>;
const settingsAddress = "https://api.x.com/1.1/account/settings.json";
const gatherLabels = (labels: readonly string[]) =>
  (pageOf({ boxes: labels.map((label) => [label, false]) }).boxes as { label: string }[]).map(({ label }) => label);
const request = (name: string, responseEnd = 250, responseStatus = 200) => ({ name, responseEnd, responseStatus });

describe("what X's page draws", () => {
  it.each([
    ["/settings/contacts", "contacts"],
    ["/settings/contacts/", "contacts"],
    ["/settings/contacts//", "contacts"],
    ["/settings/phone", "phone"],
    ["/settings/contacts_dashboard", "dashboard"],
    ["/login", "sign-in"],
    ["/i/flow/login", "sign-in"],
    ["/i/flow/signup", "sign-in"],
    ["/i/jf/onboarding/web", "sign-in"],
    ["/i/jf/onboarding/web/", "sign-in"],
    ["/i/jf/onboarding", "other"],
    ["/i/jf/under_the_hood", "other"],
    ["/i/jf/creators/onboarding/web", "other"],
    ["/account/access", "locked"],
    ["/account/access/", "locked"],
    ["/account/access/more", "other"],
    ["/account", "other"],
    ["/settings", "other"],
    ["/settings/contacts/more", "other"],
    ["/settings//phone", "other"],
    ["/login/help", "other"],
    ["/someone/i/flow/login", "other"],
    ["/", "other"],
  ])("is known by its address: %s is %s", (path, page) => {
    expect(pageOf({ path })).toMatchObject({ page });
  });

  it.each([
    [200, 200],
    [404, 404],
    [null, 0],
  ])("came with the status %j: %i", (status, told) => {
    expect(pageOf({ status })).toMatchObject({ status: told, loadedAt });
  });

  it.each<[string, DrawnPage["requests"] & {}, number | null, number | null]>([
    ["was never asked for", [], null, null],
    ["has arrived", [request(settingsAddress)], 250, 250],
    ["has arrived, asked for with parameters", [request(`${settingsAddress}?include=all`)], 250, 250],
    ["has arrived, asked for with a fragment", [request(`${settingsAddress}#top`)], 250, 250],
    ["has arrived, to the millisecond", [request(settingsAddress, 250.4)], 250, 250],
    ["has arrived with the last good status", [request(settingsAddress, 250, 299)], 250, 250],
    ["is on its way", [request(settingsAddress, 0)], null, null],
    ["was refused", [request(settingsAddress, 250, 300)], null, 250],
    ["has no status", [request(settingsAddress, 250, 0)], null, 250],
    ["has a status from before an answer", [request(settingsAddress, 250, 199)], null, 250],
    ["is another page's", [request("https://api.x.com/1.1/account/settings.json/more")], null, null],
    ["is of another name", [request("https://api.x.com/1.1/account/settings-json")], null, null],
    ["is named whole in another's parameter", [request(`https://x.com/?next=${settingsAddress}`)], null, null],
    ["is named in a parameter alone", [request(`https://api.x.com/?next=/account/settings.json`)], null, null],
    ["arrived at the second try", [request(settingsAddress, 250, 500), request(settingsAddress, 300)], 300, 300],
    ["was changed since", [request(settingsAddress, 250), request(settingsAddress, 900)], 250, 900],
    ["was changed since, in vain", [request(settingsAddress), request(settingsAddress, 900, 500)], 250, 900],
  ])("knows when what it was asked for %s", (_name, requests, arrival, answer) => {
    const since = (time: number | null) => (time === null ? null : loadedAt + time);
    expect(pageOf({ requests })).toMatchObject({ settingsArrivedAt: since(arrival), lastAnswerAt: since(answer) });
  });

  const secondAddress = "https://x.com/i/api/1.1/account/settings.json";
  it.each<[string, DrawnPage["requests"] & {}, number | null, number | null]>([
    ["never", [], null, null],
    ["at X's other address", [request(secondAddress)], 250, 200],
    ["at X's other address, with parameters", [request(`${secondAddress}?ext=all`)], 250, 200],
    [
      "at the other address after a refusal",
      [request(settingsAddress, 250, 403), request(secondAddress, 300)],
      300,
      200,
    ],
    ["not at another host", [request("https://api.twitter.com/1.1/account/settings.json")], null, null],
    ["not at an address that ends like it", [request("https://x.com/i/api/2/account/settings.json")], null, null],
    ["in vain", [request(settingsAddress, 250, 403)], null, 403],
    ["in vain, and without a status", [request(settingsAddress, 250, 0)], null, 0],
    ["in vain after a success", [request(settingsAddress), request(settingsAddress, 300, 500)], 250, 500],
    ["not before it has ended", [request(settingsAddress), request(settingsAddress, 0, 500)], 250, 200],
  ])("knows how the settings were answered: %s", (_name, requests, arrival, settingsStatus) => {
    const settingsArrivedAt = arrival === null ? null : loadedAt + arrival;
    expect(pageOf({ requests })).toMatchObject({ settingsArrivedAt, settingsStatus });
  });

  it.each<[string, DrawnPage, object]>([
    ["nothing yet", { isComplete: false }, { isComplete: false }],
    [
      "nothing of interest",
      { html: "<input><input type=text name=phone><div role=button>" },
      { isComplete: true, isBusy: false, asksForPassword: false, showsNumber: false, boxes: [], press: "none" },
    ],
    ["that it is busy", { html: "<div role=progressbar></div>" }, { isBusy: true }],
    ["a field for the password", { html: "<input type=password>" }, { asksForPassword: true }],
    ["the number", { html: "<input name=current_phone>" }, { showsNumber: true }],
    ["a box without a label", { html: "<input type=checkbox>" }, { boxes: [] }],
    ["a label without a box", { html: "<label>Phone<input></label>" }, { boxes: [] }],
  ])("shows %s", (_name, drawn, seen) => {
    expect(pageOf(drawn)).toMatchObject(seen);
  });

  it("has boxes that are as they are now, not as they were when they were drawn", () => {
    const document = draw({
      html: "<label>One<input type=checkbox checked></label><label>Two<input type=checkbox></label>",
    });
    for (const box of document.querySelectorAll<HTMLInputElement>("input")) box.checked = !box.checked;
    expect(gatherPage(null)).toMatchObject({ boxes: [{ isChecked: false }, { isChecked: true }] });
  });

  it("has no more boxes than can be looked at", () => {
    const boxes = Array.from({ length: 200 }, (_, index) => [`Box ${index}`, false] as const);
    expect((pageOf({ boxes }).boxes as unknown[]).length).toBeLessThan(100);
  });

  it.each([
    [50, false],
    [51, true],
  ])("says of %i boxes whether there are more than were looked at: %j", (count, hasMoreBoxes) => {
    const boxes = Array.from({ length: count }, (_, index) => [`Box ${index}`, false] as const);
    expect(pageOf({ boxes })).toMatchObject({ hasMoreBoxes });
  });

  it("names no label that is too long to be one", () => {
    const [longest, tooLong, empty] = gatherLabels(["a".repeat(500), "a".repeat(501), ""]);
    expect(longest).not.toBe("");
    expect(tooLong).toBe("");
    expect(empty).not.toBe("");
  });

  it("is left as it is when it is only looked at", () => {
    expect(pageOf({ boxes: [["Box", true]] })).toMatchObject({ press: "none", pressedAt: null });
  });
});
