# Ekibin ve ziyaretçilerin formlarında ortak olanlar.

record-continue = Devam
record-hint-phone-short = Numara belki çok kısa. Yine de devam edebilirsiniz.
record-hint-phone-long = Numara belki çok uzun. Yine de devam edebilirsiniz.
record-hint-phone-letters = Numarada harf var. Yine de devam edebilirsiniz.
record-hint-email = Adres belki eksik. Yine de devam edebilirsiniz.
record-hint-email-space = Adreste boşluk var. Yine de devam edebilirsiniz.
feedback-progress = Soru { $first }–{ $last }, toplam { $all }
feedback-text-hint = Kendi dilinizde yazın. Lütfen isim yazmayın.
feedback-yes = Evet
feedback-no = Hayır
feedback-back = Geri
feedback-finish = Bitti
