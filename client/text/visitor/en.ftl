# The pages for visitors.

skip = To the content
tabs = Sections
tab-today = Today
tab-offers = Offers
tab-list = My list
tab-info = About
tab-list-count = { $n ->
    [one] offer
   *[other] offers
 }
language-own = English
language-tool = { language-own }
view-language = Language

title-today = Market of Opportunities: today
title-offers = Offers
title-of = { $page } · Market of Opportunities
description = The Market of Opportunities in Pankow, Berlin: work, learning, advice and German. When and where, who comes and what there is. Works without a network.
description-offers = { $n ->
    [one] { $n } offer at the Market of Opportunities: work, learning, advice and German. Search, filter, save. Works without a network.
   *[other] { $n } offers at the Market of Opportunities: work, learning, advice and German. Search, filter, save. Works without a network.
 }

example = Example
example-head = All of this is an example
example-says = Dates, organisations and offers are invented. They show what the market can look like.
example-offer = Example: this offer is invented
example-provider = Example: this organisation does not exist

bar-offline = No network. Everything important is on your phone.
bar-update = There is a new version.
bar-update-now = Load it now
bar-update-later = Later
bar-not-stored = The browser does not store anything at the moment. Your list stays only while this page is open. Free some space on the phone, or leave private browsing.

today-sign-today = The market is today.
today-sign-cancelled = Today’s market is cancelled.
today-sign-next = The next market
today-sign-last = This year’s markets are over.
today-sign-until = Open now, until { $time }.
today-sign-over = The market is over for today.
today-next-is = The next market: { $date }, { $hours }.
today-no-dates = There are no dates yet.
today-come = Just come along. It costs nothing.
today-find = Find offers
today-who-where = Who is where?
today-tap = Tap a number.
today-news = News
today-news-since = News since { $time }
today-news-of = News of { $date }
today-about = What today is about
today-about-then = What it is about
way = How to get there
way-show = Show the way
way-access = Step-free?
way-weather = If it rains
calendar-add = Add to calendar
calendar-add-all = Add all dates to the calendar
calendar-subscribe = Subscribe to the calendar
calendar-subscribe-says = If a date changes, it changes in your calendar too.
calendar-title = Market of Opportunities
dates = All dates in { $year }
date-cancelled = Cancelled.
date-today = Today
date-past = Over.
date-extra = Extra date

plan = Plan
plan-name = Plan of the stands
plan-hint = { $n ->
    [one] A sketch, not exact. { $n } stand.
   *[other] A sketch, not exact. { $n } stands.
 }
plan-stand = Stand { $stand }: { $name }
plan-court = Basketball court
plan-entrance = Entrance ↑
plan-path = Main path
plan-meadow = Meadow
stand-number = Stand { $stand }

offers-ask = What are you looking for?
offers-count = { $n ->
    [0] No offers
    [one] { $n } offer
   *[other] { $n } offers
 }
offers-count-for = { $n ->
    [0] Nothing found for “{ $words }”
    [one] { $n } offer for “{ $words }”
   *[other] { $n } offers for “{ $words }”
 }
offers-more = { $n ->
    [one] Show more: { $n } offer
   *[other] Show more: { $n } offers
 }
offers-all = Show all offers
search = Search
search-label = Search for a word
search-example = for example: welding
nothing = Try another word, or ask at the information table.
nothing-filtered = Take a filter away. Then there is more.
nothing-near = Did you mean “{ $words }”?
nothing-without = Without “{ $filter }”: { $n }
filter = Filters
filter-set = set
filter-set-list = Filters that are set
filter-remove = Remove filter
filter-clear = Clear all filters
filter-show = { $n ->
    [0] No offer fits
    [one] Show { $n } offer
   *[other] Show { $n } offers
 }
filter-kind = What?
filter-language = In which language?
filter-group = For whom?
filter-access = How do I get in?
filter-topic = Which topic?
filter-district = In which district?

save = Save
save-done = Saved
save-done-long = Saved. Take off the list
save-name = Save { $title }
save-done-name = { $title } is saved
share-send = Share
share-copy = Copy link
share-copied = The link is copied.

read-aloud = Read aloud
read-aloud-stop = Stop

back = Back
back-to-offers = Back to the offers
offer-free = free
offer-free-long = Nothing for you, if you receive money from the JobCenter.
offer-paused = paused at the moment
offer-start = Starts { $date }
offer-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
 }
offer-here-today = Here today: stand { $stand }
offer-here-then = Here on { $date }: stand { $stand }
offer-for-whom = For whom?
offer-when = When?
offer-cost = What does it cost?
offer-bring = What do you bring?
offer-languages = Which languages?
offer-access = Can I get in?
offer-apply = How to sign up
offer-by = Who does this?
offer-similar = This might fit too
offer-show = Show without a network
checked = Last checked: { $date }
checked-long-ago = That is more than { $n } months ago. Please call first.
contact-call = Call
contact-write = Write
contact-website = To the website
provider-reach = How to reach us
provider-offers = What we offer

list = My list
list-only-here = Only on this phone. No one else sees it.
list-needs-script = Your list is being opened. JavaScript must be switched on for that.

view-tool = Colours: light, dark, sun
erase = Erase everything
install = On your home screen
install-says = Then the market is one tap away, even without a network.
install-by-hand = Tap the share symbol in your browser, then “Add to Home Screen”.
install-now = Add it now
install-later = Do not ask again

unreviewed = Nobody has checked this translation yet.
unreviewed-tell = Tell us if something is wrong.

not-found = There is no such page
not-found-says = Perhaps the offer is gone, or the address is misspelt.
shell = This page is not on the phone yet
shell-says = It needs a network once. Your list and the other offers work even now.
shell-list = To my list

ask-contact = Ask for a contact
forms = Write to us
ask-question = Ask a question
ask-feedback = Give feedback
ask-provider = Become a provider
ask-requests = My requests
