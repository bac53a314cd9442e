# Die Seiten für Besucherinnen und Besucher.

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
language-own = Deutsch
language-tool = { language-own }
view-language = Sprache

title-today = Markt der Möglichkeiten: Heute
title-offers = Angebote
title-of = { $page } · Markt der Möglichkeiten
description = Der Markt der Möglichkeiten in Pankow: Arbeit, Lernen, Rat und Deutsch. Wann und wo, wer kommt und was es gibt. Auch ohne Netz.
description-offers = { $n ->
    [one] { $n } Angebot auf dem Markt der Möglichkeiten: Arbeit, Lernen, Rat und Deutsch. Suchen, filtern, merken. Auch ohne Netz.
   *[other] { $n } Angebote auf dem Markt der Möglichkeiten: Arbeit, Lernen, Rat und Deutsch. Suchen, filtern, merken. Auch ohne Netz.
 }

example = Beispiel
example-head = Alles hier ist ein Beispiel
example-says = Die Termine, Träger und Angebote sind erfunden. Sie zeigen, wie der Markt aussehen kann.
example-offer = Beispiel: Dieses Angebot ist erfunden
example-provider = Beispiel: Diesen Träger gibt es nicht

bar-offline = Kein Netz. Alles Wichtige ist auf Ihrem Telefon.
bar-update = Es gibt eine neue Version.
bar-update-now = Jetzt laden
bar-update-later = Später
bar-not-stored = Der Browser speichert gerade nichts. Ihre Liste bleibt nur, solange diese Seite offen ist. Machen Sie Platz auf dem Telefon oder verlassen Sie den privaten Modus.

today-sign-today = Heute ist Markt.
today-sign-cancelled = Der Markt heute fällt aus.
today-sign-next = Der nächste Markt
today-sign-last = Die Märkte dieses Jahres sind vorbei.
today-sign-until = Jetzt offen, noch bis { $time }.
today-sign-over = Für heute ist der Markt vorbei.
today-next-is = Der nächste Markt: { $date }, { $hours }.
today-no-dates = Es gibt noch keine Termine.
today-come = Kommen Sie einfach vorbei. Es kostet nichts.
today-find = Angebote finden
today-who-where = Wer steht wo?
today-tap = Tippen Sie auf eine Zahl.
today-news = Neu
today-news-since = Neu seit { $time }
today-news-of = Neu am { $date }
today-about = Darum geht es heute
today-about-then = Darum geht es
way = So kommen Sie hin
way-show = Weg zeigen
way-access = Ohne Stufen?
way-weather = Wenn es regnet
calendar-add = In den Kalender
calendar-add-all = Alle Termine in den Kalender
calendar-subscribe = Kalender abonnieren
calendar-subscribe-says = Ändert sich ein Termin, ändert er sich dann auch in Ihrem Kalender.
calendar-title = Markt der Möglichkeiten
dates = Alle Termine { $year }
date-cancelled = Fällt aus.
date-today = Heute
date-past = War schon.
date-extra = Extra-Termin

plan = Plan
plan-name = Plan der Stände
plan-hint = { $n ->
    [one] Skizze, nicht genau. { $n } Stand.
   *[other] Skizze, nicht genau. { $n } Stände.
 }
plan-stand = Stand { $stand }: { $name }
plan-court = Basketball-Platz
plan-entrance = Eingang ↑
plan-path = Hauptweg
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
nothing = Versuchen Sie es mit einem anderen Wort, oder fragen Sie am Infotisch.
nothing-filtered = Nehmen Sie einen Filter weg. Dann gibt es mehr.
nothing-near = Meinten Sie „{ $words }“?
nothing-without = Ohne „{ $filter }“: { $n }
filter = Filter
filter-set = gesetzt
filter-set-list = Gesetzte Filter
filter-remove = Filter entfernen
filter-clear = Alle Filter löschen
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
share-send = Teilen
share-copy = Link kopieren
share-copied = Der Link ist kopiert.

read-aloud = Vorlesen
read-aloud-stop = Stopp

back = Zurück
back-to-offers = Zurück zu den Angeboten
offer-free = kostenlos
offer-free-long = Für Sie nichts, wenn Sie Geld vom JobCenter bekommen.
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
offer-access = Komme ich hinein?
offer-apply = So melden Sie sich an
offer-by = Wer macht das?
offer-similar = Das passt vielleicht auch
offer-show = Ohne Netz zeigen
checked = Zuletzt geprüft: { $date }
checked-long-ago = Das ist über { $n } Monate her. Rufen Sie vorher an.
contact-call = Anrufen
contact-write = Schreiben
contact-website = Zur Webseite
provider-reach = So erreichen Sie uns
provider-offers = Das bieten wir an

list = Meine Liste
list-only-here = Nur auf diesem Telefon. Niemand sonst sieht sie.
list-needs-script = Ihre Liste wird geöffnet. Dafür muss JavaScript eingeschaltet sein.

view-tool = Ansicht: hell, dunkel, Sonne
erase = Alles löschen
install = Auf den Startbildschirm
install-says = Dann ist der Markt nur einen Tipp entfernt, auch ohne Netz.
install-by-hand = Tippen Sie im Browser auf das Zeichen zum Teilen, dann auf „Zum Home-Bildschirm“.
install-now = Jetzt hinzufügen
install-later = Nicht mehr fragen

unreviewed = Diese Übersetzung hat noch niemand geprüft.
unreviewed-tell = Sagen Sie uns, wenn etwas falsch ist.

not-found = Diese Seite gibt es nicht
not-found-says = Vielleicht ist das Angebot nicht mehr da, oder die Adresse ist falsch geschrieben.
shell = Diese Seite ist noch nicht auf dem Telefon
shell-says = Dafür brauchen wir einmal Netz. Ihre Liste und die anderen Angebote gehen auch jetzt.
shell-list = Zu meiner Liste

ask-contact = Um Kontakt bitten
forms = Schreiben Sie uns
ask-question = Frage stellen
ask-feedback = Rückmeldung geben
ask-provider = Träger werden
ask-requests = Meine Anfragen
