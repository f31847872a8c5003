### Words in Spanish for schools in every Spanish-speaking country.
### Children are "tú"; teachers and families are "usted" or nobody in particular ("se", infinitive).
### No plural "you" (vosotros and ustedes divide the readers) and no word that makes a learner a boy
### or a girl: "tu profe", "sin ayuda", "te llena de orgullo".
### Said to children: Mis trabajos, Yo puedo, Guardar, Enviar. Never said: sincronizar, entregar,
### subir (to send), artefacto, competencia, rúbrica, evaluar.
### Glossary: work trabajo · showcase exposición (on the bar: Expo) · "I can" «Yo puedo» · check
### revisión · secret clave secreta · key llave · badge carné · card tarjeta · device aparato (to
### teachers: dispositivo) · stick memoria USB · goal meta · step paso · bin papelera · to teachers:
### learner estudiante, competency competencia, framework marco, rubric rúbrica,
### feedback comentarios.
### The category "many" is whole millions.

## Everywhere

all-product-name = Portafolio
all-language = Idioma
all-list-comma = { ", " }

## Student app: sending

student-sending-saved = Guardado aquí
student-sending-waiting = Espera para ir a la escuela
student-sending-safe = A salvo en la escuela
student-sending-ask = Pregunta a tu profe

student-sending-waiting-works = Esperan su turno

student-large-title = Archivos grandes
student-large-progress = { $done } de { $all } MB
student-large-waits = Espera su turno. { $all } MB.
student-large-later = Se irá cuando la escuela conteste. { $all } MB.
student-large-stopped = Parado por ahora. Lo que ya llegó a la escuela se queda allí.
student-large-held = Espera otra red. { $all } MB.
student-large-stop = Parar por ahora
student-large-go-on = Seguir
student-large-not-here = Con esta red no
student-large-anyway = Enviar ahora de todos modos

student-stick-title = Sin internet
student-stick-why = Puedes llevar tus trabajos a la escuela en una memoria USB. Si alguien la encuentra, no podrá leerla.
student-stick-make-title = Para la escuela
student-stick-make-how = Guarda el archivo en una memoria USB y dásela a tu profe.
student-stick-make = Hacer un archivo para la escuela
student-stick-made = { $files ->
    [0] El archivo está hecho. Lleva todo lo que escribiste y estaba esperando.
    [one] El archivo está hecho. Lleva todo lo que estaba esperando y 1 foto o archivo.
    [many] El archivo está hecho. Lleva todo lo que estaba esperando y { $files } de fotos o archivos.
   *[other] El archivo está hecho. Lleva todo lo que estaba esperando y { $files } fotos o archivos.
}
student-stick-made-nothing = El archivo está hecho. No había nada esperando, pero tu escuela puede contestarlo.
student-stick-read-title = De vuelta de la escuela
student-stick-read-how = Conecta la memoria USB con la respuesta de tu escuela y elige el archivo.
student-stick-read = Leer la respuesta de la escuela
student-stick-reading = Leyendo la respuesta
student-stick-was-read = La respuesta está leída. Todo lo que traía ya está aquí.
student-stick-was-known = La respuesta está leída. No traía nada nuevo.

student-earlier-title = Versiones de antes
student-earlier-why = Lo que escribiste antes. Nada de lo que escribes se tira.
student-earlier-of-title = Nombre
student-earlier-of-caption = De qué trata
student-earlier-of-words = Lo que pienso
student-earlier-of-text = Mis palabras
student-earlier-now = Esto es lo que hay ahora
student-earlier-again = Volver a usar esto
student-earlier-here = Escrito aquí el { $day } a las { $time }
student-earlier-there = Escrito en otro aparato el { $day } a las { $time }
student-earlier-school = Unido en la escuela el { $day } a las { $time }, con tus propias palabras
student-earlier-none = Todavía no has escrito nada aquí.
student-earlier-older = { $count ->
    [one] Ver 1 más antigua
    [many] Ver { $count } de más antiguas
   *[other] Ver { $count } más antiguas
}
student-earlier-asking = Preguntando a tu escuela si hay más antiguas.
student-earlier-all = Estas son todas.
student-earlier-more-at-school = Estas son las que hay en este aparato. Las más antiguas están en la escuela: mira otra vez cuando haya internet.
student-sending-never = Todavía no ha llegado nada a la escuela.
student-sending-try = Probar ahora
student-sending-reached = La escuela ha contestado.

student-attention-title = Tu escuela no aceptó esto
student-attention-safe = Todo sigue aquí. Tú dices qué hacer.
student-attention-what-title = Un nombre que pusiste
student-attention-what-caption = Palabras sobre tu trabajo
student-attention-what-words = Lo que piensas
student-attention-what-file = Una foto o un archivo
student-attention-what-competencies = Algo que puedes hacer
student-attention-what-ratings = Cómo revisaste tu trabajo
student-attention-what-story = La historia de tu exposición
student-attention-what-place = El lugar donde va algo
student-attention-what-link = Un enlace a tu exposición
student-attention-what-binned_ms = Algo para la papelera
student-attention-what-name = Tu nombre
student-attention-what-other = Algo que cambiaste
student-attention-why-not_allowed = Esto solo lo puede cambiar tu escuela. Pregunta a tu profe.
student-attention-why-too_large = Es demasiado grande para tu escuela. Pregunta a tu profe.
student-attention-why-malformed = Tu escuela no lo pudo leer. Prueba otra vez.
student-attention-why-erased = Tu escuela borró tus trabajos para siempre. Esto ya solo está aquí. Pregunta a tu profe.
student-attention-why-other = Tu escuela no dijo por qué. Pregunta a tu profe.
student-attention-again = Quedarme con lo mío y enviarlo otra vez
student-attention-again-done = Ya va otra vez en camino.
student-attention-go = Dejarlo ir
student-attention-gone = Ya no está aquí.
student-attention-look = Ver el trabajo
student-attention-bin = { $count ->
    [one] Vas a poner 1 trabajo en la papelera. ¿Lo quieres así?
    [many] Vas a poner { $count } de trabajos en la papelera. ¿Lo quieres así?
   *[other] Vas a poner { $count } trabajos en la papelera. ¿Lo quieres así?
}
student-attention-bin-why = Son muchos de una vez, por eso tu escuela te pregunta primero.
student-attention-bin-yes = Sí, lo quiero así
student-attention-bin-yes-done = Están en la papelera. Todavía los puedes recuperar.
student-attention-bin-no = No, que vuelvan
student-attention-bin-no-done = Han vuelto a Mis trabajos.

student-saved-here = Guardado aquí
student-save = Guardar
student-next = Siguiente
student-back = Atrás
student-done = Listo
student-close = Cerrar
student-open = Abrir
student-undo = Deshacer
student-untitled = Todavía sin nombre
student-two-devices = Escribiste esto en dos aparatos
student-two-devices-what = No se ha perdido nada. ¿Con qué palabras te quedas?
student-two-devices-keep = Me quedo con esto
student-two-devices-both = Me quedo con las dos
student-two-devices-join = Unirlas
student-two-devices-join-how = Aquí están todas las palabras. Muévelas o quita algunas hasta que te guste.
student-two-devices-join-label = Mis palabras
student-two-devices-join-not = Ahora no
student-two-devices-empty = (sin palabras)
student-two-devices-here = Escrito aquí el { $day } a las { $time }
student-two-devices-there = Escrito en otro aparato el { $day } a las { $time }
student-step-is-done = Hecho
student-step-is-open = Todavía no
student-step = Paso { $step } de { $of }

## Student app: who are you

student-welcome-title = Un lugar para tus trabajos
student-welcome-text = Guarda lo que haces. Mira cómo creces. Enséñalo cuando quieras.
student-who-title = ¿Quién eres?
student-who-new = Es mi primera vez
student-who-promise = Tus trabajos están bajo llave. Nadie más los puede abrir aquí.

student-new-title = ¡Hola! ¿Quién eres?
student-new-name = Tu nombre
student-new-name-missing = Primero escribe tu nombre.
student-new-picture = Elige tu dibujo
student-new-hello = ¡Hola, { $name }!
student-new-age = ¿Cuántos años tienes?
student-new-secret = Elige un número secreto
student-new-secret-again = Escríbelo otra vez
student-new-secret-why = 4 números o más. Abre tus trabajos. No se lo digas a nadie y no lo olvides.
student-new-secret-differs = No eran iguales. Elígelo otra vez.
student-band = { $ages } años

student-unlock-hello = ¡Hola, { $name }!
student-unlock-ask = Escribe tu clave secreta para abrir tus trabajos.
student-unlock-hello-somebody = ¡Hola!
student-unlock-other = Soy otra persona
student-somebody = Alguien
student-somebody-of = Alguien { $number }
student-wait-why = Han sido demasiados intentos. Descansa un poco y prueba otra vez.
student-wait-seconds = Prueba otra vez en { $seconds ->
    [one] 1 segundo
    [many] { $seconds } de segundos
   *[other] { $seconds } segundos
}
student-wait-minutes = Prueba otra vez en { $minutes } min { $seconds } s
student-secret-count = { $count ->
    [one] 1 número escrito
    [many] { $count } de números escritos
   *[other] { $count } números escritos
}
student-secret-back = Quitar uno
student-secret-done = Seguir
student-secret-short = Tu clave secreta tiene al menos { $least } letras o números.
student-secret-words = Tus palabras secretas
student-secret-use-words = Usar palabras
student-secret-use-pin = Usar números
student-secret-change = Cambiar mi clave secreta
student-secret-changed = Tu clave secreta ha cambiado.

student-avatar-fox = Zorro
student-avatar-owl = Búho
student-avatar-turtle = Tortuga
student-avatar-whale = Ballena
student-avatar-bee = Abeja
student-avatar-cat = Gato
student-avatar-rabbit = Conejo
student-avatar-bear = Oso
student-avatar-parrot = Loro
student-avatar-hedgehog = Erizo
student-avatar-frog = Rana
student-avatar-penguin = Pingüino

## Student app: the frame

student-place-home = Inicio
student-place-works = Mis trabajos
student-place-showcases = Exposiciones
student-place-about = Sobre mí
student-lock = Bloquear
student-lock-soon = Esto se bloquea pronto. Lo que has escrito no se pierde.
student-lock-stay = Quedarme
student-erased = Tu escuela borró este portafolio, y este aparato también. Pregunta a tu profe.
student-lock-minutes = { $minutes } minutos
student-not-here-title = Aquí no hay nada
student-not-here = Ve a Inicio y mira desde allí.

## Student app: home

student-good-morning = Buenos días, { $name }
student-good-afternoon = Hola, { $name }
student-good-evening = Buenas noches, { $name }
student-home-first-title = Todavía no hay nada
student-home-first = Añade tu primer trabajo. Con una foto basta.
student-home-finish = Terminar después
student-home-more = { $count ->
    [one] 1 más
    [many] { $count } de trabajos más
   *[other] { $count } más
}
student-home-newest = Tus trabajos más nuevos
student-home-answers = De tu profe
student-home-answer-to = Tu profe escribió sobre { $title }
student-home-no-school-title = Entra en tu escuela
student-home-no-school = Tus trabajos se guardan en este aparato. Con la tarjeta de tu profe, también van a la escuela.
student-home-sending-saved = Todo está guardado aquí.
student-home-sending-waiting = { $count ->
    [0] Algo va en camino.
    [one] 1 trabajo espera para ir a la escuela.
    [many] { $count } de trabajos esperan para ir a la escuela.
   *[other] { $count } trabajos esperan para ir a la escuela.
}
student-home-sending-later = Ahora no se puede llegar a la escuela. Tus trabajos están guardados aquí y se irán más tarde.
student-home-sending-signed-out = La escuela ya no conoce este aparato. Pregunta a tu profe; tus trabajos están guardados aquí.
student-home-sending-safe = Todo lo que hiciste está a salvo en la escuela.
student-home-sending-ask = La escuela no aceptó algo. Pregunta a tu profe; tus trabajos están guardados aquí.
student-step-name = Ponle un nombre
student-step-tag = Di qué muestra
student-step-check = Revisa tu trabajo
student-step-reflect = Escribe lo que piensas

## Student app: add

student-add = Añadir un trabajo
student-add-short = Añadir
student-add-what = Una foto, un dibujo, palabras o un archivo
student-add-why = Se guarda enseguida. Puedes contar más ahora o después.
# What was on its way in when the app was locked or closed.
student-add-half-come = { $more ->
    [0] Sin guardar: { $names }. La aplicación se cerró antes de que llegara todo.
   *[other] Sin guardar: { $names } y { $more } más. La aplicación se cerró antes de que llegara todo.
}
student-add-half-come-name = «{ $name }»
student-add-again = Elegir otra vez
student-add-half-come-ok = De acuerdo
student-add-for = Esto será para: { $what }
student-add-picture = Una foto o un dibujo
student-add-picture-what = Toma una foto o elige una que tengas
student-add-camera = La cámara
student-add-camera-what = Toma una foto ahora
student-add-filming = Grabar un video
student-add-filming-what = De hasta un minuto
student-add-draw = Un dibujo
student-add-draw-what = Dibújalo aquí
student-add-write = Un texto
student-add-write-what = Escríbelo aquí
student-add-voice = Mi voz
student-add-voice-what = Dilo aquí
student-add-sound = Un sonido
student-add-sound-what = Música o un sonido que tengas
student-add-film = Un video
student-add-film-what = Uno que hiciste
student-add-link = Un enlace
student-add-link-what = Algo de internet
student-add-file = Otro archivo
student-add-file-what = Un PDF o un documento

student-photo-title = Tomar una foto
student-photo-take = Tomarla
student-photo-other = Usar la otra cámara
student-photo-missing = Ahora no se puede usar la cámara. Puede que antes tengas que darle permiso. También puedes elegir una foto que tengas.
student-photo-choose = Elegir una foto

student-film-title = Hacer un video
student-film-how = Un video puede durar un minuto. Quédate en esta página hasta que pares.
student-film-start = Empezar a grabar
student-film-filming = Grabando
student-film-stop = Parar
student-film-keeping = Guardando tu video
student-film-silent = Ahora no se puede usar el micrófono, así que tu video no tendrá sonido.
student-film-missing = Ahora no se puede grabar aquí. Puede que antes tengas que dar permiso a la cámara. También puedes elegir un video que tengas.
student-film-choose = Elegir un video
student-film-lost = El video no llegó de la cámara. Grábalo otra vez.
student-film-save-again = Guardarlo otra vez

# Decirlo: grabaciones de voz
student-voice-title = Dilo
student-voice-how = Toca el botón grande y habla. Después puedes escucharte y decirlo otra vez si quieres.
student-voice-start = Empezar a hablar
student-voice-asking = ¿La aplicación puede escuchar? Si tu dispositivo te pregunta, di que sí.
student-voice-talking = Te escucho
student-voice-stop = Parar
student-voice-keeping = Guardando lo que dijiste
student-voice-kept = Esto es lo que dijiste
student-voice-again = Decirlo otra vez
student-voice-again-how = Está guardado. Si lo dices otra vez, esta grabación también se queda.
student-voice-keep = Quedármelo
student-voice-nothing = No se oyó nada. Inténtalo otra vez, un poco más cerca.
student-voice-missing = Ahora la aplicación no puede oírte. Quizá primero tengas que permitir el micrófono. Puedes elegir un sonido que ya tengas.
student-voice-missing-here = Ahora la aplicación no puede oírte. Quizá primero tengas que permitir el micrófono. Puedes escribirlo.
student-voice-choose = Elegir un sonido
student-voice-full = Fueron diez minutos y están guardados. Empieza otra grabación para decir más.
student-voice-waiting = Estabas diciendo algo ({ $time }). Guardarlo
student-voice-note = Hablar de esto
student-voice-about = Lo que digo sobre esto
student-voice-before = Lo que dije antes
student-voice-say = Decirlo en voz alta
student-listen = Escuchar
student-listen-pause = Pausa
student-listen-back = 5 segundos atrás
student-listen-on = 5 segundos adelante
student-listen-broken = Este sonido no se puede escuchar aquí.

