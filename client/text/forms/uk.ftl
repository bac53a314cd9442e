# Спільне для форм команди та відвідувачів.

record-continue = Далі
record-hint-phone-short = Можливо, номер закороткий. Можна йти далі й так.
record-hint-phone-long = Можливо, номер задовгий. Можна йти далі й так.
record-hint-phone-letters = У номері є літери. Можна йти далі й так.
record-hint-email = Можливо, адреса неповна. Можна йти далі й так.
record-hint-email-space = В адресі є пробіл. Можна йти далі й так.
feedback-progress = Запитання з { $first } по { $last } із { $all }
feedback-text-hint = Пишіть своєю мовою. Будь ласка, без імен.
feedback-yes = Так
feedback-no = Ні
feedback-back = Назад
feedback-finish = Готово
