# Der Tisch der Organisation: anmelden, Schlüssel, Kontakte, Auswertung.

## Rahmen
desk-window-title = { $page }: Organisation
desk-brand = Organisation
desk-skip = Zum Inhalt
desk-nav = Arbeitsbereich
desk-nav-season = Saison und Termine
desk-nav-market = Markt am { $day }
desk-nav-contacts = Kontakte
desk-nav-evaluation = Auswertung
desk-nav-team = Aufnehmen
desk-view = Ansicht
desk-signed-in-as = Angemeldet:
desk-sign-out = Abmelden
desk-saved = Alles gesichert
desk-saved-at = Alles gesichert, { $time }
desk-sending = { $n ->
    [one] 1 Änderung wird gesendet
   *[other] { $n } Änderungen werden gesendet
}
desk-fetching = Wird geholt …
desk-connecting = Verbindung wird gesucht …
desk-offline = Kein Netz
desk-offline-waiting = { $n ->
    [one] Kein Netz, 1 Änderung wartet
   *[other] Kein Netz, { $n } Änderungen warten
}
desk-offline-bar = Der Server ist gerade nicht da. Sie sehen, was auf diesem Gerät liegt. Was Sie ändern, geht von selbst hinaus.
desk-try-again = Noch einmal versuchen
desk-storage-failed = Dieser Browser konnte nicht speichern. Machen Sie Platz frei, bevor Sie weiterarbeiten.
desk-stored-unreadable = { $n ->
    [one] 1 gespeichertes Dokument kann hier nicht gelesen werden. Es bleibt, wie es ist. Auf dem Server liegt es noch.
   *[other] { $n } gespeicherte Dokumente können hier nicht gelesen werden. Sie bleiben, wie sie sind. Auf dem Server liegen sie noch.
}
desk-loading = Die Saison wird geholt.
desk-loading-hint = Beim ersten Mal braucht dieses Gerät dafür Netz.
desk-no-season = Noch keine Saison
desk-no-season-hint = Lesen Sie die Termine und Angebote auf dem Server ein: markt import DATEI. Laden Sie diese Seite danach neu.
desk-no-page = Diese Seite gibt es nicht
desk-no-page-hint = Vielleicht ist die Adresse nicht vollständig.
desk-back = Zurück
desk-unknown = nicht angegeben
desk-example = Beispiel
desk-months-short = Jan. Feb. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.
desk-day-short = { $day }. { $month }
desk-moment = { $day }, { $time }
desk-of = { $n } von { $of }
desk-decimal = { $whole },{ $tenths }

## Anmelden und einrichten
desk-sign-in = Anmelden
desk-sign-in-lead = Hier arbeitet das Organisationsteam. Kontakte öffnen Sie danach mit Ihrem Passwort-Satz.
desk-name = Name
desk-password = Passwort
desk-password-again = Passwort noch einmal
desk-sign-in-now = Anmelden
desk-signing-in = Wird geprüft …
desk-sign-in-forgotten = Passwort vergessen? Wer den Server betreibt, kann Ihnen ein neues geben.
desk-sign-in-wrong = Name oder Passwort stimmt nicht
desk-sign-in-wrong-hint = Achten Sie auf Groß- und Kleinschreibung. Was Sie getippt haben, steht noch da.
desk-sign-in-too-many = Zu viele Versuche
desk-sign-in-too-many-hint = { $minutes ->
    [one] Bitte warten Sie 1 Minute. Dann geht es wieder.
   *[other] Bitte warten Sie { $minutes } Minuten. Dann geht es wieder.
}
desk-server-away = Der Server ist nicht da
desk-sign-in-away-hint = Zum Anmelden braucht es Netz. Was Sie getippt haben, steht noch da.
desk-server-failed = Das hat nicht geklappt
desk-server-failed-hint = Beim Server ist etwas schiefgegangen. Versuchen Sie es in einer Minute noch einmal.
desk-session-over = Ihre Anmeldung ist abgelaufen. Melden Sie sich ab und wieder an. Was auf diesem Gerät liegt, bleibt.
desk-no-organiser = Dieser Name gehört nicht zum Organisationsteam
desk-no-organiser-hint = Dieser Bereich ist nur für das Organisationsteam.
desk-set-up = Einrichten
desk-set-up-lead = Sie sind die erste Person im Organisationsteam. Wie heißen Sie hier?
desk-set-up-name-hint = So erscheinen Sie bei den anderen, zum Beispiel mit Vornamen.
desk-set-up-password-hint = Mindestens { $n } Zeichen. Ein Satz ist leichter zu merken als ein Wort.
desk-set-up-now = Einrichten
desk-set-up-used = Dieser Link wurde schon benutzt
desk-set-up-used-hint = Es gibt schon jemanden im Organisationsteam. Melden Sie sich an, oder fragen Sie, wer den Server betreibt.
desk-set-up-unknown = Dieser Link gilt nicht
desk-set-up-unknown-hint = Nehmen Sie den ganzen Link, den der Server beim ersten Start gezeigt hat.
desk-set-up-not-accepted = Das hat der Server nicht angenommen
desk-set-up-not-accepted-hint = Vielleicht ist der Name schon vergeben oder das Passwort zu kurz.
desk-too-short = Das ist noch zu kurz.
desk-not-the-same = Die beiden sind noch nicht gleich.

