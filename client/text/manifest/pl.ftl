app-short-name = Targ
picture-today = Dziś: kiedy, gdzie i kto
picture-offers = Szukaj ofert i zapisuj
picture-wide = Targ na dużym ekranie
