# مكتب فريق التنظيم: الدخول والمفاتيح وطلبات التواصل والتقييم.

## الإطار
desk-window-title = { $page }: التنظيم
desk-brand = التنظيم
desk-skip = إلى المحتوى
desk-nav = مجال العمل
desk-nav-season = الموسم والمواعيد
desk-nav-market = السوق يوم { $day }
desk-nav-contacts = طلبات التواصل
desk-nav-evaluation = التقييم
desk-nav-team = التسجيل
desk-view = العرض
desk-signed-in-as = الدخول باسم:
desk-sign-out = تسجيل الخروج
desk-saved = كل شيء محفوظ
desk-saved-at = كل شيء محفوظ، { $time }
desk-sending = { $n ->
    [one] يُرسل تغيير واحد
    [two] يُرسل تغييران
    [few] تُرسل { $n } تغييرات
   *[other] يُرسل { $n } تغييرًا
}
desk-fetching = يجري الجلب …
desk-connecting = يجري الاتصال …
desk-offline = لا توجد شبكة
desk-offline-waiting = { $n ->
    [one] لا توجد شبكة، تغيير واحد ينتظر
    [two] لا توجد شبكة، تغييران ينتظران
    [few] لا توجد شبكة، { $n } تغييرات تنتظر
   *[other] لا توجد شبكة، { $n } تغييرًا ينتظر
}
desk-offline-bar = الخادم غير متاح الآن. ترون ما هو موجود على هذا الجهاز. ما تغيّرونه يُرسل من تلقاء نفسه.
desk-try-again = حاولوا مرة أخرى
desk-storage-failed = لم يستطع هذا المتصفح الحفظ. أفرغوا مساحة قبل متابعة العمل.
desk-stored-unreadable = { $n ->
    [one] مستند واحد محفوظ لا يمكن قراءته هنا. يبقى كما هو، وهو ما زال على الخادم.
   *[other] { $n } من المستندات المحفوظة لا يمكن قراءتها هنا. تبقى كما هي، وهي ما زالت على الخادم.
}
desk-loading = يجري جلب الموسم.
desk-loading-hint = في المرة الأولى يحتاج هذا الجهاز إلى شبكة.
desk-no-season = لا يوجد موسم بعد
desk-no-season-hint = أدخل المواعيد والعروض على الخادم: markt import FILE. ثم أعد تحميل هذه الصفحة.
desk-no-page = هذه الصفحة غير موجودة
desk-no-page-hint = ربما يكون العنوان غير كامل.
desk-back = رجوع
desk-unknown = غير مذكور
desk-example = مثال
desk-months-short = يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
desk-day-short = { $day } { $month }
desk-moment = { $day }، { $time }
desk-of = { $n } من { $of }
desk-decimal = { $whole },{ $tenths }

