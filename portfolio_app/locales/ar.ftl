### Words in Arabic, for schools. The order is that of en.ftl.
### No word here is for boys only or girls only: what a child does is said as "I" or "we" (أضيف، نختار),
### as a noun (حفظ، إضافة), with يمكنك, or in the past, where both are written alike (كتبت). Teachers: يُرجى.
### A sentence with a child's name has a noun instead of a verb (رأي سامي, never قال or قالت).
### Glossary: portfolio ملف الإنجاز · work عمل · I can أستطيع · skill, to a child مهارة · check (a work) أقيّم ·
### showcase معرض · goal هدف · step خطوة · secret الرمز السرّي · badge شارة · paper at home ورقتي في البيت ·
### rubric سلّم تقدير · criterion معيار · level مستوى · competency, to a teacher كفاية · feedback ملاحظات.
### Never said to children: مزامنة، رفع، تسليم، كفاية، سلّم تقدير، دليل.

## Everywhere

all-product-name = ملف الإنجاز
all-language = اللغة
all-list-comma = { "، " }

## Student app: sending

student-sending-saved = محفوظ هنا
student-sending-waiting = في انتظار الذهاب إلى المدرسة
student-sending-safe = بأمان في المدرسة
student-sending-ask = أسأل معلّمي

student-sending-waiting-works = في انتظار الذهاب

student-large-title = ملفات كبيرة
student-large-progress = { $done } من { $all } ميغابايت
student-large-waits = ينتظر دوره. { $all } ميغابايت.
student-large-later = يذهب وحده عندما تردّ المدرسة. { $all } ميغابايت.
student-large-stopped = توقّف الآن. ما وصل إلى المدرسة يبقى هناك.
student-large-held = ينتظر شبكة أخرى. { $all } ميغابايت.
student-large-stop = إيقاف الآن
student-large-go-on = متابعة
student-large-not-here = ليس على هذه الشبكة
student-large-anyway = إرسال الآن رغم ذلك

student-stick-title = بلا إنترنت
student-stick-why = يمكنك حمل أعمالك إلى المدرسة على ذاكرة USB. من يجدها لا يستطيع قراءة ما فيها.
student-stick-make-title = إلى المدرسة
student-stick-make-how = نحفظ الملف على ذاكرة USB ونعطيها للمعلّم.
student-stick-make = صنع ملف للمدرسة
student-stick-made = { $files ->
    [zero] الملف جاهز. فيه كل ما كتبته وينتظر الذهاب.
    [one] الملف جاهز، وفيه كل ما ينتظر مع صورة واحدة أو ملف واحد.
    [two] الملف جاهز، وفيه كل ما ينتظر مع صورتين أو ملفين.
    [few] الملف جاهز، وفيه كل ما ينتظر مع { $files } صور أو ملفات.
    [many] الملف جاهز، وفيه كل ما ينتظر مع { $files } صورة أو ملفًا.
   *[other] الملف جاهز، وفيه كل ما ينتظر مع { $files } صورة أو ملف.
}
student-stick-made-nothing = الملف جاهز. لا شيء ينتظر الذهاب، لكن المدرسة تستطيع الردّ عليه.
student-stick-read-title = من المدرسة
student-stick-read-how = نضع ذاكرة USB التي عليها ردّ المدرسة، ثم نختار الملف منها.
student-stick-read = قراءة ردّ المدرسة
student-stick-reading = نقرأ الردّ الآن
student-stick-was-read = قرأنا الردّ. كل ما فيه صار هنا.
student-stick-was-known = قرأنا الردّ. لا جديد فيه.

student-earlier-title = ما كتبته من قبل
student-earlier-why = هذا ما كتبته من قبل. لا يضيع شيء مما كتبته.
student-earlier-of-title = الاسم
student-earlier-of-caption = عن العمل
student-earlier-of-words = رأيي
student-earlier-of-text = كلماتي
student-earlier-now = هذا هو الموجود الآن
student-earlier-again = العودة إلى هذا
student-earlier-here = كُتب هنا في { $day } الساعة { $time }
student-earlier-there = كُتب على جهاز آخر في { $day } الساعة { $time }
student-earlier-school = جُمع في المدرسة في { $day } الساعة { $time } من كلماتك أنت
student-earlier-none = لم يُكتب هنا شيء بعد.
student-earlier-older = { $count ->
    [zero] لا شيء أقدم
    [one] عرض واحد أقدم
    [two] عرض اثنين أقدم
    [few] عرض { $count } أقدم
    [many] عرض { $count } أقدم
   *[other] عرض { $count } أقدم
}
student-earlier-asking = نسأل مدرستك عن الأقدم.
student-earlier-all = هذا كل شيء.
student-earlier-more-at-school = هذا ما على هذا الجهاز. الأقدم في المدرسة: نعود لرؤيته عندما يتوفّر الإنترنت.
student-sending-never = لم يصل شيء إلى المدرسة بعد.
student-sending-try = نحاول الآن
student-sending-reached = ردّت المدرسة.

student-attention-title = أشياء لم تأخذها مدرستك
student-attention-safe = هي ما زالت هنا. القرار لك.
student-attention-what-title = اسم من عندك
student-attention-what-caption = كلمات عن عملك
student-attention-what-words = رأيك
student-attention-what-file = صورة أو ملف
student-attention-what-competencies = مهارة من مهاراتك
student-attention-what-ratings = تقييمك لعملك
student-attention-what-story = قصة معرضك
student-attention-what-place = مكان شيء ما
student-attention-what-link = رابط إلى معرضك
student-attention-what-binned_ms = شيء للسلّة
student-attention-what-name = اسمك
student-attention-what-other = شيء من تغييراتك
student-attention-why-not_allowed = المدرسة وحدها تغيّر هذا. معلّمك يساعدك.
student-attention-why-too_large = هو كبير جدًا على مدرستك. معلّمك يساعدك.
student-attention-why-malformed = لم تستطع مدرستك قراءته. نحاول مرة أخرى.
student-attention-why-erased = أزالت مدرستك أعمالك إلى الأبد، ولم يبقَ هذا إلا هنا. معلّمك يساعدك.
student-attention-why-other = لم تقل مدرستك السبب. معلّمك يساعدك.
student-attention-again = إبقاء ما عندي وإرساله مرة أخرى
student-attention-again-done = هو في الطريق من جديد.
student-attention-go = لا أريده
student-attention-gone = لم يعد هنا.
student-attention-look = رؤية العمل
student-attention-bin = { $count ->
    [zero] لا أعمال في الطريق إلى السلّة. هل قصدت ذلك؟
    [one] عمل واحد في الطريق إلى السلّة. هل قصدت ذلك؟
    [two] عملان في الطريق إلى السلّة. هل قصدت ذلك؟
    [few] { $count } أعمال في الطريق إلى السلّة. هل قصدت ذلك؟
    [many] { $count } عملًا في الطريق إلى السلّة. هل قصدت ذلك؟
   *[other] { $count } عمل في الطريق إلى السلّة. هل قصدت ذلك؟
}
student-attention-bin-why = هذا كثير دفعة واحدة، لذلك تسألك مدرستك أولًا.
student-attention-bin-yes = نعم، قصدت ذلك
student-attention-bin-yes-done = هي في السلّة. ما زالت إعادتها ممكنة.
student-attention-bin-no = لا، أريدها أن تعود
student-attention-bin-no-done = عادت إلى أعمالي.

student-saved-here = محفوظ هنا
student-save = حفظ
student-next = التالي
student-back = رجوع
student-done = تمّ
student-close = إغلاق
student-open = فتح
student-undo = تراجع
student-untitled = بلا اسم بعد
student-two-devices = كتبت هذا على جهازين
student-two-devices-what = لم يضع شيء. أي كلمات نُبقي؟
student-two-devices-keep = إبقاء هذه
student-two-devices-both = إبقاء الكل
student-two-devices-join = جمعها معًا
student-two-devices-join-how = هنا كل الكلمات. يمكنك نقلها أو حذف بعضها حتى تعجبك.
student-two-devices-join-label = كلماتي
student-two-devices-join-not = ليس الآن
student-two-devices-empty = (بلا كلمات)
student-two-devices-here = كُتب هنا في { $day } الساعة { $time }
student-two-devices-there = كُتب على جهاز آخر في { $day } الساعة { $time }
student-step-is-done = تمّ
student-step-is-open = ليس بعد
student-step = الخطوة { $step } من { $of }

## Student app: who are you

student-welcome-title = مكان لأعمالك
student-welcome-text = هنا تُحفظ أعمالك، ويظهر كيف تنمو مهاراتك. ومن يراها؟ القرار لك.
student-who-title = من أنت؟
student-who-new = أنا هنا لأول مرة
student-who-promise = أعمالك مقفلة. لا يفتحها هنا أحد غيرك.

student-new-title = مرحبًا! من أنت؟
student-new-name = اسمك
student-new-name-missing = نكتب الاسم أولًا.
student-new-picture = أختار صورتي
student-new-hello = مرحبًا يا { $name }!
student-new-age = كم عمرك؟
student-new-secret = أختار رقمًا سرّيًا
student-new-secret-again = أكتبه مرة أخرى
student-new-secret-why = 4 أرقام أو أكثر. هو يفتح أعمالك. يبقى سرًّا بينك وبين نفسك، ولا ننساه.
student-new-secret-differs = الرقمان مختلفان. نختار من جديد.
student-band = عمر { $ages }

student-unlock-hello = مرحبًا يا { $name }!
student-unlock-ask = رمزك السرّي يفتح أعمالك.
student-unlock-hello-somebody = مرحبًا!
student-unlock-other = أنا شخص آخر
student-somebody = شخص ما
student-somebody-of = شخص ما { $number }
student-wait-why = أخطأنا مرات كثيرة. نستريح قليلًا ثم نحاول.
student-wait-seconds = نحاول من جديد بعد { $seconds ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}
student-wait-minutes = نحاول من جديد بعد { $minutes } د { $seconds } ث
student-secret-count = { $count ->
    [zero] لم يُكتب أي رقم
    [one] كُتب رقم واحد
    [two] كُتب رقمان
    [few] كُتبت { $count } أرقام
    [many] كُتب { $count } رقمًا
   *[other] كُتب { $count } رقم
}
student-secret-back = حذف رقم
student-secret-done = متابعة
student-secret-short = في الرمز السرّي { $least } أحرف أو أرقام على الأقل.
student-secret-words = كلماتك السرّية
student-secret-use-words = كلمات بدل الأرقام
student-secret-use-pin = أرقام بدل الكلمات
student-secret-change = تغيير رمزي السرّي
student-secret-changed = تغيّر رمزك السرّي.

student-avatar-fox = ثعلب
student-avatar-owl = بومة
student-avatar-turtle = سلحفاة
student-avatar-whale = حوت
student-avatar-bee = نحلة
student-avatar-cat = قطة
student-avatar-rabbit = أرنب
student-avatar-bear = دب
student-avatar-parrot = ببغاء
student-avatar-hedgehog = قنفذ
student-avatar-frog = ضفدع
student-avatar-penguin = بطريق

## Student app: the frame

student-place-home = الرئيسية
student-place-works = أعمالي
student-place-showcases = معرضي
student-place-about = عنّي
student-lock = قفل
student-lock-soon = سيُقفل قريبًا. كلماتك محفوظة.
student-lock-stay = أنا هنا
student-erased = حذفت مدرستك ملف الإنجاز هذا، وحُذف من هذا الجهاز أيضًا. معلّمك يساعدك.
student-lock-minutes = { $minutes ->
    [zero] حالًا
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
student-not-here-title = لا شيء هنا
student-not-here = نعود إلى الرئيسية ونبحث من هناك.

## Student app: home

student-good-morning = صباح الخير يا { $name }
student-good-afternoon = مرحبًا يا { $name }
student-good-evening = مساء الخير يا { $name }
student-home-first-title = لا شيء هنا بعد
student-home-first = هيا نضيف أول عمل لك. تكفي صورة له.
student-home-finish = نكمله لاحقًا
student-home-more = { $count ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } أخرى
    [many] { $count } أخرى
   *[other] { $count } أخرى
}
student-home-newest = أحدث أعمالك
student-home-answers = من معلّمك
student-home-answer-to = كتب معلّمك عن { $title }
student-home-no-school-title = الانضمام إلى مدرستك
student-home-no-school = أعمالك محفوظة على هذا الجهاز. ومع البطاقة التي عند معلّمك تذهب إلى المدرسة أيضًا.
student-home-sending-saved = كل شيء محفوظ هنا.
student-home-sending-waiting = { $count ->
    [zero] هناك شيء في الطريق.
    [one] عمل واحد ينتظر الذهاب إلى المدرسة.
    [two] عملان ينتظران الذهاب إلى المدرسة.
    [few] { $count } أعمال تنتظر الذهاب إلى المدرسة.
    [many] { $count } عملًا تنتظر الذهاب إلى المدرسة.
   *[other] { $count } عمل تنتظر الذهاب إلى المدرسة.
}
student-home-sending-later = لا نصل إلى المدرسة الآن. أعمالك محفوظة هنا، وتذهب وحدها لاحقًا.
student-home-sending-signed-out = لم تعد المدرسة تعرف هذا الجهاز. معلّمك يساعدك؛ أعمالك محفوظة هنا.
student-home-sending-safe = كل ما صنعته بأمان في المدرسة.
student-home-sending-ask = هناك شيء لم تأخذه المدرسة. معلّمك يساعدك؛ أعمالك محفوظة هنا.
student-step-name = نعطيه اسمًا
student-step-tag = ما المهارة التي تظهر فيه؟
student-step-check = أقيّم عملي
student-step-reflect = أكتب رأيي

## Student app: add

student-add = أضيف عملي
student-add-short = إضافة
student-add-what = صورة أو رسم أو كلمات أو ملف
student-add-why = يُحفظ فورًا. يمكنك الكتابة عنه الآن أو لاحقًا.
student-add-half-come = { $more ->
    [zero] لم يُحفظ: { $names }. أُغلق التطبيق قبل أن يصل كله.
    [one] لم يُحفظ: { $names } وملف آخر. أُغلق التطبيق قبل أن تصل كلها.
    [two] لم يُحفظ: { $names } وملفان آخران. أُغلق التطبيق قبل أن تصل كلها.
    [few] لم يُحفظ: { $names } و{ $more } ملفات أخرى. أُغلق التطبيق قبل أن تصل كلها.
    [many] لم يُحفظ: { $names } و{ $more } ملفًا آخر. أُغلق التطبيق قبل أن تصل كلها.
   *[other] لم يُحفظ: { $names } و{ $more } ملف آخر. أُغلق التطبيق قبل أن تصل كلها.
}
student-add-half-come-name = «{ $name }»
student-add-again = أختار من جديد
student-add-half-come-ok = حسنًا
student-add-for = هذا من أجل: { $what }
student-add-picture = صورة
student-add-picture-what = صورة نلتقطها الآن أو صورة موجودة
student-add-camera = الكاميرا
student-add-camera-what = صورة نلتقطها الآن
student-add-filming = أصوّر فيلمًا
student-add-filming-what = حتى دقيقة واحدة
student-add-draw = رسم
student-add-draw-what = أرسم هنا
student-add-write = نص
student-add-write-what = أكتب هنا
student-add-voice = صوتي
student-add-voice-what = أقولها هنا
student-add-sound = صوت
student-add-sound-what = موسيقى أو صوت موجود لدي
student-add-film = فيلم
student-add-film-what = فيلم من صنعي
student-add-link = رابط
student-add-link-what = شيء على الإنترنت
student-add-file = ملف آخر
student-add-file-what = PDF أو ورقة

student-photo-title = ألتقط صورة
student-photo-take = التقاط
student-photo-other = الكاميرا الأخرى
student-photo-missing = لا يمكن استعمال الكاميرا الآن. ربما يجب السماح بها أولًا. يمكنك أيضًا اختيار صورة موجودة.
student-photo-choose = أختار صورة

student-film-title = تصوير فيلم
student-film-how = مدة الفيلم دقيقة واحدة على الأكثر. نبقى في هذه الصفحة حتى نتوقف.
student-film-start = بدء التصوير
student-film-filming = التصوير جارٍ
student-film-stop = توقّف
student-film-keeping = يُحفظ الفيلم
student-film-silent = لا يمكن استعمال الميكروفون الآن، فسيكون الفيلم بلا صوت.
student-film-missing = لا يمكن التصوير هنا الآن. ربما يجب السماح بالكاميرا أولًا. يمكنك أيضًا اختيار فيلم موجود.
student-film-choose = أختار فيلمًا
student-film-lost = لم يصل الفيلم من الكاميرا. نصوّره مرة أخرى.
student-film-save-again = حفظه مرة أخرى

# أقولها: تسجيلات الصوت
student-voice-title = أقولها بصوتي
student-voice-how = اضغط الزر الكبير وتكلّم. بعد ذلك يمكنك أن تستمع، وأن تقولها مرة أخرى إن أردت.
student-voice-start = أبدأ الكلام
student-voice-asking = هل يُسمح للتطبيق بالاستماع؟ إذا سألك جهازك فأجب بنعم.
student-voice-talking = أنا أستمع إليك
student-voice-stop = توقّف
student-voice-keeping = يُحفظ ما قلته
student-voice-kept = هذا ما قلته
student-voice-again = أقولها مرة أخرى
student-voice-again-how = إنه محفوظ. وإذا قلتها مرة أخرى يبقى هذا التسجيل أيضًا.
student-voice-keep = أحتفظ به
student-voice-nothing = لم يُسمع شيء. حاول مرة أخرى من مكان أقرب قليلًا.
student-voice-missing = لا يستطيع التطبيق أن يسمعك الآن. ربما يجب السماح باستخدام الميكروفون أولًا. يمكنك اختيار صوت موجود لديك.
student-voice-missing-here = لا يستطيع التطبيق أن يسمعك الآن. ربما يجب السماح باستخدام الميكروفون أولًا. يمكنك أن تكتبها بدلًا من ذلك.
student-voice-choose = أختار صوتًا
student-voice-full = هذه عشر دقائق، وهي محفوظة. ابدأ تسجيلًا آخر لتقول المزيد.
student-voice-waiting = كنت تقول شيئًا ({ $time }). أحتفظ به
student-voice-note = أقول شيئًا عنه
student-voice-about = ما أقوله عنه
student-voice-before = ما قلته من قبل
student-voice-say = أقولها بصوت مسموع
student-listen = أستمع
student-listen-pause = إيقاف مؤقت
student-listen-back = 5 ثوانٍ إلى الوراء
student-listen-on = 5 ثوانٍ إلى الأمام
student-listen-broken = لا يمكن تشغيل هذا الصوت هنا.

