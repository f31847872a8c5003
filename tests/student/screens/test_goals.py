"""A learner's goals by touch: set, stepped through, stuck, helped, reached and told."""

from pathlib import Path
from typing import Any

import flet as ft
import pytest

from portfolio_app.model.goal import Goal
from portfolio_app.student import goals
from portfolio_app.student.portfolio import Portfolio
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import add_photo, first_beginning
from tests.student.test_own_tools import arrives

PHOTO_MEGAPIXELS = 0.3


@pytest.fixture(scope="module")
def photo() -> bytes:
    return make_photo(None, PHOTO_MEGAPIXELS)


def ids(window: Window, prefix: str) -> list[str]:
    names = [one.identifier or "" for one in window.find_all("Semantics")]
    return [name for name in names if name.startswith(prefix)]


async def set_goal(window: Window, title: str, *steps: str) -> str:
    window.page.navigate("/goals/new")
    await window.type("new-goal-title", title)
    if steps:
        await window.type("new-goal-step", steps[0])
    await window.tap("save-goal")
    await window.see("step-new")
    for step in steps[1:]:
        await window.type("step-new", step)
        await window.tap("step-add")
        await window.says(step)
    return str(window.page.route).rpartition("/")[2]


def opened(device: Device) -> Portfolio:
    """What the window has open, for a record that comes from school."""
    (holding,) = device.app._holdings._open.values()
    return holding.portfolio


def goals_of(device: Device) -> tuple[Goal, ...]:
    return goals.goals(opened(device))


def test_a_goal_from_the_empty_place_to_its_story(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "Me in the water")
        window.page.navigate("/goals")
        await window.says(device.words("student-goals-first-title"))
        goal = await set_goal(window, "Swim on my own", "Float")

        step = (await window.until(lambda: ids(window, "finish-")))[0].removeprefix("finish-")
        await window.tap(f"step-{step}")
        await window.see("step-finish")
        await window.tap(first_beginning(window, "choose-"))
        await window.until(lambda: any(
            one.selected and (one.identifier or "").startswith("choose-")
            for one in window.find_all("Semantics")
        ))  # fmt: skip
        await window.tap("step-finish")
        await window.says(device.words("student-steps-done"))

        await window.tap("going-well")
        await window.type("check-in-words", "I floated!")
        await window.tap("save-check-in")
        await window.says("I floated!")

        await window.tap("goal-reached")
        await window.tap("starter-1")
        await window.type("goal-story", "It began at the lake.")
        await window.tap("save-reached")
        await window.see(f"way-{goal}")
        for words in ("It began at the lake.", "Float", "I floated!"):
            await window.says(words)
        assert ids(window, "way-work-")

    on_device(tmp_path, story)


def test_more_open_steps_than_the_age_allows_wait_with_a_kind_word(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await set_goal(window, "Read a long book", "One", "Two", "Three", "Four")
        full = device.words("student-steps-full", open=3, most=3)
        await window.says(full)
        assert not ids(window, "begin-")
        finished = ids(window, "finish-")
        assert len(finished) == 3
        await window.tap(finished[0])
        await window.until(lambda: full not in window.texts())
        begin = (await window.until(lambda: ids(window, "begin-")))[0]
        await window.tap(begin)
        await window.says(full)

    on_device(tmp_path, story)


def test_stuck_is_said_and_taken_back(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await set_goal(window, "Tie my shoes")
        await window.tap("going-stuck")
        await window.tap("save-check-in")
        await window.says(device.words("student-going-stuck-alone"))
        window.page.navigate("/goals")
        await window.says(device.words("student-going-is-stuck"))
        await window.tap(first_beginning(window, "goal-"))
        await window.tap("going-slowly")
        await window.tap("save-check-in")
        await window.until(lambda: device.words("student-going-stuck-alone") not in window.texts())

    on_device(tmp_path, story)


@pytest.mark.parametrize("answer", ["idea-accept", "idea-decline"])
def test_an_idea_of_the_coach_is_the_learners_to_take(tmp_path: Path, answer: str) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        goal = await set_goal(window, "Swim", "Swim a lap")
        portfolio = opened(device)
        fields: dict[str, Any] = {
            "goal": goal, "steps": ["Hold the board", "Kick"], "words": "Small first",
            "by": "Ms Ray", "at_ms": 5,
        }  # fmt: skip
        arrives(portfolio, "proposal", "e" * 32, fields)
        # The next thing the learner does reads the store again, as sending would.
        await window.type("step-new", "Breathe")
        await window.tap("step-add")
        await window.says("Small first")
        await window.type("idea-words", "Thank you")
        await window.tap(answer)
        await window.until(lambda: not window.has(answer))
        taken = answer == "idea-accept"
        await window.says("Breathe")
        assert ("Kick" in window.texts()) is taken

    on_device(tmp_path, story)


def test_a_thought_about_a_goal_is_kept_and_changed(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await set_goal(window, "Swim")
        await window.tap("think")
        await window.tap("prompt-goal_hard")
        await window.tap("starter-1")
        await window.type("reflection-words", "It is hard to breathe.")
        await window.tap("save-reflection")
        await window.says("It is hard to breathe.")
        await window.tap(first_beginning(window, "thought-"))
        await window.type("reflection-words", "Breathing is better now.")
        await window.tap("save-reflection")
        await window.says("Breathing is better now.")
        assert len(ids(window, "thought-")) == 1

    on_device(tmp_path, story)


def test_steps_are_moved_and_taken_off_by_buttons(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        goal = await set_goal(window, "Swim", "First", "Second")
        names = ids(window, "step-")
        second = [one for one in names if len(one) == len("step-") + 32][1]
        await window.tap(second)
        await window.tap("step-up")
        await window.until(lambda: window.has("step-down") and not window.has("step-up"))
        window.page.navigate(f"/goals/{goal}")
        await window.until(lambda: "First" in window.texts())
        shown = [text for text in window.texts() if text in {"First", "Second"}]
        assert shown == ["Second", "First"]
        await window.tap(second)
        await window.tap("step-bin")
        await window.until(lambda: "Second" not in window.texts())

    on_device(tmp_path, story)


def test_every_part_to_tap_has_room_for_a_finger_and_a_name(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await set_goal(window, "Swim", "Float")
        for icon in window.find_all("IconButton"):
            assert isinstance(icon.icon, ft.Icon)
            assert icon.icon.semantics_label
            assert icon.size_constraints.min_width >= 48

    on_device(tmp_path, story)


def test_a_goal_is_about_something_i_can_and_comes_back_from_the_bin(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        goal = await set_goal(window, "Draw a newt")
        await window.tap("goal-tags")
        await window.type("tag-search", "look closely")
        tags = await window.until(
            lambda: [one for one in ids(window, "tag-") if one != "tag-search"]
        )
        await window.tap(tags[0])
        await window.until(lambda: goals_of(device)[0].competencies)
        await window.tap("tags-done")
        item = tags[0].removeprefix("tag-")
        await window.see(f"goal-tag-{item}")

        await window.tap("goal-bin")
        await window.tap("open-goal-bin")
        await window.tap(f"put-back-{goal}")
        await window.says(device.words("student-bin-empty"))
        assert [one.id for one in goals_of(device)] == [goal]
        window.page.navigate(f"/goals/{goal}/tags")
        await window.type("tag-search", "look closely")
        await window.tap(tags[0])
        await window.until(lambda: not goals_of(device)[0].competencies)

    on_device(tmp_path, story)