## الدخول والإعداد
desk-sign-in = تسجيل الدخول
desk-sign-in-lead = هنا يعمل فريق التنظيم. بعد ذلك تفتحون طلبات التواصل بعبارة المرور.
desk-name = الاسم
desk-password = كلمة المرور
desk-password-again = كلمة المرور مرة أخرى
desk-sign-in-now = دخول
desk-signing-in = يجري التحقق …
desk-sign-in-forgotten = نسيتم كلمة المرور؟ من يشغّل الخادم يستطيع أن يعطيكم كلمة جديدة.
desk-sign-in-wrong = الاسم أو كلمة المرور غير صحيح
desk-sign-in-wrong-hint = انتبهوا إلى الأحرف الكبيرة والصغيرة. ما كتبتموه ما زال موجودًا.
desk-sign-in-too-many = محاولات كثيرة
desk-sign-in-too-many-hint = { $minutes ->
    [one] انتظروا دقيقة واحدة، ثم حاولوا من جديد.
    [two] انتظروا دقيقتين، ثم حاولوا من جديد.
    [few] انتظروا { $minutes } دقائق، ثم حاولوا من جديد.
   *[other] انتظروا { $minutes } دقيقة، ثم حاولوا من جديد.
}
desk-server-away = الخادم غير متاح
desk-sign-in-away-hint = يحتاج الدخول إلى شبكة. ما كتبتموه ما زال موجودًا.
desk-server-failed = لم ينجح ذلك
desk-server-failed-hint = حدث خطأ في الخادم. حاولوا مرة أخرى بعد دقيقة.
desk-session-over = انتهت جلستكم. اخرجوا ثم ادخلوا من جديد. ما هو على هذا الجهاز يبقى.
desk-no-organiser = هذا الاسم ليس من فريق التنظيم
desk-no-organiser-hint = هذا المجال لفريق التنظيم فقط.
desk-set-up = الإعداد
desk-set-up-lead = أنتم أول شخص في فريق التنظيم. ما اسمكم هنا؟
desk-set-up-name-hint = هكذا يراكم الآخرون، مثلًا بالاسم الأول.
desk-set-up-password-hint = { $n } حرفًا على الأقل. الجملة أسهل حفظًا من الكلمة.
desk-set-up-now = إعداد
desk-set-up-used = استُخدم هذا الرابط من قبل
desk-set-up-used-hint = يوجد شخص في فريق التنظيم. سجّلوا الدخول، أو اسألوا من يشغّل الخادم.
desk-set-up-unknown = هذا الرابط غير صالح
desk-set-up-unknown-hint = خذوا الرابط كاملًا كما أظهره الخادم عند أول تشغيل.
desk-set-up-not-accepted = لم يقبل الخادم ذلك
desk-set-up-not-accepted-hint = ربما الاسم مستعمل أو كلمة المرور قصيرة جدًا.
desk-too-short = ما زال هذا قصيرًا.
desk-not-the-same = الاثنان غير متطابقين بعد.

## الموسم
desk-season-summary = { $n ->
    [one] موعد واحد
    [two] موعدان
    [few] { $n } مواعيد
   *[other] { $n } موعدًا
}، { $extra ->
    [0] لا موعد إضافيًا
    [one] منها موعد إضافي
   *[other] منها { $extra } إضافية
}، { $cancelled ->
    [0] ولا موعد ملغى
    [one] وموعد ملغى
   *[other] و{ $cancelled } ملغاة
}.
desk-season-line = كل أسابيع الموسم
desk-legend-market = سوق
desk-no-market = لا سوق:
desk-standing-cancelled = ملغى
desk-standing-past = انتهى
desk-standing-closed = مُغلق
desk-standing-today = اليوم
desk-standing-confirmed = مؤكد
desk-standing-planned = مخطط له
desk-extra-date = (موعد إضافي)
desk-dates = المواعيد
desk-dates-region = المواعيد، يمكن تحريكها جانبًا
desk-day = اليوم
desk-status = الحالة
desk-contacts = طلبات التواصل
desk-feedback = الآراء
desk-handed-in = سُلّم
desk-focus = المحور
desk-no-dates = ليس لهذا الموسم مواعيد بعد.
desk-no-dates-hint = من يشغّل الخادم يُدخل الموسم بالأمر “markt import”.
desk-in-days = { $n ->
    [0] اليوم
    [one] غدًا
    [two] بعد يومين
    [few] بعد { $n } أيام
   *[other] بعد { $n } يومًا
}
desk-lacks-key = لا يوجد مفتاح بعد. من دونه لا يستطيع أحد تسجيل طلبات التواصل.
desk-lacks-key-do = إنشاء
desk-lacks-devices = لم يُسجّل أي هاتف بعد
desk-lacks-devices-do = دعوة
desk-lacks-hand-ins = { $n ->
    [one] هاتف واحد لم يُسلّم بعد
    [two] هاتفان لم يُسلّما بعد
    [few] { $n } هواتف لم تُسلّم بعد
   *[other] { $n } هاتفًا لم يُسلّم بعد
}
desk-lacks-hand-ins-do = عرض
desk-contacts-in = { $n ->
    [one] وصل طلب تواصل واحد
    [two] وصل طلبا تواصل
    [few] وصلت { $n } طلبات تواصل
   *[other] وصل { $n } طلب تواصل
}
desk-see = عرض
desk-to-market = إلى السوق
desk-season-over = انتهى الموسم
desk-season-over-hint = تجدون التقييم عند كل موعد.

