# Phần chung cho mẫu của nhóm tổ chức và của khách.

record-continue = Tiếp tục
record-hint-phone-short = Số này có lẽ quá ngắn. Bạn vẫn có thể tiếp tục.
record-hint-phone-long = Số này có lẽ quá dài. Bạn vẫn có thể tiếp tục.
record-hint-phone-letters = Trong số có chữ cái. Bạn vẫn có thể tiếp tục.
record-hint-email = Địa chỉ có lẽ chưa đủ. Bạn vẫn có thể tiếp tục.
record-hint-email-space = Trong địa chỉ có khoảng trống. Bạn vẫn có thể tiếp tục.
feedback-progress = Câu { $first } đến { $last } trong { $all } câu
feedback-text-hint = Hãy viết bằng tiếng của bạn. Xin đừng ghi tên ai.
feedback-yes = Có
feedback-no = Không
feedback-back = Quay lại
feedback-finish = Xong
