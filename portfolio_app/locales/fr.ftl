### Words in French for schools in every French-speaking country.
### Children are "tu", teachers and families are "vous". No word makes a learner a boy or a girl:
### "sans aide", "ça bloque", "tes plus belles réussites". The child's teacher is "ta ou ton prof",
### "ask your teacher" is "demande en classe". No dots inside words: they cannot be read aloud.
### Before : ; ! ? and inside « » stands a space that does not break (U+00A0; the typeface lacks the
### narrow one). In French 0 is singular, so a singular says { $count }, never a written 1.
### Said to children: Mes travaux, Je sais faire, Enregistrer, Envoyer. Never said: synchroniser,
### rendre un devoir, téléverser, artefact, compétence, grille, évaluer.
### Glossary: work travail · showcase exposition (on the bar: Expo) · "I can" « Je sais faire » ·
### to check faire le point · a check bilan · secret code secret · key clé · badge badge ·
### card carte · device appareil · stick clé USB · goal objectif · step étape · bin corbeille ·
### to teachers: learner élève, competency compétence, framework référentiel, rubric grille,
### feedback commentaires.
### The category "many" is whole millions.

## Everywhere

all-product-name = Portfolio
all-language = Langue
all-list-comma = { ", " }

## Student app: sending

student-sending-saved = Enregistré ici
student-sending-waiting = Attend de partir à l’école
student-sending-safe = À l’abri à l’école
student-sending-ask = Demande en classe

student-sending-waiting-works = En attente de départ

student-large-title = Gros fichiers
student-large-progress = { $done } sur { $all } Mo
student-large-waits = Attend son tour. { $all } Mo.
student-large-later = Partira quand l’école répondra. { $all } Mo.
student-large-stopped = Arrêté pour l’instant. Ce qui est déjà à l’école y reste.
student-large-held = Attend un autre réseau. { $all } Mo.
student-large-stop = Arrêter pour l’instant
student-large-go-on = Continuer
student-large-not-here = Pas sur ce réseau
student-large-anyway = Envoyer quand même

student-stick-title = Sans internet
student-stick-why = Tu peux apporter tes travaux à l’école sur une clé USB. Si quelqu’un trouve la clé, il ne peut rien lire.
student-stick-make-title = Vers l’école
student-stick-make-how = Enregistre le fichier sur une clé USB et donne-la en classe.
student-stick-make = Faire un fichier pour l’école
student-stick-made = { $files ->
    [0] Le fichier est prêt. Tout ce que tu as écrit et qui attend est dedans.
    [one] Le fichier est prêt, avec tout ce qui attend et { $files } photo ou fichier.
    [many] Le fichier est prêt, avec tout ce qui attend et { $files } de photos ou fichiers.
   *[other] Le fichier est prêt, avec tout ce qui attend et { $files } photos ou fichiers.
}
student-stick-made-nothing = Le fichier est prêt. Rien n’attend de partir, mais ton école peut y répondre.
student-stick-read-title = Retour de l’école
student-stick-read-how = Branche la clé USB avec la réponse de ton école et choisis le fichier.
student-stick-read = Lire la réponse de l’école
student-stick-reading = Lecture de la réponse
student-stick-was-read = La réponse est lue. Tout ce qu’elle contient est ici maintenant.
student-stick-was-known = La réponse est lue. Il n’y avait rien de nouveau.

student-earlier-title = Versions d’avant
student-earlier-why = Ce que tu as écrit avant. Rien de ce que tu écris n’est jeté.
student-earlier-of-title = Nom
student-earlier-of-caption = De quoi ça parle
student-earlier-of-words = Ce que je pense
student-earlier-of-text = Mes mots
student-earlier-now = Voilà ce qu’il y a maintenant
student-earlier-again = Reprendre ceci
student-earlier-here = Écrit ici le { $day } à { $time }
student-earlier-there = Écrit sur un autre appareil le { $day } à { $time }
student-earlier-school = Réuni à l’école le { $day } à { $time }, avec tes propres mots
student-earlier-none = Tu n’as encore rien écrit ici.
student-earlier-older = { $count ->
    [one] Voir { $count } plus ancienne
    [many] Voir { $count } de plus anciennes
   *[other] Voir { $count } plus anciennes
}
student-earlier-asking = On demande à ton école s’il y en a de plus anciennes.
student-earlier-all = Elles sont toutes là.
student-earlier-more-at-school = Voilà celles de cet appareil. Les plus anciennes sont à l’école : reviens voir quand il y a internet.
student-sending-never = Rien n’est encore arrivé à l’école.
student-sending-try = Essayer maintenant
student-sending-reached = L’école a répondu.

student-attention-title = Ton école n’a pas pris ceci
student-attention-safe = Tout est encore ici. C’est toi qui décides.
student-attention-what-title = Un nom que tu as donné
student-attention-what-caption = Des mots sur ton travail
student-attention-what-words = Ce que tu penses
student-attention-what-file = Une photo ou un fichier
student-attention-what-competencies = Une chose que tu sais faire
student-attention-what-ratings = Ton bilan d’un travail
student-attention-what-story = L’histoire de ton exposition
student-attention-what-place = La place de quelque chose
student-attention-what-link = Un lien vers ton exposition
student-attention-what-binned_ms = Quelque chose pour la corbeille
student-attention-what-name = Ton nom
student-attention-what-other = Quelque chose que tu as changé
student-attention-why-not_allowed = Seule ton école peut changer ceci. Demande en classe.
student-attention-why-too_large = C’est trop gros pour ton école. Demande en classe.
student-attention-why-malformed = Ton école n’a pas pu le lire. Essaie encore une fois.
student-attention-why-erased = Ton école a effacé tes travaux pour toujours. Ceci n’existe plus qu’ici. Demande en classe.
student-attention-why-other = Ton école n’a pas dit pourquoi. Demande en classe.
student-attention-again = Garder ma version et la renvoyer
student-attention-again-done = C’est reparti vers l’école.
student-attention-go = Laisser partir
student-attention-gone = Ce n’est plus ici.
student-attention-look = Voir le travail
student-attention-bin = { $count ->
    [one] Tu vas mettre { $count } travail à la corbeille. C’est bien ce que tu veux ?
    [many] Tu vas mettre { $count } de travaux à la corbeille. C’est bien ce que tu veux ?
   *[other] Tu vas mettre { $count } travaux à la corbeille. C’est bien ce que tu veux ?
}
student-attention-bin-why = Cela fait beaucoup d’un coup, alors ton école te demande d’abord.
student-attention-bin-yes = Oui, je le veux
student-attention-bin-yes-done = Ils sont à la corbeille. Tu peux encore les reprendre.
student-attention-bin-no = Non, je les reprends
student-attention-bin-no-done = Ils sont revenus dans Mes travaux.

student-saved-here = Enregistré ici
student-save = Enregistrer
student-next = Suivant
student-back = Retour
student-done = Terminé
student-close = Fermer
student-open = Ouvrir
student-undo = Annuler
student-untitled = Pas encore de nom
student-two-devices = Tu as écrit ceci sur deux appareils
student-two-devices-what = Rien n’est perdu. Quels mots veux-tu garder ?
student-two-devices-keep = Garder ceux-ci
student-two-devices-both = Garder les deux
student-two-devices-join = Les réunir
student-two-devices-join-how = Voici tous les mots. Déplace-les ou enlèves-en, jusqu’à ce que ça te plaise.
student-two-devices-join-label = Mes mots
student-two-devices-join-not = Pas maintenant
student-two-devices-empty = (pas de mots)
student-two-devices-here = Écrit ici le { $day } à { $time }
student-two-devices-there = Écrit sur un autre appareil le { $day } à { $time }
student-step-is-done = Fait
student-step-is-open = Pas encore
student-step = Étape { $step } sur { $of }

## Student app: who are you

student-welcome-title = Un endroit pour tes travaux
student-welcome-text = Garde ce que tu fais. Regarde comme tu grandis. Montre-le quand tu veux.
student-who-title = Qui es-tu ?
student-who-new = C’est ma première fois
student-who-promise = Tes travaux sont fermés à clé. Personne d’autre ne peut les ouvrir ici.

student-new-title = Bonjour ! Qui es-tu ?
student-new-name = Ton nom
student-new-name-missing = Écris d’abord ton nom.
student-new-picture = Choisis ton image
student-new-hello = Bonjour, { $name } !
student-new-age = Quel âge as-tu ?
student-new-secret = Choisis un code secret
student-new-secret-again = Tape-le encore une fois
student-new-secret-why = 4 chiffres ou plus. Il ouvre tes travaux. Ne le dis à personne et ne l’oublie pas.
student-new-secret-differs = Ce n’était pas deux fois le même. Choisis-le encore.
student-band = { $ages } ans

student-unlock-hello = Bonjour, { $name } !
student-unlock-ask = Tape ton code secret pour ouvrir tes travaux.
student-unlock-hello-somebody = Bonjour !
student-unlock-other = Je suis quelqu’un d’autre
student-somebody = Quelqu’un
student-somebody-of = Quelqu’un { $number }
student-wait-why = Il y a eu trop d’erreurs. Fais une pause, puis essaie encore.
student-wait-seconds = Essaie encore dans { $seconds ->
    [one] { $seconds } seconde
    [many] { $seconds } de secondes
   *[other] { $seconds } secondes
}
student-wait-minutes = Essaie encore dans { $minutes } min { $seconds } s
student-secret-count = { $count ->
    [one] { $count } chiffre tapé
    [many] { $count } de chiffres tapés
   *[other] { $count } chiffres tapés
}
student-secret-back = En enlever un
student-secret-done = Continuer
student-secret-short = Ton code secret a au moins { $least } lettres ou chiffres.
student-secret-words = Tes mots secrets
student-secret-use-words = Utiliser des mots
student-secret-use-pin = Utiliser des chiffres
student-secret-change = Changer mon code secret
student-secret-changed = Ton code secret est changé.

student-avatar-fox = Renard
student-avatar-owl = Chouette
student-avatar-turtle = Tortue
student-avatar-whale = Baleine
student-avatar-bee = Abeille
student-avatar-cat = Chat
student-avatar-rabbit = Lapin
student-avatar-bear = Ours
student-avatar-parrot = Perroquet
student-avatar-hedgehog = Hérisson
student-avatar-frog = Grenouille
student-avatar-penguin = Manchot

## Student app: the frame

student-place-home = Accueil
student-place-works = Mes travaux
student-place-showcases = Expositions
student-place-about = Moi
student-lock = Verrouiller
student-lock-soon = Ça va bientôt se verrouiller. Tes mots sont gardés.
student-lock-stay = Rester
student-erased = Ton école a effacé ce portfolio, et cet appareil aussi. Demande en classe.
student-lock-minutes = { $minutes } minutes
student-not-here-title = Il n’y a rien ici
student-not-here = Va à l’accueil et cherche à partir de là.

## Student app: home

student-good-morning = Bonjour, { $name }
student-good-afternoon = Bonjour, { $name }
student-good-evening = Bonsoir, { $name }
student-home-first-title = Encore rien ici
student-home-first = Ajoute ton premier travail. Une photo suffit.
student-home-finish = À finir plus tard
student-home-more = { $count ->
    [one] { $count } de plus
    [many] { $count } de travaux de plus
   *[other] { $count } de plus
}
student-home-newest = Tes derniers travaux
student-home-answers = Ce qu’on t’a répondu
student-home-answer-to = On t’a écrit à propos de { $title }
student-home-no-school-title = Rejoins ton école
student-home-no-school = Tes travaux sont gardés sur cet appareil. Avec la carte reçue en classe, ils vont aussi à l’école.
student-home-sending-saved = Tout est enregistré ici.
student-home-sending-waiting = { $count ->
    [0] Quelque chose est en route.
    [one] { $count } travail attend de partir à l’école.
    [many] { $count } de travaux attendent de partir à l’école.
   *[other] { $count } travaux attendent de partir à l’école.
}
student-home-sending-later = Pour l’instant, l’école ne répond pas. Tes travaux sont enregistrés ici et partiront plus tard.
student-home-sending-signed-out = L’école ne connaît plus cet appareil. Demande en classe ; tes travaux sont enregistrés ici.
student-home-sending-safe = Tout ce que tu as fait est à l’abri à l’école.
student-home-sending-ask = L’école n’a pas pris quelque chose. Demande en classe ; tes travaux sont enregistrés ici.
student-step-name = Donne-lui un nom
student-step-tag = Dis ce qu’il montre
student-step-check = Fais le point sur ton travail
student-step-reflect = Écris ce que tu penses

## Student app: add

student-add = Ajouter un travail
student-add-short = Ajouter
student-add-what = Une photo, un dessin, des mots ou un fichier
student-add-why = C’est enregistré tout de suite. Tu peux en dire plus maintenant ou plus tard.
# What was on its way in when the app was locked or closed.
student-add-half-come = { $more ->
    [0] Pas enregistré : { $names }. L’application s’est fermée avant que tout soit arrivé.
   *[other] Pas enregistré : { $names } et { $more } de plus. L’application s’est fermée avant que tout soit arrivé.
}
student-add-half-come-name = « { $name } »
student-add-again = Choisir de nouveau
student-add-half-come-ok = D’accord
student-add-for = Ce sera pour : { $what }
student-add-picture = Une photo ou une image
student-add-picture-what = Prends-en une ou choisis-en une que tu as
student-add-camera = L’appareil photo
student-add-camera-what = Prends une photo maintenant
student-add-filming = Filmer
student-add-filming-what = Une minute au plus
student-add-draw = Un dessin
student-add-draw-what = Dessine-le ici
student-add-write = Un texte
student-add-write-what = Écris-le ici
student-add-voice = Ma voix
student-add-voice-what = Dis-le ici
student-add-sound = Un son
student-add-sound-what = De la musique ou un son que tu as
student-add-film = Un film
student-add-film-what = Un film que tu as fait
student-add-link = Un lien
student-add-link-what = Quelque chose sur internet
student-add-file = Un autre fichier
student-add-file-what = Un PDF ou un document

student-photo-title = Prendre une photo
student-photo-take = La prendre
student-photo-other = Utiliser l’autre côté
student-photo-missing = On ne peut pas utiliser l’appareil photo pour l’instant. Il faut peut-être d’abord donner ton accord. Tu peux aussi choisir une photo que tu as.
student-photo-choose = Choisir une photo

student-film-title = Faire un film
student-film-how = Un film peut durer une minute. Reste sur cette page jusqu’à ce que tu arrêtes.
student-film-start = Commencer à filmer
student-film-filming = Ça filme
student-film-stop = Arrêter
student-film-keeping = Enregistrement de ton film
student-film-silent = On ne peut pas utiliser le micro pour l’instant : ton film n’aura pas de son.
student-film-missing = On ne peut pas filmer ici pour l’instant. Il faut peut-être d’abord autoriser la caméra. Tu peux aussi choisir un film que tu as.
student-film-choose = Choisir un film
student-film-lost = Le film n’est pas arrivé de la caméra. Filme encore une fois.
student-film-save-again = L’enregistrer encore une fois

# Le dire : enregistrements de la voix
student-voice-title = Dis-le
student-voice-how = Touche le grand bouton et parle. Ensuite, tu peux t'écouter et le redire si tu veux.
student-voice-start = Commencer à parler
student-voice-asking = L'application peut-elle écouter ? Si ton appareil te le demande, réponds oui.
student-voice-talking = Je t'écoute
student-voice-stop = Arrêter
student-voice-keeping = Enregistrement de ce que tu as dit
student-voice-kept = Voici ce que tu as dit
student-voice-again = Le redire
student-voice-again-how = C'est enregistré. Si tu le redis, cet enregistrement reste aussi.
student-voice-keep = Le garder
student-voice-nothing = On n'a rien entendu. Essaie encore, un peu plus près.
student-voice-missing = L'application ne peut pas t'entendre pour le moment. Il faut peut-être d'abord autoriser le micro. Tu peux choisir un son que tu as.
student-voice-missing-here = L'application ne peut pas t'entendre pour le moment. Il faut peut-être d'abord autoriser le micro. Tu peux l'écrire.
student-voice-choose = Choisir un son
student-voice-full = Voilà dix minutes, et c'est enregistré. Commence un autre enregistrement pour en dire plus.
student-voice-waiting = Tu étais en train de dire quelque chose ({ $time }). Le garder
student-voice-note = En parler
student-voice-about = Ce que j'en dis
student-voice-before = Ce que j'ai dit avant
student-voice-say = Le dire à voix haute
student-listen = Écouter
student-listen-pause = Pause
student-listen-back = 5 secondes en arrière
student-listen-on = 5 secondes en avant
student-listen-broken = Ce son ne peut pas être écouté ici.

