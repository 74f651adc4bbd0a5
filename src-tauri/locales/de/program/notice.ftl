# Who vouches for a notice: what each state means.
notice-state-verified = Unterschrieben vom Herausgeber, den Sie kennen.
notice-state-new-publisher = Zum ersten Mal hier: unterschrieben von dem, der diese Seite betreibt. Ist das die Adresse, die Sie sonst benutzen?
notice-state-unconfirmed = Unterschrieben, aber nicht bestätigt: Vergleichen Sie die sechs Wörter mit denen auf der Seite, und öffnen Sie die Seite so wie immer.
notice-state-stale = Unterschrieben vom Herausgeber, den Sie kennen, aber nicht mehr aktuell. Sehen Sie auf der Seite nach einer neueren.
notice-state-changed-key = Halt: Das hat jemand anderes unterschrieben als der Herausgeber, den Sie kennen. Fragen Sie die Seite auf einem anderen Weg, bevor Sie etwas davon tun.
notice-state-older = Das ist älter als das, was Sie schon gelesen haben. Sehen Sie auf der Seite nach der neuesten Mitteilung.
notice-state-conflict = Das sagt etwas anderes als das, was Sie unter derselben Nummer gelesen haben. Bleiben Sie bei dem, was Sie hatten, und fragen Sie die Seite.
notice-state-expired = Diese Mitteilung ist nicht mehr aktuell; ob sie noch gilt, können wir nicht feststellen. Halten Sie sich nur an den eigenen Rat von Selfcheck, und sehen Sie auf der Seite nach einer neueren.
notice-state-withdrawn = Zurückgenommen: Die Seite sagt, dass diese Mitteilung nicht mehr gilt. Einen begonnenen Schritt zu beenden, schadet nicht.
notice-state-unsigned = Wir können nicht feststellen, von wem diese Datei ist. Ihre Links und Schritte werden nicht benutzt, nur der eigene Rat von Selfcheck.
notice-state-tampered = Diese Datei wurde nach der Unterschrift verändert. Nichts davon wird gezeigt.
notice-state-damaged = Diese Datei kann nicht gelesen werden.
notice-state-too-new = Diese Datei braucht ein neueres Selfcheck.
notice-withdrawn-by-a-stranger = Hier steht, dass sie zurückgenommen wurde, aber niemand hat bestätigt, wer das sagt: Vergleichen Sie die sechs Wörter mit denen auf der Seite. Nur ihre eigenen Schritte sind gestrichen; der Rat von Selfcheck gilt weiter.
notice-publisher = Die Datei nennt als Herausgeber { $domains } ({ $name }). Sechs Wörter: { $words }
notice-looks-like = Sehen Sie genau hin: { $domain } ist nicht { $known }, sieht aber so aus. Wenn Sie { $known } meinten, tun Sie nichts von dem, was diese Mitteilung sagt, und gehen Sie so wie immer auf jene Seite.

