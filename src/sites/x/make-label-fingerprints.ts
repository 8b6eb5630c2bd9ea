import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Window } from "happy-dom";
import { gatherPage } from "./gather-page";
import { labelFingerprints } from "./label-fingerprints";

/**
 * Adds the fingerprints of labels to `label-fingerprints.ts`: `npm run labels -- labels.json`.
 *
 * The file maps languages to `{ "phone": "…", "email": "…" }`, the labels of the two switches as X words them. Known
 * fingerprints stay: an older wording may still be served somewhere. Each label is drawn the way X draws it and read by
 * the gatherer itself, so that there is one way to make a fingerprint.
 */
async function addLabels(path: string): Promise<void> {
  const labels: Record<string, { phone: string; email: string }> = JSON.parse(await readFile(path, "utf8"));
  const phone = new Set(labelFingerprints.get("x.phone"));
  const email = new Set(labelFingerprints.get("x.email"));
  for (const wording of Object.values(labels)) {
    phone.add(fingerprintOf(wording.phone));
    email.add(fingerprintOf(wording.email));
  }
  for (const shared of phone) {
    if (email.has(shared)) throw new Error(`A phone label and an email label share the fingerprint ${shared}.`);
  }
  await writeFile(fileURLToPath(new URL("label-fingerprints.ts", import.meta.url)), source(phone, email));
  console.log(`${phone.size} phone labels, ${email.size} email labels`);
}

function fingerprintOf(label: string): string {
  const { document } = window;
  const text = document.createElement("span");
  text.textContent = label;
  const box = document.createElement("input");
  box.type = "checkbox";
  const row = document.createElement("label");
  row.append(text, box);
  document.body.replaceChildren(row);
  const { boxes } = gatherPage(null) as { boxes: readonly { label: string }[] };
  const [found] = boxes;
  if (!found) throw new Error("The gatherer did not find the box that was drawn for it.");
  return found.label;
}

function source(phone: ReadonlySet<string>, email: ReadonlySet<string>): string {
  const list = (set: ReadonlySet<string>) => JSON.stringify([...set].sort().join(" "));
  return `import type { SettingId } from "../../audit/setting";

/** Fingerprints of the two switches' labels in every language of X. Written by \`npm run labels\`. */
export const labelFingerprints: ReadonlyMap<SettingId, ReadonlySet<string>> = new Map([
  ["x.phone", fingerprints(${list(phone)})],
  ["x.email", fingerprints(${list(email)})],
]);

function fingerprints(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
`;
}

const window = new Window({ url: "https://x.com/settings/contacts" });
// What is drawn here has no size and covers nothing: only its words are wanted.
Object.assign(window.document, { elementFromPoint: () => null });
const { document, location } = window;
Object.assign(globalThis, { document, location, getComputedStyle: window.getComputedStyle.bind(window) });

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Name a file of labels: npm run labels -- labels.json");
await addLabels(path);
await window.happyDOM.close();