student-write-title = أكتب
student-write-label = كلماتي
student-write-how = كلماتك تُحفظ أثناء الكتابة.
student-write-room = { $count ->
    [zero] لا مكان لحروف أخرى
    [one] بقي مكان لحرف واحد
    [two] بقي مكان لحرفين
    [few] بقي مكان لـ { $count } حروف
    [many] بقي مكان لـ { $count } حرفًا
   *[other] بقي مكان لـ { $count } حرف
}
student-write-go-on = أتابع الكتابة
student-write-empty = لا شيء مكتوب هنا بعد.

student-draw-title = أرسم
student-draw-over-title = أرسم فوقها
student-draw-go-on = أتابع رسمي
student-draw-nothing = لا شيء مرسوم بعد.
student-draw-sheet = { $count ->
    [zero] ورقتك. لا شيء عليها بعد.
    [one] رسمك، وفيه خط واحد
    [two] رسمك، وفيه خطان
    [few] رسمك، وفيه { $count } خطوط
    [many] رسمك، وفيه { $count } خطًا
   *[other] رسمك، وفيه { $count } خط
}
student-draw-undo = إزالة آخر خط
student-draw-redo = إعادة الخط
student-draw-pen = قلم
student-draw-line = خط مستقيم
student-draw-box = مستطيل
student-draw-oval = دائرة
student-draw-rubber = ممحاة
student-draw-words = كلمات
student-draw-words-label = ماذا نكتب؟
student-draw-words-how = نكتب هنا، ثم نلمس الورقة في المكان المناسب. لمسة أخرى تنقل الكلمات.
student-draw-words-put = وضعها على الورقة
student-draw-thin = رفيع
student-draw-middle = متوسط
student-draw-thick = سميك
student-draw-buttons = الرسم بالأزرار
student-draw-pen-left = الرسم إلى اليسار
student-draw-pen-up = الرسم إلى الأعلى
student-draw-pen-down = الرسم إلى الأسفل
student-draw-pen-right = الرسم إلى اليمين
student-draw-pen-jump = رفع القلم والانتقال إلى مكان آخر
student-draw-colour-black = أسود
student-draw-colour-red = أحمر
student-draw-colour-orange = برتقالي
student-draw-colour-yellow = أصفر
student-draw-colour-green = أخضر
student-draw-colour-blue = أزرق
student-draw-colour-purple = بنفسجي
student-draw-colour-pink = وردي
student-draw-colour-brown = بني
student-draw-colour-white = أبيض
student-draw-on = أرسم فوقها
student-picture-again = وضع صورة أخرى مكانها
student-picture-before = كيف كانت من قبل
student-picture-was-before = هكذا كانت من قبل.
student-picture-use-before = استعمال هذه من جديد
student-picture-then = من قبل
student-picture-now = الآن
student-picture-seen = ماذا يظهر هنا؟
student-picture-seen-why = لمن لا يستطيع رؤيتها. يمكن أيضًا ترك هذا فارغًا.

student-link-title = رابط
student-link-why = نكتب هنا مكانه. لا يُنسخ: لرؤيته لاحقًا نحتاج إلى الإنترنت.
student-link-address = أين هو؟
student-link-wrong = هذا ليس عنوان صفحة. ننسخ العنوان من أعلى المتصفّح ونضعه هنا.
student-link-open = فتح { $place }
student-link-open-how = لمسة واحدة تفتحه. هو خارج هذا التطبيق.
student-work-more-files = إضافة صورة أخرى أو ملف آخر
student-work-say-seen = وصف ما يظهر
student-add-arriving = نحفظ عملك
student-add-hollow = لا شيء داخل «{ $name }». نختار ملفًا آخر.
student-add-broken = لا يمكن عرض «{ $name }». ربما هو تالف أو كبير جدًا. نختار صورة أخرى أو نلتقط صورة جديدة.
student-add-unknown-kind = «{ $name }» من نوع لا يُحفظ هنا. نختار صورة أو نصًا أو صوتًا أو PDF.
student-add-too-many = أكبر عدد من الملفات في مرة واحدة: { $limit }.

## Student app: my work

student-works-search = بحث في أعمالي
student-works-none = لا شيء هنا يقول «{ $wanted }». جرّب كلمة واحدة أو بدايتها فقط.
student-works-found = { $count ->
    [zero] { $found } من لا أعمال
    [one] { $found } من عمل واحد
    [two] { $found } من عملين
    [few] { $found } من { $count } أعمال
    [many] { $found } من { $count } عملًا
   *[other] { $found } من { $count } عمل
}
student-works-year = السنة الدراسية { $year }
student-works-year-begins = تبدأ سنتي الدراسية في: { $month }
student-works-as-timeline = عرض حسب التاريخ
student-works-as-pictures = عرض كصور
student-works-filter = { $count ->
    [zero] اختيار ما يظهر
    [one] اختيار ما يظهر. اختير شيء واحد.
    [two] اختيار ما يظهر. اختير شيئان.
    [few] اختيار ما يظهر. اختيرت { $count } أشياء.
    [many] اختيار ما يظهر. اختير { $count } شيئًا.
   *[other] اختيار ما يظهر. اختير { $count } شيء.
}
student-works-show = { $count ->
    [zero] لا شيء يناسب
    [one] عرض عمل واحد
    [two] عرض عملين
    [few] عرض { $count } أعمال
    [many] عرض { $count } عملًا
   *[other] عرض { $count } عمل
}
student-works-clear = عرض كل شيء
student-works-take-away = إزالة: { $what }
student-works-by-kind = ما هو
student-works-by-year = متى صنعته
student-works-by-competency = ماذا يُظهر: أستطيع
student-works-by-goal = لأيّ هدف
student-works-by-sending = في الطريق
student-works-kind-picture = صور
student-works-kind-film = أفلام
student-works-kind-sound = أصوات
student-works-kind-text = نصوص
student-works-kind-link = روابط
student-works-kind-document = ملفات أخرى
student-works-no-picture = لا صور لك هنا بعد. اضغط على «إضافة» والتقط صورة.
student-works-no-film = لا أفلام لك هنا بعد. اضغط على «إضافة» واختر فيلمًا.
student-works-no-sound = لا أصوات لك هنا بعد. اضغط على «إضافة» واختر صوتًا.
student-works-no-text = لا نصوص لك هنا بعد. اضغط على «إضافة» واكتب نصًّا.
student-works-no-link = لا روابط لك هنا بعد. اضغط على «إضافة» والصق رابطًا.
student-works-no-document = لا ملفات أخرى لك هنا بعد. اضغط على «إضافة» واختر ملفًا.
student-works-none-year = لم تُضف شيئًا في تلك السنة الدراسية. اختر سنة أخرى.
student-works-none-competency = لا عمل يُظهر هذا بعد. افتح عملًا واختره تحت «أستطيع».
student-works-none-goal = لا عمل لهذا الهدف بعد. افتح الهدف وأضف عملًا إلى إحدى خطواته.
student-works-none-sending = لا شيء ينتظر. كل شيء في المدرسة.
student-works-none-together = لا عمل يناسب هذا كله. أزل شيئًا.
student-works-open-goal = فتح الهدف
student-works-count = { $count ->
    [zero] لا أعمال
    [one] عمل واحد
    [two] عملان
    [few] { $count } أعمال
    [many] { $count } عملًا
   *[other] { $count } عمل
}
student-work-made = أُضيف في { $day }
student-work-title = اسم هذا العمل
student-work-title-hint = ما اسمه؟
student-work-caption = عن هذا العمل
student-work-look-closer = أنظر عن قرب
student-work-file-sooner = تقديم رقم { $number }
student-work-file-later = تأخير رقم { $number }
student-work-bin = وضع في السلّة
student-binned = هو في السلّة.
student-work-gone = هذا العمل ليس هنا.
student-bin-title = السلّة
student-bin-what = لم يضع شيء مما هنا. يمكنك إعادته إلى أعمالي.
student-bin-empty = السلّة فارغة.
student-bin-put-back = إعادة
student-bin-back = عاد إلى أعمالي.
student-picture-closer = أقرب
student-picture-farther = أبعد
student-picture-whole = رؤية الصورة كلها
student-watch = مشاهدة
student-watch-back = 10 ثوانٍ إلى الوراء
student-watch-on = 10 ثوانٍ إلى الأمام
student-watch-broken = لا يمكن عرض هذا الفيلم هنا.
student-file-about = { $kind } · { $megabytes } ميغابايت
student-file-copy = حفظ نسخة

student-work-i-can-title = أستطيع
student-work-tags-why = أي مهارة من مهاراتك تظهر في هذا العمل؟
student-work-add-tag = أختار
student-work-take-off = إزالة: { $tag }
student-work-tag-unknown = شيء سمّته مدرستك
student-work-check-title = أقيّم عملي
student-work-check-why = ننظر إلى العمل ونقول كيف كان. البداية لك، ثم لمعلّمك.
student-work-check = أقيّم عملي
student-work-check-again = أقيّم من جديد
student-work-checked = قيّمته في { $day }
student-work-think-title = رأيي
student-work-think-why = ماذا أعجبك؟ وما الصعب؟ نكتبه لنعود إليه.
student-work-reflect = أكتب رأيي
student-work-reflect-again = أكتب أكثر

student-tags-title = أستطيع
student-tags-why = نلمس ما يظهر في هذا العمل. يمكن اختيار أكثر من واحد.
student-tags-search = بحث بكلمة
student-tags-none = لا شيء فيه هذه الكلمة. نجرّب كلمة أخرى أو ننظر في القائمة.
student-tag-off = أُزيل

student-check-title = أقيّم عملي
student-check-two = بدأت هذا التقييم على جهازين. بأيّهما نكمل؟
student-check-two-go-on = نكمل بهذا
student-check-two-open = لم يُختر بعد
student-check-two-pins = { $count ->
    [zero] بلا علامات
    [one] علامة واحدة
    [two] علامتان
    [few] { $count } علامات
    [many] { $count } علامة
   *[other] { $count } علامة
}
student-check-choose = كيف نقيّمه؟
student-check-other = طريقة أخرى للتقييم
student-check-why = ما سبب رأيك؟
student-check-save = حفظ تقييمي
student-check-nothing = نختار مستوى أولًا.

student-reflect-choose = أختار سؤالًا
student-reflect-empty = نكتب شيئًا أولًا.
student-reflect-begin-with = البداية: { $words }

student-answer-title = من معلّمك
student-answer-next = الخطوة التالية: { $step }
student-answer-mine = قلت أنا
student-answer-theirs = قال معلّمي
student-answer-may-share = يمكنك مشاركة هذا
student-difference-same = رأيك ورأي معلّمك متشابهان.
student-difference-learner-saw-more = رأيت فيه أكثر مما رأى معلّمك. نتحدّث معه: ماذا رأيت؟
student-difference-teacher-saw-more = رأى معلّمك فيه أكثر مما رأيت أنت. يحقّ لك الفخر.
student-difference-only-learner = لم يقل معلّمك شيئًا هنا.
student-difference-only-teacher = لم يُكتب رأيك هنا بعد.

## Questions to think about, by their id

prompt-proud = بماذا أفتخر؟
prompt-tricky = ما الذي كان صعبًا، وماذا فعلت؟
prompt-next_time = ماذا سأفعل في المرة القادمة؟
prompt-learned = ماذا تعلّمت؟
prompt-show = ماذا يقول هذا عنّي؟
prompt-decision = ما أهم قرار اتخذته، ولماذا؟

student-starter-proud-1 = يعجبني كيف
student-starter-proud-2 = أفتخر لأنني
student-starter-proud-3 = أجمل جزء هو
student-starter-tricky-1 = كان صعبًا أن
student-starter-tricky-2 = عندما تعثّرت
student-starter-tricky-3 = ساعدني
student-starter-next-time-1 = في المرة القادمة سوف
student-starter-next-time-2 = أريد أن أجرّب
student-starter-next-time-3 = أحتاج إلى مساعدة في
student-starter-learned-1 = الآن أعرف
student-starter-learned-2 = اكتشفت أن
student-starter-learned-3 = كنت أظن أن
student-starter-show-1 = هذا يُظهر أنني
student-starter-show-2 = يظهر ذلك في
student-starter-show-3 = هذا مهم لي لأن
student-starter-decision-1 = قرّرت أن
student-starter-decision-2 = كان يمكنني أيضًا أن
student-starter-decision-3 = غيّر ذلك العمل لأن


# What happened, so what, now what
prompt-did = ماذا فعلت؟
prompt-did_feel = بماذا شعرت؟
prompt-did_next = ما التالي؟
prompt-what = ماذا حدث، وما كان دوري فيه؟
prompt-so_what = لماذا هذا مهم لي؟
prompt-now_what = ما الذي سأفعله بطريقة مختلفة من الآن؟

# Two stars and a wish
prompt-star_first = ما الشيء الذي يعجبني؟
prompt-star_second = ما الجيد أيضًا؟
prompt-wish = ماذا أتمنى له؟
prompt-strengths = ما الأمران الجيدان فيه، وكيف عرفت ذلك؟
prompt-improve = ما الذي يجعله أفضل، ولماذا؟

# Before and now
prompt-then = ماذا كنت أستطيع من قبل؟
prompt-now = ماذا أستطيع الآن؟
prompt-at_start = ماذا ظننت أو فعلت في البداية؟
prompt-since_then = ما المختلف الآن، وما الذي غيّره؟

# Two works side by side
prompt-compare_new = ما الجديد في الأحدث؟
prompt-compare_like = أيّهما يعجبني أكثر؟
prompt-compare_grew = ما الذي يُظهره العمل الأحدث ولا يُظهره الأقدم؟
prompt-compare_kept = ما الذي بقي كما هو، وهل هذا جيد؟

# A goal
prompt-goal_want = لماذا أريد هذا؟
prompt-goal_well = ما الذي يسير جيدًا؟
prompt-goal_hard = ما الصعب الآن؟
prompt-goal_plan = ما الخطوة الصغيرة التالية، ومتى سأقوم بها؟
prompt-goal_story = كيف وصلت إلى هنا؟

# I can
prompt-can_where = أين يظهر أنني أستطيع؟
prompt-can_next = ماذا أريد أن أجرّب بعد ذلك؟
prompt-can_best = أي جزء يُظهر ذلك أكثر، ولماذا؟
prompt-can_gap = ماذا بقي عليّ أن أُظهره؟

student-starter-did-1 = أولًا
student-starter-did-2 = ثم
student-starter-did-3 = صنعت
student-starter-did-feel-1 = شعرت
student-starter-did-feel-2 = فرحت عندما
student-starter-did-feel-3 = لم يعجبني
student-starter-did-next-1 = بعد ذلك سوف
student-starter-did-next-2 = أريد أن
student-starter-did-next-3 = ما زلت أحتاج إلى
student-starter-what-1 = بدأ الأمر بـ
student-starter-what-2 = كان دوري
student-starter-what-3 = نقطة التحوّل كانت
student-starter-so-what-1 = هذا مهم لأن
student-starter-so-what-2 = قبل هذا كنت
student-starter-so-what-3 = فاجأني أن
student-starter-now-what-1 = من الآن سوف
student-starter-now-what-2 = أول شيء سأغيّره هو
student-starter-now-what-3 = سأعرف أنه نجح عندما
student-starter-star-first-1 = يعجبني
student-starter-star-first-2 = أفضل جزء عندي هو
student-starter-star-first-3 = هنا يظهر كيف
student-starter-star-second-1 = الجيد أيضًا أن
student-starter-star-second-2 = تحسّنت في
student-starter-star-second-3 = شيء جيد آخر هو
student-starter-wish-1 = أتمنى
student-starter-wish-2 = سيكون أفضل مع
student-starter-wish-3 = لو كان عندي وقت أكثر
student-starter-strengths-1 = الناجح فيه أن
student-starter-strengths-2 = يظهر ذلك لأن
student-starter-strengths-3 = أقوى جزء هو
student-starter-improve-1 = سيكون أقوى مع
student-starter-improve-2 = كنت سأغيّر
student-starter-improve-3 = عندي شكّ في
student-starter-then-1 = من قبل كنت أستطيع
student-starter-then-2 = لم أكن أعرف
student-starter-then-3 = كنت دائمًا
student-starter-now-1 = الآن أستطيع
student-starter-now-2 = اليوم نجحت في
student-starter-now-3 = لم أعد أحتاج إلى مساعدة في
student-starter-at-start-1 = في البداية
student-starter-at-start-2 = كنت أعتقد أن
student-starter-at-start-3 = لم أكن قد جرّبت
student-starter-since-then-1 = الآن
student-starter-since-then-2 = ما غيّر ذلك هو
student-starter-since-then-3 = حتى الآن لا
student-starter-compare-new-1 = في الجديد
student-starter-compare-new-2 = لم يكن في القديم
student-starter-compare-new-3 = الآن يوجد
student-starter-compare-like-1 = هذا يعجبني أكثر لأن
student-starter-compare-like-2 = أما الآخر فهو
student-starter-compare-like-3 = كلاهما
student-starter-compare-grew-1 = في العمل الأحدث
student-starter-compare-grew-2 = ينقص العمل الأقدم
student-starter-compare-grew-3 = يظهر ذلك في
student-starter-compare-kept-1 = في الاثنين
student-starter-compare-kept-2 = أبقيت
student-starter-compare-kept-3 = أودّ أن أتوقف عن
student-starter-goal-want-1 = أريد هذا لأن
student-starter-goal-want-2 = عندما أستطيع ذلك سوف
student-starter-goal-want-3 = سيساعدني على
student-starter-goal-well-1 = يسير جيدًا عندما
student-starter-goal-well-2 = صرت أستطيع
student-starter-goal-well-3 = يساعدني أن
student-starter-goal-hard-1 = صعب عليّ أن
student-starter-goal-hard-2 = أتعثّر عندما
student-starter-goal-hard-3 = أحتاج إلى مساعدة في
student-starter-goal-plan-1 = خطوتي الصغيرة التالية هي
student-starter-goal-plan-2 = سأقوم بها عندما
student-starter-goal-plan-3 = لأبدأ أحتاج إلى
student-starter-goal-story-1 = بدأ الأمر عندما
student-starter-goal-story-2 = ساعدني
student-starter-goal-story-3 = أفتخر بأنني
student-starter-can-where-1 = هنا نرى
student-starter-can-where-2 = يظهر ذلك عندما
student-starter-can-where-3 = أُظهر ذلك في
student-starter-can-next-1 = بعد ذلك أريد أن أجرّب
student-starter-can-next-2 = أريد أن أتحسّن في
student-starter-can-next-3 = يمكنني أن أفعله مع
student-starter-can-best-1 = الجزء الذي يُظهره أكثر هو
student-starter-can-best-2 = يُظهر هذا لأن
student-starter-can-best-3 = من ينظر إليه يرى
student-starter-can-gap-1 = لم أُظهر بعد
student-starter-can-gap-2 = يمكنني أن أُظهره بـ
student-starter-can-gap-3 = هو ناقص لأن

