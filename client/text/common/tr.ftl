# İki programın da ihtiyacı olanlar: zamanlar, durumlar, çerçeve.

brand-first = Fırsatlar Pazarı
brand-second = Markt der Möglichkeiten
sheet-close = Kapat
list-comma = ,

month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
weekday-monday = Pazartesi
weekday-tuesday = Salı
weekday-wednesday = Çarşamba
weekday-thursday = Perşembe
weekday-friday = Cuma
weekday-saturday = Cumartesi
weekday-sunday = Pazar
date-day = { $day }{ "\u00A0" }{ $month }
date-weekday = { $day }{ "\u00A0" }{ $month } { $weekday }
date-year = { $day }{ "\u00A0" }{ $month } { $year }
clock = saat{ "\u00A0" }{ $time }
clock-span = saat { $from }–{ $to }
clock-hour = { $hour }.00
clock-minute = { $hour }.{ $minute }

stand-word = Stant
stand-away = bugün standı yok
local-machine = makine çevirisi
local-in-german = Almanca
local-in-english = İngilizce
local-other-language = başka dil

state-phone = Bu telefonda
state-server = Sunucuda
state-team = Pazar ekibinde
