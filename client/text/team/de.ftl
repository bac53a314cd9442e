# Das Programm der Helferinnen und Helfer. Kurze Sätze, „Sie“, immer mit dem nächsten Schritt.

team-skip = Zum Inhalt
team-title = { $page } · Team
team-title-home = Start
team-title-record = Kontakt aufnehmen
team-title-feedback = Meinung aufnehmen
team-title-list = Meine Kontakte
team-title-withdraw = Mit Code zurücknehmen
team-title-hand-in = Abgeben
team-title-hands = Wer hat das Telefon?
team-title-help = Hilfe
team-title-view = Ansicht und Sprache
team-title-not-found = Diese Seite gibt es nicht

team-place = Team
team-tabs = Bereiche
team-tab-home = Start
team-tab-record = Aufnehmen
team-tab-list = Liste
team-tab-hand-in = Abgeben
team-tool-help = Hilfe
team-tool-hands = Das Telefon weitergeben
team-tool-view = Ansicht: hell, dunkel, Sonne
team-to-start = Zum Start
team-not-found-help = Vielleicht ist die Adresse alt. Am Start finden Sie alles.

# Netz und Speicher
team-offline = Kein Netz. Aufnehmen geht weiter.
team-offline-since = Kein Netz seit { $time }. Sie können weiter aufnehmen.
team-offline-here = Noch kein Netz. Sie können trotzdem aufnehmen.
team-online = Verbunden.
team-online-since = Verbunden. Stand: { $time }.
team-connecting = Verbindung wird aufgebaut.
team-sending =
    { $n ->
        [one] Verbunden. Ein Eintrag wird gerade gesendet.
       *[other] Verbunden. { $n } Einträge werden gerade gesendet.
    }
team-sync-now = Jetzt senden
team-signed-out = Dieses Telefon ist nicht mehr angemeldet. Lassen Sie sich eine neue Einladung zeigen. Was Sie aufgenommen haben, bleibt hier.
team-not-stored = Das Telefon konnte gerade nicht speichern. Lassen Sie diese Seite offen. Wir versuchen es weiter.
team-not-stored-full = Der Speicher ist voll. Löschen Sie Bilder oder Apps. Lassen Sie diese Seite offen, dann speichert sie von selbst.
team-almost-full = Der Speicher dieses Telefons ist fast voll.
team-unreadable =
    { $n ->
        [one] Ein Eintrag auf diesem Telefon ist beschädigt. Er bleibt liegen. Zeigen Sie das Telefon dem Organisationsteam.
       *[other] { $n } Einträge auf diesem Telefon sind beschädigt. Sie bleiben liegen. Zeigen Sie das Telefon dem Organisationsteam.
    }
team-may-be-cleared = Dieser Browser kann Daten löschen
team-may-be-cleared-help = Wenn der Speicher knapp wird, räumt der Browser auf. Legen Sie die Seite auf den Startbildschirm. Senden Sie oft.
team-update = Es gibt eine neue Version.
team-update-now = Jetzt laden
team-update-later = Später

# Was dem Programm fehlen kann
team-missing-heading = Hier geht das Aufnehmen nicht
team-missing-in-app = Sie sehen die Seite in einer anderen App. Öffnen Sie sie im Browser: über das Menü, „Im Browser öffnen“.
team-missing-https = Die Seite wurde ohne Schutz geladen. Öffnen Sie die Adresse mit https.
team-missing-old = Der Browser ist zu alt. Nehmen Sie einen anderen oder bringen Sie ihn auf den neuesten Stand.
team-missing-what = Es fehlt: { $what }
team-storage-heading = Das Telefon kann nichts speichern
team-storage-full = Der Speicher ist voll. Löschen Sie Bilder oder Apps und laden Sie die Seite neu.
team-storage-private = Vielleicht ist das ein privates Fenster. Öffnen Sie die Seite in einem normalen Fenster.
team-storage-failed = Laden Sie die Seite neu. Hilft das nicht, starten Sie das Telefon neu. Gelöscht ist nichts.
team-storage-detail = Meldung: { $detail }
team-tab-heading = Das Programm ist schon offen
team-tab-waiting = Es läuft in einem anderen Fenster. Zwei Fenster zugleich würden sich stören.
team-tab-lost = Sie machen jetzt in einem anderen Fenster weiter. Hier ist nichts verloren.
team-tab-take = Hier weiterarbeiten

