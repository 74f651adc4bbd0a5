# `selfcheck audit`. Was daneben in einem Bericht steht, ist in den Ordnern shared und papers.
audit-was-read =
    { $logins ->
        [one] { $logins } Zugang
       *[other] { $logins } Zugänge
    } gelesen, aus { $source }; { $passwords ->
        [one] { $passwords } verschiedenes Passwort
       *[other] { $passwords } verschiedene Passwörter
    }.
audit-not-read = Nicht gelesen: { $what }
audit-not-read-more = Nicht gelesen: { NUMBER($n) } weitere
audit-look-at = Bitte ansehen: { $what }
audit-look-at-more = { $n ->
    [one] { $n } weitere Zeile zum Nachsehen; --report nennt auch sie
   *[other] { $n } weitere Zeilen zum Nachsehen; --report nennt sie alle
}
audit-none-known = ließen sich nicht nachschlagen; darüber ist nichts bekannt
audit-change-first = Zuerst ändern:
audit-change-at = Ändern unter { $url }
audit-try-at = Versuchen Sie es unter { $url }
audit-more-rows = Und { NUMBER($n) } weitere. Alle zeigt: --report what-to-change.html
audit-since-earlier =
    Seit dem früheren Bericht: bei { $fixed ->
        [one] { $fixed } Konto
       *[other] { $fixed } Konten
    } ist etwas behoben, bei { NUMBER($new) } ist etwas neu, { NUMBER($again) } nicht noch einmal geprüft.
audit-report-in = Der Bericht liegt in { $file }. Er zeigt, wo Sie Konten haben: Löschen Sie ihn, wenn Sie fertig sind.
audit-sent =
    Was diesen Computer verlassen hat: die ersten fünf Zeichen von { $hashes ->
        [one] { $hashes } Hash
       *[other] { $hashes } Hashes
    }, an { $host }, in { $requests ->
        [one] { $requests } Anfrage
       *[other] { $requests } Anfragen
    }.
audit-keep-database = Das ist Ihre Passwort-Datenbank: Behalten Sie sie. Selfcheck hat nichts darin geändert.
audit-delete-export = Wenn Sie fertig sind: Löschen Sie den Export, leeren Sie den Papierkorb, und sehen Sie nach, ob in der Cloud eine Kopie liegt.

## Fragen und Warten

audit-ask-password = Passwort dieser Datei (wird nicht gezeigt):
audit-no-password = Diese Datei ist verschlossen, und ihr Passwort wurde nicht angegeben. Geben Sie es ein, wenn danach gefragt wird, oder senden Sie es als erste Zeile der Standardeingabe.
audit-ask-online = { $n ->
    [one] Den Rest im Internet nachschlagen? Das sendet die ersten fünf Zeichen von { $n } Hash an { $host } und sonst nichts. [j/N]
   *[other] Den Rest im Internet nachschlagen? Das sendet die ersten fünf Zeichen von { $n } Hashes an { $host } und sonst nichts. [j/N]
}
audit-add-yes = { $n ->
    [one] Außerhalb dieses Computers wurde nichts gefragt. Um den Rest nachzuschlagen ({ $n } Anfrage an { $host }), fügen Sie --yes hinzu.
   *[other] Außerhalb dieses Computers wurde nichts gefragt. Um den Rest nachzuschlagen ({ $n } Anfragen an { $host }), fügen Sie --yes hinzu.
}
audit-rest-not-asked = Der Rest wurde nicht nachgeschlagen: { $reason }
audit-stopped = Vor dem Ende angehalten.
audit-bar-comparing = wird verglichen, Passwörter
audit-bar-rating = wird beurteilt, Zugänge
audit-bar-asking = wird nachgeschlagen, Teile

## Falsche Angaben

