print-plan = Diesen Plan drucken
leaflet-open = Ein Blatt für jemanden ohne Computer
print = Drucken
save-as-file = Als Datei speichern
print-hint = Das System fragt nach dem Drucker; die meisten können auch in eine PDF-Datei drucken.
saved-as = Gespeichert als { $name }. Zum Drucken öffnen Sie die Datei in einem Browser.
as-of-today = Stand: { TODAY() }.
