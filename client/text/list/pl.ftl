# Zapisane oferty: notatki, kolejność, przekazywanie, drukowanie, przechowywanie.

list-empty = Stół jest jeszcze pusty. Dotknij „Zapisz” przy ofercie. Wtedy leży tutaj, także bez sieci.
list-empty-next = Zobacz oferty
list-removed = „{ $title }” nie ma już na liście.
list-removed-note = „{ $title }” nie ma już na liście. Notatka jest nadal.
list-put-back = Przywróć
list-forget = Usuń notatkę
list-gone = Tej oferty już nie ma.
list-remove = Usuń z listy

list-note = Notatka
list-note-change = Zmień notatkę
list-note-done = Gotowe
list-note-name = Notatka: { $title }
list-done = Załatwione
list-show = Pokaż
list-order = Zmień kolejność
list-order-done = Kolejność gotowa
list-up = W górę
list-down = W dół

list-said-moved = { $title }: teraz miejsce { $place } z { $of }.
list-said-back = { $title } jest znów na liście.
list-said-added = { $n ->
    [one] Dodano { $n } ofertę.
    [few] Dodano { $n } oferty.
   *[other] Dodano { $n } ofert.
 }
list-said-changed = { $n ->
    [one] Uzupełniono { $n } ofertę.
    [few] Uzupełniono { $n } oferty.
   *[other] Uzupełniono { $n } ofert.
 }
list-said-nothing-new = Wszystko to było już na liście.
list-said-copied = Link jest skopiowany. Wklej go do wiadomości.
list-said-refused = Przeglądarka nie wydaje linku. Pokaż zamiast tego obrazek.

list-give = Pokaż listę
list-give-says = { $n ->
    [one] Druga osoba skanuje obrazek i widzi tę { $n } ofertę.
    [few] Druga osoba skanuje obrazek i widzi te { $n } oferty.
   *[other] Druga osoba skanuje obrazek i widzi te { $n } ofert.
 }
list-give-no-notes = Twoich notatek nie widzi.
list-qr-name = { $n ->
    [one] Kod QR listy: { $n } oferta
    [few] Kod QR listy: { $n } oferty
   *[other] Kod QR listy: { $n } ofert
 }
list-qr-too-long = To za długie na obrazek.
list-send = Wyślij jako link
list-copy = Skopiuj link
list-print = Drukuj
list-shared-title = Oferty z Targu Możliwości

list-opened = Lista dla Ciebie
list-opened-says = Ktoś dał Ci tę listę.
list-opened-ask = { $n ->
    [one] Dodać { $n } nową ofertę do Twojej listy?
    [few] Dodać { $n } nowe oferty do Twojej listy?
   *[other] Dodać { $n } nowych ofert do Twojej listy?
 }
list-opened-known = Wszystko to jest już na Twojej liście.
list-opened-accept = Tak, na moją listę
list-opened-leave = Do mojej listy
list-opened-unknown = { $n ->
    [one] { $n } oferty już nie ma albo ten telefon jeszcze jej nie zna.
    [few] { $n } ofert już nie ma albo ten telefon jeszcze ich nie zna.
   *[other] { $n } ofert już nie ma albo ten telefon jeszcze ich nie zna.
 }

list-other = Lista dla kogoś innego
list-other-offered = Doradzasz albo pomagasz? Zbierz oferty dla innej osoby. Na tym telefonie nic z tego nie zostaje.
list-other-start = Zacznij nową listę
list-other-start-same = Zacznij od moich ofert
list-other-says = Nic z tego nie jest zapisywane. Lista jest tylko w adresie tej strony.
list-other-title = Nagłówek
list-other-title-hint = Na przykład: pomysły na nowy początek. Bez nazwiska i adresu. Najwyżej { $n } znaków.
list-other-search = Szukaj oferty
list-other-chosen = Na liście
list-pick = Na listę
list-other-leave = Gotowe, do mojej listy

list-show-says = Działa bez sieci: aparat odczytuje nazwę, telefon i adres.
list-show-name = Kod QR z nazwą, telefonem i adresem
list-show-leave = Do mojej listy

list-files = Zabezpiecz listę
list-files-say = Plik przechowuje listę i notatki. Albo przenosi jedno i drugie na inny telefon.
list-export = Zapisz jako plik
list-import = Otwórz plik
list-file-too-large = Ten plik jest za duży. Lista jest dużo mniejsza.
list-file-no-list = Ten plik nie jest listą z targu albo jest uszkodzony. Twoja lista jest taka jak przedtem.
list-file-newer = Ten plik pochodzi z nowszej wersji. Najpierw wczytaj nową wersję tej strony.
list-may-be-cleared = Przeglądarka może usunąć listę, gdy telefon jest pełny albo długo Cię tu nie było. Pewniejszy jest plik lub wydruk.
list-is-kept = Przeglądarka obiecała: zachowa listę, dopóki jej nie usuniesz.

list-paper-phone = Tel.
list-paper-from = Stan z { $date }
