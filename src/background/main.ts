import browser, { type Runtime } from "webextension-polyfill";
import { sites } from "../sites";
import { cancel, change, check, join, prepare, recover, subjectIn, takeWish } from "./checks";
import { glanceAtWindow, noteOpen } from "./glance";
import { dismissNotice, forgetRefusals, hearGuide, resumeGuides, startGuide, stopGuide } from "./guides";
import { deleteCheck, deleteHistory, deleteUnreadable, dismissCrowdedOut, importHistory } from "./history-records";
import { GuideMessage, ListenerMessage, Message, ReportMessage } from "./messages";
import { forgetOnAgain, noteOwnDoing, renewOnAgain } from "./on-again";
import { isOverheard } from "./overhearing";
import { writePlainButton } from "./plain-button-record";
import { watchPolicy } from "./policy";
import { closeStorageToPages, forgetIntent, forgetResults } from "./records";
import { isReminderAlarm, remindIfDue, remindLater, setNotifying, setReminder, watchNotifications } from "./reminders";
import { readSaw } from "./saw";
import { contexts } from "./subject";
import { ageAlarm, drawToolbar } from "./toolbar";
import { welcome } from "./welcome";

// Listeners are registered at once: a background that was stopped is started by the event that it must not miss.
const recovered = atOnce(recover);
const resumed = atOnce(async () => {
  await recovered();
  await resumeGuides();
});

// Nothing of the extension that runs in a page needs what is kept. Firefox has no such lock: SECURITY.md says what follows.
closeStorageToPages();

// Browsers may lose alarms and marks on the button: whenever the background is started, by the browser's own start too,
// both are set anew.
watchNotifications();
remindIfDue();
browser.runtime.onStartup.addListener(remindIfDue);
browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === "install") await welcome();
  await remindIfDue();
});
watchPolicy(remindIfDue);
browser.alarms.onAlarm.addListener(async (alarm) => {
  if (isReminderAlarm(alarm)) await remindIfDue();
  else if (alarm.name === ageAlarm) await drawToolbar();
});

browser.runtime.onMessage.addListener(async (received: unknown, sender: Runtime.MessageSender) => {
  if (sender.id !== browser.runtime.id) return undefined;
  // At once: what listens to a site's answers in another tab than a check's is to stop.
  if (ListenerMessage.safeParse(received).success) return sender.frameId === 0 && isOverheard(sender.tab?.id);
  const report = GuideMessage.safeParse(received);
  const message = Message.safeParse(received);
  const order = ReportMessage.safeParse(received);
  await recovered();
  if (message.success && isOwnPage(sender)) return answer(await findWindow(message.data, sender));
  if (order.success && isOwnPage(sender)) return answerReport(order.data);
  // The tab tells whose guide it is: a page can report nothing of another tab's.
  if (report.success && sender.tab?.id !== undefined && sender.frameId === 0) {
    // Whoever asks for a check does not wait for that: the page with a guide may be one that hangs.
    await resumed();
    return hearGuide(sender.tab.id, report.data);
  }
  return undefined;
});

browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
  watchNotifications();
  if (origins.length === 0) return;
  await recovered();
  await forgetRefusals();
  const wishes = await Promise.all(contexts.map(takeWish));
  await Promise.all(wishes.map((wish) => wish && answer(wish)));
});

// Firefox for Android has no windows; there, private results go when the browser does.
browser.windows?.onRemoved.addListener(async () => {
  const open = await browser.windows.getAll();
  if (open.some(({ incognito }) => incognito)) return;
  for (const { id } of sites) await forgetResults({ site: id, context: "private" });
});

/** Begins work at once, and returns how to wait for it: where the browser refused it, it is tried again then. */
function atOnce(work: () => Promise<void>): () => Promise<void> {
  let going = work();
  return () => {
    going = going.catch(work);
    return going;
  };
}

function isOwnPage({ url }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL("")) === true;
}

/** A page says in which window it was opened. Its tab may have been moved to another since, and the first one closed. */
async function findWindow(message: Message, { tab }: Runtime.MessageSender): Promise<Message> {
  const window = tab?.windowId;
  if (window === undefined || window === message.window || (await isOpen(message))) return message;
  return message.ask === "prepare" ? { ...message, window, wish: { ...message.wish, window } } : { ...message, window };
}

function isOpen({ window, site }: Message): Promise<boolean> {
  return subjectIn(window, { id: site }).then(
    () => true,
    () => false,
  );
}

async function answer(message: Message): Promise<unknown> {
  const site = sites.find(({ id }) => id === message.site);
  if (!site) return undefined;
  const { window } = message;
  const subject = await subjectIn(window, site);
  switch (message.ask) {
    case "prepare":
      return prepare(message.wish);
    case "check":
      // The check, which the person waits for, need not wait for that.
      await Promise.all([takeWish(subject.context), check(site, window)]);
      return undefined;
    case "change":
      await takeWish(subject.context);
      return change(site, window, message);
    case "guide":
      await takeWish(subject.context);
      return startGuide(site, window, message.setting, message.account);
    case "join":
      return join(site, window);
    case "cancel":
      return cancel(site, window);
    case "glance": {
      const seen = await glanceAtWindow(site, window);
      await noteOpen(site, subject, seen);
      return seen;
    }
    case "show-setting": {
      const page = site.settings.find(({ id }) => id === message.setting)?.page;
      if (page) await browser.tabs.create({ windowId: window, url: page });
      return undefined;
    }
    case "show-page":
      await browser.tabs.create({ windowId: window, url: site.pages[message.page] });
      return undefined;
    case "own-doing":
      return noteOwnDoing({ site: site.id, account: message.account, setting: message.setting, at: message.at });
    case "saw":
      return readSaw(site, subject);
    case "dismiss-notice":
      return dismissNotice(subject);
    default:
      return message satisfies never;
  }
}

async function answerReport(message: ReportMessage): Promise<unknown> {
  switch (message.report) {
    case "delete-check":
      await deleteCheck(message);
      return renewOnAgain();
    case "delete-history":
      await Promise.all([deleteHistory(), forgetOnAgain()]);
      // Who deletes everything means the last result too, and what is under way: others may look at this device.
      for (const { id } of sites) {
        const subject = { site: id, context: "regular" } as const;
        await Promise.all([forgetResults(subject), stopGuide(subject)]);
      }
      await forgetIntent("regular");
      return drawToolbar();
    case "delete-unreadable":
      return deleteUnreadable();
    case "dismiss-crowded-out":
      return dismissCrowdedOut();
    case "import": {
      const outcome = await importHistory(message.text);
      await renewOnAgain();
      return outcome;
    }
    case "remind":
      return setReminder(message.months);
    case "remind-later":
      return remindLater();
    case "notify":
      return setNotifying(message.isWanted);
    case "keep-button-plain":
      await writePlainButton(message.isPlain);
      return drawToolbar();
    default:
      return message satisfies never;
  }
}