## السوق
desk-market-title = السوق يوم { $day }
desk-market-on-its-way = الموعد ما زال في الطريق إلى هذا الجهاز. لحظة واحدة فقط.
desk-questions = أسئلة أُجيب عنها فورًا
desk-devices-handed-in = هواتف سلّمت
desk-hand-ins = ماذا سُلّم؟
desk-hand-ins-region = تسليم الهواتف، يمكن تحريكه جانبًا
desk-device = الهاتف
desk-by-visitor = أرسله الشخص بنفسه
desk-unknown-device = هاتف غير معروف
desk-recorded = المسجّل
desk-on-server = على الخادم
desk-missing = ناقص
desk-handed-in-at = تاريخ التسليم
desk-not-handed-in = ليس بعد
desk-handed-in-incomplete = { $moment }، لكن هناك نقص
desk-missing-sum = { $n ->
    [one] تسجيل واحد ما زال على هاتف.
    [two] تسجيلان ما زالا على هواتف.
    [few] { $n } تسجيلات ما زالت على هواتف.
   *[other] { $n } تسجيلًا ما زال على هواتف.
}
desk-missing-hint = اطلبوا من الشخص فتح التطبيق حيث توجد شبكة. عندها يُرسل الهاتف من تلقاء نفسه.
desk-nothing-missing = كل ما أبلغت عنه الهواتف موجود على الخادم.
desk-no-devices = لم يُسجّل أي هاتف بعد.
desk-no-devices-hint = ادعوا المتطوعين برمز.
desk-last-contact = آخر اتصال
desk-device-waits = هاتف يريد المشاركة: { $label }
desk-device-waits-help = يجب أن يظهر على الهاتف الرمز نفسه: { $code }. عندها فقط أكّدوا.
desk-confirm = تأكيد
desk-refuse = عدم السماح
desk-lost-waits = من هاتف مفقود: { $label }
desk-lost-waits-help = { $n ->
    [one] وصل تسجيل واحد بعد القفل. هل هو من السوق؟ إذن اقبلوه.
    [two] وصل تسجيلان بعد القفل. هل هما من السوق؟ إذن اقبلوهما.
    [few] وصلت { $n } تسجيلات بعد القفل. هل هي من السوق؟ إذن اقبلوها.
   *[other] وصل { $n } تسجيلًا بعد القفل. هل هي من السوق؟ إذن اقبلوها.
}
desk-take = قبول
desk-discard = تجاهل
desk-retire = إنهاء: يرسل كل شيء ثم يُفرِغ نفسه
desk-lost = مفقود: اقفلوه فورًا
desk-decision-sure = متأكدون؟ انقروا مرة أخرى
desk-decision-failed = لم يسمع الخادم ذلك. حاولوا مرة أخرى عند توفّر الشبكة.
desk-state-lost = مفقود ومقفل
desk-state-retired = منتهٍ
desk-state-waiting = ينتظركم
desk-state-never = لم يتصل بعد
desk-storage-unsafe = قد يمسح المتصفح ذاكرته.
desk-rename = اسم الهاتف
desk-rename-now = تغيير الاسم
desk-closed-at = { $n ->
    [one] عُرض الرمز في { $moment }، تسجيل واحد هناك فقط
    [two] عُرض الرمز في { $moment }، تسجيلان هناك فقط
    [few] عُرض الرمز في { $moment }، { $n } تسجيلات هناك فقط
   *[other] عُرض الرمز في { $moment }، { $n } تسجيلًا هناك فقط
}
desk-closing = رمز هاتف بلا شبكة
desk-closing-hint = يظهر على الهاتف في صفحة التسليم: ثمانية رموز.
desk-closing-now = حفظ الرمز
desk-closing-wrong = لا يوجد رمز كهذا. انظروا إلى الهاتف مرة أخرى.
desk-closing-unknown = { $n ->
    [one] لم يتصل هذا الهاتف من قبل. تسجيل واحد هناك فقط. استلموا ملفه.
    [two] لم يتصل هذا الهاتف من قبل. تسجيلان هناك فقط. استلموا ملفه.
    [few] لم يتصل هذا الهاتف من قبل. { $n } تسجيلات هناك فقط. استلموا ملفه.
   *[other] لم يتصل هذا الهاتف من قبل. { $n } تسجيلًا هناك فقط. استلموا ملفه.
}
desk-closing-taken = { $n ->
    [0] { $label }: أُرسل كل شيء.
    [one] { $label }: تسجيل واحد هناك فقط.
    [two] { $label }: تسجيلان هناك فقط.
    [few] { $label }: { $n } تسجيلات هناك فقط.
   *[other] { $label }: { $n } تسجيلًا هناك فقط.
}
desk-pass-on = هنا تستلمون ملفًا من هاتف بلا شبكة. لا ضرر من استلامه مرتين.

