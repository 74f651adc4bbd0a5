question = Question { $at } of { $all }
why-asked = Why we ask
answer-value-yes = Yes
answer-value-no = No
answer-value-not_sure = Not sure
not-sure-hint = We keep the step, to be careful.
next = Continue
your-answers = Check your answers
your-answers-text =
    They lead to { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }. You can change them at any time.
answer-changed-nothing = Your answer changed none of your steps.
answer-brought = Your answer added:
answer-took = Your answer removed:
change-answer = Change the answer to: { $question }
to-steps = Go to the steps
step-of =
    Step { $at } of { $all }, { $minutes ->
        [0] all done
       *[other] about { MINUTES($minutes) } left
    }
step-of-urgent = Step { $at } of { $all }, about { MINUTES($minutes) } left of the urgent part
because-title = Why this step is here
because = Because of: { $what }
from-notice = This step comes from the notice.
contacts = Who to contact
country = Contacts for
country-hint = Decides whose police, helplines and offices the steps name.
contacts-overdue = These contacts should have been checked again by { DAY($date) }. Numbers may have changed: look at each one's own page first.
places-to-go = Where to do it
no-contacts = No contacts are known for this choice. Choose another.
checked-on = Checked on { DAY($date) }.
opens = Opens { $host } in your browser
tool = Do it here
done = Done
not-for-me = Doesn't apply
later = Later
marked-done = You told us that this is done.
marked-checked = Done; we checked it.
marked-not-for-me = You said that this doesn't apply.
marked-later = Put off until later.
undo = Undo
next-step = Next step
change-answers = Change my answers
summary-title = Where you are now
summary-done = { $settled } of { $all } steps are done or not needed.
summary-all = Every step is done or not needed. Come back to the notice when there is an update.
summary-open = Still open
summary-later = Put off
summary-settled = Done or not needed
summary-withdrawn = Withdrawn by the publisher
done-you-told-us = Done: you told us
done-we-checked = Done: we checked
mark-not_for_me = Doesn't apply
mark-later = Later
step-gone = This step is no longer one of yours. Your answers, or the notice, have changed.
to-summary = See all my steps
empty-walk = There is no notice open. Open one from Home.
country-question = Which country do you live in?
country-why = The steps name the police, helplines and offices of that country. Your answer stays on this computer. You can change it at any step.
country-label = Country
help-title = Help now
help-go-on = Go on with the questions
help-stop = Stop here
help-leave = If somebody comes in, press Esc twice: this window closes at once.
urgent-done-title = The urgent part is done
urgent-done-text = What could not wait is done. The rest can wait until tomorrow.
urgent-done-stop = Stop for today
skip-questions =
    { $n ->
        [one] Skip the last question
       *[other] Skip the other { $n } questions
    }: we will include all the careful steps
map = Your place in the steps
map-now = Now
map-today = Today
map-this_week = This week
map-count = { $settled } of { $all } done
map-all = All { $n } steps
just-done = Done: { $title }.
just-not_for_me = Does not apply: { $title }.
just-later = Put off: { $title }.
copy-way = Copy: { $way }
copied-way = { $value } is copied.
