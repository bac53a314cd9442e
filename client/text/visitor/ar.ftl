# صفحات الزوار.

skip = إلى المحتوى
tabs = الأقسام
tab-today = اليوم
tab-offers = العروض
tab-list = قائمتي
tab-info = معلومات
tab-list-count = { $n ->
    [one] عرض
    [two] عرضان
    [few] عروض
   *[other] عرضًا
 }
language-own = العربية
language-tool = { language-own }
view-language = اللغة

title-today = سوق الفرص: اليوم
title-offers = العروض
title-of = { $page } · سوق الفرص
description = سوق الفرص في بانكوف، برلين: عمل وتعلّم واستشارة ولغة ألمانية. متى وأين، ومن يحضر، وماذا يوجد. يعمل أيضًا بلا إنترنت.
description-offers = { $n ->
    [one] عرض واحد في سوق الفرص ({ $n }): عمل وتعلّم واستشارة ولغة ألمانية. ابحث واحفظ، أيضًا بلا إنترنت.
   *[other] { $n } من العروض في سوق الفرص: عمل وتعلّم واستشارة ولغة ألمانية. ابحث واحفظ، أيضًا بلا إنترنت.
 }

example = مثال
example-head = كل ما هنا مثال
example-says = المواعيد والجهات والعروض كلها مختلَقة. إنها تبيّن كيف يمكن أن يبدو السوق.
example-offer = مثال: هذا العرض مختلَق
example-provider = مثال: هذه الجهة غير موجودة

bar-offline = لا يوجد إنترنت. كل المهم موجود على هاتفك.
bar-update = توجد نسخة جديدة.
bar-update-now = حمّلها الآن
bar-update-later = لاحقًا
bar-not-stored = المتصفح لا يحفظ شيئًا الآن. تبقى قائمتك فقط ما دامت هذه الصفحة مفتوحة. وفّر مساحة على الهاتف أو اخرج من التصفح الخاص.

today-sign-today = السوق اليوم.
today-sign-cancelled = سوق اليوم ملغى.
today-sign-next = السوق القادم
today-sign-last = انتهت أسواق هذه السنة.
today-sign-until = مفتوح الآن حتى { $time }.
today-sign-over = انتهى سوق اليوم.
today-next-is = السوق القادم: { $date }، { $hours }.
today-no-dates = لا توجد مواعيد بعد.
today-come = تعالوا بدون موعد. الدخول مجاني.
today-find = ابحث عن عرض
today-who-where = أين يقف كل واحد؟
today-tap = اضغط على رقم.
today-news = جديد
today-news-since = جديد منذ { $time }
today-news-of = جديد يوم { $date }
today-about = موضوع اليوم
today-about-then = الموضوع
way = كيف تصل إلينا
way-show = الطريق
way-access = بلا درجات؟
way-weather = إذا أمطرت
calendar-add = أضف إلى التقويم
calendar-add-all = أضف كل المواعيد إلى التقويم
calendar-subscribe = اشترك في التقويم
calendar-subscribe-says = إذا تغيّر موعد، يتغيّر في تقويمك أيضًا.
calendar-title = سوق الفرص
dates = كل مواعيد { $year }
date-cancelled = ملغى.
date-today = اليوم
date-past = انتهى.
date-extra = موعد إضافي

plan = المخطط
plan-name = مخطط الأكشاك
plan-hint = { $n ->
    [one] رسم تقريبي. كشك واحد ({ $n }).
    [two] رسم تقريبي. كشكان ({ $n }).
    [few] رسم تقريبي. { $n } أكشاك.
   *[other] رسم تقريبي. { $n } كشكًا.
 }
plan-stand = كشك { $stand }: { $name }
plan-court = ملعب كرة السلة
plan-entrance = المدخل ↑
plan-path = الطريق الرئيسي
plan-meadow = المرج
stand-number = كشك { $stand }

offers-ask = عمَّ تبحث؟
offers-count = { $n ->
    [0] لا يوجد عرض
    [one] عرض واحد
    [two] عرضان
    [few] { $n } عروض
   *[other] { $n } عرضًا
 }
offers-count-for = { $n ->
    [0] لا نتيجة لـ «{ $words }»
    [one] عرض واحد لـ «{ $words }»
    [two] عرضان لـ «{ $words }»
    [few] { $n } عروض لـ «{ $words }»
   *[other] { $n } عرضًا لـ «{ $words }»
 }
