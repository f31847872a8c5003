### Words in English. Plain, warm and short: many readers are six.
### Each key begins with where it is seen: student-, teacher-, family-, school-,
### demo-, prompt- (a prompt's id follows), error- or, when all use it, all-.
### Said to children: My work, I can, Save, Send. Never said: sync, submit, artifact, competency.

## Everywhere

all-product-name = Portfolio
all-language = Language
# Between the parts of a list: names, examples.
all-list-comma = { ", " }

## Student app: sending

student-sending-saved = Saved here
student-sending-waiting = Waiting to go to school
student-sending-safe = Safe at school
student-sending-ask = Ask your teacher

student-sending-waiting-works = Waiting to go

student-large-title = Large files
student-large-progress = { $done } of { $all } MB
student-large-waits = Waits its turn. { $all } MB.
student-large-later = Goes by itself when the school answers. { $all } MB.
student-large-stopped = Stopped for now. What is at school already stays there.
student-large-held = Waits for another network. { $all } MB.
student-large-stop = Stop for now
student-large-go-on = Go on
student-large-not-here = Not on this network
student-large-anyway = Send it now anyway

student-stick-title = Without internet
student-stick-why = You can carry your work to school on a stick. Whoever finds the stick cannot read it.
student-stick-make-title = To school
student-stick-make-how = Save the file on a stick and give it to your teacher.
student-stick-make = Make a file for school
student-stick-made = { $files ->
    [0] The file is made. Everything you wrote that waits is in it.
    [one] The file is made. All that waits is in it, with 1 photo or file.
   *[other] The file is made. All that waits is in it, with { $files } photos or files.
}
student-stick-made-nothing = The file is made. Nothing waits to go, but your school can answer it.
student-stick-read-title = Back from school
student-stick-read-how = Put in the stick with your school’s answer and choose the file on it.
student-stick-read = Read the school’s answer
student-stick-reading = Reading the answer
student-stick-was-read = The answer is read. Everything in it is here now.
student-stick-was-known = The answer is read. Nothing in it was new.

student-earlier-title = Earlier versions
student-earlier-why = What you wrote before. Nothing you wrote is thrown away.
student-earlier-of-title = Name
student-earlier-of-caption = About it
student-earlier-of-words = What I think
student-earlier-of-text = My words
student-earlier-now = This is there now
student-earlier-again = Use this again
student-earlier-here = Written here on { $day } at { $time }
student-earlier-there = Written on another device on { $day } at { $time }
student-earlier-school = Put together at school on { $day } at { $time }, from your own words
student-earlier-none = You have not written anything here yet.
student-earlier-older = { $count ->
    [one] Show 1 older
   *[other] Show { $count } older
}
student-earlier-asking = Asking your school for older ones.
student-earlier-all = These are all.
student-earlier-more-at-school = These are the ones on this device. Older ones are at school: look again when there is internet.
student-sending-never = Nothing has reached the school yet.
student-sending-try = Try now
student-sending-reached = The school has answered.

student-attention-title = Your school did not take these
student-attention-safe = They are still here. You say what happens to them.
student-attention-what-title = A name you gave
student-attention-what-caption = Words about your work
student-attention-what-words = What you think
student-attention-what-file = A photo or a file
student-attention-what-competencies = Something you can do
student-attention-what-ratings = How you checked your work
student-attention-what-story = The story of your show
student-attention-what-place = Where something stands
student-attention-what-link = A link to your show
student-attention-what-binned_ms = Something for the bin
student-attention-what-name = Your name
student-attention-what-other = Something you changed
student-attention-why-not_allowed = Only your school can change this. Ask your teacher.
student-attention-why-too_large = It is too big for your school. Ask your teacher.
student-attention-why-malformed = Your school could not read it. Try once more.
student-attention-why-erased = Your school has taken your work away for good. This is only here now. Ask your teacher.
student-attention-why-other = Your school did not say why. Ask your teacher.
student-attention-again = Keep mine and send it again
student-attention-again-done = It is on its way again.
student-attention-go = Let it go
student-attention-gone = It is gone from here.
student-attention-look = Look at the work
student-attention-bin = { $count ->
    [one] You are about to put 1 work in the bin. Did you mean it?
   *[other] You are about to put { $count } works in the bin. Did you mean it?
}
student-attention-bin-why = That is a lot at once, so your school asks you first.
student-attention-bin-yes = Yes, I meant it
student-attention-bin-yes-done = They are in the bin. You can still put them back.
student-attention-bin-no = No, bring them back
student-attention-bin-no-done = They are back in My work.

student-saved-here = Saved here
student-save = Save
student-next = Next
student-back = Back
student-done = Done
student-close = Close
student-open = Open
student-undo = Undo
student-untitled = No name yet
student-two-devices = You wrote this on two devices
student-two-devices-what = Nothing is lost. Which words do you want to keep?
student-two-devices-keep = Keep this one
student-two-devices-both = Keep both
student-two-devices-join = Join them
student-two-devices-join-how = Here are all the words. Move them, or take some out, until you like it.
student-two-devices-join-label = My words
student-two-devices-join-not = Not now
student-two-devices-empty = (no words)
student-two-devices-here = Written here on { $day } at { $time }
student-two-devices-there = Written on another device on { $day } at { $time }
student-step-is-done = Done
student-step-is-open = Not yet
student-step = Step { $step } of { $of }

## Student app: who are you

student-welcome-title = A place for your work
student-welcome-text = Keep what you make. See how you grow. Show it when you want to.
student-who-title = Who are you?
student-who-new = I am new here
student-who-promise = Your work is locked. Nobody else here can open it.

student-new-title = Hello! Who are you?
student-new-name = Your name
student-new-name-missing = Type your name first.
student-new-picture = Choose your picture
student-new-hello = Hello, { $name }!
student-new-age = How old are you?
student-new-secret = Choose a secret number
student-new-secret-again = Type it once more
student-new-secret-why = 4 numbers or more. It opens your work. Tell nobody, and do not forget it.
student-new-secret-differs = Those two were not the same. Choose it again.
student-band = { $ages } years

student-unlock-hello = Hello, { $name }!
student-unlock-ask = Type your secret to open your work.
student-unlock-hello-somebody = Hello!
student-unlock-other = I am somebody else
student-somebody = Somebody
student-somebody-of = Somebody { $number }
student-wait-why = That was wrong too often. Take a break, then try again.
student-wait-seconds = Try again in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}
student-wait-minutes = Try again in { $minutes } min { $seconds } s
student-secret-count = { $count ->
    [one] 1 number typed
   *[other] { $count } numbers typed
}
student-secret-back = Take one away
student-secret-done = Go on
student-secret-short = Your secret has at least { $least } letters or numbers.
student-secret-words = Your secret words
student-secret-use-words = Use words instead
student-secret-use-pin = Use numbers instead
student-secret-change = Change my secret
student-secret-changed = Your secret is changed.

student-avatar-fox = Fox
student-avatar-owl = Owl
student-avatar-turtle = Turtle
student-avatar-whale = Whale
student-avatar-bee = Bee
student-avatar-cat = Cat
student-avatar-rabbit = Rabbit
student-avatar-bear = Bear
student-avatar-parrot = Parrot
student-avatar-hedgehog = Hedgehog
student-avatar-frog = Frog
student-avatar-penguin = Penguin

## Student app: the frame

student-place-home = Home
student-place-works = My work
student-place-showcases = Showcases
student-place-about = About me
student-lock = Lock
student-lock-soon = This locks soon. Your words are kept.
student-lock-stay = Stay
student-erased = Your school deleted this portfolio. So did this device. Ask your teacher.
student-lock-minutes = { $minutes } minutes
student-not-here-title = Nothing is here
student-not-here = Go home and look from there.

## Student app: home

student-good-morning = Good morning, { $name }
student-good-afternoon = Hello, { $name }
student-good-evening = Good evening, { $name }
student-home-first-title = Nothing here yet
student-home-first = Add your first piece of work. A photo of it is enough.
student-home-finish = Finish later
student-home-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
student-home-newest = Your newest work
student-home-answers = From your teacher
student-home-answer-to = Your teacher wrote about { $title }
student-home-no-school-title = Join your school
student-home-no-school = Your work is kept on this device. With the card from your teacher, it also goes to school.
student-home-sending-saved = Everything is saved here.
student-home-sending-waiting = { $count ->
    [0] Something is on its way.
    [one] 1 piece of work is waiting to go to school.
   *[other] { $count } pieces of work are waiting to go to school.
}
student-home-sending-later = The school cannot be reached right now. Your work is saved here and goes by itself later.
student-home-sending-signed-out = The school does not know this device any more. Ask your teacher; your work is saved here.
student-home-sending-safe = Everything you made is safe at school.
student-home-sending-ask = The school did not take something. Ask your teacher; your work is saved here.
student-step-name = Give it a name
student-step-tag = Say what it shows
student-step-check = Check your work
student-step-reflect = Write what you think

## Student app: add

student-add = Add my work
student-add-short = Add
student-add-what = A photo, a drawing, words or a file
student-add-why = It is saved straight away. You can say more about it now or later.
# What was on its way in when the app was locked or closed.
student-add-half-come = { $more ->
    [0] Not saved: { $names }. It was not all here when the app closed.
   *[other] Not saved: { $names } and { $more } more. They were not all here when the app closed.
}
student-add-half-come-name = “{ $name }”
student-add-again = Choose again
student-add-half-come-ok = OK
student-add-for = This will be for: { $what }
student-add-picture = A photo or picture
student-add-picture-what = Take one, or choose one you have
student-add-camera = The camera
student-add-camera-what = Take a photo now
student-add-filming = Film it
student-add-filming-what = Up to one minute
student-add-draw = A drawing
student-add-draw-what = Draw it here
student-add-write = A text
student-add-write-what = Write it here
student-add-voice = My voice
student-add-voice-what = Say it here
student-add-sound = A sound
student-add-sound-what = Music or a sound you have
student-add-film = A film
student-add-film-what = One that you made
student-add-link = A link
student-add-link-what = Something on the internet
student-add-file = Another file
student-add-file-what = A PDF or a paper

student-photo-title = Take a photo
student-photo-take = Take it
student-photo-other = Use the other camera
student-photo-missing = The camera cannot be used right now. You may have to allow it first. You can choose a photo that you have.
student-photo-choose = Choose a photo

student-film-title = Make a film
student-film-how = A film can be one minute long. Stay on this page until you stop.
student-film-start = Start filming
student-film-filming = Filming
student-film-stop = Stop
student-film-keeping = Saving your film
student-film-silent = The microphone cannot be used right now, so your film will have no sound.
student-film-missing = You cannot film here right now. You may have to allow the camera first. You can choose a film that you have.
student-film-choose = Choose a film
student-film-lost = The film did not come from the camera. Please film it again.
student-film-save-again = Save it again

# Saying it: recordings of a voice
student-voice-title = Say it
student-voice-how = Tap the big button and talk. Then you can listen, and say it again if you like.
student-voice-start = Start talking
student-voice-asking = May the app listen? If your device asks you, say yes.
student-voice-talking = I am listening
student-voice-stop = Stop
student-voice-keeping = Saving what you said
student-voice-kept = This is what you said
student-voice-again = Say it again
student-voice-again-how = It is saved. If you say it again, this one stays too.
student-voice-keep = Keep it
student-voice-nothing = Nothing was heard. Try again, a little closer.
student-voice-missing = The app cannot hear you right now. You may have to allow the microphone first. You can choose a sound that you have.
student-voice-missing-here = The app cannot hear you right now. You may have to allow the microphone first. You can write it instead.
student-voice-choose = Choose a sound
student-voice-full = That was ten minutes, and it is saved. Begin another one to say more.
student-voice-waiting = You were saying something ({ $time }). Keep it
student-voice-note = Talk about it
student-voice-about = What I say about it
student-voice-before = What I said before
student-voice-say = Say it aloud
student-listen = Listen
student-listen-pause = Pause
student-listen-back = Back 5 seconds
student-listen-on = On 5 seconds
student-listen-broken = This sound cannot be played here.

