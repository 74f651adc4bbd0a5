pw-prompt = Passwort (wird nicht angezeigt):
pw-empty = Es wurde nichts eingegeben. Geben Sie ein Passwort ein, und drücken Sie die Eingabetaste.
pw-too-long = Das ist länger als 4.096 Byte. Prüfen Sie, ob es ein einziges Passwort ist.
pw-line-break = Darin ist ein Zeilenumbruch. Geben Sie immer nur ein Passwort ein.
pw-other-encoding = Das ist Text in { $encoding }, und Listen enthalten Passwörter in UTF-8. Geben Sie das Passwort in UTF-8 an.
pw-zero-byte = Nach { $n } Byte steht ein Nullbyte, das in keinem Text steht. Geben Sie das Passwort in UTF-8 an.
pw-not-text = Das ist kein Text in UTF-8. Geben Sie das Passwort in UTF-8 an.
pw-no-connection = Auf diesem Computer lässt sich keine sichere Verbindung aufbauen. Benutzen Sie --offline.
pw-no-connection-here = Auf diesem Computer lässt sich keine sichere Verbindung aufbauen, darum wurde nichts geprüft.
pw-ask-service = Auf diesem Computer nicht gefunden. Auch fünf Zeichen des Hashs an { $host } senden? [j]a, [n]ein:
pw-verdict-found = Unter den bekannt gewordenen Passwörtern gefunden. Ändern Sie es überall, wo Sie es benutzen.
pw-verdict-not-on-this-list = Nicht in den Listen, die gefragt wurden. Das beweist nicht, dass niemand es kennt.
pw-verdict-could-not-check = Konnte nicht geprüft werden. Über dieses Passwort ist nichts bekannt; versuchen Sie es später noch einmal.
pw-verdict-not-asked = Keine Liste wurde gefragt.
pw-list-says = { $list }: { $answer }
pw-answer-top-1000 = gefunden, unter den 1.000 häufigsten
pw-answer-top-10000 = gefunden, unter den 10.000 häufigsten
pw-answer-top-million = gefunden, unter den 1.000.000 häufigsten
pw-answer-seen = { $n ->
    [one] gefunden, einmal gesehen
   *[other] gefunden, { $n } Mal gesehen
}
pw-answer-seen-at-least = { $n ->
    [one] gefunden, mindestens einmal gesehen
   *[other] gefunden, mindestens { $n } Mal gesehen
}
pw-answer-found = gefunden
pw-answer-not-on-this-list = nicht in dieser Liste
pw-answer-could-not-check = konnte nicht geprüft werden: { $reason }
pw-answer-not-asked = nicht gefragt
pw-score-0 = sehr schwach
pw-score-1 = schwach
pw-score-2 = mittel
pw-score-3 = gut
pw-score-4 = stark
pw-strength = Stärke: { $score }. Es aus einer gestohlenen, gut geschützten Passwortdatei zu erraten, würde { $offline } dauern; auf der Anmeldeseite { $online }.
pw-warning-common = Viele Menschen benutzen dieses Passwort.
pw-left-nothing = Was diesen Computer verlassen hat: nichts.
pw-unsent = { $requests ->
    [one] Was diesen Computer verlassen hat: nichts. { $host } war bei einem Versuch nicht zu erreichen.
   *[other] Was diesen Computer verlassen hat: nichts. { $host } war bei { $requests } Versuchen nicht zu erreichen.
}
pw-left = { $requests ->
    [one] Was diesen Computer verlassen hat: { $sent } an { $host }, über { $over }, in { $requests } Anfrage. Viele bekannt gewordene Passwörter haben diese fünf Zeichen gemeinsam.
   *[other] Was diesen Computer verlassen hat: { $sent } an { $host }, über { $over }, in { $requests } Anfragen. Viele bekannt gewordene Passwörter haben diese fünf Zeichen gemeinsam.
}
pw-passphrase-failed = Es ließ sich keine Passphrase machen: { $problem }. Versuchen Sie es noch einmal.
pw-passphrase-number = { $words } Wörter gibt es nicht; möglich sind { NUMBER($min) } bis { NUMBER($max) }
pw-passphrase-other-number = { $problem }. Wählen Sie eine andere Zahl nach --words.
pw-passphrase-language = Es gibt Wörter für en, de, es und fr. Geben Sie eines davon nach --language an.
pw-passphrase-made = { $words ->
    [one] { $words } zufälliges Wort, { $bits } Bit.
   *[other] { $words } zufällige Wörter, { $bits } Bit.
}
