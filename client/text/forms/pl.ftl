# Wspólne dla formularzy zespołu i odwiedzających.

record-continue = Dalej
record-hint-phone-short = Numer jest może za krótki. I tak można iść dalej.
record-hint-phone-long = Numer jest może za długi. I tak można iść dalej.
record-hint-phone-letters = W numerze są litery. I tak można iść dalej.
record-hint-email = Adres jest może niepełny. I tak można iść dalej.
record-hint-email-space = W adresie jest spacja. I tak można iść dalej.
feedback-progress = Pytania od { $first } do { $last } z { $all }
feedback-text-hint = Pisz w swoim języku. Prosimy bez nazwisk.
feedback-yes = Tak
feedback-no = Nie
feedback-back = Wstecz
feedback-finish = Gotowe
