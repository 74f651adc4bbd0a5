# Reading, writing and the program itself.
prog-disk-full = the disk is full, so not everything was written. Make room and try again.
prog-stopped = reading or writing stopped: { $problem }. Try again.
prog-ctrl-c = Ctrl-C will end the program without a word, because its signal cannot be caught here.
prog-not-json = the result could not be written as JSON: { $problem }
prog-unreadable = { $file } cannot be read: { $problem }. Check the name, or save the file again.
prog-waiting = waiting for another Selfcheck that is writing just now.
prog-address = the address after { $option } must begin with https:// (http:// only to this computer). Correct it and try again.
# Where nothing may be written.
prog-output-is-input = { $file } is read in this run, as { $input }. Nothing was changed; give another name to write to.
prog-output-is-key = { $file } is a secret key. Nothing was changed; give another name to write to.
# What would be replaced is one of prog-kind-….
prog-output-other-kind = { $file } is there already and is something else: only { $kind } would be replaced. Nothing was changed; give another name, or move that file away.
prog-output-is-link = { $file } is a symbolic link. Nothing was changed; give the name of the file itself.
prog-output-is-folder = { $file } is a folder. Nothing was changed; give the name of a file.
prog-output-is-device = { $file } is a named pipe or a device. Nothing was changed; give the name of a file.
prog-output-failed = { $file } cannot be written: { $problem }. Check the name, and that its folder is there and yours.
prog-output-full = the disk is full, so { $file } could not be written. What was kept before is still there. Make room and try again.
prog-kind-notice = a signed notice
prog-kind-card = a publisher card
prog-kind-calendar = a calendar file of Selfcheck
prog-kind-page = a page that Selfcheck published
prog-kind-feed = a feed that Selfcheck published
prog-kind-code = a QR code that Selfcheck published
prog-kind-htaccess = rules for Apache that Selfcheck published
prog-kind-sheet = a sheet of Selfcheck
prog-kind-report = a report of the same format
prog-kind-list = a list of Selfcheck
prog-kind-ranges = a folder that holds ranges alone
prog-kind-export = a locked household
prog-kind-manual = a manual page of Selfcheck
# What was chosen in the settings.
prog-never-but-named = the settings say never to ask a service; the one after --range-url may be asked all the same, because this command names it.
prog-never = the settings say never to ask a service, so nothing is asked outside this computer. To ask one in this run alone, name it with --range-url.
prog-chosen-list = the list file { $file } is asked, as chosen in the settings.
prog-chosen-mirror = the service is { $address }, the mirror chosen in the settings.
prog-settings-damaged = { $file } is damaged
prog-settings-newer = { $file } was written by a newer Selfcheck and was left as it is
prog-settings-io = { $file }: { $problem }
prog-settings-not-text = a name that is not text cannot be kept
# The problem is one of the four above.
prog-choice-unknown-named = { $problem }, so it is not known what was chosen: no list file is asked but what this command names. { $next }
prog-choice-unknown = { $problem }, so it is not known what was chosen: nothing is asked outside this computer, and no list file but what this command names. { $next }
prog-mirror-unknown = { $problem }, so it is not known which mirror was chosen. Say where to fetch from with --range-url. { $next }
prog-settings-get-newest = Get the newest version of Selfcheck.
prog-settings-repair = Correct or remove that file, or choose again in the window.
# The catalogue of breaches.
prog-catalogue-inside = { $n ->
    [one] { $n } breach, inside this program, as of { $day }. By { $credit }.
   *[other] { $n } breaches, inside this program, as of { $day }. By { $credit }.
}
prog-catalogue-from = { $n ->
    [one] { $n } breach, from { $host }, as of { $day }. By { $credit }.
   *[other] { $n } breaches, from { $host }, as of { $day }. By { $credit }.
}
prog-catalogue-damaged = the catalogue that was kept cannot be read; the one inside the program is used. To replace it: selfcheck catalogue update.
# The problem is one of those below.
prog-catalogue-failed = { $problem }. The catalogue from before stays in use. { $next }
prog-catalogue-no-client = no secure connection can be set up
prog-catalogue-unreachable = { $host } was not reached
prog-catalogue-timed-out = { $host } took too long
prog-catalogue-status = { $host } answered with status { $status }
prog-catalogue-too-long = { $host } sent more than { NUMBER($limit) } bytes
prog-catalogue-not-one = { $host } sent no catalogue: { $problem }
prog-catalogue-not-written = the catalogue was not written: { $problem }
prog-catalogue-too-big = { NUMBER($bytes) } bytes, more than { NUMBER($max) }
prog-catalogue-not-a-list = not a list of breaches at line { $line }, column { $column }
prog-catalogue-entry = entry { $entry } has no fitting { $field }
prog-catalogue-too-few = { $n ->
    [one] only { $n } breach, fewer than { NUMBER($least) }
   *[other] only { $n } breaches, fewer than { NUMBER($least) }
}
prog-catalogue-check-disk = Check the rights of that folder and the room on its disk.
prog-catalogue-check-address = Check the address, and whether this network asks you to log in first.
prog-catalogue-check-connection = Check the connection and try again.
# Notices and their steps.
prog-contacts-overdue = the contacts were to be looked at again by { $day }. Numbers may have changed since: look at each one's own page first.
prog-practice = Practice: this notice is made up, to try things out. Nothing here happened.
# After the title of a step and a colon.
prog-mark-done = done
prog-mark-not-for-me = does not apply
prog-mark-later = put off
# After a kind of data, in brackets.
prog-certainty-confirmed = confirmed
prog-certainty-possible = possible
prog-certainty-ruled-out = not taken
# Sizes, spans and times.
prog-decimal = { $whole }.{ $part }
prog-size-kb = { NUMBER($n) } kB
prog-size-mb = { NUMBER($n) } MB
prog-size-gb = { $n } GB
# How long guessing would take.
prog-no-time = no time at all
prog-about-seconds = { $n ->
    [one] about { $n } second
   *[other] about { $n } seconds
}
prog-about-minutes = { $n ->
    [one] about { $n } minute
   *[other] about { $n } minutes
}
prog-about-hours = { $n ->
    [one] about { $n } hour
   *[other] about { $n } hours
}
prog-about-days = { $n ->
    [one] about { $n } day
   *[other] about { $n } days
}
prog-about-months = { $n ->
    [one] about { $n } month
   *[other] about { $n } months
}
prog-about-years = { $n ->
    [one] about { $n } year
   *[other] about { $n } years
}
prog-centuries = more than a hundred years
# When a service may be asked again, as prog-reason-busy-until says it.
prog-when-now = now
prog-when-seconds = { $n ->
    [one] in { $n } second
   *[other] in { $n } seconds
}
prog-when-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
prog-when-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}
prog-when-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
prog-when-years = in a year or later
# Why a list could not answer, after its name and a colon.
prog-reason-unreachable = the service cannot be reached. Check your connection and try again.
prog-reason-interrupted = the connection broke off. Try again.
prog-reason-timed-out = the service did not answer in time. Try again later.
prog-reason-busy-until = the service is being asked too often. It can be asked again { $when }.
prog-reason-busy = the service is being asked too often. Try again in some minutes.
prog-reason-server = the service has trouble (status { $status }). Try again later.
prog-reason-status = the service did not give the list (status { $status }). Check its address, or try again later.
prog-reason-redirected = something on the way sent us elsewhere, as a sign-in page of a public network does. Log in there or use another network.
prog-reason-not-a-list = the answer is not a list of passwords; something on the way may have replaced it. Use another network, or try again later.
prog-reason-unreliable = the answer lacks entries that it should have, so it proves nothing. Ask another service, or try again later.
prog-reason-cancelled = stopped before it was done. Start it again when you like.
prog-reason-file-unreadable = the file cannot be opened. Check its name and that you may read it.
prog-reason-file-foreign = the file is not a list that this program reads. Make one with `selfcheck list build`.
prog-reason-file-damaged = the file is damaged. Get it again.
prog-reason-unknown = the list could not answer. Try again later.
# What to give instead of a file of a kind that is not read.
prog-form-spreadsheet = Open it and save the sheet with the passwords as CSV (UTF-8), or export as CSV where the passwords come from.
prog-form-document = Export as CSV where the passwords come from: a browser's settings or a password manager's menu.
prog-form-web-page = Export again with the app or the browser extension, as a CSV file. If the export opens as a page, copy its text into a file that ends in .csv.
prog-form-keepass-xml = Give the .kdbx database itself, or export as CSV.
prog-form-xml = Export as CSV instead.
prog-form-apple = Open Apple's Passwords app or Safari's settings, and export as CSV.
prog-form-sqlite = Open the browser's or the program's settings, and export the passwords as CSV.
prog-form-firefox-profile = Open Passwords in Firefox, then the menu with three dots, and export as CSV.
prog-form-keepass-1 = Open it with KeePass 2 or KeePassXC, and save it as .kdbx or export as CSV.
prog-form-1pif = Export as CSV, or with 1Password 8 as .1pux.
prog-form-proton-pass = Export from Proton Pass as CSV.
prog-form-dashlane-json = Export from Dashlane as CSV: a zip file, of which credentials.csv is the one to give.
prog-form-dashlane-zip = Unpack it and give credentials.csv.
prog-form-dashlane-locked = Export from Dashlane's web app as CSV, without a password.
prog-form-keeper = Export from Keeper as CSV.
prog-form-enpass = Import it into another password manager, and export from there as CSV.
prog-form-credential-exchange = Export as CSV from the app that wrote it.
prog-form-labelled-text = No column of it holds the passwords. Export as CSV if the program can, or import it into another password manager and export from there.
prog-form-encrypted = Decrypt it with the program that encrypted it, and give the export that was in it.
prog-form-archive = Unpack it and give the export in it.