student-write-title = Écrire
student-write-label = Mes mots
student-write-how = Tes mots sont enregistrés pendant que tu écris.
student-write-room = { $count ->
    [one] Encore de la place pour { $count } lettre
    [many] Encore de la place pour { $count } de lettres
   *[other] Encore de la place pour { $count } lettres
}
student-write-go-on = Continuer à écrire
student-write-empty = Rien n’est encore écrit ici.

student-draw-title = Dessiner
student-draw-over-title = Dessiner dessus
student-draw-go-on = Continuer ton dessin
student-draw-nothing = Rien n’est encore dessiné.
student-draw-sheet = { $count ->
    [0] Ta feuille. Il n’y a encore rien dessus.
    [one] Ton dessin, avec { $count } trait
    [many] Ton dessin, avec { $count } de traits
   *[other] Ton dessin, avec { $count } traits
}
student-draw-undo = Enlever le dernier trait
student-draw-redo = Remettre le trait
student-draw-pen = Crayon
student-draw-line = Trait droit
student-draw-box = Rectangle
student-draw-oval = Rond
student-draw-rubber = Gomme
student-draw-words = Mots
student-draw-words-label = Qu’est-ce qu’on écrit ?
student-draw-words-how = Écris ici. Puis touche la feuille là où ça va. Touche encore pour le déplacer.
student-draw-words-put = Le mettre sur la feuille
student-draw-thin = Fin
student-draw-middle = Moyen
student-draw-thick = Épais
student-draw-buttons = Dessiner avec des boutons
student-draw-pen-left = Dessiner vers la gauche
student-draw-pen-up = Dessiner vers le haut
student-draw-pen-down = Dessiner vers le bas
student-draw-pen-right = Dessiner vers la droite
student-draw-pen-jump = Lever le crayon et aller ailleurs
student-draw-colour-black = Noir
student-draw-colour-red = Rouge
student-draw-colour-orange = Orange
student-draw-colour-yellow = Jaune
student-draw-colour-green = Vert
student-draw-colour-blue = Bleu
student-draw-colour-purple = Violet
student-draw-colour-pink = Rose
student-draw-colour-brown = Marron
student-draw-colour-white = Blanc
student-draw-on = Dessiner dessus

student-picture-again = En mettre une autre à la place
student-picture-before = Voir comment c’était avant
student-picture-was-before = Voilà comment c’était avant.
student-picture-use-before = Reprendre celle-ci
student-picture-then = Avant
student-picture-now = Maintenant
student-picture-seen = Que voit-on ici ?
student-picture-seen-why = Pour les personnes qui ne peuvent pas le voir. Tu peux aussi laisser vide.

student-link-title = Un lien
student-link-why = Écris où cela se trouve. Ce n’est pas copié : pour le revoir plus tard, il faut internet.
student-link-address = Où est-ce ?
student-link-wrong = Ce n’est pas l’adresse d’une page. Copie celle qui est en haut de ton navigateur et mets-la ici.
student-link-open = Ouvrir { $place }
student-link-open-how = Touche pour l’ouvrir. C’est en dehors de cette application.
student-work-more-files = Ajouter une autre photo ou un autre fichier
student-work-say-seen = Écrire ce que l’on voit
student-add-arriving = On enregistre ton travail
student-add-hollow = « { $name } » est vide. Choisis un autre fichier.
student-add-broken = Impossible de montrer « { $name } ». Le fichier est peut-être abîmé ou trop gros. Choisis une autre image ou prends une nouvelle photo.
student-add-unknown-kind = « { $name } » est une sorte de fichier qu’on ne peut pas garder ici. Choisis une photo, un texte, un son ou un PDF.
student-add-too-many = Choisis au plus { $limit } fichiers à la fois.

## Student app: my work

student-works-search = Chercher dans mes travaux
student-works-none = Rien ici ne dit « { $wanted } ». Essaie un seul mot, ou juste son début.
student-works-found = { $found } sur { $count ->
    [one] { $count } travail
    [many] { $count } de travaux
   *[other] { $count } travaux
}
student-works-year = Année scolaire { $year }
student-works-year-begins = Mon année scolaire commence en : { $month }
student-works-as-timeline = Voir par date
student-works-as-pictures = Voir en images
student-works-filter = { $count ->
    [0] Choisir ce que tu vois
    [one] Choisir ce que tu vois. { $count } chose est choisie.
    [many] Choisir ce que tu vois. { $count } de choses sont choisies.
   *[other] Choisir ce que tu vois. { $count } choses sont choisies.
}
student-works-show = { $count ->
    [0] Rien ne correspond
    [one] Voir { $count } travail
    [many] Voir { $count } de travaux
   *[other] Voir { $count } travaux
}
student-works-clear = Tout voir
student-works-take-away = Enlever : { $what }
student-works-by-kind = Ce que c’est
student-works-by-year = Quand je l’ai fait
student-works-by-competency = Ce que ça montre : je sais faire
student-works-by-goal = Pour quel objectif
student-works-by-sending = En chemin
student-works-kind-picture = Images
student-works-kind-film = Films
student-works-kind-sound = Sons
student-works-kind-text = Textes
student-works-kind-link = Liens
student-works-kind-document = Autres fichiers
student-works-no-picture = Tu n’as pas encore d’image ici. Touche « Ajouter » et prends une photo.
student-works-no-film = Tu n’as pas encore de film ici. Touche « Ajouter » et choisis-en un.
student-works-no-sound = Tu n’as pas encore de son ici. Touche « Ajouter » et choisis-en un.
student-works-no-text = Tu n’as pas encore de texte ici. Touche « Ajouter » et écris-en un.
student-works-no-link = Tu n’as pas encore de lien ici. Touche « Ajouter » et colle-en un.
student-works-no-document = Tu n’as pas encore d’autre fichier ici. Touche « Ajouter » et choisis-en un.
student-works-none-year = Tu n’as rien ajouté cette année-là. Choisis-en une autre.
student-works-none-competency = Aucun travail ne montre cela pour l’instant. Ouvre un travail et choisis-le dans « Je sais faire ».
student-works-none-goal = Aucun travail ne va encore avec cet objectif. Ouvre l’objectif et ajoute un travail à une étape.
student-works-none-sending = Rien n’attend. Tout est à l’école.
student-works-none-together = Aucun travail ne correspond à tout cela. Enlève quelque chose.
student-works-open-goal = Ouvrir l’objectif
student-works-count = { $count ->
    [one] { $count } travail
    [many] { $count } de travaux
   *[other] { $count } travaux
}
student-work-made = Ajouté le { $day }
student-work-title = Nom de ce travail
student-work-title-hint = Comment s’appelle-t-il ?
student-work-caption = À propos de ce travail
student-work-look-closer = Voir de plus près
student-work-file-sooner = Monter le numéro { $number }
student-work-file-later = Descendre le numéro { $number }
student-work-bin = Mettre à la corbeille
student-binned = C’est à la corbeille.
student-work-gone = Ce travail n’est pas ici.
student-bin-title = Corbeille
student-bin-what = Rien n’est perdu ici. Tu peux le remettre dans Mes travaux.
student-bin-empty = La corbeille est vide.
student-bin-put-back = Remettre
student-bin-back = C’est revenu dans Mes travaux.
student-picture-closer = Plus près
student-picture-farther = Plus loin
student-picture-whole = La voir en entier
student-watch = Regarder
student-watch-back = Reculer de 10 secondes
student-watch-on = Avancer de 10 secondes
student-watch-broken = Ce film ne peut pas être montré ici.
student-file-about = { $kind } · { $megabytes } Mo
student-file-copy = Enregistrer une copie

student-work-i-can-title = Je sais faire
student-work-tags-why = Qu’est-ce que ce travail montre que tu sais faire ?
student-work-add-tag = Choisir
student-work-take-off = Enlever : { $tag }
student-work-tag-unknown = Une chose que ton école a nommée
student-work-check-title = Je fais le point
student-work-check-why = Regarde ton travail et dis comment ça s’est passé. Toi d’abord, ta ou ton prof ensuite.
student-work-check = Faire le point
student-work-check-again = Refaire le point
student-work-checked = Tu as fait le point le { $day }
student-work-think-title = Ce que je pense
student-work-think-why = Qu’est-ce qui t’a plu ? Qu’est-ce qui était dur ? Écris-le pour plus tard.
student-work-reflect = Écrire ce que je pense
student-work-reflect-again = Écrire encore

student-tags-title = Je sais faire
student-tags-why = Touche ce que ce travail montre. Tu peux choisir plusieurs choses.
student-tags-search = Chercher avec un mot
student-tags-none = Rien ne contient ce mot. Essaie un autre mot ou regarde la liste.
student-tag-off = Enlevé

student-check-title = Je fais le point
student-check-two = Tu as commencé ce bilan sur deux appareils. Avec lequel veux-tu continuer ?
student-check-two-go-on = Continuer avec celui-ci
student-check-two-open = pas encore choisi
student-check-two-pins = { $count ->
    [one] { $count } endroit marqué
    [many] { $count } d’endroits marqués
   *[other] { $count } endroits marqués
}
student-check-choose = Comment veux-tu faire le point ?
student-check-other = Faire le point autrement
student-check-why = Pourquoi le vois-tu ainsi ?
student-check-save = Enregistrer mon bilan
student-check-nothing = Choisis d’abord un niveau.

student-reflect-choose = Choisis une question
student-reflect-empty = Écris d’abord quelque chose.
student-reflect-begin-with = Commencer par : { $words }

student-answer-title = Ce qu’on t’a répondu
student-answer-next = Prochaine étape : { $step }
student-answer-mine = J’ai dit
student-answer-theirs = Ma ou mon prof a dit
student-answer-may-share = Tu peux le partager
student-difference-same = Toi et ta ou ton prof, vous voyez la même chose.
student-difference-learner-saw-more = Tu en as vu plus que ta ou ton prof. Parlez-en : qu’as-tu vu ?
student-difference-teacher-saw-more = Ta ou ton prof en a vu plus que toi. Bravo, c’est une belle réussite !
student-difference-only-learner = Ta ou ton prof n’a rien dit ici.
student-difference-only-teacher = Tu n’as encore rien dit ici.

## Questions to think about, by their id

prompt-proud = Quelle est ta plus belle réussite ici ?
prompt-tricky = Qu’est-ce qui était difficile, et qu’as-tu fait ?
prompt-next_time = Que feras-tu la prochaine fois ?
prompt-learned = Qu’as-tu appris ?
prompt-show = Qu’est-ce que cela montre de toi ?
prompt-decision = Quelle décision a le plus compté, et pourquoi ?

student-starter-proud-1 = J’aime bien comment
student-starter-proud-2 = C’est réussi parce que
student-starter-proud-3 = Le meilleur moment, c’est
student-starter-tricky-1 = C’était difficile de
student-starter-tricky-2 = Quand ça bloquait,
student-starter-tricky-3 = Ça s’est débloqué grâce à
student-starter-next-time-1 = La prochaine fois, je vais
student-starter-next-time-2 = Je veux essayer
student-starter-next-time-3 = J’ai besoin d’aide pour
student-starter-learned-1 = Maintenant, je sais
student-starter-learned-2 = J’ai découvert que
student-starter-learned-3 = Avant, je pensais que
student-starter-show-1 = Cela montre que
student-starter-show-2 = On le voit à l’endroit où
student-starter-show-3 = C’est important pour moi parce que
student-starter-decision-1 = J’ai décidé de
student-starter-decision-2 = J’aurais aussi pu
student-starter-decision-3 = Cela a changé le travail parce que


# What happened, so what, now what
prompt-did = Qu’as-tu fait ?
prompt-did_feel = Qu’as-tu ressenti ?
prompt-did_next = Et maintenant, que vas-tu faire ?
prompt-what = Que s’est-il passé, et quel était ton rôle ?
prompt-so_what = Pourquoi est-ce important pour toi ?
prompt-now_what = Que feras-tu autrement à partir de maintenant ?

# Two stars and a wish
prompt-star_first = Qu’est-ce qui te plaît ?
prompt-star_second = Qu’est-ce qui est réussi aussi ?
prompt-wish = Quel vœu fais-tu pour ton travail ?
prompt-strengths = Quelles sont les deux réussites, et à quoi les vois-tu ?
prompt-improve = Qu’est-ce qui le rendrait meilleur, et pourquoi ?

# Before and now
prompt-then = Que savais-tu faire avant ?
prompt-now = Que sais-tu faire maintenant ?
prompt-at_start = Que pensais-tu ou faisais-tu au début ?
prompt-since_then = Qu’est-ce qui est différent maintenant, et pourquoi ?

# Two works side by side
prompt-compare_new = Quoi de neuf dans le plus récent ?
prompt-compare_like = Lequel te plaît le plus ?
prompt-compare_grew = Que montre le travail récent que l’ancien ne montre pas ?
prompt-compare_kept = Qu’est-ce qui n’a pas changé, et est-ce bien ?

# A goal
prompt-goal_want = Pourquoi le veux-tu ?
prompt-goal_well = Qu’est-ce qui va bien ?
prompt-goal_hard = Qu’est-ce qui est difficile maintenant ?
prompt-goal_plan = Quelle est la prochaine petite étape, et pour quand ?
prompt-goal_story = Comment as-tu réussi ?

# I can
prompt-can_where = Où voit-on que tu sais le faire ?
prompt-can_next = Que veux-tu essayer ensuite ?
prompt-can_best = Quelle partie le montre le mieux, et pourquoi ?
prompt-can_gap = Que te reste-t-il à montrer ?

