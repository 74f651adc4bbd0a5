check-title = Check a password
check-intro = Type one password. While you type it is rated on this computer only; no list is asked before you press Check.
password-label = Password
reveal = Show while held
reveal-hint = Hold this button, or the space bar on it, to see what you typed.
check = Check
checking = Checking
asking-now = Asking { $host } now
cancel = Stop checking
clear = Clear
about-summary = Words that others connect with you
about-label = Names, dates, pets, the name of the site; a comma between them
about-hint = Passwords with these words count as weaker. They stay on this computer and are forgotten.
first-title = Ask the online list too?
first-not-here = It is not on the list inside this program. That list is short.
first-text = The online list at { $host } is much longer. If it is asked, five characters of a scrambled form of your password (a hash) are sent there. Thousands of passwords share these five characters, so nobody there learns yours. Your user name is never sent.
first-online = Ask { $host }
first-offline = Only on this computer
now-online = If needed, { $host } is asked too.
now-offline = Only lists on this computer are asked.
in-settings = Change it in Settings
change = Change
strength-score-0 = Very weak
strength-score-1 = Weak
strength-score-2 = Fair
strength-score-3 = Good
strength-score-4 = Strong
strength-is = Strength: { $word }
strength-times = Guessing it from a stolen list of well-protected passwords would take { $offline }. Guessing it at a login page would take { $online }.
strength-note = This says how hard it is to guess, not whether it has been leaked.
verdict-found = This password has been leaked
verdict-not_on_this_list = Not on the lists that were asked
verdict-could_not_check = Could not check
verdict-not_asked = No list was asked
verdict-online-failed = The online list could not be asked
verdict-next-online-failed = The lists on this computer do not have your password. That says little: try again later.
verdict-ask-again = Ask { $host } again
verdict-replace = Make a new passphrase
verdict-next-found = Stop using it. Change it everywhere you used it, the accounts with money or private things first.
verdict-next-not_on_this_list = That is not a promise: somebody may know it all the same. If a site you used it on was attacked, change it there anyway.
verdict-next-could_not_check = Nothing is known about this password. Treat it as if it had been leaked until a check has worked.
verdict-next-not_asked = Press Check when you like.
answer-found = Found
answer-not_on_this_list = Not on this list
answer-could_not_check = Could not check
answer-not_asked = Not asked
list-embedded = The list inside this program
list-file = The list file { $name } on this computer
list-range = The online list at { $host }
seen =
    Seen { $n ->
        [one] { $n } time
       *[other] { $n } times
    } in leaks.
seen-at-least =
    Seen at least { $n ->
        [one] { $n } time
       *[other] { $n } times
    } in leaks.
seen-millions = Seen more than { $millions } million times in leaks.
rank-top_1000 = Among the 1,000 most used passwords.
rank-top_10000 = Among the 10,000 most used passwords.
rank-top_million = Among the million most used passwords.
not-needed = Not needed: it was already found.
not-allowed = You chose to check only on this computer.
reason-unreachable = The service cannot be reached. Check your connection and try again.
reason-interrupted = The connection broke off. Try again.
reason-timed_out = The service did not answer in time. Try again later.
reason-rate_limited = The service is being asked too often. Try again in some minutes.
reason-server_error = The service is not working. Try again later.
reason-unexpected_status = The service did not give the list. Try again later.
reason-redirected = Something on the way sent us elsewhere, as login pages of public networks do. Log in there first, or use another network.
reason-empty_answer = The answer was empty. Something on the way may have replaced it. Use another network, or try later.
reason-not_a_list = The answer was not a list of passwords. Something on the way may have replaced it. Use another network, or try later.
reason-too_large = The answer was too large to be the list. Use another network, or try later.
reason-unreliable = The answer lacks entries that it should have, so it proves nothing. Try again later.
reason-cancelled = You stopped it before it was done. Press Check to start again.
reason-file_unreadable = The list file cannot be opened. Choose it again.
reason-file_foreign = The file is not a list that Selfcheck reads. Choose another one.
reason-file_damaged = The list file is damaged. Get it again.
reason-unknown = The check did not work. Try again later.
retry-now = You can try it again now.
retry-after = It is busy. Try again in { DURATION($seconds) }.
receipt-title = What left this computer
receipt-nothing = Nothing.
receipt-unsent =
    { $requests ->
        [one] { $host } was tried once. Nothing could be sent.
       *[other] { $host } was tried { $requests } times. Nothing could be sent.
    }
receipt-line =
    The five characters { $sent } of a hash, to { $host }{ $requests ->
        [1] { "" }
       *[other] , { $requests } times
    }. Thousands of passwords share them.
receipt-plain = Without encryption, because that address is on this computer.
maker-title = Make a new passphrase
maker-text = Random words are easy to type and hard to guess.
maker-words = How many words
maker-words-few = Enough for a site that limits guessing.
maker-words-some = Good for most sites.
maker-words-many = Right for your e-mail or a password manager.
maker-language = Language of the words
language-en = English
language-de = German
language-es = Spanish
language-fr = French
make = Make a passphrase
make-another = Make another
copy = Copy
copied = Copied. It is taken from the clipboard again after { $seconds } seconds.
entropy =
    { $words ->
        [one] { $words } word
       *[other] { $words } words
    }, { $bits } bits of chance.
use-it = Put it in the field above
