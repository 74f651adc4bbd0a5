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
audit-warning-line = Zeile { $line }: { $what }
audit-warning-unknown = hier ist etwas ungewöhnlich
audit-warning-encoding_guessed = die Zeichenkodierung dieser Datei musste geraten werden. Prüfen Sie, ob Namen mit Umlauten stimmen. Passwörter mit solchen Buchstaben gelten als nicht nachgeschlagen, außer wenn eine Liste sie enthält.
audit-warning-broken_letters = Buchstaben sind hier anders kodiert als im Rest der Datei
audit-warning-doubled_encoding = die Buchstaben des Passworts sehen aus, als wären sie zweimal umgewandelt worden
audit-warning-blanks_trimmed = Leerzeichen nach den Trennzeichen wurden weggenommen
audit-warning-blank_at_end = das Passwort beginnt oder endet mit einem Leerzeichen, das behalten wurde
audit-warning-invisible_character = das Passwort beginnt oder endet mit einem unsichtbaren Zeichen, das vielleicht nicht dazugehört
audit-warning-entities_undone = Zeichen waren als HTML-Zeichen (&amp;) geschrieben und wurden zurückverwandelt
audit-warning-backslashes_undone = Schrägstriche vor Anführungszeichen und Schrägstrichen wurden weggenommen
audit-warning-percent_undone = Zeichen waren wie %26 geschrieben und wurden zurückverwandelt
audit-warning-backslash_doubtful = die Datei scheint vor Anführungszeichen einen Schrägstrich zu schreiben. Exportieren Sie noch einmal in einem anderen Format
audit-warning-quotes_taken_away = typografische oder einfache Anführungszeichen um die Zellen wurden weggenommen
audit-warning-stray_quote = in einer Zelle ist ein Anführungszeichen, wo keines hingehört; darum ist ihr Text unsicher
audit-warning-rows_in_a_cell = eine Zelle enthält Zeilen, die wie Zeilen dieser Tabelle aussehen. Vielleicht fehlt ein Anführungszeichen
audit-warning-not_all_compared = dieses Passwort ähnelt so vielen anderen ein wenig, dass es nicht mit allen verglichen wurde
audit-warning-spreadsheet_value = das Passwort sieht aus wie ein Wert, den eine Tabellenkalkulation an seine Stelle gesetzt hat
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
audit-lost-line = Zeile { $line }: { $reason }
audit-lost-lines = Zeilen { $line } bis { $last }: { $reason }
audit-lost-more = und { $n } weitere
audit-skipped-cells = hat eine andere Zahl von Zellen als die erste Zeile
audit-skipped-cell-too-long = eine Zelle ist zu lang
audit-skipped-row-too-long = die Zeile ist zu lang
audit-skipped-too-many-cells = hat zu viele Zellen oder Adressen
audit-skipped-unclosed-quote = ein Anführungszeichen wird nie geschlossen
audit-skipped-stray-quote = ein Anführungszeichen ist mitten in einer Zelle
audit-skipped-row-in-a-cell = sie liegt in einer Zelle der Zeile davor. Vielleicht fehlt ein Anführungszeichen
audit-skipped-line-break = im Benutzernamen, in der Adresse oder im Titel ist ein Zeilenumbruch
audit-skipped-zero-byte = enthält ein Zeichen, das in keinem Text steht
audit-skipped-letters = die Buchstaben sind anders geschrieben als im Rest
audit-skipped-password-line-break = im Passwort ist ein Zeilenumbruch
audit-skipped-password-too-long = das Passwort ist zu lang, um eines zu sein
audit-skipped-malformed = ist nicht gebaut wie die anderen
audit-skipped-unknown = ließ sich nicht lesen
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
audit-kind-incident_site = Auf der Seite der Mitteilung
audit-kind-incident_password = Passwort wie auf der Seite der Mitteilung
audit-kind-master_password_reused = Passwort der Datenbank
audit-kind-breached = Bekannt gewordenes Passwort
audit-kind-reused = Auch anderswo benutzt
audit-kind-similar = Einem anderen sehr ähnlich
audit-kind-weak = Leicht zu erraten
audit-kind-site_breached_since = Seite seither angegriffen
audit-kind-site_breached_change_unknown = Seite wurde angegriffen
audit-kind-insecure_address = Nicht verschlüsselt (http)
audit-kind-old = Alt
audit-kind-two_step_offered = Zweiter Schritt möglich
audit-kind-not_checked = Nicht geprüft
audit-why-email_account = Wer Ihre E-Mail hat, kann Ihre anderen Passwörter zurücksetzen; darum zuerst.
audit-why-master_password = Sein Passwort öffnet Ihre Datenbank mit allen anderen, oder es ist ihm sehr ähnlich.
audit-why-incident = Es gehört zu dem Vorfall der Mitteilung.
audit-why-breached_and_reused = Das Passwort ist bekannt geworden, und andere Zugänge haben es auch.
audit-why-breached = Das Passwort ist bekannt geworden.
audit-why-reused = Wird einer dieser Zugänge geknackt, sind die anderen auch offen.
audit-why-site_breached = Die Seite wurde angegriffen, nachdem dieses Passwort gesetzt wurde.
audit-why-easy_to_guess = Das Passwort lässt sich erraten, allein oder aus einem anderen.
audit-why-worth = Eine Änderung wert, wenn Sie Zeit haben.
audit-why-extra = Nichts muss geändert werden. Ein zweiter Schritt schützte besser.
audit-why-nothing = Es wurde nichts gefunden. Das beweist nicht, dass niemand es kennt.
audit-why-not_checked = Es gab nichts zu prüfen.
audit-why-could_not_check = Er ließ sich nicht nachschlagen; darum ist nicht bekannt, ob sein Passwort bekannt geworden ist.
audit-why-not_judged_yet = Dieser ist noch nicht beurteilt.
audit-not-looked-up = Ließ sich nicht nachschlagen
audit-found-incident_site = Das ist ein Zugang zur Seite der offenen Mitteilung.
audit-found-incident_password = Er hat das Passwort Ihres Zugangs zur Seite der Mitteilung.
audit-list-embedded = der Liste in diesem Programm
audit-list-file = der Listendatei { $name }
audit-list-range = der Liste im Netz bei { $host }
audit-found-master = Er hat das Passwort, das diese Datenbank öffnet: Wer es auf dieser Seite stiehlt, kann die Datenbank öffnen. Ändern Sie es hier, und wählen Sie auch für die Datenbank ein neues.
audit-found-master-nearly = Sein Passwort ist dem sehr ähnlich, das diese Datenbank öffnet. Wer eines kennt, kann das andere erraten.
audit-found-breached = Das Passwort steht auf { $list }.
audit-found-breached-seen = Das Passwort steht auf { $list }, { $seen } Mal gesehen.
audit-found-breached-at-least = Das Passwort steht auf { $list }, mindestens { $seen } Mal gesehen.
audit-found-reused = Dasselbe Passwort gilt bei { $others }.
audit-found-similar = Dem Passwort bei { $others } sehr ähnlich. Wer eines kennt, kann das andere erraten.
audit-found-weak = Das Passwort ist leicht zu erraten. Ein paar Wörter, die nicht zusammengehören, sind besser.
audit-found-since = { $breach } wurde am { DAY($date) } angegriffen, nachdem dieses Passwort gesetzt wurde.
audit-found-unknown = { $breach } wurde am { DAY($date) } angegriffen. Ändern Sie das Passwort, wenn es älter ist.
audit-found-insecure = Die Adresse beginnt mit http: Was Sie dort eingeben, lässt sich unterwegs mitlesen. Sehen Sie nach, ob die Seite https hat.
audit-found-old = Zuletzt geändert am { DAY($date) }, vor mehr als fünf Jahren.
audit-found-two-step = Die Seite bietet beim Anmelden einen zweiten Schritt: { $methods }.
audit-found-empty = Hier ist kein Passwort gespeichert.
audit-found-pin = Nur wenige Ziffern, wie eine PIN. Das wird nicht geprüft.
audit-other = { $name } (Zeile { $line })
audit-others-more = { $names } und { $more } weiteren
audit-method-sms = SMS
audit-method-call = Anruf
audit-method-email = E-Mail
audit-method-totp = Code aus einer App
audit-method-u2f = Sicherheitsschlüssel
audit-method-custom-software = eine eigene App
audit-method-custom-hardware = ein eigenes Gerät
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
