"""What comes with the product stands on the school's pages in the language of the page."""

from tests.school.making import Device, MadeSchool
from tests.school.test_pages import approve


def a_work(made: MadeSchool) -> Device:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    return device


def test_a_family_reads_what_a_work_shows_in_its_own_language(made: MadeSchool) -> None:
    device = a_work(made)
    approve(made, device, "work1", words="Yes", action="send_and_approve")
    token = device.share(["work1"])
    for language in ("en", "es", "ar", "en"):
        catalog = made.school.library.catalog([]).in_language(language)
        page = made.http.get(f"/s/{token}", headers={"Accept-Language": language}).text
        assert catalog.frameworks[0].competencies[-1].wording("8-10") in page


def test_a_teacher_sees_a_rubric_in_the_language_of_the_page(made: MadeSchool) -> None:
    device = a_work(made)
    browser = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    library = made.school.library
    for language in ("fr", "zh", "en"):
        catalog = library.catalog([]).in_language(language)
        level = catalog.rubrics[0].criteria[0].levels[0]
        asked = {"Accept-Language": language}
        assert level.description in browser.get(place, asked).text
        assert catalog.rubrics[1].title in browser.get("/library", asked).text


def test_what_was_opened_in_a_language_is_opened_once(made: MadeSchool) -> None:
    library = made.school.library
    spoken = library.spoken([], "es")
    assert library.spoken([], "fr") is not spoken
    assert library.spoken([], "es") is spoken


def test_a_code_before_a_statement_does_not_turn_it(made: MadeSchool) -> None:
    """`dir="auto"` looks at the first letter: that of a code would turn an Arabic sentence."""
    device = a_work(made)
    browser = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    page = browser.get(place, {"Accept-Language": "ar"}).text
    shown = made.school.library.catalog([]).in_language("ar").frameworks[0].competencies[-1]
    code = f'<span dir="auto" class="code">{shown.code}</span>'
    assert f'<li dir="auto">{code} {shown.wording()}</li>' in page
