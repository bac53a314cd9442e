# Що потрібно обом програмам: час, стани, рамка.

brand-first = Ярмарок можливостей
brand-second = Markt der Möglichkeiten
sheet-close = Закрити
list-comma = ,

month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня
weekday-monday = Понеділок
weekday-tuesday = Вівторок
weekday-wednesday = Середа
weekday-thursday = Четвер
weekday-friday = П’ятниця
weekday-saturday = Субота
weekday-sunday = Неділя
date-day = { $day }{ "\u00A0" }{ $month }
date-weekday = { $weekday }, { $day }{ "\u00A0" }{ $month }
date-year = { $day }{ "\u00A0" }{ $month } { $year }{ "\u00A0" }р.
clock = { $time }
clock-span = з { $from } до { $to }
clock-hour = { $hour }:00
clock-minute = { $hour }:{ $minute }

stand-word = Стенд
stand-away = сьогодні без стенда
local-machine = машинний переклад
local-in-german = німецькою
local-in-english = англійською
local-other-language = іншою мовою

state-phone = На цьому телефоні
state-server = На сервері
state-team = У команди ярмарку
