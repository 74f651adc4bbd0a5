print-plan = Print this plan
leaflet-open = A sheet for somebody without a computer
print = Print
save-as-file = Save as a file
print-hint = The system asks for the printer; most can also print into a PDF file.
saved-as = Saved as { $name }. Open it in a browser to print it.
as-of-today = As of { TODAY() }.
