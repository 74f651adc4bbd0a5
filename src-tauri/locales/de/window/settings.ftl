settings-title = Einstellungen
settings-open = Einstellungen
settings-set-aside = Als Selfcheck geöffnet wurde, waren Ihre Einstellungen nicht zu verstehen; darum begann es mit neuen. Die alte Datei liegt unter { $path }.
settings-not-kept-no_place = Auf diesem Computer gibt es keinen Ort, an dem Einstellungen bleiben können. Was Sie wählen, gilt, bis Sie dieses Fenster schließen.
settings-not-kept-unreadable = Die Datei mit Ihren Einstellungen lässt sich nicht lesen; darum wird nichts in sie geschrieben. Was Sie wählen, gilt, bis Sie dieses Fenster schließen. Prüfen Sie, ob sich Ihr eigener Ordner lesen lässt, und öffnen Sie Selfcheck noch einmal.
settings-reading = Lesen
settings-text-size = Größe aller Texte
settings-percent = { $n } %
settings-as-the-computer = Wie dieser Computer ({ $language })
settings-language = Sprache
settings-lists = Listen bekannt gewordener Passwörter
settings-lists-text = Wenn Sie ein Passwort prüfen, werden diese der Reihe nach gefragt. Sobald es in einer steht, wird keine weitere gefragt.
settings-embedded = { $entries } häufige Passwörter. Sie wird immer zuerst gefragt, und dafür verlässt nichts diesen Computer.
settings-embedded-as-of = { $entries } häufige Passwörter, Stand { DAY($asOf) }. Sie wird immer zuerst gefragt, und dafür verlässt nichts diesen Computer.
settings-file = Eine ganze Liste auf diesem Computer
settings-file-text = Mit der ganzen Liste auf Ihrer eigenen Platte muss überhaupt nichts diesen Computer verlassen. Wählen Sie eine Listendatei, die Sie haben, oder laden Sie die Liste herunter.
settings-choose = Eine Listendatei wählen
settings-choose-another = Eine andere Datei wählen
settings-in-folder = In { $folder }.
settings-entries = Passwörter
settings-size = Größe
settings-as-of = Stand
settings-source = Von
settings-wrong = Falsche Treffer
settings-one-in = einer auf { $millions } Millionen Passwörter, die nicht darin stehen
settings-partial = Die Listendatei enthält nur { $part } von { $all } Teilen der ganzen Liste. „Nicht auf dieser Liste“ sagt nichts über Passwörter der anderen Teile.
settings-verify = Jedes Byte prüfen
settings-verifying = Geprüfter Anteil der Datei
settings-update = Auf den neuesten Stand bringen
settings-stop = Anhalten
settings-forget = Diese Datei nicht fragen
settings-forget-hint = Die Datei selbst bleibt auf Ihrer Platte.
settings-verified-running = Die Datei wird geprüft: { PERCENT($share) }.
settings-verified-whole = Jedes Byte der Datei ist, wie es sein soll.
settings-verified-damaged = Die Datei ist zwischen Byte { $from } und Byte { $to } beschädigt. Passwörter, die dorthin gehören, antworten „konnte nicht geprüft werden“. Holen Sie die Datei neu.
settings-verified-unreadable = Die Datei kann nicht bis zum Ende gelesen werden. Holen Sie sie neu.
settings-verified-stopped = Vor dem Ende angehalten.
settings-problem-unreadable = Diese Datei kann nicht geöffnet werden, darum sagt jede Prüfung, dass sie nicht gefragt werden konnte. Wählen Sie sie noch einmal oder fragen Sie sie nicht.
settings-problem-foreign = Diese Datei ist keine Liste mehr, darum sagt jede Prüfung, dass sie nicht gefragt werden konnte. Wählen Sie eine andere.
settings-problem-damaged = Diese Datei ist beschädigt, darum sagt jede Prüfung, dass sie nicht gefragt werden konnte. Holen Sie sie neu oder fragen Sie sie nicht.
settings-online = Eine Liste im Netz
settings-online-text = Gesendet werden fünf Zeichen einer unkenntlich gemachten Form des Passworts (eines Hashs), nie das Passwort und nie Ihr Name. Tausende Passwörter haben sie gemeinsam.
settings-online-choices-ask_me = Mich zuerst fragen, einmal nach jedem Start, bevor etwas an { $host } geht
settings-online-choices-yes = { $host } fragen, wenn das Passwort in keiner Liste darüber steht
settings-online-choices-never = Nur auf diesem Computer: nie jemanden fragen
settings-mirror = Adresse eines anderen Dienstes mit derselben Liste (eines Spiegels)
settings-mirror-hint = Leer lassen für den Dienst von Have I Been Pwned. Die Adresse beginnt mit https://.
settings-mirror-save = Diese Adresse benutzen
settings-mirror-clear = Have I Been Pwned benutzen
settings-home-transfer = Eine Liste wird heruntergeladen: { PERCENT($done, $total) }.
transfer-start = Die ganze Liste herunterladen
transfer-ask-title = Die ganze Liste herunterladen
transfer-ask-text = Sie kommt in etwa einer Million Teilen von { $host }. Nach jedem wird gefragt, darum erfährt niemand etwas über Ihre Passwörter.
transfer-ask-size = Die öffentliche Liste hat mehr als eine Milliarde Passwörter. Je eine Milliarde brauchen am Ende etwa 5 GB und beim Herstellen etwa 7 GB mehr. Das kann viele Stunden dauern. Sie können anhalten, dieses Fenster schließen und an einem anderen Tag weitermachen.
transfer-ask-yes = Wählen, wo sie liegen soll, und beginnen
transfer-ask-no = Nicht jetzt
transfer-title = { $name } wird heruntergeladen
transfer-updating = { $name } wird auf den neuesten Stand gebracht
transfer-from = Von { $host }.
transfer-progress = Anteil der Liste, der da ist
transfer-fetching =
    { $total ->
        [0] Die ersten Teile werden erfragt.
       *[other] { $done } von { $total } Teilen sind da ({ PERCENT($done, $total) }).
    }
