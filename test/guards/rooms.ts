/** Source files by their path under `src/`. */
export type Sources = ReadonlyMap<string, string>;

/** What a site's own folder may say of it, and no other. */
interface NamedSite {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
}

const pureRooms = /^(?:audit|history|risk|popup|report|welcome|why|read-first|ui)\//;
/** What replaces functions of a page, to hear what they are asked and answered. */
const listening = "sites/in-page/hear-answers.ts";
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

/**
 * The files that send something themselves: nobody does, on the site's pages either, where no policy stops it. The one
 * that listens may name by what the page sends, to replace it and to read its answers, and may not so much as hold it.
 */
export function findSenders(sources: Sources): readonly string[] {
  const sending = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon/;
  const replacing = /\boverhear\((?:globalThis, "fetch"|XMLHttpRequest\.prototype, "(?:open|send)"), \(/g;
  const reading = /\bgetterOf\((?:XMLHttpRequest|Request)\.prototype, "\w+"\)/g;
  const rest = (sources.get(listening) ?? "").replace(replacing, "").replace(reading, "");
  const holding =
    /\bfetch\b|\bRequest\b|XMLHttpRequest|\bsend\b|\bopen\b|createElement|\bImage\b|location\.\w+ =|\bnavigator\b/;
  return [
    ...filesWith(sources, sending, (path) => /\.tsx?$/.test(path) && path !== listening),
    ...filesWith(new Map([[listening, rest]]), new RegExp(`${sending.source}|${holding.source}`), () => true),
  ];
}

/** The files that have scripts run on pages before anybody looks at them. */
export function findRegistrations(sources: Sources): readonly string[] {
  return filesWith(sources, /registerContentScripts|userScripts|content_scripts/, (path) => /\.tsx?$/.test(path));
}

/** The events that are made and sent to whoever listens, each place once, by what they begin with. */
export function findEvents(sources: Sources): readonly string[] {
  return [...sources]
    .filter(([path]) => /\.tsx?$/.test(path))
    .flatMap(([path, code]) => [...code.matchAll(/dispatchEvent\b([^,;]*)/g)].map(([, made]) => `${path}: ${made}`));
}

function filesWith(sources: Sources, words: RegExp, isMeant: (path: string) => boolean): readonly string[] {
  return [...sources].filter(([path, code]) => isMeant(path) && words.test(code)).map(([path]) => path);
}

/** Where something is clicked, changed or sent off for the person on a page of the site, each place once. */
export function findActs(sources: Sources): readonly string[] {
  const acts = /\.click\(|requestSubmit\(|\.submit\(|\.(?:checked|value) = /g;
  const inPage = [...sources].filter(([path]) => /^(?:sites|guide|background)\//.test(path) && path.endsWith(".ts"));
  return inPage.flatMap(([path, code]) => [...code.matchAll(acts)].map(() => path));
}

/** The files that touch what proves to a site who somebody is. Of the cookies one is read, for the account's id. */
export function findTokens(sources: Sources): readonly string[] {
  const words = /\bct0\b|csrf|bearer|authorization|auth_token|transaction-id|\.cookies\b|cookieStore|localStorage/i;
  const cookies = /document\.cookie/;
  return [
    ...filesWith(sources, words, (path) => /\.tsx?$/.test(path)),
    ...filesWith(sources, cookies, (path) => !/^sites\/[^/]+\/gather-memory\.ts$/.test(path)),
  ];
}

/** The background's files that could begin a check or a change, besides the room's own. */
export function findStarters(sources: Sources): readonly string[] {
  const takes = /^import \{[^}]*\b(?:check|checkAnew|change|changeInFront|runCheck|changeSetting)\b[^}]*\} from/m;
  return filesWith(sources, takes, (path) => /^background\/[\w-]+\.ts$/.test(path));
}

/**
 * Where an address is opened, and how the code calls it: no policy of a browser forbids an extension to tell a server
 * something by the address that it opens.
 */
export function findOpenings(sources: Sources): readonly string[] {
  const inTab = /\btabs\??\.(?:create|update)\([^;]*?\burl(?:: ([\w.]+))?/;
  const inOwnTab = /\bopenOwnTab\(\w+, ([^;]+)\);/;
  const inWindow =
    /\bwindows\??\.create\(|\bwindow\.open\(|\blocation(?:\.href)? = |\blocation\.(?:assign|replace)\(([^)]*)/;
  const opens = new RegExp(`${inTab.source}|${inOwnTab.source}|${inWindow.source}`, "g");
  return [...sources]
    .filter(([path]) => /\.tsx?$/.test(path))
    .flatMap(([path, code]) =>
      [...code.matchAll(opens)].map(([all, ...named]) => `${path}: ${named.find((name) => name !== undefined) ?? all}`),
    );
}
