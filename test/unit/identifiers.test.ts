import { expect, it } from "vitest";
import type { Evidence } from "../../src/audit/site";
import { x } from "../../src/sites/x";
import { answerKinds } from "../../src/sites/x/answers/kinds";
import { findIdentifiers } from "../guards/identifiers";
import { answered, answeredDevices, type DrawnPage, gatherFrom, loadedState } from "./x-page";

const secrets = { phone: "+15555550123", email: "ada@example.org" };
const [fields] = x.gatherers.memory.parameters as [object];
const device = { phone_number: secrets.phone, phone_number_user_type: "Full", phone_number_verified: true };

const everywhere = (secret: string) => Object.fromEntries(Object.keys(fields).map((field) => [field, secret]));

/** Both stand wherever X could put them: in every field of the settings, in the list of devices, in answers, and on the page. */
const pages: Record<string, DrawnPage> = Object.fromEntries(
  Object.values(secrets).flatMap((secret) =>
    ["/settings/contacts", "/settings/phone"].map((path) => [
      `${secret} on ${path}`,
      {
        path,
        state: loadedState(everywhere(secret), {
          devices: { devices: { fetchStatus: "loaded", data: { emails: [secrets.email], phone_numbers: [device] } } },
        }),
        boxes: [[`Let people who have ${secret} find you on X`, true]],
        heard: [
          answered({ ...everywhere(secret), emails: [secrets.email], phone: secret, email: { address: secret } }),
          answeredDevices({ emails: [secrets.email], phone_numbers: [device, device] }),
          { at: 0, status: 403, text: secret },
        ],
        html: `<label>${secret}<input name="current_phone" value="${secret}"></label><p>${secret}</p>`,
      },
    ]),
  ),
);

it.each(Object.entries(pages))("neither number nor address is handed on by the gatherers: %s", (_name, page) => {
  const evidence = gatherFrom(page);
  expect(evidence.answers).toMatchObject({ answers: { length: 3 } });
  expect(findIdentifiers(evidence, secrets)).toEqual([]);
  expect(findIdentifiers(x.describe(evidence), secrets)).toEqual([]);
});

/** Answers of X in which both stand wherever they could, but for the account's name. */
const answers: Record<string, unknown> = Object.fromEntries(
  Object.values(secrets).flatMap((secret) => {
    const values = Object.fromEntries(Object.keys(fields).map((field) => [field, secret]));
    const beside = { language: secret, [secret]: secret, ext: [{ secret }] };
    return [
      [`${secret} in every field`, { ...values, screen_name: "ada_example" }],
      [`${secret} beside them`, { ...beside, protected: false, data: [{ geo_enabled: true, ...beside }] }],
      [`${secret} deep in them`, { protected: { [secret]: true }, geo_enabled: [secret] }],
      [`${secret} in the lists`, { emails: [secrets.email], phone_numbers: [device, secret], [secret]: {} }],
      [`${secret} in their place`, { emails: secrets.email, phone_numbers: secret }],
      [`${secret} alone`, secret],
    ];
  }),
);

it.each(Object.entries(answers))(
  "neither number nor address is handed on by the answers' reader: %s",
  (_name, body) => {
    expect(findIdentifiers(body, secrets)).not.toEqual([]);
    expect(findIdentifiers(readAll(body), secrets)).toEqual([]);
  },
);

/** What the readers of all kinds of answers take out of one. */
function readAll(body: unknown): object {
  return Object.fromEntries(answerKinds.map(({ kind, read }) => [kind, read(body)]));
}

const field = () => document.querySelector<HTMLInputElement>('input[name="current_phone"]');
const state = (page: DrawnPage) => page.state as { settings: { remote: object }; devices: object };

/** Gatherers that hand on too much. */
const tamperings: Record<string, (evidence: Evidence, page: DrawnPage) => object> = {
  "what stands in the field": (evidence) => ({ ...evidence, shows: field()?.value }),
  "a label's words": (evidence) => ({
    ...evidence,
    boxes: [...document.querySelectorAll("label")].map(({ textContent }) => textContent),
  }),
  "the page's text": (evidence) => ({ ...evidence, text: document.body.textContent }),
  "the settings as they are": (evidence, page) => ({ ...evidence, values: state(page).settings.remote }),
  "the devices as they are": (evidence, page) => ({ ...evidence, devices: state(page).devices }),
  "an answer as it is": (evidence, page) => ({ ...evidence, answers: page.heard }),
  "the number as a number": (evidence) => ({ ...evidence, number: Number(secrets.phone) }),
  "the number in the way of people": (evidence) => ({ ...evidence, number: "+1 (555) 555-0123" }),
  "the number's last digits": (evidence) => ({ ...evidence, number: "••• 550123" }),
  "the address as a key": (evidence) => ({ ...evidence, values: { [secrets.email]: true } }),
};

/** Readers of answers that hand on too much. */
const tamperedReaders: Record<string, (body: object) => object> = {
  "the answer as it is": (body) => body,
  "the names of all its fields": (body) => Object.keys(body),
  "the list as it is": (body) => ({ numbers: "phone_numbers" in body && body.phone_numbers }),
};

it.each(Object.entries(tamperedReaders))("a reader of answers that hands on more is found out: %s", (_name, tamper) => {
  const body = answers[`${secrets.phone} in the lists`] ?? {};
  expect(findIdentifiers({ ...readAll(body), says: tamper(body) }, secrets)).not.toEqual([]);
});

it.each(Object.entries(tamperings))("a gatherer that hands on more is found out: %s", (_name, tamper) => {
  const page = pages[`${secrets.phone} on /settings/phone`] ?? {};
  expect(findIdentifiers(tamper(gatherFrom(page), page), secrets)).not.toEqual([]);
});
