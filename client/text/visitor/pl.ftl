# Strony dla odwiedzających.

skip = Do treści
tabs = Działy
tab-today = Dziś
tab-offers = Oferty
tab-list = Moja lista
tab-info = Info
tab-list-count = { $n ->
    [one] oferta
    [few] oferty
   *[other] ofert
 }
language-own = Polski
language-tool = { language-own }
view-language = Język

title-today = Targ Możliwości: dziś
title-offers = Oferty
title-of = { $page } · Targ Możliwości
description = Targ Możliwości w Pankow w Berlinie: praca, nauka, porady i język niemiecki. Kiedy i gdzie, kto przyjdzie i co tam jest. Działa też bez internetu.
description-offers = { $n ->
    [one] { $n } oferta na Targu Możliwości: praca, nauka, porady i niemiecki. Szukaj, wybieraj, zapisuj. Działa też bez internetu.
    [few] { $n } oferty na Targu Możliwości: praca, nauka, porady i niemiecki. Szukaj, wybieraj, zapisuj. Działa też bez internetu.
   *[other] { $n } ofert na Targu Możliwości: praca, nauka, porady i niemiecki. Szukaj, wybieraj, zapisuj. Działa też bez internetu.
 }

example = Przykład
example-head = Wszystko tutaj to przykład
example-says = Terminy, organizacje i oferty są zmyślone. Pokazują, jak może wyglądać targ.
example-offer = Przykład: ta oferta jest zmyślona
example-provider = Przykład: takiej organizacji nie ma

bar-offline = Brak internetu. Wszystko ważne jest w telefonie.
bar-update = Jest nowa wersja.
bar-update-now = Wczytaj teraz
bar-update-later = Później
bar-not-stored = Przeglądarka teraz nic nie zapisuje. Lista zostanie tylko tak długo, jak ta strona jest otwarta. Proszę zwolnić miejsce w telefonie albo wyjść z trybu prywatnego.

today-sign-today = Targ jest dzisiaj.
today-sign-cancelled = Dzisiejszy targ jest odwołany.
today-sign-next = Następny targ
today-sign-last = W tym roku targów już nie będzie.
today-no-dates = Nie ma jeszcze terminów.
today-come = Proszę po prostu przyjść. To nic nie kosztuje.
today-find = Znajdź oferty
today-who-where = Kto gdzie stoi?
today-tap = Proszę dotknąć numeru.
today-news = Nowe
today-news-since = Nowe od { $time }
today-news-of = Nowe z { $date }
today-about = Temat na dziś
today-about-then = Temat
way = Jak dojść
way-show = Pokaż drogę
way-access = Czy są schody?
way-weather = Gdy pada deszcz
calendar-add = Do kalendarza
calendar-add-all = Wszystkie terminy do kalendarza
calendar-title = Targ Możliwości
dates = Wszystkie terminy { $year }
date-cancelled = Odwołany.
date-today = Dziś
date-past = Już był.
date-extra = Dodatkowy termin

plan = Plan
plan-name = Plan stoisk
plan-hint = { $n ->
    [one] To szkic, nie jest dokładny. { $n } stoisko.
    [few] To szkic, nie jest dokładny. { $n } stoiska.
   *[other] To szkic, nie jest dokładny. { $n } stoisk.
 }
plan-stand = Stoisko { $stand }: { $name }
plan-court = Boisko do koszykówki
plan-entrance = Wejście ↑
plan-path = Główna alejka
plan-meadow = Łąka
stand-number = Stoisko { $stand }

offers-ask = Czego szukasz?
offers-count = { $n ->
    [0] Brak ofert
    [one] { $n } oferta
    [few] { $n } oferty
   *[other] { $n } ofert
 }
offers-count-for = { $n ->
    [0] Nic nie znaleziono: „{ $words }”
    [one] { $n } oferta: „{ $words }”
    [few] { $n } oferty: „{ $words }”
   *[other] { $n } ofert: „{ $words }”
 }
offers-more = { $n ->
    [one] Pokaż jeszcze { $n } ofertę
    [few] Pokaż jeszcze { $n } oferty
   *[other] Pokaż jeszcze { $n } ofert
 }
