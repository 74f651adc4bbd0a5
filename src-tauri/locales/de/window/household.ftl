household-title = Wer ist am Computer?
household-none-text = Auf diesem Computer wird nichts behalten, bis Sie es sagen. Mit einem Namen werden Ihre Häkchen und Antworten hier verschlüsselt behalten, und Sie können an einem anderen Tag weitermachen.
household-locked-text = Die auf diesem Computer gespeicherten Daten sind mit einer Passphrase verschlossen.
household-name = Ihr Name
household-new-name = Jemand anderes: der Name
household-remember = Auf diesem Computer merken
household-unlock = Aufschließen
household-try-again = Noch einmal versuchen
household-try-keyring = Den Schlüsselbund noch einmal versuchen
household-keep-nothing = Nichts speichern
household-passphrase = Passphrase
household-passphrase-hint = Wählen Sie ein paar Wörter, die nichts miteinander zu tun haben. Ohne sie kann niemand die gespeicherten Daten öffnen, auch Sie nicht.
household-weak = Diese Passphrase ist leicht zu erraten, wenn jemand die Datei hat. Nehmen Sie ein paar Wörter mehr, die nicht zusammengehören.
household-nothing-title = Nichts wird gemerkt
household-change = Das ändern
household-you-are = Sie sind { $name }
household-kept-for = Ihre Häkchen und Antworten werden auf diesem Computer verschlüsselt behalten.
household-kept = Was Sie abhaken und antworten, wird für { $name } auf diesem Computer verschlüsselt behalten.
household-hand-over = An jemand anderen übergeben
household-handed-over = Bereit für die nächste Person
household-handed-over-text = Von der Person vor Ihnen wird nichts gezeigt.
household-household = Haushalt
household-set-aside = Die gespeicherten Daten waren beschädigt. Die beschädigte Datei liegt daneben als { $file }, und ein neuer, leerer Haushalt wurde begonnen.
household-later-title = Wann soll das wieder erscheinen?
household-later-text = Von diesem Tag an steht es auf der Startseite. Im Hintergrund läuft nichts.
household-tomorrow = Morgen
household-in-a-week = In einer Woche
household-no-day = Kein Tag
household-on-a-day = An einem Tag
household-set-day = Diesen Tag wählen
household-remind-on = Es erscheint wieder am { DAY($date) }.
household-reminders-title = Das hatten Sie bis jetzt aufgeschoben
household-person = Person
household-open = Offen
household-people = Personen
household-no-tables = Noch hat niemand eine Mitteilung geöffnet. Öffnen Sie eine vom Start aus.
household-no-household = Auf diesem Computer ist kein Haushalt offen. Sagen Sie auf der Startseite, wer Sie sind, um einen zu beginnen.
household-rename = Umbenennen
household-new-name-for = Neuer Name
household-forget = Nicht mehr merken
household-remove-ask = Alles, was von { $name } auf diesem Computer behalten wird, wird entfernt: Häkchen, Antworten und Erinnerungen. Es lässt sich nicht zurückholen.
household-remove-yes = { $name } entfernen
household-keep = Behalten
household-add = Hinzufügen
household-wipe-title = Alle vergessen
household-wipe = Alles entfernen
household-wipe-text = Entfernt alle Personen, alle Häkchen und Antworten und die Herausgeber, von denen Sie gesagt haben, dass Sie sie kennen.
household-wipe-ask = Alle Personen, alle Häkchen und Antworten, der Schlüssel und die Herausgeber, von denen Sie gesagt haben, dass Sie sie kennen, werden von diesem Computer entfernt. Sie lassen sich nicht zurückholen.
household-wipe-yes = Alles endgültig entfernen
household-wiped =
    { $files ->
        [0] Es war nichts behalten, also gab es nichts zu entfernen.
       *[other] Alles wurde entfernt: { $files ->
        [one] { $files } Datei
       *[other] { $files } Dateien
    }.
    }
