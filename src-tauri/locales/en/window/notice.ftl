revision = Update { $n }
revisions = The updates of this practice notice
status-interim = More is to come
status-final = Final
status-withdrawn = Withdrawn by its publisher
published = Published { $when }
next-update = Next update promised for { $when }
changed =
    { $n ->
        [one] { $n } thing has
       *[other] { $n } things have
    } changed since you last read it
section-happened = What happened
section-consequences = What it can lead to
section-doing = What is being done
section-not_taken = What was not taken
section-not_known = What is not known yet
taken = What was taken, or may have been
withdrawn-title = This notice was withdrawn
withdrawn-text = What it said no longer holds, and its steps are not needed any more. Look on the site itself for what is true now.
withdrawn-still = These steps of Selfcheck help in any case:
withdrawn-said = What the notice said before it was withdrawn
certainty-confirmed = Confirmed
certainty-possible = Possible
certainty-ruled-out = Not taken
stored-as =
    { $how ->
        [plain] Kept readable.
        [unknown] How it was kept is not known.
        [encrypted] Kept encrypted.
       *[other] Kept scrambled (hashed) with { $how }.
    }
notice-facts = Facts
affects = Who this affects
accounts =
    { $n ->
        [one] { $n } account
       *[other] { $n } accounts
    } affected
accounts-not-known = How many accounts are affected is not known yet.
never-asks = They will never ask for
contact = Contact
start =
    Start: { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }, about { MINUTES($minutes) }
go-on = Continue with the steps
start-urgent = Start: the urgent part, about { MINUTES($minutes) }
