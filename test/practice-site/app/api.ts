import { ask } from "./ask";
import { initialState } from "./site";
import type { Devices, PhoneNumber, SettingsBody } from "./site-state";

const origins = { "api.x.com": "https://api.x.com/1.1", "x.com": "https://x.com/i/api/1.1" };
const wantedExtras = [
  "include_mention_filter=true",
  "include_nsfw_user_flag=true",
  "include_nsfw_admin_flag=true",
  "include_ranked_timeline=true",
  "include_alt_text_compose=true",
  "ext=ssoConnections",
  "include_country_code=true",
  "include_ext_dm_nsfw_media_filter=true",
  "include_ext_sharing_audiospaces_listening_data_with_followers=true",
].join("&");

/** @throws Error when the server does not answer well; so do all functions here. */
export async function fetchSettings(): Promise<SettingsBody> {
  return readObject(await call("GET", `/account/settings.json?${wantedExtras}`));
}

export async function saveSettings(change: Readonly<Record<string, string>>): Promise<SettingsBody> {
  return readObject(await call("POST", "/account/settings.json", new URLSearchParams(change)));
}

export async function fetchDevices(): Promise<Devices> {
  return readDevices(await call("GET", "/users/email_phone_info.json"));
}

/** @returns the devices that are left. */
export async function deletePhone(): Promise<Devices> {
  return readDevices(await call("DELETE", "/users/email_phone_info.json"));
}

export async function removeContacts(): Promise<void> {
  await call("DELETE", "/contacts/address_book.json");
}

async function call(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body: URLSearchParams | null = null,
): Promise<unknown> {
  const headers: Record<string, string> = {
    "x-twitter-active-user": "yes",
    "x-twitter-client-language": document.documentElement.lang,
  };
  if (method !== "GET") headers["x-client-transaction-id"] = initialState.transactionId;
  return ask(initialState.api.transport, { method, address: origins[initialState.api.host] + path, headers, body });
}

function readObject(body: unknown): SettingsBody {
  if (typeof body !== "object" || body === null) throw new Error("The server sent something else than an object.");
  return { ...body };
}

function readDevices(body: unknown): Devices {
  const { emails, phone_numbers } = readObject(body);
  if (!Array.isArray(emails) || !Array.isArray(phone_numbers)) throw new Error("The server sent no lists of devices.");
  return { emails, phone_numbers: phone_numbers.filter(isPhoneNumber) };
}

function isPhoneNumber(value: unknown): value is PhoneNumber {
  return typeof value === "object" && value !== null && "phone_number" in value;
}
