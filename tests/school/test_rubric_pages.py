"""The grid in which teachers make rubrics: nothing typed is lost, nothing is overwritten."""

import random
from collections.abc import Mapping
from dataclasses import replace

import pytest

from portfolio_app.locales import Words
from portfolio_app.model.people import ClassId
from portfolio_app.school import app
from portfolio_app.school.workshop import moves
from portfolio_app.school.workshop.finishing import finished, problems_in
from portfolio_app.school.workshop.sheet import Cell, Line, Sheet, form_of, sheet_from, sheet_of
from portfolio_app.school.workshop.starts import STARTS, start_of
from rubrics.catalog import Catalog
from rubrics.rubric import RUBRIC_KINDS, Rubric
from tests.school.form_reader import FormReader
from tests.school.making import Browser, MadeSchool

EMAIL = "t@example.org"


def catalog_of(made: MadeSchool, classroom: str = "4B") -> Catalog:
    return made.school.library.catalog([ClassId(made.classes[classroom].id)])


def opened(browser: Browser, path: str) -> FormReader:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.text
    return FormReader(answer.text, "editor")


def filled(form: FormReader, title: str = "Boats") -> dict[str, str]:
    """The form of a new rubric with what must be there."""
    fields = {**form.fields, "title": title}
    for name in form.fields:
        if name.startswith("c") and name.endswith(".title"):
            fields[name] = f"Criterion {name}"
    return fields


def made_rubric(made: MadeSchool, browser: Browser, title: str = "Boats", kind: str = "analytic",
                classroom: str = "4B") -> Rubric:  # fmt: skip
    fields = filled(opened(browser, f"/library/rubrics/new?kind={kind}"), title)
    fields[f"class.{made.classes[classroom].id}"] = "1"
    made.clock.pass_ms(1_000)
    answer = browser.post("/library/rubrics", **{**fields, "action": "save"})
    assert answer.status_code == 303, answer.text
    rubric = catalog_of(made, classroom).rubric(answer.headers["location"].partition("=")[2])
    assert rubric is not None
    return rubric


@pytest.mark.parametrize("kind", RUBRIC_KINDS)
def test_a_rubric_of_every_kind_is_made_and_reaches_the_class(made: MadeSchool, kind: str) -> None:
    device, browser = made.join("4B"), made.sign_in(EMAIL)
    rubric = made_rubric(made, browser, "Boats", kind)
    start = STARTS[kind]
    assert (rubric.title, rubric.kind, rubric.version) == ("Boats", kind, "1")
    assert [len(one.levels) for one in rubric.criteria] == [len(start.levels)] * start.criteria
    assert not rubric.is_scored
    assert not rubric.is_weighted
    device.pull()
    assert [one["media"] for one in device.views("library")] == [rubric.source_hash]
    page = browser.get(f"/library?saved={rubric.id}").text
    assert "Saved as a new version" in page
    assert page.index("Boats") < page.index("One clear aim")


