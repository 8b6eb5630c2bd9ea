import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { Socket } from "node:net";
import { buildPage } from "./build-page";
import { makeCertificate } from "./certificate";
import { findWording } from "./find-wording";
import { newClientHost, serveNewClient } from "./new-client";
import { beginPlay, type LoggedRequest, type Play } from "./play";
import { ordinaryScenario, type Scenario } from "./scenario";
import { currentBody, serveApi } from "./serve-api";
import { serveCuriosity } from "./serve-curiosity";
import { servePage, signInPath } from "./serve-page";
import { createTransactionIds } from "./transaction-ids";

/** A local server that plays `x.com` and `api.x.com`; browsers are told to look for every host at `127.0.0.1:port`. */
export interface PracticeSite {
  readonly port: number;
  /** The scenario being played. */
  readonly scenario: Scenario;
  /** What was asked of the server since the scenario began, oldest first: by any host, preflight requests included. */
  readonly requests: readonly LoggedRequest[];
  /** What curious pages have noted since the scenario began, oldest first. */
  readonly notes: readonly unknown[];
  /** Changes with every start of the server, and with it all class names and file names of the page. */
  readonly build: string;
  /**
   * Begins a scenario: saved settings, counters and the log of requests start anew. Open pages keep what they drew.
   *
   * @throws Error when the scenario's language has no wording.
   */
  play(scenario: Scenario): void;
  /** A copy of the settings body that a request would get now. */
  saved(): Record<string, unknown>;
  /** Cuts every open connection, those that wait for an answer for ever included. */
  cut(): void;
  /** Stops, and cuts every open connection. */
  close(): Promise<void>;
}

/**
 * Builds the page and serves it over HTTPS with a throw-away certificate, on the loopback address only.
 *
 * @param options.port the port to listen on; any free one when left out.
 */
export async function startPracticeSite(options: { port?: number } = {}): Promise<PracticeSite> {
  const salt = randomBytes(8).toString("hex");
  const [page, certificate] = await Promise.all([buildPage(salt), makeCertificate()]);
  const transactionIds = createTransactionIds();
  let play = beginPlay(ordinaryScenario);

  function log(request: IncomingMessage): LoggedRequest {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    const path = (request.url ?? "/").replace(/[?#].*$/s, "");
    const logged = { method: request.method ?? "GET", host, path, at: Date.now() };
    play.requests.push(logged);
    return logged;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host, path } = log(request);
    if (siteHosts.has(host) && (await serveCuriosity(request, response, play))) return;
    const shown = showTo(request, path, play);
    const apiPath = host === "x.com" ? path.match(/^\/i\/api(\/.*)/)?.[1] : host === "api.x.com" ? path : undefined;
    if (apiPath !== undefined) await serveApi(request, response, apiPath, shown, transactionIds);
    else if (siteHosts.has(host)) await servePage(response, path, shown, page, transactionIds);
    else if (host === newClientHost) serveNewClient(response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("Not found.");
  }

  const server = createServer(certificate, (request, response) => {
    // Whoever asked may have gone away meanwhile: then there is nobody to answer.
    serve(request, response).catch(() => response.destroy());
  });
  // Nothing here speaks over web sockets; that somebody wanted to is logged.
  server.on("upgrade", (request: IncomingMessage, socket: Socket) => {
    log(request);
    socket.destroy();
  });
  const connections = keepConnections(server);

  return {
    port: await listen(server, options.port ?? 0),
    build: salt,
    get scenario() {
      return play.scenario;
    },
    get requests() {
      return play.requests;
    },
    get notes() {
      return play.notes;
    },
    play(scenario) {
      findWording(scenario.language);
      play = beginPlay(scenario);
    },
    saved: () => structuredClone(currentBody(play)),
    cut: () => cut(connections),
    close: () => close(server, connections),
  };
}

/** A browser that is told to look for every host here sends its own traffic along; that is logged and turned away. */
const siteHosts: ReadonlySet<string> = new Set(["x.com", "localhost", "127.0.0.1"]);

/** What is played to whoever asks: where the cookie tells who is signed in, nobody is who does not bring it. */
function showTo({ headers }: IncomingMessage, path: string, play: Play): Play {
  const { signIn } = play.scenario;
  const isSignedIn = signIn === "everybody" || path === signInPath || /\bauth_token=/.test(headers.cookie ?? "");
  return isSignedIn ? play : { ...play, scenario: { ...play.scenario, account: null } };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The practice site has no port."));
      else resolve(address.port);
    });
  });
}

/** Raw sockets, because one that is still shaking hands is not yet a connection to the HTTP server. */
function keepConnections(server: Server): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  return connections;
}

function cut(connections: ReadonlySet<Socket>): void {
  for (const socket of connections) socket.destroy();
}

function close(server: Server, connections: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    cut(connections);
  });
}
