# What days, numbers and places are written with.
day-and-time-utc = { $day }, { $time } UTC
plain-number = { NUMBER($n) }
