import { afterEach, describe, expect, it } from "vitest";
import type { Gatherer, Switch } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import { contactsVisit } from "../../src/sites/x/visits";
import { type DrawnPage, draw, emailLabel, gatherFrom, loadedAt, loadedState, phoneLabel, runOnPage } from "./x-page";

function switchOf(setting: "x.phone" | "x.email"): Switch {
  const found = x.switches.get(setting);
  if (!found) throw new Error(`${setting} has no switch.`);
  return found;
}

const drawnBoxes = (document: Document) => [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];

describe("a press of X's own switch", () => {
  it("is made on the page with the switches", () => {
    expect([...x.switches.values()].map(({ visit }) => visit)).toEqual([contactsVisit, contactsVisit]);
  });

  const email = (isChecked: boolean) => [emailLabel, isChecked] as const;
  const phone = (isChecked: boolean) => [phoneLabel, isChecked] as const;
  const others = (count: number) => Array.from({ length: count }, (_, index) => [`Box ${index}`, false] as const);

  /** The boxes before, what is wanted, and what becomes of it: the outcome, which boxes are clicked, and how. */
  it.each<[string, DrawnPage["boxes"] & {}, "x.phone" | "x.email", "on" | "off", string, readonly number[]]>([
    ["switches the phone off", [email(true), phone(true)], "x.phone", "off", "pressed", [1]],
    ["switches the phone on", [email(false), phone(false)], "x.phone", "on", "pressed", [1]],
    ["switches the email off", [email(true), phone(true)], "x.email", "off", "pressed", [0]],
    ["does nothing where it is off already", [email(true), phone(false)], "x.phone", "off", "already", []],
    ["does nothing where it is on already", [email(false), phone(true)], "x.phone", "on", "already", []],
    ["does nothing without its label", [email(true), ["Something new", true]], "x.phone", "off", "not-found", []],
    ["does nothing where its label is there twice", [phone(true), phone(true)], "x.phone", "off", "not-found", []],
    ["is made on the last box that is looked at", [...others(49), phone(true)], "x.phone", "off", "pressed", [49]],
    ["does nothing where there are more", [phone(true), ...others(50)], "x.phone", "off", "not-found", []],
    ["does nothing on an empty page", [], "x.phone", "off", "not-found", []],
  ])("%s", (_name, boxes, setting, wanted, outcome, clicked) => {
    const document = draw({ boxes });
    const clicks: number[] = [];
    for (const [index, box] of drawnBoxes(document).entries()) box.addEventListener("click", () => clicks.push(index));
    const { press, readPress } = switchOf(setting);
    const returned = runOnPage(press(wanted));
    expect(returned).toMatchObject({ press: outcome });
    expect(readPress(returned).kind).toBe(outcome);
    expect(globalThis.findGuidePlace).toBeUndefined();
    expect(clicks).toEqual(clicked);
    expect(drawnBoxes(document).map(({ checked }) => checked)).toEqual(
      boxes.map(([, isChecked], index) => isChecked !== clicked.includes(index)),
    );
  });

  it("does nothing on a page that has gone on meanwhile", () => {
    const document = draw({ boxes: [phone(true)], path: "/home" });
    const { press, readPress } = switchOf("x.phone");
    expect(readPress(runOnPage(press("off")))).toEqual({ kind: "not-found" });
    expect(drawnBoxes(document).map(({ checked }) => checked)).toEqual([true]);
  });

  it("says when it was made, by the page's own clock", () => {
    draw({ boxes: [phone(true)] });
    const { press, readPress } = switchOf("x.phone");
    expect(readPress(runOnPage(press("off")))).toEqual({ kind: "pressed", at: loadedAt + 400 });
  });

  it.each<[string, object | null]>([
    ["nothing at all", null],
    ["half of what it should", { press: "pressed" }],
    ["no time", { ...(gatherFrom({}).page as object), press: "pressed", pressedAt: null }],
    ["an order that nobody gave", { ...(gatherFrom({}).page as object), press: "none", pressedAt: 1 }],
  ])("is not believed where the page returns %s", (_name, returned) => {
    expect(switchOf("x.phone").readPress(returned)).toEqual({ kind: "not-found" });
  });
});