# Why a notice is in its state, after its file name and a colon.
notice-reason-other-root = Die Mitteilung ist unterschrieben, aber die Seite selbst nennt einen anderen Schlüssel. Folgen Sie den Links nicht; fragen Sie die Seite auf einem anderen Weg.
notice-reason-not-reached = Die Mitteilung ist unterschrieben, aber die Seite hat nicht gesagt, dass der Schlüssel ihrer ist. Vergleichen Sie die sechs Wörter mit denen auf der Seite.
notice-reason-card-signature = Kein Hauptschlüssel bürgt für den Herausgeber in dieser Datei, oder sie wurde unterwegs verändert. Holen Sie sie noch einmal von der Seite selbst.
notice-reason-link-key = Der Link verlangt einen anderen Schlüssel als den, mit dem diese Datei unterschrieben ist. Holen Sie beides noch einmal von der Seite selbst.
notice-reason-foreign-host = Angeboten wird die Mitteilung von { $host }, und das ist keine Seite ihres Herausgebers. Gehen Sie auf die Seite, die Sie sonst benutzen.
notice-reason-no-succession = { $domain } ist hier mit einem anderen Schlüssel bekannt. Bekannte Wörter: { $known }. Wörter dieser Datei: { $found }. Fragen Sie die Seite auf einem anderen Weg; nur wenn sie sagt, dass ihr Schlüssel verloren ging und ersetzt wurde: selfcheck notice trust.
notice-reason-no-succession-since = { $domain } ist hier seit { DAY($since) } mit einem anderen Schlüssel bekannt. Bekannte Wörter: { $known }. Wörter dieser Datei: { $found }. Fragen Sie die Seite auf einem anderen Weg; nur wenn sie sagt, dass ihr Schlüssel verloren ging und ersetzt wurde: selfcheck notice trust.
notice-reason-no-succession-unnamed = Dieser Herausgeber ist hier mit einem anderen Schlüssel bekannt. Bekannte Wörter: { $known }. Wörter dieser Datei: { $found }. Fragen Sie die Seite auf einem anderen Weg; nur wenn sie sagt, dass ihr Schlüssel verloren ging und ersetzt wurde: selfcheck notice trust.
notice-reason-card-serial = Die Karte des Herausgebers hat die Nummer { $found }; die Nummer { $seen } war schon zu sehen. Holen Sie die neueste Datei von der Seite.
notice-reason-card-expired = Die Karte des Herausgebers ist am { DAY($expired) } abgelaufen. Sehen Sie auf der Seite nach einer neueren Datei, und prüfen Sie das Datum dieses Computers.
notice-reason-card-too-long = Die Karte des Herausgebers gilt vom { DAY($issued) } bis zum { DAY($expires) }, länger als die erlaubten 90 Tage. Bitten Sie die Seite um eine andere.
notice-reason-card-not-yet = Die Karte des Herausgebers beginnt erst am { DAY($issued) }. Prüfen Sie das Datum dieses Computers.
notice-reason-desk-key = Die Mitteilung ist mit einem Schlüssel unterschrieben, den ihr Herausgeber nicht nennt. Holen Sie sie noch einmal von der Seite selbst.
notice-reason-body-signature = Der Text ist nicht der, der unterschrieben wurde. Holen Sie die Mitteilung noch einmal von der Seite selbst.
notice-reason-trusted-comment = Die Unterschrift gehört zu einer anderen Mitteilung oder einem anderen Stand. Holen Sie die Mitteilung noch einmal von der Seite selbst.
notice-reason-foreign-domain = Die Mitteilung will für { $domain } sprechen, aber wer sie unterschrieben hat, spricht nicht für diese Seite. Gehen Sie auf die Seite, die Sie sonst benutzen.
notice-reason-signature-missing = { $domain } unterschreibt seine Mitteilungen, und diese ist nicht unterschrieben. Holen Sie sie von der Seite selbst.
notice-reason-revision = Das ist Stand { $found }; Stand { $seen } wurde schon gelesen. Holen Sie den neuesten von der Seite.
notice-reason-same-revision = Stand { $revision } wurde schon mit einem anderen Text gelesen. Bleiben Sie bei dem, was Sie hatten, und fragen Sie die Seite, was gilt.
notice-late-promised = Bis { MOMENT($when) } war ein neuer Stand versprochen, und er ist nicht in dieser Datei. Sehen Sie auf der Seite nach, ob es ihn gibt.
notice-late-current = Die Mitteilung war bis { MOMENT($when) } aktuell. Sehen Sie auf der Seite nach einem neueren Stand.

