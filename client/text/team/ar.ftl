# برنامج المتطوعات والمتطوعين: جمل قصيرة، ومعها دائمًا الخطوة التالية.

team-skip = إلى المحتوى
team-title = { $page } · الفريق
team-title-home = البداية
team-title-record = تسجيل طلب تواصل
team-title-feedback = تسجيل رأي
team-title-list = طلباتي
team-title-withdraw = السحب بالرمز
team-title-hand-in = تسليم
team-title-hands = بيد من الهاتف؟
team-title-help = مساعدة
team-title-view = العرض واللغة
team-title-not-found = هذه الصفحة غير موجودة

team-place = الفريق
team-tabs = الأقسام
team-tab-home = البداية
team-tab-record = تسجيل
team-tab-list = القائمة
team-tab-hand-in = تسليم
team-tool-help = مساعدة
team-tool-hands = تسليم الهاتف لغيرك
team-tool-view = العرض: فاتح، داكن، شمس
team-to-start = إلى البداية
team-not-found-help = ربما العنوان قديم. تجد كل شيء في البداية.

team-offline = لا توجد شبكة. التسجيل مستمر.
team-offline-since = لا توجد شبكة منذ { $time }. يمكنك متابعة التسجيل.
team-offline-here = لا توجد شبكة بعد. يمكنك التسجيل رغم ذلك.
team-online = متصل.
team-online-since = متصل. الحالة في { $time }.
team-connecting = جارٍ الاتصال.
team-sending =
    { $n ->
        [one] متصل. يُرسَل إدخال واحد الآن.
       *[other] متصل. يجري إرسال { $n } من الإدخالات.
    }
team-sync-now = أرسل الآن
team-signed-out = هذا الهاتف لم يعد مسجّلًا. اطلب دعوة جديدة. ما سجّلته يبقى هنا.
team-not-stored = لم يستطع الهاتف الحفظ الآن. اترك هذه الصفحة مفتوحة. سنحاول من جديد.
team-not-stored-full = الذاكرة ممتلئة. احذف صورًا أو تطبيقات. اترك هذه الصفحة مفتوحة فتحفظ وحدها.
team-almost-full = ذاكرة هذا الهاتف شبه ممتلئة.
team-unreadable =
    { $n ->
        [one] إدخال واحد على هذا الهاتف تالف. يبقى محفوظًا. أرِ الهاتف لفريق التنظيم.
       *[other] على هذا الهاتف إدخالات تالفة: { $n }. تبقى محفوظة. أرِ الهاتف لفريق التنظيم.
    }
team-may-be-cleared = قد يحذف هذا المتصفح البيانات
team-may-be-cleared-help = عندما تقل الذاكرة ينظّف المتصفح. أضف هذه الصفحة إلى الشاشة الرئيسية. وأرسل كثيرًا.
team-update = توجد نسخة جديدة.
team-update-now = حمّلها الآن
team-update-later = لاحقًا

team-missing-heading = التسجيل لا يعمل هنا
team-missing-in-app = ترى الصفحة داخل تطبيق آخر. افتحها في المتصفح: من القائمة «فتح في المتصفح».
team-missing-https = حُمّلت الصفحة دون حماية. افتح العنوان مع https.
team-missing-old = المتصفح قديم جدًا. استعمل متصفحًا آخر أو حدّثه.
team-missing-what = ينقص: { $what }
team-storage-heading = الهاتف لا يستطيع الحفظ
team-storage-full = الذاكرة ممتلئة. احذف صورًا أو تطبيقات وأعد تحميل الصفحة.
team-storage-private = ربما هذه نافذة خاصة. افتح الصفحة في نافذة عادية.
team-storage-failed = أعد تحميل الصفحة. إن لم ينفع فأعد تشغيل الهاتف. لم يُحذف شيء.
team-storage-detail = الرسالة: { $detail }
team-tab-heading = البرنامج مفتوح من قبل
team-tab-waiting = يعمل في نافذة أخرى. نافذتان معًا تعيق إحداهما الأخرى.
team-tab-lost = أنت تتابع الآن في نافذة أخرى. لم يضع شيء هنا.
team-tab-take = المتابعة هنا

