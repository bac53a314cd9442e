app-short-name = Ярмарка
picture-today = Сегодня: когда, где и кто
picture-offers = Искать предложения и сохранять
picture-wide = Ярмарка на большом экране