student-write-title = Write
student-write-label = My words
student-write-how = Your words are saved while you write.
student-write-room = { $count ->
    [one] Room for 1 more letter
   *[other] Room for { $count } more letters
}
student-write-go-on = Go on writing
student-write-empty = Nothing is written here yet.

student-draw-title = Draw
student-draw-over-title = Draw on it
student-draw-go-on = Go on with your drawing
student-draw-nothing = Nothing is drawn yet.
student-draw-sheet = { $count ->
    [0] Your sheet. Nothing is on it yet.
    [one] Your drawing, with 1 line
   *[other] Your drawing, with { $count } lines
}
student-draw-undo = Take the last line back
student-draw-redo = Put the line back
student-draw-pen = Pen
student-draw-line = Straight line
student-draw-box = Box
student-draw-oval = Circle
student-draw-rubber = Rubber
student-draw-words = Words
student-draw-words-label = What shall it say?
student-draw-words-how = Type it here. Then tap the sheet where it goes. Tap again to move it.
student-draw-words-put = Put it on the sheet
student-draw-thin = Thin
student-draw-middle = Middle
student-draw-thick = Thick
student-draw-buttons = Draw with buttons
student-draw-pen-left = Draw to the left
student-draw-pen-up = Draw up
student-draw-pen-down = Draw down
student-draw-pen-right = Draw to the right
student-draw-pen-jump = Lift the pen and go somewhere else
student-draw-colour-black = Black
student-draw-colour-red = Red
student-draw-colour-orange = Orange
student-draw-colour-yellow = Yellow
student-draw-colour-green = Green
student-draw-colour-blue = Blue
student-draw-colour-purple = Purple
student-draw-colour-pink = Pink
student-draw-colour-brown = Brown
student-draw-colour-white = White
student-draw-on = Draw on it
student-picture-again = Put another one in its place
student-picture-before = See how it was before
student-picture-was-before = This is how it was before.
student-picture-use-before = Use this one again
student-picture-then = Before
student-picture-now = Now
student-picture-seen = What can be seen here?
student-picture-seen-why = For people who cannot see it. You can also leave this out.

student-link-title = A link
student-link-why = Put in where it is. It is not copied: to see it later you need the internet.
student-link-address = Where is it?
student-link-wrong = That is not the address of a page. Copy it from the top of your browser and put it in here.
student-link-open = Open { $place }
student-link-open-how = Tap to open it. It is outside this app.
student-work-more-files = Add another photo or file
student-work-say-seen = Write what it shows
student-add-arriving = Saving your work
student-add-hollow = “{ $name }” is empty. Choose another file.
student-add-broken = “{ $name }” cannot be shown. It may be broken or too big. Choose another picture, or take a new photo.
student-add-unknown-kind = “{ $name }” is a kind of file that cannot be kept here. Choose a photo, a text, a sound or a PDF.
student-add-too-many = Choose up to { $limit } files at once.

## Student app: my work

student-works-search = Find in my work
student-works-none = Nothing here says “{ $wanted }”. Try one word, or only its beginning.
student-works-found = { $found } of { $count ->
    [one] 1 piece of work
   *[other] { $count } pieces of work
}
student-works-year = School year { $year }
student-works-year-begins = My school year begins in: { $month }
student-works-as-timeline = Show by date
student-works-as-pictures = Show as pictures
student-works-filter = { $count ->
    [0] Choose what you see
    [one] Choose what you see. 1 thing is chosen.
   *[other] Choose what you see. { $count } things are chosen.
}
student-works-show = { $count ->
    [0] Nothing fits
    [one] Show 1 piece of work
   *[other] Show { $count } pieces of work
}
student-works-clear = Show everything
student-works-take-away = Take away: { $what }
student-works-by-kind = What it is
student-works-by-year = When I made it
student-works-by-competency = What it shows: I can
student-works-by-goal = For which goal
student-works-by-sending = On its way
student-works-kind-picture = Pictures
student-works-kind-film = Films
student-works-kind-sound = Sounds
student-works-kind-text = Texts
student-works-kind-link = Links
student-works-kind-document = Other files
student-works-no-picture = You have no pictures here yet. Tap “Add” and take a photo.
student-works-no-film = You have no films here yet. Tap “Add” and choose one.
student-works-no-sound = You have no sounds here yet. Tap “Add” and choose one.
student-works-no-text = You have no texts here yet. Tap “Add” and write one.
student-works-no-link = You have no links here yet. Tap “Add” and paste one.
student-works-no-document = You have no other files here yet. Tap “Add” and choose one.
student-works-none-year = You added nothing in that school year. Choose another one.
student-works-none-competency = No work shows this yet. Open a work and choose it under “I can”.
student-works-none-goal = No work belongs to this goal yet. Open the goal and add a work to one of its steps.
student-works-none-sending = Nothing is waiting. All of it is at school.
student-works-none-together = No work fits all of this. Take something away.
student-works-open-goal = Open the goal
student-works-count = { $count ->
    [one] 1 piece of work
   *[other] { $count } pieces of work
}
student-work-made = Added { $day }
student-work-title = Name of this work
student-work-title-hint = What is it called?
student-work-caption = About this work
student-work-look-closer = Look closer
student-work-file-sooner = Move number { $number } up
student-work-file-later = Move number { $number } down
student-work-bin = Put in the bin
student-binned = It is in the bin.
student-work-gone = This work is not here.
student-bin-title = Bin
student-bin-what = Nothing here is gone. You can put it back into My work.
student-bin-empty = The bin is empty.
student-bin-put-back = Put back
student-bin-back = It is back in My work.
student-picture-closer = Closer
student-picture-farther = Farther away
student-picture-whole = See all of it
student-watch = Watch
student-watch-back = Back 10 seconds
student-watch-on = On 10 seconds
student-watch-broken = This film cannot be shown here.
student-file-about = { $kind } · { $megabytes } MB
student-file-copy = Save a copy

student-work-i-can-title = I can
student-work-tags-why = What does this work show that you can do?
student-work-add-tag = Choose
student-work-take-off = Take off: { $tag }
student-work-tag-unknown = Something your school named
student-work-check-title = Check my work
student-work-check-why = Look at your work and say how it went. You go first, then your teacher.
student-work-check = Check my work
student-work-check-again = Check again
student-work-checked = You checked it on { $day }
student-work-think-title = What I think
student-work-think-why = What did you like? What was hard? Write it down for later.
student-work-reflect = Write what I think
student-work-reflect-again = Write more

student-tags-title = I can
student-tags-why = Tap what this work shows. You can choose more than one.
student-tags-search = Find by a word
student-tags-none = Nothing has that word. Try another one, or look through the list.
student-tag-off = Taken off

student-check-title = Check my work
student-check-two = You began this check on two devices. Which one do you want to go on with?
student-check-two-go-on = Go on with this one
student-check-two-open = not chosen yet
student-check-two-pins = { $count ->
    [one] 1 place pinned
   *[other] { $count } places pinned
}
student-check-choose = How do you want to check it?
student-check-other = Check it another way
student-check-why = Why do you think so?
student-check-save = Save my check
student-check-nothing = Choose a level first.

student-reflect-choose = Choose a question
student-reflect-empty = Write something first.
student-reflect-begin-with = Begin with: { $words }

student-answer-title = From your teacher
student-answer-next = Next step: { $step }
student-answer-mine = I said
student-answer-theirs = My teacher said
student-answer-may-share = You may share this
student-difference-same = You two see it the same way.
student-difference-learner-saw-more = You saw more in it than your teacher. Talk about it: what did you see?
student-difference-teacher-saw-more = Your teacher saw more in it than you did. You can be proud.
student-difference-only-learner = Your teacher did not say anything here.
student-difference-only-teacher = You did not say anything here yet.

## Questions to think about, by their id

prompt-proud = What are you proud of?
prompt-tricky = What was tricky, and what did you do?
prompt-next_time = What will you do next time?
prompt-learned = What did you learn?
prompt-show = What does this show about you?
prompt-decision = Which decision mattered most, and why?

student-starter-proud-1 = I like how
student-starter-proud-2 = I am proud because
student-starter-proud-3 = The best part is
student-starter-tricky-1 = It was hard to
student-starter-tricky-2 = When I was stuck, I
student-starter-tricky-3 = What helped me was
student-starter-next-time-1 = Next time I will
student-starter-next-time-2 = I want to try
student-starter-next-time-3 = I need help with
student-starter-learned-1 = Now I know
student-starter-learned-2 = I found out that
student-starter-learned-3 = Before, I thought
student-starter-show-1 = This shows that I
student-starter-show-2 = You can see it where
student-starter-show-3 = It matters to me because
student-starter-decision-1 = I decided to
student-starter-decision-2 = I could also have
student-starter-decision-3 = It changed the work because


# What happened, so what, now what
prompt-did = What did you do?
prompt-did_feel = How did it feel?
prompt-did_next = What comes next?
prompt-what = What happened, and what was your part in it?
prompt-so_what = Why does this matter to you?
prompt-now_what = What will you do differently from now on?

# Two stars and a wish
prompt-star_first = What is one thing you like?
prompt-star_second = What else went well?
prompt-wish = What do you wish for it?
prompt-strengths = Which two things work well, and how can you tell?
prompt-improve = What would make it better, and why?

# Before and now
prompt-then = What could you do before?
prompt-now = What can you do now?
prompt-at_start = What did you think or do at the start?
prompt-since_then = What is different now, and what changed it?

# Two works side by side
prompt-compare_new = What is new in the newer one?
prompt-compare_like = Which one do you like more?
prompt-compare_grew = What does the newer work show that the older one does not?
prompt-compare_kept = What stayed the same, and is that good?

# A goal
prompt-goal_want = Why do you want this?
prompt-goal_well = What is going well?
prompt-goal_hard = What is hard right now?
prompt-goal_plan = What is the next small step, and when will you take it?
prompt-goal_story = How did you get there?

# I can
prompt-can_where = Where can we see that you can?
prompt-can_next = What do you want to try next?
prompt-can_best = Which part shows this best, and why?
prompt-can_gap = What would you still need to show?

student-starter-did-1 = First I
student-starter-did-2 = Then I
student-starter-did-3 = I made
student-starter-did-feel-1 = It felt
student-starter-did-feel-2 = I was happy when
student-starter-did-feel-3 = I did not like
student-starter-did-next-1 = Next I will
student-starter-did-next-2 = I want to
student-starter-did-next-3 = I still need
student-starter-what-1 = It began with
student-starter-what-2 = My part was
student-starter-what-3 = The turning point was
student-starter-so-what-1 = It matters because
student-starter-so-what-2 = Before this, I
student-starter-so-what-3 = It surprised me that
student-starter-now-what-1 = From now on I
student-starter-now-what-2 = The first thing I will change is
student-starter-now-what-3 = I will know it works when
student-starter-star-first-1 = I like
student-starter-star-first-2 = My favourite part is
student-starter-star-first-3 = Look at how
student-starter-star-second-1 = It also went well that
student-starter-star-second-2 = I got better at
student-starter-star-second-3 = Another good thing is
student-starter-wish-1 = I wish
student-starter-wish-2 = It would be better with
student-starter-wish-3 = If I had more time, I would
student-starter-strengths-1 = It works well that
student-starter-strengths-2 = You can tell because
student-starter-strengths-3 = The strongest part is
student-starter-improve-1 = It would be stronger with
student-starter-improve-2 = I would change
student-starter-improve-3 = I am not sure about
student-starter-then-1 = Before, I could
student-starter-then-2 = I did not know
student-starter-then-3 = I used to
student-starter-now-1 = Now I can
student-starter-now-2 = Today I did it
student-starter-now-3 = I do not need help with
student-starter-at-start-1 = At the start I
student-starter-at-start-2 = I believed that
student-starter-at-start-3 = I had not tried
student-starter-since-then-1 = Now I
student-starter-since-then-2 = What changed it was
student-starter-since-then-3 = I still do not
student-starter-compare-new-1 = In the new one I
student-starter-compare-new-2 = The old one did not have
student-starter-compare-new-3 = Now there is
student-starter-compare-like-1 = I like this one more because
student-starter-compare-like-2 = The other one is
student-starter-compare-like-3 = They are both
student-starter-compare-grew-1 = In the newer work I
student-starter-compare-grew-2 = The older one lacks
student-starter-compare-grew-3 = You can see it where
student-starter-compare-kept-1 = In both I
student-starter-compare-kept-2 = I kept
student-starter-compare-kept-3 = I would like to stop
student-starter-goal-want-1 = I want this because
student-starter-goal-want-2 = When I can do it, I will
student-starter-goal-want-3 = It would help me to
student-starter-goal-well-1 = It goes well when
student-starter-goal-well-2 = I can already
student-starter-goal-well-3 = It helps me to
student-starter-goal-hard-1 = It is hard to
student-starter-goal-hard-2 = I get stuck when
student-starter-goal-hard-3 = I need help with
student-starter-goal-plan-1 = My next small step is
student-starter-goal-plan-2 = I will do it when
student-starter-goal-plan-3 = To begin, I need
student-starter-goal-story-1 = It began when
student-starter-goal-story-2 = What helped me was
student-starter-goal-story-3 = I am proud that
student-starter-can-where-1 = Look at
student-starter-can-where-2 = You can see it when I
student-starter-can-where-3 = I show it in
student-starter-can-next-1 = Next I want to try
student-starter-can-next-2 = I want to get better at
student-starter-can-next-3 = I could do it with
student-starter-can-best-1 = The part that shows it best is
student-starter-can-best-2 = It shows this because
student-starter-can-best-3 = Somebody else would see
student-starter-can-gap-1 = I have not shown yet
student-starter-can-gap-2 = I could show it by
student-starter-can-gap-3 = It is missing because

