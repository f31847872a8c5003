"""About me in a showcase, by touch: chosen, seen in the preview, and gone once it is hidden."""

from pathlib import Path

from portfolio_app.student import about_me, actions
from portfolio_app.student.actions import Source
from tests.student.screens.headless import Device, join_in, on_device
from tests.student.screens.test_goals import ids, opened
from tests.student.screens.test_progress import show


def test_a_child_tells_about_themself_in_a_showcase_and_takes_it_back(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        mine = opened(device)
        actions.add_work(mine, [Source("letter.txt", [b"Dear moon"])], "A letter")
        await show(window, device, "/showcases/new")
        await window.says(device.words("student-showcase-about-none"))
        boats = about_me.say(mine, "interests", "I like boats.", "family")
        about_me.say(mine, "strengths", "I can tie knots.", "teacher")
        await show(window, device, "/showcases/new")
        await window.see(f"tell-{boats}")
        assert ids(window, "tell-") == [f"tell-{boats}"]
        await window.type("showcase-title", "Best of")
        await window.tap((await window.until(lambda: ids(window, "choose-")))[0])
        await window.tap(f"tell-{boats}")
        await window.until(lambda: _is_chosen(window, boats))
        await window.tap("save-showcase")
        await window.says("I like boats.")
        await window.says(device.words("student-showcase-about"))
        assert "I can tie knots." not in window.texts()
        await window.tap("showcase-edit")
        await window.until(lambda: _is_chosen(window, boats))
        await window.tap("back")
        about_me.show_to(mine, boats, "me")
        await show(window, device, window.page.route)
        await window.until(lambda: "I like boats." not in window.texts())
        assert device.words("student-showcase-about") not in window.texts()

    on_device(tmp_path, story)


def _is_chosen(window: object, entry: str) -> bool:
    found = window.find_all("Semantics")  # type: ignore[attr-defined]
    return any(one.identifier == f"tell-{entry}" and one.selected for one in found)


def test_from_a_new_showcase_straight_to_another_nothing_of_the_new_one_comes_along(
    tmp_path: Path,
) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        mine = opened(device)

        def written() -> list[str]:
            return [one.value for one in window.find_all("TextField")]

        work = actions.add_work(mine, [Source("letter.txt", [b"Dear moon"])], "A letter")
        boats = actions.make_showcase(mine, "Boats", "They swim.", [work])
        await show(window, device, "/showcases/new")
        await window.type("showcase-title", "Half a name")
        await show(window, device, f"/showcases/{boats}/edit")
        await window.until(lambda: written() == ["Boats", "They swim."])
        await show(window, device, "/showcases/new")
        await window.until(lambda: written() == ["Half a name", ""])

    on_device(tmp_path, story)
