### Words in Simplified Chinese. Learners are 你, teachers and families are 您; the order is that of en.ftl.
### Glossary: portfolio 成长档案 · work 作品 · I can 我能做到 · skill, to a child 本领 · check (a work) 评一评 ·
### showcase 作品展 · goal 目标 · step 小步骤 · secret 密码 · badge 钥匙卡 · paper at home 钥匙纸 ·
### rubric 评价量表 · criterion 评价项 · level 等级 · competency, to a teacher 能力 · feedback 评语.
### Never said to children: 同步, 上传, 提交, 素养, 量表, 证据.

## Everywhere

all-product-name = 成长档案
all-language = 语言
all-list-comma = 、

## Student app: sending

student-sending-saved = 已保存在这里
student-sending-waiting = 等着送到学校
student-sending-safe = 学校收好了
student-sending-ask = 问问老师

student-sending-waiting-works = 等着出发

student-large-title = 大文件
student-large-progress = { $done } / { $all } MB
student-large-waits = 正在排队。{ $all } MB。
student-large-later = 学校一有回应，它就自己出发。{ $all } MB。
student-large-stopped = 先停一停。已经到学校的部分不会丢。
student-large-held = 在等别的网络。{ $all } MB。
student-large-stop = 先停一停
student-large-go-on = 继续
student-large-not-here = 这个网络下先不送
student-large-anyway = 现在就送

student-stick-title = 没有网络的时候
student-stick-why = 你可以用 U 盘把作品带到学校。别人捡到 U 盘，也看不到里面的内容。
student-stick-make-title = 带去学校
student-stick-make-how = 把文件存到 U 盘里，交给老师。
student-stick-make = 做一个带去学校的文件
student-stick-made = { $files ->
    [0] 文件做好了。你写的、还没送走的都在里面。
   *[other] 文件做好了。还没送走的都在里面，还有 { $files } 张照片或文件。
}
student-stick-made-nothing = 文件做好了。现在没有东西要送，不过学校可以给它写回信。
student-stick-read-title = 从学校带回来
student-stick-read-how = 插上有学校回信的 U 盘，选里面的文件。
student-stick-read = 打开学校的回信
student-stick-reading = 正在读回信
student-stick-was-read = 回信读完了，里面的内容都在这里了。
student-stick-was-known = 回信读完了，里面没有新的内容。

student-earlier-title = 以前的样子
student-earlier-why = 这是你以前写的。你写过的都不会丢。
student-earlier-of-title = 名字
student-earlier-of-caption = 作品介绍
student-earlier-of-words = 我的想法
student-earlier-of-text = 我写的话
student-earlier-now = 现在用的就是这个
student-earlier-again = 换回这个
student-earlier-here = { $day } { $time } 在这里写的
student-earlier-there = { $day } { $time } 在另一台设备上写的
student-earlier-school = { $day } { $time } 在学校用你自己写的话合起来的
student-earlier-none = 你还没在这里写过什么。
student-earlier-older = 再看 { $count } 个更早的
student-earlier-asking = 正在问学校有没有更早的。
student-earlier-all = 全都在这里了。
student-earlier-more-at-school = 这台设备上的都在这里了。更早的在学校里，等有网络时再来看。
student-sending-never = 还没有东西送到学校。
student-sending-try = 现在试试
student-sending-reached = 学校有回应了。

student-attention-title = 学校没有收下这些
student-attention-safe = 它们还好好地在这里。怎么办，你来决定。
student-attention-what-title = 你起的一个名字
student-attention-what-caption = 你写的作品介绍
student-attention-what-words = 你的想法
student-attention-what-file = 一张照片或一个文件
student-attention-what-competencies = 你的一项本领
student-attention-what-ratings = 你给作品的评价
student-attention-what-story = 作品展的故事
student-attention-what-place = 一样东西摆放的位置
student-attention-what-link = 作品展的链接
student-attention-what-binned_ms = 要放进回收站的东西
student-attention-what-name = 你的名字
student-attention-what-other = 你改过的东西
student-attention-why-not_allowed = 这个只有学校能改。问问老师吧。
student-attention-why-too_large = 它太大了，学校放不下。问问老师吧。
student-attention-why-malformed = 学校打不开它。再试一次吧。
student-attention-why-erased = 学校已经把你的作品永远拿走了，现在只有这里还有。问问老师吧。
student-attention-why-other = 学校没有说为什么。问问老师吧。
student-attention-again = 留着我的，再送一次
student-attention-again-done = 它又出发了。
student-attention-go = 不要了
student-attention-gone = 它已经不在这里了。
student-attention-look = 看看这件作品
student-attention-bin = 你要把 { $count } 件作品放进回收站。真的要这样吗？
student-attention-bin-why = 一次放这么多，学校要先问问你。
student-attention-bin-yes = 是的，我要这样
student-attention-bin-yes-done = 它们在回收站里了。你还可以把它们放回来。
student-attention-bin-no = 不，放回来
student-attention-bin-no-done = 它们回到“我的作品”里了。

student-saved-here = 已保存在这里
student-save = 保存
student-next = 下一步
student-back = 返回
student-done = 好了
student-close = 关闭
student-open = 打开
student-undo = 撤回
student-untitled = 还没有名字
student-two-devices = 你在两台设备上写了它
student-two-devices-what = 什么都没丢。你想留下哪一段话？
student-two-devices-keep = 留下这段
student-two-devices-both = 都留下
student-two-devices-join = 合在一起
student-two-devices-join-how = 所有的话都在这里。挪一挪、删一删，直到你满意。
student-two-devices-join-label = 我的话
student-two-devices-join-not = 以后再说
student-two-devices-empty = （没有写字）
student-two-devices-here = { $day } { $time } 在这里写的
student-two-devices-there = { $day } { $time } 在另一台设备上写的
student-step-is-done = 做完了
student-step-is-open = 还没做
student-step = 第 { $step } 步，共 { $of } 步

## Student app: who are you

student-welcome-title = 给你的作品安个家
student-welcome-text = 留住你做的东西，看见自己的成长，想给谁看就给谁看。
student-who-title = 你是谁？
student-who-new = 我是新来的
student-who-promise = 你的作品上了锁，这里的其他人打不开。

student-new-title = 你好！你是谁？
student-new-name = 你的名字
student-new-name-missing = 先写上你的名字。
student-new-picture = 选一个你的头像
student-new-hello = 你好，{ $name }！
student-new-age = 你几岁了？
student-new-secret = 想一个数字密码
student-new-secret-again = 再输入一遍
student-new-secret-why = 4 个数字或更多。它能打开你的作品。不要告诉别人，也不要忘记。
student-new-secret-differs = 两次输入的不一样。重新想一个吧。
student-band = { $ages } 岁

student-unlock-hello = 你好，{ $name }！
student-unlock-ask = 输入密码，打开你的作品。
student-unlock-hello-somebody = 你好！
student-unlock-other = 我是另一个人
student-somebody = 神秘同学
student-somebody-of = 神秘同学 { $number }
student-wait-why = 错了好几次。休息一下，再来试试。
student-wait-seconds = 过 { $seconds } 秒再试
student-wait-minutes = 过 { $minutes } 分 { $seconds } 秒再试
student-secret-count = 已输入 { $count } 个数字
student-secret-back = 去掉一个
student-secret-done = 继续
student-secret-short = 密码至少要有 { $least } 个字母或数字。
student-secret-words = 你的文字密码
student-secret-use-words = 改用文字
student-secret-use-pin = 改用数字
student-secret-change = 换一个密码
student-secret-changed = 密码换好了。

student-avatar-fox = 狐狸
student-avatar-owl = 猫头鹰
student-avatar-turtle = 乌龟
student-avatar-whale = 鲸鱼
student-avatar-bee = 蜜蜂
student-avatar-cat = 小猫
student-avatar-rabbit = 兔子
student-avatar-bear = 小熊
student-avatar-parrot = 鹦鹉
student-avatar-hedgehog = 刺猬
student-avatar-frog = 青蛙
student-avatar-penguin = 企鹅

## Student app: the frame

student-place-home = 首页
student-place-works = 我的作品
student-place-showcases = 作品展
student-place-about = 关于我
student-lock = 锁上
student-lock-soon = 马上要锁上了。你写的都留着。
student-lock-stay = 我还在
student-erased = 学校删除了这份成长档案，这台设备上的也删除了。问问老师吧。
student-lock-minutes = { $minutes } 分钟
student-not-here-title = 这里什么都没有
student-not-here = 回到首页，从那里找找看。

## Student app: home

student-good-morning = 早上好，{ $name }
student-good-afternoon = 你好，{ $name }
student-good-evening = 晚上好，{ $name }
student-home-first-title = 这里还是空的
student-home-first = 放进你的第一件作品吧。拍一张照片就行。
student-home-finish = 以后接着做
student-home-more = 还有 { $count } 个
student-home-newest = 你最新的作品
student-home-answers = 老师的话
student-home-answer-to = 老师给“{ $title }”写了话
student-home-no-school-title = 加入你的学校
student-home-no-school = 你的作品保存在这台设备上。有了老师给的卡片，它也能送到学校。
student-home-sending-saved = 全都保存在这里了。
student-home-sending-waiting = { $count ->
    [0] 有东西正在路上。
   *[other] { $count } 件作品等着送到学校。
}
student-home-sending-later = 现在连不上学校。你的作品保存在这里，过一会儿会自己送去。
student-home-sending-signed-out = 学校不认识这台设备了。问问老师吧，你的作品保存在这里。
student-home-sending-safe = 你做的一切，学校都收好了。
student-home-sending-ask = 有些东西学校没有收下。问问老师吧，你的作品保存在这里。
student-step-name = 给它起个名字
student-step-tag = 说说它用上了什么本领
student-step-check = 给作品评一评
student-step-reflect = 写写你的想法

## Student app: add

student-add = 添加我的作品
student-add-short = 添加
student-add-what = 照片、画、文字或者文件
student-add-why = 马上就会存好。现在或者以后，你都可以再多说几句。
student-add-half-come = { $more ->
    [0] 没有存好：{ $names }。上次关上的时候，还没有全部放进来。
   *[other] 没有存好：{ $names }，还有 { $more } 个。上次关上的时候，它们还没有全部放进来。
}
student-add-half-come-name = “{ $name }”
student-add-again = 重新选
student-add-half-come-ok = 好的
student-add-for = 这是为了：{ $what }
student-add-picture = 照片或图片
student-add-picture-what = 拍一张，或者选一张已有的
student-add-camera = 相机
student-add-camera-what = 现在拍一张
student-add-filming = 拍视频
student-add-filming-what = 最长一分钟
student-add-draw = 一幅画
student-add-draw-what = 就在这里画
student-add-write = 一篇文字
student-add-write-what = 就在这里写
student-add-voice = 我的声音
student-add-voice-what = 在这里说
student-add-sound = 一段声音
student-add-sound-what = 音乐或者已有的声音
student-add-film = 一段视频
student-add-film-what = 你自己拍的
student-add-link = 一个网址
student-add-link-what = 网上的东西
student-add-file = 别的文件
student-add-file-what = PDF 或者文档

student-photo-title = 拍照
student-photo-take = 拍
student-photo-other = 换另一个相机
student-photo-missing = 现在用不了相机，可能要先允许使用它。你也可以选一张已有的照片。
student-photo-choose = 选一张照片

student-film-title = 拍一段视频
student-film-how = 一段视频最长一分钟。停下来之前，请留在这一页。
student-film-start = 开始拍
student-film-filming = 正在拍
student-film-stop = 停止
student-film-keeping = 正在保存你的视频
student-film-silent = 现在用不了麦克风，所以视频没有声音。
student-film-missing = 现在不能在这里拍视频，可能要先允许使用相机。你也可以选一段已有的视频。
student-film-choose = 选一段视频
student-film-lost = 相机没有交出视频。请再拍一次。
student-film-save-again = 再保存一次

# 说出来：录音
student-voice-title = 说出来
student-voice-how = 点一下大按钮，开始说话。说完可以听一听，想的话再说一遍。
student-voice-start = 开始说话
student-voice-asking = 可以让应用听你说话吗？如果设备问你，请选“允许”。
student-voice-talking = 我在听
student-voice-stop = 停止
student-voice-keeping = 正在保存你说的话
student-voice-kept = 这是你说的话
student-voice-again = 再说一遍
student-voice-again-how = 已经保存了。再说一遍的话，这一段也会留着。
student-voice-keep = 留下它
student-voice-nothing = 什么也没听到。再试一次，离近一点。
student-voice-missing = 应用现在听不到你说话。可能要先允许使用麦克风。你也可以选一段已有的声音。
student-voice-missing-here = 应用现在听不到你说话。可能要先允许使用麦克风。你也可以写下来。
student-voice-choose = 选一段声音
student-voice-full = 已经说了十分钟，都保存好了。还想说的话，再录一段。
student-voice-waiting = 你刚才正在说话（{ $time }）。留下它
student-voice-note = 说说它
student-voice-about = 我说的话
student-voice-before = 我以前说的
student-voice-say = 大声说出来
student-listen = 听一听
student-listen-pause = 暂停
student-listen-back = 后退 5 秒
student-listen-on = 前进 5 秒
student-listen-broken = 这段声音在这里放不了。

