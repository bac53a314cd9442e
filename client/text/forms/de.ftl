# Was die Formulare des Teams und der Besucherinnen und Besucher teilen.

record-continue = Weiter
record-hint-phone-short = Die Nummer ist vielleicht zu kurz. Sie können trotzdem weiter.
record-hint-phone-long = Die Nummer ist vielleicht zu lang. Sie können trotzdem weiter.
record-hint-phone-letters = In der Nummer stehen Buchstaben. Sie können trotzdem weiter.
record-hint-email = Die Adresse ist vielleicht nicht vollständig. Sie können trotzdem weiter.
record-hint-email-space = In der Adresse ist ein Leerzeichen. Sie können trotzdem weiter.
feedback-progress = Frage { $first } bis { $last } von { $all }
feedback-text-hint = Schreiben Sie in Ihrer Sprache. Bitte keine Namen.
feedback-yes = Ja
feedback-no = Nein
feedback-back = Zurück
feedback-finish = Fertig
