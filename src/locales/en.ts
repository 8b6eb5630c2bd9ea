/** Each message in English, with what its translators should know. Names in braces are filled in: they stay as they are. */
export type Catalogue = Readonly<Record<string, readonly [text: string, note: string]>>;

/**
 * All that Unlisted says but what belongs to one site. A key that ends in `.one` and `.other` has a form for each of a
 * language's plurals. No digits: numbers are filled in, in the language's own digits.
 */
export const en = {
  // The extension itself
  description: [
    "Who can find your accounts by your phone number or email address? One click tells, and everything stays on this device.",
    "Below the name in stores and in the browser’s list of extensions. At most 132 characters.",
  ],
  "action.title.exposed": ["Unlisted: people can find you", "Tooltip of the toolbar button after a check."],
  "action.title.dormant": [
    "Unlisted: a switch is on",
    "Tooltip of the toolbar button: on, but the account has no number.",
  ],
  "action.title.protected": [
    "Unlisted: the switches were off when you last checked",
    "Tooltip of the toolbar button. No more than that: it may have changed since.",
  ],
  "action.title.unknown": ["Unlisted: not known", "Tooltip of the toolbar button after a check without an answer."],

  // First page after install, and the popup before the first check
  question: ["Who can find you by your phone number?", "The one question, as a heading."],
  introduction: [
    "One click looks at your settings on {site} and tells you in plain words. Nothing is changed.",
    "Below the question, before the first check.",
  ],
  "check.how": [
    "You need to be signed in to {site}. Your browser will ask you once to allow it.",
    "Below the button of the first check. The browser asks whether Unlisted may look at the site.",
  ],
  "privacy-promise": ["Everything stays on this device.", "Small print below the check button."],
  "welcome.introduction": [
    "Many sites let anyone who has your phone number or email address find your account. Most people don’t know that this is switched on. Unlisted tells you, and helps you switch it off.",
    "First page after install.",
  ],
  "welcome.checks": ["What Unlisted checks", "Heading above a list."],
  "welcome.checks.switches": [
    "Whether people who have your phone number or email address can find you on {site}.",
    "In the list of what is checked.",
  ],
  "welcome.checks.number": ["Whether your {site} account has a phone number.", "In the list of what is checked."],
  "welcome.checks.others": ["Other privacy settings on {site}, all in one place.", "In the list of what is checked."],
  "welcome.never": ["What Unlisted never does", "Heading above a list."],
  "welcome.never.sends": [
    "It sends nothing to anybody. Everything stays on this device, where anyone who can use this browser can see it.",
    "In the list of what it never does.",
  ],
  "welcome.never.asks": [
    "It never asks for your phone number, your email address or your password.",
    "In the list of what it never does.",
  ],
  "welcome.never.changes": [
    "It changes nothing unless you click a button that says so.",
    "In the list of what it never does.",
  ],
  "welcome.never.looks": [
    "It never looks at your accounts by itself, only when you ask it to.",
    "In the list of what it never does.",
  ],
  "welcome.how": [
    "Your browser will ask whether Unlisted may read and change what is on {site}: it has no smaller question to ask. Unlisted only reads, until you click a button that says otherwise. You need to be signed in to {site}.",
    "Beside the button of the first check.",
  ],
  "welcome.later": [
    "You can check at any time: click Unlisted’s button in your browser’s toolbar. On a phone, look for Unlisted in your browser’s menu.",
    "At the end of the first page.",
  ],
  "welcome.shortcut": ["Or press {keys}.", "After the sentence about the toolbar button; keys such as Alt+Shift+U."],

  // The check
  check: ["Check now", "Button that starts a check."],
  "check-again": ["Check again", "Button that starts another check."],
  running: ["Checking…", "While a check runs."],
  cancel: ["Cancel", "Stops a running check."],
  checking: ["Looking at your settings on {site}…", "Heading while a check runs."],
  "check.running-how": ["About ten seconds. A tab opens and closes by itself.", "While a check runs."],
  "asking-permission": [
    "Your browser is asking you. Please answer there.",
    "While the browser itself asks the person.",
  ],
  changing: ["Changing a setting on {site}…", "Heading while a switch is thrown."],
  "throwing-switch": [
    "Unlisted clicks on {site}’s own page and waits until {site} has saved it",
    "A step while one or two switches are thrown. Say who does it: it is not for the person to do.",
  ],

  // Verdicts: the one large sentence
  "headline.phone.exposed": [
    "People who have your phone number can find you on {site}.",
    "The verdict, large: the switch is on.",
  ],
  "headline.phone.dormant": [
    "Your {site} account has no phone number, but the setting that lets people find you by one is on.",
    "The verdict, large: on, but there is nothing to find by.",
  ],
  "headline.phone.protected": [
    "People who have your phone number can’t use it to find you on {site}.",
    "The verdict, large: the switch is off. Don’t promise more than that.",
  ],
  "headline.phone.unknown": [
    "Unlisted could not tell whether people can find you on {site} by your phone number.",
    "The verdict, large: no answer.",
  ],
  "headline.email.exposed": ["People who have your email address can find you on {site}.", "As for the phone number."],
  "headline.email.dormant": [
    "Your {site} account has no email address, but the setting that lets people find you by one is on.",
    "As for the phone number.",
  ],
  "headline.email.protected": [
    "People who have your email address can’t use it to find you on {site}.",
    "As for the phone number.",
  ],
  "headline.email.unknown": [
    "Unlisted could not tell whether people can find you on {site} by your email address.",
    "As for the phone number.",
  ],
  "headline.both.exposed": [
    "People who have your phone number or email address can find you on {site}.",
    "The verdict, large: both switches are on.",
  ],
  "headline.both.protected": [
    "People who have your phone number or email address can’t use them to find you on {site}.",
    "The verdict, large: both switches are off. Don’t promise more than that.",
  ],
  "headline.both.unknown": [
    "Unlisted could not tell whether people can find you on {site}.",
    "The verdict, large: no answer.",
  ],
  "headline.aged.phone": [
    "On {day} the switch for your phone number was off.",
    "The verdict, large, where the check was weeks ago. {day} is “3 March 2026”.",
  ],
  "headline.aged.email": ["On {day} the switch for your email address was off.", "As for the phone number."],
  "headline.aged.both": [
    "On {day} both switches were off.",
    "As for the phone number: that for it and that for the email address.",
  ],
  "advice.phone.exposed": ["Anyone who has your number, or guesses it, can find this account.", "Below the verdict."],
  "advice.email.exposed": [
    "Anyone who has your address, or guesses it, can find this account.",
    "Below the verdict. The email address.",
  ],
  "advice.phone.dormant": [
    "The next number that you add could be used to find you. Turn the switch off before you add one.",
    "Below the verdict.",
  ],
  "advice.email.dormant": [
    "The next address that you add could be used to find you. Turn the switch off before you add one.",
    "Below the verdict.",
  ],
  "advice.phone.protected": [
    "{site} says the switch is off. New searches by your number no longer lead to you. Whoever found your account before still knows it.",
    "Below the verdict. Only new searches; say it of the switch as it is now, not of the future.",
  ],
  "advice.email.protected": [
    "{site} says the switch is off. New searches by your address no longer lead to you. Whoever found your account before still knows it.",
    "Below the verdict.",
  ],
  "advice.both.exposed": [
    "Anyone who has one of them, or guesses it, can find this account.",
    "Below the verdict: the phone number or the email address.",
  ],
  "advice.both.protected": [
    "{site} says both switches are off. New searches by your number or address no longer lead to you. Whoever found your account before still knows it.",
    "Below the verdict.",
  ],
  "advice.aged": [
    "You checked {ago}. It may have changed since.",
    "Below the verdict of a check that was weeks ago. {ago} is “45 days ago”.",
  ],
  "not-known": ["Not known", "In place of a setting’s state or answer."],
  "unknown.title.sign-in": [
    "Sign in to {site}, and Unlisted can look at your settings.",
    "Large, in place of a verdict: what the person can do.",
  ],
  "unknown.title.password": ["{site} wants your password first.", "Large, in place of a verdict."],
  "unknown.title.look-yourself": ["Please look at this setting on {site} yourself.", "Large, in place of a verdict."],

  // Why there is no answer, and what to do
  "why-unknown.signed-out": [
    "Nobody is signed in to {site} at {address} in this window.",
    "Why there is no answer. The address is the site’s own, such as “example.com”.",
  ],
  "why-unknown.permission-denied": [
    "Unlisted is not allowed to look at {site} in this browser.",
    "Why there is no answer.",
  ],
  "why-unknown.password-required": ["{site} asks for your password before it shows this.", "Why there is no answer."],
  "why-unknown.timed-out": ["{site} took too long to answer.", "Why there is no answer."],
  "why-unknown.offline": ["{site} could not be reached.", "Why there is no answer."],
  "why-unknown.site-error": ["{site} answered with an error.", "Why there is no answer."],
  "why-unknown.page-changed": ["{site}’s page does not look the way Unlisted knows it.", "Why there is no answer."],
  "why-unknown.witnesses-disagree": ["{site} says two different things about this switch.", "Why there is no answer."],
  "why-unknown.save-pending": ["{site} is still saving a change.", "Why there is no answer."],
  "why-unknown.account-changed": ["{site} spoke of two accounts during the check.", "Why there is no answer."],
  "why-unknown.not-fresh": [
    "The open {site} tab says the switch is off, but that may be out of date.",
    "Why there is no answer.",
  ],
  "why-unknown.control-not-found": [
    "Unlisted could not find the switch for sure on {site}’s page, so nothing was clicked.",
    "Why a switch was not thrown.",
  ],
  "why-unknown.not-saved": ["{site} did not save the change.", "Why a switch was not thrown."],
  "why-unknown.interrupted": ["The check was interrupted before it was done.", "Why there is no answer."],
  "why-unknown.cancelled": ["You cancelled the check.", "Why there is no answer."],
  "why-change.cancelled": [
    "You stopped the change before Unlisted could check the result.",
    "Why it is not known whether a switch was thrown.",
  ],
  "why-change.not-fresh": [
    "Unlisted could only look at your open {site} tab, and that may be out of date.",
    "Why it is not known whether a switch was thrown.",
  ],

  // The same, where more is known
  "why-detail.account-locked": ["{site} has locked this account.", "Why there is no answer."],
  "next-detail.account-locked": [
    "Open {site} and follow its steps to unlock the account, then check again.",
    "What the person can do.",
  ],
  "why-detail.delegate-account": [
    "You use this account as a delegate, and {site} shows its settings only to its owner.",
    "Why there is no answer. A delegate may post in the name of somebody else’s account.",
  ],
  "next-detail.delegate-account": ["Ask the owner of the account to check it.", "What the person can do."],
  "why-detail.too-many-requests": [
    "{site} asks to wait: it was asked for this too often in a short time.",
    "Why there is no answer.",
  ],
  "next-detail.too-many-requests": ["Wait a quarter of an hour, then check again.", "What the person can do."],
  "why-detail.settings-blocked": [
    "{site}’s page could not load your settings. A blocker or your connection may be in the way.",
    "Why there is no answer. A blocker is an extension that keeps parts of pages from loading.",
  ],
  "next-detail.settings-blocked": [
    "If you use a blocker, allow {site} in it. Then check again.",
    "What the person can do.",
  ],
  "why-detail.script-blocked": ["Your browser or an extension blocks a part of {site}.", "Why there is no answer."],
  "next-detail.script-blocked": [
    "Allow {site} in your blocker or in your browser’s tracking protection, see whether {site} opens, then check again.",
    "What the person can do.",
  ],
  "why-detail.new-client": ["{site} has a new site that Unlisted cannot read yet.", "Why there is no answer."],
  "why-detail.other-page": ["{site} led to another page than the one with your settings.", "Why there is no answer."],
  "next-detail.other-page": [
    "Open {site}, finish what it asks of you there, then check again.",
    "What the person can do.",
  ],
  "why-detail.led-elsewhere": [
    "Something in your browser, perhaps another extension, led {site}’s page elsewhere.",
    "Why there is no answer.",
  ],
  "next-detail.led-elsewhere": [
    "Switch off what does this, then check again.",
    "What the person can do, where something in the browser leads the site’s page elsewhere.",
  ],
  "why-detail.policy-forbids": [
    "Your browser keeps extensions away from {site}. Perhaps your organisation has set it so.",
    "Why there is no answer.",
  ],
  "next-detail.policy-forbids": [
    "Please look on {site}’s own page whether the switch is on, or ask whoever looks after this browser.",
    "What the person can do.",
  ],
  "why-detail.unconfirmed": [
    "The box on {site}’s page is not ticked, but nothing that {site} sent confirms it. That is not enough to be sure.",
    "Why there is no answer. Box: the tick box of the setting.",
  ],
  "why-detail.not-said": [
    "What {site} sent does not say clearly how this is set.",
    "Why there is no answer. “This” is the setting.",
  ],
  "next-step.signed-out": ["Sign in, then check again.", "What the person can do."],
  "next-step.permission-denied": [
    "Check again and choose “Allow”, or open {site} in this window and click the Unlisted button there.",
    "What the person can do. “Allow” is the browser’s own button.",
  ],
  "next-step.password-required": [
    "Open {site}’s settings, enter your password there, then check again.",
    "What the person can do.",
  ],
  "next-step.timed-out": ["Make sure that you are online, then check again.", "What the person can do."],
  "next-step.offline": ["Make sure that you are online, then check again.", "What the person can do."],
  "next-step.site-error": ["Wait a few minutes, then check again.", "What the person can do."],
  "next-step.page-changed": ["Please look on {site}’s own page whether the switch is on.", "What the person can do."],
  "next-step.witnesses-disagree": [
    "Please look on {site}’s own page whether the switch is on, and check again in a few minutes.",
    "What the person can do.",
  ],
  "next-step.save-pending": ["Wait a moment, then check again.", "What the person can do."],
  "next-step.account-changed": [
    "Choose the account on {site} that you want to check, then check again.",
    "What the person can do.",
  ],
  "next-step.not-fresh": ["Check now to be sure.", "What the person can do."],
  "next-step.control-not-found": [
    "Please change the switch yourself on {site}’s own page, then check again.",
    "What the person can do.",
  ],
  "next-step.not-saved": [
    "Try again in a few minutes, or change the switch yourself on {site}’s own page and check again.",
    "What the person can do.",
  ],
  "next-step.interrupted": [
    "Check again, and leave the tab that opens for it alone. If that does not help, close your browser and open it again.",
    "What the person can do.",
  ],
  "next-step.cancelled": ["Check again whenever you like.", "After the person cancelled a check."],
  "next-change.cancelled": [
    "{site} may have saved it already. Look now to see.",
    "After the person stopped a change. “It” is the change; “Look now” is the button below.",
  ],

  // What a result rests on
  "number.yes": ["Your {site} account has a phone number.", "A fact that a check found."],
  "number.no": [
    "Your {site} account has no phone number.",
    "A fact that a check found. Say it of the account: the site may still hold the number elsewhere.",
  ],
  "number.unknown": [
    "Unlisted could not tell whether your {site} account has a phone number.",
    "A fact that a check could not find.",
  ],
  "number.not-fresh": [
    "The open tab does not say. Check now to find out.",
    "Why it is not known whether the account has a number.",
  ],
  "number.remove": [
    "Remove it, carefully",
    "Link beside “Your account has a phone number”: begins to guide the person to it.",
  ],
  "evidence.both": [
    "What {site}’s page keeps in your browser and the box on that page say the same.",
    "What a verdict rests on. Box: the tick box of the setting.",
  ],
  "evidence.memory": ["Read from what {site}’s page keeps in your browser.", "What a verdict rests on."],
  "evidence.page": ["Read from the box on {site}’s page.", "What a verdict rests on."],
  "evidence.answer": ["Read from what {site} answered to its own page.", "What a verdict rests on."],
  "evidence.answer-and-box": [
    "What {site} answered to its own page and the box on that page say the same.",
    "What a verdict rests on. Box: the tick box of the setting.",
  ],

  // What Unlisted saw
  "saw.title": ["What Unlisted saw", "Opens a list of technical words, for those who help to mend Unlisted."],
  "saw.words": [
    "This helps those who mend Unlisted. Nothing in it tells who you are: no name, no number, no address. It does tell how your switches were set. It stays here unless you save it and send it yourself.",
    "Above that list.",
  ],
  "saw.save": ["Save it as a file", "Button. “It” is what Unlisted saw."],
  "saw.gone": [
    "What this check saw is not kept any more. Check again to see it.",
    "In the place of that list, after the browser was closed.",
  ],
  "provenance.account": [
    "The account signed in to {site}",
    "Whom a result is about, where its name is not known. A line of its own with a dot after it.",
  ],
  "provenance.checked": [
    "{who} · checked {time} ({ago})",
    "Whom a result is about and how old it is: “@ada · checked 14:03 (2 minutes ago)”.",
  ],
  "provenance.open-tab": [
    "{who} · from your open {site} tab, as of {time} ({ago})",
    "As above, for what a tab that was open already says.",
  ],
  "just-now": ["just now", "In place of “2 minutes ago”."],
  "checked-ago": ["Checked {ago}", "At the foot: “Checked 2 minutes ago”."],
  "look-failed": ["The last check did not get through.", "Above an older answer; why follows."],
  "look-now": ["Look now", "Button: checks."],
  "open-setting": ["Open this setting on {site}", "Link to the site’s own page."],
  "open-sign-in": ["Open {site} to sign in", "Button: opens the site’s own page."],
  "open-site": ["Open {site}", "Button: opens the site’s own page."],
  "other-settings.less.one": [
    "{count} of {total} other settings could be more private",
    "Opens a list. {count} and {total} are numbers.",
  ],
  "other-settings.less.other": [
    "{count} of {total} other settings could be more private",
    "Opens a list. {count} and {total} are numbers; {count} may be zero.",
  ],
  "other-settings.unknown.one": ["{count} not known", "After the sentence before, after a dot."],
  "other-settings.unknown.other": ["{count} not known", "After the sentence before, after a dot."],

  // Changing a switch
  "switch-off": ["Switch it off for me", "Button: Unlisted clicks the site’s own box."],
  "switch-off.promise": [
    "This unticks “{label}” for {account} on {site}’s settings page, then looks whether {site} has saved it.",
    "Below the button. The label is the setting’s name on the site.",
  ],
  "switch-off.both": ["Switch both off for me", "Button: Unlisted clicks both of the site’s own boxes."],
  "switch-off.both.promise": [
    "This unticks “{phone}” and “{email}” for {account} on {site}’s settings page, then looks whether {site} has saved both.",
    "Below the button. Phone and email are the settings’ names on the site.",
  ],
  "switch-off.only.phone": ["Switch off only for the phone number", "Button below the one that switches both off."],
  "switch-off.only.email": ["Switch off only for the email address", "Button below the one that switches both off."],
  "switch-off.unnamed": [
    "Unlisted could not tell whose account this is, so it clicks nothing for you. “Show me where” takes you to the switch.",
    "In the place of the button that switches off. “Show me where” is the button below.",
  ],
  "show-me-where": ["Show me where", "Button: starts the guide on the site’s page."],
  undo: ["Undo: let people find me this way again", "Button after Unlisted has switched it off."],
  "change.off.done": [
    "{identifier}: switched off with Unlisted {ago}. {site} has saved it.",
    "What came of a change. {identifier} is “Phone number”, {ago} “2 minutes ago”.",
  ],
  "change.on.done": [
    "{identifier}: switched on again with Unlisted {ago}. {site} has saved it, and people may find you this way again.",
    "What came of a change, as above.",
  ],
  "change.off.unconfirmed": [
    "{identifier}: Unlisted can’t confirm that it was switched off.",
    "What came of a change. {identifier} is “Phone number”.",
  ],
  "change.on.unconfirmed": [
    "{identifier}: Unlisted can’t confirm that it was switched on again.",
    "What came of a change, as above.",
  ],
  understood: ["OK", "Button that closes a notice."],
  "guide-removed": ["The guide was taken off {site}’s page.", "Heading of a warning."],
  "guide-removed.words": [
    "{site}’s page, or another extension, has removed or hidden it. Don’t trust what that page shows now, not even the box. You can go on from here: check again to see what {site} has saved.",
    "Warning below that heading. Box: the tick box of the setting on the site’s page.",
  ],
  "guide-not-allowed": ["Unlisted can’t guide you on {site}.", "Heading of a notice."],
  "guide-not-allowed.words": [
    "It is not allowed to look at {site} in this browser. On the page that has opened, please look for the setting yourself, or choose “Show me where” again and allow it.",
    "Below that heading. “Show me where” is a button.",
  ],

  // The guide on the site's page
  "guide.step": ["Step {number} of {count}", "Above each step of the guide."],
  "guide.does.phone": [
    "While this box is ticked, {site} may lead anyone who has your phone number to {account}.",
    "What the switch does.",
  ],
  "guide.does.email": [
    "While this box is ticked, {site} may lead anyone who has your email address to {account}.",
    "What the switch does.",
  ],
  "guide.your-account": ["your account", "In place of {account} where its name is not known."],
  "guide.how": ["Untick it yourself, or let Unlisted click it for you.", "After what the switch does."],
  "guide.checking": ["Looking whether {site} has saved it…", "Title while it is looked at again."],
  "guide.why-checking": [
    "{site} shows a change before it has saved it. So Unlisted opens the page again in a background tab and looks.",
    "Below that title.",
  ],
  "guide.now-off": ["The switch is off. {site} has saved it.", "Title: it is proven."],
  "guide.means.phone": [
    "Unlisted opened {site}’s settings again to be sure. {site} now says that it no longer leads people who have your phone number to {account}.",
    "Below that title.",
  ],
  "guide.means.email": [
    "Unlisted opened {site}’s settings again to be sure. {site} now says that it no longer leads people who have your email address to {account}.",
    "Below that title.",
  ],
  "guide.now-on": ["The switch is on again. {site} has saved it.", "Title after undoing."],
  "guide.undone": [
    "It is as it was before: people may find you this way again. You can switch it off whenever you like.",
    "Below that title.",
  ],
  "guide.looking-for-number": [
    "Looking whether your {site} account still has a number…",
    "Title while it is looked at again.",
  ],
  "guide.number.yes": ["Your {site} account still has a phone number.", "Title after the number was to be removed."],
  "guide.number.no": ["Your {site} account has no phone number any more.", "Title after the number was removed."],
  "guide.number.unknown": ["Unlisted could not tell whether your {site} account still has a number.", "Title."],
  "guide.number-gone": ["Unlisted looked again to be sure: this account shows no number any more.", "Below the title."],
  "guide.number-again": [
    "If you have just removed it, wait a moment, then look again.",
    "Below the title; the number.",
  ],
  "guide.never-done": [
    "This is yours to do: Unlisted never does it for you.",
    "Below a step that only the person may take.",
  ],
  "guide.failed.account-changed": ["Another account is signed in now.", "Title: a step did not work."],
  "guide.failed.interrupted": ["The check was interrupted.", "Title: a step did not work."],
  "guide.try.account-changed": [
    "This guide belongs to the account that was checked, so it stops here. Close it and check again.",
    "What to try.",
  ],
  "guide.try.signed-out": ["Sign in, then try again.", "What to try."],
  "guide.try.password-required": [
    "Enter it on {site}’s own page, never in this guide. Then try again.",
    "What to try. “It” is the password.",
  ],
  "guide.try.permission-denied": [
    "Allow Unlisted to look at {site} in your browser’s settings for extensions, then try again.",
    "What to try.",
  ],
  "guide.try.control-not-found": ["Please click the box yourself: Unlisted looks whether it is saved.", "What to try."],
  "guide.try.offline": ["Make sure that you are online, then try again.", "What to try."],
  "guide.try.not-saved": ["Wait a moment and try again. If it stays like this, try in {site}’s app.", "What to try."],
  "guide.box-differs": [
    "The box here looks unticked, but when Unlisted opened the page again it was still ticked.",
    "Before what to try, where the site did not save a change.",
  ],
  "guide.try.again": ["Please try again.", "What to try."],
  "guide.offer": ["You can go further", "Title after the switches."],
  "guide.offer.words": ["If you like, there is more that helps:", "Above a list of further steps."],
  "guide.offer.after-all": [
    "Both switches are off. That stops new searches by phone number and email address, not other ways of finding you. If you like, there is more that helps:",
    "Above a list of further steps.",
  ],
  "guide.summary": ["How things are now", "Title at the end of the guide."],
  "guide.still-on": ["Still on: {settings}.", "At the end of the guide; a list of settings."],
  "guide.number-remains": [
    "Your account has a phone number. As long as {site} has it, it could leak. Taking it off your account is the only way to rule that out from now on.",
    "At the end of the guide.",
  ],
  "guide.still-known": [
    "Anyone who found your account by your number or address before still knows it.",
    "At the end of the guide.",
  ],
  "guide.look-again": [
    "Look again in three months, and whenever you add a number or an account.",
    "At the end of the guide.",
  ],
  "guide.reminded": [
    "Unlisted will remind you on {day}.",
    "At the end of the guide, after a click on “Remind me in 3 months”.",
  ],
  "guide.before": ["Before", "Column of a small table: as it was before the guide."],
  "guide.now": ["Now", "Column of a small table: as it is now."],
  "guide.number": ["Phone number in your account", "Row of that table, answered by yes or no."],
  "guide.answer.yes": ["Yes", "In that table."],
  "guide.answer.no": ["No", "In that table."],
  "guide.answer.still-yes": [
    "Still there",
    "In that table, in the column “Now”: the number was there before and is there now.",
  ],
  "guide.elsewhere": ["This step is on another page of {site}.", "While the person has gone elsewhere."],
  "guide.loading": ["Waiting for {site}’s page…", "While the page loads."],
  "guide.signed-out": [
    "Nobody is signed in to {site} here. Sign in, and the guide goes on by itself.",
    "While nobody is signed in.",
  ],
  "guide.password": [
    "{site} asks for your password. Enter it on {site}’s own page, never in this guide. Then the guide goes on by itself. Unlisted never looks at what you type.",
    "While the site asks for it.",
  ],
  "guide.not-found": [
    "Unlisted can’t find this switch for sure, so it points at nothing. Please look for “{label}” yourself.",
    "The label is the setting’s name on the site.",
  ],
  "guide.to-place": ["Go to it on the page", "For keyboards and screen readers: moves to the site’s own box."],
  "guide.close": ["Close the guide", "Name of the cross at the corner."],
  "guide.button.next": ["Next", "Button of the guide."],
  "guide.button.done": ["Done", "Button of the guide: the person has done this step."],
  "guide.button.skip": ["Skip", "Button of the guide."],
  "guide.button.retry": ["Try again", "Button of the guide."],
  "guide.button.take-me-there": ["Take me there", "Button of the guide: goes to the right page."],
  "guide.button.go-on": ["Go on", "Button of the guide: to the further steps."],
  "guide.button.enough": ["That’s enough", "Button of the guide: no further steps."],
  "guide.button.removed": ["I have removed it", "Button of the guide: the number."],
  "guide.button.close": ["Close", "Button of the guide."],

  // Why it matters
  "why.title": ["Why does this matter?", "Opens four short answers below a verdict."],
  "why.more": ["More on why it matters", "Link."],
  "why.who": ["Who could use this switch against you?", "A question."],
  "why.learn": ["What do they learn?", "A question."],
  "why.happened": ["What has happened?", "A question."],
  "why.stays": ["What does switching it off not protect you from?", "A question."],
  "why.who.phone": [
    "Most often somebody who already has your number, from your family, your past or your work. That person needs one try.",
    "Answer. Calm and plain: no fear-mongering.",
  ],
  "why.who.email": [
    "Most often somebody who already has your address, from your family, your past or your work. That person needs one try.",
    "Answer. The email address.",
  ],
  "why.stalkers": [
    "Of the people who were stalked in the United States in {year}, {share} knew their stalker.",
    "{share} is “about 67%”.",
  ],
  "why.others.phone": [
    "Somebody who does not have your number may try made-up numbers until there is a match. This has happened.",
    "Answer.",
  ],
  "why.others.email": ["Others may try long lists of addresses. This has happened.", "Answer."],
  "why.learn.words": [
    "Which account is yours, and so all that it shows: what you write, whom you follow. That is so even if you use another name there. They get neither your password nor your messages this way.",
    "Answer.",
  ],
  "why.tried": [
    "In {year}, a researcher tried {tried} made-up phone numbers on {platform} and matched {matched} of them to accounts.",
    "{tried} is “more than 2 billion”, {matched} “about 17 million”.",
  ],
  "why.stopped": [
    "In {month}, {platform} said that it had stopped a large network of fake accounts that did the same. Some of them may have had ties to governments. It did not say how many people they found.",
    "{month} is “February 2020”.",
  ],
  "why.flaw": [
    "In {month}, {platform} said that a flaw had told anyone which account belonged to an email address or phone number. Accounts offered for sale: {accounts}.",
    "{accounts} is “about 5.4 million”.",
  ],
  "why.list": [
    "In {month}, a list of {accounts} email addresses with their accounts, made with the same flaw, was put online.",
    "{accounts} is “about 200 million”.",
  ],
  "why.undoes-nothing.phone": [
    "It does not undo what has happened: whoever has matched your number to your account already still knows. Switching off stops new searches only.",
    "Answer.",
  ],
  "why.undoes-nothing.email": [
    "It does not undo what has happened: whoever has matched your address to your account already still knows. Switching off stops new searches only.",
    "Answer.",
  ],
  "why.not-complete.phone": [
    "Off is not complete protection. Another flaw, open for {months}, revealed accounts even with the switch off. As long as {site} has your number, it could leak; taking it off your account is the only way to rule that out from now on. If you sign in with codes by text message, set up an authenticator app first.",
    "{months} is “about 7 months”.",
  ],
  "why.not-complete.email": [
    "Off is not complete protection. That flaw was open for {months} and worked even with the switch off. It has been closed.",
    "{months} is “about 7 months”.",
  ],
  "why.closed": [
    "The way that was used in {tried} was closed in {closed}. Nobody has published since then how fast numbers can be tried on {site}.",
    "{tried} and {closed} are years.",
  ],
  "name-today": [
    "{former} (today {now})",
    "A site’s name then and now: its name then, and in brackets its name today.",
  ],
  "source.one": ["Source: {sources}", "Below a claim."],
  "source.other": ["Sources: {sources}", "Below a claim."],

  // The report
  "report.title": ["Unlisted: report", "Title of the tab."],
  "report.name": ["Report", "Link to the page with all that was found."],
  "report.contents": ["On this page", "Name of the list of links to the page’s parts."],
  "report.findings": ["Where you stand", "Heading."],
  "report.no-findings": [
    "Your settings on {site} have not been checked yet. One click does it.",
    "Before the first check.",
  ],
  "report.not-looked": ["Not looked at yet", "Heading, before the first check."],
  "why-page.title": ["Why it matters", "Title of a page, and link to it."],
  "to-do.title": ["What to do", "Heading above the steps that a person can take."],
  "to-do.switch": [
    "Untick “{label}”.",
    "A step. {label} is the setting’s name on the site; the page’s address follows.",
  ],
  "to-do.done": ["Nothing is left to do here. Look again from time to time.", "In the place of the steps."],
  "wrong.title": ["Is something wrong?", "Link and heading."],
  "wrong.words": [
    "If what Unlisted says does not fit what you see on {site}, believe what you see on {site}’s own page. Check again. If it still does not fit, you can help to mend it: open “{saw}” below the answer, and send us what it shows.",
    "Below that heading. {saw} is “What Unlisted saw”.",
  ],
  "wrong.report": ["Tell us", "Link: opens the project’s page for reports in a new tab."],
  "settings.title": ["Settings", "Heading, and link to it."],
  "plain-button": ["Keep the button plain", "A tick box."],
  "plain-button.words": [
    "Unlisted’s button in the toolbar then always looks the same. Otherwise anyone who can see your screen can read from it what was found.",
    "Below the tick box.",
  ],
  leave: ["Leave", "Button on each page: closes it at once."],
  "leave.words": [
    "“Leave” closes this page at once. The page stays in your browser’s history.",
    "Beside that button, on the first page.",
  ],
  "read-first.link": [
    "Can somebody else use this device, or your accounts? Read this first.",
    "Link on the first page.",
  ],
  "read-first.title": ["If somebody else can use this device or your accounts", "Title of a page."],
  "read-first.notice": [
    "Whoever can use your account can see how its settings are, and may notice when one changes.",
    "On that page.",
  ],
  "read-first.plan": [
    "If a change could put you in danger, plan it first: choose a calm moment, and talk to somebody you trust or to an organisation that helps people who are stalked or threatened.",
    "On that page.",
  ],
  "read-first.history": [
    "Unlisted’s pages stay in your browser’s history, and anyone who can use this browser can open Unlisted and read its own history. You can delete all of that.",
    "On that page.",
  ],
  "read-first.private": [
    "Of a check in a private window nothing is kept once that window is closed. Unlisted works there only if you allow it in your browser’s settings for extensions.",
    "On that page. Private window: also called incognito.",
  ],
  "read-first.button": [
    "Unlisted’s button shows what the last check found. In Unlisted’s settings you can keep it plain.",
    "On that page.",
  ],
  "read-first.device": [
    "If somebody may be watching this device, use another one, which they have never had in their hands, to look for help.",
    "On that page.",
  ],

  // How fast numbers could be tried
  "risk.title": ["How fast could someone try every number?", "Heading."],
  "risk.introduction": [
    "Searches by phone number have been abused in two ways: by people who had somebody’s number, and by people who tried every number there is.",
    "Below that heading.",
  ],
  "risk.country": ["Country of the phone number", "A choice."],
  "risk.choose-country": ["Choose a country", "A choice, not made yet."],
  "risk.known-digits": [
    "Last digits that they already know",
    "A slider from none to four: what somebody knows of a phone number.",
  ],
  "risk.known.none": ["none", "On that slider."],
  "risk.known.one": ["the last {count}", "On that slider: the last digit of a phone number."],
  "risk.known.other": ["the last {count}", "On that slider: the last digits of a phone number."],
  "risk.stays": [
    "Your choice is not sent or kept. Your number is not asked for: the country is enough.",
    "Below the choice.",
  ],
  "risk.tries": ["Somebody who tries every number", "Heading."],
  "risk.has": ["Somebody who already has your number", "Heading."],
  "risk.one-try": ["one try", "Large, in place of a duration: a person who has the number needs one try."],
  "risk.one-try-short": ["if somebody already has your number", "After “one try”, in the picture."],
  "risk.has-why": [
    "The country makes no difference to them, and no number needs guessing: while the switch is on, they just look.",
    "Below “one try”.",
  ],
  "risk.both-stop": ["Switching it off stops new searches by either of them.", "Below both headings."],
  "risk.picture": ["Numbers to try, and the time that it takes: {region}", "Title of a picture."],
  "risk.picture-means": [
    "Each bar reaches from the least to the most. Every mark on a scale stands for many times the mark before it. The same figures stand below as a table.",
    "Description of the picture for screen readers.",
  ],
  "risk.how-long": ["How long it takes", "In the picture."],
  "risk.as-table": ["As a table", "Opens the table."],
  "risk.who": ["Who", "Column of the table."],
  "risk.needs-all": ["Trying every number", "Column of the table: how long that takes."],
  "risk.needs-half": ["Until one certain number comes up, on average", "Column of the table: how long that takes."],
  "risk.caveats": ["What these figures do not say", "Heading."],
  "risk.numbers": ["{region}: {numbers} mobile numbers are possible there.", "{numbers} is “about 520–790 million”."],
  "risk.numbers-ending": [
    "{region}: {numbers} mobile numbers there end in these digits.",
    "{numbers} is “about 5.2–7.9 million”.",
  ],
  "risk.counted": ["possible mobile numbers", "In the picture, below “about 520–790 million”."],
  "risk.counted-ending": [
    "possible mobile numbers that end in these digits",
    "In the picture, below “about 5.2–7.9 million”.",
  ],
  "risk.pace": [
    "at the pace reached on {platform} in {year}",
    "After a duration, or below it. Short: it must fit into two lines of a narrow picture.",
  ],
  "risk.tries-at-pace": [
    "Somebody who tries every number, at the pace reached on {platform} in {year}",
    "Row of the table.",
  ],
  "risk.stopped": [
    "Both ways have been closed or slowed down since then. How fast it would go today, nobody has published.",
    "Below the durations.",
  ],
  "risk.no-mobile": [
    "{region} has no mobile numbers of its own, so there are none to try. Somebody who has a number of yours from elsewhere still needs one try.",
    "In place of the durations.",
  ],
  "risk.caveat.limited": [
    "{platform} has limited how fast numbers can be tried since the pace of {year} was measured.",
    "A caveat.",
  ],
  "risk.caveat.ranges": [
    "The figures are ranges, since nobody outside knows which numbers are in use. The lower end counts the numbers that were given to operators, the higher end all that the numbering plan allows.",
    "A caveat. Operators: phone companies.",
  ],
  "risk.caveat.fixed-lines-too": [
    "In this country mobile numbers look like those of fixed lines. The higher end counts both.",
    "A caveat.",
  ],
  "risk.caveat.operators-unknown": [
    "For this country there is no complete list of the numbers that operators were given. The figure is what the numbering plan allows, so it is the most that there can be.",
    "A caveat.",
  ],
  "risk.caveat.longer-numbers-left-out": [
    "In this country numbers can be very long. The longest are left out: they would make the figure larger without there being more phones.",
    "A caveat.",
  ],
  "risk.caveat.likelihood": [
    "They say how long trying takes, and nothing about how likely it is that somebody tries yours.",
    "A caveat. “They” are the figures, “yours” is your number.",
  ],
  "scale.thousand": ["a thousand", "Mark on a scale of counts. As short as can be."],
  "scale.million": ["a million", "Mark on a scale of counts. Short."],
  "scale.billion": ["a billion", "Mark on a scale of counts: a thousand millions. As short as can be."],
  "scale.second": ["second", "Mark on a scale of durations. Short."],
  "scale.minute": ["minute", "Mark on a scale of durations. Short."],
  "scale.hour": ["hour", "Mark on a scale of durations. Short."],
  "scale.day": ["day", "Mark on a scale of durations. Short."],
  "scale.month": ["month", "Mark on a scale of durations. Short."],
  "scale.year": ["year", "Mark on a scale of durations. Short."],
  "figure.about": ["about {figure}", "Before a count, a duration or a share."],
  "figure.more-than": ["more than {figure}", "Before a count."],
  "figure.almost": ["almost {figure}", "Before a count."],
  "figure.range": ["{least} to {most}", "From one duration or count to another: “3 weeks to 2 months”."],
  "figure.or-less": ["{figure} or less", "After a duration: “about 1 second or less”."],
  "figure.dollars": ["{amount} US dollars", "{amount} is “150 million”."],
  "figure.euros": ["{amount} euros", "{amount} is “265 million”."],

  // What has happened
  "incidents.title": ["What has happened", "Heading."],
  "incidents.introduction": [
    "What has become known of accounts tied to phone numbers and email addresses, the newest first.",
    "Below that heading.",
  ],
  "incidents.platform": ["Site or app", "A choice."],
  "incidents.all-platforms": ["All sites and apps", "A choice."],
  "incidents.identifier": ["Found by", "A choice: what people were found by."],
  "incidents.all-identifiers": ["Phone number or email address", "A choice."],
  "incidents.none": ["Nothing is told here of that. Choose something else above.", "Where nothing matches the choice."],
  "incidents.all-shown": ["All {total} are shown", "Above the list."],
  "incidents.some-shown": ["{shown} of {total} are shown", "Above the list."],
  "identifier.phone": ["Phone number", "What people can be found by."],
  "identifier.email": ["Email address", "What people can be found by."],
  "identifier.both": ["Phone number, email address", "What people were found by."],
  "incident-kind.insider": ["By people who worked there", "Label of an incident."],
  "incident-kind.other-use": ["Use for something else", "Label of an incident: numbers were used for another purpose."],
  "incident-kind.unproven": ["Claimed, not shown to be true", "Label of an incident."],
  "incident-figure.tried.phone": ["Numbers tried", "Label of a figure."],
  "incident-figure.tried.email": ["Addresses tried", "Label of a figure."],
  "incident-figure.triedPerHour.phone": ["Numbers tried in an hour", "Label of a figure."],
  "incident-figure.triedPerHour.email": ["Addresses tried in an hour", "Label of a figure."],
  "incident-figure.matched": ["Led to somebody", "Label of a figure: numbers that led to an account."],
  "incident-figure.accounts": ["Accounts", "Label of a figure."],
  "incident-figure.withRealName": ["With a likely real name", "Label of a share."],
  "incident-figure.withPhoto": ["With a photo that anyone could see", "Label of a share."],
  "incident-figure.days": ["Went on for", "Label of a duration."],
  "incident-figure.months": ["Went on for", "Label of a duration."],
  "incident-figure.countries": ["Countries", "Label of a figure."],
  "incident-figure.fineInDollars": ["Fine", "Label of an amount of money."],
  "incident-figure.fineInEuros": ["Fine", "Label of an amount of money."],
  "incident-figure.priceInDollars": ["Offered for", "Label of an amount of money."],
  "incident.social-networks-2010": [
    "Researchers gave social networks millions of email addresses and got the profiles of one person in nine.",
    "An incident.",
  ],
  "incident.facebook-2012": [
    "Anyone could type random numbers into Facebook’s search and see whose they were; Facebook said it was meant to be so.",
    "An incident.",
  ],
  "incident.facebook-2013": [
    "An app developer used Facebook’s search to collect details of {accounts} people before being stopped.",
    "An incident. {accounts} is “2.5 million”.",
  ],
  "incident.snapchat-2013": [
    "Security researchers showed that Snapchat’s friend finder checked any number, as fast as they could ask.",
    "An incident.",
  ],
  "incident.snapchat-2014": [
    "Somebody put {accounts} Snapchat names online, each with its phone number except for the last two digits.",
    "An incident. {accounts} is “4.6 million”.",
  ],
  "incident.kakaotalk-2015": [
    "Researchers guessed phone numbers, and KakaoTalk’s friend finder gave them profiles, most with a likely real name.",
    "An incident.",
  ],
  "incident.twitter-insiders-2015": [
    "Twitter employees who secretly worked for Saudi Arabia looked up who was behind thousands of accounts.",
    "An incident.",
  ],
  "incident.facebook-2015": [
    "An engineer sent made-up numbers to Facebook and got the names, photos and places of thousands of people.",
    "An incident.",
  ],
  "incident.telegram-2016": [
    "A group of hackers tested Iranian phone numbers and learned that {matched} of them were on Telegram.",
    "An incident. {matched} is “15 million”.",
  ],
  "incident.whatsapp-2016": [
    "Researchers tried random phone numbers and learned enough about one owner in five to make up a personal scam.",
    "An incident.",
  ],
  "incident.facebook-2018": [
    "Facebook ended its search by phone number and email address: most people’s profiles could have been collected with it.",
    "An incident.",
  ],
  "incident.twitter-support-form-2018": [
    "A help form of Twitter gave away which country an account’s phone number was from.",
    "An incident.",
  ],
  "incident.telegram-2019": [
    "Protesters in Hong Kong warned that uploading a long list of numbers could show which ones were in their groups.",
    "An incident.",
  ],
  "incident.twitter-2019": [
    "One researcher uploaded more than {tried} made-up numbers as contacts and matched {matched} to Twitter accounts.",
    "An incident. {tried} is “2 billion”, {matched} “17 million”.",
  ],
  "incident.twitter-2020": [
    "Twitter said that it had stopped many fake accounts from matching numbers to names, some perhaps for governments.",
    "An incident.",
  ],
  "incident.facebook-2021": [
    "The numbers of {accounts} Facebook users, collected through its tools for finding friends, were put online for free.",
    "An incident. {accounts} is “533 million”.",
  ],
  "incident.clubhouse-2021": [
    "Somebody claimed to sell {accounts} phone numbers from Clubhouse; researchers found the claim to be false.",
    "An incident. {accounts} is “3.8 billion”.",
  ],
  "incident.twitter-advertising-2022": [
    "Twitter was fined for using phone numbers and email addresses, given for security, to aim advertisements.",
    "An incident.",
  ],
  "incident.twitter-2022": [
    "A flaw told anyone whose Twitter account a number or address belonged to, even with the setting off.",
    "An incident.",
  ],
  "incident.twitter-2023": [
    "A list of {accounts} email addresses and their Twitter accounts, made with an earlier flaw, was put online.",
    "An incident. {accounts} is “200 million”.",
  ],
  "incident.whatsapp-2025": [
    "Researchers tried {tried} numbers on WhatsApp and found all its {matched} accounts; it has since set a limit.",
    "An incident. {tried} is “63 billion”, {matched} “3.5 billion”.",
  ],

  // History
  "history.title": ["History", "Heading."],
  "history.words": [
    "Every check is kept here, on this device only, until you delete it. Anyone who can use this browser can read them. There is room for {most}; after that the oldest are deleted. Checks made in a private window are never kept here.",
    "Below that heading. {most} is 500.",
  ],
  "history.none": ["There are no checks yet.", "In an empty list."],
  "history.on-again": ["On again", "Heading and label: a switch that was off is on."],
  "history.on-again.words": [
    "{account}: “{setting}” is on again. Checked on {off}: off. Checked on {on}: on.",
    "{account} is “@ada on” and the site’s name, or that it is not named there; {off} and {on} are days, or days with the time. {setting} is the setting’s title.",
  ],
  "history.on-again.advice": [
    "If you did not switch it on yourself, the site may have, or somebody else who can use your account.",
    "Below that.",
  ],
  "history.on-again.sessions": ["See who is signed in to your account", "Link to the site’s own list of devices."],
  "history.on-again.own": ["I did that myself", "Button: takes the warning away."],
  "history.off-now": ["Off now", "Label of a change."],
  "history.less-private": ["Less private", "Label of a change."],
  "history.more-private": ["More private", "Label of a change."],
  "history.changed": ["Changed", "Label of a change."],
  "history.opened.phone": [
    "The switch for your phone number is on again. At the check of {day} it was off.",
    "A change between two checks. {day} is “3 March 2026” or, of today, “09:14”.",
  ],
  "history.opened.email": [
    "The switch for your email address is on again. At the check of {day} it was off.",
    "A change between two checks.",
  ],
  "history.closed.phone": [
    "The switch for your phone number is off now. At the check of {day} it was on.",
    "A change between two checks.",
  ],
  "history.closed.email": [
    "The switch for your email address is off now. At the check of {day} it was on.",
    "A change between two checks.",
  ],
  "history.moved": [
    "{setting}: now “{now}”. At the check of {day}: “{before}”.",
    "A change between two checks of another setting.",
  ],
  "history.own": ["You had Unlisted change this.", "After a change."],
  "history.verdict.phone.exposed": ["switch was on", "After “Phone number:”. In the past: the check may be long ago."],
  "history.verdict.phone.dormant": [
    "switch was on, but the account had no number",
    "After “Phone number:”. In the past: the check may be long ago.",
  ],
  "history.verdict.phone.protected": [
    "switch was off",
    "After “Phone number:”. In the past: the check may be long ago.",
  ],
  "history.verdict.phone.unknown": ["not known", "After “Phone number:”. In the past: the check may be long ago."],
  "history.verdict.email.exposed": ["switch was on", "After “Email address:”. In the past: the check may be long ago."],
  "history.verdict.email.dormant": [
    "switch was on, but the account had no address",
    "After “Email address:”. In the past: the check may be long ago.",
  ],
  "history.verdict.email.protected": [
    "switch was off",
    "After “Email address:”. In the past: the check may be long ago.",
  ],
  "history.verdict.email.unknown": ["not known", "After “Email address:”. In the past: the check may be long ago."],
  "history.from-open-tab": ["From a tab that was open already, so it may have been out of date.", "Below a check."],
  "history.number-on-file": ["The account had a phone number.", "Below a check."],
  "history.no-number-on-file": ["The account had no phone number.", "Below a check."],
  "history.change-unconfirmed": [
    "You asked Unlisted to change a switch. That could not be confirmed.",
    "Below a check.",
  ],
  "history.no-answer": ["No answer.", "Of a check that did not get through."],
  "history.account": ["Account", "A choice."],
  "history.all-accounts": ["All accounts", "A choice."],
  "history.hidden-account": ["Account {number}", "In place of a name that is left out: “Account 2”."],
  "history.nameless": ["Account not named", "Where the site did not tell the account’s name."],
  "history.on-site": ["{account} on {site}", "“@ada on” and the site’s name."],
  "history.delete": ["Delete", "Button beside a check."],
  "history.delete-of": ["Delete the check of {when}", "The same button for screen readers."],
  "history.show-more": ["Show more ({count} left)", "Button below the list."],
  "history.delete-all": ["Delete all checks…", "Button below the list."],
  "history.delete-all.question.one": ["Delete {count} check?", "Asked before deleting."],
  "history.delete-all.question.other": ["Delete all {count} checks?", "Asked before deleting."],
  "history.delete-all.words": [
    "They are gone for good, and so is the last result that Unlisted shows.",
    "Below that question.",
  ],
  "history.delete-all.yes": ["Yes, delete all", "Button."],
  "history.delete-all.no": ["No, keep them", "Button."],
  "history.unreadable.one": [
    "{count} saved entry could not be read. It may be damaged, or from another version of Unlisted. It is kept aside.",
    "A notice.",
  ],
  "history.unreadable.other": [
    "{count} saved entries could not be read. They may be damaged, or from another version of Unlisted. They are kept aside.",
    "A notice.",
  ],
  "history.unreadable.words": ["Everything else works as before.", "After that."],
  "history.delete-unreadable": ["Delete what can’t be read", "Button below that."],
  "history.crowded-out.one": ["Your browser’s storage was full. To make room, {count} check had to go.", "A notice."],
  "history.crowded-out.other": [
    "Your browser’s storage was full. To make room, {count} checks had to go, the oldest first.",
    "A notice.",
  ],

  // Take it along
  "take-along.title": ["Save or print", "Heading: save, print and bring back the checks."],
  "take-along.words": [
    "Save your checks as a file, for yourself or for somebody who helps you. Whoever gets the file can read it. Nothing is sent anywhere.",
    "Below that heading.",
  ],
  "take-along.leave-name-out": ["Leave my account name out", "A tick box."],
  "take-along.leave-name-out.words": ["The list above and what you print leave it out too.", "Below the tick box."],
  "take-along.page": ["Save as a page to read", "Button."],
  "take-along.file": ["Save as a file for Unlisted", "Button."],
  "take-along.print": ["Print", "Button."],
  "import.title": ["Put saved checks back", "Heading."],
  "import.words": [
    "Choose a file that you saved for Unlisted before. Checks that are here already are not added twice.",
    "Below that heading.",
  ],
  "import.choose": ["Choose a file…", "Button."],
  "import.none-added": ["Nothing new was added.", "After an import."],
  "import.added.one": ["{count} check added.", "After an import."],
  "import.added.other": ["{count} checks added.", "After an import."],
  "import.known.one": ["{count} check from the file was here already.", "After an import."],
  "import.known.other": ["{count} checks from the file were here already.", "After an import."],
  "import.try-another": [
    "Choose a file that was saved with “{button}”.",
    "After why an import was refused: what the person can do. {button} is “Save as a file for Unlisted”.",
  ],
  "import.make-room": ["Delete checks that you no longer need, then try again.", "After why an import was refused."],
  "import.refused": ["“{file}” was not taken in.", "Before why an import was refused. {file} is a file’s name."],
  "import.left-out.one": [
    "Only the newest {most} are kept, so {count} check did not fit.",
    "After an import. {most} is 500.",
  ],
  "import.left-out.other": [
    "Only the newest {most} are kept, so {count} checks did not fit.",
    "After an import. {most} is 500.",
  ],
  "import.refused.not-ours": [
    "This is not a file that Unlisted has saved. Nothing was changed.",
    "Why an import was refused.",
  ],
  "import.refused.newer-version": [
    "This file comes from a newer version of Unlisted. Update Unlisted, then try again. Nothing was changed.",
    "Why an import was refused.",
  ],
  "import.refused.too-large": [
    "This file is too large: a file from Unlisted is never above {size}. Nothing was changed.",
    "Why an import was refused. {size} is “5 MB”.",
  ],
  "import.refused.damaged": [
    "This file comes from Unlisted, but it is damaged or was changed. Nothing was changed here.",
    "Why an import was refused.",
  ],
  "import.refused.no-room": [
    "Your browser has no room left for it. Nothing was changed.",
    "Why an import was refused.",
  ],
  "saved-page.title": ["Checks made with Unlisted", "Title of the saved page."],
  "saved-page.words": [
    "Saved on {day}. This is what Unlisted found at each check; it is not a statement by the sites.",
    "Below that title.",
  ],

  // Remind me
  "reminder.title": ["Remind me", "Heading."],
  "reminder.words": [
    "Sites change, and switches with them. Unlisted can remind you to look again: a small mark on its button. It never checks by itself.",
    "Below that heading.",
  ],
  "reminder.question": ["Remind me to check", "Above the choices “never”, “every month”…"],
  "reminder.never": ["Never", "A choice."],
  "reminder.months.one": ["Every month", "A choice."],
  "reminder.months.other": ["Every {count} months", "A choice: 3 or 6."],
  "reminder.private": [
    "Checks in a private window don’t count here, because nothing is kept of them.",
    "Below the choices.",
  ],
  "reminder.due": ["It’s time to look again.", "Below the choices."],
  "reminder.asked.one": ["You asked to be reminded every month.", "After that."],
  "reminder.asked.other": ["You asked to be reminded every {count} months.", "After that. 3 or 6."],
  "reminder.later": ["In a month", "Button: puts the reminder off."],
  "remind-me.one": ["Remind me in a month", "Button."],
  "remind-me.other": ["Remind me in {count} months", "Button; always 3."],
  "reminder.due-on": ["The next reminder comes on {day}.", "Below the choices."],
  "reminder.notify": ["Also show a notification", "A tick box."],
  "reminder.notify.words": [
    "Your browser will ask you to allow it. Anyone who can see your screen can see it: it names Unlisted.",
    "Below the tick box.",
  ],
  "reminder.notify.refused": ["Your browser did not allow notifications, so this stays off.", "Below the tick box."],
  "reminder.due-title": ["Unlisted: time to check again", "Tooltip of the toolbar button."],
  "reminder.notification": ["It’s time for your next check.", "The notification; its title is “Unlisted”."],
  "policy.reminder": ["Your organisation has set this.", "Beside a choice that the person cannot change."],
  "policy.notifications": [
    "Your organisation has switched notifications off.",
    "Beside a tick box that the person cannot change.",
  ],
} as const satisfies Catalogue;