student-starter-did-1 = D’abord
student-starter-did-2 = Ensuite
student-starter-did-3 = J’ai fait
student-starter-did-feel-1 = J’ai ressenti
student-starter-did-feel-2 = J’ai aimé quand
student-starter-did-feel-3 = Je n’ai pas aimé
student-starter-did-next-1 = Maintenant, je vais
student-starter-did-next-2 = Je veux
student-starter-did-next-3 = J’ai encore besoin de
student-starter-what-1 = Cela a commencé par
student-starter-what-2 = Mon rôle était
student-starter-what-3 = Le tournant, c’était
student-starter-so-what-1 = C’est important parce que
student-starter-so-what-2 = Avant cela,
student-starter-so-what-3 = La surprise, c’était que
student-starter-now-what-1 = À partir de maintenant,
student-starter-now-what-2 = La première chose que je vais changer, c’est
student-starter-now-what-3 = Je saurai que ça marche quand
student-starter-star-first-1 = J’aime
student-starter-star-first-2 = Ma partie préférée, c’est
student-starter-star-first-3 = Regarde comment
student-starter-star-second-1 = C’est réussi aussi parce que
student-starter-star-second-2 = J’ai progressé en
student-starter-star-second-3 = Une autre bonne chose, c’est
student-starter-wish-1 = J’aimerais que
student-starter-wish-2 = Ce serait mieux avec
student-starter-wish-3 = Avec plus de temps,
student-starter-strengths-1 = Ce qui marche bien, c’est
student-starter-strengths-2 = On le voit parce que
student-starter-strengths-3 = Le point le plus fort, c’est
student-starter-improve-1 = Ce serait plus fort avec
student-starter-improve-2 = Je changerais
student-starter-improve-3 = J’hésite encore sur
student-starter-then-1 = Avant, je savais
student-starter-then-2 = Je ne savais pas
student-starter-then-3 = Avant, j’avais l’habitude de
student-starter-now-1 = Maintenant, je sais
student-starter-now-2 = Aujourd’hui, je l’ai fait
student-starter-now-3 = Je n’ai plus besoin d’aide pour
student-starter-at-start-1 = Au début, je
student-starter-at-start-2 = Je croyais que
student-starter-at-start-3 = Je n’avais pas essayé
student-starter-since-then-1 = Maintenant, je
student-starter-since-then-2 = Ce qui a tout changé, c’est
student-starter-since-then-3 = Il me reste à
student-starter-compare-new-1 = Dans le nouveau, je
student-starter-compare-new-2 = L’ancien n’avait pas
student-starter-compare-new-3 = Maintenant, il y a
student-starter-compare-like-1 = Celui-ci me plaît plus parce que
student-starter-compare-like-2 = L’autre est
student-starter-compare-like-3 = Les deux sont
student-starter-compare-grew-1 = Dans le travail récent, je
student-starter-compare-grew-2 = Dans l’ancien, il manque
student-starter-compare-grew-3 = On le voit à l’endroit où
student-starter-compare-kept-1 = Dans les deux, je
student-starter-compare-kept-2 = J’ai gardé
student-starter-compare-kept-3 = J’aimerais arrêter de
student-starter-goal-want-1 = Je le veux parce que
student-starter-goal-want-2 = Quand je saurai le faire, je
student-starter-goal-want-3 = Cela m’aiderait à
student-starter-goal-well-1 = Ça va bien quand
student-starter-goal-well-2 = Je sais déjà
student-starter-goal-well-3 = Cela m’aide à
student-starter-goal-hard-1 = C’est difficile de
student-starter-goal-hard-2 = Ça bloque quand
student-starter-goal-hard-3 = J’ai besoin d’aide pour
student-starter-goal-plan-1 = Ma prochaine petite étape, c’est
student-starter-goal-plan-2 = Je la ferai quand
student-starter-goal-plan-3 = Pour commencer, il me faut
student-starter-goal-story-1 = Tout a commencé quand
student-starter-goal-story-2 = J’ai réussi grâce à
student-starter-goal-story-3 = Ma plus belle réussite, c’est
student-starter-can-where-1 = Regarde
student-starter-can-where-2 = On le voit quand je
student-starter-can-where-3 = Je le montre dans
student-starter-can-next-1 = Maintenant, je veux essayer
student-starter-can-next-2 = Je veux progresser en
student-starter-can-next-3 = Je pourrais le faire avec
student-starter-can-best-1 = La partie qui le montre le mieux, c’est
student-starter-can-best-2 = Elle le montre parce que
student-starter-can-best-3 = Quelqu’un d’autre verrait
student-starter-can-gap-1 = Je n’ai pas encore montré
student-starter-can-gap-2 = Je pourrais le montrer avec
student-starter-can-gap-3 = Cela manque parce que

## Student app: showcases

student-showcases-first-title = Montre tes plus belles réussites
student-showcases-first = Choisis quelques travaux, range-les et montre-les à ta famille.
student-showcase-new = Nouvelle exposition
student-showcase-edit-title = Changer l’exposition
student-showcase-change = Changer
student-showcase-name = Nom de l’exposition
student-showcase-story = Raconte son histoire
student-showcase-choose = Choisis tes travaux
student-showcase-order = Dans cet ordre
student-showcase-about = À propos de moi
student-showcase-about-why = Choisis ce que cette exposition raconte de toi. Voici tout ce que ta famille peut voir.
student-showcase-about-none = Tu peux aussi raconter quelque chose sur toi. Écris-le dans « Qui je suis » et laisse ta famille le voir.
student-showcase-up = Monter : { $title }
student-showcase-down = Descendre : { $title }
student-showcase-needs-name = Donne-lui d’abord un nom.
student-showcase-needs-works = Choisis au moins un travail.
student-showcase-shared = Partagée
student-showcase-private = Toi seulement
student-showcase-gone = Cette exposition n’est pas ici.
student-showcase-bin = Mettre l’exposition à la corbeille
student-showcase-binned = L’exposition est à la corbeille. Plus personne ne peut la voir.
student-share-title = Partager avec ta famille
student-share-what = Tu reçois un lien. La personne qui l’a voit cette exposition et rien d’autre. Tu peux le reprendre quand tu veux.
student-share-wait = Ta famille voit un travail quand ta ou ton prof a dit oui.
student-share-needs-school = Pour partager, rejoins d’abord ton école.
student-share-approved = Ta famille peut le voir
student-share-not-yet = Ta ou ton prof n’a pas encore dit oui
student-share-unshown = Les films et les fichiers ne sont pas sur la page. Tu peux les montrer toi-même.
student-share-make = Faire un lien
student-share-made = Ton lien est prêt.
student-share-until = Le lien marche jusqu’au { $day }.
student-share-elsewhere = Tu as fait ce lien sur un autre appareil. Va le voir là-bas.
student-share-qr = Un code carré qui ouvre ton exposition
student-share-copy = Copier le lien
student-share-copied = Copié
student-share-take-back = Reprendre le lien
student-share-taken-back = Lien repris. Il ne montre plus rien.

## Student app: joining a school

student-join = Rejoindre mon école
student-join-why = Regarde la carte reçue en classe et tape ce qui est écrit.
student-join-address = Adresse de l’école
student-join-code = Code
student-join-missing = Tape d’abord l’adresse et le code de la carte.
student-join-bad-address = Ce n’est pas l’adresse d’une école. Recopie celle de la carte, lettre par lettre. Elle commence par https://
student-join-no-answer = Aucune école ne répond à cette adresse. Regarde encore la carte, lettre par lettre, ou essaie plus tard.
student-join-go = Rejoindre
student-join-done = Tu es à { $school }. Tes travaux y vont tout seuls.
student-joined = Tu as rejoint ton école.

## Student app: about me

student-about-me = Moi
student-about-age = Mon âge
student-about-sending = En route vers l’école
student-about-school = Mon école : { $school }
student-about-last = Dernier envoi : { $day }
student-about-send = Envoyer maintenant
student-about-sending-now = Envoi en cours
student-language-now = Langue : { $language }
student-about-looks = À quoi ça ressemble
student-about-colours = Couleurs
student-about-text = Taille des mots
student-about-lock = Mon code secret et le verrou
student-about-lock-after = Verrouiller quand personne n’est là depuis
student-about-kept = Ce qui est gardé
student-about-kept-much = { $count ->
    [one] { $count } travail, { $megabytes } Mo sur cet appareil
    [many] { $count } de travaux, { $megabytes } Mo sur cet appareil
   *[other] { $count } travaux, { $megabytes } Mo sur cet appareil
}
student-about-kept-what = Tes travaux, tes mots et tes choix sont gardés sur cet appareil, fermés avec ton code secret. Quand tu as rejoint ton école, ta ou ton prof peut aussi les voir. Tes photos partent sans dire où elles ont été prises.
student-look-auto = Comme l’appareil
student-look-light = Clair
student-look-dark = Sombre
student-text-scale = { $percent } %
student-about-contrast = Contraste
student-contrast-auto = Comme l’appareil
student-contrast-usual = Normal
student-contrast-strong = Fort
student-about-typeface = Lettres
student-typeface-lexend = Lexend
student-typeface-atkinson = Atkinson
student-about-spacing = Place entre les mots et les lignes
student-spacing-usual = Normale
student-spacing-wide = Plus de place
student-about-motion = Ce qui bouge
student-motion-auto = Comme l’appareil
student-motion-still = Rien ne bouge
student-about-aloud = Lis-moi
student-aloud-off = Non
student-aloud-on = Oui
student-aloud-what = Touche les mots pour les entendre. Avec le clavier, tu entends où tu es. La voix est celle de cet ordinateur : tes mots restent ici. Si tu n’entends rien, demande à une grande personne d’ajouter une voix pour ta langue.
student-aloud-not-here = Ici, l’application ne peut pas te lire les mots. L’appareil le peut : demande à une grande personne d’allumer sa voix de lecture.
student-aloud-page = Lis-moi cette page

## Student app: my key

student-key-about = Ce qui ouvre tes travaux, et ce qui t’aide si tu oublies ton code secret.
student-key-title = Ma clé
student-key-what = Ton code secret ouvre tes travaux. Si tu l’oublies, un badge, un papier à la maison ou ton école peut les ouvrir. Rien n’est perdu.
student-key-ask = Tape ton code secret pour montrer que c’est bien toi.
student-key-done = Voilà, c’est changé.
student-key-print = Imprimer
student-key-new-secret = Choisis ton nouveau code secret
student-key-shown-once = Tu ne le vois que maintenant. Imprime-le avant de continuer.
student-key-shown-write = Tu ne le vois que maintenant. Recopie-le sur un papier avant de continuer, lettre par lettre.
student-key-name-off = Enlever mon nom
student-key-name-on = Mettre mon nom

student-key-secret = Mon code secret
student-key-secret-what = Tu es la seule personne à le connaître. Change-le si quelqu’un l’a vu.

student-key-badge = Mon badge
student-key-badge-what = Une carte avec un carré. La personne qui l’a peut ouvrir tes travaux sur cet appareil. Garde-la comme une clé de maison.
student-key-badge-make = Faire un badge
student-key-badge-again = Faire un nouveau badge
student-key-badge-is-there = Tu as un badge
student-key-badge-old = Ton ancien badge n’ouvrira plus rien.
student-key-badge-made = Voici ton badge
student-key-badge-qr = Le code carré de ton badge
student-key-badge-keep = Découpe-le et garde-le bien. Si tu le perds, fais-en un nouveau ; celui que tu as perdu n’ouvre alors plus rien.

student-key-recovery = Mon papier à la maison
student-key-recovery-what = Un papier que ta famille garde. Il ouvre tes travaux quand tu as oublié ton code secret.
student-key-recovery-make = Faire le papier
student-key-recovery-again = Faire un nouveau papier
student-key-recovery-is-there = Ta famille a un papier
student-key-recovery-old = L’ancien papier n’ouvrira plus rien.
student-key-recovery-made = Voici ton papier
student-key-recovery-qr = Le code carré de ton papier
student-key-recovery-keep = Donne-le à ta famille. Elle le garde avec les papiers importants. S’il se perd, fais-en un nouveau.

student-key-school = Mon école
student-key-school-can = { $school } peut ouvrir tes travaux si tu oublies ton code secret.
student-key-school-yours = Ton école
student-key-school-how = Apporte cet appareil en classe et touche « Je l’ai oublié ». C’est noté à chaque fois, et tu peux le voir.
student-key-school-opened = { $day } : { $by } t’a rendu l’accès.
student-key-school-cannot = Aucune école ne peut ouvrir tes travaux. Si tu rejoins ton école, elle pourra t’aider quand tu oublies ton code secret.

student-key-bind = Seulement sur cet appareil
student-key-bind-what = Ton code secret peut marcher sur cet appareil seulement. Si quelqu’un copie tes travaux, il a alors plus de mal à le deviner.
student-key-bind-make = Seulement sur cet appareil
student-key-bind-needs = Fais d’abord un badge ou un papier, au cas où cet appareil casse.
student-key-bind-is-there = Ton code secret ne marche que sur cet appareil

student-key-hide = Mon nom et mon image
student-key-hide-what = Sur cet appareil, tout le monde voit ton nom et ton image au moment de choisir qui on est. Tu peux y être « Quelqu’un ».
student-key-hide-make = Être Quelqu’un
student-key-hide-show = Me montrer de nouveau
student-key-hide-is-there = Sur cet appareil, tu es Quelqu’un

student-leave-title = Quitter cet appareil
student-leave-what = Tu partages cet appareil ? Tu peux en retirer ton portfolio. Tes travaux à l’école restent où ils sont.
student-leave-works =
    { $count ->
        [one] { $count } travail n’est pas encore à l’école.
        [many] { $count } de travaux ne sont pas encore à l’école.
       *[other] { $count } travaux ne sont pas encore à l’école.
    }
student-leave-something = Une partie de tes mots ou de tes choix n’est pas encore à l’école.
student-leave-sealed = Cela ira à { $school }, bien fermé, quand cet appareil trouvera l’école. D’ici là, personne ne peut le lire ici.
student-leave-at-once = Tout est à l’abri à { $school }. Rien de toi ne reste sur cet appareil.
student-leave-again = Pour continuer, ici ou sur un autre appareil, demande en classe un code rien que pour toi.
student-leave-no-school = Tes travaux sont seulement sur cet appareil. Si tu partais maintenant, ils seraient perdus. Rejoins d’abord ton école, ou reste.
student-leave-no-keys = Si tu partais maintenant, ce serait perdu : { $school } n’a pas encore dit comment le fermer. Reste jusqu’à ce que tout soit à l’école, ou demande en classe qu’on l’y apporte sur une clé USB.
student-leave-decide = Ton école n’a pas pris quelque chose. Dis d’abord ce qu’on en fait ; après ton départ, personne ne le pourra.
student-leave-decide-now = Voir ce que c’est
student-leave-stay = Rester
student-leave-do = Retirer de cet appareil
student-leave-busy = On ferme ce qui attend…
student-leave-done = Voilà. Ton portfolio n’est plus sur cet appareil.
student-leave-open = Quitter cet appareil…
student-leave-about = Sur un appareil partagé, tu peux emporter ton portfolio. Ce qui attend arrivera quand même à l’école.
student-on-the-way = Les travaux de quelqu’un sont en route vers l’école. Ils sont bien fermés.
student-on-the-way-refused = L’école n’a pas pris les travaux que quelqu’un a laissés ici. Ils sont à l’abri et bien fermés. Montre ceci en classe, s’il te plaît.

student-badge-in = J’ai un badge
student-badge-in-what = Ton badge ouvre ton travail tout seul.
student-badge-in-other = Choisir qui je suis

student-forgot = Je l’ai oublié
student-forgot-title = Tu as oublié ton code secret
student-forgot-what = Cela arrive. Rien n’est perdu. Qu’est-ce que tu as ?
student-forgot-nothing = Aucun badge, aucun papier et aucune école n’ouvre encore tes travaux. Prends ton temps et essaie encore une fois. Était-ce un code que tu utilises aussi ailleurs ? Demande à l’adulte qui était là quand tu l’as choisi.
student-forgot-badge = Mon badge
student-forgot-badge-what = La carte avec un carré
student-forgot-recovery = Mon papier à la maison
student-forgot-recovery-what = Le papier que ta famille garde
student-forgot-school = Mon école m’aide
student-forgot-school-what = Apporte cet appareil en classe
student-forgot-other-way = Autrement
student-forgot-back = Je m’en souviens
student-forgot-right = C’est ça !
student-forgot-right-what = Choisis maintenant un nouveau code secret. Tout ce que tu as fait est encore là.
student-forgot-stop = Pas maintenant

student-ask = Demander à mon école
student-ask-why = Ton école peut te rendre l’accès. Son adresse est sur la carte reçue en classe.
student-ask-missing = Tape d’abord l’adresse de la carte.
student-ask-sent = Apporte cet appareil à ta ou ton prof, qui regarde si c’est bien toi et compare ces chiffres. Ensuite, ton école dit oui.
student-ask-shown = Apporte cet appareil à ta ou ton prof, qui a besoin du code carré et de ces chiffres.
student-ask-compare = Tes chiffres :
student-ask-waiting = On attend ton école. Tu peux aussi revenir un autre jour.
student-ask-no-answer = Pour l’instant, l’école ne répond pas. Cet appareil essaie encore.
student-ask-by-text = Il n’y a pas de connexion
student-ask-text-off = Il y a une connexion
student-ask-text-why = Ta ou ton prof lit ce code carré et t’apporte la réponse en lettres.
student-ask-qr = Un code carré avec ta question à ton école
student-ask-copy = Copier la question
student-ask-answer = La réponse de ton école
student-ask-wrong-answer = Ce n’est pas la réponse à la question d’ici. Regarde-la encore, ou demande à nouveau.
student-ask-again = Tout redemander depuis le début
student-question-refused = Ton école a dit non. Parles-en en classe, puis redemande.
student-question-replaced = Quelqu’un a redemandé sur un autre appareil. Seule la dernière question compte.
student-question-over = Personne n’a répondu à temps. Parles-en en classe, puis redemande.
student-error-ask-refused = Cette école ne connaît pas tes travaux. Cherche la carte de ta propre école.

