import browser, { type Runtime } from "webextension-polyfill";
import { sites } from "../sites";
import { cancel, change, check, join, prepare, recover, subjectIn, takeWish } from "./checks";
import { glanceAtWindow } from "./glance";
import { dismissNotice, hearGuide, resumeGuides, startGuide } from "./guides";
import { GuideMessage, Message } from "./messages";
import { forgetResults } from "./records";

// Listeners are registered at once: a background that was stopped is started by the event that it must not miss.
const recovered = recover().then(resumeGuides);

browser.runtime.onMessage.addListener(async (received: unknown, sender: Runtime.MessageSender) => {
  if (sender.id !== browser.runtime.id) return undefined;
  const report = GuideMessage.safeParse(received);
  const message = Message.safeParse(received);
  await recovered;
  if (message.success && isOwnPage(sender)) return answer(message.data);
  // The tab tells whose guide it is: a page can report nothing of another tab's.
  if (report.success && sender.tab?.id !== undefined && sender.frameId === 0) {
    return hearGuide(sender.tab.id, report.data);
  }
  return undefined;
});

browser.permissions.onAdded.addListener(async () => {
  await recovered;
  const wish = await takeWish();
  if (wish) await answer(wish);
});

// Firefox for Android has no windows; there, private results go when the browser does.
browser.windows?.onRemoved.addListener(async () => {
  const open = await browser.windows.getAll();
  if (open.some(({ incognito }) => incognito)) return;
  for (const { id } of sites) await forgetResults({ site: id, context: "private" });
});

function isOwnPage({ url }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL("")) === true;
}

async function answer(message: Message): Promise<unknown> {
  const site = sites.find(({ id }) => id === message.site);
  if (!site) return undefined;
  const { window } = message;
  switch (message.ask) {
    case "prepare":
      return prepare(message.wish);
    case "check":
      await takeWish();
      return check(site, window);
    case "change":
      await takeWish();
      return change(site, window, message);
    case "guide":
      await takeWish();
      return startGuide(site, window, message.setting, message.account);
    case "join":
      return join(site, window);
    case "cancel":
      return cancel(site, window);
    case "glance":
      return glanceAtWindow(site, window);
    case "show-setting": {
      const page = site.settings.find(({ id }) => id === message.setting)?.page;
      if (page) await browser.tabs.create({ windowId: window, url: page });
      return undefined;
    }
    case "dismiss-notice":
      return dismissNotice(await subjectIn(window, site));
    default:
      return message satisfies never;
  }
}
