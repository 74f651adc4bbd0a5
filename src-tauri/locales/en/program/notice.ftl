# Who vouches for a notice: what each state means.
notice-state-verified = Signed by the publisher you know.
notice-state-new-publisher = First time here: signed by whoever runs this site. Is it the address that you normally use?
notice-state-unconfirmed = Signed, but not confirmed: compare the six words with those on the site, and open the site as you always do.
notice-state-stale = Signed by the publisher you know, but out of date. Look for a newer one on the site.
notice-state-changed-key = Stop: this is signed by somebody other than the publisher you know. Ask the site in another way before you do anything it says.
notice-state-older = Older than what you have read before. Look for the newest one on the site.
notice-state-conflict = This says something else than what you have read under the same number. Keep to what you had, and ask the site.
notice-state-expired = This notice is out of date, so we cannot tell whether it still holds. Use only Selfcheck's own advice, and look for a newer notice on the site.
notice-state-withdrawn = Withdrawn: the site says that this notice no longer holds. If you have begun a step, finishing it does no harm.
notice-state-unsigned = We cannot tell who wrote this file. Its links and steps are not used, only Selfcheck's own advice.
notice-state-tampered = This file was changed after it was signed. We are not showing any of it.
notice-state-damaged = This file cannot be read.
notice-state-too-new = This file needs a newer Selfcheck.
notice-withdrawn-by-a-stranger = It says that it was withdrawn, but nobody has confirmed who says so: compare the six words with those on the site. Only its own steps are struck out; Selfcheck's own advice still holds.
notice-publisher = The file names { $domains } ({ $name }) as its publisher. Six words: { $words }
notice-looks-like = look twice: { $domain } is not { $known }, though it looks like it. If you meant { $known }, do nothing that this notice says, and go to that site as you always do.

# Why a notice is in its state, after its file name and a colon.
notice-reason-other-root = it is signed, but the site itself names another key. Do not follow its links; ask the site in another way.
notice-reason-not-reached = it is signed, but the site did not say that the key is its own. Compare the six words with those on the site.
notice-reason-card-signature = no root key vouches for the publisher in this file, or it was changed on its way. Get it again from the site itself.
notice-reason-link-key = the link asks for another key than this file is signed with. Get both again from the site itself.
notice-reason-foreign-host = it is offered by { $host }, which is not a site of its publisher. Go to the site that you normally use.
notice-reason-no-succession = { $domain } is known here by another key. Known words: { $known }. Words of this file: { $found }. Ask the site in another way; only if it says that its key was lost and replaced: selfcheck notice trust.
notice-reason-no-succession-since = { $domain } is known here by another key, since { DAY($since) }. Known words: { $known }. Words of this file: { $found }. Ask the site in another way; only if it says that its key was lost and replaced: selfcheck notice trust.
notice-reason-no-succession-unnamed = this publisher is known here by another key. Known words: { $known }. Words of this file: { $found }. Ask the site in another way; only if it says that its key was lost and replaced: selfcheck notice trust.
notice-reason-card-serial = its publisher card is number { $found }; number { $seen } was seen before. Get the newest file from the site.
notice-reason-card-expired = the publisher's card ended on { DAY($expired) }. Look for a newer file on the site, and check the date of this computer.
notice-reason-card-too-long = the publisher's card runs from { DAY($issued) } to { DAY($expires) }, longer than the 90 days that one may. Ask the site for another.
notice-reason-card-not-yet = the publisher's card begins on { DAY($issued) }, which has not come yet. Check the date of this computer.
notice-reason-desk-key = it is signed with a key that its publisher does not name. Get it again from the site itself.
notice-reason-body-signature = its text is not what was signed. Get it again from the site itself.
notice-reason-trusted-comment = the signature is of another notice or revision. Get it again from the site itself.
notice-reason-foreign-domain = it claims to speak for { $domain }, but its signer does not speak for that site. Go to the site that you normally use.
notice-reason-signature-missing = { $domain } signs its notices, and this one is not signed. Get it from the site itself.
notice-reason-revision = it is revision { $found }; revision { $seen } was read before. Get the newest one from the site.
notice-reason-same-revision = revision { $revision } was read before with another text. Keep to what you had, and ask the site which one holds.
notice-late-promised = an update was promised by { MOMENT($when) } and is not in this file. Look for it on the site.
notice-late-current = it was current until { MOMENT($when) }. Look for a newer update on the site.