student-write-title = 写一写
student-write-label = 我写的话
student-write-how = 一边写，一边就存好了。
student-write-room = 还能再写 { $count } 个字
student-write-go-on = 接着写
student-write-empty = 这里还没有写字。

student-draw-title = 画一画
student-draw-over-title = 在上面画
student-draw-go-on = 接着画你的画
student-draw-nothing = 还什么都没有画。
student-draw-sheet = { $count ->
    [0] 你的纸，上面还什么都没有。
   *[other] 你的画，上面有 { $count } 笔
}
student-draw-undo = 去掉最后一笔
student-draw-redo = 把那一笔放回来
student-draw-pen = 笔
student-draw-line = 直线
student-draw-box = 方框
student-draw-oval = 圆
student-draw-rubber = 橡皮
student-draw-words = 文字
student-draw-words-label = 写什么？
student-draw-words-how = 在这里写好，再点纸上要放的地方。再点一下，就能挪动。
student-draw-words-put = 放到纸上
student-draw-thin = 细
student-draw-middle = 中
student-draw-thick = 粗
student-draw-buttons = 用按钮画
student-draw-pen-left = 往左画
student-draw-pen-up = 往上画
student-draw-pen-down = 往下画
student-draw-pen-right = 往右画
student-draw-pen-jump = 提起笔，换个地方
student-draw-colour-black = 黑色
student-draw-colour-red = 红色
student-draw-colour-orange = 橙色
student-draw-colour-yellow = 黄色
student-draw-colour-green = 绿色
student-draw-colour-blue = 蓝色
student-draw-colour-purple = 紫色
student-draw-colour-pink = 粉色
student-draw-colour-brown = 棕色
student-draw-colour-white = 白色
student-draw-on = 在上面画
student-picture-again = 换成另一张
student-picture-before = 看看以前的样子
student-picture-was-before = 这是以前的样子。
student-picture-use-before = 重新用这一张
student-picture-then = 以前
student-picture-now = 现在
student-picture-seen = 这里能看到什么？
student-picture-seen-why = 写给看不见的人。也可以空着不写。

student-link-title = 一个网址
student-link-why = 把它的网址放进来。不会复制里面的内容：以后要看，得有网络。
student-link-address = 它在哪里？
student-link-wrong = 这不是网页的地址。从浏览器最上面复制地址，再放到这里。
student-link-open = 打开 { $place }
student-link-open-how = 点一下就能打开。它不在这个应用里。
student-work-more-files = 再加一张照片或一个文件
student-work-say-seen = 写下能看到什么
student-add-arriving = 正在保存你的作品
student-add-hollow = “{ $name }”里面是空的。换一个文件吧。
student-add-broken = “{ $name }”显示不出来，可能坏了，也可能太大。换一张图片，或者重新拍一张。
student-add-unknown-kind = “{ $name }”这种文件不能放在这里。选照片、文章、声音或 PDF 吧。
student-add-too-many = 一次最多选 { $limit } 个文件。

## Student app: my work

student-works-search = 在我的作品里找
student-works-none = 这里没有提到“{ $wanted }”。试试只用一个词，或者只用开头。
student-works-found = { $count } 件作品中的 { $found } 件
student-works-year = { $year } 学年
student-works-year-begins = 我的学年开始于：{ $month }
student-works-as-timeline = 按日期看
student-works-as-pictures = 按图片看
student-works-filter = { $count ->
    [0] 选择要看的
   *[other] 选择要看的。选了 { $count } 项。
}
student-works-show = { $count ->
    [0] 没有符合的
   *[other] 看这 { $count } 件作品
}
student-works-clear = 全部显示
student-works-take-away = 去掉：{ $what }
student-works-by-kind = 是什么
student-works-by-year = 什么时候做的
student-works-by-competency = 表现了什么：我能做到
student-works-by-goal = 为了哪个目标
student-works-by-sending = 在路上
student-works-kind-picture = 图片
student-works-kind-film = 视频
student-works-kind-sound = 声音
student-works-kind-text = 文字
student-works-kind-link = 链接
student-works-kind-document = 其他文件
student-works-no-picture = 这里还没有你的图片。点“添加”，拍一张照片。
student-works-no-film = 这里还没有你的视频。点“添加”，选一个。
student-works-no-sound = 这里还没有你的声音。点“添加”，选一个。
student-works-no-text = 这里还没有你的文字。点“添加”，写一个。
student-works-no-link = 这里还没有你的链接。点“添加”，贴一个进来。
student-works-no-document = 这里还没有你的其他文件。点“添加”，选一个。
student-works-none-year = 那个学年你什么也没有放进来。选另一个学年吧。
student-works-none-competency = 还没有作品表现这一点。打开一件作品，在“我能做到”下面选它。
student-works-none-goal = 还没有作品属于这个目标。打开目标，给其中一步加一件作品。
student-works-none-sending = 没有在等的。全部都在学校了。
student-works-none-together = 没有作品全都符合。去掉一项吧。
student-works-open-goal = 打开目标
student-works-count = { $count } 件作品
student-work-made = { $day }放进来的
student-work-title = 作品的名字
student-work-title-hint = 它叫什么？
student-work-caption = 说说这件作品
student-work-look-closer = 放大看
student-work-file-sooner = 把第 { $number } 个往前挪
student-work-file-later = 把第 { $number } 个往后挪
student-work-bin = 放进回收站
student-binned = 放进回收站了。
student-work-gone = 这件作品不在这里。
student-bin-title = 回收站
student-bin-what = 这里的东西都没有丢。你可以把它们放回“我的作品”。
student-bin-empty = 回收站是空的。
student-bin-put-back = 放回去
student-bin-back = 它回到“我的作品”里了。
student-picture-closer = 放大
student-picture-farther = 缩小
student-picture-whole = 看整张
student-watch = 看
student-watch-back = 后退 10 秒
student-watch-on = 前进 10 秒
student-watch-broken = 这里放不了这个视频。
student-file-about = { $kind } · { $megabytes } MB
student-file-copy = 存一份

student-work-i-can-title = 我能做到
student-work-tags-why = 从这件作品里，能看出你会做什么？
student-work-add-tag = 选一选
student-work-take-off = 拿掉：{ $tag }
student-work-tag-unknown = 学校定的一项本领
student-work-check-title = 给作品评一评
student-work-check-why = 看看你的作品，说说做得怎么样。你先评，老师后评。
student-work-check = 给作品评一评
student-work-check-again = 再评一次
student-work-checked = 你在{ $day }评过了
student-work-think-title = 我的想法
student-work-think-why = 你喜欢什么？什么有点难？写下来，以后可以看。
student-work-reflect = 写写我的想法
student-work-reflect-again = 再写一些

student-tags-title = 我能做到
student-tags-why = 点一点这件作品用上的本领。可以选好几个。
student-tags-search = 用一个词来找
student-tags-none = 没有找到这个词。换一个词，或者在下面慢慢看。
student-tag-off = 拿掉了

student-check-title = 给作品评一评
student-check-two = 你在两台设备上都开始评了。想接着评哪一个？
student-check-two-go-on = 接着评这个
student-check-two-open = 还没选
student-check-two-pins = 标了 { $count } 处
student-check-choose = 你想怎么评？
student-check-other = 换一种评法
student-check-why = 你为什么这么想？
student-check-save = 保存我的评价
student-check-nothing = 先选一个等级。

student-reflect-choose = 选一个问题
student-reflect-empty = 先写一点吧。
student-reflect-begin-with = 这样开头：{ $words }

student-answer-title = 老师的话
student-answer-next = 下一步：{ $step }
student-answer-mine = 我说
student-answer-theirs = 老师说
student-answer-may-share = 这件作品可以分享
student-difference-same = 你和老师的看法一样。
student-difference-learner-saw-more = 你看到的优点比老师多。和老师聊一聊：你看到了什么？
student-difference-teacher-saw-more = 老师看到的优点比你自己看到的还多。你可以为自己骄傲。
student-difference-only-learner = 老师在这里没有说什么。
student-difference-only-teacher = 你在这里还没有说什么。

## Questions to think about, by their id

prompt-proud = 最让你骄傲的是什么？
prompt-tricky = 哪里有点难？你是怎么做的？
prompt-next_time = 下一次你会怎么做？
prompt-learned = 你学到了什么？
prompt-show = 从这里能看出你是怎样的人？
prompt-decision = 哪个决定最重要，为什么？

student-starter-proud-1 = 我喜欢
student-starter-proud-2 = 我很骄傲，因为
student-starter-proud-3 = 最棒的地方是
student-starter-tricky-1 = 难的是
student-starter-tricky-2 = 卡住的时候，我
student-starter-tricky-3 = 帮到我的是
student-starter-next-time-1 = 下一次我会
student-starter-next-time-2 = 我想试试
student-starter-next-time-3 = 我需要有人帮我
student-starter-learned-1 = 现在我知道
student-starter-learned-2 = 我发现
student-starter-learned-3 = 以前我以为
student-starter-show-1 = 这说明我
student-starter-show-2 = 能看出来的地方是
student-starter-show-3 = 它对我很重要，因为
student-starter-decision-1 = 我决定
student-starter-decision-2 = 我本来也可以
student-starter-decision-3 = 作品因此有了变化，因为


# What happened, so what, now what
prompt-did = 你做了什么？
prompt-did_feel = 你有什么感觉？
prompt-did_next = 接下来做什么？
prompt-what = 发生了什么？你做了哪一部分？
prompt-so_what = 这件事对你来说为什么重要？
prompt-now_what = 从现在起，你会有什么不一样的做法？

# Two stars and a wish
prompt-star_first = 说一个你喜欢的地方。
prompt-star_second = 还有哪里做得好？
prompt-wish = 你希望它还能怎样？
prompt-strengths = 哪两个地方做得好？你是怎么看出来的？
prompt-improve = 怎样能让它更好，为什么？

# Before and now
prompt-then = 以前你会做什么？
prompt-now = 现在你会做什么？
prompt-at_start = 刚开始时，你是怎么想、怎么做的？
prompt-since_then = 现在有什么不同？是什么带来了变化？

# Two works side by side
prompt-compare_new = 新的这件里，有什么是新的？
prompt-compare_like = 你更喜欢哪一件？
prompt-compare_grew = 新作品里有什么是旧作品里看不到的？
prompt-compare_kept = 什么没有变？这样好吗？

# A goal
prompt-goal_want = 你为什么想做到它？
prompt-goal_well = 什么进行得很顺利？
prompt-goal_hard = 现在难在哪里？
prompt-goal_plan = 下一个小步骤是什么？你什么时候去做？
prompt-goal_story = 你是怎么做到的？

# I can
prompt-can_where = 从哪里能看出你会了？
prompt-can_next = 接下来你想试什么？
prompt-can_best = 哪一部分最能看出来，为什么？
prompt-can_gap = 还有什么需要展示出来？

student-starter-did-1 = 我先
student-starter-did-2 = 然后我
student-starter-did-3 = 我做了
student-starter-did-feel-1 = 我觉得
student-starter-did-feel-2 = 我开心的是
student-starter-did-feel-3 = 我不喜欢
student-starter-did-next-1 = 接下来我会
student-starter-did-next-2 = 我想
student-starter-did-next-3 = 我还需要
student-starter-what-1 = 事情是这样开始的：
student-starter-what-2 = 我负责的是
student-starter-what-3 = 转折点是
student-starter-so-what-1 = 它很重要，因为
student-starter-so-what-2 = 在这之前，我
student-starter-so-what-3 = 让我没想到的是
student-starter-now-what-1 = 从现在起，我
student-starter-now-what-2 = 我首先要改变的是
student-starter-now-what-3 = 看到这个，我就知道有用了：
student-starter-star-first-1 = 我喜欢
student-starter-star-first-2 = 我最喜欢的地方是
student-starter-star-first-3 = 你看，
student-starter-star-second-1 = 还做得好的是
student-starter-star-second-2 = 我进步的地方是
student-starter-star-second-3 = 另一个好的地方是
student-starter-wish-1 = 我希望
student-starter-wish-2 = 如果加上这个会更好：
student-starter-wish-3 = 如果时间再多一点，我会
student-starter-strengths-1 = 做得好的是
student-starter-strengths-2 = 能看出来，因为
student-starter-strengths-3 = 最出色的部分是
student-starter-improve-1 = 这样会更好：
student-starter-improve-2 = 我想改一改
student-starter-improve-3 = 我还拿不准的是
student-starter-then-1 = 以前我会
student-starter-then-2 = 我那时不知道
student-starter-then-3 = 我以前总是
student-starter-now-1 = 现在我会
student-starter-now-2 = 今天我做到了
student-starter-now-3 = 不用别人帮忙，我也能
student-starter-at-start-1 = 刚开始我
student-starter-at-start-2 = 我以为
student-starter-at-start-3 = 我还没试过
student-starter-since-then-1 = 现在我
student-starter-since-then-2 = 带来变化的是
student-starter-since-then-3 = 我还是没有
student-starter-compare-new-1 = 在新的这件里，我
student-starter-compare-new-2 = 旧的那件没有
student-starter-compare-new-3 = 现在有了
student-starter-compare-like-1 = 我更喜欢这件，因为
student-starter-compare-like-2 = 另一件
student-starter-compare-like-3 = 两件都
student-starter-compare-grew-1 = 在新作品里，我
student-starter-compare-grew-2 = 旧作品里缺少
student-starter-compare-grew-3 = 能看出来的地方是
student-starter-compare-kept-1 = 在两件作品里，我都
student-starter-compare-kept-2 = 我保留了
student-starter-compare-kept-3 = 我想不再
student-starter-goal-want-1 = 我想做到它，因为
student-starter-goal-want-2 = 等我会了，我就
student-starter-goal-want-3 = 它能帮我
student-starter-goal-well-1 = 顺利的时候是
student-starter-goal-well-2 = 我已经会
student-starter-goal-well-3 = 对我有帮助的是
student-starter-goal-hard-1 = 难的是
student-starter-goal-hard-2 = 我卡住的时候是
student-starter-goal-hard-3 = 我需要有人帮我
student-starter-goal-plan-1 = 我的下一个小步骤是
student-starter-goal-plan-2 = 我会在这个时候做：
student-starter-goal-plan-3 = 要开始的话，我需要
student-starter-goal-story-1 = 一开始是
student-starter-goal-story-2 = 帮到我的是
student-starter-goal-story-3 = 让我骄傲的是
student-starter-can-where-1 = 请看
student-starter-can-where-2 = 从这里能看出来：我
student-starter-can-where-3 = 我把它表现在
student-starter-can-next-1 = 接下来我想试试
student-starter-can-next-2 = 我想做得更好的是
student-starter-can-next-3 = 我可以用这个来做：
student-starter-can-best-1 = 最能看出来的部分是
student-starter-can-best-2 = 能看出来，因为
student-starter-can-best-3 = 别人会看到
student-starter-can-gap-1 = 我还没有展示
student-starter-can-gap-2 = 我可以这样展示：
student-starter-can-gap-3 = 还缺着，因为

