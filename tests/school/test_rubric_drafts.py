"""Drafts of rubrics: gone on with later, given to nobody, thrown away and taken back."""

import pytest

from portfolio_app.school.database import drafts
from rubrics.catalog import Catalog
from tests.school.making import Browser, MadeSchool
from tests.school.test_rubric_pages import EMAIL, catalog_of, filled, made_rubric, opened


def kept(browser: Browser, fields: dict[str, str]) -> str:
    answer = browser.post("/library/rubrics", **{**fields, "action": "keep-draft"})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).partition("?")[0]


def test_an_unfinished_rubric_is_kept_as_it_was_typed(made: MadeSchool) -> None:
    device, browser = made.join("4B"), made.sign_in(EMAIL)
    form = opened(browser, "/library/rubrics/new?kind=analytic")
    typed = {**form.fields, "title": "", "c0.title": "Hull <&", "is_scored": "1",
             "c0.l1.score": "not yet a number", "h0.name": ""}  # fmt: skip
    place = kept(browser, typed)
    page = browser.get(f"{place}?kept=1").text
    assert "Kept as a draft" in page
    assert "data-unsaved" not in page
    again = opened(browser, place).fields
    lost = {name for name in typed if again.get(name) != typed[name]} - {"draft"}
    assert not lost
    library = browser.get("/library").text
    assert "Without a title" in library
    assert f'href="{place}"' in library
    device.pull()
    assert device.views("library") == []
    assert len(catalog_of(made).rubrics) == len(Catalog.bundled().rubrics)


def test_a_draft_that_is_saved_becomes_a_version_and_is_no_draft_any_more(
    made: MadeSchool,
) -> None:
    browser = made.sign_in(EMAIL)
    rubric = made_rubric(made, browser)
    edited = opened(browser, f"/library/rubrics/{rubric.id}").fields | {"c0.title": "Hull"}
    place = kept(browser, edited)
    assert catalog_of(made).rubric(rubric.id) == rubric
    page = browser.get(f"/library/rubrics/{rubric.id}").text
    assert "You have a draft of this rubric" in page
    assert f'href="{place}"' in page
    fields = opened(browser, place).fields
    made.clock.pass_ms(1_000)
    assert browser.post("/library/rubrics", **{**fields, "action": "save"}).status_code == 303
    newest = catalog_of(made).rubric(rubric.id)
    assert newest is not None
    assert (newest.version, newest.criteria[0].title) == ("2", "Hull")
    assert browser.get(place).status_code == 404
    assert "Go on with it" not in browser.get("/library").text


def test_two_windows_keep_two_drafts(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    place = kept(browser, filled(opened(browser, "/library/rubrics/new")))
    one, other = opened(browser, place).fields, opened(browser, place).fields
    assert kept(browser, {**one, "title": "One"}) == place
    beside = kept(browser, {**other, "title": "Other"})
    assert beside != place
    assert [opened(browser, each).fields["title"] for each in (place, beside)] == ["One", "Other"]
    # The version that came of the older state does not take the newer draft with it.
    chosen = {f"class.{made.classes['4B'].id}": "1", "action": "save"}
    assert browser.post("/library/rubrics", **{**other, **chosen}).status_code == 303
    assert opened(browser, place).fields["title"] == "One"


def test_a_draft_thrown_away_is_taken_back(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    place = kept(browser, filled(opened(browser, "/library/rubrics/new"), "Kites"))
    thrown = browser.send(place, action="throw").headers["location"]
    page = browser.get(thrown).text
    assert "The draft was thrown away" in page
    assert "Kites" not in page
    assert browser.get(place).status_code == 404
    back = browser.send(place, action="take-back").headers["location"]
    assert "It is back" in browser.get(back).text
    assert opened(browser, place).fields["title"] == "Kites"


def test_nobody_else_sees_a_draft(made: MadeSchool) -> None:
    made.add_teacher("o@example.org", "5A")
    browser, other = made.sign_in(EMAIL), made.sign_in("o@example.org")
    fields = filled(opened(browser, "/library/rubrics/new"), "Kites")
    place = kept(browser, fields)
    assert other.get(place).status_code == 404
    assert "Kites" not in other.get("/library").text
    assert other.send(place, action="throw").status_code == 404
    theirs = opened(other, "/library/rubrics/new").fields
    mine = opened(browser, place).fields["draft"]
    assert kept(other, {**theirs, "draft": mine}) != place
    assert opened(browser, place).fields["title"] == "Kites"


def test_too_many_drafts_lose_nothing_that_was_typed(
    made: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "DRAFTS_LIMIT", 1)
    browser = made.sign_in(EMAIL)
    fields = filled(opened(browser, "/library/rubrics/new"), "Kites")
    place = kept(browser, fields)
    answer = browser.post("/library/rubrics", **{**fields, "action": "keep-draft"})
    assert answer.status_code == 409
    assert "too many drafts" in answer.text
    assert 'value="Kites"' in answer.text
    browser.send(place, action="throw")
    second = kept(browser, fields)
    made.clock.pass_ms(drafts.THROWN_LIFE_MS + 1_000)
    browser = made.sign_in(EMAIL)
    browser.send(second, action="throw")
    kept(browser, filled(opened(browser, "/library/rubrics/new")))
    assert browser.send(place, action="take-back").status_code == 404
