# Ziyaretçiler için sayfalar.

skip = İçeriğe geç
tabs = Bölümler
tab-today = Bugün
tab-offers = Teklifler
tab-list = Listem
tab-info = Bilgi
tab-list-count = { $n ->
   *[other] teklif
 }
language-own = Türkçe
language-tool = { language-own }
view-language = Dil

title-today = Fırsatlar Pazarı: Bugün
title-offers = Teklifler
title-of = { $page } · Fırsatlar Pazarı
description = Berlin Pankow’daki Fırsatlar Pazarı: iş, öğrenme, danışma ve Almanca. Ne zaman, nerede, kim geliyor, neler var. İnternetsiz de çalışır.
description-offers = { $n ->
   *[other] Fırsatlar Pazarı’nda { $n } teklif: iş, öğrenme, danışma ve Almanca. Arayın, süzün, kaydedin. İnternetsiz de çalışır.
 }

example = Örnek
example-head = Buradaki her şey örnektir
example-says = Tarihler, kuruluşlar ve teklifler uydurmadır. Pazarın nasıl olabileceğini gösterir.
example-offer = Örnek: Bu teklif uydurmadır
example-provider = Örnek: Bu kuruluş gerçekte yok

bar-offline = İnternet yok. Önemli olan her şey telefonunuzda.
bar-update = Yeni bir sürüm var.
bar-update-now = Şimdi yükle
bar-update-later = Sonra
bar-not-stored = Tarayıcı şu anda hiçbir şey kaydetmiyor. Listeniz yalnızca bu sayfa açıkken kalır. Telefonda yer açın ya da gizli moddan çıkın.

today-sign-today = Pazar bugün.
today-sign-cancelled = Bugünkü pazar iptal.
today-sign-next = Sıradaki pazar
today-sign-last = Bu yılın pazarları bitti.
today-no-dates = Henüz tarih yok.
today-come = Randevusuz gelin. Ücretsizdir.
today-find = Teklif bul
today-who-where = Kim nerede?
today-tap = Bir sayıya dokunun.
today-news = Yeni
today-news-since = Yeni: { $time }
today-news-of = Yeni: { $date }
today-about = Bugünün konusu
today-about-then = Konusu
way = Nasıl gelirsiniz?
way-show = Yolu göster
way-access = Basamaksız mı?
way-weather = Yağmur yağarsa
calendar-add = Takvime ekle
calendar-add-all = Bütün tarihleri takvime ekle
calendar-title = Fırsatlar Pazarı
dates = { $year } yılının bütün tarihleri
date-cancelled = İptal.
date-today = Bugün
date-past = Geçti.
date-extra = Ek tarih

plan = Plan
plan-name = Stantların planı
plan-hint = { $n ->
   *[other] Kaba çizimdir. { $n } stant.
 }
plan-stand = Stant { $stand }: { $name }
plan-court = Basketbol sahası
plan-entrance = Giriş ↑
plan-path = Ana yol
plan-meadow = Çimen
stand-number = Stant { $stand }

offers-ask = Ne arıyorsunuz?
offers-count = { $n ->
    [0] Teklif yok
   *[other] { $n } teklif
 }
offers-count-for = { $n ->
    [0] “{ $words }” için bir şey bulunamadı
   *[other] “{ $words }” için { $n } teklif
 }
offers-more = { $n ->
   *[other] Daha fazla göster: { $n } teklif
 }
offers-all = Bütün teklifleri göster
search = Ara
search-label = Kelime ara
search-example = örneğin: kaynak
nothing = Başka bir kelime deneyin ya da danışma masasına sorun.
nothing-filtered = Bir filtreyi kaldırın. O zaman daha çok teklif çıkar.
nothing-near = “{ $words }” mı demek istediniz?
nothing-without = “{ $filter }” olmadan: { $n }
filter = Filtre
filter-set = seçili
filter-set-list = Seçili filtreler
filter-remove = Filtreyi kaldır
filter-clear = Bütün filtreleri kaldır
filter-show = { $n ->
    [0] Uyan teklif yok
   *[other] { $n } teklifi göster
 }
filter-kind = Ne?
filter-language = Hangi dilde?
filter-group = Kimin için?
filter-access = İçeri nasıl girerim?
filter-topic = Hangi konu?
filter-district = Hangi semtte?

save = Kaydet
save-done = Kayıtlı
save-done-long = Kayıtlı. Listeden çıkar
save-name = Kaydet: { $title }
save-done-name = Kayıtlı: { $title }

read-aloud = Sesli oku
read-aloud-stop = Durdur

back = Geri
back-to-offers = Tekliflere dön
offer-free = ücretsiz
offer-free-long = JobCenter’dan para alıyorsanız ücretsizdir.
offer-paused = şu anda ara verildi
offer-start = Başlangıç: { $date }
offer-places = { $n ->
   *[other] { $n } yer
 }
offer-here-today = Bugün burada: Stant { $stand }
offer-here-then = { $date } günü burada: Stant { $stand }
offer-for-whom = Kimin için?
offer-when = Ne zaman?
offer-cost = Ücreti ne kadar?
offer-bring = Yanınızda ne getirin?
offer-languages = Hangi diller?
offer-access = İçeri girebilir miyim?
offer-apply = Nasıl başvurursunuz?
offer-by = Kim yapıyor?
offer-similar = Bunlar da size uyabilir
checked = Son kontrol: { $date }
contact-call = Ara
contact-write = Yaz
contact-website = İnternet sitesi
provider-reach = Bize nasıl ulaşırsınız?
provider-offers = Tekliflerimiz

list = Listem
list-only-here = Yalnızca bu telefonda. Başka kimse görmez.
list-needs-script = Listeniz açılıyor. Bunun için JavaScript açık olmalı.

view-tool = Görünüm: açık, koyu, güneş
erase = Her şeyi sil
unreviewed = Bu çeviriyi henüz kimse kontrol etmedi.
unreviewed-tell = Yanlış bir şey varsa bize söyleyin.

not-found = Böyle bir sayfa yok
not-found-says = Belki teklif artık yok ya da adres yanlış yazılmış.
shell = Bu sayfa henüz telefonda değil
shell-says = Bunun için bir kez internet gerekir. Listeniz ve diğer teklifler şimdi de açılır.
shell-list = Listeme git

today-sign-until = Şimdi açık, { $time } saatine kadar.
today-sign-over = Bugünkü pazar bitti.
today-next-is = Sıradaki pazar: { $date }, { $hours }.
calendar-subscribe = Takvime abone ol
calendar-subscribe-says = Bir tarih değişirse takviminizde de değişir.
checked-long-ago = Üzerinden { $n } aydan fazla geçti. Önce arayın.
share-send = Paylaş
share-copy = Bağlantıyı kopyala
share-copied = Bağlantı kopyalandı.
offer-show = İnternetsiz göster
install = Ana ekrana ekle
install-says = Böylece pazar tek dokunuş uzağınızda, internetsiz de.
install-by-hand = Tarayıcıda paylaş işaretine, sonra “Ana Ekrana Ekle”ye dokunun.
install-now = Şimdi ekle
install-later = Bir daha sorma

ask-contact = İletişim iste
forms = Bize yazın
ask-question = Soru sor
ask-feedback = Görüş bildir
ask-provider = Kurum olarak katılmak
ask-requests = İsteklerim
