"""What the youngest see: a face for each level, one idea at a time, the picture before the rule."""

from pathlib import Path

import pytest

from portfolio_app.student import actions, suggesting
from portfolio_app.student.screens.faces import FACES, level_face
from tests.student.screens.headless import Device, join_in, on_device
from tests.student.screens.test_goals import ids, opened, set_goal
from tests.student.screens.test_progress import judged, show


@pytest.mark.parametrize("of", range(2, 9))
def test_faces_go_from_the_first_to_the_last_and_never_back(of: int) -> None:
    faces = [FACES.index(level_face(place, of).icon) for place in range(of)]  # type: ignore[attr-defined]
    assert (faces[0], faces[-1]) == (0, len(FACES) - 1)
    assert faces == sorted(faces)
    assert level_face(0, 1).icon is FACES[-1]  # type: ignore[attr-defined]


def test_the_youngest_see_faces_one_idea_and_the_picture_first(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await set_goal(window, "Build a raft")
        _, work = judged(opened(device), 0, 1)
        suggesting.choose(opened(device), "on")

        def faces() -> int:
            return sum(icon.icon in FACES for icon in window.find_all("Icon"))

        def count() -> int:
            return len([one for one in ids(window, "idea-") if "-not-" not in one])

        rule = device.words("student-rule-title")
        for band, is_youngest in (("8-10", False), ("5-7", True)):
            actions.set_about(opened(device), band=band)
            await show(window, device, "/")
            await window.until(lambda: count() == 1 if is_youngest else count() > 1)  # noqa: B023
            await show(window, device, "/progress")
            await window.says(rule)
            texts = window.texts()
            wheel = device.words("student-progress-shown")
            assert (texts.index(rule) > texts.index(wheel)) == is_youngest
            await show(window, device, f"/works/{work}/check")
            await window.see("level-1-1")
            await window.until(lambda: not window.has("idea-goal"))
            assert (faces() > 0) == is_youngest

    on_device(tmp_path, story)