team-welcome = أهلًا بك في الفريق
team-welcome-lead = هنا يسجّل المتطوعون طلبات التواصل، حتى دون شبكة.
team-welcome-volunteer = هل تساعد في كشك؟
team-welcome-volunteer-help = امسح الدعوة التي يعرضها عليك فريق التنظيم. أو افتح الرابط الذي فيها.
team-welcome-organiser = هل تنظّم السوق؟
team-sign-in = تسجيل الدخول
team-to-desk = إلى طاولة العمل

team-hello = مرحبًا، { $label }
team-market = { $date }.
team-invited-by = الدعوة من { $name }.
team-where =
    { $n ->
        [0] لا طلبات بعد
        [one] أين طلبك؟
       *[other] أين طلباتك؟ ({ $n })
    }
team-phone-means = محفوظ، لكن هنا فقط. حافظ جيدًا على الهاتف.
team-server-means = آمن. حتى لو ضاع الهاتف.
team-organisers-means = وصل وفُتح.
team-tally-heading = عدّ الأسئلة
team-tally = أُجيب عن سؤال
team-tally-hint = كل نقرة تعدّ سؤالًا. بلا تواصل وبلا أسماء.
team-tally-undo = لا تعدّ السؤال الأخير
team-latest = آخر ما سُجّل
team-no-contacts = لا توجد طلبات بعد. انقر «تسجيل طلب تواصل».
team-show-all = عرض الكل
team-record-contact = تسجيل طلب تواصل
team-record-feedback = تسجيل رأي
team-without-name = بلا اسم
team-not-saved = لم يُحفظ بعد. اترك هذه الصفحة مفتوحة.
team-refused = الخادم لا يقبل هذا الإدخال. يبقى هنا. أرِ الهاتف لفريق التنظيم.
team-edit-on-phone = هناك تعديل عليه ما زال على هذا الهاتف فقط.
team-list-heading =
    { $n ->
        [one] طلب واحد
       *[other] الطلبات: { $n }
    }
team-list-initials = الأسماء والأرقام مقفلة. على هذا الهاتف ترى الأحرف الأولى فقط.

# بدأت ولم تكتمل
team-drafts =
    { $n ->
        [one] قصاصة واحدة بدأتها
       *[other] قصاصات بدأتها: { $n }
    }
team-drafts-help = على هذا الهاتف فقط، ومقفلة. ما لا يكتمل يُحذف هذه الليلة.
team-draft-begun = بدأت في { $time }. تابع من هنا.
team-draft-finished = حُفظت. لم يُعرض الإيصال بعد.
team-draft-throw-away = تجاهل المسودة
team-draft-thrown-away = تم تجاهلها.
team-draft-put-back = استرجاع

# تصحيح الطلبات وسحبها
team-own-correct = هل هناك خطأ؟ ما تكتبه هنا يسري من الآن. الحقول الفارغة تبقى كما كانت.
team-own-save = تصحيح
team-own-corrected = حُفظ وقُفل. يرى فريق التنظيم التصحيح.
team-own-withdraw = سحب الطلب
team-own-withdrawn = سُحب. لن يتواصل أحد.
team-own-withdraw-undo = عدم السحب
team-withdraw-lead = هل يريد شخص سحب كل شيء؟ برمز الإيصال يمكن ذلك على أي هاتف.
team-withdraw-code = رمز الإيصال
team-withdraw-submit = سحب
team-withdraw-short = يتكون الرمز من 16 حرفًا ورقمًا. انظر إليه مرة أخرى من فضلك.
team-withdraw-taken = قُبل. يُحذف كل شيء عندما تكون هناك شبكة.
team-withdraw-waits = ينتظر الشبكة.
team-withdraw-unknown = لا يعرف الخادم هذا الرمز بعد. ربما ما زال الطلب على هاتف آخر. نواصل المحاولة.
team-withdraw-forget = التوقف عن المحاولة
team-hand-in-withdrawals =
    { $n ->
        [one] هناك سحب واحد لم يُرسل بعد
       *[other] عمليات سحب لم تُرسل بعد: { $n }
    }

