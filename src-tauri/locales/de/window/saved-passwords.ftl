audit-title = Gespeicherte Passwörter prüfen
audit-intro = Wählen Sie die Datei, die Ihr Browser oder Passwortmanager beim Exportieren geschrieben hat. Selfcheck liest sie auf diesem Computer, zeigt, was zuerst zu ändern ist, und zeigt nie ein Passwort.
audit-how-to = So entsteht ein Export
audit-how-to-steps-1 = Chrome, Edge, Brave: Einstellungen, Passwörter, Einstellungen, Exportieren.
audit-how-to-steps-2 = Firefox: Passwörter, das Menü mit drei Punkten, Exportieren.
audit-how-to-steps-3 = Safari und Apple Passwörter: Ablage, Exportieren.
audit-how-to-steps-4 = 1Password, Bitwarden, KeePassXC und andere: Suchen Sie im Menü nach Exportieren. Eine .kdbx-Datei lässt sich öffnen, wie sie ist.
audit-how-to-steps-5 = Speichern Sie einen Export, wo kein anderes Programm ihn in die Cloud kopiert, und löschen Sie ihn danach. Selfcheck hilft dabei.
audit-pick = Datei wählen …
audit-pick-another = Andere Datei wählen …
audit-drop-here = oder legen Sie sie auf diesem Fenster ab.
audit-drop-now = Loslassen, um sie zu lesen.
audit-drop-several = Bitte eine Datei auf einmal. Legen Sie den Export allein ab.
audit-reading = Die Datei wird gelesen …
audit-reading-logins =
    Die Datei wird gelesen: bisher { $n ->
        [one] { $n } Zugang
       *[other] { $n } Zugänge
    }
audit-unlocking = Die verschlossene Datei wird geöffnet. Wie lange das dauert, wurde beim Verschließen festgelegt.
audit-sorting =
    { $n ->
        [one] { $n } Zugang wird
       *[other] { $n } Zugänge werden
    } geordnet …
audit-looking-up = Die Liste auf diesem Computer wird gefragt …
audit-stop-reading = Abbrechen
audit-only-here = Alles auf dieser Seite geschieht auf diesem Computer, solange Sie nichts anderes sagen.
audit-locked-title = { $file } ist verschlossen
audit-locked-text = Geben Sie das Passwort ein, das diese Datei öffnet. Es wird nur dafür benutzt.
audit-locked-wrong = Dieses Passwort öffnet sie nicht. Braucht die Datei auch eine Schlüsseldatei, dann exportieren Sie stattdessen als CSV.
audit-locked-label = Passwort der Datei
audit-unlock = Datei öffnen
audit-columns-title = Welche Spalte ist welche?
audit-columns-text = Selfcheck kennt diese Art Tabelle nicht ({ $file }). Sagen Sie, wo die Passwörter stehen.
audit-column-password = Passwörter
audit-column-username = Benutzernamen
audit-column-url = Adressen
audit-column-none = nicht in dieser Tabelle
audit-column = Spalte { $place }
audit-column-header = In der ersten Zeile stehen Namen, kein Passwort
audit-columns-read = Tabelle lesen
audit-read =
    { $logins ->
        [one] { $logins } Zugang
       *[other] { $logins } Zugänge
    } gelesen, aus { $source }.
audit-distinct =
    { $passwords ->
        [one] { $passwords } verschiedenes Passwort
       *[other] { $passwords } verschiedene Passwörter
    }.
audit-warnings-title =
    { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } zum Nachsehen
audit-left-out =
    { $n ->
        [one] { $n } Notiz, Karte oder anderer Eintrag
       *[other] { $n } Notizen, Karten und andere Einträge
    } ausgelassen.
audit-lost =
    { $n ->
        [one] { $n } Eintrag ließ
       *[other] { $n } Einträge ließen
    } sich nicht lesen
audit-lost-more = und { $n } weitere
audit-source-chrome = Chrome, Edge, Brave oder Opera
audit-source-firefox = Firefox
audit-source-safari = Safari oder Apple Passwörter
audit-source-bitwarden = Bitwarden
audit-source-1password = 1Password
audit-source-lastpass = LastPass
audit-source-keepassxc = KeePassXC
audit-source-proton-pass = Proton Pass
audit-source-dashlane = Dashlane
audit-source-nordpass = NordPass
audit-source-roboform = RoboForm
audit-source-keeper = Keeper
audit-source-kdbx = KeePass
audit-source-custom = einer Tabelle
audit-comparing = Passwörter werden miteinander verglichen: { $done } von { $total }
audit-loading-row = …
audit-rating = Passwörter werden beurteilt: { $done } von { $total }
audit-asking = Wird nachgeschlagen: { $done } von { $total }
audit-left = noch { DURATION($seconds) }
audit-pause = Anhalten
audit-resume = Weiter beurteilen
audit-not-judged = Angehalten. Welche Passwörter sich gleichen oder leicht zu erraten sind, ist noch nicht von allen bekannt.
audit-ready = Fertig.
audit-online-title = Den Rest im Internet nachschlagen?
audit-online-text =
    Die Liste in Selfcheck wurde zuerst gefragt. Um eine größere Liste nach dem Rest zu fragen, { $requests ->
        [1] geht
       *[other] gehen
    } { $requests ->
        [one] { $requests } Anfrage
       *[other] { $requests } Anfragen
    } an { $host }. Jede enthält die ersten fünf Zeichen eines Hashwerts und sonst nichts: kein Passwort, keine Seite, keinen Namen.
