audit-title = Check saved passwords
audit-intro = Pick the file that your browser or password manager wrote when you exported your passwords. Selfcheck reads it on this computer, shows what to change first, and never shows a password.
audit-how-to = How to make an export
audit-how-to-steps-1 = Chrome, Edge, Brave: Settings, Passwords, Settings, Export.
audit-how-to-steps-2 = Firefox: Passwords, the menu with three dots, Export.
audit-how-to-steps-3 = Safari and Apple Passwords: File, Export.
audit-how-to-steps-4 = 1Password, Bitwarden, KeePassXC and others: look for Export in the menu. A .kdbx file can be opened as it is.
audit-how-to-steps-5 = Save an export where no other program copies it to the cloud, and delete it afterwards. Selfcheck helps with that.
audit-pick = Choose the file …
audit-pick-another = Choose another file …
audit-drop-here = or drop it on this window.
audit-drop-now = Let go to read it.
audit-drop-several = One file at a time, please. Drop the export alone.
audit-reading = Reading the file …
audit-reading-logins =
    Reading the file: { $n ->
        [one] { $n } login
       *[other] { $n } logins
    } so far
audit-unlocking = Opening the locked file. How long that takes was set when it was locked.
audit-sorting =
    Sorting { $n ->
        [one] { $n } login
       *[other] { $n } logins
    } …
audit-looking-up = Asking the list on this computer …
audit-stop-reading = Stop
audit-only-here = Everything on this page happens on this computer, unless you say otherwise.

## A locked file

audit-locked-title = { $file } is locked
audit-locked-text = Type the password that opens this file. It is used for that alone.
audit-locked-wrong = That password does not open it. If the file also needs a key file, export it as CSV instead.
audit-locked-label = Password of the file
audit-unlock = Open the file

## A table of an unknown kind

audit-columns-title = Which column is which?
audit-columns-text = Selfcheck does not know this kind of table ({ $file }). Say where the passwords are.
audit-column-password = Passwords
audit-column-username = User names
audit-column-url = Addresses
audit-column-none = not in this table
audit-column = column { $place }
audit-column-header = The first row has names, not a password
audit-columns-read = Read the table

## What was read

audit-read =
    { $logins ->
        [one] { $logins } login
       *[other] { $logins } logins
    } read, from { $source }.
audit-distinct =
    { $passwords ->
        [one] { $passwords } different password
       *[other] { $passwords } different passwords
    }.
audit-warnings-title =
    { $n ->
        [one] { $n } line
       *[other] { $n } lines
    } to look at
audit-warning-line = Line { $line }: { $what }
audit-warning-unknown = something is odd here
audit-warning-encoding_guessed = the encoding of this file had to be guessed. Look whether names with accents are right. Passwords with such letters count as not looked up, unless a list holds them.
audit-warning-broken_letters = letters here are in another encoding than the rest of the file
audit-warning-doubled_encoding = the password looks as if its letters were converted twice
audit-warning-blanks_trimmed = blanks after the separators were taken away
audit-warning-blank_at_end = the password begins or ends with a blank, which was kept
audit-warning-invisible_character = the password begins or ends with an invisible character, which may not be part of it
audit-warning-entities_undone = characters were written as HTML entities (&amp;), and were turned back
audit-warning-backslashes_undone = backslashes before quotes and backslashes were taken away
audit-warning-percent_undone = characters were written as in %26, and were turned back
audit-warning-backslash_doubtful = the file seems to write a backslash before quotes. Export it again in another format
audit-warning-quotes_taken_away = typographic or single quotes around the cells were taken away
audit-warning-stray_quote = a cell has a quote where none belongs, so its text is uncertain
audit-warning-rows_in_a_cell = a cell holds lines that look like rows of this table. A quote may be missing
audit-warning-not_all_compared = this password is a little like so many others that it was not compared with all of them
audit-warning-spreadsheet_value = the password looks like a value that a spreadsheet program has put in its place
audit-left-out =
    { $n ->
        [one] { $n } note, card or other entry
       *[other] { $n } notes, cards and other entries
    } left out.
audit-lost =
    { $n ->
        [one] { $n } entry
       *[other] { $n } entries
    } could not be read