# What is wrong with the bytes of a notice.
notice-error-too-big = größer als { NUMBER($max) } Byte
notice-error-not-utf8 = Byte { $offset } ist kein UTF-8-Text
notice-error-nul = Zeile { $line }, Spalte { $column }: ein NUL-Zeichen
notice-error-hidden = Zeile { $line }, Spalte { $column }: ein verborgenes Zeichen: ein Steuerzeichen, ein unsichtbares oder eines, das die Schreibrichtung ändert
notice-error-container = Zeile { $line }: Teile einer Unterschrift, die nicht zusammenpassen
notice-error-syntax = Zeile { $line }, Spalte { $column }: Das ist keine Mitteilung: Der Text ist kein TOML, das Format der Mitteilungen
notice-error-unclosed = Zeile { $line }, Spalte { $column }: Der Text, der hier beginnt, hat kein Ende: Nach seiner letzten Zeile fehlen drei Anführungszeichen
# Which field should be what, in English.
notice-error-wrong-type = Zeile { $line }, Spalte { $column }: { $what }
notice-error-too-new = Format { $found }; dieses Programm liest bis Format { $known }
notice-unreadable = { $problem }. Holen Sie die Datei noch einmal von der Seite, die sie veröffentlicht hat.
notice-unreadable-signed = { $problem }. Die Datei ist unterschrieben oder war es, und nichts davon wird gezeigt. Holen Sie sie noch einmal von der Seite, die sie veröffentlicht hat.
notice-unreadable-newer = { $problem }. Holen Sie das neueste Selfcheck, um die Datei zu lesen.
notice-practice-damaged = Die Übungsmitteilung: { $problem }. Holen Sie das neueste Selfcheck.
notice-of-file = { $file }: { $reason }

