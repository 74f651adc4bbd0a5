# What the lint finds, and what to write instead.
desk-lint-no-nature = Es steht nicht da, was geschehen ist. Schreiben Sie es in [what_happened].
desk-lint-no-contact = Niemand ist genannt, den man fragen kann. Geben Sie in [contact] einen Namen und eine Adresse an.
desk-lint-no-consequences = Es steht nicht da, was daraus werden kann. Schreiben Sie es in [consequences].
desk-lint-no-measures = Es steht nicht da, was Sie tun. Schreiben Sie es in [what_we_do].
desk-lint-nothing-to-do = Es sind weder Daten genannt, die genommen wurden, noch ein Schritt. Fügen Sie ein [[exposed]] oder ein [[step]] hinzu.
desk-lint-unknowns-not-said = Weitere Stände sollen folgen, und es steht nicht da, was Sie noch nicht wissen. Schreiben Sie es in [not_known].
desk-lint-dates-out-of-order = Dieses Datum liegt vor einem, auf das es folgen muss. Berichtigen Sie es.
desk-lint-link-not-https = Dieser Link ist nicht https und wäre für Mitglieder tot. Nehmen Sie eine https-Adresse.
desk-lint-link-foreign-domain = { $domain } ist weder Ihre Domain noch eine der bekannten, der Link wäre tot. Schreiben Sie die Adresse als Text, oder verlinken Sie eine eigene Seite.
desk-lint-asks-for-secret = Das liest sich, als fragten Sie nach etwas, wonach nur Diebe fragen ({ $secret }). Sagen Sie es anders.
desk-lint-no-revision = Es hat keine Nummer. Beim Veröffentlichen wird sie gesetzt; für einen ersten Stand schreiben Sie revision = 1.
desk-lint-no-history = Unter den Änderungen steht nicht, was an diesem Stand neu ist. Beim Veröffentlichen wird es aus --summary ergänzt.
desk-lint-no-expiry = Es steht nicht da, bis wann es aktuell ist. Beim Veröffentlichen wird fresh_until gesetzt, oder schreiben Sie es selbst.
desk-lint-open-gap = Hier ist noch eine Lücke der Vorlage offen. Füllen Sie sie aus, oder löschen Sie sie.
desk-lint-named-gap = Hier ist noch eine Lücke der Vorlage offen: { $hint }. Füllen Sie sie aus, oder löschen Sie sie.
desk-lint-no-not-exposed = Es steht nicht da, was nicht genommen wurde und woher Sie das wissen. Schreiben Sie es in [not_exposed].
desk-lint-no-count = Es steht nicht da, wie viele Konten betroffen sind. Schreiben Sie eine Zahl oder "not known yet" (noch nicht bekannt).
desk-lint-no-next-update = Weitere Stände sollen folgen, und es ist keiner versprochen. Schreiben Sie in next_update, wann der nächste kommt.
desk-lint-reading-age = Das verlangt ein Lesealter von etwa { $age }. Schreiben Sie kürzere Sätze und einfachere Wörter, bis höchstens 12.
desk-lint-many-actions = Dieser Absatz bittet um { $n } Dinge zugleich. Machen Sie aus jedem einen eigenen Listenpunkt.
desk-lint-text-not-in-walk = Der Weg zeigt von diesem Schritt höchstens sechs Listenpunkte und keinen Text darum; { $n } Absätze oder Punkte stehen nur auf der Seite. Setzen Sie in die Liste, was nötig ist, oder machen Sie zwei Schritte daraus.
desk-lint-might-where-confirmed = Hier steht „{ $phrase }“, und das Feld sagt confirmed (bestätigt). Sagen Sie, dass es geschehen ist, oder ändern Sie die Gewissheit.
desk-lint-unexplained-term = „{ $term }“ ist beim ersten Mal nicht erklärt. Setzen Sie ein paar Wörter in Klammern dahinter, oder nehmen Sie ein einfacheres Wort.
desk-lint-no-alternative-channel = Es steht nicht da, wo man nachsehen kann, wenn Ihre Seite nicht geht. Schreiben Sie es in contact.elsewhere.
desk-lint-contradiction = Zwei Stellen können nicht beide stimmen. Berichtigen Sie eine davon.
desk-lint-old-translation = Der Text in der Sprache { $language } folgt einem älteren Stand. Übersetzen Sie, was neu ist, und setzen Sie translated.{ $language }.
desk-lint-look-alike-domain = { $domain } sieht einer anderen Domain ähnlich. Ist es die falsche, sagen Sie es im Text daneben; wenn nicht, berichtigen Sie sie.
desk-lint-no-never-asks = Es steht nicht da, wonach Sie niemals fragen werden. Schreiben Sie never_asks, wie in ["Ihr Passwort", "einen Code", "Geld"].
desk-lint-unknown-country = Die Seite hat keine Kontakte für das Land { $country }. Nehmen Sie einen Code aus zwei Buchstaben wie gb, oder lassen Sie es weg.
desk-lint-withdrawn-ignored = „withdrawn“ am Anfang der Datei nimmt nichts zurück. Schreiben Sie status = "withdrawn", um die ganze Mitteilung zurückzunehmen, oder withdrawn in den [[step]], den Sie meinen.
desk-lint-past-next-update = Der nächste Stand ist für { $when } versprochen, und das ist vorbei. Schreiben Sie eine spätere Zeit in next_update.
desk-lint-past-expiry = Es heißt, dass es bis { $when } aktuell ist, und das ist vorbei. Beim Veröffentlichen wird fresh_until neu gesetzt; oder schreiben Sie es selbst.
desk-lint-future-date = Das wird als vergangen erzählt, und { $day } liegt in der Zukunft. Berichtigen Sie das Datum.
desk-lint-incomplete-translation = Manche Texte gibt es nicht in jeder Sprache. Übersetzen Sie sie.
desk-lint-doubled-step = Diesen Schritt bekommen Mitglieder zweimal, denn Selfcheck bringt seinen eigenen ({ $step }). Nehmen Sie Ihren heraus, oder geben Sie ihm die Kennung { $step }, damit er an dessen Stelle tritt.
desk-lint-unknown-step = Einen Schritt mit der Kennung { $step } gibt es nicht. Berichtigen Sie sie; die von Selfchecks eigenen Schritten stehen in plan --json.
desk-lint-postal-address = { $address } liest sich wie eine Postanschrift. Nehmen Sie die einer Person heraus; Ihre eigene gehört in contact.post.
desk-lint-no-occurred = Es steht nicht da, wann es geschah. Schreiben Sie occurred = {"{"} from = 2026-03-11, to = 2026-03-12 {"}"} oder einen einzigen Tag.
desk-lint-no-discovered = Es steht nicht da, wann Sie es bemerkt haben. Schreiben Sie discovered, wie in discovered = 2026-03-12.
desk-lint-site-safe-not-said = Es steht nicht da, ob Ihre Seite jetzt sicher ist. Schreiben Sie site_safe = "yes", "no" oder "not_known".
desk-lint-children-not-said = Es steht nicht da, ob Kinder unter Ihren Mitgliedern sind. Schreiben Sie audience.children = true oder false.
desk-lint-extortion-of-whom = Jemand verlangt Geld. Schreiben Sie extortion_of = "us", oder "members", wenn Mitglieder zahlen sollen.
desk-lint-no-reported = Es ist keine Behörde genannt, die Sie informiert haben. Fügen Sie [[reported]] mit authority und on hinzu.
desk-lint-no-offer = Es wird keine Hilfe angeboten. Wenn Sie welche anbieten, fügen Sie [[offer]] mit what und how hinzu.
desk-lint-no-apology = Es steht keine Entschuldigung da. Schreiben Sie sie in [apology].
desk-lint-leads-to-leak = Das führt zu den gestohlenen Daten ({ $place }). Sagen Sie, was genommen wurde, und lassen Sie weg, wo es ist.
# The same where a rule has several reasons.
desk-because-all-clear = „{ $phrase }“ und { $class } (confirmed, bestätigt) können nicht beide stimmen. Berichtigen Sie eines davon.
desk-because-certain = „{ $phrase }“ und { $class } (possible, möglich) können nicht beide stimmen. Berichtigen Sie eines davon.
desk-because-no-accounts = accounts_affected = 0 und bestätigte Daten können nicht beide stimmen. Berichtigen Sie eines davon.
desk-because-count = { $text } und accounts_affected = { $field } können nicht beide stimmen. Berichtigen Sie eines davon.
desk-because-final-unknowns = status = "final" und not_known können nicht beide stimmen. Berichtigen Sie eines davon.
desk-because-not-an-address = Das ist keine E-Mail-Adresse. Berichtigen Sie sie, oder nehmen Sie sie heraus.
desk-because-unsafe-site = Der Link des Schritts { $step } und site_safe = "no" können nicht beide stimmen. Berichtigen Sie eines davon.
desk-because-asked-in-vain = Die Frage { $question } nennt nur Schritte, die zurückgenommen sind, und die Antwort ändert nichts. Nehmen Sie sie heraus, oder nennen Sie andere Schritte.
desk-because-not-after-publishing = Diese Zeiten stehen in der falschen Reihenfolge: { $time } liegt nicht nach { $published }, der Veröffentlichung. Berichtigen Sie sie.
desk-because-before-former = Diese Tage stehen in der falschen Reihenfolge: { $day } liegt vor { $former }, dem Tag des Stands davor. Berichtigen Sie sie.
desk-because-after-publishing = Diese Tage stehen in der falschen Reihenfolge: { $day } liegt nach dem Tag der Veröffentlichung. Berichtigen Sie sie.
desk-because-before-it-began = Diese Zeiten stehen in der falschen Reihenfolge: { $time } liegt vor { $began }, dem Beginn. Berichtigen Sie sie.
desk-because-missing = In der Sprache { $language } fehlen diese Texte: { $fields }. Übersetzen Sie sie.
desk-because-other = Zwei Stellen passen nicht zusammen. Berichtigen Sie eine davon.
desk-lint-total = Vor dem Veröffentlichen zu berichtigen: { NUMBER($errors) }. Was es besser machen würde: { NUMBER($warnings) }.
desk-lint-reads = Regeln, die die Wörter selbst lesen, kennen: { $languages }.
desk-lint-unreadable = { $file }: { $problem }. Berichtigen Sie es dort und versuchen Sie es noch einmal.
# New drafts and keys.
desk-new-made = { $file } ist gemacht. Füllen Sie aus, was zwischen zwei geschweiften Klammern steht.
desk-ask-new = Passphrase für den neuen Schlüssel:
desk-ask-again = Dieselbe noch einmal:
desk-ask-key = Passphrase von { $file }:
desk-passphrases-differ = Die beiden Passphrasen sind verschieden. Fangen Sie noch einmal an.
desk-key-made = { $file } ist gemacht. Ohne die Passphrase kann niemand ihn benutzen: Schreiben Sie auch sie auf.
desk-key-words = Seine sechs Wörter: { $words }
# The publisher card.
desk-card-made = { $file } ist Karte Nummer { $serial }, gültig bis { $expires }.
desk-card-former = Die Karte davor ist aufgehoben als { $file }.
desk-card-counted = Sie zählt von Nummer { $known } weiter, die auf diesem Computer benutzt wurde.
desk-card-dropped-root = Ein Hauptschlüssel der Karte davor steht nicht mehr darauf: { $words }
desk-card-breaks = Wer der Karte davor vertraut, folgt dieser nicht: Ein Hauptschlüssel, den jene nennt, und jeder neue Hauptschlüssel müssen sie unterschreiben.
desk-card-signing-root = Sechs Wörter des Hauptschlüssels, der unterschrieben hat: { $words }
desk-card-other-root = Sechs Wörter des Hauptschlüssels, der für den Tag aufgehoben wird, an dem der andere verloren ist: { $words }
desk-card-print-words = Drucken Sie die Wörter jedes Hauptschlüssels ins Impressum: Nach einem Wechsel der Hauptschlüssel zeigt eine Seite die eines anderen.
desk-card-calendar = { $file } erinnert Sie zwei Wochen vor dem Ende: Öffnen Sie die Datei in einem Kalender.
desk-card-no-calendar = Es wurde keine Kalenderdatei geschrieben: Etwas anderes hat ihren Namen.
desk-card-last-day = Die Karte läuft in weniger als einem Tag ab, am { $expires }. Machen Sie die nächste: selfcheck notice card --previous
desk-card-near-end = { $days ->
    [one] Die Karte läuft in { $days } Tag ab, am { $expires }. Machen Sie die nächste: selfcheck notice card --previous
   *[other] Die Karte läuft in { $days } Tagen ab, am { $expires }. Machen Sie die nächste: selfcheck notice card --previous
}
desk-card-past-end = Die Karte ist am { $expires } abgelaufen und wird nicht mehr angenommen. Machen Sie die nächste: selfcheck notice card --previous
# Signing and publishing.
desk-doubt-key = Die Programme der Mitglieder nehmen das nicht an: Die Karte nennt diesen Redaktionsschlüssel nicht.
desk-doubt-domain = Die Programme der Mitglieder nehmen das nicht an: Die Karte spricht nicht für die Domain der Kennung.
desk-signed-comments = { $n ->
    [one] { $n } Kommentar steht darin, für alle zu lesen. selfcheck notice publish lässt Kommentare weg.
   *[other] { $n } Kommentare stehen darin, für alle zu lesen. selfcheck notice publish lässt Kommentare weg.
}
desk-nothing-published = Nichts wurde veröffentlicht. Berichtigen Sie den Entwurf und veröffentlichen Sie noch einmal.
desk-published = { $id }, Stand { $revision }, ist in { $folder }. Laden Sie hoch:
desk-published-card = Legen Sie eine Kopie von publisher unter https://{ $domain }/.well-known/selfcheck/publisher ab.
desk-published-words = Die sechs Wörter dazu: { $words }
desk-published-first = Hier ist kein Stand davor bekannt, deshalb hat dieser die Nummer { $revision }. Ist schon einer online, laden Sie das nicht hoch: Geben Sie denselben Befehl noch einmal mit --previous { $address }
desk-published-remembered = Der Ordner enthält den Stand davor nicht; es wird von dem weitergezählt, was dieser Computer zuletzt veröffentlicht hat.
desk-published-comments = { $n ->
    [one] { $n } Kommentar des Entwurfs wurde weggelassen.
   *[other] { $n } Kommentare des Entwurfs wurden weggelassen.
}
desk-published-warnings = { $n ->
    [one] { $n } Stelle des Entwurfs könnte besser sein. Er wurde trotzdem veröffentlicht; berichtigen Sie das für den nächsten Stand:
   *[other] { $n } Stellen des Entwurfs könnten besser sein. Er wurde trotzdem veröffentlicht; berichtigen Sie das für den nächsten Stand:
}
desk-number-not-kept = Die Nummer ließ sich auf diesem Computer nicht aufheben: { $problem }. Veröffentlichen Sie den nächsten Stand in denselben Ordner.
# A notice of a breach in the public catalogue.
desk-breach-unknown = Das Verzeichnis kennt keinen Angriff mit dem Namen { $name }. Sehen Sie auf haveibeenpwned.com nach.
desk-breach-near = Das Verzeichnis kennt keinen Angriff mit dem Namen { $name }. Meinten Sie { $names }?
desk-breach-made-up = Laut Verzeichnis waren die Daten von { $name } erfunden, deshalb gibt es dazu keine Mitteilung und nichts zu tun.
desk-breach-taken-back = Das Verzeichnis hat { $name } zurückgenommen, deshalb gibt es dazu keine Mitteilung. Sehen Sie auf haveibeenpwned.com nach.
desk-breach-source = Daten über Angriffe von Have I Been Pwned, https://haveibeenpwned.com (CC BY 4.0); diese Mitteilung ist nicht von der Seite selbst.
# Why something was not made, and what to do: files.
desk-error-file = { $file }: { $error }. Prüfen Sie den Namen und die Rechte und versuchen Sie es noch einmal.
desk-error-exists = { $file } ist schon da. Nichts wird überschrieben; wählen Sie einen anderen Namen.
desk-error-numbers = { $problem }. Verschieben Sie die Datei und geben Sie den letzten Stand mit --previous an, oder nehmen Sie mit --data-dir einen anderen Ordner.
desk-error-numbers-newer = { $problem }. Nehmen Sie das neueste Selfcheck, oder mit --data-dir einen anderen Ordner.
desk-error-busy = { $problem }. Nichts wurde geändert; warten Sie, bis er fertig ist, oder beenden Sie ihn, und versuchen Sie es noch einmal.
desk-error-no-folder = Es ist kein Ordner gewählt. Wählen Sie einen.
desk-error-not-text = { $file } ist keine Textdatei dieser Art. Prüfen Sie den Namen.
desk-error-other = { $problem }. Versuchen Sie es noch einmal, und sagen Sie es uns, wenn es so bleibt.
desk-numbers-unclear = { $file }, wo die letzten Nummern stehen, ist nicht zu verstehen
desk-numbers-newer = { $file }, wo die letzten Nummern stehen, ist von einer neueren Version dieses Programms
desk-busy = Ein anderer Vorgang veröffentlicht gerade und ist noch nicht fertig ({ $file } ist gesperrt)
desk-page-failed = Die Seite ließ sich nicht zusammensetzen
# Keys.
desk-error-not-a-key = { $file } ist kein minisign-Schlüssel dieser Art. Geben Sie die .key-Datei an, wo ein Geheimnis gebraucht wird, und sonst die .pub-Datei.
desk-error-wrong-passphrase = Die Passphrase öffnet { $file } nicht. Versuchen Sie es noch einmal.
desk-error-no-passphrase = Ein Schlüssel braucht eine Passphrase. Geben Sie sie als erste Zeile der Standardeingabe, oder tippen Sie sie auf die Frage hin.
desk-error-weak-passphrase = Diese Passphrase hat { NUMBER($score) } von 4 Punkten, und dieser Schlüssel braucht { NUMBER($needed) }. Machen Sie eine, die niemand errät: selfcheck passphrase --words 6. Es wurde kein Schlüssel gemacht.
desk-error-passphrase-not-text = Eine Passphrase muss Text von höchstens 1.024 Byte sein. Wählen Sie eine andere.
desk-error-key-not-made = Es ließ sich kein Schlüssel machen. Versuchen Sie es noch einmal.
# Cards.
desk-error-card-here = Es gibt schon eine Karte dieses Herausgebers, Nummer { $serial } ({ $file }). Nichts wurde geändert. Geben Sie --previous { $file } an, um von ihr weiterzuzählen, oder --start-over, wenn ihre beiden Hauptschlüssel verloren sind.
desk-error-card-known = Es gibt schon eine Karte dieses Herausgebers, Nummer { $serial }. Nichts wurde geändert. Geben Sie sie mit --previous an; eine Kopie liegt auf Ihrer Website unter /.well-known/selfcheck/publisher.
desk-error-card-older = Diese Karte hat die Nummer { $serial }, und Nummer { $known } wurde schon benutzt. Nichts wurde geändert. Geben Sie die neueste Karte an; eine Kopie liegt auf Ihrer Website unter /.well-known/selfcheck/publisher.
desk-error-leaves-out = Die Karte davor nennt mehr: { $names }. Nichts wurde geändert. Nennen Sie das auch, oder geben Sie --leave-out an, wenn es mit Absicht fehlt.
desk-root-named = den Hauptschlüssel mit den Wörtern „{ $words }“
desk-error-days = Eine Karte gilt 1 bis 90 Tage. Geben Sie --days von 1 bis 90 an.
desk-error-not-a-domain = { $domain } ist keine Domain in kleinen Buchstaben. Schreiben Sie sie wie in forum.example.
desk-error-foreign-root = { $file } ist ein Hauptschlüssel, den weder die Karte noch die davor nennt. Nennen Sie ihn mit --root, oder geben Sie die Karte davor mit --previous an.
desk-error-signature-count = Eine Karte hat Platz für eine oder zwei Unterschriften. Geben Sie --key einmal an, oder zweimal beim Wechsel der Hauptschlüssel.
desk-error-no-serial-left = Die Karte davor hat die höchste Nummer, die es gibt. Fangen Sie mit anderen Hauptschlüsseln neu an.
desk-error-key-not-in-card = Die Karte nennt diesen Redaktionsschlüssel nicht. Machen Sie eine neue Karte, die ihn nennt, oder nehmen Sie den Schlüssel, den sie nennt.
desk-error-foreign-domain = Die Karte spricht nicht für { $domain }. Berichtigen Sie die Kennung des Entwurfs, oder machen Sie eine neue Karte für diese Domain.
desk-error-card-expired = Die Karte ist am { $expires } abgelaufen. Machen Sie mit --previous eine neue.
desk-error-card-not-signed = Keine Unterschrift der Karte ist gültig. Machen Sie die Karte noch einmal mit selfcheck notice card.
# Drafts and updates.
desk-error-notice = { $file }: { $problem }. Berichtigen Sie es dort, oder holen Sie die Datei noch einmal.
desk-error-marked-line = { $file }, Zeile { $line }: Diese Zeile würde für einen Teil einer Unterschrift gehalten. Ändern Sie ihren Anfang.
desk-error-no-line-end = { $file } endet nicht mit einem Zeilenende. Fügen Sie der letzten Zeile eines an.
desk-error-draft = Der Entwurf: { $problem }. Berichtigen Sie es dort und versuchen Sie es noch einmal.
desk-error-former = Der Stand davor: { $problem }. Legen Sie die zuletzt veröffentlichte Mitteilung in den Ordner zurück.
desk-error-another-notice = Der Stand davor gehört zu { $former }, der Entwurf zu { $draft }. Nehmen Sie für eine andere Mitteilung einen anderen Ordner.
desk-error-no-number-left = Der Stand davor hat die höchste Nummer, die es gibt. Beginnen Sie eine neue Mitteilung unter einer anderen Kennung.
desk-error-goes-back = { $file } ist Stand { $revision }, und Stand { $known } wurde schon veröffentlicht. Nichts wurde geändert. Arbeiten Sie an dem späteren weiter, oder geben Sie ihn mit --previous an, um diesen Text danach zu veröffentlichen.
desk-error-two-formers = Es gibt zwei verschiedene Stände mit der Nummer { $revision }. Nichts wurde geändert; geben Sie den, der online ist, mit --previous an.
desk-error-address = { $address } ist keine https-Adresse des Herausgebers. Geben Sie eine https-Adresse auf einer Domain der Karte an, ohne Benutzer und Port.
desk-error-address-not-a-folder = { $address } ist keine Adresse eines Ordners. Geben Sie nur die Adresse des Ordners an, ohne Dateinamen, ? oder #, wie in https://forum.example/incident/.
desk-error-refused = { $n ->
    [one] { $n } Fehler steht dem Veröffentlichen im Weg. Berichtigen Sie den Entwurf und versuchen Sie es noch einmal.
   *[other] { $n } Fehler stehen dem Veröffentlichen im Weg. Berichtigen Sie den Entwurf und versuchen Sie es noch einmal.
}
# A file that is not believed to be the update before.
desk-former = { $file } gilt nicht als der Stand davor: { $fault }. Nichts wurde geändert. { $next }
desk-former-unsigned = Niemand hat die Datei unterschrieben
desk-former-foreign = Kein Redaktionsschlüssel dieses Herausgebers hat sie unterschrieben
desk-former-comment = Ihre Unterschrift gehört zu einem anderen Stand
desk-former-another-notice = Das ist ein Stand von { $notice }
desk-former-last-number = Sie hat die höchste Nummer, die es gibt
desk-former-last-number-of-former-key = Sie hat die höchste Nummer, die es gibt, und die Karte nennt den Schlüssel nicht, der sie unterschrieben hat
desk-former-do-new-key = Machen Sie einen neuen Redaktionsschlüssel und mit --previous eine Karte, die nur ihn nennt. Veröffentlichen Sie dann noch einmal mit --previous und Ihrem letzten eigenen Stand.
desk-former-do-give-last = Geben Sie den letzten Stand, den Sie veröffentlicht haben, mit --previous an.
desk-former-do-other-folder = Nehmen Sie für eine andere Mitteilung einen anderen Ordner.
desk-former-do-look = Ein Eindringling kann sie auf Ihren Server gelegt haben: Sehen Sie sie an, verschieben Sie sie, und geben Sie den letzten Stand, den Sie veröffentlicht haben, mit --previous an.
