# About the market and this phone: info, language and view, erasing, receipt.

view = Język i wygląd
view-colours = Wygląd
view-unreviewed = Jeszcze nie sprawdzono:
scheme-phone = Jak w telefonie
scheme-light = Jasny
scheme-dark = Ciemny, na wieczór
scheme-sun = Słońce: czarne na białym, większe
erase-says = Usuwa z tego telefonu listę, wybrany wygląd i wszystkie zapisane strony.
erase-button = Usuń wszystko z tego telefonu
erase-sure = Na pewno usunąć wszystko? Tego nie da się cofnąć.
erase-confirm = Tak, usuń wszystko
erase-keep = Nie, zostaw
erase-done = Wszystko jest usunięte.

info = Info
info-explained =
    # Co to jest?

    Targ Możliwości to targ na wolnym powietrzu. Tu można spotkać ludzi, którzy pomagają w sprawach pracy, nauki, porad i języka niemieckiego.

    # Kto tam jest?

    Na każdym stoisku jest inna organizacja: szkoły, firmy, poradnie, inicjatywy. W punkcie informacyjnym jest JobCenter i zespół targu.

    # Co mogę tam zrobić?

    Można pytać o wszystko. Można pokazać swoje papiery. Można powiedzieć, kto ma się odezwać. Niczego nie trzeba podpisywać.

    # Ile to kosztuje?

    Nic. Nie trzeba się zgłaszać i nie trzeba mieć terminu.
info-offline = Po pierwszym otwarciu ta strona działa też bez internetu.
info-legal = Twoje dane i twoje prawa
info-privacy = Ochrona danych
info-stored = Lista i wybrany wygląd są tylko w tym telefonie. Nie liczymy odwiedzających i nie używamy plików cookie.
info-accessibility = Bez barier
info-imprint = Nota prawna
info-team = Pracujesz z nami na targu?
info-team-link = Do programu dla zespołu

receipt = Twoje pokwitowanie
receipt-says = Na targu była prośba o kontakt. Z tym kodem zespół targu znajdzie tę prośbę. Nie trzeba podawać nazwiska.
receipt-no-code = W tym adresie brakuje kodu. Jest na pokwitowaniu: cztery grupy po cztery znaki.
receipt-needs-script = Kod się wczytuje. Potrzebny jest do tego JavaScript.
receipt-withdraw = Już tego nie chcesz?
receipt-withdraw-says = Wtedy wycofaj prośbę tutaj. Nikt nie zadzwoni, a twoje dane zostaną usunięte. Nie trzeba podawać powodu.
receipt-withdraw-now = Wycofaj prośbę
receipt-sure = Na pewno wycofać? Twoje dane zostaną od razu usunięte. Tego nie da się cofnąć.
receipt-confirm = Tak, wycofaj
receipt-keep = Nie, zostaw
receipt-sending = Chwileczkę, serwer usuwa.
receipt-withdrawn = Twoje dane są usunięte. Nikt się nie odezwie.
receipt-unknown = Pod tym kodem nic nie ma. Może wszystko jest już usunięte. Albo prośba jest jeszcze w telefonie zespołu: wtedy spróbuj znowu za kilka godzin.
receipt-away = Serwer nie odpowiada. Nic jeszcze nie usunięto. Spróbuj ponownie, gdy będzie internet.
receipt-again = Spróbuj ponownie
receipt-team = Jak skontaktować się z zespołem targu
receipt-erased = { $n ->
    [one] Inaczej twoje dane zostaną usunięte same { $n } dzień po dniu targu.
   *[other] Inaczej twoje dane zostaną usunięte same { $n } dni po dniu targu.
 }

erase-unsent = Jedna prośba nie jest jeszcze wysłana. Przepadnie.
