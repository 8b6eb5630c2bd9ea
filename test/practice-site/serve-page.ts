import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { InitialState } from "./app/initial-state";
import type { PageBuild } from "./build-page";
import { isCuriosity, writeCuriosity } from "./curiosities";
import { findWording } from "./find-wording";
import { giveAnswer, pass, type Reply, send } from "./give-answer";
import { directionOf } from "./languages";
import { drawNewClient } from "./new-client";
import { escapeText, type PageContent } from "./page-content";
import type { Play } from "./play";
import type { PageAnswer, Scenario, ServerPage } from "./scenario";
import { drawInterstitial, drawServerPage } from "./server-pages";
import { shellWorker, shellWorkerPath } from "./shell-worker";
import { strangerScripts } from "./stranger";
import type { TransactionIds } from "./transaction-ids";
import { writeHostility } from "./write-hostility";

/** Whoever visits this is signed in from then on, where the scenario goes by the cookie. */
export const signInPath = "/i/sign-in";

/**
 * Plays `x.com`: the pages and the two files they need, a worker that keeps them where a page registers it, and a wait of as
 * many milliseconds as a page asks for.
 */
export async function servePage(
  response: ServerResponse,
  path: string,
  play: Play,
  build: PageBuild,
  transactionIds: TransactionIds,
): Promise<void> {
  const file = build.files.get(path);
  if (file !== undefined) {
    const headers = { "content-type": `${file.type}; charset=utf-8`, "cache-control": "max-age=31536000, immutable" };
    response.writeHead(200, headers).end(file.content);
    return;
  }
  const [, time] = /^\/i\/wait\/(\d+)$/.exec(path) ?? [];
  if (time !== undefined) {
    await pass(Number(time));
    response.writeHead(204).end();
    return;
  }
  if (path === signInPath) {
    const cookie = "auth_token=0; Domain=x.com; Path=/; HttpOnly; Secure; SameSite=None";
    response.writeHead(200, { "content-type": "text/plain", "set-cookie": cookie }).end("Hello.");
    return;
  }
  if (path === "/i/paper.pdf") {
    response.writeHead(200, { "content-type": "application/pdf" }).end(emptyPaper);
    return;
  }
  if (path === shellWorkerPath) {
    response.writeHead(200, { "content-type": "text/javascript", "service-worker-allowed": "/" }).end(shellWorker);
    return;
  }
  const { pageAnswer } = play.scenario;
  const compose = (content: PageContent) => composeDocument(play.scenario, content, build);
  const target = drawnAt(path, pageAnswer);
  if (target !== null) return send(response, compose(drawServerPage(target)));
  if (!isPage(path)) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found.");
    return;
  }
  if (pageAnswer.kind === "redirect") {
    response.writeHead(pageAnswer.status, { location: pageAnswer.to, "cache-control": "no-store" }).end();
    return;
  }
  const isHeldUp = pageAnswer.kind === "interstitial";
  if (isHeldUp && !play.wasHeldUp) {
    play.wasHeldUp = true;
    return send(response, compose(drawInterstitial(pageAnswer.time)));
  }
  await giveAnswer(response, isHeldUp ? { kind: "ok" } : pageAnswer, () => {
    if (path === "/settings/contacts") play.contactsPageLoads += 1;
    return compose(drawPage(path, play, transactionIds.issue(), build));
  });
}

