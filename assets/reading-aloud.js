// Reading help: says the words that are tapped, or that the keyboard comes to, with a voice of this
// computer. On only while the app marks its screen with "reads-aloud-<language>" (see
// student/screens/looks.py). What is read is the reading tree, so it is what a screen reader says.
//
// Voices that live on another machine would send it a child's words: they are never used. Without a
// voice of this machine for the language nothing is said, and Settings tells why.
(() => {
  if (!("speechSynthesis" in window)) return;
  const synthesis = window.speechSynthesis;
  const MARK = '[flt-semantics-identifier^="reads-aloud-"]';
  const READ_PAGE = '[flt-semantics-identifier="read-page"]';
  const POINTED_MS = 400, CHARACTERS_MOST = 4000;
  let pointedMs = -POINTED_MS;
  synthesis.getVoices(); // asks for them; they come later

  const mark = () => document.querySelector(MARK);
  const language = () => mark().getAttribute("flt-semantics-identifier").slice("reads-aloud-".length);

  function voice() {
    const wanted = language().toLowerCase();
    const fits = (one) => one.localService && one.lang.toLowerCase().replace("_", "-").split("-")[0] === wanted;
    return synthesis.getVoices().find(fits) || null;
  }

  // The words of one part itself, without those of the parts inside it.
  function wordsOf(part) {
    const label = part.getAttribute("aria-label");
    if (label) return label.trim();
    const inside = [...part.childNodes]
      .filter((one) => one.nodeType === Node.TEXT_NODE || (one.tagName || "") === "SPAN")
      .map((one) => one.textContent);
    const fields = [...part.children].filter((one) => one.matches("input, textarea"));
    const typed = fields.flatMap((one) => [one.getAttribute("aria-label"), one.value]);
    return [...inside, ...typed].filter(Boolean).join(". ").trim();
  }

  function parts() {
    const found = [...document.querySelectorAll("flt-semantics-host flt-semantics, flt-semantics-host h1, "
      + "flt-semantics-host h2, flt-semantics-host h3")];
    return found.filter((one) => wordsOf(one));
  }

  function say(texts) {
    synthesis.cancel();
    const speaker = voice();
    if (!speaker) return;
    let left = CHARACTERS_MOST;
    for (const text of texts) {
      if (left <= 0) return;
      const said = new SpeechSynthesisUtterance(text.slice(0, left));
      said.voice = speaker;
      said.lang = speaker.lang;
      synthesis.speak(said);
      left -= text.length;
    }
  }

  function at(x, y) {
    let best = null, least = Infinity;
    for (const part of parts()) {
      const box = part.getBoundingClientRect();
      const isIn = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      if (isIn && box.width * box.height < least) { best = part; least = box.width * box.height; }
    }
    return best;
  }

  function readPage() {
    if (synthesis.speaking) { synthesis.cancel(); return; }
    const texts = parts().filter((one) => !one.closest(READ_PAGE)).map(wordsOf);
    say(texts.filter((one, place) => one !== texts[place - 1]));
  }

  const isReadPage = (part) => part && (part.closest(READ_PAGE) || part.querySelector(READ_PAGE));

  window.addEventListener("pointerdown", (event) => {
    if (!mark()) return;
    pointedMs = performance.now();
    const part = at(event.clientX, event.clientY);
    if (isReadPage(part)) readPage();
    else if (part) say([wordsOf(part)]);
    else synthesis.cancel();
  }, true);

  window.addEventListener("focusin", (event) => {
    if (!mark() || performance.now() - pointedMs < POINTED_MS) return;
    const part = event.target.closest && event.target.closest("flt-semantics");
    if (part && wordsOf(part)) say([wordsOf(part)]);
  }, true);

  window.addEventListener("keydown", (event) => {
    if (!mark()) return;
    const isPress = event.key === "Enter" || event.key === " ";
    if (event.key === "Escape") synthesis.cancel();
    else if (isPress && isReadPage(document.activeElement)) readPage();
  }, true);
})();