## Student app: showcases

student-showcases-first-title = نعرض ما نفتخر به
student-showcases-first = نختار بعض أعمالك، ونرتّبها، ونعرضها على أهلك.
student-showcase-new = معرض جديد
student-showcase-edit-title = تغيير المعرض
student-showcase-change = تغيير
student-showcase-name = اسم المعرض
student-showcase-story = أحكي قصته
student-showcase-choose = أختار أعمالي
student-showcase-order = بهذا الترتيب
student-showcase-about = عنّي
student-showcase-about-why = أختار ما يحكيه هذا المعرض عنّي. هنا كل ما يمكن لأهلي رؤيته.
student-showcase-about-none = يمكنك أيضًا إضافة شيء عن نفسك: نكتبه في «من أنا»، ثم نسمح للأهل برؤيته.
student-showcase-up = إلى أعلى: { $title }
student-showcase-down = إلى أسفل: { $title }
student-showcase-needs-name = نعطيه اسمًا أولًا.
student-showcase-needs-works = نختار عملًا واحدًا على الأقل.
student-showcase-shared = مع الأهل
student-showcase-private = لك وحدك
student-showcase-gone = هذا المعرض ليس هنا.
student-showcase-bin = وضع المعرض في السلّة
student-showcase-binned = المعرض في السلّة. لم يعد يراه أحد.
student-share-title = مشاركة مع أهلك
student-share-what = لك رابط. من عنده الرابط يرى هذا المعرض ولا شيء غيره. ويمكنك إلغاؤه في أي وقت.
student-share-wait = يظهر العمل لأهلك بعد موافقة معلّمك.
student-share-needs-school = قبل المشاركة ننضمّ إلى المدرسة.
student-share-approved = أهلك يستطيعون رؤية هذا
student-share-not-yet = لم يوافق معلّمك عليه بعد
student-share-unshown = الأفلام والملفات لا تظهر في الصفحة. يمكنك عرضها بنفسك.
student-share-make = صنع رابط
student-share-made = رابطك جاهز.
student-share-until = الرابط يعمل حتى { $day }.
student-share-elsewhere = صنعت هذا الرابط على جهاز آخر. هو هناك.
student-share-qr = رمز مربّع يفتح معرضك
student-share-copy = نسخ الرابط
student-share-copied = نُسخ
student-share-take-back = إلغاء الرابط
student-share-taken-back = أُلغي. الرابط لا يعرض شيئًا الآن.

## Student app: joining a school

student-join = الانضمام إلى مدرستي
student-join-why = ننظر إلى البطاقة من معلّمك ونكتب ما عليها.
student-join-address = عنوان المدرسة
student-join-code = الرمز
student-join-missing = نكتب العنوان والرمز من البطاقة أولًا.
student-join-bad-address = هذا ليس عنوان مدرسة. ننقله من البطاقة حرفًا حرفًا. أوله https
student-join-no-answer = لا مدرسة تردّ على هذا العنوان. ننظر إلى البطاقة من جديد حرفًا حرفًا، أو نحاول لاحقًا.
student-join-go = انضمام
student-join-done = أنت الآن في { $school }. أعمالك تذهب إليها وحدها.
student-joined = تمّ انضمامك إلى مدرستك.

## Student app: about me

student-about-me = أنا
student-about-age = عمري
student-about-sending = في الطريق إلى المدرسة
student-about-school = مدرستي: { $school }
student-about-last = آخر إرسال في { $day }
student-about-send = إرسال الآن
student-about-sending-now = نرسل الآن
student-language-now = اللغة: { $language }
student-about-looks = الشكل
student-about-colours = الألوان
student-about-text = حجم الكلمات
student-about-lock = رمزي السرّي والقفل
student-about-lock-after = القفل عندما لا يكون أحد هنا مدة
student-about-kept = ما الذي يُحفظ
student-about-kept-much = { $count ->
    [zero] لا أعمال، { $megabytes } ميغابايت على هذا الجهاز
    [one] عمل واحد، { $megabytes } ميغابايت على هذا الجهاز
    [two] عملان، { $megabytes } ميغابايت على هذا الجهاز
    [few] { $count } أعمال، { $megabytes } ميغابايت على هذا الجهاز
    [many] { $count } عملًا، { $megabytes } ميغابايت على هذا الجهاز
   *[other] { $count } عمل، { $megabytes } ميغابايت على هذا الجهاز
}
student-about-kept-what = أعمالك وكلماتك واختياراتك محفوظة على هذا الجهاز ومقفلة برمزك السرّي. وبعد انضمامك إلى مدرسة يراها معلّمك أيضًا. تخرج صورك من هنا بلا مكان التقاطها.
student-look-auto = مثل الجهاز
student-look-light = فاتح
student-look-dark = داكن
student-text-scale = { $percent }%
student-about-contrast = التباين
student-contrast-auto = مثل الجهاز
student-contrast-usual = عادي
student-contrast-strong = قوي
student-about-typeface = الحروف
student-typeface-lexend = خط Lexend
student-typeface-atkinson = خط Atkinson
student-about-spacing = المسافة بين الكلمات والسطور
student-spacing-usual = عادية
student-spacing-wide = مسافة أكبر
student-about-motion = الأشياء المتحركة
student-motion-auto = مثل الجهاز
student-motion-still = بلا حركة
student-about-aloud = اقرأ لي
student-aloud-off = لا
student-aloud-on = نعم
student-aloud-what = المس الكلمات لتسمعها. ومع لوحة المفاتيح تسمع أين أنت. الصوت من هذا الحاسوب، وكلماتك تبقى هنا. إذا لم تسمع شيئًا فاطلب من شخص كبير أن يضيف صوتًا للغتك.
student-aloud-not-here = لا يستطيع التطبيق أن يقرأ لك على هذا الجهاز. لكن الجهاز يستطيع: اطلب من شخص كبير أن يشغّل صوت القراءة فيه.
student-aloud-page = اقرأ لي هذه الصفحة

## Student app: my key

student-key-about = ما الذي يفتح أعمالك، وما الذي يساعد عند نسيان الرمز السرّي.
student-key-title = مفتاحي
student-key-what = رمزك السرّي يفتح أعمالك. إذا نسيته، تفتحها شارة أو ورقة في البيت أو مدرستك. لا يضيع شيء.
student-key-ask = نكتب الرمز السرّي حتى نعرف أنه أنت.
student-key-done = تمّ التغيير.
student-key-print = طباعة
student-key-new-secret = أختار رمزي السرّي الجديد
student-key-shown-once = هذا يظهر الآن فقط. نطبعه قبل أن نتابع.
student-key-shown-write = هذا يظهر الآن فقط. نكتبه حرفًا حرفًا قبل أن نتابع.
student-key-name-off = بلا اسمي
student-key-name-on = مع اسمي

student-key-secret = رمزي السرّي
student-key-secret-what = لا يعرفه أحد غيرك. إذا رآه أحد، نغيّره.

student-key-badge = شارتي
student-key-badge-what = بطاقة عليها مربّع. من يحملها يستطيع فتح أعمالك على هذا الجهاز. مكانها آمن، مثل مفتاح البيت.
student-key-badge-make = صنع شارة
student-key-badge-again = صنع شارة جديدة
student-key-badge-is-there = عندك شارة
student-key-badge-old = شارتك القديمة لن تفتح شيئًا بعد الآن.
student-key-badge-made = هذه شارتك
student-key-badge-qr = الرمز المربّع لشارتك
student-key-badge-keep = نقصّها ونحفظها في مكان آمن. إذا ضاعت، نصنع واحدة جديدة؛ والضائعة لا تفتح شيئًا عندها.

student-key-recovery = ورقتي في البيت
student-key-recovery-what = ورقة يحفظها أهلك. تفتح أعمالك عندما يُنسى رمزك السرّي.
student-key-recovery-make = صنع الورقة
student-key-recovery-again = صنع ورقة جديدة
student-key-recovery-is-there = عند أهلك ورقة
student-key-recovery-old = الورقة القديمة لن تفتح شيئًا بعد الآن.
student-key-recovery-made = هذه ورقتك
student-key-recovery-qr = الرمز المربّع لورقتك
student-key-recovery-keep = نعطيها للأهل، ليحفظوها مع الأوراق المهمة. إذا ضاعت، نصنع واحدة جديدة.

student-key-school = مدرستي
student-key-school-can = تستطيع { $school } فتح أعمالك إذا نسيت رمزك السرّي.
student-key-school-yours = مدرستك
student-key-school-how = نذهب إلى المعلّم ومعنا هذا الجهاز، ونلمس «نسيت رمزي» هناك. كل مرة تُكتب، ويمكنك رؤيتها.
student-key-school-opened = { $day }: فُتحت لك من جديد بمساعدة { $by }.
student-key-school-cannot = لا تستطيع أي مدرسة فتح أعمالك. بعد انضمامك إلى مدرستك تساعدك إذا نسيت رمزك السرّي.

student-key-bind = على هذا الجهاز فقط
student-key-bind-what = يمكن أن يعمل رمزك السرّي على هذا الجهاز وحده. فإذا أخذ أحد نسخة من أعمالك، صعب عليه تخمين الرمز.
student-key-bind-make = على هذا الجهاز فقط
student-key-bind-needs = قبل ذلك نصنع شارة أو ورقة، فقد يتعطّل هذا الجهاز.
student-key-bind-is-there = رمزك السرّي يعمل على هذا الجهاز فقط

student-key-hide = اسمي وصورتي
student-key-hide-what = كل من يختار نفسه على هذا الجهاز يرى اسمك وصورتك. ويمكن أن يكون اسمك هناك «شخص ما».
student-key-hide-make = أكون «شخص ما»
student-key-hide-show = إظهار اسمي من جديد
student-key-hide-is-there = اسمك على هذا الجهاز «شخص ما»

student-leave-title = الخروج من هذا الجهاز
student-leave-what = هل هذا الجهاز لك ولغيرك؟ يمكنك أخذ ملف إنجازك منه. وأعمالك في المدرسة تبقى مكانها.
student-leave-works =
    { $count ->
        [zero] كل أعمالك وصلت إلى المدرسة.
        [one] عمل واحد لم يصل إلى المدرسة بعد.
        [two] عملان لم يصلا إلى المدرسة بعد.
        [few] { $count } أعمال لم تصل إلى المدرسة بعد.
        [many] { $count } عملًا لم تصل إلى المدرسة بعد.
       *[other] { $count } عمل لم تصل إلى المدرسة بعد.
    }
student-leave-something = بعض كلماتك أو اختياراتك لم تصل إلى المدرسة بعد.
student-leave-sealed = سيذهب ذلك مختومًا إلى { $school } عندما يجد هذا الجهاز المدرسة. لا يقرؤه هنا أحد حتى ذلك الوقت.
student-leave-at-once = كل شيء بأمان في { $school }. لا يبقى لك شيء على هذا الجهاز.
student-leave-again = للمتابعة هنا أو على جهاز آخر، نطلب من المعلّم رمزًا خاصًا بك.
student-leave-no-school = أعمالك على هذا الجهاز فقط. الخروج الآن يضيّعها. ننضمّ إلى المدرسة أولًا أو نبقى.
student-leave-no-keys = الخروج الآن يضيّعها: لم تقل { $school } بعد كيف نختمها. نبقى حتى تصل إلى المدرسة، أو يحملها معلّمك إليها على ذاكرة USB.
student-leave-decide = هناك شيء لم تأخذه مدرستك. نقرّر ماذا نفعل به أولًا؛ فبعد الخروج لا يستطيع أحد ذلك.
student-leave-decide-now = رؤيته
student-leave-stay = أبقى
student-leave-do = إخراج ملف إنجازي من هنا
student-leave-busy = نختم ما ينتظر …
student-leave-done = تمّ. لم يعد ملف إنجازك على هذا الجهاز.
student-leave-open = الخروج من هذا الجهاز …
student-leave-about = على جهاز مشترك يمكنك أخذ ملف إنجازك معك. وما ينتظر الذهاب إلى المدرسة يصل إليها.
student-on-the-way = أعمال شخص ما في الطريق إلى المدرسة. هي مختومة.
student-on-the-way-refused = لم تأخذ المدرسة أعمالًا تركها شخص ما هنا. هي بأمان ومختومة. من فضلك، هذا يجب أن يراه أحد المعلّمين.

student-badge-in = عندي شارة
student-badge-in-what = الشارة وحدها تفتح العمل.
student-badge-in-other = أختار من أنا

student-forgot = نسيت رمزي
student-forgot-title = نسيت رمزك السرّي
student-forgot-what = هذا يحدث. لم يضع شيء. ماذا عندك؟
student-forgot-nothing = لا توجد بعد شارة ولا ورقة ولا مدرسة تفتح أعمالك. بهدوء نحاول مرة أخرى. هل هو رقم من مكان آخر أيضًا؟ قد يعرفه أحد الكبار الذين كانوا معك عند اختياره.
student-forgot-badge = شارتي
student-forgot-badge-what = البطاقة التي عليها مربّع
student-forgot-recovery = ورقتي في البيت
student-forgot-recovery-what = الورقة التي يحفظها أهلك
student-forgot-school = مدرستي تساعدني
student-forgot-school-what = نذهب إلى المعلّم ومعنا هذا الجهاز
student-forgot-other-way = طريقة أخرى
student-forgot-back = تذكّرته
student-forgot-right = صحيح!
student-forgot-right-what = الآن نختار رمزًا سرّيًا جديدًا. كل ما صنعته ما زال هنا.
student-forgot-stop = ليس الآن

student-ask = أسأل مدرستي
student-ask-why = تستطيع مدرستك إدخالك من جديد. عنوانها على البطاقة من معلّمك.
student-ask-missing = نكتب العنوان من البطاقة أولًا.
student-ask-sent = نذهب إلى المعلّم ومعنا هذا الجهاز. عندما يراك ويرى هذه الأرقام، تقول المدرسة نعم.
student-ask-shown = نذهب إلى المعلّم ومعنا هذا الجهاز. هو يحتاج إلى الرمز المربّع وهذه الأرقام.
student-ask-compare = أرقامك:
student-ask-waiting = ننتظر مدرستك. يمكنك أيضًا العودة في يوم آخر.
student-ask-no-answer = لا نصل إلى المدرسة الآن. هذا الجهاز يواصل المحاولة.
student-ask-by-text = لا يوجد اتصال
student-ask-text-off = يوجد اتصال
student-ask-text-why = يقرأ معلّمك هذا الرمز المربّع ويعود إليك بالجواب مكتوبًا بالأحرف.
student-ask-qr = رمز مربّع فيه سؤالك لمدرستك
student-ask-copy = نسخ السؤال
student-ask-answer = جواب مدرستك
student-ask-wrong-answer = هذا ليس جواب السؤال الظاهر هنا. ننظر إليه من جديد، أو نسأل مرة أخرى.
student-ask-again = أسأل من البداية
student-question-refused = قالت مدرستك لا. نتحدّث مع المعلّم ثم نسأل من جديد.
student-question-replaced = هناك من سأل مرة أخرى على جهاز آخر. السؤال الأحدث وحده هو المهم.
student-question-over = لم يُجب أحد في الوقت المناسب. نتحدّث مع المعلّم ثم نسأل من جديد.
student-error-ask-refused = هذه المدرسة لا تعرف أعمالك. نبحث عن بطاقة مدرستك أنت.

student-code = أحرف وأرقام
student-code-count = { $count } من { $of }
student-code-missing = نكتب الأحرف والأرقام أولًا.
student-code-mistyped = هناك شيء يختلف عن المطبوع. ننظر إليه من جديد، ثلاثة ثلاثة.
student-code-wrong-badge = لا أحد هنا عنده هذه الشارة. هل هي الأحدث عندك؟
student-code-wrong-recovery = هذه الورقة لا تناسب. هل هي الأحدث؟ وهل هي لك؟
student-code-where-badge = الأحرف والأرقام على الشارة.
student-code-where-recovery = نكتب ما على الورقة. لا حاجة إلى فراغ بين الأحرف.
student-code-camera = أعرضها على الكاميرا
student-code-camera-hint = نضع المربع الأبيض والأسود أمام الكاميرا.
student-code-camera-type = أكتبها بدلًا من ذلك
student-code-camera-missing = لا يمكن استعمال الكاميرا الآن. ربما يجب السماح بها أولًا. يمكننا الآن كتابة الأحرف والأرقام.
student-code-camera-none = الكاميرا في هذا الجهاز لا تقرأ المربع. نكتب الأحرف والأرقام التي بجانبه.
student-code-camera-other = هذا مربع من نوع آخر. نعرض المربع الذي بجانبه أحرف وأرقام.
student-code-camera-several = هنا أكثر من مربع واحد. نعرض واحدًا فقط.
student-code-camera-nothing = لم نقرأ شيئًا. ننتقل إلى مكان مضيء ونقرّبها، أو نكتب الأحرف والأرقام.
student-error-device-secret-missing = فقد هذا الجهاز ما عنده من رمزك السرّي. تساعدك الشارة أو الورقة أو مدرستك.

