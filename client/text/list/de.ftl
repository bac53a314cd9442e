# Die gemerkten Angebote: Notizen, Ordnung, Weitergeben, Drucken, Sichern.

list-empty = Der Tisch ist noch leer. Tippen Sie bei einem Angebot auf „Merken“. Dann liegt es hier, auch ohne Netz.
list-empty-next = Angebote ansehen
list-removed = „{ $title }“ ist nicht mehr auf der Liste.
list-removed-note = „{ $title }“ ist nicht mehr auf der Liste. Ihre Notiz dazu ist noch da.
list-put-back = Zurückholen
list-forget = Notiz löschen
list-gone = Dieses Angebot gibt es nicht mehr.
list-remove = Von der Liste nehmen

list-note = Notiz
list-note-change = Notiz ändern
list-note-done = Fertig
list-note-name = Notiz zu { $title }
list-done = Erledigt
list-show = Zeigen
list-order = Reihenfolge ändern
list-order-done = Reihenfolge ist fertig
list-up = Nach oben
list-down = Nach unten

list-said-moved = { $title } ist jetzt auf Platz { $place } von { $of }.
list-said-back = { $title } ist wieder auf der Liste.
list-said-added = { $n ->
    [one] { $n } Angebot ist dazugekommen.
   *[other] { $n } Angebote sind dazugekommen.
 }
list-said-changed = { $n ->
    [one] Bei { $n } Angebot ist etwas dazugekommen.
   *[other] Bei { $n } Angeboten ist etwas dazugekommen.
 }
list-said-nothing-new = Alles davon war schon auf Ihrer Liste.
list-said-copied = Der Link ist kopiert. Fügen Sie ihn in eine Nachricht ein.
list-said-refused = Der Browser gibt den Link nicht heraus. Zeigen Sie stattdessen das Bild.

list-give = Liste zeigen
list-give-says = { $n ->
    [one] Die andere Person scannt das Bild. Dann sieht sie dieses { $n } Angebot.
   *[other] Die andere Person scannt das Bild. Dann sieht sie diese { $n } Angebote.
 }
list-give-no-notes = Ihre Notizen sieht sie nicht.
list-qr-name = { $n ->
    [one] QR-Code mit der Liste: { $n } Angebot
   *[other] QR-Code mit der Liste: { $n } Angebote
 }
list-qr-too-long = Das ist zu lang für ein Bild.
list-send = Als Link senden
list-copy = Link kopieren
list-print = Drucken
list-shared-title = Angebote vom Markt der Möglichkeiten

list-opened = Eine Liste für Sie
list-opened-says = Jemand hat Ihnen diese Liste gegeben.
list-opened-ask = { $n ->
    [one] Soll { $n } neues Angebot auf Ihre eigene Liste?
   *[other] Sollen { $n } neue Angebote auf Ihre eigene Liste?
 }
list-opened-known = Alles davon ist schon auf Ihrer eigenen Liste.
list-opened-accept = Ja, auf meine Liste
list-opened-leave = Zu meiner Liste
list-opened-unknown = { $n ->
    [one] { $n } Angebot gibt es nicht mehr, oder dieses Telefon kennt es noch nicht.
   *[other] { $n } Angebote gibt es nicht mehr, oder dieses Telefon kennt sie noch nicht.
 }

list-other = Eine Liste für jemand anderen
list-other-offered = Sie beraten oder helfen? Stellen Sie Angebote für eine andere Person zusammen. Auf diesem Telefon bleibt davon nichts.
list-other-start = Neue Liste anfangen
list-other-start-same = Mit meinen Angeboten anfangen
list-other-says = Nichts davon wird gespeichert. Die Liste steht nur in der Adresse dieser Seite.
list-other-title = Überschrift
list-other-title-hint = Zum Beispiel: Ideen für den Neustart. Kein Name, keine Adresse. Höchstens { $n } Zeichen.
list-other-search = Angebot suchen
list-other-chosen = Auf der Liste
list-pick = Auf die Liste
list-other-leave = Fertig, zu meiner Liste

list-show-says = Geht ohne Netz: Die Kamera liest Name, Telefon und Adresse.
list-show-name = QR-Code mit Name, Telefon und Adresse
list-show-leave = Zu meiner Liste

list-files = Liste sichern
list-files-say = Eine Datei hebt Ihre Liste und Ihre Notizen auf. Oder sie bringt beides auf ein anderes Telefon.
list-export = Als Datei sichern
list-import = Datei öffnen
list-file-too-large = Diese Datei ist zu groß. Eine Liste ist viel kleiner.
list-file-no-list = Diese Datei ist keine Liste vom Markt, oder sie ist beschädigt. Ihre Liste ist wie vorher.
list-file-newer = Diese Datei kommt von einer neueren Version. Laden Sie erst die neue Version dieser Seite.
list-may-be-cleared = Der Browser darf Ihre Liste löschen, wenn das Telefon voll ist oder Sie lange nicht hier waren. Sicherer ist eine Datei oder ein Ausdruck.
list-is-kept = Der Browser hat zugesagt: Er behält Ihre Liste, bis Sie sie löschen.

list-paper-phone = Tel.
list-paper-from = Stand vom { $date }
