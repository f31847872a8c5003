"""A real device and a real school with bad weather between them: all arrives, and little twice."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from portfolio_app.errors import SchoolUnreachable
from portfolio_app.model.sending import Sending
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.portfolio import Portfolio
from tests.processes import RunningSchool, free_port, school
from tests.student.at_school import class_code, same_learner
from tests.student.scenes import make_portfolio
from tests.weather import Weather, line_through

FILE_BYTES = 20_000_000
SELDOM_BYTES, OFTEN_BYTES = 19_000_000, 3_000_000
MORE_THAN_ONCE = 1.06
"""With headers and all."""

WORKS = 25
TRIES = 400
LOSS_BYTES_A_SECOND = 4_000_000
SECRET = {"PORTFOLIO_SECRET": "2468"}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSchool]:
    with school(tmp_path_factory.mktemp("weather")) as started:
        yield started


@pytest.fixture
def portfolio(tmp_path: Path, running: RunningSchool) -> Iterator[Portfolio]:
    """A learner's real vault on a real disk, joined in fine weather."""
    opened = make_portfolio(tmp_path / "device")
    Connection(opened).join(running.address, class_code(running))
    yield opened
    opened.close()


def through(portfolio: Portfolio, address: str) -> None:
    """Exchange again and again until nothing waits."""
    same_learner(portfolio, portfolio, address)
    for _ in range(TRIES):
        with suppress(SchoolUnreachable):
            Connection(portfolio).exchange()
        if not portfolio.store.waiting() and not len(portfolio.media_queue):
            return
    raise AssertionError(f"After {TRIES} tries something still waits.")


def test_words_arrive_once_through_a_line_that_is_slow_and_breaks(
    tmp_path: Path, running: RunningSchool, portfolio: Portfolio
) -> None:
    weather = Weather(delay_seconds=0.002, dropped=0.7, seed=5)
    with line_through(running.port, weather) as address:
        same_learner(portfolio, portfolio, address)
        write_and_send(portfolio)
        through(portfolio, address)
    assert weather.cuts > 3, "the weather was fine"
    other = make_portfolio(tmp_path / "other")
    same_learner(portfolio, other, running.address)
    Connection(other).exchange()
    assert told(other) == told(portfolio)
    assert len(told(other)) == WORKS
    ours, theirs = portfolio.store.positions["self"], other.store.positions["self"]
    assert ours.digest == theirs.digest
    assert not portfolio.store.refused()
    other.close()


def write_and_send(portfolio: Portfolio) -> None:
    """Send after each work, whatever comes of it."""
    for number in range(WORKS):
        work = actions.add_work(portfolio, [Source("a.txt", [b"%d" % number])], f"Work {number}")
        actions.reflect(portfolio, work, "proud", f"Thought {number}")
        with suppress(SchoolUnreachable):
            Connection(portfolio).exchange()


def told(portfolio: Portfolio) -> list[tuple[str, list[str]]]:
    """What each work says, in the order of their titles."""
    return sorted(
        (work.title, [text for one in work.reflections for text in one.versions])
        for work in portfolio.works()
    )


@pytest.mark.parametrize("cut_bytes", [SELDOM_BYTES, OFTEN_BYTES])
def test_a_large_file_arrives_with_little_sent_twice(
    running: RunningSchool,
    portfolio: Portfolio,
    record_property: Callable[[str, object], None],
    cut_bytes: int,
) -> None:
    content = os.urandom(FILE_BYTES)
    work = actions.add_work(portfolio, [Source("film.pdf", [content])], "A long film")
    weather = Weather(cut_bytes=cut_bytes)
    with line_through(running.port, weather) as address:
        through(portfolio, address)
    assert weather.cuts >= FILE_BYTES // cut_bytes
    assert weather.up_bytes <= MORE_THAN_ONCE * FILE_BYTES
    record_property(f"bytes sent for 20 MB, cut every {cut_bytes:,}", weather.up_bytes)
    assert portfolio.sending(work) is Sending.SAFE
    kept = b"".join(fetched(portfolio, running))
    assert kept == content