## Student app: what is printed, for families

student-badge-page-what = تُقصّ البطاقة على طول الخط. من عنده البطاقة والجهاز يستطيع فتح الأعمال.
student-sheet-title = كيف يُفتح ملف الإنجاز من جديد
student-sheet-title-of = كيف يُفتح ملف إنجاز { $name } من جديد
student-sheet-why = عائلتنا العزيزة، هذه الورقة تفتح ملف الإنجاز عند نسيان الرمز السرّي. من عنده هذه الورقة والجهاز يستطيع فتحه، لذلك يُرجى حفظها مع الأوراق المهمة. لا يمكننا صنع هذا الرمز لكم مرة ثانية.
student-sheet-step-1 = فتح تطبيق ملف الإنجاز على الجهاز ولمس الاسم.
student-sheet-step-2 = لمس «نسيت رمزي» ثم «ورقتي في البيت».
student-sheet-step-3 = كتابة الرمز أعلاه. لا فرق بين ترك فراغ بين الأحرف وعدم تركه.
student-sheet-step-4 = اختيار رمز سرّي جديد. كل الأعمال ما زالت هناك.
student-sheet-step-5 = إعادة هذه الورقة إلى مكانها. تبقى صالحة.
student-sheet-lost = هل ضاعت الورقة أو رآها أحد؟ تُصنع ورقة جديدة في التطبيق: «عنّي» ثم «مفتاحي». والقديمة لا تفتح شيئًا بعد ذلك.
student-sheet-made = صُنعت في { $day }

## School: pages for teachers

teacher-skip = الانتقال إلى الصفحة
teacher-nav = الصفحات
teacher-nav-queue = للمراجعة
teacher-nav-classes = الصفوف
teacher-sign-out = تسجيل الخروج
teacher-kept-typed = سُجّل خروجك في هذه الأثناء. ما كتبته لم يضع: بعد تسجيل الدخول يمكن إرساله.
teacher-kept-title = تمّ تسجيل دخولك من جديد
teacher-kept-here = ما كتبته من قبل ما زال هنا، ولم يُرسل بعد.
teacher-kept-send = إرسال الآن
teacher-kept-leave = عدم الإرسال
teacher-sign-in-title = تسجيل الدخول
teacher-sign-in-for = للمعلّمين والمعلّمات. يستخدم الطلبة التطبيق، وتستخدم العائلات الرابط الخاص بها.
teacher-sign-in-email = البريد الإلكتروني
teacher-sign-in-password = كلمة المرور
teacher-sign-in-button = دخول
teacher-sign-in-wrong = البريد الإلكتروني وكلمة المرور غير متطابقين. يُرجى التحقّق منهما والمحاولة من جديد.
teacher-sign-in-wait = { $minutes ->
    [zero] محاولات كثيرة. يُرجى الانتظار قليلًا ثم المحاولة من جديد.
    [one] محاولات كثيرة. يُرجى الانتظار دقيقة واحدة ثم المحاولة من جديد.
    [two] محاولات كثيرة. يُرجى الانتظار دقيقتين ثم المحاولة من جديد.
    [few] محاولات كثيرة. يُرجى الانتظار { $minutes } دقائق ثم المحاولة من جديد.
    [many] محاولات كثيرة. يُرجى الانتظار { $minutes } دقيقة ثم المحاولة من جديد.
   *[other] محاولات كثيرة. يُرجى الانتظار { $minutes } دقيقة ثم المحاولة من جديد.
}

teacher-queue-title = للمراجعة
teacher-queue-waiting = في انتظارك
teacher-queue-in-progress = ما زال قيد العمل
teacher-queue-answered = تمّ الردّ عليه
teacher-queue-nothing-waits = لا شيء في انتظارك. يظهر العمل هنا بعد تقييم صاحبه له.
teacher-queue-nothing-in-progress = لا توجد أعمال غير مكتملة.
teacher-queue-nothing-answered = لا توجد ردود بعد.
teacher-queue-more = عرض المزيد
teacher-row-waiting = منذ { $day }
teacher-row-progress = صُنع في { $day }
teacher-row-answered = رُدّ عليه في { $day }
teacher-row-judged = تقييم ذاتي
teacher-row-reflections = { $count ->
    [zero] لا تأمّلات
    [one] تأمّل واحد
    [two] تأمّلان
    [few] { $count } تأمّلات
    [many] { $count } تأمّلًا
   *[other] { $count } تأمّل
}
teacher-row-tags = { $count ->
    [zero] بلا «أستطيع»
    [one] «أستطيع» واحدة
    [two] «أستطيع» مرتين
    [few] «أستطيع» { $count } مرات
    [many] «أستطيع» { $count } مرة
   *[other] «أستطيع» { $count } مرة
}
teacher-row-approved = مشاركته ممكنة

teacher-work-untitled = بلا عنوان
teacher-work-page = عمل للمراجعة
teacher-work-back = { $count ->
    [zero] العودة إلى كل الأعمال
    [one] العودة إلى كل الأعمال (عمل واحد ينتظر)
    [two] العودة إلى كل الأعمال (عملان ينتظران)
    [few] العودة إلى كل الأعمال ({ $count } أعمال تنتظر)
    [many] العودة إلى كل الأعمال ({ $count } عملًا تنتظر)
   *[other] العودة إلى كل الأعمال ({ $count } عمل تنتظر)
}
teacher-work-sent = أُرسل. لا شيء آخر في انتظارك.
teacher-work-sent-next = أُرسل. هذا هو الأطول انتظارًا.
teacher-work-noted = سُجّل ذلك، وسيظهر لصاحب العمل.
teacher-work-changed = أُرسل. تغيّر العمل أثناء اطّلاعك عليه؛ موافقتك هي على ما رأيته. يُرجى إلقاء نظرة أخرى.
teacher-work-nothing-said = لا يوجد ما يُرسل بعد. يُرجى تقييم أحد المعايير أو كتابة بضع كلمات.
teacher-work-still-coming = ما زالت صور هذا العمل في الطريق. الموافقة ممكنة عند ظهورها.
teacher-work-picture = الصورة { $number } من عمل { $name }؛ تفتح الأصل
teacher-work-file = ملف
teacher-work-film = فيلم · { $megabytes } ميغابايت · يُحفظ لمشاهدته
teacher-work-paper = ملف · { $megabytes } ميغابايت · يُحفظ لفتحه
teacher-work-link = (صفحة في مكان آخر، تُفتح في علامة تبويب جديدة)
teacher-work-voice = استمع إلى { $name }
teacher-work-not-sent = لم يُرسل شيء بعد. ما اخترته وكتبته ما زال هنا؛ يُرسل بأحد الأزرار.
teacher-work-skip = الانتقال إلى ملاحظاتك
teacher-work-tags = أستطيع
teacher-work-thoughts = رأي { $name }

teacher-answer-title = ملاحظاتك
teacher-answer-judged-on = تقييم { $name } في { $day }
teacher-answer-chose = اختيار { $name }
teacher-answer-why-theirs = { $name }:
teacher-answer-why = ذكر السبب
teacher-answer-why-for = سبب اختيارك هذا في { $criterion }
teacher-answer-not-judged = لا يوجد بعد تقييم من { $name } لهذا العمل. البداية للطلبة: يمكنك التقييم بعد ذلك. ويمكنك كتابة بضع كلمات منذ الآن.
teacher-answer-words = ملاحظات إلى { $name }
teacher-answer-next = خطوة تالية واحدة
teacher-answer-send-approve = إرسال والموافقة على المشاركة
teacher-answer-send = إرسال الملاحظات
teacher-answer-only = اتخاذ قرار المشاركة دون ملاحظات
teacher-answer-approve = الموافقة على المشاركة
teacher-answer-not-yet = ليس بعد

teacher-past-title = سابقًا
teacher-past-by = { $name }، { $day }
teacher-past-next = الخطوة التالية:
teacher-difference-same = الرأيان متطابقان.
teacher-difference-learner_saw_more = { $steps ->
    [zero] رأي { $learner } في المستوى نفسه.
    [one] رأي { $learner } أعلى بمستوى واحد.
    [two] رأي { $learner } أعلى بمستويين.
    [few] رأي { $learner } أعلى بـ { $steps } مستويات.
    [many] رأي { $learner } أعلى بـ { $steps } مستوى.
   *[other] رأي { $learner } أعلى بـ { $steps } مستوى.
}
teacher-difference-teacher_saw_more = { $steps ->
    [zero] رأي { $teacher } في المستوى نفسه.
    [one] رأي { $teacher } أعلى بمستوى واحد.
    [two] رأي { $teacher } أعلى بمستويين.
    [few] رأي { $teacher } أعلى بـ { $steps } مستويات.
    [many] رأي { $teacher } أعلى بـ { $steps } مستوى.
   *[other] رأي { $teacher } أعلى بـ { $steps } مستوى.
}
teacher-difference-only_learner = لا تقييم هنا من { $teacher }.
teacher-difference-only_teacher = لا تقييم هنا من { $learner }.
teacher-past-approved = موافقة { $name } على المشاركة في { $day }
teacher-past-not_yet = ردّ { $name } على المشاركة في { $day }: «ليس بعد»

teacher-classes-none = لا يوجد لديك صف بعد. يمكنك إنشاء صف هنا، أو استيراد قائمة الطلبة على الخادم.
teacher-classes-new = صف جديد
teacher-classes-add = إنشاء الصف

teacher-class-showcases = معارض في انتظار الموافقة
teacher-class-showcase-untitled = معرض بلا عنوان
teacher-shared-title = ما يُشارَك مع العائلة
teacher-shared-why = الروابط المفتوحة التي صنعها الطلبة. من لديه رابط يرى ذلك المعرض ولا شيء غيره.
teacher-shared-what = المعرض
teacher-shared-until = مفتوح حتى
teacher-shared-opened = مرات الفتح
teacher-shared-never = ليس بعد
teacher-shared-times = { $count ->
    [zero] ولا مرة حتى { $day }
    [one] مرة واحدة، في { $day }
    [two] مرتان، آخرهما في { $day }
    [few] { $count } مرات، آخرها في { $day }
    [many] { $count } مرة، آخرها في { $day }
   *[other] { $count } مرة، آخرها في { $day }
}
teacher-class-code = رمز الصف
teacher-class-code-facts = { $count ->
    [zero] لم يبقَ مكان لأحد، حتى { $day }. يُكتب الرمز مع هذا العنوان: { $address }
    [one] لواحد آخر من الطلبة، حتى { $day }. يُكتب الرمز مع هذا العنوان: { $address }
    [two] لاثنين آخرين من الطلبة، حتى { $day }. يُكتب الرمز مع هذا العنوان: { $address }
    [few] الأماكن الباقية للطلبة: { $count }، حتى { $day }. يُكتب الرمز مع هذا العنوان: { $address }
    [many] الأماكن الباقية للطلبة: { $count }، حتى { $day }. يُكتب الرمز مع هذا العنوان: { $address }
   *[other] الأماكن الباقية للطلبة: { $count }، حتى { $day }. يُكتب الرمز مع هذا العنوان: { $address }
}
teacher-class-code-none = لا يوجد رمز صف مفتوح. رمز جديد يتيح للطلبة الانضمام مدة أسبوعين.
teacher-class-code-renew = رمز صف جديد
teacher-class-code-end = إنهاء هذا الرمز
teacher-class-cards = بطاقات للطباعة
teacher-class-learners = الطلبة
teacher-class-joined = تمّ الانضمام
teacher-class-not-joined = لم يتمّ الانضمام بعد
teacher-class-by-code = انضمام برمز الصف
teacher-class-device = الجهاز
teacher-class-since = منذ { $day }
teacher-class-revoke = تسجيل خروج هذا الجهاز
teacher-class-new-code = بطاقة جديدة
teacher-class-nobody = لا أحد في هذا الصف بعد. يمكنك توزيع رمز الصف أو إضافة الطلبة هنا.
teacher-class-new-learner = اسم جديد في الصف
teacher-class-add-learner = إضافة إلى الصف

teacher-classes-locked-out = هناك من نسي رمزه السرّي ولا يستطيع الدخول
teacher-queue-locked-out = { $count ->
    [zero] لا طلبات للدخول من جديد
    [one] طلب واحد للدخول من جديد
    [two] طلبان للدخول من جديد
    [few] { $count } طلبات للدخول من جديد
    [many] { $count } طلبًا للدخول من جديد
   *[other] { $count } طلب للدخول من جديد
}
teacher-locked-title = نسيان الرمز
teacher-locked-what = من نسي رمزه السرّي وليست لديه شارة ولا ورقة يطلب المساعدة هنا. لم يضع شيء من الأعمال.
teacher-locked-no-school-key = لا يوجد لهذه المدرسة مفتاح استعادة بعد، فلا يمكنها مساعدة من نسي رمزه على الدخول. يصنعه من يشغّل الخادم: portfolio school recovery-key
teacher-locked-waiting = في الانتظار
teacher-locked-nobody = لا أحد ينتظر الدخول من جديد.
teacher-locked-asks = طلب من { $name } للدخول من جديد
teacher-locked-minutes = { $count ->
    [zero] الطلب الآن
    [one] الطلب قبل دقيقة
    [two] الطلب قبل دقيقتين
    [few] الطلب قبل { $count } دقائق
    [many] الطلب قبل { $count } دقيقة
   *[other] الطلب قبل { $count } دقيقة
}
teacher-locked-hours = { $count ->
    [zero] الطلب قبل أقل من ساعة
    [one] الطلب قبل ساعة
    [two] الطلب قبل ساعتين
    [few] الطلب قبل { $count } ساعات
    [many] الطلب قبل { $count } ساعة
   *[other] الطلب قبل { $count } ساعة
}
teacher-locked-since = الطلب في { $day }
teacher-locked-until = مفتوح حتى { $day }
teacher-locked-seen-by = تحقّق من الشخص والأرقام: { $name }
teacher-locked-by-text = جهاز بلا اتصال
teacher-locked-by-text-what = مسح السؤال الظاهر على الجهاز أو نسخه. أوله PORTFOLIO-ASK
teacher-locked-by-text-go = عرض هذا السؤال
teacher-locked-no-question = هذا ليس سؤالًا كاملًا. يُرجى نسخ كل ما يظهر على الجهاز، من PORTFOLIO-ASK حتى النهاية.
teacher-locked-unknown_vault = ملف الإنجاز هذا ليس لأحد طلبتك. يجب أن يكون قد اتصل بهذه المدرسة من قبل.
teacher-locked-other_key = هذا السؤال لمفتاح مدرسة أخرى.
teacher-locked-over = انتهى هذا السؤال. يُرجى السؤال من جديد على الجهاز.
teacher-locked-too-often = كثرت الأسئلة من ملف الإنجاز هذا. يُرجى الانتظار قليلًا ثم السؤال من جديد على الجهاز.
teacher-locked-earlier = سابقًا
teacher-locked-state-answered = سُمح بالدخول
teacher-locked-state-answered_before = سُمح بالدخول
teacher-locked-state-refused = رُفض
teacher-locked-state-replaced = سُئل من جديد
teacher-locked-state-over = لم يُجب أحد
teacher-locked-see = لقاء صاحب الطلب
teacher-locked-see-child = يُرجى الذهاب إلى { $name }، أو طلب حضور { $name } مع الجهاز. لا ينبغي أبدًا الردّ على رسالة أو مكالمة.
teacher-locked-see-digits = يعرض الجهاز اثني عشر رقمًا. يُرجى كتابتها هنا من شاشته.
teacher-locked-digits = الأرقام الاثنا عشر على الجهاز
teacher-locked-vouch = الشخص هو { $name }، وهذه هي الأرقام
teacher-locked-other-digits = ليست هذه أرقام هذا السؤال. يُرجى النظر إلى الجهاز من جديد. إذا بقيت مختلفة، فلا ينبغي الجواب: قد يكون السائل شخصًا آخر.
teacher-locked-answer = الجواب بمفتاح استعادة المدرسة
teacher-locked-answer-what = يقوم بذلك من يحفظ مفتاح استعادة المدرسة. بعدها يُختار رمز سرّي جديد لـ { $name } على الجهاز، وكل الأعمال هناك.
teacher-locked-key-file = ملف المفتاح
teacher-locked-key = أو كلماته كما في الملف أو على الورق
teacher-locked-passphrase = عبارة مرور الملف
teacher-locked-key-safety = يُستخدم المفتاح مرة واحدة ولا يُحفظ على الخادم. ولإبقائه بعيدًا عن الخادم تمامًا، يمكن الجواب على حاسوب آخر: portfolio school answer
teacher-locked-answer-go = السماح بدخول { $name }
teacher-locked-wrong-passphrase = عبارة المرور لا تفتح هذا المفتاح، أو أن السؤال ليس لملف الإنجاز هذا. لم يُرسل أي جواب.
teacher-locked-wrong-key = ليس هذا مفتاح الاستعادة الذي وُجّه إليه السؤال. لم يُرسل أي جواب.
teacher-locked-changed = تغيّر هذا السؤال في هذه الأثناء. يُرجى النظر من جديد.
teacher-locked-refuse = رفض
teacher-locked-done-answered = تمّ الجواب. يُختار رمز سرّي جديد لـ { $name } على الجهاز. سُجّل ذلك، ويمكن لـ { $name } رؤيته.
teacher-locked-done-answered_before = سُمح بدخول { $name }.
teacher-locked-done-refused = تمّ الرفض، والجهاز يعرض ذلك.
teacher-locked-done-replaced = هناك طلب أحدث من { $name }؛ يُرجى الجواب عن السؤال الأحدث.
teacher-locked-done-over = لم يُجب أحد في الوقت المناسب. يمكن لـ { $name } السؤال من جديد.
teacher-locked-answer-text = لجهاز بلا اتصال
teacher-locked-answer-text-what = يُمسح هذا بالجهاز أو يُكتب عليه. لا يفتح شيئًا في أي مكان آخر.
teacher-locked-answer-picture = الجواب في رمز مربّع