# Noch niemand angemeldet
team-welcome = Willkommen im Team
team-welcome-lead = Hier nehmen Helferinnen und Helfer Kontakte auf, auch ohne Netz.
team-welcome-volunteer = Sie helfen am Stand?
team-welcome-volunteer-help = Scannen Sie die Einladung, die Ihnen das Organisationsteam zeigt. Oder öffnen Sie den Link daraus.
team-welcome-organiser = Sie organisieren den Markt?
team-sign-in = Anmelden
team-to-desk = Zum Arbeitstisch

# Start
team-hello = Hallo, { $label }
team-market = { $date }.
team-invited-by = Eingeladen von { $name }.
team-where =
    { $n ->
        [0] Noch keine Kontakte
        [one] Wo ist Ihr Kontakt?
       *[other] Wo sind Ihre { $n } Kontakte?
    }
team-phone-means = Gespeichert, aber nur hier. Passen Sie gut auf das Telefon auf.
team-server-means = Sicher. Auch wenn das Telefon verloren geht.
team-organisers-means = Angekommen und geöffnet.
team-tally-heading = Fragen zählen
team-tally = Frage beantwortet
team-tally-hint = Ein Tipp zählt eine. Ohne Kontakt, ohne Namen.
team-tally-undo = Letzte Frage nicht zählen
team-latest = Zuletzt aufgenommen
team-no-contacts = Der Zettelkasten ist noch leer. Tippen Sie auf „Kontakt aufnehmen“.
team-show-all = Alle zeigen
team-record-contact = Kontakt aufnehmen
team-record-feedback = Meinung aufnehmen
team-without-name = Ohne Namen
team-not-saved = Noch nicht gespeichert. Lassen Sie diese Seite offen.
team-refused = Der Server nimmt den Eintrag nicht an. Er bleibt hier. Zeigen Sie das Telefon dem Organisationsteam.
team-edit-on-phone = Eine Änderung daran ist noch nur auf diesem Telefon.
team-list-heading =
    { $n ->
        [one] Ein Kontakt
       *[other] { $n } Kontakte
    }
team-list-initials = Namen und Nummern sind verschlossen. Auf diesem Telefon sehen Sie nur noch Anfangsbuchstaben.

# Angefangen, nicht fertig
team-drafts =
    { $n ->
        [one] Ein angefangener Zettel
       *[other] { $n } angefangene Zettel
    }
team-drafts-help = Nur auf diesem Telefon, verschlossen. Was nicht fertig wird, wird heute Nacht gelöscht.
team-draft-begun = Angefangen um { $time }. Hier weitermachen.
team-draft-finished = Gespeichert. Nur die Quittung wurde noch nicht gezeigt.
team-draft-throw-away = Verwerfen
team-draft-thrown-away = Verworfen.
team-draft-put-back = Zurückholen

# Eigene Kontakte berichtigen und zurücknehmen
team-own-correct = Ist etwas falsch? Was Sie hier schreiben, gilt ab jetzt. Leere Felder bleiben, wie sie waren.
team-own-save = Berichtigen
team-own-corrected = Gespeichert und verschlossen. Das Organisationsteam sieht die Berichtigung.
team-own-withdraw = Zurücknehmen
team-own-withdrawn = Zurückgenommen. Niemand meldet sich.
team-own-withdraw-undo = Doch nicht zurücknehmen
team-withdraw-lead = Möchte jemand alles zurücknehmen? Mit dem Code von der Quittung geht das auf jedem Telefon.
team-withdraw-code = Code von der Quittung
team-withdraw-submit = Zurücknehmen
team-withdraw-short = Der Code hat 16 Buchstaben und Ziffern. Sehen Sie bitte noch einmal nach.
team-withdraw-taken = Angenommen. Sobald es Netz gibt, wird gelöscht.
team-withdraw-waits = Wartet auf Netz.
team-withdraw-unknown = Der Server kennt diesen Code noch nicht. Vielleicht liegt der Kontakt noch auf einem anderen Telefon. Wir versuchen es weiter.
team-withdraw-forget = Nicht weiter versuchen
team-hand-in-withdrawals =
    { $n ->
        [one] Eine Rücknahme ist noch nicht gesendet
       *[other] { $n } Rücknahmen sind noch nicht gesendet
    }

