# Kaydedilen teklifler: notlar, sıra, paylaşma, yazdırma, saklama.

list-empty = Masa henüz boş. Bir teklifte “Kaydet”e dokunun. O zaman burada durur, internetsiz de.
list-empty-next = Tekliflere bak
list-removed = “{ $title }” artık listede değil.
list-removed-note = “{ $title }” artık listede değil. Notunuz hâlâ burada.
list-put-back = Geri al
list-forget = Notu sil
list-gone = Bu teklif artık yok.
list-remove = Listeden çıkar

list-note = Not
list-note-change = Notu değiştir
list-note-done = Tamam
list-note-name = Not: { $title }
list-done = Bitti
list-show = Göster
list-order = Sırayı değiştir
list-order-done = Sıra tamam
list-up = Yukarı
list-down = Aşağı

list-said-moved = { $title } şimdi { $of } içinde { $place }. sırada.
list-said-back = { $title } yeniden listede.
list-said-added = { $n ->
   *[other] { $n } teklif eklendi.
 }
list-said-changed = { $n ->
   *[other] { $n } teklife bir şey eklendi.
 }
list-said-nothing-new = Bunların hepsi zaten listenizdeydi.
list-said-copied = Bağlantı kopyalandı. Bir mesaja yapıştırın.
list-said-refused = Tarayıcı bağlantıyı vermiyor. Bunun yerine resmi gösterin.

list-give = Listeyi göster
list-give-says = { $n ->
   *[other] Karşınızdaki kişi resmi tarar. O zaman bu { $n } teklifi görür.
 }
list-give-no-notes = Notlarınızı görmez.
list-qr-name = { $n ->
   *[other] Listenin QR kodu: { $n } teklif
 }
list-qr-too-long = Bu bir resim için çok uzun.
list-send = Bağlantı olarak gönder
list-copy = Bağlantıyı kopyala
list-print = Yazdır
list-shared-title = Fırsatlar Pazarı’ndan teklifler

list-opened = Sizin için bir liste
list-opened-says = Bu listeyi size biri verdi.
list-opened-ask = { $n ->
   *[other] { $n } yeni teklif kendi listenize eklensin mi?
 }
list-opened-known = Bunların hepsi zaten kendi listenizde.
list-opened-accept = Evet, listeme ekle
list-opened-leave = Listeme git
list-opened-unknown = { $n ->
   *[other] { $n } teklif artık yok ya da bu telefon henüz bilmiyor.
 }

list-other = Başka biri için liste
list-other-offered = Danışmanlık mı yapıyorsunuz, yardım mı ediyorsunuz? Başka biri için teklifler toplayın. Bu telefonda hiçbir şey kalmaz.
list-other-start = Yeni liste başlat
list-other-start-same = Benim tekliflerimle başla
list-other-says = Bunların hiçbiri kaydedilmez. Liste yalnızca bu sayfanın adresindedir.
list-other-title = Başlık
list-other-title-hint = Örneğin: Yeni başlangıç için fikirler. Ad yok, adres yok. En çok { $n } karakter.
list-other-search = Teklif ara
list-other-chosen = Listede
list-pick = Listeye ekle
list-other-leave = Bitti, listeme git

list-show-says = İnternetsiz çalışır: Kamera adı, telefonu ve adresi okur.
list-show-name = Ad, telefon ve adres içeren QR kodu
list-show-leave = Listeme git

list-files = Listeyi sakla
list-files-say = Bir dosya listenizi ve notlarınızı saklar. Ya da ikisini başka bir telefona taşır.
list-export = Dosya olarak kaydet
list-import = Dosya aç
list-file-too-large = Bu dosya çok büyük. Bir liste çok daha küçüktür.
list-file-no-list = Bu dosya pazarın listesi değil ya da bozuk. Listeniz önceki gibi.
list-file-newer = Bu dosya daha yeni bir sürümden. Önce bu sayfanın yeni sürümünü yükleyin.
list-may-be-cleared = Telefon dolarsa ya da uzun süre gelmezseniz tarayıcı listenizi silebilir. Dosya ya da kâğıt daha güvenlidir.
list-is-kept = Tarayıcı söz verdi: Siz silene kadar listenizi saklar.

list-paper-phone = Tel.
list-paper-from = Tarih: { $date }
