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

## Family: pages for the holder of a link

## Errors, in words for a child
