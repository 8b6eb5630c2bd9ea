import { buildExtension } from "./build-extension";
import { findBrowser } from "./find-browser";

/** Before any test: the browsers, one after the other since installers lock each other out, and the extension. */
export default async function prepare(): Promise<void> {
  await findBrowser("chrome");
  await findBrowser("firefox");
  await buildExtension();
}