## المفتاح
desk-key = المفتاح
desk-key-asking = يُسأل الخادم.
desk-key-offline = من دون شبكة لا يمكن فتح طلبات التواصل. كل شيء آخر يعمل.
desk-key-failed = لم يعطِ الخادم المفتاح. ربما انتهت جلستكم: اخرجوا ثم ادخلوا من جديد.
desk-key-none = لا يوجد مفتاح بعد
desk-key-none-hint = تُغلق الأسماء وأرقام الهواتف على الهواتف نفسها. فريق التنظيم وحده يستطيع فتحها، ولذلك يحتاج السوق إلى مفتاح.
desk-key-create = إنشاء مفتاح
desk-key-create-lead = يُصنع المفتاح في هذا المتصفح، وتُغلقه عبارة المرور. الخادم لا يعرف العبارة.
desk-key-create-now = إنشاء المفتاح
desk-key-making = يُصنع المفتاح ويُغلق بعبارتكم. يستغرق ذلك بضع ثوانٍ.
desk-key-making-recovery = يُصنع قفل ثانٍ للطوارئ. أوشكنا على الانتهاء.
desk-key-storing = يُرسل المفتاح المُغلق إلى الخادم.
desk-key-wrapping = يُغلق المفتاح بعبارتكم.
desk-key-finish = تم، استخدام المفتاح
desk-key-locked = طلبات التواصل مُغلقة
desk-key-locked-hint = عبارة المرور تفتحها في هذا المتصفح فقط.
desk-key-unlock = فتح
desk-key-unlocking = يجري الفتح. يستغرق ذلك بضع ثوانٍ.
desk-key-wrong = هذه العبارة لا تناسب. لم يضع شيء. انتبهوا إلى الأحرف الكبيرة والصغيرة والمسافات.
desk-key-damaged = هذا المفتاح تالف. افتحوا برمز الطوارئ.
desk-key-other = هذا المفتاح ليس الذي تستعمله الهواتف. لا تفتحوا به شيئًا، وتحدثوا مع بقية الفريق.
desk-key-not-named = تعذّرت كتابة المفتاح في الموعد. حاولوا مرة أخرى.
desk-key-forgotten = نسيتم العبارة؟
desk-key-unlocked = طلبات التواصل مفتوحة
desk-key-until = مفتوح حتى { $time }
desk-key-lock = إغلاق الآن
desk-key-fingerprint = عرض البصمة
desk-key-fingerprint-hint = تظهر البصمة نفسها على كل هاتف. إن اختلفت فلا تسجّلوا به شيئًا.
desk-key-no-copy = لا تستطيعون فتح هذه الطلبات
desk-key-no-copy-hint = لا يوجد رمز طوارئ لهذا المفتاح. اسألوا الشخص الذي أنشأه.
desk-key-store-offline = الخادم غير متاح. يبقى الرمز هنا. حاولوا بعد لحظة.
desk-key-store-taken = أنشأ شخص آخر مفتاحًا لهذا السوق قبل لحظة. أعيدوا تحميل الصفحة وافتحوا ذلك المفتاح. هذا الرمز غير صالح.
desk-key-store-failed = لم يقبل الخادم المفتاح. حاولوا مرة أخرى.
desk-passphrase = عبارة المرور
desk-passphrase-new = عبارة مرور جديدة
desk-passphrase-new-hint = { $n } حرفًا على الأقل. أربع كلمات لا علاقة بينها خيار جيد.
desk-passphrase-again = عبارة المرور مرة أخرى
desk-passphrase-missing = العبارة ما زالت قصيرة، أو أن الاثنتين غير متطابقتين.
desk-recovery-sheet = رمز الطوارئ
desk-recovery-sheet-hint = يفتح طلبات التواصل ليوم { $day } إذا نُسيت كل العبارات. لا يظهر إلا الآن. اطبعوه أو اكتبوه، واحفظوه في مكان آمن.
desk-recovery-sheet-loss = من دون العبارة والرمز تضيع الطلبات إلى الأبد. لا أحد يستطيع المساعدة، ولا حتى مشغّل الخادم.
desk-recovery-paper = رمز الطوارئ
desk-recovery-paper-what = يفتح طلبات التواصل ليوم { $day } إذا نُسيت كل العبارات.
desk-recovery-paper-how = افتحوا هذا العنوان، وسجّلوا الدخول، واذهبوا إلى طلبات التواصل ليوم { $day }، ثم اضغطوا على «نسيتم العبارة؟».
desk-recovery-paper-keep = احفظوا هذه الورقة في مكان آمن. من يملكها ويستطيع تسجيل الدخول يفتح بها طلبات التواصل.
desk-recovery-qr = رمز الطوارئ للكاميرا
desk-print-sheet = طباعة الورقة
desk-recovery-kept = طبعت الرمز أو كتبته.
desk-recovery-not-kept = اطبعوا الرمز أو اكتبوه أولًا، ثم ضعوا علامة على الجملة أعلاه.
desk-recovery = الفتح برمز الطوارئ
desk-recovery-hint = أدخلوا الرمز من الورقة واختاروا عبارة مرور جديدة.
desk-recovery-first = ليس لكم وصول خاص بعد
desk-recovery-first-hint = اطلبوا الورقة التي عليها رمز الطوارئ. بعد ذلك تفتحون بعبارتكم الخاصة.
desk-recovery-code = رمز الطوارئ
desk-recovery-code-hint = 16 حرفًا في أربع مجموعات. لا فرق بين الكبير والصغير.
desk-recovery-no-code = هذا ليس رمزًا كاملًا بعد. عدد أحرفه 16.
desk-recovery-wrong = هذا الرمز ليس لهذا السوق. لم يضع شيء.
desk-recovery-now = فتح وحفظ العبارة