describe("saving what was switched off", () => {
  const thrownAt = loadedAt + 1000;
  const answeredAt = (responseEnd: number, responseStatus = 200) => ({
    requests: [
      { name: "https://api.x.com/1.1/account/settings.json", responseEnd: 250, responseStatus: 200 },
      { name: "https://api.x.com/1.1/account/settings.json", responseEnd, responseStatus },
    ],
  });
  const boxes = (phone: boolean, email = false) =>
    [
      [emailLabel, email],
      [phoneLabel, phone],
    ] as const;
  const pending = { optimist: [{ beforeState: {}, action: { type: "rweb/settings/UPDATE_REQUEST" } }] };
  const state = loadedState();

  it.each<[string, DrawnPage, number, boolean]>([
    ["once it was answered", { boxes: boxes(false), state, ...answeredAt(1001) }, 0, true],
    ["once it was answered in the same moment", { boxes: boxes(false), state, ...answeredAt(1000) }, 0, true],
    ["once it was refused", { boxes: boxes(true), state, ...answeredAt(1001, 500) }, 0, true],
    ["once it was answered, where the memory cannot be read", { boxes: boxes(false), ...answeredAt(1001) }, 0, true],
    ["not by an answer from before", { boxes: boxes(false), state, ...answeredAt(999) }, 9000, false],
    ["not without any answer", { boxes: boxes(false), state }, 9000, false],
    [
      "not while the write is pending",
      { boxes: boxes(false), state: loadedState({}, pending), ...answeredAt(1001) },
      9000,
      false,
    ],
    ["once the box has been back for a second", { boxes: boxes(true), state }, 1000, true],
    ["not while the box may be back for a moment", { boxes: boxes(true), state }, 999, false],
    ["not by the other box", { boxes: boxes(false, true), state }, 9000, false],
    ["not where the box is gone", { boxes: [], state }, 9000, false],
  ])("has finished %s", (_name, drawn, steadyFor, hasFinished) => {
    const evidence = gatherFrom(drawn);
    expect(switchOf("x.phone").hasFinishedSaving(evidence, "off", thrownAt, steadyFor)).toBe(hasFinished);
  });

  it("has finished, of a switch to be on, where its box has been off for a second", () => {
    const evidence = gatherFrom({ boxes: boxes(false), state });
    expect(switchOf("x.phone").hasFinishedSaving(evidence, "on", thrownAt, 1000)).toBe(true);
    expect(switchOf("x.phone").hasFinishedSaving(evidence, "off", thrownAt, 1000)).toBe(false);
  });

  it("is not known from a page that cannot be understood", () => {
    expect(
      switchOf("x.phone").hasFinishedSaving({ memory: null, page: null, answers: null }, "off", thrownAt, 9000),
    ).toBe(false);
  });
});

