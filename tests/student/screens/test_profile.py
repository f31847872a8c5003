"""Who I am, by touch: said, shown to whom I choose, said anew, taken off, and looked at again."""

from pathlib import Path

from portfolio_app.student.about_me import profile
from tests.student.screens.headless import Device, join_in, on_device
from tests.student.screens.test_flows import first_beginning
from tests.student.screens.test_goals import ids, opened
from tests.student.screens.test_progress import show
from tests.student.test_own_tools import arrives


def test_it_is_said_hidden_said_anew_and_taken_off(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        window.page.navigate("/about")
        await window.tap("open-profile")
        await window.tap("topic-interests")
        await window.tap("starter-1")
        await window.type("entry-words", "I like boats.")
        await window.tap("seen-family")
        await window.tap("save-entry")
        await window.says(device.words("student-profile-now"))

        def entries() -> list[tuple[str, str]]:
            known = profile(opened(device)).now("interests")
            return [(one.words, one.visible) for one in known]

        assert entries() == [("I like boats.", "family")]
        still = first_beginning(window, "still-")
        entry = still.removeprefix("still-")
        await window.tap(f"seen-{entry}-me")
        await window.until(lambda: entries() == [("I like boats.", "me")])
        await window.until(lambda: any(
            one.identifier == f"seen-{entry}-me" and one.selected
            for one in window.find_all("Semantics")
        ))  # fmt: skip
        await window.tap(f"anew-{entry}")
        await window.type("entry-words", "I like bridges.")
        await window.tap("save-entry")
        await window.says(device.words("student-profile-before"))
        assert entries() == [("I like bridges.", "me")]
        assert "I like boats." in window.texts()
        await window.tap(first_beginning(window, "entry-off-"))
        await window.until(lambda: not entries())
        await window.tap((await window.until(lambda: ids(window, "put-back-")))[0])
        await window.until(lambda: entries() == [("I like bridges.", "me")])

    on_device(tmp_path, story)


def test_what_is_sensitive_is_never_offered_to_families(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        window.page.navigate("/about/profile/needs")
        await window.see("seen-me")
        assert ids(window, "seen-") == ["seen-me", "seen-teacher"]
        await window.says(device.words("student-profile-sensitive"))

    on_device(tmp_path, story)


def test_a_teachers_question_invites_and_notes_stand_apart(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        asking = {"topic": "strengths", "words": "What now?", "by": "Ms Ray", "at_ms": 5}
        arrives(opened(device), "profile_invitation", "e" * 32, asking)
        note = {"topic": "strengths", "words": "Explains well", "by": "Ms Ray", "at_ms": 6}
        arrives(opened(device), "profile_note", "d" * 32, note)
        await show(window, device, "/about/profile")
        asked = device.words("student-profile-asked-words", name="Ms Ray", words="What now?")
        await window.says(asked)
        await window.tap("invited-strengths")
        await window.says(device.words("student-profile-notes"))
        await window.says("Explains well")
        await window.type("entry-words", "I explain things.")
        await window.tap("save-entry")
        await window.until(lambda: asked not in window.texts())
        window.page.navigate("/about/profile")
        await window.see("topic-strengths")
        assert not window.has("invited-strengths")

    on_device(tmp_path, story)


def test_half_said_words_outlive_a_locked_screen(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        window.page.navigate("/about/profile/motivation")
        await window.type("entry-words", "I want to do it wh")
        window.page.navigate("/about/profile")
        await window.tap("topic-motivation")
        await window.until(
            lambda: "I want to do it wh" in [one.value for one in window.find_all("TextField")]
        )

    on_device(tmp_path, story)