## الدعوة
desk-invite = دعوة الهواتف
desk-invite-hint = كل دعوة لهاتف واحد.
desk-invite-label = ماذا يُسمى الهاتف؟
desk-invite-label-hint = مثلًا «هاتف 3». يمكن تركه فارغًا.
desk-invite-now = إظهار رمز
desk-invite-making = تُصنع الدعوة.
desk-invite-no-key = أنشئوا المفتاح أولًا. من دونه لا يستطيع الهاتف إغلاق شيء.
desk-invite-offline = الخادم غير متاح. تحتاج الدعوة إلى شبكة.
desk-invite-failed = لم ينجح ذلك. حاولوا مرة أخرى.
desk-invite-qr = رمز لتسجيل هاتف
desk-invite-for-phone = لهاتف واحد
desk-invite-market = للسوق يوم { $day }
desk-invite-until = صالحة حتى { $moment }
desk-invite-expired = انتهت في { $moment }. اصنعوا دعوة جديدة.
desk-invite-how = وجّهوا كاميرا الهاتف إليه وافتحوا الرابط.
desk-invite-on-paper = للطباعة
desk-invite-on-paper-hint = صالحة حتى نهاية السوق دون تأكيد. وإلا فالرمز صالح عشر دقائق وتؤكدون الهاتف.
desk-invite-print = طباعة الدعوة

