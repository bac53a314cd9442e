# Các trang cho khách tham quan.

skip = Đến nội dung
tabs = Các mục
tab-today = Hôm nay
tab-offers = Cơ hội
tab-list = Danh sách
tab-info = Thông tin
tab-list-count = { $n ->
   *[other] mục
 }
language-own = Tiếng Việt
language-tool = { language-own }
view-language = Ngôn ngữ

title-today = Hội chợ Cơ hội: hôm nay
title-offers = Cơ hội
title-of = { $page } · Hội chợ Cơ hội
description = Hội chợ Cơ hội ở Pankow, Berlin: việc làm, học tập, tư vấn và tiếng Đức. Khi nào, ở đâu, ai đến và có những gì. Xem được cả khi không có mạng.
description-offers = { $n ->
   *[other] { $n } cơ hội tại Hội chợ Cơ hội: việc làm, học tập, tư vấn và tiếng Đức. Tìm, lọc, lưu lại. Xem được cả khi không có mạng.
 }

example = Ví dụ
example-head = Mọi thứ ở đây là ví dụ
example-says = Ngày, tổ chức và các cơ hội đều được đặt ra. Chúng cho thấy hội chợ có thể như thế nào.
example-offer = Ví dụ: cơ hội này được đặt ra
example-provider = Ví dụ: không có tổ chức này

bar-offline = Không có mạng. Những gì quan trọng đã có trên điện thoại.
bar-update = Có phiên bản mới.
bar-update-now = Tải ngay
bar-update-later = Để sau
bar-not-stored = Trình duyệt hiện không lưu được gì. Danh sách chỉ còn khi trang này đang mở. Hãy xóa bớt trên điện thoại hoặc thoát chế độ riêng tư.

today-sign-today = Hôm nay có hội chợ.
today-sign-cancelled = Hội chợ hôm nay bị hủy.
today-sign-next = Hội chợ tiếp theo
today-sign-last = Các hội chợ năm nay đã kết thúc.
today-no-dates = Chưa có ngày nào.
today-come = Cứ đến, không cần hẹn. Miễn phí.
today-find = Tìm cơ hội
today-who-where = Ai ở đâu?
today-tap = Chạm vào một số.
today-news = Mới
today-news-since = Mới từ { $time }
today-news-of = Mới ngày { $date }
today-about = Chủ đề hôm nay
today-about-then = Chủ đề
way = Đường đến
way-show = Xem đường đi
way-access = Có bậc thang không?
way-weather = Nếu trời mưa
calendar-add = Thêm vào lịch
calendar-add-all = Thêm tất cả các ngày vào lịch
calendar-title = Hội chợ Cơ hội
dates = Tất cả các ngày năm { $year }
date-cancelled = Bị hủy.
date-today = Hôm nay
date-past = Đã qua.
date-extra = Ngày thêm

plan = Sơ đồ
plan-name = Sơ đồ các gian hàng
plan-hint = { $n ->
   *[other] Bản phác, không chính xác. { $n } gian hàng.
 }
plan-stand = Gian { $stand }: { $name }
plan-court = Sân bóng rổ
plan-entrance = Lối vào ↑
plan-path = Đường chính
plan-meadow = Bãi cỏ
stand-number = Gian { $stand }

offers-ask = Bạn tìm gì?
offers-count = { $n ->
    [0] Không có cơ hội nào
   *[other] { $n } cơ hội
 }
offers-count-for = { $n ->
    [0] Không tìm thấy gì cho “{ $words }”
   *[other] { $n } cơ hội cho “{ $words }”
 }
offers-more = { $n ->
   *[other] Xem thêm { $n } cơ hội
 }