## Student app: showcases

student-showcases-first-title = 展示你骄傲的作品
student-showcases-first = 选一些你的作品，排好顺序，给家人看一看。
student-showcase-new = 新的作品展
student-showcase-edit-title = 改一改作品展
student-showcase-change = 改一改
student-showcase-name = 作品展的名字
student-showcase-story = 讲讲它的故事
student-showcase-choose = 选你的作品
student-showcase-order = 排成这样
student-showcase-about = 关于我
student-showcase-about-why = 选一选，这个作品展说你的哪些事。家人可以看的，都在这里。
student-showcase-about-none = 你也可以说说自己。写在“我是怎样的人”里，再选让家人看到。
student-showcase-up = 往上挪：{ $title }
student-showcase-down = 往下挪：{ $title }
student-showcase-needs-name = 先给它起个名字。
student-showcase-needs-works = 至少选一件作品。
student-showcase-shared = 已分享
student-showcase-private = 只有你能看
student-showcase-gone = 这个作品展不在这里。
student-showcase-bin = 把作品展放进回收站
student-showcase-binned = 作品展在回收站里了。别人都看不到了。
student-share-title = 分享给家人
student-share-what = 你会得到一个链接。有链接的人只能看到这个作品展，别的都看不到。你随时可以收回。
student-share-wait = 老师同意以后，家人才能看到作品。
student-share-needs-school = 要分享，先加入你的学校。
student-share-approved = 家人可以看到这件
student-share-not-yet = 老师还没有同意
student-share-unshown = 视频和文件不会出现在页面上。你可以自己拿给家人看。
student-share-make = 做一个链接
student-share-made = 链接做好了。
student-share-until = 链接可以用到{ $day }。
student-share-elsewhere = 这个链接是你在另一台设备上做的。到那台设备上看吧。
student-share-qr = 能打开你的作品展的二维码
student-share-copy = 复制链接
student-share-copied = 复制好了
student-share-take-back = 收回
student-share-taken-back = 收回了。现在打开链接什么也看不到。

## Student app: joining a school

student-join = 加入我的学校
student-join-why = 看看老师给的卡片，照着写下来。
student-join-address = 学校的网址
student-join-code = 加入码
student-join-missing = 先写上卡片上的网址和加入码。
student-join-bad-address = 这不是学校的网址。照着卡片，一个字母一个字母地写。开头是 https://
student-join-no-answer = 这个网址没有学校回应。再照着卡片一个字母一个字母地看看，或者过一会儿再试。
student-join-go = 加入
student-join-done = 你加入了{ $school }。你的作品会自己送到那里。
student-joined = 你已经加入学校了。

## Student app: about me

student-about-me = 我
student-about-age = 我几岁
student-about-sending = 送去学校
student-about-school = 我的学校：{ $school }
student-about-last = 上次送去是{ $day }
student-about-send = 现在送去
student-about-sending-now = 正在送
student-language-now = 语言：{ $language }
student-about-looks = 看起来的样子
student-about-colours = 颜色
student-about-text = 字的大小
student-about-lock = 我的密码和锁
student-about-lock-after = 没人用时，过多久锁上
student-about-kept = 存了什么
student-about-kept-much = { $count } 件作品，在这台设备上占 { $megabytes } MB
student-about-kept-what = 你的作品、你写的话和你的选择都保存在这台设备上，用你的密码锁着。加入学校以后，老师也能看到。照片送出去时，不会带上拍照的地点。
student-look-auto = 和设备一样
student-look-light = 浅色
student-look-dark = 深色
student-text-scale = { $percent }%
student-about-contrast = 对比
student-contrast-auto = 和设备一样
student-contrast-usual = 平常
student-contrast-strong = 强
student-about-typeface = 字母的样子
student-typeface-lexend = Lexend 字体
student-typeface-atkinson = Atkinson 字体
student-about-spacing = 字和行的间距
student-spacing-usual = 平常
student-spacing-wide = 宽一些
student-about-motion = 会动的东西
student-motion-auto = 和设备一样
student-motion-still = 不要动
student-about-aloud = 读给我听
student-aloud-off = 关
student-aloud-on = 开
student-aloud-what = 点一下字就能听到。用键盘时，走到哪里就读哪里。声音是这台电脑自己的，你的话不会传出去。如果听不到，请大人给你的语言装一个声音。
student-aloud-not-here = 在这台设备上，应用不能读给你听。设备自己可以：请大人打开它的朗读声音。
student-aloud-page = 把这一页读给我听

## Student app: my key

student-key-about = 怎样打开你的作品，忘了密码怎么办。
student-key-title = 我的钥匙
student-key-what = 密码能打开你的作品。要是忘了，用钥匙卡、家里的钥匙纸，或者请学校帮忙，都能再打开。什么都不会丢。
student-key-ask = 输入密码，让我们知道是你。
student-key-done = 好了，已经换了。
student-key-print = 打印
student-key-new-secret = 想一个新密码
student-key-shown-once = 这个只显示这一次。先打印出来，再继续。
student-key-shown-write = 这个只显示这一次。先一个字母一个字母地抄下来，再继续。
student-key-name-off = 不写我的名字
student-key-name-on = 写上我的名字

student-key-secret = 我的密码
student-key-secret-what = 只有你知道。如果被别人看到了，就换一个。

student-key-badge = 我的钥匙卡
student-key-badge-what = 一张有二维码的卡片。谁拿着它，谁就能在这台设备上打开你的作品。要像家门钥匙一样保管好。
student-key-badge-make = 做一张钥匙卡
student-key-badge-again = 重新做一张钥匙卡
student-key-badge-is-there = 你有一张钥匙卡
student-key-badge-old = 旧的钥匙卡就不能再用了。
student-key-badge-made = 这是你的钥匙卡
student-key-badge-qr = 钥匙卡的二维码
student-key-badge-keep = 剪下来，好好保管。丢了就重新做一张，丢掉的那张就打不开了。

student-key-recovery = 家里的钥匙纸
student-key-recovery-what = 一张由家人保管的纸。你忘了密码的时候，用它能打开你的作品。
student-key-recovery-make = 做一张钥匙纸
student-key-recovery-again = 重新做一张钥匙纸
student-key-recovery-is-there = 你家里有一张钥匙纸
student-key-recovery-old = 旧的钥匙纸就不能再用了。
student-key-recovery-made = 这是你的钥匙纸
student-key-recovery-qr = 钥匙纸的二维码
student-key-recovery-keep = 交给家人，和重要的证件放在一起。丢了就重新做一张。

student-key-school = 我的学校
student-key-school-can = 你忘了密码的时候，{ $school }能帮你打开作品。
student-key-school-yours = 你的学校
student-key-school-how = 带着这台设备去找老师，点一下“我忘了密码”。每一次都会记下来，你也看得到。
student-key-school-opened = { $day }：{ $by }帮你重新打开了。
student-key-school-cannot = 现在没有学校能打开你的作品。加入学校以后，你忘了密码，学校就能帮你。

student-key-bind = 只在这台设备上
student-key-bind-what = 可以让你的密码只在这台设备上有用。这样，就算别人拿到一份你的作品，也更难猜开。
student-key-bind-make = 只在这台设备上
student-key-bind-needs = 先做一张钥匙卡或钥匙纸，万一这台设备坏了也不怕。
student-key-bind-is-there = 你的密码只在这台设备上有用

student-key-hide = 我的名字和头像
student-key-hide-what = 大家在这台设备上选自己的时候，会看到你的名字和头像。你也可以在那里当“神秘同学”。
student-key-hide-make = 当神秘同学
student-key-hide-show = 重新显示我
student-key-hide-is-there = 你在这台设备上是神秘同学

student-leave-title = 离开这台设备
student-leave-what = 这台设备是大家一起用的吗？你可以把你的成长档案从这里拿走。学校里的作品不会变。
student-leave-works = 还有 { $count } 件作品没送到学校。
student-leave-something = 你写的一些话或做的一些选择还没送到学校。
student-leave-sealed = 等这台设备连上学校，它们会封好送到{ $school }。在那之前，这里谁也看不到。
student-leave-at-once = { $school }都收好了。你的东西不会留在这台设备上。
student-leave-again = 想在这里或别的设备上继续用，向老师要一个你自己的加入码。
student-leave-no-school = 你的作品只在这台设备上。现在离开就会丢。先加入学校，或者留下来。
student-leave-no-keys = 现在离开就会丢：{ $school }还没有告诉我们怎样封好它。等它送到学校再走，或者请老师用 U 盘带过去。
student-leave-decide = 有些东西学校没有收下。先说说怎么办，离开以后就没人能决定了。
student-leave-decide-now = 去看看
student-leave-stay = 留下来
student-leave-do = 从这台设备上拿走
student-leave-busy = 正在把等着的东西封好……
student-leave-done = 好了。你的成长档案不在这台设备上了。
student-leave-open = 离开这台设备……
student-leave-about = 在大家一起用的设备上，你可以带走你的成长档案。等着送去学校的东西还是会送到。
student-on-the-way = 有同学的作品正在送往学校，已经封好了。
student-on-the-way-refused = 学校没有收下一位同学留在这里的作品。它很安全，也封好了。请把这个给老师看看。

student-badge-in = 我有钥匙卡
student-badge-in-what = 你的钥匙卡自己就能打开你的作品。
student-badge-in-other = 选我是谁

student-forgot = 我忘了密码
student-forgot-title = 你忘了密码
student-forgot-what = 谁都会忘的。什么都没丢。你有什么？
student-forgot-nothing = 现在还没有钥匙卡、钥匙纸或学校能打开你的作品。别急，慢慢再试一次。会不会是你在别的地方也用的数字？问问你想密码时在旁边的大人。
student-forgot-badge = 我的钥匙卡
student-forgot-badge-what = 有二维码的那张卡片
student-forgot-recovery = 家里的钥匙纸
student-forgot-recovery-what = 家人保管的那张纸
student-forgot-school = 请学校帮我
student-forgot-school-what = 带着这台设备去找老师
student-forgot-other-way = 换个办法
student-forgot-back = 我又想起来了
student-forgot-right = 对了！
student-forgot-right-what = 现在想一个新密码。你做的一切都还在。
student-forgot-stop = 以后再说

student-ask = 请学校帮忙
student-ask-why = 学校能帮你重新打开。学校的网址写在老师给的卡片上。
student-ask-missing = 先写上卡片上的网址。
student-ask-sent = 带着这台设备去找老师。老师看到你和这些数字，学校就会说可以。
student-ask-shown = 带着这台设备去找老师。老师需要这个二维码和这些数字。
student-ask-compare = 你的数字：
student-ask-waiting = 正在等学校。你也可以改天再来。
student-ask-no-answer = 现在连不上学校。这台设备会接着试。
student-ask-by-text = 没有网络
student-ask-text-off = 有网络
student-ask-text-why = 老师扫这个二维码，再把回答的字母带给你。
student-ask-qr = 给学校的问题的二维码
student-ask-copy = 复制问题
student-ask-answer = 学校的回答
student-ask-wrong-answer = 这不是这个问题的回答。再看一遍，或者重新问一次。
student-ask-again = 从头再问一次
student-question-refused = 学校说不行。和老师聊聊，再问一次。
student-question-replaced = 有人在另一台设备上又问了一次。只有最新的问题算数。
student-question-over = 一直没有人回答。和老师聊聊，再问一次。
student-error-ask-refused = 这所学校不认识你的作品。找找你自己学校的卡片。

