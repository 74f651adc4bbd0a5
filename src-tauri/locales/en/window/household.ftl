household-title = Who is using this?
household-none-text = Nothing is kept on this computer until you say so. With a name, your ticks and answers are kept here, encrypted, and you can go on another day.
household-locked-text = What was kept on this computer is locked with a passphrase.
household-name = Your name
household-new-name = Somebody else: their name
household-remember = Remember me on this computer
household-unlock = Unlock
household-try-again = Try again
household-try-keyring = Try the keyring again
household-keep-nothing = Don't remember me
household-passphrase = Passphrase
household-passphrase-hint = Choose a few words that do not belong together. Without them nobody can open what is kept, not even you.
household-weak = This passphrase is easy to guess for somebody who has the file. Use a few more words that do not belong together.
household-nothing-title = Nothing is remembered
household-change = Change that
household-you-are = You are { $name }
household-kept-for = Your ticks and answers are kept on this computer, encrypted.
household-kept = What you tick and answer is kept for { $name } on this computer, encrypted.
household-hand-over = Hand over to somebody else
household-handed-over = Ready for the next person
household-handed-over-text = Nothing of the person before you is shown.
household-household = Household
household-set-aside = What was kept was damaged. The damaged file is kept beside it as { $file }, and a new, empty household was begun.
household-later-title = When should we remind you?
household-later-text = It is shown on Home from that day on. Nothing runs in the background.
household-tomorrow = Tomorrow
household-in-a-week = In a week
household-no-day = No day
household-on-a-day = On a day
household-set-day = Choose this day
household-remind-on = It comes up again on { DAY($date) }.
household-reminders-title = You put these off until now
household-person = Person
household-open = Open
household-people = People
household-no-tables = Nobody has opened a notice yet. Open one from Home.
household-no-household = No household is open on this computer. Say who you are on Home to begin one.
household-rename = Rename
household-new-name-for = New name
household-forget = Don't remember any more
household-remove-ask = Everything that is kept of { $name } on this computer is removed: ticks, answers and reminders. It cannot be brought back.
household-remove-yes = Remove { $name }
household-keep = Keep it
household-add = Add
household-wipe-title = Forget everybody
household-wipe = Remove everything
household-wipe-text = Removes everybody, every tick and answer, and the publishers that you said you know.
household-wipe-ask = Everybody, every tick and answer, the key, and the publishers that you said you know are removed from this computer. They cannot be brought back.
household-wipe-yes = Remove everything for good
household-wiped =
    { $files ->
        [0] Nothing was kept, so there was nothing to remove.
       *[other] Everything was removed: { $files ->
        [one] { $files } file
       *[other] { $files } files
    }.
    }
household-wiped-key-removed = The key was removed from the keyring. Ticks and answers are encrypted, so nobody can open a copy of them without that key.
household-wiped-key-none = No key is in the keyring.
household-wiped-key-not_reached = The keyring could not be asked. A key may be left in it, under org.selfcheck.household. It opens copies of the file: remove it there.
household-wiped-key-passphrase = It was locked with a passphrase. Copies of it in backups still open with that passphrase.
household-wiped-key-unknown = The file household.key could not be read, so the keyring was not asked. A key may be left in it, under org.selfcheck.household. It opens copies of the file: remove it there.
household-wiped-not = What this cannot reach: copies in backups, and what a disk may still hold of removed files. Settings, drafts, lists, the numbers of updates that you published and files that you saved elsewhere stay. Publishers count as new from now on.
household-worse = This has changed since you last opened it. Then it said: "{ $before }"
household-open-again = Open this notice again
household-look-again = Look at the notice
household-take-away = Take it to another computer
household-export-text = Everything of everybody here goes into one file, which only a passphrase opens. What is here stays here.
household-file-passphrase = Passphrase for the file
household-again = The same again
household-file-passphrase-hint = Choose a few words that do not belong together, and keep them apart from the file. Without them nobody can open it, not even you.
household-export-yes = Save as a file
household-exported = Saved as { $file }. Only its passphrase opens it.
household-import-title = Bring it in from another computer
household-import-text = What the file has comes to what is here. Nobody and nothing is removed; where both have something for the same step, the newer one counts.
household-import-passphrase = Passphrase of the file
household-import-yes = Choose the file
household-imported =
    { $people ->
        [one] { $people } person was
       *[other] { $people } people were
    } in the file, { $fresh ->
        [0] all of them here already
       *[other] { $fresh } of them new here
    }. What was here before is still here.
household-print-all = Print everybody's plan
household-print-all-title = Everybody's plan
household-plan-of = The plan of { $name }
household-refused-plans = Left out, because nobody vouches for it any more: { $titles }
household-together = Go through it together
household-together-text = One step on the screen, and a tick for each person at the table.
household-step-of = Step { $at } of { $all }, together
household-not-asked = Not needed
household-shared = Somebody else who used this window since it was opened typed the same password. Nobody's password was kept or shown. Choose one of your own where you can, and change a shared one for everybody who uses it.
household-private = If somebody else looks at this screen
household-neutral = A plain title and icon for the window
household-neutral-text = The window is called Notes then, under its icon and in the task bar too, and its icon is an empty sheet of paper. A task bar that sorts windows by program follows at the next start.
household-neutral-not = What this cannot change: the program stays Selfcheck in the system's menu and in the list of installed programs, and selfcheck-desktop in the list of running ones. Pressing Esc twice, or the button at the top, closes it at once.