audit-online-yes =
    Nachschlagen: { $requests ->
        [one] { $requests } Anfrage
       *[other] { $requests } Anfragen
    }
audit-online-again = Noch einmal fragen
audit-online-no = Nur auf diesem Computer
audit-online-declined = Nur die Liste auf diesem Computer wurde gefragt.
audit-online-stopped = Nach dem Rest wird nicht gefragt.
audit-online-ruled-out = In den Einstellungen haben Sie gewählt, dass nichts im Internet gefragt wird; darum wird die größere Liste nicht nach dem Rest gefragt.
audit-online-decoys = Unter doppelt so vielen erfundenen Anfragen verstecken
audit-gave-up = Der Rest ließ sich nicht nachschlagen. { $reason }
audit-receipt =
    Diesen Computer verließen: die ersten fünf Zeichen von { $prefixes ->
        [one] { $prefixes } Hashwert
       *[other] { $prefixes } Hashwerten
    }, an { $host }, in { $requests ->
        [one] { $requests } Anfrage
       *[other] { $requests } Anfragen
    }.
audit-receipt-now = Wird jetzt gesendet: Anfänge von Hashwerten, an { $host }.
audit-receipt-nothing = Diesen Computer verließ: nichts.
audit-unchecked =
    { $n ->
        [one] { $n } Zugang ließ
       *[other] { $n } Zugänge ließen
    } sich nicht nachschlagen. Über diese ist nichts bekannt.
audit-picture-title = Wie viele wovon
audit-picture-hint = Drücken Sie auf eines, um nur diese zu sehen.
audit-nothing = Es wurde nichts gefunden, das eine Änderung verlangt. Das beweist nicht, dass niemand ein Passwort kennt.
audit-not-all-checked = Nichts von dem, was geprüft wurde, verlangt eine Änderung. Ein Teil der Datei ließ sich nicht lesen oder nachschlagen: Darüber ist nichts bekannt.
audit-nothing-checked = Kein Passwort ließ sich prüfen: In dem, was sich lesen ließ, wurde keines gefunden. Exportieren Sie noch einmal, oder wählen Sie eine andere Datei.
audit-to-change =
    { $n ->
        [one] { $n } Zugang
       *[other] { $n } Zugänge
    } zum Ansehen.
audit-to-change-so-far =
    { $n ->
        [0] Wie viele Zugänge anzusehen sind, ist noch nicht bekannt.
       *[other] Bisher { $n ->
        [one] { $n } Zugang
       *[other] { $n } Zugänge
    } zum Ansehen.
    }
audit-bar = { $what }: { $n }
audit-table-title = Ihre Zugänge
audit-search = Nach Seite oder Name suchen
audit-sort = Reihenfolge
audit-order-urgency = Was zuerst zu ändern ist
audit-order-site = Seite
audit-order-username = Benutzername
audit-order-group = Gleiches Passwort zusammen
audit-order-line = Wie in der Datei
audit-filter = Zeigen
audit-filter-all = Alle
audit-filter-to_change = Noch zu ändern
audit-filter-could_not_check = Ließ sich nicht nachschlagen
audit-filter-decided = Geändert oder so belassen
audit-group-shown = Diese { $n } haben dasselbe Passwort.
audit-show-all = Wieder alle zeigen
audit-total =
    { $n ->
        [one] { $n } Zugang
       *[other] { $n } Zugänge
    }
