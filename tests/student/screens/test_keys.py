"""A learner's own keys: a badge, the paper for home, somebody, and what helps who forgot."""

import asyncio
import re
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from portfolio_app.errors import TooManyTries
from portfolio_app.locales import Words
from portfolio_app.sealing.codes import CODE_LENGTH, code_of
from portfolio_app.student.local_gate import PAGES_PATH, WebGate
from portfolio_app.student.local_server import local_api
from portfolio_app.student.screens.code_line import CODE_LETTERS
from portfolio_app.student.screens.key_pages import Printed, badge_page, sheet_page
from portfolio_app.student.screens.secret_pad import SecretEntry
from portfolio_app.student.screens.who import named_faces
from portfolio_app.student.state import AppState, Face
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import choose_face
from tests.student.screens.test_local_server import GOOD, client

PIN, NEW_PIN = "2580", "7410"


async def make_code(window: Window, kind: str, pin: str = PIN) -> str:
    """Make a badge or a paper, as a child would, and read what is on it."""
    window.page.navigate("/about/keys")
    await window.tap(f"key-{kind}")
    await window.press_pin(pin)
    shown = await window.see("key-code")
    code: str = shown.label  # type: ignore[attr-defined]
    return code


async def lock(window: Window) -> None:
    await window.tap("lock")
    await window.see("who-new")


async def forget(window: Window, kind: str, code: str) -> None:
    """Say that the secret is forgotten and bring a code."""
    await choose_face(window)
    await window.tap("forgot")
    await window.tap(f"forgot-{kind}")
    await window.type("code", code)
    await window.tap("code-done")


@pytest.mark.parametrize("kind", ["badge", "recovery"])
def test_who_forgot_sets_a_new_secret_by_a_code(tmp_path: Path, kind: str) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        code = await make_code(window, kind)
        assert re.fullmatch(r"(\S{3}-){8}\S{3}", code)
        await window.tap("key-done")
        await window.says(device.words(f"student-key-{kind}-is-there"))
        await lock(window)

        await forget(window, kind, code.lower().replace("-", " "))
        await window.says(device.words("student-forgot-right"))
        await window.press_pin(NEW_PIN)
        await window.says(device.words("student-new-secret-again"))
        await window.press_pin(NEW_PIN)
        await window.see("add")
        await lock(window)

        await choose_face(window)
        await window.press_pin(PIN)
        await window.says(device.words("student-error-wrong-secret"))
        await window.press_pin(NEW_PIN)
        await window.see("add")

    on_device(tmp_path, story)