# What is wrong with the bytes of a notice.
notice-error-too-big = larger than { NUMBER($max) } bytes
notice-error-not-utf8 = byte { $offset } is not UTF-8 text
notice-error-nul = line { $line }, column { $column }: a NUL character
notice-error-hidden = line { $line }, column { $column }: a hidden character: a control, an invisible one, or one that changes the direction of writing
notice-error-container = line { $line }: parts of a signature that do not fit together
notice-error-syntax = line { $line }, column { $column }: this is not a notice: its text is not TOML, the format of notices
notice-error-unclosed = line { $line }, column { $column }: the text that begins here has no end: three quotation marks are missing after its last line
# Which field should be what, in English.
notice-error-wrong-type = line { $line }, column { $column }: { $what }
notice-error-too-new = format { $found }; this program reads up to { $known }
notice-unreadable = { $problem }. Get the file again from the site that published it.
notice-unreadable-signed = { $problem }. It is signed, or was, and nothing of it is shown. Get the file again from the site that published it.
notice-unreadable-newer = { $problem }. Get the newest Selfcheck to read it.
notice-practice-damaged = the practice notice: { $problem }. Get the newest Selfcheck.
notice-of-file = { $file }: { $reason }

# Fetching a notice.
notice-asking = asking { $host } for the notice.
notice-address-refused = { $address }: an address must be https with a name, without user, port or fragment. Copy it from the site again, or save the notice as a file.
notice-fetch-private = the address leads into a private network
notice-fetch-redirected = sent to another place
notice-fetch-timed-out = no answer in time
notice-fetch-too-large = more than { NUMBER($max) } bytes
notice-fetch-status = status { $status }
notice-fetch-no-connection = no secure connection
notice-fetch-interrupted = the answer broke off
notice-fetch-no-client = no HTTP client can be set up on this computer
notice-not-fetched = { $host }: { $problem }. Check your connection and try again, or save the notice as a file.
notice-not-fetched-private = { $host }: { $problem }. A public site does not do that; check the address.
notice-not-fetched-redirected = { $host }: { $problem }. Log in to the network you are in, or look for the address on the site.
notice-not-fetched-not-there = { $host }: { $problem }. Look for the notice on the site.
notice-not-fetched-too-large = { $host }: { $problem }. That is no notice; check the address.
notice-no-client = { $problem }. Save the notice as a file.
notice-link-too-long = a link has at most { NUMBER($max) } bytes
notice-link-form = a link has the form selfcheck://notice?u=…&k=… and nothing else
notice-link-address = the address in it must be https with a name, without user, port or fragment, and percent-encoded
notice-link-code = the key code in it must be 26 small letters and digits 2 to 7
notice-link-refused = { $problem }. Copy the whole link from the site again. Nothing was fetched.
notice-link-twice = the notice is a link already; leave out --link.
notice-not-a-key = { $key }: not a minisign public key. Give its 56 characters, or the .pub file they are in.

# What is remembered of publishers.
notice-memory-too-new = { $file } was written by a newer Selfcheck (format { $format }) and was left as it is
notice-memory-busy = another Selfcheck is writing to { $file } and does not end
notice-memory-full = the disk of { $file } is full
notice-memory-failed = { $file }: { $error }
notice-memory-unreadable = what is known of publishers cannot be read: { $problem }. Without it nothing can be verified; see to the file, or choose another folder with --data-dir.
notice-memory-newer = what is known of publishers cannot be read: { $problem }. Without it nothing can be verified; get the newest version, or choose another folder with --data-dir.
notice-memory-set-aside = what was known of publishers could not be read and was set aside as { $file }. Publishers you trusted count as new until you trust them again.
notice-memory-not-kept = this revision could not be remembered: { $problem }. An older one would not be noticed.
notice-memory-not-changed = { $problem }. Nothing was changed. Check the folder and the room on its disk, and try again.
notice-memory-no-folder = there is no folder to keep it in. Name one with --data-dir.

# selfcheck notice verify and trust.
notice-verify-practice = the practice notice is part of this program; give a notice.
notice-update-due = An update is due that is not in this file.
notice-trust-practice = the practice notice needs no trust; give a notice.
notice-pin-not-a-domain = { $domain } is not a domain
notice-pin-public-suffix = { $domain } is not one site's own domain
notice-not-pinned = { $problem }. Nothing was changed. Type the domain of the site itself, as in forum.example.
notice-other-domain = this notice is of { $domains }, not of { $domain }. Nothing was changed. Type the address that you normally use, and if it is not the same, do not trust the notice.
notice-trusted = { $domain } is the one with these six words from now on: { $words }
notice-trusted-compare = Compare them with the words on the site itself. If they differ, somebody else signed this notice.
notice-trusted-replaced = The key that was known before is not trusted any more.

