"""Checking my own work by touch: levels, why, where it shows, later, again, and both sides."""

from pathlib import Path
from typing import Any

import flet as ft
import pytest

from portfolio_app.model.assessment import Rating
from portfolio_app.model.judging import Begun, draft_id, write_begun
from portfolio_app.student import actions, judging
from portfolio_app.student.actions import Source
from portfolio_app.student.screens.pin_add import read_time_ms
from portfolio_app.student.screens.pins import time_words
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import add_photo, first_beginning
from tests.student.screens.test_goals import ids, opened
from tests.student.screens.test_progress import show
from tests.student.test_own_tools import arrives, letter, linked_rubric

PHOTO_MEGAPIXELS = 0.3
CLASS = "c/" + "a" * 32


@pytest.fixture(scope="module")
def photo() -> bytes:
    return make_photo(None, PHOTO_MEGAPIXELS)


async def open_pin(window: Window) -> None:
    await window.see("check-later")
    buttons = [one for one in ids(window, "pin-") if not one.startswith("pin-off")]
    await window.tap(buttons[0])
    await window.see("pin-keep")


async def touch_picture(window: Window, x: float, y: float) -> None:
    """Touch the picture at these shares of its width and height."""
    detector = next(one for one in window.find_all("GestureDetector") if one.on_tap_down)
    place = {"x": x * detector.content.width, "y": y * detector.content.height}
    await window._fire(detector, "tap_down", {"l": place})


async def to_the_last_line(window: Window) -> None:
    """On a phone one line is shown at a time."""
    number = 1
    while not window.has("save-check"):
        await window.tap("check-next")
        number += 1
        await window.says(f"Step {number} of")


@pytest.mark.parametrize("way", ["touch", "keys"])
def test_a_place_in_a_picture_is_pinned_by_touch_and_by_named_places(
    tmp_path: Path, photo: bytes, way: str
) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await add_photo(device, window, photo, "My boat")
        await window.tap("open-check")
        await window.tap("level-1-2")
        await open_pin(window)
        await window.tap("pin-keep")
        await window.says(device.words("student-pin-touch"))
        if way == "touch":
            await touch_picture(window, 0.9, 0.1)
        else:
            await window.tap("place-top-right")
            await window.tap("pin-right")
        await window.says(device.words("student-place-in-top-right"))
        await window.type("pin-note", "The flag")
        await window.tap("pin-keep")
        where = device.words("student-pin-picture", place="top right")
        await window.says(f"{where}. The flag")
        await to_the_last_line(window)
        await window.tap("save-check")
        await window.says(f"{where}. The flag")
        work = opened(device).works()[0]
        ((pin,),) = work.self_assessments[-1].pins.values()
        assert pin.file == work.files[0].id
        assert pin.place is not None
        assert pin.place[0] > 2 / 3
        assert pin.place[1] < 1 / 3

    on_device(tmp_path, story)


