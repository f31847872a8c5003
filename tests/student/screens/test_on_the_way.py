"""Sending, the stick and earlier versions, as a child meets them: no browser, the real session."""

import asyncio
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from portfolio_app.errors import BadInput, PortfolioError
from portfolio_app.locales import Words
from portfolio_app.sealing import bundles as sealing
from portfolio_app.student import actions, bundles, file_choices, on_the_way
from portfolio_app.student.actions import Source
from portfolio_app.student.file_sending import Watch
from portfolio_app.student.holdings import Holding
from portfolio_app.student.portfolio import SCHOOL, Portfolio
from portfolio_app.student.session import Pace
from portfolio_app.student.widgets import error_words
from tests.student.screens.headless import Device, Window, join_in, on_device

MEGABYTE = 1 << 20
NEVER = Pace(send_every_seconds=3600)
JOINED = {
    "address": "http://127.0.0.1:9", "name": "Riverside", "learner_id": "l1", "token": "t" * 43,
    "public_address": "http://127.0.0.1:9",
}  # fmt: skip


def _holding(device: Device) -> Holding:
    (holding,) = device.app._holdings._open.values()
    return holding


def _at_school(portfolio: Portfolio) -> None:
    """Joined a school that is not there today."""
    keys = {
        "recipient": sealing.recipient_of(sealing.new_signing_key()),
        "signer": sealing.signer_of(sealing.new_signing_key()),
    }
    with portfolio.durable():
        portfolio.vault.put_setting(SCHOOL, JOINED)
        portfolio.vault.put_setting(bundles.BUNDLE_KEYS, keys)


async def _with_film(device: Device, window: Window) -> tuple[Holding, str]:
    """A learner of a school with one large file that waits."""
    await join_in(window)
    holding = _holding(device)
    portfolio = holding.portfolio
    work_id = actions.add_work(portfolio, [Source("paper.pdf", [bytes(3 * MEGABYTE)])], "My film")
    _at_school(portfolio)
    holding.changed()
    work = portfolio.work(work_id)
    assert work is not None
    return holding, work.files[0].media


