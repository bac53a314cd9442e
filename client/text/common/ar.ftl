# ما يحتاجه البرنامجان: الأوقات والحالات والإطار.

brand-first = سوق الفرص
brand-second = Markt der Möglichkeiten
sheet-close = إغلاق
list-comma = ،

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد
date-day = { $day }{ "\u00A0" }{ $month }
date-weekday = { $weekday } { $day }{ "\u00A0" }{ $month }
date-year = { $day }{ "\u00A0" }{ $month } { $year }
clock = الساعة { $time }
clock-span = من { $from } إلى { $to }
clock-hour = { $hour }
clock-minute = { $hour }:{ $minute }

stand-word = كشك
stand-away = بلا كشك اليوم
local-machine = ترجمة آلية
local-in-german = بالألمانية
local-in-english = بالإنجليزية
local-other-language = لغة أخرى

state-phone = على هذا الهاتف
state-server = على الخادم
state-team = لدى فريق التنظيم