def test_a_device_that_sends_each_file_whole_never_gets_it_through(
    running: RunningSchool, portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted mistake: without pieces the same weather lets nothing large arrive."""
    monkeypatch.setattr("portfolio_app.student.file_sending.WHOLE_BYTES_LIMIT", FILE_BYTES)
    content = os.urandom(2 * OFTEN_BYTES)
    actions.add_work(portfolio, [Source("film.pdf", [content])], "A long film")
    weather = Weather(cut_bytes=OFTEN_BYTES)
    with line_through(running.port, weather) as address:
        same_learner(portfolio, portfolio, address)
        for _ in range(3):
            with pytest.raises(SchoolUnreachable):
                Connection(portfolio).exchange()
    assert len(portfolio.media_queue) == 1
    assert weather.up_bytes > len(content)


def fetched(portfolio: Portfolio, running: RunningSchool) -> Iterator[bytes]:
    """The one file of the work, as the school gives it."""
    (work,) = portfolio.works()
    (file,) = work.files
    same_learner(portfolio, portfolio, running.address)
    Connection(portfolio).fetch(str(file.media), again=True)
    return portfolio.read_media(str(file.media))


@contextmanager
def lossy_network(name: str) -> Iterator[tuple[str, ...]]:
    """What goes before a command so that it runs in a network of its own whose line is too narrow
    for what is sent, and drops the rest; skips where the machine does not allow that.
    """
    inside = ("ip", "netns", "exec", name)
    narrow = ("rate", f"{LOSS_BYTES_A_SECOND}bps", "burst", "70kb", "limit", "140kb")
    commands = (
        ("ip", "netns", "add", name),
        (*inside, "ip", "link", "set", "lo", "up"),
        (*inside, "tc", "qdisc", "add", "dev", "lo", "root", "tbf", *narrow),
    )
    if os.geteuid() != 0 or not all(map(shutil.which, ("ip", "tc"))):
        pytest.skip("Networks of one's own need root, ip and tc.")
    try:
        for command in commands:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                pytest.skip(f"This machine lets nobody make networks: {done.stderr.strip()}")
        yield inside
    finally:
        subprocess.run(("ip", "netns", "del", name), capture_output=True, check=False)


def test_all_arrives_over_a_network_that_really_drops_packets(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    data, port = tmp_path / "school", free_port()
    who = ("--data", str(tmp_path / "device"), "--learner", "Ada", "--json")
    (tmp_path / "film.pdf").write_bytes(os.urandom(FILE_BYTES // 4))
    with lossy_network(f"portfolio-{os.getpid()}") as inside:

        def run(*arguments: str) -> str:
            done = subprocess.run(
                [*inside, sys.executable, "-m", "portfolio_app", *arguments],
                env={**os.environ, **SECRET}, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            return done.stdout

        made = run("school", "init", "--data", str(data), "--class", "4B", "--json")
        server = subprocess.Popen(
            [*inside, sys.executable, "-m", "portfolio_app", "school", "serve", "--json",
             "--data", str(data), "--port", str(port)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            assert server.stdout is not None
            assert json.loads(server.stdout.readline())["port"] == port
            run("learner", "new", *who)
            code = json.loads(made)["class"]["code"]
            run("learner", "join", f"http://localhost:{port}", code, *who)
            run("learner", "add", str(tmp_path / "film.pdf"), *who)
            done = json.loads(run("learner", "sync", *who))
            assert (done["state"], done["refused"]) == ("safe", 0)
            record_property("packets that a narrow line dropped", dropped(inside))
        finally:
            server.kill()
            server.wait(30)
            if server.stdout is not None:
                server.stdout.close()
        assert json.loads(run("school", "check", "--data", str(data), "--json"))["ok"]


def dropped(inside: tuple[str, ...]) -> int:
    """How many packets the network's line has dropped, as the kernel counts them."""
    said = subprocess.run(
        [*inside, "tc", "-s", "-j", "qdisc", "show", "dev", "lo"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    count = 0
    with suppress(ValueError):
        count = sum(int(one.get("drops", 0)) for one in json.loads(said.stdout))
    assert count > 0, "nothing was lost"
    return count
