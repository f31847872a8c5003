"""A learner's page, the rules of a class, and what the class has shown."""

import re
from typing import Any

import pytest

from portfolio_app.school.database import works
from rubrics.catalog import Catalog
from tests.school.form_reader import FormReader
from tests.school.making import Browser, Device, MadeSchool
from tests.school.test_own_tools import seal

EMAIL = "t@example.org"


def goal(made: MadeSchool, device: Device) -> str:
    now_ms = made.clock()
    device.write("goal", "goal1", title="Swim a length", made_ms=now_ms)
    device.write("step", "step1", goal="goal1", title="Too big", position=0, made_ms=now_ms,
                 started_ms=now_ms, evidence=["work1"])  # fmt: skip
    device.write("check_in", "c1", goal="goal1", step=None, going="stuck", words="Cold water",
                 at_ms=now_ms)  # fmt: skip
    device.push()
    return f"/learners/{device.learner}"


def test_a_goal_is_coached_and_the_learner_is_told(made: MadeSchool) -> None:
    device, browser = made.join("4B"), made.sign_in(EMAIL)
    place = goal(made, device)
    page = browser.get(place).text
    for wanted in ("Swim a length", "Stuck", "Too big", "Cold water", "works/work1"):
        assert wanted in page
    sent = browser.send(place, action="propose", goal="goal1", step="step1", at="goal1",
                        steps="Float\n\n Kick  well \n", words="Try these")  # fmt: skip
    assert sent.headers["location"] == f"{place}?said=propose"
    device.pull()
    (found,) = device.views("proposal")
    assert (found["steps"], found["step"], found["words"]) == (
        ["Float", "Kick well"], "step1", "Try these",
    )  # fmt: skip
    assert "Not answered yet" in browser.get(place).text
    device.write("proposal_answer", "a1", proposal=found["id"] if "id" in found else _id(device),
                 answer="declined", at_ms=made.clock())  # fmt: skip
    device.push()
    assert "Not taken" in browser.get(place).text


def _id(device: Device) -> str:
    return next(key[1] for key, (kind, _) in device.confirmed.items() if kind == "proposal")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"action": "propose", "goal": "goal1", "steps": " \n", "words": "Kept"}, "one step"),
        ({"action": "propose", "goal": "nope", "steps": "x", "words": "Kept"}, "cannot take"),
        ({"action": "propose", "goal": "goal1", "steps": "x\n" * 9, "words": "Kept"}, "eight"),
        ({"action": "propose", "goal": "goal1", "step": "s9", "steps": "x"}, "cannot take"),
        ({"action": "note", "words": "  "}, "few words"),
        ({"action": "note", "words": "x" * 4001}, "too long"),
        ({"action": "invite", "topic": "style", "words": "Kept"}, "what to ask"),
    ],
)
def test_what_is_missing_is_named_and_nothing_typed_is_lost(
    made: MadeSchool, form: dict[str, str], words: str
) -> None:
    device, browser = made.join("4B"), made.sign_in(EMAIL)
    place = goal(made, device)
    answer = browser.send(place, at="goal1" if form["action"] == "propose" else "", **form)
    assert answer.status_code == 400
    assert words in answer.text
    assert "Kept" not in form.get("words", "") or "Kept</textarea>" in answer.text
    device.pull()
    assert not device.views("proposal")
    assert not device.views("profile_note")


def test_notes_and_questions_stand_apart_from_feedback(made: MadeSchool) -> None:
    device, browser = made.join("4B"), made.sign_in(EMAIL)
    device.write("profile_entry", "e1", topic="interests", words="Whales", visible="teacher",
                 at_ms=5)  # fmt: skip
    device.write("profile_entry", "e2", topic="needs", words="Mine alone", visible="me", at_ms=5)
    device.make_work("work1", "A red house")
    place = f"/learners/{device.learner}"
    assert browser.send(place, action="note", topic="", words="Likes quiet").status_code == 303
    asked = browser.send(place, action="invite", topic="interests", words="Still whales?")
    assert asked.status_code == 303
    page = browser.get(place).text
    assert "Whales" in page
    assert "Likes quiet" in page
    assert "Mine alone" not in page
    assert "Likes quiet" not in browser.get(f"{place}/works/work1").text
    device.pull()
    assert len(device.views("profile_invitation")) == 1


def test_rules_are_chosen_and_a_wrong_number_is_named(made: MadeSchool) -> None:
    browser, place = made.sign_in(EMAIL), f"/classes/{made.classes['4B'].id}/rules"
    form = FormReader(browser.get(place).text, "").fields
    chosen = {**_defaults(), "method": "decaying_average", "newest_percent": "70", "seals": "1"}
    wrong = browser.send(place, **{**chosen, "pieces": "many"})
    assert wrong.status_code == 400
    assert 'aria-describedby="wrong.pieces"' in wrong.text
    assert 'value="many"' in wrong.text
    assert 'value="70"' in wrong.text
    assert not form
    made.clock.pass_ms(1_000)
    assert browser.send(place, **chosen).headers["location"].endswith("?kept=1")
    scope = f"c/{made.classes['4B'].id}"
    rules = made.school.database.read(lambda t: works.class_rules(t, [scope]))
    assert (rules.seals, rules.level.method, rules.level.newest_percent) == (
        True, "decaying_average", 70,
    )  # fmt: skip
    page = browser.get(f"/classes/{made.classes['4B'].id}/progress").text
    assert "70 %" in page
    assert "2 pieces" in page


