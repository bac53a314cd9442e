# Die Seiten für Besucherinnen und Besucher, einfach geschrieben.

skip = Zum Inhalt
tabs = Bereiche
tab-today = Heute
tab-offers = Angebote
tab-list = Meine Liste
tab-info = Infos
tab-list-count = { $n ->
    [one] Angebot
   *[other] Angebote
 }
language-own = Einfaches Deutsch
# Oben auf jeder Seite, wo wenig Platz ist.
language-tool = Einfach
view-language = Sprache

title-today = Markt der Möglichkeiten: Heute
title-offers = Angebote
title-of = { $page } · Markt der Möglichkeiten
description = Der Markt der Möglichkeiten ist in Pankow. Es gibt Hilfe: bei Arbeit, Lernen, Fragen und Deutsch. Einfach geschrieben. Geht auch ohne Internet.
description-offers = { $n ->
    [one] { $n } Angebot auf dem Markt der Möglichkeiten. Einfach geschrieben. Geht auch ohne Internet.
   *[other] { $n } Angebote auf dem Markt der Möglichkeiten. Einfach geschrieben. Geht auch ohne Internet.
 }

example = Beispiel
example-head = Alles hier ist ein Beispiel
example-says = Die Tage sind erfunden. Die Angebote sind erfunden. Sie sehen hier: So kann der Markt sein.
example-offer = Beispiel: Das Angebot ist erfunden
example-provider = Beispiel: Diese Gruppe ist erfunden

bar-offline = Kein Internet. Das Wichtige ist auf Ihrem Handy.
bar-update = Es gibt eine neue Version.
bar-update-now = Jetzt laden
bar-update-later = Später
bar-not-stored = Ihr Handy speichert nichts. Die Liste ist weg, wenn Sie die Seite schließen. Löschen Sie etwas auf dem Handy. Oder schließen Sie den privaten Modus.

today-sign-today = Heute ist Markt.
today-sign-cancelled = Heute ist kein Markt.
today-sign-next = Der nächste Markt
today-sign-last = Der Markt ist für dieses Jahr vorbei.
today-no-dates = Es gibt noch keine Tage.
today-come = Kommen Sie einfach. Es kostet nichts.
today-find = Angebote finden
today-who-where = Wer ist wo?
today-tap = Tippen Sie auf eine Zahl.
today-news = Neu
today-news-since = Neu seit { $time }
today-news-of = Neu am { $date }
today-about = Darum geht es heute
today-about-then = Darum geht es
way = So kommen Sie hin
way-show = Weg zeigen
way-access = Gibt es Stufen?
way-weather = Und bei Regen?
calendar-add = In den Kalender
calendar-add-all = Alle Tage in den Kalender
calendar-title = Markt der Möglichkeiten
dates = Alle Markt-Tage { $year }
date-cancelled = Kein Markt.
date-today = Heute
date-past = War schon.
date-extra = Extra-Tag

plan = Plan
plan-name = Plan von den Ständen
plan-hint = { $n ->
    [one] Der Plan ist nicht genau. { $n } Stand.
   *[other] Der Plan ist nicht genau. { $n } Stände.
 }
plan-stand = Stand { $stand }: { $name }
plan-court = Basketball-Platz
plan-entrance = Eingang ↑
plan-path = Haupt-Weg
plan-meadow = Wiese
stand-number = Stand { $stand }

offers-ask = Was suchen Sie?
offers-count = { $n ->
    [0] Kein Angebot
    [one] { $n } Angebot
   *[other] { $n } Angebote
 }
offers-count-for = { $n ->
    [0] Nichts gefunden für „{ $words }“
    [one] { $n } Angebot für „{ $words }“
   *[other] { $n } Angebote für „{ $words }“
 }
offers-more = { $n ->
    [one] Mehr zeigen: { $n } Angebot
   *[other] Mehr zeigen: { $n } Angebote
 }
