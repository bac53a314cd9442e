app-short-name = Hội chợ
picture-today = Hôm nay: khi nào, ở đâu, ai đến
picture-offers = Tìm cơ hội và lưu lại
picture-wide = Hội chợ trên màn hình lớn
