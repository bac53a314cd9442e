app-short-name = Market
picture-today = Today: when, where and who
picture-offers = Find offers and save them
picture-wide = The market on a large screen
