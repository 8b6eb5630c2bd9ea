import { readCatalogues, writeMessages } from "../../src/locales/catalogues";

const catalogues = await readCatalogues();

/** Has everything speak a language, as a browser in that language would. */
export function speak(name: string): void {
  const texts = catalogues.get(name);
  if (!texts) throw new Error(`There is no catalogue ${name}.`);
  const messages: Record<string, { message: string }> = JSON.parse(writeMessages(name, texts));
  Object.assign(globalThis, { chrome: { i18n: { getMessage: (key: string) => messages[key]?.message ?? "" } } });
}
