"""What the school did not take, as a child meets it: from the sign of sending to the answer."""

from pathlib import Path

import pytest

from portfolio_app.model.deletion import ASKED, ASKS_FIRST
from portfolio_app.student.holdings import Holding
from portfolio_app.student.portfolio import Portfolio, Write
from sync.client import Progress
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import add_photo, first_beginning


@pytest.fixture(scope="module")
def photo() -> bytes:
    return make_photo(None, 0.1)


def holding_of(device: Device) -> Holding:
    (holding,) = device.app._holdings._open.values()
    return holding


def opened(device: Device) -> Portfolio:
    return holding_of(device).portfolio


async def refuse(device: Device, window: Window, field: str, reason: str) -> None:
    """The school's answer: it takes none of the waiting changes to a field."""
    portfolio = opened(device)
    refused = {one.id: reason for one in portfolio.store.pending() if one.field == field}
    assert refused
    with portfolio.durable():
        progress = Progress({}, {}, frozenset(), refused, (), (), False, "")
        portfolio.store.put_progress(progress, portfolio.world.new_id)
    holding_of(device).changed()
    await window.until(lambda: device.words("student-sending-ask") in window.texts())


def test_what_the_school_did_not_take_is_read_kept_let_go_and_had_back(
    tmp_path: Path, photo: bytes
) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My paper boat")
        await refuse(device, window, "title", "too_large")
        await window.tap("sending-state")
        await window.says(device.words("student-attention-why-too_large"))
        assert "My paper boat" in window.texts()

        await window.tap(first_beginning(window, "let-go-"))
        await window.says(device.words("student-attention-gone"))
        await window.until(lambda: "My paper boat" not in window.texts())
        assert opened(device).works()[0].title == ""
        bar = window.find_all("SnackBarAction")[-1]
        await window.session.dispatch_event(bar._i, "click", None)
        await window.says("My paper boat")

        await window.tap(first_beginning(window, "again-"))
        await window.says(device.words("student-attention-again-done"))
        assert opened(device).store.refused() == []
        assert opened(device).works()[0].title == "My paper boat"

    on_device(tmp_path, story)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_the_school_asks_before_many_works_go(tmp_path: Path, photo: bytes, answer: str) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My paper boat")
        portfolio = opened(device)
        (work,) = portfolio.works()
        portfolio.write([Write("artifact", work.id, "binned_ms", portfolio.now_ms())])
        await refuse(device, window, "binned_ms", ASKS_FIRST)
        await window.tap("sending-state")
        await window.says(device.words("student-attention-bin", count=1))
        await window.tap(f"bin-{answer}")
        await window.says(device.words(f"student-attention-bin-{answer}-done"))
        await window.until(lambda: not window.has("bin-yes"))
        assert len(portfolio.works(binned=True)) == (1 if answer == "yes" else 0)
        waiting = [one for one in portfolio.store.pending() if one.field == "binned_ms"]
        assert [one.extra.get(ASKED) for one in waiting] == ([True] if answer == "yes" else [])

    on_device(tmp_path, story)