# In wessen Händen das Telefon ist
team-hands-lead = Ein Tipp gibt das Telefon weiter. Angefangenes sieht nur, wer es angefangen hat.
team-hands-first = Wer es angemeldet hat
team-hands-own-name = Wie heißen Sie?
team-hands-other-name = Nimmt noch jemand mit diesem Telefon auf? Wie heißt die Person?
team-hands-name-hint = Nur für dieses Telefon. Wird nie gesendet.
team-hands-keep = Übernehmen
team-pin = PIN
team-pin-means = Die PIN hält jemanden auf, der das Telefon findet. Sie hält niemanden auf, der den Speicher kopiert und untersucht. Namen in fertigen Kontakten sind immer verschlossen, mit und ohne PIN.
team-pin-new = Neue PIN, mindestens 4 Ziffern
team-pin-choose = PIN einrichten
team-pin-remove = PIN entfernen
team-pin-lock = Jetzt sperren
team-pin-idle = Nach 5 Minuten ohne Berührung sperrt sich das Programm von selbst.
team-pin-open = Weiter
team-pin-short = Bitte mindestens 4 Ziffern.
team-pin-wrong = Das ist eine andere PIN. Versuchen Sie es noch einmal.
team-pin-failed = Das Telefon konnte die PIN nicht speichern. Es bleibt, wie es war.
team-pin-checking = Wird geprüft …
team-pin-forgotten = PIN vergessen?
team-pin-forgotten-help = Dann wird gelöscht, was sie schützt: Ihre angefangenen Zettel und die Anfangsbuchstaben in der Liste. Fertige Kontakte bleiben und werden gesendet.
team-pin-forget = Löschen und ohne PIN weiter
team-locked = Gesperrt
team-locked-lead = Was aufgenommen ist, wird weiter gesendet. Zum Weitermachen geben Sie Ihre PIN ein.

# Abgeben
team-hand-in-heading = Fertig für heute?
team-hand-in-lead =
    { $contacts ->
        [one] Aufgenommen haben Sie einen Kontakt
       *[other] Aufgenommen haben Sie { $contacts } Kontakte
    } { $feedback ->
        [one] und eine Meinung. Danke!
       *[other] und { $feedback } Meinungen. Danke!
    }
team-hand-in-table = Wo ist was?
team-hand-in-place = Wo?
team-hand-in-contacts = Kon{ "\u00AD" }takte
team-hand-in-feedback = Mei{ "\u00AD" }nungen
team-hand-in-not-sent =
    { $n ->
        [one] Ein Eintrag ist nur auf diesem Telefon
       *[other] { $n } Einträge sind nur auf diesem Telefon
    }
team-hand-in-offline-help = Es gibt kein Netz. Gehen Sie an einen Ort mit Netz, dann sendet das Telefon von selbst.
team-hand-in-sending-help = Das Telefon sendet gerade. Das dauert einen Moment.
team-hand-in-refused =
    { $n ->
        [one] Der Server nimmt einen Eintrag nicht an
       *[other] Der Server nimmt { $n } Einträge nicht an
    }
team-hand-in-refused-help = Sie bleiben auf diesem Telefon. Zeigen Sie es dem Organisationsteam, bevor Sie gehen.
team-hand-in-retry = Noch einmal senden
team-hand-in-missing =
    { $n ->
        [one] Dieser Kontakt fehlt noch
       *[other] Diese { $n } Kontakte fehlen noch
    }
team-hand-in-done = Ich bin fertig
team-hand-in-anyway = Trotzdem abgeben
team-hand-in-unreadable =
    { $n ->
        [one] Einen Eintrag kann dieses Telefon nicht lesen
       *[other] { $n } Einträge kann dieses Telefon nicht lesen
    }
team-hand-in-unreadable-help = Zeigen Sie das Telefon dem Organisationsteam, bevor Sie gehen. Geben Sie trotzdem ab, sieht es, dass etwas fehlt.
team-hand-in-not-yet = Das geht, sobald alles auf dem Server ist.
team-handed-in = Abgegeben
team-handed-in-at =
    { $n ->
        [one] Um { $time }, mit einem Eintrag. Danke für Ihre Hilfe!
       *[other] Um { $time }, mit { $n } Einträgen. Danke für Ihre Hilfe!
    }