## Saison
desk-season-summary = { $n ->
    [one] 1 Termin
   *[other] { $n } Termine
}, { $extra ->
    [0] keiner davon extra
    [one] 1 davon extra
   *[other] { $extra } davon extra
}, { $cancelled ->
    [0] keiner fällt aus
    [one] 1 fällt aus
   *[other] { $cancelled } fallen aus
}.
desk-season-line = Alle Wochen der Saison
desk-legend-market = Markt
desk-no-market = kein Markt:
desk-standing-cancelled = Fällt aus
desk-standing-past = Vorbei
desk-standing-closed = Abgeschlossen
desk-standing-today = Heute
desk-standing-confirmed = Bestätigt
desk-standing-planned = Geplant
desk-extra-date = (Extra-Termin)
desk-dates = Termine
desk-dates-region = Termine, seitlich verschiebbar
desk-day = Tag
desk-status = Status
desk-contacts = Kontakte
desk-feedback = Rückmeldungen
desk-handed-in = Abgegeben
desk-focus = Schwerpunkt
desk-no-dates = Diese Saison hat noch keine Termine.
desk-no-dates-hint = Wer den Server betreibt, liest die Saison mit „markt import“ ein.
desk-in-days = { $n ->
    [0] Heute
    [one] Morgen
   *[other] In { $n } Tagen
}
desk-lacks-key = Es gibt noch keinen Schlüssel. Ohne ihn kann niemand Kontakte aufnehmen.
desk-lacks-key-do = Anlegen
desk-lacks-devices = Noch kein Telefon ist angemeldet
desk-lacks-devices-do = Einladen
desk-lacks-hand-ins = { $n ->
    [one] 1 Telefon hat noch nicht abgegeben
   *[other] { $n } Telefone haben noch nicht abgegeben
}
desk-lacks-hand-ins-do = Ansehen
desk-contacts-in = { $n ->
    [one] 1 Kontakt ist da
   *[other] { $n } Kontakte sind da
}
desk-see = Ansehen
desk-to-market = Zum Markt
desk-season-over = Die Saison ist vorbei
desk-season-over-hint = Die Auswertung steht bei jedem Termin.

