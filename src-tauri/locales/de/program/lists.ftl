# `selfcheck list`, und was anderswo über Listendateien gesagt wird.

## Was eine Liste enthält

list-info-embedded = { $n ->
    [one] Die Liste in diesem Programm: { $n } Passwort, Stand { $day }.
   *[other] Die Liste in diesem Programm: { $n } Passwörter, Stand { $day }.
}
list-info-file = { $n ->
    [one] Die Listendatei: { $n } Passwort, Stand { $day }.
   *[other] Die Listendatei: { $n } Passwörter, Stand { $day }.
}
list-info-file-undated = { $n ->
    [one] Die Listendatei: { $n } Passwort, Stand unbekannt.
   *[other] Die Listendatei: { $n } Passwörter, Stand unbekannt.
}
list-info-size =
    Je { $bits } Bit; ein falscher Treffer auf { NUMBER($hits) }; { $counts ->
        [yes] Häufigkeiten in Stufen
       *[no] keine Häufigkeiten
    }; { NUMBER($bytes) } Byte.
list-info-from = Von: { $source }
list-part-of-ranges = { $file } enthält nur { NUMBER($part) } von { NUMBER($all) } Teilen der ganzen Liste: „Nicht auf dieser Liste“ sagt nichts über Passwörter der anderen Teile.

## Nachschlagen

list-look-like-hashes = Diese Zeilen sehen aus wie Hashes und wurden als Passwörter nachgeschlagen. Sind es SHA-1-Hashes, dann fügen Sie --sha1 hinzu.
list-line-foreign = Zeile { $line } ist { $what }. { $next }.
list-line-zero-byte = Zeile { $line } ist kein Text: Sie enthält ein Nullbyte. Senden Sie UTF-8, einen Eintrag je Zeile.
list-line-no-sha1 = Zeile { $line } ist kein SHA-1 aus 40 hexadezimalen Ziffern. Berichtigen Sie sie, und beginnen Sie neu.
list-line-no-password = Zeile { $line } ist kein Passwort aus 1 bis 4.096 Byte in UTF-8. Berichtigen Sie sie, und beginnen Sie neu.

## Bauen, spiegeln, prüfen

list-as-of-wrong = Der Tag nach --as-of muss aussehen wie 2026-03-14. Berichtigen Sie ihn, und beginnen Sie neu.
list-only-ranges = Nur { NUMBER($part) } von { NUMBER($all) } Teilen der ganzen Liste waren da: „Nicht auf dieser Liste“ wird nichts über Passwörter der anderen Teile sagen.
list-written =
    { $file }: { $hashes ->
        [one] { $hashes } Hash
       *[other] { $hashes } Hashes
    }, { NUMBER($bytes) } Byte, je { $bits } Bit.
list-ranges-empty = { $n ->
    [one] { $n } von { NUMBER($all) } Teilen hat keinen Hash; ein leerer Teil gilt beim Abfragen als Fehler.
   *[other] { $n } von { NUMBER($all) } Teilen haben keinen Hash; ein leerer Teil gilt beim Abfragen als Fehler.
}
list-ranges-unreliable = { $n ->
    [one] In { $n } Teil fehlt alles, was die öffentliche Liste dort hat: Selfcheck wird seine Antworten unzuverlässig nennen.
   *[other] In { $n } Teilen fehlt alles, was die öffentliche Liste dort hat: Selfcheck wird ihre Antworten unzuverlässig nennen.
}
list-mirrored =
    { $folder }: { $hashes ->
        [one] { $hashes } Hash
       *[other] { $hashes } Hashes
    } in { $files ->
        [one] { $files } Datei
       *[other] { $files } Dateien
    }, { NUMBER($bytes) } Byte.
list-whole = { $n ->
    [one] { $file }: unbeschädigt, { $n } Hash.
   *[other] { $file }: unbeschädigt, { $n } Hashes.
}

## Herunterladen

list-which-update = Sagen Sie, welche Listendatei auf den neuesten Stand gebracht werden soll.
list-origin-unknown = Es ist nicht bekannt, wie diese Datei heruntergeladen wurde; darum wird nach jedem Teil gefragt.
list-no-connection = Auf diesem Computer lässt sich keine sichere Verbindung aufbauen.
list-downloaded =
    { $file }: { $hashes ->
        [one] { $hashes } Hash
       *[other] { $hashes } Hashes
    }, { NUMBER($bytes) } Byte, je { $bits } Bit. { $fetched ->
        [one] { $fetched } Teil
       *[other] { $fetched } Teile
    } geholt, { NUMBER($unchanged) } unverändert.
