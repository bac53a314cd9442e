# العروض المحفوظة: ملاحظات وترتيب ومشاركة وطباعة وحفظ.

list-empty = الطاولة ما زالت فارغة. اضغط «احفظ» عند أي عرض، فيصبح هنا، حتى بلا إنترنت.
list-empty-next = شاهد العروض
list-removed = لم يعد «{ $title }» في القائمة.
list-removed-note = لم يعد «{ $title }» في القائمة. ملاحظتك عنه ما زالت موجودة.
list-put-back = أعده
list-forget = احذف الملاحظة
list-gone = لم يعد هذا العرض موجودًا.
list-remove = أزله من القائمة

list-note = ملاحظة
list-note-change = غيّر الملاحظة
list-note-done = انتهيت
list-note-name = ملاحظة عن { $title }
list-done = تم
list-show = اعرض
list-order = غيّر الترتيب
list-order-done = الترتيب جاهز
list-up = إلى أعلى
list-down = إلى أسفل

list-said-moved = { $title } الآن في المكان { $place } من { $of }.
list-said-back = { $title } في القائمة من جديد.
list-said-added = { $n ->
    [one] أُضيف عرض واحد.
    [two] أُضيف عرضان.
    [few] أُضيفت { $n } عروض.
   *[other] أُضيف { $n } عرضًا.
 }
list-said-changed = { $n ->
    [one] أُضيف شيء إلى عرض واحد.
    [two] أُضيف شيء إلى عرضين.
    [few] أُضيف شيء إلى { $n } عروض.
   *[other] أُضيف شيء إلى { $n } عرضًا.
 }
list-said-nothing-new = كل هذا كان في قائمتك من قبل.
list-said-copied = تم نسخ الرابط. الصقه في رسالة.
list-said-refused = المتصفح لا يعطي الرابط. اعرض الصورة بدلًا منه.

list-give = اعرض القائمة
list-give-says = { $n ->
    [one] الشخص الآخر يمسح الصورة، فيرى هذا العرض.
    [two] الشخص الآخر يمسح الصورة، فيرى هذين العرضين.
    [few] الشخص الآخر يمسح الصورة، فيرى هذه العروض ({ $n }).
   *[other] الشخص الآخر يمسح الصورة، فيرى هذه العروض ({ $n }).
 }
list-give-no-notes = لا يرى ملاحظاتك.
list-qr-name = { $n ->
    [one] رمز QR للقائمة: عرض واحد
    [two] رمز QR للقائمة: عرضان
    [few] رمز QR للقائمة: { $n } عروض
   *[other] رمز QR للقائمة: { $n } عرضًا
 }
list-qr-too-long = هذا أطول من أن يصبح صورة.
list-send = أرسل كرابط
list-copy = انسخ الرابط
list-print = اطبع
list-shared-title = عروض من سوق الفرص

list-opened = قائمة لك
list-opened-says = أعطاك شخص ما هذه القائمة.
list-opened-ask = { $n ->
    [one] هل تريد إضافة عرض جديد واحد إلى قائمتك؟
    [two] هل تريد إضافة عرضين جديدين إلى قائمتك؟
    [few] هل تريد إضافة { $n } عروض جديدة إلى قائمتك؟
   *[other] هل تريد إضافة { $n } عرضًا جديدًا إلى قائمتك؟
 }
list-opened-known = كل هذا موجود في قائمتك.
list-opened-accept = نعم، إلى قائمتي
list-opened-leave = إلى قائمتي
list-opened-unknown = { $n ->
    [one] عرض واحد لم يعد موجودًا، أو لا يعرفه هذا الهاتف بعد.
    [two] عرضان لم يعودا موجودين، أو لا يعرفهما هذا الهاتف بعد.
    [few] { $n } عروض لم تعد موجودة، أو لا يعرفها هذا الهاتف بعد.
   *[other] { $n } عرضًا لم يعد موجودًا، أو لا يعرفه هذا الهاتف بعد.
 }

list-other = قائمة لشخص آخر
list-other-offered = هل تقدم المشورة أو المساعدة؟ اجمع عروضًا لشخص آخر. لا يبقى منها شيء على هذا الهاتف.
list-other-start = ابدأ قائمة جديدة
list-other-start-same = ابدأ بعروضي
list-other-says = لا يُحفظ شيء من هذا. القائمة موجودة في عنوان هذه الصفحة فقط.
list-other-title = العنوان
list-other-title-hint = مثلًا: أفكار لبداية جديدة. بلا اسم وبلا عنوان. { $n } حرفًا على الأكثر.
list-other-search = ابحث عن عرض
list-other-chosen = في القائمة
list-pick = إلى القائمة
list-other-leave = انتهيت، إلى قائمتي

list-show-says = يعمل بلا إنترنت: الكاميرا تقرأ الاسم والهاتف والعنوان.
list-show-name = رمز QR فيه الاسم والهاتف والعنوان
list-show-leave = إلى قائمتي

list-files = احفظ القائمة
list-files-say = الملف يحفظ قائمتك وملاحظاتك، أو ينقلها إلى هاتف آخر.
list-export = احفظ كملف
list-import = افتح ملفًا
list-file-too-large = هذا الملف كبير جدًا. القائمة أصغر منه بكثير.
list-file-no-list = هذا الملف ليس قائمة من السوق، أو هو تالف. قائمتك كما كانت.
list-file-newer = هذا الملف من إصدار أحدث. حمّل أولًا الإصدار الجديد من هذه الصفحة.
list-may-be-cleared = يحق للمتصفح أن يمسح قائمتك إذا امتلأ الهاتف أو لم تزر الصفحة مدة طويلة. الملف أو الورقة المطبوعة أضمن.
list-is-kept = وعد المتصفح بأن يحفظ قائمتك حتى تحذفها أنت.

list-paper-phone = هاتف
list-paper-from = بتاريخ { $date }
