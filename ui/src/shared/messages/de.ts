// Die Texte des Fensters auf Deutsch. Einfache Worte, kein Vorwurf, nie eine Entwarnung. Was hier fehlt, steht in
// Englisch da.
import type { Translation } from "./translation";

const number = new Intl.NumberFormat("de-DE");
// A date without a time is read as midnight in UTC, so it is written in UTC too.
const day = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "UTC" });
const today = new Intl.DateTimeFormat("de-DE", { dateStyle: "long" });
const moment = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeStyle: "short" });

function count(n: number, one: string, many: string): string {
  return `${number.format(n)} ${n === 1 ? one : many}`;
}

function duration(seconds: number): string {
  if (seconds < 2) return "so gut wie keine Zeit";
  const units: [number, number, string, string][] = [
    [60, 1, "Sekunde", "Sekunden"],
    [3600, 60, "Minute", "Minuten"],
    [86400, 3600, "Stunde", "Stunden"],
    [2592000, 86400, "Tag", "Tage"],
    [31536000, 2592000, "Monat", "Monate"],
    [3153600000, 31536000, "Jahr", "Jahre"],
  ];
  for (const [below, unit, one, many] of units) {
    if (seconds < below) return `etwa ${count(Math.max(1, Math.round(seconds / unit)), one, many)}`;
  }
  return "mehr als hundert Jahre";
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
  return count(n, "Byte", "Byte");
}

function percent(done: number, total: number): string {
  return `${total > 0 ? Math.floor((done / total) * 100) : 0} %`;
}

/** Minutes as people say them. */
function spell(minutes: number): string {
  if (minutes < 90) return count(minutes, "Minute", "Minuten");
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes % 60) / 10) * 10;
  if (rest === 60) return count(hours + 1, "Stunde", "Stunden");
  return rest === 0 ? count(hours, "Stunde", "Stunden") : `${count(hours, "Stunde", "Stunden")} ${rest} Minuten`;
}