student-write-title = Escribir
student-write-label = Mis palabras
student-write-how = Tus palabras se guardan mientras escribes.
student-write-room = { $count ->
    [one] Queda sitio para 1 letra más
    [many] Queda sitio para { $count } de letras más
   *[other] Queda sitio para { $count } letras más
}
student-write-go-on = Seguir escribiendo
student-write-empty = Aquí todavía no hay nada escrito.

student-draw-title = Dibujar
student-draw-over-title = Dibujar encima
student-draw-go-on = Seguir con tu dibujo
student-draw-nothing = Todavía no hay nada dibujado.
student-draw-sheet = { $count ->
    [0] Tu hoja. Todavía no tiene nada.
    [one] Tu dibujo, con 1 línea
    [many] Tu dibujo, con { $count } de líneas
   *[other] Tu dibujo, con { $count } líneas
}
student-draw-undo = Quitar la última línea
student-draw-redo = Volver a poner la línea
student-draw-pen = Lápiz
student-draw-line = Línea recta
student-draw-box = Rectángulo
student-draw-oval = Círculo
student-draw-rubber = Goma
student-draw-words = Palabras
student-draw-words-label = ¿Qué va a decir?
student-draw-words-how = Escríbelo aquí. Luego toca la hoja donde va. Toca otra vez para moverlo.
student-draw-words-put = Ponerlo en la hoja
student-draw-thin = Fino
student-draw-middle = Mediano
student-draw-thick = Grueso
student-draw-buttons = Dibujar con botones
student-draw-pen-left = Dibujar hacia la izquierda
student-draw-pen-up = Dibujar hacia arriba
student-draw-pen-down = Dibujar hacia abajo
student-draw-pen-right = Dibujar hacia la derecha
student-draw-pen-jump = Levantar el lápiz e ir a otro lugar
student-draw-colour-black = Negro
student-draw-colour-red = Rojo
student-draw-colour-orange = Naranja
student-draw-colour-yellow = Amarillo
student-draw-colour-green = Verde
student-draw-colour-blue = Azul
student-draw-colour-purple = Morado
student-draw-colour-pink = Rosa
student-draw-colour-brown = Marrón
student-draw-colour-white = Blanco
student-draw-on = Dibujar encima

student-picture-again = Poner otra en su lugar
student-picture-before = Ver cómo era antes
student-picture-was-before = Así era antes.
student-picture-use-before = Usar esta otra vez
student-picture-then = Antes
student-picture-now = Ahora
student-picture-seen = ¿Qué se ve aquí?
student-picture-seen-why = Para quienes no pueden verlo. También puedes dejarlo vacío.

student-link-title = Un enlace
student-link-why = Escribe dónde está. No se copia: para verlo después necesitas internet.
student-link-address = ¿Dónde está?
student-link-wrong = Esa no es la dirección de una página. Cópiala de la parte de arriba del navegador y ponla aquí.
student-link-open = Abrir { $place }
student-link-open-how = Toca para abrirlo. Está fuera de esta aplicación.
student-work-more-files = Añadir otra foto u otro archivo
student-work-say-seen = Escribir qué se ve
student-add-arriving = Guardando tu trabajo
student-add-hollow = «{ $name }» está vacío. Elige otro archivo.
student-add-broken = «{ $name }» no se puede mostrar. Puede estar roto o ser demasiado grande. Elige otra imagen o toma una foto nueva.
student-add-unknown-kind = «{ $name }» es un tipo de archivo que aquí no se puede guardar. Elige una foto, un texto, un sonido o un PDF.
student-add-too-many = Elige hasta { $limit } archivos de una vez.

## Student app: my work

student-works-search = Buscar en mis trabajos
student-works-none = Aquí nada dice «{ $wanted }». Prueba con una sola palabra, o solo con su comienzo.
student-works-found = { $found } de { $count ->
    [one] 1 trabajo
    [many] { $count } de trabajos
   *[other] { $count } trabajos
}
student-works-year = Curso { $year }
student-works-year-begins = Mi curso empieza en: { $month }
student-works-as-timeline = Ver por fecha
student-works-as-pictures = Ver como imágenes
student-works-filter = { $count ->
    [0] Elegir lo que ves
    [one] Elegir lo que ves. Hay 1 cosa elegida.
    [many] Elegir lo que ves. Hay { $count } de cosas elegidas.
   *[other] Elegir lo que ves. Hay { $count } cosas elegidas.
}
student-works-show = { $count ->
    [0] Nada encaja
    [one] Ver 1 trabajo
    [many] Ver { $count } de trabajos
   *[other] Ver { $count } trabajos
}
student-works-clear = Ver todo
student-works-take-away = Quitar: { $what }
student-works-by-kind = Qué es
student-works-by-year = Cuándo lo hice
student-works-by-competency = Lo que muestra: yo puedo
student-works-by-goal = Para qué meta
student-works-by-sending = En camino
student-works-kind-picture = Imágenes
student-works-kind-film = Vídeos
student-works-kind-sound = Sonidos
student-works-kind-text = Textos
student-works-kind-link = Enlaces
student-works-kind-document = Otros archivos
student-works-no-picture = Aún no tienes imágenes aquí. Toca «Añadir» y haz una foto.
student-works-no-film = Aún no tienes vídeos aquí. Toca «Añadir» y elige uno.
student-works-no-sound = Aún no tienes sonidos aquí. Toca «Añadir» y elige uno.
student-works-no-text = Aún no tienes textos aquí. Toca «Añadir» y escribe uno.
student-works-no-link = Aún no tienes enlaces aquí. Toca «Añadir» y pega uno.
student-works-no-document = Aún no tienes otros archivos aquí. Toca «Añadir» y elige uno.
student-works-none-year = En ese curso no añadiste nada. Elige otro.
student-works-none-competency = Ningún trabajo muestra esto todavía. Abre un trabajo y elígelo en «Yo puedo».
student-works-none-goal = Ningún trabajo es de esta meta todavía. Abre la meta y añade un trabajo a uno de sus pasos.
student-works-none-sending = Nada está esperando. Todo está en la escuela.
student-works-none-together = Ningún trabajo cumple todo esto. Quita algo.
student-works-open-goal = Abrir la meta
student-works-count = { $count ->
    [one] 1 trabajo
    [many] { $count } de trabajos
   *[other] { $count } trabajos
}
student-work-made = Añadido el { $day }
student-work-title = Nombre de este trabajo
student-work-title-hint = ¿Cómo se llama?
student-work-caption = Sobre este trabajo
student-work-look-closer = Mirar de cerca
student-work-file-sooner = Subir el número { $number }
student-work-file-later = Bajar el número { $number }
student-work-bin = Poner en la papelera
student-binned = Está en la papelera.
student-work-gone = Este trabajo no está aquí.
student-bin-title = Papelera
student-bin-what = Aquí nada se ha perdido. Lo puedes devolver a Mis trabajos.
student-bin-empty = La papelera está vacía.
student-bin-put-back = Devolver
student-bin-back = Ha vuelto a Mis trabajos.
student-picture-closer = Más cerca
student-picture-farther = Más lejos
student-picture-whole = Verla entera
student-watch = Ver
student-watch-back = Atrás 10 segundos
student-watch-on = Adelante 10 segundos
student-watch-broken = Este vídeo no se puede ver aquí.
student-file-about = { $kind } · { $megabytes } MB
student-file-copy = Guardar una copia

student-work-i-can-title = Yo puedo
student-work-tags-why = Con este trabajo, ¿qué muestras que puedes hacer?
student-work-add-tag = Elegir
student-work-take-off = Quitar: { $tag }
student-work-tag-unknown = Algo que nombró tu escuela
student-work-check-title = Reviso mi trabajo
student-work-check-why = Mira tu trabajo y di cómo te salió. Primero tú, luego tu profe.
student-work-check = Revisar mi trabajo
student-work-check-again = Revisar otra vez
student-work-checked = Lo revisaste el { $day }
student-work-think-title = Lo que pienso
student-work-think-why = ¿Qué te gustó? ¿Qué te costó? Escríbelo para después.
student-work-reflect = Escribir lo que pienso
student-work-reflect-again = Escribir más

student-tags-title = Yo puedo
student-tags-why = Toca lo que muestra este trabajo. Puedes elegir más de una cosa.
student-tags-search = Buscar con una palabra
student-tags-none = Nada tiene esa palabra. Prueba con otra o mira la lista.
student-tag-off = Quitado

student-check-title = Reviso mi trabajo
student-check-two = Empezaste esta revisión en dos aparatos. ¿Con cuál quieres seguir?
student-check-two-go-on = Seguir con esta
student-check-two-open = sin elegir todavía
student-check-two-pins = { $count ->
    [one] 1 lugar marcado
    [many] { $count } de lugares marcados
   *[other] { $count } lugares marcados
}
student-check-choose = ¿Cómo lo quieres revisar?
student-check-other = Revisarlo de otra manera
student-check-why = ¿Por qué lo ves así?
student-check-save = Guardar mi revisión
student-check-nothing = Primero elige un nivel.

student-reflect-choose = Elige una pregunta
student-reflect-empty = Primero escribe algo.
student-reflect-begin-with = Empezar con: { $words }

student-answer-title = De tu profe
student-answer-next = Próximo paso: { $step }
student-answer-mine = Yo dije
student-answer-theirs = Mi profe dijo
student-answer-may-share = Puedes compartirlo
student-difference-same = Tu profe lo ve igual que tú.
student-difference-learner-saw-more = Tú viste más que tu profe. Habla con tu profe: ¿qué viste tú?
student-difference-teacher-saw-more = Tu profe vio más que tú. ¡Felicidades!
student-difference-only-learner = Tu profe no dijo nada aquí.
student-difference-only-teacher = Tú todavía no has dicho nada aquí.

## Questions to think about, by their id

prompt-proud = ¿Qué te llena de orgullo?
prompt-tricky = ¿Qué fue difícil y qué hiciste?
prompt-next_time = ¿Qué harás la próxima vez?
prompt-learned = ¿Qué aprendiste?
prompt-show = ¿Qué muestra esto de ti?
prompt-decision = ¿Qué decisión fue la más importante y por qué?

student-starter-proud-1 = Me gusta cómo
student-starter-proud-2 = Siento orgullo porque
student-starter-proud-3 = Lo mejor es
student-starter-tricky-1 = Me costó
student-starter-tricky-2 = Cuando no sabía seguir,
student-starter-tricky-3 = Me ayudó
student-starter-next-time-1 = La próxima vez voy a
student-starter-next-time-2 = Quiero probar
student-starter-next-time-3 = Necesito ayuda con
student-starter-learned-1 = Ahora sé
student-starter-learned-2 = Descubrí que
student-starter-learned-3 = Antes pensaba que
student-starter-show-1 = Esto muestra que
student-starter-show-2 = Se ve en
student-starter-show-3 = Es importante para mí porque
student-starter-decision-1 = Decidí
student-starter-decision-2 = También habría podido
student-starter-decision-3 = Cambió el trabajo porque


# What happened, so what, now what
prompt-did = ¿Qué hiciste?
prompt-did_feel = ¿Cómo te sentiste?
prompt-did_next = ¿Qué viene ahora?
prompt-what = ¿Qué pasó y cuál fue tu parte?
prompt-so_what = ¿Por qué es importante para ti?
prompt-now_what = ¿Qué harás distinto de ahora en adelante?

# Two stars and a wish
prompt-star_first = ¿Qué cosa te gusta?
prompt-star_second = ¿Qué más salió bien?
prompt-wish = ¿Qué le deseas a tu trabajo?
prompt-strengths = ¿Qué dos cosas funcionan bien y en qué se nota?
prompt-improve = ¿Qué lo mejoraría y por qué?

# Before and now
prompt-then = ¿Qué podías hacer antes?
prompt-now = ¿Qué puedes hacer ahora?
prompt-at_start = ¿Qué pensabas o hacías al principio?
prompt-since_then = ¿Qué es distinto ahora y por qué cambió?

# Two works side by side
prompt-compare_new = ¿Qué hay de nuevo en el último?
prompt-compare_like = ¿Cuál te gusta más?
prompt-compare_grew = ¿Qué muestra el trabajo nuevo que no muestra el antiguo?
prompt-compare_kept = ¿Qué sigue igual? ¿Está bien así?

# A goal
prompt-goal_want = ¿Por qué quieres esto?
prompt-goal_well = ¿Qué va bien?
prompt-goal_hard = ¿Qué te cuesta ahora?
prompt-goal_plan = ¿Cuál es el próximo paso pequeño y cuándo lo darás?
prompt-goal_story = ¿Cómo lo lograste?

# I can
prompt-can_where = ¿Dónde vemos que puedes?
prompt-can_next = ¿Qué quieres probar ahora?
prompt-can_best = ¿Qué parte lo muestra mejor y por qué?
prompt-can_gap = ¿Qué te falta mostrar todavía?