## Markt
desk-market-title = Markt am { $day }
desk-market-on-its-way = Der Termin ist noch unterwegs zu diesem Gerät. Das dauert nur einen Augenblick.
desk-questions = Fragen gleich geklärt
desk-devices-handed-in = Telefone haben abgegeben
desk-hand-ins = Was ist abgegeben?
desk-hand-ins-region = Abgaben der Telefone, seitlich verschiebbar
desk-device = Telefon
desk-by-visitor = Von der Person selbst gesendet
desk-unknown-device = Unbekanntes Telefon
desk-recorded = Aufgenommen
desk-on-server = Auf dem Server
desk-missing = Fehlt
desk-handed-in-at = Abgegeben am
desk-not-handed-in = noch nicht
desk-handed-in-incomplete = { $moment }, aber es fehlt etwas
desk-missing-sum = { $n ->
    [one] 1 Aufnahme ist noch auf einem Telefon.
   *[other] { $n } Aufnahmen sind noch auf Telefonen.
}
desk-missing-hint = Bitten Sie die Person, die App zu öffnen, wo es Netz gibt. Das Telefon sendet dann von selbst.
desk-nothing-missing = Alles, was die Telefone gemeldet haben, ist auf dem Server.
desk-no-devices = Noch kein Telefon ist angemeldet.
desk-no-devices-hint = Laden Sie Freiwillige mit einem Code ein.
desk-last-contact = Zuletzt verbunden
desk-device-waits = Ein Telefon möchte mitmachen: { $label }
desk-device-waits-help = Auf dem Telefon muss derselbe Code stehen: { $code }. Nur dann bestätigen.
desk-confirm = Bestätigen
desk-refuse = Nicht zulassen
desk-lost-waits = Von einem verlorenen Telefon: { $label }
desk-lost-waits-help = { $n ->
    [one] 1 Eintrag kam erst nach der Sperre. Stammt er vom Markt? Dann übernehmen Sie ihn.
   *[other] { $n } Einträge kamen erst nach der Sperre. Stammen sie vom Markt? Dann übernehmen Sie sie.
}
desk-take = Übernehmen
desk-discard = Verwerfen
desk-retire = Abmelden: Es sendet alles und leert sich
desk-lost = Verloren: sofort sperren
desk-decision-sure = Sicher? Noch einmal tippen
desk-decision-failed = Der Server hat das nicht gehört. Versuchen Sie es noch einmal, wenn Netz da ist.
desk-state-lost = Verloren, gesperrt
desk-state-retired = Abgemeldet
desk-state-waiting = Wartet auf Sie
desk-state-never = Noch nie
desk-storage-unsafe = Der Browser kann den Speicher räumen.
desk-rename = Name des Telefons
desk-rename-now = Umbenennen
desk-closed-at = { $n ->
    [one] Code gezeigt am { $moment }, 1 Eintrag nur dort
   *[other] Code gezeigt am { $moment }, { $n } Einträge nur dort
}
desk-closing = Code eines Telefons ohne Netz
desk-closing-hint = Er steht auf dem Telefon unter „Abgeben“: acht Zeichen.
desk-closing-now = Code merken
desk-closing-wrong = Diesen Code gibt es nicht. Sehen Sie noch einmal auf das Telefon.
desk-closing-unknown = { $n ->
    [one] Dieses Telefon war noch nie verbunden. 1 Eintrag ist nur dort. Nehmen Sie seine Datei an.
   *[other] Dieses Telefon war noch nie verbunden. { $n } Einträge sind nur dort. Nehmen Sie seine Datei an.
}
desk-closing-taken = { $n ->
    [0] { $label }: alles ist gesendet.
    [one] { $label }: 1 Eintrag ist nur dort.
   *[other] { $label }: { $n } Einträge sind nur dort.
}
desk-pass-on = Eine Datei von einem Telefon ohne Netz nehmen Sie hier an. Zweimal schadet nicht.

