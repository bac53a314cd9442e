# About the market and this phone: info, language and view, erasing, receipt.

view = Dil ve görünüm
view-colours = Görünüm
view-unreviewed = Henüz kontrol edilmedi:
scheme-phone = Telefondaki gibi
scheme-light = Açık
scheme-dark = Koyu, akşam için
scheme-sun = Güneş: beyaz üstüne siyah, daha büyük
erase-says = Listenizi, görünüm seçiminizi ve kayıtlı bütün sayfaları bu telefondan siler.
erase-button = Bu telefondan her şeyi sil
erase-sure = Gerçekten her şey silinsin mi? Bu geri alınamaz.
erase-confirm = Evet, her şeyi sil
erase-keep = Hayır, kalsın
erase-done = Her şey silindi.

info = Bilgi
info-explained =
    # Bu nedir?

    Fırsatlar Pazarı açık havada kurulan bir pazardır. Burada iş, öğrenme, danışma ve Almanca konusunda size yardım eden insanlarla tanışırsınız.

    # Kimler var?

    Her stantta başka bir kuruluş vardır: okullar, işyerleri, danışma yerleri, girişimler. Danışma masasında JobCenter’ı ve pazar ekibini bulursunuz.

    # Orada ne yapabilirim?

    Bilmek istediğiniz her şeyi sorun. Belgelerinizi gösterin. Sizi kimin aramasını istediğinizi söyleyin. Hiçbir şey imzalamak zorunda değilsiniz.

    # Ücreti ne kadar?

    Ücretsizdir. Kayıt da randevu da gerekmez.
info-offline = Bu sayfayı bir kez açtıysanız internetsiz de çalışır.
info-legal = Verileriniz ve haklarınız
info-privacy = Verilerin korunması
info-stored = Listeniz ve görünüm seçiminiz yalnızca bu telefondadır. Sizi saymıyoruz ve çerez kullanmıyoruz.
info-accessibility = Engelsiz erişim
info-imprint = Künye
info-team = Pazarda siz de çalışıyor musunuz?
info-team-link = Ekip programına git

receipt = Makbuzunuz
receipt-says = Pazarda sizinle iletişime geçilmesini istediniz. Pazar ekibi isteğinizi bu kodla bulur, adınızı söylemeniz gerekmez.
receipt-no-code = Bu adreste kod eksik. Kod makbuzunuzda yazar: her birinde dört karakter olan dört grup.
receipt-needs-script = Kodunuz okunuyor. Bunun için JavaScript açık olmalı.
receipt-withdraw = Artık istemiyor musunuz?
receipt-withdraw-says = O zaman isteğinizi burada geri alın. Kimse sizi aramaz ve bilgileriniz silinir. Neden söylemeniz gerekmez.
receipt-withdraw-now = İsteği geri al
receipt-sure = Gerçekten geri alınsın mı? Bilgileriniz hemen silinir. Bu geri alınamaz.
receipt-confirm = Evet, geri al
receipt-keep = Hayır, kalsın
receipt-sending = Bir saniye, sunucu siliyor.
receipt-withdrawn = Bilgileriniz silindi. Kimse sizi aramayacak.
receipt-unknown = Bu kodla bir şey bulunamadı. Belki her şey silindi. Ya da isteğiniz hâlâ pazar ekibinin telefonunda: O zaman birkaç saat sonra yeniden deneyin.
receipt-away = Sunucu yanıt vermiyor. Henüz hiçbir şey silinmedi. İnternet varken yeniden deneyin.
receipt-again = Yeniden dene
receipt-team = Pazar ekibine nasıl ulaşırsınız?
receipt-erased = Geri almazsanız bilgileriniz pazar gününden { $n } gün sonra kendiliğinden silinir.

erase-unsent = Bir istek henüz gönderilmedi. Silerseniz o da kaybolur.