list-range-missing = { $range }: { $reason }
list-ranges-more = und { NUMBER($n) } weitere
list-missing = { $n ->
    [one] { $n } Teil war nicht zu bekommen; darum wurde keine Liste geschrieben. Was gekommen ist, bleibt. Starten Sie denselben Befehl noch einmal, um nach dem Rest zu fragen.
   *[other] { $n } Teile waren nicht zu bekommen; darum wurde keine Liste geschrieben. Was gekommen ist, bleibt. Starten Sie denselben Befehl noch einmal, um nach dem Rest zu fragen.
}
list-other-journal = { $file } gehört zu einem anderen Download: Die Adresse oder die Ausgabe der Liste ist eine andere. Setzen Sie den anderen Download mit seinem Befehl fort, oder verwerfen Sie ihn mit --anew.
list-in-use = An { $file } arbeitet dieses Programm gerade in einem anderen Durchgang. Warten Sie darauf, oder halten Sie ihn an.
list-no-room = Auf dieser Platte werden etwa { $needed } gebraucht, und { $free } sind frei. Schaffen Sie Platz oder wählen Sie eine andere Platte, und starten Sie denselben Befehl noch einmal.
list-outgrown = { $n ->
    [one] Die Datei hat keinen Platz für { $n } Hash. Laden Sie eine neue herunter: selfcheck list download --anew --out DATEI
   *[other] Die Datei hat keinen Platz für { $n } Hashes. Laden Sie eine neue herunter: selfcheck list download --anew --out DATEI
}
list-download-full = Die Platte ist voll. Was gekommen ist, bleibt. Schaffen Sie Platz, und starten Sie denselben Befehl noch einmal.

## Fortschritt

list-bar-left = noch { $time }
list-bar-reading = wird gelesen, Byte
list-bar-writing-hashes = wird geschrieben, Hashes
list-bar-writing-ranges = wird geschrieben, Teile
list-bar-verifying = wird geprüft, Tausendstel
list-bar-fetching = Teile werden geholt, { NUMBER($jobs) } zugleich
list-bar-fetching-again = Teile werden geholt, { NUMBER($jobs) } zugleich, { NUMBER($failed) } noch einmal zu versuchen

## Was an den Eingaben auffiel

list-names-more = { $names } und { NUMBER($more) } weitere
list-empty-ranges = { $n ->
    [one] { $n } Teildatei ohne Zeile: { $names }. Kein Teil ist leer; darum gilt sie als fehlend. Holen Sie sie noch einmal.
   *[other] { $n } Teildateien ohne Zeile: { $names }. Kein Teil ist leer; darum gelten sie als fehlend. Holen Sie sie noch einmal.
}
list-passed-over = { $n ->
    [one] { $n } Datei wurde übergangen, weil eine Teildatei ABCDE, ABCDE.txt, ABCDE.gz oder ABCDE.zst heißt: { $names }.
   *[other] { $n } Dateien wurden übergangen, weil eine Teildatei ABCDE, ABCDE.txt, ABCDE.gz oder ABCDE.zst heißt: { $names }.
}
list-not-utf8 = { $n ->
    [one] { $n } Zeile ist nicht UTF-8, die erste ist Zeile { $line } von { $file }. Passwörter werden in UTF-8 nachgeschlagen; darum wird darauf nichts gefunden.
   *[other] { $n } Zeilen sind nicht UTF-8, die erste ist Zeile { $line } von { $file }. Passwörter werden in UTF-8 nachgeschlagen; darum wird darauf nichts gefunden.
}
list-hex-undone = { $n ->
    [one] { $n } Zeile war als $HEX[…] geschrieben und wurde zurückverwandelt.
   *[other] { $n } Zeilen waren als $HEX[…] geschrieben und wurden zurückverwandelt.
}
list-trailing-blanks = { $n ->
    [one] { $n } Zeile endet mit einem Leerzeichen, das als Teil des Passworts behalten wurde. Gehört es nicht dazu, entfernen Sie es: sed 's/[[:blank:]]*$//' EIN > AUS.
   *[other] { $n } Zeilen enden mit einem Leerzeichen, das als Teil des Passworts behalten wurde. Gehört es nicht dazu, entfernen Sie es: sed 's/[[:blank:]]*$//' EIN > AUS.
}