transfer-writing = Alle Teile sind da. Die Liste wird geschrieben ({ PERCENT($done, $total) }).
transfer-left = Noch { DURATION($seconds) }.
transfer-will-have = Die Liste wird etwa { BYTES($size) } haben.
transfer-again =
    { $n ->
        [1] Ein Teil kam nicht und wird
       *[other] { $n } Teile kamen nicht und werden
    } noch einmal erfragt.
transfer-background = Das geht weiter, während Sie die anderen Seiten benutzen.
transfer-paused = Fürs Erste angehalten. Was gekommen ist, bleibt.
transfer-pause = Anhalten
transfer-resume = Weitermachen
transfer-throw-away = Wegwerfen
transfer-throw-ask = Alles, was bisher gekommen ist, wird entfernt. Eine fertige Liste bleibt.
transfer-throw-yes = Was gekommen ist, wegwerfen
transfer-keep = Behalten
transfer-done = { $name } ist vollständig und wird von jetzt an gefragt.
transfer-missing =
    { $n ->
        [1] Ein Teil war
       *[other] { $n } Teile waren
    } nicht zu bekommen, darum ist die Liste nicht fertig. Was gekommen ist, bleibt. Prüfen Sie Ihre Verbindung und machen Sie dann weiter.
transfer-no-room = Auf der Platte ist zu wenig Platz: Etwa { BYTES($needed) } werden gebraucht, { BYTES($free) } sind frei. Schaffen Sie Platz und machen Sie dann weiter.
transfer-reason-other_journal = An derselben Stelle wurde etwas anderes begonnen, von einer anderen Adresse. Werfen Sie es weg, um neu zu beginnen, oder wählen Sie einen anderen Ort.
transfer-reason-in_use = Ein anderes Fenster oder Programm arbeitet an derselben Datei. Warten Sie darauf und machen Sie dann weiter.
transfer-reason-outgrown = Es gibt jetzt mehr Passwörter, als diese Datei fasst. Werfen Sie das weg, fragen Sie die Datei nicht mehr und laden Sie die Liste neu herunter.
transfer-reason-list = Die Liste, die auf den neuesten Stand sollte, kann nicht gelesen werden. Werfen Sie das weg und laden Sie die Liste neu herunter.
transfer-reason-full = Die Platte ist voll, und was gekommen ist, bleibt. Schaffen Sie Platz und machen Sie dann weiter.
transfer-reason-disk = Eine Datei konnte nicht gelesen oder geschrieben werden. Prüfen Sie den Ordner und den Platz auf der Platte und machen Sie dann weiter.
transfer-reason-no_client = Auf diesem Computer lässt sich keine sichere Verbindung aufbauen. Prüfen Sie, ob seine Zertifikate installiert sind, und machen Sie dann weiter.
transfer-unknown = Es hat angehalten, und was gekommen ist, bleibt. Machen Sie weiter, wann Sie möchten.