# بيد من الهاتف
team-hands-lead = نقرة واحدة تسلّم الهاتف لغيرك. القصاصة التي بدأها شخص لا يراها غيره.
team-hands-first = من سجّل الهاتف
team-hands-own-name = ما اسمك؟
team-hands-other-name = هل يسجّل شخص آخر بهذا الهاتف؟ ما اسمه؟
team-hands-name-hint = لهذا الهاتف فقط. لا يُرسل أبدًا.
team-hands-keep = اعتماد
team-pin = الرقم السري
team-pin-means = الرقم السري يمنع من يجد الهاتف. ولا يمنع من ينسخ ذاكرته ويفحصها. الأسماء في الطلبات المكتملة مقفلة دائمًا، مع الرقم السري وبدونه.
team-pin-new = رقم سري جديد، 4 أرقام على الأقل
team-pin-choose = تعيين الرقم السري
team-pin-remove = إزالة الرقم السري
team-pin-lock = اقفل الآن
team-pin-idle = بعد 5 دقائق دون لمس يقفل البرنامج نفسه.
team-pin-open = متابعة
team-pin-short = 4 أرقام على الأقل من فضلك.
team-pin-wrong = هذا رقم آخر. حاول مرة أخرى.
team-pin-failed = تعذّر على الهاتف حفظ الرقم السري. يبقى كل شيء كما كان.
team-pin-checking = يجري التحقق …
team-pin-forgotten = نسيت الرقم السري؟
team-pin-forgotten-help = عندها يُحذف ما يحميه: القصاصات التي بدأتها والأحرف الأولى في القائمة. الطلبات المكتملة تبقى وتُرسل.
team-pin-forget = احذف وتابع بلا رقم سري
team-locked = مقفل
team-locked-lead = ما سُجّل يُرسل كالمعتاد. للمتابعة أدخل رقمك السري.

team-hand-in-heading = انتهيت لليوم؟
team-hand-in-lead = سجّلت { $contacts } من طلبات التواصل و{ $feedback } من الآراء. شكرًا!
team-hand-in-table = أين كل شيء؟
team-hand-in-place = أين؟
team-hand-in-contacts = طلبات
team-hand-in-feedback = آراء
team-hand-in-not-sent =
    { $n ->
        [one] إدخال واحد على هذا الهاتف فقط
       *[other] على هذا الهاتف فقط: { $n }
    }
team-hand-in-offline-help = لا توجد شبكة. اذهب إلى مكان فيه شبكة فيرسل الهاتف وحده.
team-hand-in-sending-help = الهاتف يرسل الآن. لحظة من فضلك.
team-hand-in-refused =
    { $n ->
        [one] الخادم لا يقبل إدخالًا واحدًا
       *[other] إدخالات لا يقبلها الخادم: { $n }
    }
team-hand-in-refused-help = تبقى على هذا الهاتف. أرِه لفريق التنظيم قبل أن تذهب.
team-hand-in-retry = أرسل مرة أخرى
team-hand-in-missing =
    { $n ->
        [one] هذا الطلب ما زال ناقصًا
       *[other] ما زالت ناقصة: { $n }
    }
team-hand-in-done = انتهيت
team-hand-in-anyway = التسليم رغم ذلك
team-hand-in-unreadable =
    { $n ->
        [one] لا يستطيع هذا الهاتف قراءة أحد السجلات
       *[other] لا يستطيع هذا الهاتف قراءة { $n } من السجلات
    }
team-hand-in-unreadable-help = أرِ الهاتف لفريق التنظيم قبل أن تغادر. إذا سلّمت رغم ذلك، يرى الفريق أن شيئًا ما ناقص.
team-hand-in-not-yet = يمكن ذلك عندما يصبح كل شيء على الخادم.
team-handed-in = تم التسليم
team-handed-in-at =
    { $n ->
        [one] في { $time }، إدخال واحد. شكرًا لمساعدتك!
       *[other] في { $time }، عدد الإدخالات { $n }. شكرًا لمساعدتك!
    }