## Student app: showcases

student-showcases-first-title = Show what you are proud of
student-showcases-first = Choose some of your work, put it in order, and show it to your family.
student-showcase-new = New showcase
student-showcase-edit-title = Change showcase
student-showcase-change = Change
student-showcase-name = Name of the showcase
student-showcase-story = Tell the story of it
student-showcase-choose = Choose your work
student-showcase-order = In this order
student-showcase-about = About me
student-showcase-about-why = Choose what this showcase tells about you. Here is all that your family may see.
student-showcase-about-none = You can tell something about you, too. Write it in “Who I am”, and let your family see it.
student-showcase-up = Move up: { $title }
student-showcase-down = Move down: { $title }
student-showcase-needs-name = Give it a name first.
student-showcase-needs-works = Choose at least one piece of work.
student-showcase-shared = Shared
student-showcase-private = Only you
student-showcase-gone = This showcase is not here.
student-showcase-bin = Put showcase in the bin
student-showcase-binned = The showcase is in the bin. Nobody can see it any more.
student-share-title = Share with your family
student-share-what = You get a link. Whoever has it sees this showcase and nothing else. You can take it back at any time.
student-share-wait = Work shows up for your family once your teacher has said yes to it.
student-share-needs-school = To share, join your school first.
student-share-approved = Your family can see this
student-share-not-yet = Your teacher has not said yes to it yet
student-share-unshown = A film or a file is not on the page. You can show it yourself.
student-share-make = Make a link
student-share-made = Your link is ready.
student-share-until = The link works until { $day }.
student-share-elsewhere = You made this link on another device. Look there to see it.
student-share-qr = A square code that opens your showcase
student-share-copy = Copy the link
student-share-copied = Copied
student-share-take-back = Take it back
student-share-taken-back = Taken back. The link shows nothing any more.

## Student app: joining a school

student-join = Join my school
student-join-why = Look at the card from your teacher and type what it says.
student-join-address = Address of the school
student-join-code = Code
student-join-missing = Type the address and the code from the card first.
student-join-bad-address = That is not the address of a school. Copy it from the card, letter by letter. It begins with https://
student-join-no-answer = No school answers at that address. Look at the card again, letter by letter, or try later.
student-join-go = Join
student-join-done = You are at { $school }. Your work goes there by itself.
student-joined = You have joined your school.

## Student app: about me

student-about-me = Me
student-about-age = How old I am
student-about-sending = On its way to school
student-about-school = My school: { $school }
student-about-last = Last sent on { $day }
student-about-send = Send now
student-about-sending-now = Sending now
student-language-now = Language: { $language }
student-about-looks = How it looks
student-about-colours = Colours
student-about-text = Size of the words
student-about-lock = My secret and the lock
student-about-lock-after = Lock when nobody is here for
student-about-kept = What is kept
student-about-kept-much = { $count ->
    [one] 1 piece of work, { $megabytes } MB on this device
   *[other] { $count } pieces of work, { $megabytes } MB on this device
}
student-about-kept-what = Your work, your words and your choices are kept on this device, locked with your secret. When you have joined a school, your teacher can see them too. Your photos leave without the place where they were taken.
student-look-auto = Like the device
student-look-light = Light
student-look-dark = Dark
student-text-scale = { $percent } %
student-about-contrast = Contrast
student-contrast-auto = Like the device
student-contrast-usual = Usual
student-contrast-strong = Strong
student-about-typeface = Letters
student-typeface-lexend = Lexend
student-typeface-atkinson = Atkinson
student-about-spacing = Room between words and lines
student-spacing-usual = Usual
student-spacing-wide = More room
student-about-motion = Things that move
student-motion-auto = Like the device
student-motion-still = Keep still
student-about-aloud = Read to me
student-aloud-off = Off
student-aloud-on = On
student-aloud-what = Tap words to hear them. With a keyboard, you hear where you are. The voice is one of this computer: your words stay here. If you hear nothing, ask a grown-up to add a voice for your language.
student-aloud-not-here = This app cannot read to you on this device. The device can: ask a grown-up to turn on its reading voice.
student-aloud-page = Read this page to me

## Student app: my key

student-key-about = What opens your work, and what helps if you forget your secret.
student-key-title = My key
student-key-what = Your secret opens your work. If you forget it, a badge, a paper at home or your school opens it again. Nothing is lost.
student-key-ask = Type your secret, so that we know it is you.
student-key-done = Done. It is changed.
student-key-print = Print
student-key-new-secret = Choose your new secret
student-key-shown-once = You see this only now. Print it before you go on.
student-key-shown-write = You see this only now. Write it down before you go on, letter by letter.
student-key-name-off = Leave my name off
student-key-name-on = Put my name on it

student-key-secret = My secret
student-key-secret-what = Only you know it. Change it when somebody else has seen it.

student-key-badge = My badge
student-key-badge-what = A card with a square on it. Whoever holds it can open your work on this device. Keep it like a door key.
student-key-badge-make = Make a badge
student-key-badge-again = Make a new badge
student-key-badge-is-there = You have a badge
student-key-badge-old = Your old badge will open nothing any more.
student-key-badge-made = Here is your badge
student-key-badge-qr = The square code of your badge
student-key-badge-keep = Cut it out and keep it safe. If you lose it, make a new one; the lost one then opens nothing.

student-key-recovery = My paper at home
student-key-recovery-what = A paper for your family to keep. It opens your work when you have forgotten your secret.
student-key-recovery-make = Make the paper
student-key-recovery-again = Make a new paper
student-key-recovery-is-there = Your family has a paper
student-key-recovery-old = The old paper will open nothing any more.
student-key-recovery-made = Here is your paper
student-key-recovery-qr = The square code of your paper
student-key-recovery-keep = Give it to your family. They keep it where important papers are. If it gets lost, make a new one.

student-key-school = My school
student-key-school-can = { $school } can open your work if you forget your secret.
student-key-school-yours = Your school
student-key-school-how = Go to your teacher with this device and tap “I forgot it” there. Each time is written down, and you can see it.
student-key-school-opened = { $day }: { $by } let you in again.
student-key-school-cannot = No school can open your work. When you join your school, it can help you if you forget your secret.

student-key-bind = Only on this device
student-key-bind-what = Your secret can be made to work on this device alone. A copy of your work is then safer from guessing.
student-key-bind-make = Only on this device
student-key-bind-needs = First make a badge or a paper, in case this device breaks.
student-key-bind-is-there = Your secret works on this device only

student-key-hide = My name and picture
student-key-hide-what = All who use this device see your name and picture. You can be “Somebody” there.
student-key-hide-make = Be Somebody
student-key-hide-show = Show me again
student-key-hide-is-there = You are Somebody on this device

student-leave-title = Off this device
student-leave-what = Do you share this device? You can take your portfolio off it. Your work at school stays where it is.
student-leave-works =
    { $count ->
        [one] One work is not at school yet.
       *[other] { $count } works are not at school yet.
    }
student-leave-something = Some of your words or choices are not at school yet.
student-leave-sealed = It will go to { $school }, sealed, when this device finds the school. Nobody here can read it until then.
student-leave-at-once = Everything is safe at { $school }. Nothing of yours stays on this device.
student-leave-again = Do you want to go on, here or on another device? Ask your teacher for a code of your own.
student-leave-no-school = Your work is on this device only. If you left now, it would be lost. Join your school first, or stay.
student-leave-no-keys = If you left now, it would be lost: { $school } has not said yet how to seal it. Stay until it is at school, or ask your teacher to carry it there on a stick.
student-leave-decide = Your school did not take something. Say first what becomes of it; nobody can after you have left.
student-leave-decide-now = Look at it
student-leave-stay = Stay
student-leave-do = Take it off this device
student-leave-busy = Sealing what waits …
student-leave-done = Done. Your portfolio is not on this device any more.
student-leave-open = Off this device …
student-leave-about = On a shared device you can take your portfolio with you. What waits for school still gets there.
student-on-the-way = Work of somebody is on its way to school. It is sealed.
student-on-the-way-refused = The school did not take work that somebody left here. It is safe, and sealed. Please show this to a teacher.

student-badge-in = I have a badge
student-badge-in-what = Your badge opens your work by itself.
student-badge-in-other = Choose who I am

student-forgot = I forgot it
student-forgot-title = You forgot your secret
student-forgot-what = That happens. Nothing is lost. What do you have?
student-forgot-nothing = No badge, no paper and no school opens your work yet. Take your time and try once more. Was it a number that you use elsewhere too? Ask the grown-up who was there when you chose it.
student-forgot-badge = My badge
student-forgot-badge-what = The card with a square on it
student-forgot-recovery = My paper at home
student-forgot-recovery-what = The paper that your family keeps
student-forgot-school = My school helps me
student-forgot-school-what = Go to your teacher with this device
student-forgot-other-way = Another way
student-forgot-back = I remember it again
student-forgot-right = That is right!
student-forgot-right-what = Now choose a new secret. Everything you made is still there.
student-forgot-stop = Not now

student-ask = Ask my school
student-ask-why = Your school can let you in again. Its address stands on the card from your teacher.
student-ask-missing = Type the address from the card first.
student-ask-sent = Go to your teacher with this device. They look at you and at these numbers, then your school says yes.
student-ask-shown = Go to your teacher with this device. They need the square code and these numbers.
student-ask-compare = Your numbers:
student-ask-waiting = Waiting for your school. You can also come back on another day.
student-ask-no-answer = The school cannot be reached right now. This device goes on trying.
student-ask-by-text = There is no connection
student-ask-text-off = There is a connection
student-ask-text-why = Your teacher reads in this square code. Then you get the answer as letters.
student-ask-qr = A square code with your question to your school
student-ask-copy = Copy the question
student-ask-answer = The answer of your school
student-ask-wrong-answer = That is not the answer to the question shown here. Look at it again, or ask again.
student-ask-again = Ask again from the start
student-question-refused = Your school said no. Talk to your teacher, then ask again.
student-question-replaced = It was asked again on another device. Now the new question counts.
student-question-over = Nobody answered in time. Talk to your teacher, then ask again.
student-error-ask-refused = This school does not know your work. Look for the card of your own school.

