"""The language of the school's pages: what was chosen, what the browser asks for, the school's."""

import pytest

from portfolio_app.locales import Words
from portfolio_app.locales.choosing import nearest_language
from portfolio_app.school.tongues import COOKIE, Tongues, _accepted, _kept
from tests.school.making import Browser, MadeSchool


def title(language: str) -> str:
    return Words(language)("teacher-sign-in-title")


def test_a_page_speaks_what_the_browser_asks_for(made: MadeSchool) -> None:
    browser = Browser(made)
    asked = browser.get("/sign-in", {"Accept-Language": "pt-BR, fr-CA;q=0.8, en;q=0.3"}).text
    assert '<html lang="fr" dir="ltr">' in asked
    assert title("fr") in asked
    assert '<html lang="ar" dir="rtl">' in browser.get("/sign-in", {"Accept-Language": "ar"}).text


@pytest.mark.parametrize(
    "header",
    ["", "xx", "*", "fr;q=0", "fr;q=x", ";;;", "," * 5000, "a" * 5000, "fr;q=9", "\xff\xfe"],
)
def test_who_asks_for_nothing_that_there_is_gets_the_schools_language(header: str) -> None:
    assert nearest_language([_kept(header), *_accepted(header)]) is None


def test_a_language_chosen_on_a_page_stays_and_the_address_does_not(made: MadeSchool) -> None:
    browser = Browser(made)
    answer = browser.get("/sign-in?next=%2Fclasses&speak=es", {"Accept-Language": "fr"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?next=%2Fclasses"
    assert f"{COOKIE}=es; Path=/" in answer.headers["set-cookie"]
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert title("es") in browser.get("/sign-in", {"Accept-Language": "fr"}).text


def test_a_choice_leads_nowhere_but_here(made: MadeSchool) -> None:
    for path in ("//elsewhere.example/?speak=fr", "/%5C%5Celsewhere.example?speak=fr"):
        location = Browser(made).get(path).headers["location"]
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\"))


def test_a_language_that_there_is_not_is_the_schools(made: MadeSchool) -> None:
    answer = Browser(made).get("/sign-in?speak=%0D%0ASet-Cookie:x=y")
    assert f"{COOKIE}=en;" in answer.headers["set-cookie"]
    assert "x=y" not in str(answer.headers)


def test_each_page_offers_every_language_by_its_own_name(made: MadeSchool) -> None:
    page = Browser(made).get("/sign-in?next=%2Fclasses").text
    for link in (
        '<a href="?next=%2Fclasses&amp;speak=zh" lang="zh" hreflang="zh">中文</a>',
        '<a href="?next=%2Fclasses&amp;speak=en" lang="en" hreflang="en" aria-current="true">',
    ):
        assert link in page


def test_what_a_form_answers_with_cannot_be_asked_for_again(made: MadeSchool) -> None:
    page = Browser(made).post("/sign-in", email="a@b.example", password="wrong")
    assert page.status_code == 403
    assert "speak=" not in page.text


def test_devices_are_answered_as_ever(made: MadeSchool) -> None:
    answer = Browser(made).get("/v1/health?speak=fr")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


def test_outside_of_a_request_the_schools_own_language_is_spoken() -> None:
    tongues = Tongues("fr-CA")
    assert tongues.words.language == "fr"
    assert tongues.links() == ()
