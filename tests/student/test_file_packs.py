"""Small files go together, in their turn; what cannot go so goes by itself, and nothing is lost."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.errors import NotFound, Refused, SchoolUnreachable
from portfolio_app.school import packs
from portfolio_app.student import actions, file_choices, file_packs
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.portfolio import Portfolio
from tests.student.scenes import make_portfolio
from tests.student.scripted import Scripted, scripted_school
from tests.student.test_connection import NOTHING_NEW, WELCOME

PAPERS = [b"%PDF-1.7 " + bytes([number]) * 1000 for number in range(3)]
NAMES = [hashlib.sha256(paper).hexdigest() for paper in PAPERS]
TOGETHER = ("POST", "/v1/media/self")


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with scripted_school() as script:
        yield script


@pytest.fixture
def connection(portfolio: Portfolio, scripted: Scripted) -> Connection:
    """Joined, with a work of three papers that wait."""
    scripted.answers.append((200, WELCOME))
    made = Connection(portfolio, timeout_seconds=5)
    made.join(scripted.address, "abcd-efgh")
    scripted.asked.clear()
    sources = [Source(f"{number}.pdf", [paper]) for number, paper in enumerate(PAPERS)]
    actions.add_work(portfolio, sources, "Papers")
    return made


def _alone(name: str) -> tuple[str, str]:
    return "PUT", f"/v1/media/self/{name}"


def _asked(scripted: Scripted) -> list[tuple[str, str]]:
    return [(method, path) for method, path, _ in scripted.asked if "media" in path]


def test_small_files_are_one_request_and_what_is_sent_is_what_a_school_reads(
    portfolio: Portfolio, connection: Connection, scripted: Scripted
) -> None:
    scripted.answers += [(200, NOTHING_NEW), (200, {"have": NAMES, "damaged": []})]
    assert connection.exchange().media_sent == 3
    assert _asked(scripted) == [TOGETHER]
    body = next(body for method, path, body in scripted.asked if (method, path) == TOGETHER)
    assert packs.read_pack(body) == dict(zip(NAMES, PAPERS, strict=True))
    assert not portfolio.media_queue.in_order()


@pytest.mark.parametrize("status", [400, 404, 405, 413, 500, 503])
def test_a_school_that_takes_no_pack_gets_file_by_file(
    portfolio: Portfolio, connection: Connection, scripted: Scripted, status: int
) -> None:
    scripted.answers += [(200, NOTHING_NEW), (status, {}), *[(200, {"have": True})] * 3]
    assert connection.exchange().media_sent == 3
    assert _asked(scripted) == [TOGETHER, *map(_alone, NAMES)]
    assert not portfolio.media_queue.in_order()


@pytest.mark.parametrize(
    "answer",
    [
        {"have": NAMES[:2], "damaged": NAMES[2:]},
        {"have": [*NAMES[:2], "f" * 64, 7]},
    ],
    ids=["one damaged", "one not named and others named"],
)
def test_what_the_school_does_not_say_it_has_goes_again_alone(
    portfolio: Portfolio, connection: Connection, scripted: Scripted, answer: object
) -> None:
    scripted.answers += [(200, NOTHING_NEW), (200, answer), (200, {"have": True})]
    assert connection.exchange().media_sent == 3
    assert _asked(scripted) == [TOGETHER, _alone(NAMES[2])]
    assert not portfolio.media_queue.in_order()


@pytest.mark.parametrize("answer", [{}, {"have": True}, {"have": {NAMES[0]: 1}}, []])
def test_an_answer_that_names_nothing_lets_nothing_go(
    portfolio: Portfolio, connection: Connection, scripted: Scripted, answer: object
) -> None:
    scripted.answers += [(200, NOTHING_NEW), (200, answer), (502, {})]
    with pytest.raises(SchoolUnreachable):
        connection.exchange()
    assert set(portfolio.media_queue.in_order()) == set(NAMES)


def test_a_school_without_room_ends_it_and_nothing_is_let_go(
    portfolio: Portfolio, connection: Connection, scripted: Scripted
) -> None:
    scripted.answers += [(200, NOTHING_NEW), (507, {})]
    with pytest.raises(Refused, match="no room"):
        connection.exchange()
    assert _asked(scripted) == [TOGETHER]
    assert set(portfolio.media_queue.in_order()) == set(NAMES)


def test_a_file_that_somebody_stopped_stays_while_the_others_go(
    portfolio: Portfolio, connection: Connection, scripted: Scripted
) -> None:
    file_choices.hold(portfolio, NAMES[1])
    going = [NAMES[0], NAMES[2]]
    scripted.answers += [(200, NOTHING_NEW), (200, {"have": going})]
    moved = connection.exchange()
    assert (moved.media_sent, moved.media_held_back) == (2, 1)
    assert portfolio.media_queue.in_order() == (NAMES[1],)


SIZES = st.lists(st.integers(0, file_packs.PACK_BYTES + 10), max_size=200)


@given(SIZES, st.sets(st.integers(0, 199)))
def test_groups_keep_the_order_and_fit_into_what_a_school_takes(
    sizes: list[int], lost: set[int]
) -> None:
    def size_of(name: str) -> int:
        if int(name) in lost:
            raise NotFound("It is gone.")
        return sizes[int(name)]

    names = [str(number) for number in range(len(sizes))]
    groups = list(file_packs.grouped(names, size_of))
    assert [name for group in groups for name in group] == names
    for group in groups:
        assert 0 < len(group) <= packs.PACK_FILES_LIMIT
        if len(group) > 1:
            assert sum(size_of(name) + 36 for name in group) <= packs.PACK_BYTES_LIMIT