student-code = 字母和数字
student-code-count = { $count } / { $of }
student-code-missing = 先输入字母和数字。
student-code-mistyped = 有的地方和印的不一样。再看一遍，三个三个地对。
student-code-wrong-badge = 这里没有人用这张钥匙卡。这是你最新的那张吗？
student-code-wrong-recovery = 这张钥匙纸对不上。是最新的吗？是你的吗？
student-code-where-badge = 字就在你的钥匙卡上。
student-code-where-recovery = 输入钥匙纸上的字。字母之间不用留空。
student-code-camera = 给相机看
student-code-camera-hint = 把黑白方块对着相机。
student-code-camera-type = 我来输入
student-code-camera-missing = 现在用不了相机，可能要先允许使用它。先输入字母和数字吧。
student-code-camera-none = 这台设备的相机读不了方块。请输入方块旁边的字母和数字。
student-code-camera-other = 这是另一种方块。请给相机看旁边有字母和数字的那一个。
student-code-camera-several = 这里不止一个。只给相机看一个。
student-code-camera-nothing = 什么也没读到。到亮一点的地方，拿近一点，或者输入字母和数字。
student-error-device-secret-missing = 这台设备丢了它保管的那部分密码。用钥匙卡、钥匙纸，或者请学校帮忙吧。

## Student app: what is printed, for families

student-badge-page-what = 沿着线剪下这张卡片。谁有这张卡片和这台设备，谁就能打开作品。
student-sheet-title = 怎样重新打开成长档案
student-sheet-title-of = 怎样重新打开{ $name }的成长档案
student-sheet-why = 亲爱的家长：孩子忘记密码时，可以用这张纸打开成长档案。谁有这张纸和设备，谁就能打开，请把它和重要的证件放在一起。这个码我们无法再生成第二次。
student-sheet-step-1 = 在设备上打开成长档案应用，点一下孩子的名字。
student-sheet-step-2 = 点“我忘了密码”，再点“家里的钥匙纸”。
student-sheet-step-3 = 输入上面的码。字母之间留不留空都可以。
student-sheet-step-4 = 想一个新密码。所有作品都还在。
student-sheet-step-5 = 把这张纸重新收好。以后还能用。
student-sheet-lost = 这张纸丢了，或者被别人看到了？请在应用里重新做一张：“关于我”→“我的钥匙”。旧的那张就不能再用了。
student-sheet-made = { $day }制作

## School: pages for teachers

teacher-skip = 跳到正文
teacher-nav = 页面
teacher-nav-queue = 待评阅
teacher-nav-classes = 班级
teacher-sign-out = 退出登录
teacher-kept-typed = 您中途退出了登录。您输入的内容没有丢，重新登录后就可以发出。
teacher-kept-title = 您已重新登录
teacher-kept-here = 您之前输入的内容还在，尚未发出。
teacher-kept-send = 现在发出
teacher-kept-leave = 不发了
teacher-sign-in-title = 登录
teacher-sign-in-for = 供教师使用。学生请用应用，家人请用收到的链接。
teacher-sign-in-email = 电子邮箱
teacher-sign-in-password = 密码
teacher-sign-in-button = 登录
teacher-sign-in-wrong = 邮箱和密码不匹配。请检查后重试。
teacher-sign-in-wait = 尝试次数太多。请等待 { $minutes } 分钟后再试。

teacher-queue-title = 待评阅
teacher-queue-waiting = 等您评阅
teacher-queue-in-progress = 学生还在做
teacher-queue-answered = 已回复
teacher-queue-nothing-waits = 没有等您评阅的作品。学生自评后，作品会出现在这里。
teacher-queue-nothing-in-progress = 没有未完成的作品。
teacher-queue-nothing-answered = 还没有回复过作品。
teacher-queue-more = 显示更多
teacher-row-waiting = { $day }起等待
teacher-row-progress = { $day }制作
teacher-row-answered = { $day }回复
teacher-row-judged = 已自评
teacher-row-reflections = { $count } 条反思
teacher-row-tags = { $count } 项“我能做到”
teacher-row-approved = 可以分享

teacher-work-untitled = 没有标题
teacher-work-page = 一件待评阅的作品
teacher-work-back = { $count ->
    [0] 返回全部作品
   *[other] 返回全部作品（{ $count } 件在等）
}
teacher-work-sent = 已发出。没有其他等您评阅的作品了。
teacher-work-sent-next = 已发出。这是等得最久的一件。
teacher-work-noted = 已记下。学生会看到。
teacher-work-changed = 已发出。您评阅时，学生改动了作品；您同意的是您当时看到的样子。请再看一看。
teacher-work-nothing-said = 还没有可发出的内容。请评一项，或写几句话。
teacher-work-still-coming = 这件作品的图片还在路上。看到图片后才能同意分享。
teacher-work-picture = { $name }的作品，图片 { $number }；打开原图
teacher-work-file = 文件
teacher-work-film = 视频 · { $megabytes } MB · 保存后观看
teacher-work-paper = 文件 · { $megabytes } MB · 保存后打开
teacher-work-link = （别处的网页，会在新标签页打开）
teacher-work-voice = 听 { $name } 说
teacher-work-not-sent = 还没有发出。您选的和写的都在；请用下面的按钮发出。
teacher-work-skip = 跳到您的评语
teacher-work-tags = 我能做到
teacher-work-thoughts = { $name }的想法

teacher-answer-title = 您的评语
teacher-answer-judged-on = { $name }于{ $day }自评
teacher-answer-chose = { $name }选了这一级
teacher-answer-why-theirs = { $name }：
teacher-answer-why = 说说理由
teacher-answer-why-for = 您对“{ $criterion }”这样评的理由
teacher-answer-not-judged = { $name }还没有自评这件作品。学生先评：自评之后您才能评级。您可以先写几句话。
teacher-answer-words = 给{ $name }的评语
teacher-answer-next = 下一步建议（一条）
teacher-answer-send-approve = 发出并同意分享
teacher-answer-send = 发出评语
teacher-answer-only = 只决定能否分享，不写评语
teacher-answer-approve = 同意分享
teacher-answer-not-yet = 暂不分享

teacher-past-title = 以往
teacher-past-by = { $name }，{ $day }
teacher-past-next = 下一步：
teacher-difference-same = 双方看法一致。
teacher-difference-learner_saw_more = { $learner }评得高 { $steps } 级。
teacher-difference-teacher_saw_more = { $teacher }评得高 { $steps } 级。
teacher-difference-only_learner = { $teacher }没有评这一项。
teacher-difference-only_teacher = { $learner }没有评这一项。
teacher-past-approved = { $name }于{ $day }同意分享
teacher-past-not_yet = { $name }于{ $day }决定暂不分享

teacher-classes-none = 您还没有班级。请在这里新建，或在服务器上导入名册。
teacher-classes-new = 新班级
teacher-classes-add = 新建班级

teacher-class-showcases = 等待同意的作品展
teacher-class-showcase-untitled = 没有标题的作品展
teacher-shared-title = 已分享给家人
teacher-shared-why = 学生生成的有效链接。持有链接的人只能看到那个作品展，看不到别的。
teacher-shared-what = 作品展
teacher-shared-until = 有效期至
teacher-shared-opened = 打开情况
teacher-shared-never = 还没有
teacher-shared-times = { $count ->
    [1] 1 次，{ $day }
   *[other] { $count } 次，最近一次是{ $day }
}
teacher-class-code = 班级码
teacher-class-code-facts = 还可供 { $count } 名学生使用，有效期至{ $day }。学生输入它时，还要输入这个网址：{ $address }
teacher-class-code-none = 没有可用的班级码。新的班级码可让学生在两周内加入。
teacher-class-code-renew = 新班级码
teacher-class-code-end = 停用这个班级码
teacher-class-cards = 可打印的卡片
teacher-class-learners = 学生
teacher-class-joined = 已加入
teacher-class-not-joined = 尚未加入
teacher-class-by-code = 通过班级码加入
teacher-class-device = 设备
teacher-class-since = { $day }起
teacher-class-revoke = 让这台设备退出登录
teacher-class-new-code = 新卡片
teacher-class-nobody = 这个班还没有学生。请发放班级码，或在这里添加学生。
teacher-class-new-learner = 新学生
teacher-class-add-learner = 添加学生

teacher-classes-locked-out = 有学生忘了密码，进不去了
teacher-queue-locked-out = { $count } 名学生请求重新进入
teacher-locked-title = 忘记密码
teacher-locked-what = 忘了密码、又没有钥匙卡和钥匙纸的学生，会在这里求助。他们的作品都没有丢。
teacher-locked-no-school-key = 本校还没有恢复密钥，无法帮忘记密码的学生重新进入。请管理服务器的人生成一个：portfolio school recovery-key
teacher-locked-waiting = 等待中
teacher-locked-nobody = 没有学生等待重新进入。
teacher-locked-asks = { $name }请求重新进入
teacher-locked-minutes = { $count ->
    [0] 刚刚请求
   *[other] { $count } 分钟前请求
}
teacher-locked-hours = { $count } 小时前请求
teacher-locked-since = { $day }请求
teacher-locked-until = 有效期至{ $day }
teacher-locked-seen-by = { $name }见过学生并核对了数字
teacher-locked-by-text = 没有联网的设备
teacher-locked-by-text-what = 扫描或复制设备上显示的问题。它以 PORTFOLIO-ASK 开头
teacher-locked-by-text-go = 查看这个问题
teacher-locked-no-question = 这个问题不完整。请复制设备上显示的全部内容，从 PORTFOLIO-ASK 一直到结尾。
teacher-locked-unknown_vault = 这份成长档案不属于您的学生。它必须曾经连接过本校。
teacher-locked-other_key = 这个问题对应的是另一所学校的密钥。
teacher-locked-over = 这个问题已失效。请让设备重新提问。
teacher-locked-too-often = 这份成长档案请求得太频繁。请稍等，再让设备重新提问。
teacher-locked-earlier = 以往
teacher-locked-state-answered = 已放行
teacher-locked-state-answered_before = 已放行
teacher-locked-state-refused = 已拒绝
teacher-locked-state-replaced = 已重新请求
teacher-locked-state-over = 无人回答
teacher-locked-see = 见到学生本人
teacher-locked-see-child = 请走到{ $name }身边，或让{ $name }带着设备来找您。不要凭一条消息或一通电话就放行。
teacher-locked-see-digits = 设备上显示十二位数字。请照着屏幕输入。
teacher-locked-digits = 设备上的十二位数字
teacher-locked-vouch = 这是{ $name }本人，数字也对
teacher-locked-other-digits = 这不是这个问题的数字。请再看看设备。如果还是不一样，就不要回答：提问的可能另有其人。
teacher-locked-answer = 用学校的恢复密钥回答
teacher-locked-answer-what = 由保管学校恢复密钥的人操作。之后{ $name }在设备上设一个新密码，所有作品都在。
teacher-locked-key-file = 密钥文件
teacher-locked-key = 或输入密钥的词语，与文件或纸上一致
teacher-locked-passphrase = 文件的口令
teacher-locked-key-safety = 密钥只用一次，不会留在服务器上。如果完全不想让它经过服务器，可在另一台电脑上回答：portfolio school answer
teacher-locked-answer-go = 让{ $name }进入
teacher-locked-wrong-passphrase = 口令打不开这个密钥，或者这个问题不是这份成长档案的。尚未作出回答。
teacher-locked-wrong-key = 这不是这个问题所需的恢复密钥。尚未作出回答。
teacher-locked-changed = 这个问题刚才有变动。请再看一看。
teacher-locked-refuse = 拒绝
teacher-locked-done-answered = 已回答。{ $name }在设备上设一个新密码。这次操作已记录，{ $name }也能看到。
teacher-locked-done-answered_before = 已让{ $name }进入。
teacher-locked-done-refused = 已拒绝。设备上会显示。
teacher-locked-done-replaced = { $name }又请求了一次；请回答最新的问题。
teacher-locked-done-over = 没有人及时回答。{ $name }可以再请求一次。
teacher-locked-answer-text = 给没有联网的设备
teacher-locked-answer-text-what = 在那台设备上扫描，或手动输入。它在别处什么也打不开。
teacher-locked-answer-picture = 回答的二维码

teacher-cards-how = 打印、剪开、分发。个人卡只能用一次，且只限本人使用。
teacher-cards-picture = { $name }的二维码
teacher-cards-personal = 限用一次，有效期至{ $day }
teacher-cards-class = 全班可用，有效期至{ $day }
teacher-cards-none = 没有可用的码。请生成班级码，或为学生做一张新卡片。

teacher-nav-library = 资料库
teacher-library-saved = 已保存为新版本。已评过的作品仍使用当时的版本。
teacher-library-rubrics = 评价量表
teacher-library-frameworks = 能力框架
teacher-library-own = 产品自带
teacher-library-versions = { $count } 个版本
teacher-library-criteria = { $count } 个评价项
teacher-library-competencies = { $count } 项能力
teacher-library-change = 修改
teacher-library-copy = 复制一份
teacher-library-case = CASE
teacher-library-csv = CSV

