# Các cơ hội đã lưu: ghi chú, thứ tự, chia sẻ, in, cất giữ.

list-empty = Bàn còn trống. Bấm “Lưu” ở một cơ hội. Nó sẽ nằm ở đây, kể cả khi không có mạng.
list-empty-next = Xem các cơ hội
list-removed = “{ $title }” không còn trong danh sách.
list-removed-note = “{ $title }” không còn trong danh sách. Ghi chú của bạn vẫn còn.
list-put-back = Lấy lại
list-forget = Xóa ghi chú
list-gone = Đề nghị này không còn nữa.
list-remove = Bỏ khỏi danh sách

list-note = Ghi chú
list-note-change = Sửa ghi chú
list-note-done = Xong
list-note-name = Ghi chú cho { $title }
list-done = Đã xong
list-show = Cho xem
list-order = Đổi thứ tự
list-order-done = Thứ tự đã xong
list-up = Lên
list-down = Xuống

list-said-moved = { $title } bây giờ ở vị trí { $place } trong { $of }.
list-said-back = { $title } lại có trong danh sách.
list-said-added = { $n ->
   *[other] Đã thêm { $n } cơ hội.
 }
list-said-changed = { $n ->
   *[other] Đã bổ sung cho { $n } cơ hội.
 }
list-said-nothing-new = Tất cả đã có trong danh sách của bạn.
list-said-copied = Đã sao chép liên kết. Dán vào một tin nhắn.
list-said-refused = Trình duyệt không đưa liên kết ra. Hãy cho xem hình thay vào đó.

list-give = Cho xem danh sách
list-give-says = { $n ->
   *[other] Người kia quét hình. Khi đó họ thấy { $n } cơ hội này.
 }
list-give-no-notes = Họ không thấy ghi chú của bạn.
list-qr-name = { $n ->
   *[other] Mã QR của danh sách: { $n } cơ hội
 }
list-qr-too-long = Quá dài cho một hình.
list-send = Gửi dạng liên kết
list-copy = Sao chép liên kết
list-print = In
list-shared-title = Đề nghị từ Chợ Cơ hội

list-opened = Một danh sách cho bạn
list-opened-says = Có người đã đưa cho bạn danh sách này.
list-opened-ask = { $n ->
   *[other] Thêm { $n } cơ hội mới vào danh sách của bạn?
 }
list-opened-known = Tất cả đã có trong danh sách của bạn.
list-opened-accept = Có, thêm vào danh sách của tôi
list-opened-leave = Đến danh sách của tôi
list-opened-unknown = { $n ->
   *[other] { $n } cơ hội không còn nữa, hoặc điện thoại này chưa biết.
 }

list-other = Một danh sách cho người khác
list-other-offered = Bạn tư vấn hay giúp đỡ? Hãy chọn các cơ hội cho một người khác. Không có gì ở lại trên điện thoại này.
list-other-start = Bắt đầu danh sách mới
list-other-start-same = Bắt đầu với các cơ hội của tôi
list-other-says = Không có gì được lưu. Danh sách chỉ nằm trong địa chỉ của trang này.
list-other-title = Tiêu đề
list-other-title-hint = Ví dụ: Ý tưởng cho khởi đầu mới. Không ghi tên, không ghi địa chỉ. Nhiều nhất { $n } ký tự.
list-other-search = Tìm cơ hội
list-other-chosen = Trong danh sách
list-pick = Vào danh sách
list-other-leave = Xong, đến danh sách của tôi

list-show-says = Không cần mạng: máy ảnh đọc tên, điện thoại và địa chỉ.
list-show-name = Mã QR có tên, điện thoại và địa chỉ
list-show-leave = Đến danh sách của tôi

list-files = Cất giữ danh sách
list-files-say = Một tệp giữ danh sách và ghi chú của bạn. Hoặc mang cả hai sang điện thoại khác.
list-export = Lưu thành tệp
list-import = Mở tệp
list-file-too-large = Tệp này quá lớn. Một danh sách nhỏ hơn nhiều.
list-file-no-list = Tệp này không phải danh sách của chợ, hoặc bị hỏng. Danh sách của bạn vẫn như trước.
list-file-newer = Tệp này từ phiên bản mới hơn. Trước tiên hãy tải phiên bản mới của trang này.
list-may-be-cleared = Trình duyệt có thể xóa danh sách của bạn khi điện thoại đầy hoặc bạn lâu không ghé. Một tệp hay bản in an toàn hơn.
list-is-kept = Trình duyệt đã hứa giữ danh sách cho đến khi bạn xóa.

list-paper-phone = ĐT
list-paper-from = Ngày { $date }