student-code = Lettres et chiffres
student-code-count = { $count } sur { $of }
student-code-missing = Tape d’abord les lettres et les chiffres.
student-code-mistyped = Quelque chose n’est pas comme sur le papier. Regarde encore, trois par trois.
student-code-wrong-badge = Personne ici n’a ce badge. Est-ce bien ton dernier ?
student-code-wrong-recovery = Ce papier ne va pas. Est-ce le dernier, et est-ce le tien ?
student-code-where-badge = C’est écrit sur ton badge.
student-code-where-recovery = Tape ce qui est sur le papier. Tu peux coller toutes les lettres.
student-code-camera = Le montrer à la caméra
student-code-camera-hint = Tiens le carré noir et blanc devant la caméra.
student-code-camera-type = Je préfère taper
student-code-camera-missing = On ne peut pas utiliser la caméra pour l’instant. Il faut peut-être d’abord donner ton accord. En attendant, tape les lettres et les chiffres.
student-code-camera-none = Sur cet appareil, la caméra ne sait pas lire le carré. Tape les lettres et les chiffres qui sont à côté.
student-code-camera-other = Ce carré-là est pour autre chose. Montre celui qui a des lettres et des chiffres à côté.
student-code-camera-several = Il y en a plusieurs ici. Montres-en un seul.
student-code-camera-nothing = Rien n’a été lu. Va là où il fait clair et approche-le, ou tape les lettres et les chiffres.
student-error-device-secret-missing = Cet appareil a perdu sa part de ton code secret. Prends ton badge, ton papier, ou demande à ton école.

## Student app: what is printed, for families

student-badge-page-what = Découpez la carte le long du trait. Toute personne qui a la carte et l’appareil peut ouvrir les travaux.
student-sheet-title = Comment rouvrir le portfolio
student-sheet-title-of = Comment rouvrir le portfolio de { $name }
student-sheet-why = Chère famille, ce papier ouvre le portfolio quand le code secret est oublié. Toute personne qui a ce papier et l’appareil peut l’ouvrir : gardez-le donc avec vos papiers importants. Ce code ne peut pas être refait une deuxième fois.
student-sheet-step-1 = Ouvrez l’application du portfolio sur l’appareil et touchez le nom.
student-sheet-step-2 = Touchez « Je l’ai oublié », puis « Mon papier à la maison ».
student-sheet-step-3 = Tapez le code ci-dessus, avec ou sans espaces entre les lettres.
student-sheet-step-4 = Choisissez un nouveau code secret. Tous les travaux sont encore là.
student-sheet-step-5 = Rangez de nouveau ce papier. Il marche toujours.
student-sheet-lost = Le papier est perdu, ou quelqu’un l’a vu ? Faites-en un nouveau dans l’application : Moi, Ma clé. L’ancien n’ouvre alors plus rien.
student-sheet-made = Fait le { $day }

## School: pages for teachers

teacher-skip = Aller au contenu
teacher-nav = Pages
teacher-nav-queue = À évaluer
teacher-nav-classes = Classes
teacher-sign-out = Se déconnecter
teacher-kept-typed = Entre-temps, votre session s’est fermée. Ce que vous avez écrit n’est pas perdu : connectez-vous, et vous pourrez l’envoyer.
teacher-kept-title = Votre session est de nouveau ouverte
teacher-kept-here = Ce que vous avez écrit est encore ici. Rien n’a encore été envoyé.
teacher-kept-send = Envoyer maintenant
teacher-kept-leave = Laisser
teacher-sign-in-title = Se connecter
teacher-sign-in-for = Pour les enseignants. Les élèves utilisent l’application, les familles leur lien.
teacher-sign-in-email = Adresse e-mail
teacher-sign-in-password = Mot de passe
teacher-sign-in-button = Se connecter
teacher-sign-in-wrong = L’adresse et le mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.
teacher-sign-in-wait = { $minutes ->
    [one] Trop d’essais. Attendez une minute, puis réessayez.
    [many] Trop d’essais. Attendez { $minutes } de minutes, puis réessayez.
   *[other] Trop d’essais. Attendez { $minutes } minutes, puis réessayez.
}

teacher-queue-title = À évaluer
teacher-queue-waiting = Vous attendent
teacher-queue-in-progress = Encore en cours
teacher-queue-answered = Avec réponse
teacher-queue-nothing-waits = Rien ne vous attend. Un travail arrive ici une fois que l’élève l’a évalué.
teacher-queue-nothing-in-progress = Aucun travail en cours.
teacher-queue-nothing-answered = Encore aucune réponse.
teacher-queue-more = Voir plus
teacher-row-waiting = depuis le { $day }
teacher-row-progress = fait le { $day }
teacher-row-answered = réponse le { $day }
teacher-row-judged = Auto-évaluation
teacher-row-reflections = { $count ->
    [one] { $count } réflexion
    [many] { $count } de réflexions
   *[other] { $count } réflexions
}
teacher-row-tags = { $count ->
    [one] { $count } « Je sais faire »
    [many] { $count } de « Je sais faire »
   *[other] { $count } « Je sais faire »
}
teacher-row-approved = Partage autorisé

teacher-work-untitled = Sans titre
teacher-work-page = Un travail à évaluer
teacher-work-back = { $count ->
    [0] Retour à tous les travaux
    [one] Retour à tous les travaux ({ $count } attend)
    [many] Retour à tous les travaux ({ $count } attendent)
   *[other] Retour à tous les travaux ({ $count } attendent)
}
teacher-work-sent = Envoyé. Rien d’autre ne vous attend.
teacher-work-sent-next = Envoyé. Celui-ci attend depuis le plus longtemps.
teacher-work-noted = Noté. L’élève le verra.
teacher-work-changed = Envoyé. L’élève a changé le travail pendant que vous le regardiez ; ce que vous avez autorisé est ce que vous avez vu. Jetez-y encore un coup d’œil.
teacher-work-nothing-said = Il n’y a encore rien à envoyer. Évaluez une ligne ou écrivez quelques mots.
teacher-work-still-coming = Des images de ce travail sont encore en route. Autorisez le partage quand vous pourrez les voir.
teacher-work-picture = Image { $number } du travail de { $name } ; ouvre l’original
teacher-work-file = Fichier
teacher-work-film = Film · { $megabytes } Mo · à enregistrer pour le voir
teacher-work-paper = Fichier · { $megabytes } Mo · à enregistrer pour l’ouvrir
teacher-work-link = (une page ailleurs, s’ouvre dans un nouvel onglet)
teacher-work-voice = Écouter { $name }
teacher-work-not-sent = Rien n’a encore été envoyé. Ce que vous avez choisi et écrit est toujours ici ; envoyez-le avec l’un des boutons.
teacher-work-skip = Aller à vos commentaires
teacher-work-tags = Je sais faire
teacher-work-thoughts = Ce que pense { $name }

teacher-answer-title = Vos commentaires
teacher-answer-judged-on = Évalué par { $name } le { $day }
teacher-answer-chose = Choix de { $name }
teacher-answer-why-theirs = { $name } :
teacher-answer-why = Dites pourquoi
teacher-answer-why-for = Pourquoi ce choix pour { $criterion }
teacher-answer-not-judged = { $name } n’a pas encore évalué ce travail. L’élève passe en premier : vous pourrez l’évaluer ensuite. Vous pouvez déjà écrire quelques mots.
teacher-answer-words = Commentaires pour { $name }
teacher-answer-next = Une prochaine étape
teacher-answer-send-approve = Envoyer et autoriser le partage
teacher-answer-send = Envoyer les commentaires
teacher-answer-only = Décider du partage, sans commentaires
teacher-answer-approve = Autoriser le partage
teacher-answer-not-yet = Pas encore

teacher-past-title = Avant
teacher-past-by = { $name }, { $day }
teacher-past-next = Prochaine étape :
teacher-difference-same = Les deux regards se rejoignent.
teacher-difference-learner_saw_more = { $steps ->
    [one] { $learner } y a vu un niveau de plus.
    [many] { $learner } y a vu { $steps } de niveaux de plus.
   *[other] { $learner } y a vu { $steps } niveaux de plus.
}
teacher-difference-teacher_saw_more = { $steps ->
    [one] { $teacher } y a vu un niveau de plus.
    [many] { $teacher } y a vu { $steps } de niveaux de plus.
   *[other] { $teacher } y a vu { $steps } niveaux de plus.
}
teacher-difference-only_learner = { $teacher } n’a pas évalué cette ligne.
teacher-difference-only_teacher = { $learner } n’a pas évalué cette ligne.
teacher-past-approved = Partage autorisé par { $name } le { $day }
teacher-past-not_yet = { $name } a dit « pas encore » au partage le { $day }

teacher-classes-none = Vous n’avez pas encore de classe. Créez-en une ici, ou importez une liste sur le serveur.
teacher-classes-new = Nouvelle classe
teacher-classes-add = Créer la classe

teacher-class-showcases = Expositions à autoriser
teacher-class-showcase-untitled = Exposition sans titre
teacher-shared-title = Partagé avec les familles
teacher-shared-why = Liens ouverts que des élèves ont créés. La personne qui en a un voit cette exposition et rien d’autre.
teacher-shared-what = Exposition
teacher-shared-until = Ouvert jusqu’au
teacher-shared-opened = Ouvertures
teacher-shared-never = Pas encore
teacher-shared-times = { $count ->
    [one] Une fois, le { $day }
    [many] { $count } de fois, la dernière le { $day }
   *[other] { $count } fois, la dernière le { $day }
}
teacher-class-code = Code de la classe
teacher-class-code-facts = { $count ->
    [one] Pour { $count } élève de plus, jusqu’au { $day }. À taper avec cette adresse : { $address }
    [many] Pour { $count } d’élèves de plus, jusqu’au { $day }. À taper avec cette adresse : { $address }
   *[other] Pour { $count } élèves de plus, jusqu’au { $day }. À taper avec cette adresse : { $address }
}
teacher-class-code-none = Aucun code de classe n’est ouvert. Avec un nouveau, des élèves peuvent rejoindre la classe pendant deux semaines.
teacher-class-code-renew = Nouveau code de classe
teacher-class-code-end = Fermer ce code
teacher-class-cards = Cartes à imprimer
teacher-class-learners = Élèves
teacher-class-joined = Dans la classe
teacher-class-not-joined = Pas encore dans la classe
teacher-class-by-code = Avec le code de la classe
teacher-class-device = Appareil
teacher-class-since = depuis le { $day }
teacher-class-revoke = Déconnecter cet appareil
teacher-class-new-code = Nouvelle carte
teacher-class-nobody = Il n’y a encore personne dans cette classe. Distribuez le code de la classe, ou ajoutez des élèves ici.
teacher-class-new-learner = Nouvel élève
teacher-class-add-learner = Ajouter l’élève

teacher-classes-locked-out = Quelqu’un a oublié son PIN et n’a plus accès
teacher-queue-locked-out = { $count ->
    [one] { $count } élève demande à retrouver son accès
    [many] { $count } d’élèves demandent à retrouver leur accès
   *[other] { $count } élèves demandent à retrouver leur accès
}
teacher-locked-title = Accès perdu
teacher-locked-what = Les élèves qui ont oublié leur PIN et n’ont ni badge ni papier demandent ici. Rien de leur travail n’est perdu.
teacher-locked-no-school-key = Cette école n’a pas encore de clé de secours ; elle ne peut donc rendre l’accès à aucun élève. La personne qui gère le serveur en crée une : portfolio school recovery-key
teacher-locked-waiting = En attente
teacher-locked-nobody = Personne n’attend de retrouver son accès.
teacher-locked-asks = { $name } demande à retrouver son accès
teacher-locked-minutes = { $count ->
    [0] demandé à l’instant
    [one] demandé il y a une minute
    [many] demandé il y a { $count } de minutes
   *[other] demandé il y a { $count } minutes
}
teacher-locked-hours = { $count ->
    [one] demandé il y a une heure
    [many] demandé il y a { $count } d’heures
   *[other] demandé il y a { $count } heures
}
teacher-locked-since = demandé le { $day }
teacher-locked-until = ouvert jusqu’au { $day }
teacher-locked-seen-by = { $name } a vu l’élève et les chiffres
teacher-locked-by-text = Un appareil sans connexion
teacher-locked-by-text-what = Scannez ou copiez la question affichée sur l’appareil. Elle commence par PORTFOLIO-ASK
teacher-locked-by-text-go = Voir cette question
teacher-locked-no-question = Cette question n’est pas complète. Copiez tout ce que montre l’appareil, de PORTFOLIO-ASK jusqu’à la fin.
teacher-locked-unknown_vault = Ce portfolio n’est celui d’aucun de vos élèves. Il doit déjà avoir été relié à cette école.
teacher-locked-other_key = Cette question est pour la clé d’une autre école.
teacher-locked-over = Cette question n’est plus valable. Refaites la demande depuis l’appareil.
teacher-locked-too-often = Ce portfolio a demandé trop souvent. Attendez un peu, puis refaites la demande depuis l’appareil.
teacher-locked-earlier = Avant
teacher-locked-state-answered = Accès rendu
teacher-locked-state-answered_before = Accès rendu
teacher-locked-state-refused = Refusé
teacher-locked-state-replaced = Demandé de nouveau
teacher-locked-state-over = Sans réponse
teacher-locked-see = Voyez l’élève
teacher-locked-see-child = Allez voir { $name }, ou faites venir { $name } avec l’appareil. Ne répondez jamais à un message ni à un appel.
teacher-locked-see-digits = L’appareil montre douze chiffres. Tapez-les ici en lisant son écran.
teacher-locked-digits = Les douze chiffres de l’appareil
teacher-locked-vouch = C’est bien { $name }, et ce sont bien les chiffres
teacher-locked-other-digits = Ce ne sont pas les chiffres de cette question. Regardez encore l’appareil. S’ils diffèrent toujours, ne répondez rien : c’est peut-être quelqu’un d’autre qui demande.
teacher-locked-answer = Répondre avec la clé de secours de l’école
teacher-locked-answer-what = C’est à la personne qui garde la clé de secours de l’école de le faire. { $name } choisit ensuite un nouveau PIN sur l’appareil, et tous les travaux sont là.
teacher-locked-key-file = Le fichier de la clé
teacher-locked-key = Ou ses mots, comme dans le fichier ou sur le papier
teacher-locked-passphrase = La phrase secrète du fichier
teacher-locked-key-safety = La clé sert une seule fois et n’est pas gardée sur le serveur. Pour qu’elle n’y passe jamais, répondez depuis un autre ordinateur : portfolio school answer
teacher-locked-answer-go = Rendre l’accès à { $name }
teacher-locked-wrong-passphrase = La phrase secrète n’ouvre pas cette clé, ou la question n’est pas pour ce portfolio. Aucune réponse n’a été donnée.
teacher-locked-wrong-key = Ce n’est pas la clé de secours de cette question. Aucune réponse n’a été donnée.
teacher-locked-changed = Cette question a changé entre-temps. Regardez encore.
teacher-locked-refuse = Dire non
teacher-locked-done-answered = C’est répondu. { $name } choisit un nouveau PIN sur l’appareil. Cela est noté, et { $name } peut le voir.
teacher-locked-done-answered_before = { $name } a déjà retrouvé son accès.
teacher-locked-done-refused = C’est refusé. L’appareil le dit.
teacher-locked-done-replaced = { $name } a demandé de nouveau ; répondez à la question la plus récente.
teacher-locked-done-over = Personne n’a répondu à temps. { $name } peut redemander.
teacher-locked-answer-text = Pour un appareil sans connexion
teacher-locked-answer-text-what = Scannez ceci avec l’appareil, ou tapez-le. Cela n’ouvre rien d’autre, nulle part ailleurs.
teacher-locked-answer-picture = La réponse sous forme de code carré

