"""A walk through the school's pages in the language that nobody speaks: whatever stands there
without its quotes is neither from the locale files nor anybody's own words.
"""

import re
from html.parser import HTMLParser

from portfolio_app.locales import Words
from portfolio_app.locales.choosing import choices_of_language
from portfolio_app.locales.pseudo import OPENING, PSEUDO_LANGUAGE
from portfolio_app.school.tongues import CHOICE
from tests.school.making import Browser, MadeSchool
from tests.school.test_pages import approve
from tests.student.screens.test_pseudo_language import unquoted, written

PAGES_LIMIT = 80
SAID_BY = ("alt", "title", "placeholder", "aria-label", "aria-description")
CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
"""The code of a class."""

NOT_READ = {"script", "style"}
OF_NO_LANGUAGE = {"CSV", "CASE", "JSON", "XLSX", "QR"}
"""Names of formats, the same everywhere."""

TYPED = {
    "Hill School", "4B", "Μία", "t@example.org", "photo.jpg", "Ada Berg", "tablet 7", "http://school.test",
}  # fmt: skip


class Said(HTMLParser):
    """What a page shows or reads aloud, and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._inside.append(tag)
        if tag == "a":
            self.links.append(found.get("href", ""))
        self.texts += [found[one] for one in SAID_BY if one in found]

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not NOT_READ & set(self._inside[-1:]):
            self.texts.append(" ".join(data.split()))


def left_on(page: str, known: set[str]) -> list[str]:
    """The texts of a page with words outside of the quotes that nobody wrote."""
    found = set()
    for text in Said(page).texts:
        bare = CODE.sub(" ", text)
        for one in sorted((one for one in known if one in text), key=len, reverse=True):
            bare = bare.replace(one, " ")
        if [word for word in unquoted(bare) if word not in OF_NO_LANGUAGE]:
            found.add(text)
    return sorted(found)


def walked(browser: Browser) -> dict[str, str]:
    """Every page that links lead to from the first one: path -> page."""
    found: dict[str, str] = {}
    waiting = ["/"]
    while waiting and len(found) < PAGES_LIMIT:
        path = waiting.pop(0)
        answer = browser.get(path)
        if path in found or not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        found[path] = answer.text
        links = (link.partition("#")[0] for link in Said(answer.text).links)
        waiting += [one for one in links if re.match(r"/(?!/)", one) and CHOICE not in one]
    return found


def test_every_word_on_the_schools_pages_is_from_the_locale_files(made: MadeSchool) -> None:
    words = Words(PSEUDO_LANGUAGE)
    made.school.tongues._first = words
    device = made.join("4B", "Μία")
    device.make_work("work1", "Βάρκα", caption="Λόγια", words="Σκέψη", why="Έτσι")
    approve(made, device, "work1", action="send_and_approve", words="Ωραία", next_step="Πανί")
    token = device.share(["work1"], "Έκθεση", "Ιστορία")
    catalog = made.school.library.catalog([])
    known = written(catalog) | TYPED | {name for _, name in choices_of_language()}
    pages = walked(made.sign_in("t@example.org"))
    assert len(pages) > 10
    pages |= {
        path: Browser(made).get(path).text
        for path in ("/sign-in", "/join", f"/s/{token}", "/s/nothing", "/nowhere")
    }
    assert all(OPENING in page for page in pages.values())
    left = {path: found for path, page in pages.items() if (found := left_on(page, known))}
    assert left == {}, left


def test_a_word_that_nobody_translated_is_seen() -> None:
    page = '<title>«Á»</title><p title="Save now">«Á» <b>there</b> Μία</p><script>const a</script>'
    assert left_on(page, set()) == ["Save now", "there"]
