# Общее для форм команды и посетителей.

record-continue = Дальше
record-hint-phone-short = Возможно, номер слишком короткий. Можно идти дальше и так.
record-hint-phone-long = Возможно, номер слишком длинный. Можно идти дальше и так.
record-hint-phone-letters = В номере есть буквы. Можно идти дальше и так.
record-hint-email = Возможно, адрес неполный. Можно идти дальше и так.
record-hint-email-space = В адресе есть пробел. Можно идти дальше и так.
feedback-progress = Вопросы с { $first } по { $last } из { $all }
feedback-text-hint = Пишите на своём языке. Пожалуйста, без имён.
feedback-yes = Да
feedback-no = Нет
feedback-back = Назад
feedback-finish = Готово
