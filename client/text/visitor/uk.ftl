# Сторінки для відвідувачів.

skip = До змісту
tabs = Розділи
tab-today = Сьогодні
tab-offers = Пропозиції
tab-list = Мій список
tab-info = Інфо
tab-list-count = { $n ->
    [one] пропозиція
    [few] пропозиції
   *[other] пропозицій
 }
language-own = Українська
# Угорі кожної сторінки, де мало місця.
language-tool = Укр
view-language = Мова

title-today = Ярмарок можливостей: сьогодні
title-offers = Пропозиції
title-of = { $page } · Ярмарок можливостей
description = Ярмарок можливостей у Панкові, Берлін: робота, навчання, консультації та німецька мова. Коли і де, хто прийде і що там є. Працює і без інтернету.
description-offers = { $n ->
    [one] { $n } пропозиція на Ярмарку можливостей: робота, навчання, консультації та німецька. Шукайте, вибирайте, зберігайте. Працює і без інтернету.
    [few] { $n } пропозиції на Ярмарку можливостей: робота, навчання, консультації та німецька. Шукайте, вибирайте, зберігайте. Працює і без інтернету.
   *[other] { $n } пропозицій на Ярмарку можливостей: робота, навчання, консультації та німецька. Шукайте, вибирайте, зберігайте. Працює і без інтернету.
 }

example = Приклад
example-head = Усе тут — приклад
example-says = Дати, організації та пропозиції вигадані. Вони показують, яким може бути ярмарок.
example-offer = Приклад: ця пропозиція вигадана
example-provider = Приклад: такої організації немає

bar-offline = Немає інтернету. Усе важливе є у вашому телефоні.
bar-update = Є нова версія.
bar-update-now = Завантажити
bar-update-later = Пізніше
bar-not-stored = Браузер зараз нічого не зберігає. Ваш список залишиться, лише поки відкрита ця сторінка. Звільніть місце на телефоні або вийдіть із приватного режиму.

today-sign-today = Ярмарок сьогодні.
today-sign-cancelled = Сьогодні ярмарок скасовано.
today-sign-next = Наступний ярмарок
today-sign-last = Цього року ярмарків більше не буде.
today-no-dates = Дат поки немає.
today-come = Просто приходьте. Це безкоштовно.
today-find = Знайти пропозиції
today-who-where = Хто де стоїть?
today-tap = Натисніть на номер.
today-news = Нове
today-news-since = Нове з { $time }
today-news-of = Нове від { $date }
today-about = Тема сьогодні
today-about-then = Тема
way = Як дістатися
way-show = Показати дорогу
way-access = Чи є сходинки?
way-weather = Якщо йде дощ
calendar-add = До календаря
calendar-add-all = Усі дати до календаря
calendar-title = Ярмарок можливостей
dates = Усі дати { $year } року
date-cancelled = Скасовано.
date-today = Сьогодні
date-past = Уже минув.
date-extra = Додаткова дата

plan = План
plan-name = План стендів
plan-hint = { $n ->
    [one] Це ескіз, не точно. { $n } стенд.
    [few] Це ескіз, не точно. { $n } стенди.
   *[other] Це ескіз, не точно. { $n } стендів.
 }
plan-stand = Стенд { $stand }: { $name }
plan-court = Баскетбольний майданчик
plan-entrance = Вхід ↑
plan-path = Головна доріжка
plan-meadow = Галявина
stand-number = Стенд { $stand }

offers-ask = Що ви шукаєте?
offers-count = { $n ->
    [0] Немає пропозицій
    [one] { $n } пропозиція
    [few] { $n } пропозиції
   *[other] { $n } пропозицій
 }
offers-count-for = { $n ->
    [0] Нічого не знайдено: «{ $words }»
    [one] { $n } пропозиція: «{ $words }»
    [few] { $n } пропозиції: «{ $words }»
   *[other] { $n } пропозицій: «{ $words }»
 }