describe("the guide on X", () => {
  afterEach(() => Reflect.deleteProperty(globalThis, "findGuidePlace"));

  const steps = Object.fromEntries(x.guide.map((step) => [step.id, step]));

  function find(step: string, drawn: DrawnPage): ReturnType<typeof globalThis.findGuidePlace & {}> | undefined {
    draw(drawn);
    runOnPage(steps[step]?.place.finder as Gatherer);
    return globalThis.findGuidePlace?.();
  }

  it("goes from the two switches to the number and the contacts", () => {
    expect(x.guide.map(({ kind, id, place }) => [kind, id, place.page])).toEqual([
      ["switch", "x.phone", "https://x.com/settings/contacts"],
      ["switch", "x.email", "https://x.com/settings/contacts"],
      ["advice", "x.remove-number", "https://x.com/settings/phone"],
      ["advice", "x.remove-contacts", "https://x.com/settings/contacts_dashboard"],
    ]);
  });

  it("warns of what removing the number costs, and only that can be proven", () => {
    expect(steps["x.remove-number"]).toMatchObject({
      warning: "site.x.remove-number.warning",
      proof: "number-on-file",
    });
    expect(steps["x.remove-contacts"]).toMatchObject({ warning: null, proof: null });
    for (const step of x.guide) if (step.kind === "advice") expect(step.words).not.toEqual([]);
  });

  const contacts = "/settings/contacts";
  const phonePage = "/settings/phone";
  const dashboard = "/settings/contacts_dashboard";
  const number = "<input name=current_phone>";
  const remove = (what: string) => `<button>Delete ${what}</button>`;
  const removeNumber = number + remove("phone number");
  const removeContacts = "<div role=button><span> Remove all\n contacts</span></div>";
  const password = "<input type=password>";
  const busy = "<div role=progressbar></div>";
  const boxes = [
    [emailLabel, true],
    [phoneLabel, false],
  ] as const;
  const hidden = (by: string) => ({ kind: "hidden", by });

  it.each<[string, string, DrawnPage, object]>([
    ["the box that is off", "x.phone", { boxes }, { kind: "found", isAsWanted: true }],
    ["the box that is on", "x.email", { boxes }, { kind: "found", isAsWanted: false }],
    [
      "the box, whatever else the page shows",
      "x.email",
      { boxes, html: busy + password },
      { kind: "found", isAsWanted: false },
    ],
    ["no box without its label", "x.phone", { boxes: [["Something new", true]] }, hidden("not-found")],
    ["no box whose label is there twice", "x.phone", { boxes: [...boxes, ...boxes] }, hidden("not-found")],
    ["no box before it is drawn", "x.phone", { html: busy }, hidden("loading")],
    ["no box on another page", "x.phone", { path: phonePage, boxes }, hidden("elsewhere")],
    ["X's button for the number", "x.remove-number", { path: phonePage, html: removeNumber }, { kind: "found" }],
    ["X's button beside boxes", "x.remove-number", { path: phonePage, boxes, html: removeNumber }, { kind: "found" }],
    ["no number without that button", "x.remove-number", { path: phonePage, html: number }, { kind: "here" }],
    [
      "no button that says it in words that nobody knows",
      "x.remove-number",
      { path: phonePage, html: number + remove("Telefonnummer") },
      { kind: "here" },
    ],
    [
      "no button that is there twice",
      "x.remove-number",
      { path: phonePage, html: removeNumber + remove("phone number") },
      { kind: "here" },
    ],
    [
      "no button where no number is shown",
      "x.remove-number",
      { path: phonePage, html: remove("phone number") },
      { kind: "here" },
    ],
    ["the page without a number", "x.remove-number", { path: phonePage }, { kind: "here" }],
    ["no button before it is drawn", "x.remove-number", { path: phonePage, html: busy }, hidden("loading")],
    ["no button on another page", "x.remove-number", { path: contacts, html: removeNumber }, hidden("elsewhere")],
    ["X's button for the contacts", "x.remove-contacts", { path: dashboard, html: removeContacts }, { kind: "found" }],
    ["the page with the contacts", "x.remove-contacts", { path: dashboard }, { kind: "here" }],
    [
      "no other button among the contacts",
      "x.remove-contacts",
      { path: dashboard, html: removeNumber },
      { kind: "here" },
    ],
    ["no contacts on another page", "x.remove-contacts", { path: contacts, html: removeContacts }, hidden("elsewhere")],
    ["nothing of contacts at the sign-in page", "x.remove-contacts", { path: "/i/flow/login" }, hidden("signed-out")],
    ["nothing behind a password", "x.remove-number", { path: phonePage, html: password }, hidden("password-required")],
    ["nothing behind a password elsewhere", "x.phone", { path: "/home", html: password }, hidden("password-required")],
    ["nothing at the sign-in page", "x.phone", { path: "/login", boxes, html: password }, hidden("signed-out")],
  ])("finds %s", (_name, step, drawn, found) => {
    expect(find(step, drawn)).toMatchObject(found);
  });

  it("clicks nothing to find a box", () => {
    find("x.email", { boxes });
    expect(drawnBoxes(document).map(({ checked }) => checked)).toEqual([true, false]);
  });

  it("looks again at every turn", () => {
    find("x.email", { boxes });
    for (const box of drawnBoxes(document)) box.checked = false;
    expect(globalThis.findGuidePlace?.()).toMatchObject({ kind: "found", isAsWanted: true });
  });

  it("leaves nothing on the page where it is only looked at", () => {
    gatherFrom({ boxes });
    expect(globalThis.findGuidePlace).toBeUndefined();
  });

  const label = `<label><span>${phoneLabel}</span><input type=checkbox></label>`;
  it.each<[string, string]>([
    [
      "the three wrappings of a box",
      `<main><section id=row><div><div>${label}</div></div><p>Help</p></section></main>`,
    ],
    ["no more than the form around it", `<main><form><div id=row>${label}</div></form></main>`],
    ["no more than the page's body", `<div id=row>${label}</div>`],
    [
      "nothing that holds another box",
      `<main><section id=row><div>${label}</div></section><input type=checkbox></main>`,
    ],
  ])("keeps bright %s", (_name, html) => {
    const place = find("x.phone", { html });
    expect(place?.kind === "found" && place.element.id).toBe("row");
  });

  it.each([
    ["hidden", "visibility: hidden"],
    ["transparent", "opacity: 0"],
    ["not drawn", "display: none"],
  ])("finds no button that is %s", (_name, style) => {
    const html = number + remove("phone number").replace("<button", `<button style="${style}"`);
    expect(find("x.remove-number", { path: phonePage, html })).toEqual({ kind: "here" });
  });

  it("keeps bright what is to be pressed, and never the number", () => {
    const place = find("x.remove-number", { path: phonePage, html: removeNumber });
    const element = place?.kind === "found" ? place.element : null;
    expect(element?.textContent).toBe("Delete phone number");
    expect(element?.contains(document.querySelector("input"))).toBe(false);
  });
});
