"""A school, a device with work that waits, and bundles on their way, as the first release left
them: this program opens them, and whichever way they meet, nothing is lost.
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.commands.bundle_file import BundleFile
from portfolio_app.model.sending import Sending
from portfolio_app.school import bundles as school_bundles
from portfolio_app.school.checking import check_school
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import real_world
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault.slots import TypedSecret
from rubrics.catalog import Catalog
from tests import sticks
from tests.processes import RunningSchool, free_port, portfolio_json
from tests.school.making import HandClock, MadeSchool, reopened
from tests.student.at_school import same_learner
from tests.student.scenes import Script
from tests.vectors import make_school_1
from tests.vectors.make_vault_2 import vaults_at


@pytest.fixture
def expected(tmp_path: Path) -> Any:
    return make_school_1.unpack(tmp_path)


@pytest.fixture
def portfolio(tmp_path: Path, expected: Any) -> Iterator[Portfolio]:
    """The device of then, opened by this program."""
    vaults = vaults_at(tmp_path / "device")
    (card,) = vaults.list()
    secret = TypedSecret(make_school_1.SECRET)
    vault = vaults.unlock(card.id, secret, now_ms=real_world().now_ms())
    script = Script(expected["made_ms"], count(1 << 20))  # other ids than those of then
    opened = Portfolio(vault, Catalog.bundled(), script.world())
    yield opened
    opened.close()


@pytest.fixture
def made(tmp_path: Path, expected: Any) -> Iterator[MadeSchool]:
    """The school of then, opened by this program at that time."""
    clock = HandClock()
    clock.ms = expected["made_ms"]
    with reopened(tmp_path / "school", clock) as opened:
        yield opened


def check(portfolio: Portfolio, expected: Any) -> None:
    """All that both sides had, once they have met."""
    assert not portfolio.store.pending()
    assert not len(portfolio.media_queue)
    bridge, volcano = (portfolio.existing_work(expected[one]) for one in ("bridge", "volcano"))
    assert (bridge.title, volcano.title) == ("A bridge of paper", "Вулкан 火山")
    assert sorted(bridge.captions) == expected["captions"], "both stay until a person decides"
    assert [one.words for one in bridge.feedback] == [expected["feedback"]]
    said = [one.versions for one in (*bridge.reflections, *volcano.reflections)]
    assert said == [("It did not fall",), ("The lava ran away",)]
    assert len(bridge.competencies) == len(bridge.self_assessments) == 1
    for number, work in enumerate((bridge, volcano), 1):
        (file,) = work.files
        content = make_school_1.LETTER + b"%d" % number
        assert b"".join(portfolio.read_media(str(file.media))) == content
    (showcase,) = portfolio.showcases()
    assert showcase.items == (bridge.id, volcano.id)
    ((change, reason),) = portfolio.store.refused()
    assert (change.id, change.value, reason) == (expected["refused"], "me", "not_allowed")
    assert portfolio.sending(volcano.id) is Sending.SAFE


def check_at_school(made: MadeSchool, portfolio: Portfolio, expected: Any) -> None:
    assert check_school(made.school.database, made.school.media).problems == []
    own = f"p/{expected['learner']}"
    rows = made.school.database.read(lambda t: feed_ids(t, own))
    assert len(set(rows)) == len(rows)
    assert set(expected["pending"]) <= set(rows)


def feed_ids(transaction: Any, scope: str) -> list[str]:
    query = "SELECT id FROM changes WHERE scope = ? ORDER BY sequence"
    return [row[0] for row in transaction.connection.exec_driver_sql(query, (scope,))]


def test_the_device_of_then_opens_with_all_that_waits(portfolio: Portfolio, expected: Any) -> None:
    assert [change.id for change in portfolio.store.pending()] == expected["pending"]
    assert len(portfolio.media_queue) == expected["files_waiting"] > 0
    assert portfolio.existing_work(expected["bridge"]).captions == (expected["captions"][1],)
    assert [change.id for change, _ in portfolio.store.refused()] == [expected["refused"]]


def test_they_meet_over_the_network(tmp_path: Path, portfolio: Portfolio, expected: Any) -> None:
    port = free_port()
    address = f"http://localhost:{port}"
    running = RunningSchool(
        tmp_path / "school", "localhost", port, tmp_path / "log",
        environment={"PORTFOLIO_SCHOOL_URL": address},
    )  # fmt: skip
    running.start()
    same_learner(portfolio, portfolio, address)
    try:
        done = Connection(portfolio).exchange()
    finally:
        running.stop()
    assert (done.pushed, done.refused) == (len(expected["pending"]), 0)
    check(portfolio, expected)
    checked = portfolio_json("school", "check", "--data", str(tmp_path / "school"))
    assert checked["ok"], checked["problems"]


@pytest.mark.parametrize("is_late", [False, True], ids=["in order", "the answer of then last"])
def test_they_meet_by_the_sticks_of_then(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio, expected: Any, is_late: bool
) -> None:
    old, new = tmp_path / make_school_1.TO_DEVICE, tmp_path / "new.bundle"
    with BundleFile(tmp_path / make_school_1.TO_SCHOOL) as source:
        taken = school_bundles.take(made.school, source)
    assert (taken.accepted, taken.refused) == (len(expected["pending"]), 0)
    new.write_bytes(b"".join(school_bundles.answer(made.school, taken.asked)))
    for stick in (new, old) if is_late else (old, new):
        sticks.read_bundle(portfolio, stick)
    check(portfolio, expected)
    check_at_school(made, portfolio, expected)


def test_a_stick_of_then_brings_nothing_twice(
    tmp_path: Path, made: MadeSchool, portfolio: Portfolio, expected: Any
) -> None:
    found = []
    for _ in range(2):
        with BundleFile(tmp_path / make_school_1.TO_SCHOOL) as source:
            found.append(school_bundles.take(made.school, source).files)
    assert found == [expected["files_waiting"], 0]
    check_at_school(made, portfolio, expected)