/** What is drawn where a redirect leads; `null` anywhere else. */
function drawnAt(path: string, answer: PageAnswer): ServerPage | null {
  return answer.kind === "redirect" && answer.to.replace(/[?#].*$/s, "") === path ? answer.draws : null;
}

/** One black pixel. */
const icon =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg==";

/** As little as browsers take for a document of one page. */
const emptyPaper = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

function isPage(path: string): boolean {
  return path === "/" || path === "/home" || path === "/i/flow/login" || /^\/settings(\/|$)/.test(path);
}

function drawPage(path: string, play: Play, transactionId: string, build: PageBuild): PageContent {
  const { client, hostility } = play.scenario;
  switch (client) {
    case "ordinary":
    case "scripts-blocked": {
      const state = JSON.stringify(describePage(path, play, transactionId));
      const initial = `window.__INITIAL_STATE__=${escapeScript(state)};`;
      if (hostility === null) return { body: root, scripts: [initial], program: build.scriptPath };
      if (!isCuriosity(hostility)) {
        return { body: root, scripts: [writeHostility(hostility), initial], program: build.scriptPath };
      }
      // A curious page begins its application itself.
      return path === "/settings/contacts"
        ? { body: root, scripts: [initial, writeCuriosity(hostility, build.scriptPath)], program: null }
        : { body: root, scripts: [initial], program: build.scriptPath };
    }
    case "new":
      return drawNewClient(path, play);
    case "script-failed":
      return scriptFailure;
    default:
      return client satisfies never;
  }
}

/** Where the app draws itself. */
const root = `<div id="react-root"></div>`;

/** What X says where its app did not come; the address then tells which script is missing. */
const scriptFailure: PageContent = {
  body: `${root}
<div id="ScriptLoadFailure">
<p>Something went wrong, but don’t fret. Let’s give it another shot.</p>
<p>Some privacy related extensions may cause issues on x.com.</p>
</div>`,
  scripts: [`history.replaceState(null, "", "?failedScript=vendor");`],
  program: null,
};

/** Only what the page needs: the settings and the devices it has to fetch. */
function describePage(path: string, play: Play, transactionId: string): InitialState {
  const { account, boxes, viewer, transport, apiHost } = play.scenario;
  return {
    viewer: account === null ? null : { id: account.id, handle: account.handle },
    isRestricted: account?.isRestricted === true,
    viewerKnown: boxes === "never-told" ? "never-known" : viewer,
    asksForSettings: account !== null && boxes !== "never-told",
    memory: currentMemory(path, play),
    boxes,
    wording: findWording(play.scenario.language),
    passwordWall: play.scenario.passwordWall,
    contacts: play.contacts,
    api: { transport, host: apiHost },
    transactionId,
  };
}

function currentMemory(path: string, play: Play): InitialState["memory"] {
  const { memory } = play.scenario;
  if (memory !== "disagrees-once") return memory;
  return path === "/settings/contacts" && play.contactsPageLoads === 1 ? "disagrees-with-boxes" : "ordinary";
}

function composeDocument(scenario: Scenario, { body, scripts, program }: PageContent, build: PageBuild): Reply {
  const nonce = randomBytes(16).toString("base64");
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": contentSecurityPolicy(scenario, nonce),
    "set-cookie": viewerCookie(scenario),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
  const text = `<!doctype html>
<html lang="${escapeText(scenario.language)}" dir="${directionOf(scenario.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>X</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${build.stylePath}">
</head>
<body>
${body}
${[...strangerScripts(scenario), ...scripts].map((script) => `<script nonce="${nonce}">${script}</script>`).join("\n")}
${program === null ? "" : `<script type="module" src="${program}"></script>`}
</body>
</html>
`;
  return { headers, text };
}

function contentSecurityPolicy({ client }: Scenario, nonce: string): string {
  return [
    "default-src 'self'",
    client === "scripts-blocked" ? "script-src 'none'" : `script-src 'self' 'nonce-${nonce}' https://abs.twimg.com`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self' https://api.x.com",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The one cookie that X's scripts can read, and only when somebody is signed in. */
function viewerCookie({ account }: Scenario): string {
  const attributes = "Domain=x.com; Path=/; Secure; SameSite=None";
  if (account === null) return `twid=; Max-Age=0; ${attributes}`;
  return `twid=${encodeURIComponent(`u=${account.id}`)}; Max-Age=86400; ${attributes}`;
}

function escapeScript(json: string): string {
  return json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