teacher-cards-how = Imprimez, découpez et distribuez. Une carte personnelle sert une seule fois et seulement à son élève.
teacher-cards-picture = Code QR pour { $name }
teacher-cards-personal = Sert une fois, jusqu’au { $day }
teacher-cards-class = Pour toute la classe, jusqu’au { $day }
teacher-cards-none = Aucun code n’est ouvert. Créez un code de classe, ou une nouvelle carte pour un élève.

teacher-nav-library = Bibliothèque
teacher-library-saved = Enregistré comme nouvelle version. Les travaux déjà évalués gardent la version avec laquelle ils l’ont été.
teacher-library-rubrics = Grilles
teacher-library-frameworks = Référentiels
teacher-library-own = Fourni avec le produit
teacher-library-versions = { $count ->
    [one] { $count } version
    [many] { $count } de versions
   *[other] { $count } versions
}
teacher-library-criteria = { $count ->
    [one] { $count } critère
    [many] { $count } de critères
   *[other] { $count } critères
}
teacher-library-competencies = { $count ->
    [one] { $count } compétence
    [many] { $count } de compétences
   *[other] { $count } compétences
}
teacher-library-change = Modifier
teacher-library-copy = Copier
teacher-library-case = CASE
teacher-library-csv = CSV

teacher-import-title = Importer un fichier
teacher-import-what = Un référentiel ou des grilles en JSON de CASE, CTDL-ASN ou DigComp, venant de Moodle, Canvas ou D2L, ou sous forme de tableau (CSV ou Excel). Vous voyez ce qu’il contient avant tout import.
teacher-import-kind = Ce que contient le fichier
teacher-import-framework = Un référentiel
teacher-import-rubric = Des grilles
teacher-import-file = Le fichier
teacher-import-columns = Un tableau avec d’autres en-têtes
teacher-import-columns-how = Une ligne par colonne, par exemple : statement = Ce que l’élève sait faire
teacher-import-look = Voir le contenu
teacher-import-no-file = Choisissez un fichier qui n’est pas vide.
teacher-import-gone = Le fichier n’est plus ici. Choisissez-le de nouveau.
teacher-import-nothing-yet = Voici ce que contient le fichier. Rien n’a encore été importé.
teacher-import-taken = Ce qui serait importé
teacher-import-format = Lu comme { $format }
teacher-import-count-packages = { $count ->
    [one] { $count } document
    [many] { $count } de documents
   *[other] { $count } documents
}
teacher-import-count-items = { $count ->
    [one] { $count } compétence
    [many] { $count } de compétences
   *[other] { $count } compétences
}
teacher-import-count-associations = { $count ->
    [one] { $count } lien entre compétences
    [many] { $count } de liens entre compétences
   *[other] { $count } liens entre compétences
}
teacher-import-count-rubrics = { $count ->
    [one] { $count } grille
    [many] { $count } de grilles
   *[other] { $count } grilles
}
teacher-import-count-criteria = { $count ->
    [one] { $count } critère
    [many] { $count } de critères
   *[other] { $count } critères
}
teacher-import-count-levels = { $count ->
    [one] { $count } niveau
    [many] { $count } de niveaux
   *[other] { $count } niveaux
}
teacher-import-difference = Ce que cela change
teacher-import-same = Vos classes ont déjà la même chose.
teacher-import-other-words = Le contenu est le même, à quelques détails près.
teacher-import-mended = Ce qui a été réparé
teacher-import-left-out = Ce qui a été laissé de côté, et pourquoi
teacher-import-unread = Ce qui est gardé sans être montré
teacher-import-take = Importer
teacher-import-leave = Laisser
teacher-import-given = Importé. C’est en route vers les appareils de vos classes.
teacher-import-problem-no-class = Choisissez au moins une classe.
teacher-import-problem-changed = Votre bibliothèque a changé entre-temps. Regardez encore les différences, puis importez.

teacher-kind-single_point = À point unique
teacher-kind-analytic = Analytique
teacher-kind-holistic = Globale
teacher-kind-continuum = Continuum
teacher-kind-checklist = Liste de vérification
teacher-kind-what-single_point = Un but clair pour chaque critère, ouvert des deux côtés.
teacher-kind-what-analytic = Plusieurs critères, chacun avec ses propres niveaux.
teacher-kind-what-holistic = Un seul regard sur tout le travail, par niveaux.
teacher-kind-what-continuum = Des niveaux qui couvrent plusieurs années scolaires.
teacher-kind-what-checklist = Des éléments qui sont là, ou pas encore.
teacher-start-towards = En chemin
teacher-start-there = Atteint
teacher-start-beyond = Au-delà
teacher-start-beginning = Au début
teacher-start-emerging = Premiers progrès
teacher-start-on-the-way = En chemin
teacher-start-secure = Bien acquis
teacher-start-not-yet = Pas encore
teacher-start-yes = Oui

teacher-rubric-page = Une grille
teacher-rubric-new = Nouvelle grille
teacher-rubric-change = Modifier une grille
teacher-rubric-copy-of = { $title } (copie)
teacher-rubric-is-copy = Ceci est votre propre copie. La grille d’origine reste telle quelle.
teacher-rubric-not-saved = Rien n’a encore été enregistré. Tout ce que vous avez écrit est toujours ici ; enregistrez-le avec le bouton ci-dessous.
teacher-rubric-took-criterion = Le critère a été retiré.
teacher-rubric-took-level = Le niveau a été retiré.
teacher-rubric-undo = Le remettre
teacher-rubric-back = C’est remis.
teacher-rubric-not-kept = Pas encore enregistré. Tout ce que vous avez écrit est toujours ici :
teacher-rubric-in-line = Critère { $number } :
teacher-rubric-other = Quelqu’un a enregistré une autre version après que vous avez ouvert celle-ci. Rien n’a été écrasé, et tout ce que vous avez écrit est toujours ici. L’autre version a changé ceci :
teacher-rubric-look-theirs = Voir l’autre version
teacher-rubric-save-copy = Enregistrer la mienne comme grille à part
teacher-rubric-save-after = Enregistrer la mienne comme dernière version
teacher-rubric-about = À propos de la grille
teacher-rubric-title = Titre
teacher-rubric-description = À quoi elle sert
teacher-rubric-kind = Type
teacher-rubric-language = Langue, par exemple fr ou pt-BR
teacher-rubric-shown = Ce que montre le tableau
teacher-rubric-same-levels = Tous les critères ont les mêmes niveaux
teacher-rubric-scored = Avec des points
teacher-rubric-weighted = Avec des poids
teacher-rubric-refresh = Afficher ainsi
teacher-rubric-grid = Critères et niveaux
teacher-rubric-criterion = Critère
teacher-rubric-level = Niveau { $number }
teacher-rubric-level-name = { $line } : nom du niveau { $number }
teacher-rubric-line = Critère { $number }
teacher-rubric-cell = { $line }, { $level } : à quoi on le reconnaît
teacher-rubric-left = Déplacer vers le plus bas : { $name }
teacher-rubric-right = Déplacer vers le plus haut : { $name }
teacher-rubric-up = Monter : { $name }
teacher-rubric-down = Descendre : { $name }
teacher-rubric-remove = Retirer : { $name }
teacher-rubric-add-level-to = Ajouter un niveau : { $name }
teacher-rubric-add-line = Ajouter un critère
teacher-rubric-add-level = Ajouter un niveau
teacher-rubric-weight = Poids
teacher-rubric-score = Points
teacher-rubric-years = Années scolaires, séparées par des virgules
teacher-rubric-more = Plus
teacher-rubric-line-words = Ce que cela veut dire
teacher-rubric-group = Groupe où il se trouve
teacher-rubric-negative = Plus il y en a, moins c’est bien
teacher-rubric-shows = Montre la compétence
teacher-rubric-unlink = Retirer
teacher-rubric-find = Mots d’une compétence qu’il montre
teacher-rubric-find-go = Chercher
teacher-rubric-found-none = Aucune compétence ne contient ces mots. Essayez-en d’autres.
teacher-rubric-feedback = Commentaire prêt à l’emploi
teacher-rubric-feedback-for = { $line }, { $level } : commentaire prêt à l’emploi
teacher-rubric-for = Pour quelles classes
teacher-rubric-versions = Enregistrer crée une nouvelle version. Les travaux déjà évalués gardent la version avec laquelle ils l’ont été.
teacher-rubric-save = Enregistrer et donner à ces classes
teacher-words-title = La grille dans d’autres langues
teacher-words-languages = Autres langues
teacher-words-first = Langue d’origine : { $language }
teacher-words-add = Ajouter une langue : un code court, comme nl ou pt-BR
teacher-words-go = Ouvrir
teacher-words-missing = { $count ->
    [one] Il manque { $count } texte sur { $all }.
    [many] Il manque { $count } de textes sur { $all }.
   *[other] Il manque { $count } textes sur { $all }.
}
teacher-words-instead = Ce qui manque, l’élève le voit dans la langue d’origine.
teacher-words-whole = Il ne manque rien.
teacher-words-lacking = Manquant
teacher-words-rubric = La grille
teacher-words-levels = Noms des niveaux
teacher-words-group = Groupe
teacher-words-text-title = Titre
teacher-words-text-description = Description
teacher-words-text-name = Nom
teacher-words-text-feedback = Commentaire prêt à l’emploi
teacher-words-text-picture_words = Ce que montre l’image
teacher-words-save = Enregistrer dans cette langue
teacher-words-problem-language = Indiquez la langue par un code court, comme nl ou pt-BR, et choisissez-en une autre que la langue d’origine de la grille.
teacher-words-problem-too-long = Certains textes sont trop longs ; raccourcissez-les. Tout ce que vous avez écrit est toujours ici.
teacher-words-problem-changed = Quelqu’un a enregistré une autre version entre-temps. Tout ce que vous avez écrit se trouve à côté ; relisez-le et enregistrez de nouveau.
teacher-drafts = Brouillons
teacher-draft-keep = Enregistrer comme brouillon
teacher-draft-what = Un brouillon n’est que pour vous : il peut rester inachevé, et aucune classe ne le reçoit.
teacher-draft-kept = Enregistré comme brouillon. Aucune classe ne l’a encore.
teacher-draft-kept-on = Enregistré le { $day }
teacher-draft-untitled = Sans titre
teacher-draft-go-on = Continuer
teacher-draft-throw = Jeter
teacher-draft-thrown = Le brouillon a été jeté.
teacher-draft-begun = Vous avez un brouillon de cette grille, enregistré le { $day }.
teacher-draft-too-many = Vous avez trop de brouillons. Jetez-en un ou enregistrez-en un comme grille, puis gardez celui-ci. Tout ce que vous avez écrit est toujours ici.
teacher-rubric-too-large = Cette grille est trop grande pour être modifiée ici : une page contient { $criteria } critères avec { $levels } niveaux chacun. Modifiez-la dans un tableur et importez-la de nouveau.

teacher-wrong-title-missing = Donnez un titre à la grille.
teacher-wrong-too-long = Ce texte est trop long ; raccourcissez-le.
teacher-wrong-kind-missing = Choisissez un type.
teacher-wrong-kind-holistic = Une grille globale a un seul critère. Retirez les autres, ou choisissez un autre type.
teacher-wrong-kind-single_point = Une grille à point unique a trois niveaux au plus. Retirez-en, ou choisissez un autre type.
teacher-wrong-kind-checklist = Une liste de vérification a deux niveaux au plus. Retirez-en, ou choisissez un autre type.
teacher-wrong-language = Tapez la langue sous forme de code court, par exemple fr ou pt-BR.
teacher-wrong-no-criterion = Ajoutez au moins un critère.
teacher-wrong-criterion-missing = Dites ce qui est regardé.
teacher-wrong-no-level = Ajoutez au moins un niveau.
teacher-wrong-level-missing = Donnez un nom à ce niveau.
teacher-wrong-weight = Tapez un nombre pour le poids, ou laissez vide.
teacher-wrong-score = Tapez un nombre de points, ou laissez vide.
teacher-wrong-unreadable = Ceci n’a pas pu être lu. Ouvrez de nouveau la grille.
teacher-wrong-no-class = Choisissez au moins une classe.
teacher-wrong-no-class-yet = Vous n’avez pas encore de classe. Créez-en d’abord une, puis enregistrez.

teacher-answer-sealed = { $name } a évalué ce travail. Selon les règles de la classe, vous évaluez d’abord sans voir : les choix de { $name } s’ouvrent ensuite.
teacher-pin-title = Ce que { $name } montre à ce sujet
teacher-pin-shown = L’endroit dans l’image { $number }
teacher-pin-place = Dans l’image { $number }, { $row }, { $column }
teacher-pin-picture = Image { $number }
teacher-pin-work = Tout le travail
teacher-pin-other-work = Un autre travail
teacher-pin-time = à { $minutes }:{ $seconds }
teacher-pin-row-top = en haut
teacher-pin-row-middle = à mi-hauteur
teacher-pin-row-bottom = en bas
teacher-pin-column-left = à gauche
teacher-pin-column-centre = au centre
teacher-pin-column-right = à droite
teacher-history = Les évaluations au fil du temps
teacher-history-when = Quand
teacher-history-who = Qui
teacher-history-level = Niveau

teacher-learner-page = Un élève
teacher-learner-goals = Objectifs
teacher-learner-goal-untitled = Un objectif sans nom
teacher-learner-goal-since = depuis le { $day }
teacher-learner-reached = Atteint
teacher-learner-stuck = Ça bloque
teacher-step-later = Plus tard
teacher-step-open = Maintenant
teacher-step-done = Fait
teacher-going-well = ça va bien
teacher-going-slowly = ça va lentement
teacher-going-stuck = ça bloque
teacher-learner-evidence = Travail { $number }
teacher-learner-two = Deux travaux côte à côte :
teacher-learner-proposed = Proposé par { $name } le { $day } :
teacher-proposal-waiting = Pas encore de réponse
teacher-proposal-accepted = Acceptée
teacher-proposal-declined = Non retenue
teacher-learner-propose = Proposer des étapes
teacher-learner-where = Où elles vont
teacher-learner-new-steps = Nouvelles étapes
teacher-learner-split = Des étapes plus petites au lieu de : { $title }
teacher-learner-steps = Étapes, une par ligne
teacher-learner-words = Quelques mots pour { $name }
teacher-learner-propose-go = Proposer
teacher-learner-no-goals = { $name } n’a aucun objectif que vous puissiez voir.
teacher-learner-about = { $name } se présente
teacher-learner-nothing-about = { $name } ne montre encore rien ici à l’équipe enseignante.
teacher-learner-topic = À propos de
teacher-learner-no-topic = Rien de particulier
teacher-topic-strengths = Points forts
teacher-topic-needs = Besoins
teacher-topic-interests = Centres d’intérêt
teacher-topic-motivation = Ce qui motive
teacher-topic-supports = Ce qui aide
teacher-topic-showing = Comment j’aime montrer ce que j’apprends
teacher-learner-asked = Demandé par { $name } le { $day } : { $topic }
teacher-learner-invite = Demander une mise à jour
teacher-learner-invite-go = Demander
teacher-learner-notes = Vos notes
teacher-learner-notes-what = À part des commentaires sur les travaux. L’équipe enseignante de { $name } voit ces notes, et { $name } peut lire ce qui est écrit à son sujet.
teacher-learner-note = Une note
teacher-learner-note-go = Garder la note
teacher-learner-said-propose = Proposé. { $name } prend ou laisse.
teacher-learner-said-note = La note est gardée.
teacher-learner-said-invite = Demandé. { $name } le voit sur son appareil.
teacher-learner-wrong-nothing = Rien n’a été gardé. Appuyez sur l’un des boutons.
teacher-learner-wrong-no-goal = Cet objectif ne peut plus recevoir d’étapes. Regardez encore la page.
teacher-learner-wrong-no-steps = Écrivez au moins une étape.
teacher-learner-wrong-steps-too-long = Proposez huit étapes au plus, de 120 lettres au plus chacune.
teacher-learner-wrong-no-words = Écrivez d’abord quelques mots.
teacher-learner-wrong-no-topic = Choisissez le sujet de la demande.
teacher-learner-wrong-too-long = Ce texte est trop long ; raccourcissez-le.

