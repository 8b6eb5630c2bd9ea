import type { Scenario } from "./scenario";

/** What a script that is not the site's own does on each page: it asks for the settings, if the scenario has one. */
export function strangerScripts({ stranger }: Scenario): readonly string[] {
  return stranger === null ? [] : [questions[stranger]];
}

/** As the page's own program asks, but for the query: by that the server tells the two apart. */
const address = "https://api.x.com/1.1/account/settings.json";

const questions = {
  fetch: `fetch("${address}", { credentials: "include" }).then((response) => response.json()).catch(() => undefined);`,
  xhr: `{
  const request = new XMLHttpRequest();
  request.open("GET", "${address}");
  request.withCredentials = true;
  request.send();
}`,
} as const satisfies Record<NonNullable<Scenario["stranger"]>, string>;
