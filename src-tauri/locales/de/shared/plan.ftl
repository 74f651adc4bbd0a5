leaflet-title = Daten über Sie wurden gestohlen: was Sie ohne Computer tun können
leaflet-for = Für jemanden, dessen Daten bei einem Angriff auf eine Seite, ein Geschäft oder einen Verein gestohlen wurden.
leaflet-parts = Eins nach dem anderen
leaflet-foot = Wer anruft und nach diesem Blatt, einem Passwort, einem Code oder Geld fragt, ist ein Betrüger. Legen Sie auf.
paper-from = Was zu tun ist, aus der Mitteilung von { $domain }.
contacts-for = Kontakte für: { $country }.
paper-keep = Wer dieses Blatt findet, sieht, welche Seite Sie benutzen. Bewahren Sie es auf, wo nur Sie hinsehen.
paper-no-secret = Auf diesem Blatt steht kein Passwort. Schreiben Sie keines darauf.
urgency-now = Jetzt gleich
urgency-today = Heute
urgency-this_week = Diese Woche
what-to-do = Was zu tun ist
country-gb = Vereinigtes Königreich
country-gb-eng = Vereinigtes Königreich: England
country-gb-wls = Vereinigtes Königreich: Wales
country-gb-sct = Vereinigtes Königreich: Schottland
country-gb-nir = Vereinigtes Königreich: Nordirland
country-ie = Irland
country-us = Vereinigte Staaten
country-de = Deutschland
country-au = Australien
country-nz = Neuseeland
country-ca = Kanada
country-at = Österreich
country-ch = Schweiz
country-fr = Frankreich
country-be = Belgien
country-nl = Niederlande
country-lu = Luxemburg
country-es = Spanien
country-pt = Portugal
country-it = Italien
country-pl = Polen
country-se = Schweden
country-no = Norwegen
country-dk = Dänemark
country-fi = Finnland
country-in = Indien
country-za = Südafrika
country-br = Brasilien
country-mx = Mexiko
country-generic = Überall sonst
hours-and-minutes = { $hours } { $minutes }
span-minutes = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
}
span-hours = { $n ->
    [one] { $n } Stunde
   *[other] { $n } Stunden
}
# How soon, how long, and what it costs.
step-when = { $urgency }, etwa { MINUTES($minutes) }
step-when-cost = { $when }, { $cost }
cost-free = kostenlos
cost-up-to = kostet höchstens { $amount }
more-contacts = Weitere Kontakte ({ $n })
sheet-private-title = Was nach einem Angriff zu tun ist
services = Wählen Sie den Dienst, den Sie nutzen
services-on-paper = Bei { $services }: Sehen Sie in den Sicherheitseinstellungen Ihres Kontos nach.