def test_a_wrong_code_is_refused_in_words_and_opens_nothing(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        old = await make_code(window, "recovery")
        await window.tap("key-done")
        await make_code(window, "recovery")
        await lock(window)
        await forget(window, "recovery", old)
        await window.says(device.words("student-code-wrong-recovery"))
        await window.type("code", code_of(bytes(16))[:-1])
        await window.tap("code-done")
        await window.says(device.words("student-code-mistyped"))
        await window.type("code", "")
        await window.tap("code-done")
        await window.says(device.words("student-code-missing"))
        assert not window.has("pin-1")
        assert not window.has("add")

    on_device(tmp_path, story)


def test_a_badge_says_by_itself_whose_it_is(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window, "Mia")
        await make_code(window, "badge")
        await lock(window)
        await join_in(window, "Ben", "bear", "7777")
        code = await make_code(window, "badge", "7777")
        await lock(window)
        await window.tap("who-badge")
        await window.type("code", code_of(bytes(16)))
        await window.tap("code-done")
        await window.says(device.words("student-code-wrong-badge"))
        await window.type("code", code)
        await window.tap("code-done")
        await window.see("add")
        await window.says("Ben")

    on_device(tmp_path, story)


def test_who_locked_with_a_key_on_the_screen_begins_at_home(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await make_code(window, "badge")
        await lock(window)
        await choose_face(window)
        await window.press_pin(PIN)
        await window.until(lambda: window.page.route == "/")
        await window.see("add")
        window.page.navigate("/works")
        await window.until(lambda: window.page.route == "/works")
        await lock(window)
        await choose_face(window)
        await window.press_pin(PIN)
        await window.until(lambda: window.page.route == "/works")

    on_device(tmp_path, story)


def test_nobody_makes_a_badge_at_a_tablet_left_open(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        for deed in ("secret", "badge", "recovery", "hide"):
            window.page.navigate("/about/keys")
            await window.tap(f"key-{deed}")
            await window.press_pin("0000")
            await window.says(device.words("student-error-wrong-secret"))
            await window.tap("back")
            await window.see(f"key-{deed}")
        assert not window.has("key-code")
        assert device.gate.pages == {}

    on_device(tmp_path, story)


def test_a_printed_page_is_there_only_while_it_is_shown(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        code = await make_code(window, "recovery")
        await window.see("key-print")
        (page,) = device.gate.pages.values()
        assert all(group in page for group in code.split("-"))
        assert "Mia" in page
        await window.tap("key-name")
        await window.until(lambda: any("Mia" not in one for one in device.gate.pages.values()))
        await window.until(lambda: len(device.gate.pages) == 1)
        await lock(window)
        await window.until(lambda: device.gate.pages == {})

    on_device(tmp_path, story)


def test_somebody_stays_somebody_until_they_want_otherwise(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        window.page.navigate("/about/keys")
        await window.tap("key-hide")
        await window.press_pin(PIN)
        await window.says(device.words("student-key-hide-is-there"))
        # A new picture is the learner's own, not the door's.
        window.page.navigate("/about")
        await window.tap("about-avatar-bear")
        await lock(window)
        assert device.words("student-somebody") in window.texts()
        assert "Mia" not in window.texts()
        await choose_face(window)
        await window.says(device.words("student-unlock-hello-somebody"))
        await window.press_pin(PIN)
        await window.see("add")
        window.page.navigate("/about/keys")
        await window.tap("key-hide")
        await window.press_pin(PIN)
        await window.see("key-hide")
        await lock(window)
        assert "Mia" in window.texts()

    on_device(tmp_path, story)


def test_a_secret_is_bound_only_where_something_else_opens_too(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        window.page.navigate("/about/keys")
        await window.says(device.words("student-key-bind-needs"))
        assert not window.has("key-bind")
        await make_code(window, "badge")
        await window.tap("key-done")
        await window.tap("key-bind")
        await window.press_pin(PIN)
        await window.says(device.words("student-key-bind-is-there"))
        await lock(window)
        await choose_face(window)
        await window.press_pin(PIN)
        await window.see("add")
        # With this device's part gone, the words say what helps, and the badge does.
        await lock(window)
        for kept in (tmp_path / "device").glob("secret-*"):
            kept.unlink()
        await choose_face(window)
        await window.press_pin(PIN)
        await window.says(device.words("student-error-device-secret-missing"))

    on_device(tmp_path, story)


def test_the_secret_is_changed_by_typing_the_new_one_twice(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        window.page.navigate("/about/keys")
        await window.tap("key-secret")
        await window.press_pin(PIN)
        await window.says(device.words("student-key-new-secret"))
        await window.press_pin(NEW_PIN)
        await window.says(device.words("student-new-secret-again"))
        await window.press_pin("9999")
        await window.says(device.words("student-new-secret-differs"))
        await window.press_pin(NEW_PIN)
        await window.says(device.words("student-new-secret-again"))
        await window.press_pin(NEW_PIN)
        await window.see("key-secret")
        await lock(window)
        await choose_face(window)
        await window.press_pin(NEW_PIN)
        await window.see("add")

    on_device(tmp_path, story)


def test_without_a_badge_or_paper_the_words_are_kind(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await lock(window)
        await choose_face(window)
        await window.tap("forgot")
        await window.says(device.words("student-forgot-nothing"))
        await window.tap("back")
        await window.see("pin-1")

    on_device(tmp_path, story)


def test_five_wrong_secrets_begin_a_wait_that_counts_down(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await lock(window)
        await choose_face(window)
        for _ in range(5):
            await window.press_pin("0000")
            await window.says(device.words("student-error-wrong-secret"))
        await window.press_pin("0000")
        await window.says(device.words("student-wait-why"))
        await window.says(device.words("student-wait-seconds", minutes=0, seconds=29))
        await window.tap("pin-1")
        await window.says(device.words("student-wait-why"))
        await window.tap("forgot")
        await window.says(device.words("student-forgot-title"))

    on_device(tmp_path, story)


def test_a_wait_ends_and_then_keys_work_again() -> None:
    async def story() -> None:
        app, entry = AppState(words=Words("en")), SecretEntry()
        entry.refuse(app, TooManyTries("Wait.", 1))
        assert (entry.wait_seconds, entry.problem) == (1, app.words("student-wait-why"))
        await entry.count_down()
        assert (entry.wait_seconds, entry.problem) == (0, "")

    asyncio.run(story())


def test_a_left_wait_stops_counting() -> None:
    async def story() -> None:
        entry = SecretEntry()
        entry.refuse(AppState(words=Words("en")), TooManyTries("Wait.", 900))
        entry.leave()
        await asyncio.wait_for(entry.count_down(), 5)

    asyncio.run(story())


def test_pages_to_print_escape_every_word_and_load_nothing_from_elsewhere() -> None:
    words, code = Words("en"), code_of(bytes(range(16)))
    evil = Printed(code, "Mar 4, 2026", "<img src=x onerror=alert(1)>", '/a.svg"><script>')
    for page in (badge_page(words, evil), sheet_page(words, evil)):
        assert "<img src=x" not in page
        assert page.count("<script>") == 1
        assert not re.findall(r"https?://(?!www\.w3\.org)", page)
        assert "[student-" not in page
        assert all(group in page for group in code.split("-"))
    nameless = sheet_page(words, Printed(code, "Mar 4, 2026"))
    assert words("student-sheet-title") in nameless


def test_a_lent_page_is_behind_the_guard_and_goes_when_it_is_taken_back() -> None:
    async def story() -> None:
        gate = WebGate(1 << 20)
        address = gate.lend_page("<p>code</p><script>1</script>")
        async with client(local_api(gate)) as browser:
            answer = await browser.get(address, headers=GOOD)
            assert answer.text == "<p>code</p><script>1</script>"
            assert answer.headers["cache-control"] == "no-store"
            assert (await browser.get(f"{PAGES_PATH}/guessed")).status_code == 404
            gate.take_page_back(address)
            assert (await browser.get(address)).status_code == 404

    asyncio.run(story())


def test_those_who_show_no_name_are_counted() -> None:
    app = AppState(words=Words("en"))
    faces = tuple(Face(str(n), name, "", "8-10") for n, name in enumerate(("", "", "Mia")))
    assert [name for _, name in named_faces(app, faces)] == ["Somebody 1", "Somebody 2", "Mia"]
    assert [name for _, name in named_faces(app, faces[1:])] == ["Somebody", "Mia"]


def test_a_code_has_as_many_letters_as_the_screens_say() -> None:
    assert CODE_LETTERS == CODE_LENGTH


def test_every_button_of_the_keys_has_a_name(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390)
        await join_in(window)
        await make_code(window, "badge")
        _named_buttons(window)
        await window.tap("key-done")
        await window.see("key-hide")
        _named_buttons(window)

    on_device(tmp_path, story)


def _named_buttons(window: Window) -> None:
    for button in window.find_all("IconButton"):
        icon: Any = button.icon
        assert isinstance(icon, ft.Icon)
        assert icon.semantics_label
