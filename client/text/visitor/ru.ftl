# Страницы для посетителей.

skip = К содержанию
tabs = Разделы
tab-today = Сегодня
tab-offers = Предложения
tab-list = Мой список
tab-info = Инфо
tab-list-count = { $n ->
    [one] предложение
    [few] предложения
   *[other] предложений
 }
language-own = Русский
language-tool = { language-own }
view-language = Язык

title-today = Ярмарка возможностей: сегодня
title-offers = Предложения
title-of = { $page } · Ярмарка возможностей
description = Ярмарка возможностей в Панкове, Берлин: работа, учёба, консультации и немецкий язык. Когда и где, кто придёт и что там есть. Работает и без интернета.
description-offers = { $n ->
    [one] { $n } предложение на Ярмарке возможностей: работа, учёба, консультации и немецкий. Ищите, выбирайте, сохраняйте. Работает и без интернета.
    [few] { $n } предложения на Ярмарке возможностей: работа, учёба, консультации и немецкий. Ищите, выбирайте, сохраняйте. Работает и без интернета.
   *[other] { $n } предложений на Ярмарке возможностей: работа, учёба, консультации и немецкий. Ищите, выбирайте, сохраняйте. Работает и без интернета.
 }

example = Пример
example-head = Всё здесь — пример
example-says = Даты, организации и предложения выдуманы. Они показывают, какой может быть ярмарка.
example-offer = Пример: это предложение выдумано
example-provider = Пример: такой организации нет

bar-offline = Нет интернета. Всё важное есть в вашем телефоне.
bar-update = Есть новая версия.
bar-update-now = Загрузить
bar-update-later = Позже
bar-not-stored = Браузер сейчас ничего не сохраняет. Ваш список останется, только пока открыта эта страница. Освободите место на телефоне или выйдите из приватного режима.

today-sign-today = Ярмарка сегодня.
today-sign-cancelled = Сегодня ярмарка отменена.
today-sign-next = Следующая ярмарка
today-sign-last = В этом году ярмарок больше не будет.
today-no-dates = Дат пока нет.
today-come = Просто приходите. Это бесплатно.
today-find = Найти предложения
today-who-where = Кто где стоит?
today-tap = Нажмите на номер.
today-news = Новое
today-news-since = Новое с { $time }
today-news-of = Новое от { $date }
today-about = Тема сегодня
today-about-then = Тема
way = Как добраться
way-show = Показать дорогу
way-access = Есть ли ступеньки?
way-weather = Если идёт дождь
calendar-add = В календарь
calendar-add-all = Все даты в календарь
calendar-title = Ярмарка возможностей
dates = Все даты { $year } года
date-cancelled = Отменена.
date-today = Сегодня
date-past = Уже прошла.
date-extra = Дополнительная дата

plan = План
plan-name = План стендов
plan-hint = { $n ->
    [one] Это набросок, не точно. { $n } стенд.
    [few] Это набросок, не точно. { $n } стенда.
   *[other] Это набросок, не точно. { $n } стендов.
 }
plan-stand = Стенд { $stand }: { $name }
plan-court = Баскетбольная площадка
plan-entrance = Вход ↑
plan-path = Главная дорожка
plan-meadow = Лужайка
stand-number = Стенд { $stand }

offers-ask = Что вы ищете?
offers-count = { $n ->
    [0] Нет предложений
    [one] { $n } предложение
    [few] { $n } предложения
   *[other] { $n } предложений
 }
offers-count-for = { $n ->
    [0] Ничего не найдено: «{ $words }»
    [one] { $n } предложение: «{ $words }»
    [few] { $n } предложения: «{ $words }»
   *[other] { $n } предложений: «{ $words }»
 }
offers-more = { $n ->
    [one] Показать ещё { $n } предложение
    [few] Показать ещё { $n } предложения
   *[other] Показать ещё { $n } предложений
 }
offers-all = Показать все предложения
search = Искать
search-label = Искать слово
search-example = например: сварка
nothing = Попробуйте другое слово или спросите у информационного стола.
nothing-filtered = Уберите один фильтр. Тогда предложений будет больше.
nothing-near = Вы имели в виду «{ $words }»?
nothing-without = Без «{ $filter }»: { $n }
filter = Фильтр
filter-set = выбран
filter-set-list = Выбранные фильтры
filter-remove = Убрать фильтр
filter-clear = Убрать все фильтры
filter-show = { $n ->
    [0] Ничего не подходит
    [one] Показать { $n } предложение
    [few] Показать { $n } предложения
   *[other] Показать { $n } предложений
 }
filter-kind = Что?
filter-language = На каком языке?
filter-group = Для кого?
filter-access = Как войти?
filter-topic = Какая тема?
filter-district = В каком районе?

save = В список
save-done = В списке
save-done-long = В списке. Убрать
save-name = В список: { $title }
save-done-name = В списке: { $title }

read-aloud = Прочитать вслух
read-aloud-stop = Стоп

back = Назад
back-to-offers = Назад к предложениям
offer-free = бесплатно
offer-free-long = Бесплатно, если вы получаете деньги от JobCenter.
offer-paused = сейчас перерыв
offer-start = Начало: { $date }
offer-places = { $n ->
    [one] { $n } место
    [few] { $n } места
   *[other] { $n } мест
 }
offer-here-today = Сегодня здесь: стенд { $stand }
offer-here-then = { $date } здесь: стенд { $stand }
offer-for-whom = Для кого?
offer-when = Когда?
offer-cost = Сколько стоит?
offer-bring = Что взять с собой?
offer-languages = На каких языках?
offer-access = Смогу ли я войти?
offer-apply = Как записаться
offer-by = Кто это делает?
offer-similar = Это вам тоже может подойти
checked = Проверено: { $date }
contact-call = Позвонить
contact-write = Написать
contact-website = На сайт
provider-reach = Как с нами связаться
provider-offers = Что мы предлагаем

list = Мой список
list-only-here = Только на этом телефоне. Больше никто его не видит.
list-needs-script = Ваш список открывается. Для этого нужен JavaScript.

view-tool = Вид: светлый, тёмный, солнце
erase = Удалить всё
unreviewed = Этот перевод ещё никто не проверил.
unreviewed-tell = Скажите нам, если что-то неверно.

not-found = Такой страницы нет
not-found-says = Возможно, предложения больше нет или адрес написан с ошибкой.
shell = Этой страницы ещё нет на телефоне
shell-says = Для неё один раз нужен интернет. Ваш список и другие предложения работают и сейчас.
shell-list = К моему списку

today-sign-until = Сейчас открыто, до { $time }.
today-sign-over = На сегодня рынок закончился.
today-next-is = Следующий рынок: { $date }, { $hours }.
calendar-subscribe = Подписаться на календарь
calendar-subscribe-says = Если дата изменится, она изменится и в вашем календаре.
checked-long-ago = С тех пор прошло больше { $n } месяцев. Сначала позвоните.
share-send = Поделиться
share-copy = Скопировать ссылку
share-copied = Ссылка скопирована.
offer-show = Показать без интернета
install = На главный экран
install-says = Тогда до рынка одно касание, и без интернета.
install-by-hand = Нажмите в браузере знак «Поделиться», затем «На экран „Домой“».
install-now = Добавить сейчас
install-later = Больше не спрашивать

ask-contact = Попросить о контакте
forms = Напишите нам
ask-question = Задать вопрос
ask-feedback = Оставить отзыв
ask-provider = Стать учреждением-участником
ask-requests = Мои запросы
