"""Files to school: in turn, in pieces that are never sent twice, large ones when it is free."""

import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, NotFound, Refused, SchoolUnreachable
from portfolio_app.student import actions, file_choices, file_sending
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.file_sending import LEAST_PART_BYTES, PART_BYTES, Pace, Watch
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import SCHOOL, Portfolio
from portfolio_app.student.vault.media_queue import Turn, turn_of
from tests.processes import RunningSchool, school
from tests.student.at_school import breaking_line, class_code, same_learner
from tests.student.scenes import SECRET, Script, make_portfolio
from tests.student.scripted import Scripted, scripted_school
from tests.student.test_connection import NOTHING_NEW, WELCOME

MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSchool]:
    with school(tmp_path_factory.mktemp("school")) as started:
        yield started


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with scripted_school() as script:
        yield script


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def _add(portfolio: Portfolio, size_bytes: int, name: str = "paper.pdf") -> str:
    content = random.Random(size_bytes).randbytes(size_bytes)
    work = portfolio.work(actions.add_work(portfolio, [Source(name, [content])], "Paper"))
    assert work is not None
    return work.files[0].media


def _joined(portfolio: Portfolio, scripted: Scripted) -> Connection:
    scripted.answers.append((200, WELCOME))
    connection = Connection(portfolio, timeout_seconds=5)
    connection.join(scripted.address, "abcd-efgh")
    scripted.asked.clear()
    return connection


def test_a_cut_killed_and_restarted_upload_goes_on_from_what_the_school_has(
    tmp_path: Path, running: RunningSchool
) -> None:
    size_bytes = 24 * MEGABYTE
    portfolio = make_portfolio(tmp_path)
    Connection(portfolio).join(running.address, class_code(running))
    sha256 = _add(portfolio, size_bytes)
    direct = portfolio.vault.get_setting(SCHOOL)["address"]
    sent_bytes = 0
    with breaking_line(running.address, 9 * MEGABYTE, 15 * MEGABYTE) as line:
        same_learner(portfolio, portfolio, line.address)
        with pytest.raises(SchoolUnreachable):
            Connection(portfolio).exchange()
        sent_bytes += line.up_bytes
    assert sha256 in portfolio.media_queue
    vault_id = portfolio.vault.id
    portfolio.close()
    running.stop(signal.SIGKILL)
    running.start()
    portfolio = open_portfolio(open_vaults(tmp_path), vault_id, SECRET, Script().world())
    with breaking_line(running.address, 9 * MEGABYTE, 90 * MEGABYTE) as line:
        same_learner(portfolio, portfolio, line.address)
        assert Connection(portfolio).exchange().media_sent == 1
        sent_bytes += line.up_bytes
    assert size_bytes < sent_bytes <= 1.06 * size_bytes + 4 * MEGABYTE
    assert sha256 not in portfolio.media_queue
    same_learner(portfolio, portfolio, direct)
    portfolio.close()


def test_an_older_school_gets_a_large_file_whole(portfolio: Portfolio, scripted: Scripted) -> None:
    connection = _joined(portfolio, scripted)
    sha256 = _add(portfolio, 3 * MEGABYTE)
    scripted.answers += [(200, NOTHING_NEW), (404, {}), (200, {"have": True})]
    assert connection.exchange().media_sent == 1
    assert [(method, path) for method, path, _ in scripted.asked][1:] == [
        ("POST", "/v1/uploads/self"),
        ("PUT", f"/v1/media/self/{sha256}"),
    ]


def test_a_file_that_the_school_never_takes_holds_up_nothing(
    portfolio: Portfolio, scripted: Scripted
) -> None:
    connection = _joined(portfolio, scripted)
    first, second = _add(portfolio, 1000), _add(portfolio, 2000)
    scripted.answers += [(200, NOTHING_NEW), (404, {}), (413, {}), (200, {"have": True})]
    with pytest.raises(Refused):
        connection.exchange()
    assert (first in portfolio.media_queue, second in portfolio.media_queue) == (True, False)