## Schlüssel
desk-key = Schlüssel
desk-key-asking = Der Server wird gefragt.
desk-key-offline = Ohne Netz können Kontakte nicht geöffnet werden. Alles andere geht.
desk-key-failed = Der Server hat den Schlüssel nicht herausgegeben. Vielleicht ist Ihre Anmeldung abgelaufen: Melden Sie sich ab und wieder an.
desk-key-none = Noch kein Schlüssel
desk-key-none-hint = Namen und Telefonnummern werden auf den Telefonen verschlossen. Nur das Organisationsteam kann sie öffnen. Dafür braucht der Markt einen Schlüssel.
desk-key-create = Schlüssel anlegen
desk-key-create-lead = Der Schlüssel entsteht in diesem Browser. Ihr Passwort-Satz verschließt ihn. Der Server kennt den Satz nicht.
desk-key-create-now = Schlüssel anlegen
desk-key-making = Der Schlüssel entsteht und wird mit Ihrem Satz verschlossen. Das dauert ein paar Sekunden.
desk-key-making-recovery = Ein zweites Schloss für den Notfall wird gemacht. Gleich fertig.
desk-key-storing = Der verschlossene Schlüssel geht zum Server.
desk-key-wrapping = Der Schlüssel wird mit Ihrem Satz verschlossen.
desk-key-finish = Fertig, Schlüssel benutzen
desk-key-locked = Kontakte sind verschlossen
desk-key-locked-hint = Ihr Passwort-Satz öffnet sie in diesem Browser, sonst nirgends.
desk-key-unlock = Öffnen
desk-key-unlocking = Wird geöffnet. Das dauert ein paar Sekunden.
desk-key-wrong = Dieser Satz passt nicht. Es ist nichts verloren. Achten Sie auf Groß- und Kleinschreibung und Leerzeichen.
desk-key-damaged = Dieser Schlüssel ist beschädigt. Öffnen Sie mit dem Notfall-Code.
desk-key-other = Dieser Schlüssel gehört nicht zu dem, den die Telefone benutzen. Öffnen Sie nichts damit, und sprechen Sie mit den anderen im Team.
desk-key-not-named = Der Schlüssel konnte nicht in den Termin geschrieben werden. Versuchen Sie es noch einmal.
desk-key-forgotten = Satz vergessen?
desk-key-unlocked = Kontakte sind geöffnet
desk-key-until = Geöffnet bis { $time }
desk-key-lock = Jetzt schließen
desk-key-fingerprint = Fingerabdruck zeigen
desk-key-fingerprint-hint = Auf jedem Telefon steht derselbe. Ist er anders, nehmen Sie damit nichts auf.
desk-key-no-copy = Sie können diese Kontakte nicht öffnen
desk-key-no-copy-hint = Es gibt keinen Notfall-Code für diesen Schlüssel. Bitten Sie die Person, die ihn angelegt hat.
desk-key-store-offline = Der Server ist nicht da. Der Code bleibt hier stehen. Versuchen Sie es gleich noch einmal.
desk-key-store-taken = Jemand anders hat gerade einen Schlüssel für diesen Markt angelegt. Laden Sie die Seite neu, und öffnen Sie jenen. Der Code hier gilt nicht.
desk-key-store-failed = Der Server hat den Schlüssel nicht angenommen. Versuchen Sie es noch einmal.
desk-passphrase = Passwort-Satz
desk-passphrase-new = Neuer Passwort-Satz
desk-passphrase-new-hint = Mindestens { $n } Zeichen. Gut sind vier Wörter, die nicht zusammengehören.
desk-passphrase-again = Passwort-Satz noch einmal
desk-passphrase-missing = Der Satz ist noch zu kurz, oder die beiden sind nicht gleich.
desk-recovery-sheet = Ihr Notfall-Code
desk-recovery-sheet-hint = Er öffnet die Kontakte vom { $day }, wenn alle Sätze vergessen sind. Er steht nur jetzt hier. Drucken Sie ihn, oder schreiben Sie ihn auf. Legen Sie ihn an einen sicheren Ort.
desk-recovery-sheet-loss = Ohne Satz und ohne Code sind die Kontakte für immer verloren. Niemand kann helfen, auch nicht der Betreiber.
desk-recovery-paper = Notfall-Code
desk-recovery-paper-what = Er öffnet die Kontakte vom { $day }, wenn alle Passwort-Sätze vergessen sind.
desk-recovery-paper-how = Öffnen Sie diese Adresse, melden Sie sich an, gehen Sie zu den Kontakten vom { $day }, und tippen Sie auf „Satz vergessen?“.
desk-recovery-paper-keep = Bewahren Sie dieses Blatt an einem sicheren Ort auf. Wer es hat und sich anmelden kann, öffnet damit die Kontakte.
desk-recovery-qr = Der Notfall-Code für die Kamera
desk-print-sheet = Blatt drucken
desk-recovery-kept = Ich habe den Code gedruckt oder aufgeschrieben.
desk-recovery-not-kept = Drucken Sie den Code zuerst, oder schreiben Sie ihn auf. Dann haken Sie den Satz darüber an.
desk-recovery = Mit dem Notfall-Code öffnen
desk-recovery-hint = Geben Sie den Code vom Blatt ein, und wählen Sie einen neuen Passwort-Satz.
desk-recovery-first = Sie haben noch keinen eigenen Zugang
desk-recovery-first-hint = Lassen Sie sich das Blatt mit dem Notfall-Code geben. Danach öffnen Sie mit Ihrem eigenen Passwort-Satz.
desk-recovery-code = Notfall-Code
desk-recovery-code-hint = 16 Zeichen in vier Gruppen. Groß oder klein ist gleich.
desk-recovery-no-code = Das ist noch kein ganzer Code. Er hat 16 Zeichen.
desk-recovery-wrong = Dieser Code gehört nicht zu diesem Markt. Es ist nichts verloren.
desk-recovery-now = Öffnen und Satz speichern