student-starter-did-1 = Primero
student-starter-did-2 = Después
student-starter-did-3 = Hice
student-starter-did-feel-1 = Me sentí
student-starter-did-feel-2 = Me alegré cuando
student-starter-did-feel-3 = No me gustó
student-starter-did-next-1 = Ahora voy a
student-starter-did-next-2 = Quiero
student-starter-did-next-3 = Todavía necesito
student-starter-what-1 = Empezó con
student-starter-what-2 = Mi parte fue
student-starter-what-3 = El momento clave fue
student-starter-so-what-1 = Es importante porque
student-starter-so-what-2 = Antes de esto,
student-starter-so-what-3 = Me sorprendió que
student-starter-now-what-1 = De ahora en adelante
student-starter-now-what-2 = Lo primero que voy a cambiar es
student-starter-now-what-3 = Sabré que funciona cuando
student-starter-star-first-1 = Me gusta
student-starter-star-first-2 = Mi parte favorita es
student-starter-star-first-3 = Mira cómo
student-starter-star-second-1 = También salió bien
student-starter-star-second-2 = He mejorado en
student-starter-star-second-3 = Otra cosa buena es
student-starter-wish-1 = Ojalá
student-starter-wish-2 = Sería mejor con
student-starter-wish-3 = Si tuviera más tiempo,
student-starter-strengths-1 = Funciona bien
student-starter-strengths-2 = Se nota porque
student-starter-strengths-3 = La parte más fuerte es
student-starter-improve-1 = Sería más fuerte con
student-starter-improve-2 = Yo cambiaría
student-starter-improve-3 = No tengo claro
student-starter-then-1 = Antes podía
student-starter-then-2 = No sabía
student-starter-then-3 = Antes siempre
student-starter-now-1 = Ahora puedo
student-starter-now-2 = Hoy lo hice
student-starter-now-3 = Ya no necesito ayuda con
student-starter-at-start-1 = Al principio
student-starter-at-start-2 = Creía que
student-starter-at-start-3 = No había probado
student-starter-since-then-1 = Ahora
student-starter-since-then-2 = Lo que lo cambió fue
student-starter-since-then-3 = Todavía no
student-starter-compare-new-1 = En el nuevo
student-starter-compare-new-2 = El antiguo no tenía
student-starter-compare-new-3 = Ahora hay
student-starter-compare-like-1 = Este me gusta más porque
student-starter-compare-like-2 = El otro es
student-starter-compare-like-3 = Los dos son
student-starter-compare-grew-1 = En el trabajo nuevo
student-starter-compare-grew-2 = Al antiguo le falta
student-starter-compare-grew-3 = Se ve en
student-starter-compare-kept-1 = En los dos
student-starter-compare-kept-2 = Mantuve
student-starter-compare-kept-3 = Me gustaría dejar de
student-starter-goal-want-1 = Quiero esto porque
student-starter-goal-want-2 = Cuando pueda hacerlo, voy a
student-starter-goal-want-3 = Me ayudaría a
student-starter-goal-well-1 = Va bien cuando
student-starter-goal-well-2 = Ya puedo
student-starter-goal-well-3 = Me ayuda
student-starter-goal-hard-1 = Me cuesta
student-starter-goal-hard-2 = No sé cómo seguir cuando
student-starter-goal-hard-3 = Necesito ayuda con
student-starter-goal-plan-1 = Mi próximo paso pequeño es
student-starter-goal-plan-2 = Lo haré cuando
student-starter-goal-plan-3 = Para empezar, necesito
student-starter-goal-story-1 = Empezó cuando
student-starter-goal-story-2 = Me ayudó
student-starter-goal-story-3 = Siento orgullo de que
student-starter-can-where-1 = Mira
student-starter-can-where-2 = Se ve cuando yo
student-starter-can-where-3 = Lo muestro en
student-starter-can-next-1 = Ahora quiero probar
student-starter-can-next-2 = Quiero mejorar en
student-starter-can-next-3 = Podría hacerlo con
student-starter-can-best-1 = La parte que mejor lo muestra es
student-starter-can-best-2 = Lo muestra porque
student-starter-can-best-3 = Otra persona vería
student-starter-can-gap-1 = Todavía no he mostrado
student-starter-can-gap-2 = Lo podría mostrar con
student-starter-can-gap-3 = Falta porque

## Student app: showcases

student-showcases-first-title = Enseña lo que te llena de orgullo
student-showcases-first = Elige algunos trabajos, ponlos en orden y enséñaselos a tu familia.
student-showcase-new = Nueva exposición
student-showcase-edit-title = Cambiar la exposición
student-showcase-change = Cambiar
student-showcase-name = Nombre de la exposición
student-showcase-story = Cuenta su historia
student-showcase-choose = Elige tus trabajos
student-showcase-order = En este orden
student-showcase-about = Sobre mí
student-showcase-about-why = Elige qué cuenta de ti esta exposición. Aquí está todo lo que tu familia puede ver.
student-showcase-about-none = También puedes contar algo de ti. Escríbelo en «Quién soy» y deja que tu familia lo vea.
student-showcase-up = Subir: { $title }
student-showcase-down = Bajar: { $title }
student-showcase-needs-name = Primero ponle un nombre.
student-showcase-needs-works = Elige al menos un trabajo.
student-showcase-shared = Compartida
student-showcase-private = Solo tú
student-showcase-gone = Esta exposición no está aquí.
student-showcase-bin = Poner la exposición en la papelera
student-showcase-binned = La exposición está en la papelera. Ya nadie la puede ver.
student-share-title = Compartir con tu familia
student-share-what = Recibes un enlace. Quien lo tenga ve esta exposición y nada más. Lo puedes quitar cuando quieras.
student-share-wait = Tu familia ve un trabajo cuando tu profe ha dicho que sí.
student-share-needs-school = Para compartir, primero entra en tu escuela.
student-share-approved = Tu familia lo puede ver
student-share-not-yet = Tu profe todavía no ha dicho que sí
student-share-unshown = Los videos y los archivos no salen en la página. Puedes enseñarlos tú.
student-share-make = Hacer un enlace
student-share-made = Tu enlace está listo.
student-share-until = El enlace funciona hasta el { $day }.
student-share-elsewhere = Hiciste este enlace en otro aparato. Míralo allí.
student-share-qr = Un código cuadrado que abre tu exposición
student-share-copy = Copiar el enlace
student-share-copied = Copiado
student-share-take-back = Quitar el enlace
student-share-taken-back = Quitado. El enlace ya no muestra nada.

## Student app: joining a school

student-join = Entrar en mi escuela
student-join-why = Mira la tarjeta de tu profe y escribe lo que dice.
student-join-address = Dirección de la escuela
student-join-code = Código
student-join-missing = Primero escribe la dirección y el código de la tarjeta.
student-join-bad-address = Esa no es la dirección de una escuela. Cópiala de la tarjeta, letra por letra. Empieza con https://
student-join-no-answer = En esa dirección no contesta ninguna escuela. Mira otra vez la tarjeta, letra por letra, o prueba más tarde.
student-join-go = Entrar
student-join-done = Estás en { $school }. Tus trabajos irán allí sin que hagas nada.
student-joined = Ya estás en tu escuela.

## Student app: about me

student-about-me = Yo
student-about-age = Cuántos años tengo
student-about-sending = En camino a la escuela
student-about-school = Mi escuela: { $school }
student-about-last = Último envío: { $day }
student-about-send = Enviar ahora
student-about-sending-now = Enviando
student-language-now = Idioma: { $language }
student-about-looks = Cómo se ve
student-about-colours = Colores
student-about-text = Tamaño de las letras
student-about-lock = Mi clave secreta y el bloqueo
student-about-lock-after = Bloquear cuando no haya nadie durante
student-about-kept = Lo que se guarda
student-about-kept-much = { $count ->
    [one] 1 trabajo, { $megabytes } MB en este aparato
    [many] { $count } de trabajos, { $megabytes } MB en este aparato
   *[other] { $count } trabajos, { $megabytes } MB en este aparato
}
student-about-kept-what = Tus trabajos, tus palabras y lo que eliges se guardan en este aparato, cerrados con tu clave secreta. Cuando entras en tu escuela, tu profe también los puede ver. Tus fotos salen de aquí sin decir dónde se tomaron.
student-look-auto = Como el aparato
student-look-light = Claro
student-look-dark = Oscuro
student-text-scale = { $percent } %
student-about-contrast = Contraste
student-contrast-auto = Como el aparato
student-contrast-usual = Normal
student-contrast-strong = Fuerte
student-about-typeface = Letras
student-typeface-lexend = Lexend
student-typeface-atkinson = Atkinson
student-about-spacing = Espacio entre palabras y líneas
student-spacing-usual = Normal
student-spacing-wide = Más espacio
student-about-motion = Cosas que se mueven
student-motion-auto = Como el aparato
student-motion-still = Sin movimiento
student-about-aloud = Léeme
student-aloud-off = No
student-aloud-on = Sí
student-aloud-what = Toca las palabras para oírlas. Con el teclado, oyes dónde estás. La voz es de esta computadora: tus palabras se quedan aquí. Si no oyes nada, pide a una persona adulta que ponga una voz para tu idioma.
student-aloud-not-here = En este aparato la aplicación no puede leerte. El aparato sí puede: pide a una persona adulta que encienda su voz de lectura.
student-aloud-page = Léeme esta página

## Student app: my key

student-key-about = Lo que abre tus trabajos y lo que ayuda si olvidas tu clave secreta.
student-key-title = Mi llave
student-key-what = Tu clave secreta abre tus trabajos. Si la olvidas, los abre un carné, un papel en casa o tu escuela. No se pierde nada.
student-key-ask = Escribe tu clave secreta para saber que eres tú.
student-key-done = Hecho. Ya está cambiado.
student-key-print = Imprimir
student-key-new-secret = Elige tu nueva clave secreta
student-key-shown-once = Esto solo lo ves ahora. Imprímelo antes de seguir.
student-key-shown-write = Esto solo lo ves ahora. Escríbelo en un papel antes de seguir, letra por letra.
student-key-name-off = Quitar mi nombre
student-key-name-on = Poner mi nombre

student-key-secret = Mi clave secreta
student-key-secret-what = Solo tú la sabes. Cámbiala si alguien la ha visto.

student-key-badge = Mi carné
student-key-badge-what = Una tarjeta con un cuadrado. Quien la tenga puede abrir tus trabajos en este aparato. Guárdala como la llave de una puerta.
student-key-badge-make = Hacer un carné
student-key-badge-again = Hacer un carné nuevo
student-key-badge-is-there = Tienes un carné
student-key-badge-old = Tu carné de antes ya no abrirá nada.
student-key-badge-made = Aquí está tu carné
student-key-badge-qr = El código cuadrado de tu carné
student-key-badge-keep = Recórtalo y guárdalo bien. Si lo pierdes, haz uno nuevo; el perdido ya no abrirá nada.

student-key-recovery = Mi papel en casa
student-key-recovery-what = Un papel para que lo guarde tu familia. Abre tus trabajos cuando olvidas tu clave secreta.
student-key-recovery-make = Hacer el papel
student-key-recovery-again = Hacer un papel nuevo
student-key-recovery-is-there = Tu familia tiene un papel
student-key-recovery-old = El papel de antes ya no abrirá nada.
student-key-recovery-made = Aquí está tu papel
student-key-recovery-qr = El código cuadrado de tu papel
student-key-recovery-keep = Dáselo a tu familia. Lo guardará con los papeles importantes. Si se pierde, haz uno nuevo.

student-key-school = Mi escuela
student-key-school-can = { $school } puede abrir tus trabajos si olvidas tu clave secreta.
student-key-school-yours = Tu escuela
student-key-school-how = Lleva este aparato a tu profe y toca allí «La olvidé». Cada vez queda escrita, y tú la puedes ver.
student-key-school-opened = { $day }: { $by } te dejó entrar otra vez.
student-key-school-cannot = Ninguna escuela puede abrir tus trabajos. Si entras en tu escuela, te podrá ayudar cuando olvides tu clave secreta.

student-key-bind = Solo en este aparato
student-key-bind-what = Tu clave secreta puede funcionar solo en este aparato. Así, si alguien copia tus trabajos, le cuesta más adivinarla.
student-key-bind-make = Solo en este aparato
student-key-bind-needs = Primero haz un carné o un papel, por si este aparato se rompe.
student-key-bind-is-there = Tu clave secreta solo funciona en este aparato

student-key-hide = Mi nombre y mi dibujo
student-key-hide-what = Quien usa este aparato ve tu nombre y tu dibujo cuando elige quién es. Allí puedes ser «Alguien».
student-key-hide-make = Ser Alguien
student-key-hide-show = Mostrarme otra vez
student-key-hide-is-there = En este aparato eres Alguien

student-leave-title = Irme de este aparato
student-leave-what = ¿Compartes este aparato? Puedes quitar de aquí tu portafolio. Tus trabajos en la escuela se quedan donde están.
student-leave-works =
    { $count ->
        [one] Un trabajo todavía no está en la escuela.
        [many] { $count } de trabajos todavía no están en la escuela.
       *[other] { $count } trabajos todavía no están en la escuela.
    }
student-leave-something = Algo que escribiste o elegiste todavía no está en la escuela.
student-leave-sealed = Irá a { $school }, bien cerrado, cuando este aparato encuentre la escuela. Hasta entonces nadie lo puede leer aquí.
student-leave-at-once = Todo está a salvo en { $school }. Nada tuyo se queda en este aparato.
student-leave-again = Para seguir, aquí o en otro aparato, pide a tu profe un código para ti.
student-leave-no-school = Tus trabajos solo están en este aparato. Si te fueras ahora, se perderían. Entra primero en tu escuela o quédate.
student-leave-no-keys = Si te fueras ahora, se perdería: { $school } todavía no ha dicho cómo cerrarlo. Quédate hasta que llegue a la escuela o pide a tu profe que lo lleve en una memoria USB.
student-leave-decide = Tu escuela no aceptó algo. Di primero qué hacer con eso; cuando te vayas, nadie podrá.
student-leave-decide-now = Ver qué es
student-leave-stay = Quedarme
student-leave-do = Quitarlo de este aparato
student-leave-busy = Cerrando lo que espera…
student-leave-done = Hecho. Tu portafolio ya no está en este aparato.
student-leave-open = Irme de este aparato…
student-leave-about = Si compartes el aparato, puedes llevarte tu portafolio. Lo que espera llegará a la escuela.
student-on-the-way = Los trabajos de alguien van en camino a la escuela. Están bien cerrados.
student-on-the-way-refused = La escuela no aceptó los trabajos que alguien dejó aquí. Están a salvo y bien cerrados. Enséñalo en clase, por favor.

student-badge-in = Tengo un carné
student-badge-in-what = Tu carné abre tu trabajo sin nada más.
student-badge-in-other = Elegir quién soy

student-forgot = La olvidé
student-forgot-title = Olvidaste tu clave secreta
student-forgot-what = A veces pasa. No se pierde nada. ¿Qué tienes?
student-forgot-nothing = Todavía no hay carné, papel ni escuela que abra tus trabajos. Tómate tu tiempo y prueba otra vez. ¿Era un número que usas también en otro lugar? Pregunta a la persona mayor que estaba contigo cuando lo elegiste.
student-forgot-badge = Mi carné
student-forgot-badge-what = La tarjeta con un cuadrado
student-forgot-recovery = Mi papel en casa
student-forgot-recovery-what = El papel que guarda tu familia
student-forgot-school = Mi escuela me ayuda
student-forgot-school-what = Lleva este aparato a tu profe
student-forgot-other-way = Otra manera
student-forgot-back = Ya me acordé
student-forgot-right = ¡Correcto!
student-forgot-right-what = Ahora elige una nueva clave secreta. Todo lo que hiciste sigue ahí.
student-forgot-stop = Ahora no

student-ask = Preguntar a mi escuela
student-ask-why = Tu escuela te puede dejar entrar otra vez. Su dirección está en la tarjeta de tu profe.
student-ask-missing = Primero escribe la dirección de la tarjeta.
student-ask-sent = Lleva este aparato a tu profe. Mirará que eres tú y estos números; después tu escuela dirá que sí.
student-ask-shown = Lleva este aparato a tu profe. Necesita el código cuadrado y estos números.
student-ask-compare = Tus números:
student-ask-waiting = Esperando a tu escuela. También puedes volver otro día.
student-ask-no-answer = Ahora no se puede llegar a la escuela. Este aparato lo sigue intentando.
student-ask-by-text = No hay conexión
student-ask-text-off = Hay conexión
student-ask-text-why = Tu profe lee este código cuadrado y te trae la respuesta en letras.
student-ask-qr = Un código cuadrado con tu pregunta para tu escuela
student-ask-copy = Copiar la pregunta
student-ask-answer = La respuesta de tu escuela
student-ask-wrong-answer = Esa no es la respuesta a la pregunta de aquí. Mírala otra vez o pregunta de nuevo.
student-ask-again = Preguntar otra vez desde el principio
student-question-refused = Tu escuela dijo que no. Habla con tu profe y pregunta otra vez.
student-question-replaced = Alguien preguntó otra vez en otro aparato. Solo vale la pregunta más nueva.
student-question-over = Nadie contestó a tiempo. Habla con tu profe y pregunta otra vez.
student-error-ask-refused = Esta escuela no conoce tus trabajos. Busca la tarjeta de tu propia escuela.