student-code = Letters and numbers
student-code-count = { $count } of { $of }
student-code-missing = Type the letters and numbers first.
student-code-mistyped = Something is not as it is printed. Look at it again, three at a time.
student-code-wrong-badge = Nobody here has that badge. Is it your newest one?
student-code-wrong-recovery = That paper does not fit. Is it the newest one, and is it yours?
student-code-where-badge = It stands on your badge.
student-code-where-recovery = Type what stands on the paper. You need not leave room between the letters.
student-code-camera = Show it to the camera
student-code-camera-hint = Hold the black and white square up to the camera.
student-code-camera-type = Type it instead
student-code-camera-missing = The camera cannot be used right now. You may have to allow it first. Type the letters and numbers for now.
student-code-camera-none = The camera cannot read the square on this device. Type the letters and numbers next to it.
student-code-camera-other = That is another kind of square. Show the one with letters and numbers next to it.
student-code-camera-several = There is more than one here. Show just one.
student-code-camera-nothing = Nothing was read. Go where it is bright and hold it closer, or type the letters and numbers.
student-error-device-secret-missing = This device has lost its part of your secret. Take your badge, your paper or your school instead.

## Student app: what is printed, for families

student-badge-page-what = Cut the card out along the line. Whoever has it and the device can open the work.
student-sheet-title = How to open the portfolio again
student-sheet-title-of = How to open { $name }’s portfolio again
student-sheet-why = Dear family, this paper opens the portfolio when the secret is forgotten. Whoever has this paper and the device can open it, so keep it where you keep important papers. We cannot make this code for you a second time.
student-sheet-step-1 = Open the portfolio app on the device and tap the name.
student-sheet-step-2 = Tap “I forgot it”, then “My paper at home”.
student-sheet-step-3 = Type the code above. It does not matter whether you leave room between the letters.
student-sheet-step-4 = Choose a new secret. All the work is still there.
student-sheet-step-5 = Put this paper away again. It goes on working.
student-sheet-lost = Is the paper lost, or has somebody seen it? Make a new one in the app: About me, My key. The old one then opens nothing any more.
student-sheet-made = Made on { $day }

## School: pages for teachers

teacher-skip = Skip to the page
teacher-nav = Pages
teacher-nav-queue = To review
teacher-nav-classes = Classes
teacher-sign-out = Sign out
teacher-kept-typed = You were signed out meanwhile. What you typed is not lost: sign in, and it can be sent.
teacher-kept-title = You are signed in again
teacher-kept-here = What you typed before is still here. It has not been sent yet.
teacher-kept-send = Send it now
teacher-kept-leave = Leave it
teacher-sign-in-title = Sign in
teacher-sign-in-for = For teachers. Learners use the app; families use their link.
teacher-sign-in-email = E-mail address
teacher-sign-in-password = Password
teacher-sign-in-button = Sign in
teacher-sign-in-wrong = The address and the password do not fit together. Check both and try again.
teacher-sign-in-wait = { $minutes ->
    [one] Too many tries. Wait a minute, then try again.
   *[other] Too many tries. Wait { $minutes } minutes, then try again.
}

teacher-queue-title = To review
teacher-queue-waiting = Waiting for you
teacher-queue-in-progress = Still being worked on
teacher-queue-answered = Answered
teacher-queue-nothing-waits = Nothing waits for you. Work appears here once a learner has judged it.
teacher-queue-nothing-in-progress = No unfinished work.
teacher-queue-nothing-answered = Nothing answered yet.
teacher-queue-more = Show more
teacher-row-waiting = since { $day }
teacher-row-progress = made { $day }
teacher-row-answered = answered { $day }
teacher-row-judged = Self-check
teacher-row-reflections = { $count ->
    [one] 1 reflection
   *[other] { $count } reflections
}
teacher-row-tags = { $count ->
    [one] 1 “I can”
   *[other] { $count } “I can”
}
teacher-row-approved = May be shared

teacher-work-untitled = Without a title
teacher-work-page = A work to review
teacher-work-back = { $count ->
    [0] Back to all works
    [one] Back to all works (1 waits)
   *[other] Back to all works ({ $count } wait)
}
teacher-work-sent = Sent. Nothing else waits for you.
teacher-work-sent-next = Sent. This one waits longest.
teacher-work-noted = Noted. The learner will see it.
teacher-work-changed = Sent. The learner changed the work while you were looking; what you approved is what you saw. Have another look.
teacher-work-nothing-said = There is nothing to send yet. Rate a line, or write a few words.
teacher-work-still-coming = Pictures of this work are still on their way. Approve it once you can see them.
teacher-work-picture = Picture { $number } of the work by { $name }; opens the original
teacher-work-file = File
teacher-work-film = Film · { $megabytes } MB · saved to watch it
teacher-work-paper = File · { $megabytes } MB · saved to open it
teacher-work-link = (a page elsewhere, opens in a new tab)
teacher-work-voice = Listen to { $name }
teacher-work-not-sent = Nothing was sent yet. What you chose and wrote is still here; send it with one of the buttons.
teacher-work-skip = Skip to your feedback
teacher-work-tags = I can
teacher-work-thoughts = What { $name } thinks

teacher-answer-title = Your feedback
teacher-answer-judged-on = { $name } judged it on { $day }
teacher-answer-chose = { $name } chose this
teacher-answer-why-theirs = { $name }:
teacher-answer-why = Say why
teacher-answer-why-for = Why you chose this for { $criterion }
teacher-answer-not-judged = { $name } has not judged this work yet. Learners go first: you can rate it once they have. You can write a few words already.
teacher-answer-words = Feedback for { $name }
teacher-answer-next = One next step
teacher-answer-send-approve = Send and approve for sharing
teacher-answer-send = Send feedback
teacher-answer-only = Decide about sharing, without feedback
teacher-answer-approve = Approve for sharing
teacher-answer-not-yet = Not yet

teacher-past-title = Earlier
teacher-past-by = { $name }, { $day }
teacher-past-next = Next step:
teacher-difference-same = Both see it the same way.
teacher-difference-learner_saw_more = { $steps ->
    [one] { $learner } saw one level more in it.
   *[other] { $learner } saw { $steps } levels more in it.
}
teacher-difference-teacher_saw_more = { $steps ->
    [one] { $teacher } saw one level more in it.
   *[other] { $teacher } saw { $steps } levels more in it.
}
teacher-difference-only_learner = { $teacher } did not rate this line.
teacher-difference-only_teacher = { $learner } did not rate this line.
teacher-past-approved = { $name } approved it for sharing on { $day }
teacher-past-not_yet = { $name } said “not yet” to sharing on { $day }

teacher-classes-none = You have no class yet. Make one here, or import a roster on the server.
teacher-classes-new = New class
teacher-classes-add = Make class

teacher-class-showcases = Showcases that wait for approval
teacher-class-showcase-untitled = Showcase without a title
teacher-shared-title = Shared with family
teacher-shared-why = Open links that learners made. Whoever holds one sees that showcase and nothing else.
teacher-shared-what = Showcase
teacher-shared-until = Open until
teacher-shared-opened = Opened
teacher-shared-never = Not yet
teacher-shared-times = { $count ->
    [one] Once, on { $day }
   *[other] { $count } times, last on { $day }
}
teacher-class-code = Class code
teacher-class-code-facts = { $count ->
    [one] For 1 more learner, until { $day }. They type it with this address: { $address }
   *[other] For { $count } more learners, until { $day }. They type it with this address: { $address }
}
teacher-class-code-none = No class code is open. A new one lets learners join for two weeks.
teacher-class-code-renew = New class code
teacher-class-code-end = End this code
teacher-class-cards = Cards to print
teacher-class-learners = Learners
teacher-class-joined = Joined
teacher-class-not-joined = Not joined yet
teacher-class-by-code = Joined with the class code
teacher-class-device = Device
teacher-class-since = since { $day }
teacher-class-revoke = Sign this device out
teacher-class-new-code = New card
teacher-class-nobody = Nobody is in this class yet. Hand out the class code, or add learners here.
teacher-class-new-learner = New learner
teacher-class-add-learner = Add learner

teacher-classes-locked-out = Somebody forgot their PIN and is locked out
teacher-queue-locked-out = { $count ->
    [one] A learner asks to get back in
   *[other] { $count } learners ask to get back in
}
teacher-locked-title = Locked out
teacher-locked-what = Learners who forgot their PIN and have neither badge nor paper ask here. Nothing of their work is lost.
teacher-locked-no-school-key = This school has no recovery key yet, so it can let nobody in who forgot. Whoever runs the server makes one: portfolio school recovery-key
teacher-locked-waiting = Waiting
teacher-locked-nobody = Nobody waits to get back in.
teacher-locked-asks = { $name } asks to get back in
teacher-locked-minutes = { $count ->
    [0] asked just now
    [one] asked a minute ago
   *[other] asked { $count } minutes ago
}
teacher-locked-hours = { $count ->
    [one] asked an hour ago
   *[other] asked { $count } hours ago
}
teacher-locked-since = asked on { $day }
teacher-locked-until = open until { $day }
teacher-locked-seen-by = { $name } saw the learner and the digits
teacher-locked-by-text = A device without a connection
teacher-locked-by-text-what = Scan or copy the question that the device shows. It begins with PORTFOLIO-ASK
teacher-locked-by-text-go = Look at this question
teacher-locked-no-question = That is not a whole question. Copy all that the device shows, from PORTFOLIO-ASK to the end.
teacher-locked-unknown_vault = This portfolio is not one of your learners’. It must have been connected to this school before.
teacher-locked-other_key = That question is for another school’s key.
teacher-locked-over = That question is over. Let the device ask again.
teacher-locked-too-often = This portfolio asked too often. Wait a while, then let the device ask again.
teacher-locked-earlier = Earlier
teacher-locked-state-answered = Let in
teacher-locked-state-answered_before = Let in
teacher-locked-state-refused = Refused
teacher-locked-state-replaced = Asked again
teacher-locked-state-over = Nobody answered
teacher-locked-see = See the learner
teacher-locked-see-child = Go to { $name }, or let { $name } come to you with the device. Never answer a message or a call.
teacher-locked-see-digits = The device shows twelve digits. Type them here from its screen.
teacher-locked-digits = The twelve digits on the device
teacher-locked-vouch = This is { $name }, and these are the digits
teacher-locked-other-digits = Those are not the digits of this question. Look at the device again. If they still differ, answer nothing: somebody else may be asking.
teacher-locked-answer = Answer with the school’s recovery key
teacher-locked-answer-what = Whoever keeps the school’s recovery key does this. { $name } then chooses a new PIN on the device, and all work is there.
teacher-locked-key-file = The key’s file
teacher-locked-key = Or its words, as in the file or on paper
teacher-locked-passphrase = The passphrase of the file
teacher-locked-key-safety = The key is used once and kept nowhere on the server. To keep it off the server altogether, answer on another computer: portfolio school answer
teacher-locked-answer-go = Let { $name } in
teacher-locked-wrong-passphrase = The passphrase does not open that key, or the question is not for this portfolio. Nothing was answered.
teacher-locked-wrong-key = That is not the recovery key that this question is for. Nothing was answered.
teacher-locked-changed = This question changed meanwhile. Look again.
teacher-locked-refuse = Say no
teacher-locked-done-answered = Answered. { $name } chooses a new PIN on the device. This is written down, and { $name } can see it.
teacher-locked-done-answered_before = { $name } was let in.
teacher-locked-done-refused = Refused. The device says so.
teacher-locked-done-replaced = { $name } asked again; answer the newest question.
teacher-locked-done-over = Nobody answered in time. { $name } can ask again.
teacher-locked-answer-text = For a device without a connection
teacher-locked-answer-text-what = Scan this on the device, or type it there. It opens nothing anywhere else.
teacher-locked-answer-picture = The answer as a square code

teacher-cards-how = Print, cut, and hand out. A personal card works once and only for its learner.
teacher-cards-picture = QR code for { $name }
teacher-cards-personal = Works once, until { $day }
teacher-cards-class = For the whole class, until { $day }
teacher-cards-none = There are no open codes. Make a class code, or a new card for a learner.

