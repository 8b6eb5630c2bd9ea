import type { Transport } from "../scenario";

interface Question {
  readonly method: "GET" | "POST" | "DELETE";
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: URLSearchParams | null;
}

/**
 * Asks the server, and reads JSON from its answer. A refusal is read to its end as well: X looks for a code in it.
 *
 * @throws Error when the server does not answer well, or not with JSON
 */
export async function ask(transport: Transport, question: Question): Promise<unknown> {
  switch (transport) {
    case "fetch":
      return readWell(await askByFetch(question), (response) => response.json());
    case "stream":
      return readWell(await askByFetch(question), async ({ body }) => JSON.parse(await readStream(body)));
    default:
      return askByExchange(transport.slice("xhr:".length) as XMLHttpRequestResponseType, question);
  }
}

function askByFetch({ address, method, headers, body }: Question): Promise<Response> {
  return fetch(address, { method, headers, body, credentials: "include" });
}

async function readWell(response: Response, read: (response: Response) => Promise<unknown>): Promise<unknown> {
  if (response.ok) return read(response);
  throw new Error(`The server answered ${response.status}: ${await response.text()}`);
}

async function readStream(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    text += decoder.decode(piece.value, { stream: true });
  }
  return text;
}

async function askByExchange(
  responseType: XMLHttpRequestResponseType,
  { method, address, headers, body }: Question,
): Promise<unknown> {
  const request = new XMLHttpRequest();
  request.open(method, address);
  request.responseType = responseType;
  request.withCredentials = true;
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  await new Promise((resolve, reject) => {
    request.addEventListener("load", resolve);
    request.addEventListener("error", reject);
    request.send(body);
  });
  if (request.status < 200 || request.status > 299) throw new Error(`The server answered ${request.status}.`);
  const { response } = request;
  if (response instanceof Blob) return JSON.parse(await response.text());
  if (response instanceof ArrayBuffer) return JSON.parse(new TextDecoder().decode(response));
  return typeof response === "string" ? JSON.parse(response) : response;
}
