"""What a learner can, by touch: evidence, both views, the rule in words, pictures and tables."""

from pathlib import Path

from portfolio_app.model.assessment import Rating
from portfolio_app.student import actions, goals
from portfolio_app.student.portfolio import Portfolio
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_goals import ids, opened
from tests.student.test_own_tools import arrives, letter, linked_rubric

TEACHER = "d" * 32


def judged(portfolio: Portfolio, *levels: int) -> tuple[str, str]:
    """Works judged by the learner at these levels; the competency and the newest work."""
    rubric, criterion, ref = linked_rubric(portfolio)
    work = ""
    for number, place in enumerate(levels):
        work = letter(portfolio, f"Letter {number}")
        actions.tag(portfolio, work, ref)
        level = criterion.levels[place].id
        actions.assess(portfolio, work, rubric.id, {criterion.id: Rating(level, "Look")})
    return ref, work


async def show(window: Window, device: Device, route: str) -> None:
    """Read the store again, as sending would, and go there."""
    await next(iter(device.app._sessions)).refresh()
    window.page.navigate(route)


def test_with_nothing_shown_the_page_says_what_to_do_and_no_level(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        window.page.navigate("/progress")
        await window.says(device.words("student-progress-none-title"))

    on_device(tmp_path, story)


def test_a_wanted_competency_without_evidence_has_no_level(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        portfolio = opened(device)
        _, criterion, ref = linked_rubric(portfolio)
        goals.make_goal(portfolio, "Learn it", competencies=[ref])
        await show(window, device, "/progress")
        item = ref.rpartition("/")[2]
        await window.see(f"skill-{item}")
        levels = {level.name for level in criterion.levels}
        assert device.words("student-progress-nothing-yet") in window.texts()
        await window.tap(f"skill-{item}")
        await window.says(device.words("student-progress-show-it"))
        assert not levels.intersection(window.texts())
        await window.tap("skill-goal")
        await window.see("new-goal-title")

    on_device(tmp_path, story)


def test_both_views_growth_and_the_table_beside_it(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        portfolio = opened(device)
        rubric, criterion, _ = linked_rubric(portfolio)
        ref, work = judged(portfolio, 0, 1)
        names = [level.name for level in criterion.levels]
        arrives(portfolio, "feedback", TEACHER, {
            "artifact": work, "rubric": rubric.id, "by": "Ms Ray", "at_ms": 9 * 10**12,
            "ratings": {criterion.id: {"level": criterion.levels[-1].id, "why": ""}},
        })  # fmt: skip
        await show(window, device, "/progress")
        await window.says(device.words("student-rule-latest", percent=65))
        await window.says(device.words("student-progress-mine", level=names[1]))
        await window.says(device.words("student-progress-theirs", level=names[-1]))
        assert any(device.words("student-enough-pieces", count=3) in text
                   for text in window.texts())  # fmt: skip

        twin = next(one for one in ids(window, "twin-wheel-"))
        await window.tap(twin)
        await window.until(lambda: window.find_all("DataTable"))

        await window.tap(f"skill-{ref.rpartition('/')[2]}")
        await window.says(device.words("student-grew-learner-more"))
        await window.says(device.words("student-missing-pieces", count=1).split(",")[0])
        (chart,) = window.find_all("LineChart")
        said = [point.tooltip.text for side in chart.data_series for point in side.points]
        assert len(said) == 3
        assert all(names[at] in text for at, text in zip((0, 1, -1), said, strict=True))
        await window.tap("twin-growth")
        await window.until(lambda: window.find_all("DataTable"))
        assert window.texts().count("Letter 0") >= 2
        await window.tap("twin-growth")
        # A tap on a mark opens what was judged; one beside all marks opens nothing.
        for spots in (
            [],
            [{"bar_index": -1, "spot_index": -1}],
            [{"bar_index": 0, "spot_index": 1}],
        ):
            (chart,) = await window.until(lambda: window.find_all("LineChart"))
            await window._fire(chart, "event", {"type": "tapUp", "spots": spots})
        await window.see("save-title")
        assert str(window.page.route) == f"/works/{work}"
        window.page.navigate(f"/progress/{ref}")
        await window.tap(f"evidence-{work}")
        await window.see("save-title")

    on_device(tmp_path, story)


def test_a_thought_about_something_i_can(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        ref, _ = judged(opened(device), 1)
        await show(window, device, f"/progress/{ref}")
        await window.tap("think")
        await window.type("reflection-words", "You can see it in my letter.")
        await window.tap("save-reflection")
        await window.says("You can see it in my letter.")

    on_device(tmp_path, story)


def test_where_it_was_made_counts_as_another_place(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        ref, work = judged(opened(device), 1, 1, 1)
        missing = device.words("student-missing-contexts", count=1)
        await show(window, device, f"/progress/{ref}")
        await window.says(missing)
        await window.tap(f"evidence-{work}")
        await window.tap("made-in-home")
        await window.until(lambda: opened(device).existing_work(work).setting == "home")
        window.page.navigate(f"/progress/{ref}")
        await window.says(device.words("student-progress-enough"))
        assert missing not in window.texts()

    on_device(tmp_path, story)
