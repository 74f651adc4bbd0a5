// Every text of the window in English. Plain words, no blame, never an all-clear.

const number = new Intl.NumberFormat("en-GB");
// A date without a time is read as midnight in UTC, so it is written in UTC too, or the Americas would see the day before.
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const today = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

function count(n: number, one: string, many: string): string {
  return `${number.format(n)} ${n === 1 ? one : many}`;
}

/** Sizes of files as people say them. */
function bytes(n: number): string {
  const units: [number, string][] = [
    [1e9, "GB"],
    [1e6, "MB"],
    [1e3, "kB"],
  ];
  for (const [unit, name] of units) {
    if (n >= unit) return `${number.format(n >= 100 * unit ? Math.round(n / unit) : Math.round((n / unit) * 10) / 10)} ${name}`;
  }
  return count(n, "byte", "bytes");
}

function percent(done: number, total: number): string {
  return `${total > 0 ? Math.floor((done / total) * 100) : 0} %`;
}

function duration(seconds: number): string {
  if (seconds < 2) return "no time at all";
  const units: [number, number, string][] = [
    [60, 1, "second"],
    [3600, 60, "minute"],
    [86400, 3600, "hour"],
    [2592000, 86400, "day"],
    [31536000, 2592000, "month"],
    [3153600000, 31536000, "year"],
  ];
  for (const [below, unit, name] of units) {
    if (seconds < below) return `about ${count(Math.max(1, Math.round(seconds / unit)), name, `${name}s`)}`;
  }
  return "more than a hundred years";
}

/** Minutes as people say them. */
function spell(minutes: number): string {
  if (minutes < 90) return count(minutes, "minute", "minutes");
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes % 60) / 10) * 10;
  if (rest === 60) return count(hours + 1, "hour", "hours");
  return rest === 0 ? count(hours, "hour", "hours") : `${count(hours, "hour", "hours")} ${rest} minutes`;
}