student-code = Letras y números
student-code-count = { $count } de { $of }
student-code-missing = Primero escribe las letras y los números.
student-code-mistyped = Algo no está como en el papel. Míralo otra vez, de tres en tres.
student-code-wrong-badge = Nadie tiene aquí ese carné. ¿Es el más nuevo?
student-code-wrong-recovery = Ese papel no sirve. ¿Es el más nuevo? ¿Y es el tuyo?
student-code-where-badge = Está en tu carné.
student-code-where-recovery = Escribe lo que dice el papel. No hace falta dejar espacio entre las letras.
student-code-camera = Enseñarlo a la cámara
student-code-camera-hint = Pon el cuadrado blanco y negro delante de la cámara.
student-code-camera-type = Mejor lo escribo
student-code-camera-missing = Ahora no se puede usar la cámara. Puede que antes tengas que darle permiso. Mientras tanto, escribe las letras y los números.
student-code-camera-none = En este aparato la cámara no puede leer el cuadrado. Escribe las letras y los números que hay al lado.
student-code-camera-other = Ese cuadrado es de otra cosa. Enseña el que tiene letras y números al lado.
student-code-camera-several = Aquí hay más de uno. Enseña solo uno.
student-code-camera-nothing = No se ha leído nada. Ponte donde haya luz y acércalo, o escribe las letras y los números.
student-error-device-secret-missing = Este aparato perdió su parte de tu clave secreta. Usa tu carné, tu papel o pide ayuda a tu escuela.

## Student app: what is printed, for families

student-badge-page-what = Recortar la tarjeta por la línea. Quien tenga la tarjeta y el dispositivo puede abrir los trabajos.
student-sheet-title = Cómo volver a abrir el portafolio
student-sheet-title-of = Cómo volver a abrir el portafolio de { $name }
student-sheet-why = Querida familia: este papel abre el portafolio cuando se olvida la clave secreta. Quien tenga este papel y el dispositivo puede abrirlo; por eso conviene guardarlo con los papeles importantes. Este código no se puede hacer por segunda vez.
student-sheet-step-1 = Abrir la aplicación del portafolio en el dispositivo y tocar el nombre.
student-sheet-step-2 = Tocar «La olvidé» y después «Mi papel en casa».
student-sheet-step-3 = Escribir el código de arriba. Da igual si se deja espacio entre las letras o no.
student-sheet-step-4 = Elegir una nueva clave secreta. Todos los trabajos siguen ahí.
student-sheet-step-5 = Guardar otra vez este papel. Seguirá funcionando.
student-sheet-lost = ¿Se perdió el papel o lo vio alguien? Se puede hacer uno nuevo en la aplicación: Sobre mí, Mi llave. El de antes ya no abrirá nada.
student-sheet-made = Hecho el { $day }

## School: pages for teachers

teacher-skip = Saltar al contenido
teacher-nav = Páginas
teacher-nav-queue = Por revisar
teacher-nav-classes = Clases
teacher-sign-out = Cerrar sesión
teacher-kept-typed = Mientras tanto se cerró su sesión. Lo que escribió no se ha perdido: inicie sesión y podrá enviarlo.
teacher-kept-title = Ha vuelto a iniciar sesión
teacher-kept-here = Lo que escribió antes sigue aquí. Todavía no se ha enviado.
teacher-kept-send = Enviarlo ahora
teacher-kept-leave = Dejarlo
teacher-sign-in-title = Iniciar sesión
teacher-sign-in-for = Para docentes. Los estudiantes usan la aplicación; las familias, su enlace.
teacher-sign-in-email = Correo electrónico
teacher-sign-in-password = Contraseña
teacher-sign-in-button = Iniciar sesión
teacher-sign-in-wrong = El correo y la contraseña no coinciden. Compruebe los dos e inténtelo de nuevo.
teacher-sign-in-wait = { $minutes ->
    [one] Demasiados intentos. Espere un minuto y pruebe de nuevo.
    [many] Demasiados intentos. Espere { $minutes } de minutos y pruebe de nuevo.
   *[other] Demasiados intentos. Espere { $minutes } minutos y pruebe de nuevo.
}

teacher-queue-title = Por revisar
teacher-queue-waiting = Le esperan
teacher-queue-in-progress = Todavía en marcha
teacher-queue-answered = Con respuesta
teacher-queue-nothing-waits = No le espera nada. Los trabajos aparecen aquí cuando el estudiante los ha valorado.
teacher-queue-nothing-in-progress = No hay trabajos sin terminar.
teacher-queue-nothing-answered = Todavía no hay nada con respuesta.
teacher-queue-more = Mostrar más
teacher-row-waiting = desde el { $day }
teacher-row-progress = hecho el { $day }
teacher-row-answered = respuesta el { $day }
teacher-row-judged = Autoevaluación
teacher-row-reflections = { $count ->
    [one] 1 reflexión
    [many] { $count } de reflexiones
   *[other] { $count } reflexiones
}
teacher-row-tags = { $count ->
    [one] 1 «Yo puedo»
    [many] { $count } de «Yo puedo»
   *[other] { $count } «Yo puedo»
}
teacher-row-approved = Se puede compartir

teacher-work-untitled = Sin título
teacher-work-page = Un trabajo por revisar
teacher-work-back = { $count ->
    [0] Volver a todos los trabajos
    [one] Volver a todos los trabajos (1 espera)
    [many] Volver a todos los trabajos ({ $count } esperan)
   *[other] Volver a todos los trabajos ({ $count } esperan)
}
teacher-work-sent = Enviado. No le espera nada más.
teacher-work-sent-next = Enviado. Este es el que más tiempo lleva esperando.
teacher-work-noted = Anotado. El estudiante lo verá.
teacher-work-changed = Enviado. El trabajo cambió mientras usted lo miraba; lo que aprobó es lo que vio. Échele otro vistazo.
teacher-work-nothing-said = Todavía no hay nada que enviar. Valore una línea o escriba unas palabras.
teacher-work-still-coming = Las imágenes de este trabajo aún están en camino. Apruébelo cuando pueda verlas.
teacher-work-picture = Imagen { $number } del trabajo de { $name }; abre el original
teacher-work-file = Archivo
teacher-work-film = Video · { $megabytes } MB · se guarda para verlo
teacher-work-paper = Archivo · { $megabytes } MB · se guarda para abrirlo
teacher-work-link = (una página de otro lugar, se abre en otra pestaña)
teacher-work-voice = Escuchar a { $name }
teacher-work-not-sent = Todavía no se ha enviado nada. Lo que eligió y escribió sigue aquí; envíelo con uno de los botones.
teacher-work-skip = Saltar a sus comentarios
teacher-work-tags = Yo puedo
teacher-work-thoughts = Lo que piensa { $name }

teacher-answer-title = Sus comentarios
teacher-answer-judged-on = { $name } lo valoró el { $day }
teacher-answer-chose = { $name } eligió esto
teacher-answer-why-theirs = { $name }:
teacher-answer-why = Diga por qué
teacher-answer-why-for = Por qué eligió esto en { $criterion }
teacher-answer-not-judged = { $name } todavía no ha valorado este trabajo. Primero va el estudiante: usted podrá valorarlo después. Ya puede escribir unas palabras.
teacher-answer-words = Comentarios para { $name }
teacher-answer-next = Un próximo paso
teacher-answer-send-approve = Enviar y aprobar para compartir
teacher-answer-send = Enviar comentarios
teacher-answer-only = Decidir si se comparte, sin comentarios
teacher-answer-approve = Aprobar para compartir
teacher-answer-not-yet = Todavía no

teacher-past-title = Antes
teacher-past-by = { $name }, { $day }
teacher-past-next = Próximo paso:
teacher-difference-same = Las dos valoraciones coinciden.
teacher-difference-learner_saw_more = { $steps ->
    [one] { $learner } vio un nivel más.
    [many] { $learner } vio { $steps } de niveles más.
   *[other] { $learner } vio { $steps } niveles más.
}
teacher-difference-teacher_saw_more = { $steps ->
    [one] { $teacher } vio un nivel más.
    [many] { $teacher } vio { $steps } de niveles más.
   *[other] { $teacher } vio { $steps } niveles más.
}
teacher-difference-only_learner = { $teacher } no valoró esta línea.
teacher-difference-only_teacher = { $learner } no valoró esta línea.
teacher-past-approved = { $name } lo aprobó para compartir el { $day }
teacher-past-not_yet = { $name } dijo «todavía no» a compartirlo el { $day }

teacher-classes-none = Todavía no tiene ninguna clase. Cree una aquí o importe una lista en el servidor.
teacher-classes-new = Nueva clase
teacher-classes-add = Crear clase

teacher-class-showcases = Exposiciones que esperan aprobación
teacher-class-showcase-untitled = Exposición sin título
teacher-shared-title = Compartido con la familia
teacher-shared-why = Enlaces abiertos que crearon los estudiantes. Quien tiene uno ve esa exposición y nada más.
teacher-shared-what = Exposición
teacher-shared-until = Abierto hasta
teacher-shared-opened = Visto
teacher-shared-never = Todavía no
teacher-shared-times = { $count ->
    [one] Una vez, el { $day }
    [many] { $count } de veces, la última el { $day }
   *[other] { $count } veces, la última el { $day }
}
teacher-class-code = Código de la clase
teacher-class-code-facts = { $count ->
    [one] Para 1 estudiante más, hasta el { $day }. Se escribe junto con esta dirección: { $address }
    [many] Para { $count } de estudiantes más, hasta el { $day }. Se escribe junto con esta dirección: { $address }
   *[other] Para { $count } estudiantes más, hasta el { $day }. Se escribe junto con esta dirección: { $address }
}
teacher-class-code-none = No hay ningún código de clase abierto. Con uno nuevo, los estudiantes pueden entrar durante dos semanas.
teacher-class-code-renew = Nuevo código de clase
teacher-class-code-end = Anular este código
teacher-class-cards = Tarjetas para imprimir
teacher-class-learners = Estudiantes
teacher-class-joined = En la clase
teacher-class-not-joined = Todavía no ha entrado
teacher-class-by-code = Entró con el código de la clase
teacher-class-device = Dispositivo
teacher-class-since = desde el { $day }
teacher-class-revoke = Cerrar la sesión de este dispositivo
teacher-class-new-code = Nueva tarjeta
teacher-class-nobody = Todavía no hay nadie en esta clase. Reparta el código de la clase o añada estudiantes aquí.
teacher-class-new-learner = Nuevo estudiante
teacher-class-add-learner = Añadir estudiante

teacher-classes-locked-out = Alguien olvidó su PIN y no puede entrar
teacher-queue-locked-out = { $count ->
    [one] 1 estudiante pide volver a entrar
    [many] { $count } de estudiantes piden volver a entrar
   *[other] { $count } estudiantes piden volver a entrar
}
teacher-locked-title = Acceso perdido
teacher-locked-what = Aquí lo piden los estudiantes que olvidaron su PIN y no tienen ni carné ni papel. No se pierde nada de su trabajo.
teacher-locked-no-school-key = Esta escuela aún no tiene clave de recuperación, así que no puede dejar entrar a quien olvidó su PIN. La crea quien administra el servidor: portfolio school recovery-key
teacher-locked-waiting = En espera
teacher-locked-nobody = Nadie espera para volver a entrar.
teacher-locked-asks = { $name } pide volver a entrar
teacher-locked-minutes = { $count ->
    [0] lo pidió ahora mismo
    [one] lo pidió hace un minuto
    [many] lo pidió hace { $count } de minutos
   *[other] lo pidió hace { $count } minutos
}
teacher-locked-hours = { $count ->
    [one] lo pidió hace una hora
    [many] lo pidió hace { $count } de horas
   *[other] lo pidió hace { $count } horas
}
teacher-locked-since = lo pidió el { $day }
teacher-locked-until = abierto hasta el { $day }
teacher-locked-seen-by = { $name } vio al estudiante y las cifras
teacher-locked-by-text = Un dispositivo sin conexión
teacher-locked-by-text-what = Escanee o copie la pregunta que muestra el dispositivo. Empieza con PORTFOLIO-ASK
teacher-locked-by-text-go = Ver esta pregunta
teacher-locked-no-question = Esa pregunta no está completa. Copie todo lo que muestra el dispositivo, desde PORTFOLIO-ASK hasta el final.
teacher-locked-unknown_vault = Este portafolio no es de ninguno de sus estudiantes. Tiene que haber estado conectado antes a esta escuela.
teacher-locked-other_key = Esa pregunta es para la clave de otra escuela.
teacher-locked-over = Esa pregunta ya no vale. Haga que el dispositivo pregunte otra vez.
teacher-locked-too-often = Este portafolio ha preguntado demasiadas veces. Espere un rato y haga que el dispositivo pregunte otra vez.
teacher-locked-earlier = Antes
teacher-locked-state-answered = Pudo entrar
teacher-locked-state-answered_before = Pudo entrar
teacher-locked-state-refused = Rechazada
teacher-locked-state-replaced = Preguntó otra vez
teacher-locked-state-over = Nadie respondió
teacher-locked-see = Vea al estudiante
teacher-locked-see-child = Vaya adonde está { $name }, o que { $name } venga con el dispositivo. No responda nunca a un mensaje ni a una llamada.
teacher-locked-see-digits = El dispositivo muestra doce cifras. Escríbalas aquí mirando su pantalla.
teacher-locked-digits = Las doce cifras del dispositivo
teacher-locked-vouch = Es { $name } y estas son las cifras
teacher-locked-other-digits = Esas no son las cifras de esta pregunta. Mire otra vez el dispositivo. Si siguen sin coincidir, no responda nada: puede que pregunte otra persona.
teacher-locked-answer = Responder con la clave de recuperación de la escuela
teacher-locked-answer-what = Lo hace quien guarda la clave de recuperación de la escuela. Después { $name } elige un PIN nuevo en el dispositivo y todo su trabajo está ahí.
teacher-locked-key-file = El archivo de la clave
teacher-locked-key = O sus palabras, como en el archivo o en el papel
teacher-locked-passphrase = La contraseña del archivo
teacher-locked-key-safety = La clave se usa una sola vez y no se guarda en el servidor. Para que no pase por el servidor en ningún momento, responda desde otro equipo: portfolio school answer
teacher-locked-answer-go = Dejar entrar a { $name }
teacher-locked-wrong-passphrase = La contraseña no abre esa clave, o la pregunta no es para este portafolio. No se ha respondido nada.
teacher-locked-wrong-key = Esa no es la clave de recuperación para esta pregunta. No se ha respondido nada.
teacher-locked-changed = Esta pregunta cambió mientras tanto. Mírela otra vez.
teacher-locked-refuse = Decir que no
teacher-locked-done-answered = Respondida. { $name } elige un PIN nuevo en el dispositivo. Esto queda anotado y { $name } puede verlo.
teacher-locked-done-answered_before = { $name } ya pudo entrar.
teacher-locked-done-refused = Rechazada. El dispositivo lo dice.
teacher-locked-done-replaced = { $name } preguntó otra vez; responda a la pregunta más reciente.
teacher-locked-done-over = Nadie respondió a tiempo. { $name } puede preguntar otra vez.
teacher-locked-answer-text = Para un dispositivo sin conexión
teacher-locked-answer-text-what = Escanee esto con el dispositivo o escríbalo allí. No abre nada en ningún otro lugar.
teacher-locked-answer-picture = La respuesta como código cuadrado

