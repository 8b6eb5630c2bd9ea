import { readFileSync } from "node:fs";
import { type ContactsWording, contactsWordings } from "./languages";

/** Labels collected for more languages than the site itself carries. Most copies of the project lack this file. */
const collectedLabelsFile = new URL("../../../shared/facts/x/labels.json", import.meta.url);

/**
 * The wording of a language, from the site's own list or, where it lies beside the project, the collected one.
 *
 * @throws Error when neither knows the language: drawing English instead would let a test pass for the wrong reason.
 */
export function findWording(language: string): ContactsWording {
  const wording = ownWording(language) ?? collectedWording(language);
  if (wording === null) throw new Error(`The practice site has no wording for the language "${language}".`);
  return wording;
}

function ownWording(language: string): ContactsWording | null {
  return Object.hasOwn(contactsWordings, language) ? (contactsWordings[language] ?? null) : null;
}

function collectedWording(language: string): ContactsWording | null {
  const labels = property(readCollectedLabels(), language);
  const heading = property(labels, "title");
  const byEmail = property(labels, "email");
  const byPhone = property(labels, "phone");
  if (typeof heading !== "string" || typeof byEmail !== "string" || typeof byPhone !== "string") return null;
  return { heading, byEmail, byPhone };
}

function readCollectedLabels(): unknown {
  try {
    return JSON.parse(readFileSync(collectedLabelsFile, "utf8"));
  } catch {
    return null;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
