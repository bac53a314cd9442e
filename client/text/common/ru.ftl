# Что нужно обеим программам: время, состояния, рамка.

brand-first = Ярмарка возможностей
brand-second = Markt der Möglichkeiten
sheet-close = Закрыть
list-comma = ,

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
weekday-monday = Понедельник
weekday-tuesday = Вторник
weekday-wednesday = Среда
weekday-thursday = Четверг
weekday-friday = Пятница
weekday-saturday = Суббота
weekday-sunday = Воскресенье
date-day = { $day }{ "\u00A0" }{ $month }
date-weekday = { $weekday }, { $day }{ "\u00A0" }{ $month }
date-year = { $day }{ "\u00A0" }{ $month } { $year }{ "\u00A0" }г.
clock = { $time }
clock-span = с { $from } до { $to }
clock-hour = { $hour }:00
clock-minute = { $hour }:{ $minute }

stand-word = Стенд
stand-away = сегодня без стенда
local-machine = машинный перевод
local-in-german = на немецком
local-in-english = на английском
local-other-language = на другом языке

state-phone = На этом телефоне
state-server = На сервере
state-team = У команды ярмарки
