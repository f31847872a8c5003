"""Ideas by touch: asked for, always there, never; "Not this one" and its way back."""

from pathlib import Path

import pytest

from portfolio_app.locales import Words
from portfolio_app.model.people import Actor, LearnerId, PersonId, Role
from portfolio_app.model.records import may_see
from portfolio_app.model.suggestions import Reason
from portfolio_app.student import suggesting
from portfolio_app.student.screens.ideas import AGES
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_goals import opened, set_goal

LONGEST_WORDS = 90


async def with_a_bare_goal(device: Device) -> Window:
    window = await device.window()
    await join_in(window)
    await set_goal(window, "Build a raft")
    window.page.navigate("/")
    return window


def test_an_idea_comes_when_asked_and_leads_to_its_place(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await with_a_bare_goal(device)
        await window.see("ideas-ask")
        assert not window.has("idea-goal")
        await window.tap("ideas-ask")
        await window.says(device.words("student-suggest-why-no_step", goal="Build a raft"))
        assert window.has("idea-first"), "there is no work yet"
        await window.tap("idea-not-first")
        await window.until(lambda: not window.has("idea-first"))
        await window.tap("idea-goal")
        await window.see("step-new")

    on_device(tmp_path, story)


def test_not_this_one_and_back_again_and_never(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await with_a_bare_goal(device)
        window.page.navigate("/about")
        await window.tap("ideas-on")
        await window.until(lambda: suggesting.setting(opened(device)) == "on")
        window.page.navigate("/")
        await window.tap("idea-not-goal")
        await window.until(lambda: not window.has("idea-goal"))
        assert window.has("idea-first"), "the others stay"
        (hidden,) = (record["id"] for _, record in opened(device).records("suggestion"))
        suggesting.bring_back(opened(device), hidden)
        assert [one.kind.value for one in suggesting.ideas(opened(device))] == ["first", "goal"]
        window.page.navigate("/about")
        await window.tap("ideas-off")
        await window.until(lambda: suggesting.setting(opened(device)) == "off")
        window.page.navigate("/")
        await window.see("add")
        assert not window.has("ideas-ask")
        assert not window.has("idea-first")
        assert suggesting.ideas(opened(device)) == ()

    on_device(tmp_path, story)


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("age", sorted(set(AGES.values())))
def test_every_idea_says_what_and_why_at_every_age(reason: Reason, age: str) -> None:
    words = Words("en")
    facts = {"goal": "Swim", "step": "Float", "work": "Boat", "other": "Raft", "can": "I can swim",
             "words": "Water"}  # fmt: skip
    for count in (0, 1, 2):
        for part in ("do", "why"):
            said = words(f"student-suggest-{part}-{reason.value}", age=age, count=count, **facts)
            assert said[0] != "[", said
            assert "{" not in said
            assert len(said) <= LONGEST_WORDS, "an idea is read at a glance"


def test_the_words_of_a_search_are_ready_before_the_first_letter(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await window.until(lambda: opened(device).catalog._index is not None)

    on_device(tmp_path, story)


def test_a_teacher_sees_nothing_of_it() -> None:
    teacher = Actor(PersonId("t"), Role.TEACHER, teaches=frozenset({LearnerId("amy")}))
    for kind in ("suggestion", "suggestion_setting"):
        assert not may_see(teacher, "p/amy", kind, {"id": "x", "choice": "off"})
