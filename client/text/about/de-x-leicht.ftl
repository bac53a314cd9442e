# Über den Markt und dieses Telefon, einfach geschrieben.

view = Sprache und Farben
view-colours = Farben
view-unreviewed = Noch nicht geprüft:
scheme-phone = Wie auf dem Handy
scheme-light = Hell
scheme-dark = Dunkel, für den Abend
scheme-sun = Sonne: schwarz auf weiß, größer
erase-says = Das löscht Ihre Liste. Das löscht auch Ihre Farben und alle gespeicherten Seiten. Nur auf diesem Handy.
erase-button = Alles auf diesem Handy löschen
erase-sure = Wirklich alles löschen? Sie bekommen es nicht zurück.
erase-confirm = Ja, alles löschen
erase-keep = Nein, behalten
erase-done = Alles ist gelöscht.

info = Infos
info-explained =
    # Was ist das?

    Das ist ein Markt. Der Markt heißt: Markt der Möglichkeiten. Er ist draußen im Park. Dort sind viele Menschen. Diese Menschen helfen Ihnen.

    Sie helfen Ihnen bei diesen Sachen: Arbeit finden. Etwas lernen. Fragen klären. Deutsch lernen.

    # Wer ist da?

    Es gibt viele Tische mit Sonnen-Schirmen. Ein Tisch mit Schirm heißt: Stand. An jedem Stand ist eine andere Gruppe. Zum Beispiel: eine Schule, eine Firma oder eine Beratungs-Stelle.

    Es gibt auch einen Info-Tisch. Dort ist das JobCenter. Dort ist auch das Markt-Team.

    # Was kann ich dort machen?

    Sie können alles fragen. Sie können Ihre Papiere zeigen. Sie können sagen: Diese Gruppe soll mich anrufen. Sie müssen nichts unterschreiben.

    # Was kostet es?

    Der Markt kostet nichts. Sie brauchen keinen Termin. Sie müssen sich nicht anmelden. Kommen Sie einfach.

    # Was kann ich mit dieser Seite machen?

    Sie können Angebote suchen. Ein Angebot ist zum Beispiel: ein Kurs, eine Arbeit oder eine Beratung. Sie können ein Angebot merken. Dann steht es auf Ihrer Liste.

    # Wer hat das geschrieben?

    Die Texte sind einfach geschrieben. Noch niemand hat sie geprüft. Vielleicht ist etwas schwer zu verstehen. Dann sagen Sie es uns.
info-offline = Sie haben diese Seite einmal geöffnet? Dann geht sie auch ohne Internet.
info-legal = Ihre Daten und Ihre Rechte
info-privacy = Daten-Schutz
info-stored = Ihre Liste ist nur auf diesem Handy. Ihre Farben sind nur auf diesem Handy. Wir zählen Sie nicht. Wir speichern keine Cookies.
info-accessibility = Barriere-Freiheit
info-imprint = Impressum
info-team = Arbeiten Sie auf dem Markt mit?
info-team-link = Zum Team-Programm

receipt = Ihre Quittung
receipt-says = Sie waren auf dem Markt. Sie wollten Kontakt. Das ist Ihr Code. Damit findet das Markt-Team Ihren Wunsch. Sie müssen Ihren Namen nicht sagen.
receipt-no-code = In dieser Adresse fehlt der Code. Er steht auf Ihrer Quittung. Er hat vier Gruppen. Jede Gruppe hat vier Zeichen.
receipt-needs-script = Ihr Code kommt gleich. Sie brauchen dafür JavaScript. Das ist eine Einstellung in Ihrem Browser.
receipt-withdraw = Sie möchten das nicht mehr?
receipt-withdraw-says = Dann sagen Sie hier Nein. Niemand ruft Sie an. Wir löschen Ihre Angaben. Sie müssen nicht sagen, warum.
receipt-withdraw-now = Ich möchte nicht mehr
receipt-sure = Wirklich? Wir löschen Ihre Angaben sofort. Sie bekommen sie nicht zurück.
receipt-confirm = Ja, löschen
receipt-keep = Nein, behalten
receipt-sending = Einen Moment. Wir löschen.
receipt-withdrawn = Ihre Angaben sind gelöscht. Niemand ruft Sie an.
receipt-unknown = Zu diesem Code finden wir nichts. Vielleicht ist schon alles gelöscht. Oder Ihr Wunsch ist noch auf dem Handy vom Markt-Team. Versuchen Sie es in ein paar Stunden noch einmal.
receipt-away = Es geht gerade nicht. Wir haben noch nichts gelöscht. Sie brauchen Internet. Versuchen Sie es noch einmal.
receipt-again = Noch einmal versuchen
receipt-team = So erreichen Sie das Markt-Team
receipt-erased = Sonst löschen wir Ihre Angaben { $n } Tage nach dem Markt-Tag. Sie müssen nichts tun.

erase-unsent = Eine Anfrage ist noch nicht gesendet. Wenn Sie löschen, ist die Anfrage weg.
