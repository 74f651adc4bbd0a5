# `selfcheck audit`. What is beside these in a report is in the folders shared and papers.
audit-was-read =
    { $logins ->
        [one] { $logins } login
       *[other] { $logins } logins
    } read, from { $source }; { $passwords ->
        [one] { $passwords } different password
       *[other] { $passwords } different passwords
    }.
audit-not-read = not read: { $what }
audit-not-read-more = not read: { NUMBER($n) } more
audit-look-at = look at this: { $what }
audit-look-at-more = { $n ->
    [one] look at { $n } more line; --report names it too
   *[other] look at { $n } more lines; --report names them all
}
# Behind a number in a table of counts.
audit-none-known = could not be looked up; nothing is known about them
audit-change-first = Change first:
audit-change-at = Change it at { $url }
audit-try-at = Try { $url }
audit-more-rows = And { NUMBER($n) } more. To see them all: --report what-to-change.html
audit-since-earlier =
    Since the earlier report: { $fixed ->
        [one] { $fixed } account
       *[other] { $fixed } accounts
    } with something fixed, { NUMBER($new) } with something new, { NUMBER($again) } not checked again.
audit-report-in = The report is in { $file }. It says where you have accounts: delete it when you are done.
audit-sent =
    What left this computer: the first five characters of { $hashes ->
        [one] { $hashes } hash
       *[other] { $hashes } hashes
    }, to { $host }, in { $requests ->
        [one] { $requests } request
       *[other] { $requests } requests
    }.
audit-keep-database = This is your password database: keep it. Selfcheck changed nothing in it.
audit-delete-export = When you are done: delete the export, empty the bin, and look for a copy in the cloud.

## Asking and waiting

audit-ask-password = Password of this file (not shown):
audit-no-password = this file is locked, and its password was not given. Type it when asked, or send it as the first line of standard input.
audit-ask-online = { $n ->
    [one] Look up the rest online? That sends the first five characters of { $n } hash to { $host }, no more. [y/N]
   *[other] Look up the rest online? That sends the first five characters of { $n } hashes to { $host }, no more. [y/N]
}
# What may be typed for yes, in small letters and with commas between. The English words are taken in every language.
audit-add-yes = { $n ->
    [one] nothing was asked outside this computer. To look up the rest ({ $n } request to { $host }), add --yes.
   *[other] nothing was asked outside this computer. To look up the rest ({ $n } requests to { $host }), add --yes.
}
audit-rest-not-asked = the rest was not looked up: { $reason }
audit-stopped = stopped before it was done.
audit-bar-comparing = comparing, passwords
audit-bar-rating = rating, logins
audit-bar-asking = looking up, ranges

## Options that are wrong

audit-report-name = the name after --report must end in .json, .csv or .html. Choose one of them.
audit-report-not-written = { $file } cannot be written: { $error }. Check the name and the rights of its folder.
audit-earlier-too-long = the report after --compare is too long to be one. Check its name.
audit-earlier-wrong = the report after --compare is not a JSON report of an audit, at line { $line }, column { $column }. Give a report that ends in .json.
audit-option-columns = after --columns: { $problem }. Write it as in password=Secret,username=Login,url=3.
audit-option-part = "{ $part }" is not FIELD=COLUMN
audit-option-field = "{ $field }" is none of password, username, url, title, changed, header
audit-option-twice = "{ $field }" stands twice
audit-option-no-password = no column for the password
audit-option-zero = columns are numbered from 1
audit-option-no-header = "{ $name }" cannot be found without a header
audit-option-header = header is yes or no

## Why an export could not be read