# Ansicht
team-scheme = Farben
team-scheme-system = Wie auf diesem Gerät eingestellt
team-scheme-light = Hell
team-scheme-dark = Dunkel
team-scheme-sun = Sonne: sehr starker Kontrast
team-language = Sprache
team-language-de = Deutsch
team-language-en = English
team-language-ar = العربية

# Hilfe
team-help-network = Was, wenn es kein Netz gibt?
team-help-network-answer = Nehmen Sie einfach weiter auf. Das Telefon sendet von selbst, wenn es Netz hat und diese Seite offen ist.
team-help-consent = Was, wenn jemand „Nein“ sagt?
team-help-consent-answer = Tippen Sie auf „Nein“. Dann wird alles gelöscht. Nur die Erlaubnis ist Pflicht, alles andere kann leer bleiben.
team-help-names = Wer kann die Namen lesen?
team-help-names-answer = Nur das Organisationsteam. Name und Nummer werden auf dem Telefon verschlossen, bevor sie es verlassen.
team-help-wrong = Was, wenn ich mich vertippt habe?
team-help-wrong-answer = Nehmen Sie den Kontakt noch einmal auf und sagen Sie dem Organisationsteam Bescheid. Es führt beide zusammen.
team-help-lost = Was, wenn das Telefon verloren geht?
team-help-lost-answer = Rufen Sie gleich das Organisationsteam an. Es sperrt das Telefon. Was auf dem Server ist, ist sicher.
team-help-end = Was mache ich am Ende?
team-help-end-answer = Gehen Sie auf „Abgeben“. Dort steht, ob alles angekommen ist. Erst dann tippen Sie auf „Ich bin fertig“.

# Einladung annehmen
enrol-heading = Dieses Telefon anmelden
enrol-lead = Danach nehmen Sie mit diesem Telefon Kontakte auf.
enrol-point-offline = Das geht auch ohne Netz. Nur jetzt, beim Anmelden, brauchen Sie kurz Netz.
enrol-point-sealed = Namen und Nummern werden auf dem Telefon verschlossen. Nur das Organisationsteam kann sie öffnen.
enrol-point-key = Das Telefon bekommt einen eigenen Schlüssel. Er verlässt es nie.
enrol-label = Wie heißt dieses Telefon?
enrol-label-hint = Zum Beispiel „Telefon 3“. Das Organisationsteam sieht diesen Namen.
enrol-submit = Anmelden
enrol-working = Wird angemeldet …
enrol-again = Dieses Telefon ist schon angemeldet
enrol-again-help = Als „{ $label }“. Wenn Sie weitermachen, gilt die neue Anmeldung. Was Sie aufgenommen haben, bleibt.
enrol-offline = Kein Netz
enrol-offline-help = Der Server antwortet nicht. Die Einladung bleibt gültig. Gehen Sie dorthin, wo es Netz gibt, und tippen Sie noch einmal.
enrol-expired = Die Einladung ist abgelaufen
enrol-expired-help = Bitten Sie das Organisationsteam um eine neue. Das dauert nur einen Moment.
enrol-used = Die Einladung ist schon benutzt
enrol-used-help = Jede Einladung gilt für ein Telefon. Bitten Sie das Organisationsteam um eine neue.
enrol-unknown = Diese Einladung gibt es nicht
enrol-unknown-help = Vielleicht wurde der Link nicht ganz kopiert. Scannen Sie die Einladung noch einmal.
enrol-other-key = Der Schlüssel passt nicht zur Einladung
enrol-other-key-help = Zur Sicherheit wurde nichts angemeldet. Zeigen Sie das dem Organisationsteam und bitten Sie um eine neue Einladung.
enrol-failed = Das hat nicht geklappt
enrol-failed-help = Der Server hat anders geantwortet als erwartet. Versuchen Sie es in einer Minute noch einmal.

