# Wie die App auf dem Startbildschirm heißt, und was ihre Bilder zeigen; nur der Server braucht es.

app-short-name = Markt
picture-today = Heute: wann, wo und wer
picture-offers = Angebote suchen und merken
picture-wide = Der Markt am großen Bildschirm