audit-lost-line = Line { $line }: { $reason }
audit-lost-lines = Lines { $line } to { $last }: { $reason }
audit-lost-more = and { $n } more
audit-skipped-cells = it has another number of cells than the first line
audit-skipped-cell-too-long = one cell is too long
audit-skipped-row-too-long = the row is too long
audit-skipped-too-many-cells = it has too many cells or addresses
audit-skipped-unclosed-quote = a quote is never closed
audit-skipped-stray-quote = a quote is in the middle of a cell
audit-skipped-row-in-a-cell = it lies inside a cell of the row before it. A quote may be missing
audit-skipped-line-break = there is a line break in its user name, address or title
audit-skipped-zero-byte = it holds a character that no text has
audit-skipped-letters = its letters are written in another way than the rest
audit-skipped-password-line-break = its password has a line break
audit-skipped-password-too-long = its password is too long to be one
audit-skipped-malformed = it is not built like the others
audit-skipped-unknown = it could not be read
audit-source-chrome = Chrome, Edge, Brave or Opera
audit-source-firefox = Firefox
audit-source-safari = Safari or Apple Passwords
audit-source-bitwarden = Bitwarden
audit-source-1password = 1Password
audit-source-lastpass = LastPass
audit-source-keepassxc = KeePassXC
audit-source-proton-pass = Proton Pass
audit-source-dashlane = Dashlane
audit-source-nordpass = NordPass
audit-source-roboform = RoboForm
audit-source-keeper = Keeper
audit-source-kdbx = KeePass
audit-source-custom = a table

## Progress

audit-comparing = Comparing passwords with one another: { $done } of { $total }
audit-rating = Judging passwords: { $done } of { $total }
audit-asking = Looking up: { $done } of { $total }
audit-left = { DURATION($seconds) } left
audit-pause = Pause
audit-resume = Go on judging
audit-not-judged = Stopped. Which passwords are alike or easy to guess is not known of all of them yet.
audit-ready = Ready.

## Consent

audit-online-title = Look up the rest online?
audit-online-text =
    The list inside Selfcheck was asked first. To ask a larger list about the rest, { $requests ->
        [one] { $requests } request goes
       *[other] { $requests } requests go
    } to { $host }. Each holds the first five characters of a hash and nothing else: no password, no site, no name.
audit-online-yes =
    Look up: { $requests ->
        [one] { $requests } request
       *[other] { $requests } requests
    }
audit-online-again = Ask again
audit-online-no = Only on this computer
audit-online-declined = Only the list on this computer was asked.
audit-online-stopped = The rest is not asked.
audit-online-ruled-out = You chose in Settings that nothing is asked online, so the larger list is not asked about the rest.
audit-online-decoys = Hide them among twice as many made-up requests
audit-gave-up = The rest could not be looked up. { $reason }
audit-receipt =
    Left this computer: the first five characters of { $prefixes ->
        [one] { $prefixes } hash
       *[other] { $prefixes } hashes
    }, to { $host }, in { $requests ->
        [one] { $requests } request
       *[other] { $requests } requests
    }.
audit-receipt-nothing = Left this computer: nothing.
audit-unchecked =
    { $n ->
        [one] { $n } login
       *[other] { $n } logins
    } could not be looked up. Nothing is known about those.

## The picture

audit-picture-title = How many of each
audit-picture-hint = Press one to see only those.
audit-nothing = Nothing was found that asks for a change. That does not prove that nobody knows a password.
audit-not-all-checked = Nothing that was checked asks for a change. Some of the file could not be read or looked up: nothing is known about that.
audit-nothing-checked = No password could be checked: none was found in what could be read. Export again, or choose another file.
audit-to-change =
    { $n ->
        [one] { $n } login
       *[other] { $n } logins
    } to look at.
audit-to-change-so-far =
    { $n ->
        [0] How many logins to look at is not known yet.
       *[other] { $n ->
        [one] { $n } login
       *[other] { $n } logins
    } to look at so far.
    }
audit-bar = { $what }: { $n }

## The table