teacher-cards-how = تُطبع وتُقصّ وتُوزّع. البطاقة الشخصية تعمل مرة واحدة ولصاحبها فقط.
teacher-cards-picture = رمز QR لـ { $name }
teacher-cards-personal = تعمل مرة واحدة، حتى { $day }
teacher-cards-class = للصف كله، حتى { $day }
teacher-cards-none = لا توجد رموز مفتوحة. يمكنك صنع رمز للصف أو بطاقة شخصية جديدة.

teacher-nav-library = المكتبة
teacher-library-saved = تمّ الحفظ في إصدار جديد. العمل الذي قُيّم يبقى على الإصدار الذي قُيّم به.
teacher-library-rubrics = سلالم التقدير
teacher-library-frameworks = أُطر الكفايات
teacher-library-own = يأتي مع المنتج
teacher-library-versions = { $count ->
    [zero] لا إصدارات
    [one] إصدار واحد
    [two] إصداران
    [few] { $count } إصدارات
    [many] { $count } إصدارًا
   *[other] { $count } إصدار
}
teacher-library-criteria = { $count ->
    [zero] لا معايير
    [one] معيار واحد
    [two] معياران
    [few] { $count } معايير
    [many] { $count } معيارًا
   *[other] { $count } معيار
}
teacher-library-competencies = { $count ->
    [zero] لا كفايات
    [one] كفاية واحدة
    [two] كفايتان
    [few] { $count } كفايات
    [many] { $count } كفاية
   *[other] { $count } كفاية
}
teacher-library-change = تعديل
teacher-library-copy = نسخ
teacher-library-case = CASE
teacher-library-csv = CSV

teacher-import-title = استيراد ملف
teacher-import-what = إطار كفايات أو سلالم تقدير بصيغة CASE أو CTDL-ASN أو DigComp JSON، أو من Moodle أو Canvas أو D2L، أو جدولًا (CSV أو Excel). يظهر لك ما فيه قبل استيراد أي شيء.
teacher-import-kind = ما الذي في الملف
teacher-import-framework = إطار كفايات
teacher-import-rubric = سلالم تقدير
teacher-import-file = الملف
teacher-import-columns = جدول بعناوين أخرى
teacher-import-columns-how = سطر لكل عمود، مثل: statement = ما يستطيع الطلبة عمله
teacher-import-look = الاطّلاع عليه
teacher-import-no-file = يُرجى اختيار ملف فيه محتوى.
teacher-import-gone = لم يعد الملف هنا. يُرجى اختياره من جديد.
teacher-import-nothing-yet = هذا ما في الملف. لم يُستورد شيء بعد.
teacher-import-taken = ما الذي سيُستورد
teacher-import-format = قُرئ بصيغة { $format }
teacher-import-count-packages = { $count ->
    [zero] لا وثائق
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $count } وثائق
    [many] { $count } وثيقة
   *[other] { $count } وثيقة
}
teacher-import-count-items = { $count ->
    [zero] لا كفايات
    [one] كفاية واحدة
    [two] كفايتان
    [few] { $count } كفايات
    [many] { $count } كفاية
   *[other] { $count } كفاية
}
teacher-import-count-associations = { $count ->
    [zero] لا صلات بين الكفايات
    [one] صلة واحدة بين الكفايات
    [two] صلتان بين الكفايات
    [few] { $count } صلات بين الكفايات
    [many] { $count } صلة بين الكفايات
   *[other] { $count } صلة بين الكفايات
}
teacher-import-count-rubrics = { $count ->
    [zero] لا سلالم تقدير
    [one] سلّم تقدير واحد
    [two] سلّما تقدير
    [few] { $count } سلالم تقدير
    [many] { $count } سلّم تقدير
   *[other] { $count } سلّم تقدير
}
teacher-import-count-criteria = { $count ->
    [zero] لا معايير
    [one] معيار واحد
    [two] معياران
    [few] { $count } معايير
    [many] { $count } معيارًا
   *[other] { $count } معيار
}
teacher-import-count-levels = { $count ->
    [zero] لا مستويات
    [one] مستوى واحد
    [two] مستويان
    [few] { $count } مستويات
    [many] { $count } مستوى
   *[other] { $count } مستوى
}
teacher-import-difference = ما الذي يغيّره
teacher-import-same = لدى صفوفك الشيء نفسه بالفعل.
teacher-import-other-words = المضمون نفسه مع اختلاف في تفاصيل أخرى.
teacher-import-mended = ما الذي أُصلح
teacher-import-left-out = ما الذي تُرك، ولماذا
teacher-import-unread = ما الذي يُحفظ ولا يُعرض
teacher-import-take = استيراد
teacher-import-leave = عدم الاستيراد
teacher-import-given = تمّ الاستيراد. المحتوى في الطريق إلى أجهزة صفوفك.
teacher-import-problem-no-class = يُرجى اختيار صف واحد على الأقل.
teacher-import-problem-changed = تغيّرت مكتبتك في هذه الأثناء. يُرجى النظر إلى الاختلافات من جديد ثم الاستيراد.

teacher-kind-single_point = أحادي النقطة
teacher-kind-analytic = تحليلي
teacher-kind-holistic = كلّي
teacher-kind-continuum = متدرّج
teacher-kind-checklist = قائمة رصد
teacher-kind-what-single_point = هدف واضح واحد لكل معيار، مفتوح من الجانبين.
teacher-kind-what-analytic = عدة معايير، لكل منها مستوياته.
teacher-kind-what-holistic = نظرة واحدة إلى العمل كله، في مستويات.
teacher-kind-what-continuum = مستويات تمتد عبر السنوات الدراسية.
teacher-kind-what-checklist = أشياء موجودة، أو ليست موجودة بعد.
teacher-start-towards = نحو الهدف
teacher-start-there = بلوغ الهدف
teacher-start-beyond = أبعد من الهدف
teacher-start-beginning = في البداية
teacher-start-emerging = بدايات تظهر
teacher-start-on-the-way = في الطريق
teacher-start-secure = تمكّن
teacher-start-not-yet = ليس بعد
teacher-start-yes = نعم

teacher-rubric-page = سلّم تقدير
teacher-rubric-new = سلّم تقدير جديد
teacher-rubric-change = تعديل سلّم تقدير
teacher-rubric-copy-of = { $title } (نسخة)
teacher-rubric-is-copy = هذه نسخة خاصة بك. سلّم التقدير الذي أُخذت منه يبقى كما هو.
teacher-rubric-not-saved = لم يُحفظ شيء بعد. كل ما كتبته ما زال هنا؛ يُحفظ بالزر أدناه.
teacher-rubric-took-criterion = أُزيل المعيار.
teacher-rubric-took-level = أُزيل المستوى.
teacher-rubric-undo = تراجع
teacher-rubric-back = أُعيد إلى مكانه.
teacher-rubric-not-kept = لم يُحفظ بعد. كل ما كتبته ما زال هنا:
teacher-rubric-in-line = المعيار { $number }:
teacher-rubric-other = حُفظ إصدار آخر من شخص غيرك بعد أن فتحت هذا. لم يُستبدل شيء، وكل ما كتبته ما زال هنا. غيّر الإصدار الآخر ما يلي:
teacher-rubric-look-theirs = الاطّلاع على إصدارهم
teacher-rubric-save-copy = حفظ ما عندي بوصفه سلّم تقدير مستقلًا
teacher-rubric-save-after = حفظ ما عندي بوصفه أحدث إصدار
teacher-rubric-about = عن سلّم التقدير
teacher-rubric-title = العنوان
teacher-rubric-description = الغرض منه
teacher-rubric-kind = النوع
teacher-rubric-language = اللغة، مثل ar أو pt-BR
teacher-rubric-shown = ما يعرضه الجدول
teacher-rubric-same-levels = لكل المعايير المستويات نفسها
teacher-rubric-scored = مع درجات
teacher-rubric-weighted = مع أوزان
teacher-rubric-refresh = عرضه هكذا
teacher-rubric-grid = المعايير والمستويات
teacher-rubric-criterion = المعيار
teacher-rubric-level = المستوى { $number }
teacher-rubric-level-name = { $line }: اسم المستوى { $number }
teacher-rubric-line = المعيار { $number }
teacher-rubric-cell = { $line }، { $level }: كيف يبدو
teacher-rubric-left = نقل نحو الأدنى: { $name }
teacher-rubric-right = نقل نحو الأعلى: { $name }
teacher-rubric-up = نقل إلى فوق: { $name }
teacher-rubric-down = نقل إلى تحت: { $name }
teacher-rubric-remove = إزالة: { $name }
teacher-rubric-add-level-to = إضافة مستوى: { $name }
teacher-rubric-add-line = إضافة معيار
teacher-rubric-add-level = إضافة مستوى
teacher-rubric-weight = الوزن
teacher-rubric-score = الدرجة
teacher-rubric-years = السنوات الدراسية، بينها فواصل
teacher-rubric-more = المزيد
teacher-rubric-line-words = معناه
teacher-rubric-group = المجموعة التي هو فيها
teacher-rubric-negative = كلما زاد كان أسوأ
teacher-rubric-shows = الكفاية التي يُظهرها
teacher-rubric-unlink = إزالة الصلة
teacher-rubric-find = كلمات من كفاية يُظهرها
teacher-rubric-find-go = بحث
teacher-rubric-found-none = لا توجد كفاية فيها هذه الكلمات. يُرجى تجربة غيرها.
teacher-rubric-feedback = ملاحظات جاهزة للاستخدام
teacher-rubric-feedback-for = { $line }، { $level }: ملاحظات جاهزة للاستخدام
teacher-rubric-for = لأي صفوف
teacher-rubric-versions = الحفظ يصنع إصدارًا جديدًا. العمل الذي قُيّم يبقى على الإصدار الذي قُيّم به.
teacher-rubric-save = حفظ وإعطاؤه لهذه الصفوف
teacher-words-title = سلّم التقدير بلغات أخرى
teacher-words-languages = لغات أخرى
teacher-words-first = اللغة الأصلية: { $language }
teacher-words-add = إضافة لغة برمز قصير، مثل nl أو pt-BR
teacher-words-go = فتح
teacher-words-missing = { $count ->
    [zero] لا ينقص أي نص من أصل { $all }.
    [one] ينقص نص واحد من أصل { $all }.
    [two] ينقص نصّان من أصل { $all }.
    [few] تنقص { $count } نصوص من أصل { $all }.
    [many] ينقص { $count } نصًا من أصل { $all }.
   *[other] ينقص { $count } نص من أصل { $all }.
}
teacher-words-instead = ما ينقص يظهر للطلبة بلغته الأصلية.
teacher-words-whole = لا ينقص شيء.
teacher-words-lacking = ناقص
teacher-words-rubric = سلّم التقدير
teacher-words-levels = أسماء المستويات
teacher-words-group = المجموعة
teacher-words-text-title = العنوان
teacher-words-text-description = كيف يبدو
teacher-words-text-name = الاسم
teacher-words-text-feedback = ملاحظات جاهزة للاستخدام
teacher-words-text-picture_words = ما تُظهره الصورة
teacher-words-save = حفظ بهذه اللغة
teacher-words-problem-language = يُرجى كتابة اللغة برمز قصير، مثل nl أو pt-BR، على أن تكون غير اللغة الأصلية لسلّم التقدير.
teacher-words-problem-too-long = بعض النصوص أطول من اللازم؛ يُرجى تقصيرها. كل ما كتبته ما زال هنا.
teacher-words-problem-changed = حُفظ إصدار آخر من شخص غيرك في هذه الأثناء. كل ما كتبته ظاهر بجانبه؛ يُرجى مراجعته ثم الحفظ من جديد.
teacher-drafts = المسودّات
teacher-draft-keep = حفظ في المسودّات
teacher-draft-what = المسودّة لك وحدك: لا يلزم أن تكون كاملة، ولا تصل إلى أي صف.
teacher-draft-kept = حُفظ في المسودّات. لم يصل إلى أي صف بعد.
teacher-draft-kept-on = تاريخ الحفظ: { $day }
teacher-draft-untitled = بلا عنوان
teacher-draft-go-on = متابعة الكتابة
teacher-draft-throw = حذف
teacher-draft-thrown = حُذفت المسودّة.
teacher-draft-begun = لديك مسودّة من سلّم التقدير هذا، حُفظت في { $day }.
teacher-draft-too-many = لديك مسودّات كثيرة جدًا. يُرجى حذف واحدة منها أو حفظها نهائيًا، ثم حفظ هذه. كل ما كتبته ما زال هنا.
teacher-rubric-too-large = سلّم التقدير هذا أكبر من أن يُعدّل هنا. حدود الصفحة: المعايير { $criteria }، والمستويات لكل معيار { $levels }. يُرجى تعديله في جدول بيانات ثم استيراده من جديد.

teacher-wrong-title-missing = يُرجى إعطاء سلّم التقدير عنوانًا.
teacher-wrong-too-long = هذا النص طويل جدًا؛ يُرجى تقصيره.
teacher-wrong-kind-missing = يُرجى اختيار نوع.
teacher-wrong-kind-holistic = لسلّم التقدير الكلّي معيار واحد. يُرجى إزالة البقية أو اختيار نوع آخر.
teacher-wrong-kind-single_point = لسلّم التقدير أحادي النقطة ثلاثة مستويات على الأكثر. يُرجى إزالة بعضها أو اختيار نوع آخر.
teacher-wrong-kind-checklist = لقائمة الرصد مستويان على الأكثر. يُرجى إزالة بعضها أو اختيار نوع آخر.
teacher-wrong-language = يُرجى كتابة اللغة برمز قصير، مثل ar أو pt-BR.
teacher-wrong-no-criterion = يُرجى إضافة معيار واحد على الأقل.
teacher-wrong-criterion-missing = يُرجى ذكر ما يُنظر إليه.
teacher-wrong-no-level = يُرجى إضافة مستوى واحد على الأقل.
teacher-wrong-level-missing = يُرجى إعطاء هذا المستوى اسمًا.
teacher-wrong-weight = يُرجى كتابة رقم للوزن أو تركه فارغًا.
teacher-wrong-score = يُرجى كتابة رقم للدرجة أو تركها فارغة.
teacher-wrong-unreadable = تعذّرت قراءة هذا. يُرجى فتح سلّم التقدير من جديد.
teacher-wrong-no-class = يُرجى اختيار صف واحد على الأقل.
teacher-wrong-no-class-yet = لا يوجد لديك صف بعد. يُرجى إنشاء صف أولًا ثم الحفظ.

teacher-answer-sealed = يوجد تقييم من { $name } لهذا العمل. اختار صفك أن يبدأ تقييمك أولًا: يظهر اختيار { $name } بعد تقييمك.
teacher-pin-title = شواهد { $name } على هذا
teacher-pin-shown = المكان في الصورة { $number }
teacher-pin-place = في الصورة { $number }، { $row }، { $column }
teacher-pin-picture = الصورة { $number }
teacher-pin-work = العمل كله
teacher-pin-other-work = عمل آخر
teacher-pin-time = عند { $minutes }:{ $seconds }
teacher-pin-row-top = في الأعلى
teacher-pin-row-middle = في منتصف الارتفاع
teacher-pin-row-bottom = في الأسفل
teacher-pin-column-left = يسارًا
teacher-pin-column-centre = في الوسط
teacher-pin-column-right = يمينًا
teacher-history = التقييمات مع الوقت
teacher-history-when = متى
teacher-history-who = من
teacher-history-level = المستوى

teacher-learner-page = صفحة من صفحات الطلبة
teacher-learner-goals = الأهداف
teacher-learner-goal-untitled = هدف بلا اسم
teacher-learner-goal-since = منذ { $day }
teacher-learner-reached = تحقّق
teacher-learner-stuck = تعثّر
teacher-step-later = لاحقًا
teacher-step-open = الآن
teacher-step-done = تمّت
teacher-going-well = يسير جيدًا
teacher-going-slowly = يسير ببطء
teacher-going-stuck = تعثّر
teacher-learner-evidence = العمل { $number }
teacher-learner-two = عملان جنبًا إلى جنب:
teacher-learner-proposed = اقتراح { $name } في { $day }:
teacher-proposal-waiting = بلا جواب بعد
teacher-proposal-accepted = أُخذ به
teacher-proposal-declined = لم يؤخذ به
teacher-learner-propose = اقتراح خطوات
teacher-learner-where = مكانها
teacher-learner-new-steps = خطوات جديدة
teacher-learner-split = خطوات أصغر بدل: { $title }
teacher-learner-steps = الخطوات، واحدة في كل سطر
teacher-learner-words = بضع كلمات إلى { $name }
teacher-learner-propose-go = اقتراح
teacher-learner-no-goals = لا أهداف لدى { $name } يمكنك رؤيتها.
teacher-learner-about = تعريف { $name } بالنفس
teacher-learner-nothing-about = لا شيء هنا بعد من { $name } للمعلّمين.
teacher-learner-topic = حول
teacher-learner-no-topic = لا شيء محدّد
teacher-topic-strengths = نقاط القوة
teacher-topic-needs = الاحتياجات
teacher-topic-interests = الاهتمامات
teacher-topic-motivation = ما يحفّز
teacher-topic-supports = ما يساعد
teacher-topic-showing = كيف أحب أن أُظهر ما أتعلّمه
teacher-learner-asked = سؤال من { $name } في { $day }: { $topic }
teacher-learner-invite = طلب تحديث
teacher-learner-invite-go = طلب
teacher-learner-notes = ملحوظاتك الخاصة
teacher-learner-notes-what = هي غير الملاحظات على الأعمال. يراها معلّمو { $name }، ويحقّ لـ { $name } الاطّلاع على ما يُكتب هنا.
teacher-learner-note = ملحوظة
teacher-learner-note-go = حفظ الملحوظة
teacher-learner-said-propose = تمّ الاقتراح. والقرار لـ { $name }.
teacher-learner-said-note = حُفظت الملحوظة.
teacher-learner-said-invite = تمّ الطلب. سيظهر على جهاز { $name }.
teacher-learner-wrong-nothing = لم يُحفظ شيء. يُرجى الضغط على أحد الأزرار.
teacher-learner-wrong-no-goal = لم يعد هذا الهدف يقبل خطوات. يُرجى النظر إلى الصفحة من جديد.
teacher-learner-wrong-no-steps = يُرجى كتابة خطوة واحدة على الأقل.
teacher-learner-wrong-steps-too-long = يمكن اقتراح ثماني خطوات على الأكثر، وفي كل خطوة 120 حرفًا على الأكثر.
teacher-learner-wrong-no-words = يُرجى كتابة بضع كلمات أولًا.
teacher-learner-wrong-no-topic = يُرجى اختيار موضوع السؤال.
teacher-learner-wrong-too-long = هذا النص طويل جدًا؛ يُرجى تقصيره.

