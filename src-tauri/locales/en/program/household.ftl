# Who is in the household, and what they ticked.
hh-nothing-kept = with --store none nothing is kept.
hh-added = { $name } is in the household.
hh-empty = there is nobody in the household. Add somebody with selfcheck household add.
hh-progress = { $name }: { NUMBER($done) } done, { NUMBER($open) } open
hh-renamed = { $name } is called { $new_name } now.
hh-removed = { $name } is out of the household, with every tick and answer.
hh-state-open = open
hh-state-later = later
hh-tick-what = give a notice and the id of one of its steps, or --practice and a step.
hh-ticked = { $name }: { $step } is done.
hh-unticked = { $name }: { $step } is open again.
hh-said-nothing = { $name } had said nothing of { $step }.
hh-step-left-out = the answers given so far take { $step } out of the plan. Change them with selfcheck notice walk, then tick it.
hh-no-step = there is no step { $step } in this plan. See its steps with selfcheck notice plan --json.
# Removing everything.
hh-wipe-nothing = with --store none nothing is kept, and nothing was removed.
hh-wipe-ask = Remove the household in { $folder }, and the publishers you trusted, for good? Type { $yes }:
hh-wipe-yes = yes
hh-wipe-not-agreed = nothing was removed. Say --yes, or answer { $yes } when asked, to remove everything.
hh-wiped = { $n ->
    [one] { $n } file was removed.
   *[other] { $n } files were removed.
}
hh-wiped-key = The key was removed from the keyring. Ticks and answers are encrypted, so nobody can open a copy of them without that key.
hh-wiped-passphrase = It was locked with a passphrase. Copies of it in backups still open with that passphrase.
hh-wiped-no-key = No key of it is in the keyring.
hh-wiped-key-not-reached = The keyring could not be asked. A key may be left in it, under org.selfcheck.household. It opens copies of the file: remove it there.
hh-wiped-key-unknown = The file household.key could not be read, so the keyring was not asked. A key may be left in it, under org.selfcheck.household. It opens copies of the file: remove it there.
hh-wiped-not = What this cannot reach: copies in backups, and what a disk may still hold of removed files. Exports that you made stay, and so do settings, drafts and lists. Publishers that you trusted count as new from now on.
hh-wiped-not-numbers = The numbers of updates that this computer published stay too, so that none is used twice. They are about what is public, and not about this household.
# Taking it along.
hh-ask-export = Passphrase for the file:
hh-ask-import = Passphrase of the file:
hh-export-exists = { $file } cannot be made: { $error }. Choose another name, or remove that file first.
hh-export-failed = { $file } cannot be made: { $error }. Choose another place.
hh-export-nobody = there is nobody in the household, so there is nothing to export.
hh-exported = { $people ->
    [one] { $file } holds everything of { $people } person, locked with the passphrase. Without it nobody can read the file.
   *[other] { $file } holds everything of { $people } people, locked with the passphrase. Without it nobody can read the file.
}
hh-import-unreadable = { $file } cannot be read: { $error }. Check its name.
hh-import-passphrase = that is not the passphrase of { $file }. It is the one that was chosen when the file was exported. Nothing was changed. Try again.
hh-import-not-kept = the file can be read, and with --store none nothing of it is kept.
hh-imported = { $people ->
    [one] { $people } person was taken in, { NUMBER($fresh) } of them new here.
   *[other] { $people } people were taken in, { NUMBER($fresh) } of them new here.
}
# Opening it.
hh-no-folder = this system has no folder for what is kept. Name one with --data-dir, or add --store none.
hh-set-aside = the household file was damaged. It is kept as { $file }, and a new, empty household was begun. If you have an export, take it in with selfcheck household import.
hh-ask-passphrase = Passphrase of the household:
hh-ask-again = The same again:
hh-passphrases-differ = the two were not the same. Begin again.
hh-passphrase-weak = This passphrase is easy to guess for somebody who has the file. `selfcheck passphrase` makes a stronger one.
hh-passphrase-empty = a passphrase is needed: one line of standard input, or typed when asked. Give one.
hh-passphrase-not-a-line = the passphrase is not one line of text of at most 1,024 bytes. Choose another.
hh-name-empty = the name is empty. Give a name of 1 to 60 characters.
hh-name-too-long = the name is longer than 60 characters. Choose a shorter one.
hh-name-hidden = the name holds characters that cannot be shown. Leave them out.
hh-nobody-kept = there is nobody called { $name }, because nothing is kept here: there is no household yet, or --store none was given. Without --store none, selfcheck household add NAME adds them.
hh-nobody-called = there is nobody called { $name } in the household. See who is there with selfcheck household list, or add them with selfcheck household add.
hh-kept-in-household = Your answers and ticks are kept in the household as you give them; you can stop at any time and go on later.
hh-kept-until-you-leave = Your answers and ticks are kept until you leave, since --store none was given.
hh-kept-with-person = Your answers and ticks are kept until you leave. With --person NAME they are kept for next time.
# What went wrong, and what to do.
hh-error-keyring-absent = no keyring answers on this computer, so nothing was written. Add --store passphrase to lock the household with a passphrase instead, or --store none to keep nothing.
hh-error-keyring-locked = the keyring of this computer is locked or not set up, so nothing was written. Unlock it and try again. Add --store passphrase to lock the household with a passphrase instead, or --store none to keep nothing.
hh-error-key-gone = the keyring no longer holds the key of { $file }, so nobody can open it. It was left as it is. If the keyring comes back, so does the household; else begin anew with selfcheck household wipe. Then add --store passphrase to need no keyring, or --store none to keep nothing.
hh-error-key-file = { $file } is missing or damaged, so the household beside it cannot be opened. It was left as it is. Put the file back, or begin anew with selfcheck household wipe.
hh-error-passphrase-needed = this household is locked with a passphrase, not by the keyring. Add --store passphrase, and type the passphrase when asked or send it as the first line of standard input.
hh-error-keyring-needed = this household is locked by the keyring, not with a passphrase. Leave out --store passphrase.
hh-error-wrong-passphrase = that is not the passphrase. Nothing was changed. Try again.
hh-error-damaged = { $file } is damaged. Start the command again: the file is then set aside and a new one begun.
hh-error-too-new = { $file } was written by a newer Selfcheck. Get the newest version to open it.
hh-error-busy = another Selfcheck is writing to { $file } just now. Close it, or try again in a moment.
hh-error-gone = { $file } was removed by another program meanwhile. Start the command again.
hh-error-io = { $file } cannot be read or written: { $error }. Check its rights, or name another folder with --data-dir.
hh-error-nobody = that person is no longer in the household. See who is there with selfcheck household list.
hh-error-name-taken = somebody in the household is called so already. Choose another name.
hh-error-not-an-export = that file is not an export of a household, or is damaged. Check its name, or make it again.
hh-error-export-too-new = that file was made by a newer Selfcheck. Get the newest version to read it.
hh-error-other = the household could not be read or written: { $problem }. Try again.
hh-no-randomness = no random numbers
