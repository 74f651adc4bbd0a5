# The saved report of an audit.
report-title = Saved passwords: what to change
report-made-on = Made by Selfcheck on { DAY($day) }. It holds no password. It does say where you have accounts: keep it to yourself, and delete it when you are done.
report-read = { $n ->
    [one] { $n } login was read, with { $distinct } different passwords.
   *[other] { $n } logins were read, with { $distinct } different passwords.
}
report-not-looked-up = { $n ->
    [one] { $n } could not be looked up. Nothing is known about that one.
   *[other] { $n } could not be looked up. Nothing is known about those.
}
report-left = { $n ->
    [one] What left the computer: the first five characters of { $n } hash, to { $host }.
   *[other] What left the computer: the first five characters of { $n } hashes, to { $host }.
}
report-nothing-left = Nothing left the computer.
report-ending-not-all-checked = Nothing that was checked has to be changed. Some of the file could not be read or looked up: nothing is known about that.
report-ending-nothing-checked = No password could be checked: none was found in what could be read. Export again, or give another file.
report-ending-nothing-found = Nothing was found that has to be changed. That does not prove that nobody knows a password.
report-about-file = About the file
report-counts = How many of each
report-counts-what = Finding
report-counts-number = Logins
report-counts-share = Share
report-share = { NUMBER($n) } of { NUMBER($all) }
report-since = Since the earlier report
report-since-fixed = { $n ->
    [one] In { $n } account something is fixed.
   *[other] In { $n } accounts something is fixed.
}
report-since-new = { $n ->
    [one] In { $n } account there is something new.
   *[other] In { $n } accounts there is something new.
}
report-since-not-checked = { $n ->
    [one] { $n } was not checked again.
   *[other] { $n } were not checked again.
}
report-first = What to change first
report-where = Where
report-user = User name
report-why = Why
report-no-address = no address
report-change-page = Change it
report-not-read = Not read
report-sources = Where this comes from
report-sources-text = Breaches: Have I Been Pwned, haveibeenpwned.com, CC BY 4.0, as of { DAY($day) }. Two-step sign-in: 2FA Directory. Pages for changing passwords and shared logins: password-manager-resources.
report-line = line { $line }
report-lines = { $n ->
    [one] line { $lines }
   *[other] lines { $lines }
}