teacher-rules-title = قواعد الصف
teacher-rules-kept = حُفظت. تسري القواعد من الآن على كل صفحات هذا الصف وأجهزته.
teacher-rules-not-kept = لم تُحفظ بعد. يُرجى النظر إلى الأرقام المعلّمة؛ كل ما كتبته ما زال هنا.
teacher-rules-wrong = يُرجى كتابة عدد صحيح لا يزيد على { $most }.
teacher-rules-first = من يبدأ
teacher-rules-seals = إخفاء اختيارات الطلبة حتى تقييمي
teacher-rules-seals-what = بذلك يتمّ تقييمك دون معرفة اختيارهم؛ وبعده يظهر الاثنان جنبًا إلى جنب.
teacher-rules-level = كيف تصبح عدة تقييمات مستوى واحدًا
teacher-method-latest = الأحدث
teacher-method-best = الأفضل
teacher-method-most_common = الأكثر تكرارًا
teacher-method-decaying_average = متوسط متناقص
teacher-method-what-latest = أحدث تقييم هو المستوى.
teacher-method-what-best = أعلى تقييم حتى الآن هو المستوى.
teacher-method-what-most_common = المستوى الذي تكرّر أكثر من غيره؛ وعند التساوي، الأخير منها.
teacher-method-what-decaying_average = وزن أحدث تقييم { $percent }%، وكل ما سبقه وزنه الباقي؛ ويُعرض أقرب مستوى.
teacher-rules-percent = وزن أحدث تقييم في المتوسط المتناقص، بالمئة
teacher-rules-enough = متى تكون الأدلّة كافية
teacher-rules-enough-what = الرقم 0 لا يطلب شيئًا. قلّة الأدلّة ليست أبدًا مستوى منخفضًا.
teacher-rules-pieces = عدد الأعمال
teacher-rules-contexts = أماكن أو مناسبات مختلفة
teacher-rules-recent = عدد الأعمال الحديثة
teacher-rules-recent_days = الحديث هو ما كان خلال هذا العدد من الأيام
teacher-rules-alone = أعمال صُنعت دون مساعدة
teacher-rules-keep = حفظ هذه القواعد

teacher-progress-title = ما أظهره الصف
teacher-progress-rule = قاعدة هذا الصف
teacher-progress-enough = أدلّة كافية: الأعمال { $pieces }، السياقات { $contexts }، والحديث منها { $recent } (أيام: { $days }).
teacher-progress-what = كل طالب وطالبة على حدة، بالاسم. «لا شيء بعد» ليس مستوى، وليس مستوى منخفضًا أبدًا.
teacher-progress-view = رأي من
teacher-progress-view-teacher = رأي المعلّمين
teacher-progress-view-learner = رأي الطلبة أنفسهم
teacher-progress-newest = لم يُنظر إلا إلى أحدث 3000 عمل في الصف.
teacher-progress-place = { $place } من { $levels }
teacher-progress-unjudged = بلا تقييم
teacher-progress-pieces = { $count ->
    [zero] لا أعمال
    [one] عمل واحد
    [two] عملان
    [few] { $count } أعمال
    [many] { $count } عملًا
   *[other] { $count } عمل
}
teacher-progress-is-enough = كافٍ
teacher-progress-none = لا شيء بعد
teacher-progress-more = { $count ->
    [zero] كل الكفايات معروضة.
    [one] كفاية واحدة أخرى غير معروضة.
    [two] كفايتان أخريان غير معروضتين.
    [few] { $count } كفايات أخرى غير معروضة.
    [many] { $count } كفاية أخرى غير معروضة.
   *[other] { $count } كفاية أخرى غير معروضة.
}
teacher-progress-empty = لم يُوسم أي عمل في هذا الصف ولم يُقيّم بعد. تظهر الكفايات هنا عندما يحدث ذلك.

## Family: pages for the holder of a link

family-by = من صنع { $name }
family-page = معرض
family-showcase-untitled = معرض { $name }
family-work-untitled = عمل
family-picture = صورة: { $title }
family-link = (صفحة في مكان آخر، تُفتح في علامة تبويب جديدة)
family-voice = استمع إلى { $name }
family-film = هنا فيلم من صنع { $name }. اطلبوا مشاهدته معًا.
family-paper = هنا ملف من { $name }. اطلبوا فتحه معًا.
family-about = عن { $name }
family-tags = من كلام { $name }: أستطيع
family-thought = رأي { $name }
family-nothing-yet = الأعمال المختارة من { $name } جاهزة. تظهر هنا بعد أن يراها المعلّم.
family-until = هذه الصفحة مشاركة لكم من { $name } حتى { $day }.
family-private = يُرجى الاحتفاظ بهذا الرابط لأنفسكم.
family-over-title = لم يعد هذا الرابط مفتوحًا
family-over-next = هاتفكم سليم. الرابط يُفتح مدة من الزمن، ومن صنعه يستطيع إغلاقه. اسألوا طفلكم أو طفلتكم: يمكنكم رؤية الأعمال معًا، أو صنع رابط جديد.
family-join-title = الانضمام إلى صفك
family-join-open = نفتح تطبيق «ملف الإنجاز» (Portfolio) ونختار «الانضمام إلى مدرستي».
family-join-address = نكتب هذا العنوان:
family-join-code = نكتب الرمز من بطاقتك.

## Errors, in words for a child

student-error-unknown = لم ينجح ذلك. لم يضع شيء. نحاول مرة أخرى.
student-error-wrong-secret = ليس هذا رمزك السرّي. نحاول من جديد.
student-error-too-many-tries = محاولات كثيرة. ننتظر { $seconds ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
} ثم نحاول من جديد.
student-error-vault-in-use = أعمالك مفتوحة في برنامج آخر. نغلقها هناك أولًا.
student-error-store-damaged = هناك شيء تالف هنا. معلّمك يساعدك؛ أعمالك في المدرسة بأمان.
student-error-not-a-bundle = هذا الملف ليس ردًّا من مدرستك. نختار ملفًا آخر.
student-error-bundle-goes-elsewhere = هذا الملف ليس لك على هذا الجهاز. نختار ملفًا آخر، أو يساعدك معلّمك.
student-error-bundle-too-old = هذا الملف قديم جدًا. نصنع ملفًا جديدًا للمدرسة. لم يضع شيء.
student-error-bundle-too-new = هذا الملف من تطبيق أحدث. نطلب من أحد الكبار تحديث هذا التطبيق.
student-error-bundle-damaged = هذا الملف تالف. ما أمكن قراءته محفوظ. نطلب من المعلّم ملفًا جديدًا.
student-error-answers-nothing = هذا ردّ على ملف لم يعد هذا الجهاز يعرفه. نصنع ملفًا جديدًا للمدرسة.
student-error-no-school-yet = ننضمّ إلى المدرسة أولًا.
student-error-school-keys-missing = يجب أن يلتقي تطبيقك بمدرستك مرة واحدة عبر الإنترنت. بعدها يعمل هذا بلا إنترنت.
student-error-storage-full = لم يبقَ مكان على هذا الجهاز. نطلب من أحد إفساح مكان ثم نحفظ من جديد.
student-error-school-unreachable = لا تردّ المدرسة الآن. أعمالك محفوظة هنا. نحاول لاحقًا.

## Errors: pages of the school

error-page-home = الذهاب إلى الصفحة الأولى
error-page-unreadable = تعذّرت القراءة
error-page-unreadable-next = لم يتغيّر شيء. يُرجى الرجوع والنظر إلى ما كُتب والمحاولة من جديد.
error-page-not-allowed = لم يتمّ ذلك
error-page-not-allowed-next = قد تكون الصفحة قديمة جدًا أو جاءت من مكان آخر. يُرجى فتحها من جديد وإعادة المحاولة.
error-page-not-found = لا شيء هنا
error-page-not-found-next = قد يكون العنوان خطأ، أو لم يعد الشيء موجودًا.
error-page-changed = تعذّر الحفظ
error-page-changed-next = تغيّر شيء في هذه الأثناء. يُرجى فتح الصفحة من جديد والنظر.
error-page-too-large = هذا كبير جدًا
error-page-too-large-next = لم يتغيّر شيء. يُرجى تقصير النص والمحاولة من جديد.
error-page-wait = لحظة من فضلك
error-page-wait-next = كثرت الطلبات. يُرجى الانتظار دقيقة ثم المحاولة من جديد.
error-page-full = لم يبقَ مكان
error-page-full-next = قرص خادم المدرسة ممتلئ. لم يُحفظ شيء ناقصًا؛ يُرجى إخبار المسؤول عنه.
error-page-other = حدث خطأ
error-page-other-next = ليس الخطأ منك. يُرجى المحاولة بعد قليل.

## Demo: the page of the made-up class

demo-heading = رحلة عمل واحد من أولها إلى آخرها
demo-intro = كل شيء هنا يعمل على هذا الحاسوب وحده. { $classroom } والمعلّم وكل الصور من الخيال؛ ولا تنقص إلا صورة حقيقية واحدة من عندك.
demo-story = القصة في سبع خطوات
demo-open-student = فتح تطبيق الطلبة
demo-open-school = فتح صفحة المعلّم
demo-step-off-title = إيقاف المدرسة
demo-step-off = أول ما سنفعله لا يحتاج إليها. نستخدم المفتاح في هذه الصفحة، ثم نتابع كما يفعل طفل في حافلة أو غابة.
demo-step-photo-title = اسم جديد وصورة
demo-step-photo = في تطبيق الطلبة نختار «أنا هنا لأول مرة»، أو نختار { $name } من الصف. نضيف صورة حقيقية. تعتدل الصورة وحدها، ويُحذف منها مكان التقاطها.
demo-step-check-title = ما الذي يُظهره العمل؟ والتقييم الأول لصاحبه
demo-step-check = نعطيه عنوانًا، ونختار «أستطيع»، ونقيّم عملنا معيارًا معيارًا، ونكتب رأينا. يظهر «محفوظ هنا»، أو «في انتظار الذهاب إلى المدرسة» لمن هو من الصف.
demo-step-join-title = تشغيل المدرسة والانضمام
demo-step-join = ينضمّ الاسم الجديد في تطبيق الطلبة بعنوان المدرسة والرمز { $code }. وتذهب الأعمال السابقة أيضًا: «بأمان في المدرسة».
demo-step-teacher-title = دور المعلّم
demo-step-teacher = نسجّل الدخول باسم { $teacher }. عملك في الأعلى. نقيّم المعايير نفسها، ونكتب بضع كلمات وخطوة تالية واحدة، ونوافق على المشاركة.
demo-step-answer-title = رؤية الجانبين
demo-step-answer = في تطبيق الطلبة يصل الردّ وحده: تقييمك وتقييم المعلّم جنبًا إلى جنب، والفرق بينهما بالكلمات.
demo-step-family-title = العرض على الأهل، ثم إلغاؤه
demo-step-family = نصنع معرضًا ونشاركه. نفتح الرابط في صفحة بحجم الهاتف: هو نفسه، ولا شيء غيره. ثم نلغيه وننظر من جديد.
demo-switch = خادم المدرسة
demo-switch-why = هذا يوقف البرنامج الحقيقي ويشغّله. وتطبيق الطلبة يواصل العمل في الحالتين.
demo-state-on = المدرسة تعمل
demo-state-off = المدرسة متوقفة
demo-state-busy = لحظة…
demo-turn-on = تشغيل المدرسة
demo-turn-off = إيقاف المدرسة
demo-join-code = رمز الصف
demo-join-why = للانضمام من تطبيق الطلبة. لا فرق بين الأحرف الكبيرة والصغيرة، ولا أهمية للشرطات.
demo-address = عنوان المدرسة
demo-teacher = المعلّم: { $name }
demo-email = البريد الإلكتروني
demo-password = كلمة المرور
demo-safe = عندما ينسى طفل رمزه السرّي
demo-safe-why = في تطبيق الطلبة نختار اسمًا من الصف، ونلمس «نسيت رمزي» ثم «مدرستي تساعدني». يظهر الطلب للمعلّم في صفحة «نسيان الرمز»، وهي تطلب الورقة الموجودة في خزنة المدرسة.
demo-safe-key = الورقة من الخزنة
demo-class = { $classroom }، من الخيال
demo-class-why = اثنا عشر اسمًا، لكل منهم أعمال فصل دراسي كامل. رموزهم ليست سرًّا هنا.
demo-pin = الرمز { $pin }
demo-copy = نسخ
demo-copy-what = نسخ: { $what }
demo-copied = نُسخ
demo-stop = لإنهاء العرض: الضغط على Ctrl و C حيث بدأ تشغيله.

## Demo: what the command line says

demo-say-making = نصنع صفًا: اثنا عشر اسمًا، وأعمال فصلهم الدراسي، وما قاله المعلّم.
demo-say-starting = نشغّل المدرسة وتطبيق الطلبة.
demo-say-ready = العرض جاهز. هذه هي الصفحة التي نفتحها:
demo-say-student = تطبيق الطلبة
demo-say-school = صفحة المعلّم
demo-say-teacher = الدخول بالبريد { $email } وكلمة المرور { $password }
demo-say-code = رمز الصف
demo-say-pins = الرموز السرّية
demo-say-kept = محفوظ في { $folder }
demo-say-cleared = محفوظ في { $folder } حتى ينتهي العرض
demo-say-stop = للإنهاء: الضغط على Ctrl و C.
demo-say-ended = انتهى العرض.

## Student app: growing

student-place-goals = أهدافي
student-bar-works = أعمالي
student-bar-showcases = معرضي
student-growing-goals = أهدافي
student-growing-progress = أستطيع
student-growing-roadmap = طريقي

student-goals-title = كيف أتقدّم
student-goals-first-title = إلى أين نريد أن نصل؟
student-goals-first = الهدف شيء نريده. والخطوات الصغيرة تأخذنا إليه.
student-goals-again-title = ما التالي؟
student-goals-again = وصلت إلى كل أهدافك. هي الآن في طريقك.
student-goal-new = هدف جديد
student-goal-what = إلى ماذا أريد أن أصل؟
student-goal-what-hint = أريد أن أسبح وحدي
student-goal-why = لماذا أريد هذا؟
student-goal-first-step = خطوة أولى صغيرة
student-goal-first-step-hint = أضع وجهي في الماء
student-goal-nothing = نكتب أولًا إلى ماذا نريد أن نصل.
student-goal-gone = لم يعد هذا هنا.
student-goal-about = عن هذا الهدف
student-goal-tags = أختار «أستطيع»
student-goal-tags-why = نلمس ما يدور حوله هذا الهدف. يمكن اختيار أكثر من واحد.
student-goal-bin-what = لم يضع شيء مما هنا. يمكنك إعادته إلى أهدافي.
student-goal-bin-back = عاد إلى أهدافي.
student-thought-back = عاد رأيي إلى مكانه.
student-goal-steps = تمّ { $done } من { $of } من الخطوات
student-goal-no-steps = لا خطوات بعد. ما أول خطوة صغيرة؟
student-goal-next = الآن: { $step }
student-goal-idea-waits = فكرة لك
student-goal-how-goes-it = كيف تسير الأمور؟
student-goal-reached = وصلت إليه
student-goal-reached-on = وصلت إليه في { $day }.
student-goal-not-yet = ليس بعد
student-goal-go-on = أتابع
student-goal-story = قصتي
student-goal-cheer = نجحت! صار الآن في طريقك.

student-steps-title = خطوات صغيرة
student-steps-none = الخطوة الصغيرة شيء يمكن عمله قريبًا.
student-steps-new = خطوة صغيرة جديدة
student-steps-add = إضافة هذه الخطوة
student-steps-one = خطوة
student-steps-what = ماذا سأفعل؟
student-steps-room = الخطوات المفتوحة: { $open } من { $most }. هناك مكان للمزيد.
student-steps-full = الخطوات المفتوحة: { $open }. هذا يكفي الآن! نكمل واحدة أو نؤجّل واحدة، ثم نبدأ التالية.
student-steps-open = أعمل عليها
student-steps-later = لاحقًا
student-steps-done = تمّت
student-steps-begin = بدء: { $step }
student-steps-finish = تمّت: { $step }
student-steps-well-done = أحسنت! خطوة إلى الأمام.
student-steps-start = بدء هذه الخطوة
student-steps-again = أعملها مرة أخرى
student-steps-put-off = تأجيل
student-steps-is-done = تمّت
student-steps-show = أُظهرها بعمل
student-steps-show-why = أي عمل يُظهر هذه الخطوة؟ يمكن اختيار ما نشاء.
student-steps-earlier = تقديم
student-steps-later-on = تأخير
student-steps-moved = صار رقمها { $place } من { $of }.
student-steps-bin = إزالة

student-home-steps = خطواتي الصغيرة

student-going-well = جيدًا
student-going-slowly = ببطء
student-going-stuck = تعثّرت
student-going-is-stuck = لقد تعثّرت
student-going-why-well = ما الذي يسير جيدًا؟
student-going-why-slowly = ما الذي يأخذ وقتًا؟
student-going-why-stuck = ما الصعب؟
student-going-stuck-told = قلت إنك تعثّرت. سيرى معلّمك ذلك.
student-going-stuck-alone = قلت إنك تعثّرت. يفيدك أن يراه شخص كبير قريب منك.