audit-report-name = Der Name nach --report muss auf .json, .csv oder .html enden. Wählen Sie eines davon.
audit-report-not-written = { $file } lässt sich nicht schreiben: { $error }. Prüfen Sie den Namen und die Rechte des Ordners.
audit-earlier-too-long = Der Bericht nach --compare ist zu lang, um einer zu sein. Prüfen Sie seinen Namen.
audit-earlier-wrong = Die Datei nach --compare ist kein JSON-Bericht einer Prüfung, in Zeile { $line }, Spalte { $column }. Geben Sie einen Bericht an, der auf .json endet.
audit-option-columns = Nach --columns: { $problem }. Schreiben Sie es wie in password=Secret,username=Login,url=3.
audit-option-part = „{ $part }“ ist nicht von der Form FELD=SPALTE
audit-option-field = „{ $field }“ ist keines von password, username, url, title, changed, header
audit-option-twice = „{ $field }“ steht zweimal da
audit-option-no-password = keine Spalte für das Passwort
audit-option-zero = Spalten werden von 1 an gezählt
audit-option-no-header = „{ $name }“ lässt sich ohne Kopfzeile nicht finden
audit-option-header = header ist yes oder no

## Warum sich ein Export nicht lesen ließ

audit-unreadable = { $file }: { $problem }. { $next }
audit-export-io = bei Byte { $byte }: { $error }
audit-export-stopped = Angehalten
audit-export-empty = Darin steht nichts
audit-export-no-logins = Darin steht kein Zugang
audit-export-too-long = länger als { NUMBER($limit) } Byte
audit-export-too-many-entries = mehr als { NUMBER($limit) } Einträge, in Zeile { $line }
audit-export-not-text = kein Text: ein Nullbyte bei Byte { $byte }
audit-export-header-too-long = Die erste Zeile ist länger als { NUMBER($limit) } Byte
audit-export-too-many-columns = mehr als { NUMBER($limit) } Spalten
audit-export-unclosed-header = Ein Anführungszeichen in der ersten Zeile wird nie geschlossen
audit-export-unknown-columns = { $columns ->
    [one] eine Tabelle unbekannter Art mit { $columns } Spalte
   *[other] eine Tabelle unbekannter Art mit { $columns } Spalten
}
audit-export-unknown-columns-named = { $columns ->
    [one] eine Tabelle unbekannter Art mit { $columns } Spalte: { $names }
   *[other] eine Tabelle unbekannter Art mit { $columns } Spalten: { $names }
}
audit-export-several-password-columns = Die Spalten { $numbers } können alle Passwörter enthalten: { $names }
audit-export-ambiguous-column = Mehrere Spalten heißen { $name }
audit-export-password-shown = Spalte { $column } enthält Passwörter und würde gezeigt
audit-export-labelled-values = eine Tabelle, in der jede Zeile ihre Felder selbst benennt
audit-export-no-such-column = keine Spalte { $name }
audit-export-too-damaged = { $rows ->
    [one] { $rows } Zeile mit einem Anführungszeichen zu wenig oder zu viel, die letzte ist Zeile { $line }
   *[other] { $rows } Zeilen mit einem Anführungszeichen zu wenig oder zu viel, die letzte ist Zeile { $line }
}
audit-export-json = beschädigtes JSON in Zeile { $line }, Spalte { $column }
audit-export-unknown-json = JSON unbekannter Art
audit-export-no-export-in-zip = eine zip-Datei ohne export.data
audit-export-locked-to-account = mit dem Konto bei { $program } verschlossen
audit-export-needs-password = mit einem Passwort geschützt
audit-export-wrong-password = Das Passwort öffnet sie nicht
audit-export-too-much-memory = Sie zu öffnen, würde zu viel Speicher brauchen
audit-export-too-much-time = Sie zu öffnen, würde zu lange dauern
audit-export-version = eine Version der Dateien von { $program }, die sich nicht lesen lässt
audit-export-damaged = eine beschädigte Datei von { $program }

## Was dann zu tun ist