## Was misslang, mit dem, was zu tun ist: die Rahmen

list-not-opened = { $problem }. Prüfen Sie den Namen, oder holen Sie die Datei noch einmal.
list-get-again = { $problem }. Holen Sie die Datei noch einmal.
list-try-again = { $problem }. Versuchen Sie es noch einmal.
list-download-anew = { $problem }. Laden Sie sie neu herunter.
list-disk-again = { $problem }. Prüfen Sie den Namen, die Rechte und den Platz auf der Platte, und starten Sie denselben Befehl noch einmal.
list-start-again = { $problem }. Starten Sie denselben Befehl noch einmal.
list-not-made = { $problem }: { $next }. { $outcome }
list-foreign-file = { $file } ist { $what }. { $next }. { $outcome }
list-not-made-full = Die Platte ist voll: Schaffen Sie Platz, und versuchen Sie es noch einmal. { $outcome }
list-no-list = Es wurde keine Liste geschrieben.
list-no-mirror = Es wurde kein Spiegel geschrieben.

## Was misslang

list-file-problem = { $file }: { $problem }
list-is-a-folder = Das ist ein Ordner, keine Datei
list-is-a-pipe = Das ist eine Pipe, keine Datei; speichern Sie zuerst in einer Datei, was sie liefert
list-is-a-socket = Das ist ein Socket, keine Datei
list-is-a-device = Das ist ein Gerät, keine Datei
list-unreadable = { $file } lässt sich nicht lesen: { $error }
list-cut-off = { $file } ist bei Byte { $byte } abgeschnitten: Der Dateikopf verspricht { NUMBER($expected) } Byte, und es sind { NUMBER($found) }
list-something-after = { $file } hat nach dem Ende bei Byte { $byte } noch etwas: Der Dateikopf verspricht { NUMBER($expected) } Byte, und es sind { NUMBER($found) }
list-damaged = { $file } ist zwischen Byte { $from } und Byte { $to } beschädigt
list-changed = { $file } wurde während des Lesens von einem anderen Programm geändert
list-verify-stopped = Die Prüfung von { $file } wurde angehalten
list-not-ours = Das ist keine Listendatei von Selfcheck (Byte 0)
list-too-new = Diese Listendatei hat das Format { $found }; dieses Programm liest das Format 1
list-header-short = Die Datei endet im Dateikopf, bei Byte { $byte }
list-header-damaged = Der Dateikopf ist beschädigt (Byte { $byte })
list-out-of-range = Eine Liste enthält 1 bis 4.294.967.296 Hashes bei einem Anteil falscher Treffer zwischen 2^-36 und 2^-8
list-too-rare = { $n ->
    [one] Bei { $n } Hash kann der Anteil falscher Treffer nicht unter 2^-{ $lowest } liegen
   *[other] Bei { $n } Hashes kann der Anteil falscher Treffer nicht unter 2^-{ $lowest } liegen
}
list-long-text = Herkunft und Stand dürfen 1024 und 64 Byte haben
list-write-stopped = Die Liste ließ sich nicht zu Ende schreiben: { $error }
list-out-of-order = Eintrag { NUMBER($n) } steht nicht in der Reihenfolge, oder die Zahl der Hashes ist nicht die angekündigte
list-at-line = { $file }, Zeile { $line }
list-no-ranges = { $folder } enthält keine Dateien, die nach fünf hexadezimalen Ziffern heißen
list-range-twice = { $file } ist zweimal da, als ABCDE und als ABCDE.txt oder groß und klein geschrieben
list-no-line = Es gibt keine einzige Zeile
list-stopped = Angehalten

## Was bei einer Eingabe zu tun ist

list-next-empty = Es gibt nichts, woraus eine Liste werden könnte. Prüfen Sie die Eingaben
list-next-twice = Entfernen Sie eine von beiden
list-next-no-ranges = Prüfen Sie, ob es der Ordner mit den Teildateien ist
list-next-too-rare = Nehmen Sie --false-positives 2^-{ $lowest } oder mehr
list-next-long-text = Kürzen Sie, was nach --source steht
list-next-not-found = Prüfen Sie den Namen, denn diese Datei oder diesen Ordner gibt es nicht
list-next-permission = Prüfen Sie, wer dort lesen und schreiben darf
list-next-disk = Prüfen Sie, ob sich das lesen lässt und ob auf der Platte Platz ist
list-next-start = Beginnen Sie neu

