"""Who forgot asks the school: by a question that is sent, or by one that is shown as a code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio_app.errors import SchoolUnreachable
from portfolio_app.sealing.hpke import new_private_key, public_key_of
from portfolio_app.sealing.recovery_texts import answer_text, read_question
from portfolio_app.sealing.school_recovery import RecoveryRequest, answer_request, open_answer
from portfolio_app.student.recovery import Asking, AskRefused, Pending, QuestionOver
from portfolio_app.student.screens import ask_school
from portfolio_app.student.vault.slots import SchoolAnswer
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import choose_face

PIN, NEW_PIN = "2580", "7410"
ADDRESS = "https://school.example"
PRIVATE = new_private_key()


async def lock_with_a_school(device: Device, window: Window) -> str:
    """A learner whose school can open the vault, at the door of the school's help."""
    await join_in(window)
    vaults = device.app._holdings.vaults
    vault_id = vaults.list()[0].id
    vaults.ways.set_school_key(vault_id, public_key_of(PRIVATE), now_ms=1)
    await window.tap("lock")
    await go_to_help(window)
    return vault_id


async def go_to_help(window: Window) -> None:
    await window.see("who-new")
    await choose_face(window)
    await window.tap("forgot")
    await window.tap("forgot-school")


async def begin_again(device: Device, window: Window) -> None:
    await window.says(device.words("student-forgot-right"))
    await window.press_pin(NEW_PIN)
    await window.says(device.words("student-new-secret-again"))
    await window.press_pin(NEW_PIN)
    await window.see("add")


def waiting(device: Device, vault_id: str) -> Pending:
    found = device.app._holdings.asking.pending(vault_id)
    assert found is not None
    return found


def school_that(answer: Callable[[Pending], SchoolAnswer | None]) -> Callable[..., object]:
    """Stands where a school answers."""

    def look(_asking: Asking, pending: Pending) -> SchoolAnswer | None:
        return answer(pending)

    return look


def right_answer(pending: Pending) -> SchoolAnswer:
    answer = answer_request(PRIVATE, pending.question.request)
    return SchoolAnswer(open_answer(pending.question, answer))


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> list[RecoveryRequest]:
    """A line to a school that takes every question, and is looked at often."""
    sent: list[RecoveryRequest] = []

    def send(asking: Asking, address: str, request: RecoveryRequest) -> int:
        assert address == ADDRESS
        sent.append(request)
        return asking._world.now_ms() + 60_000

    monkeypatch.setattr(Asking, "_send", send)
    monkeypatch.setattr(ask_school, "LOOK_AGAIN_SECONDS", 0.02)
    return sent


