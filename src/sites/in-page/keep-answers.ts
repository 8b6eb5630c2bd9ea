import { type Heard, handshake, longestAnswer } from "./heard";

/** What was overheard in one tab, in closed words: plain JSON, of each kind of answer a list, oldest first. */
export interface Overheard {
  /** Requests that changed something. */
  readonly writes: number;
  /** Whether there were more answers than are kept. */
  readonly hasMore: boolean;
  /** The kinds of answer that were asked for more often than they were heard; not there where there are none. */
  readonly awaited?: readonly string[];
  readonly answers: readonly KeptAnswer[];
}

export interface KeptAnswer {
  readonly kind: string;
  /** When it was there, in milliseconds since 1970. */
  readonly at: number;
  readonly status: number;
  /** What its body was: only one that was read has anything to say. */
  readonly body: "read" | "empty" | "not-json" | "too-large" | "cut";
  /** What the kind's reader took out of it; `null` where it was not read. */
  readonly says: unknown;
}

/** A kind of answer: where the site gives it, and what is taken out of it: booleans, counts and words of closed lists. */
export interface AnswerKind {
  readonly kind: string;
  readonly addresses: readonly string[];
  read(body: unknown): unknown;
}

const mostAnswers = 20;

declare global {
  // Left in the extension's world on the page: what was overheard so far.
  var readOverheard: (() => Overheard) | undefined;
}

/**
 * Takes what is overheard in the page's own world, reads of each answer what its kind declares, and keeps nothing else.
 * Runs in the extension's world, which the page cannot reach, before the page's first script and before the ear.
 *
 * @param isWanted whether this is the tab of a check: in any other nothing is kept, and the ear is told to stop
 */
export function keepAnswers(kinds: readonly AnswerKind[], isWanted: Promise<boolean>): void {
  const kindOf = kinds.flatMap((kind) => kind.addresses.map(() => kind));
  const answers: KeptAnswer[] = [];
  /** By kind, how many questions no answer was heard to. */
  const open = new Map<string, number>();
  let writes = 0;
  let hasMore = false;

  addEventListener(
    handshake,
    (event) => {
      const [port] = (event as MessageEvent).ports;
      if (!port) return;
      port.onmessage = ({ data }) => take(data);
      const stop = () => {
        port.postMessage("stop");
        port.close();
        answers.length = 0;
        globalThis.readOverheard = undefined;
      };
      isWanted.then((isOurs) => isOurs || stop(), stop);
    },
    { once: true },
  );
  globalThis.readOverheard = () => {
    const awaited = [...open.keys()];
    return { writes, hasMore, answers, ...(awaited.length > 0 && { awaited }) };
  };

  function take(heard: Heard): void {
    const kind = kindOf[heard.at];
    if (!kind) return;
    if ("fault" in heard && heard.fault === "write") {
      writes += 1;
      return;
    }
    const questions = open.get(kind.kind) ?? 0;
    if ("isAsked" in heard) {
      open.set(kind.kind, questions + 1);
      return;
    }
    if (questions > 1) open.set(kind.kind, questions - 1);
    else open.delete(kind.kind);
    if (answers.length >= mostAnswers) {
      hasMore = true;
      return;
    }
    const at = Math.round(performance.timeOrigin + performance.now());
    const index = answers.push({ kind: kind.kind, at, status: Number(heard.status), body: "cut", says: null }) - 1;
    const keep = (read: Pick<KeptAnswer, "body" | "says">) => {
      const answer = answers[index];
      if (answer) answers[index] = { ...answer, ...read };
    };
    if ("text" in heard) keep(readText(kind, heard.text));
    else if ("content" in heard && heard.content instanceof Blob) {
      heard.content.text().then((text) => keep(readText(kind, text)));
    } else if ("content" in heard) keep(readText(kind, JSON.stringify(heard.content) ?? ""));
    else if (heard.fault === "too-long") keep({ body: "too-large", says: null });
  }
}

function readText(kind: AnswerKind, text: string): Pick<KeptAnswer, "body" | "says"> {
  if (text.length > longestAnswer) return { body: "too-large", says: null };
  if (text.trim() === "") return { body: "empty", says: null };
  try {
    return { body: "read", says: kind.read(JSON.parse(text)) };
  } catch {
    return { body: "not-json", says: null };
  }
}
