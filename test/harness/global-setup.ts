import { buildExtension } from "./build-extension";
import { findBrowser } from "./find-browser";
import { installFonts } from "./install-fonts";

/** Before any test: the browsers and fonts, one after the other since installers lock each other out, and the extension. */
export default async function prepare(): Promise<void> {
  await findBrowser("chrome");
  await findBrowser("firefox");
  await installFonts();
  await buildExtension();
}
