### Words in English. Plain, warm and short: many readers are six.
### Each key begins with where it is seen: student-, teacher-, family-, school-, error- or, when all use it, all-.
### Said to children: My work, I can, Save, Send. Never said: sync, submit, artifact, competency.

## Everywhere

all-product-name = Portfolio

## Student app: sending

student-sending-saved = Saved here
student-sending-waiting = Waiting to go to school
student-sending-safe = Safe at school
student-sending-ask = Ask your teacher

## School: pages for teachers

teacher-skip = Skip to the page
teacher-nav = Pages
teacher-nav-queue = To review
teacher-nav-classes = Classes
teacher-sign-out = Sign out
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
teacher-work-back = { $count ->
    [0] Back: nothing else waits
    [one] Back: 1 waits
   *[other] Back: { $count } wait
}
teacher-work-sent = Sent. Nothing else waits for you.
teacher-work-sent-next = Sent. This one waits longest.
teacher-work-changed = Sent. The learner changed the work while you were looking; what you approved is what you saw. Have another look.
teacher-work-nothing-said = There is nothing to send yet. Rate a line, or write a few words.
teacher-work-picture = Picture { $number } of the work by { $name }; opens the original
teacher-work-file = File
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
teacher-answer-only = Sharing only:
teacher-answer-approve = Approve
teacher-answer-not-yet = Not yet

teacher-past-title = Earlier
teacher-past-by = { $name }, { $day }
teacher-past-next = Next step:
teacher-past-approved = { $name } approved it for sharing on { $day }
teacher-past-not_yet = { $name } said “not yet” to sharing on { $day }

teacher-classes-none = You have no class yet. Make one here, or import a roster on the server.
teacher-classes-new = New class
teacher-classes-add = Make class

teacher-class-showcases = Showcases that wait for approval
teacher-class-showcase-untitled = Showcase without a title
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

teacher-cards-how = Print, cut, and hand out. A personal card works once and only for its learner.
teacher-cards-picture = QR code for { $name }
teacher-cards-personal = Works once, until { $day }
teacher-cards-class = For the whole class, until { $day }
teacher-cards-none = There are no open codes. Make a class code, or a new card for a learner.

## Family: pages for the holder of a link

family-by = Made by { $name }
family-showcase-untitled = { $name }’s showcase
family-work-untitled = A piece of work
family-picture = Picture: { $title }
family-tags = { $name } says: I can
family-nothing-yet = { $name } has chosen works to show. They appear here once the teacher has looked at them.
family-until = { $name } shared this page with you until { $day }.
family-private = Please keep this link to yourself.
family-over-title = This link is not open any more
family-over-next = Links are open for a while, and whoever made one can take it back. Ask for a new one.
family-join-title = Join your class
family-join-open = Open the Portfolio app and choose “Join my school”.
family-join-address = Type this address:
family-join-code = Type the code from your card.

## Errors, in words for a child

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
