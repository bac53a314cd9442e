# Những gì cả hai chương trình cần: giờ giấc, trạng thái, khung.

brand-first = Hội chợ Cơ{ "\u00A0" }hội
brand-second = Markt der Möglichkeiten
sheet-close = Đóng
list-comma = ,

month-1 = tháng 1
month-2 = tháng 2
month-3 = tháng 3
month-4 = tháng 4
month-5 = tháng 5
month-6 = tháng 6
month-7 = tháng 7
month-8 = tháng 8
month-9 = tháng 9
month-10 = tháng 10
month-11 = tháng 11
month-12 = tháng 12
weekday-monday = Thứ Hai
weekday-tuesday = Thứ Ba
weekday-wednesday = Thứ Tư
weekday-thursday = Thứ Năm
weekday-friday = Thứ Sáu
weekday-saturday = Thứ Bảy
weekday-sunday = Chủ nhật
date-day = { $day }{ "\u00A0" }{ $month }
date-weekday = { $weekday }, { $day }{ "\u00A0" }{ $month }
date-year = { $day }{ "\u00A0" }{ $month }, { $year }
clock = { $time }
clock-span = từ { $from } đến { $to }
clock-hour = { $hour }{ "\u00A0" }giờ
clock-minute = { $hour }{ "\u00A0" }giờ{ "\u00A0" }{ $minute }

stand-word = Gian
stand-away = hôm nay không có gian hàng
local-machine = máy dịch
local-in-german = tiếng Đức
local-in-english = tiếng Anh
local-other-language = tiếng khác

state-phone = Trên điện thoại này
state-server = Trên máy chủ
state-team = Ở nhóm tổ chức