## طلبات التواصل
desk-contacts-title = طلبات التواصل ليوم { $day }
desk-to-contacts = إلى طلبات التواصل
desk-no-contacts = لم يصل أي طلب بعد.
desk-no-contacts-hint = تصل الطلبات من تلقاء نفسها حالما تتوفر شبكة للهاتف.
desk-opening = فُتح { $n } من { $of }. يمكنكم العمل الآن.
desk-filter = تصفية طلبات التواصل
desk-filter-name = الاسم أو رمز الإيصال
desk-filter-provider = الجهة
desk-filter-state = الحالة
desk-filter-language = اللغة
desk-filter-all = الكل
desk-filter-all-providers = { $n ->
    [one] الكل (جهة واحدة)
    [two] الكل (جهتان)
    [few] الكل ({ $n } جهات)
   *[other] الكل ({ $n } جهة)
}
desk-filter-overdue = المتأخرة فقط ({ $n })
desk-filter-clear = مسح التصفية
desk-nothing-found = لا طلب يطابق ذلك.
desk-nothing-found-locked = لا طلب يطابق ذلك. لا يمكن البحث عن الأسماء إلا بعد فتح الطلبات.
desk-duplicates = ربما تكرّر { $n } من الطلبات: الرقم أو البريد أو الاسم نفسه.
desk-duplicates-hint = قد يتشارك شخصان هاتفًا واحدًا. انظروا إلى الاثنين.
desk-compare = مقارنة
desk-same-phone = رقم الهاتف نفسه
desk-same-email = البريد نفسه
desk-same-name = الاسم نفسه
desk-maybe-same = ربما الشخص نفسه
desk-state-new = جديد
desk-state-handed-over = سُلّم للجهة
desk-state-reached = تم الوصول إليه
desk-state-appointment = موعد
desk-state-started = بدأ
desk-state-closed = انتهى
desk-state-unreachable = تعذّر الوصول
desk-state-withdrawn = سُحب
desk-topic-offer = عرض
desk-topic-question = سؤال
desk-topic-accreditation = الاعتماد كجهة
desk-topic-networking = تعارف الجهات
desk-sealed-name = مُغلق
desk-unreadable-name = غير مقروء
desk-without-name = بلا اسم
desk-wishes-more = { $wish } و{ $n } غيره
desk-due-on = حتى { $day }
desk-overdue-hidden = متأخر
desk-overdue-date = انقضى الموعد
desk-overdue-new = جديد منذ { $n } يومًا
desk-overdue-unanswered = لا جواب منذ { $n } يومًا
desk-ticket-problem = لا يمكن قراءة كل شيء
desk-moved = { $name }: الآن { $state }
desk-ended = { $n ->
    [one] طلب واحد انتهى أو تعذّر أو سُحب
   *[other] { $n } انتهت أو تعذّرت أو سُحبت
}
desk-withdrawn-never = من سحب طلبه لا يُسلَّم لأحد.
desk-keys = المفاتيح:
desk-keys-choose = اختيار
desk-keys-shift = Shift
desk-keys-move = نقل
desk-unreadable-sum = { $n ->
    [one] طلب واحد لا يمكن قراءته
   *[other] { $n } من الطلبات لا يمكن قراءتها
}
desk-unreadable = هذا الطلب لا يمكن قراءته
desk-unreadable-hint = ربما أُغلق بمفتاح آخر أو تلف. لا تحذفوه. اسألوا صاحب الهاتف الذي سجّله: ما زال هناك إلى أن يفتحه أحد.