teacher-cards-how = Imprimir, recortar y repartir. Una tarjeta personal funciona una sola vez y solo para su estudiante.
teacher-cards-picture = Código QR para { $name }
teacher-cards-personal = Funciona una vez, hasta el { $day }
teacher-cards-class = Para toda la clase, hasta el { $day }
teacher-cards-none = No hay códigos abiertos. Cree un código de clase o una tarjeta nueva para un estudiante.

teacher-nav-library = Biblioteca
teacher-library-saved = Guardado como versión nueva. Los trabajos ya valorados conservan la versión con la que se valoraron.
teacher-library-rubrics = Rúbricas
teacher-library-frameworks = Marcos
teacher-library-own = Viene con el producto
teacher-library-versions = { $count ->
    [one] 1 versión
    [many] { $count } de versiones
   *[other] { $count } versiones
}
teacher-library-criteria = { $count ->
    [one] 1 criterio
    [many] { $count } de criterios
   *[other] { $count } criterios
}
teacher-library-competencies = { $count ->
    [one] 1 competencia
    [many] { $count } de competencias
   *[other] { $count } competencias
}
teacher-library-change = Cambiar
teacher-library-copy = Copiar
teacher-library-case = CASE
teacher-library-csv = CSV

teacher-import-title = Importar un archivo
teacher-import-what = Un marco o rúbricas en JSON de CASE, CTDL-ASN o DigComp, de Moodle, Canvas o D2L, o en forma de tabla (CSV o Excel). Antes de importar nada, verá qué contiene.
teacher-import-kind = Qué contiene el archivo
teacher-import-framework = Un marco
teacher-import-rubric = Rúbricas
teacher-import-file = El archivo
teacher-import-columns = Una tabla con otros encabezados
teacher-import-columns-how = Una línea por columna, por ejemplo: statement = Lo que puede hacer el alumnado
teacher-import-look = Ver qué contiene
teacher-import-no-file = Elija un archivo que no esté vacío.
teacher-import-gone = El archivo ya no está aquí. Elíjalo otra vez.
teacher-import-nothing-yet = Esto es lo que contiene el archivo. Todavía no se ha importado nada.
teacher-import-taken = Lo que se importaría
teacher-import-format = Leído como { $format }
teacher-import-count-packages = { $count ->
    [one] 1 documento
    [many] { $count } de documentos
   *[other] { $count } documentos
}
teacher-import-count-items = { $count ->
    [one] 1 competencia
    [many] { $count } de competencias
   *[other] { $count } competencias
}
teacher-import-count-associations = { $count ->
    [one] 1 relación entre competencias
    [many] { $count } de relaciones entre competencias
   *[other] { $count } relaciones entre competencias
}
teacher-import-count-rubrics = { $count ->
    [one] 1 rúbrica
    [many] { $count } de rúbricas
   *[other] { $count } rúbricas
}
teacher-import-count-criteria = { $count ->
    [one] 1 criterio
    [many] { $count } de criterios
   *[other] { $count } criterios
}
teacher-import-count-levels = { $count ->
    [one] 1 nivel
    [many] { $count } de niveles
   *[other] { $count } niveles
}
teacher-import-difference = Qué cambia
teacher-import-same = Sus clases ya tienen lo mismo.
teacher-import-other-words = Dice lo mismo con otros detalles.
teacher-import-mended = Lo que se arregló
teacher-import-left-out = Lo que se dejó fuera y por qué
teacher-import-unread = Lo que se conserva sin mostrarse
teacher-import-take = Importarlo
teacher-import-leave = Dejarlo
teacher-import-given = Importado. Va en camino a los dispositivos de sus clases.
teacher-import-problem-no-class = Elija al menos una clase.
teacher-import-problem-changed = Su biblioteca cambió mientras tanto. Mire otra vez las diferencias y después impórtelo.

teacher-kind-single_point = De un solo punto
teacher-kind-analytic = Analítica
teacher-kind-holistic = Holística
teacher-kind-continuum = Continuo
teacher-kind-checklist = Lista de cotejo
teacher-kind-what-single_point = Una meta clara por criterio, abierta hacia los dos lados.
teacher-kind-what-analytic = Varios criterios, cada uno con sus propios niveles.
teacher-kind-what-holistic = Una mirada al trabajo completo, por niveles.
teacher-kind-what-continuum = Niveles que abarcan varios cursos escolares.
teacher-kind-what-checklist = Cosas que están, o que todavía no.
teacher-start-towards = En camino
teacher-start-there = Logrado
teacher-start-beyond = Más allá
teacher-start-beginning = Inicio
teacher-start-emerging = Primeros avances
teacher-start-on-the-way = En camino
teacher-start-secure = Consolidado
teacher-start-not-yet = Todavía no
teacher-start-yes = Sí

teacher-rubric-page = Una rúbrica
teacher-rubric-new = Nueva rúbrica
teacher-rubric-change = Cambiar una rúbrica
teacher-rubric-copy-of = { $title } (copia)
teacher-rubric-is-copy = Esta es su propia copia. La rúbrica de la que salió queda como está.
teacher-rubric-not-saved = Todavía no se ha guardado nada. Todo lo que escribió sigue aquí; guárdelo con el botón de abajo.
teacher-rubric-took-criterion = Se quitó el criterio.
teacher-rubric-took-level = Se quitó el nivel.
teacher-rubric-undo = Recuperarlo
teacher-rubric-back = Está de vuelta.
teacher-rubric-not-kept = Todavía sin guardar. Todo lo que escribió sigue aquí:
teacher-rubric-in-line = Criterio { $number }:
teacher-rubric-other = Alguien guardó otra versión después de que usted abriera esta. No se sobrescribió nada y todo lo que escribió sigue aquí. La otra versión cambió esto:
teacher-rubric-look-theirs = Ver la otra
teacher-rubric-save-copy = Guardar la mía como rúbrica aparte
teacher-rubric-save-after = Guardar la mía como versión más reciente
teacher-rubric-about = Sobre la rúbrica
teacher-rubric-title = Título
teacher-rubric-description = Para qué sirve
teacher-rubric-kind = Tipo
teacher-rubric-language = Idioma, por ejemplo es o pt-BR
teacher-rubric-shown = Qué muestra la tabla
teacher-rubric-same-levels = Todos los criterios tienen los mismos niveles
teacher-rubric-scored = Con puntos
teacher-rubric-weighted = Con pesos
teacher-rubric-refresh = Mostrar así
teacher-rubric-grid = Criterios y niveles
teacher-rubric-criterion = Criterio
teacher-rubric-level = Nivel { $number }
teacher-rubric-level-name = { $line }: nombre del nivel { $number }
teacher-rubric-line = Criterio { $number }
teacher-rubric-cell = { $line }, { $level }: cómo se reconoce
teacher-rubric-left = Mover hacia el nivel más bajo: { $name }
teacher-rubric-right = Mover hacia el nivel más alto: { $name }
teacher-rubric-up = Subir: { $name }
teacher-rubric-down = Bajar: { $name }
teacher-rubric-remove = Quitar: { $name }
teacher-rubric-add-level-to = Añadir un nivel: { $name }
teacher-rubric-add-line = Añadir un criterio
teacher-rubric-add-level = Añadir un nivel
teacher-rubric-weight = Peso
teacher-rubric-score = Puntos
teacher-rubric-years = Cursos escolares, separados por comas
teacher-rubric-more = Más
teacher-rubric-line-words = Qué significa
teacher-rubric-group = Grupo al que pertenece
teacher-rubric-negative = Cuanto más, peor
teacher-rubric-shows = Muestra la competencia
teacher-rubric-unlink = Quitar
teacher-rubric-find = Palabras de una competencia que muestra
teacher-rubric-find-go = Buscar
teacher-rubric-found-none = Ninguna competencia tiene esas palabras. Pruebe con otras.
teacher-rubric-feedback = Comentario listo para usar
teacher-rubric-feedback-for = { $line }, { $level }: comentario listo para usar
teacher-rubric-for = Para qué clases
teacher-rubric-versions = Al guardar se crea una versión nueva. Los trabajos ya valorados conservan la versión con la que se valoraron.
teacher-rubric-save = Guardar y dar a estas clases
teacher-words-title = La rúbrica en otros idiomas
teacher-words-languages = Otros idiomas
teacher-words-first = Escrita en { $language }
teacher-words-add = Añadir un idioma: un código corto, como nl o pt-BR
teacher-words-go = Abrir
teacher-words-missing = { $count ->
    [one] Falta 1 texto de { $all }.
    [many] Faltan { $count } de textos de { $all }.
   *[other] Faltan { $count } textos de { $all }.
}
teacher-words-instead = Lo que falta, cada estudiante lo ve en el idioma en que se escribió la rúbrica.
teacher-words-whole = No falta nada.
teacher-words-lacking = Falta
teacher-words-rubric = La rúbrica
teacher-words-levels = Nombres de los niveles
teacher-words-group = Grupo
teacher-words-text-title = Título
teacher-words-text-description = Descripción
teacher-words-text-name = Nombre
teacher-words-text-feedback = Comentario listo para usar
teacher-words-text-picture_words = Qué muestra la imagen
teacher-words-save = Guardar en este idioma
teacher-words-problem-language = Escriba el idioma como código corto, por ejemplo nl o pt-BR; tiene que ser distinto del idioma de la rúbrica.
teacher-words-problem-too-long = Algunos textos son demasiado largos; acórtelos. Todo lo que escribió sigue aquí.
teacher-words-problem-changed = Alguien guardó otra versión mientras tanto. Todo lo que escribió aparece al lado; revíselo y guarde otra vez.
teacher-drafts = Borradores
teacher-draft-keep = Guardar como borrador
teacher-draft-what = El borrador es solo suyo: no hace falta terminarlo y ninguna clase lo recibe.
teacher-draft-kept = Guardado como borrador. Ninguna clase lo tiene todavía.
teacher-draft-kept-on = Guardado el { $day }
teacher-draft-untitled = Sin título
teacher-draft-go-on = Seguir con él
teacher-draft-throw = Desechar
teacher-draft-thrown = El borrador se ha desechado.
teacher-draft-begun = Tiene un borrador de esta rúbrica, guardado el { $day }.
teacher-draft-too-many = Tiene demasiados borradores. Deseche uno o guárdelo como rúbrica, y después conserve este. Todo lo que escribió sigue aquí.
teacher-rubric-too-large = Esta rúbrica es demasiado grande para cambiarla aquí: en una página caben { $criteria } criterios con { $levels } niveles cada uno. Cámbiela en una hoja de cálculo e impórtela otra vez.

teacher-wrong-title-missing = Ponga un título a la rúbrica.
teacher-wrong-too-long = Este texto es demasiado largo; acórtelo.
teacher-wrong-kind-missing = Elija un tipo.
teacher-wrong-kind-holistic = Una rúbrica holística tiene un solo criterio. Quite los demás o elija otro tipo.
teacher-wrong-kind-single_point = Una rúbrica de un solo punto tiene hasta tres niveles. Quite algunos o elija otro tipo.
teacher-wrong-kind-checklist = Una lista de cotejo tiene hasta dos niveles. Quite algunos o elija otro tipo.
teacher-wrong-language = Escriba el idioma como código corto, por ejemplo es o pt-BR.
teacher-wrong-no-criterion = Añada al menos un criterio.
teacher-wrong-criterion-missing = Diga qué se observa.
teacher-wrong-no-level = Añada al menos un nivel.
teacher-wrong-level-missing = Ponga un nombre a este nivel.
teacher-wrong-weight = Escriba un número como peso o déjelo vacío.
teacher-wrong-score = Escriba un número de puntos o déjelo vacío.
teacher-wrong-unreadable = No se pudo leer. Abra otra vez la rúbrica.
teacher-wrong-no-class = Elija al menos una clase.
teacher-wrong-no-class-yet = Todavía no tiene ninguna clase. Cree primero una y después guarde.

teacher-answer-sealed = { $name } ya valoró este trabajo. Según las reglas de la clase, usted valora sin verlo: lo que eligió { $name } se abre después.
teacher-pin-title = Lo que { $name } muestra para esto
teacher-pin-shown = El lugar en la imagen { $number }
teacher-pin-place = En la imagen { $number }, { $row }, { $column }
teacher-pin-picture = Imagen { $number }
teacher-pin-work = El trabajo completo
teacher-pin-other-work = Otro trabajo
teacher-pin-time = en { $minutes }:{ $seconds }
teacher-pin-row-top = arriba
teacher-pin-row-middle = a media altura
teacher-pin-row-bottom = abajo
teacher-pin-column-left = a la izquierda
teacher-pin-column-centre = en el centro
teacher-pin-column-right = a la derecha
teacher-history = Cómo se ha valorado con el tiempo
teacher-history-when = Cuándo
teacher-history-who = Quién
teacher-history-level = Nivel

teacher-learner-page = Estudiante
teacher-learner-goals = Metas
teacher-learner-goal-untitled = Una meta sin nombre
teacher-learner-goal-since = desde el { $day }
teacher-learner-reached = Lograda
teacher-learner-stuck = Sin saber cómo seguir
teacher-step-later = Después
teacher-step-open = Ahora
teacher-step-done = Hecho
teacher-going-well = va bien
teacher-going-slowly = va despacio
teacher-going-stuck = no sabe cómo seguir
teacher-learner-evidence = Trabajo { $number }
teacher-learner-two = Dos trabajos, uno junto a otro:
teacher-learner-proposed = { $name } propuso el { $day }:
teacher-proposal-waiting = Todavía sin respuesta
teacher-proposal-accepted = Aceptada
teacher-proposal-declined = No aceptada
teacher-learner-propose = Proponer pasos
teacher-learner-where = Dónde van
teacher-learner-new-steps = Pasos nuevos
teacher-learner-split = Pasos más pequeños en lugar de: { $title }
teacher-learner-steps = Pasos, uno en cada línea
teacher-learner-words = Unas palabras para { $name }
teacher-learner-propose-go = Proponer
teacher-learner-no-goals = { $name } no tiene metas que usted pueda ver.
teacher-learner-about = Lo que { $name } dice de sí
teacher-learner-nothing-about = { $name } todavía no muestra nada aquí a sus docentes.
teacher-learner-topic = Sobre
teacher-learner-no-topic = Nada en particular
teacher-topic-strengths = Fortalezas
teacher-topic-needs = Necesidades
teacher-topic-interests = Intereses
teacher-topic-motivation = Lo que motiva
teacher-topic-supports = Lo que ayuda
teacher-topic-showing = Cómo me gusta mostrar lo que aprendo
teacher-learner-asked = { $name } preguntó el { $day }: { $topic }
teacher-learner-invite = Pedir que lo ponga al día
teacher-learner-invite-go = Pedir
teacher-learner-notes = Sus notas
teacher-learner-notes-what = Aparte de los comentarios sobre los trabajos. Estas notas las ven quienes enseñan a { $name }, y { $name } puede leer lo que se escribe sobre su persona.
teacher-learner-note = Una nota
teacher-learner-note-go = Guardar la nota
teacher-learner-said-propose = Propuesto. { $name } lo toma o lo deja.
teacher-learner-said-note = La nota está guardada.
teacher-learner-said-invite = Pedido. { $name } lo ve en su dispositivo.
teacher-learner-wrong-nothing = No se guardó nada. Pulse uno de los botones.
teacher-learner-wrong-no-goal = Esta meta ya no admite pasos. Mire otra vez la página.
teacher-learner-wrong-no-steps = Escriba al menos un paso.
teacher-learner-wrong-steps-too-long = Proponga hasta ocho pasos de hasta 120 letras cada uno.
teacher-learner-wrong-no-words = Escriba primero unas palabras.
teacher-learner-wrong-no-topic = Elija sobre qué preguntar.
teacher-learner-wrong-too-long = Este texto es demasiado largo; acórtelo.

