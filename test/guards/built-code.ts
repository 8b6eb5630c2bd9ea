import { type Node, parseCode, textOf, walk } from "./syntax";

/** By these names code comes from strings, or something goes to or comes from elsewhere. */
const forbidden = new Set([
  ...["eval", "Function", "importScripts", "Worker", "SharedWorker"],
  ...["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "createContextualFragment"],
  ...["DOMParser", "srcdoc", "writeln"],
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "RTCPeerConnection", "sendBeacon"],
]);

/** What listens to a page's answers, as it is built for each site. */
const listening = /(?:^|\/)hear\.iife\.js$/;

/** What it may ask of an `XMLHttpRequest` or a `Request`, or replace of theirs and of functions; never more of them. */
const heardParts = new Set([
  ...["responseURL", "status", "responseType", "responseText", "response", "url", "method"],
  ...["open", "send", "toString"],
]);

/** Elements that load, run or send something: nothing that ships draws one. */
const loadingElements = new Set(["script", "link", "iframe", "frame", "object", "embed", "base", "form"]);

/** Properties from which browsers load by themselves. A link's `href` waits for a click. */
const loadingProperties = new Set(["src", "srcset", "srcSet", "action", "formAction", "poster", "data", "ping"]);

const ownFile = /^\.\/[\w.-]+\.js$/;

const remote = /^(?:https?:|wss?:)?\/\//i;

/** Lists by what a built file would make code of strings, load something from elsewhere or send something there. */
export function findCodeBreaches(name: string, text: string): readonly string[] {
  const breaches = name.endsWith(".js")
    ? findInCode([...walk(parseCode(text, "js"))], listening.test(name))
    : name.endsWith(".html")
      ? findInMarkup(text)
      : findInStyle(text);
  return breaches.map((breach) => `${name}: ${breach}`);
}

function findInCode(nodes: readonly Node[], isListening: boolean): readonly string[] {
  const harmless = new Set(nodes.flatMap(listHarmlessNames));
  const heard = new Set(isListening ? nodes.flatMap(listHeardNames) : []);
  const holding = isListening ? nodes.filter((node) => nameOf(node) === "Request" && !heard.has(node)) : [];
  return [
    ...nodes.filter((node) => !harmless.has(node) && !heard.has(node)).flatMap(breachesOf),
    ...holding.map(() => "Request"),
  ];
}

/** Names of what makes something, where no more than its prototype is handed on, and a part of it that may be heard. */
function listHeardNames(node: Node): readonly Node[] {
  if (node.type !== "CallExpression") return [];
  const [owner, part] = node.arguments as readonly (Node | undefined)[];
  if (owner?.type !== "MemberExpression" || owner.computed || nameOf(owner.property) !== "prototype") return [];
  const isHeard = part !== undefined && heardParts.has(textOf(part) ?? "");
  return isHeard && /^(?:XMLHttpRequest|Request|Function)$/.test(nameOf(owner.object)) ? [owner.object as Node] : [];
}

/** Names in whose place any other could stand: keys of objects, and `Function.call.bind`, which takes no code. */
function listHarmlessNames(node: Node): readonly Node[] {
  if (node.type === "ObjectExpression") {
    const properties = node.properties as readonly Node[];
    return properties.flatMap(({ key, computed, shorthand }) => (key && !computed && !shorthand ? [key as Node] : []));
  }
  if (node.type !== "MemberExpression" || nameOf(node.property) !== "bind") return [];
  const { object, property } = node.object as Node;
  return object && nameOf(property) === "call" ? [object as Node] : [];
}

function breachesOf(node: Node): readonly string[] {
  switch (node.type) {
    case "Identifier":
      return forbidden.has(String(node.name)) ? [String(node.name)] : [];
    case "Property":
      return loadsRemotely(nameOf(node.key), node.value) ? [`${nameOf(node.key)} is elsewhere`] : [];
    case "AssignmentExpression":
      return findInAssignment(node);
    case "MemberExpression":
      return node.computed ? findForbiddenText(node.property) : findDocumentWrite(node);
    case "CallExpression":
      return findInCall(node);
    case "ImportExpression":
      // A file beside this one, named as it stands there, is as much a part of the extension as one that is imported at once.
      return ownFile.test(textOf(node.source as Node) ?? "") ? [] : ["import()"];
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
      return remote.test(textOf((node.source ?? node) as Node) ?? "") ? ["import from elsewhere"] : [];
    default:
      return [];
  }
}

function findInAssignment(node: Node): readonly string[] {
  const to = node.left as Node;
  return to.type === "MemberExpression" && loadsRemotely(nameOf(to.property), node.right)
    ? [`${nameOf(to.property)} is elsewhere`]
    : [];
}

/** A name that is written as a string. */
function findForbiddenText(property: unknown): readonly string[] {
  const text = textOf(property as Node);
  return text !== null && forbidden.has(text) ? [text] : [];
}

function findDocumentWrite(node: Node): readonly string[] {
  return nameOf(node.object) === "document" && nameOf(node.property) === "write" ? ["document.write"] : [];
}

function findInCall(node: Node): readonly string[] {
  const callee = node.callee as Node;
  const called = nameOf(callee.type === "MemberExpression" ? callee.property : callee);
  const [first, second] = node.arguments as readonly (Node | undefined)[];
  const text = first ? textOf(first) : null;
  if (text === null) return [];
  if (called === "setTimeout" || called === "setInterval") return [`${called} of a string`];
  if (called === "setAttribute" && loadsRemotely(text, second)) return [`${text} is elsewhere`];
  // Minified, Preact's function may have any name: it is known by the properties that it is given.
  const makesElement = called === "createElement" || second?.type === "ObjectExpression";
  return makesElement && loadingElements.has(text) ? [`an element ${text}`] : [];
}

function loadsRemotely(property: string, value: unknown): boolean {
  if (!loadingProperties.has(property)) return false;
  const node = value as Node;
  const [start] = node.type === "TemplateLiteral" ? (node.quasis as readonly { value: { cooked: string } }[]) : [];
  return remote.test(textOf(node) ?? start?.value.cooked ?? "");
}

function nameOf(node: unknown): string {
  const { type, name, value } = node as Node;
  return String(type === "Identifier" ? name : value);
}

function findInMarkup(text: string): readonly string[] {
  const tags = [...text.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<([a-z][\w-]*)([^>]*)>([^<]*)/gi)];
  return tags.flatMap(([, element = "", attributes = "", content = ""]) => [
    ...(/^(?:iframe|frame|object|embed|base|form)$/i.test(element) ? [`an element ${element}`] : []),
    ...(/^(?:script|style)$/i.test(element) && content.trim() !== "" ? [`${element} in the page`] : []),
    ...(/\shttp-equiv=/i.test(attributes) ? ["http-equiv"] : []),
    ...[...attributes.matchAll(/\s(on\w+)\s*=/gi)].map(([, handler]) => `${handler} in the page`),
    ...[...attributes.matchAll(/\s([\w-]+)\s*=\s*["']?([^"'\s>]*)/g)]
      .filter(([, , value = ""]) => remote.test(value))
      .map(([, attribute]) => `${attribute} is elsewhere`),
  ]);
}

function findInStyle(text: string): readonly string[] {
  return [
    ...(/@import\b/i.test(text) ? ["@import"] : []),
    ...[...text.matchAll(/url\(\s*["']?([^"')]*)/gi)]
      .filter(([, address = ""]) => remote.test(address))
      .map(() => "url() is elsewhere"),
  ];
}