teacher-import-title = 导入文件
teacher-import-what = 可导入能力框架或评价量表：CASE、CTDL-ASN 或 DigComp 的 JSON，来自 Moodle、Canvas 或 D2L 的文件，或表格（CSV 或 Excel）。导入之前，您会先看到文件里有什么。
teacher-import-kind = 文件里是什么
teacher-import-framework = 能力框架
teacher-import-rubric = 评价量表
teacher-import-file = 文件
teacher-import-columns = 使用其他列标题的表格
teacher-import-columns-how = 每列写一行，例如：statement = 学生能做什么
teacher-import-look = 查看内容
teacher-import-no-file = 请选择一个有内容的文件。
teacher-import-gone = 文件已不在这里。请重新选择。
teacher-import-nothing-yet = 这是文件里的内容。还没有导入任何东西。
teacher-import-taken = 将要导入的内容
teacher-import-format = 按 { $format } 读取
teacher-import-count-packages = { $count } 个文档
teacher-import-count-items = { $count } 项能力
teacher-import-count-associations = { $count } 条能力之间的关联
teacher-import-count-rubrics = { $count } 个评价量表
teacher-import-count-criteria = { $count } 个评价项
teacher-import-count-levels = { $count } 个等级
teacher-import-difference = 会带来的变化
teacher-import-same = 您的班级里已有相同的内容。
teacher-import-other-words = 主要内容相同，只有细节不同。
teacher-import-mended = 已修正的内容
teacher-import-left-out = 没有导入的内容及原因
teacher-import-unread = 保留但不显示的内容
teacher-import-take = 导入
teacher-import-leave = 不导入
teacher-import-given = 已导入。正在送往各班的设备。
teacher-import-problem-no-class = 请至少选择一个班级。
teacher-import-problem-changed = 您的资料库刚才有变动。请再看一下差异，然后导入。

teacher-kind-single_point = 单点式
teacher-kind-analytic = 分项式
teacher-kind-holistic = 整体式
teacher-kind-continuum = 发展连续式
teacher-kind-checklist = 核对清单
teacher-kind-what-single_point = 每个评价项一个明确的目标，向上向下都留有空间。
teacher-kind-what-analytic = 多个评价项，各有各的等级。
teacher-kind-what-holistic = 从整体看作品，分若干等级。
teacher-kind-what-continuum = 跨越多个学年的等级。
teacher-kind-what-checklist = 逐项核对：已有，或还没有。
teacher-start-towards = 正在接近
teacher-start-there = 正好达到
teacher-start-beyond = 超出目标
teacher-start-beginning = 刚起步
teacher-start-emerging = 初见成效
teacher-start-on-the-way = 稳步前进
teacher-start-secure = 牢固掌握
teacher-start-not-yet = 还没有
teacher-start-yes = 有了

teacher-rubric-page = 一个评价量表
teacher-rubric-new = 新评价量表
teacher-rubric-change = 修改评价量表
teacher-rubric-copy-of = { $title }（副本）
teacher-rubric-is-copy = 这是您自己的副本。原来的评价量表保持不变。
teacher-rubric-not-saved = 还没有保存。您输入的内容都在；请用下面的按钮保存。
teacher-rubric-took-criterion = 已去掉这个评价项。
teacher-rubric-took-level = 已去掉这个等级。
teacher-rubric-undo = 放回去
teacher-rubric-back = 已放回。
teacher-rubric-not-kept = 还没有保存。您输入的内容都在：
teacher-rubric-in-line = 评价项 { $number }：
teacher-rubric-other = 您打开之后，有人保存了另一个版本。没有任何内容被覆盖，您输入的也都在。另一个版本改动了这些：
teacher-rubric-look-theirs = 查看对方的版本
teacher-rubric-save-copy = 把我的另存为一个新量表
teacher-rubric-save-after = 把我的保存为最新版本
teacher-rubric-about = 关于这个量表
teacher-rubric-title = 标题
teacher-rubric-description = 用途
teacher-rubric-kind = 类型
teacher-rubric-language = 语言，如 zh 或 pt-BR
teacher-rubric-shown = 表格显示什么
teacher-rubric-same-levels = 所有评价项使用相同的等级
teacher-rubric-scored = 带分值
teacher-rubric-weighted = 带权重
teacher-rubric-refresh = 按此显示
teacher-rubric-grid = 评价项和等级
teacher-rubric-criterion = 评价项
teacher-rubric-level = 等级 { $number }
teacher-rubric-level-name = { $line }：等级 { $number } 的名称
teacher-rubric-line = 评价项 { $number }
teacher-rubric-cell = { $line }，{ $level }：具体表现
teacher-rubric-left = 移向最低一端：{ $name }
teacher-rubric-right = 移向最高一端：{ $name }
teacher-rubric-up = 上移：{ $name }
teacher-rubric-down = 下移：{ $name }
teacher-rubric-remove = 去掉：{ $name }
teacher-rubric-add-level-to = 添加等级：{ $name }
teacher-rubric-add-line = 添加评价项
teacher-rubric-add-level = 添加等级
teacher-rubric-weight = 权重
teacher-rubric-score = 分值
teacher-rubric-years = 年级，用逗号隔开
teacher-rubric-more = 更多
teacher-rubric-line-words = 含义
teacher-rubric-group = 所属分组
teacher-rubric-negative = 越多越不好
teacher-rubric-shows = 对应的能力
teacher-rubric-unlink = 取消对应
teacher-rubric-find = 用词语查找对应的能力
teacher-rubric-find-go = 查找
teacher-rubric-found-none = 没有包含这些词的能力。请换个词试试。
teacher-rubric-feedback = 备用评语
teacher-rubric-feedback-for = { $line }，{ $level }：备用评语
teacher-rubric-for = 用于哪些班级
teacher-rubric-versions = 保存会生成新版本。已评过的作品仍使用当时的版本。
teacher-rubric-save = 保存并发给这些班级
teacher-words-title = 评价量表的其他语言
teacher-words-languages = 其他语言
teacher-words-first = 原文语言：{ $language }
teacher-words-add = 添加语言：简短代码，如 nl 或 pt-BR
teacher-words-go = 打开
teacher-words-missing = { $all } 处文字中，还缺 { $count } 处。
teacher-words-instead = 缺少的部分，学生看到的是原文。
teacher-words-whole = 文字都齐了。
teacher-words-lacking = 缺少
teacher-words-rubric = 评价量表
teacher-words-levels = 等级名称
teacher-words-group = 分组
teacher-words-text-title = 标题
teacher-words-text-description = 具体表现
teacher-words-text-name = 名称
teacher-words-text-feedback = 备用评语
teacher-words-text-picture_words = 图片上是什么
teacher-words-save = 保存这种语言的文字
teacher-words-problem-language = 请输入语言的简短代码，如 nl 或 pt-BR，并且不能是量表的原文语言。
teacher-words-problem-too-long = 有些文字太长，请缩短。您输入的内容都在。
teacher-words-problem-changed = 您打开之后，有人保存了另一个版本。您输入的内容都列在旁边，请看一遍后重新保存。
teacher-drafts = 草稿
teacher-draft-keep = 存为草稿
teacher-draft-what = 草稿只有您自己能看到：不必写完，也不会发给任何班级。
teacher-draft-kept = 已存为草稿。还没有发给任何班级。
teacher-draft-kept-on = { $day }保存
teacher-draft-untitled = 没有标题
teacher-draft-go-on = 接着写
teacher-draft-throw = 丢弃
teacher-draft-thrown = 草稿已丢弃。
teacher-draft-begun = 您有这个评价量表的一份草稿，{ $day }保存。
teacher-draft-too-many = 您的草稿太多了。请先丢弃一份或正式保存一份，再存这一份。您输入的内容都在。
teacher-rubric-too-large = 这个评价量表太大，无法在这里修改：一页最多 { $criteria } 个评价项，每项最多 { $levels } 个等级。请在电子表格中修改后重新导入。

teacher-wrong-title-missing = 请给评价量表起个标题。
teacher-wrong-too-long = 这段文字太长，请缩短。
teacher-wrong-kind-missing = 请选择类型。
teacher-wrong-kind-holistic = 整体式量表只有一个评价项。请去掉其他评价项，或换一种类型。
teacher-wrong-kind-single_point = 单点式量表最多三个等级。请去掉一些，或换一种类型。
teacher-wrong-kind-checklist = 核对清单最多两个等级。请去掉一些，或换一种类型。
teacher-wrong-language = 请输入语言的简短代码，如 zh 或 pt-BR。
teacher-wrong-no-criterion = 请至少添加一个评价项。
teacher-wrong-criterion-missing = 请写明评价的是什么。
teacher-wrong-no-level = 请至少添加一个等级。
teacher-wrong-level-missing = 请给这个等级起个名称。
teacher-wrong-weight = 权重请输入数字，或留空。
teacher-wrong-score = 分值请输入数字，或留空。
teacher-wrong-unreadable = 无法读取。请重新打开这个评价量表。
teacher-wrong-no-class = 请至少选择一个班级。
teacher-wrong-no-class-yet = 您还没有班级。请先新建班级，再保存。

teacher-answer-sealed = { $name }已自评这件作品。按本班规则，教师先独立评级：您评完之后，才会显示{ $name }的选择。
teacher-pin-title = { $name }指出的依据
teacher-pin-shown = 图片 { $number } 中的位置
teacher-pin-place = 图片 { $number }，{ $row }，{ $column }
teacher-pin-picture = 图片 { $number }
teacher-pin-work = 整件作品
teacher-pin-other-work = 另一件作品
teacher-pin-time = { $minutes }:{ $seconds } 处
teacher-pin-row-top = 上部
teacher-pin-row-middle = 中部
teacher-pin-row-bottom = 下部
teacher-pin-column-left = 左侧
teacher-pin-column-centre = 居中
teacher-pin-column-right = 右侧
teacher-history = 历次评价
teacher-history-when = 时间
teacher-history-who = 评价人
teacher-history-level = 等级

teacher-learner-page = 一名学生
teacher-learner-goals = 目标
teacher-learner-goal-untitled = 未命名的目标
teacher-learner-goal-since = { $day }起
teacher-learner-reached = 已达成
teacher-learner-stuck = 卡住了
teacher-step-later = 以后
teacher-step-open = 进行中
teacher-step-done = 已完成
teacher-going-well = 很顺利
teacher-going-slowly = 有点慢
teacher-going-stuck = 卡住了
teacher-learner-evidence = 作品 { $number }
teacher-learner-two = 两件作品放在一起看：
teacher-learner-proposed = { $name }于{ $day }建议：
teacher-proposal-waiting = 尚未答复
teacher-proposal-accepted = 已采纳
teacher-proposal-declined = 未采纳
teacher-learner-propose = 建议步骤
teacher-learner-where = 放在哪里
teacher-learner-new-steps = 新步骤
teacher-learner-split = 拆成更小的步骤：{ $title }
teacher-learner-steps = 步骤，每行一个
teacher-learner-words = 给{ $name }的几句话
teacher-learner-propose-go = 提出建议
teacher-learner-no-goals = { $name }没有您可以看到的目标。
teacher-learner-about = { $name }的自我介绍
teacher-learner-nothing-about = { $name }还没有在这里向教师展示内容。
teacher-learner-topic = 话题
teacher-learner-no-topic = 不限话题
teacher-topic-strengths = 长处
teacher-topic-needs = 需要
teacher-topic-interests = 兴趣
teacher-topic-motivation = 动力
teacher-topic-supports = 有帮助的事
teacher-topic-showing = 喜欢怎样展示所学
teacher-learner-asked = { $name }于{ $day }询问：{ $topic }
teacher-learner-invite = 请学生更新
teacher-learner-invite-go = 询问
teacher-learner-notes = 您的记录
teacher-learner-notes-what = 与作品评语分开。{ $name }的任课教师能看到这些记录，{ $name }也可以查看关于自己的记录。
teacher-learner-note = 一条记录
teacher-learner-note-go = 保存记录
teacher-learner-said-propose = 已提出建议。是否采纳由{ $name }决定。
teacher-learner-said-note = 记录已保存。
teacher-learner-said-invite = 已询问。{ $name }会在自己的设备上看到。
teacher-learner-wrong-nothing = 没有保存任何内容。请按其中一个按钮。
teacher-learner-wrong-no-goal = 这个目标不能再添加步骤了。请再看一下页面。
teacher-learner-wrong-no-steps = 请至少写一个步骤。
teacher-learner-wrong-steps-too-long = 最多建议八个步骤，每个不超过 120 个字。
teacher-learner-wrong-no-words = 请先写几句话。
teacher-learner-wrong-no-topic = 请选择要询问的话题。
teacher-learner-wrong-too-long = 这段文字太长，请缩短。