teacher-nav-library = Library
teacher-library-saved = Saved as a new version. Work that was judged keeps the version it was judged with.
teacher-library-rubrics = Rubrics
teacher-library-frameworks = Frameworks
teacher-library-own = Comes with the product
teacher-library-versions = { $count ->
    [one] 1 version
   *[other] { $count } versions
}
teacher-library-criteria = { $count ->
    [one] 1 criterion
   *[other] { $count } criteria
}
teacher-library-competencies = { $count ->
    [one] 1 competency
   *[other] { $count } competencies
}
teacher-library-change = Change
teacher-library-copy = Copy
teacher-library-case = CASE
teacher-library-csv = CSV

teacher-import-title = Bring in a file
teacher-import-what = A framework or rubrics as CASE, CTDL-ASN or DigComp JSON, from Moodle, Canvas or D2L, or as a table (CSV or Excel). You see what it holds before anything is taken.
teacher-import-kind = What the file holds
teacher-import-framework = A framework
teacher-import-rubric = Rubrics
teacher-import-file = The file
teacher-import-columns = A table with other headings
teacher-import-columns-how = One line for each column, such as: statement = What pupils can do
teacher-import-look = Look at it
teacher-import-no-file = Choose a file with something in it.
teacher-import-gone = The file is not here any more. Choose it again.
teacher-import-nothing-yet = This is what the file holds. Nothing was taken yet.
teacher-import-taken = What would be taken
teacher-import-format = Read as { $format }
teacher-import-count-packages = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
teacher-import-count-items = { $count ->
    [one] 1 competency
   *[other] { $count } competencies
}
teacher-import-count-associations = { $count ->
    [one] 1 link between competencies
   *[other] { $count } links between competencies
}
teacher-import-count-rubrics = { $count ->
    [one] 1 rubric
   *[other] { $count } rubrics
}
teacher-import-count-criteria = { $count ->
    [one] 1 criterion
   *[other] { $count } criteria
}
teacher-import-count-levels = { $count ->
    [one] 1 level
   *[other] { $count } levels
}
teacher-import-difference = What it changes
teacher-import-same = Your classes have the same already.
teacher-import-other-words = It says the same in other details.
teacher-import-mended = What was mended
teacher-import-left-out = What was left out, and why
teacher-import-unread = What is kept and not shown
teacher-import-take = Take it
teacher-import-leave = Leave it
teacher-import-given = Taken. It is on its way to the devices of your classes.
teacher-import-problem-no-class = Choose at least one class.
teacher-import-problem-changed = Your library changed meanwhile. Look at the differences again, then take it.

teacher-kind-single_point = Single-point
teacher-kind-analytic = Analytic
teacher-kind-holistic = Holistic
teacher-kind-continuum = Continuum
teacher-kind-checklist = Checklist
teacher-kind-what-single_point = One clear aim for each criterion, open on both sides.
teacher-kind-what-analytic = Several criteria, each with its own levels.
teacher-kind-what-holistic = One look at the whole work, in levels.
teacher-kind-what-continuum = Levels that reach across school years.
teacher-kind-what-checklist = Things that are there, or not yet.
teacher-start-towards = On the way
teacher-start-there = Just there
teacher-start-beyond = Beyond
teacher-start-beginning = Beginning
teacher-start-emerging = Emerging
teacher-start-on-the-way = On the way
teacher-start-secure = Secure
teacher-start-not-yet = Not yet
teacher-start-yes = Yes

teacher-rubric-page = A rubric
teacher-rubric-new = New rubric
teacher-rubric-change = Change a rubric
teacher-rubric-copy-of = { $title } (copy)
teacher-rubric-is-copy = This is a copy of your own. The rubric that it was made from stays as it is.
teacher-rubric-not-saved = Nothing was saved yet. All that you typed is still here; save it with the button below.
teacher-rubric-took-criterion = The criterion was taken away.
teacher-rubric-took-level = The level was taken away.
teacher-rubric-undo = Put it back
teacher-rubric-back = It is back.
teacher-rubric-not-kept = Not saved yet. All that you typed is still here:
teacher-rubric-in-line = Criterion { $number }:
teacher-rubric-other = Somebody saved another version after you opened this one. Nothing was overwritten, and all that you typed is still here. The other version changed this:
teacher-rubric-look-theirs = Look at theirs
teacher-rubric-save-copy = Save mine as a rubric of its own
teacher-rubric-save-after = Save mine as the newest version
teacher-rubric-about = About the rubric
teacher-rubric-title = Title
teacher-rubric-description = What it is for
teacher-rubric-kind = Kind
teacher-rubric-language = Language, such as en or pt-BR
teacher-rubric-shown = What the grid shows
teacher-rubric-same-levels = All criteria have the same levels
teacher-rubric-scored = With scores
teacher-rubric-weighted = With weights
teacher-rubric-refresh = Show it so
teacher-rubric-grid = Criteria and levels
teacher-rubric-criterion = Criterion
teacher-rubric-level = Level { $number }
teacher-rubric-level-name = { $line }: name of level { $number }
teacher-rubric-line = Criterion { $number }
teacher-rubric-cell = { $line }, { $level }: what it looks like
teacher-rubric-left = Move towards the least: { $name }
teacher-rubric-right = Move towards the most: { $name }
teacher-rubric-up = Move up: { $name }
teacher-rubric-down = Move down: { $name }
teacher-rubric-remove = Take away: { $name }
teacher-rubric-add-level-to = Add a level: { $name }
teacher-rubric-add-line = Add a criterion
teacher-rubric-add-level = Add a level
teacher-rubric-weight = Weight
teacher-rubric-score = Score
teacher-rubric-years = School years, with commas between
teacher-rubric-more = More
teacher-rubric-line-words = What it means
teacher-rubric-group = Group that it stands in
teacher-rubric-negative = More of it is worse
teacher-rubric-shows = Shows the competency
teacher-rubric-unlink = Take off
teacher-rubric-find = Words of a competency that it shows
teacher-rubric-find-go = Find
teacher-rubric-found-none = No competency has these words. Try others.
teacher-rubric-feedback = Feedback ready to use
teacher-rubric-feedback-for = { $line }, { $level }: feedback ready to use
teacher-rubric-for = For which classes
teacher-rubric-versions = Saving makes a new version. Work that was judged already keeps the version it was judged with.
teacher-rubric-save = Save and give to these classes
teacher-words-title = The rubric in other languages
teacher-words-languages = Other languages
teacher-words-first = Written in { $language }
teacher-words-add = Add a language: a short code, such as nl or pt-BR
teacher-words-go = Open
teacher-words-missing = { $count ->
    [one] Of { $all } texts, one is missing.
   *[other] Of { $all } texts, { $count } are missing.
}
teacher-words-instead = A learner sees what is missing as it was first written.
teacher-words-whole = Nothing is missing.
teacher-words-lacking = Missing
teacher-words-rubric = The rubric
teacher-words-levels = Names of levels
teacher-words-group = Group
teacher-words-text-title = Title
teacher-words-text-description = What it looks like
teacher-words-text-name = Name
teacher-words-text-feedback = Feedback ready to use
teacher-words-text-picture_words = What the picture shows
teacher-words-save = Save in this language
teacher-words-problem-language = Type a language as a short code, such as nl or pt-BR, and another than the rubric is written in.
teacher-words-problem-too-long = Some texts are too long; shorten them. All that you typed is still here.
teacher-words-problem-changed = Somebody saved another version meanwhile. All that you typed stands beside it; look it over and save again.
teacher-drafts = Drafts
teacher-draft-keep = Keep as a draft
teacher-draft-what = A draft is yours alone: it need not be finished, and no class gets it.
teacher-draft-kept = Kept as a draft. No class has it yet.
teacher-draft-kept-on = Kept on { $day }
teacher-draft-untitled = Without a title
teacher-draft-go-on = Go on with it
teacher-draft-throw = Throw away
teacher-draft-thrown = The draft was thrown away.
teacher-draft-begun = You have a draft of this rubric, kept on { $day }.
teacher-draft-too-many = You have too many drafts. Throw one away or save one, then keep this. All that you typed is still here.
teacher-rubric-too-large = This rubric is too large to change here: a page holds { $criteria } criteria with { $levels } levels each. Change it in a spreadsheet and import it again.

teacher-wrong-title-missing = Give the rubric a title.
teacher-wrong-too-long = This text is too long; shorten it.
teacher-wrong-kind-missing = Choose a kind.
teacher-wrong-kind-holistic = A holistic rubric has one criterion. Take the others away, or choose another kind.
teacher-wrong-kind-single_point = A single-point rubric has up to three levels. Take some away, or choose another kind.
teacher-wrong-kind-checklist = A checklist has up to two levels. Take some away, or choose another kind.
teacher-wrong-language = Type a language as a short code, such as en or pt-BR.
teacher-wrong-no-criterion = Add at least one criterion.
teacher-wrong-criterion-missing = Say what is looked at.
teacher-wrong-no-level = Add at least one level.
teacher-wrong-level-missing = Give this level a name.
teacher-wrong-weight = Type a number for the weight, or leave it empty.
teacher-wrong-score = Type a number for the score, or leave it empty.
teacher-wrong-unreadable = This could not be read. Open the rubric again.
teacher-wrong-no-class = Choose at least one class.
teacher-wrong-no-class-yet = You have no class yet. Make one first, then save.

teacher-answer-sealed = { $name } has judged this work. Your class chose that you rate first: what { $name } chose opens once you have rated.
teacher-pin-title = What { $name } shows for this
teacher-pin-shown = The place in picture { $number }
teacher-pin-place = In picture { $number }, { $row }, { $column }
teacher-pin-picture = Picture { $number }
teacher-pin-work = The whole work
teacher-pin-other-work = Another work
teacher-pin-time = at { $minutes }:{ $seconds }
teacher-pin-row-top = at the top
teacher-pin-row-middle = half way down
teacher-pin-row-bottom = at the bottom
teacher-pin-column-left = on the left
teacher-pin-column-centre = in the centre
teacher-pin-column-right = on the right
teacher-history = How it was judged over time
teacher-history-when = When
teacher-history-who = Who
teacher-history-level = Level

teacher-learner-page = A learner
teacher-learner-goals = Goals
teacher-learner-goal-untitled = A goal without a name
teacher-learner-goal-since = since { $day }
teacher-learner-reached = Reached
teacher-learner-stuck = Stuck
teacher-step-later = Later
teacher-step-open = Now
teacher-step-done = Done
teacher-going-well = goes well
teacher-going-slowly = goes slowly
teacher-going-stuck = is stuck
teacher-learner-evidence = Work { $number }
teacher-learner-two = Two works side by side:
teacher-learner-proposed = { $name } proposed on { $day }:
teacher-proposal-waiting = Not answered yet
teacher-proposal-accepted = Taken
teacher-proposal-declined = Not taken
teacher-learner-propose = Propose steps
teacher-learner-where = Where they go
teacher-learner-new-steps = New steps
teacher-learner-split = Smaller steps instead of: { $title }
teacher-learner-steps = Steps, one on each line
teacher-learner-words = A few words for { $name }
teacher-learner-propose-go = Propose
teacher-learner-no-goals = { $name } has no goals that you can see.
teacher-learner-about = What { $name } says about themself
teacher-learner-nothing-about = { $name } shows teachers nothing here yet.
teacher-learner-topic = About
teacher-learner-no-topic = Nothing in particular
teacher-topic-strengths = Strengths
teacher-topic-needs = Needs
teacher-topic-interests = Interests
teacher-topic-motivation = What motivates
teacher-topic-supports = What helps
teacher-topic-showing = How I like to show what I learn
teacher-learner-asked = { $name } asked on { $day }: { $topic }
teacher-learner-invite = Ask for an update
teacher-learner-invite-go = Ask
teacher-learner-notes = Your notes
teacher-learner-notes-what = Apart from feedback on work. Teachers of { $name } see these notes, and { $name } may read what is written about them.
teacher-learner-note = A note
teacher-learner-note-go = Keep the note
teacher-learner-said-propose = Proposed. { $name } takes it or leaves it.
teacher-learner-said-note = The note is kept.
teacher-learner-said-invite = Asked. { $name } sees it on their device.
teacher-learner-wrong-nothing = Nothing was kept. Press one of the buttons.
teacher-learner-wrong-no-goal = This goal cannot take steps any more. Look at the page again.
teacher-learner-wrong-no-steps = Write at least one step.
teacher-learner-wrong-steps-too-long = Propose up to eight steps of up to 120 letters each.
teacher-learner-wrong-no-words = Write a few words first.
teacher-learner-wrong-no-topic = Choose what to ask about.
teacher-learner-wrong-too-long = This text is too long; shorten it.