def test_a_time_in_a_recording_is_pinned(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        portfolio = opened(device)
        work = actions.add_work(portfolio, [Source("song.mp3", [b"ID3" + bytes(64)])], "My song")
        file = portfolio.existing_work(work).files[0]
        rubric, criterion, _ = linked_rubric(portfolio)
        await show(window, device, f"/works/{work}/check/{rubric.id}/pin/{criterion.id}")
        assert file.media_type.startswith("audio/")
        await window.type("pin-start", "soon")
        await window.tap("pin-keep")
        await window.says(device.words("student-pin-no-time"))
        await window.type("pin-start", "0:30")
        await window.type("pin-end", "1:05")
        await window.tap("pin-keep")
        await window.says(device.words("student-pin-time", time="0:30–1:05"))
        await window.tap(first_beginning(window, "pin-off-"))
        await window.until(lambda: not ids(window, "pin-off-"))

    on_device(tmp_path, story)


def test_a_time_is_read_as_it_is_shown() -> None:
    assert [read_time_ms(text) for text in ("0:30", "30", " 1:05 ", "")] == [
        30_000, 30_000, 65_000, None,
    ]  # fmt: skip
    assert [read_time_ms(text) for text in ("a:30", "1:", "-1", "1:2:3", "²")] == [None] * 5
    assert [time_words(at_ms) for at_ms in (0, 65_999, 600_000)] == ["0:00", "1:05", "10:00"]


def test_a_check_is_put_aside_and_taken_up_again(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My boat")
        await window.tap("open-check")
        await window.type("why-1", "It swims")
        await window.tap("check-later")
        await window.says(device.words("student-check-go-on"))
        (draft,) = judging.drafts(opened(device))
        assert [one.why for one in draft.newest.ratings.values()] == ["It swims"]
        assert not opened(device).works()[0].self_assessments
        await window.tap("open-check")
        await window.until(
            lambda: "It swims" in [one.value for one in window.find_all("TextField")]
        )
        await window.tap("level-1-1")
        await window.tap("save-check")
        await window.says("“It swims”")
        assert not judging.drafts(opened(device))

    on_device(tmp_path, story)


def test_all_checks_stand_in_a_row_with_the_teachers_beside_mine(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        portfolio = opened(device)
        rubric, criterion, _ = linked_rubric(portfolio)
        work = letter(portfolio)
        names = [level.name for level in criterion.levels]
        for place in (0, 1):
            level = criterion.levels[place].id
            actions.assess(portfolio, work, rubric.id, {criterion.id: Rating(level, f"W{place}")})
        feedback: dict[str, Any] = {
            "artifact": work, "rubric": rubric.id, "by": "Ms Ray", "at_ms": 9 * 10**12,
            "ratings": {criterion.id: {"level": criterion.levels[-1].id, "why": "Clear"}},
        }  # fmt: skip
        arrives(portfolio, "feedback", "d" * 32, feedback)
        await show(window, device, f"/works/{work}")
        await window.tap("open-checks")
        then_now = device.words("student-checks-then-now", first=names[0], now=names[1])
        await window.says(then_now)
        await window.says("“W0”")
        await window.says("Clear")
        await window.says(device.words("student-difference-teacher-saw-more"))

    on_device(tmp_path, story)


def test_where_the_class_seals_the_learner_is_told(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My boat")
        sealed = device.words("student-check-sealed")
        work = opened(device).works()[0].id
        await window.tap("open-check")
        await window.see("save-check")
        assert sealed not in window.texts()
        rules = {"seals_self_assessment": True, "at_ms": 5}
        arrives(opened(device), "class_rules", "b" * 32, rules, CLASS)
        await show(window, device, f"/works/{work}")
        await window.tap("open-check")
        await window.says(sealed)
        await window.tap("level-1-1")
        await window.tap("save-check")
        await window.see("open-checks")
        await window.says(sealed)

    on_device(tmp_path, story)


def test_two_works_stand_side_by_side_the_older_first(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(820, 1180)
        await join_in(window)
        old = letter(opened(device), "Old letter")
        new = letter(opened(device), "New letter")
        await show(window, device, f"/works/{new}")
        await window.tap("open-two")
        await window.tap(f"choose-{old}")
        await window.until(lambda: not next(
            one for one in window.find_all("FilledButton")
        ).disabled)  # fmt: skip
        await window.tap("two-look")
        await window.see("prompt-compare_new")
        shown = [text for text in window.texts() if text in {"Old letter", "New letter"}]
        assert shown[-2:] == ["Old letter", "New letter"]
        await window.type("reflection-words", "The new one is longer.")
        await window.tap("save-reflection")
        await window.says("The new one is longer.")
        window.page.navigate(f"/works/{old}")
        await window.until(lambda: window.page.route == f"/works/{old}")
        await window.says("The new one is longer.")

    on_device(tmp_path, story)


def test_more_questions_come_by_kind(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My boat")
        await window.tap("reflect")
        await window.tap("kind-stars")
        await window.tap("prompt-wish")
        await window.type("reflection-words", "I wish it had a sail.")
        await window.tap("save-reflection")
        await window.says("I wish it had a sail.")
        assert opened(device).works()[0].reflections[-1].prompt == "wish"

    on_device(tmp_path, story)


def test_nobody_has_to_see_colours_to_know_what_is_chosen(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My boat")
        await window.tap("open-check")
        await open_pin(window)
        await window.tap("place-middle-middle")
        await window.until(lambda: [
            one for one in window.find_all("Semantics")
            if one.identifier == "place-middle-middle" and one.selected
        ])  # fmt: skip
        icons = [one.icon for one in window.find_all("Icon")]
        assert ft.Icons.CHECK_ROUNDED in icons

    on_device(tmp_path, story)


def test_a_check_begun_on_two_devices_goes_on_as_the_learner_says(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        portfolio = opened(device)
        work_id = letter(portfolio)
        rubric, criterion, competency = linked_rubric(portfolio)
        actions.tag(portfolio, work_id, competency)
        first, last = criterion.levels[0], criterion.levels[-1]
        here = Begun({criterion.id: Rating(first.id, "so far")})
        judging.keep_draft(portfolio, work_id, rubric.id, here)
        there = write_begun(Begun({criterion.id: Rating(last.id, "on the tablet")}))
        draft = draft_id(work_id, rubric.id)
        arrives(portfolio, "self_assessment_draft", draft, {
            "artifact": work_id, "rubric": rubric.id, "begun": there, "at_ms": 1,
        })  # fmt: skip
        assert len(judging.drafts(portfolio)[0].versions) == 2
        await show(window, device, f"/works/{work_id}/check/{rubric.id}")
        await window.says(device.words("student-check-two"))
        versions = judging.drafts(portfolio)[0].versions
        wanted = next(n for n, one in enumerate(versions, 1) if one != here)
        await window.tap(f"check-version-{wanted}")
        await window.until(lambda: not window.has("check-version-1"))
        (left,) = judging.drafts(portfolio)[0].versions
        assert left.ratings[criterion.id] == Rating(last.id, "on the tablet")
        place = rubric.criteria.index(criterion) + 1
        level = f"level-{place}-{len(criterion.levels)}"
        await window.until(lambda: any(
            one.identifier == level and one.selected for one in window.find_all("Semantics")
        ))  # fmt: skip

    on_device(tmp_path, story)