student-idea-title = فكرة لك
student-idea-steps = يقترح معلّمك هذه الخطوات:
student-idea-split = يقترح معلّمك خطوات أصغر بدل «{ $step }»:
student-idea-words = يمكنك كتابة جواب
student-idea-yes = نعم، آخذها
student-idea-no = لا، شكرًا
student-idea-taken = صارت لك.
student-idea-left = لا بأس. هذا هدفك أنت.

student-way-none-title = طريقك يبدأ هنا
student-way-none = عند الوصول إلى هدف تظهر قصته هنا مع أعمالك.
student-way-reached = ما وصلت إليه
student-way-ahead = ما أعمل عليه
student-way-began = بدأت
student-way-step = خطوت خطوة
student-way-check-in = قلت
student-way-finished = وصلت إليه

student-think-none = لا شيء هنا بعد. قد يساعد سؤال على البدء.
student-kind-look = أنظر إليه
student-kind-what = ماذا حدث؟
student-kind-stars = نجمتان وأمنية
student-kind-before-after = من قبل والآن
student-two-title = عملان جنبًا إلى جنب
student-two-choose = نختار عملين. ما الذي تغيّر بينهما؟
student-two-look = أنظر إلى الاثنين
student-two-few-title = نحتاج إلى عملين
student-two-few = نضيف عملًا آخر، ثم ننظر إلى العملين جنبًا إلى جنب.
student-two-older = الأقدم
student-two-newer = الأحدث

## Student app: what I can

student-progress-none-title = أعمالك تُظهر ما تعلّمته
student-progress-none = نفتح عملًا ونختار ما يُظهره. ثم نراه ينمو هنا.
student-progress-shown = ما تُظهره أعمالي
student-progress-wanted = ما أريد أن أتعلّمه
student-progress-nothing-yet = لم يظهر شيء بعد. هذا ليس مستوى، بل بداية فقط.
student-progress-not-judged = لم ينظر أحد إلى المستوى بعد. نقيّم أحد الأعمال.
student-progress-no-view = لا شيء بعد
student-progress-works = { $count ->
    [zero] لا يُظهره أي عمل
    [one] عمل واحد يُظهره
    [two] عملان يُظهرانه
    [few] { $count } أعمال تُظهره
    [many] { $count } عملًا تُظهره
   *[other] { $count } عمل تُظهره
}
student-progress-mine = رأيي: { $level }
student-progress-theirs = رأي معلّمي: { $level }
student-progress-from = { $count ->
    [zero] بلا أعمال
    [one] من عمل واحد
    [two] من عملين
    [few] من { $count } أعمال
    [many] من { $count } عملًا
   *[other] من { $count } عمل
}
student-progress-enough = يكفي لرؤيته جيدًا
student-progress-grew = تحسّن
student-agree = { $times ->
    [zero] لم يلتقِ رأيك ورأي معلّمك بعد.
    [one] { $same ->
        [0] رأيك ورأي معلّمك مختلفان. نتحدّث معه: لكل منكما نظرته.
       *[other] رأيك ورأي معلّمك متشابهان.
    }
    [two] { $same ->
        [0] اختلف رأيك ورأي معلّمك مرتين. نتحدّث معه: لكل منكما نظرته.
        [one] تشابه رأيك ورأي معلّمك مرة من مرتين.
       *[other] تشابه رأيك ورأي معلّمك في المرتين.
    }
    [few] { $same ->
        [0] اختلف رأيك ورأي معلّمك { $times } مرات. نتحدّث معه: لكل منكما نظرته.
        [one] تشابه رأيك ورأي معلّمك مرة من { $times } مرات.
        [two] تشابه رأيك ورأي معلّمك مرتين من { $times } مرات.
       *[other] تشابه رأيك ورأي معلّمك في { $same } من { $times } مرات.
    }
    [many] { $same ->
        [0] اختلف رأيك ورأي معلّمك { $times } مرة. نتحدّث معه: لكل منكما نظرته.
        [one] تشابه رأيك ورأي معلّمك مرة من { $times } مرة.
        [two] تشابه رأيك ورأي معلّمك مرتين من { $times } مرة.
       *[other] تشابه رأيك ورأي معلّمك في { $same } من { $times } مرة.
    }
   *[other] { $same ->
        [0] اختلف رأيك ورأي معلّمك { $times } مرة. نتحدّث معه: لكل منكما نظرته.
        [one] تشابه رأيك ورأي معلّمك مرة من { $times } مرة.
        [two] تشابه رأيك ورأي معلّمك مرتين من { $times } مرة.
       *[other] تشابه رأيك ورأي معلّمك في { $same } من { $times } مرة.
    }
}
student-agree-closer = صار التشابه في الفترة الأخيرة أكثر من قبل.
student-progress-make-goal = أجعله هدفًا
student-progress-add = أُظهره بعمل
student-progress-evidence = أعمال تُظهره
student-progress-show-it = لا عمل يُظهر هذا بعد. عندما يظهر في عمل، نختاره هناك تحت «أستطيع».

student-grew-learner-more = تقييمك له الآن أعلى من أول مرة.
student-grew-learner-same = رأيك فيه كما كان أول مرة.
student-grew-learner-less = نظرتك الآن أدقّ من أول مرة.
student-grew-teacher-more = تقييم معلّمك له الآن أعلى من أول مرة.
student-grew-teacher-same = رأي معلّمك فيه كما كان أول مرة.
student-grew-teacher-less = كان الأخير أصعب. معلّمك يحدّثك عنه.

student-growth-title = كيف تحسّن
student-growth-says = عدد المرات التي نُظر فيها إليه: { $count }، من الأولى على اليسار إلى الأحدث على اليمين. الأعلى أبعد.
student-growth-when = متى
student-growth-who = من
student-growth-level = المستوى
student-growth-work = العمل

student-rule-title = كيف نحسب هذا
student-rule-latest = المستوى: نأخذ الأحدث.
student-rule-best = المستوى: نأخذ الأفضل.
student-rule-most-common = المستوى: نأخذ ما تكرّر أكثر من غيره.
student-rule-decaying-average = المستوى: الأحدث له نصيب أكبر ({ $percent } من 100 للأحدث).
student-enough = ما يكفي: { $parts }
student-enough-pieces = { $count ->
    [zero] بلا أعمال
    [one] عمل واحد
    [two] عملان
    [few] { $count } أعمال
    [many] { $count } عملًا
   *[other] { $count } عمل
}
student-enough-contexts = { $count ->
    [zero] من أي مكان
    [one] من مكان واحد
    [two] من مكانين
    [few] من { $count } أماكن
    [many] من { $count } مكانًا
   *[other] من { $count } مكان
}
student-enough-recent = { $count } من آخر { $days } من الأيام
student-enough-alone = { $count } بلا مساعدة
student-missing-pieces = { $count ->
    [zero] لا ينقص شيء لنراه أفضل.
    [one] عمل واحد آخر، ونراه أفضل.
    [two] عملان آخران، ونراه أفضل.
    [few] { $count } أعمال أخرى، ونراه أفضل.
    [many] { $count } عملًا آخر، ونراه أفضل.
   *[other] { $count } عمل آخر، ونراه أفضل.
}
student-missing-contexts = { $count ->
    [zero] لا نحتاج إلى مكان آخر.
    [one] نُظهره في مكان آخر، كالبيت مثلًا.
    [two] نُظهره في مكانين آخرين، كالبيت مثلًا.
    [few] نُظهره في { $count } أماكن أخرى، كالبيت مثلًا.
    [many] نُظهره في { $count } مكانًا آخر، كالبيت مثلًا.
   *[other] نُظهره في { $count } مكان آخر، كالبيت مثلًا.
}
student-missing-recent = { $count ->
    [zero] لا ينقص شيء من آخر { $days } من الأيام.
    [one] نُظهره بشيء من آخر { $days } من الأيام.
    [two] نُظهره بشيئين من آخر { $days } من الأيام.
    [few] نُظهره بـ { $count } أشياء من آخر { $days } من الأيام.
    [many] نُظهره بـ { $count } شيئًا من آخر { $days } من الأيام.
   *[other] نُظهره بـ { $count } شيء من آخر { $days } من الأيام.
}
student-missing-alone = { $count ->
    [zero] لا ينقص شيء بلا مساعدة.
    [one] نُظهره مرة بلا مساعدة.
    [two] نُظهره مرتين بلا مساعدة.
    [few] نُظهره { $count } مرات بلا مساعدة.
    [many] نُظهره { $count } مرة بلا مساعدة.
   *[other] نُظهره { $count } مرة بلا مساعدة.
}

student-wheel-says = { $framework }: كلما طال الجزء، كان ما تُظهره أعمالك منه أكثر.
student-wheel-why = كلما طال الجزء، كان ما تُظهره أعمالك منه أكثر.
student-wheel-what = المهارة
student-wheel-shown = ظهر
student-wheel-enough = يكفي
student-heat-title = متى أظهرته
student-heat-says = كم عملًا أظهره. أيام كل عمود: { $days }.
student-heat-ago = { $days ->
    [zero] الآن
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $days } أيام
    [many] قبل { $days } يومًا
   *[other] قبل { $days } يوم
}
student-made-title = كيف صنعته
student-made-in = أين؟
student-made-in-class = في الصف
student-made-in-home = في البيت
student-made-in-outdoors = في الهواء الطلق
student-made-in-club = في نادٍ
student-made-in-town = في المدينة
student-made-with = من ساعد؟
student-made-with-alone = صنعته وحدي
student-made-with-some-help = مع مساعدة قليلة
student-made-with-together = صنعناه معًا

student-twin-table = عرض في جدول
student-twin-picture = عرض في صورة

## Student app: my check, with what shows it

student-check-later = أكمله لاحقًا
student-check-kept = محفوظ لوقت لاحق
student-check-go-on = أتابع تقييمي
student-check-sealed = البداية لك: يرى معلّمك تقييمك بعد أن ينظر إلى عملك.
student-checks-title = كل تقييماتي
student-checks-grew = في البداية والآن
student-checks-then-now = أولًا: { $first }. الآن: { $now }.
student-checks-both = أنت ومعلّمك، { $day }

student-pin-add = أُظهر أين
student-pin-title = أين يظهر ذلك؟
student-pin-whole = العمل كله
student-pin-a-picture = الصورة { $number }
student-pin-recording = التسجيل { $number }
student-pin-where = المكان في الصورة
student-pin-touch = نلمس المكان في الصورة أو نختاره أدناه.
student-pin-when = الوقت في التسجيل
student-pin-time-why = دقائق وثوانٍ، مثل 0:30.
student-pin-start = من
student-pin-end = إلى
student-pin-no-time = نكتب متى يبدأ، مثل 0:30. والنهاية بعد البداية.
student-pin-note = ماذا يظهر هناك؟
student-pin-keep = وضع علامة
student-pin-kept = وُضعت العلامة
student-pin-off = إزالة: { $pin }
student-pin-picture = في الصورة، { $place }
student-pin-time = عند { $time }
student-pin-work = { $title }
student-pin-move-left = قليلًا إلى اليسار
student-pin-move-right = قليلًا إلى اليمين
student-pin-move-up = قليلًا إلى أعلى
student-pin-move-down = قليلًا إلى أسفل
student-place-in-top-left = أعلى اليسار
student-place-in-top-middle = أعلى الوسط
student-place-in-top-right = أعلى اليمين
student-place-in-middle-left = وسط اليسار
student-place-in-middle-middle = في الوسط
student-place-in-middle-right = وسط اليمين
student-place-in-bottom-left = أسفل اليسار
student-place-in-bottom-middle = أسفل الوسط
student-place-in-bottom-right = أسفل اليمين

## Student app: who I am

student-profile-title = من أنا
student-profile-why = كلمات عن نفسك. من يراها؟ القرار لك، ويمكنك تغييرها في أي وقت.
student-profile-look-again = يستحق نظرة أخرى
student-profile-strengths = ما أجيده
student-profile-strengths-ask = ما الذي أجيده؟
student-profile-strengths-begin-1 = أجيد
student-profile-strengths-begin-2 = أستطيع مساعدة غيري في
student-profile-needs = ما أحتاج إليه
student-profile-needs-ask = إلى ماذا أحتاج لأتعلّم جيدًا؟
student-profile-needs-begin-1 = أحتاج إلى
student-profile-needs-begin-2 = يصعب عليّ عندما
student-profile-interests = ما أحبّه
student-profile-interests-ask = ماذا أحبّ، وعن ماذا أريد أن أعرف أكثر؟
student-profile-interests-begin-1 = أحبّ
student-profile-interests-begin-2 = أريد أن أعرف
student-profile-motivation = ما يحمّسني
student-profile-motivation-ask = ما الذي يحمّسني لعمل شيء ما؟
student-profile-motivation-begin-1 = أتحمّس عندما
student-profile-motivation-begin-2 = أتابع لأن
student-profile-supports = ما يساعدني
student-profile-supports-ask = من أو ما الذي يساعدني؟
student-profile-supports-begin-1 = يساعدني أن
student-profile-supports-begin-2 = يمكنني أن أسأل
student-profile-showing = كيف أحبّ أن أُظهره
student-profile-showing-ask = كيف أحبّ أن أُظهر ما تعلّمته؟
student-profile-showing-begin-1 = أحبّ أن أُظهره بـ
student-profile-showing-begin-2 = أفضل شيء عندي أن
student-profile-words = بكلماتي أنا
student-profile-who-sees = من يستطيع رؤيته؟
student-profile-seen-me = أنا فقط
student-profile-seen-teacher = معلّمي وأنا
student-profile-seen-family = وأهلي أيضًا
student-profile-sensitive = هذا يبقى بينك وبين معلّمك.
student-profile-now = ما أقوله الآن
student-profile-before = ما قلته من قبل
student-profile-notes = ما كتبه معلّمي
student-profile-said-on = قلته في { $day }
student-profile-still-on = ما زال كذلك في { $day }
student-profile-still = ما زال كذلك
student-profile-anew = أقوله من جديد
student-profile-take-off = إزالة
student-profile-off = أُزيل. لا يراه أحد غيرك.
student-profile-put-back = إعادة
student-profile-asked = طلب من { $name }: نظرة أخرى إلى هذا.
student-profile-asked-words = سؤال من { $name }: { $words }
student-profile-long-ago = قلت هذا قبل مدة. هل ما زال كذلك؟
student-profile-new-work = صنعت الكثير منذ ذلك الوقت. هل ما زال كذلك؟

## Student app: ideas. $age is small (5 to 7), child (8 to 10) or teen.

student-suggest-title = أفكار لي
student-suggest-what = تأتي الأفكار من أعمالك وأهدافك على هذا الجهاز. لا يراها أحد غيرك.
student-suggest-on = دائمًا في الرئيسية
student-suggest-ask = عندما أطلب
student-suggest-off = أبدًا
student-suggest-give = أريد فكرة
student-suggest-none = لا فكرة الآن. هذا وقت أحبّ الأشياء إليك!
student-suggest-not = ليست هذه: { $idea }
student-suggest-away = هذه ترتاح أسبوعين.

student-suggest-do-empty = { $age ->
    [small] نُظهر شيئًا صنعته.
   *[other] نُظهر شيئًا يدعو إلى الفخر.
}
student-suggest-why-empty = { $age ->
    [small] رسمة، برج، ورقة شجر وجدتها.
    [child] كل شيء يبدأ بشيء واحد: رسمة، أو شيء بنيته، أو صفحة كتبتها.
   *[other] كل شيء يبدأ بعمل واحد: نص، أو نموذج، أو صورة لشيء أنجزته.
}
student-suggest-do-quiet_step = نتابع: { $step }
student-suggest-why-quiet_step = { $age ->
    [small] هذه خطوتك الصغيرة. هي تنتظرك.
   *[other] هذه خطوة صغيرة نحو «{ $goal }». هي هادئة منذ مدة.
}
student-suggest-do-next_step = نبدأ: { $step }
student-suggest-why-next_step = { $age ->
    [small] هذه خطوتك الصغيرة التالية.
   *[other] هي التالية في طريقك إلى «{ $goal }».
}
student-suggest-do-no_step = نفكّر في خطوة أولى صغيرة.
student-suggest-why-no_step = هدفك «{ $goal }» بلا خطوات بعد.
student-suggest-do-all_done = ننظر إلى هدفك: { $goal }
student-suggest-why-all_done = تمّت كل خطواته. هل وصلت إليه؟
student-suggest-do-teacher_said = ننظر إلى «{ $work }» من جديد.
student-suggest-why-teacher_said = كتب لك معلّمك خطوة تالية.
student-suggest-do-grew = { $age ->
    [small] ننظر إلى اثنين من أعمالك.
   *[other] ننظر إلى «{ $work }» و«{ $other }» جنبًا إلى جنب.
}
student-suggest-why-grew = { $age ->
    [small] واحد أقدم وواحد جديد. ما المختلف؟
   *[other] كلاهما يُظهر الشيء نفسه، وبينهما أسابيع. ما الجديد؟
}
student-suggest-do-wanted = نُظهره: { $can }
student-suggest-why-wanted = { $count ->
    [zero] هدفك يدور حوله، ولا عمل يُظهره بعد.
    [one] هدفك يدور حوله. عمل آخر يُظهره أفضل.
    [two] هدفك يدور حوله. عمل آخر يُظهره أفضل.
    [few] هدفك يدور حوله. عمل آخر يُظهره أفضل.
    [many] هدفك يدور حوله. عمل آخر يُظهره أفضل.
   *[other] هدفك يدور حوله. عمل آخر يُظهره أفضل.
}
student-suggest-do-pieces = نُظهره مرة أخرى: { $can }
student-suggest-why-pieces = { $count ->
    [zero] ما لدينا يكفي لنراه.
    [one] عمل واحد آخر ويكفي لنراه.
    [two] عملان آخران ويكفي لنراه.
    [few] { $count } أعمال أخرى ويكفي لنراه.
    [many] { $count } عملًا آخر ويكفي لنراه.
   *[other] { $count } عمل آخر ويكفي لنراه.
}
student-suggest-do-contexts = نُظهره في مكان آخر: { $can }
student-suggest-why-contexts = { $age ->
    [small] وفي البيت؟ نجرّب هناك أيضًا!
   *[other] حتى الآن كل شيء من مكان واحد. أين يمكن عمله أيضًا؟
}
student-suggest-do-recent = نُظهره من جديد: { $can }
student-suggest-why-recent = مضت مدة لم يُظهره فيها أي عمل.
student-suggest-do-alone = نُظهره بلا مساعدة: { $can }
student-suggest-why-alone = حتى الآن ساعدك أحد. ما رأيك في مرة وحدك؟
student-suggest-do-begun = نتابع تقييم «{ $work }».
student-suggest-why-begun = بدأته ثم تركته.
student-suggest-do-not_checked = نقيّم «{ $work }».
student-suggest-why-not_checked = { $age ->
    [small] كيف كان؟
   *[other] قلت ماذا يُظهر. كيف كان؟
}
student-suggest-do-long_ago = نقيّم «{ $work }» من جديد.
student-suggest-why-long_ago = كان ذلك قبل أسابيع. هل رأيك اليوم كما كان؟
student-suggest-do-liked = أصنع شيئًا عمّا أحبّه.
student-suggest-why-liked = كتبت: «{ $words }»
student-suggest-do-never_shown = نصنع معرضًا لما نفتخر به.
student-suggest-why-never_shown = { $age ->
    [small] صنعت أشياء كثيرة!
   *[other] عندك أعمال جديدة لم تكن في أي معرض بعد.
}