def test_files_go_in_turn(portfolio: Portfolio) -> None:
    turns = [Turn.FILM, turn_of("application/pdf"), Turn.PREVIEW, turn_of("audio/mpeg")]
    turns += [turn_of("video/mp4"), Turn.THUMBNAIL]
    names = ["film", "paper", "preview", "sound", "film 2", "thumbnail"]
    portfolio.media_queue.put(zip(names, turns, strict=True))
    in_turn = ("thumbnail", "sound", "preview", "paper", "film", "film 2")
    assert portfolio.media_queue.in_order() == in_turn
    portfolio.media_queue.reload()
    assert portfolio.media_queue.in_order() == in_turn
    portfolio.media_queue.let_go(names)


def test_large_files_wait_for_a_connection_that_costs_nothing(
    portfolio: Portfolio, scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_sending, "LARGE_BYTES", 5000)
    connection = _joined(portfolio, scripted)
    _add(portfolio, 1000)
    large = _add(portfolio, 9000)
    scripted.answers += [(200, NOTHING_NEW), (200, {"have": True})]
    moved = connection.exchange(metered=True)
    assert (moved.media_sent, moved.media_held_back) == (1, 1)
    assert large in portfolio.media_queue
    portfolio.set_large_files("any")
    scripted.answers += [(200, NOTHING_NEW)]
    assert connection.exchange(metered=True, with_large=False).media_held_back == 1
    scripted.answers += [(200, NOTHING_NEW), (200, {"have": True})]
    assert connection.exchange(metered=True).media_sent == 1
    with pytest.raises(BadInput):
        portfolio.set_large_files("sometimes")


@dataclass(slots=True)
class Watching:
    """Remembers what it heard, and says or does what a test wants at a file's second piece."""

    then: Callable[[], object] = lambda: None
    stops: bool = False
    heard: list[tuple[int, int]] = field(default_factory=list)

    def watch(self) -> Watch:
        return Watch(self._hear, lambda _: self.stops and len(self.heard) > 1)

    def _hear(self, _sha256: str, sent_bytes: int, size_bytes: int) -> None:
        self.heard.append((sent_bytes, size_bytes))
        if len(self.heard) == 2:
            self.then()


def _pieces(place: str, *offsets: int) -> list[tuple[int, dict[str, str], dict[str, str]]]:
    begun: tuple[int, dict[str, str], dict[str, str]] = (
        201, {}, {"location": place, "upload-offset": str(offsets[0])},
    )  # fmt: skip
    return [begun, *((204, {}, {"upload-offset": str(offset)}) for offset in offsets[1:])]


def test_a_large_file_is_watched_stopped_and_goes_on_from_where_it_was(
    portfolio: Portfolio, scripted: Scripted
) -> None:
    connection, place = _joined(portfolio, scripted), "/v1/uploads/self/one"
    size_bytes = 3 * MEGABYTE
    sha256 = _add(portfolio, size_bytes)
    scripted.answers += [(200, NOTHING_NEW), *_pieces(place, 0, MEGABYTE)]
    watching = Watching(stops=True)
    moved = connection.exchange(watch=watching.watch())
    assert (moved.media_sent, moved.media_held_back) == (0, 1)
    assert watching.heard == [(0, size_bytes), (MEGABYTE, size_bytes)]
    assert sha256 in portfolio.media_queue

    holding = Watching(then=lambda: file_choices.hold(portfolio, sha256))
    scripted.answers += [(200, NOTHING_NEW), *_pieces(place, MEGABYTE, 2 * MEGABYTE)]
    connection.exchange(watch=holding.watch())
    assert holding.heard[-1] == (2 * MEGABYTE, size_bytes)
    scripted.answers += [(200, NOTHING_NEW)]
    assert connection.exchange().media_held_back == 1, "it waits until somebody says otherwise"

    assert file_choices.another_network(portfolio)
    assert not file_choices.another_network(portfolio)
    going = Watching()
    scripted.answers += [(200, NOTHING_NEW), *_pieces(place, 2 * MEGABYTE, size_bytes)]
    assert connection.exchange(watch=going.watch()).media_sent == 1
    assert going.heard == [(2 * MEGABYTE, size_bytes), (size_bytes, size_bytes)]
    assert scripted.answers == []


