"""Adding for something: "Show it" from a skill or a step, and a goal that is about something."""

from functools import partial
from pathlib import Path

from portfolio_app.student import goals
from tests.student.screens.headless import Device, join_in, on_device
from tests.student.screens.test_goals import goals_of, ids, opened, set_goal
from tests.student.screens.test_progress import show
from tests.student.test_own_tools import linked_rubric

TEXT = b"Dear moon"


def test_show_it_from_a_skill_says_what_for_and_tags_the_new_work(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        _, _, ref = linked_rubric(opened(device))
        device.gate.files["letter.txt"] = TEXT
        window.page.navigate(f"/progress/{ref}")
        await window.tap("skill-add")
        competency = opened(device).catalog.competency(ref)
        assert competency is not None
        wording = competency.wording(opened(device).learner.band)
        await window.says(device.words("student-add-for", what=wording))
        await window.pick("letter.txt")
        await window.see("open-tags")
        (work,) = opened(device).works()
        await window.until(lambda: opened(device).works()[0].competencies == (ref,))
        assert str(window.page.route).startswith(f"/works/{work.id}")
        # The next work begins at home, and is for nothing special.
        window.page.navigate("/add")
        await window.pick("letter.txt")
        await window.until(lambda: len(opened(device).works()) == 2)
        assert [one.competencies for one in opened(device).works()].count(()) == 1

    on_device(tmp_path, story)


def test_show_it_from_a_step_puts_the_new_work_there(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        device.gate.files["letter.txt"] = TEXT
        goal_id = await set_goal(window, "Write to the moon", "One letter")
        (step,) = goals_of(device)[0].steps
        window.page.navigate(f"/goals/{goal_id}/{step.id}")
        await window.tap("add")
        await window.says(device.words("student-add-for", what="One letter"))
        await window.pick("letter.txt")
        await window.see("open-tags")
        (work,) = opened(device).works()
        await window.until(lambda: goals_of(device)[0].steps[0].evidence == (work.id,))
        # A step that is gone meanwhile keeps nobody from adding.
        goals.bin_step(opened(device), step.id)
        await show(window, device, f"/add?step={goal_id}%2F{step.id}")
        await window.pick("letter.txt")
        await window.until(lambda: len(opened(device).works()) == 2)

    on_device(tmp_path, story)


def test_a_goal_is_about_something_before_it_is_saved(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        window.page.navigate("/goals/new")
        await window.type("new-goal-title", "Write to the moon")
        await window.tap("goal-tags")
        await window.tap((await window.until(lambda: ids(window, "area-")))[0])
        chosen = (await window.until(lambda: _tags(ids(window, "tag-"))))[:2]
        for one in chosen:
            await window.tap(one)
            await window.until(partial(_is_chosen, window, one))
        await window.tap("tags-done")
        first, second = (one.removeprefix("tag-") for one in chosen)
        await window.tap(f"goal-untag-{first}")
        await window.until(lambda: ids(window, "goal-untag-") == [f"goal-untag-{second}"])
        await window.tap("save-goal")
        await window.see("step-new")
        (goal,) = goals_of(device)
        assert goal.title == "Write to the moon"
        assert [ref.rpartition("/")[2] for ref in goal.competencies] == [second]

    on_device(tmp_path, story)


def _tags(found: list[str]) -> list[str]:
    return [one for one in found if one != "tag-search"]


def _is_chosen(window: object, identifier: str) -> bool:
    found = window.find_all("Semantics")  # type: ignore[attr-defined]
    return any(one.identifier == identifier and one.selected for one in found)
