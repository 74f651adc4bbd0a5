check-title = Ein Passwort prüfen
check-intro = Geben Sie ein Passwort ein. Beim Tippen wird es nur auf diesem Computer bewertet; keine Liste wird gefragt, bevor Sie „Prüfen“ drücken.
password-label = Passwort
reveal = Zeigen, solange gedrückt
reveal-hint = Halten Sie diesen Knopf oder darauf die Leertaste gedrückt, um zu sehen, was Sie getippt haben.
check = Prüfen
checking = Wird geprüft
asking-now = { $host } wird jetzt gefragt
cancel = Abbrechen
clear = Leeren
about-summary = Wörter, die andere mit Ihnen verbinden
about-label = Namen, Daten, Haustiere, der Name der Seite; mit Komma dazwischen
about-hint = Passwörter mit diesen Wörtern gelten als schwächer. Die Wörter bleiben auf diesem Computer und werden vergessen.
first-title = Auch die Liste im Netz fragen?
first-not-here = In der Liste in diesem Programm steht es nicht. Diese Liste ist kurz.
first-text = Die Liste bei { $host } ist viel länger. Wird sie gefragt, gehen fünf Zeichen einer unkenntlich gemachten Form Ihres Passworts (eines Hashs) dorthin. Tausende Passwörter haben dieselben fünf Zeichen, also erfährt dort niemand Ihres. Ihr Benutzername wird nie gesendet.
first-online = { $host } fragen
first-offline = Nur auf diesem Computer
now-online = Wenn nötig, wird auch { $host } gefragt.
now-offline = Nur Listen auf diesem Computer werden gefragt.
in-settings = In den Einstellungen ändern
change = Ändern
strength-score-0 = Sehr schwach
strength-score-1 = Schwach
strength-score-2 = Mittel
strength-score-3 = Gut
strength-score-4 = Stark
strength-is = Stärke: { $word }
strength-times = Das Passwort aus einer gestohlenen, gut geschützten Passwortdatei zu erraten, würde { $offline } dauern. Es auf einer Anmeldeseite zu erraten, würde { $online } dauern.
strength-note = Das sagt, wie schwer es zu erraten ist, nicht, ob es bekannt geworden ist.
verdict-found = Dieses Passwort ist bekannt geworden
verdict-not_on_this_list = Nicht in den Listen, die gefragt wurden
verdict-could_not_check = Konnte nicht geprüft werden
verdict-not_asked = Keine Liste wurde gefragt
verdict-online-failed = Die Liste im Netz konnte nicht gefragt werden
verdict-next-online-failed = In den Listen auf diesem Computer steht Ihr Passwort nicht. Das besagt wenig: Versuchen Sie es später noch einmal.
verdict-ask-again = { $host } noch einmal fragen
verdict-replace = Eine neue Passphrase machen
verdict-next-found = Benutzen Sie es nicht mehr. Ändern Sie es überall, wo Sie es benutzt haben, zuerst bei Geld und Privatem.
verdict-next-not_on_this_list = Das ist kein Versprechen: Jemand kann es trotzdem kennen. Wurde eine Seite angegriffen, auf der Sie es benutzt haben, ändern Sie es dort auf jeden Fall.
verdict-next-could_not_check = Über dieses Passwort ist nichts bekannt. Behandeln Sie es, als wäre es bekannt geworden, bis eine Prüfung gelungen ist.
verdict-next-not_asked = Drücken Sie „Prüfen“, wann Sie möchten.
answer-found = Gefunden
answer-not_on_this_list = Nicht in dieser Liste
answer-could_not_check = Konnte nicht geprüft werden
answer-not_asked = Nicht gefragt
list-embedded = Die Liste in diesem Programm
list-file = Die Listendatei { $name } auf diesem Computer
list-range = Die Liste im Netz bei { $host }
seen = { $n } Mal in gestohlenen Daten gesehen.
seen-at-least = Mindestens { $n } Mal in gestohlenen Daten gesehen.
seen-millions = Mehr als { $millions } Millionen Mal in gestohlenen Daten gesehen.
rank-top_1000 = Unter den 1.000 häufigsten Passwörtern.
rank-top_10000 = Unter den 10.000 häufigsten Passwörtern.
rank-top_million = Unter der Million häufigster Passwörter.
not-needed = Nicht nötig: Es wurde schon gefunden.
not-allowed = Sie wollten nur auf diesem Computer prüfen.
reason-unreachable = Der Dienst ist nicht zu erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
reason-interrupted = Die Verbindung brach ab. Versuchen Sie es noch einmal.
reason-timed_out = Der Dienst hat nicht rechtzeitig geantwortet. Versuchen Sie es später noch einmal.
reason-rate_limited = Der Dienst wird zu oft gefragt. Versuchen Sie es in einigen Minuten noch einmal.
reason-server_error = Der Dienst hat selbst Schwierigkeiten. Versuchen Sie es später noch einmal.
reason-unexpected_status = Der Dienst hat die Liste nicht gegeben. Versuchen Sie es später noch einmal.
reason-redirected = Etwas auf dem Weg hat uns woandershin geschickt, wie es Anmeldeseiten öffentlicher Netze tun. Melden Sie sich dort zuerst an oder nehmen Sie ein anderes Netz.
reason-empty_answer = Die Antwort war leer. Etwas auf dem Weg hat sie vielleicht ersetzt. Nehmen Sie ein anderes Netz oder versuchen Sie es später.
reason-not_a_list = Die Antwort war keine Liste von Passwörtern. Etwas auf dem Weg hat sie vielleicht ersetzt. Nehmen Sie ein anderes Netz oder versuchen Sie es später.
reason-too_large = Die Antwort war zu groß, um die Liste zu sein. Nehmen Sie ein anderes Netz oder versuchen Sie es später.
reason-unreliable = In der Antwort fehlt, was darin stehen müsste, also beweist sie nichts. Versuchen Sie es später noch einmal.
reason-cancelled = Sie haben vor dem Ende abgebrochen. Drücken Sie „Prüfen“, um neu zu beginnen.
reason-file_unreadable = Die Listendatei kann nicht gelesen werden. Wählen Sie sie noch einmal.
reason-file_foreign = Diese Datei ist keine Liste, die Selfcheck liest. Wählen Sie eine andere.
reason-file_damaged = Die Listendatei ist beschädigt. Holen Sie sie neu.
reason-unknown = Die Prüfung ist nicht gelungen. Versuchen Sie es später noch einmal.
retry-now = Sie können es jetzt wieder versuchen.
retry-after = Der Dienst ist überlastet. Versuchen Sie es in { DURATION($seconds) } noch einmal.
receipt-title = Was diesen Computer verlassen hat
receipt-nothing = Nichts.
receipt-unsent =
    { $requests ->
        [one] { $host } war nicht erreichbar (ein Versuch). Es konnte nichts gesendet werden.
       *[other] { $host } war nicht erreichbar ({ $requests } Versuche). Es konnte nichts gesendet werden.
    }
receipt-line =
    Die fünf Zeichen { $sent } eines Hashs, an { $host }{ $requests ->
        [1] { "" }
       *[other] , { $requests } Mal
    }. Tausende Passwörter haben sie gemeinsam.
receipt-plain = Ohne Verschlüsselung, weil diese Adresse auf diesem Computer liegt.
maker-title = Eine neue Passphrase machen
maker-text = Zufällige Wörter sind leicht zu tippen und schwer zu erraten.
maker-words = Wie viele Wörter
maker-words-few = Genug für eine Seite, die das Raten begrenzt.
maker-words-some = Gut für die meisten Seiten.
maker-words-many = Richtig für Ihre E-Mail oder einen Passwortmanager.
maker-language = Sprache der Wörter
language-en = Englisch
language-de = Deutsch
language-es = Spanisch
language-fr = Französisch
make = Eine Passphrase machen
make-another = Noch eine machen
copy = Kopieren
copied = Kopiert. Nach { $seconds } Sekunden wird sie wieder aus der Zwischenablage genommen.
entropy =
    { $words ->
        [one] { $words } Wort
       *[other] { $words } Wörter
    }, { $bits } Bit Zufall.
use-it = In das Feld oben übernehmen
