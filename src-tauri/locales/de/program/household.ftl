# Who is in the household, and what they ticked.
hh-nothing-kept = Mit --store none wird nichts behalten.
hh-added = { $name } ist im Haushalt.
hh-empty = Niemand ist im Haushalt. Fügen Sie jemanden hinzu mit selfcheck household add.
hh-progress = { $name }: { NUMBER($done) } erledigt, { NUMBER($open) } offen
hh-renamed = { $name } heißt jetzt { $new_name }.
hh-removed = { $name } ist nicht mehr im Haushalt; alle Häkchen und Antworten sind entfernt.
hh-state-open = offen
hh-state-later = später
hh-tick-what = Geben Sie eine Mitteilung und die Kennung eines ihrer Schritte an, oder --practice und einen Schritt.
hh-ticked = { $name }: { $step } ist erledigt.
hh-unticked = { $name }: { $step } ist wieder offen.
hh-said-nothing = { $name } hatte zu { $step } nichts gesagt.
hh-step-left-out = Die bisherigen Antworten nehmen { $step } aus dem Plan. Ändern Sie sie mit selfcheck notice walk, und haken Sie den Schritt dann ab.
hh-no-step = Einen Schritt { $step } gibt es in diesem Plan nicht. Seine Schritte zeigt selfcheck notice plan --json.
# Removing everything.
hh-wipe-nothing = Mit --store none wird nichts behalten, und nichts wurde entfernt.
hh-wipe-ask = Den Haushalt in { $folder } und die Herausgeber, denen Sie vertraut haben, endgültig entfernen? Tippen Sie { $yes }:
hh-wipe-yes = ja
hh-wipe-not-agreed = Nichts wurde entfernt. Geben Sie --yes an, oder antworten Sie auf die Frage mit { $yes }, um alles zu entfernen.
hh-wiped = { $n ->
    [one] { $n } Datei wurde entfernt.
   *[other] { $n } Dateien wurden entfernt.
}
hh-wiped-key = Der Schlüssel wurde aus dem Schlüsselbund entfernt. Häkchen und Antworten sind verschlüsselt, ohne diesen Schlüssel kann niemand eine Kopie davon öffnen.
hh-wiped-passphrase = Es war mit einer Passphrase gesperrt. Kopien davon in Sicherungen öffnet diese Passphrase noch immer.
hh-wiped-no-key = Im Schlüsselbund ist kein Schlüssel davon.
hh-wiped-key-not-reached = Der Schlüsselbund ließ sich nicht fragen. Vielleicht ist noch ein Schlüssel darin, unter org.selfcheck.household. Er öffnet Kopien der Datei: Entfernen Sie ihn dort.
hh-wiped-key-unknown = Die Datei household.key ließ sich nicht lesen, darum wurde der Schlüsselbund nicht gefragt. Vielleicht ist noch ein Schlüssel darin, unter org.selfcheck.household. Er öffnet Kopien der Datei: Entfernen Sie ihn dort.
hh-wiped-not = Was das nicht erreicht: Kopien in Sicherungen, und was eine Platte von entfernten Dateien noch enthält. Dateien, die Sie exportiert haben, bleiben, ebenso Einstellungen, Entwürfe und Listen. Herausgeber, denen Sie vertraut haben, gelten von nun an als neu.
hh-wiped-not-numbers = Auch die Nummern der Stände, die dieser Computer veröffentlicht hat, bleiben, damit keine zweimal benutzt wird. Sie betreffen, was öffentlich ist, und nicht diesen Haushalt.
# Taking it along.
hh-ask-export = Passphrase für die Datei:
hh-ask-import = Passphrase der Datei:
hh-export-exists = { $file } lässt sich nicht anlegen: { $error }. Wählen Sie einen anderen Namen, oder entfernen Sie erst diese Datei.
hh-export-failed = { $file } lässt sich nicht anlegen: { $error }. Wählen Sie einen anderen Ort.
hh-export-nobody = Niemand ist im Haushalt, also gibt es nichts zu exportieren.
hh-exported = { $people ->
    [one] { $file } enthält alles von { $people } Person, mit der Passphrase verschlossen. Ohne sie kann niemand die Datei lesen.
   *[other] { $file } enthält alles von { $people } Personen, mit der Passphrase verschlossen. Ohne sie kann niemand die Datei lesen.
}
hh-import-unreadable = { $file } lässt sich nicht lesen: { $error }. Prüfen Sie den Namen.
hh-import-passphrase = Das ist nicht die Passphrase von { $file }. Gemeint ist die, die beim Exportieren der Datei gewählt wurde. Nichts wurde geändert. Versuchen Sie es noch einmal.
hh-import-not-kept = Die Datei ist lesbar, und mit --store none wird nichts davon behalten.
hh-imported = { $people ->
    [one] { $people } Person wurde hereingeholt, davon neu hier: { NUMBER($fresh) }.
   *[other] { $people } Personen wurden hereingeholt, davon neu hier: { NUMBER($fresh) }.
}
# Opening it.
hh-no-folder = Dieses System hat keinen Ordner für das, was behalten wird. Nennen Sie einen mit --data-dir, oder geben Sie --store none an.
hh-set-aside = Die Datei des Haushalts war beschädigt. Sie ist aufgehoben als { $file }, und ein neuer, leerer Haushalt wurde begonnen. Wenn Sie den Haushalt exportiert haben, holen Sie ihn herein mit selfcheck household import.
hh-ask-passphrase = Passphrase des Haushalts:
hh-ask-again = Dieselbe noch einmal:
hh-passphrases-differ = Die beiden waren verschieden. Fangen Sie noch einmal an.
hh-passphrase-weak = Diese Passphrase ist leicht zu erraten, wenn jemand die Datei hat. `selfcheck passphrase` macht eine stärkere.
hh-passphrase-empty = Es braucht eine Passphrase: eine Zeile der Standardeingabe, oder auf die Frage hin getippt. Geben Sie eine ein.
hh-passphrase-not-a-line = Die Passphrase ist nicht eine Zeile Text von höchstens 1.024 Byte. Wählen Sie eine andere.
hh-name-empty = Der Name ist leer. Geben Sie einen Namen von 1 bis 60 Zeichen an.
hh-name-too-long = Der Name ist länger als 60 Zeichen. Wählen Sie einen kürzeren.
hh-name-hidden = Der Name enthält Zeichen, die sich nicht zeigen lassen. Lassen Sie sie weg.
hh-nobody-kept = Niemand heißt { $name }, denn hier ist nichts behalten: Es gibt noch keinen Haushalt, oder --store none wurde angegeben. Ohne --store none fügt selfcheck household add NAME die Person hinzu.
hh-nobody-called = Niemand im Haushalt heißt { $name }. Wer da ist, zeigt selfcheck household list; hinzufügen können Sie die Person mit selfcheck household add.
hh-kept-in-household = Ihre Antworten und Häkchen werden im Haushalt behalten, sobald Sie sie geben; Sie können jederzeit aufhören und später weitermachen.
hh-kept-until-you-leave = Ihre Antworten und Häkchen werden behalten, bis Sie aufhören, denn --store none wurde angegeben.
hh-kept-with-person = Ihre Antworten und Häkchen werden behalten, bis Sie aufhören. Mit --person NAME bleiben sie für das nächste Mal.
# What went wrong, and what to do.
hh-error-keyring-absent = Auf diesem Computer antwortet kein Schlüsselbund, darum wurde nichts geschrieben. Geben Sie --store passphrase an, um den Haushalt stattdessen mit einer Passphrase zu verschließen, oder --store none, um nichts zu behalten.
hh-error-keyring-locked = Der Schlüsselbund dieses Computers ist verschlossen oder nicht eingerichtet, darum wurde nichts geschrieben. Schließen Sie ihn auf und versuchen Sie es noch einmal. Oder geben Sie --store passphrase an, um den Haushalt stattdessen mit einer Passphrase zu verschließen, oder --store none, um nichts zu behalten.
hh-error-key-gone = Der Schlüsselbund hat den Schlüssel von { $file } nicht mehr, darum kann niemand die Datei öffnen. Sie blieb, wie sie ist. Kommt der Schlüsselbund zurück, dann auch der Haushalt; sonst fangen Sie neu an mit selfcheck household wipe. Geben Sie dann --store passphrase an, um keinen Schlüsselbund zu brauchen, oder --store none, um nichts zu behalten.
hh-error-key-file = { $file } fehlt oder ist beschädigt, darum lässt sich der Haushalt daneben nicht öffnen. Er blieb, wie er ist. Legen Sie die Datei zurück, oder fangen Sie neu an mit selfcheck household wipe.
hh-error-passphrase-needed = Dieser Haushalt ist mit einer Passphrase verschlossen, nicht mit dem Schlüsselbund. Geben Sie --store passphrase an, und tippen Sie die Passphrase auf die Frage hin, oder senden Sie sie als erste Zeile der Standardeingabe.
hh-error-keyring-needed = Dieser Haushalt ist mit dem Schlüsselbund verschlossen, nicht mit einer Passphrase. Lassen Sie --store passphrase weg.
hh-error-wrong-passphrase = Das ist nicht die Passphrase. Nichts wurde geändert. Versuchen Sie es noch einmal.
hh-error-damaged = { $file } ist beschädigt. Geben Sie den Befehl noch einmal: Die Datei wird dann beiseitegelegt und eine neue begonnen.
hh-error-too-new = { $file } hat ein neueres Selfcheck geschrieben. Holen Sie die neueste Version, um sie zu öffnen.
hh-error-busy = Ein anderes Selfcheck schreibt gerade in { $file }. Schließen Sie es, oder versuchen Sie es gleich noch einmal.
hh-error-gone = { $file } hat inzwischen ein anderes Programm entfernt. Geben Sie den Befehl noch einmal.
hh-error-io = { $file } lässt sich nicht lesen oder schreiben: { $error }. Prüfen Sie die Rechte, oder nennen Sie mit --data-dir einen anderen Ordner.
hh-error-nobody = Diese Person ist nicht mehr im Haushalt. Wer da ist, zeigt selfcheck household list.
hh-error-name-taken = Im Haushalt heißt schon jemand so. Wählen Sie einen anderen Namen.
hh-error-not-an-export = Diese Datei ist kein exportierter Haushalt oder ist beschädigt. Prüfen Sie den Namen, oder exportieren Sie noch einmal.
hh-error-export-too-new = Diese Datei hat ein neueres Selfcheck gemacht. Holen Sie die neueste Version, um sie zu lesen.
hh-error-other = Der Haushalt ließ sich nicht lesen oder schreiben: { $problem }. Versuchen Sie es noch einmal.
hh-no-randomness = keine Zufallszahlen