def _defaults() -> dict[str, str]:
    return {"method": "latest", "newest_percent": "65", "pieces": "2", "contexts": "1",
            "recent": "0", "recent_days": "90", "alone": "0"}  # fmt: skip


def cells(page: str, learner: str) -> list[str]:
    row = page.partition(f'href="/learners/{learner}"')[2].partition("</tr>")[0]
    return [re.sub(r"<[^>]+>|\s+", " ", one) for one in row.split("<td")[1:]]


def judged(made: MadeSchool, device: Device, work: str, mine: int, theirs: int | None) -> None:
    """A work judged by a rubric whose first criterion is linked to a competency."""
    catalog = Catalog.bundled()
    rubric = next(one for one in catalog.rubrics if one.competency_ids)
    criterion = next(one for one in rubric.criteria if one.competency_id)
    framework = next(one for one in catalog.frameworks if criterion.competency_id in one.by_id)
    made.clock.pass_ms(1_000)
    device.write("artifact", work, title=work, made_ms=made.clock(),
                 competencies=[framework.by_id[criterion.competency_id or ""].ref])  # fmt: skip
    fields: dict[str, Any] = {"artifact": work, "rubric": rubric.id}
    ratings = {criterion.id: {"level": criterion.levels[mine].id, "why": "mine alone"}}
    device.write("self_assessment", f"{work}-check", ratings=ratings, at_ms=made.clock(), **fields)
    device.push()
    if theirs is not None:
        browser, place = made.sign_in(EMAIL), f"/learners/{device.learner}/works/{work}"
        made.clock.pass_ms(1_000)
        chosen = {f"level.{criterion.id}": criterion.levels[theirs].id, "action": "send"}
        assert browser.post(place, **browser.hidden(place), **chosen).status_code == 303


def test_a_class_is_a_table_by_name_and_nothing_yet_is_no_level(made: MadeSchool) -> None:
    zoe, adam = made.join("4B", "Zoe"), made.join("4B", "Adam")
    judged(made, zoe, "work1", 0, 2)
    browser: Browser = made.sign_in(EMAIL)
    place = f"/classes/{made.classes['4B'].id}/progress"
    page = browser.get(place).text
    assert page.index("Adam") < page.index("Zoe")
    assert "The newest judgement is the level" in page
    (theirs,) = cells(page, zoe.learner)
    assert "3 of" in theirs
    assert "1 work" in theirs
    assert "works/work1" in page
    (none,) = cells(page, adam.learner)
    assert "Nothing yet" in none
    assert "heat-" not in none
    (mine,) = cells(browser.get(f"{place}?view=learner").text, zoe.learner)
    assert "1 of" in mine


def test_what_is_sealed_is_not_in_the_table_either(made: MadeSchool) -> None:
    device = made.join("4B", "Zoe")
    seal(made)
    judged(made, device, "work1", 0, None)
    browser = made.sign_in(EMAIL)
    place = f"/classes/{made.classes['4B'].id}/progress?view=learner"
    assert "Not judged" in cells(browser.get(place).text, device.learner)[0]
    page = browser.get(f"/learners/{device.learner}/works/work1").text
    assert "opens once you have rated" in page
    assert "mine alone" not in page
    judged(made, device, "work2", 0, 1)
    assert "1 of" in cells(browser.get(place).text, device.learner)[0]


def test_a_class_without_works_teaches_the_next_step(made: MadeSchool) -> None:
    page = made.sign_in(EMAIL).get(f"/classes/{made.classes['4B'].id}/progress")
    assert "appear here once" in page.text


def test_evidence_is_shown_beside_its_line_and_in_words(made: MadeSchool) -> None:
    device, browser = made.join("4B", "Zoe"), made.sign_in(EMAIL)
    device.make_work("work1", "A red house", is_judged=False)
    rubric = Catalog.bundled().rubrics[0]
    criterion = rubric.criteria[0]
    pins = {criterion.id: [
        {"work": "work1", "file": "work1-file", "x": 0.9, "y": 0.1, "note": "<b>The roof</b>"},
        {"work": "other1"},
        {"work": "work1", "file": "work1-file", "from_ms": 65_000, "to_ms": 70_000},
    ]}  # fmt: skip
    for number in range(2):
        made.clock.pass_ms(60_000)
        level = {"level": criterion.levels[number].id, "why": f"because {number}"}
        device.write("self_assessment", f"check{number}", artifact="work1", rubric=rubric.id,
                     ratings={criterion.id: level}, pins=pins, at_ms=made.clock())  # fmt: skip
    device.push()
    assert device.refused == {}
    page = browser.get(f"/learners/{device.learner}/works/work1").text
    for wanted in (
        "In picture 1, at the top, on the right", "&lt;b&gt;The roof", "1:05",
        f"/learners/{device.learner}/works/other1", "<circle", "over time", "because 0",
    ):  # fmt: skip
        assert wanted in page, wanted
