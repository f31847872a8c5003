"""Goals, profile and judgements at the school: who writes, what a teacher sees, what is sealed."""

from typing import Any

import pytest

from portfolio_app.errors import Refused
from portfolio_app.model.class_rules import ClassRules
from portfolio_app.model.enough import EnoughRule
from portfolio_app.model.goal import assemble_goals, proposed_step_id
from portfolio_app.model.level_rules import LevelRule
from portfolio_app.model.people import ClassId, LearnerId, PersonId, class_scope, learner_scope
from portfolio_app.model.profile import assemble_profile
from portfolio_app.model.records import KINDS
from portfolio_app.school import app, coaching, writing
from portfolio_app.school.coaching import Moment
from portfolio_app.school.database import people, works
from portfolio_app.school.database.people import Person
from tests.school.making import Device, MadeSchool

EMAIL = "t@example.org"
TEACHERS_KINDS = ("proposal", "profile_note", "profile_invitation", "class_rules")


def moment(made: MadeSchool) -> Moment:
    made.clock.pass_ms(1_000)
    return Moment(made.clock(), app.new_id)


def teacher(made: MadeSchool, email: str = EMAIL) -> Person:
    return made.school.database.read(lambda t: people.find(t, made.teachers[email]))


def seen(made: MadeSchool, device: Device, *kinds: str, email: str = EMAIL) -> list[Any]:
    def read(transaction: Any) -> Any:
        actor = writing.teacher_actor(transaction, PersonId(made.teachers[email]))
        scope = learner_scope(LearnerId(device.learner))
        return works.seen_records(transaction, actor, scope, kinds)

    return list(made.school.database.read(read))


def seal(made: MadeSchool, is_on: bool = True, classroom: str = "4B") -> None:
    place = ClassId(made.classes[classroom].id)
    now, who = moment(made), teacher(made)
    rules = ClassRules(is_on, LevelRule("best"), EnoughRule(pieces=2))
    made.school.database.write(lambda t: coaching.decide(t, who, place, now, rules))


def test_a_goal_goes_to_school_and_the_coachs_proposal_comes_back(made: MadeSchool) -> None:
    device = made.join("4B")
    device.write("goal", "goal1", title="Swim", made_ms=made.clock(), competencies=["fw/a"])
    device.write("step", "step1", goal="goal1", title="Too big", position=0, made_ms=made.clock())
    device.write("check_in", "c1", goal="goal1", step=None, going="stuck", at_ms=made.clock())
    device.push()
    (goal,) = assemble_goals(seen(made, device, "goal", "step", "check_in"))
    assert (goal.title, goal.is_stuck, goal.steps[0].title) == ("Swim", True, "Too big")
    now, who, learner = moment(made), teacher(made), LearnerId(device.learner)
    made.school.database.write(
        lambda t: coaching.propose(t, who, learner, now, goal="goal1", splits="step1",
                                   steps=["Float", "Kick"], words="Try these")
    )  # fmt: skip
    device.pull()
    (found,) = device.views("proposal")
    assert (found["steps"], found["by"], found["step"]) == (["Float", "Kick"], "Ada Berg", "step1")


def test_a_proposal_accepted_on_two_devices_is_refused_nowhere(made: MadeSchool) -> None:
    device = made.join("4B")
    for _ in range(2):
        device.write("proposal_answer", "answer", proposal="p1", answer="accepted", at_ms=5)
        device.write("step", proposed_step_id("p1", 0), goal="goal1", title="Float", position=0,
                     proposal="p1", made_ms=5, started_ms=5, evidence=["w1"])  # fmt: skip
        device.write("self_assessment_draft", "draft", artifact="w1", rubric="r1", begun={})
    device.push()
    assert device.refused == {}
    assert len(device.views("step")) == 1


def test_a_device_writes_nothing_in_a_teachers_name(made: MadeSchool) -> None:
    device = made.join("4B")
    changes = []
    for kind in TEACHERS_KINDS:
        values = {"goal": "g1", "steps": [], "topic": "needs", "words": "x", "by": "Me", "at_ms": 5,
                  "step": None, "enough": {}, "level_method": "best", "newest_percent": 5,
                  "seals_self_assessment": False}  # fmt: skip
        chosen = {name: values[name] for name in KINDS[kind].fields}
        changes += device.write(kind, f"own-{kind}", **chosen)
    device.push()
    assert device.refused == {one.id: "not_allowed" for one in changes}