teacher-rules-title = Reglas de la clase
teacher-rules-kept = Guardadas. Desde ahora las reglas valen en todas las páginas y dispositivos de esta clase.
teacher-rules-not-kept = Todavía sin guardar. Mire los números marcados; todo lo que escribió sigue aquí.
teacher-rules-wrong = Escriba un número entero hasta { $most }.
teacher-rules-first = Quién va primero
teacher-rules-seals = Ocultar lo que eligieron los estudiantes hasta que yo haya valorado
teacher-rules-seals-what = Así usted valora sin saber qué eligió el estudiante; después se abren las dos valoraciones, una junto a la otra.
teacher-rules-level = Cómo varias valoraciones dan un solo nivel
teacher-method-latest = Última
teacher-method-best = Mejor
teacher-method-most_common = Más frecuente
teacher-method-decaying_average = Promedio decreciente
teacher-method-what-latest = La valoración más reciente es el nivel.
teacher-method-what-best = La valoración más alta hasta ahora es el nivel.
teacher-method-what-most_common = El nivel que más veces se dio; si hay varios, el que se dio al final.
teacher-method-what-decaying_average = La valoración más reciente pesa un { $percent } %, todo lo anterior pesa el resto; se muestra el nivel más cercano.
teacher-rules-percent = Cuánto pesa la valoración más reciente en un promedio decreciente, en porcentaje
teacher-rules-enough = Cuándo hay evidencias suficientes
teacher-rules-enough-what = 0 no pide nada. Tener pocas evidencias nunca es un nivel bajo.
teacher-rules-pieces = Trabajos
teacher-rules-contexts = Lugares u ocasiones diferentes
teacher-rules-recent = Trabajos recientes
teacher-rules-recent_days = Cuántos días atrás cuentan como reciente
teacher-rules-alone = Trabajos hechos sin ayuda
teacher-rules-keep = Guardar estas reglas

teacher-progress-title = Lo que ha mostrado la clase
teacher-progress-rule = La regla de esta clase
teacher-progress-enough = Hay evidencias suficientes con: trabajos, { $pieces }; contextos, { $contexts }; de los últimos { $days } días, { $recent }.
teacher-progress-what = Cada estudiante por separado, por orden alfabético. «Todavía nada» no es un nivel, y nunca es un nivel bajo.
teacher-progress-view = Según quién
teacher-progress-view-teacher = Según los docentes
teacher-progress-view-learner = Según los propios estudiantes
teacher-progress-newest = Solo se miraron los 3000 trabajos más recientes de la clase.
teacher-progress-place = { $place } de { $levels }
teacher-progress-unjudged = Sin valorar
teacher-progress-pieces = { $count ->
    [one] 1 trabajo
    [many] { $count } de trabajos
   *[other] { $count } trabajos
}
teacher-progress-is-enough = suficiente
teacher-progress-none = Todavía nada
teacher-progress-more = { $count ->
    [one] 1 competencia más no se muestra.
    [many] { $count } de competencias más no se muestran.
   *[other] { $count } competencias más no se muestran.
}
teacher-progress-empty = Nadie en esta clase ha elegido todavía un «Yo puedo» ni valorado un trabajo. Las competencias aparecerán aquí en cuanto alguien lo haga.

## Family: pages for the holder of a link

family-by = Obra de { $name }
family-page = Una exposición
family-showcase-untitled = La exposición de { $name }
family-work-untitled = Un trabajo
family-picture = Imagen: { $title }
family-link = (una página de otro lugar, se abre en otra pestaña)
family-voice = Escuchar a { $name }
family-film = Hay un video de { $name }. Pídale que se lo enseñe.
family-paper = Hay un archivo aquí. Pídale a { $name } que se lo enseñe.
family-about = Sobre { $name }
family-tags = { $name } dice: yo puedo
family-thought = { $name } piensa
family-nothing-yet = { $name } ha elegido trabajos para mostrar. Aparecerán aquí cuando su docente los haya mirado.
family-until = { $name } comparte esta página con usted hasta el { $day }.
family-private = Por favor, no pase este enlace a nadie.
family-over-title = Este enlace ya no está abierto
family-over-next = Su teléfono está bien. Un enlace se abre por un tiempo, y quien lo hizo puede cerrarlo. Pregúntele: puede enseñarle sus trabajos o hacer un enlace nuevo.
family-join-title = Entra en tu clase
family-join-open = Abre la aplicación Portafolio y elige «Entrar en mi escuela».
family-join-address = Escribe esta dirección:
family-join-code = Escribe el código de tu tarjeta.

## Errors, in words for a child

student-error-unknown = Eso no funcionó. No se ha perdido nada. Prueba otra vez.
student-error-wrong-secret = Esa no es tu clave secreta. Prueba otra vez.
student-error-too-many-tries = Demasiados intentos. Espera { $seconds ->
    [one] 1 segundo
    [many] { $seconds } de segundos
   *[other] { $seconds } segundos
} y prueba otra vez.
student-error-vault-in-use = Tus trabajos están abiertos en otro programa. Ciérralos allí primero.
student-error-store-damaged = Algo se ha roto aquí. Pregunta a tu profe; tus trabajos en la escuela están a salvo.
student-error-not-a-bundle = Ese archivo no es una respuesta de tu escuela. Elige otro.
student-error-bundle-goes-elsewhere = Ese archivo no es para ti en este aparato. Elige otro o pregunta a tu profe.
student-error-bundle-too-old = Ese archivo es demasiado viejo. Haz un archivo nuevo para la escuela. No se pierde nada.
student-error-bundle-too-new = Ese archivo es de una aplicación más nueva. Pide a alguien que actualice esta.
student-error-bundle-damaged = Ese archivo está roto. Lo que se pudo leer está guardado. Pide uno nuevo a tu profe.
student-error-answers-nothing = Esa respuesta es para un archivo que este aparato ya no conoce. Haz un archivo nuevo para la escuela.
student-error-no-school-yet = Primero entra en tu escuela.
student-error-school-keys-missing = Tu aplicación tiene que conocer antes a tu escuela por internet. Después esto funciona sin internet.
student-error-storage-full = No queda sitio en este aparato. Pide a alguien que haga sitio y guarda otra vez.
student-error-school-unreachable = La escuela no contesta ahora. Tus trabajos están guardados aquí. Prueba más tarde.

## Errors: pages of the school

error-page-home = Ir a la primera página
error-page-unreadable = No se pudo leer
error-page-unreadable-next = No ha cambiado nada. Vuelva atrás, revise lo que escribió y pruebe de nuevo.
error-page-not-allowed = No se hizo
error-page-not-allowed-next = Puede que la página sea demasiado antigua o venga de otro lugar. Ábrala otra vez y repita.
error-page-not-found = Aquí no hay nada
error-page-not-found-next = Puede que la dirección esté mal o que ya no exista lo que había.
error-page-changed = No se pudo guardar
error-page-changed-next = Algo cambió mientras tanto. Abra otra vez la página y mire.
error-page-too-large = Es demasiado grande
error-page-too-large-next = No ha cambiado nada. Acorte el texto y pruebe de nuevo.
error-page-wait = Un momento, por favor
error-page-wait-next = Ha habido muchas peticiones. Espere un minuto y pruebe de nuevo.
error-page-full = No queda espacio
error-page-full-next = El disco del servidor de la escuela está lleno. Nada quedó guardado a medias; por favor, avise a quien lo cuida.
error-page-other = Algo salió mal
error-page-other-next = No es culpa suya. Pruebe de nuevo dentro de un rato.

## Demo: the page of the made-up class

demo-heading = Acompañe un trabajo en todo su recorrido
demo-intro = Todo funciona en este equipo y en ningún otro lugar. { $classroom }, su docente y todas las imágenes son inventados; traiga usted una foto de verdad.
demo-story = La historia en siete pasos
demo-open-student = Abrir la aplicación del estudiante
demo-open-school = Abrir la página del docente
demo-step-off-title = Apague la escuela
demo-step-off = Nada de lo que hará primero la necesita. Use el interruptor de esta página y siga como lo haría un niño o una niña en un autobús o en un bosque.
demo-step-photo-title = Cree un estudiante y añada una foto
demo-step-photo = En la aplicación del estudiante elija «Es mi primera vez» o elija a { $name } de la clase. Añada una foto de verdad. Se endereza sola, y se le quita el lugar donde se tomó.
demo-step-check-title = Diga qué muestra y valórelo primero
demo-step-check = Póngale un título, elija un «Yo puedo», revise su propio trabajo línea por línea y escriba lo que piensa. Aparece «Guardado aquí», o «Espera para ir a la escuela» si es alguien de la clase.
demo-step-join-title = Encienda la escuela y entre
demo-step-join = Su propio estudiante entra desde la aplicación, con la dirección de la escuela y el código { $code }. También va lo hecho antes: «A salvo en la escuela».
demo-step-teacher-title = Póngase en el lugar del docente
demo-step-teacher = Inicie sesión como { $teacher }. Su trabajo está arriba. Valore las mismas líneas, escriba unas palabras y un próximo paso, y apruébelo para compartir.
demo-step-answer-title = Vea los dos lados
demo-step-answer = De vuelta en la aplicación del estudiante, la respuesta llega sola: su revisión y la de su docente, una junto a la otra, y la diferencia en palabras.
demo-step-family-title = Muéstrelo a su familia y quítelo
demo-step-family = Haga una exposición y compártala. Abra el enlace en una página del tamaño de un teléfono: exactamente eso y nada más. Quítelo y mire otra vez.
demo-switch = Servidor de la escuela
demo-switch-why = Apaga y enciende el programa real. La aplicación del estudiante sigue en los dos casos.
demo-state-on = La escuela está encendida
demo-state-off = La escuela está apagada
demo-state-busy = Un momento…
demo-turn-on = Encender la escuela
demo-turn-off = Apagar la escuela
demo-join-code = Código de la clase
demo-join-why = Para entrar desde la aplicación del estudiante. Dan igual las mayúsculas y los guiones.
demo-address = Dirección de la escuela
demo-teacher = Docente: { $name }
demo-email = Correo electrónico
demo-password = Contraseña
demo-safe = Cuando alguien olvida su PIN
demo-safe-why = En la aplicación del estudiante elija a alguien de la clase, toque «La olvidé» y después «Mi escuela me ayuda». El docente lo encuentra en la página «Acceso perdido», que pide el papel que está en la caja fuerte de la escuela.
demo-safe-key = El papel de la caja fuerte
demo-class = { $classroom }, inventada
demo-class-why = Doce estudiantes con un trimestre de trabajo cada uno. Aquí sus PIN no son secretos.
demo-pin = PIN: { $pin }
demo-copy = Copiar
demo-copy-what = Copiar: { $what }
demo-copied = Copiado
demo-stop = Para terminar la demostración, pulse Ctrl y C donde la inició.

## Demo: what the command line says

demo-say-making = Creando una clase: doce estudiantes, su trimestre y lo que dijo su docente.
demo-say-starting = Iniciando la escuela y la aplicación del estudiante.
demo-say-ready = La demostración está lista. Abra esta página:
demo-say-student = Aplicación del estudiante
demo-say-school = Página del docente
demo-say-teacher = inicie sesión como { $email } con { $password }
demo-say-code = Código de la clase
demo-say-pins = Los PIN
demo-say-kept = Guardado en { $folder }
demo-say-cleared = Guardado en { $folder } hasta que termine la demostración
demo-say-stop = Pulse Ctrl y C para terminarla.
demo-say-ended = La demostración ha terminado.

## Student app: growing

student-place-goals = Metas
student-bar-works = Trabajos
student-bar-showcases = Expo
student-growing-goals = Mis metas
student-growing-progress = Yo puedo
student-growing-roadmap = Mi camino

student-goals-title = Cómo crezco
student-goals-first-title = ¿Qué quieres lograr?
student-goals-first = Una meta es algo que quieres. Con pasos pequeños llegas.
student-goals-again-title = ¿Qué viene ahora?
student-goals-again = Lograste todas tus metas. Están en tu camino hasta hoy.
student-goal-new = Nueva meta
student-goal-what = ¿Qué quiero lograr?
student-goal-what-hint = Quiero nadar sin ayuda
student-goal-why = ¿Por qué lo quiero?
student-goal-first-step = Un primer paso pequeño
student-goal-first-step-hint = Meter la cara en el agua
student-goal-nothing = Primero di qué quieres lograr.
student-goal-gone = Esto ya no está aquí.
student-goal-about = Sobre esta meta
student-goal-tags = Elegir un «Yo puedo»
student-goal-tags-why = Toca de qué trata esta meta. Puedes elegir más de una cosa.
student-goal-bin-what = Aquí nada se ha perdido. Lo puedes devolver a Mis metas.
student-goal-bin-back = Ha vuelto a Mis metas.
student-thought-back = Lo que pensabas ha vuelto a su sitio.
student-goal-steps = Pasos hechos: { $done } de { $of }
student-goal-no-steps = Todavía no hay pasos. ¿Cuál podría ser el primero, pequeño?
student-goal-next = Ahora: { $step }
student-goal-idea-waits = Una idea para ti
student-goal-how-goes-it = ¿Cómo va?
student-goal-reached = Lo logré
student-goal-reached-on = Lo lograste el { $day }.
student-goal-not-yet = Todavía no
student-goal-go-on = Seguir con ella
student-goal-story = Mi historia
student-goal-cheer = ¡Lo lograste! Ya está en tu camino.

student-steps-title = Pasos pequeños
student-steps-none = Un paso pequeño es algo que puedes hacer pronto.
student-steps-new = Un nuevo paso pequeño
student-steps-add = Añadir este paso
student-steps-one = Un paso
student-steps-what = ¿Qué voy a hacer?
student-steps-room = Pasos abiertos: { $open } de { $most }. Caben más.
student-steps-full = Pasos abiertos: { $open }. ¡Ya son muchos! Termina uno o deja uno para después. Luego empieza el siguiente.
student-steps-open = En marcha
student-steps-later = Después
student-steps-done = Hecho
student-steps-begin = Empezar: { $step }
student-steps-finish = Hecho: { $step }
student-steps-well-done = ¡Muy bien! Un paso más.
student-steps-start = Empezar este paso
student-steps-again = Hacerlo otra vez
student-steps-put-off = Dejarlo para después
student-steps-is-done = Está hecho
student-steps-show = Mostrarlo
student-steps-show-why = ¿Qué trabajo muestra este paso? Elige los que quieras.
student-steps-earlier = Antes
student-steps-later-on = Después
student-steps-moved = Ahora es el número { $place } de { $of }.
student-steps-bin = Quitarlo

student-home-steps = Mis pasos pequeños

student-going-well = Bien
student-going-slowly = Despacio
student-going-stuck = No sé cómo seguir
student-going-is-stuck = No sabes cómo seguir
student-going-why-well = ¿Qué va bien?
student-going-why-slowly = ¿Qué lleva tiempo?
student-going-why-stuck = ¿Qué te cuesta?
student-going-stuck-told = Dijiste que no sabes cómo seguir. Tu profe lo verá.
student-going-stuck-alone = Dijiste que no sabes cómo seguir. Enséñaselo a alguien que te pueda ayudar.