audit-table-title = Your logins
audit-search = Search by site or name
audit-sort = Order
audit-order-urgency = What to change first
audit-order-site = Site
audit-order-username = User name
audit-order-group = Same password together
audit-order-line = As in the file
audit-filter = Show
audit-filter-all = All
audit-filter-to_change = Still to change
audit-filter-could_not_check = Could not be looked up
audit-filter-decided = Changed or left as they are
audit-group-shown = These { $n } share one password.
audit-show-all = Show all again
audit-total =
    { $n ->
        [one] { $n } login
       *[other] { $n } logins
    }
audit-no-rows = No login fits. Take the search or the filter away to see more.
audit-loading-row = …
audit-sort-again = More was found: sort the list again
audit-skip-list = Go past the list
audit-no-name = no user name
audit-no-site = no address
audit-line = line { $line }
audit-details = Details
audit-details-of = Details of { $name }
audit-kind-incident_site = At the site of the notice
audit-kind-incident_password = Same password as at the site of the notice
audit-kind-master_password_reused = Same password as the database
audit-kind-breached = Leaked password
audit-kind-reused = Used elsewhere too
audit-kind-similar = Very like another
audit-kind-weak = Easy to guess
audit-kind-site_breached_since = Site breached since
audit-kind-site_breached_change_unknown = Site was breached
audit-kind-insecure_address = Not encrypted (http)
audit-kind-old = Old
audit-kind-two_step_offered = Two-step sign-in available
audit-kind-not_checked = Not checked
audit-why-email_account = Anybody who has your e-mail can reset your other passwords, so this comes first.
audit-why-master_password = It has the password that opens your database with all the others, or one very like it.
audit-why-incident = It belongs to the incident of the notice.
audit-why-breached_and_reused = Its password has leaked, and other accounts have it too.
audit-why-breached = Its password has leaked.
audit-why-reused = If one of these accounts is broken into, the others are open too.
audit-why-site_breached = The site was breached after this password was set.
audit-why-easy_to_guess = The password can be guessed, by itself or from another.
audit-why-worth = Worth a change when you have time.
audit-why-extra = Nothing has to change. Two-step sign-in would protect it better.
audit-why-nothing = Nothing was found. That does not prove that nobody knows it.
audit-why-not_checked = There was nothing to check.
audit-why-could_not_check = It could not be looked up, so it is not known whether its password has leaked.
audit-why-not_judged_yet = This one is not judged yet.
audit-not-looked-up = Could not be looked up
audit-found-incident_site = This is an account at the site of the notice that is open.
audit-found-incident_password = It has the password of your account at the site of the notice.
audit-list-embedded = the list inside this program
audit-list-file = the list file { $name }
audit-list-range = the online list at { $host }
audit-found-master = It has the password that opens this database: anybody who steals it at that site can open the database. Change it here, and choose a new one for the database too.
audit-found-master-nearly = Its password is very like the one that opens this database. Anybody who knows one can guess the other.
audit-found-breached = The password is on { $list }.
audit-found-breached-seen =
    The password is on { $list }, seen { $seen ->
        [one] { $seen } time
       *[other] { $seen } times
    }.
audit-found-breached-at-least =
    The password is on { $list }, seen at least { $seen ->
        [one] { $seen } time
       *[other] { $seen } times
    }.
audit-found-reused = The same password is used at { $others }.
audit-found-similar = Very like the password at { $others }. Anybody who knows one can guess the other.
audit-found-weak = The password is easy to guess. A few words that do not belong together are better.
audit-found-since = { $breach } was breached on { DAY($date) }, after this password was set.
audit-found-unknown = { $breach } was breached on { DAY($date) }. Change the password if it is older than that.
audit-found-insecure = The address begins with http: what you type there can be read on the way. Look whether the site has https.
audit-found-old = Last changed on { DAY($date) }, more than five years ago.
audit-found-two-step = The site offers two-step sign-in: { $methods }.
audit-found-empty = No password is saved here.
audit-found-pin = A few digits only, like a PIN. That is not checked.
audit-other = { $name } (line { $line })
audit-others-more = { $names } and { $more } more
audit-method-sms = text message
audit-method-call = phone call
audit-method-email = e-mail
audit-method-totp = code from an app
audit-method-u2f = security key
audit-method-custom-software = an app of its own
audit-method-custom-hardware = a device of its own
audit-open-page = Open the page to change it
audit-try-page = Try the page to change it
audit-open-two-step = How to set up two-step sign-in
audit-show-group = Show the { $n } that share this password
audit-mark-changed = I changed it
audit-mark-ignored = Leave it as it is
audit-ignore-reason = Why (for you; may stay empty)
audit-ignore-yes = Leave it
audit-cancel = Cancel
audit-changed = You said you changed it.
audit-ignored = You leave it as it is.
audit-ignored-because = You leave it as it is: { $reason }
audit-restore = Undo
audit-decided = { $changed } marked as changed, { $ignored } left as they are. This is not kept after Selfcheck is closed.
audit-credits = Breaches: Have I Been Pwned (haveibeenpwned.com), CC BY 4.0. Two-step sign-in: 2FA Directory. Pages and shared logins: password-manager-resources.

