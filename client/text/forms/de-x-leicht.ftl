# Das haben die Seiten vom Team und von den Besucherinnen und Besuchern gemeinsam.

record-continue = Weiter
record-hint-phone-short = Vielleicht fehlen Ziffern in der Nummer. Sie können trotzdem weiter.
record-hint-phone-long = Vielleicht hat die Nummer zu viele Ziffern. Sie können trotzdem weiter.
record-hint-phone-letters = In der Nummer sind Buchstaben. Sie können trotzdem weiter.
record-hint-email = Vielleicht fehlt etwas in der Adresse. Sie können trotzdem weiter.
record-hint-email-space = In der Adresse ist eine Lücke. Sie können trotzdem weiter.
feedback-progress = Frage { $first } bis { $last } von { $all }
feedback-text-hint = Schreiben Sie in Ihrer Sprache. Bitte schreiben Sie keine Namen.
feedback-yes = Ja
feedback-no = Nein
feedback-back = Zurück
feedback-finish = Fertig