teacher-rules-title = Rules of the class
teacher-rules-kept = Kept. The rules hold from now on, on every page and device of this class.
teacher-rules-not-kept = Not kept yet. Look at the marked numbers; all that you typed is still here.
teacher-rules-wrong = Type a whole number up to { $most }.
teacher-rules-first = Who goes first
teacher-rules-seals = Seal what learners chose until I have rated
teacher-rules-seals-what = You then rate without knowing what the learner chose; both open side by side once you have.
teacher-rules-level = How several judgements become one level
teacher-method-latest = Latest
teacher-method-best = Best
teacher-method-most_common = Most common
teacher-method-decaying_average = Decaying average
teacher-method-what-latest = The newest judgement is the level.
teacher-method-what-best = The highest judgement so far is the level.
teacher-method-what-most_common = The level that was given most often; of several, the one given last.
teacher-method-what-decaying_average = The newest judgement weighs { $percent } %, all that stood before weighs the rest; the nearest level is shown.
teacher-rules-percent = What the newest judgement weighs in a decaying average, in percent
teacher-rules-enough = When there is enough evidence
teacher-rules-enough-what = 0 asks for nothing. Too little evidence is never a low level.
teacher-rules-pieces = Pieces of work
teacher-rules-contexts = Different places or occasions
teacher-rules-recent = Pieces that are recent
teacher-rules-recent_days = Recent means within so many days
teacher-rules-alone = Pieces made without help
teacher-rules-keep = Keep these rules

teacher-progress-title = What the class has shown
teacher-progress-rule = The rule of this class
teacher-progress-enough = Enough evidence: { $pieces } pieces, { $contexts } contexts, { $recent } within { $days } days.
teacher-progress-what = Each learner for themself, by name. “Nothing yet” is no level, and never a low one.
teacher-progress-view = Whose view
teacher-progress-view-teacher = The teachers’ view
teacher-progress-view-learner = The learners’ own view
teacher-progress-newest = Only the newest 3000 works of the class were looked at.
teacher-progress-place = { $place } of { $levels }
teacher-progress-unjudged = Not judged
teacher-progress-pieces = { $count ->
    [one] 1 work
   *[other] { $count } works
}
teacher-progress-is-enough = enough
teacher-progress-none = Nothing yet
teacher-progress-more = { $count ->
    [one] 1 more competency is not shown.
   *[other] { $count } more competencies are not shown.
}
teacher-progress-empty = Nobody in this class has tagged or judged a work yet. Competencies appear here once somebody does.

## Family: pages for the holder of a link

family-by = Made by { $name }
family-page = A showcase
family-showcase-untitled = { $name }’s showcase
family-work-untitled = A piece of work
family-picture = Picture: { $title }
family-link = (a page elsewhere, opens in a new tab)
family-voice = Listen to { $name }
family-film = { $name } made a film. Ask { $name } to play it for you.
family-paper = There is a file here. Ask { $name } to open it for you.
family-about = About { $name }
family-tags = { $name } says: I can
family-thought = { $name } thinks
family-nothing-yet = { $name } has chosen works to show. They appear here once the teacher has looked at them.
family-until = { $name } shared this page with you until { $day }.
family-private = Please keep this link to yourself.
family-over-title = This link is not open any more
family-over-next = Nothing is wrong with your phone. A link is open for a while, and the child who made it can close it. Ask the child: they can show you their work, or make a new link.
family-join-title = Join your class
family-join-open = Open the Portfolio app and choose “Join my school”.
family-join-address = Type this address:
family-join-code = Type the code from your card.

## Errors, in words for a child

student-error-unknown = That did not work. Nothing is lost. Try once more.
student-error-wrong-secret = That is not your secret. Try again.
student-error-too-many-tries = Too many tries. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}, then try again.
student-error-vault-in-use = Your work is open in another program. Close it there first.
student-error-store-damaged = Something here is broken. Ask your teacher; your work at school is safe.
student-error-not-a-bundle = That file is not an answer from your school. Choose another one.
student-error-bundle-goes-elsewhere = That file is not for you on this device. Choose another one, or ask your teacher.
student-error-bundle-too-old = That file is too old. Make a new file for school. Nothing is lost.
student-error-bundle-too-new = That file is from a newer app. Ask somebody to update this one.
student-error-bundle-damaged = That file is broken. What could be read is kept. Ask your teacher for a new one.
student-error-answers-nothing = That answer is to a file this device does not know any more. Make a new file for school.
student-error-no-school-yet = Join your school first.
student-error-school-keys-missing = Your app must meet your school once over the internet first. Then this works without.
student-error-storage-full = There is no room left on this device. Ask somebody to make room, then save again.
student-error-school-unreachable = The school does not answer right now. Your work is saved here. Try again later.

## Errors: pages of the school

error-page-home = Go to the first page
error-page-unreadable = That could not be read
error-page-unreadable-next = Nothing was changed. Go back, look at what you typed, and try again.
error-page-not-allowed = That was not done
error-page-not-allowed-next = The page may be too old, or came from somewhere else. Open it again and repeat.
error-page-not-found = There is nothing here
error-page-not-found-next = The address may be wrong, or the thing may be gone.
error-page-changed = That could not be kept
error-page-changed-next = Something changed meanwhile. Open the page again and look.
error-page-too-large = That is too large
error-page-too-large-next = Nothing was changed. Make the text shorter and try again.
error-page-wait = One moment, please
error-page-wait-next = There were many requests. Wait a minute, then try again.
error-page-full = There is no room left
error-page-full-next = The school server’s disk is full. Nothing was half-saved; please tell whoever looks after it.
error-page-other = That went wrong
error-page-other-next = It is not your fault. Try again in a little while.

## Demo: the page of the made-up class

demo-heading = Live one work, all the way round
demo-intro = Everything here runs on this computer and nowhere else. { $classroom }, its teacher and every picture were made up; bring one real photo of your own.
demo-story = The story in seven steps
demo-open-student = Open the student app
demo-open-school = Open the teacher's page
demo-step-off-title = Switch the school off
demo-step-off = Nothing you do first needs it. Use the switch on this page, then go on as a child would on a bus or in a forest.
demo-step-photo-title = Make a learner and add a photo
demo-step-photo = In the student app choose “I am new here”, or pick { $name } from the class. Add a real photo. It turns upright, and where it was taken is taken out.
demo-step-check-title = Say what it shows, and judge it first
demo-step-check = Give it a title, choose an “I can”, check your own work line by line, and write what you think. It says “Saved here”, or “Waiting to go to school” for somebody of the class.
demo-step-join-title = Switch the school on, and join
demo-step-join = A learner of your own joins in the student app, with the school's address and the code { $code }. Work from before goes too: “Safe at school”.
demo-step-teacher-title = Be the teacher
demo-step-teacher = Sign in as { $teacher }. Your work is at the top. Rate the same lines, write a few words and one next step, and approve it for sharing.
demo-step-answer-title = See both sides
demo-step-answer = Back in the student app the answer comes by itself: your check and your teacher's side by side, and the difference in words.
demo-step-family-title = Show your family, and take it back
demo-step-family = Make a showcase and share it. Open the link on a phone-sized page: exactly that, and nothing else. Take it back and look again.
demo-switch = School server
demo-switch-why = This stops and starts the real program. The student app goes on either way.
demo-state-on = The school is on
demo-state-off = The school is off
demo-state-busy = One moment…
demo-turn-on = Switch the school on
demo-turn-off = Switch the school off
demo-join-code = Class code
demo-join-why = For joining from the student app. Capitals and dashes do not matter.
demo-address = School's address
demo-teacher = Teacher: { $name }
demo-email = E-mail
demo-password = Password
demo-safe = When a child forgets their PIN
demo-safe-why = In the student app pick somebody of the class, tap “I forgot it”, then “My school helps me”. The teacher finds them on the page “Locked out”, which asks for the paper that lies in the school’s safe.
demo-safe-key = The paper from the safe
demo-class = { $classroom }, made up
demo-class-why = Twelve learners with a term of work each. Their PINs are no secret here.
demo-pin = PIN { $pin }
demo-copy = Copy
demo-copy-what = Copy: { $what }
demo-copied = Copied
demo-stop = To end the demo, press Ctrl and C where you started it.

## Demo: what the command line says

demo-say-making = Making a class: twelve learners, their term, and what their teacher said.
demo-say-starting = Starting the school and the student app.
demo-say-ready = The demo is ready. Open this page:
demo-say-student = Student app
demo-say-school = Teacher's page
demo-say-teacher = sign in as { $email } with { $password }
demo-say-code = Class code
demo-say-pins = PINs
demo-say-kept = Kept in { $folder }
demo-say-cleared = Kept in { $folder } until the demo ends
demo-say-stop = Press Ctrl and C to end it.
demo-say-ended = The demo has ended.

## Student app: growing

student-place-goals = Goals
student-bar-works = My work
student-bar-showcases = Show
student-growing-goals = My goals
student-growing-progress = I can
student-growing-roadmap = My way

student-goals-title = How I grow
student-goals-first-title = What do you want to reach?
student-goals-first = A goal is something you want. Small steps take you there.
student-goals-again-title = What comes next?
student-goals-again = You reached all your goals. They are on your way so far.
student-goal-new = New goal
student-goal-what = What do I want to reach?
student-goal-what-hint = I want to swim on my own
student-goal-why = Why do I want this?
student-goal-first-step = A small first step
student-goal-first-step-hint = Put my face in the water
student-goal-nothing = Say what you want to reach first.
student-goal-gone = This is not here any more.
student-goal-about = About this goal
student-goal-tags = Choose an “I can”
student-goal-tags-why = Tap what this goal is about. You can choose more than one.
student-goal-bin-what = Nothing here is gone. You can put it back into My goals.
student-goal-bin-back = It is back in My goals.
student-thought-back = The thought is back where it was.
student-goal-steps = { $done } of { $of } steps done
student-goal-no-steps = No steps yet. What could be the first small one?
student-goal-next = Now: { $step }
student-goal-idea-waits = An idea for you
student-goal-how-goes-it = How is it going?
student-goal-reached = I reached it
student-goal-reached-on = You reached this on { $day }.
student-goal-not-yet = Not yet
student-goal-go-on = Go on with it
student-goal-story = My story
student-goal-cheer = You did it! It is on your way now.

student-steps-title = Small steps
student-steps-none = A small step is something you can do soon.
student-steps-new = A new small step
student-steps-add = Add this step
student-steps-one = One step
student-steps-what = What will I do?
student-steps-room = { $open } of { $most } steps are open. There is room for more.
student-steps-full = { $open } steps are open. That is plenty! Finish one, or put one off. Then begin the next.
student-steps-open = I am on it
student-steps-later = Later
student-steps-done = Done
student-steps-begin = Begin: { $step }
student-steps-finish = Done: { $step }
student-steps-well-done = Well done! One step further.
student-steps-start = Begin this step
student-steps-again = Do it again
student-steps-put-off = Put it off
student-steps-is-done = It is done
student-steps-show = Show it
student-steps-show-why = Which work shows this step? Choose as many as you like.
student-steps-earlier = Earlier
student-steps-later-on = Later
student-steps-moved = It is number { $place } of { $of } now.
student-steps-bin = Take it off

student-home-steps = My small steps

student-going-well = Well
student-going-slowly = Slowly
student-going-stuck = I am stuck
student-going-is-stuck = You are stuck
student-going-why-well = What goes well?
student-going-why-slowly = What takes time?
student-going-why-stuck = What is hard?
student-going-stuck-told = You said that you are stuck. Your teacher will see it.
student-going-stuck-alone = You said that you are stuck. Show this to somebody who can help.

