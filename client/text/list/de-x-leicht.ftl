# Die gemerkten Angebote in Leichter Sprache.

list-empty = Hier ist noch nichts. Tippen Sie bei einem Angebot auf: Merken. Dann ist es hier. Auch ohne Internet.
list-empty-next = Angebote ansehen
list-removed = Das Angebot { $title } ist nicht mehr auf der Liste.
list-removed-note = Das Angebot { $title } ist nicht mehr auf der Liste. Ihre Notiz ist noch da.
list-put-back = Zurück-Holen
list-forget = Notiz löschen
list-gone = Dieses Angebot gibt es nicht mehr.
list-remove = Von der Liste nehmen

list-note = Notiz
list-note-change = Notiz ändern
list-note-done = Fertig
list-note-name = Notiz zu { $title }
list-done = Erledigt
list-show = Zeigen
list-order = Reihen-Folge ändern
list-order-done = Reihen-Folge ist fertig
list-up = Nach oben
list-down = Nach unten

list-said-moved = { $title } ist jetzt auf Platz { $place } von { $of }.
list-said-back = { $title } ist wieder auf der Liste.
list-said-added = { $n ->
    [one] { $n } Angebot ist neu auf der Liste.
   *[other] { $n } Angebote sind neu auf der Liste.
 }
list-said-changed = { $n ->
    [one] Bei { $n } Angebot ist etwas neu.
   *[other] Bei { $n } Angeboten ist etwas neu.
 }
list-said-nothing-new = Das war alles schon auf Ihrer Liste.
list-said-copied = Der Link ist kopiert. Sie können ihn in eine Nachricht einfügen.
list-said-refused = Der Link geht gerade nicht. Zeigen Sie das Bild.

list-give = Liste zeigen
list-give-says = { $n ->
    [one] Die andere Person macht mit der Kamera ein Foto von dem Bild. Dann sieht sie dieses { $n } Angebot.
   *[other] Die andere Person macht mit der Kamera ein Foto von dem Bild. Dann sieht sie diese { $n } Angebote.
 }
list-give-no-notes = Ihre Notizen sieht die Person nicht.
list-qr-name = { $n ->
    [one] Bild mit der Liste: { $n } Angebot
   *[other] Bild mit der Liste: { $n } Angebote
 }
list-qr-too-long = Das ist zu lang für ein Bild.
list-send = Als Link senden
list-copy = Link kopieren
list-print = Drucken
list-shared-title = Angebote vom Markt der Möglichkeiten

list-opened = Eine Liste für Sie
list-opened-says = Eine Person hat Ihnen diese Liste gegeben.
list-opened-ask = { $n ->
    [one] { $n } Angebot ist neu. Soll es auf Ihre Liste?
   *[other] { $n } Angebote sind neu. Sollen sie auf Ihre Liste?
 }
list-opened-known = Das ist alles schon auf Ihrer Liste.
list-opened-accept = Ja, auf meine Liste
list-opened-leave = Zu meiner Liste
list-opened-unknown = { $n ->
    [one] { $n } Angebot gibt es nicht mehr. Oder Ihr Telefon kennt es noch nicht.
   *[other] { $n } Angebote gibt es nicht mehr. Oder Ihr Telefon kennt sie noch nicht.
 }

list-other = Eine Liste für eine andere Person
list-other-offered = Sie helfen einer anderen Person? Dann machen Sie hier eine Liste für sie. Auf diesem Telefon bleibt nichts davon.
list-other-start = Neue Liste anfangen
list-other-start-same = Mit meinen Angeboten anfangen
list-other-says = Das wird nicht gespeichert. Die Liste steht nur in der Adresse von dieser Seite.
list-other-title = Überschrift
list-other-title-hint = Zum Beispiel: Ideen für den Neu-Start. Bitte keinen Namen schreiben. Nicht mehr als { $n } Zeichen.
list-other-search = Angebot suchen
list-other-chosen = Auf der Liste
list-pick = Auf die Liste
list-other-leave = Fertig. Zu meiner Liste

list-show-says = Das geht ohne Internet. Die Kamera liest Name, Telefon und Adresse.
list-show-name = Bild mit Name, Telefon und Adresse
list-show-leave = Zu meiner Liste

list-files = Liste sichern
list-files-say = In einer Datei sind Ihre Liste und Ihre Notizen sicher. Mit der Datei kommen sie auch auf ein anderes Telefon.
list-export = Als Datei sichern
list-import = Datei öffnen
list-file-too-large = Die Datei ist zu groß.
list-file-no-list = Diese Datei ist keine Liste vom Markt. Oder sie ist kaputt. Ihre Liste ist wie vorher.
list-file-newer = Diese Datei ist neuer als diese Seite. Laden Sie zuerst die neue Seite.
list-may-be-cleared = Vielleicht löscht der Browser Ihre Liste. Das passiert, wenn das Telefon voll ist. Oder wenn Sie lange nicht hier waren. Eine Datei oder ein Ausdruck ist sicherer.
list-is-kept = Der Browser behält Ihre Liste. So lange, bis Sie die Liste löschen.

list-paper-phone = Telefon
list-paper-from = Stand vom { $date }