team-scheme = الألوان
team-scheme-system = كما في هذا الجهاز
team-scheme-light = فاتح
team-scheme-dark = داكن
team-scheme-sun = شمس: تباين قوي جدًا
team-language = اللغة
team-language-de = Deutsch
team-language-en = English
team-language-ar = العربية

team-help-network = ماذا لو لم تكن هناك شبكة؟
team-help-network-answer = تابع التسجيل فقط. يرسل الهاتف وحده عندما تكون هناك شبكة وهذه الصفحة مفتوحة.
team-help-consent = ماذا لو قال أحد «لا»؟
team-help-consent-answer = انقر «لا». عندها يُحذف كل شيء. الموافقة وحدها إلزامية، وكل شيء آخر يمكن أن يبقى فارغًا.
team-help-names = من يستطيع قراءة الأسماء؟
team-help-names-answer = فريق التنظيم فقط. يُقفَل الاسم والرقم على الهاتف قبل أن يغادراه.
team-help-wrong = ماذا لو أخطأت في الكتابة؟
team-help-wrong-answer = سجّل الطلب مرة أخرى وأخبر فريق التنظيم. هو يجمع الاثنين.
team-help-lost = ماذا لو ضاع الهاتف؟
team-help-lost-answer = اتصل فورًا بفريق التنظيم. هو يقفل الهاتف. ما وصل إلى الخادم آمن.
team-help-end = ماذا أفعل في النهاية؟
team-help-end-answer = اذهب إلى «تسليم». هناك مكتوب هل وصل كل شيء. بعدها فقط انقر «انتهيت».

enrol-heading = تسجيل هذا الهاتف
enrol-lead = بعدها تسجّل بهذا الهاتف طلبات التواصل.
enrol-point-offline = هذا يعمل دون شبكة أيضًا. الآن فقط، عند التسجيل، تحتاج الشبكة للحظة.
enrol-point-sealed = تُقفَل الأسماء والأرقام على الهاتف. فريق التنظيم وحده يفتحها.
enrol-point-key = يحصل الهاتف على مفتاح خاص به. لا يغادره أبدًا.
enrol-label = ما اسم هذا الهاتف؟
enrol-label-hint = مثلًا «هاتف 3». يرى فريق التنظيم هذا الاسم.
enrol-submit = تسجيل
enrol-working = جارٍ التسجيل …
enrol-again = هذا الهاتف مسجّل من قبل
enrol-again-help = باسم «{ $label }». إن تابعت فالتسجيل الجديد هو الساري. ما سجّلته يبقى.
enrol-offline = لا توجد شبكة
enrol-offline-help = الخادم لا يجيب. تبقى الدعوة صالحة. اذهب إلى حيث توجد شبكة وانقر مرة أخرى.
enrol-expired = انتهت صلاحية الدعوة
enrol-expired-help = اطلب من فريق التنظيم دعوة جديدة. لن يستغرق ذلك إلا لحظة.
enrol-used = استُعملت الدعوة من قبل
enrol-used-help = كل دعوة لهاتف واحد. اطلب من فريق التنظيم دعوة جديدة.
enrol-unknown = هذه الدعوة غير موجودة
enrol-unknown-help = ربما لم يُنسخ الرابط كاملًا. امسح الدعوة مرة أخرى.
enrol-other-key = المفتاح لا يطابق الدعوة
enrol-other-key-help = حرصًا على الأمان لم يُسجَّل شيء. أرِ هذا لفريق التنظيم واطلب دعوة جديدة.
enrol-failed = لم ينجح ذلك
enrol-failed-help = أجاب الخادم بما لم نتوقعه. حاول مرة أخرى بعد دقيقة.