offers-all = Pokaż wszystkie oferty
search = Szukaj
search-label = Szukaj słowa
search-example = na przykład: opieka
nothing = Proszę spróbować innego słowa albo zapytać w punkcie informacyjnym.
nothing-filtered = Proszę usunąć jeden filtr. Wtedy ofert będzie więcej.
nothing-near = Czy chodziło o „{ $words }”?
nothing-without = Bez „{ $filter }”: { $n }
filter = Filtr
filter-set = wybrany
filter-set-list = Wybrane filtry
filter-remove = Usuń filtr
filter-clear = Usuń wszystkie filtry
filter-show = { $n ->
    [0] Nic nie pasuje
    [one] Pokaż { $n } ofertę
    [few] Pokaż { $n } oferty
   *[other] Pokaż { $n } ofert
 }
filter-kind = Co?
filter-language = W jakim języku?
filter-group = Dla kogo?
filter-access = Jak wejść do środka?
filter-topic = Jaki temat?
filter-district = W jakiej dzielnicy?

save = Zapisz
save-done = Zapisane
save-done-long = Zapisane. Usuń z listy
save-name = Zapisz: { $title }
save-done-name = Zapisane: { $title }

read-aloud = Przeczytaj na głos
read-aloud-stop = Stop

back = Wstecz
back-to-offers = Wróć do ofert
offer-free = bezpłatne
offer-free-long = Bezpłatne dla osób, które dostają pieniądze z JobCenter.
offer-paused = teraz przerwa
offer-start = Początek: { $date }
offer-places = { $n ->
    [one] { $n } miejsce
    [few] { $n } miejsca
   *[other] { $n } miejsc
 }
offer-here-today = Dziś tutaj: stoisko { $stand }
offer-here-then = { $date } tutaj: stoisko { $stand }
offer-for-whom = Dla kogo?
offer-when = Kiedy?
offer-cost = Ile to kosztuje?
offer-bring = Co zabrać ze sobą?
offer-languages = W jakich językach?
offer-access = Czy mogę tam wejść?
offer-apply = Jak się zgłosić
offer-by = Kto to robi?
offer-similar = To też może pasować
checked = Sprawdzone: { $date }
contact-call = Zadzwoń
contact-write = Napisz
contact-website = Strona internetowa
provider-reach = Jak się z nami skontaktować
provider-offers = Co oferujemy

list = Moja lista
list-only-here = Tylko w tym telefonie. Nikt inny jej nie widzi.
list-needs-script = Lista się otwiera. Potrzebny jest do tego JavaScript.

view-tool = Wygląd: jasny, ciemny, słońce
erase = Usuń wszystko
unreviewed = Nikt jeszcze nie sprawdził tego tłumaczenia.
unreviewed-tell = Powiedz nam, jeśli coś jest źle.

not-found = Nie ma takiej strony
not-found-says = Może oferty już nie ma albo w adresie jest błąd.
shell = Tej strony nie ma jeszcze w telefonie
shell-says = Raz potrzebny jest do tego internet. Lista i inne oferty działają też teraz.
shell-list = Do mojej listy

today-sign-until = Teraz otwarte, do { $time }.
today-sign-over = Na dziś targ się skończył.
today-next-is = Następny targ: { $date }, { $hours }.
calendar-subscribe = Subskrybuj kalendarz
calendar-subscribe-says = Gdy termin się zmieni, zmieni się też w Twoim kalendarzu.
checked-long-ago = Minęło ponad { $n } miesięcy. Najpierw zadzwoń.
share-send = Udostępnij
share-copy = Skopiuj link
share-copied = Link jest skopiowany.
offer-show = Pokaż bez sieci
install = Na ekran główny
install-says = Wtedy targ jest o jedno dotknięcie, także bez sieci.
install-by-hand = Dotknij w przeglądarce znaku udostępniania, potem „Do ekranu początkowego”.
install-now = Dodaj teraz
install-later = Nie pytaj więcej

ask-contact = Poproś o kontakt
forms = Napisz do nas
ask-question = Zadaj pytanie
ask-feedback = Powiedz, jak było
ask-provider = Zostań instytucją na targu
ask-requests = Moje prośby
