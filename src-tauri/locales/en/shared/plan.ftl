leaflet-title = Data about you was taken: what to do without a computer
leaflet-for = For somebody whose data was taken in an attack on a site, a shop or a club.
leaflet-parts = One thing after another
leaflet-foot = If anybody calls and asks for this sheet, a password, a code or money, it is a scam. Hang up.
paper-from = What to do, from the notice of { $domain }.
contacts-for = Contacts for: { $country }.
paper-keep = Anybody who finds this sheet can see which site you use. Keep it where only you look.
paper-no-secret = There is no password on this sheet. Do not write one on it.
urgency-now = Do this now
urgency-today = Today
urgency-this_week = This week
what-to-do = What to do
country-gb = United Kingdom
country-gb-eng = United Kingdom: England
country-gb-wls = United Kingdom: Wales
country-gb-sct = United Kingdom: Scotland
country-gb-nir = United Kingdom: Northern Ireland
country-ie = Ireland
country-us = United States
country-de = Germany
country-au = Australia
country-nz = New Zealand
country-ca = Canada
country-at = Austria
country-ch = Switzerland
country-fr = France
country-be = Belgium
country-nl = Netherlands
country-lu = Luxembourg
country-es = Spain
country-pt = Portugal
country-it = Italy
country-pl = Poland
country-se = Sweden
country-no = Norway
country-dk = Denmark
country-fi = Finland
country-in = India
country-za = South Africa
country-br = Brazil
country-mx = Mexico
country-generic = Anywhere else
hours-and-minutes = { $hours } { $minutes }
# A span of time is written by the functions of each side; these are its parts.
span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
# How soon, how long, and what it costs.
step-when = { $urgency }, about { MINUTES($minutes) }
step-when-cost = { $when }, { $cost }
cost-free = free
cost-up-to = costs up to { $amount }
more-contacts = More contacts ({ $n })
sheet-private-title = What to do after an attack
services = Choose the service that you use
services-on-paper = At { $services }, look in the security settings of your account.
