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
audit-lost-more = and { $n } more
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
audit-receipt-now = Being sent now: first characters of hashes, to { $host }.
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
audit-other = { $name } (line { $line })
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