teacher-rules-title = Règles de la classe
teacher-rules-kept = Enregistré. Les règles valent dès maintenant, sur toutes les pages et tous les appareils de cette classe.
teacher-rules-not-kept = Pas encore enregistré. Regardez les nombres marqués ; tout ce que vous avez écrit est toujours ici.
teacher-rules-wrong = Tapez un nombre entier, { $most } au plus.
teacher-rules-first = Qui passe en premier
teacher-rules-seals = Cacher les choix des élèves jusqu’à mon évaluation
teacher-rules-seals-what = Vous évaluez alors sans connaître le choix de l’élève ; ensuite, les deux s’ouvrent côte à côte.
teacher-rules-level = Comment plusieurs évaluations donnent un seul niveau
teacher-method-latest = La dernière
teacher-method-best = La meilleure
teacher-method-most_common = La plus fréquente
teacher-method-decaying_average = Moyenne dégressive
teacher-method-what-latest = Le niveau est celui de l’évaluation la plus récente.
teacher-method-what-best = Le niveau est celui de la meilleure évaluation à ce jour.
teacher-method-what-most_common = Le niveau donné le plus souvent ; s’il y en a plusieurs, le dernier donné.
teacher-method-what-decaying_average = L’évaluation la plus récente pèse { $percent } %, tout ce qui précède pèse le reste ; on montre le niveau le plus proche.
teacher-rules-percent = Poids de l’évaluation la plus récente dans une moyenne dégressive, en pour cent
teacher-rules-enough = Quand il y a assez de traces
teacher-rules-enough-what = 0 ne demande rien. Trop peu de traces n’est jamais un niveau bas.
teacher-rules-pieces = Travaux
teacher-rules-contexts = Lieux ou occasions différents
teacher-rules-recent = Travaux récents
teacher-rules-recent_days = Nombre de jours pour compter comme récent
teacher-rules-alone = Travaux faits sans aide
teacher-rules-keep = Enregistrer ces règles

teacher-progress-title = Ce que la classe a montré
teacher-progress-rule = La règle de cette classe
teacher-progress-enough = Assez de traces à partir de : travaux, { $pieces } ; contextes, { $contexts } ; sur les { $days } derniers jours, { $recent }.
teacher-progress-what = Chaque élève à part, par ordre alphabétique. « Encore rien » n’est pas un niveau, et jamais un niveau bas.
teacher-progress-view = Selon qui
teacher-progress-view-teacher = Selon les enseignants
teacher-progress-view-learner = Selon les élèves
teacher-progress-newest = Seuls les 3 000 travaux les plus récents de la classe ont été regardés.
teacher-progress-place = { $place } sur { $levels }
teacher-progress-unjudged = Non évalué
teacher-progress-pieces = { $count ->
    [one] { $count } travail
    [many] { $count } de travaux
   *[other] { $count } travaux
}
teacher-progress-is-enough = assez
teacher-progress-none = Encore rien
teacher-progress-more = { $count ->
    [one] { $count } compétence de plus n’est pas montrée.
    [many] { $count } de compétences de plus ne sont pas montrées.
   *[other] { $count } compétences de plus ne sont pas montrées.
}
teacher-progress-empty = Dans cette classe, personne n’a encore choisi de « Je sais faire » ni évalué un travail. Les compétences apparaîtront ici dès que quelqu’un le fera.

## Family: pages for the holder of a link

family-by = Une création de { $name }
family-page = Une exposition
family-showcase-untitled = L’exposition de { $name }
family-work-untitled = Un travail
family-picture = Image : { $title }
family-link = (une page ailleurs, s’ouvre dans un nouvel onglet)
family-voice = Écouter { $name }
family-film = { $name } a fait un film. Demandez-lui de vous le montrer.
family-paper = Il y a un fichier ici. Demandez à { $name } de vous le montrer.
family-about = À propos de { $name }
family-tags = { $name } dit : je sais faire
family-thought = { $name } pense
family-nothing-yet = { $name } a choisi des travaux à montrer. Ils apparaîtront ici une fois regardés en classe.
family-until = { $name } partage cette page avec vous jusqu’au { $day }.
family-private = Merci de garder ce lien pour vous.
family-over-title = Ce lien n’est plus ouvert
family-over-next = Votre téléphone va bien. Un lien est ouvert pour un temps, et l’enfant qui l’a fait peut le fermer. Demandez-lui de vous montrer ses travaux ou de faire un nouveau lien.
family-join-title = Rejoins ta classe
family-join-open = Ouvre l’application Portfolio et choisis « Rejoindre mon école ».
family-join-address = Tape cette adresse :
family-join-code = Tape le code de ta carte.

## Errors, in words for a child

student-error-unknown = Ça n’a pas marché. Rien n’est perdu. Essaie encore une fois.
student-error-wrong-secret = Ce n’est pas ton code secret. Essaie encore.
student-error-too-many-tries = Trop d’essais. Attends { $seconds ->
    [one] { $seconds } seconde
    [many] { $seconds } de secondes
   *[other] { $seconds } secondes
}, puis essaie encore.
student-error-vault-in-use = Tes travaux sont ouverts dans un autre programme. Ferme-les d’abord là-bas.
student-error-store-damaged = Quelque chose est cassé ici. Demande en classe ; tes travaux à l’école sont à l’abri.
student-error-not-a-bundle = Ce fichier n’est pas une réponse de ton école. Choisis-en un autre.
student-error-bundle-goes-elsewhere = Ce fichier n’est pas pour toi sur cet appareil. Choisis-en un autre, ou demande en classe.
student-error-bundle-too-old = Ce fichier est trop vieux. Fais un nouveau fichier pour l’école. Rien n’est perdu.
student-error-bundle-too-new = Ce fichier vient d’une application plus récente. Demande à quelqu’un de mettre celle-ci à jour.
student-error-bundle-damaged = Ce fichier est abîmé. Ce qui a pu être lu est gardé. Demandes-en un nouveau en classe.
student-error-answers-nothing = Cette réponse va avec un fichier que cet appareil ne connaît plus. Fais un nouveau fichier pour l’école.
student-error-no-school-yet = Rejoins d’abord ton école.
student-error-school-keys-missing = Ton application doit d’abord rencontrer ton école une fois par internet. Ensuite, cela marche sans.
student-error-storage-full = Il n’y a plus de place sur cet appareil. Demande à quelqu’un de faire de la place, puis enregistre encore.
student-error-school-unreachable = L’école ne répond pas pour l’instant. Tes travaux sont enregistrés ici. Essaie plus tard.

## Errors: pages of the school

error-page-home = Aller à la première page
error-page-unreadable = Cela n’a pas pu être lu
error-page-unreadable-next = Rien n’a changé. Revenez en arrière, relisez ce que vous avez écrit et réessayez.
error-page-not-allowed = Cela n’a pas été fait
error-page-not-allowed-next = La page est peut-être trop ancienne, ou vient d’ailleurs. Rouvrez-la et recommencez.
error-page-not-found = Il n’y a rien ici
error-page-not-found-next = L’adresse est peut-être fausse, ou ce qui était là n’existe plus.
error-page-changed = Cela n’a pas pu être gardé
error-page-changed-next = Quelque chose a changé entre-temps. Rouvrez la page et regardez.
error-page-too-large = C’est trop grand
error-page-too-large-next = Rien n’a changé. Raccourcissez le texte et réessayez.
error-page-wait = Un instant, s’il vous plaît
error-page-wait-next = Il y a eu beaucoup de demandes. Attendez une minute, puis réessayez.
error-page-full = Il n’y a plus de place
error-page-full-next = Le disque du serveur de l’école est plein. Rien n’a été enregistré à moitié ; prévenez la personne qui s’en occupe.
error-page-other = Quelque chose n’a pas marché
error-page-other-next = Ce n’est pas votre faute. Réessayez dans un petit moment.

## Demo: the page of the made-up class

demo-heading = Suivez un travail d’un bout à l’autre
demo-intro = Tout se passe sur cet ordinateur et nulle part ailleurs. { $classroom }, la personne qui y enseigne et toutes les images sont inventées ; la photo, elle, sera vraie : apportez-en une.
demo-story = L’histoire en sept étapes
demo-open-student = Ouvrir l’application de l’élève
demo-open-school = Ouvrir la page de l’enseignant
demo-step-off-title = Éteignez l’école
demo-step-off = Rien de ce que vous faites d’abord n’en a besoin. Utilisez l’interrupteur de cette page, puis continuez comme un enfant dans un bus ou en forêt.
demo-step-photo-title = Créez un élève et ajoutez une photo
demo-step-photo = Dans l’application de l’élève, choisissez « C’est ma première fois », ou prenez { $name } dans la classe. Ajoutez une vraie photo. Elle se met à l’endroit, et le lieu de la prise de vue est effacé.
demo-step-check-title = Dites ce qu’il montre, et faites d’abord le point
demo-step-check = Donnez-lui un titre, choisissez un « Je sais faire », faites le point sur votre propre travail ligne par ligne, et écrivez ce que vous pensez. On lit « Enregistré ici », ou « Attend de partir à l’école » pour quelqu’un de la classe.
demo-step-join-title = Allumez l’école, et rejoignez-la
demo-step-join = Votre propre élève rejoint l’école dans l’application, avec l’adresse de l’école et le code { $code }. Ce qui a été fait avant part aussi : « À l’abri à l’école ».
demo-step-teacher-title = Mettez-vous à la place de l’enseignant
demo-step-teacher = Connectez-vous en tant que { $teacher }. Votre travail est en haut. Évaluez les mêmes lignes, écrivez quelques mots et une prochaine étape, et autorisez le partage.
demo-step-answer-title = Voyez les deux côtés
demo-step-answer = De retour dans l’application de l’élève, la réponse arrive toute seule : votre bilan et celui de l’enseignant côte à côte, et la différence en mots.
demo-step-family-title = Montrez à votre famille, puis reprenez
demo-step-family = Faites une exposition et partagez-la. Ouvrez le lien sur une page de la taille d’un téléphone : exactement cela, et rien d’autre. Reprenez-le et regardez encore.
demo-switch = Serveur de l’école
demo-switch-why = Ceci arrête et démarre le vrai programme. L’application de l’élève continue dans les deux cas.
demo-state-on = L’école est allumée
demo-state-off = L’école est éteinte
demo-state-busy = Un instant…
demo-turn-on = Allumer l’école
demo-turn-off = Éteindre l’école
demo-join-code = Code de la classe
demo-join-why = Pour rejoindre l’école depuis l’application de l’élève. Les majuscules et les tirets ne comptent pas.
demo-address = Adresse de l’école
demo-teacher = Enseignant : { $name }
demo-email = E-mail
demo-password = Mot de passe
demo-safe = Quand un enfant oublie son PIN
demo-safe-why = Dans l’application de l’élève, choisissez quelqu’un de la classe, touchez « Je l’ai oublié », puis « Mon école m’aide ». L’enseignant voit la demande sur la page « Accès perdu », qui demande le papier rangé dans le coffre de l’école.
demo-safe-key = Le papier du coffre
demo-class = { $classroom }, inventée
demo-class-why = Douze élèves avec un trimestre de travaux chacun. Leurs PIN ne sont pas secrets ici.
demo-pin = PIN : { $pin }
demo-copy = Copier
demo-copy-what = Copier : { $what }
demo-copied = Copié
demo-stop = Pour finir la démonstration, appuyez sur Ctrl et C là où vous l’avez lancée.

## Demo: what the command line says

demo-say-making = Création d’une classe : douze élèves, leur trimestre, et les commentaires reçus.
demo-say-starting = Démarrage de l’école et de l’application de l’élève.
demo-say-ready = La démonstration est prête. Ouvrez cette page :
demo-say-student = Application de l’élève
demo-say-school = Page de l’enseignant
demo-say-teacher = connectez-vous en tant que { $email } avec { $password }
demo-say-code = Code de la classe
demo-say-pins = Les PIN
demo-say-kept = Gardé dans { $folder }
demo-say-cleared = Gardé dans { $folder } jusqu’à la fin de la démonstration
demo-say-stop = Appuyez sur Ctrl et C pour la finir.
demo-say-ended = La démonstration est finie.

## Student app: growing

student-place-goals = Objectifs
student-bar-works = Travaux
student-bar-showcases = Expo
student-growing-goals = Mes objectifs
student-growing-progress = Je sais faire
student-growing-roadmap = Mon chemin

student-goals-title = Je grandis
student-goals-first-title = Que veux-tu réussir ?
student-goals-first = Un objectif, c’est quelque chose que tu veux réussir. De petites étapes t’y mènent.
student-goals-again-title = Et maintenant ?
student-goals-again = Tu as atteint tous tes objectifs. Ils sont sur ton chemin.
student-goal-new = Nouvel objectif
student-goal-what = Qu’est-ce que je veux réussir ?
student-goal-what-hint = Je veux nager sans aide
student-goal-why = Pourquoi est-ce que je le veux ?
student-goal-first-step = Une première petite étape
student-goal-first-step-hint = Mettre la tête sous l’eau
student-goal-nothing = Dis d’abord ce que tu veux réussir.
student-goal-gone = Ce n’est plus ici.
student-goal-about = À propos de cet objectif
student-goal-tags = Choisir un « Je sais faire »
student-goal-tags-why = Touche ce que tu travailles avec cet objectif. Tu peux choisir plusieurs choses.
student-goal-bin-what = Rien n’est perdu ici. Tu peux le remettre dans Mes objectifs.
student-goal-bin-back = C’est revenu dans Mes objectifs.
student-thought-back = Ta réflexion est revenue à sa place.
student-goal-steps = Étapes faites : { $done } sur { $of }
student-goal-no-steps = Pas encore d’étapes. Quelle pourrait être la première, toute petite ?
student-goal-next = Maintenant : { $step }
student-goal-idea-waits = Une idée pour toi
student-goal-how-goes-it = Comment ça va ?
student-goal-reached = J’ai réussi
student-goal-reached-on = Tu as réussi le { $day }.
student-goal-not-yet = Pas encore
student-goal-go-on = Continuer
student-goal-story = Mon histoire
student-goal-cheer = Tu as réussi ! C’est sur ton chemin maintenant.

student-steps-title = Petites étapes
student-steps-none = Une petite étape, c’est quelque chose que tu peux faire bientôt.
student-steps-new = Une nouvelle petite étape
student-steps-add = Ajouter cette étape
student-steps-one = Une étape
student-steps-what = Qu’est-ce que je vais faire ?
student-steps-room = Étapes ouvertes : { $open } sur { $most }. Il reste de la place.
student-steps-full = Étapes ouvertes : { $open }. C’est déjà beaucoup ! Finis-en une ou remets-en une à plus tard. Ensuite, commence la prochaine.
student-steps-open = En cours
student-steps-later = Plus tard
student-steps-done = Fait
student-steps-begin = Commencer : { $step }
student-steps-finish = Fait : { $step }
student-steps-well-done = Bravo ! Une étape de plus.
student-steps-start = Commencer cette étape
student-steps-again = La refaire
student-steps-put-off = Remettre à plus tard
student-steps-is-done = C’est fait
student-steps-show = Montrer
student-steps-show-why = Quel travail montre cette étape ? Choisis-en autant que tu veux.
student-steps-earlier = Plus tôt
student-steps-later-on = Plus tard
student-steps-moved = C’est maintenant le numéro { $place } sur { $of }.
student-steps-bin = L’enlever

student-home-steps = Mes petites étapes

student-going-well = Bien
student-going-slowly = Lentement
student-going-stuck = Ça bloque
student-going-is-stuck = Ça bloque
student-going-why-well = Qu’est-ce qui va bien ?
student-going-why-slowly = Qu’est-ce qui prend du temps ?
student-going-why-stuck = Qu’est-ce qui est dur ?
student-going-stuck-told = Tu as dit que ça bloque. Ta ou ton prof va le voir.
student-going-stuck-alone = Tu as dit que ça bloque. Montre-le à quelqu’un qui peut t’aider.

