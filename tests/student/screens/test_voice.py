"""A voice: talking in three taps, saying it again, and what to do where nobody listens."""

import asyncio
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from portfolio_app.model.reflection import Subject
from portfolio_app.model.voice import RATE_HZ, SECOND_BYTES
from portfolio_app.student import recording
from portfolio_app.student.recording import Place
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, join_in, on_device

PART = "flet_audio_recorder"
SECOND = bytes([9, 3]) * RATE_HZ


class Microphone(ft.HapticFeedback):
    """Stands where the recorder of the client stands; a test says what it hears."""

    is_allowed = True
    on_stream: Any = None
    on_state_change: Any = None

    async def start_recording(self) -> bool:
        return self.is_allowed

    async def stop_recording(self) -> None:
        """A real one passes on what is left first."""


def lend(patch: pytest.MonkeyPatch, **facts: Any) -> list[Any]:
    """Lend the app a microphone; the list gets each one that it makes."""
    made: list[Any] = []
    kind = type("Lent", (Microphone,), facts)

    def make(configuration: Any, on_stream: Any, on_state_change: Any) -> Any:
        assert configuration["sample_rate"] == RATE_HZ
        microphone = kind()
        microphone.on_stream, microphone.on_state_change = on_stream, on_state_change
        made.append(microphone)
        return microphone

    part = SimpleNamespace(
        AudioRecorder=make,
        AudioRecorderConfiguration=dict,
        AudioEncoder=SimpleNamespace(PCM16BITS="pcm16bits"),
    )
    patch.setitem(sys.modules, PART, part)
    patch.setitem(sys.modules, "flet_audio", None)
    return made


def beginning(window: Window, prefix: str, *others: str) -> list[str]:
    """The test ids on the screen that begin so, but for some."""
    ids = [one.identifier or "" for one in window.find_all("Semantics")]
    return [one for one in ids if one.startswith(prefix) and one not in others]


async def begin(window: Window, made: list[Any], seconds: int, button: str) -> asyncio.Task[None]:
    """Tap a button that listens, and say something for so long. The tap ends with the recording."""
    tap = asyncio.create_task(window.tap(button))
    await window.see("voice-stop")
    for _ in range(seconds):
        await made[-1].on_stream(SimpleNamespace(chunk=SECOND))
    return tap


async def talk(window: Window, made: list[Any], seconds: int, button: str = "voice-start") -> None:
    """Say something for so long, and stop."""
    tap = await begin(window, made, seconds, button)
    await window.tap("voice-stop")
    await tap


def test_talking_is_three_taps_away_and_kept_when_it_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lend(monkeypatch)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await window.tap("add")
        await window.tap("add-voice")
        await talk(window, made, 3)
        await window.says(device.words("student-voice-again-how"))
        await talk(window, made, 1, "voice-again")
        await window.tap("voice-keep")
        await window.see("save-title")
        await window.says(device.words("student-voice-before"))

    on_device(tmp_path, story)


@pytest.mark.parametrize("facts", [{"is_allowed": False}, None])
def test_where_nobody_listens_there_is_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, facts: dict[str, Any] | None
) -> None:
    """Refused, and an app without a recorder."""
    if facts is None:
        monkeypatch.setitem(sys.modules, PART, None)
    else:
        lend(monkeypatch, **facts)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        window.page.navigate("/add/voice")
        if facts is not None:
            await window.tap("voice-start")
        await window.says(device.words("student-voice-missing"))
        device.gate.files["hum.wav"] = SECOND
        await window.pick("hum.wav", button="pick-sound")
        await window.see("save-title")

    on_device(tmp_path, story)


def test_a_locked_app_keeps_what_was_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = lend(monkeypatch)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await window.tap("add")
        await window.tap("add-voice")
        tap = await begin(window, made, 3, "voice-start")
        await window.tap("lock")
        await tap
        (face,) = await window.until(lambda: beginning(window, "who-", "who-new", "who-badge"))
        await window.tap(face)
        await window.press_pin("2580")
        await window.see("sending-state")
        assert not window.has("begun-voice-0")
        window.page.navigate("/works")
        await window.see("search")
        (work,) = await window.until(lambda: beginning(window, "work-"))
        await window.tap(work)
        await window.see("listen-0")

    on_device(tmp_path, story)


def test_a_thought_can_be_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = lend(monkeypatch)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await window.tap("add")
        device.gate.files["boat.jpg"] = make_photo(None, 0.05)
        await window.pick("boat.jpg")
        await window.tap("reflect")
        await window.tap("prompt-tricky")
        await talk(window, made, 2)
        await window.see("listen-thought-0")
        await window.type("reflection-words", "The mast.")
        await window.tap("save-reflection")
        await window.says("The mast.")
        await window.see("listen-thought-0")
        await window.tap("say-about")
        await talk(window, made, 1)
        await window.tap("voice-keep")
        await window.see("listen-note-0")

    on_device(tmp_path, story)


def test_a_thought_about_a_goal_can_be_said_written_to_and_put_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lend(monkeypatch)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        window.page.navigate("/goals/new")
        await window.type("new-goal-title", "Swim to the island")
        await window.tap("save-goal")
        await window.tap("think")
        await window.type("reflection-words", "The water is")
        await talk(window, made, 2)
        await window.see("listen-thought-0")
        await window.type("reflection-words", "The water is blue.")
        await window.tap("save-reflection")
        await window.says("The water is blue.")
        await window.see("listen-thought-0")
        # What was typed before it was said is part of it, and not of the next thought.
        await window.tap("think")
        await window.see("voice-start")
        assert "The water is blue." not in [one.value for one in window.find_all("TextField")]
        await window.tap("back")
        (thought,) = await window.until(lambda: beginning(window, "thought-"))
        await window.tap(thought)
        await window.tap("thought-bin")
        await window.says(device.words("student-think-none"))
        window.page.navigate("/goals")
        await window.tap("open-goal-bin")
        await window.tap(f"put-back-{thought.removeprefix('thought-')}")
        await window.says("The water is blue.")
        await window.see("listen-thought-0")

    on_device(tmp_path, story)


def test_what_broke_off_about_a_skill_is_kept_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A locked app ends it; what a killed one leaves is offered on Home and becomes a thought."""
    lend(monkeypatch)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        (holding,) = device.app._holdings._open.values()
        portfolio = holding.portfolio
        framework = portfolio.catalog.frameworks[0]
        ref = f"{framework.id}/{framework.competencies[-1].id}"
        place = Place(prompt="can_where", subject=Subject(competency=ref))
        recording.keep_piece(portfolio, recording.begin(portfolio, place), SECOND)
        await window.tap("lock")
        (face,) = await window.until(lambda: beginning(window, "who-", "who-new", "who-badge"))
        await window.tap(face)
        await window.press_pin("2580")
        await window.tap("begun-voice-0")
        await window.see("thought-bin")
        await window.see("listen-thought-0")
        assert window.page.route.startswith(f"/progress/{ref}/think/")

    on_device(tmp_path, story)


def test_a_second_is_a_second() -> None:
    assert len(SECOND) == SECOND_BYTES