# Fetching a notice.
notice-asking = { $host } wird nach der Mitteilung gefragt.
notice-address-refused = { $address }: Eine Adresse muss mit https beginnen und einen Namen haben, ohne Benutzer, Port und Sprungmarke (#). Kopieren Sie sie noch einmal von der Seite, oder speichern Sie die Mitteilung als Datei.
notice-fetch-private = die Adresse führt in ein privates Netz
notice-fetch-redirected = von dort ging es anderswohin
notice-fetch-timed-out = keine rechtzeitige Antwort
notice-fetch-too-large = mehr als { NUMBER($max) } Byte
notice-fetch-status = Status { $status }
notice-fetch-no-connection = keine sichere Verbindung
notice-fetch-interrupted = die Antwort brach ab
notice-fetch-no-client = auf diesem Computer lässt sich keine sichere Verbindung aufbauen
notice-not-fetched = { $host }: { $problem }. Prüfen Sie die Verbindung und versuchen Sie es noch einmal, oder speichern Sie die Mitteilung als Datei.
notice-not-fetched-private = { $host }: { $problem }. Das tut keine öffentliche Seite; prüfen Sie die Adresse.
notice-not-fetched-redirected = { $host }: { $problem }. Melden Sie sich in dem Netz an, in dem Sie sind, oder suchen Sie die Adresse auf der Seite.
notice-not-fetched-not-there = { $host }: { $problem }. Suchen Sie die Mitteilung auf der Seite.
notice-not-fetched-too-large = { $host }: { $problem }. Das ist keine Mitteilung; prüfen Sie die Adresse.
notice-no-client = { $problem }. Speichern Sie die Mitteilung als Datei.
notice-link-too-long = Ein Link hat höchstens { NUMBER($max) } Byte
notice-link-form = Ein Link hat die Form selfcheck://notice?u=…&k=… und nichts weiter
notice-link-address = Die Adresse im Link muss mit https beginnen und einen Namen haben, ohne Benutzer, Port und Sprungmarke (#), mit Prozentzeichen kodiert
notice-link-code = Der Code des Schlüssels im Link muss aus 26 Zeichen bestehen: kleinen Buchstaben und den Ziffern 2 bis 7
notice-link-refused = { $problem }. Kopieren Sie den ganzen Link noch einmal von der Seite. Geholt wurde nichts.
notice-link-twice = Die Mitteilung ist schon ein Link; lassen Sie --link weg.
notice-not-a-key = { $key }: kein öffentlicher Schlüssel von minisign. Geben Sie seine 56 Zeichen an, oder die .pub-Datei, in der sie stehen.

# What is remembered of publishers.
notice-memory-too-new = { $file } hat ein neueres Selfcheck geschrieben (Format { $format }), und die Datei blieb, wie sie ist
notice-memory-busy = Ein anderes Selfcheck schreibt in { $file } und wird nicht fertig
notice-memory-full = Der Datenträger von { $file } ist voll
notice-memory-failed = { $file }: { $error }
notice-memory-unreadable = Was über Herausgeber bekannt ist, lässt sich nicht lesen: { $problem }. Ohne das kann nichts geprüft werden; sehen Sie nach der Datei, oder wählen Sie mit --data-dir einen anderen Ordner.
notice-memory-newer = Was über Herausgeber bekannt ist, lässt sich nicht lesen: { $problem }. Ohne das kann nichts geprüft werden; holen Sie die neueste Version, oder wählen Sie mit --data-dir einen anderen Ordner.
notice-memory-set-aside = Was über Herausgeber bekannt war, ließ sich nicht lesen und wurde als { $file } beiseitegelegt. Herausgeber, denen Sie vertraut haben, gelten als neu, bis Sie ihnen wieder vertrauen.
notice-memory-not-kept = Dieser Stand konnte nicht gemerkt werden: { $problem }. Ein älterer würde nicht auffallen.
notice-memory-not-changed = { $problem }. Nichts wurde geändert. Prüfen Sie den Ordner und den Platz auf seinem Datenträger, und versuchen Sie es noch einmal.
notice-memory-no-folder = Es gibt keinen Ordner, um es zu merken. Nennen Sie einen mit --data-dir.

# selfcheck notice verify and trust.
notice-verify-practice = Die Übungsmitteilung gehört zu diesem Programm; geben Sie eine andere Mitteilung an.
notice-update-due = Ein neuer Stand ist fällig und nicht in dieser Datei.
notice-trust-practice = Die Übungsmitteilung braucht kein Vertrauen; geben Sie eine andere Mitteilung an.
notice-pin-not-a-domain = { $domain } ist keine Domain
notice-pin-public-suffix = { $domain } ist nicht die eigene Domain einer einzelnen Seite
notice-not-pinned = { $problem }. Nichts wurde geändert. Geben Sie die Domain der Seite selbst an, wie in forum.example.
notice-other-domain = Diese Mitteilung ist von { $domains }, nicht von { $domain }. Nichts wurde geändert. Geben Sie die Adresse an, die Sie sonst benutzen; ist es nicht dieselbe, vertrauen Sie der Mitteilung nicht.
notice-trusted = { $domain } ist von jetzt an die Seite mit diesen sechs Wörtern: { $words }
notice-trusted-compare = Vergleichen Sie sie mit den Wörtern auf der Seite selbst. Sind sie nicht gleich, hat jemand anderes diese Mitteilung unterschrieben.
notice-trusted-replaced = Dem Schlüssel, der vorher bekannt war, wird nicht mehr vertraut.

# Answers from a file, and the country.
notice-answers-not-json = { $file }, Zeile { $line }, Spalte { $column }: Das ist kein JSON-Objekt mit Antworten. Berichtigen Sie es und versuchen Sie es noch einmal.
notice-answers-wrong = { $file }: Die Antwort auf { $question } muss yes, no oder not_sure sein. Berichtigen Sie sie und versuchen Sie es noch einmal.
notice-no-such-question = Eine Frage { $question } gibt es nicht; ihre Antwort wird nicht beachtet.
notice-no-advice-for-country = Für dieses Land gibt es noch keinen eigenen Rat; gezeigt wird, was überall gilt.

# What a notice says: between its own words, in its language.
notice-note = Hinweis: { $note }
notice-changed = Geändert, seit Sie zuletzt gelesen haben: { $changes }
notice-id-and-revision = { $id }, Stand { $revision }
notice-published = Veröffentlicht am { $when }
notice-next-update = Der nächste Stand ist versprochen für { $when }
notice-affects = Wen es betrifft: { $whom }
notice-accounts = Konten: { NUMBER($n) }
notice-accounts-not-known = Konten: noch nicht bekannt
notice-section-doing = Was getan wird
notice-never-asks = Danach werden sie nie fragen: { $what }
notice-contact = Kontakt: { $ways }
notice-fact = { $label }: { $fact }
notice-step-withdrawn = Vom Herausgeber zurückgenommen: { $reason }
notice-steps-not-listed = Die Schritte der Mitteilung stehen hier nicht. Die Seite sagt, was stattdessen zu tun ist, wenn überhaupt etwas.

# The walk through its steps.
notice-nothing-left = Hier ist nichts mehr zu tun. Die Seite sagt, was stattdessen zu tun ist, wenn überhaupt etwas.
notice-country-question = In welchem Land wohnen Sie? Die Schritte nennen dessen Polizei, Hilfetelefone und Ämter.
notice-country-prompt = Seine zwei Buchstaben, etwa de oder at, oder die Eingabetaste für überall sonst:
notice-country-known = Kontakte gibt es für: { $codes }.
notice-question = Frage: { $question }
notice-question-prompt = {"["}j]a, [n]ein, nicht [s]icher, auf[h]ören:
notice-question-letters = Tippen Sie j, n, s oder h, dann die Eingabetaste.
notice-not-needed = Dann nicht nötig: { $step }
notice-help-now = Hilfe jetzt. Mit h hören Sie bei der nächsten Frage hier auf.
notice-urgent-done = Das Dringende ist erledigt. Der Rest kann bis morgen warten: Mit h hören Sie hier auf.
notice-minutes-left = { $minutes ->
    [one] Noch etwa { $minutes } Minute.
   *[other] Noch etwa { $minutes } Minuten.
}
notice-step = Schritt { $at } von { $all }: { $step }
notice-marked-done = Sie haben gesagt, dass das erledigt ist.
notice-marked-not-for-me = Sie haben gesagt, dass das nicht zutrifft.
notice-marked-later = Auf später verschoben.
notice-step-prompt = {"["}e]rledigt, trifft nicht [z]u, [s]päter, z[u]rücknehmen, [v]orheriger, Ant[w]orten ändern, auf[h]ören:
notice-step-prompt-make = eine Passphrase [m]achen, [e]rledigt, trifft nicht [z]u, [s]päter, z[u]rücknehmen, [v]orheriger, Ant[w]orten ändern, auf[h]ören:
notice-step-prompt-check = ein Passwort [p]rüfen, eine Passphrase [m]achen, [e]rledigt, trifft nicht [z]u, [s]päter, z[u]rücknehmen, [v]orheriger, Ant[w]orten ändern, auf[h]ören:
notice-step-letters = Tippen Sie einen der Buchstaben in Klammern, dann die Eingabetaste.
notice-step-open-again = Der Schritt ist wieder offen.
notice-elsewhere = (In einem anderen Terminal: { $commands })
notice-summary = { $all ->
    [one] { NUMBER($settled) } von { $all } Schritt ist erledigt oder nicht nötig.
   *[other] { NUMBER($settled) } von { $all } Schritten sind erledigt oder nicht nötig.
}
notice-still-open = Noch offen: { $step }
# What may be typed, separated by commas: letters of the prompts, and words. The English ones are taken in every
# language, so none of them may mean something else there.
notice-word-yes = j, ja
notice-word-no = n, nein
notice-word-not-sure = s, nicht sicher
notice-word-check = p, prüfen
notice-word-make = m, machen
notice-word-done = e, erledigt
notice-word-not-for-me = z, trifft nicht zu
notice-word-later = s, später
notice-word-undo = u, zurücknehmen
notice-word-back = v, vorheriger
notice-word-answers = w, antworten
notice-word-quit = h, aufhören

# Sheets and leaflets.
notice-sheet-nobody = Niemand im Haushalt folgt einer Mitteilung, die gezeigt werden kann, darum gibt es nichts zu drucken. Beginnen Sie mit selfcheck notice walk.
notice-sheet-left-out = Weggelassen, weil niemand mehr dafür bürgt: { $title }
notice-sheet-not-made = Das Blatt konnte nicht geschrieben werden. Versuchen Sie es noch einmal.
notice-sheet-not-written = { $file } kann nicht geschrieben werden: { $error }. Wählen Sie einen Ordner, den es gibt und der Ihnen gehört.
notice-sheet-written = Das Blatt ist in { $file }. Öffnen Sie es in einem Browser und drucken Sie es von dort.