record-slip = هذا الطلب
record-step-wish = الرغبة
record-step-reach = التواصل
record-step-language = اللغة
record-step-consent = الموافقة
record-now = الآن
record-missing = ناقص
record-draft-not-kept = تعذّر حفظ المسودة. اترك هذه الصفحة مفتوحة حتى تنتهي.
record-draft = المسودة على هذا الهاتف، مقفلة.
record-cancel = إلغاء، تبقى المسودة
record-no-catalog = العروض ليست على هذا الهاتف بعد. تحتاج الشبكة لذلك مرة واحدة.
record-wish = ماذا يريد الشخص؟
record-search = ابحث عن عرض
record-offers = اختير مؤخرًا وكثيرًا
record-nothing-found = لا شيء عن «{ $query }».
record-and-more = { $title } و{ $n } غيره
record-matter-question = سؤال فقط
record-matter-accreditation = أن يصبح مقدّم عروض
record-matter-networking = إيجاد شركاء
record-reach = كيف نصل إلى الشخص؟
record-name = الاسم
record-channels = الطريقة
record-channel-phone = اتصال
record-channel-email = بريد إلكتروني
record-channel-other = غير ذلك
record-by-phone = اتصال، { $number }
record-phone = رقم الهاتف
record-email = عنوان البريد
record-other = كيف إذن؟
record-note-open = أضف ملاحظة
record-note = ملاحظة
record-note-hint = تُقفَل أيضًا.
record-language = أي لغة يتكلم الشخص؟
record-language-de = الألمانية
record-language-en = الإنجليزية
record-language-ar = العربية
record-language-tr = التركية
record-language-ru = الروسية
record-language-uk = الأوكرانية
record-language-pl = البولندية
record-language-vi = الفيتنامية
record-consent = اعرضه أو اقرأه من فضلك
record-consent-own = عرض بلغة: { $language }
record-consent-machine = ترجمة آلية، لم تُراجَع بعد.
record-no-consent = لا يوجد نص موافقة لهذا السوق بعد. دونه لا يجوز التسجيل. تحدّث مع فريق التنظيم.
record-goes-to = يصل إلى: { $names }. يُحذف في { $date }.
record-goes-to-team = يصل إلى: فريق السوق. يُحذف في { $date }.
record-from-paper = منقول عن ورقة
record-no = لا
record-yes = نعم
record-yes-no-mean = «نعم» تحفظ فورًا. «لا» تحذف كل شيء.
record-saving = جارٍ الحفظ …
record-declined = لم يُحفظ شيء
record-declined-help = حُذفت المسودة. شكرًا لأنك سألت.
record-failed = لم يُحفظ هذا بعد
record-failed-key = مفتاح هذا الهاتف مفقود. ربما حذفه المتصفح. اطلب دعوة جديدة. ما كتبته ما زال هنا.
record-failed-seal = لم يمكن إقفال النص. اختصر الملاحظة وحاول مرة أخرى.
record-failed-again = حاول مرة أخرى. ما كتبته ما زال هنا.
record-thanks = شكرًا. هذا إيصالك.
record-code = رمزك
record-qr = رمز QR فيه رمزك { $code }
record-saved-phone = حُفظ. يرسل الهاتف وحده عندما تكون هناك شبكة.
record-saved-server = حُفظ وأُرسل.
record-fact-about = ما الموضوع؟
record-fact-question = سؤال
record-fact-who = من سيتواصل؟
record-fact-team = فريق السوق
record-fact-erased = متى يُحذف؟
record-photo = التقط له صورة.
record-photo-why = بالرمز تستطيع سحب كل شيء. وهو مكتوب هنا فقط.
record-done = تم
record-next = الطلب التالي

feedback-heading = كيف كان السوق بالنسبة لك؟
feedback-lead =
    { $n ->
        [one] سؤال واحد. بلا اسم. يمكنك تركه فارغًا.
       *[other] عدد الأسئلة { $n }، دقيقة واحدة. بلا اسم. يمكنك ترك أي سؤال فارغًا.
    }
feedback-later = لاحقًا
feedback-hand-over = تسليم الهاتف
feedback-hand-over-means = عندها لا يرى الشخص إلا هذه الأسئلة. والعودة برقمك السري.
feedback-hand-over-pin = مع رقم سري يمكنك تسليم الهاتف مقفلًا.
feedback-give-back = للفريق: استعادة الهاتف
feedback-thanks = شكرًا جزيلًا!
feedback-thanks-lead = أعد الهاتف من فضلك.
feedback-next = الرأي التالي
