prog-disk-full = Die Platte ist voll, darum wurde nicht alles geschrieben. Schaffen Sie Platz, und versuchen Sie es noch einmal.
prog-stopped = Lesen oder Schreiben brach ab: { $problem }. Versuchen Sie es noch einmal.
prog-ctrl-c = Strg-C beendet das Programm ohne ein Wort, weil sich das Signal hier nicht abfangen lässt.
prog-not-json = Das Ergebnis ließ sich nicht als JSON schreiben: { $problem }
prog-unreadable = { $file } lässt sich nicht lesen: { $problem }. Prüfen Sie den Namen, oder speichern Sie die Datei noch einmal.
prog-waiting = Ein anderes Selfcheck schreibt gerade; es wird gewartet.
prog-address = Die Adresse nach { $option } muss mit https:// beginnen (mit http:// nur auf diesem Computer). Berichtigen Sie sie, und versuchen Sie es noch einmal.
prog-output-is-input = { $file } wird in diesem Lauf gelesen, als { $input }. Nichts wurde geändert; geben Sie einen anderen Namen zum Schreiben an.
prog-output-is-key = { $file } ist ein geheimer Schlüssel. Nichts wurde geändert; geben Sie einen anderen Namen zum Schreiben an.
prog-output-other-kind = { $file } ist schon da und ist etwas anderes: Ersetzt würde nur { $kind }. Nichts wurde geändert; geben Sie einen anderen Namen an, oder verschieben Sie diese Datei.
prog-output-is-link = { $file } ist eine symbolische Verknüpfung. Nichts wurde geändert; geben Sie den Namen der Datei selbst an.
prog-output-is-folder = { $file } ist ein Ordner. Nichts wurde geändert; geben Sie den Namen einer Datei an.
prog-output-is-device = { $file } ist eine benannte Pipe oder ein Gerät. Nichts wurde geändert; geben Sie den Namen einer Datei an.
prog-output-failed = { $file } lässt sich nicht schreiben: { $problem }. Prüfen Sie den Namen, und ob der Ordner da ist und Ihnen gehört.
prog-output-full = Die Platte ist voll, darum ließ sich { $file } nicht schreiben. Was vorher da war, ist noch da. Schaffen Sie Platz, und versuchen Sie es noch einmal.
prog-kind-notice = eine signierte Mitteilung
prog-kind-card = die Karte eines Herausgebers
prog-kind-calendar = eine Kalenderdatei von Selfcheck
prog-kind-page = eine Seite, die Selfcheck veröffentlicht hat
prog-kind-feed = ein Feed, den Selfcheck veröffentlicht hat
prog-kind-code = ein QR-Code, den Selfcheck veröffentlicht hat
prog-kind-htaccess = eine Regeldatei für Apache, die Selfcheck veröffentlicht hat
prog-kind-sheet = ein Blatt von Selfcheck
prog-kind-report = ein Bericht desselben Formats
prog-kind-list = eine Liste von Selfcheck
prog-kind-ranges = ein Ordner, in dem nur Teile einer Liste liegen
prog-kind-export = ein verschlossener Haushalt
prog-kind-manual = eine Handbuchseite von Selfcheck
prog-never-but-named = In den Einstellungen steht, dass nie ein Dienst gefragt wird; der nach --range-url darf trotzdem gefragt werden, weil dieser Befehl ihn nennt.
prog-never = In den Einstellungen steht, dass nie ein Dienst gefragt wird; darum wird außerhalb dieses Computers nichts gefragt. Um nur in diesem Lauf einen zu fragen, nennen Sie ihn mit --range-url.
prog-chosen-list = Die Listendatei { $file } wird gefragt, wie in den Einstellungen gewählt.
prog-chosen-mirror = Der Dienst ist { $address }, der in den Einstellungen gewählte Spiegel.
prog-settings-damaged = { $file } ist beschädigt
prog-settings-newer = { $file } hat ein neueres Selfcheck geschrieben und blieb, wie es ist
prog-settings-io = { $file }: { $problem }
prog-settings-not-text = Ein Name, der kein Text ist, lässt sich nicht speichern
prog-choice-unknown-named = { $problem }; darum ist nicht bekannt, was gewählt wurde: Keine Listendatei wird gefragt außer dem, was dieser Befehl nennt. { $next }
prog-choice-unknown = { $problem }; darum ist nicht bekannt, was gewählt wurde: Außerhalb dieses Computers wird nichts gefragt, und keine Listendatei außer dem, was dieser Befehl nennt. { $next }
prog-mirror-unknown = { $problem }; darum ist nicht bekannt, welcher Spiegel gewählt wurde. Geben Sie mit --range-url an, von wo geholt wird. { $next }
prog-settings-get-newest = Holen Sie die neueste Version von Selfcheck.
prog-settings-repair = Berichtigen oder entfernen Sie diese Datei, oder wählen Sie im Fenster noch einmal.
prog-catalogue-inside = { $n ->
    [one] { $n } Angriff, in diesem Programm, Stand { $day }. Von { $credit }.
   *[other] { $n } Angriffe, in diesem Programm, Stand { $day }. Von { $credit }.
}
prog-catalogue-from = { $n ->
    [one] { $n } Angriff, von { $host }, Stand { $day }. Von { $credit }.
   *[other] { $n } Angriffe, von { $host }, Stand { $day }. Von { $credit }.
}
prog-catalogue-damaged = Das aufbewahrte Verzeichnis lässt sich nicht lesen; das im Programm wird benutzt. Um es zu ersetzen: selfcheck catalogue update.
prog-catalogue-failed = { $problem }. Das Verzeichnis von vorher bleibt in Gebrauch. { $next }
prog-catalogue-no-client = Es lässt sich keine sichere Verbindung aufbauen
prog-catalogue-unreachable = { $host } war nicht zu erreichen
prog-catalogue-timed-out = { $host } brauchte zu lange
prog-catalogue-status = { $host } antwortete mit Status { $status }
prog-catalogue-too-long = { $host } sandte mehr als { NUMBER($limit) } Byte
prog-catalogue-not-one = { $host } sandte kein Verzeichnis: { $problem }
prog-catalogue-not-written = Das Verzeichnis wurde nicht geschrieben: { $problem }
prog-catalogue-too-big = { NUMBER($bytes) } Byte, mehr als { NUMBER($max) }
prog-catalogue-not-a-list = In Zeile { $line }, Spalte { $column } steht keine Liste von Angriffen
prog-catalogue-entry = Eintrag { $entry } hat kein passendes Feld { $field }
prog-catalogue-too-few = { $n ->
    [one] nur { $n } Angriff, weniger als { NUMBER($least) }
   *[other] nur { $n } Angriffe, weniger als { NUMBER($least) }
}
prog-catalogue-check-disk = Prüfen Sie die Rechte dieses Ordners und den Platz auf der Platte.
prog-catalogue-check-address = Prüfen Sie die Adresse, und ob dieses Netz erst eine Anmeldung verlangt.
prog-catalogue-check-connection = Prüfen Sie die Verbindung, und versuchen Sie es noch einmal.
prog-contacts-overdue = Die Kontakte hätten bis { $day } neu geprüft werden sollen. Nummern können sich seitdem geändert haben: Sehen Sie zuerst auf der Seite der Stelle selbst nach.
prog-practice = Übung: Diese Mitteilung ist erfunden, zum Ausprobieren. Nichts davon ist geschehen.
prog-mark-done = erledigt
prog-mark-not-for-me = trifft nicht zu
prog-mark-later = verschoben
prog-certainty-confirmed = bestätigt
prog-certainty-possible = möglich
prog-certainty-ruled-out = nicht gestohlen
prog-decimal = { $whole },{ $part }
prog-size-kb = { NUMBER($n) } kB
prog-size-mb = { NUMBER($n) } MB
prog-size-gb = { $n } GB
prog-no-time = keinen Augenblick
prog-about-seconds = { $n ->
    [one] etwa { $n } Sekunde
   *[other] etwa { $n } Sekunden
}
prog-about-minutes = { $n ->
    [one] etwa { $n } Minute
   *[other] etwa { $n } Minuten
}
prog-about-hours = { $n ->
    [one] etwa { $n } Stunde
   *[other] etwa { $n } Stunden
}
prog-about-days = { $n ->
    [one] etwa { $n } Tag
   *[other] etwa { $n } Tage
}
prog-about-months = { $n ->
    [one] etwa { $n } Monat
   *[other] etwa { $n } Monate
}
prog-about-years = { $n ->
    [one] etwa { $n } Jahr
   *[other] etwa { $n } Jahre
}
prog-centuries = mehr als hundert Jahre
prog-when-now = sofort
prog-when-seconds = { $n ->
    [one] in { $n } Sekunde
   *[other] in { $n } Sekunden
}
prog-when-minutes = { $n ->
    [one] in { $n } Minute
   *[other] in { $n } Minuten
}
prog-when-hours = { $n ->
    [one] in { $n } Stunde
   *[other] in { $n } Stunden
}
prog-when-days = { $n ->
    [one] in { $n } Tag
   *[other] in { $n } Tagen
}
prog-when-years = in einem Jahr oder später
prog-reason-unreachable = Der Dienst ist nicht zu erreichen. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.
prog-reason-interrupted = Die Verbindung brach ab. Versuchen Sie es noch einmal.
prog-reason-timed-out = Der Dienst hat nicht rechtzeitig geantwortet. Versuchen Sie es später noch einmal.
prog-reason-busy-until = Der Dienst wird zu oft gefragt. Er kann { $when } wieder gefragt werden.
prog-reason-busy = Der Dienst wird zu oft gefragt. Versuchen Sie es in einigen Minuten noch einmal.
prog-reason-server = Der Dienst hat selbst Schwierigkeiten (Status { $status }). Versuchen Sie es später noch einmal.
prog-reason-status = Der Dienst hat die Liste nicht gegeben (Status { $status }). Prüfen Sie seine Adresse, oder versuchen Sie es später noch einmal.
prog-reason-redirected = Etwas auf dem Weg hat uns woandershin geschickt, wie es die Anmeldeseite eines öffentlichen Netzes tut. Melden Sie sich dort an, oder nehmen Sie ein anderes Netz.
prog-reason-not-a-list = Die Antwort ist keine Liste von Passwörtern; etwas auf dem Weg hat sie vielleicht ersetzt. Nehmen Sie ein anderes Netz, oder versuchen Sie es später noch einmal.
prog-reason-unreliable = In der Antwort fehlt, was darin stehen müsste, also beweist sie nichts. Fragen Sie einen anderen Dienst, oder versuchen Sie es später noch einmal.
prog-reason-cancelled = Vor dem Ende abgebrochen. Beginnen Sie wieder, wann Sie möchten.
prog-reason-file-unreadable = Die Datei lässt sich nicht öffnen. Prüfen Sie den Namen, und ob Sie sie lesen dürfen.
prog-reason-file-foreign = Die Datei ist keine Liste, die dieses Programm liest. Machen Sie eine mit `selfcheck list build`.
prog-reason-file-damaged = Die Datei ist beschädigt. Holen Sie sie neu.
prog-reason-unknown = Die Liste konnte nicht antworten. Versuchen Sie es später noch einmal.
prog-form-spreadsheet = Öffnen Sie sie, und speichern Sie das Blatt mit den Passwörtern als CSV (UTF-8), oder exportieren Sie als CSV, wo die Passwörter herkommen.
prog-form-document = Exportieren Sie als CSV, wo die Passwörter herkommen: in den Einstellungen eines Browsers oder im Menü eines Passwortmanagers.
prog-form-web-page = Exportieren Sie noch einmal mit der App oder der Browsererweiterung, als CSV-Datei. Wenn sich der Export als Seite öffnet, kopieren Sie ihren Text in eine Datei, die auf .csv endet.
prog-form-keepass-xml = Geben Sie die .kdbx-Datenbank selbst an, oder exportieren Sie als CSV.
prog-form-xml = Exportieren Sie stattdessen als CSV.
prog-form-apple = Öffnen Sie die App Passwörter von Apple oder die Einstellungen von Safari, und exportieren Sie als CSV.
prog-form-sqlite = Öffnen Sie die Einstellungen des Browsers oder Programms, und exportieren Sie die Passwörter als CSV.
prog-form-firefox-profile = Öffnen Sie in Firefox Passwörter, dann das Menü mit drei Punkten, und exportieren Sie als CSV.
prog-form-keepass-1 = Öffnen Sie sie mit KeePass 2 oder KeePassXC, und speichern Sie sie als .kdbx, oder exportieren Sie als CSV.
prog-form-1pif = Exportieren Sie als CSV, oder mit 1Password 8 als .1pux.
prog-form-proton-pass = Exportieren Sie aus Proton Pass als CSV.
prog-form-dashlane-json = Exportieren Sie aus Dashlane als CSV: eine Zip-Datei, aus der Sie credentials.csv angeben.
prog-form-dashlane-zip = Entpacken Sie sie, und geben Sie credentials.csv an.
prog-form-dashlane-locked = Exportieren Sie aus der Web-App von Dashlane als CSV, ohne Passwort.
prog-form-keeper = Exportieren Sie aus Keeper als CSV.
prog-form-enpass = Importieren Sie sie in einen anderen Passwortmanager, und exportieren Sie von dort als CSV.
prog-form-credential-exchange = Exportieren Sie als CSV aus der App, die sie geschrieben hat.
prog-form-labelled-text = Keine Spalte darin enthält die Passwörter. Exportieren Sie als CSV, wenn das Programm es kann, oder importieren Sie sie in einen anderen Passwortmanager, und exportieren Sie von dort.
prog-form-encrypted = Entschlüsseln Sie sie mit dem Programm, das sie verschlüsselt hat, und geben Sie den Export an, der darin war.
prog-form-archive = Entpacken Sie sie, und geben Sie den Export darin an.