export const en = {
  /** The language of these texts, as the advice knows it. */
  code: "en",
  app: "Selfcheck",
  leave: "Leave quickly",
  leaveKeys: "Esc Esc",
  leaveHint: "Closes this window at once. Pressing Esc twice does the same.",
  back: "Back",
  home: "Home",
  notKept: "What you tick and answer is kept until you close this window. Nothing is saved on this computer.",
  moment: (text: string) => moment.format(new Date(text)),

  homeTitle: "What would you like to do?",
  homeIntro: "No account, no tracking. Your passwords stay with you.",
  doorNotice: "Follow a notice",
  doorNoticeText: "A site you use was attacked. Open its notice and go through the steps, one at a time.",
  doorCheck: "Check a password",
  doorCheckText: "See how hard it is to guess, and whether it has been leaked.",
  doorPractice: "Try it with a practice notice",
  doorPracticeText: "A made-up attack on a made-up forum, to see how this works.",
  openSteps: "Your steps",
  openStepsOf: (title: string) => `From: ${title}`,
  continueWalk: "Continue",
  closeNotice: "Close this notice",
  closeNoticeAsk: "Closing it takes your ticks and answers with it.",
  closeNoticeYes: "Close it and forget my ticks",
  keepNotice: "Keep it open",
  replaceTitle: (title: string) => `"${title}" is open`,
  replaceAsk: "Another notice takes its place, and your ticks and answers go with it. A newer statement of the same notice keeps them.",
  replaceYes: "Open another notice",
  minutesLeft: (minutes: number) => `About ${spell(minutes)} left.`,

  checkTitle: "Check a password",
  checkIntro: "Type one password. While you type it is rated on this computer only; no list is asked before you press Check.",
  passwordLabel: "Password",
  reveal: "Show while held",
  revealHint: "Hold this button, or the space bar on it, to see what you typed.",
  check: "Check",
  checking: "Checking",
  cancel: "Stop checking",
  clear: "Clear",
  aboutSummary: "Words that others connect with you",
  aboutLabel: "Names, dates, pets, the name of the site; a comma between them",
  aboutHint: "Passwords with these words count as weaker. They stay on this computer and are forgotten.",
  firstTitle: "Before the first online check",
  firstText: (host: string) =>
    `The list inside this program is asked first. If your password is not on it, five characters of a scrambled form of it (a hash) are sent to ${host}. Thousands of passwords share these five characters, so nobody there learns yours. Your user name is never sent.`,
  firstOnline: (host: string) => `Check, and ask ${host} if needed`,
  firstOffline: "Only on this computer",
  nowOnline: (host: string) => `If needed, ${host} is asked too.`,
  nowOffline: "Only lists on this computer are asked.",
  inSettings: "Change it in Settings",
  change: "Change",

  strength: ["Very weak", "Weak", "Fair", "Good", "Strong"] as [string, string, string, string, string],
  strengthIs: (word: string) => `Strength: ${word}`,
  strengthTimes: (offline: string, online: string) =>
    `Guessing it from a stolen, well-kept list would take ${offline}. Guessing it at a log-in page would take ${online}.`,
  strengthNote: "This says how hard it is to guess, not whether it has been leaked.",
  duration,
  warnings: {
    "keyboard-row": "A straight row of keys is guessed at once.",
    "keyboard-pattern": "A short pattern of keys is easy to guess.",
    "repeated-character": "One character again and again is easy to guess.",
    "repeated-part": "Repeating a part adds hardly anything.",
    "top-10": "This is one of the ten most used passwords.",
    "top-100": "This is one of the hundred most used passwords.",
    common: "Many people use this password.",
    "like-common": "This is very like a password that many people use.",
    sequence: "Sequences such as abc or 6543 are easy to guess.",
    "recent-year": "Recent years are easy to guess.",
    "single-word": "One word alone is easy to guess.",
    date: "Dates are easy to guess.",
    "name-alone": "A name alone is easy to guess.",
    "common-name": "Common names are easy to guess.",
  },
  suggestions: {
    "few-words": "Use a few words that do not belong together.",
    "no-symbols-needed": "Symbols, digits and capitals are not needed.",
    "more-words": "Add another word or two, the rarer the better.",
    "capitals-help-little": "A capital letter helps only a little.",
    "all-capitals-help-little": "Capitals throughout help only a little.",
    "reversed-helps-little": "Writing a word backwards helps only a little.",
    "swaps-help-little": "Swaps such as @ for a help only a little.",
    "longer-pattern": "Use a longer pattern of keys with more turns.",
    "avoid-repeats": "Leave out repeated words and characters.",
    "avoid-sequences": "Leave out sequences.",
    "avoid-recent-years": "Leave out recent years.",
    "avoid-own-years": "Leave out years that others connect with you.",
    "avoid-own-dates": "Leave out dates that others connect with you.",
  },

  verdict: {
    found: "This password has been leaked",
    not_on_this_list: "Not on the lists that were asked",
    could_not_check: "Could not check",
    not_asked: "No list was asked",
  },
  verdictNext: {
    found: "Stop using it. Change it everywhere you used it, the accounts with money or private things first.",
    not_on_this_list:
      "That is not a promise: somebody may know it all the same. If a site you used it on was attacked, change it there anyway.",
    could_not_check: "Nothing is known about this password. Treat it as if it had been leaked until a check has worked.",
    not_asked: "Press Check when you like.",
  },
  answer: {
    found: "Found",
    not_on_this_list: "Not on this list",
    could_not_check: "Could not check",
    not_asked: "Not asked",
  },
  listEmbedded: "The list inside this program",
  listFile: (name: string) => `The list file ${name} on this computer`,
  listRange: (host: string) => `The online list at ${host}`,
  seen: (n: number, minimum: boolean) =>
    `Seen ${n >= 1e6 ? "more than " : minimum ? "at least " : ""}${n >= 1e6 ? `${number.format(Math.floor(n / 1e5) / 10)} million` : number.format(n)} ${n === 1 ? "time" : "times"} in leaks.`,
  rank: {
    top_1000: "Among the 1,000 most used passwords.",
    top_10000: "Among the 10,000 most used passwords.",
    top_million: "Among the million most used passwords.",
  },
  notNeeded: "Not needed: it was already found.",
  notAllowed: "You chose to check only on this computer.",
  reasons: {
    unreachable: "The service cannot be reached. Check your connection and try again.",
    interrupted: "The connection broke off. Try again.",
    timed_out: "The service did not answer in time. Try again later.",
    rate_limited: "The service is being asked too often. Try again in some minutes.",
    server_error: "The service has trouble of its own. Try again later.",
    unexpected_status: "The service did not give the list. Try again later.",
    redirected: "Something on the way sent us elsewhere, as log-in pages of public networks do. Log in there first, or use another network.",
    empty_answer: "The answer was empty. Something on the way may have replaced it. Use another network, or try later.",
    not_a_list: "The answer was not a list of passwords. Something on the way may have replaced it. Use another network, or try later.",
    too_large: "The answer was too large to be the list. Use another network, or try later.",
    unreliable: "The answer lacks entries that it should have, so it proves nothing. Try again later.",
    cancelled: "You stopped it before it was done. Press Check to start again.",
    file_unreadable: "The list file cannot be opened. Choose it again.",
    file_foreign: "The file is not a list that Selfcheck reads. Choose another one.",
    file_damaged: "The list file is damaged. Get it again.",
  },
  reasonUnknown: "The check did not work. Try again later.",
  retryAfter: (seconds: number) => `It asks to be left alone for ${duration(Math.max(2, seconds))}.`,
  receiptTitle: "What left this computer",
  receiptNothing: "Nothing.",
  receiptLine: (sent: string, host: string, requests: number) =>
    `The five characters ${sent} of a hash, to ${host}${requests > 1 ? `, ${requests} times` : ""}. Thousands of passwords share them.`,
  receiptPlain: "Without encryption, because that address is on this computer.",

  makerTitle: "Make a new passphrase",
  makerText: "Random words are easy to type and hard to guess.",
  makerWords: "How many words",
  makerWordsHint: (words: number) =>
    words <= 3 ? "Enough for a site that limits guessing." : words <= 4 ? "Good for most sites." : "Right for your e-mail or a password manager.",
  makerLanguage: "Language of the words",
  languages: { en: "English", de: "German", es: "Spanish", fr: "French" },
  make: "Make a passphrase",
  makeAnother: "Make another",
  copy: "Copy",
  copied: (seconds: number) => `Copied. It is taken from the clipboard again after ${seconds} seconds.`,
  entropy: (words: number, bits: number) => `${count(words, "word", "words")}, ${number.format(bits)} bits of chance.`,
  useIt: "Put it in the field above",

  trust: {
    unsigned: "Nobody vouches for this file.",
    practice: "Practice. Nothing in this notice happened.",
  },
  trustText: {
    unsigned:
      "Its text is shown as it is, its links and its own steps are not used. The steps that follow are Selfcheck's own advice for the kinds of data it names.",
    practice: "It ships inside this program, so its own steps and questions are shown too.",
  },
  revision: (n: number) => `Statement ${n}`,
  revisions: "The statements of this practice notice",
  status: {
    interim: "More is to come",
    final: "Final",
    withdrawn: "Taken back by its publisher",
  },
  published: (when: string) => `Published ${when}`,
  nextUpdate: (when: string) => `Next update promised for ${when}`,
  changed: (n: number) => `${count(n, "thing has", "things have")} changed since you last read it`,
  sections: {
    happened: "What happened",
    consequences: "What it can lead to",
    doing: "What is being done",
    not_taken: "What was not taken",
    not_known: "What is not known yet",
  },
  taken: "What was taken, or may have been",
  withdrawnTitle: "This notice was taken back",
  withdrawnText: "Its publisher no longer stands by it. Look on the site itself for what holds now.",
  certainty: { confirmed: "Confirmed", possible: "Possible", "ruled-out": "Not taken" },
  protection: (how: string) =>
    how === "plain"
      ? "Kept readable."
      : how === "unknown"
        ? "How it was kept is not known."
        : how === "encrypted"
          ? "Kept encrypted."
          : `Kept scrambled (hashed) with ${how}.`,
  affects: "Whom it concerns",
  accounts: (n: number) => `${count(n, "account", "accounts")} affected`,
  accountsNotKnown: "How many accounts are affected is not known yet.",
  neverAsks: "They will never ask for",
  contact: "Contact",
  start: (steps: number, minutes: number) => `Start: ${count(steps, "step", "steps")}, about ${spell(minutes)}`,
  goOn: "Continue with the steps",

  question: (at: number, all: number) => `Question ${at} of ${all}`,
  whyAsked: "Why we ask",
  answers: { yes: "Yes", no: "No", not_sure: "Not sure" },
  notSureHint: "Keeps the careful choice.",
  next: "Continue",
  chooseOne: "Choose one of the three answers.",
  yourAnswers: "Check your answers",
  yourAnswersText: (steps: number) => `They lead to ${count(steps, "step", "steps")}. You can change them at any time.`,
  answerChangedNothing: "Your answer changed none of your steps.",
  answerBrought: "With your answer came:",
  answerTook: "With your answer went:",
  changeAnswer: (question: string) => `Change the answer to: ${question}`,
  toSteps: "Go to the steps",

  stepOf: (at: number, all: number, minutes: number) =>
    `Step ${at} of ${all}, ${minutes === 0 ? "all done" : `about ${spell(minutes)} left`}`,
  urgency: { now: "Do this now", today: "Today", this_week: "This week" },
  takes: (minutes: number) => `Takes about ${spell(minutes)}`,
  because: (what: string) => `Because of: ${what}`,
  fromNotice: "This step comes from the notice.",
  whatToDo: "What to do",
  contacts: "Whom to contact",
  country: "Contacts for",
  countryHint: "Decides whose police, helplines and offices the steps name.",
  contactsOverdue: (date: string) =>
    `These contacts were to be looked at again by ${day.format(new Date(date))}. Numbers may have changed: look at each one's own page first.`,
  placesToGo: "Where to do it",
  noContacts: "No contacts are known for this choice. Choose another.",
  countries: {
    gb: "United Kingdom",
    ie: "Ireland",
    us: "United States",
    de: "Germany",
    generic: "Anywhere else",
  },
  checkedOn: (date: string) => `Checked on ${day.format(new Date(date))}.`,
  opens: (host: string) => `Opens ${host} in your browser`,
  tool: "Do it here",
  done: "Done",
  notForMe: "Doesn't apply",
  later: "Later",
  markedDone: "You told us that this is done.",
  markedChecked: "Done; we checked it.",
  markedNotForMe: "You said that this doesn't apply.",
  markedLater: "Put off until later.",
  undo: "Take that back",
  nextStep: "Next step",
  changeAnswers: "Change my answers",

  summaryTitle: "Where you are now",
  summaryDone: (settled: number, all: number) => `${settled} of ${all} steps are done or not needed.`,
  summaryAll: "Every step is done or not needed. Come back to the notice when there is an update.",
  summaryOpen: "Still open",
  summaryLater: "Put off",
  summarySettled: "Done or not needed",
  summaryWithdrawn: "Taken back by the publisher",
  doneYouToldUs: "Done: you told us",
  doneWeChecked: "Done: we checked",
  state: { not_for_me: "Doesn't apply", later: "Later" },
  printPlan: "Print this plan",
  leafletOpen: "A sheet for somebody without a computer",
  leafletTitle: "Data about you was taken: what to do without a computer",
  leafletFor: "For somebody whose data was taken in an attack on a site, a shop or a club.",
  leafletFoot: "Nobody will ever call you and ask for this sheet, a password, a code or money.",
  print: "Print",
  saveAsFile: "Save as a file",
  printHint: "The system asks for the printer; most can also print into a PDF file.",
  savedAs: (name: string) => `Saved as ${name}. Open it in a browser to print it.`,
  paperFrom: (domain: string) => `What to do, from the notice of ${domain}.`,
  asOfToday: () => `As of ${today.format(new Date())}.`,
  contactsFor: (country: string) => `Contacts for: ${country}.`,
  paperKeep: "Whoever finds this sheet can see which site you use. Keep it where only you look.",
  paperNoSecret: "There is no password on this sheet. Do not write one on it.",
  stepGone: "This step is no longer one of yours. Your answers, or the notice, have changed.",
  toSummary: "See all my steps",
  emptyWalk: "There is no notice open. Open one from Home.",

  settings: {
    title: "Settings",
    open: "Settings",
    setAside: (path: string) =>
      `Your settings could not be understood, so everything is as it was in the beginning. The old file is kept at ${path}.`,
    notKept: "There is no place on this computer where settings can be kept. What you choose holds until you close this window.",
    reading: "Reading",
    textSize: "Size of all text",
    percent: (n: number) => `${n} %`,
    language: "Language",
    lists: "Lists of leaked passwords",
    listsText: "When you check a password these are asked, in this order. As soon as one of them holds it, no other is asked.",
    embedded: (entries: number, asOf: string) =>
      `${number.format(entries)} passwords that are often used${asOf ? `, as of ${day.format(new Date(asOf))}` : ""}. It is always asked first, and nothing leaves this computer for that.`,
    file: "A full list on this computer",
    fileText:
      "With the whole list on your own disk nothing has to leave this computer at all. Choose a list file that you have, or download the list.",
    choose: "Choose a list file",
    chooseAnother: "Choose another file",
    inFolder: (folder: string) => (folder ? `In ${folder}.` : ""),
    entries: "Passwords",
    size: "Size",
    asOf: "As of",
    source: "From",
    wrong: "Wrong hits",
    number: (n: number) => number.format(n),
    bytes,
    day: (text: string) => {
      const time = new Date(text);
      return Number.isNaN(time.getTime()) ? text : day.format(time);
    },
    oneIn: (n: number) => `one in ${number.format(Math.round(n / 1e6) || 1)} million passwords that are not on it`,
    verify: "Check every byte of it",
    verifying: "Share of the file that was checked",
    update: "Bring it up to date",
    stop: "Stop",
    forget: "Do not ask this file",
    forgetHint: "The file itself stays on your disk.",
    verified: {
      running: (share: number) => `Checking the file: ${percent(share, 1)}.`,
      whole: "Every byte of the file is as it should be.",
      damaged: (from: number, to: number) =>
        `The file is damaged between byte ${number.format(from)} and byte ${number.format(to)}. Passwords that belong there answer "could not check". Get the file again.`,
      unreadable: "The file cannot be read to its end. Get it again.",
      stopped: "Stopped before the end.",
    },
    problems: {
      unreadable: "This file cannot be opened, so every check says that it could not ask it. Choose it again, or do not ask it.",
      foreign: "This file is no list any more, so every check says that it could not ask it. Choose another one.",
      damaged: "This file is damaged, so every check says that it could not ask it. Get it again, or do not ask it.",
    },
    online: "An online list",
    onlineText:
      "Five characters of a scrambled form of the password (a hash) are sent, never the password or your name. Thousands of passwords share them.",
    onlineChoices: {
      ask_me: (host: string) => `Ask me first, once after each start, before anything is sent to ${host}`,
      yes: (host: string) => `Ask ${host} whenever the lists above do not hold the password`,
      never: () => "Only on this computer: never ask anybody",
    },
    mirror: "Address of another service that keeps the same list (a mirror)",
    mirrorHint: "Leave it empty for the service of Have I Been Pwned. The address begins with https://.",
    mirrorSave: "Use this address",
    mirrorClear: "Use Have I Been Pwned",
    homeTransfer: (done: number, total: number) => `A list is being downloaded: ${percent(done, total)}.`,
  },
  transfer: {
    start: "Download the full list",
    askTitle: "Download the full list",
    askText: (host: string) =>
      `It comes from ${host} in about a million parts. Each one is asked for, so nobody learns anything about your passwords.`,
    askSize:
      "The public list has more than a thousand million passwords. Each thousand million need about 5 GB in the end, and about 7 GB more while it is being made. It can take many hours. You can pause it, close this window and go on another day.",
    askYes: "Choose where to keep it, and start",
    askNo: "Not now",
    title: (name: string) => `Downloading ${name}`,
    updating: (name: string) => `Bringing ${name} up to date`,
    from: (host: string) => `From ${host}.`,
    progress: "Share of the list that is here",
    fetching: (done: number, total: number) =>
      total === 0 ? "Asking for the first parts." : `${number.format(done)} of ${number.format(total)} parts are here (${percent(done, total)}).`,
    writing: (done: number, total: number) => `All parts are here. The list is being written (${percent(done, total)}).`,
    left: (seconds: number) => `${duration(Math.max(2, seconds)).replace(/^a/, "A")} left.`,
    willHave: (size: number) => `The list will have about ${bytes(size)}.`,
    again: (n: number) => `${count(n, "part", "parts")} did not come and will be asked for again.`,
    background: "It goes on while you use the other pages.",
    paused: "Stopped for now. What has come is kept.",
    pause: "Pause",
    resume: "Go on",
    throwAway: "Throw it away",
    throwAsk: "Everything that has come so far is removed. A finished list stays.",
    throwYes: "Throw away what has come",
    keep: "Keep it",
    done: (name: string) => `${name} is whole, and is asked from now on.`,
    missing: (n: number) =>
      `${count(n, "part", "parts")} could not be had, so the list is not finished. What has come is kept. Check your connection, then go on.`,
    noRoom: (needed: number, free: number) =>
      `There is too little room on the disk: about ${bytes(needed)} are needed and ${bytes(free)} are free. Make room, then go on.`,
    reasons: {
      other_journal: "Something else was begun at the same place, from another address. Throw it away to begin anew, or choose another place.",
      in_use: "Another window or program is at work on the same file. Wait for it, then go on.",
      outgrown: "There are more passwords now than this file was made for. Throw this away, do not ask the file any more, and download the list anew.",
      list: "The list that should be brought up to date cannot be read. Throw this away and download the list anew.",
      disk: "A file could not be read or written. Check the folder and the room on the disk, then go on.",
      no_client: "No secure connection can be set up on this computer. Check that its certificates are installed, then go on.",
    },
    unknown: "It stopped, and what has come is kept. Go on when you like.",
  },

  errorTitle: "That did not work",
  errors: {
    too_big: "This file is larger than any notice. Check that it is the right one.",
    not_utf8: "This file is not text. Check that it is the notice, and not a picture or a document.",
    nul: "This file holds characters that no notice has. Get it again from the site.",
    bidi_control: "This file holds hidden characters that can make a text look like another, so it is not shown. Tell the site about it.",
    container: "This file is signed, or was. This version cannot verify signatures yet, and shows nothing that it cannot verify.",
    syntax: "This file is damaged, or is no notice. Get it again from the site.",
    wrong_type: "This file does not say what a notice must say. Get it again from the site, or tell them.",
    format: "This notice is written for a newer Selfcheck. Get the newest version to read it.",
    file_unreadable: "The file cannot be read. Check that it is still there, and that you may open it.",
    password_empty: "Type a password first.",
    password_too_long: "This is longer than 4,096 bytes. Check that it is one password.",
    password_line_break: "There is a line break inside. Type one password.",
    password_not_text: "This holds characters that are no text. Type it again.",
    passphrase_words: "Choose between 3 and 20 words.",
    passphrase_language: "There are no words in that language. Choose another.",
    clipboard: "The clipboard cannot be used on this computer. Write the words down or type them.",
    link_refused: "That link is not one of this plan, so it was not opened.",
    link_not_opened: "No browser could be opened. Type the address into your browser.",
    no_client: "No secure connection can be set up on this computer. Check that its certificates are installed.",
    no_notice: "There is no notice open. Open one from Home.",
    no_such_revision: "There is no such statement. Choose another.",
    settings_not_kept: "Your choice holds until you close this window, but could not be kept. Check that there is room on the disk and that your own folder can be written.",
    mirror_address: "This is not an address that can be asked. It must begin with https:// and have no user name and no question mark.",
    list_unreadable: "That file cannot be opened. Check that it is still there and that you may read it.",
    list_foreign: "That file is no list that Selfcheck reads. Choose one that was made by its download or by `selfcheck list build`.",
    list_damaged: "That list file is not whole, so it was not taken. Get it again.",
    no_list_file: "No list file is chosen. Choose one first.",
    no_download: "There is no download to go on with. Start one first.",
    download_running: "A download is going on. Pause it or wait for it first.",
    download_not_removed: "What has come could not be removed. Check the folder of the download, then try again.",
    print: "The print dialog could not be opened. Save the sheet as a file and print it from a browser.",
    sheet_not_written: "The sheet could not be written there. Choose a folder that is there and yours.",
    request: "Something in this program went wrong. Close it and start it again.",
  },
  errorPlace: (line: number, column: number) => `Line ${line}, column ${column}.`,
  dismiss: "Close this message",
};

export type Messages = typeof en;
