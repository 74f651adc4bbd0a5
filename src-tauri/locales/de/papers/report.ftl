report-title = Gespeicherte Passwörter: was Sie ändern sollten
report-made-on = Von Selfcheck erstellt am { DAY($day) }. Der Bericht enthält kein Passwort. Er zeigt aber, wo Sie Konten haben: Behalten Sie ihn für sich, und löschen Sie ihn, wenn Sie fertig sind.
report-read = { $n ->
    [one] { $n } Zugang wurde gelesen, mit { $distinct } verschiedenen Passwörtern.
   *[other] { $n } Zugänge wurden gelesen, mit { $distinct } verschiedenen Passwörtern.
}
report-not-looked-up = { $n ->
    [one] { $n } konnte nicht nachgeschlagen werden. Darüber ist nichts bekannt.
   *[other] { $n } konnten nicht nachgeschlagen werden. Darüber ist nichts bekannt.
}
report-left = { $n ->
    [one] Was den Computer verlassen hat: die ersten fünf Zeichen von { $n } Hash, an { $host }.
   *[other] Was den Computer verlassen hat: die ersten fünf Zeichen von { $n } Hashes, an { $host }.
}
report-nothing-left = Nichts hat den Computer verlassen.
report-ending-not-all-checked = Von dem, was geprüft wurde, müssen Sie nichts ändern. Ein Teil der Datei ließ sich nicht lesen oder nachschlagen: Darüber ist nichts bekannt.
report-ending-nothing-checked = Kein Passwort konnte geprüft werden: In dem, was sich lesen ließ, war keines. Exportieren Sie noch einmal, oder wählen Sie eine andere Datei.
report-ending-nothing-found = Es wurde nichts gefunden, was Sie ändern müssen. Das beweist nicht, dass niemand ein Passwort kennt.
report-about-file = Zur Datei
report-counts = Wie viele wovon
report-counts-what = Befund
report-counts-number = Zugänge
report-counts-share = Anteil
report-share = { NUMBER($n) } von { NUMBER($all) }
report-since = Seit dem früheren Bericht
report-since-fixed = { $n ->
    [one] Bei { $n } Konto ist etwas behoben.
   *[other] Bei { $n } Konten ist etwas behoben.
}
report-since-new = { $n ->
    [one] Bei { $n } Konto ist etwas neu.
   *[other] Bei { $n } Konten ist etwas neu.
}
report-since-not-checked = { $n ->
    [one] { $n } wurde nicht noch einmal geprüft.
   *[other] { $n } wurden nicht noch einmal geprüft.
}
report-first = Was Sie zuerst ändern sollten
report-where = Wo
report-user = Benutzername
report-why = Warum
report-no-address = ohne Adresse
report-change-page = Passwort ändern
report-not-read = Nicht gelesen
report-sources = Woher das kommt
report-sources-text = Vorfälle: Have I Been Pwned, haveibeenpwned.com, CC BY 4.0, Stand { DAY($day) }. Anmeldung in zwei Schritten: 2FA Directory. Seiten zum Ändern von Passwörtern und gemeinsame Zugänge: password-manager-resources.
report-line = Zeile { $line }
report-lines = { $n ->
    [one] Zeile { $lines }
   *[other] Zeilen { $lines }
}
