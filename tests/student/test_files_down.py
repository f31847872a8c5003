"""Files from school: another device of the same learner, files that come or lie damaged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import NotFound, SchoolUnreachable, StoreDamaged
from portfolio_app.student import actions, file_room
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from tests.photo_maker import make_photo
from tests.processes import school
from tests.student.at_school import class_code, same_learner
from tests.student.scenes import SECRET, make_portfolio
from tests.student.scripted import Scripted, scripted_school
from tests.student.test_connection import WELCOME

WORDS = b"Dear grandma"


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