# Answers from a file, and the country.
notice-answers-not-json = { $file }, line { $line }, column { $column }: this is not a JSON object of answers. Correct it and try again.
notice-answers-wrong = { $file }: the answer to { $question } must be yes, no or not_sure. Correct it and try again.
notice-no-such-question = there is no question { $question }; its answer is ignored.
notice-no-advice-for-country = there is no advice of its own for that country yet; the generic set is shown.

# What a notice says: between its own words, in its language.
notice-note = Note: { $note }
notice-changed = Changed since you last read it: { $changes }
notice-id-and-revision = { $id }, revision { $revision }
notice-published = Published { $when }
notice-next-update = Next update promised for { $when }
notice-affects = Whom it concerns: { $whom }
notice-accounts = Accounts: { NUMBER($n) }
notice-accounts-not-known = Accounts: not known yet
notice-section-doing = What is being done
notice-never-asks = They will never ask for: { $what }
notice-contact = Contact: { $ways }
notice-fact = { $label }: { $fact }
notice-step-withdrawn = Withdrawn by its publisher: { $reason }
notice-steps-not-listed = Its steps are not listed. The site says what to do instead, if anything.

# The walk through its steps.
notice-nothing-left = There is nothing left to do here. The site says what to do instead, if anything.
notice-country-question = Which country do you live in? The steps name its police, helplines and offices.
notice-country-prompt = Its two letters, such as gb or us, or Enter for anywhere else:
notice-country-known = There are contacts for: { $codes }.
notice-question = Question: { $question }
notice-question-prompt = {"["}y]es, [n]o, not [s]ure, [q]uit:
notice-question-letters = Type y, n, s or q, then Enter.
notice-not-needed = Not needed then: { $step }
notice-help-now = Help now. Type q at the next question to stop here.
notice-urgent-done = The urgent part is done. The rest can wait until tomorrow: q stops here.
notice-minutes-left = { $minutes ->
    [one] About { $minutes } minute left.
   *[other] About { $minutes } minutes left.
}
notice-step = Step { $at } of { $all }: { $step }
notice-marked-done = You said that this is done.
notice-marked-not-for-me = You said that this does not apply.
notice-marked-later = You put this off.
notice-step-prompt = {"["}d]one, doesn't [a]pply, [l]ater, [u]ndo, [b]ack, change ans[w]ers, [q]uit:
notice-step-prompt-make = {"["}m]ake a passphrase, [d]one, doesn't [a]pply, [l]ater, [u]ndo, [b]ack, change ans[w]ers, [q]uit:
notice-step-prompt-check = {"["}c]heck a password, [m]ake a passphrase, [d]one, doesn't [a]pply, [l]ater, [u]ndo, [b]ack, change ans[w]ers, [q]uit:
notice-step-letters = Type one of the letters in brackets, then Enter.
notice-step-open-again = It is open again.
notice-elsewhere = (In another terminal: { $commands })
notice-summary = { $all ->
    [one] { NUMBER($settled) } of { $all } step done or not needed.
   *[other] { NUMBER($settled) } of { $all } steps done or not needed.
}
notice-still-open = Still open: { $step }
# What may be typed, separated by commas: letters of the prompts, and words. The English ones are taken in every
# language, so none of them may mean something else there.
notice-word-yes = y, yes
notice-word-no = n, no
notice-word-not-sure = s, not sure
notice-word-check = c, check
notice-word-make = m, make
notice-word-done = d, done
notice-word-not-for-me = a
notice-word-later = l, later
notice-word-undo = u, undo
notice-word-back = b, back
notice-word-answers = w, answers
notice-word-quit = q, quit

# Sheets and leaflets.
notice-sheet-nobody = nobody in the household follows a notice that can be shown, so there is nothing to print. Begin with selfcheck notice walk.
notice-sheet-left-out = left out, because nobody vouches for it any more: { $title }
notice-sheet-not-made = the sheet could not be written. Try again.
notice-sheet-not-written = { $file } cannot be written: { $error }. Choose a folder that is there and yours.
notice-sheet-written = the sheet is in { $file }. Open it in a browser and print it from there.
