question = Frage { $at } von { $all }
why-asked = Warum wir fragen
answer-value-yes = Ja
answer-value-no = Nein
answer-value-not_sure = Nicht sicher
not-sure-hint = Dann behalten wir den Schritt vorsichtshalber bei.
next = Weiter
your-answers = Ihre Antworten
your-answers-text =
    Sie führen zu { $steps ->
        [1] einem Schritt
       *[other] { $steps } Schritten
    }. Sie können sie jederzeit ändern.
answer-changed-nothing = Ihre Antwort hat an Ihren Schritten nichts geändert.
answer-brought = Mit Ihrer Antwort kam hinzu:
answer-took = Mit Ihrer Antwort fiel weg:
change-answer = Die Antwort ändern auf: { $question }
to-steps = Zu den Schritten
step-of =
    Schritt { $at } von { $all }, { $minutes ->
        [0] alles erledigt
       *[other] noch etwa { MINUTES($minutes) }
    }
step-of-urgent = Schritt { $at } von { $all }, noch etwa { MINUTES($minutes) } für das Dringende
because-title = Warum dieser Schritt da ist
because = Anlass: { $what }
from-notice = Dieser Schritt kommt aus der Mitteilung.
contacts = An wen Sie sich wenden
country = Kontakte für
country-hint = Bestimmt, wessen Polizei, Hilfetelefone und Ämter die Schritte nennen.
contacts-overdue = Diese Kontakte sollten bis zum { DAY($date) } neu geprüft werden. Nummern können sich geändert haben: Sehen Sie zuerst auf der Seite der Stelle nach.
places-to-go = Wo Sie es tun
no-contacts = Für diese Wahl sind keine Kontakte bekannt. Wählen Sie eine andere.
checked-on = Geprüft am { DAY($date) }.
opens = Öffnet { $host } in Ihrem Browser
tool = Hier erledigen
done = Erledigt
not-for-me = Trifft nicht zu
later = Später
marked-done = Sie haben gesagt, dass das erledigt ist.
marked-checked = Erledigt; wir haben es geprüft.
marked-not-for-me = Sie haben gesagt, dass das nicht zutrifft.
marked-later = Auf später verschoben.
undo = Zurücknehmen
next-step = Nächster Schritt
change-answers = Meine Antworten ändern
summary-title = Wo Sie jetzt stehen
summary-done = { $settled } von { $all } Schritten sind erledigt oder nicht nötig.
summary-all = Jeder Schritt ist erledigt oder nicht nötig. Kommen Sie wieder, wenn es Neues zur Mitteilung gibt.
summary-open = Noch offen
summary-later = Verschoben
summary-settled = Erledigt oder nicht nötig
summary-withdrawn = Vom Herausgeber zurückgenommen
done-you-told-us = Erledigt: Sie haben es gesagt
done-we-checked = Erledigt: wir haben es geprüft
mark-not_for_me = Trifft nicht zu
mark-later = Später
step-gone = Dieser Schritt gehört nicht mehr zu Ihren. Ihre Antworten oder die Mitteilung haben sich geändert.
to-summary = Alle meine Schritte ansehen
empty-walk = Es ist keine Mitteilung offen. Öffnen Sie eine vom Start aus.
country-question = In welchem Land wohnen Sie?
country-why = Die Schritte nennen Polizei, Beratung und Ämter dieses Landes. Ihre Antwort bleibt auf diesem Computer. Sie können sie bei jedem Schritt ändern.
country-label = Land
help-title = Hilfe jetzt
help-go-on = Mit den Fragen weitermachen
help-stop = Hier aufhören
help-leave = Wenn jemand hereinkommt, drücken Sie zweimal Esc: Das Fenster schließt sich sofort.
urgent-done-title = Das Dringende ist erledigt
urgent-done-text = Was nicht warten konnte, ist erledigt. Der Rest kann bis morgen warten.
urgent-done-stop = Für heute aufhören
skip-questions =
    { $n ->
        [one] Die letzte Frage auslassen
       *[other] Die übrigen { $n } Fragen auslassen
    }: Dann nehmen wir alle vorsichtigen Schritte auf
map = Ihre Stelle in den Schritten
map-now = Jetzt
map-today = Heute
map-this_week = Diese Woche
map-count = { $settled } von { $all } erledigt
map-all = Alle { $n } Schritte
just-done = Erledigt: { $title }.
just-not_for_me = Trifft nicht zu: { $title }.
just-later = Aufgeschoben: { $title }.
copy-way = Kopieren: { $way }
copied-way = { $value } ist kopiert.