offers-all = Xem tất cả cơ hội
search = Tìm
search-label = Tìm từ
search-example = ví dụ: hàn
nothing = Hãy thử một từ khác, hoặc hỏi tại bàn thông tin.
nothing-filtered = Hãy bỏ bớt một bộ lọc. Khi đó sẽ có nhiều hơn.
nothing-near = Có phải bạn muốn tìm “{ $words }”?
nothing-without = Không có “{ $filter }”: { $n }
filter = Bộ lọc
filter-set = đã chọn
filter-set-list = Bộ lọc đã chọn
filter-remove = Bỏ bộ lọc
filter-clear = Bỏ tất cả bộ lọc
filter-show = { $n ->
    [0] Không có cơ hội phù hợp
   *[other] Xem { $n } cơ hội
 }
filter-kind = Gì?
filter-language = Bằng tiếng nào?
filter-group = Cho ai?
filter-access = Vào bằng cách nào?
filter-topic = Chủ đề nào?
filter-district = Ở quận nào?

save = Lưu
save-done = Đã lưu
save-done-long = Đã lưu. Bỏ khỏi danh sách
save-name = Lưu: { $title }
save-done-name = Đã lưu: { $title }

read-aloud = Đọc to
read-aloud-stop = Dừng

back = Quay lại
back-to-offers = Quay lại các cơ hội
offer-free = miễn phí
offer-free-long = Miễn phí nếu bạn nhận tiền từ JobCenter.
offer-paused = đang tạm nghỉ
offer-start = Bắt đầu: { $date }
offer-places = { $n ->
   *[other] { $n } chỗ
 }
offer-here-today = Hôm nay ở đây: gian { $stand }
offer-here-then = Ngày { $date } ở đây: gian { $stand }
offer-for-whom = Cho ai?
offer-when = Khi nào?
offer-cost = Giá bao nhiêu?
offer-bring = Mang theo gì?
offer-languages = Những tiếng nào?
offer-access = Tôi có vào được không?
offer-apply = Cách đăng ký
offer-by = Ai tổ chức?
offer-similar = Có thể cũng hợp với bạn
checked = Kiểm tra lần cuối: { $date }
contact-call = Gọi điện
contact-write = Viết thư
contact-website = Trang web
provider-reach = Cách liên hệ với chúng tôi
provider-offers = Chúng tôi có gì

list = Danh sách của tôi
list-only-here = Chỉ trên điện thoại này. Không ai khác thấy.
list-needs-script = Danh sách đang mở. Cần bật JavaScript.

view-tool = Màu: sáng, tối, nắng
erase = Xóa tất cả
unreviewed = Chưa có ai kiểm tra bản dịch này.
unreviewed-tell = Hãy cho chúng tôi biết nếu có gì sai.

not-found = Không có trang này
not-found-says = Có thể cơ hội này không còn nữa, hoặc địa chỉ viết sai.
shell = Trang này chưa có trên điện thoại
shell-says = Cần có mạng một lần. Danh sách và các cơ hội khác vẫn xem được ngay.
shell-list = Đến danh sách của tôi

today-sign-until = Đang mở cửa, đến { $time }.
today-sign-over = Phiên chợ hôm nay đã kết thúc.
today-next-is = Phiên chợ tới: { $date }, { $hours }.
calendar-subscribe = Đăng ký lịch
calendar-subscribe-says = Nếu ngày thay đổi, lịch của bạn cũng thay đổi.
checked-long-ago = Đã hơn { $n } tháng. Hãy gọi điện trước.
share-send = Chia sẻ
share-copy = Sao chép liên kết
share-copied = Đã sao chép liên kết.
offer-show = Cho xem không cần mạng
install = Lên màn hình chính
install-says = Khi đó chợ chỉ cách một lần chạm, kể cả khi không có mạng.
install-by-hand = Trong trình duyệt, bấm dấu chia sẻ, rồi “Thêm vào MH chính”.
install-now = Thêm ngay
install-later = Đừng hỏi nữa

ask-contact = Nhờ liên hệ
forms = Viết cho chúng tôi
ask-question = Đặt câu hỏi
ask-feedback = Góp ý
ask-provider = Trở thành đơn vị tham gia
ask-requests = Yêu cầu của tôi
