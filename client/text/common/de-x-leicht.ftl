# Einfach geschrieben: kurze Sätze, bekannte Wörter. Noch nicht geprüft; darum heißt es nirgends Leichte Sprache.

brand-first = Markt der
brand-second = Möglichkeiten
sheet-close = Schließen
list-comma = ,

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
weekday-monday = Montag
weekday-tuesday = Dienstag
weekday-wednesday = Mittwoch
weekday-thursday = Donnerstag
weekday-friday = Freitag
weekday-saturday = Samstag
weekday-sunday = Sonntag
date-day = { $day }.{ "\u00A0" }{ $month }
date-weekday = { $weekday }, { $day }.{ "\u00A0" }{ $month }
date-year = { $day }.{ "\u00A0" }{ $month } { $year }
clock = { $time }{ "\u00A0" }Uhr
clock-span = { $from } bis { $to }{ "\u00A0" }Uhr
clock-hour = { $hour }
clock-minute = { $hour }:{ $minute }

stand-word = Stand
stand-away = heute kein Stand
local-machine = vom Computer übersetzt
local-in-german = nicht einfach geschrieben
local-in-english = auf Englisch
local-other-language = andere Sprache

state-phone = Auf diesem Handy
state-server = Auf dem Server
state-team = Beim Markt-Team
