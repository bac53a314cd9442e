# What both programs need: times, states, frame.

brand-first = Market of Opportunities
brand-second = Markt der Möglichkeiten
sheet-close = Close
list-comma = ,

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
date-day = { $day }{ "\u00A0" }{ $month }
date-weekday = { $weekday }, { $day }{ "\u00A0" }{ $month }
date-year = { $day }{ "\u00A0" }{ $month } { $year }
clock = { $time }
clock-span = { $from } to { $to }
clock-hour = { $hour }:00
clock-minute = { $hour }:{ $minute }

stand-word = Stand
stand-away = no stand today
local-machine = machine translation
local-in-german = in German
local-in-english = in English
local-other-language = another language

state-phone = On this phone
state-server = On the server
state-team = With the organisers
