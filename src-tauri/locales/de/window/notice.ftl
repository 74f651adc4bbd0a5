revision = Stand { $n }
revisions = Die Stände dieser Übungsmitteilung
status-interim = Es kommt noch mehr
status-final = Abgeschlossen
status-withdrawn = Vom Herausgeber zurückgenommen
published = Veröffentlicht am { $when }
next-update = Der nächste Stand ist für den { $when } versprochen
changed =
    { $n ->
        [1] Eine Sache hat
       *[other] { $n } Dinge haben
    } sich geändert, seit Sie zuletzt gelesen haben
section-happened = Was geschehen ist
section-consequences = Wozu es führen kann
section-doing = Was getan wird
section-not_taken = Was nicht gestohlen wurde
section-not_known = Was noch nicht bekannt ist
taken = Was gestohlen wurde, sicher oder vielleicht
withdrawn-title = Diese Mitteilung wurde zurückgenommen
withdrawn-text = Ihr Herausgeber steht nicht mehr zu ihr. Sehen Sie auf der Seite selbst nach, was jetzt gilt.
withdrawn-still = Diese Schritte von Selfcheck helfen in jedem Fall:
withdrawn-said = Was in der Mitteilung stand, bevor sie zurückgezogen wurde
certainty-confirmed = Bestätigt
certainty-possible = Möglich
certainty-ruled-out = Nicht gestohlen
stored-as =
    { $how ->
        [plain] Lesbar gespeichert.
        [unknown] Wie es gespeichert war, ist nicht bekannt.
        [encrypted] Verschlüsselt gespeichert.
       *[other] Unkenntlich gemacht (gehasht) mit { $how }.
    }
notice-facts = Angaben
affects = Wen es betrifft
accounts =
    { $n ->
        [one] { $n } Konto
       *[other] { $n } Konten
    } betroffen
accounts-not-known = Wie viele Konten betroffen sind, ist noch nicht bekannt.
never-asks = Danach werden sie nie fragen
contact = Kontakt
start =
    Beginnen: { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
    }, etwa { MINUTES($minutes) }
go-on = Mit den Schritten weitermachen
start-urgent = Beginnen: das Dringende, etwa { MINUTES($minutes) }