## طلب واحد
desk-path = المسار
desk-no-contact = هذا الطلب غير موجود هنا
desk-no-contact-hint = ربما حُذف، أو لم يصل إلى هذا الجهاز بعد.
desk-parts-unreadable = { $n ->
    [one] جزء واحد لا يمكن قراءته
   *[other] { $n } من الأجزاء لا يمكن قراءتها
}
desk-parts-unreadable-hint = الباقي هنا كاملًا. قد تنقص ملاحظة أو تصحيح.
desk-has-problems = بعض البيانات غير مفهومة
desk-has-problems-hint = تُركت جانبًا وتبقى في المستند. ربما جاءت من نسخة أحدث من التطبيق: أعيدوا تحميل الصفحة.
desk-withdrawn = سُحب الطلب
desk-withdrawn-hint = هذا الشخص لا يريد التواصل بعد الآن. لا تتصلوا ولا تعطوا بياناته لأحد.
desk-person = كيف نصل إلى الشخص؟
desk-not-reachable = لا طريق
desk-not-reachable-hint = لا يوجد رقم ولا بريد إلكتروني.
desk-wishes = الرغبات
desk-wish-provider = التعرّف على الجهة
desk-erase = حذف طلب التواصل
desk-erase-hint = مثلًا إذا رغب الشخص في ذلك. يختفي من كل مكان: هنا وعلى الخادم وعلى الهاتف.
desk-erase-sure = هل تحذفه حقًا للجميع؟ لا يمكن التراجع عن ذلك.
desk-erase-yes = نعم، احذف
desk-erase-no = لا، أبقِه
desk-erasing = لحظة، الخادم يحذف.
desk-erase-away = الخادم لا يجيب. لم يُحذف شيء بعد. حاول مرة أخرى عند توفر الشبكة.
desk-erase-refused = لم يحذف الخادم. أعد تحميل الصفحة وحاول مرة أخرى.
desk-consent = الموافقة
desk-consent-given = النسخة { $version }، { $language }، { $given }
desk-given-spoken = قُرئت بصوت مسموع
desk-given-read = قرأها بنفسه
desk-given-written = موقّعة
desk-no-recipients = لا أحد. فريق التنظيم وحده يتصل.
desk-follow-up = ما الخطوة التالية؟
desk-follow-up-state = أين وصل الأمر؟
desk-due = حتى متى؟
desk-due-hint = بعد ذلك يظهر الطلب متأخرًا.
desk-note = ملاحظة
desk-note-new = ملاحظة جديدة
desk-note-hint = تُغلق مثل الاسم. فريق التنظيم وحده يقرؤها.
desk-note-save = حفظ الملاحظة
desk-note-locked = افتحوا طلبات التواصل أولًا. ما كتبتموه يبقى.
desk-note-empty = الملاحظة ما زالت فارغة.
desk-note-too-long = الملاحظة طويلة جدًا. قسّموها.
desk-note-saved = أُغلقت الملاحظة وحُفظت.
desk-state-saved = حُفظت الحالة.
desk-due-saved = حُفظ الموعد.
desk-change-failed = تعذّر التغيير. أعيدوا تحميل الصفحة وحاولوا مرة أخرى.
desk-on-this-device = على هذا الجهاز
desk-history = السجل
desk-someone = شخص من الفريق
desk-opened-by = فُتح
desk-recorded-step = سُجّل