# Kontakt aufnehmen
record-slip = Dieser Kontakt
record-step-wish = Wunsch
record-step-reach = Erreichbar
record-step-language = Sprache
record-step-consent = Erlaubt
record-now = jetzt
record-missing = fehlt noch
record-draft-not-kept = Der Entwurf konnte nicht gespeichert werden. Lassen Sie diese Seite offen, bis Sie fertig sind.
record-draft = Entwurf liegt auf diesem Telefon, verschlossen.
record-cancel = Abbrechen, Entwurf bleibt
record-no-catalog = Die Angebote sind noch nicht auf diesem Telefon. Dafür brauchen Sie einmal Netz.
record-wish = Was wünscht die Person?
record-search = Angebot suchen
record-offers = Zuletzt und oft gewählt
record-nothing-found = Nichts gefunden für „{ $query }“.
record-and-more = { $title } und { $n } mehr
record-matter-question = Nur eine Frage
record-matter-accreditation = Anbieter werden
record-matter-networking = Partner finden
record-reach = Wie erreichen wir die Person?
record-name = Name
record-channels = Weg
record-channel-phone = Anruf
record-channel-email = E-Mail
record-channel-other = Anders
record-by-phone = Anruf, { $number }
record-phone = Telefonnummer
record-email = E-Mail-Adresse
record-other = Wie dann?
record-note-open = Notiz dazu
record-note = Notiz
record-note-hint = Wird auch verschlossen.
record-language = Welche Sprache spricht die Person?
record-language-de = Deutsch
record-language-en = Englisch
record-language-ar = Arabisch
record-language-tr = Türkisch
record-language-ru = Russisch
record-language-uk = Ukrainisch
record-language-pl = Polnisch
record-language-vi = Vietname{ "\u00AD" }sisch
record-consent = Bitte zeigen oder vorlesen
record-consent-own = Auf { $language } zeigen
record-consent-machine = Maschinell übersetzt, noch nicht geprüft.
record-no-consent = Für diesen Markt gibt es noch keinen Text zum Einverständnis. Ohne ihn darf nichts aufgenommen werden. Sprechen Sie das Organisationsteam an.
record-goes-to = Bekommt: { $names }. Gelöscht am { $date }.
record-goes-to-team = Bekommt: das Markt-Team. Gelöscht am { $date }.
record-from-paper = Vom Papier-Zettel abgeschrieben
record-no = Nein
record-yes = Ja
record-yes-no-mean = „Ja“ speichert sofort. „Nein“ löscht alles.
record-saving = Wird gespeichert …
record-declined = Nichts gespeichert
record-declined-help = Der Entwurf ist gelöscht. Danke, dass Sie gefragt haben.
record-failed = Das wurde noch nicht gespeichert
record-failed-key = Der Schlüssel dieses Telefons fehlt. Der Browser hat ihn wohl gelöscht. Bitten Sie um eine neue Einladung. Ihr Text ist noch da.
record-failed-seal = Der Text konnte nicht verschlossen werden. Kürzen Sie die Notiz und versuchen Sie es noch einmal.
record-failed-again = Versuchen Sie es noch einmal. Ihr Text ist noch da.
record-thanks = Danke. Das ist Ihre Quittung.
record-code = Ihr Code
record-qr = QR-Code mit Ihrem Code { $code }
record-saved-phone = Gespeichert. Das Telefon sendet von selbst, wenn es Netz hat.
record-saved-server = Gespeichert und gesendet.
record-fact-about = Worum geht es?
record-fact-question = Eine Frage
record-fact-who = Wer meldet sich?
record-fact-team = Das Markt-Team
record-fact-erased = Wann wird gelöscht?
record-photo = Machen Sie ein Foto davon.
record-photo-why = Mit dem Code können Sie alles zurücknehmen. Er steht nur hier.
record-done = Fertig
record-next = Nächster Kontakt

# Meinung
feedback-heading = Wie war es für Sie?
feedback-lead =
    { $n ->
        [one] Eine Frage. Ohne Namen. Sie können sie leer lassen.
       *[other] { $n } Fragen, 1 Minute. Ohne Namen. Sie können jede Frage leer lassen.
    }
feedback-later = Später
feedback-hand-over = Telefon übergeben
feedback-hand-over-means = Die Person sieht dann nur diese Fragen. Zurück geht es mit Ihrer PIN.
feedback-hand-over-pin = Mit einer PIN können Sie das Telefon gesperrt übergeben.
feedback-give-back = Für das Team: Telefon zurücknehmen
feedback-thanks = Vielen Dank!
feedback-thanks-lead = Geben Sie das Telefon bitte zurück.
feedback-next = Nächste Meinung