student-idea-title = Una idea para ti
student-idea-steps = Tu profe piensa en estos pasos:
student-idea-split = Tu profe haría pasos más pequeños de «{ $step }»:
student-idea-words = Contesta algo, si quieres
student-idea-yes = Sí, me la quedo
student-idea-no = No, gracias
student-idea-taken = Ahora es tuya.
student-idea-left = Está bien. Es tu meta.

student-way-none-title = Tu camino empieza aquí
student-way-none = Cuando logras una meta, su historia queda aquí con tus trabajos.
student-way-reached = Lo que logré
student-way-ahead = En lo que trabajo
student-way-began = Empecé
student-way-step = Di un paso
student-way-check-in = Dije
student-way-finished = Lo logré

student-think-none = Todavía no hay nada. Una pregunta te puede ayudar a empezar.
student-kind-look = Míralo
student-kind-what = ¿Qué pasó?
student-kind-stars = Estrellas y un deseo
student-kind-before-after = Antes y ahora
student-two-title = Dos trabajos, uno junto a otro
student-two-choose = Elige dos. ¿Qué ha cambiado entre ellos?
student-two-look = Mirar los dos
student-two-few-title = Hacen falta dos
student-two-few = Añade un trabajo más. Entonces podrás mirar los dos juntos.
student-two-older = Más antiguo
student-two-newer = Más nuevo

## Student app: what I can

student-progress-none-title = Tus trabajos muestran lo que puedes hacer
student-progress-none = Abre un trabajo y elige qué muestra. Aquí verás cómo crece.
student-progress-shown = Lo que muestran mis trabajos
student-progress-wanted = Lo que quiero aprender
student-progress-nothing-yet = Todavía no se muestra nada. No es un nivel, solo un comienzo.
student-progress-not-judged = Nadie ha mirado todavía el nivel. Revisa uno de tus trabajos.
student-progress-no-view = Todavía nada
student-progress-works = { $count ->
    [one] 1 trabajo lo muestra
    [many] { $count } de trabajos lo muestran
   *[other] { $count } trabajos lo muestran
}
student-progress-mine = Yo digo: { $level }
student-progress-theirs = Mi profe dice: { $level }
student-progress-from = { $count ->
    [one] de 1 trabajo
    [many] de { $count } de trabajos
   *[other] de { $count } trabajos
}
student-progress-enough = Basta para verlo bien
student-progress-grew = Ha crecido
student-agree = { $times ->
    [one] { $same ->
        [0] Tú y tu profe: dos maneras de verlo. Habla con tu profe: las dos miradas cuentan.
       *[other] Tu profe lo vio igual que tú.
    }
    [many] { $same ->
        [0] Tu profe lo vio de otra manera que tú, { $times } de veces. Habla con tu profe: las dos miradas cuentan.
       *[other] Tu profe lo vio igual que tú { $same } de { $times } de veces.
    }
   *[other] { $same ->
        [0] Tu profe lo vio de otra manera que tú, { $times } veces. Habla con tu profe: las dos miradas cuentan.
       *[other] Tu profe lo vio igual que tú { $same } de { $times } veces.
    }
}
student-agree-closer = Últimamente, más veces que antes.
student-progress-make-goal = Hacerlo mi meta
student-progress-add = Mostrarlo
student-progress-evidence = Trabajos que lo muestran
student-progress-show-it = Todavía ningún trabajo muestra esto. Cuando uno lo muestre, elígelo allí en «Yo puedo».

student-grew-learner-more = Ahora ves más que al principio.
student-grew-learner-same = Lo ves como al principio.
student-grew-learner-less = Ahora miras con más cuidado que al principio.
student-grew-teacher-more = Tu profe ve ahora más que al principio.
student-grew-teacher-same = Tu profe lo ve como al principio.
student-grew-teacher-less = El último era más difícil. Pregunta a tu profe.

student-growth-title = Cómo ha crecido
student-growth-says = Veces que se miró: { $count }, de la primera, a la izquierda, a la más nueva, a la derecha. Cuanto más arriba, más lejos has llegado.
student-growth-when = Cuándo
student-growth-who = Quién
student-growth-level = Nivel
student-growth-work = Trabajo

student-rule-title = Cómo se calcula
student-rule-latest = Nivel: cuenta el más nuevo.
student-rule-best = Nivel: cuenta el mejor.
student-rule-most-common = Nivel: cuenta el que más veces se dijo.
student-rule-decaying-average = Nivel: lo más nuevo cuenta más ({ $percent } de 100 para lo último).
student-enough = Basta con: { $parts }
student-enough-pieces = { $count ->
    [one] 1 trabajo
    [many] { $count } de trabajos
   *[other] { $count } trabajos
}
student-enough-contexts = { $count ->
    [one] de 1 lugar
    [many] de { $count } de lugares
   *[other] de { $count } lugares
}
student-enough-recent = { $count } de los últimos { $days } días
student-enough-alone = { $count } sin ayuda
student-missing-pieces = { $count ->
    [one] Un trabajo más y lo vemos mejor.
    [many] { $count } de trabajos más y lo vemos mejor.
   *[other] { $count } trabajos más y lo vemos mejor.
}
student-missing-contexts = { $count ->
    [one] Muéstralo en un lugar más, por ejemplo en casa.
    [many] Muéstralo en { $count } de lugares más, por ejemplo en casa.
   *[other] Muéstralo en { $count } lugares más, por ejemplo en casa.
}
student-missing-recent = { $count ->
    [one] Muéstralo con algo de los últimos { $days } días.
    [many] Muéstralo con { $count } de cosas de los últimos { $days } días.
   *[other] Muéstralo con { $count } cosas de los últimos { $days } días.
}
student-missing-alone = { $count ->
    [one] Muéstralo una vez sin ayuda.
    [many] Muéstralo { $count } de veces sin ayuda.
   *[other] Muéstralo { $count } veces sin ayuda.
}

student-wheel-says = { $framework }: cuanto más larga es una parte, más la muestran tus trabajos.
student-wheel-why = Cuanto más larga es una parte, más la muestran tus trabajos.
student-wheel-what = Qué
student-wheel-shown = Mostrado
student-wheel-enough = Basta
student-heat-title = Cuándo lo mostré
student-heat-says = Cuántos trabajos lo mostraron, { $days } días en cada columna.
student-heat-ago = { $days ->
    [0] ahora
   *[other] hace { $days } días
}
student-made-title = Cómo lo hice
student-made-in = ¿Dónde?
student-made-in-class = En clase
student-made-in-home = En casa
student-made-in-outdoors = Al aire libre
student-made-in-club = En un club
student-made-in-town = En la ciudad o el pueblo
student-made-with = ¿Quién ayudó?
student-made-with-alone = Lo hice sin ayuda
student-made-with-some-help = Alguien ayudó un poco
student-made-with-together = Lo hicimos en equipo

student-twin-table = Ver como tabla
student-twin-picture = Ver como dibujo

## Student app: my check, with what shows it

student-check-later = Terminar después
student-check-kept = Guardado para después
student-check-go-on = Seguir con mi revisión
student-check-sealed = Primero tú: tu profe ve tu revisión después de mirar tu trabajo.
student-checks-title = Todas mis revisiones
student-checks-grew = Antes y ahora
student-checks-then-now = Primero: { $first }. Ahora: { $now }.
student-checks-both = Tú y tu profe, { $day }

student-pin-add = Mostrar dónde
student-pin-title = ¿Dónde lo ves?
student-pin-whole = El trabajo completo
student-pin-a-picture = Imagen { $number }
student-pin-recording = Grabación { $number }
student-pin-where = El lugar en la imagen
student-pin-touch = Toca el lugar en la imagen o elígelo abajo.
student-pin-when = El momento en la grabación
student-pin-time-why = Minutos y segundos, por ejemplo 0:30.
student-pin-start = Desde
student-pin-end = Hasta
student-pin-no-time = Escribe cuándo empieza, por ejemplo 0:30. El final va después.
student-pin-note = ¿Qué ves ahí?
student-pin-keep = Marcarlo
student-pin-kept = Marcado
student-pin-off = Quitar: { $pin }
student-pin-picture = En la imagen, { $place }
student-pin-time = En { $time }
student-pin-work = { $title }
student-pin-move-left = Un poco a la izquierda
student-pin-move-right = Un poco a la derecha
student-pin-move-up = Un poco arriba
student-pin-move-down = Un poco abajo
student-place-in-top-left = arriba a la izquierda
student-place-in-top-middle = arriba en el centro
student-place-in-top-right = arriba a la derecha
student-place-in-middle-left = en medio a la izquierda
student-place-in-middle-middle = en el centro
student-place-in-middle-right = en medio a la derecha
student-place-in-bottom-left = abajo a la izquierda
student-place-in-bottom-middle = abajo en el centro
student-place-in-bottom-right = abajo a la derecha

## Student app: who I am

student-profile-title = Quién soy
student-profile-why = Cuenta cómo eres. Tú eliges quién lo ve y lo puedes cambiar cuando quieras.
student-profile-look-again = Míralo otra vez
student-profile-strengths = Lo que se me da bien
student-profile-strengths-ask = ¿Qué se te da bien?
student-profile-strengths-begin-1 = Se me da bien
student-profile-strengths-begin-2 = Puedo ayudar a otros con
student-profile-needs = Lo que necesito
student-profile-needs-ask = ¿Qué necesitas para aprender bien?
student-profile-needs-begin-1 = Necesito
student-profile-needs-begin-2 = Me cuesta cuando
student-profile-interests = Lo que me gusta
student-profile-interests-ask = ¿Qué te gusta? ¿De qué quieres saber más?
student-profile-interests-begin-1 = Me gusta
student-profile-interests-begin-2 = Quiero saber
student-profile-motivation = Lo que me da ganas
student-profile-motivation-ask = ¿Qué te da ganas de hacer algo?
student-profile-motivation-begin-1 = Tengo ganas de hacerlo cuando
student-profile-motivation-begin-2 = Sigo adelante porque
student-profile-supports = Lo que me ayuda
student-profile-supports-ask = ¿Quién o qué te ayuda?
student-profile-supports-begin-1 = Me ayuda que
student-profile-supports-begin-2 = Puedo preguntar a
student-profile-showing = Cómo me gusta mostrarlo
student-profile-showing-ask = ¿Cómo te gusta mostrar lo que has aprendido?
student-profile-showing-begin-1 = Me gusta mostrarlo con
student-profile-showing-begin-2 = Lo que más me gusta es
student-profile-words = Con mis palabras
student-profile-who-sees = ¿Quién lo puede ver?
student-profile-seen-me = Solo yo
student-profile-seen-teacher = Mi profe y yo
student-profile-seen-family = Mi familia también
student-profile-sensitive = Esto queda entre tu profe y tú.
student-profile-now = Lo que digo ahora
student-profile-before = Lo que dije antes
student-profile-notes = Lo que anotó mi profe
student-profile-said-on = Dicho el { $day }
student-profile-still-on = sigue así el { $day }
student-profile-still = Sigue así
student-profile-anew = Decirlo de nuevo
student-profile-take-off = Quitarlo
student-profile-off = Quitado. Solo tú lo puedes ver.
student-profile-put-back = Volver a ponerlo
student-profile-asked = { $name } te pide que mires esto otra vez.
student-profile-asked-words = { $name } pregunta: { $words }
student-profile-long-ago = Dijiste esto hace tiempo. ¿Sigue así?
student-profile-new-work = Has hecho mucho desde entonces. ¿Sigue así?

## Student app: ideas. $age is small (5 to 7), child (8 to 10) or teen.

student-suggest-title = Ideas para mí
student-suggest-what = Las ideas salen de tus propios trabajos y metas, en este aparato. Nadie más las ve.
student-suggest-on = Siempre en Inicio
student-suggest-ask = Cuando las pida
student-suggest-off = Nunca
student-suggest-give = Dame una idea
student-suggest-none = Ahora no hay ninguna idea. ¡Haz lo que más te guste!
student-suggest-not = Esta no: { $idea }
student-suggest-away = Esta descansa dos semanas.

student-suggest-do-empty = { $age ->
    [small] Enseña algo que hiciste.
   *[other] Enseña algo que te llena de orgullo.
}
student-suggest-why-empty = { $age ->
    [small] Un dibujo, una torre, una hoja que encontraste.
    [child] Todo empieza con una cosa: un dibujo, algo que construiste, una página que escribiste.
   *[other] Todo empieza con un trabajo: un texto, una maqueta, una foto de algo que hiciste.
}
student-suggest-do-quiet_step = Sigue: { $step }
student-suggest-why-quiet_step = { $age ->
    [small] Es tu paso pequeño. Te espera.
   *[other] Es un paso pequeño hacia «{ $goal }». Lleva un tiempo sin moverse.
}
student-suggest-do-next_step = Empieza: { $step }
student-suggest-why-next_step = { $age ->
    [small] Es tu próximo paso pequeño.
   *[other] Es lo que sigue en tu camino hacia «{ $goal }».
}
student-suggest-do-no_step = Piensa un primer paso pequeño.
student-suggest-why-no_step = Tu meta «{ $goal }» todavía no tiene pasos.
student-suggest-do-all_done = Mira tu meta: { $goal }
student-suggest-why-all_done = Todos sus pasos están hechos. ¿La lograste?
student-suggest-do-teacher_said = Mira «{ $work }» otra vez.
student-suggest-why-teacher_said = Tu profe te escribió un próximo paso.
student-suggest-do-grew = { $age ->
    [small] Mira dos de tus trabajos.
   *[other] Mira «{ $work }» y «{ $other }», uno junto a otro.
}
student-suggest-why-grew = { $age ->
    [small] Uno es antiguo, otro es nuevo. ¿Qué cambió?
   *[other] Los dos muestran lo mismo, con semanas de diferencia. ¿Qué hay de nuevo?
}
student-suggest-do-wanted = Muéstralo: { $can }
student-suggest-why-wanted = { $count ->
    [0] De eso trata tu meta, y todavía ningún trabajo lo muestra.
   *[other] De eso trata tu meta. Otro trabajo lo mostraría mejor.
}
student-suggest-do-pieces = Muéstralo una vez más: { $can }
student-suggest-why-pieces = { $count ->
    [one] Un trabajo más y basta para verlo.
    [many] { $count } de trabajos más y basta para verlo.
   *[other] { $count } trabajos más y basta para verlo.
}
student-suggest-do-contexts = Muéstralo en otro lugar: { $can }
student-suggest-why-contexts = { $age ->
    [small] ¿Puedes hacerlo también en casa?
   *[other] Hasta ahora todo viene de un solo lugar. ¿Dónde más lo puedes hacer?
}
student-suggest-do-recent = Muéstralo otra vez: { $can }
student-suggest-why-recent = Hace tiempo que ningún trabajo lo muestra.
student-suggest-do-alone = Muéstralo sin ayuda: { $can }
student-suggest-why-alone = Hasta ahora alguien te ayudó. Prueba uno por tu cuenta.
student-suggest-do-begun = Sigue revisando «{ $work }».
student-suggest-why-begun = Empezaste y lo dejaste para después.
student-suggest-do-not_checked = Revisa «{ $work }».
student-suggest-why-not_checked = { $age ->
    [small] ¿Cómo te salió?
   *[other] Dijiste qué muestra. ¿Cómo te salió?
}
student-suggest-do-long_ago = Revisa «{ $work }» otra vez.
student-suggest-why-long_ago = Fue hace semanas. ¿Lo ves igual hoy?
student-suggest-do-liked = Haz algo sobre lo que te gusta.
student-suggest-why-liked = Escribiste: «{ $words }»
student-suggest-do-never_shown = Haz una exposición con lo que te llena de orgullo.
student-suggest-why-never_shown = { $age ->
    [small] ¡Has hecho tantas cosas!
   *[other] Tienes trabajos nuevos que no han estado en ninguna exposición.
}