def test_a_question_that_was_sent_is_answered_and_a_new_secret_opens(
    tmp_path: Path, line: list[RecoveryRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed: list[bool] = []

    def answer(pending: Pending) -> SchoolAnswer | None:
        return right_answer(pending) if allowed else None

    monkeypatch.setattr(Asking, "answer", school_that(answer))

    async def story(device: Device) -> None:
        window = await device.window()
        vault_id = await lock_with_a_school(device, window)
        await window.tap("ask-school")
        await window.says(device.words("student-ask-missing"))
        await window.type("ask-address", ADDRESS)
        await window.tap("ask-school")
        shown = await window.see("comparison")
        assert waiting(device, vault_id).comparison in shown.label  # type: ignore[attr-defined]
        assert len(line) == 1
        allowed.append(True)
        await begin_again(device, window)
        assert device.app._holdings.asking.pending(vault_id) is None

    on_device(tmp_path, story)


def test_without_a_connection_the_answer_comes_as_text(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        vault_id = await lock_with_a_school(device, window)
        await window.tap("ask-by-text")
        await window.see("comparison")
        first = read_question(waiting(device, vault_id).as_text())
        await window.tap("ask-again")
        await window.tap("ask-by-text")
        await window.see("comparison")
        second = read_question(waiting(device, vault_id).as_text())
        # The answer to the question before opens nothing, nor does what is no answer.
        for wrong in ("hello", answer_text(first.id, answer_request(PRIVATE, first))):
            await window.type("ask-answer", wrong)
            await window.tap("ask-take")
            await window.says(device.words("student-ask-wrong-answer"))
            assert not window.has("pin-1")
        await window.type("ask-answer", answer_text(second.id, answer_request(PRIVATE, second)))
        await window.tap("ask-take")
        await begin_again(device, window)

    on_device(tmp_path, story)


@pytest.mark.parametrize("state", ["refused", "replaced", "over"])
def test_a_question_that_is_over_says_why_and_can_be_asked_again(
    tmp_path: Path, line: list[RecoveryRequest], monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    def no(_pending: Pending) -> SchoolAnswer | None:
        raise QuestionOver("No.", state)

    monkeypatch.setattr(Asking, "answer", school_that(no))

    async def story(device: Device) -> None:
        window = await device.window()
        await lock_with_a_school(device, window)
        await window.type("ask-address", ADDRESS)
        await window.tap("ask-school")
        await window.says(device.words(f"student-question-{state}"))
        await window.see("ask-address")
        assert len(line) == 1

    on_device(tmp_path, story)


def test_a_question_waits_over_a_break_and_a_school_out_of_reach(
    tmp_path: Path, line: list[RecoveryRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_pending: Pending) -> SchoolAnswer | None:
        raise SchoolUnreachable("Nobody answers.")

    monkeypatch.setattr(Asking, "answer", school_that(silent))

    async def story(device: Device) -> None:
        window = await device.window()
        vault_id = await lock_with_a_school(device, window)
        await window.type("ask-address", ADDRESS)
        await window.tap("ask-school")
        await window.says(device.words("student-ask-no-answer"))
        before = waiting(device, vault_id).comparison
        await window.tap("back")
        await window.see("forgot-school")

        monkeypatch.setattr(Asking, "answer", school_that(right_answer))
        # Another program on another day: the question is still the same.
        device.app._holdings.asking._pending.clear()
        await window.tap("forgot-school")
        shown = await window.see("comparison")
        assert before in shown.label  # type: ignore[attr-defined]
        await begin_again(device, window)
        assert len(line) == 1

    on_device(tmp_path, story)


def test_an_answer_with_another_key_is_refused(
    tmp_path: Path, line: list[RecoveryRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted answer opens as a box does, but holds the key of another portfolio."""
    monkeypatch.setattr(Asking, "answer", school_that(lambda _: SchoolAnswer(bytes(32))))

    async def story(device: Device) -> None:
        window = await device.window()
        await lock_with_a_school(device, window)
        await window.type("ask-address", ADDRESS)
        await window.tap("ask-school")
        await window.says(device.words("student-ask-wrong-answer"))
        assert not window.has("pin-1")
        assert len(line) == 1

    on_device(tmp_path, story)


def test_a_stranger_school_is_named_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_asking: Asking, _address: str, _request: RecoveryRequest) -> int:
        raise AskRefused("Unknown.", "unknown_vault")

    monkeypatch.setattr(Asking, "_send", refuse)

    async def story(device: Device) -> None:
        window = await device.window()
        await lock_with_a_school(device, window)
        await window.type("ask-address", "not an address")
        await window.tap("ask-school")
        await window.says(device.words("student-join-bad-address"))
        await window.type("ask-address", ADDRESS)
        await window.tap("ask-school")
        await window.says(device.words("student-error-ask-refused"))

    on_device(tmp_path, story)


def test_who_remembers_needs_no_answer_any_more(
    tmp_path: Path, line: list[RecoveryRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Asking, "answer", school_that(lambda _: None))

    async def story(device: Device) -> None:
        window = await device.window()
        vault_id = await lock_with_a_school(device, window)
        await window.type("ask-address", ADDRESS)
        await window.tap("ask-school")
        await window.see("comparison")
        await window.tap("back")
        await window.see("forgot-school")
        await window.tap("back")
        await window.press_pin(PIN)
        await window.see("add")
        await window.until(lambda: device.app._holdings.asking.pending(vault_id) is None)
        assert len(line) == 1

    on_device(tmp_path, story)
