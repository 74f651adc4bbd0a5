app = Selfcheck
leave = Sofort schließen
leave-keys = Esc Esc
leave-hint = Schließt dieses Fenster sofort. Zweimal Esc tut dasselbe.
back = Zurück
home = Start
not-kept = Was Sie abhaken und antworten, bleibt, bis Sie dieses Fenster schließen. Auf diesem Computer wird davon nichts gespeichert.
moment = { MOMENT($text) }
home-title = Was möchten Sie tun?
home-intro = Kein Konto, keine Überwachung. Ihre Passwörter bleiben bei Ihnen.
door-notice = Mitteilung öffnen und Schritte durchgehen
door-notice-text = Eine Seite, die Sie benutzen, wurde angegriffen. Öffnen Sie ihre Mitteilung und gehen Sie die Schritte durch, einen nach dem anderen.
door-check = Ein Passwort prüfen
door-check-text = Sehen Sie, wie schwer es zu erraten ist und ob es bekannt geworden ist.
door-practice = Mit einer Übungsmitteilung ausprobieren
door-practice-text = Ein erfundener Angriff auf ein erfundenes Forum, um zu sehen, wie das hier geht.
open-steps = Ihre Schritte
open-steps-of = Aus: { $title }
continue-walk = Weiter
close-notice = Diese Mitteilung schließen
close-notice-ask = Damit gehen Ihre Häkchen und Antworten verloren.
close-notice-yes = Schließen und meine Häkchen vergessen
keep-notice = Offen lassen
replace-title = „{ $title }“ ist offen
replace-ask = Eine andere Mitteilung tritt an ihre Stelle, und Ihre Häkchen und Antworten gehen mit ihr. Ein neuerer Stand derselben Mitteilung behält sie.
replace-yes = Eine andere Mitteilung öffnen
waiting-for-another = Ein anderes Selfcheck-Fenster speichert gerade. Wir warten, bis es fertig ist …
minutes-left = Noch etwa { MINUTES($minutes) }.

## Zeitspannen

duration-none = so gut wie keine Zeit
duration-about = etwa { $span }
duration-centuries = mehr als hundert Jahre