### What an import says about a file: remarks of rubrics/, by their codes

school-remark-counted = { $what }: { $count }.
school-remark-shown = { $what }: { $count } ({ $examples }).
school-remark-names = { $what }: { $names }.
school-remark-example = «{ $example }»
school-remark-cell-errors = Se dejaron fuera celdas con un error de la hoja de cálculo
school-remark-cells-without-level = Se dejaron fuera celdas sin un nivel encima
school-remark-characters-replaced = Se sustituyeron caracteres que ningún archivo puede contener
school-remark-column-of-plugin = Se dejaron fuera columnas que Moodle por sí mismo no tiene
school-remark-column-strange = Se dejaron fuera columnas que no se entendieron
school-remark-criterion-group = Los criterios de un grupo que la rúbrica no tiene quedan sin grupo
school-remark-criterion-twice = Los criterios que compartían identificador recibieron uno propio
school-remark-dates = Las celdas con fechas se leyeron como fechas; ¿se convirtió algún código en fecha?
school-remark-document-unnamed = El documento no tiene identificador y recibió uno hecho a partir del archivo
school-remark-document-untitled = El documento no tiene título y se llamó «Untitled»
school-remark-entries-no-objects = Se dejaron fuera entradas de { $list } que no son objetos
school-remark-fields-strange = Se dejaron fuera campos que aquí no tienen lugar
school-remark-formatting = Las descripciones con formato se tomaron como texto sencillo
school-remark-formula-without-value = Se dejaron fuera fórmulas sin valor; abra el libro y guárdelo otra vez
school-remark-grid = Se leyó una tabla: cada columna sin otro significado es un nivel
school-remark-hidden-sheets = Se dejaron fuera hojas ocultas
school-remark-item-as-document = Los elementos con el identificador de su documento se trataron como si no tuvieran ninguno
school-remark-item-circle = Los elementos que eran padres unos de otros en círculo se soltaron y están arriba del todo
school-remark-item-own-parent = Los elementos que decían ser su propio padre perdieron ese enlace
school-remark-item-parent-missing = Los elementos cuyo padre no está en el archivo están arriba del todo
school-remark-item-several-parents = Los elementos con varios padres están bajo el primero; los demás se conservaron como relaciones
school-remark-item-too-deep = Los elementos a más de { $limit } niveles de profundidad se subieron hasta ese nivel
school-remark-item-twice = Se dejaron fuera elementos con un identificador que ya tiene otro
school-remark-item-unnamed = Los elementos sin identificador recibieron uno hecho a partir de sus palabras
school-remark-item-without-parent = Los elementos sin padre en este archivo están arriba del todo
school-remark-item-without-statement = Los elementos sin enunciado muestran su nombre corto o su código
school-remark-items-changed = Elementos que dicen otra cosa
school-remark-items-gone = Elementos que ya no están; los trabajos los conservan
school-remark-items-moved = Elementos que están en otro lugar
school-remark-items-new = Elementos nuevos
school-remark-level-range = Los niveles con un intervalo de puntos recibieron su extremo superior
school-remark-level-twice = Los niveles que compartían identificador recibieron uno propio
school-remark-level-unnamed = Los niveles sin nombre se llaman según sus puntos
school-remark-link-loose = Se dejaron fuera relaciones sin tipo o sin sus dos extremos
school-remark-link-twice = Se dejaron fuera relaciones con un identificador que ya tiene otra
school-remark-link-unnamed = Las relaciones sin identificador recibieron uno hecho a partir de sus extremos
school-remark-list-as-object = { $list } está escrito como objeto y se leyó como la lista que es
school-remark-list-cut = Se dejó fuera lo que viene después de { $limit } entradas de { $list }
school-remark-merged-cells = Las celdas unidas hacia abajo cuentan para cada una de sus filas
school-remark-nodes-strange = Se dejaron fuera cosas del tipo { $kind }
school-remark-not-packages = Se dejaron fuera entradas del archivo que no son paquetes CASE
school-remark-other-documents = Se dejaron fuera los documentos de un paquete después del primero
school-remark-other-frameworks = Se dejaron fuera los marcos después del primero
school-remark-other-left-out = Se dejaron fuera otras cosas
school-remark-other-mended = Se arreglaron otras cosas
school-remark-other-packages = Se dejaron fuera los paquetes después del primero
school-remark-other-sheets = Se dejaron fuera hojas que no se eligieron
school-remark-overall-levels = Se dejaron fuera niveles para una rúbrica en su conjunto
school-remark-parent-outside = Los enlaces a un padre o hijo fuera de este archivo se conservaron como relaciones
school-remark-parent-twice = Se dejaron fuera enlaces repetidos a un padre
school-remark-parts-changed = Criterios o niveles que dicen otra cosa
school-remark-parts-gone = Criterios o niveles que ya no están
school-remark-parts-moved = Criterios o niveles que están en otro lugar
school-remark-parts-new = Criterios o niveles nuevos
school-remark-parts-beside = Las partes que estaban al lado de aquello a lo que pertenecen se pusieron dentro ({ $list })
school-remark-parts-of-nothing = Se dejaron fuera criterios o niveles de algo que no está en el archivo
school-remark-points-no-number = Se dejaron fuera puntos que no son un número
school-remark-points-range = Los puntos que eran intervalos cuentan por su extremo superior
school-remark-quotes-odd = Las comillas no cuadran; mire si faltan filas o se han juntado
school-remark-row-strange = Se dejaron fuera filas que no son parte del marco
school-remark-row-twice = Las filas llamadas igual que otra recibieron un identificador propio
school-remark-row-unnumbered = Las filas sin número de identificación recibieron uno según su lugar
school-remark-row-without-criterion = Se dejaron fuera filas sin criterio
school-remark-rows-above-headings = Se dejaron fuera las filas por encima de los encabezados
school-remark-rubric-kind = Las rúbricas que decían ser de un tipo que no son recibieron otro
school-remark-rubric-twice = Se dejaron fuera rúbricas con un identificador que ya tiene otra
school-remark-rubric-unnamed = Las rúbricas sin identificador recibieron uno hecho a partir de su título
school-remark-rubric-untitled = Las rúbricas sin título se llamaron como el documento
school-remark-rules = Se dejaron fuera reglas sobre cuándo se alcanza una competencia
school-remark-scales = Se dejaron fuera escalas; impórtelas como rúbrica
school-remark-term-twice = Lo que se dice dos veces de una misma cosa cuenta como se dijo primero
school-remark-terms-strange = Se dejaron fuera términos que aquí no tienen lugar ({ $of })
school-remark-text-cut = Los textos de más de { $limit } caracteres se cortaron ahí
school-remark-text-joined = Los textos escritos como lista se unieron
school-remark-text-languages = Se dejaron fuera textos en idiomas después del primero
school-remark-text-none = Se dejaron fuera valores que deberían ser textos y no lo son
school-remark-text-untranslated = Los textos aún sin traducir aparecen en inglés
school-remark-tree-by-code = Los enunciados se pusieron bajo aquel con cuyo código empieza el suyo
school-remark-unread-field = El campo { $place } se conserva en el archivo y no se muestra
school-remark-unread-others = Otros campos se conservan en el archivo y no se muestran
school-remark-whole-changed = Del conjunto, esto es distinto
school-remark-windows-letters = El archivo no está en UTF-8 y se leyó como texto de Windows; mire sus acentos
school-remark-wrapped-beside-bare = Se dejaron fuera paquetes junto a un paquete sin envolver
school-remark-field-id = identificador
school-remark-field-title = título
school-remark-field-creator = autoría
school-remark-field-language = idioma
school-remark-field-licence = licencia
school-remark-field-version = versión
school-remark-field-associations = relaciones entre competencias
school-remark-field-description = descripción
school-remark-field-kind = tipo
school-remark-field-bands = franjas de edad
school-remark-field-shows_scores = si se muestran los puntos
school-remark-field-shows_weights = si se muestran los pesos
school-remark-field-score_unit = qué cuentan los puntos
school-remark-field-translations = otros idiomas

### Why a file could not be read: refusals of rubrics/, by their codes

# What is wrong, where in the file, and what to do.
school-refusal = { $what } ({ $where }). { $advice }.
school-refusal-place-whole = todo el archivo
school-refusal-place-start = primeros bytes
school-refusal-place-top = comienzo del archivo
school-refusal-place-choice = elección de columnas
school-refusal-place-byte = byte { $byte }
school-refusal-place-line = línea { $line }, columna { $column }
school-refusal-place-row = fila { $row }
school-refusal-place-part = { $part }
school-refusal-advice-another = Elija otro archivo
school-refusal-advice-another-case = Elija el archivo CASE; su nombre suele terminar en .json
school-refusal-advice-as-csv = Ábralo en un programa de hojas de cálculo y guárdelo como CSV en UTF-8
school-refusal-advice-columns-here = Sus columnas son { $known }
school-refusal-advice-copy-sheet = Copie la hoja en un libro de cálculo nuevo o guárdela como CSV en UTF-8
school-refusal-advice-download-again = Descárguelo otra vez y elija la copia nueva
school-refusal-advice-download-graph = Descargue el grafo completo del marco, no su resumen
school-refusal-advice-download-package = Descargue el CFPackage del marco que quiere
school-refusal-advice-export-again = Expórtelo otra vez o elija otro archivo
school-refusal-advice-export-formats = Expórtelo otra vez en uno de estos formatos o como tabla
school-refusal-advice-export-moodle = Exporte otra vez el marco con la exportación del propio Moodle
school-refusal-advice-export-part = Exporte una parte más pequeña del marco
school-refusal-advice-fewer-columns = Quite las columnas que no hacen falta
school-refusal-advice-look-at-marks = Revise las comillas y guárdelo otra vez como CSV
school-refusal-advice-meanings = Use uno de estos: { $known }
school-refusal-advice-name-criterion = Indíquela así: criterion=el encabezado de esa columna
school-refusal-advice-name-statement = Indíquela así: statement=el encabezado de esa columna
school-refusal-advice-save-json = Guárdelo otra vez como JSON en UTF-8 o elija otro archivo
school-refusal-advice-several-files = Impórtelo repartido en varios archivos
school-refusal-advice-take-out = Quite lo que no hace falta
school-refusal-advice-unpack = Descomprímalo y elija el archivo que lleva dentro
school-refusal-advice-unpack-json = Descomprímalo y elija el archivo .json que lleva dentro
school-refusal-case-error = El archivo es el mensaje de error de un servidor, no un paquete CASE
school-refusal-case-list = El archivo es una lista de marcos sin su contenido
school-refusal-case-none = El archivo es JSON, pero no un paquete CASE: no tiene CFDocument, CFItems ni CFRubrics
school-refusal-column-missing = La tabla no tiene la columna «{ $heading }»
school-refusal-column-unmeant = Una columna no puede tener el significado «{ $meaning }»
school-refusal-columns-too-many = La tabla tiene demasiadas columnas; el máximo es { $limit }
school-refusal-ctdl-none = El archivo es JSON-LD sin ningún marco, competencia ni rúbrica de CTDL-ASN
school-refusal-empty = El archivo está vacío
school-refusal-gzip-bomb = El archivo comprimido contiene más de { $megabytes } MB
school-refusal-gzip-damaged = El archivo comprimido está dañado
school-refusal-gzip-layers = El archivo está comprimido demasiadas veces; el máximo es { $limit }
school-refusal-gzip-short = El archivo comprimido termina antes de tiempo
school-refusal-json-bad = El archivo no es JSON válido
school-refusal-json-deep = El archivo está anidado demasiado hondo; el máximo de niveles es { $limit }
school-refusal-json-number = El archivo contiene un número demasiado largo
school-refusal-json-other = El archivo es JSON, pero no es CASE, CTDL-ASN, DigComp ni una rúbrica de D2L
school-refusal-json-twice = El archivo contiene dos veces la misma parte, y la primera se perdería
school-refusal-list-too-long = Una lista del archivo es demasiado larga: tiene { $count } y caben { $limit }
school-refusal-moodle-none = La tabla no es un marco de competencias de Moodle: su primera fila no es un marco
school-refusal-no-criteria = No se sabe qué columna contiene los criterios
school-refusal-no-statements = No se sabe qué columna contiene los enunciados
school-refusal-not-text = El archivo no es un texto ni un libro de cálculo
school-refusal-not-utf8 = El archivo no es un texto en UTF-8
school-refusal-open-document = El archivo es un libro de cálculo de OpenDocument (.ods)
school-refusal-pdf = El archivo es un PDF
school-refusal-rows-too-many = La tabla tiene demasiadas filas; el máximo es { $limit }
school-refusal-sheet-too-large = La hoja tiene demasiadas columnas o filas; el máximo de filas es { $limit }
school-refusal-table-cell = Una celda de la tabla no termina o es demasiado larga; el máximo de letras es { $limit }
school-refusal-table-empty = La tabla está vacía
school-refusal-too-large = El archivo ocupa más de { $megabytes } MB
school-refusal-too-many-associations = El archivo contiene demasiadas relaciones; el máximo es { $limit }
school-refusal-too-many-criteria = El archivo contiene demasiados criterios; el máximo es { $limit }
school-refusal-too-many-frameworks = El archivo contiene demasiados marcos; el máximo es { $limit }
school-refusal-too-many-in-criterion = Un criterio del archivo tiene demasiados niveles; el máximo es { $limit }
school-refusal-too-many-in-rubric = Una rúbrica del archivo tiene demasiados criterios; el máximo es { $limit }
school-refusal-too-many-items = El archivo contiene demasiados elementos; el máximo es { $limit }
school-refusal-too-many-levels = El archivo contiene demasiados niveles; el máximo es { $limit }
school-refusal-too-many-lists = El archivo contiene demasiadas listas y objetos; el máximo es { $limit }
school-refusal-too-many-packages = El archivo contiene demasiados paquetes; el máximo es { $limit }
school-refusal-too-many-rubrics = El archivo contiene demasiadas rúbricas; el máximo es { $limit }
school-refusal-too-many-values = El archivo contiene demasiados valores; el máximo es { $limit }
school-refusal-web-page = El archivo es una página web o XML, no JSON
school-refusal-workbook-bomb = El libro de cálculo contiene más de { $megabytes } MB o demasiadas cosas aparte de sus hojas
school-refusal-workbook-damaged = El libro de cálculo está dañado o es de un tipo que no se entiende
school-refusal-workbook-entities = El libro de cálculo declara entidades, cosa que no hace ningún programa de hojas de cálculo
school-refusal-workbook-library = Esta escuela se instaló sin la biblioteca para leer libros de cálculo
school-refusal-workbook-locked = El libro de cálculo está dañado o protegido con contraseña
school-refusal-workbook-old = El archivo es un libro de cálculo del tipo antiguo (.xls) o está protegido con contraseña
school-refusal-workbook-unread = Aquí no se leen libros de cálculo
school-refusal-zip = El archivo es un ZIP, no un libro de cálculo
school-refusal-zip-case = El archivo es un ZIP, no un archivo CASE
school-refusal-holds-no-framework = El archivo no contiene ningún marco; elija uno que lo tenga.
school-refusal-holds-no-rubric = El archivo no contiene ninguna rúbrica; elija uno que la tenga.
school-refusal-column-line = «{ $line }» no nombra ninguna columna. Escriba: statement = el encabezado