audit-unreadable = { $file }: { $problem }. { $next }
audit-export-io = at byte { $byte }: { $error }
audit-export-stopped = stopped
audit-export-empty = there is nothing in it
audit-export-no-logins = there is no login in it
audit-export-too-long = longer than { NUMBER($limit) } bytes
audit-export-too-many-entries = more than { NUMBER($limit) } entries, at line { $line }
audit-export-not-text = no text: a zero byte at byte { $byte }
audit-export-header-too-long = the first line is longer than { NUMBER($limit) } bytes
audit-export-too-many-columns = more than { NUMBER($limit) } columns
audit-export-unclosed-header = a quote in the first line is never closed
audit-export-unknown-columns = { $columns ->
    [one] a table of { $columns } column of no known kind
   *[other] a table of { $columns } columns of no known kind
}
audit-export-unknown-columns-named = { $columns ->
    [one] a table of { $columns } column of no known kind: { $names }
   *[other] a table of { $columns } columns of no known kind: { $names }
}
audit-export-several-password-columns = columns { $numbers } may all hold passwords: { $names }
audit-export-ambiguous-column = several columns are named { $name }
audit-export-password-shown = column { $column } holds passwords and would be shown
audit-export-labelled-values = a table whose rows name their own fields
audit-export-no-such-column = no column { $name }
audit-export-too-damaged = { $rows ->
    [one] { $rows } row with a quote that is missing or too many, the last at line { $line }
   *[other] { $rows } rows with a quote that is missing or too many, the last at line { $line }
}
audit-export-json = broken JSON at line { $line }, column { $column }
audit-export-unknown-json = JSON of no known kind
audit-export-no-export-in-zip = a zip file without export.data
audit-export-locked-to-account = locked to the { $program } account
audit-export-needs-password = protected by a password
audit-export-wrong-password = the password does not open it
audit-export-too-much-memory = opening it would take too much memory
audit-export-too-much-time = opening it would take too much time
audit-export-version = a version of { $program } files that cannot be read
audit-export-damaged = a damaged file of { $program }

## What to do then

audit-next-name = Check the name.
audit-next-other = Give the file of an export.
audit-next-empty = Export again, and check that your passwords are in the file.
audit-next-not-text = Give the export itself: a .csv, .json, .kdbx or .1pux file.
audit-next-columns = Say which column is what, as in --columns password=Secret,username=Login,url=3.
audit-next-several = Say which of them to check, as in --columns password=4,username=3,url=2, and check the others in another run.
audit-next-number = Give its number instead, counted from 1.
audit-next-shown = User names, addresses and titles are printed: choose another column for them.
audit-next-labelled = It cannot be read by columns. Import it into another password manager, and export from there.
audit-next-zip = Give the .1pux file as it is, or unpack the zip and give the export in it.
audit-next-json = Give an unencrypted or password-protected export of Bitwarden, or a CSV.
audit-next-account = Export again, as a file with a password or without one.
audit-next-password = Type its password when asked, or send it as the first line of standard input.
audit-next-key-file = Try again. A database that also needs a key file cannot be opened here: export it as CSV.
audit-next-again = Try again.
audit-next-csv = Export from that program as CSV instead.
audit-next-split = Split it into several exports.
audit-next-whole = Export again, and check that the file is whole.

## Where an export comes from, where that is more than names of products

prog-source-chrome = Chrome, Edge, Brave or Opera
prog-source-safari = Safari or Apple Passwords
prog-source-custom = a table with columns of your choice

## Kinds of files that are not read

audit-form-spreadsheet = a spreadsheet (.xlsx, .xls, .ods or .numbers)
audit-form-office = a file of an office program
audit-form-text-document = a text document (.docx, .odt, .pages or .rtf)
audit-form-pdf = a PDF
audit-form-image = a picture
audit-form-web-page = a web page
audit-form-keepass-xml = an XML export of KeePass
audit-form-xml = an XML file
audit-form-plist = a property list of macOS or iOS
audit-form-keychain = a keychain of macOS
audit-form-sqlite = a database of a browser or another program (SQLite)
audit-form-firefox-profile = logins.json of a Firefox profile, in which the passwords are encrypted
audit-form-keepass-1 = a database of KeePass 1 (.kdb)
audit-form-1pif = an export of 1Password 7 or older (.1pif)
audit-form-proton-pass-json = an export of Proton Pass as JSON or zip
audit-form-dashlane-json = an export of Dashlane as JSON
audit-form-dashlane-zip = a zip file of Dashlane
audit-form-dashlane-locked = an encrypted export of Dashlane (.dash)
audit-form-keeper-json = an export of Keeper as JSON
audit-form-enpass-json = an export of Enpass as JSON
audit-form-credential-exchange = a credential exchange file (CXF)
audit-form-labelled-text = a text with one field on each line, as Kaspersky writes it
audit-form-encrypted = an encrypted file (GPG, age, OpenSSL or the like)
audit-form-archive = a packed file (7z, rar, gz, tar or the like)