teacher-rules-title = 班级规则
teacher-rules-kept = 已保存。从现在起，规则在本班的每个页面和每台设备上生效。
teacher-rules-not-kept = 尚未保存。请查看标出的数字；您输入的内容都在。
teacher-rules-wrong = 请输入不超过 { $most } 的整数。
teacher-rules-first = 谁先评
teacher-rules-seals = 在我评完之前，不显示学生的选择
teacher-rules-seals-what = 这样您评级时不知道学生选了什么；评完后两边并排显示。
teacher-rules-level = 多次评价怎样合成一个等级
teacher-method-latest = 最近一次
teacher-method-best = 最好一次
teacher-method-most_common = 最常出现
teacher-method-decaying_average = 递减加权平均
teacher-method-what-latest = 以最近一次评价为准。
teacher-method-what-best = 以迄今最高的评价为准。
teacher-method-what-most_common = 以出现次数最多的等级为准；次数相同时，取最近的。
teacher-method-what-decaying_average = 最近一次评价占 { $percent }%，之前的合占其余部分；显示最接近的等级。
teacher-rules-percent = 递减加权平均中，最近一次评价所占的百分比
teacher-rules-enough = 什么时候算证据充分
teacher-rules-enough-what = 0 表示不作要求。证据不足绝不等于等级低。
teacher-rules-pieces = 作品件数
teacher-rules-contexts = 不同的地点或场合
teacher-rules-recent = 近期作品件数
teacher-rules-recent_days = 多少天之内算近期
teacher-rules-alone = 独立完成的件数
teacher-rules-keep = 保存规则

teacher-progress-title = 全班已展示的能力
teacher-progress-rule = 本班的规则
teacher-progress-enough = 证据充分：{ $pieces } 件作品，{ $contexts } 种场合，{ $days } 天内 { $recent } 件。
teacher-progress-what = 按姓名排列，各看各的。“还没有”不是等级，更不是低等级。
teacher-progress-view = 谁的视角
teacher-progress-view-teacher = 教师视角
teacher-progress-view-learner = 学生自己的视角
teacher-progress-newest = 只统计了本班最新的 3000 件作品。
teacher-progress-place = { $place } / { $levels }
teacher-progress-unjudged = 未评
teacher-progress-pieces = { $count } 件作品
teacher-progress-is-enough = 充分
teacher-progress-none = 还没有
teacher-progress-more = 另有 { $count } 项能力没有显示。
teacher-progress-empty = 本班还没有人标注或评价过作品。有了之后，能力会显示在这里。

## Family: pages for the holder of a link

family-by = { $name }的作品
family-page = 作品展
family-showcase-untitled = { $name }的作品展
family-work-untitled = 一件作品
family-picture = 图片：{ $title }
family-link = （别处的网页，会在新标签页打开）
family-voice = 听 { $name } 说
family-film = 这里有{ $name }拍的一段视频。请让孩子放给您看。
family-paper = 这里有一份文件。请让{ $name }打开给您看。
family-about = 关于{ $name }
family-tags = { $name }说：我能做到
family-thought = { $name }的想法
family-nothing-yet = { $name }选好了要展示的作品。老师看过之后，作品就会出现在这里。
family-until = { $name }把这个页面分享给您，可以看到{ $day }。
family-private = 请不要把这个链接转给别人。
family-over-title = 这个链接已经不能打开了
family-over-next = 您的手机没有问题。链接只开放一段时间，分享的孩子也可以关上它。问问孩子吧：孩子可以当面给您看作品，也可以做一个新链接。
family-join-title = 加入你的班级
family-join-open = 打开“成长档案”（Portfolio）应用，选择“加入我的学校”。
family-join-address = 输入这个网址：
family-join-code = 输入卡片上的加入码。

## Errors, in words for a child

student-error-unknown = 没有成功。什么都没丢。再试一次吧。
student-error-wrong-secret = 密码不对。再试一次。
student-error-too-many-tries = 试了太多次。等 { $seconds } 秒再试。
student-error-vault-in-use = 你的作品在另一个程序里开着。先把那里关上。
student-error-store-damaged = 这里有东西坏了。问问老师吧，学校里的作品是安全的。
student-error-not-a-bundle = 这个文件不是学校的回信。换一个吧。
student-error-bundle-goes-elsewhere = 这个文件不是给这台设备上的你的。换一个，或者问问老师。
student-error-bundle-too-old = 这个文件太旧了。重新做一个带去学校的文件。什么都没丢。
student-error-bundle-too-new = 这个文件来自更新的应用。请大人帮忙更新这个应用。
student-error-bundle-damaged = 这个文件坏了。能读的都留下了。请老师再给一个新的。
student-error-answers-nothing = 这封回信说的是一个这台设备已经不认识的文件。重新做一个带去学校的文件。
student-error-no-school-yet = 先加入你的学校。
student-error-school-keys-missing = 你的应用要先联网和学校见一次面。之后没有网络也可以。
student-error-storage-full = 这台设备放满了。请人帮忙腾点地方，再保存一次。
student-error-school-unreachable = 学校现在没有回应。你的作品保存在这里。过一会儿再试。

## Errors: pages of the school

error-page-home = 回到第一页
error-page-unreadable = 无法读取
error-page-unreadable-next = 没有任何改动。请返回，检查输入的内容，再试一次。
error-page-not-allowed = 没有执行
error-page-not-allowed-next = 页面可能太旧，或者来自别处。请重新打开页面，再做一次。
error-page-not-found = 这里什么都没有
error-page-not-found-next = 网址可能不对，或者内容已经不在了。
error-page-changed = 无法保存
error-page-changed-next = 中途有了变动。请重新打开页面看一看。
error-page-too-large = 内容太大
error-page-too-large-next = 没有任何改动。请把文字缩短，再试一次。
error-page-wait = 请稍等
error-page-wait-next = 请求太多。请等一分钟再试。
error-page-full = 空间已满
error-page-full-next = 学校服务器的磁盘已满。没有内容只存了一半；请告诉负责维护的人。
error-page-other = 出错了
error-page-other-next = 这不是您的错。请过一会儿再试。

## Demo: the page of the made-up class

demo-heading = 跟着一件作品走一圈
demo-intro = 这里的一切都只在这台电脑上运行。{ $classroom }、班上的老师和每张图片都是虚构的；请带上一张您自己的真照片。
demo-story = 七步走完整个故事
demo-open-student = 打开学生应用
demo-open-school = 打开教师页面
demo-step-off-title = 关掉学校
demo-step-off = 一开始做的事都用不着学校。用这个页面上的开关，然后像孩子在公交车上或树林里那样用起来。
demo-step-photo-title = 新建一个学生，放进一张照片
demo-step-photo = 在学生应用里选“我是新来的”，或从班里选{ $name }。放进一张真照片。它会自动转正，拍照地点会被去掉。
demo-step-check-title = 说说它用上了什么本领，先自己评
demo-step-check = 起个标题，选一项“我能做到”，逐项评一评自己的作品，再写下想法。上面会显示“已保存在这里”；如果是班里的学生，则显示“等着送到学校”。
demo-step-join-title = 打开学校，然后加入
demo-step-join = 您自己新建的学生在学生应用里用学校网址和班级码 { $code } 加入。之前的作品也会送去：“学校收好了”。
demo-step-teacher-title = 当一回老师
demo-step-teacher = 以{ $teacher }的身份登录。您的作品在最上面。评同样的几项，写几句话和一条下一步建议，再同意分享。
demo-step-answer-title = 看看两边
demo-step-answer = 回到学生应用，回复会自己到来：您的自评和老师的评价并排显示，差别用文字说明。
demo-step-family-title = 给家人看，再收回
demo-step-family = 做一个作品展并分享。在手机大小的页面里打开链接：正好是分享的那些，别的都没有。收回之后再看一次。
demo-switch = 学校服务器
demo-switch-why = 它会停止和启动真正的程序。无论怎样，学生应用都照常能用。
demo-state-on = 学校开着
demo-state-off = 学校关着
demo-state-busy = 请稍等……
demo-turn-on = 打开学校
demo-turn-off = 关掉学校
demo-join-code = 班级码
demo-join-why = 用来在学生应用里加入。大小写和短横线都没关系。
demo-address = 学校网址
demo-teacher = 教师：{ $name }
demo-email = 电子邮箱
demo-password = 密码
demo-safe = 孩子忘了密码的时候
demo-safe-why = 在学生应用里选班里的一位同学，点“我忘了密码”，再点“请学校帮我”。老师会在“忘记密码”页面上看到，那里需要用到放在学校保险柜里的那张纸。
demo-safe-key = 保险柜里的那张纸
demo-class = { $classroom }，虚构班级
demo-class-why = 十二名学生，每人都有一学期的作品。他们的密码在这里不是秘密。
demo-pin = 密码 { $pin }
demo-copy = 复制
demo-copy-what = 复制：{ $what }
demo-copied = 复制好了
demo-stop = 要结束演示，请在启动它的窗口按 Ctrl 和 C。

## Demo: what the command line says

demo-say-making = 正在创建一个班级：十二名学生、一学期的作品，还有老师的评语。
demo-say-starting = 正在启动学校和学生应用。
demo-say-ready = 演示已准备好。请打开这个页面：
demo-say-student = 学生应用
demo-say-school = 教师页面
demo-say-teacher = 用 { $email } 和 { $password } 登录
demo-say-code = 班级码
demo-say-pins = 学生密码
demo-say-kept = 保存在 { $folder }
demo-say-cleared = 保存在 { $folder }，演示结束时清除
demo-say-stop = 按 Ctrl 和 C 结束。
demo-say-ended = 演示已结束。

## Student app: growing

student-place-goals = 目标
student-bar-works = 作品
student-bar-showcases = 展示
student-growing-goals = 我的目标
student-growing-progress = 我能做到
student-growing-roadmap = 我的成长路

student-goals-title = 我的成长
student-goals-first-title = 你想做到什么？
student-goals-first = 目标就是你想做到的事。一个个小步骤会带你走到那里。
student-goals-again-title = 接下来做什么？
student-goals-again = 你的目标全都做到了。它们都在“我的成长路”上。
student-goal-new = 新目标
student-goal-what = 我想做到什么？
student-goal-what-hint = 我想自己学会游泳
student-goal-why = 我为什么想做到它？
student-goal-first-step = 第一个小步骤
student-goal-first-step-hint = 把脸放进水里
student-goal-nothing = 先说说你想做到什么。
student-goal-gone = 这个已经不在这里了。
student-goal-about = 关于这个目标
student-goal-tags = 选一项“我能做到”
student-goal-tags-why = 点一点这个目标和什么有关。可以选好几个。
student-goal-bin-what = 这里的东西都没有丢。你可以把它们放回“我的目标”。
student-goal-bin-back = 它回到“我的目标”里了。
student-thought-back = 这个想法放回原处了。
student-goal-steps = 做完了 { $done } 步，共 { $of } 步
student-goal-no-steps = 还没有小步骤。第一个小步骤可以是什么？
student-goal-next = 现在：{ $step }
student-goal-idea-waits = 有一个点子给你
student-goal-how-goes-it = 进行得怎么样？
student-goal-reached = 我做到了
student-goal-reached-on = 你在{ $day }做到了。
student-goal-not-yet = 还没有
student-goal-go-on = 接着努力
student-goal-story = 我的故事
student-goal-cheer = 你做到了！它现在在“我的成长路”上了。

student-steps-title = 小步骤
student-steps-none = 小步骤就是你很快能做的一件事。
student-steps-new = 一个新的小步骤
student-steps-add = 加上这一步
student-steps-one = 一个小步骤
student-steps-what = 我要做什么？
student-steps-room = 有 { $open } 个小步骤在做，最多 { $most } 个。还可以再加。
student-steps-full = 有 { $open } 个小步骤在做，够多啦！先做完一个，或者放一放一个，再开始下一个。
student-steps-open = 正在做
student-steps-later = 以后做
student-steps-done = 做完了
student-steps-begin = 开始：{ $step }
student-steps-finish = 做完了：{ $step }
student-steps-well-done = 真棒！又前进了一步。
student-steps-start = 开始这一步
student-steps-again = 再做一次
student-steps-put-off = 先放一放
student-steps-is-done = 做完了
student-steps-show = 用作品来说明
student-steps-show-why = 哪件作品能看出这一步？想选几件都可以。
student-steps-earlier = 往前挪
student-steps-later-on = 往后挪
student-steps-moved = 现在是第 { $place } 个，共 { $of } 个。
student-steps-bin = 拿掉

student-home-steps = 我的小步骤

student-going-well = 顺利
student-going-slowly = 有点慢
student-going-stuck = 我卡住了
student-going-is-stuck = 你卡住了
student-going-why-well = 哪里顺利？
student-going-why-slowly = 哪里要花时间？
student-going-why-stuck = 哪里难？
student-going-stuck-told = 你说你卡住了。老师会看到的。
student-going-stuck-alone = 你说你卡住了。给能帮忙的人看看吧。

student-idea-title = 有一个点子给你
student-idea-steps = 老师想到了这些小步骤：
student-idea-split = 老师想把“{ $step }”分成更小的步骤：
student-idea-words = 想说的话，可以回一句
student-idea-yes = 好，我要
student-idea-no = 不用了，谢谢
student-idea-taken = 现在它是你的了。
student-idea-left = 没关系，这是你的目标。

