# Czego potrzebują oba programy: czas, stany, ramka.

brand-first = Targ Możliwości
brand-second = Markt der Möglichkeiten
sheet-close = Zamknij
list-comma = ,

month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia
weekday-monday = Poniedziałek
weekday-tuesday = Wtorek
weekday-wednesday = Środa
weekday-thursday = Czwartek
weekday-friday = Piątek
weekday-saturday = Sobota
weekday-sunday = Niedziela
date-day = { $day }{ "\u00A0" }{ $month }
date-weekday = { $weekday }, { $day }{ "\u00A0" }{ $month }
date-year = { $day }{ "\u00A0" }{ $month } { $year }
clock = godz.{ "\u00A0" }{ $time }
clock-span = od { $from } do { $to }
clock-hour = { $hour }:00
clock-minute = { $hour }:{ $minute }

stand-word = Stoisko
stand-away = dziś bez stoiska
local-machine = tłumaczenie maszynowe
local-in-german = po niemiecku
local-in-english = po angielsku
local-other-language = w innym języku

state-phone = Na tym telefonie
state-server = Na serwerze
state-team = U zespołu targu