## The catalogue

audit-catalogue-title = Which breaches are known
audit-catalogue-inside = The catalogue inside Selfcheck, as of { DAY($date) }.
audit-catalogue-from = The catalogue of { $host }, fetched on { DAY($date) }.
audit-catalogue-damaged = A newer catalogue was kept, but it cannot be read. The one inside Selfcheck is used. Fetch it again to mend that.
audit-catalogue-update = Fetch a newer catalogue
audit-catalogue-ask = One request goes to { $host }, for its public list of breaches. It says nothing of your logins: { $host } learns only that somebody at your internet address uses Selfcheck. The list is kept on this computer.
audit-catalogue-yes = Fetch it
audit-catalogue-fetching = Fetching …
audit-catalogue-no = Not now
audit-catalogue-done = The newer catalogue is in use, also for this file.
audit-catalogue-offline = You chose in Settings that nothing is asked online, so no newer one is fetched.

## An earlier report

audit-compare-title = Compare with an earlier report
audit-compare-text = Pick the report that you saved the last time “for Selfcheck or a script”. You see what is fixed since then and what is new.
audit-compare-pick = Choose the earlier report …
audit-compare-another = Choose another report …
audit-compare-later = That is possible when the work above has ended.
audit-compared-with = Compared with { $file }. Accounts are told by site and user name. Reports that you save now say it too.
audit-compare-fixed =
    { $n ->
        [0] Nothing is fixed yet.
       *[other] { $n ->
        [one] { $n } account has
       *[other] { $n } accounts have
    } something fixed
    }
audit-compare-new =
    { $n ->
        [0] Nothing new was found.
       *[other] { $n ->
        [one] { $n } account has
       *[other] { $n } accounts have
    } something new
    }
audit-compare-unsure =
    { $n ->
        [one] { $n } account has
       *[other] { $n } accounts have
    } something that was not looked for this time

## The new password

audit-check-new-title = Check a new password here

## Report and end

audit-report-title = Save a report
audit-report-text = A report holds no password. It does say where you have accounts, so keep it to yourself.
audit-report-later = You can save a report when all passwords are judged.
audit-report-html = To read or print
audit-report-csv = For a spreadsheet
audit-report-json = For Selfcheck or a script
audit-report-saved = Saved as { $name }.
audit-end-title = When you are done
audit-keep-it = This is your password database: keep it. Selfcheck changed nothing in it.
audit-end-steps-1 =
    Delete the export ({ $file }): { $locked ->
        [yes] it holds all your passwords.
       *[no] it holds all your passwords, readable for anybody.
    }
audit-end-steps-2 = Empty the bin: a deleted file stays there until then.
audit-end-steps-3 = Think of copies: a folder that is copied to the cloud, a backup, a message to yourself.
audit-delete-it = Delete it for me
audit-delete-ask = Delete { $file } now? It goes at once and not to the bin. Selfcheck cannot reach copies in a backup or in the cloud, and on most disks what was deleted can be brought back with special tools until other files take its place.
audit-delete-yes = Yes, delete it
audit-delete-no = Keep it
audit-deleted = { $file } is deleted from its folder. Now empty the bin if you put a copy there, and think of the cloud.
audit-close-it = Forget this file
audit-close-text = Selfcheck forgets what it read. Your marks go too.
audit-door-title = Check saved passwords
audit-door-text = Find which of your saved passwords to change, from the export of a browser or password manager.
