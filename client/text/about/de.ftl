# Über den Markt und dieses Telefon: Infos, Sprache und Ansicht, Löschen, Quittung.

view = Sprache und Ansicht
view-colours = Ansicht
view-unreviewed = Noch nicht geprüft:
scheme-phone = Wie das Telefon
scheme-light = Hell
scheme-dark = Dunkel, für abends
scheme-sun = Sonne: Schwarz auf Weiß, größer
erase-says = Löscht Ihre Liste mit allen Notizen, Ihre Ansicht und alle gespeicherten Seiten von diesem Telefon.
erase-button = Alles von diesem Telefon löschen
erase-sure = Wirklich alles löschen? Das geht nicht zurück.
erase-confirm = Ja, alles löschen
erase-keep = Nein, behalten
erase-done = Alles ist gelöscht.

info = Infos
info-explained =
    # Was ist das?

    Der Markt der Möglichkeiten ist ein Markt unter freiem Himmel. Hier treffen Sie Menschen, die Ihnen bei Arbeit, Lernen, Rat und Deutsch helfen.

    # Wer ist da?

    An jedem Stand steht eine andere Organisation: Schulen, Betriebe, Beratungsstellen, Initiativen. Am Infotisch finden Sie das JobCenter und das Markt-Team.

    # Was kann ich dort tun?

    Fragen Sie alles, was Sie wissen möchten. Zeigen Sie Ihre Papiere. Sagen Sie, wer sich bei Ihnen melden soll. Sie müssen nichts unterschreiben.

    # Was kostet es?

    Nichts. Sie brauchen keine Anmeldung und keinen Termin.
info-offline = Diese Seite geht auch ohne Netz, wenn Sie sie einmal geöffnet haben.
info-legal = Ihre Daten und Ihre Rechte
info-privacy = Datenschutz
info-stored = Ihre Liste und Ihre Ansicht liegen nur auf diesem Telefon. Wir zählen Sie nicht und setzen keine Cookies.
info-accessibility = Barrierefreiheit
info-imprint = Impressum
info-team = Sie arbeiten auf dem Markt mit?
info-team-link = Zum Team-Programm

receipt = Ihre Quittung
receipt-says = Sie haben auf dem Markt um Kontakt gebeten. Mit diesem Code findet das Markt-Team Ihren Wunsch, ohne dass Sie Ihren Namen sagen.
receipt-no-code = In dieser Adresse fehlt der Code. Er steht auf Ihrer Quittung: vier Gruppen mit je vier Zeichen.
receipt-needs-script = Ihr Code wird gelesen. Dafür muss JavaScript eingeschaltet sein.
receipt-withdraw = Sie möchten das nicht mehr?
receipt-withdraw-says = Dann ziehen Sie Ihren Wunsch hier zurück. Niemand meldet sich mehr, und Ihre Angaben werden gelöscht. Sie müssen keinen Grund sagen.
receipt-withdraw-now = Wunsch zurückziehen
receipt-sure = Wirklich zurückziehen? Ihre Angaben werden sofort gelöscht. Das geht nicht zurück.
receipt-confirm = Ja, zurückziehen
receipt-keep = Nein, behalten
receipt-sending = Einen Moment, der Server löscht.
receipt-withdrawn = Ihre Angaben sind gelöscht. Niemand meldet sich mehr.
receipt-unknown = Zu diesem Code ist nichts da. Vielleicht ist schon alles gelöscht. Oder Ihr Wunsch liegt noch auf dem Telefon vom Markt-Team: Versuchen Sie es dann in ein paar Stunden noch einmal.
receipt-away = Der Server antwortet nicht. Gelöscht ist noch nichts. Versuchen Sie es mit Netz noch einmal.
receipt-again = Noch einmal versuchen
receipt-team = So erreichen Sie das Markt-Team
receipt-erased = Sonst werden Ihre Angaben { $n } Tage nach dem Markttag von selbst gelöscht.

erase-unsent = Eine Anfrage ist noch nicht gesendet. Sie geht dabei verloren.