## Einladen
desk-invite = Telefone einladen
desk-invite-hint = Jede Einladung gilt für ein Telefon.
desk-invite-label = Wie soll das Telefon heißen?
desk-invite-label-hint = Zum Beispiel „Telefon 3“. Sie können es frei lassen.
desk-invite-now = Code zeigen
desk-invite-making = Die Einladung entsteht.
desk-invite-no-key = Legen Sie zuerst den Schlüssel an. Ohne ihn kann das Telefon nichts verschließen.
desk-invite-offline = Der Server ist nicht da. Eine Einladung braucht Netz.
desk-invite-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal.
desk-invite-qr = Code zum Anmelden eines Telefons
desk-invite-for-phone = Für ein Telefon
desk-invite-market = Für den Markt am { $day }
desk-invite-until = Gilt bis { $moment }
desk-invite-expired = Abgelaufen am { $moment }. Machen Sie eine neue.
desk-invite-how = Mit der Kamera des Telefons ansehen und den Link öffnen.
desk-invite-on-paper = Zum Ausdrucken
desk-invite-on-paper-hint = Gilt bis zum Ende des Marktes, ohne Bestätigung. Sonst gilt der Code zehn Minuten, und Sie bestätigen das Telefon.
desk-invite-print = Einladung drucken

## Kontakte
desk-contacts-title = Kontakte vom { $day }
desk-to-contacts = Zu den Kontakten
desk-no-contacts = Noch kein Kontakt ist da.
desk-no-contacts-hint = Kontakte kommen von selbst, sobald ein Telefon Netz hat.
desk-opening = { $n } von { $of } sind geöffnet. Sie können schon arbeiten.
desk-filter = Kontakte filtern
desk-filter-name = Name oder Code von der Quittung
desk-filter-provider = Anbieter
desk-filter-state = Stand
desk-filter-language = Sprache
desk-filter-all = Alle
desk-filter-all-providers = { $n ->
    [one] Alle (1 Anbieter)
   *[other] Alle { $n } Anbieter
}
desk-filter-overdue = Nur überfällige ({ $n })
desk-filter-clear = Filter löschen
desk-nothing-found = Kein Kontakt passt dazu.
desk-nothing-found-locked = Kein Kontakt passt dazu. Namen lassen sich erst finden, wenn die Kontakte geöffnet sind.
desk-duplicates = { $n } Kontakte sind vielleicht doppelt: gleiche Nummer, E-Mail oder gleicher Name.
desk-duplicates-hint = Zwei Menschen können sich ein Telefon teilen. Sehen Sie sich beide an.
desk-compare = Vergleichen
desk-same-phone = gleiche Telefonnummer
desk-same-email = gleiche E-Mail
desk-same-name = gleicher Name
desk-maybe-same = Vielleicht derselbe Mensch
desk-state-new = Neu
desk-state-handed-over = Übergeben
desk-state-reached = Erreicht
desk-state-appointment = Termin
desk-state-started = Angefangen
desk-state-closed = Beendet
desk-state-unreachable = Nicht erreichbar
desk-state-withdrawn = Zurückgezogen
desk-topic-offer = Angebot
desk-topic-question = Frage
desk-topic-accreditation = Zulassung als Träger
desk-topic-networking = Vernetzung
desk-sealed-name = Verschlossen
desk-unreadable-name = Nicht lesbar
desk-without-name = Ohne Namen
desk-wishes-more = { $wish } und { $n } mehr
desk-due-on = Bis { $day }
desk-overdue-hidden = überfällig
desk-overdue-date = Die Frist ist vorbei
desk-overdue-new = Seit { $n } Tagen neu
desk-overdue-unanswered = Keine Antwort seit { $n } Tagen
desk-ticket-problem = Nicht alles kann gelesen werden
desk-moved = { $name }: jetzt { $state }
desk-ended = { $n ->
    [one] 1 beendet, nicht erreichbar oder zurückgezogen
   *[other] { $n } beendet, nicht erreichbar oder zurückgezogen
}
desk-withdrawn-never = Wer zurückgezogen hat, wird nie übergeben.
desk-keys = Tasten:
desk-keys-choose = wählen
desk-keys-shift = Umschalt
desk-keys-move = verschieben
desk-unreadable-sum = { $n ->
    [one] 1 Kontakt kann nicht gelesen werden
   *[other] { $n } Kontakte können nicht gelesen werden
}
desk-unreadable = Dieser Kontakt kann nicht gelesen werden
desk-unreadable-hint = Er wurde vielleicht mit einem anderen Schlüssel verschlossen oder ist beschädigt. Löschen Sie ihn nicht. Fragen Sie die Person am Telefon, das ihn aufgenommen hat: Dort liegt er noch, bis ihn jemand geöffnet hat.