offers-more = { $n ->
    [one] Показати ще { $n } пропозицію
    [few] Показати ще { $n } пропозиції
   *[other] Показати ще { $n } пропозицій
 }
offers-all = Показати всі пропозиції
search = Шукати
search-label = Шукати слово
search-example = наприклад: догляд
nothing = Спробуйте інше слово або запитайте біля інформаційного столу.
nothing-filtered = Приберіть один фільтр. Тоді пропозицій буде більше.
nothing-near = Ви мали на увазі «{ $words }»?
nothing-without = Без «{ $filter }»: { $n }
filter = Фільтр
filter-set = вибрано
filter-set-list = Вибрані фільтри
filter-remove = Прибрати фільтр
filter-clear = Прибрати всі фільтри
filter-show = { $n ->
    [0] Нічого не підходить
    [one] Показати { $n } пропозицію
    [few] Показати { $n } пропозиції
   *[other] Показати { $n } пропозицій
 }
filter-kind = Що?
filter-language = Якою мовою?
filter-group = Для кого?
filter-access = Як зайти?
filter-topic = Яка тема?
filter-district = У якому районі?

save = До списку
save-done = У списку
save-done-long = У списку. Прибрати
save-name = До списку: { $title }
save-done-name = У списку: { $title }

read-aloud = Прочитати вголос
read-aloud-stop = Стоп

back = Назад
back-to-offers = Назад до пропозицій
offer-free = безкоштовно
offer-free-long = Безкоштовно, якщо ви отримуєте гроші від JobCenter.
offer-paused = зараз перерва
offer-start = Початок: { $date }
offer-places = { $n ->
    [one] { $n } місце
    [few] { $n } місця
   *[other] { $n } місць
 }
offer-here-today = Сьогодні тут: стенд { $stand }
offer-here-then = { $date } тут: стенд { $stand }
offer-for-whom = Для кого?
offer-when = Коли?
offer-cost = Скільки коштує?
offer-bring = Що взяти з собою?
offer-languages = Якими мовами?
offer-access = Чи зможу я зайти?
offer-apply = Як записатися
offer-by = Хто це робить?
offer-similar = Це вам теж може підійти
checked = Перевірено: { $date }
contact-call = Подзвонити
contact-write = Написати
contact-website = На сайт
provider-reach = Як з нами зв’язатися
provider-offers = Що ми пропонуємо

list = Мій список
list-only-here = Лише на цьому телефоні. Більше ніхто його не бачить.
list-needs-script = Ваш список відкривається. Для цього потрібен JavaScript.

view-tool = Вигляд: світлий, темний, сонце
erase = Видалити все
unreviewed = Цей переклад ще ніхто не перевірив.
unreviewed-tell = Скажіть нам, якщо щось неправильно.

not-found = Такої сторінки немає
not-found-says = Можливо, пропозиції вже немає або адресу написано з помилкою.
shell = Цієї сторінки ще немає на телефоні
shell-says = Для неї один раз потрібен інтернет. Ваш список та інші пропозиції працюють і зараз.
shell-list = До мого списку

today-sign-until = Зараз відкрито, до { $time }.
today-sign-over = На сьогодні ринок закінчився.
today-next-is = Наступний ринок: { $date }, { $hours }.
calendar-subscribe = Підписатися на календар
calendar-subscribe-says = Якщо дата зміниться, вона зміниться і у вашому календарі.
checked-long-ago = Відтоді минуло понад { $n } місяців. Спершу зателефонуйте.
share-send = Поділитися
share-copy = Скопіювати посилання
share-copied = Посилання скопійовано.
offer-show = Показати без інтернету
install = На головний екран
install-says = Тоді до ринку один дотик, і без інтернету.
install-by-hand = Натисніть у браузері знак «Поділитися», потім «На початковий екран».
install-now = Додати зараз
install-later = Більше не питати

ask-contact = Попросити про контакт
forms = Напишіть нам
ask-question = Поставити запитання
ask-feedback = Залишити відгук
ask-provider = Стати установою-учасником
ask-requests = Мої запити