audit-next-name = Prüfen Sie den Namen.
audit-next-other = Geben Sie die Datei eines Exports an.
audit-next-empty = Exportieren Sie noch einmal, und sehen Sie nach, ob Ihre Passwörter in der Datei stehen.
audit-next-not-text = Geben Sie den Export selbst an: eine .csv-, .json-, .kdbx- oder .1pux-Datei.
audit-next-columns = Sagen Sie, welche Spalte was ist, wie in --columns password=Secret,username=Login,url=3.
audit-next-several = Sagen Sie, welche davon geprüft werden soll, wie in --columns password=4,username=3,url=2, und prüfen Sie die anderen in einem weiteren Durchgang.
audit-next-number = Geben Sie stattdessen ihre Nummer an, von 1 an gezählt.
audit-next-shown = Benutzernamen, Adressen und Titel werden gezeigt: Wählen Sie dafür eine andere Spalte.
audit-next-labelled = Sie lässt sich nicht nach Spalten lesen. Importieren Sie sie in einen anderen Passwortmanager, und exportieren Sie von dort.
audit-next-zip = Geben Sie die .1pux-Datei an, wie sie ist, oder entpacken Sie die zip-Datei, und geben Sie den Export darin an.
audit-next-json = Geben Sie einen unverschlüsselten oder mit einem Passwort geschützten Export von Bitwarden an, oder eine CSV-Datei.
audit-next-account = Exportieren Sie noch einmal, als Datei mit eigenem Passwort oder ohne.
audit-next-password = Geben Sie das Passwort ein, wenn danach gefragt wird, oder senden Sie es als erste Zeile der Standardeingabe.
audit-next-key-file = Versuchen Sie es noch einmal. Eine Datenbank, die auch eine Schlüsseldatei braucht, lässt sich hier nicht öffnen: Exportieren Sie sie als CSV.
audit-next-again = Versuchen Sie es noch einmal.
audit-next-csv = Exportieren Sie aus diesem Programm stattdessen als CSV.
audit-next-split = Teilen Sie sie in mehrere Exporte.
audit-next-whole = Exportieren Sie noch einmal, und sehen Sie nach, ob die Datei vollständig ist.

## Woher ein Export kommt, wo das mehr ist als Namen von Produkten; im Satz nach „aus“ oder „von“

prog-source-chrome = Chrome, Edge, Brave oder Opera
prog-source-safari = Safari oder Apple Passwörter
prog-source-custom = einer Tabelle mit selbst gewählten Spalten

## Arten von Dateien, die nicht gelesen werden

audit-form-spreadsheet = eine Tabellenkalkulation (.xlsx, .xls, .ods oder .numbers)
audit-form-office = eine Datei eines Büroprogramms
audit-form-text-document = ein Textdokument (.docx, .odt, .pages oder .rtf)
audit-form-pdf = ein PDF
audit-form-image = ein Bild
audit-form-web-page = eine Webseite
audit-form-keepass-xml = ein XML-Export von KeePass
audit-form-xml = eine XML-Datei
audit-form-plist = eine Eigenschaftsliste von macOS oder iOS
audit-form-keychain = ein Schlüsselbund von macOS
audit-form-sqlite = eine Datenbank eines Browsers oder eines anderen Programms (SQLite)
audit-form-firefox-profile = logins.json eines Firefox-Profils, in der die Passwörter verschlüsselt sind
audit-form-keepass-1 = eine Datenbank von KeePass 1 (.kdb)
audit-form-1pif = ein Export von 1Password 7 oder älter (.1pif)
audit-form-proton-pass-json = ein Export von Proton Pass als JSON oder zip
audit-form-dashlane-json = ein Export von Dashlane als JSON
audit-form-dashlane-zip = eine zip-Datei von Dashlane
audit-form-dashlane-locked = ein verschlüsselter Export von Dashlane (.dash)
audit-form-keeper-json = ein Export von Keeper als JSON
audit-form-enpass-json = ein Export von Enpass als JSON
audit-form-credential-exchange = eine Datei zum Austausch von Zugangsdaten (CXF)
audit-form-labelled-text = ein Text mit einem Feld auf jeder Zeile, wie Kaspersky ihn schreibt
audit-form-encrypted = eine verschlüsselte Datei (GPG, age, OpenSSL oder Ähnliches)
audit-form-archive = eine gepackte Datei (7z, rar, gz, tar oder Ähnliches)