audit-no-rows = Kein Zugang passt. Nehmen Sie Suche oder Auswahl weg, um mehr zu sehen.
audit-sort-again = Es wurde mehr gefunden: Liste neu sortieren
audit-skip-list = An der Liste vorbei
audit-no-name = kein Benutzername
audit-no-site = keine Adresse
audit-line = Zeile { $line }
audit-details = Einzelheiten
audit-details-of = Einzelheiten zu { $name }
audit-other = { $name } (Zeile { $line })
audit-open-page = Seite zum Ändern öffnen
audit-try-page = Seite zum Ändern versuchen
audit-open-two-step = So richten Sie den zweiten Schritt ein
audit-show-group = Die { $n } mit diesem Passwort zeigen
audit-mark-changed = Ich habe es geändert
audit-mark-ignored = So lassen
audit-ignore-reason = Warum (für Sie; darf leer bleiben)
audit-ignore-yes = So lassen
audit-cancel = Abbrechen
audit-changed = Sie sagten, Sie haben es geändert.
audit-ignored = Sie lassen es so.
audit-ignored-because = Sie lassen es so: { $reason }
audit-restore = Zurücknehmen
audit-decided = { $changed } als geändert vermerkt, { $ignored } so belassen. Das wird nicht behalten, wenn Selfcheck geschlossen wird.
audit-credits = Angriffe: Have I Been Pwned (haveibeenpwned.com), CC BY 4.0. Zweite Schritte: 2FA Directory. Seiten und gemeinsame Zugänge: password-manager-resources.
audit-catalogue-title = Welche Angriffe bekannt sind
audit-catalogue-inside = Das Verzeichnis in Selfcheck, Stand { DAY($date) }.
audit-catalogue-from = Das Verzeichnis von { $host }, geholt am { DAY($date) }.
audit-catalogue-damaged = Ein neueres Verzeichnis ist aufbewahrt, lässt sich aber nicht lesen. Das in Selfcheck wird benutzt. Holen Sie es noch einmal, um das zu beheben.
audit-catalogue-update = Ein neueres Verzeichnis holen
audit-catalogue-ask = Eine Anfrage geht an { $host }, nach der öffentlichen Liste der Angriffe. Sie sagt nichts über Ihre Zugänge: { $host } erfährt nur, dass jemand an Ihrer Internetadresse Selfcheck benutzt. Die Liste bleibt auf diesem Computer.
audit-catalogue-yes = Holen
audit-catalogue-fetching = Wird geholt …
audit-catalogue-no = Jetzt nicht
audit-catalogue-done = Das neuere Verzeichnis wird benutzt, auch für diese Datei.
audit-catalogue-offline = In den Einstellungen haben Sie gewählt, dass nichts im Internet gefragt wird; darum wird kein neueres geholt.
audit-compare-title = Mit einem früheren Bericht vergleichen
audit-compare-text = Wählen Sie den Bericht, den Sie letztes Mal „für Selfcheck oder ein Skript“ gespeichert haben. Sie sehen, was seitdem behoben und was neu ist.
audit-compare-pick = Den früheren Bericht wählen …
audit-compare-another = Einen anderen Bericht wählen …
audit-compare-later = Das geht, wenn die Arbeit oben zu Ende ist.
audit-compared-with = Verglichen mit { $file }. Zugänge werden an Seite und Benutzername erkannt. Berichte, die Sie jetzt speichern, sagen es auch.
audit-compare-fixed =
    { $n ->
        [0] Noch nichts ist behoben.
       *[other] Bei { $n ->
        [one] { $n } Zugang
       *[other] { $n } Zugängen
    } ist etwas behoben
    }
audit-compare-new =
    { $n ->
        [0] Nichts Neues wurde gefunden.
       *[other] Bei { $n ->
        [one] { $n } Zugang
       *[other] { $n } Zugängen
    } ist etwas neu
    }
audit-compare-unsure =
    { $n ->
        [one] { $n } Zugang hat
       *[other] { $n } Zugänge haben
    } etwas, wonach diesmal nicht gesehen wurde
audit-check-new-title = Hier ein neues Passwort prüfen
audit-report-title = Bericht speichern
audit-report-text = Ein Bericht enthält kein Passwort. Er sagt aber, wo Sie Zugänge haben; behalten Sie ihn für sich.
audit-report-later = Ein Bericht lässt sich speichern, wenn alle Passwörter beurteilt sind.
audit-report-html = Zum Lesen oder Drucken
audit-report-csv = Für eine Tabelle
audit-report-json = Für Selfcheck oder ein Skript
audit-report-saved = Gespeichert als { $name }.
audit-end-title = Wenn Sie fertig sind
audit-keep-it = Das ist Ihre Passwort-Datenbank: Behalten Sie sie. Selfcheck hat nichts in ihr geändert.
audit-end-steps-1 =
    Löschen Sie den Export ({ $file }): { $locked ->
        [yes] Er enthält alle Ihre Passwörter.
       *[no] Er enthält alle Ihre Passwörter, für jeden lesbar.
    }
audit-end-steps-2 = Leeren Sie den Papierkorb: So lange liegt eine gelöschte Datei noch dort.
audit-end-steps-3 = Denken Sie an Kopien: ein Ordner, der in die Cloud kopiert wird, eine Sicherung, eine Nachricht an Sie selbst.
audit-delete-it = Für mich löschen
audit-delete-ask = { $file } jetzt löschen? Sie ist sofort fort und nicht im Papierkorb. Kopien in einer Sicherung oder der Cloud erreicht Selfcheck nicht, und auf den meisten Datenträgern lässt sich Gelöschtes mit besonderen Werkzeugen zurückholen, bis andere Dateien an seine Stelle kommen.
audit-delete-yes = Ja, löschen
audit-delete-no = Behalten
audit-deleted = { $file } ist aus ihrem Ordner gelöscht. Leeren Sie nun den Papierkorb, wenn eine Kopie dort liegt, und denken Sie an die Cloud.
audit-close-it = Diese Datei vergessen
audit-close-text = Selfcheck vergisst, was es gelesen hat. Ihre Vermerke gehen mit.
audit-door-title = Gespeicherte Passwörter prüfen
audit-door-text = Finden Sie aus dem Export eines Browsers oder Passwortmanagers, welche Ihrer Passwörter zu ändern sind.