export const de: Translation = {
  code: "de",
  app: "Selfcheck",
  leave: "Schnell weg",
  leaveKeys: "Esc Esc",
  leaveHint: "Schließt dieses Fenster sofort. Zweimal Esc tut dasselbe.",
  back: "Zurück",
  home: "Start",
  notKept: "Was Sie abhaken und antworten, bleibt, bis Sie dieses Fenster schließen. Auf diesem Computer wird nichts gespeichert.",
  moment: (text: string) => moment.format(new Date(text)),

  homeTitle: "Was möchten Sie tun?",
  homeIntro: "Kein Konto, keine Überwachung. Ihre Passwörter bleiben bei Ihnen.",
  doorNotice: "Einer Mitteilung folgen",
  doorNoticeText: "Eine Seite, die Sie benutzen, wurde angegriffen. Öffnen Sie ihre Mitteilung und gehen Sie die Schritte durch, einen nach dem anderen.",
  doorCheck: "Ein Passwort prüfen",
  doorCheckText: "Sehen Sie, wie schwer es zu erraten ist und ob es bekannt geworden ist.",
  doorPractice: "Mit einer Übungsmitteilung ausprobieren",
  doorPracticeText: "Ein erfundener Angriff auf ein erfundenes Forum, um zu sehen, wie das hier geht.",
  openSteps: "Ihre Schritte",
  openStepsOf: (title: string) => `Aus: ${title}`,
  continueWalk: "Weiter",
  closeNotice: "Diese Mitteilung schließen",
  closeNoticeAsk: "Damit gehen Ihre Haken und Antworten verloren.",
  closeNoticeYes: "Schließen und meine Haken vergessen",
  keepNotice: "Offen lassen",
  replaceTitle: (title: string) => `„${title}“ ist offen`,
  replaceAsk: "Eine andere Mitteilung tritt an ihre Stelle, und Ihre Haken und Antworten gehen mit ihr. Ein neuerer Stand derselben Mitteilung behält sie.",
  replaceYes: "Eine andere Mitteilung öffnen",
  minutesLeft: (minutes: number) => `Noch etwa ${spell(minutes)}.`,

  checkTitle: "Ein Passwort prüfen",
  checkIntro: "Tippen Sie ein Passwort. Beim Tippen wird es nur auf diesem Computer bewertet; keine Liste wird gefragt, bevor Sie „Prüfen“ drücken.",
  passwordLabel: "Passwort",
  reveal: "Zeigen, solange gedrückt",
  revealHint: "Halten Sie diesen Knopf oder darauf die Leertaste gedrückt, um zu sehen, was Sie getippt haben.",
  check: "Prüfen",
  checking: "Wird geprüft",
  cancel: "Abbrechen",
  clear: "Leeren",
  aboutSummary: "Wörter, die andere mit Ihnen verbinden",
  aboutLabel: "Namen, Daten, Haustiere, der Name der Seite; mit Komma dazwischen",
  aboutHint: "Passwörter mit diesen Wörtern gelten als schwächer. Die Wörter bleiben auf diesem Computer und werden vergessen.",
  firstTitle: "Vor der ersten Prüfung im Netz",
  firstText: (host: string) =>
    `Zuerst wird die Liste in diesem Programm gefragt. Steht Ihr Passwort nicht darin, gehen fünf Zeichen einer unkenntlich gemachten Form davon (eines Hashs) an ${host}. Tausende Passwörter haben dieselben fünf Zeichen, also erfährt dort niemand Ihres. Ihr Benutzername wird nie gesendet.`,
  firstOnline: (host: string) => `Prüfen und, wenn nötig, ${host} fragen`,
  firstOffline: "Nur auf diesem Computer",
  nowOnline: (host: string) => `Wenn nötig, wird auch ${host} gefragt.`,
  nowOffline: "Nur Listen auf diesem Computer werden gefragt.",
  inSettings: "In den Einstellungen ändern",
  change: "Ändern",

  strength: ["Sehr schwach", "Schwach", "Mittel", "Gut", "Stark"],
  strengthIs: (word: string) => `Stärke: ${word}`,
  strengthTimes: (offline: string, online: string) =>
    `Es aus einer gestohlenen, gut geführten Liste zu erraten dauert ${offline}. Es an einer Anmeldeseite zu erraten dauert ${online}.`,
  strengthNote: "Das sagt, wie schwer es zu erraten ist, nicht, ob es bekannt geworden ist.",
  duration,
  warnings: {
    "keyboard-row": "Eine gerade Reihe von Tasten wird sofort erraten.",
    "keyboard-pattern": "Ein kurzes Muster aus Tasten ist leicht zu erraten.",
    "repeated-character": "Ein Zeichen immer wieder ist leicht zu erraten.",
    "repeated-part": "Einen Teil zu wiederholen hilft kaum.",
    "top-10": "Das ist eines der zehn häufigsten Passwörter.",
    "top-100": "Das ist eines der hundert häufigsten Passwörter.",
    common: "Viele Menschen benutzen dieses Passwort.",
    "like-common": "Das ähnelt sehr einem Passwort, das viele benutzen.",
    sequence: "Folgen wie abc oder 6543 sind leicht zu erraten.",
    "recent-year": "Jahreszahlen der letzten Zeit sind leicht zu erraten.",
    "single-word": "Ein einzelnes Wort ist leicht zu erraten.",
    date: "Daten sind leicht zu erraten.",
    "name-alone": "Ein Name allein ist leicht zu erraten.",
    "common-name": "Häufige Namen sind leicht zu erraten.",
  },
  suggestions: {
    "few-words": "Nehmen Sie ein paar Wörter, die nicht zusammengehören.",
    "no-symbols-needed": "Sonderzeichen, Ziffern und Großbuchstaben braucht es nicht.",
    "more-words": "Fügen Sie ein oder zwei Wörter hinzu, je seltener, desto besser.",
    "capitals-help-little": "Ein Großbuchstabe hilft nur wenig.",
    "all-capitals-help-little": "Lauter Großbuchstaben helfen nur wenig.",
    "reversed-helps-little": "Ein Wort rückwärts zu schreiben hilft nur wenig.",
    "swaps-help-little": "Ein @ statt eines a und Ähnliches hilft nur wenig.",
    "longer-pattern": "Nehmen Sie ein längeres Muster mit mehr Wendungen.",
    "avoid-repeats": "Lassen Sie wiederholte Wörter und Zeichen weg.",
    "avoid-sequences": "Lassen Sie Folgen weg.",
    "avoid-recent-years": "Lassen Sie Jahreszahlen der letzten Zeit weg.",
    "avoid-own-years": "Lassen Sie Jahreszahlen weg, die andere mit Ihnen verbinden.",
    "avoid-own-dates": "Lassen Sie Daten weg, die andere mit Ihnen verbinden.",
  },

  verdict: {
    found: "Dieses Passwort ist bekannt geworden",
    not_on_this_list: "Nicht in den Listen, die gefragt wurden",
    could_not_check: "Konnte nicht geprüft werden",
    not_asked: "Keine Liste wurde gefragt",
  },
  verdictNext: {
    found: "Benutzen Sie es nicht mehr. Ändern Sie es überall, wo Sie es benutzt haben, zuerst bei Geld und Privatem.",
    not_on_this_list:
      "Das ist kein Versprechen: Jemand kann es trotzdem kennen. Wurde eine Seite angegriffen, auf der Sie es benutzt haben, ändern Sie es dort auf jeden Fall.",
    could_not_check: "Über dieses Passwort ist nichts bekannt. Behandeln Sie es, als wäre es bekannt geworden, bis eine Prüfung gelungen ist.",
    not_asked: "Drücken Sie „Prüfen“, wann Sie möchten.",
  },
  answer: {
    found: "Gefunden",
    not_on_this_list: "Nicht in dieser Liste",
    could_not_check: "Konnte nicht geprüft werden",
    not_asked: "Nicht gefragt",
  },
  listEmbedded: "Die Liste in diesem Programm",
  listFile: (name: string) => `Die Listendatei ${name} auf diesem Computer`,
  listRange: (host: string) => `Die Liste im Netz bei ${host}`,
  seen: (n: number, minimum: boolean) =>
    `${n >= 1e6 ? "Mehr als " : minimum ? "Mindestens " : ""}${n >= 1e6 ? `${number.format(Math.floor(n / 1e5) / 10)} Millionen` : number.format(n)} Mal in gestohlenen Daten gesehen.`,
  rank: {
    top_1000: "Unter den 1.000 häufigsten Passwörtern.",
    top_10000: "Unter den 10.000 häufigsten Passwörtern.",
    top_million: "Unter der Million häufigster Passwörter.",
  },
  notNeeded: "Nicht nötig: Es war schon gefunden.",
  notAllowed: "Sie wollten nur auf diesem Computer prüfen.",
  reasons: {
    unreachable: "Der Dienst ist nicht zu erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    interrupted: "Die Verbindung brach ab. Versuchen Sie es noch einmal.",
    timed_out: "Der Dienst hat nicht rechtzeitig geantwortet. Versuchen Sie es später noch einmal.",
    rate_limited: "Der Dienst wird zu oft gefragt. Versuchen Sie es in einigen Minuten noch einmal.",
    server_error: "Der Dienst hat selbst Schwierigkeiten. Versuchen Sie es später noch einmal.",
    unexpected_status: "Der Dienst hat die Liste nicht gegeben. Versuchen Sie es später noch einmal.",
    redirected: "Etwas auf dem Weg hat uns woandershin geschickt, wie es Anmeldeseiten öffentlicher Netze tun. Melden Sie sich dort zuerst an oder nehmen Sie ein anderes Netz.",
    empty_answer: "Die Antwort war leer. Etwas auf dem Weg hat sie vielleicht ersetzt. Nehmen Sie ein anderes Netz oder versuchen Sie es später.",
    not_a_list: "Die Antwort war keine Liste von Passwörtern. Etwas auf dem Weg hat sie vielleicht ersetzt. Nehmen Sie ein anderes Netz oder versuchen Sie es später.",
    too_large: "Die Antwort war zu groß, um die Liste zu sein. Nehmen Sie ein anderes Netz oder versuchen Sie es später.",
    unreliable: "In der Antwort fehlt, was darin stehen müsste, also beweist sie nichts. Versuchen Sie es später noch einmal.",
    cancelled: "Sie haben vor dem Ende abgebrochen. Drücken Sie „Prüfen“, um neu zu beginnen.",
    file_unreadable: "Die Listendatei kann nicht gelesen werden. Wählen Sie sie noch einmal.",
    file_damaged: "Die Listendatei ist beschädigt. Holen Sie sie neu.",
  },
  reasonUnknown: "Die Prüfung ist nicht gelungen. Versuchen Sie es später noch einmal.",
  retryAfter: (seconds: number) => `Er möchte ${duration(Math.max(2, seconds))} in Ruhe gelassen werden.`,
  receiptTitle: "Was diesen Computer verlassen hat",
  receiptNothing: "Nichts.",
  receiptLine: (sent: string, host: string, requests: number) =>
    `Die fünf Zeichen ${sent} eines Hashs, an ${host}${requests > 1 ? `, ${requests} Mal` : ""}. Tausende Passwörter haben sie gemeinsam.`,
  receiptPlain: "Ohne Verschlüsselung, weil diese Adresse auf diesem Computer liegt.",

  makerTitle: "Eine neue Passphrase machen",
  makerText: "Zufällige Wörter sind leicht zu tippen und schwer zu erraten.",
  makerWords: "Wie viele Wörter",
  makerWordsHint: (words: number) =>
    words <= 3 ? "Genug für eine Seite, die das Raten begrenzt." : words <= 4 ? "Gut für die meisten Seiten." : "Richtig für Ihre E-Mail oder einen Passwortmanager.",
  makerLanguage: "Sprache der Wörter",
  languages: { en: "Englisch", de: "Deutsch", es: "Spanisch", fr: "Französisch" },
  make: "Eine Passphrase machen",
  makeAnother: "Noch eine machen",
  copy: "Kopieren",
  copied: (seconds: number) => `Kopiert. Nach ${seconds} Sekunden wird sie wieder aus der Zwischenablage genommen.`,
  entropy: (words: number, bits: number) => `${count(words, "Wort", "Wörter")}, ${number.format(bits)} Bit Zufall.`,
  useIt: "In das Feld oben übernehmen",

  trust: {
    unsigned: "Niemand bürgt für diese Datei.",
    practice: "Übung. Nichts aus dieser Mitteilung ist geschehen.",
  },
  trustText: {
    unsigned:
      "Ihr Text wird gezeigt, wie er ist; ihre Links und eigenen Schritte werden nicht benutzt. Die folgenden Schritte sind der eigene Rat von Selfcheck zu den Daten, die sie nennt.",
    practice: "Sie liegt in diesem Programm, also werden auch ihre eigenen Schritte und Fragen gezeigt.",
  },
  revision: (n: number) => `Stand ${n}`,
  revisions: "Die Stände dieser Übungsmitteilung",
  status: {
    interim: "Es kommt noch mehr",
    final: "Abgeschlossen",
    withdrawn: "Vom Herausgeber zurückgenommen",
  },
  published: (when: string) => `Veröffentlicht am ${when}`,
  nextUpdate: (when: string) => `Der nächste Stand ist für den ${when} versprochen`,
  changed: (n: number) => `${n === 1 ? "Eine Sache hat" : `${number.format(n)} Dinge haben`} sich geändert, seit Sie zuletzt gelesen haben`,
  sections: {
    happened: "Was geschehen ist",
    consequences: "Wozu es führen kann",
    doing: "Was getan wird",
    not_taken: "Was nicht gestohlen wurde",
    not_known: "Was noch nicht bekannt ist",
  },
  taken: "Was gestohlen wurde, sicher oder vielleicht",
  withdrawnTitle: "Diese Mitteilung wurde zurückgenommen",
  withdrawnText: "Ihr Herausgeber steht nicht mehr zu ihr. Sehen Sie auf der Seite selbst nach, was jetzt gilt.",
  certainty: { confirmed: "Bestätigt", possible: "Möglich", "ruled-out": "Nicht gestohlen" },
  protection: (how: string) =>
    how === "plain"
      ? "Lesbar gespeichert."
      : how === "unknown"
        ? "Wie es gespeichert war, ist nicht bekannt."
        : how === "encrypted"
          ? "Verschlüsselt gespeichert."
          : `Unkenntlich gemacht (gehasht) mit ${how}.`,
  affects: "Wen es betrifft",
  accounts: (n: number) => `${count(n, "Konto", "Konten")} betroffen`,
  accountsNotKnown: "Wie viele Konten betroffen sind, ist noch nicht bekannt.",
  neverAsks: "Danach werden sie nie fragen",
  contact: "Kontakt",
  start: (steps: number, minutes: number) => `Beginnen: ${count(steps, "Schritt", "Schritte")}, etwa ${spell(minutes)}`,
  goOn: "Mit den Schritten weitermachen",

  question: (at: number, all: number) => `Frage ${at} von ${all}`,
  whyAsked: "Warum wir fragen",
  answers: { yes: "Ja", no: "Nein", not_sure: "Nicht sicher" },
  notSureHint: "Lässt die vorsichtige Wahl.",
  next: "Weiter",
  chooseOne: "Wählen Sie eine der drei Antworten.",
  yourAnswers: "Ihre Antworten",
  yourAnswersText: (steps: number) => `Sie führen zu ${steps === 1 ? "einem Schritt" : `${number.format(steps)} Schritten`}. Sie können sie jederzeit ändern.`,
  answerChangedNothing: "Ihre Antwort hat an Ihren Schritten nichts geändert.",
  answerBrought: "Mit Ihrer Antwort kam hinzu:",
  answerTook: "Mit Ihrer Antwort fiel weg:",
  changeAnswer: (question: string) => `Die Antwort ändern auf: ${question}`,
  toSteps: "Zu den Schritten",

  stepOf: (at: number, all: number, minutes: number) =>
    `Schritt ${at} von ${all}, ${minutes === 0 ? "alles erledigt" : `noch etwa ${spell(minutes)}`}`,
  urgency: { now: "Jetzt gleich", today: "Heute", this_week: "Diese Woche" },
  takes: (minutes: number) => `Dauert etwa ${spell(minutes)}`,
  because: (what: string) => `Anlass: ${what}`,
  fromNotice: "Dieser Schritt kommt aus der Mitteilung.",
  whatToDo: "Was zu tun ist",
  contacts: "An wen Sie sich wenden",
  country: "Kontakte für",
  countryHint: "Bestimmt, wessen Polizei, Hilfetelefone und Ämter die Schritte nennen.",
  contactsOverdue: (date: string) =>
    `Diese Kontakte sollten bis zum ${day.format(new Date(date))} neu geprüft werden. Nummern können sich geändert haben: Sehen Sie zuerst auf der Seite der Stelle nach.`,
  placesToGo: "Wo Sie es tun",
  noContacts: "Für diese Wahl sind keine Kontakte bekannt. Wählen Sie eine andere.",
  countries: {
    gb: "Vereinigtes Königreich",
    ie: "Irland",
    us: "Vereinigte Staaten",
    de: "Deutschland",
    generic: "Überall sonst",
  },
  checkedOn: (date: string) => `Geprüft am ${day.format(new Date(date))}.`,
  opens: (host: string) => `Öffnet ${host} in Ihrem Browser`,
  tool: "Hier erledigen",
  done: "Erledigt",
  notForMe: "Trifft nicht zu",
  later: "Später",
  markedDone: "Sie haben gesagt, dass das erledigt ist.",
  markedChecked: "Erledigt; wir haben es geprüft.",
  markedNotForMe: "Sie haben gesagt, dass das nicht zutrifft.",
  markedLater: "Auf später verschoben.",
  undo: "Zurücknehmen",
  nextStep: "Nächster Schritt",
  changeAnswers: "Meine Antworten ändern",

  summaryTitle: "Wo Sie jetzt stehen",
  summaryDone: (settled: number, all: number) => `${settled} von ${all} Schritten sind erledigt oder nicht nötig.`,
  summaryAll: "Jeder Schritt ist erledigt oder nicht nötig. Kommen Sie wieder, wenn es Neues zur Mitteilung gibt.",
  summaryOpen: "Noch offen",
  summaryLater: "Verschoben",
  summarySettled: "Erledigt oder nicht nötig",
  summaryWithdrawn: "Vom Herausgeber zurückgenommen",
  doneYouToldUs: "Erledigt: Sie haben es gesagt",
  doneWeChecked: "Erledigt: wir haben es geprüft",
  state: { not_for_me: "Trifft nicht zu", later: "Später" },
  printPlan: "Diesen Plan drucken",
  leafletOpen: "Ein Blatt für jemanden ohne Computer",
  leafletTitle: "Daten über Sie wurden gestohlen: was Sie ohne Computer tun können",
  leafletFor: "Für jemanden, dessen Daten bei einem Angriff auf eine Seite, ein Geschäft oder einen Verein gestohlen wurden.",
  leafletFoot: "Niemand wird Sie je anrufen und nach diesem Blatt, einem Passwort, einem Code oder Geld fragen.",
  print: "Drucken",
  saveAsFile: "Als Datei speichern",
  printHint: "Das System fragt nach dem Drucker; die meisten können auch in eine PDF-Datei drucken.",
  savedAs: (name: string) => `Gespeichert als ${name}. Zum Drucken öffnen Sie die Datei in einem Browser.`,
  paperFrom: (domain: string) => `Was zu tun ist, aus der Mitteilung von ${domain}.`,
  asOfToday: () => `Stand: ${today.format(new Date())}.`,
  contactsFor: (country: string) => `Kontakte für: ${country}.`,
  paperKeep: "Wer dieses Blatt findet, sieht, welche Seite Sie benutzen. Bewahren Sie es auf, wo nur Sie hinsehen.",
  paperNoSecret: "Auf diesem Blatt steht kein Passwort. Schreiben Sie keines darauf.",
  stepGone: "Dieser Schritt gehört nicht mehr zu Ihren. Ihre Antworten oder die Mitteilung haben sich geändert.",
  toSummary: "Alle meine Schritte ansehen",
  emptyWalk: "Es ist keine Mitteilung offen. Öffnen Sie eine vom Start aus.",

  settings: {
    title: "Einstellungen",
    open: "Einstellungen",
    setAside: (path: string) =>
      `Ihre Einstellungen waren nicht zu verstehen, darum ist alles wie am Anfang. Die alte Datei liegt unter ${path}.`,
    notKept: "Auf diesem Computer gibt es keinen Ort, an dem Einstellungen bleiben können. Was Sie wählen, gilt, bis Sie dieses Fenster schließen.",
    reading: "Lesen",
    textSize: "Größe aller Texte",
    percent: (n: number) => `${n} %`,
    language: "Sprache",
    lists: "Listen bekannt gewordener Passwörter",
    listsText: "Wenn Sie ein Passwort prüfen, werden diese der Reihe nach gefragt. Sobald es in einer steht, wird keine weitere gefragt.",
    embedded: (entries: number, asOf: string) =>
      `${number.format(entries)} häufige Passwörter${asOf ? `, Stand ${day.format(new Date(asOf))}` : ""}. Sie wird immer zuerst gefragt, und dafür verlässt nichts diesen Computer.`,
    file: "Eine ganze Liste auf diesem Computer",
    fileText:
      "Mit der ganzen Liste auf Ihrer eigenen Platte muss überhaupt nichts diesen Computer verlassen. Wählen Sie eine Listendatei, die Sie haben, oder laden Sie die Liste herunter.",
    choose: "Eine Listendatei wählen",
    chooseAnother: "Eine andere Datei wählen",
    inFolder: (folder: string) => (folder ? `In ${folder}.` : ""),
    entries: "Passwörter",
    size: "Größe",
    asOf: "Stand",
    source: "Von",
    wrong: "Falsche Treffer",
    number: (n: number) => number.format(n),
    bytes,
    day: (text: string) => {
      const time = new Date(text);
      return Number.isNaN(time.getTime()) ? text : day.format(time);
    },
    oneIn: (n: number) => `einer auf ${number.format(Math.round(n / 1e6) || 1)} Millionen Passwörter, die nicht darin stehen`,
    verify: "Jedes Byte prüfen",
    verifying: "Geprüfter Anteil der Datei",
    update: "Auf den neuesten Stand bringen",
    stop: "Anhalten",
    forget: "Diese Datei nicht fragen",
    forgetHint: "Die Datei selbst bleibt auf Ihrer Platte.",
    verified: {
      running: (share: number) => `Die Datei wird geprüft: ${percent(share, 1)}.`,
      whole: "Jedes Byte der Datei ist, wie es sein soll.",
      damaged: (from: number, to: number) =>
        `Die Datei ist zwischen Byte ${number.format(from)} und Byte ${number.format(to)} beschädigt. Passwörter, die dorthin gehören, antworten „konnte nicht geprüft werden“. Holen Sie die Datei neu.`,
      unreadable: "Die Datei kann nicht bis zum Ende gelesen werden. Holen Sie sie neu.",
      stopped: "Vor dem Ende angehalten.",
    },
    problems: {
      unreadable: "Diese Datei kann nicht geöffnet werden, darum sagt jede Prüfung, dass sie nicht gefragt werden konnte. Wählen Sie sie noch einmal oder fragen Sie sie nicht.",
      foreign: "Diese Datei ist keine Liste mehr, darum sagt jede Prüfung, dass sie nicht gefragt werden konnte. Wählen Sie eine andere.",
      damaged: "Diese Datei ist beschädigt, darum sagt jede Prüfung, dass sie nicht gefragt werden konnte. Holen Sie sie neu oder fragen Sie sie nicht.",
    },
    online: "Eine Liste im Netz",
    onlineText:
      "Gesendet werden fünf Zeichen einer unkenntlich gemachten Form des Passworts (eines Hashs), nie das Passwort und nie Ihr Name. Tausende Passwörter haben sie gemeinsam.",
    onlineChoices: {
      ask_me: (host: string) => `Mich zuerst fragen, einmal nach jedem Start, bevor etwas an ${host} geht`,
      yes: (host: string) => `${host} fragen, wenn das Passwort in keiner Liste darüber steht`,
      never: () => "Nur auf diesem Computer: nie jemanden fragen",
    },
    mirror: "Adresse eines anderen Dienstes mit derselben Liste (eines Spiegels)",
    mirrorHint: "Leer lassen für den Dienst von Have I Been Pwned. Die Adresse beginnt mit https://.",
    mirrorSave: "Diese Adresse benutzen",
    mirrorClear: "Have I Been Pwned benutzen",
    homeTransfer: (done: number, total: number) => `Eine Liste wird heruntergeladen: ${percent(done, total)}.`,
  },
  transfer: {
    start: "Die ganze Liste herunterladen",
    askTitle: "Die ganze Liste herunterladen",
    askText: (host: string) =>
      `Sie kommt in etwa einer Million Teilen von ${host}. Nach jedem wird gefragt, darum erfährt niemand etwas über Ihre Passwörter.`,
    askSize:
      "Die öffentliche Liste hat mehr als tausend Millionen Passwörter. Je tausend Millionen brauchen am Ende etwa 5 GB und beim Herstellen etwa 7 GB mehr. Das kann viele Stunden dauern. Sie können anhalten, dieses Fenster schließen und an einem anderen Tag weitermachen.",
    askYes: "Wählen, wo sie liegen soll, und beginnen",
    askNo: "Nicht jetzt",
    title: (name: string) => `${name} wird heruntergeladen`,
    updating: (name: string) => `${name} wird auf den neuesten Stand gebracht`,
    from: (host: string) => `Von ${host}.`,
    progress: "Anteil der Liste, der da ist",
    fetching: (done: number, total: number) =>
      total === 0 ? "Die ersten Teile werden erfragt." : `${number.format(done)} von ${number.format(total)} Teilen sind da (${percent(done, total)}).`,
    writing: (done: number, total: number) => `Alle Teile sind da. Die Liste wird geschrieben (${percent(done, total)}).`,
    left: (seconds: number) => `Noch ${duration(Math.max(2, seconds))}.`,
    willHave: (size: number) => `Die Liste wird etwa ${bytes(size)} haben.`,
    again: (n: number) => `${n === 1 ? "Ein Teil kam nicht und wird" : `${number.format(n)} Teile kamen nicht und werden`} noch einmal erfragt.`,
    background: "Das geht weiter, während Sie die anderen Seiten benutzen.",
    paused: "Fürs Erste angehalten. Was gekommen ist, bleibt.",
    pause: "Anhalten",
    resume: "Weitermachen",
    throwAway: "Wegwerfen",
    throwAsk: "Alles, was bisher gekommen ist, wird entfernt. Eine fertige Liste bleibt.",
    throwYes: "Was gekommen ist, wegwerfen",
    keep: "Behalten",
    done: (name: string) => `${name} ist vollständig und wird von jetzt an gefragt.`,
    missing: (n: number) =>
      `${n === 1 ? "Ein Teil war" : `${number.format(n)} Teile waren`} nicht zu bekommen, darum ist die Liste nicht fertig. Was gekommen ist, bleibt. Prüfen Sie Ihre Verbindung und machen Sie dann weiter.`,
    noRoom: (needed: number, free: number) =>
      `Auf der Platte ist zu wenig Platz: Etwa ${bytes(needed)} werden gebraucht, ${bytes(free)} sind frei. Schaffen Sie Platz und machen Sie dann weiter.`,
    reasons: {
      other_journal: "An derselben Stelle wurde etwas anderes begonnen, von einer anderen Adresse. Werfen Sie es weg, um neu zu beginnen, oder wählen Sie einen anderen Ort.",
      in_use: "Ein anderes Fenster oder Programm arbeitet an derselben Datei. Warten Sie darauf und machen Sie dann weiter.",
      outgrown: "Es gibt jetzt mehr Passwörter, als diese Datei fasst. Werfen Sie das weg, fragen Sie die Datei nicht mehr und laden Sie die Liste neu herunter.",
      list: "Die Liste, die auf den neuesten Stand sollte, kann nicht gelesen werden. Werfen Sie das weg und laden Sie die Liste neu herunter.",
      disk: "Eine Datei konnte nicht gelesen oder geschrieben werden. Prüfen Sie den Ordner und den Platz auf der Platte und machen Sie dann weiter.",
      no_client: "Auf diesem Computer lässt sich keine sichere Verbindung aufbauen. Prüfen Sie, ob seine Zertifikate installiert sind, und machen Sie dann weiter.",
    },
    unknown: "Es hat angehalten, und was gekommen ist, bleibt. Machen Sie weiter, wann Sie möchten.",
  },

  errorTitle: "Das ist nicht gelungen",
  errors: {
    too_big: "Diese Datei ist größer als jede Mitteilung. Prüfen Sie, ob es die richtige ist.",
    not_utf8: "Diese Datei ist kein Text. Prüfen Sie, ob es die Mitteilung ist und kein Bild oder Dokument.",
    nul: "Diese Datei enthält Zeichen, die keine Mitteilung hat. Holen Sie sie noch einmal von der Seite.",
    bidi_control: "Diese Datei enthält verborgene Zeichen, die einen Text wie einen anderen aussehen lassen, darum wird sie nicht gezeigt. Sagen Sie es der Seite.",
    container: "Diese Datei ist unterschrieben oder war es, und ihre Teile passen nicht zusammen. Gezeigt wird nichts, was nicht geprüft werden kann. Holen Sie sie noch einmal von der Seite.",
    syntax: "Diese Datei ist beschädigt oder keine Mitteilung. Holen Sie sie noch einmal von der Seite.",
    wrong_type: "Diese Datei sagt nicht, was eine Mitteilung sagen muss. Holen Sie sie noch einmal von der Seite, oder sagen Sie es ihr.",
    format: "Diese Mitteilung ist für ein neueres Selfcheck geschrieben. Holen Sie die neueste Fassung, um sie zu lesen.",
    file_unreadable: "Die Datei kann nicht gelesen werden. Prüfen Sie, ob sie noch da ist und ob Sie sie öffnen dürfen.",
    password_empty: "Tippen Sie zuerst ein Passwort.",
    password_too_long: "Das ist länger als 4.096 Byte. Prüfen Sie, ob es ein einziges Passwort ist.",
    password_line_break: "Darin ist ein Zeilenumbruch. Tippen Sie ein einziges Passwort.",
    password_not_text: "Darin sind Zeichen, die kein Text sind. Tippen Sie es noch einmal.",
    passphrase_words: "Wählen Sie zwischen 3 und 20 Wörtern.",
    passphrase_language: "In dieser Sprache gibt es keine Wörter. Wählen Sie eine andere.",
    clipboard: "Die Zwischenablage kann auf diesem Computer nicht benutzt werden. Schreiben Sie die Wörter auf oder tippen Sie sie.",
    link_refused: "Dieser Link gehört nicht zu diesem Plan, darum wurde er nicht geöffnet.",
    link_not_opened: "Es konnte kein Browser geöffnet werden. Tippen Sie die Adresse in Ihren Browser.",
    no_client: "Auf diesem Computer lässt sich keine sichere Verbindung aufbauen. Prüfen Sie, ob seine Zertifikate installiert sind.",
    no_notice: "Es ist keine Mitteilung offen. Öffnen Sie eine vom Start aus.",
    no_such_revision: "Diesen Stand gibt es nicht. Wählen Sie einen anderen.",
    settings_not_kept: "Ihre Wahl gilt, bis Sie dieses Fenster schließen, konnte aber nicht gespeichert werden. Prüfen Sie, ob auf der Platte Platz ist und ob in Ihren eigenen Ordner geschrieben werden kann.",
    mirror_address: "Das ist keine Adresse, die gefragt werden kann. Sie muss mit https:// beginnen und darf weder Benutzernamen noch Fragezeichen haben.",
    list_unreadable: "Diese Datei kann nicht geöffnet werden. Prüfen Sie, ob sie noch da ist und ob Sie sie lesen dürfen.",
    list_foreign: "Diese Datei ist keine Liste, die Selfcheck liest. Wählen Sie eine, die durch das Herunterladen oder mit `selfcheck list build` entstanden ist.",
    list_damaged: "Diese Listendatei ist nicht vollständig, darum wurde sie nicht genommen. Holen Sie sie neu.",
    no_list_file: "Es ist keine Listendatei gewählt. Wählen Sie zuerst eine.",
    no_download: "Es gibt nichts herunterzuladen, was weitergehen könnte. Beginnen Sie zuerst.",
    download_running: "Es wird gerade heruntergeladen. Halten Sie es an oder warten Sie darauf.",
    download_not_removed: "Was gekommen ist, konnte nicht entfernt werden. Prüfen Sie den Ordner und versuchen Sie es noch einmal.",
    print: "Der Druckdialog ließ sich nicht öffnen. Speichern Sie das Blatt als Datei und drucken Sie es aus einem Browser.",
    sheet_not_written: "Das Blatt konnte dort nicht geschrieben werden. Wählen Sie einen Ordner, den es gibt und der Ihnen gehört.",
    request: "In diesem Programm ist etwas schiefgegangen. Schließen Sie es und starten Sie es neu.",
  },
  errorPlace: (line: number, column: number) => `Zeile ${line}, Spalte ${column}.`,
  dismiss: "Diese Meldung schließen",
};