student-idea-title = Une idée pour toi
student-idea-steps = Ta ou ton prof pense à ces étapes :
student-idea-split = Ta ou ton prof ferait des étapes plus petites avec « { $step } » :
student-idea-words = Réponds quelque chose, si tu veux
student-idea-yes = Oui, je la prends
student-idea-no = Non merci
student-idea-taken = Elle est à toi maintenant.
student-idea-left = C’est très bien. C’est ton objectif.

student-way-none-title = Ton chemin commence ici
student-way-none = Quand tu atteins un objectif, son histoire reste ici avec tes travaux.
student-way-reached = Ce que j’ai réussi
student-way-ahead = Ce que je travaille
student-way-began = J’ai commencé
student-way-step = J’ai fait une étape
student-way-check-in = J’ai dit
student-way-finished = J’ai réussi

student-think-none = Encore rien ici. Une question peut t’aider à commencer.
student-kind-look = Regarde-le bien
student-kind-what = Que s’est-il passé ?
student-kind-stars = Des étoiles et un vœu
student-kind-before-after = Avant et maintenant
student-two-title = Deux travaux côte à côte
student-two-choose = Choisis-en deux. Qu’est-ce qui a changé de l’un à l’autre ?
student-two-look = Regarder les deux
student-two-few-title = Il en faut deux
student-two-few = Ajoute encore un travail. Ensuite tu pourras regarder les deux côte à côte.
student-two-older = Plus ancien
student-two-newer = Plus récent

## Student app: what I can

student-progress-none-title = Tes travaux montrent ce que tu sais faire
student-progress-none = Ouvre un travail et choisis ce qu’il montre. Ensuite, tu verras tes progrès ici.
student-progress-shown = Ce que mes travaux montrent
student-progress-wanted = Ce que je veux apprendre
student-progress-nothing-yet = Encore rien de montré. Ce n’est pas un niveau, juste un début.
student-progress-not-judged = Personne n’a encore regardé le niveau. Fais le point sur un de tes travaux.
student-progress-no-view = Encore rien
student-progress-works = { $count ->
    [one] { $count } travail le montre
    [many] { $count } de travaux le montrent
   *[other] { $count } travaux le montrent
}
student-progress-mine = Je dis : { $level }
student-progress-theirs = Ma ou mon prof dit : { $level }
student-progress-from = { $count ->
    [one] d’après { $count } travail
    [many] d’après { $count } de travaux
   *[other] d’après { $count } travaux
}
student-progress-enough = Assez pour bien le voir
student-progress-grew = En progrès
student-agree = { $times ->
    [one] { $same ->
        [0] Toi et ta ou ton prof l’avez vu de deux façons. Parlez-en : les deux regards comptent.
       *[other] Toi et ta ou ton prof avez vu la même chose.
    }
    [many] { $same ->
        [0] Toi et ta ou ton prof l’avez vu de façons différentes, { $times } de fois. Parlez-en : les deux regards comptent.
       *[other] Toi et ta ou ton prof avez vu la même chose { $same } fois sur { $times }.
    }
   *[other] { $same ->
        [0] Toi et ta ou ton prof l’avez vu de façons différentes, { $times } fois. Parlez-en : les deux regards comptent.
       *[other] Toi et ta ou ton prof avez vu la même chose { $same } fois sur { $times }.
    }
}
student-agree-closer = Ces derniers temps, plus souvent qu’avant.
student-progress-make-goal = En faire un objectif
student-progress-add = Le montrer
student-progress-evidence = Travaux qui le montrent
student-progress-show-it = Aucun travail ne montre encore ceci. Quand l’un d’eux le montre, ouvre ce travail et choisis ceci sous « Je sais faire ».

student-grew-learner-more = Tu y vois plus de choses qu’au début.
student-grew-learner-same = Tu le vois comme au début.
student-grew-learner-less = Tu regardes maintenant de plus près qu’au début.
student-grew-teacher-more = Ta ou ton prof y voit plus de choses qu’au début.
student-grew-teacher-same = Ta ou ton prof le voit comme au début.
student-grew-teacher-less = Le dernier était plus difficile. Parles-en en classe.

student-growth-title = Mes progrès
student-growth-says = Nombre de regards : { $count }, du premier à gauche au plus récent à droite. Plus c’est haut, plus tu as avancé.
student-growth-when = Quand
student-growth-who = Qui
student-growth-level = Niveau
student-growth-work = Travail

student-rule-title = Comment c’est calculé
student-rule-latest = Niveau : le plus récent compte.
student-rule-best = Niveau : le meilleur compte.
student-rule-most-common = Niveau : celui qu’on a dit le plus souvent compte.
student-rule-decaying-average = Niveau : les plus récents comptent plus ({ $percent } sur 100 pour le dernier).
student-enough = Il suffit de : { $parts }
student-enough-pieces = { $count ->
    [one] { $count } travail
    [many] { $count } de travaux
   *[other] { $count } travaux
}
student-enough-contexts = { $count ->
    [one] fait dans { $count } lieu
    [many] faits dans { $count } de lieux
   *[other] faits dans { $count } lieux
}
student-enough-recent = { $count } des { $days } derniers jours
student-enough-alone = { $count } sans aide
student-missing-pieces = { $count ->
    [one] Encore { $count } travail, et on le voit mieux.
    [many] Encore { $count } de travaux, et on le voit mieux.
   *[other] Encore { $count } travaux, et on le voit mieux.
}
student-missing-contexts = { $count ->
    [one] Montre-le dans { $count } lieu de plus, par exemple à la maison.
    [many] Montre-le dans { $count } de lieux de plus, par exemple à la maison.
   *[other] Montre-le dans { $count } lieux de plus, par exemple à la maison.
}
student-missing-recent = { $count ->
    [one] Montre-le avec { $count } chose des { $days } derniers jours.
    [many] Montre-le avec { $count } de choses des { $days } derniers jours.
   *[other] Montre-le avec { $count } choses des { $days } derniers jours.
}
student-missing-alone = { $count ->
    [one] Montre-le { $count } fois sans aide.
    [many] Montre-le { $count } de fois sans aide.
   *[other] Montre-le { $count } fois sans aide.
}

student-wheel-says = { $framework } : plus une part est longue, plus tes travaux la montrent.
student-wheel-why = Plus une part est longue, plus tes travaux la montrent.
student-wheel-what = Quoi
student-wheel-shown = Montré
student-wheel-enough = Assez
student-heat-title = Quand je l’ai montré
student-heat-says = Combien de travaux l’ont montré, { $days } jours par colonne.
student-heat-ago = { $days ->
    [0] maintenant
   *[other] il y a { $days } jours
}
student-made-title = Comment je l’ai fait
student-made-in = Où ?
student-made-in-class = En classe
student-made-in-home = À la maison
student-made-in-outdoors = Dehors
student-made-in-club = Dans un club
student-made-in-town = En ville ou au village
student-made-with = Qui a aidé ?
student-made-with-alone = Je l’ai fait sans aide
student-made-with-some-help = Quelqu’un a aidé un peu
student-made-with-together = On l’a fait ensemble

student-twin-table = Voir en tableau
student-twin-picture = Voir en image

## Student app: my check, with what shows it

student-check-later = Finir plus tard
student-check-kept = Gardé pour plus tard
student-check-go-on = Continuer mon bilan
student-check-sealed = Toi d’abord : ta ou ton prof voit ton bilan après avoir regardé ton travail.
student-checks-title = Tous mes bilans
student-checks-grew = Avant et maintenant
student-checks-then-now = D’abord : { $first }. Maintenant : { $now }.
student-checks-both = Toi et ta ou ton prof, { $day }

student-pin-add = Montrer où
student-pin-title = Où le vois-tu ?
student-pin-whole = Tout le travail
student-pin-a-picture = Image { $number }
student-pin-recording = Enregistrement { $number }
student-pin-where = L’endroit dans l’image
student-pin-touch = Touche l’endroit dans l’image, ou choisis-le en dessous.
student-pin-when = Le moment dans l’enregistrement
student-pin-time-why = Minutes et secondes, par exemple 0:30.
student-pin-start = De
student-pin-end = À
student-pin-no-time = Tape quand ça commence, par exemple 0:30. La fin vient après.
student-pin-note = Qu’y vois-tu ?
student-pin-keep = Le marquer
student-pin-kept = Marqué
student-pin-off = Enlever : { $pin }
student-pin-picture = Dans l’image, { $place }
student-pin-time = À { $time }
student-pin-work = { $title }
student-pin-move-left = Un peu à gauche
student-pin-move-right = Un peu à droite
student-pin-move-up = Un peu plus haut
student-pin-move-down = Un peu plus bas
student-place-in-top-left = en haut à gauche
student-place-in-top-middle = en haut au milieu
student-place-in-top-right = en haut à droite
student-place-in-middle-left = au milieu à gauche
student-place-in-middle-middle = au milieu
student-place-in-middle-right = au milieu à droite
student-place-in-bottom-left = en bas à gauche
student-place-in-bottom-middle = en bas au milieu
student-place-in-bottom-right = en bas à droite

## Student app: who I am

student-profile-title = Qui je suis
student-profile-why = Raconte comment tu es. Tu choisis qui le voit, et tu peux le changer quand tu veux.
student-profile-look-again = À revoir
student-profile-strengths = Ce que je fais bien
student-profile-strengths-ask = Qu’est-ce que tu fais bien ?
student-profile-strengths-begin-1 = Je fais bien
student-profile-strengths-begin-2 = Je peux aider les autres à
student-profile-needs = Ce dont j’ai besoin
student-profile-needs-ask = De quoi as-tu besoin pour bien apprendre ?
student-profile-needs-begin-1 = J’ai besoin de
student-profile-needs-begin-2 = C’est dur pour moi quand
student-profile-interests = Ce que j’aime
student-profile-interests-ask = Qu’est-ce que tu aimes ? De quoi veux-tu en savoir plus ?
student-profile-interests-begin-1 = J’aime
student-profile-interests-begin-2 = Je veux savoir
student-profile-motivation = Ce qui me donne envie
student-profile-motivation-ask = Qu’est-ce qui te donne envie de faire quelque chose ?
student-profile-motivation-begin-1 = J’ai envie de le faire quand
student-profile-motivation-begin-2 = Je continue parce que
student-profile-supports = Ce qui m’aide
student-profile-supports-ask = Qui t’aide ? Qu’est-ce qui t’aide ?
student-profile-supports-begin-1 = Cela m’aide quand
student-profile-supports-begin-2 = Je peux demander à
student-profile-showing = Comment j’aime le montrer
student-profile-showing-ask = Comment aimes-tu montrer ce que tu as appris ?
student-profile-showing-begin-1 = J’aime le montrer avec
student-profile-showing-begin-2 = Ce que je préfère, c’est
student-profile-words = Avec mes mots
student-profile-who-sees = Qui peut le voir ?
student-profile-seen-me = Moi seulement
student-profile-seen-teacher = Ma ou mon prof et moi
student-profile-seen-family = Ma famille aussi
student-profile-sensitive = Cela reste entre toi et ta ou ton prof.
student-profile-now = Ce que je dis maintenant
student-profile-before = Ce que je disais avant
student-profile-notes = Ce que ma ou mon prof a noté
student-profile-said-on = Dit le { $day }
student-profile-still-on = toujours vrai le { $day }
student-profile-still = Toujours vrai
student-profile-anew = Le dire autrement
student-profile-take-off = L’enlever
student-profile-off = Enlevé. Tu es la seule personne à le voir.
student-profile-put-back = Le remettre
student-profile-asked = { $name } te demande de regarder ceci encore une fois.
student-profile-asked-words = { $name } demande : { $words }
student-profile-long-ago = Tu as dit cela il y a un moment. Est-ce toujours vrai ?
student-profile-new-work = Tu as fait beaucoup de choses depuis. Est-ce toujours vrai ?

## Student app: ideas. $age is small (5 to 7), child (8 to 10) or teen.

student-suggest-title = Des idées pour moi
student-suggest-what = Les idées viennent de tes propres travaux et objectifs, sur cet appareil. Personne d’autre ne les voit.
student-suggest-on = Toujours à l’accueil
student-suggest-ask = Quand je demande
student-suggest-off = Jamais
student-suggest-give = Donne-moi une idée
student-suggest-none = Pas d’idée pour l’instant. Fais ce que tu aimes le plus !
student-suggest-not = Pas celle-ci : { $idea }
student-suggest-away = Celle-ci se repose deux semaines.

student-suggest-do-empty = { $age ->
    [small] Montre quelque chose que tu as fait.
   *[other] Montre une de tes belles réussites.
}
student-suggest-why-empty = { $age ->
    [small] Un dessin, une tour, une feuille que tu as trouvée.
    [child] Tout commence par une chose : un dessin, une construction, une page que tu as écrite.
   *[other] Tout commence par un travail : un texte, une maquette, une photo de ce que tu as fait.
}
student-suggest-do-quiet_step = Continue : { $step }
student-suggest-why-quiet_step = { $age ->
    [small] C’est ta petite étape. Elle t’attend.
   *[other] C’est une petite étape vers « { $goal } ». Elle n’a pas bougé depuis un moment.
}
student-suggest-do-next_step = Commence : { $step }
student-suggest-why-next_step = { $age ->
    [small] C’est ta prochaine petite étape.
   *[other] C’est la suite de ton chemin vers « { $goal } ».
}
student-suggest-do-no_step = Pense à une première petite étape.
student-suggest-why-no_step = Ton objectif « { $goal } » n’a pas encore d’étapes.
student-suggest-do-all_done = Regarde ton objectif : { $goal }
student-suggest-why-all_done = Toutes ses étapes sont faites. As-tu réussi ?
student-suggest-do-teacher_said = Regarde encore « { $work } ».
student-suggest-why-teacher_said = Ta ou ton prof t’a écrit une prochaine étape.
student-suggest-do-grew = { $age ->
    [small] Regarde deux de tes travaux.
   *[other] Regarde « { $work } » et « { $other } » côte à côte.
}
student-suggest-why-grew = { $age ->
    [small] L’un est ancien, l’autre est nouveau. Qu’est-ce qui a changé ?
   *[other] Les deux montrent la même chose, à des semaines d’écart. Quoi de neuf ?
}
student-suggest-do-wanted = Montre-le : { $can }
student-suggest-why-wanted = { $count ->
    [0] Ton objectif en parle, et aucun travail ne le montre encore.
   *[other] Ton objectif en parle. Un autre travail le montrerait mieux.
}
student-suggest-do-pieces = Montre-le encore une fois : { $can }
student-suggest-why-pieces = { $count ->
    [one] Encore { $count } travail, et on le verra bien.
    [many] Encore { $count } de travaux, et on le verra bien.
   *[other] Encore { $count } travaux, et on le verra bien.
}
student-suggest-do-contexts = Montre-le ailleurs : { $can }
student-suggest-why-contexts = { $age ->
    [small] Sais-tu le faire aussi à la maison ?
   *[other] Jusqu’ici, tout vient d’un seul lieu. Où peux-tu le faire aussi ?
}
student-suggest-do-recent = Montre-le de nouveau : { $can }
student-suggest-why-recent = Cela fait un moment qu’aucun travail ne l’a montré.
student-suggest-do-alone = Montre-le sans aide : { $can }
student-suggest-why-alone = Jusqu’ici, tu as eu un peu d’aide. Essaie une fois sans aide.
student-suggest-do-begun = Continue ton bilan sur « { $work } ».
student-suggest-why-begun = Tu as commencé, puis tu l’as mis de côté.
student-suggest-do-not_checked = Fais le point sur « { $work } ».
student-suggest-why-not_checked = { $age ->
    [small] Comment ça s’est passé ?
   *[other] Tu as dit ce qu’il montre. Comment ça s’est passé ?
}
student-suggest-do-long_ago = Refais le point sur « { $work } ».
student-suggest-why-long_ago = C’était il y a des semaines. Le vois-tu pareil aujourd’hui ?
student-suggest-do-liked = Fais quelque chose sur ce que tu aimes.
student-suggest-why-liked = Tu as écrit : « { $words } »
student-suggest-do-never_shown = Fais une exposition de tes plus belles réussites.
student-suggest-why-never_shown = { $age ->
    [small] Tu as fait tellement de choses !
   *[other] Tu as de nouveaux travaux qui n’ont encore été dans aucune exposition.
}

