day-and-time-utc = { $day }, { $time } UTC
plain-number = { NUMBER($n) }