student-way-none-title = 你的路从这里开始
student-way-none = 你做到一个目标以后，它的故事和作品就会出现在这里。
student-way-reached = 我做到的
student-way-ahead = 我正在努力的
student-way-began = 我开始了
student-way-step = 我走了一步
student-way-check-in = 我说
student-way-finished = 我做到了

student-think-none = 这里还是空的。一个问题可以帮你开头。
student-kind-look = 看一看
student-kind-what = 发生了什么？
student-kind-stars = 两颗星和一个愿望
student-kind-before-after = 以前和现在
student-two-title = 两件作品比一比
student-two-choose = 选两件。它们之间有什么变化？
student-two-look = 看看这两件
student-two-few-title = 要有两件才行
student-two-few = 再放进一件作品，就可以把两件摆在一起看。
student-two-older = 以前的
student-two-newer = 新的

## Student app: what I can

student-progress-none-title = 从你的作品里，能看出你会做什么
student-progress-none = 打开一件作品，选它用上的本领。然后你就会在这里看到它长大。
student-progress-shown = 从我的作品里看出来的
student-progress-wanted = 我想学的
student-progress-nothing-yet = 还没有。这不是等级，只是起点。
student-progress-not-judged = 还没有人看过等级。给你的一件作品评一评吧。
student-progress-no-view = 还没有
student-progress-works = { $count } 件作品能看出来
student-progress-mine = 我说：{ $level }
student-progress-theirs = 老师说：{ $level }
student-progress-from = 来自 { $count } 件作品
student-progress-enough = 足够看清楚了
student-progress-grew = 有进步
student-agree = { $times ->
    [1] { $same ->
        [0] 你和老师的看法不一样。聊一聊吧：你们都认真看了。
       *[other] 你和老师的看法一样。
    }
   *[other] { $same ->
        [0] 你和老师有 { $times } 次看法不一样。聊一聊吧：你们都认真看了。
       *[other] { $times } 次里，你和老师有 { $same } 次看法一样。
    }
}
student-agree-closer = 最近比以前更常一样了。
student-progress-make-goal = 把它当作目标
student-progress-add = 用作品来说明
student-progress-evidence = 能看出来的作品
student-progress-show-it = 还没有作品能看出来。有了以后，在那件作品的“我能做到”里选它。

student-grew-learner-more = 你现在看到的优点比一开始更多。
student-grew-learner-same = 你的看法和一开始一样。
student-grew-learner-less = 你现在看得比一开始更仔细。
student-grew-teacher-more = 老师现在看到的优点比一开始更多。
student-grew-teacher-same = 老师的看法和一开始一样。
student-grew-teacher-less = 最近这次更难。问问老师吧。

student-growth-title = 它是怎样进步的
student-growth-says = 看过 { $count } 次，最左边是第一次，最右边是最新的一次。越高就是走得越远。
student-growth-when = 时间
student-growth-who = 谁
student-growth-level = 等级
student-growth-work = 作品

student-rule-title = 这是怎么算出来的
student-rule-latest = 等级：看最新的一次。
student-rule-best = 等级：看最好的一次。
student-rule-most-common = 等级：看说得最多的那个。
student-rule-decaying-average = 等级：越新的越重要（100 份里，最新的占 { $percent } 份）。
student-enough = 怎样才够：{ $parts }
student-enough-pieces = { $count } 件作品
student-enough-contexts = 来自 { $count } 个地方
student-enough-recent = 最近 { $days } 天里的 { $count } 件
student-enough-alone = 自己做的 { $count } 件
student-missing-pieces = 再来 { $count } 件作品，就看得更清楚了。
student-missing-contexts = 再在 { $count } 个地方试试，比如在家里。
student-missing-recent = 再加 { $count } 件最近 { $days } 天做的。
student-missing-alone = 再自己做 { $count } 次。

student-wheel-says = { $framework }：哪一块越长，你的作品里就越能看出它。
student-wheel-why = 哪一块越长，你的作品里就越能看出它。
student-wheel-what = 本领
student-wheel-shown = 看出来了
student-wheel-enough = 够了
student-heat-title = 我什么时候做到的
student-heat-says = 有多少件作品能看出来，每一列是 { $days } 天。
student-heat-ago = { $days ->
    [0] 现在
   *[other] { $days } 天前
}
student-made-title = 我是怎么做的
student-made-in = 在哪里？
student-made-in-class = 在课堂上
student-made-in-home = 在家里
student-made-in-outdoors = 在户外
student-made-in-club = 在兴趣班
student-made-in-town = 在外面的社区
student-made-with = 谁帮了忙？
student-made-with-alone = 我自己做的
student-made-with-some-help = 有人帮了一点
student-made-with-together = 我们一起做的

student-twin-table = 看表格
student-twin-picture = 看图

## Student app: my check, with what shows it

student-check-later = 以后接着评
student-check-kept = 留着以后接着评
student-check-go-on = 接着评
student-check-sealed = 你先评：老师看完你的作品，才会看到你评的。
student-checks-title = 我评过的
student-checks-grew = 那时和现在
student-checks-then-now = 第一次：{ $first }。现在：{ $now }。
student-checks-both = 你和老师，{ $day }

student-pin-add = 指出在哪里
student-pin-title = 你在哪里看到的？
student-pin-whole = 整件作品
student-pin-a-picture = 图片 { $number }
student-pin-recording = 录音 { $number }
student-pin-where = 图片里的位置
student-pin-touch = 在图片上点一下那个位置，或者在下面选。
student-pin-when = 录音里的时间
student-pin-time-why = 写几分几秒，比如 0:30。
student-pin-start = 从
student-pin-end = 到
student-pin-no-time = 写上从什么时候开始，比如 0:30。结束要比它晚。
student-pin-note = 你在那里看到了什么？
student-pin-keep = 标上
student-pin-kept = 标好了
student-pin-off = 拿掉：{ $pin }
student-pin-picture = 图片里，{ $place }
student-pin-time = 在 { $time }
student-pin-work = { $title }
student-pin-move-left = 往左一点
student-pin-move-right = 往右一点
student-pin-move-up = 往上一点
student-pin-move-down = 往下一点
student-place-in-top-left = 左上
student-place-in-top-middle = 上面中间
student-place-in-top-right = 右上
student-place-in-middle-left = 左边中间
student-place-in-middle-middle = 正中间
student-place-in-middle-right = 右边中间
student-place-in-bottom-left = 左下
student-place-in-bottom-middle = 下面中间
student-place-in-bottom-right = 右下

## Student app: who I am

student-profile-title = 我是怎样的人
student-profile-why = 说说你是怎样的人。谁能看到由你决定，随时可以改。
student-profile-look-again = 可以再看一看
student-profile-strengths = 我擅长什么
student-profile-strengths-ask = 你擅长什么？
student-profile-strengths-begin-1 = 我擅长
student-profile-strengths-begin-2 = 我可以帮助别人
student-profile-needs = 我需要什么
student-profile-needs-ask = 你需要什么，才能学得好？
student-profile-needs-begin-1 = 我需要
student-profile-needs-begin-2 = 让我觉得难的是
student-profile-interests = 我喜欢什么
student-profile-interests-ask = 你喜欢什么，还想多知道些什么？
student-profile-interests-begin-1 = 我喜欢
student-profile-interests-begin-2 = 我想知道
student-profile-motivation = 什么让我有劲头
student-profile-motivation-ask = 什么会让你想做一件事？
student-profile-motivation-begin-1 = 让我想去做的是
student-profile-motivation-begin-2 = 我会坚持，因为
student-profile-supports = 什么能帮到我
student-profile-supports-ask = 谁能帮到你？什么能帮到你？
student-profile-supports-begin-1 = 能帮到我的是
student-profile-supports-begin-2 = 我可以问
student-profile-showing = 我喜欢怎样展示
student-profile-showing-ask = 你喜欢怎样展示学到的东西？
student-profile-showing-begin-1 = 我喜欢这样展示：
student-profile-showing-begin-2 = 我最喜欢
student-profile-words = 用我自己的话说
student-profile-who-sees = 谁能看到？
student-profile-seen-me = 只有我
student-profile-seen-teacher = 我和老师
student-profile-seen-family = 我、老师和家人
student-profile-sensitive = 这个只有你和老师知道。
student-profile-now = 我现在说的
student-profile-before = 我以前说的
student-profile-notes = 老师记下的
student-profile-said-on = { $day }说的
student-profile-still-on = { $day }还是这样
student-profile-still = 还是这样
student-profile-anew = 重新说
student-profile-take-off = 拿掉
student-profile-off = 拿掉了。只有你能看到。
student-profile-put-back = 放回去
student-profile-asked = { $name }请你再看看这个。
student-profile-asked-words = { $name }问：{ $words }
student-profile-long-ago = 这是你好久以前说的。现在还是这样吗？
student-profile-new-work = 从那以后你做了好多作品。现在还是这样吗？

## Student app: ideas. $age is small (5 to 7), child (8 to 10) or teen.

student-suggest-title = 给我的点子
student-suggest-what = 点子来自这台设备上你自己的作品和目标。别人看不到。
student-suggest-on = 一直显示在首页
student-suggest-ask = 我问的时候
student-suggest-off = 不要
student-suggest-give = 给我一个点子
student-suggest-none = 现在没有点子。做你最喜欢的事吧！
student-suggest-not = 不要这个：{ $idea }
student-suggest-away = 这个点子先休息两周。

student-suggest-do-empty = { $age ->
    [small] 拿出一样你做的东西。
   *[other] 拿出一样让你骄傲的东西。
}
student-suggest-why-empty = { $age ->
    [small] 一幅画、一座积木塔、一片捡来的叶子。
    [child] 一切都从一样东西开始：一幅画、一个你搭的东西、一页你写的字。
   *[other] 一切都从一件作品开始：一篇文章、一个模型、一张记录你做了什么的照片。
}
student-suggest-do-quiet_step = 接着做：{ $step }
student-suggest-why-quiet_step = { $age ->
    [small] 这是你的小步骤。它在等你。
   *[other] 这是走向“{ $goal }”的一个小步骤。它已经安静了一阵子。
}
student-suggest-do-next_step = 开始：{ $step }
student-suggest-why-next_step = { $age ->
    [small] 这是你的下一个小步骤。
   *[other] 在走向“{ $goal }”的路上，接下来就是它。
}
student-suggest-do-no_step = 想一个小小的第一步。
student-suggest-why-no_step = 你的目标“{ $goal }”还没有小步骤。
student-suggest-do-all_done = 看看你的目标：{ $goal }
student-suggest-why-all_done = 所有小步骤都做完了。你做到了吗？
student-suggest-do-teacher_said = 再看看“{ $work }”。
student-suggest-why-teacher_said = 老师给你写了下一步。
student-suggest-do-grew = { $age ->
    [small] 看看你的两件作品。
   *[other] 把“{ $work }”和“{ $other }”放在一起看。
}
student-suggest-why-grew = { $age ->
    [small] 一件旧的，一件新的。有什么不一样？
   *[other] 两件用上了同样的本领，中间隔了好几周。有什么新变化？
}
student-suggest-do-wanted = 展示一下：{ $can }
student-suggest-why-wanted = { $count ->
    [0] 你的目标和它有关，可是还没有作品能看出来。
   *[other] 你的目标和它有关。再来一件作品，会看得更清楚。
}
student-suggest-do-pieces = 再展示一次：{ $can }
student-suggest-why-pieces = 再来 { $count } 件作品，就足够看清楚了。
student-suggest-do-contexts = 换个地方展示：{ $can }
student-suggest-why-contexts = { $age ->
    [small] 你在家里也能做到吗？
   *[other] 到现在都来自同一个地方。你还能在哪里做到？
}
student-suggest-do-recent = 再展示一次：{ $can }
student-suggest-why-recent = 已经有一阵子没有作品能看出它了。
student-suggest-do-alone = 自己来展示：{ $can }
student-suggest-why-alone = 到现在都有人帮忙。试着自己做一次吧。
student-suggest-do-begun = 接着评“{ $work }”。
student-suggest-why-begun = 你开始评了，又放下了。
student-suggest-do-not_checked = 给“{ $work }”评一评。
student-suggest-why-not_checked = { $age ->
    [small] 做得怎么样？
   *[other] 你说了它用上什么本领。做得怎么样呢？
}
student-suggest-do-long_ago = 再给“{ $work }”评一评。
student-suggest-why-long_ago = 那是好几周以前了。今天你还这么看吗？
student-suggest-do-liked = 用你喜欢的东西做一件作品。
student-suggest-why-liked = 你写过：“{ $words }”
student-suggest-do-never_shown = 把让你骄傲的作品办成一个作品展。
student-suggest-why-never_shown = { $age ->
    [small] 你做了这么多东西！
   *[other] 你有一些新作品，还没有放进过作品展。
}

### What an import says about a file: remarks of rubrics/, by their codes