## Ein Kontakt
desk-path = Pfad
desk-no-contact = Diesen Kontakt gibt es hier nicht
desk-no-contact-hint = Vielleicht wurde er gelöscht, oder er ist noch nicht auf diesem Gerät.
desk-parts-unreadable = { $n ->
    [one] 1 Teil kann nicht gelesen werden
   *[other] { $n } Teile können nicht gelesen werden
}
desk-parts-unreadable-hint = Der Rest steht hier vollständig. Es kann eine Notiz oder eine Berichtigung fehlen.
desk-has-problems = Einige Angaben waren unverständlich
desk-has-problems-hint = Sie wurden ausgelassen und bleiben im Dokument. Vielleicht stammen sie aus einer neueren Version der App: Laden Sie die Seite neu.
desk-withdrawn = Zurückgezogen
desk-withdrawn-hint = Diese Person möchte keinen Kontakt mehr. Rufen Sie nicht an, und geben Sie nichts weiter.
desk-person = Wie ist die Person zu erreichen?
desk-not-reachable = Kein Weg
desk-not-reachable-hint = Es steht keine Nummer und keine E-Mail da.
desk-wishes = Wünsche
desk-wish-provider = Kennenlernen
desk-erase = Kontakt löschen
desk-erase-hint = Zum Beispiel, wenn die Person es wünscht. Er verschwindet überall: hier, auf dem Server und auf dem Telefon.
desk-erase-sure = Wirklich für alle löschen? Das geht nicht zurück.
desk-erase-yes = Ja, löschen
desk-erase-no = Nein, behalten
desk-erasing = Einen Moment, der Server löscht.
desk-erase-away = Der Server antwortet nicht. Gelöscht ist noch nichts. Versuchen Sie es mit Netz noch einmal.
desk-erase-refused = Der Server hat nicht gelöscht. Laden Sie die Seite neu und versuchen Sie es noch einmal.
desk-consent = Einwilligung
desk-consent-given = Version { $version }, { $language }, { $given }
desk-given-spoken = vorgelesen
desk-given-read = selbst gelesen
desk-given-written = unterschrieben
desk-no-recipients = An niemanden. Nur das Organisationsteam ruft an.
desk-follow-up = Wie geht es weiter?
desk-follow-up-state = Wo steht es?
desk-due = Bis wann?
desk-due-hint = Danach erscheint der Kontakt als überfällig.
desk-note = Notiz
desk-note-new = Neue Notiz
desk-note-hint = Wird verschlossen wie der Name. Nur das Organisationsteam liest sie.
desk-note-save = Notiz speichern
desk-note-locked = Öffnen Sie zuerst die Kontakte. Was Sie getippt haben, bleibt stehen.
desk-note-empty = Die Notiz ist noch leer.
desk-note-too-long = Die Notiz ist zu lang. Teilen Sie sie auf.
desk-note-saved = Die Notiz ist verschlossen und gespeichert.
desk-state-saved = Der Stand ist gespeichert.
desk-due-saved = Die Frist ist gespeichert.
desk-change-failed = Das ließ sich nicht ändern. Laden Sie die Seite neu, und versuchen Sie es noch einmal.
desk-on-this-device = Auf diesem Gerät
desk-history = Verlauf
desk-someone = jemand im Team
desk-opened-by = Geöffnet
desk-recorded-step = Aufgenommen

