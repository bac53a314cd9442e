app-short-name = Pazar
picture-today = Bugün: ne zaman, nerede, kim
picture-offers = Teklifleri ara ve kaydet
picture-wide = Pazar büyük ekranda
