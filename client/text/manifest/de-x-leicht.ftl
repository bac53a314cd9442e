app-short-name = Markt
picture-today = Heute: wann, wo und wer
picture-offers = Angebote suchen und merken
picture-wide = Der Markt auf einem großen Bildschirm
