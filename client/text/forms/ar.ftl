# ما تشترك فيه نماذج الفريق ونماذج الزوار.

record-continue = متابعة
record-hint-phone-short = ربما الرقم قصير. يمكنك المتابعة رغم ذلك.
record-hint-phone-long = ربما الرقم طويل. يمكنك المتابعة رغم ذلك.
record-hint-phone-letters = في الرقم حروف. يمكنك المتابعة رغم ذلك.
record-hint-email = ربما العنوان غير كامل. يمكنك المتابعة رغم ذلك.
record-hint-email-space = في العنوان مسافة. يمكنك المتابعة رغم ذلك.
feedback-progress = السؤال { $first } إلى { $last } من { $all }
feedback-text-hint = اكتب بلغتك. بلا أسماء من فضلك.
feedback-yes = نعم
feedback-no = لا
feedback-back = رجوع
feedback-finish = تم