school-remark-counted = { $what }：{ $count }。
school-remark-shown = { $what }：{ $count }（{ $examples }）。
school-remark-names = { $what }：{ $names }。
school-remark-example = “{ $example }”
school-remark-cell-errors = 电子表格里显示为错误的单元格没有导入
school-remark-cells-without-level = 上方没有等级的单元格未导入
school-remark-characters-replaced = 文件中无法保存的字符已替换
school-remark-column-of-plugin = Moodle 本身没有的列未导入
school-remark-column-strange = 无法识别的列未导入
school-remark-criterion-group = 所属分组不在量表中的评价项，已改为不属于任何分组
school-remark-criterion-twice = 标识符重复的评价项已各自获得新的标识符
school-remark-dates = 内容为日期的单元格按日期读取；是否有编号被误转成了日期？
school-remark-document-unnamed = 文档没有标识符，已根据文件生成一个
school-remark-document-untitled = 文档没有标题，已命名为“Untitled”
school-remark-entries-no-objects = { $list } 中不是对象的条目未导入
school-remark-fields-strange = 此处用不到的字段未导入
school-remark-formatting = 带格式的描述已按纯文本读取
school-remark-formula-without-value = 没有值的公式未导入；请打开工作簿并重新保存
school-remark-grid = 按表格读取：没有其他含义的每一列都是一个等级
school-remark-hidden-sheets = 隐藏的工作表未导入
school-remark-item-as-document = 标识符与所在文档相同的条目，按没有标识符处理
school-remark-item-circle = 上级互相循环的条目已解开，放在最上层
school-remark-item-own-parent = 以自己为上级的条目，已去掉该关系
school-remark-item-parent-missing = 上级不在文件中的条目，放在最上层
school-remark-item-several-parents = 有多个上级的条目放在第一个上级之下；其余保留为关联
school-remark-item-too-deep = 深度超过 { $limit } 层的条目已提升到该层
school-remark-item-twice = 与其他条目标识符相同的条目未导入
school-remark-item-unnamed = 没有标识符的条目，已根据其文字生成标识符
school-remark-item-without-parent = 在此文件中没有上级的条目，放在最上层
school-remark-item-without-statement = 没有陈述文字的条目，显示其简称或代码
school-remark-items-changed = 文字有变动的条目
school-remark-items-gone = 已移除的条目；作品中仍会保留
school-remark-items-moved = 位置有变动的条目
school-remark-items-new = 新增的条目
school-remark-level-range = 分值为区间的等级取其上限
school-remark-level-twice = 标识符重复的等级已各自获得新的标识符
school-remark-level-unnamed = 没有名称的等级以其分值命名
school-remark-link-loose = 缺少类型或缺少一端的关联未导入
school-remark-link-twice = 标识符与其他关联相同的关联未导入
school-remark-link-unnamed = 没有标识符的关联，已根据其两端生成标识符
school-remark-list-as-object = { $list } 写成了对象，已按列表读取
school-remark-list-cut = { $list } 中第 { $limit } 条之后的内容未导入
school-remark-merged-cells = 纵向合并的单元格对其中每一行都有效
school-remark-nodes-strange = 类型为 { $kind } 的内容未导入
school-remark-not-packages = 文件中不是 CASE 包的条目未导入
school-remark-other-documents = 一个包中第一个之后的文档未导入
school-remark-other-frameworks = 第一个之后的能力框架未导入
school-remark-other-left-out = 其他内容未导入
school-remark-other-mended = 其他内容已修正
school-remark-other-packages = 第一个之后的包未导入
school-remark-other-sheets = 未选用的工作表未导入
school-remark-overall-levels = 针对整个量表的等级未导入
school-remark-parent-outside = 指向此文件之外的上级或下级的关系，保留为关联
school-remark-parent-twice = 重复的上级关系未导入
school-remark-parts-changed = 文字有变动的评价项或等级
school-remark-parts-gone = 已移除的评价项或等级
school-remark-parts-moved = 位置有变动的评价项或等级
school-remark-parts-new = 新增的评价项或等级
school-remark-parts-beside = 写在所属内容旁边的部分已放进其中（{ $list }）
school-remark-parts-of-nothing = 所属内容不在文件里的评价项或等级没有导入
school-remark-points-no-number = 不是数字的分值未导入
school-remark-points-range = 写成区间的分值取其上限
school-remark-quotes-odd = 引号不成对；请检查是否有行缺失或连在一起
school-remark-row-strange = 不属于能力框架的行未导入
school-remark-row-twice = 编号与其他行相同的行已获得自己的编号
school-remark-row-unnumbered = 没有编号的行，已按位置编号
school-remark-row-without-criterion = 没有评价项的行未导入
school-remark-rows-above-headings = 列标题上方的行未导入
school-remark-rubric-kind = 类型与内容不符的量表，已改为相符的类型
school-remark-rubric-twice = 与其他量表标识符相同的量表未导入
school-remark-rubric-unnamed = 没有标识符的量表，已根据其标题生成标识符
school-remark-rubric-untitled = 没有标题的量表以文档名称命名
school-remark-rules = 关于何时达到某项能力的规则未导入
school-remark-scales = 等级标尺未导入；请以评价量表的形式导入
school-remark-term-twice = 同一内容写了两次的，以第一次写的为准
school-remark-terms-strange = 此处用不到的术语未导入（{ $of }）
school-remark-text-cut = 超过 { $limit } 个字符的文字已截断
school-remark-text-joined = 写成列表的文字已合并
school-remark-text-languages = 第一种之后的语言的文字未导入
school-remark-text-none = 应为文字而不是文字的值未导入
school-remark-text-untranslated = 尚未翻译的文字以英文显示
school-remark-tree-by-code = 陈述按代码归入：放在代码开头与其相同的那一条之下
school-remark-unread-field = 字段 { $place } 保留在文件中，不在任何地方显示
school-remark-unread-others = 其他字段保留在文件中，不在任何地方显示
school-remark-whole-changed = 整体中有变动的是
school-remark-windows-letters = 文件不是 UTF-8 编码，已按 Windows 文本读取；请检查带重音的字母
school-remark-wrapped-beside-bare = 与未封装的包并列的包未导入
school-remark-field-id = 标识符
school-remark-field-title = 标题
school-remark-field-creator = 作者
school-remark-field-language = 语言
school-remark-field-licence = 许可
school-remark-field-version = 版本
school-remark-field-associations = 能力之间的关联
school-remark-field-description = 描述
school-remark-field-kind = 类型
school-remark-field-bands = 年龄段
school-remark-field-shows_scores = 是否显示分值
school-remark-field-shows_weights = 是否显示权重
school-remark-field-score_unit = 分值的单位
school-remark-field-translations = 其他语言

### Why a file could not be read: refusals of rubrics/, by their codes
# What is wrong, where in the file, and what to do.
school-refusal = { $what }（{ $where }）。{ $advice }。
school-refusal-place-whole = 整个文件
school-refusal-place-start = 文件最前面的字节
school-refusal-place-top = 文件开头
school-refusal-place-choice = 列的选择
school-refusal-place-byte = 第 { $byte } 字节
school-refusal-place-line = 第 { $line } 行，第 { $column } 列
school-refusal-place-row = 第 { $row } 行
school-refusal-place-part = { $part }
school-refusal-advice-another = 请选择另一个文件
school-refusal-advice-another-case = 请选择 CASE 文件，文件名通常以 .json 结尾
school-refusal-advice-as-csv = 请用电子表格软件打开，另存为 UTF-8 编码的 CSV
school-refusal-advice-columns-here = 表格中有这些列：{ $known }
school-refusal-advice-copy-sheet = 请把工作表复制到新的工作簿，或另存为 UTF-8 编码的 CSV
school-refusal-advice-download-again = 请重新下载，再选择新下载的文件
school-refusal-advice-download-graph = 请下载能力框架的完整图谱（graph），而不是摘要
school-refusal-advice-download-package = 请下载所需能力框架的 CFPackage
school-refusal-advice-export-again = 请重新导出，或选择另一个文件
school-refusal-advice-export-formats = 请用这些格式之一重新导出，或导出为表格
school-refusal-advice-export-moodle = 请用 Moodle 自带的导出功能重新导出能力框架
school-refusal-advice-export-part = 请只导出能力框架的一部分
school-refusal-advice-fewer-columns = 请删掉不需要的列
school-refusal-advice-look-at-marks = 请检查引号，再另存为 CSV
school-refusal-advice-meanings = 请使用其中之一：{ $known }
school-refusal-advice-name-criterion = 请指明是哪一列，例如：criterion=该列的标题
school-refusal-advice-name-statement = 请指明是哪一列，例如：statement=该列的标题
school-refusal-advice-save-json = 请重新保存为 UTF-8 编码的 JSON，或选择另一个文件
school-refusal-advice-several-files = 请分成几个文件导入
school-refusal-advice-take-out = 请删掉不需要的内容
school-refusal-advice-unpack = 请解压，再选择里面的文件
school-refusal-advice-unpack-json = 请解压，再选择里面的 .json 文件
school-refusal-case-error = 这个文件是服务器的出错信息，不是 CASE 包
school-refusal-case-list = 这个文件只是能力框架的清单，没有内容
school-refusal-case-none = 这个文件是 JSON，但不是 CASE 包：没有 CFDocument、CFItems 或 CFRubrics
school-refusal-column-missing = 表格中没有“{ $heading }”这一列
school-refusal-column-unmeant = 列的含义中没有“{ $meaning }”
school-refusal-columns-too-many = 表格超过 { $limit } 列
school-refusal-ctdl-none = 这个文件是 JSON-LD，但没有 CTDL-ASN 的能力框架、能力或评价量表
school-refusal-empty = 文件是空的
school-refusal-gzip-bomb = 压缩文件的内容超过 { $megabytes } MB
school-refusal-gzip-damaged = 压缩文件已损坏
school-refusal-gzip-layers = 文件层层压缩超过 { $limit } 次
school-refusal-gzip-short = 压缩文件不完整，结尾缺失
school-refusal-json-bad = 文件不是有效的 JSON
school-refusal-json-deep = 文件嵌套超过 { $limit } 层
school-refusal-json-number = 文件中有一个数字太长
school-refusal-json-other = 文件是 JSON，但不是 CASE、CTDL-ASN、DigComp，也不是 D2L 评价量表
school-refusal-json-twice = 文件把同一部分写了两次，第一次写的会丢失
school-refusal-list-too-long = 文件中有一个列表含 { $count } 条，最多只能有 { $limit } 条
school-refusal-moodle-none = 这个表格不是 Moodle 的能力框架：第一行不是能力框架
school-refusal-no-criteria = 看不出哪一列是评价项
school-refusal-no-statements = 看不出哪一列是能力的陈述
school-refusal-not-text = 文件既不是文本，也不是工作簿
school-refusal-not-utf8 = 文件不是 UTF-8 编码的文本
school-refusal-open-document = 文件是 OpenDocument 工作簿（.ods）
school-refusal-pdf = 文件是 PDF
school-refusal-rows-too-many = 表格超过 { $limit } 行
school-refusal-sheet-too-large = 工作表超过 { $limit } 行，或列数太多
school-refusal-table-cell = 表格中有一个单元格没有结尾，或超过 { $limit } 个字符的上限
school-refusal-table-empty = 表格是空的
school-refusal-too-large = 文件超过 { $megabytes } MB
school-refusal-too-many-associations = 文件中的关联超过 { $limit } 条
school-refusal-too-many-criteria = 文件中的评价项超过 { $limit } 个
school-refusal-too-many-frameworks = 文件中的能力框架超过 { $limit } 个
school-refusal-too-many-in-criterion = 文件中有一个评价项的等级超过 { $limit } 个
school-refusal-too-many-in-rubric = 文件中有一个评价量表的评价项超过 { $limit } 个
school-refusal-too-many-items = 文件中的条目超过 { $limit } 条
school-refusal-too-many-levels = 文件中的等级超过 { $limit } 个
school-refusal-too-many-lists = 文件中的列表和对象超过 { $limit } 个
school-refusal-too-many-packages = 文件中的包超过 { $limit } 个
school-refusal-too-many-rubrics = 文件中的评价量表超过 { $limit } 个
school-refusal-too-many-values = 文件中的值超过 { $limit } 个
school-refusal-web-page = 文件是网页或 XML，不是 JSON
school-refusal-workbook-bomb = 工作簿的内容超过 { $megabytes } MB，或工作表以外的内容太多
school-refusal-workbook-damaged = 工作簿已损坏，或属于无法识别的类型
school-refusal-workbook-entities = 工作簿中声明了实体（entity），电子表格软件不会这样做
school-refusal-workbook-library = 这所学校安装时没有装上读取工作簿的程序库
school-refusal-workbook-locked = 工作簿已损坏，或设有密码
school-refusal-workbook-old = 文件是旧式工作簿（.xls），或设有密码
school-refusal-workbook-unread = 这里不能读取工作簿
school-refusal-zip = 文件是 ZIP 压缩包，不是工作簿
school-refusal-zip-case = 文件是 ZIP 压缩包，不是 CASE 文件
school-refusal-holds-no-framework = 文件中没有能力框架。请选择一个有能力框架的文件。
school-refusal-holds-no-rubric = 文件中没有评价量表。请选择一个有评价量表的文件。
school-refusal-column-line = “{ $line }”没有指明列。请这样写：statement = 列标题