offers-more = { $n ->
    [one] أظهر المزيد: عرض واحد
    [two] أظهر المزيد: عرضان
    [few] أظهر المزيد: { $n } عروض
   *[other] أظهر المزيد: { $n } عرضًا
 }
offers-all = أظهر كل العروض
search = بحث
search-label = ابحث عن كلمة
search-example = مثلًا: لحام
nothing = جرّب كلمة أخرى، أو اسأل عند طاولة المعلومات.
nothing-filtered = أزل أحد المرشحات، فتظهر عروض أكثر.
nothing-near = هل تقصد «{ $words }»؟
nothing-without = بدون «{ $filter }»: { $n }
filter = ترشيح
filter-set = مختار
filter-set-list = المرشحات المختارة
filter-remove = أزل المرشح
filter-clear = أزل كل المرشحات
filter-show = { $n ->
    [0] لا يناسب أي عرض
    [one] أظهر عرضًا واحدًا
    [two] أظهر عرضين
    [few] أظهر { $n } عروض
   *[other] أظهر { $n } عرضًا
 }
filter-kind = ماذا؟
filter-language = بأي لغة؟
filter-group = لمن؟
filter-access = كيف أدخل؟
filter-topic = أي موضوع؟
filter-district = في أي حي؟

save = احفظ
save-done = محفوظ
save-done-long = محفوظ. أزله من القائمة
save-name = احفظ: { $title }
save-done-name = محفوظ: { $title }
share-send = شارك
share-copy = انسخ الرابط
share-copied = تم نسخ الرابط.

read-aloud = اقرأ بصوت عالٍ
read-aloud-stop = توقف

back = رجوع
back-to-offers = رجوع إلى العروض
offer-free = مجاني
offer-free-long = لا تدفع شيئًا إذا كنت تتلقى مالًا من JobCenter.
offer-paused = متوقف حاليًا
offer-start = يبدأ في { $date }
offer-places = { $n ->
    [one] مكان واحد
    [two] مكانان
    [few] { $n } أماكن
   *[other] { $n } مكانًا
 }
offer-here-today = هنا اليوم: كشك { $stand }
offer-here-then = هنا يوم { $date }: كشك { $stand }
offer-for-whom = لمن؟
offer-when = متى؟
offer-cost = كم يكلف؟
offer-bring = ماذا تُحضر معك؟
offer-languages = أي لغات؟
offer-access = هل يمكنني الدخول؟
offer-apply = كيف تسجّل
offer-by = من يقدّم هذا؟
offer-similar = قد يناسبك أيضًا
offer-show = اعرضه بلا إنترنت
checked = آخر مراجعة: { $date }
checked-long-ago = مضى على ذلك أكثر من { $n } أشهر. اتصل قبل أن تأتي.
contact-call = اتصل
contact-write = اكتب
contact-website = إلى الموقع
provider-reach = كيف تصل إلينا
provider-offers = ما نقدّمه

list = قائمتي
list-only-here = على هذا الهاتف فقط. لا يراها أحد غيرك.
list-needs-script = تُفتح قائمتك الآن. يجب تشغيل JavaScript لذلك.

view-tool = طريقة العرض: عادي، ليلي، شمس
erase = حذف كل شيء
install = على الشاشة الرئيسية
install-says = عندها يكون السوق على بُعد لمسة واحدة، حتى بلا إنترنت.
install-by-hand = اضغط في المتصفح على رمز المشاركة، ثم على «إضافة إلى الشاشة الرئيسية».
install-now = أضفه الآن
install-later = لا تسأل مرة أخرى

unreviewed = لم يراجع أحد هذه الترجمة بعد.
unreviewed-tell = أخبرنا إذا وجدت خطأ.

not-found = لا توجد هذه الصفحة
not-found-says = ربما لم يعد العرض موجودًا، أو كُتب العنوان خطأ.
shell = هذه الصفحة ليست على الهاتف بعد
shell-says = تحتاج إلى الإنترنت مرة واحدة. قائمتك والعروض الأخرى تعمل الآن أيضًا.
shell-list = إلى قائمتي

ask-contact = طلب تواصل
forms = اكتب لنا
ask-question = طرح سؤال
ask-feedback = إبداء الرأي
ask-provider = كيف أصبح جهة مقدِّمة
ask-requests = طلباتي
