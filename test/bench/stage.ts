import { type DrivenBrowser, launchBrowser } from "../harness/launch";
import { scenario } from "../practice-site/scenario";
import { type PracticeSite, startPracticeSite } from "../practice-site/server";

/** What a measure has to itself: a browser just started, with the built extension in it, and a practice site. */
export interface Stage {
  readonly driven: DrivenBrowser;
  readonly site: PracticeSite;
}

/** Sets a stage, has a measure use it, and clears it away. The extension may look at the site unless told otherwise. */
export async function onStage<Result>(
  act: (stage: Stage) => Promise<Result>,
  { isAllowed = true }: { readonly isAllowed?: boolean } = {},
): Promise<Result> {
  const site = await startPracticeSite();
  site.play(scenario());
  const driven = await launchBrowser("chrome", { port: site.port, headless: true, answersPrompts: true });
  try {
    if (isAllowed) await driven.allowSites();
    await driven.welcome?.close();
    return await act({ driven, site });
  } finally {
    await driven.close();
    await site.close();
  }
}