def test_another_teacher_neither_sees_nor_writes(made: MadeSchool) -> None:
    made.add_teacher("o@example.org", "5A")
    device = made.join("4B")
    device.write("goal", "goal1", title="Swim", made_ms=made.clock())
    device.push()
    assert seen(made, device, "goal", email="o@example.org") == []
    now, who = moment(made), teacher(made, "o@example.org")
    learner, place = LearnerId(device.learner), ClassId(made.classes["4B"].id)
    for deed in (
        lambda t: coaching.propose(t, who, learner, now, goal="goal1", steps=["x"]),
        lambda t: coaching.note(t, who, learner, now, words="x"),
        lambda t: coaching.invite(t, who, learner, now, topic="needs"),
        lambda t: coaching.decide(t, who, place, now, ClassRules()),
    ):
        with pytest.raises(Refused):
            made.school.database.write(deed)


def test_what_does_not_fit_is_refused_from_a_teacher_too(made: MadeSchool) -> None:
    device = made.join("4B")
    now, who, learner = moment(made), teacher(made), LearnerId(device.learner)
    with pytest.raises(Refused):
        made.school.database.write(
            lambda t: coaching.propose(t, who, learner, now, goal="goal1", steps=["x"] * 9)
        )
    with pytest.raises(Refused):
        made.school.database.write(lambda t: coaching.invite(t, who, learner, now, topic="style"))


def test_a_teacher_sees_of_a_profile_what_the_learner_shows(made: MadeSchool) -> None:
    device = made.join("4B")
    for name, visible in (("mine", "me"), ("ours", "teacher"), ("all", "family")):
        device.write("profile_entry", name, topic="needs", words=name, visible=visible, at_ms=5)
    device.write("profile_entry", "unsaid", topic="needs", words="unsaid", at_ms=5)
    device.write("self_assessment_draft", "draft", artifact="w1", begun={"ratings": {}})
    device.push()
    found = assemble_profile(seen(made, device, "profile_entry"))
    assert {one.id for one in found.entries} == {"ours", "all"}
    assert seen(made, device, "self_assessment_draft", "profile_entry") == seen(
        made, device, "profile_entry"
    )
    device.write("profile_entry", "ours", visible="me")
    device.push()
    found = assemble_profile(seen(made, device, "profile_entry"))
    assert {one.id for one in found.entries} == {"all"}


def test_notes_and_invitations_reach_the_learner(made: MadeSchool) -> None:
    device = made.join("4B")
    now, who, learner = moment(made), teacher(made), LearnerId(device.learner)
    made.school.database.write(lambda t: coaching.note(t, who, learner, now, words="Kind"))
    made.school.database.write(
        lambda t: coaching.invite(t, who, learner, now, topic="interests", words="Still whales?")
    )
    device.pull()
    (noted,), (asked,) = device.views("profile_note"), device.views("profile_invitation")
    assert (noted["words"], noted["topic"], asked["topic"]) == ("Kind", None, "interests")


def test_a_class_that_seals_shows_the_teacher_nothing_until_she_has_rated(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    page, browser = f"/learners/{device.learner}/works/work1", made.sign_in(EMAIL)
    assert "I tried hard" in browser.get(page).text
    seal(made)
    made.clock.pass_ms(60_000)
    assert "I tried hard" not in browser.get(page).text
    levels = made.school.library.catalog([]).rubrics[0].criteria[0]
    chosen = {f"level.{levels.id}": levels.levels[0].id}
    sent = browser.post(page, **browser.hidden(page), words="Well done", action="send")
    assert sent.status_code == 303
    assert "I tried hard" not in browser.get(page).text, "words alone open nothing"
    sent = browser.post(page, **browser.hidden(page), **chosen, action="send")
    assert sent.status_code == 303
    assert "I tried hard" in browser.get(page).text
    device.pull()
    (rules,) = device.views("class_rules")
    assert (rules["seals_self_assessment"], rules["level_method"]) == (True, "best")


def test_the_newest_decision_of_a_class_counts(made: MadeSchool) -> None:
    seal(made)
    seal(made, is_on=False)
    scope = class_scope(ClassId(made.classes["4B"].id))
    found = made.school.database.read(lambda t: works.class_rules(t, [scope]))
    assert (found.seals, found.level.method, found.enough.pieces) == (False, "best", 2)
    assert made.school.database.read(lambda t: works.class_rules(t, [])) == ClassRules()