def test_a_large_file_is_seen_going_stopped_held_and_sent_anyway(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        holding, sha256 = await _with_film(device, window)
        portfolio, words = holding.portfolio, device.words
        await window.tap("sending-state")
        await window.see("not-here-1")
        watch: Watch = on_the_way.watching(holding)
        await asyncio.to_thread(watch.heard, sha256, MEGABYTE, 3 * MEGABYTE)
        await window.says(words("student-large-progress", done=1, all=3))
        (bar,) = window.find_all("ProgressBar")
        assert bar.value == pytest.approx(1 / 3)

        await window.tap("stop-1")
        await window.until(lambda: sha256 in holding.stopped)
        assert watch.is_stopped(sha256)
        holding.tell_going(None)
        await window.says(words("student-large-stopped"))
        await window.tap("go-on-1")
        await window.until(lambda: not watch.is_stopped(sha256))
        await window.tap("not-here-1")
        await window.says(words("student-large-held", all=3))
        assert file_choices.choices(portfolio) == {sha256: file_choices.HELD}
        await window.tap("send-anyway-1")
        await window.until(lambda: window.has("not-here-1") and not window.has("send-anyway-1"))
        assert file_choices.choices(portfolio) == {sha256: file_choices.ANYWAY}

        await window.tap("not-here-1")
        await window.until(lambda: window.has("send-anyway-1"))
        (session,) = device.app._sessions
        await session.another_network(is_metered=True)
        assert file_choices.choices(portfolio) == {}, "another network is another question"
        await asyncio.to_thread(watch.heard, sha256, 3 * MEGABYTE, 3 * MEGABYTE)
        await window.until(lambda: not window.find_all("ProgressBar"))

    on_device(tmp_path, story, NEVER)


def test_a_file_for_school_is_made_by_the_tap_and_a_wrong_answer_is_said_plainly(
    tmp_path: Path,
) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        holding, _ = await _with_film(device, window)
        words = device.words
        await window.tap("sending-state")
        await window.tap("open-stick")
        await window.see("make-bundle")
        ((address, (name, make)),) = device.gate.lent.items()
        assert name.startswith("for-school-")
        made = b"".join(await asyncio.to_thread(lambda: list(make())))
        assert made.startswith(sealing.MAGIC)
        await window.says(words("student-stick-made", files=1))
        assert holding.portfolio.store.pending(), "on the stick is not at school yet"

        device.gate.files["photo.jpg"] = b"\xff\xd8 no bundle at all"
        await _pick(window, "photo.jpg")
        await window.says(words("student-error-not-a-bundle"))
        device.gate.files["again.bundle"] = made
        await _pick(window, "again.bundle")
        await window.says(words("student-error-answers-nothing"))
        await window.tap("lock")
        await window.until(lambda: address not in device.gate.lent)

    on_device(tmp_path, story, NEVER)


async def _pick(window: Window, name: str) -> None:
    picker = next(one for one in window.page.services if isinstance(one, ft.FilePicker))
    chosen: dict[str, Any] = {"files": [{"id": 1, "name": name, "size": 9}]}
    await window._fire(picker, "result", chosen)


def test_without_a_school_or_its_keys_the_stick_says_what_to_do(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await window.tap("sending-state")
        await window.tap("open-stick")
        await window.says(device.words("student-error-no-school-yet"))
        assert not window.has("make-bundle")
        assert device.gate.lent == {}
        await window.tap("back")
        portfolio = _holding(device).portfolio
        _at_school(portfolio)
        portfolio.vault.put_setting(bundles.BUNDLE_KEYS, None)
        _holding(device).changed()
        await window.tap("open-stick")
        await window.says(device.words("student-error-school-keys-missing"))

    on_device(tmp_path, story, NEVER)


def test_an_earlier_name_is_read_and_used_again(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        portfolio = _holding(device).portfolio
        work = actions.add_work(portfolio, [Source("a.txt", [b"a"])], "Boat")
        actions.set_title(portfolio, work, "Ship")
        _holding(device).changed()
        await window.until(lambda: window.has(f"finish-{work}") or window.has("add"))
        window.page.navigate(f"/works/{work}/earlier")
        await window.says(device.words("student-earlier-all"))
        texts = window.texts()
        assert texts.index("Ship") < texts.index("Boat")
        await window.tap(f"again-{work}-2")
        await window.until(lambda: portfolio.work(work).title == "Boat")  # type: ignore[union-attr]
        await window.until(lambda: window.texts().count("Boat") > 1)
        _at_school(portfolio)
        _holding(device).changed()
        await window.tap("earlier-caption")
        await window.says(device.words("student-earlier-more-at-school"))

    on_device(tmp_path, story, NEVER)


def _kinds(root: type[PortfolioError]) -> list[type[PortfolioError]]:
    return [root, *(one for kind in root.__subclasses__() for one in _kinds(kind))]


def test_everything_that_goes_wrong_with_a_stick_has_words_for_a_child() -> None:
    words = Words("en")
    found = {
        kind
        for kind in _kinds(PortfolioError)
        if kind.__module__ in (sealing.__name__, bundles.__name__)
    }
    assert len(found) == 8
    for kind in found:
        said = error_words(words, kind("bundle sync keys"))
        assert "bundle" not in said
        assert said != words("student-error-unknown"), kind


def test_a_picked_file_is_read_anywhere_in_it_and_has_a_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(on_the_way, "IN_MEMORY_BYTES", 4)
    monkeypatch.setattr(on_the_way, "ANSWER_BYTES_LIMIT", 10)
    with on_the_way.Spooled([b"01234", b"56789"]) as spooled:
        assert spooled.size_bytes() == 10
        assert (spooled.read_at(8, 99), spooled.read_at(1, 2)) == (b"89", b"12")
    with pytest.raises(BadInput):
        on_the_way.Spooled([b"0123456789", b"x"])