## الجدول
desk-export = جدول (CSV)
desk-export-locked = فقط بعد فتح كل الطلبات.
desk-export-warning = يحتوي هذا الملف على أسماء وأرقام هواتف
desk-export-warning-hint = يبقى بعد ذلك مفتوحًا على هذا الجهاز. لا تعطوه لأحد إلا إذا وافق الناس، واحذفوه عندما تنتهون. من سحب طلبه ليس فيه.
desk-export-now = حفظ رغم ذلك
desk-export-saved = { $n ->
    [one] حُفظ، وفيه طلب واحد.
    [two] حُفظ، وفيه طلبان.
    [few] حُفظ، وفيه { $n } طلبات.
   *[other] حُفظ، وفيه { $n } طلبًا.
}
desk-export-file = contacts-{ $date }.csv
desk-head-name = الاسم
desk-head-phone = الهاتف
desk-head-email = البريد الإلكتروني
desk-head-other = طريق آخر
desk-head-note = ملاحظة الشخص
desk-head-notes = ملاحظات
desk-head-offers = العروض
desk-head-providers = الجهات
desk-head-topic = الموضوع
desk-head-language = اللغة
desk-head-groups = الفئات
desk-head-state = الحالة
desk-head-due = الموعد
desk-head-recorded = وقت التسجيل
desk-head-device = سُجّل بواسطة
desk-head-consent = الموافقة
desk-head-recipients = يجوز إعطاؤه إلى
desk-head-erase = يُحذف يوم
desk-head-id = الرقم

## التقييم
desk-evaluation-title = التقييم: { $day }
desk-print-report = طباعة التقرير
desk-nothing-to-evaluate = لم يصل شيء بعد.
desk-nothing-to-evaluate-hint = بعد السوق تجدون هنا ما بحث عنه الناس وما قالوه.
desk-lead = { $n ->
    [0] لم يطلب أحد التواصل.
    [one] شخص واحد طلب التواصل.
    [two] شخصان طلبا التواصل.
    [few] { $n } أشخاص طلبوا التواصل.
   *[other] { $n } شخصًا طلبوا التواصل.
} { $started ->
    [0] لم يبدأ أحد شيئًا بعد
    [one] بدأ شخص واحد شيئًا
   *[other] بدأ { $started } شيئًا
}، { $appointments ->
    [0] ولا أحد لديه موعد.
    [one] ولشخص واحد موعد.
   *[other] ولدى { $appointments } موعد.
}
desk-lead-busiest = جاء معظمهم من { $time }.
desk-wishes-average = الرغبات، { $average } لكل شخص في المتوسط
desk-days-to-talk = أيام حتى أول حديث (الوسيط)
desk-bars = أعمدة
desk-as-table = كجدول
desk-others = غير ذلك
desk-others-small = كل منها أقل من { $n }، لذلك جُمعت
desk-by-topic = عمّ كان السؤال؟
desk-by-hour = متى جاءت الطلبات؟
desk-by-hour-label = طلبات التواصل في كل ساعة. الأرقام في الجدول أدناه.
desk-hour = من
desk-became = ماذا نتج عنها؟
desk-became-label = حالة الطلبات. الأرقام في الجدول أدناه.
desk-ended-label = انتهت بلا نتيجة
desk-by-provider = إلى من أرادوا؟
desk-provider = الجهة
desk-by-offer = عمّ بحثوا؟
desk-offer = العرض
desk-by-language = بأي لغة؟
desk-by-group = من كان هناك؟
desk-no-groups = لم يذكر أحد فئته. ذلك اختياري.
desk-said = ماذا قال الناس؟
desk-answered-sheets = { $n ->
    [one] رأي واحد
    [two] رأيان
    [few] { $n } آراء
   *[other] { $n } رأيًا
}
desk-no-feedback = لم يصل أي رأي بعد.
desk-no-questions = ليس لهذا الموسم استبيان.
desk-answer = الجواب
desk-answers = الأجوبة
desk-answers-of = { $n ->
    [one] جواب واحد
    [two] جوابان
    [few] { $n } أجوبة
   *[other] { $n } جوابًا
}
desk-not-answered = لم يجب أحد عن هذا.
desk-median = الجواب الأوسط هو { $value }.
desk-yes = نعم
desk-no = لا
desk-texts-sealed = { $n ->
    [one] جواب واحد مُغلق. افتحوا طلبات التواصل لقراءته.
   *[other] { $n } من الأجوبة مُغلقة. افتحوا طلبات التواصل لقراءتها.
}