### What an import says about a file: remarks of rubrics/, by their codes

school-remark-counted = { $what } : { $count }.
school-remark-shown = { $what } : { $count } ({ $examples }).
school-remark-names = { $what } : { $names }.
school-remark-example = « { $example } »
school-remark-cell-errors = Des cellules contenant une erreur du tableur ont été laissées de côté
school-remark-cells-without-level = Des cellules sans niveau au-dessus d’elles ont été laissées de côté
school-remark-characters-replaced = Des caractères qu’aucun fichier ne peut contenir ont été remplacés
school-remark-column-of-plugin = Des colonnes que Moodle lui-même n’a pas ont été laissées de côté
school-remark-column-strange = Des colonnes non comprises ont été laissées de côté
school-remark-criterion-group = Les critères d’un groupe que la grille n’a pas ne sont dans aucun groupe
school-remark-criterion-twice = Les critères qui partageaient un identifiant en ont reçu un à eux
school-remark-dates = Les cellules qui contiennent des dates sont lues comme telles ; un code a-t-il été changé en date ?
school-remark-document-unnamed = Le document n’a pas d’identifiant et en a reçu un tiré du fichier
school-remark-document-untitled = Le document n’a pas de titre et a été appelé « Untitled »
school-remark-entries-no-objects = Des entrées de { $list } qui ne sont pas des objets ont été laissées de côté
school-remark-fields-strange = Des champs qui n’ont pas leur place ici ont été laissés de côté
school-remark-formatting = Les descriptions mises en forme ont été prises comme texte simple
school-remark-formula-without-value = Des formules sans valeur ont été laissées de côté ; ouvrez le classeur et enregistrez-le de nouveau
school-remark-grid = Un tableau a été lu : chaque colonne sans autre sens est un niveau
school-remark-hidden-sheets = Des feuilles masquées ont été laissées de côté
school-remark-item-as-document = Les éléments portant l’identifiant de leur document ont été traités comme s’ils n’en avaient pas
school-remark-item-circle = Des éléments parents les uns des autres en cercle ont été détachés et se trouvent en haut
school-remark-item-own-parent = Les éléments donnés comme leur propre parent ont perdu ce lien
school-remark-item-parent-missing = Les éléments dont le parent n’est pas dans le fichier se trouvent en haut
school-remark-item-several-parents = Les éléments à plusieurs parents se trouvent sous le premier ; les autres ont été gardés comme liens
school-remark-item-too-deep = Les éléments à plus de { $limit } niveaux de profondeur ont été remontés à ce niveau
school-remark-item-twice = Des éléments avec un identifiant déjà pris ont été laissés de côté
school-remark-item-unnamed = Les éléments sans identifiant en ont reçu un tiré de leurs mots
school-remark-item-without-parent = Les éléments sans parent dans ce fichier se trouvent en haut
school-remark-item-without-statement = Les éléments sans énoncé montrent leur nom court ou leur code
school-remark-items-changed = Éléments qui disent autre chose
school-remark-items-gone = Éléments disparus ; les travaux les gardent
school-remark-items-moved = Éléments qui ont changé de place
school-remark-items-new = Nouveaux éléments
school-remark-level-range = Les niveaux avec une plage de points ont reçu sa valeur la plus haute
school-remark-level-twice = Les niveaux qui partageaient un identifiant en ont reçu un à eux
school-remark-level-unnamed = Les niveaux sans nom portent celui de leurs points
school-remark-link-loose = Des liens sans type ou sans leurs deux bouts ont été laissés de côté
school-remark-link-twice = Des liens avec un identifiant déjà pris ont été laissés de côté
school-remark-link-unnamed = Les liens sans identifiant en ont reçu un tiré de leurs deux bouts
school-remark-list-as-object = { $list } est écrit comme un objet et a été lu comme la liste que c’est
school-remark-list-cut = Ce qui vient après { $limit } entrées de { $list } a été laissé de côté
school-remark-merged-cells = Les cellules fusionnées vers le bas comptent pour chacune de leurs lignes
school-remark-nodes-strange = Des choses du type { $kind } ont été laissées de côté
school-remark-not-packages = Des entrées du fichier qui ne sont pas des paquets CASE ont été laissées de côté
school-remark-other-documents = Les documents d’un paquet après le premier ont été laissés de côté
school-remark-other-frameworks = Les référentiels après le premier ont été laissés de côté
school-remark-other-left-out = D’autres choses ont été laissées de côté
school-remark-other-mended = D’autres choses ont été réparées
school-remark-other-packages = Les paquets après le premier ont été laissés de côté
school-remark-other-sheets = Les feuilles non choisies ont été laissées de côté
school-remark-overall-levels = Des niveaux pour une grille entière ont été laissés de côté
school-remark-parent-outside = Les liens vers un parent ou un enfant hors de ce fichier ont été gardés comme liens
school-remark-parent-twice = Des liens répétés vers un parent ont été laissés de côté
school-remark-parts-changed = Critères ou niveaux qui disent autre chose
school-remark-parts-gone = Critères ou niveaux disparus
school-remark-parts-moved = Critères ou niveaux qui ont changé de place
school-remark-parts-new = Nouveaux critères ou niveaux
school-remark-parts-beside = Des parties placées à côté de ce dont elles font partie y ont été rangées ({ $list })
school-remark-parts-of-nothing = Des critères ou niveaux de ce qui n’est pas dans le fichier ont été laissés de côté
school-remark-points-no-number = Des points qui ne sont pas un nombre ont été laissés de côté
school-remark-points-range = Les points donnés en plage comptent pour sa valeur la plus haute
school-remark-quotes-odd = Les guillemets ne vont pas par deux ; regardez si des lignes manquent ou se sont collées
school-remark-row-strange = Des lignes qui ne font pas partie du référentiel ont été laissées de côté
school-remark-row-twice = Les lignes nommées comme une autre ont reçu un identifiant à elles
school-remark-row-unnumbered = Les lignes sans numéro d’identification en ont reçu un selon leur place
school-remark-row-without-criterion = Des lignes sans critère ont été laissées de côté
school-remark-rows-above-headings = Les lignes au-dessus des en-têtes ont été laissées de côté
school-remark-rubric-kind = Les grilles annoncées d’un type qui n’est pas le leur en ont reçu un autre
school-remark-rubric-twice = Des grilles avec un identifiant déjà pris ont été laissées de côté
school-remark-rubric-unnamed = Les grilles sans identifiant en ont reçu un tiré de leur titre
school-remark-rubric-untitled = Les grilles sans titre portent celui du document
school-remark-rules = Des règles disant quand une compétence est atteinte ont été laissées de côté
school-remark-scales = Des échelles ont été laissées de côté ; importez-les comme grille
school-remark-term-twice = Ce qui est dit deux fois d’une même chose compte comme il a été dit d’abord
school-remark-terms-strange = Des termes qui n’ont pas leur place ici ont été laissés de côté ({ $of })
school-remark-text-cut = Les textes de plus de { $limit } caractères ont été coupés là
school-remark-text-joined = Les textes écrits en liste ont été réunis
school-remark-text-languages = Les textes dans les langues après la première ont été laissés de côté
school-remark-text-none = Des valeurs qui devraient être des textes et n’en sont pas ont été laissées de côté
school-remark-text-untranslated = Les textes pas encore traduits sont en anglais
school-remark-tree-by-code = Les énoncés ont été rangés sous celui dont le code commence le leur
school-remark-unread-field = Le champ { $place } est gardé dans le fichier et n’est montré nulle part
school-remark-unread-others = D’autres champs sont gardés dans le fichier et ne sont montrés nulle part
school-remark-whole-changed = Dans l’ensemble, ceci est différent
school-remark-windows-letters = Le fichier n’est pas en UTF-8 et a été lu comme texte Windows ; regardez ses accents
school-remark-wrapped-beside-bare = Des paquets à côté d’un paquet sans enveloppe ont été laissés de côté
school-remark-field-id = identifiant
school-remark-field-title = titre
school-remark-field-creator = création
school-remark-field-language = langue
school-remark-field-licence = licence
school-remark-field-version = version
school-remark-field-associations = liens entre compétences
school-remark-field-description = description
school-remark-field-kind = type
school-remark-field-bands = tranches d’âge
school-remark-field-shows_scores = affichage des points
school-remark-field-shows_weights = affichage des poids
school-remark-field-score_unit = ce que comptent les points
school-remark-field-translations = autres langues

### Why a file could not be read: refusals of rubrics/, by their codes

# What is wrong, where in the file, and what to do.
school-refusal = { $what } ({ $where }). { $advice }.
school-refusal-place-whole = tout le fichier
school-refusal-place-start = premiers octets
school-refusal-place-top = début du fichier
school-refusal-place-choice = choix des colonnes
school-refusal-place-byte = octet { $byte }
school-refusal-place-line = ligne { $line }, colonne { $column }
school-refusal-place-row = ligne { $row }
school-refusal-place-part = { $part }
school-refusal-advice-another = Choisissez un autre fichier
school-refusal-advice-another-case = Choisissez le fichier CASE ; son nom se termine en général par .json
school-refusal-advice-as-csv = Ouvrez-le dans un tableur et enregistrez-le au format CSV en UTF-8
school-refusal-advice-columns-here = Ses colonnes sont { $known }
school-refusal-advice-copy-sheet = Copiez la feuille dans un nouveau classeur ou enregistrez-la au format CSV en UTF-8
school-refusal-advice-download-again = Téléchargez-le de nouveau et choisissez la nouvelle copie
school-refusal-advice-download-graph = Téléchargez le graphe complet du référentiel, pas son résumé
school-refusal-advice-download-package = Téléchargez le CFPackage du référentiel voulu
school-refusal-advice-export-again = Exportez-le de nouveau ou choisissez un autre fichier
school-refusal-advice-export-formats = Exportez-le de nouveau dans l’un de ces formats ou sous forme de tableau
school-refusal-advice-export-moodle = Exportez de nouveau le référentiel avec l’export propre à Moodle
school-refusal-advice-export-part = Exportez une plus petite partie du référentiel
school-refusal-advice-fewer-columns = Retirez les colonnes dont vous n’avez pas besoin
school-refusal-advice-look-at-marks = Vérifiez les guillemets et enregistrez de nouveau le fichier au format CSV
school-refusal-advice-meanings = Choisissez parmi { $known }
school-refusal-advice-name-criterion = Indiquez-la ainsi : criterion=l’en-tête de cette colonne
school-refusal-advice-name-statement = Indiquez-la ainsi : statement=l’en-tête de cette colonne
school-refusal-advice-save-json = Enregistrez-le de nouveau en JSON et en UTF-8, ou choisissez un autre fichier
school-refusal-advice-several-files = Importez-le en plusieurs fichiers
school-refusal-advice-take-out = Retirez ce qui n’est pas nécessaire
school-refusal-advice-unpack = Décompressez-le et choisissez le fichier qui est dedans
school-refusal-advice-unpack-json = Décompressez-le et choisissez le fichier .json qui est dedans
school-refusal-case-error = Le fichier est le message d’erreur d’un serveur, pas un paquet CASE
school-refusal-case-list = Le fichier est une liste de référentiels sans leur contenu
school-refusal-case-none = Le fichier est du JSON, mais pas un paquet CASE : il n’a ni CFDocument, ni CFItems, ni CFRubrics
school-refusal-column-missing = Le tableau n’a pas de colonne « { $heading } »
school-refusal-column-unmeant = Une colonne ne peut pas avoir le sens « { $meaning } »
school-refusal-columns-too-many = Le tableau a trop de colonnes ; le maximum est { $limit }
school-refusal-ctdl-none = Le fichier est du JSON-LD sans référentiel, ni compétence, ni grille de CTDL-ASN
school-refusal-empty = Le fichier est vide
school-refusal-gzip-bomb = Le fichier compressé contient plus de { $megabytes } Mo
school-refusal-gzip-damaged = Le fichier compressé est abîmé
school-refusal-gzip-layers = Le fichier est compressé trop de fois ; le maximum est { $limit }
school-refusal-gzip-short = Le fichier compressé s’arrête trop tôt
school-refusal-json-bad = Le fichier n’est pas du JSON valide
school-refusal-json-deep = Le fichier est imbriqué trop profondément ; le nombre maximum de niveaux est { $limit }
school-refusal-json-number = Le fichier contient un nombre trop long
school-refusal-json-other = Le fichier est du JSON, mais ni CASE, ni CTDL-ASN, ni DigComp, ni une grille D2L
school-refusal-json-twice = Le fichier contient deux fois la même partie, et la première serait perdue
school-refusal-list-too-long = Une liste du fichier est trop longue : elle compte { $count } entrées pour un maximum de { $limit }
school-refusal-moodle-none = Le tableau n’est pas un référentiel de compétences de Moodle : sa première ligne n’est pas un référentiel
school-refusal-no-criteria = On ne sait pas quelle colonne contient les critères
school-refusal-no-statements = On ne sait pas quelle colonne contient les énoncés
school-refusal-not-text = Le fichier n’est ni un texte ni un classeur
school-refusal-not-utf8 = Le fichier n’est pas un texte en UTF-8
school-refusal-open-document = Le fichier est un classeur OpenDocument (.ods)
school-refusal-pdf = Le fichier est un PDF
school-refusal-rows-too-many = Le tableau a trop de lignes ; le maximum est { $limit }
school-refusal-sheet-too-large = La feuille a trop de colonnes ou de lignes ; le nombre maximum de lignes est { $limit }
school-refusal-table-cell = Une cellule du tableau n’a pas de fin ou est trop longue ; le nombre maximum de lettres est { $limit }
school-refusal-table-empty = Le tableau est vide
school-refusal-too-large = Le fichier fait plus de { $megabytes } Mo
school-refusal-too-many-associations = Le fichier contient trop de liens ; le maximum est { $limit }
school-refusal-too-many-criteria = Le fichier contient trop de critères ; le maximum est { $limit }
school-refusal-too-many-frameworks = Le fichier contient trop de référentiels ; le maximum est { $limit }
school-refusal-too-many-in-criterion = Un critère du fichier a trop de niveaux ; le maximum est { $limit }
school-refusal-too-many-in-rubric = Une grille du fichier a trop de critères ; le maximum est { $limit }
school-refusal-too-many-items = Le fichier contient trop d’éléments ; le maximum est { $limit }
school-refusal-too-many-levels = Le fichier contient trop de niveaux ; le maximum est { $limit }
school-refusal-too-many-lists = Le fichier contient trop de listes et d’objets ; le maximum est { $limit }
school-refusal-too-many-packages = Le fichier contient trop de paquets ; le maximum est { $limit }
school-refusal-too-many-rubrics = Le fichier contient trop de grilles ; le maximum est { $limit }
school-refusal-too-many-values = Le fichier contient trop de valeurs ; le maximum est { $limit }
school-refusal-web-page = Le fichier est une page web ou du XML, pas du JSON
school-refusal-workbook-bomb = Le classeur contient plus de { $megabytes } Mo, ou beaucoup trop de choses à côté de ses feuilles
school-refusal-workbook-damaged = Le classeur est abîmé, ou d’un type qui n’est pas compris
school-refusal-workbook-entities = Le classeur déclare des entités, ce que ne fait aucun tableur
school-refusal-workbook-library = Cette école a été installée sans la bibliothèque qui lit les classeurs
school-refusal-workbook-locked = Le classeur est abîmé ou protégé par un mot de passe
school-refusal-workbook-old = Le fichier est un classeur de l’ancien type (.xls), ou protégé par un mot de passe
school-refusal-workbook-unread = Les classeurs ne sont pas lus ici
school-refusal-zip = Le fichier est une archive ZIP, pas un classeur
school-refusal-zip-case = Le fichier est une archive ZIP, pas un fichier CASE
school-refusal-holds-no-framework = Le fichier ne contient aucun référentiel ; choisissez-en un qui en contient.
school-refusal-holds-no-rubric = Le fichier ne contient aucune grille ; choisissez-en un qui en contient.
school-refusal-column-line = « { $line } » ne nomme aucune colonne. Écrivez : statement = l’en-tête