def test_one_large_file_goes_at_once_though_the_network_costs_money(
    portfolio: Portfolio, scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_sending, "LARGE_BYTES", 5000)
    monkeypatch.setattr(file_choices, "SHOWN_BYTES", 5000)
    connection = _joined(portfolio, scripted)
    small, first, second = (_add(portfolio, size) for size in (1000, 9000, 9001))
    shown = file_choices.waiting_files(portfolio)
    assert [(one.sha256, one.size_bytes, one.choice) for one in shown] == [
        (first, 9000, ""), (second, 9001, ""),
    ]  # fmt: skip
    file_choices.send_anyway(portfolio, second)
    scripted.answers += [(200, NOTHING_NEW), (404, {}), *([(200, {"have": True})] * 2)]
    moved = connection.exchange(metered=True)
    assert (moved.media_sent, moved.media_held_back) == (2, 1)
    assert [small in portfolio.media_queue, first in portfolio.media_queue] == [False, True]
    with pytest.raises(NotFound):
        file_choices.hold(portfolio, second)
    file_choices.hold(portfolio, first)
    assert file_choices.choices(portfolio) == {first: file_choices.HELD}


def test_words_go_before_the_rest_of_a_large_file(portfolio: Portfolio, scripted: Scripted) -> None:
    connection, place = _joined(portfolio, scripted), "/v1/uploads/self/one"
    size_bytes = 3 * MEGABYTE
    _add(portfolio, size_bytes)
    work = portfolio.works()[0].id
    watching = Watching(then=lambda: actions.set_title(portfolio, work, "A better name"))
    scripted.answers += [
        (200, NOTHING_NEW), *_pieces(place, 0, MEGABYTE),
        (200, NOTHING_NEW), *_pieces(place, MEGABYTE, 2 * MEGABYTE, size_bytes),
    ]  # fmt: skip
    assert connection.exchange(watch=watching.watch()).media_sent == 1
    asked = [path for _, path, _ in scripted.asked]
    assert asked.count("/v1/sync") == 2
    assert b"A better name" in scripted.asked[asked.index("/v1/sync", 1)][2]


def test_pieces_are_large_on_a_line_that_holds_and_small_on_one_that_broke() -> None:
    pace = Pace()
    pace.carried(PART_BYTES)
    assert pace.part_bytes() == PART_BYTES
    pace.carried(2 * MEGABYTE)
    pace.broke()
    assert pace.part_bytes() == 3 * MEGABYTE // 16
    pace.carried(pace.part_bytes())
    assert pace.part_bytes() == 3 * MEGABYTE // 16, "no larger before it has carried more"
    pace.carried(12 * MEGABYTE)
    assert 3 * MEGABYTE // 4 < pace.part_bytes() < PART_BYTES
    pace.carried(100 * MEGABYTE)
    assert pace.part_bytes() == PART_BYTES
    pace.broke()
    pace.broke()
    assert pace.part_bytes() == LEAST_PART_BYTES


@pytest.mark.parametrize("cut_bytes", [1_100_000, 3_000_000, 19_000_000])
def test_little_is_sent_twice_to_a_school_that_counts_whole_pieces_only(cut_bytes: int) -> None:
    """A line cut after so many bytes, for 200 MB: what each cut costs is a part of what went."""
    pace, arrived, sent, carried = Pace(), 0, 0, 0
    while arrived < 200_000_000:
        part = pace.part_bytes()
        if carried + part > cut_bytes:
            sent += cut_bytes - carried
            carried = 0
            pace.broke()
            continue
        carried, arrived, sent = carried + part, arrived + part, sent + part
        pace.carried(part)
    assert sent <= 1.07 * arrived
