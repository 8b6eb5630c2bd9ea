import browser, { type Runtime } from "webextension-polyfill";
import { sites } from "../sites";
import { cancel, change, checkAsAsked, checkAsIntended, join, prepare, recover } from "./checks";
import { glanceAtWindow } from "./glance";
import { Message } from "./messages";
import { forgetResults } from "./records";

// Listeners are registered at once: a background that was stopped is started by the event that it must not miss.
const recovered = recover();

browser.runtime.onMessage.addListener(async (received: unknown, sender: Runtime.MessageSender) => {
  const message = Message.safeParse(received);
  if (!message.success || !isOwnPage(sender)) return undefined;
  await recovered;
  return answer(message.data);
});

browser.permissions.onAdded.addListener(async () => {
  await recovered;
  await checkAsIntended();
});

// Firefox for Android has no windows; there, private results go when the browser does.
browser.windows?.onRemoved.addListener(async () => {
  const open = await browser.windows.getAll();
  if (open.some(({ incognito }) => incognito)) return;
  for (const { id } of sites) await forgetResults({ site: id, context: "private" });
});

function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL("")) === true;
}

async function answer(message: Message): Promise<unknown> {
  const site = sites.find(({ id }) => id === message.site);
  if (!site) return undefined;
  switch (message.ask) {
    case "prepare":
      return prepare(site, message.window);
    case "check":
      return checkAsAsked(site, message.window);
    case "change":
      return change(site, message.window, message);
    case "join":
      return join(site, message.window);
    case "cancel":
      return cancel(site, message.window);
    case "glance":
      return glanceAtWindow(site, message.window);
    case "show-setting": {
      const page = site.settings.find(({ id }) => id === message.setting)?.page;
      if (page) await browser.tabs.create({ windowId: message.window, url: page });
      return undefined;
    }
    default:
      return message satisfies never;
  }
}
