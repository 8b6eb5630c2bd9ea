/** Source files by their path under `src/`. */
export type Sources = ReadonlyMap<string, string>;

/** What a site's own folder may say of it, and no other. */
interface NamedSite {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
}

const pureRooms = /^(?:audit|history|risk|popup|report|welcome|ui)\//;
const gatherers = /^sites\/[^/]+\/gather-/;
const overlay = /^guide\/(?!describe|session)/;

const callsBrowser = /webextension-polyfill|\b(?:chrome|browser)\??\.[a-z]/;

/** The files in which a site is named outside of its own folder. */
export function findNamedSites(sources: Sources, { id, name, origins }: NamedSite): readonly string[] {
  const hosts = origins.map((origin) => new URL(origin.replace("*", "")).host.replaceAll(".", "\\."));
  const words = new RegExp([`\\b${name}\\b(?![\\w"<])`, ...hosts, `\\b${id}\\.[a-z]`].join("|"));
  return filesWith(sources, words, (path) => !path.startsWith("sites/"));
}

/** The files of the core and of the views that call the browser: only the background does. */
export function findBrowserCalls(sources: Sources): readonly string[] {
  return filesWith(sources, callsBrowser, (path) => pureRooms.test(path));
}

/** The gatherers that need something from outside: they are sent to the page as text. */
export function findGathererImports(sources: Sources): readonly string[] {
  return filesWith(sources, /^import |\bimport\(/m, (path) => gatherers.test(path));
}

/** The overlay's files that carry a library into the site's page, or call the browser where they must not. */
export function findOverlayBurdens(sources: Sources): readonly string[] {
  return [
    ...filesWith(sources, /webextension-polyfill|zod/, (path) => overlay.test(path)),
    ...filesWith(sources, callsBrowser, (path) => overlay.test(path) && path !== "guide/reporting.ts"),
  ];
}

/** The overlay's files that listen to clicks or keys without asking whether they are the person's own. */
export function findGullibleListeners(sources: Sources): readonly string[] {
  const listening = filesWith(sources, /addEventListener\("(?:click|keydown)"/, (path) => overlay.test(path));
  return listening.filter((path) => !/!?event\.isTrusted/.test(sources.get(path) ?? ""));
}

/** The files that send something themselves: nobody does, on the site's pages either, where no policy stops it. */
export function findSenders(sources: Sources): readonly string[] {
  const sending = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon/;
  return filesWith(sources, sending, (path) => /\.tsx?$/.test(path));
}

function filesWith(sources: Sources, words: RegExp, isMeant: (path: string) => boolean): readonly string[] {
  return [...sources].filter(([path, code]) => isMeant(path) && words.test(code)).map(([path]) => path);
}
