# What the lint finds, and what to write instead.
desk-lint-no-nature = It does not say what happened. Write it in [what_happened].
desk-lint-no-contact = Nobody is named whom to ask. Give a name and an address in [contact].
desk-lint-no-consequences = It does not say what this can lead to. Write it in [consequences].
desk-lint-no-measures = It does not say what you do about it. Write it in [what_we_do].
desk-lint-nothing-to-do = It names no data that was taken and no step. Add one [[exposed]] or one [[step]].
desk-lint-unknowns-not-said = It is interim and does not say what you do not know. Write it in [not_known].
desk-lint-dates-out-of-order = This date lies before one that it must follow. Correct it.
desk-lint-link-not-https = This link is not https, so that it would be dead for readers. Use an https address.
desk-lint-link-foreign-domain = { $domain } is neither your domain nor a listed one, so that the link would be dead. Write the address as text, or link to a page of yours.
desk-lint-asks-for-secret = This reads as if you asked for something that only a thief would ask for ({ $secret }). Say it another way.
desk-lint-no-revision = It has no revision. Publishing sets it; for a first update write revision = 1.
desk-lint-no-history = The history does not tell what is new in this revision. Publishing adds it from --summary.
desk-lint-no-expiry = It does not say until when it is current. Publishing sets fresh_until, or write it yourself.
desk-lint-open-gap = A gap of the template is still open here. Fill it in or take it out.
desk-lint-named-gap = A gap of the template is still open here: { $hint }. Fill it in or take it out.
desk-lint-no-not-exposed = It does not say what was not taken, and why you think so. Write it in [not_exposed].
desk-lint-no-count = It does not say how many accounts are affected. Write a number, or "not known yet".
desk-lint-no-next-update = It is interim and promises no next update. Write when in next_update.
desk-lint-reading-age = This asks for a reading age of about { $age }. Use shorter sentences and plainer words, up to 12.
desk-lint-many-actions = This paragraph asks for { $n } things at once. Make each a list item of its own.
desk-lint-text-not-in-walk = The walk shows at most six list items of this step and no text around them; { $n } paragraphs or items are on the page alone. Put what is needed into the list, or make two steps.
desk-lint-might-where-confirmed = "{ $phrase }" stands here, and the field says confirmed. Say that it happened, or change the certainty.
desk-lint-unexplained-term = "{ $term }" is not explained at its first use. Add a few words in brackets after it, or use a plainer word.
desk-lint-no-alternative-channel = It does not say where to look if your site is down. Write it in contact.elsewhere.
desk-lint-contradiction = Two places cannot both be true. Correct one of them.
desk-lint-old-translation = The text in { $language } follows an older revision. Translate what is new and set translated.{ $language }.
desk-lint-look-alike-domain = { $domain } looks like another domain. If it is the false one, say so in the text beside it; if not, correct it.
desk-lint-no-never-asks = It does not say what you will never ask for. Write never_asks, as in ["your password", "a code", "money"].
desk-lint-unknown-country = The page has no contacts for the country { $country }. Use a code of two letters, such as gb, or leave it out.
desk-lint-withdrawn-ignored = withdrawn at the top of the file takes nothing back. Write status = "withdrawn" to take back the whole notice, or withdrawn inside the [[step]] that you mean.
desk-lint-past-next-update = The next update is promised for { $when }, which has passed. Write a later time in next_update.
desk-lint-past-expiry = It says that it is current until { $when }, which has passed. Publishing sets a new fresh_until; or write it yourself.
desk-lint-future-date = This is told as past, and { $day } lies ahead. Correct the date.
desk-lint-incomplete-translation = Some texts are not there in every language. Translate them.
desk-lint-doubled-step = Members get this step twice, as Selfcheck adds its own ({ $step }). Take yours out, or give it the id { $step } so that it takes that place.
desk-lint-unknown-step = There is no step with the id { $step }. Correct the id; those of Selfcheck's own steps are in plan --json.
desk-lint-postal-address = { $address } reads like a postal address. Take out that of a person; write your own in contact.post.
desk-lint-no-occurred = It does not say when it happened. Write occurred = {"{"} from = 2026-03-11, to = 2026-03-12 {"}"}, or one day.
desk-lint-no-discovered = It does not say when you noticed. Write discovered, as in discovered = 2026-03-12.
desk-lint-site-safe-not-said = It does not say whether your site is safe to open now. Write site_safe = "yes", "no" or "not_known".
desk-lint-children-not-said = It does not say whether children are among your members. Write audience.children = true or false.
desk-lint-extortion-of-whom = Somebody demands money. Write extortion_of = "us", or "members" if members are asked to pay.
desk-lint-no-reported = It names no authority that you told. Add [[reported]] with authority and on.
desk-lint-no-offer = It offers no help. If you offer any, add [[offer]] with what and how.
desk-lint-no-apology = It does not say sorry. Write it in [apology].
desk-lint-leads-to-leak = This leads to the stolen data ({ $place }). Say what was taken and leave out where it is.
# The same where a rule has several reasons.
desk-because-all-clear = "{ $phrase }" and { $class } (confirmed) cannot both be true. Correct one of them.
desk-because-certain = "{ $phrase }" and { $class } (possible) cannot both be true. Correct one of them.
desk-because-no-accounts = accounts_affected = 0 and confirmed data cannot both be true. Correct one of them.
desk-because-count = { $text } and accounts_affected = { $field } cannot both be true. Correct one of them.
desk-because-final-unknowns = status = "final" and not_known cannot both be true. Correct one of them.
desk-because-not-an-address = This is no e-mail address. Correct it or take it out.
desk-because-unsafe-site = The link of step { $step } and site_safe = "no" cannot both be true. Correct one of them.
desk-because-asked-in-vain = The question { $question } names only steps that were taken back, so the answer changes nothing. Take it out, or name other steps.
desk-because-not-after-publishing = These dates are out of order: { $time } is not after { $published }, when it is published. Correct them.
desk-because-before-former = These dates are out of order: { $day } is before { $former }, the day of the revision before. Correct them.
desk-because-after-publishing = These dates are out of order: { $day } is after the day on which it is published. Correct them.
desk-because-before-it-began = These dates are out of order: { $time } is before { $began }, when it began. Correct them.
desk-because-missing = These texts are missing in the language { $language }: { $fields }. Translate them.
desk-because-other = Two places do not fit together. Correct one of them.
desk-lint-total = { NUMBER($errors) } to correct before it can be published, { NUMBER($warnings) } that would make it better.
desk-lint-reads = Rules that read the words themselves know: { $languages }.
desk-lint-unreadable = { $file }: { $problem }. Correct it there and try again.
# New drafts and keys.
desk-new-made = { $file } is made. Fill in what stands between two curly braces.
desk-ask-new = Passphrase for the new key:
desk-ask-again = The same once more:
desk-ask-key = Passphrase of { $file }:
desk-passphrases-differ = the two passphrases differ. Start again.
desk-key-made = { $file } is made. Without its passphrase nobody can use it: write that down too.
desk-key-words = its six words: { $words }
# The publisher card.
desk-card-made = { $file } is card number { $serial }, good until { $expires }.
desk-card-former = the card before is kept as { $file }.
desk-card-counted = it counts on from number { $known }, which was used on this computer.
desk-card-dropped-root = a root of the card before is not listed any more: { $words }
desk-card-breaks = readers who trust the card before will not follow: it must be signed by a root that it names, and by every new root.
desk-card-signing-root = six words of the root that signed: { $words }
desk-card-other-root = six words of the root that is kept for the day on which the other is lost: { $words }
desk-card-print-words = print the words of every root in your imprint: after a change of roots a page shows those of another.
desk-card-calendar = { $file } reminds you two weeks before it ends: open it in a calendar.
desk-card-no-calendar = no calendar file was written: something else has its name.
desk-card-last-day = the publisher card ends within a day, on { $expires }. Make the next one: selfcheck notice card --previous
desk-card-near-end = { $days ->
    [one] the publisher card ends in { $days } day, on { $expires }. Make the next one: selfcheck notice card --previous
   *[other] the publisher card ends in { $days } days, on { $expires }. Make the next one: selfcheck notice card --previous
}
desk-card-past-end = the publisher card ended on { $expires }, so readers do not take it any more. Make the next one: selfcheck notice card --previous
# Signing and publishing.
desk-doubt-key = readers will not take it: the card does not name this desk key.
desk-doubt-domain = readers will not take it: the card does not speak for the domain of its id.
desk-signed-comments = { $n ->
    [one] { $n } comment is in it, for everybody to read. selfcheck notice publish leaves comments out.
   *[other] { $n } comments are in it, for everybody to read. selfcheck notice publish leaves comments out.
}
desk-nothing-published = nothing was published. Correct the draft and publish again.
desk-published = { $id }, revision { $revision }, is in { $folder }. Upload:
desk-published-card = Put a copy of publisher at https://{ $domain }/.well-known/selfcheck/publisher.
desk-published-words = Its six words: { $words }
desk-published-first = no update before it is known here, so this is number { $revision }. If one is online already, do not upload this: run the same command again with --previous { $address }
desk-published-remembered = the folder does not hold the update before; it counts on from what this computer published last.
desk-published-comments = { $n ->
    [one] { $n } comment of the draft was left out.
   *[other] { $n } comments of the draft were left out.
}
desk-published-warnings = { $n ->
    [one] { $n } warning of the draft. It was published all the same; correct it for the next update:
   *[other] { $n } warnings of the draft. It was published all the same; correct it for the next update:
}
desk-number-not-kept = the number could not be kept on this computer: { $problem }. Publish the next update into the same folder.
# A notice of a breach in the public catalogue.
desk-breach-unknown = the catalogue has no breach named { $name }. Look it up on haveibeenpwned.com.
desk-breach-near = the catalogue has no breach named { $name }. Did you mean { $names }?
desk-breach-made-up = the catalogue says that the data of { $name } was made up, so there is no notice of it and nothing to do because of it.
desk-breach-taken-back = the catalogue has taken { $name } back, so there is no notice of it. Look it up on haveibeenpwned.com.
desk-breach-source = breach data by Have I Been Pwned, https://haveibeenpwned.com (CC BY 4.0); this notice is not by the site.
# Why something was not made, and what to do: files.
desk-error-file = { $file }: { $error }. Check the name and the rights, and try again.
desk-error-exists = { $file } is there already. Nothing is overwritten; choose another name.
desk-error-numbers = { $problem }. Move it away and give the last update with --previous, or use another folder with --data-dir.
desk-error-numbers-newer = { $problem }. Use the newest Selfcheck, or another folder with --data-dir.
desk-error-busy = { $problem }. Nothing was changed; wait until it has ended, or end it, and try again.
desk-error-no-folder = no folder is chosen. Choose one.
desk-error-not-text = { $file } is not a text file of this kind. Check the name.
desk-error-other = { $problem }. Try again, and tell us if it stays.
desk-numbers-unclear = { $file }, where the last numbers are kept, cannot be understood
desk-numbers-newer = { $file }, where the last numbers are kept, is from a newer version of this program
desk-busy = another run is publishing and has not ended ({ $file } is locked)
desk-page-failed = the page could not be put together
# Keys.
desk-error-not-a-key = { $file } is not a minisign key of this kind. Give the .key file where a secret is needed and the .pub file elsewhere.
desk-error-wrong-passphrase = the passphrase does not open { $file }. Try again.
desk-error-no-passphrase = a key needs a passphrase. Give it as the first line of standard input, or type it when asked.
desk-error-weak-passphrase = this passphrase is rated { NUMBER($score) } of 4, and this key needs { NUMBER($needed) }. Make one that nobody guesses: selfcheck passphrase --words 6. No key was made.
desk-error-passphrase-not-text = a passphrase must be text of at most 1,024 bytes. Choose another.
desk-error-key-not-made = no key could be made. Try again.
# Cards.
desk-error-card-here = a card of this publisher is known, number { $serial } ({ $file }). Nothing was changed. Give --previous { $file } to count on from it, or --start-over if both its roots are lost.
desk-error-card-known = a card of this publisher is known, number { $serial }. Nothing was changed. Give it with --previous; a copy is on your site at /.well-known/selfcheck/publisher.
desk-error-card-older = this card is number { $serial }, and number { $known } was used. Nothing was changed. Give the newest card; a copy is on your site at /.well-known/selfcheck/publisher.
desk-error-leaves-out = the card before names more: { $names }. Nothing was changed. Name them too, or add --leave-out if that is what you want.
desk-root-named = the root with the words "{ $words }"
desk-error-days = a card lives 1 to 90 days. Give --days from 1 to 90.
desk-error-not-a-domain = { $domain } is not a domain in small letters. Write it as in forum.example.
desk-error-foreign-root = { $file } is a root that neither the card nor the one before it names. Name it with --root, or give the card before with --previous.
desk-error-signature-count = a card has room for one or two signatures. Give --key once, or twice while roots change.
desk-error-no-serial-left = the card before has the highest serial that there is. Begin anew with other roots.
desk-error-key-not-in-card = the card does not name this desk key. Make a new card that names it, or use the key that the card names.
desk-error-foreign-domain = the card does not speak for { $domain }. Correct the id of the draft, or make a new card for that domain.
desk-error-card-expired = the card ended on { $expires }. Make a new card with --previous.
desk-error-card-not-signed = no signature of the card is good. Make the card again with selfcheck notice card.
# Drafts and updates.
desk-error-notice = { $file }: { $problem }. Correct it there, or get the file again.
desk-error-marked-line = { $file }, line { $line }: this line would be taken for a part of a signature. Change how that line begins.
desk-error-no-line-end = { $file } does not end with a line end. Add a line end to its last line.
desk-error-draft = the draft: { $problem }. Correct it there and try again.
desk-error-former = the former revision: { $problem }. Put the last published notice back into the folder.
desk-error-another-notice = the former revision is of { $former }, the draft of { $draft }. Use another folder for another notice.
desk-error-no-number-left = the former revision has the highest number that there is. Begin a new notice under another id.
desk-error-goes-back = { $file } is statement { $revision }, and statement { $known } was published. Nothing was changed. Work from the later update, or give it with --previous to publish this text after it.
desk-error-two-formers = there are two different statements with number { $revision }. Nothing was changed; give the one that is online with --previous.
desk-error-address = { $address } is no https address of the publisher. Give an https address on a domain of the card, without user or port.
desk-error-address-not-a-folder = { $address } is no address of a folder. Give the address of the folder alone, without a file's name, ? or #, as in https://forum.example/incident/.
desk-error-refused = { $n ->
    [one] { $n } fault keeps the draft from being published. Correct the draft and try again.
   *[other] { $n } faults keep the draft from being published. Correct the draft and try again.
}
# A file that is not believed to be the update before.
desk-former = { $file } is not taken as the statement before: { $fault }. Nothing was changed. { $next }
desk-former-unsigned = nobody signed it
desk-former-foreign = no desk key of this publisher signed it
desk-former-comment = its signature is for another statement
desk-former-another-notice = it is a statement of { $notice }
desk-former-last-number = it has the highest number that there is
desk-former-last-number-of-former-key = it has the highest number that there is, and the card does not name the key that signed it
desk-former-do-new-key = Make a new desk key and a card with --previous that names it alone, then publish again with --previous and your last own update.
desk-former-do-give-last = Give the last update that you published with --previous.
desk-former-do-other-folder = Use another folder for another notice.
desk-former-do-look = An attacker may have put it on your server: look at it, move it away, and give the last update that you published with --previous.
