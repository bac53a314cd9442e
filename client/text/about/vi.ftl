# About the market and this phone: info, language and view, erasing, receipt.

view = Ngôn ngữ và màu
view-colours = Màu
view-unreviewed = Chưa được kiểm tra:
scheme-phone = Như điện thoại
scheme-light = Sáng
scheme-dark = Tối, cho buổi tối
scheme-sun = Nắng: chữ đen nền trắng, to hơn
erase-says = Xóa danh sách, màu đã chọn và mọi trang đã lưu khỏi điện thoại này.
erase-button = Xóa tất cả khỏi điện thoại này
erase-sure = Xóa tất cả thật không? Không lấy lại được.
erase-confirm = Có, xóa tất cả
erase-keep = Không, giữ lại
erase-done = Đã xóa tất cả.

info = Thông tin
info-explained =
    # Đây là gì?

    Hội chợ Cơ hội là một hội chợ ngoài trời. Ở đây bạn gặp những người giúp bạn về việc làm, học tập, tư vấn và tiếng Đức.

    # Có những ai?

    Mỗi gian hàng là một tổ chức khác nhau: trường học, công ty, nơi tư vấn, nhóm sáng kiến. Tại bàn thông tin có JobCenter và nhóm tổ chức hội chợ.

    # Tôi làm gì được ở đó?

    Hãy hỏi mọi điều bạn muốn biết. Hãy đưa giấy tờ của bạn ra xem. Hãy nói ai nên liên lạc với bạn. Bạn không phải ký gì cả.

    # Giá bao nhiêu?

    Miễn phí. Không cần đăng ký, không cần hẹn.
info-offline = Sau khi mở một lần, trang này xem được cả khi không có mạng.
info-legal = Dữ liệu và quyền của bạn
info-privacy = Bảo vệ dữ liệu
info-stored = Danh sách và màu đã chọn chỉ nằm trên điện thoại này. Chúng tôi không đếm bạn và không dùng cookie.
info-accessibility = Không rào cản
info-imprint = Thông tin pháp lý
info-team = Bạn làm việc ở hội chợ?
info-team-link = Đến chương trình của nhóm

receipt = Biên nhận của bạn
receipt-says = Ở hội chợ bạn đã nhờ liên hệ. Với mã này, nhóm tổ chức tìm thấy yêu cầu của bạn mà bạn không cần nói tên.
receipt-no-code = Địa chỉ này thiếu mã. Mã ghi trên biên nhận: bốn nhóm, mỗi nhóm bốn ký tự.
receipt-needs-script = Đang đọc mã. Cần bật JavaScript.
receipt-withdraw = Bạn không muốn nữa?
receipt-withdraw-says = Vậy hãy rút lại yêu cầu ở đây. Sẽ không ai gọi cho bạn, và thông tin của bạn được xóa. Bạn không cần nói lý do.
receipt-withdraw-now = Rút lại yêu cầu
receipt-sure = Rút lại thật không? Thông tin của bạn được xóa ngay. Không lấy lại được.
receipt-confirm = Có, rút lại
receipt-keep = Không, giữ lại
receipt-sending = Chờ một chút, máy chủ đang xóa.
receipt-withdrawn = Thông tin của bạn đã được xóa. Không ai liên lạc với bạn nữa.
receipt-unknown = Không có gì cho mã này. Có thể mọi thứ đã được xóa. Hoặc yêu cầu còn trên điện thoại của nhóm tổ chức: vậy hãy thử lại sau vài giờ.
receipt-away = Máy chủ không trả lời. Chưa xóa gì cả. Hãy thử lại khi có mạng.
receipt-again = Thử lại
receipt-team = Cách liên hệ với nhóm tổ chức
receipt-erased = Nếu không, thông tin của bạn tự động được xóa sau ngày hội chợ { $n } ngày.

erase-unsent = Có một yêu cầu chưa gửi. Nó sẽ mất.