def test_every_button_brings_back_all_that_was_typed(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    form = opened(browser, "/library/rubrics/new?kind=continuum")
    form = pressed(browser, {**form.fields, "is_scored": "1", "is_weighted": "1"}, "add-criterion")
    typed = {
        name: value if _is_fixed(name) else f'x{at} <&"'
        for at, (name, value) in enumerate(form.fields.items())
    }
    seen = set()
    waiting = [one for one in form.buttons if one not in ("save", "look", "keep-draft")]
    assert {"add-criterion", "add-level", "refresh", "up:1", "remove-level:0"} <= set(waiting)
    for action in [*waiting, "look"]:
        back = pressed(browser, typed, action)
        lost = sorted(set(typed.values()) - set(back.fields.values()))
        if action.startswith("remove"):
            back = pressed(browser, back.fields, "undo")
            lost = sorted(set(typed.values()) - set(back.fields.values()))
        assert lost == [], action
        seen.add(back.focus)
    assert "" not in seen, "a press must say where to go on"


_FIXED = frozenset(
    {"form_token", "id", "base", "draft", "undo", "kind"}
    | {"has_same_levels", "is_scored", "is_weighted"}
    | {f"c{at}.{name}" for at in range(9) for name in ("competency", "shown", "is_negative")}
)


def _is_fixed(name: str) -> bool:
    return name in _FIXED or name.endswith(".id") or name.startswith("class.")


def pressed(browser: Browser, fields: Mapping[str, str], action: str) -> FormReader:
    answer = browser.post("/library/rubrics", **{**fields, "action": action})
    assert answer.status_code == 200, (action, answer.text)
    return FormReader(answer.text, "editor")


def test_what_comes_after_a_removal_stays_when_it_is_put_back(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    fields = filled(opened(browser, "/library/rubrics/new?kind=analytic"))
    without = pressed(browser, fields, "remove-criterion:1")
    later = {**without.fields, "c0.title": "Typed after it"}
    later = pressed(browser, later, "add-criterion").fields
    back = pressed(browser, later, "undo").fields
    titles = [back[f"c{at}.title"] for at in range(4)]
    assert titles == ["Typed after it", "Criterion c1.title", "Criterion c2.title", ""]


@pytest.mark.parametrize(
    ("change", "wrong", "words"),
    [
        ({"title": " "}, "title", "Give the rubric a title"),
        ({"c1.title": ""}, "c1.title", "Say what is looked at"),
        ({"h2.name": ""}, "h2.name", "Give this level a name"),
        ({"language": "English!"}, "language", "short code"),
        ({"is_scored": "1", "c0.l1.score": "many"}, "c0.l1.score", "number for the score"),
        ({"is_weighted": "1", "c0.weight": "-1"}, "c0.weight", "number for the weight"),
        ({"kind": "checklist"}, "kind", "up to two levels"),
        ({"kind": "holistic"}, "kind", "one criterion"),
        ({"title": "x" * 201}, "title", "too long"),
    ],
)
def test_a_save_that_fails_names_the_field_and_loses_nothing(
    made: MadeSchool, change: dict[str, str], wrong: str, words: str
) -> None:
    browser = made.sign_in(EMAIL)
    fields = filled(opened(browser, "/library/rubrics/new?kind=analytic")) | change
    fields[f"class.{made.classes['4B'].id}"] = "1"
    answer = browser.post("/library/rubrics", **{**fields, "action": "save"})
    assert answer.status_code == 400
    form = FormReader(answer.text, "editor")
    assert form.wrong == [wrong]
    assert words in answer.text
    assert f'href="#{wrong}"' in answer.text
    assert form.focus == "problems"
    kept = {name: value.strip() for name, value in fields.items() if name != "action"}
    assert kept.items() <= {name: one.strip() for name, one in form.fields.items()}.items()
    assert len(catalog_of(made).rubrics) == len(Catalog.bundled().rubrics)


def test_a_rubric_goes_to_no_class_that_is_not_chosen_or_not_theirs(made: MadeSchool) -> None:
    made.add_teacher("o@example.org", "5A")
    browser = made.sign_in(EMAIL)
    fields = filled(opened(browser, "/library/rubrics/new?kind=checklist"))
    fields.pop(f"class.{made.classes['4B'].id}", "")
    fields[f"class.{made.classes['5A'].id}"] = "1"
    answer = browser.post("/library/rubrics", **{**fields, "action": "save"})
    assert answer.status_code == 400
    assert "Choose at least one class" in answer.text
    assert len(catalog_of(made, "5A").rubrics) == len(Catalog.bundled().rubrics)


def test_two_teachers_overwrite_nothing(made: MadeSchool) -> None:
    browser, second = made.sign_in(EMAIL), made.sign_in(EMAIL)
    rubric = made_rubric(made, browser)
    place = f"/library/rubrics/{rubric.id}"
    mine, theirs = opened(browser, place).fields, opened(second, place).fields
    made.clock.pass_ms(1_000)
    first = browser.post("/library/rubrics", **{**mine, "c0.title": "Hull", "action": "save"})
    assert first.status_code == 303
    told = second.post("/library/rubrics", **{**theirs, "c1.title": "Sail", "action": "save"})
    assert told.status_code == 409
    form = FormReader(told.text, "editor")
    assert form.fields["c1.title"] == "Sail"
    assert "Hull" in told.text
    newest = catalog_of(made).rubric(rubric.id)
    assert newest is not None
    assert [one.title for one in newest.criteria[:2]] == ["Hull", "Criterion c1.title"]
    assert newest.version == "2"
    copy = second.post("/library/rubrics", **{**form.fields, "action": "save-copy"})
    copied = catalog_of(made).rubric(copy.headers["location"].partition("=")[2])
    assert copied is not None
    assert copied.id != rubric.id
    assert copied.criteria[1].title == "Sail"
    after = second.post("/library/rubrics", **{**form.fields, "action": "save-after"})
    assert after.status_code == 303
    last = catalog_of(made).rubric(rubric.id)
    assert last is not None
    assert (last.version, last.criteria[1].title) == ("3", "Sail")
    assert catalog_of(made).rubric(rubric.id, newest.source_hash) == newest


def test_a_form_sent_twice_is_one_version(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    rubric = made_rubric(made, browser)
    fields = opened(browser, f"/library/rubrics/{rubric.id}").fields
    changed = {**fields, "c0.title": "Hull", "action": "save"}
    assert [browser.post("/library/rubrics", **changed).status_code for _ in range(3)] == [303] * 3
    assert len(catalog_of(made).versions(rubric.id)) == 2
    same = opened(browser, f"/library/rubrics/{rubric.id}").fields
    assert browser.post("/library/rubrics", **{**same, "action": "save"}).status_code == 303
    assert len(catalog_of(made).versions(rubric.id)) == 2


def test_work_that_was_judged_keeps_the_version_it_was_judged_with(made: MadeSchool) -> None:
    device, browser = made.join("4B"), made.sign_in(EMAIL)
    device.make_work("work1", "A red house", is_judged=False)
    rubric = made_rubric(made, browser)
    criterion = rubric.criteria[0]
    device.write("self_assessment", "check", artifact="work1", rubric=rubric.id, at_ms=5,
                 rubric_source=rubric.source_hash,
                 ratings={criterion.id: {"level": criterion.levels[0].id, "why": ""}})  # fmt: skip
    device.push()
    fields = opened(browser, f"/library/rubrics/{rubric.id}").fields
    fields |= {"c0.title": "Hull", "h0.name": "Sinking", "action": "save"}
    assert browser.post("/library/rubrics", **fields).status_code == 303
    place = f"/learners/{device.learner}/works/work1"
    page = browser.get(place).text
    assert "Criterion c0.title" in page
    assert "Hull" not in page
    assert "Sinking" not in page
    chosen = {f"level.{criterion.id}": criterion.levels[1].id, "action": "send"}
    assert browser.post(place, **browser.hidden(place), **chosen).status_code == 303
    device.pull()
    assert device.views("feedback")[0]["rubric_source"] == rubric.source_hash


def test_a_rubric_of_the_product_is_copied_and_never_changed(made: MadeSchool) -> None:
    browser, own = made.sign_in(EMAIL), Catalog.bundled().rubrics[0]
    form = opened(browser, f"/library/rubrics/{own.id}")
    assert form.fields["id"] != own.id
    assert form.fields["base"] == ""
    assert form.fields["title"].endswith("(copy)")
    form.fields[f"class.{made.classes['4B'].id}"] = "1"
    saved = browser.post("/library/rubrics", **{**form.fields, "action": "save"})
    copy = catalog_of(made).rubric(saved.headers["location"].partition("=")[2])
    assert copy is not None
    assert [one.title for one in copy.criteria] == [one.title for one in own.criteria]
    assert catalog_of(made).rubric(own.id) == own


def test_a_competency_is_found_linked_and_taken_off(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    item = catalog_of(made).frameworks[0].competencies[-1]
    fields = filled(opened(browser, "/library/rubrics/new?kind=analytic"))
    fields["c1.find"] = item.wording().split()[-1].strip(".")
    found = pressed(browser, fields, "find:1")
    link = f"link:1:{item.ref}"
    assert link in found.buttons
    linked = pressed(browser, found.fields, link)
    assert linked.focus == "unlink:1"
    assert linked.fields["c1.competency"] == item.ref
    kept = {**linked.fields, f"class.{made.classes['4B'].id}": "1", "action": "save"}
    place = browser.post("/library/rubrics", **kept).headers["location"]
    rubric = catalog_of(made).rubric(place.partition("=")[2])
    assert rubric is not None
    assert rubric.criteria[1].competency_id == item.id
    again = opened(browser, f"/library/rubrics/{rubric.id}")
    assert again.fields["c1.competency"] == item.ref
    assert pressed(browser, again.fields, "unlink:1").fields["c1.competency"] == ""


@pytest.mark.parametrize(
    "action", ["", "up", "up:99", "left:9:0", "remove-level:7:1", "nonsense:1", "undo", "find"]
)
def test_a_press_of_no_button_is_refused(made: MadeSchool, action: str) -> None:
    browser = made.sign_in(EMAIL)
    fields = filled(opened(browser, "/library/rubrics/new"))
    answer = browser.post("/library/rubrics", **{**fields, "action": action})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "took", ["[]", "{}", '{"what": "criterion", "at": 0, "line": {"x": 1}}', "x", '{"at": {}}']
)
def test_what_never_was_taken_is_not_put_back(made: MadeSchool, took: str) -> None:
    browser = made.sign_in(EMAIL)
    fields = filled(opened(browser, "/library/rubrics/new"))
    answer = browser.post("/library/rubrics", **{**fields, "undo": took, "action": "undo"})
    assert answer.status_code == 400


def invented(seed: int) -> Sheet:
    chance = random.Random(seed)
    width = chance.randint(1, 5)

    def words() -> str:
        return " ".join(chance.choices(["a", "ä", "<b>", "=1", '"', "文", "line"], k=3))

    lines = tuple(
        Line(app.new_id(), words(), words(), "2.5", chance.choice(["", "G"]), chance.random() < 0.5,
             cells=tuple(Cell(app.new_id(), words(), words(), str(at), words())
                         for at in range(width)))
        for _ in range(chance.randint(1, 6))
    )  # fmt: skip
    return Sheet(app.new_id(), "", "analytic", words(), words(), "de", True, True, False, lines)


@pytest.mark.parametrize("seed", range(30))
def test_a_sheet_comes_back_from_its_form_and_from_its_rubric(seed: int) -> None:
    sheet = invented(seed)
    assert sheet_from(form_of(sheet)) == sheet
    assert problems_in(sheet) == ()
    rubric = finished(sheet, None, {})
    back = sheet_of(rubric, references={}, words={})
    assert finished(back, rubric, {}) == rubric
    assert form_of(back) == form_of(sheet) | {
        name: value for name, value in form_of(back).items() if name == "has_same_levels"
    }


@pytest.mark.parametrize("rubric", Catalog.bundled().rubrics, ids=lambda one: one.id)
def test_a_rubric_opened_and_saved_says_the_same(rubric: Rubric) -> None:
    sheet = sheet_of(rubric, references={}, words={})
    again = finished(sheet, rubric, {})
    assert again.criteria == rubric.criteria
    assert again.groups == rubric.groups


@pytest.mark.parametrize("typed", ["5, 6", "5，6", "5、6", "5،6", " 5 ،, 6,"])
def test_years_are_parted_by_the_comma_of_any_language(typed: str) -> None:
    sheet = sheet_of(Catalog.bundled().rubrics[0], references={}, words={})
    line, *others = sheet.lines
    cells = (replace(line.cells[0], years=typed), *line.cells[1:])
    typed_in = replace(sheet, lines=(replace(line, cells=cells), *others))
    level = finished(typed_in, None, {}).criteria[0].levels[0]
    assert level.education_levels == ("5", "6")


def test_a_form_that_forgets_a_field_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(sheet: Sheet) -> dict[str, str]:
        return {name: one for name, one in form_of(sheet).items() if not name.endswith("feedback")}

    sheet = invented(1)
    assert sheet_from(forgetful(sheet)) != sheet


def test_moves_up_and_down_and_back_change_nothing() -> None:
    sheet = start_of("analytic", Words("en"), app.new_id)
    for there, back in (("down:0", "up:1"), ("right:0", "left:1"), ("left:0:1", "right:0:0")):
        sheet = replace(sheet, has_same_levels=there.count(":") == 1)
        moved = moves.move(sheet, there, app.new_id)
        assert moved.sheet != sheet
        assert moves.move(moved.sheet, back, app.new_id).sheet == sheet
