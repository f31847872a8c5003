"""Room on the device: nothing goes from here that the school might not have."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.file_room import CONFIRM_AGAIN_MS, FileRoom
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from tests.student.scenes import SECRET, Script, make_portfolio

EVERYTHING = 1 << 40


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def portfolio(tmp_path: Path, script: Script) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path, script=script)
    yield opened
    opened.close()


def _add(portfolio: Portfolio, words: bytes = b"Dear grandma") -> tuple[str, str]:
    work_id = actions.add_work(portfolio, [Source("letter.txt", [words])], "A letter")
    work = portfolio.work(work_id)
    assert work is not None
    return work_id, work.files[0].media


def _confirm_twice(portfolio: Portfolio, script: Script, *hashes: str) -> None:
    portfolio.note_delivered(hashes)
    script.now += CONFIRM_AGAIN_MS
    with portfolio.durable():
        for sha256 in hashes:
            portfolio.room.note_confirmed(sha256)


def _nothing_goes_after_one_confirmation(portfolio: Portfolio, script: Script) -> None:
    _, sha256 = _add(portfolio)
    portfolio.note_delivered([sha256])
    portfolio.note_delivered([sha256])  # at the same moment counts once
    assert portfolio.free_space(EVERYTHING).files == 0
    assert portfolio.has_media(sha256)


def _nothing_goes_that_waits(portfolio: Portfolio, script: Script) -> None:
    _, sha256 = _add(portfolio)
    script.now += CONFIRM_AGAIN_MS
    with portfolio.durable():
        portfolio.room.note_confirmed(sha256)
    script.now += CONFIRM_AGAIN_MS
    with portfolio.durable():
        portfolio.room.note_confirmed(sha256)
    assert sha256 in portfolio.media_queue
    assert portfolio.free_space(EVERYTHING).files == 0
    assert portfolio.has_media(sha256)


def _nothing_goes_unconfirmed(portfolio: Portfolio, script: Script) -> None:
    _, sha256 = _add(portfolio)
    with portfolio.durable():
        portfolio.media_queue.take(sha256)
    assert portfolio.free_space(EVERYTHING).files == 0
    assert portfolio.has_media(sha256)


CHECKS = {
    "one confirmation": _nothing_goes_after_one_confirmation,
    "waiting": _nothing_goes_that_waits,
    "unconfirmed": _nothing_goes_unconfirmed,
}


@pytest.mark.parametrize("name", CHECKS)
def test_what_the_school_may_not_have_stays(
    portfolio: Portfolio, script: Script, name: str
) -> None:
    CHECKS[name](portfolio, script)


def _once_is_enough(room: FileRoom, sha256: str) -> bool:
    return sha256 in room._all()


def _never(_room: FileRoom, _sha256: str) -> bool:
    return False


def _always(_room: FileRoom, sha256: str) -> bool:
    if sha256 not in _room._all():
        _room.note_confirmed(sha256)
    return True


@pytest.mark.parametrize(
    ("name", "method", "planted"),
    [
        ("one confirmation", "is_confirmed", _once_is_enough),
        ("waiting", "_is_waiting", _never),
        ("unconfirmed", "is_confirmed", _always),
    ],
)
def test_letting_it_go_too_early_would_be_seen(
    portfolio: Portfolio,
    script: Script,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    method: str,
    planted: object,
) -> None:
    monkeypatch.setattr(FileRoom, method, planted)
    with pytest.raises(AssertionError):
        CHECKS[name](portfolio, script)


def test_what_was_looked_at_longest_ago_goes_first_and_says_where_it_is(
    portfolio: Portfolio, script: Script
) -> None:
    (pinned_work, pinned), (_, old), (_, new) = (
        _add(portfolio, words) for words in (b"one", b"two", b"three")
    )
    _confirm_twice(portfolio, script, pinned, old, new)
    portfolio.pin(pinned_work)
    b"".join(portfolio.read_media(old))
    b"".join(portfolio.read_media(new))
    freed = portfolio.free_space(1)
    assert (freed.files, freed.size_bytes) == (1, 3)
    assert not portfolio.has_media(old)
    assert portfolio.is_at_school_only(old)
    assert portfolio.free_space(EVERYTHING).files == 1
    assert portfolio.has_media(pinned)
    portfolio.pin(pinned_work, is_pinned=False)
    assert portfolio.free_space(EVERYTHING).files == 1


def test_it_is_still_at_school_when_opened_again(tmp_path: Path) -> None:
    script = Script()
    portfolio = make_portfolio(tmp_path, script=script)
    _, sha256 = _add(portfolio)
    _confirm_twice(portfolio, script, sha256)
    assert portfolio.free_space(1).files == 1
    sealed = list(portfolio.vault.media._folder.iterdir())
    portfolio.close()
    assert sealed == [], "its sealed file went too"
    again = open_portfolio(open_vaults(tmp_path), portfolio.vault.id, SECRET, script.world())
    assert again.is_at_school_only(sha256)
    again.close()


def test_a_clock_that_ran_ahead_does_not_count_as_a_second_time(
    portfolio: Portfolio, script: Script
) -> None:
    _, sha256 = _add(portfolio)
    script.now += 1_000 * CONFIRM_AGAIN_MS
    portfolio.note_delivered([sha256])
    script.now -= 1_000 * CONFIRM_AGAIN_MS
    assert portfolio.room.to_confirm() == (sha256,)
    with portfolio.durable():
        portfolio.room.note_confirmed(sha256)
    assert not portfolio.room.is_confirmed(sha256)
    assert portfolio.room.to_confirm() == ()


def test_what_the_school_lost_goes_up_again(portfolio: Portfolio) -> None:
    _, sha256 = _add(portfolio)
    portfolio.note_delivered([sha256])
    with portfolio.durable():
        portfolio.room.note_lost(sha256)
    assert sha256 in portfolio.media_queue
    assert not portfolio.room.is_confirmed(sha256)
