"""A rubric in more than one language: what is missing is said, what is typed is seen."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from portfolio_app.school.workshop import wording
from portfolio_app.school.workshop.wording import carried, missing, sections, typed, worded
from rubrics.case import CasePackage, Document, read_case, write_case
from rubrics.catalog import Catalog
from rubrics.documents import RUBRIC, read_document
from rubrics.languages import rubric_in
from rubrics.rubric import Criterion, Group, Level, Rubric
from rubrics.table_writer import write_table
from tests.school.form_reader import FormReader
from tests.school.making import Browser, MadeSchool
from tests.school.test_rubric_pages import EMAIL, catalog_of, made_rubric, opened

RUBRIC_MADE = Rubric(
    "r1", "Boats", groups=(Group("g1", "Making"),), language="en",
    criteria=tuple(
        Criterion(f"c{n}", f"Part {n}", "", group_id="g1", levels=(
            Level(f"l{n}1", "Low", "Leaks", feedback="Try tar"),
            Level(f"l{n}2", "High", "Floats", picture="boat", picture_words="A boat"),
        ))
        for n in (1, 2)
    ),
)  # fmt: skip


def in_dutch(rubric: Rubric) -> Rubric:
    parts = sections(rubric, "nl")
    form = {text.field: f"nl {text.original}" for part in parts for text in part.texts}
    return worded(rubric, "nl", typed(parts, form))


def test_every_text_is_asked_for_and_levels_called_alike_once() -> None:
    parts = sections(RUBRIC_MADE, "nl")
    assert [(one.kind, len(one.texts)) for one in parts] == [
        ("rubric", 1), ("levels", 2), ("group", 1), ("criterion", 5), ("criterion", 5),
    ]  # fmt: skip
    assert missing(parts) == (14, 14)
    assert len({text.field for one in parts for text in one.texts}) == 14
    assert missing(sections(in_dutch(RUBRIC_MADE), "NL")) == (0, 14)


def told(rubric: Rubric) -> list[tuple[str, str, str]]:
    texts = (text for one in sections(rubric, "nl") for text in one.texts)
    return [(text.name, text.original, text.said) for text in texts]


def test_what_is_said_is_seen_and_the_rest_stays_as_it_was_written() -> None:
    catalog = Catalog.bundled()
    assert catalog.in_language("nl") is catalog
    made = in_dutch(RUBRIC_MADE)
    first = wording.typed(sections(made, "nl"), {"t0": ""})
    some = worded(made, "nl", first)
    assert "title" not in some.translations.get("nl", {})
    seen = rubric_in("nl-BE", some)
    assert seen.title == "Boats"
    assert seen.groups[0].title == "nl Making"
    assert [one.name for one in seen.criteria[1].levels] == ["nl Low", "nl High"]
    assert seen.criteria[0].levels[1].picture_words == "nl A boat"


@pytest.mark.parametrize("way", ["case", "table"])
def test_languages_go_out_and_come_back(way: str) -> None:
    made = in_dutch(RUBRIC_MADE)
    if way == "case":
        package = CasePackage(Document("d1", "Boats", language="en"), None, (made,))
        again = read_case(write_case(package)).rubrics[0]
    else:
        (read,) = read_document(write_table([made]), wanted=RUBRIC).packages
        again = read.rubrics[0]
    assert told(again) == told(made) != told(RUBRIC_MADE)


def test_what_was_typed_finds_its_place_in_another_version() -> None:
    before = typed(sections(RUBRIC_MADE, "nl"), {"t0": "Boten"})
    newer = replace(RUBRIC_MADE, criteria=RUBRIC_MADE.criteria[:1], title="Ships")
    after = carried(before, sections(newer, "nl"))
    assert after[0].texts[0].original == "Ships"
    assert after[0].texts[0].said == "Boten"
    assert missing(after) == (8, 9)


def page(browser: Browser, path: str) -> FormReader:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.text
    return FormReader(answer.text, "editor")


def test_a_teacher_says_a_rubric_in_another_language(made: MadeSchool) -> None:
    device, browser = made.join("4B"), made.sign_in(EMAIL)
    rubric = made_rubric(made, browser)
    place = f"/library/rubrics/{rubric.id}/words"
    assert place in browser.get("/library").text
    assert "Add a language" in browser.get(place).text
    form = page(browser, f"{place}?language=nl")
    assert "are missing" in browser.get(f"{place}?language=nl").text
    form.fields["t0"] = "Boten"
    made.clock.pass_ms(1_000)
    done = browser.post(place, **form.fields)
    assert done.status_code == 303
    after = browser.get(done.headers["location"]).text
    assert "Saved as a new version" in after
    assert 'value="Boten"' in after
    newest = catalog_of(made).rubric(rubric.id)
    assert newest is not None
    assert (newest.version, newest.title) == ("2", "Boats")
    assert newest.translations == {"nl": {"title": "Boten"}}
    seen = catalog_of(made).in_language("nl").rubric(rubric.id)
    assert seen is not None
    assert (seen.title, seen.source_hash) == ("Boten", newest.source_hash)
    device.pull()
    assert newest.source_hash in {one["media"] for one in device.views("library")}


def test_the_grid_keeps_what_is_said_in_other_languages(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    rubric = made_rubric(made, browser)
    place = f"/library/rubrics/{rubric.id}"
    form = page(browser, f"{place}/words?language=nl")
    fields = {
        name: f"nl {name}" if name.startswith("t") and name[1:].isdigit() else value
        for name, value in form.fields.items()
    }
    made.clock.pass_ms(1_000)
    assert browser.post(f"{place}/words", **fields).status_code == 303
    said = catalog_of(made).rubric(rubric.id)
    changed = opened(browser, place).fields | {"c0.title": "Hull", "action": "save"}
    made.clock.pass_ms(1_000)
    assert browser.post("/library/rubrics", **changed).status_code == 303
    newest = catalog_of(made).rubric(rubric.id)
    assert said is not None
    assert newest is not None
    assert newest.criteria[0].title == "Hull"
    assert [one.translations for one in newest.criteria] == [
        one.translations for one in said.criteria
    ]


def test_of_two_who_save_nothing_is_overwritten(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    rubric = made_rubric(made, browser)
    place = f"/library/rubrics/{rubric.id}/words"
    mine = page(browser, f"{place}?language=nl").fields
    theirs = opened(browser, f"/library/rubrics/{rubric.id}").fields
    made.clock.pass_ms(1_000)
    browser.post("/library/rubrics", **{**theirs, "title": "Ships", "action": "save"})
    told_so = browser.post(place, **{**mine, "t0": "Boten"})
    assert told_so.status_code == 409
    form = FormReader(told_so.text, "editor")
    assert form.fields["t0"] == "Boten"
    assert "Ships" in told_so.text
    assert browser.post(place, **form.fields).status_code == 303
    newest = catalog_of(made).rubric(rubric.id)
    assert newest is not None
    assert (newest.title, newest.translations["nl"]["title"]) == ("Ships", "Boten")


@pytest.mark.parametrize("language", ["English!", "x" * 40, "en", "EN"])
def test_what_is_no_other_language_is_said(made: MadeSchool, language: str) -> None:
    browser = made.sign_in(EMAIL)
    rubric = made_rubric(made, browser)
    answer = browser.get(f"/library/rubrics/{rubric.id}/words?language={language}")
    assert answer.status_code == 400
    assert "Type a language as a short code" in answer.text


def test_a_text_that_is_too_long_is_named_and_kept(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    rubric = made_rubric(made, browser)
    place = f"/library/rubrics/{rubric.id}/words"
    form = page(browser, f"{place}?language=nl")
    form.fields["t0"] = "x" * 20_001
    answer = browser.post(place, **form.fields)
    assert answer.status_code == 400
    again = FormReader(answer.text, "editor")
    assert again.fields["t0"] == form.fields["t0"]
    assert again.wrong == ["t0"]


def forget_levels(rubric: Rubric) -> Rubric:
    return replace(rubric, criteria=tuple(
        replace(one, levels=tuple(replace(level, translations={}) for level in one.levels))
        for one in rubric.criteria
    ))  # fmt: skip


def forget_groups(rubric: Rubric) -> Rubric:
    return replace(rubric, groups=tuple(replace(one, translations={}) for one in rubric.groups))


@pytest.mark.parametrize("forget", [forget_levels, forget_groups])
def test_a_planted_loss_is_seen(forget: Callable[[Rubric], Rubric]) -> None:
    made = in_dutch(RUBRIC_MADE)
    assert missing(sections(forget(made), "nl")) != (0, 14)