household-wiped-key-removed = Der Schlüssel wurde aus dem Schlüsselbund entfernt. Häkchen und Antworten sind verschlüsselt, ohne diesen Schlüssel kann niemand eine Kopie davon öffnen.
household-wiped-key-none = Im Schlüsselbund ist kein Schlüssel.
household-wiped-key-not_reached = Der Schlüsselbund ließ sich nicht fragen. Vielleicht ist noch ein Schlüssel darin, unter org.selfcheck.household. Er öffnet Kopien der Datei: Entfernen Sie ihn dort.
household-wiped-key-passphrase = Es war mit einer Passphrase gesperrt. Kopien davon in Sicherungen öffnet diese Passphrase noch immer.
household-wiped-key-unknown = Die Datei household.key ließ sich nicht lesen, darum wurde der Schlüsselbund nicht gefragt. Vielleicht ist noch ein Schlüssel darin, unter org.selfcheck.household. Er öffnet Kopien der Datei: Entfernen Sie ihn dort.
household-wiped-not = Was das nicht erreicht: Kopien in Sicherungen, und was eine Platte von entfernten Dateien noch enthält. Einstellungen, Entwürfe, Listen, die Nummern veröffentlichter Mitteilungen und was Sie anderswo gesichert haben bleiben. Herausgeber gelten von nun an als neu.
household-worse = Das hat sich geändert, seit Sie es zuletzt geöffnet haben. Damals stand da: „{ $before }“
household-open-again = Diese Mitteilung wieder öffnen
household-look-again = Die Mitteilung ansehen
household-take-away = Auf einen anderen Computer mitnehmen
household-export-text = Alles von allen hier kommt in eine Datei, die nur eine Passphrase öffnet. Was hier ist, bleibt hier.
household-file-passphrase = Passphrase für die Datei
household-again = Noch einmal dieselbe
household-file-passphrase-hint = Wählen Sie ein paar Wörter, die nichts miteinander zu tun haben, und bewahren Sie sie getrennt von der Datei auf. Ohne sie kann niemand sie öffnen, auch Sie nicht.
household-export-yes = Als Datei sichern
household-exported = Gesichert als { $file }. Nur ihre Passphrase öffnet sie.
household-import-title = Von einem anderen Computer hereinholen
household-import-text = Was in der Datei steht, kommt zu dem, was hier ist. Niemand und nichts wird entfernt; wo beide etwas zum selben Schritt haben, gilt das neuere.
household-import-passphrase = Passphrase der Datei
household-import-yes = Die Datei wählen
household-imported =
    In der Datei { $people ->
        [1] war eine Person
       *[other] waren { $people } Personen
    }, { $fresh ->
        [0] alle schon hier
       *[other] davon neu hier: { $fresh }
    }. Was vorher hier war, ist noch da.
household-print-all = Die Pläne aller drucken
household-print-all-title = Die Pläne aller
household-plan-of = Der Plan von { $name }
household-refused-plans = Weggelassen, weil niemand mehr dafür einsteht: { $titles }
household-together = Gemeinsam durchgehen
household-together-text = Ein Schritt auf dem Bildschirm, und ein Häkchen für jede Person am Tisch.
household-step-of = Schritt { $at } von { $all }, gemeinsam
household-not-asked = Nicht nötig
household-shared = Jemand anderes, der dieses Fenster benutzt hat, seit es offen ist, hat dasselbe Passwort getippt. Niemandes Passwort wurde behalten oder gezeigt. Wählen Sie ein eigenes, wo Sie können, und ändern Sie ein gemeinsames für alle, die es benutzen.
household-private = Wenn jemand anderes auf diesen Bildschirm schaut
household-neutral = Ein schlichter Titel und ein schlichtes Bild für das Fenster
household-neutral-text = Das Fenster heißt dann Notes, auch unter seinem Bild und in der Taskleiste, und sein Bild ist ein leeres Blatt Papier. Eine Taskleiste, die Fenster nach Programmen ordnet, folgt beim nächsten Start.
household-neutral-not = Was das nicht ändern kann: Das Programm bleibt Selfcheck im Menü des Systems und in der Liste der installierten Programme, und selfcheck-desktop in der Liste der laufenden. Zweimal Esc oder der Knopf oben schließt es sofort.
