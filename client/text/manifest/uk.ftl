app-short-name = Ярмарок
picture-today = Сьогодні: коли, де і хто
picture-offers = Шукати пропозиції та зберігати
picture-wide = Ярмарок на великому екрані
