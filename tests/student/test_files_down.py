"""Files from school: another device of the same learner, files that come or lie damaged."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import NotFound, SchoolUnreachable, StoreDamaged
from portfolio_app.student import actions, arriving, file_fetching, file_room
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault.media_queue import Turn
from tests.photo_maker import make_photo
from tests.processes import school
from tests.student.at_school import breaking_line, class_code, same_learner
from tests.student.scenes import SECRET, make_portfolio
from tests.student.scripted import Scripted, scripted_school
from tests.student.test_connection import WELCOME

WORDS = b"Dear grandma"
MEGABYTE = 1 << 20


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with scripted_school() as script:
        yield script


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def _letter(portfolio: Portfolio) -> str:
    work = portfolio.work(actions.add_work(portfolio, [Source("letter.txt", [WORDS])], "A letter"))
    assert work is not None
    return work.files[0].media


def test_another_device_shows_the_gallery_and_brings_originals_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = make_photo(None, megapixels=1, seed=3)
    with school(tmp_path) as running:
        first = make_portfolio(tmp_path / "first")
        work_id = actions.add_work(first, [Source("IMG_1.JPG", [photo])], "Boats")
        connection = Connection(first)
        connection.join(running.address, class_code(running))
        connection.exchange()
        second = new_portfolio(open_vaults(tmp_path / "second"), "Ada", "owl", SECRET)
        same_learner(first, second)
        other = Connection(second)
        other.exchange()
        work = second.work(work_id)
        assert work is not None
        file = work.files[0]
        assert [second.has_media(one) for one in (file.thumbnail, file.preview, file.media)] == [
            *(True, True, False)
        ]
        other.fetch(file.media)
        content = b"".join(second.read_media(file.media))
        assert content == b"".join(first.read_media(file.media))
        with pytest.raises(NotFound):
            other.fetch("0" * 64)

        # An hour later the school is asked again; then the photo may go, and comes back.
        monkeypatch.setattr(file_room, "CONFIRM_AGAIN_MS", 1)
        assert second.free_space(1).files == 0
        other.exchange()
        assert second.free_space(1).files == 1
        assert second.is_at_school_only(file.media)
        assert second.has_media(file.thumbnail)
        other.fetch(file.media)
        assert b"".join(second.read_media(file.media)) == content
        assert not second.is_at_school_only(file.media)
        first.close()
        second.close()


def test_a_file_that_comes_damaged_is_fetched_again_and_never_kept(
    portfolio: Portfolio, scripted: Scripted
) -> None:
    scripted.answers.append((200, WELCOME))
    connection = Connection(portfolio, timeout_seconds=5)
    connection.join(scripted.address, "abcd-efgh")
    sha256 = _letter(portfolio)
    with portfolio.durable():
        portfolio.let_files_go([sha256])
    portfolio.vault.media.clear_leftovers()
    folder = portfolio.vault.media._folder
    scripted.answers += [(200, b"Dear grandpa"), (200, b"Dear")]
    with pytest.raises(SchoolUnreachable):
        connection.fetch(sha256)
    assert not portfolio.has_media(sha256)
    assert list(folder.iterdir()) == []
    scripted.answers += [(200, b"Dear grandpa"), (200, WORDS)]
    connection.fetch(sha256)
    assert b"".join(portfolio.read_media(sha256)) == WORDS


def test_a_large_file_goes_on_from_where_the_line_broke(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_fetching, "STRETCH_BYTES", MEGABYTE)
    size_bytes = 6 * MEGABYTE
    content = random.Random(6).randbytes(size_bytes)
    with school(tmp_path) as running:
        first = make_portfolio(tmp_path / "first")
        actions.add_work(first, [Source("film.pdf", [content])], "Film")
        Connection(first).join(running.address, class_code(running))
        Connection(first).exchange()
        sha256 = first.works()[0].files[0].media
        second = make_portfolio(tmp_path / "second")
        with breaking_line(running.address, 1 << 40, 1 << 40, 5 * MEGABYTE // 2) as line:
            same_learner(first, second, line.address)
            Connection(second).fetch(sha256)
            assert size_bytes < line.down_bytes <= 1.06 * size_bytes + MEGABYTE
        assert b"".join(second.read_media(sha256)) == content
        assert arriving.stretches(second.vault, sha256) == ()
        assert len(list(second.vault.media._folder.iterdir())) == 1, "the stretches are gone"
        first.close()
        second.close()


@pytest.fixture
def going_on(
    portfolio: Portfolio, scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> Connection:
    """A device that has the first four bytes of a file."""
    monkeypatch.setattr(file_fetching, "STRETCH_BYTES", 4)
    scripted.answers.append((200, WELCOME))
    connection = Connection(portfolio, timeout_seconds=5)
    connection.join(scripted.address, "abcd-efgh")
    part = portfolio.vault.media.receive([WORDS[:4]])
    with portfolio.durable():
        arriving.note(portfolio.vault, hashlib.sha256(WORDS).hexdigest(), part)
    return connection


def test_what_came_outlives_the_program_and_no_sweep_takes_it(
    tmp_path: Path, portfolio: Portfolio, going_on: Connection, scripted: Scripted
) -> None:
    sha256, vault_id = hashlib.sha256(WORDS).hexdigest(), portfolio.vault.id
    portfolio.vault.media.sweep()
    portfolio.close()
    again = open_portfolio(open_vaults(tmp_path), vault_id, SECRET)
    assert arriving.came_bytes(again.vault, sha256) == 4
    scripted.answers.append((206, WORDS[4:]))
    scripted.parts.append(f"bytes 4-{len(WORDS) - 1}/{len(WORDS)}")
    Connection(again, timeout_seconds=5).fetch(sha256)
    assert b"".join(again.read_media(sha256)) == WORDS
    assert scripted.ranges[-1] == "bytes=4-"
    again.close()


@pytest.mark.parametrize(
    ("status", "part", "body"),
    [
        (206, "bytes 4-11/12", b" grandpa"),  # another file than the one that was begun
        (200, "", WORDS),  # a school that gives files only whole
        (416, "bytes */3", b""),  # shorter than what came
        (206, "bytes 0-11/12", WORDS),  # from the beginning after all
    ],
)
def test_a_file_that_changed_or_cannot_be_gone_on_with_comes_again(
    portfolio: Portfolio,
    going_on: Connection,
    scripted: Scripted,
    status: int,
    part: str,
    body: bytes,
) -> None:
    sha256 = hashlib.sha256(WORDS).hexdigest()
    scripted.answers += [(status, body), (200, WORDS)]
    scripted.parts.append(part)
    going_on.fetch(sha256)
    assert b"".join(portfolio.read_media(sha256)) == WORDS
    assert arriving.stretches(portfolio.vault, sha256) == ()


def test_stretches_go_with_their_file_but_never_a_file_of_its_own(
    portfolio: Portfolio, going_on: Connection
) -> None:
    whole, start = hashlib.sha256(WORDS).hexdigest(), hashlib.sha256(WORDS[:4]).hexdigest()
    actions.add_work(portfolio, [Source("dear.txt", [WORDS[:4]])], "The beginning of a letter")
    with portfolio.durable():
        file_fetching._let_go(portfolio, arriving.forget(portfolio.vault, [whole]))
    assert portfolio.has_media(start)
    files = [f"{number:064x}" for number in range(arriving.ARRIVING_LIMIT + 1)]
    gone: frozenset[str] = frozenset()
    with portfolio.durable():
        for number, one in enumerate(files):
            part = portfolio.vault.media.receive([bytes([number]) * 9])
            gone = arriving.note(portfolio.vault, one, part)
    assert len(gone) == 1
    assert [bool(arriving.stretches(portfolio.vault, one)) for one in files] == [
        False, *([True] * arriving.ARRIVING_LIMIT),
    ]  # fmt: skip


def test_a_file_that_is_damaged_here_is_replaced(portfolio: Portfolio, scripted: Scripted) -> None:
    scripted.answers.append((200, WELCOME))
    connection = Connection(portfolio, timeout_seconds=5)
    connection.join(scripted.address, "abcd-efgh")
    sha256 = _letter(portfolio)
    path = next(portfolio.vault.media._folder.iterdir())
    sealed = bytearray(path.read_bytes())
    sealed[-1] ^= 1
    path.write_bytes(sealed)
    with pytest.raises(StoreDamaged):
        b"".join(portfolio.read_media(sha256))
    scripted.answers += [(200, WORDS)]
    connection.fetch(sha256)
    assert len(scripted.answers) == 1, "it is here, so nobody asks"
    scripted.answers += [(200, WORDS)]  # for the question whether it has it, then the file
    connection.fetch(sha256, again=True)
    assert b"".join(portfolio.read_media(sha256)) == WORDS


def test_what_the_school_lacked_is_asked_for_again_and_else_nobody_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = make_photo(None, megapixels=1, seed=3)
    looked: list[int] = []
    real = file_fetching.shown_first

    def seen(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
        looked.append(1)
        return real(portfolio)

    with school(tmp_path) as running:
        first = make_portfolio(tmp_path / "first")
        work_id = actions.add_work(first, [Source("IMG_1.JPG", [photo])], "Boats")
        work = first.work(work_id)
        assert work is not None
        files = [work.files[0].thumbnail, work.files[0].preview, work.files[0].media]
        waiting = first.media_queue.in_order()
        with first.durable():
            first.media_queue.let_go(waiting)
        Connection(first).join(running.address, class_code(running))
        Connection(first).exchange()
        second = new_portfolio(open_vaults(tmp_path / "second"), "Ada", "owl", SECRET)
        same_learner(first, second)
        monkeypatch.setattr(file_fetching, "shown_first", seen)
        assert Connection(second).exchange().media_got == 0, "words come before files"
        with first.durable():
            first.media_queue.put((one, Turn.FILE) for one in files)
        Connection(first).exchange()
        assert Connection(second).exchange().media_got == 2
        looked.clear()
        actions.set_title(first, work_id, "Boats at sea")
        Connection(first).exchange()
        assert Connection(second).exchange().pulled == 1
        assert not looked, "a title brings no picture"
        actions.add_work(first, [Source("IMG_2.JPG", [make_photo(None, 0.3, seed=4)])], "Ducks")
        Connection(first).exchange()
        assert Connection(second).exchange().media_got == 2, "a work does"
        first.close()
        second.close()