## Was an einer Zeile einer Eingabe falsch ist

list-fault-ntlm = Das ist ein Hash aus 32 hexadezimalen Ziffern, NTLM oder MD5. Listen entstehen aus SHA-1-Hashes: Holen Sie die Fassung mit SHA-1
list-fault-other-hash = Das ist ein längerer Hash als SHA-1, zum Beispiel SHA-256. Listen entstehen aus SHA-1-Hashes: Holen Sie die Fassung mit SHA-1
list-fault-not-a-hash = Das sind keine 40 hexadezimalen Ziffern eines SHA-1 mit Doppelpunkt und Häufigkeit. Sind es Passwörter, dann fügen Sie --plain hinzu
list-fault-not-a-suffix = Das sind nicht 35 hexadezimale Ziffern, ein Doppelpunkt und eine Häufigkeit, wie Teildateien sie haben. Holen Sie diesen Teil noch einmal
list-fault-too-long = Das ist länger als jedes Passwort und jeder Hash. Berichtigen Sie die Datei
list-fault-broken-hash = Das beginnt wie ein Hash, sind aber keine 40 hexadezimalen Ziffern mit Doppelpunkt und Häufigkeit. Berichtigen Sie diese Zeile
list-fault-separators = In der Häufigkeit stehen Trennzeichen zwischen den Ziffern. Schreiben Sie 2401761 statt 2.401.761
list-fault-columns = Die Felder sind nicht durch einen Doppelpunkt getrennt. Schreiben Sie jede Zeile als HASH:HÄUFIGKEIT, ohne Kopfzeile
list-fault-zero-byte = Hier steht ein Nullbyte; die Datei ist kein Text oder ist beschädigt. Holen Sie sie noch einmal, als UTF-8
list-fault-hashes = Fast alle Zeilen dieser Datei sind Hashes, keine Passwörter. Lassen Sie --plain weg, wenn es SHA-1 ist; andere Hashes lassen sich nicht verwenden
list-fault-pairs = Fast alle Zeilen dieser Datei haben neben dem Passwort ein weiteres Feld, etwa einen Benutzernamen. Behalten Sie nur die Passwörter, zum Beispiel: cut -d: -f2- EIN > AUS
list-fault-counted = Fast alle Zeilen dieser Datei haben neben dem Passwort eine Zahl. Behalten Sie nur die Passwörter, zum Beispiel: sed 's/^ *[0-9]* //' EIN > AUS
list-fault-other-encoding = Das ist nicht UTF-8, und keine andere Zeile der Datei hat einen Buchstaben in UTF-8. Speichern Sie die Datei als UTF-8, zum Beispiel: iconv -f WINDOWS-1252 -t UTF-8 EIN > AUS

## Was eine Eingabe ist, die kein Text ist; im Satz nach „ist“

list-foreign-utf16 = Text in UTF-16, nicht in UTF-8
list-foreign-utf32 = Text in UTF-32, nicht in UTF-8
list-foreign-zip = ein zip-Archiv oder ein Office-Dokument
list-foreign-7z = ein 7z-Archiv
list-foreign-rar = ein rar-Archiv
list-foreign-bzip2 = mit bzip2 gepackt
list-foreign-xz = mit xz gepackt
list-foreign-compressed = gepackt
list-foreign-twice = zweimal gepackt
list-foreign-tar = ein tar-Archiv
list-foreign-list = eine Listendatei, die schon fertig ist
list-foreign-database = eine Datenbank
list-foreign-pdf = ein PDF-Dokument
list-foreign-markup = eine Webseite oder XML
list-foreign-next-encoding = Speichern Sie noch einmal als UTF-8: iconv -f UTF-16 -t UTF-8 EIN > AUS, oder in PowerShell Set-Content -Encoding utf8
list-foreign-next-unpack = Entpacken Sie das, und geben Sie den Text darin an
list-foreign-next-unpack-first = Entpacken Sie das zuerst; gzip und zstd werden gelesen, wie sie sind
list-foreign-next-list = Sie lässt sich benutzen, wie sie ist: selfcheck list info DATEI
list-foreign-next-text = Geben Sie eine Textdatei mit einem Eintrag je Zeile an