offers-all = Alle Angebote zeigen
search = Suchen
search-label = Wort suchen
search-example = zum Beispiel: kochen
nothing = Suchen Sie ein anderes Wort. Oder fragen Sie am Info-Tisch.
nothing-filtered = Nehmen Sie einen Filter weg. Dann sehen Sie mehr.
nothing-near = Meinen Sie „{ $words }“?
nothing-without = Ohne „{ $filter }“: { $n }
filter = Filter
filter-set = an
filter-set-list = Diese Filter sind an
filter-remove = Filter wegnehmen
filter-clear = Alle Filter wegnehmen
filter-show = { $n ->
    [0] Kein Angebot passt
    [one] { $n } Angebot zeigen
   *[other] { $n } Angebote zeigen
 }
filter-kind = Was?
filter-language = In welcher Sprache?
filter-group = Für wen?
filter-access = Wie komme ich hinein?
filter-topic = Welches Thema?
filter-district = In welchem Bezirk?

save = Merken
save-done = Gemerkt
save-done-long = Gemerkt. Von der Liste nehmen
save-name = { $title } merken
save-done-name = { $title } ist gemerkt

read-aloud = Vorlesen
read-aloud-stop = Stopp

back = Zurück
back-to-offers = Zurück zu den Angeboten
offer-free = kostet nichts
offer-free-long = Bekommen Sie Geld vom JobCenter? Dann kostet es nichts.
offer-paused = macht gerade Pause
offer-start = Start: { $date }
offer-places = { $n ->
    [one] { $n } Platz
   *[other] { $n } Plätze
 }
offer-here-today = Heute hier: Stand { $stand }
offer-here-then = Am { $date } hier: Stand { $stand }
offer-for-whom = Für wen?
offer-when = Wann?
offer-cost = Was kostet es?
offer-bring = Was bringen Sie mit?
offer-languages = Welche Sprachen?
offer-access = Wie komme ich hinein?
offer-apply = So melden Sie sich an
offer-by = Wer macht das?
offer-similar = Das passt vielleicht auch
checked = Zuletzt geprüft: { $date }
contact-call = Anrufen
contact-write = Schreiben
contact-website = Zur Internet-Seite
provider-reach = So erreichen Sie uns
provider-offers = Das machen wir

list = Meine Liste
list-only-here = Die Liste ist nur auf diesem Handy. Nur Sie sehen die Liste.
list-needs-script = Ihre Liste kommt gleich. Sie brauchen dafür JavaScript. Das ist eine Einstellung in Ihrem Browser.

view-tool = Farben: hell, dunkel, Sonne
erase = Alles löschen
unreviewed = Einfach geschrieben. Noch nicht geprüft.
unreviewed-tell = Ist etwas falsch? Sagen Sie es uns.

not-found = Diese Seite gibt es nicht
not-found-says = Vielleicht ist das Angebot weg. Vielleicht ist die Adresse falsch.
shell = Diese Seite ist noch nicht auf dem Handy
shell-says = Dafür brauchen Sie einmal Internet. Ihre Liste geht auch jetzt. Die anderen Angebote gehen auch.
shell-list = Zu meiner Liste

today-sign-until = Der Markt ist jetzt offen. Bis { $time }.
today-sign-over = Der Markt ist für heute vorbei.
today-next-is = Der nächste Markt ist am { $date }, { $hours }.
calendar-subscribe = Kalender abonnieren
calendar-subscribe-says = Das heißt: Ihr Kalender ändert die Termine selbst.
checked-long-ago = Das ist mehr als { $n } Monate her. Bitte rufen Sie vorher an.
share-send = Teilen
share-copy = Link kopieren
share-copied = Der Link ist kopiert.
offer-show = Ohne Internet zeigen
install = Auf den Start-Bildschirm
install-says = Dann kommen Sie mit einem Tipp zum Markt. Auch ohne Internet.
install-by-hand = Tippen Sie im Browser auf das Zeichen für Teilen. Dann tippen Sie auf: Zum Home-Bildschirm.
install-now = Jetzt hinzufügen
install-later = Nicht mehr fragen

ask-contact = Um Kontakt bitten
forms = Schreiben Sie uns
ask-question = Eine Frage stellen
ask-feedback = Ihre Meinung sagen
ask-provider = Träger werden
ask-requests = Meine Anfragen