### What an import says about a file: remarks of rubrics/, by their codes

school-remark-counted = { $what }: { $count }.
school-remark-shown = { $what }: { $count } ({ $examples }).
school-remark-names = { $what }: { $names }.
school-remark-example = «{ $example }»
school-remark-cell-errors = تُركت خلايا فيها خطأ من جدول البيانات
school-remark-cells-without-level = خلايا بلا مستوى فوقها تُركت
school-remark-characters-replaced = أحرف لا يستطيع أي ملف حفظها استُبدلت
school-remark-column-of-plugin = أعمدة ليست في Moodle نفسه تُركت
school-remark-column-strange = أعمدة لم تُفهم تُركت
school-remark-criterion-group = معايير مجموعتها غير موجودة في سلّم التقدير صارت بلا مجموعة
school-remark-criterion-twice = معايير لها المعرّف نفسه أُعطي كل منها معرّفًا خاصًا
school-remark-dates = خلايا فيها تواريخ قُرئت على أنها تواريخ؛ هل تحوّل رمز إلى تاريخ؟
school-remark-document-unnamed = الوثيقة بلا معرّف، فأُعطيت معرّفًا مأخوذًا من الملف
school-remark-document-untitled = الوثيقة بلا عنوان، فسُمّيت «Untitled»
school-remark-entries-no-objects = عناصر في { $list } ليست كائنات تُركت
school-remark-fields-strange = حقول لا مكان لها هنا تُركت
school-remark-formatting = أوصاف فيها تنسيق أُخذت على أنها نص عادي
school-remark-formula-without-value = صيغ بلا قيمة تُركت؛ يُرجى فتح المصنّف وحفظه من جديد
school-remark-grid = قُرئ جدول: كل عمود بلا معنى آخر هو مستوى
school-remark-hidden-sheets = أوراق عمل مخفية تُركت
school-remark-item-as-document = عناصر لها معرّف وثيقتها عُوملت كأنها بلا معرّف
school-remark-item-circle = عناصر تدور أصولها في حلقة حُرّرت ووُضعت في الأعلى
school-remark-item-own-parent = عناصر ذُكر أنها أصل نفسها أُزيلت عنها هذه الصلة
school-remark-item-parent-missing = عناصر أصلها ليس في الملف وُضعت في الأعلى
school-remark-item-several-parents = عناصر لها أكثر من أصل وُضعت تحت الأول، وحُفظت البقية على شكل صلات
school-remark-item-too-deep = عناصر أعمق من الحد ({ $limit }) رُفعت إليه
school-remark-item-twice = عناصر لها معرّف عنصر آخر تُركت
school-remark-item-unnamed = عناصر بلا معرّف أُعطيت معرّفًا مأخوذًا من كلماتها
school-remark-item-without-parent = عناصر بلا أصل في هذا الملف وُضعت في الأعلى
school-remark-item-without-statement = عناصر بلا نص تعرض اسمها القصير أو رمزها
school-remark-items-changed = عناصر تغيّر نصها
school-remark-items-gone = عناصر حُذفت؛ وتبقى في الأعمال
school-remark-items-moved = عناصر تغيّر مكانها
school-remark-items-new = عناصر جديدة
school-remark-level-range = مستويات درجتها نطاق أُعطيت طرفه الأعلى
school-remark-level-twice = مستويات لها المعرّف نفسه أُعطي كل منها معرّفًا خاصًا
school-remark-level-unnamed = مستويات بلا اسم سُمّيت بدرجاتها
school-remark-link-loose = صلات بلا نوع أو بلا طرفين تُركت
school-remark-link-twice = صلات لها معرّف صلة أخرى تُركت
school-remark-link-unnamed = صلات بلا معرّف أُعطيت معرّفًا مأخوذًا من طرفيها
school-remark-list-as-object = { $list } مكتوبة على شكل كائن، وقُرئت على شكل قائمة
school-remark-list-cut = ما بعد الحد ({ $limit }) من عناصر { $list } تُرك
school-remark-merged-cells = خلايا مدمجة إلى أسفل تُحسب لكل صف من صفوفها
school-remark-nodes-strange = أشياء من نوع { $kind } تُركت
school-remark-not-packages = عناصر في الملف ليست حزم CASE تُركت
school-remark-other-documents = وثائق بعد الأولى في الحزمة تُركت
school-remark-other-frameworks = أُطر كفايات بعد الأول تُركت
school-remark-other-left-out = أشياء أخرى تُركت
school-remark-other-mended = أشياء أخرى أُصلحت
school-remark-other-packages = حزم بعد الأولى تُركت
school-remark-other-sheets = أوراق عمل لم تُختر تُركت
school-remark-overall-levels = مستويات لسلّم التقدير كله تُركت
school-remark-parent-outside = علاقات بأصل أو فرع خارج هذا الملف حُفظت على شكل صلات
school-remark-parent-twice = صلات مكرّرة بالأصل تُركت
school-remark-parts-changed = معايير أو مستويات تغيّر نصها
school-remark-parts-gone = معايير أو مستويات حُذفت
school-remark-parts-moved = معايير أو مستويات تغيّر مكانها
school-remark-parts-new = معايير أو مستويات جديدة
school-remark-parts-beside = وُضعت أجزاء كانت إلى جانب ما تنتمي إليه في داخله ({ $list })
school-remark-parts-of-nothing = تُركت معايير أو مستويات تخصّ ما ليس في الملف
school-remark-points-no-number = درجات ليست أرقامًا تُركت
school-remark-points-range = درجات مكتوبة على شكل نطاق حُسبت بطرفها الأعلى
school-remark-quotes-odd = علامات الاقتباس غير متطابقة؛ يُرجى التأكد من أنه لا صفوف ناقصة أو ملتصقة
school-remark-row-strange = صفوف ليست من إطار الكفايات تُركت
school-remark-row-twice = صفوف تحمل اسم صف آخر أُعطيت معرّفًا خاصًا
school-remark-row-unnumbered = صفوف بلا رقم تعريف أُعطيت رقمًا بحسب مكانها
school-remark-row-without-criterion = صفوف بلا معيار تُركت
school-remark-rows-above-headings = صفوف فوق العناوين تُركت
school-remark-rubric-kind = سلالم تقدير نوعها المذكور غير صحيح أُعطيت نوعًا آخر
school-remark-rubric-twice = سلالم تقدير لها معرّف سلّم آخر تُركت
school-remark-rubric-unnamed = سلالم تقدير بلا معرّف أُعطيت معرّفًا مأخوذًا من عنوانها
school-remark-rubric-untitled = سلالم تقدير بلا عنوان سُمّيت باسم الوثيقة
school-remark-rules = قواعد عن وقت بلوغ الكفاية تُركت
school-remark-scales = مقاييس تُركت؛ يُرجى استيرادها في شكل سلّم تقدير
school-remark-term-twice = ما قيل مرتين عن الشيء نفسه يُعتمد كما قيل أول مرة
school-remark-terms-strange = مصطلحات لا مكان لها هنا تُركت ({ $of })
school-remark-text-cut = نصوص تتجاوز الحد قُطعت عنده (الأحرف: { $limit })
school-remark-text-joined = نصوص مكتوبة على شكل قائمة جُمعت
school-remark-text-languages = نصوص بلغات بعد الأولى تُركت
school-remark-text-none = قيم يجب أن تكون نصوصًا وليست كذلك تُركت
school-remark-text-untranslated = نصوص لم تُترجم بعد تظهر بالإنجليزية
school-remark-tree-by-code = عبارات وُضعت تحت العبارة التي يبدأ رمزها برمزها
school-remark-unread-field = الحقل { $place } محفوظ في الملف ولا يُعرض في أي مكان
school-remark-unread-others = حقول أخرى محفوظة في الملف ولا تُعرض في أي مكان
school-remark-whole-changed = ما تغيّر في الكل
school-remark-windows-letters = الملف ليس بترميز UTF-8 وقُرئ على أنه نص Windows؛ يُرجى التأكد من أحرفه
school-remark-wrapped-beside-bare = حزم بجانب حزمة غير مغلّفة تُركت
school-remark-field-id = المعرّف
school-remark-field-title = العنوان
school-remark-field-creator = المؤلف
school-remark-field-language = اللغة
school-remark-field-licence = الترخيص
school-remark-field-version = الإصدار
school-remark-field-associations = الصلات بين الكفايات
school-remark-field-description = الوصف
school-remark-field-kind = النوع
school-remark-field-bands = الفئات العمرية
school-remark-field-shows_scores = إظهار الدرجات أو عدمه
school-remark-field-shows_weights = إظهار الأوزان أو عدمه
school-remark-field-score_unit = وحدة الدرجات
school-remark-field-translations = لغات أخرى

### Why a file could not be read: refusals of rubrics/, by their codes
# What is wrong, where in the file, and what to do.
school-refusal = { $what } ({ $where }). { $advice }.
school-refusal-place-whole = الملف كله
school-refusal-place-start = البايتات الأولى
school-refusal-place-top = أول الملف
school-refusal-place-choice = اختيار الأعمدة
school-refusal-place-byte = البايت { $byte }
school-refusal-place-line = السطر { $line }، العمود { $column }
school-refusal-place-row = الصف { $row }
school-refusal-place-part = { $part }
school-refusal-advice-another = يُرجى اختيار ملف آخر
school-refusal-advice-another-case = يُرجى اختيار ملف CASE؛ ينتهي اسمه عادةً بـ json
school-refusal-advice-as-csv = يُرجى فتحه في برنامج جداول وحفظه بصيغة CSV وترميز UTF-8
school-refusal-advice-columns-here = الأعمدة التي فيه: { $known }
school-refusal-advice-copy-sheet = يُرجى نسخ ورقة العمل إلى مصنّف جديد، أو حفظها بصيغة CSV وترميز UTF-8
school-refusal-advice-download-again = يُرجى تنزيله من جديد واختيار النسخة الجديدة
school-refusal-advice-download-graph = يُرجى تنزيل المخطط الكامل (graph) لإطار الكفايات، لا ملخّصه
school-refusal-advice-download-package = يُرجى تنزيل CFPackage لإطار الكفايات المطلوب
school-refusal-advice-export-again = يُرجى تصديره من جديد أو اختيار ملف آخر
school-refusal-advice-export-formats = يُرجى تصديره من جديد بإحدى هذه الصيغ، أو على شكل جدول
school-refusal-advice-export-moodle = يُرجى تصدير إطار الكفايات من جديد بأداة التصدير في Moodle نفسه
school-refusal-advice-export-part = يُرجى تصدير جزء أصغر من إطار الكفايات
school-refusal-advice-fewer-columns = يُرجى إزالة الأعمدة التي لا حاجة إليها
school-refusal-advice-look-at-marks = يُرجى التأكد من علامات الاقتباس وحفظه من جديد بصيغة CSV
school-refusal-advice-meanings = يُرجى استخدام واحد من هذه: { $known }
school-refusal-advice-name-criterion = يُرجى ذكر العمود، مثل: criterion=عنوان ذلك العمود
school-refusal-advice-name-statement = يُرجى ذكر العمود، مثل: statement=عنوان ذلك العمود
school-refusal-advice-save-json = يُرجى حفظه من جديد بصيغة JSON وترميز UTF-8، أو اختيار ملف آخر
school-refusal-advice-several-files = يُرجى استيراده مقسّمًا على عدة ملفات
school-refusal-advice-take-out = يُرجى إزالة ما لا حاجة إليه
school-refusal-advice-unpack = يُرجى فك ضغطه واختيار الملف الذي في داخله
school-refusal-advice-unpack-json = يُرجى فك ضغطه واختيار ملف json الذي في داخله
school-refusal-case-error = الملف رسالة خطأ من خادم، وليس حزمة CASE
school-refusal-case-list = الملف قائمة بأُطر كفايات بلا محتواها
school-refusal-case-none = الملف JSON لكنه ليس حزمة CASE: ليس فيه CFDocument ولا CFItems ولا CFRubrics
school-refusal-column-missing = ليس في الجدول عمود بعنوان «{ $heading }»
school-refusal-column-unmeant = لا يوجد معنى اسمه «{ $meaning }» لعمود
school-refusal-columns-too-many = أعمدة الجدول أكثر من الحد ({ $limit })
school-refusal-ctdl-none = الملف JSON-LD وليس فيه إطار كفايات ولا كفاية ولا سلّم تقدير من CTDL-ASN
school-refusal-empty = الملف فارغ
school-refusal-gzip-bomb = محتوى الملف المضغوط أكبر من { $megabytes } ميغابايت
school-refusal-gzip-damaged = الملف المضغوط تالف
school-refusal-gzip-layers = الملف مضغوط مرات أكثر من الحد ({ $limit })
school-refusal-gzip-short = الملف المضغوط ناقص من آخره
school-refusal-json-bad = الملف ليس JSON صحيحًا
school-refusal-json-deep = مستويات التداخل في الملف أكثر من الحد ({ $limit })
school-refusal-json-number = في الملف عدد أطول من اللازم
school-refusal-json-other = الملف JSON، لكنه ليس CASE ولا CTDL-ASN ولا DigComp ولا سلّم تقدير من D2L
school-refusal-json-twice = يذكر الملف الجزء نفسه مرتين، فيضيع ما ذُكر أولًا
school-refusal-list-too-long = في الملف قائمة أطول من اللازم: عدد عناصرها { $count } والحد { $limit }
school-refusal-moodle-none = الجدول ليس إطار كفايات من Moodle: صفه الأول ليس إطار كفايات
school-refusal-no-criteria = لا يُعرف أي عمود فيه المعايير
school-refusal-no-statements = لا يُعرف أي عمود فيه نصوص الكفايات
school-refusal-not-text = الملف ليس نصًا ولا مصنّفًا
school-refusal-not-utf8 = الملف ليس نصًا بترميز UTF-8
school-refusal-open-document = الملف مصنّف OpenDocument (ods)
school-refusal-pdf = الملف PDF
school-refusal-rows-too-many = صفوف الجدول أكثر من الحد ({ $limit })
school-refusal-sheet-too-large = صفوف ورقة العمل أكثر من الحد ({ $limit })، أو أعمدتها كثيرة جدًا
school-refusal-table-cell = في الجدول خلية بلا نهاية، أو أحرفها أكثر من الحد ({ $limit })
school-refusal-table-empty = الجدول فارغ
school-refusal-too-large = الملف أكبر من { $megabytes } ميغابايت
school-refusal-too-many-associations = الصلات في الملف أكثر من الحد ({ $limit })
school-refusal-too-many-criteria = المعايير في الملف أكثر من الحد ({ $limit })
school-refusal-too-many-frameworks = أُطر الكفايات في الملف أكثر من الحد ({ $limit })
school-refusal-too-many-in-criterion = في الملف معيار مستوياته أكثر من الحد ({ $limit })
school-refusal-too-many-in-rubric = في الملف سلّم تقدير معاييره أكثر من الحد ({ $limit })
school-refusal-too-many-items = العناصر في الملف أكثر من الحد ({ $limit })
school-refusal-too-many-levels = المستويات في الملف أكثر من الحد ({ $limit })
school-refusal-too-many-lists = القوائم والكائنات في الملف أكثر من الحد ({ $limit })
school-refusal-too-many-packages = الحزم في الملف أكثر من الحد ({ $limit })
school-refusal-too-many-rubrics = سلالم التقدير في الملف أكثر من الحد ({ $limit })
school-refusal-too-many-values = القيم في الملف أكثر من الحد ({ $limit })
school-refusal-web-page = الملف صفحة ويب أو XML، وليس JSON
school-refusal-workbook-bomb = محتوى المصنّف أكبر من { $megabytes } ميغابايت، أو فيه الكثير جدًا غير أوراق العمل
school-refusal-workbook-damaged = المصنّف تالف، أو من نوع غير مفهوم
school-refusal-workbook-entities = يُعرّف المصنّف كيانات (entities)، ولا يفعل ذلك أي برنامج جداول
school-refusal-workbook-library = أُعدّت هذه المدرسة من غير مكتبة برمجية لقراءة المصنّفات
school-refusal-workbook-locked = المصنّف تالف أو مقفل بكلمة مرور
school-refusal-workbook-old = الملف مصنّف من النوع القديم (xls)، أو مقفل بكلمة مرور
school-refusal-workbook-unread = لا تُقرأ المصنّفات هنا
school-refusal-zip = الملف أرشيف ZIP وليس مصنّفًا
school-refusal-zip-case = الملف أرشيف ZIP وليس ملف CASE
school-refusal-holds-no-framework = ليس في الملف إطار كفايات؛ يُرجى اختيار ملف فيه إطار.
school-refusal-holds-no-rubric = ليس في الملف سلّم تقدير؛ يُرجى اختيار ملف فيه سلّم تقدير.
school-refusal-column-line = «{ $line }» لا يسمّي عمودًا. يُكتب هكذا: statement = العنوان