student-idea-title = An idea for you
student-idea-steps = Your teacher thinks of these steps:
student-idea-split = Your teacher would make smaller steps out of “{ $step }”:
student-idea-words = Say something back, if you like
student-idea-yes = Yes, I take it
student-idea-no = No, thank you
student-idea-taken = It is yours now.
student-idea-left = That is fine. It is your goal.

student-way-none-title = Your way begins here
student-way-none = When you reach a goal, its story stands here with your works.
student-way-reached = What I reached
student-way-ahead = What I am working on
student-way-began = I began
student-way-step = I took a step
student-way-check-in = I said
student-way-finished = I reached it

student-think-none = Nothing here yet. A question can help you begin.
student-kind-look = Look at it
student-kind-what = What happened?
student-kind-stars = Stars and a wish
student-kind-before-after = Before and now
student-two-title = Two works side by side
student-two-choose = Choose two. What has changed between them?
student-two-look = Look at both
student-two-few-title = It takes two
student-two-few = Add one more work. Then you can look at both side by side.
student-two-older = Older
student-two-newer = Newer

## Student app: what I can

student-progress-none-title = Your works can show what you can do
student-progress-none = Open a work and choose what it shows. Then you see it grow here.
student-progress-shown = What my works show
student-progress-wanted = What I want to learn
student-progress-nothing-yet = Nothing shown yet. That is no level, just a start.
student-progress-not-judged = Nobody has looked at the level yet. Check one of your works.
student-progress-no-view = Nothing yet
student-progress-works = { $count ->
    [one] 1 work shows it
   *[other] { $count } works show it
}
student-progress-mine = I say: { $level }
student-progress-theirs = My teacher says: { $level }
student-progress-from = { $count ->
    [one] from 1 work
   *[other] from { $count } works
}
student-progress-enough = Enough to see it well
student-progress-grew = It grew
student-agree = { $times ->
    [one] { $same ->
        [0] You and your teacher saw it in two ways. Talk about it: both of you looked.
       *[other] You and your teacher saw it the same.
    }
   *[other] { $same ->
        [0] You and your teacher saw it in different ways, { $times } times. Talk about it: both of you looked.
       *[other] You and your teacher saw it the same { $same } of { $times } times.
    }
}
student-agree-closer = Lately more often than before.
student-progress-make-goal = Make it a goal
student-progress-add = Show it
student-progress-evidence = Works that show it
student-progress-show-it = No work shows this yet. When one does, choose it there under “I can”.

student-grew-learner-more = You see more in it now than at first.
student-grew-learner-same = You see it as you did at first.
student-grew-learner-less = Now you look more closely than at first.
student-grew-teacher-more = Your teacher sees more in it now than at first.
student-grew-teacher-same = Your teacher sees it as at first.
student-grew-teacher-less = The last one was harder. Ask your teacher about it.

student-growth-title = How it grew
student-growth-says = { $count } times somebody looked at it, from the first on the left to the newest on the right. Higher is further.
student-growth-when = When
student-growth-who = Who
student-growth-level = Level
student-growth-work = Work

student-rule-title = How this is worked out
student-rule-latest = Level: the newest one counts.
student-rule-best = Level: the best one counts.
student-rule-most-common = Level: the one that was said most often counts.
student-rule-decaying-average = Level: newer ones count more ({ $percent } of 100 for the newest).
student-enough = Enough: { $parts }
student-enough-pieces = { $count ->
    [one] 1 work
   *[other] { $count } works
}
student-enough-contexts = { $count ->
    [one] from 1 place
   *[other] from { $count } places
}
student-enough-recent = { $count } from the last { $days } days
student-enough-alone = { $count } made alone
student-missing-pieces = { $count ->
    [one] One more work, and we see it better.
   *[other] { $count } more works, and we see it better.
}
student-missing-contexts = { $count ->
    [one] Show it in one more place, such as at home.
   *[other] Show it in { $count } more places, such as at home.
}
student-missing-recent = { $count ->
    [one] Show it with something from the last { $days } days.
   *[other] Show it with { $count } things from the last { $days } days.
}
student-missing-alone = { $count ->
    [one] Show it once on your own.
   *[other] Show it { $count } times on your own.
}

student-wheel-says = { $framework }: the longer a part, the more of it your works show.
student-wheel-why = The longer a part, the more of it your works show.
student-wheel-what = What
student-wheel-shown = Shown
student-wheel-enough = Enough
student-heat-title = When I showed it
student-heat-says = How many works showed it, { $days } days in each column.
student-heat-ago = { $days ->
    [0] now
   *[other] { $days } days ago
}
student-made-title = How I made it
student-made-in = Where?
student-made-in-class = In class
student-made-in-home = At home
student-made-in-outdoors = Outdoors
student-made-in-club = In a club
student-made-in-town = In town
student-made-with = Who helped?
student-made-with-alone = I did it alone
student-made-with-some-help = Somebody helped a bit
student-made-with-together = We did it together

student-twin-table = Show as a table
student-twin-picture = Show as a picture

## Student app: my check, with what shows it

student-check-later = Finish later
student-check-kept = Kept for later
student-check-go-on = Go on with my check
student-check-sealed = You go first: your teacher sees your check after looking at your work.
student-checks-title = All my checks
student-checks-grew = Then and now
student-checks-then-now = First: { $first }. Now: { $now }.
student-checks-both = You and your teacher, { $day }

student-pin-add = Show where
student-pin-title = Where do you see it?
student-pin-whole = The whole work
student-pin-a-picture = Picture { $number }
student-pin-recording = Recording { $number }
student-pin-where = The place in the picture
student-pin-touch = Touch the place in the picture, or choose it below.
student-pin-when = The time in the recording
student-pin-time-why = Minutes and seconds, such as 0:30.
student-pin-start = From
student-pin-end = To
student-pin-no-time = Type when it starts, such as 0:30. It ends later.
student-pin-note = What do you see there?
student-pin-keep = Pin it
student-pin-kept = Pinned
student-pin-off = Take off: { $pin }
student-pin-picture = In the picture, { $place }
student-pin-time = At { $time }
student-pin-work = { $title }
student-pin-move-left = A bit to the left
student-pin-move-right = A bit to the right
student-pin-move-up = A bit up
student-pin-move-down = A bit down
student-place-in-top-left = top left
student-place-in-top-middle = top middle
student-place-in-top-right = top right
student-place-in-middle-left = middle left
student-place-in-middle-middle = in the middle
student-place-in-middle-right = middle right
student-place-in-bottom-left = bottom left
student-place-in-bottom-middle = bottom middle
student-place-in-bottom-right = bottom right

## Student app: who I am

student-profile-title = Who I am
student-profile-why = Tell what you are like. You choose who sees it, and you can change it any time.
student-profile-look-again = Worth another look
student-profile-strengths = What I am good at
student-profile-strengths-ask = What are you good at?
student-profile-strengths-begin-1 = I am good at
student-profile-strengths-begin-2 = I can help others with
student-profile-needs = What I need
student-profile-needs-ask = What do you need so that you can learn well?
student-profile-needs-begin-1 = I need
student-profile-needs-begin-2 = It is hard for me when
student-profile-interests = What I like
student-profile-interests-ask = What do you like, and want to know more about?
student-profile-interests-begin-1 = I like
student-profile-interests-begin-2 = I want to know
student-profile-motivation = What gets me going
student-profile-motivation-ask = What makes you want to do something?
student-profile-motivation-begin-1 = I want to do it when
student-profile-motivation-begin-2 = I keep going because
student-profile-supports = What helps me
student-profile-supports-ask = Who or what helps you?
student-profile-supports-begin-1 = It helps me when
student-profile-supports-begin-2 = I can ask
student-profile-showing = How I like to show it
student-profile-showing-ask = How do you like to show what you have learned?
student-profile-showing-begin-1 = I like to show it by
student-profile-showing-begin-2 = Best of all I
student-profile-words = In my own words
student-profile-who-sees = Who may see it?
student-profile-seen-me = Only me
student-profile-seen-teacher = My teacher and me
student-profile-seen-family = My family too
student-profile-sensitive = This stays between you and your teacher.
student-profile-now = What I say now
student-profile-before = What I said before
student-profile-notes = What my teacher noted
student-profile-said-on = Said on { $day }
student-profile-still-on = still so on { $day }
student-profile-still = Still so
student-profile-anew = Say it anew
student-profile-take-off = Take it off
student-profile-off = Taken off. Only you can see it.
student-profile-put-back = Put it back
student-profile-asked = { $name } asks you to look at this again.
student-profile-asked-words = { $name } asks: { $words }
student-profile-long-ago = You said this a while ago. Is it still so?
student-profile-new-work = You made a lot since then. Is it still so?

## Student app: ideas. $age is small (5 to 7), child (8 to 10) or teen.

student-suggest-title = Ideas for me
student-suggest-what = Ideas come from your own works and goals, on this device. Nobody else sees them.
student-suggest-on = Always on Home
student-suggest-ask = When I ask
student-suggest-off = Never
student-suggest-give = Give me an idea
student-suggest-none = There is no idea right now. Do what you like best!
student-suggest-not = Not this one: { $idea }
student-suggest-away = This one rests for two weeks.

student-suggest-do-empty = { $age ->
    [small] Show something you made.
   *[other] Show something you are proud of.
}
student-suggest-why-empty = { $age ->
    [small] A picture, a tower, a leaf you found.
    [child] It all begins with one thing: a drawing, something you built, a page you wrote.
   *[other] It all begins with one piece: a text, a model, a photo of something you did.
}
student-suggest-do-quiet_step = Go on: { $step }
student-suggest-why-quiet_step = { $age ->
    [small] It is your small step. It waits for you.
   *[other] It is a small step to “{ $goal }”. It has been quiet for a while.
}
student-suggest-do-next_step = Begin: { $step }
student-suggest-why-next_step = { $age ->
    [small] It is your next small step.
   *[other] It comes next on your way to “{ $goal }”.
}
student-suggest-do-no_step = Think of a first small step.
student-suggest-why-no_step = Your goal “{ $goal }” has no steps yet.
student-suggest-do-all_done = Look at your goal: { $goal }
student-suggest-why-all_done = All its steps are done. Did you reach it?
student-suggest-do-teacher_said = Look at “{ $work }” again.
student-suggest-why-teacher_said = Your teacher wrote a next step for you.
student-suggest-do-grew = { $age ->
    [small] Look at two of your works.
   *[other] Look at “{ $work }” and “{ $other }” side by side.
}
student-suggest-why-grew = { $age ->
    [small] One is older, one is new. What is different?
   *[other] Both show the same thing, with weeks between them. What is new?
}
student-suggest-do-wanted = Show it: { $can }
student-suggest-why-wanted = { $count ->
    [0] Your goal is about it, and no work shows it yet.
   *[other] Your goal is about it. Another work would show it better.
}
student-suggest-do-pieces = Show it once more: { $can }
student-suggest-why-pieces = { $count ->
    [one] One more work, and there is enough to see it.
   *[other] { $count } more works, and there is enough to see it.
}
student-suggest-do-contexts = Show it somewhere else: { $can }
student-suggest-why-contexts = { $age ->
    [small] Can you do it at home, too?
   *[other] So far it all comes from one place. Where else can you do it?
}
student-suggest-do-recent = Show it again: { $can }
student-suggest-why-recent = It is a while since a work showed it.
student-suggest-do-alone = Show it on your own: { $can }
student-suggest-why-alone = So far somebody helped. Try one by yourself.
student-suggest-do-begun = Go on checking “{ $work }”.
student-suggest-why-begun = You began, and put it aside.
student-suggest-do-not_checked = Check “{ $work }”.
student-suggest-why-not_checked = { $age ->
    [small] How did it go?
   *[other] You said what it shows. How did it go?
}
student-suggest-do-long_ago = Check “{ $work }” again.
student-suggest-why-long_ago = That was weeks ago. Do you see it the same today?
student-suggest-do-liked = Make something about what you like.
student-suggest-why-liked = You wrote: “{ $words }”
student-suggest-do-never_shown = Make a show of what you are proud of.
student-suggest-why-never_shown = { $age ->
    [small] You made so many things!
   *[other] You have new works that were in no show yet.
}

