app = Selfcheck
leave = Leave quickly
leave-keys = Esc Esc
leave-hint = Closes this window at once. Pressing Esc twice does the same.
back = Back
home = Home
not-kept = What you tick and answer is kept until you close this window. None of it is saved on this computer.
moment = { MOMENT($text) }
home-title = What would you like to do?
home-intro = No account, no tracking. Your passwords stay with you.
door-notice = Follow a notice
door-notice-text = A site you use was attacked. Open its notice and go through the steps, one at a time.
door-check = Check a password
door-check-text = See how hard it is to guess, and whether it has been leaked.
door-practice = Try it with a practice notice
door-practice-text = A made-up attack on a made-up forum, to see how this works.
open-steps = Your steps
open-steps-of = From: { $title }
continue-walk = Continue
close-notice = Close this notice
close-notice-ask = Closing it takes your ticks and answers with it.
close-notice-yes = Close it and forget my ticks
keep-notice = Keep it open
replace-title = "{ $title }" is open
replace-ask = Another notice takes its place, and your ticks and answers go with it. A newer update of the same notice keeps them.
replace-yes = Open another notice
waiting-for-another = Another Selfcheck window is saving. Waiting for it to finish…
minutes-left = About { MINUTES($minutes) } left.

## Spans of time

duration-none = no time at all
duration-about = about { $span }
duration-centuries = more than a hundred years