## Tabelle
desk-export = Tabelle (CSV)
desk-export-locked = Erst wenn alle Kontakte geöffnet sind.
desk-export-warning = Diese Datei enthält Namen und Telefonnummern
desk-export-warning-hint = Sie liegt danach offen auf diesem Gerät. Geben Sie sie nur weiter, wenn die Menschen eingewilligt haben, und löschen Sie sie, wenn Sie fertig sind. Wer zurückgezogen hat, steht nicht darin.
desk-export-now = Trotzdem speichern
desk-export-saved = { $n ->
    [one] Gespeichert, mit 1 Kontakt.
   *[other] Gespeichert, mit { $n } Kontakten.
}
desk-export-file = kontakte-{ $date }.csv
desk-head-name = Name
desk-head-phone = Telefon
desk-head-email = E-Mail
desk-head-other = Anders erreichbar
desk-head-note = Bemerkung
desk-head-notes = Notizen
desk-head-offers = Angebote
desk-head-providers = Anbieter
desk-head-topic = Thema
desk-head-language = Sprache
desk-head-groups = Zielgruppen
desk-head-state = Stand
desk-head-due = Frist
desk-head-recorded = Aufgenommen
desk-head-device = Aufgenommen mit
desk-head-consent = Einwilligung
desk-head-recipients = Darf weitergegeben werden an
desk-head-erase = Wird gelöscht am
desk-head-id = Nummer

## Auswertung
desk-evaluation-title = Auswertung: { $day }
desk-print-report = Bericht drucken
desk-nothing-to-evaluate = Noch ist nichts da.
desk-nothing-to-evaluate-hint = Nach dem Markt steht hier, was die Menschen gesucht und gesagt haben.
desk-lead = { $n ->
    [0] Niemand wollte Kontakt.
    [one] 1 Mensch wollte Kontakt.
   *[other] { $n } Menschen wollten Kontakt.
} { $started ->
    [0] Noch niemand hat etwas angefangen
    [one] 1 hat etwas angefangen
   *[other] { $started } haben etwas angefangen
}, { $appointments ->
    [0] niemand hat einen Termin.
    [one] 1 hat einen Termin.
   *[other] { $appointments } haben einen Termin.
}
desk-lead-busiest = Die meisten kamen ab { $time }.
desk-wishes-average = Wünsche, im Schnitt { $average } je Mensch
desk-days-to-talk = Tage bis zum ersten Gespräch (Mitte)
desk-bars = Balken
desk-as-table = Als Tabelle
desk-others = Andere
desk-others-small = Einzeln unter { $n }, darum zusammen
desk-by-topic = Worum ging es?
desk-by-hour = Wann kamen die Kontakte?
desk-by-hour-label = Kontakte je Stunde. Die Zahlen stehen in der Tabelle darunter.
desk-hour = Ab
desk-became = Was ist daraus geworden?
desk-became-label = Stand der Kontakte. Die Zahlen stehen in der Tabelle darunter.
desk-ended-label = Zu Ende, ohne Erfolg
desk-by-provider = Zu wem wollten sie?
desk-provider = Anbieter
desk-by-offer = Was wurde gesucht?
desk-offer = Angebot
desk-by-language = In welcher Sprache?
desk-by-group = Wer war da?
desk-no-groups = Niemand hat eine Zielgruppe genannt. Das ist freiwillig.
desk-said = Was haben die Menschen gesagt?
desk-answered-sheets = { $n ->
    [one] 1 Rückmeldung
   *[other] { $n } Rückmeldungen
}
desk-no-feedback = Noch keine Rückmeldung ist da.
desk-no-questions = Diese Saison hat keinen Fragebogen.
desk-answer = Antwort
desk-answers = Antworten
desk-answers-of = { $n ->
    [one] 1 Antwort
   *[other] { $n } Antworten
}
desk-not-answered = Niemand hat darauf geantwortet.
desk-median = In der Mitte liegt { $value }.
desk-yes = Ja
desk-no = Nein
desk-texts-sealed = { $n ->
    [one] 1 Antwort ist verschlossen. Öffnen Sie die Kontakte, um sie zu lesen.
   *[other] { $n } Antworten sind verschlossen. Öffnen Sie die Kontakte, um sie zu lesen.
}