### What an import says about a file: remarks of rubrics/, by their codes

school-remark-counted = { $what }: { $count }.
school-remark-shown = { $what }: { $count } ({ $examples }).
school-remark-names = { $what }: { $names }.
school-remark-example = “{ $example }”
school-remark-cell-errors = Cells that hold an error of the spreadsheet were left out
school-remark-cells-without-level = Cells without a level above them were left out
school-remark-characters-replaced = Characters that no file can hold were replaced
school-remark-column-of-plugin = Columns that Moodle itself does not have were left out
school-remark-column-strange = Columns that were not understood were left out
school-remark-criterion-group = Criteria in a group that the rubric has not stand in none
school-remark-criterion-twice = Criteria that shared an identifier were given their own
school-remark-dates = Cells that hold dates are read as such; was a code turned into a date?
school-remark-document-unnamed = The document has no identifier and was given one made from the file
school-remark-document-untitled = The document has no title and was called “Untitled”
school-remark-entries-no-objects = Entries of { $list } that are not objects were left out
school-remark-fields-strange = Fields that have no place here were left out
school-remark-formatting = Descriptions with formatting were taken as plain text
school-remark-formula-without-value = Formulas without a value were left out; open the workbook and save it again
school-remark-grid = A grid was read: each column without another meaning is a level
school-remark-hidden-sheets = Hidden sheets were left out
school-remark-item-as-document = Items with the identifier of their document were treated as having none
school-remark-item-circle = Items in a circle of parents were freed and stand at the top
school-remark-item-own-parent = Items said to be their own parent lost that link
school-remark-item-parent-missing = Items whose parent is not in the file stand at the top
school-remark-item-several-parents = Items with several parents stand under the first; the others were kept as links
school-remark-item-too-deep = Items deeper than { $limit } levels were lifted to that level
school-remark-item-twice = Items with an identifier that another item has were left out
school-remark-item-unnamed = Items without an identifier were given one made from their words
school-remark-item-without-parent = Items without a parent in this file stand at the top
school-remark-item-without-statement = Items without a statement show their short name or code
school-remark-items-changed = Items say something else
school-remark-items-gone = Items are gone; work keeps them
school-remark-items-moved = Items stand in another place
school-remark-items-new = Items are new
school-remark-level-range = Levels with a range of points were given its upper end
school-remark-level-twice = Levels that shared an identifier were given their own
school-remark-level-unnamed = Levels without a name are called by their points
school-remark-link-loose = Associations without a type or without two ends were left out
school-remark-link-twice = Associations with an identifier that another has were left out
school-remark-link-unnamed = Associations without an identifier were given one made from their ends
school-remark-list-as-object = { $list } is written as an object and was read as the list it is
school-remark-list-cut = What stands after { $limit } entries of { $list } was left out
school-remark-merged-cells = Cells merged downwards count for each of their rows
school-remark-nodes-strange = Things of the kind { $kind } were left out
school-remark-not-packages = Entries of the file that are not CASE packages were left out
school-remark-other-documents = Documents after the first of a package were left out
school-remark-other-frameworks = Frameworks after the first were left out
school-remark-other-left-out = Other things were left out
school-remark-other-mended = Other things were mended
school-remark-other-packages = Packages after the first were left out
school-remark-other-sheets = Sheets that were not taken were left out
school-remark-overall-levels = Levels for a rubric as a whole were left out
school-remark-parent-outside = Links to a parent or child outside this file were kept as links
school-remark-parent-twice = Repeated parent links were left out
school-remark-parts-changed = Criteria or levels say something else
school-remark-parts-gone = Criteria or levels are gone
school-remark-parts-moved = Criteria or levels stand in another place
school-remark-parts-new = Criteria or levels are new
school-remark-parts-beside = Parts that stood beside what they belong to were put into it ({ $list })
school-remark-parts-of-nothing = Criteria or levels of what is not in the file were left out
school-remark-points-no-number = Points that are no number were left out
school-remark-points-range = Points that were ranges count as their upper end
school-remark-quotes-odd = Quotation marks do not match; look whether rows are missing or run together
school-remark-row-strange = Rows that are no part of the framework were left out
school-remark-row-twice = Rows named as another was were given their own id
school-remark-row-unnumbered = Rows without an ID number were given one by their place
school-remark-row-without-criterion = Rows without a criterion were left out
school-remark-rows-above-headings = Rows above the headings were left out
school-remark-rubric-kind = Rubrics said to be of a kind that they are not were given another
school-remark-rubric-twice = Rubrics with an identifier that another has were left out
school-remark-rubric-unnamed = Rubrics without an identifier were given one made from their title
school-remark-rubric-untitled = Rubrics without a title were called after the document
school-remark-rules = Rules about when a competency is reached were left out
school-remark-scales = Scales were left out; bring them in as a rubric
school-remark-term-twice = What is said twice of one thing counts as it was said first
school-remark-terms-strange = Terms that have no place here were left out ({ $of })
school-remark-text-cut = Texts longer than { $limit } characters were cut there
school-remark-text-joined = Texts written as a list were joined
school-remark-text-languages = Texts in languages after the first were left out
school-remark-text-none = Values that should be texts and are none were left out
school-remark-text-untranslated = Texts that are not translated yet stand in English
school-remark-tree-by-code = Statements were put under the one whose code theirs begins with
school-remark-unread-field = The field { $place } is kept in the file and shown nowhere
school-remark-unread-others = Other fields are kept in the file and shown nowhere
school-remark-whole-changed = Of the whole, this is another
school-remark-windows-letters = The file is not in UTF-8 and was read as Windows text; look at its accents
school-remark-wrapped-beside-bare = Packages beside a package that is not wrapped were left out
school-remark-field-id = identifier
school-remark-field-title = title
school-remark-field-creator = creator
school-remark-field-language = language
school-remark-field-licence = licence
school-remark-field-version = version
school-remark-field-associations = links between competencies
school-remark-field-description = description
school-remark-field-kind = kind
school-remark-field-bands = age bands
school-remark-field-shows_scores = whether scores are shown
school-remark-field-shows_weights = whether weights are shown
school-remark-field-score_unit = what scores count
school-remark-field-translations = other languages

### Why a file could not be read: refusals of rubrics/, by their codes
# What is wrong, where in the file, and what to do.
school-refusal = { $what } ({ $where }). { $advice }.
school-refusal-place-whole = whole file
school-refusal-place-start = first bytes
school-refusal-place-top = top of the file
school-refusal-place-choice = choice of columns
school-refusal-place-byte = byte { $byte }
school-refusal-place-line = line { $line }, column { $column }
school-refusal-place-row = row { $row }
school-refusal-place-part = { $part }
school-refusal-advice-another = Choose another file
school-refusal-advice-another-case = Choose the CASE file; its name usually ends in .json
school-refusal-advice-as-csv = Open it in a spreadsheet program and save it as CSV in UTF-8
school-refusal-advice-columns-here = It has { $known }
school-refusal-advice-copy-sheet = Copy the sheet into a new workbook, or save it as CSV in UTF-8
school-refusal-advice-download-again = Download it again and choose the new copy
school-refusal-advice-download-graph = Download the whole graph of the framework, not its summary
school-refusal-advice-download-package = Download the CFPackage of the framework you want
school-refusal-advice-export-again = Export it again, or choose another file
school-refusal-advice-export-formats = Export it again in one of these formats, or as a table
school-refusal-advice-export-moodle = Export the framework again with Moodle's own export
school-refusal-advice-export-part = Export a smaller part of the framework
school-refusal-advice-fewer-columns = Take the columns out that are not needed
school-refusal-advice-look-at-marks = Look at the quotation marks, and save it again as CSV
school-refusal-advice-meanings = Use one of { $known }
school-refusal-advice-name-criterion = Name it, as in: criterion=the heading of that column
school-refusal-advice-name-statement = Name it, as in: statement=the heading of that column
school-refusal-advice-save-json = Save it again as JSON in UTF-8, or choose another file
school-refusal-advice-several-files = Import it in several files
school-refusal-advice-take-out = Take out what is not needed
school-refusal-advice-unpack = Unpack it and choose the file inside
school-refusal-advice-unpack-json = Unpack it and choose the .json file inside
school-refusal-case-error = The file is the error message of a server, not a CASE package
school-refusal-case-list = The file is a list of frameworks without their contents
school-refusal-case-none = The file is JSON, but not a CASE package: it has no CFDocument, CFItems or CFRubrics
school-refusal-column-missing = The table has no column “{ $heading }”
school-refusal-column-unmeant = There is no meaning “{ $meaning }” for a column
school-refusal-columns-too-many = The table has more than { $limit } columns
school-refusal-ctdl-none = The file is JSON-LD without a framework, competency or rubric of CTDL-ASN
school-refusal-empty = The file is empty
school-refusal-gzip-bomb = The compressed file holds more than { $megabytes } MB
school-refusal-gzip-damaged = The compressed file is damaged
school-refusal-gzip-layers = The file is compressed more than { $limit } times over
school-refusal-gzip-short = The compressed file ends too early
school-refusal-json-bad = The file is not valid JSON
school-refusal-json-deep = The file is nested deeper than { $limit } levels
school-refusal-json-number = The file holds a number that is too long
school-refusal-json-other = The file is JSON, but neither CASE, CTDL-ASN, DigComp nor a D2L rubric
school-refusal-json-twice = The file says the same part twice, so that the first would be lost
school-refusal-list-too-long = The file has a list of { $count } entries where { $limit } fit
school-refusal-moodle-none = The table is not a competency framework of Moodle: its first row is no framework
school-refusal-no-criteria = None of the columns is known to hold criteria
school-refusal-no-statements = None of the columns is known to hold statements
school-refusal-not-text = The file is neither text nor a workbook
school-refusal-not-utf8 = The file is not text in UTF-8
school-refusal-open-document = The file is an OpenDocument workbook (.ods)
school-refusal-pdf = The file is a PDF
school-refusal-rows-too-many = The table has more than { $limit } rows
school-refusal-sheet-too-large = The sheet has more than { $limit } rows or far too many columns
school-refusal-table-cell = A cell of the table has no end, or more letters than the { $limit } that are taken
school-refusal-table-empty = The table is empty
school-refusal-too-large = The file is larger than { $megabytes } MB
school-refusal-too-many-associations = The file holds more than { $limit } associations
school-refusal-too-many-criteria = The file holds more than { $limit } criteria
school-refusal-too-many-frameworks = The file holds more than { $limit } frameworks
school-refusal-too-many-in-criterion = The file holds more than { $limit } levels in a criterion
school-refusal-too-many-in-rubric = The file holds more than { $limit } criteria in a rubric
school-refusal-too-many-items = The file holds more than { $limit } items
school-refusal-too-many-levels = The file holds more than { $limit } levels
school-refusal-too-many-lists = The file holds more than { $limit } lists and objects
school-refusal-too-many-packages = The file holds more than { $limit } packages
school-refusal-too-many-rubrics = The file holds more than { $limit } rubrics
school-refusal-too-many-values = The file holds more than { $limit } values
school-refusal-web-page = The file is a web page or XML, not JSON
school-refusal-workbook-bomb = The workbook holds more than { $megabytes } MB, or far too much beside its sheets
school-refusal-workbook-damaged = The workbook is damaged, or of a kind that is not understood
school-refusal-workbook-entities = The workbook declares entities, which no spreadsheet program does
school-refusal-workbook-library = This school was set up without the library for workbooks
school-refusal-workbook-locked = The workbook is damaged or locked with a password
school-refusal-workbook-old = The file is a workbook of the old kind (.xls), or locked with a password
school-refusal-workbook-unread = Workbooks are not read here
school-refusal-zip = The file is a ZIP archive, not a workbook
school-refusal-zip-case = The file is a ZIP archive, not a CASE file
school-refusal-holds-no-framework = The file holds no framework; choose one that does.
school-refusal-holds-no-rubric = The file holds no rubric; choose one that does.
school-refusal-column-line = “{ $line }” names no column. Write: statement = the heading
