# Checking one password.
pw-prompt = Password (not shown):
pw-empty = nothing was typed. Type one password and press Enter.
pw-too-long = this is longer than 4,096 bytes. Check that it is one password.
pw-line-break = there is a line break inside. Give one password at a time.
pw-other-encoding = this is { $encoding } text, and lists hold passwords in UTF-8. Give the password as UTF-8.
pw-zero-byte = { $n ->
    [one] there is a zero byte after { $n } byte, which no text has. Give the password as UTF-8.
   *[other] there is a zero byte after { $n } bytes, which no text has. Give the password as UTF-8.
}
pw-not-text = this is not UTF-8 text. Give the password as UTF-8.
pw-no-connection = no secure connection can be set up on this computer. Use --offline.
pw-no-connection-here = No secure connection can be set up on this computer, so nothing was checked.
# The letters in brackets are among those of notice-word-yes and notice-word-no.
pw-ask-service = Not found on this computer. Send five characters of its hash to { $host } too? [y]es, [n]o:
pw-verdict-found = Found in leaked passwords. Change it wherever you use it.
pw-verdict-not-on-this-list = Not on the lists that were asked. That does not prove that nobody knows it.
pw-verdict-could-not-check = Could not check. Nothing is known about this password; try again later.
pw-verdict-not-asked = No list was asked.
# What a list says: an answer, or why there is none.
pw-list-says = { $list }: { $answer }
pw-answer-top-1000 = found, among the 1,000 most used
pw-answer-top-10000 = found, among the 10,000 most used
pw-answer-top-million = found, among the 1,000,000 most used
pw-answer-seen = { $n ->
    [one] found, seen once
   *[other] found, seen { $n } times
}
pw-answer-seen-at-least = { $n ->
    [one] found, seen at least once
   *[other] found, seen at least { $n } times
}
pw-answer-found = found
pw-answer-not-on-this-list = not on this list
pw-answer-could-not-check = could not check; { $reason }
pw-answer-not-asked = not asked
pw-score-0 = very weak
pw-score-1 = weak
pw-score-2 = fair
pw-score-3 = good
pw-score-4 = strong
pw-strength = Strength: { $score }. Trying guesses on a stolen, well-kept list would take { $offline }; guessing at the sign-in page { $online }.
pw-warning-common = This password is used by many people.
pw-left-nothing = What left this computer: nothing.
pw-unsent = { $requests ->
    [one] What left this computer: nothing. { $host } was tried once and could not be reached.
   *[other] What left this computer: nothing. { $host } was tried { $requests } times and could not be reached.
}
pw-left = { $requests ->
    [one] What left this computer: { $sent } to { $host }, over { $over }, in { $requests } request. Many leaked passwords share these five characters.
   *[other] What left this computer: { $sent } to { $host }, over { $over }, in { $requests } requests. Many leaked passwords share these five characters.
}
# Passphrases.
pw-passphrase-failed = no passphrase could be made: { $problem }. Try again.
pw-passphrase-number = { $words } is not a number of words that can be had; there can be { NUMBER($min) } to { NUMBER($max) }
pw-passphrase-other-number = { $problem }. Choose another number after --words.
pw-passphrase-language = there are words for en, de, es and fr. Use one of these after --language.
pw-passphrase-made = { $words ->
    [one] { $words } random word, { $bits } bits.
   *[other] { $words } random words, { $bits } bits.
}
