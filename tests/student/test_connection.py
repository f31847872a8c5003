"""The device's way to school, against a school that misbehaves in every way we could think of."""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BadInput, Refused, SchoolUnreachable, TooManyTries, WrongSecret
from portfolio_app.model.sending import Sending
from portfolio_app.student import actions, bundles
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.school_line import clean_address
from sync import client, merge
from sync.change import to_json
from sync.clock import NODE_DIGITS, format_stamp, is_too_far_ahead, stamp_ms
from sync.digest import EMPTY_DIGEST, record_fingerprint, replace
from tests.student.scenes import make_portfolio
from tests.student.scripted import Scripted, scripted_school

BUNDLE_KEYS = {"recipient": "1" * 64, "signer": "2" * 64, "left": True}
WELCOME = {
    "token": "t" * 43, "learner_id": "l1", "school": "Riverside", "server_ms": 1,
    "bundle_keys": BUNDLE_KEYS,
}  # fmt: skip
NOTHING_NEW = {
    "protocol": 1,
    "server_ms": 1_790_000_000_000,
    "pages": {"self": {"start": 0, "rows": [], "cursor": 0, "more": False, "digest": "0" * 32}},
}


@pytest.fixture
def school() -> Iterator[Scripted]:
    with scripted_school() as script:
        yield script


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    actions.add_work(opened, [Source("letter.txt", [b"Dear grandma"])], "A letter")
    yield opened
    opened.close()


def _joined(portfolio: Portfolio, school: Scripted, welcome: Any = WELCOME) -> Connection:
    school.answers.append((200, welcome))
    connection = Connection(portfolio, timeout_seconds=5)
    connection.join(school.address, "abcd-efgh")
    school.asked.clear()
    return connection


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (403, {"reason": "wrong_code"}, WrongSecret),
        (403, {"reason": "code_over"}, WrongSecret),
        (429, {"reason": "wait", "wait_seconds": 30}, TooManyTries),
        (403, {}, Refused),
        (200, {"token": 5}, SchoolUnreachable),
        (200, b"<html>a hotel's sign-in page</html>", SchoolUnreachable),
        (200, b"[" * 100_000, SchoolUnreachable),
        (200, b"[" * 100_000 + b"]" * 100_000, SchoolUnreachable),
    ],
)
def test_joining_says_what_went_wrong(
    portfolio: Portfolio, school: Scripted, status: int, answer: Any, error: type[Exception]
) -> None:
    school.answers.append((status, answer))
    with pytest.raises(error):
        Connection(portfolio).join(school.address, "abcd-efgh")
    assert portfolio.school is None


def test_a_school_that_is_switched_off_loses_nothing(
    portfolio: Portfolio, school: Scripted
) -> None:
    connection = _joined(portfolio, school)
    with portfolio.durable():
        stored = dict(portfolio.vault.get_setting("school"))
        portfolio.vault.put_setting("school", {**stored, "address": "http://127.0.0.1:9"})
    before = portfolio.store.pending()
    with pytest.raises(SchoolUnreachable):
        connection.exchange()
    assert portfolio.store.pending() == before
    assert portfolio.sending_overall().state is Sending.WAITING
    assert portfolio.sending_overall().problem == "SchoolUnreachable"


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (401, {}, Refused),
        (426, {}, Refused),
        (500, {}, SchoolUnreachable),
        (200, b"{not json", SchoolUnreachable),
        (200, {"protocol": 99}, Refused),
        (200, {"protocol": 1, "server_ms": -1}, SchoolUnreachable),
        (200, {"protocol": 1, "server_ms": 1, "pages": {"self": {"rows": "x"}}}, SchoolUnreachable),
    ],
)
def test_an_answer_that_is_none_changes_nothing(
    portfolio: Portfolio, school: Scripted, status: int, answer: Any, error: type[Exception]
) -> None:
    connection = _joined(portfolio, school)
    before = portfolio.store.pending()
    school.answers.append((status, answer))
    with pytest.raises(error):
        connection.exchange()
    assert portfolio.store.pending() == before


def test_an_acknowledged_change_waits_until_it_is_seen_in_the_feed(
    portfolio: Portfolio, school: Scripted
) -> None:
    connection = _joined(portfolio, school)
    pending = portfolio.store.pending()
    acknowledged = {**NOTHING_NEW, "accepted": {change.id: change.stamp for change in pending}}
    school.answers += [(200, acknowledged), (200, {"have": True})]
    connection.exchange()
    assert portfolio.store.pending() == pending


def test_what_waits_stays_behind_what_a_stick_brought_to_school_first(
    portfolio: Portfolio, school: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The school gave the first change a later stamp than the ones that wait have."""
    connection = _joined(portfolio, school)
    first, *others = portfolio.store.pending()
    monkeypatch.setattr(client, "CHANGES_PER_REQUEST_LIMIT", 1)
    later = format_stamp(stamp_ms(others[-1].stamp) + 1, 0, first.stamp[-NODE_DIGITS:])
    moved = {**NOTHING_NEW, "accepted": {first.id: later}}
    school.answers += [(200, moved), (200, {"have": True})]
    connection.exchange()
    waiting = portfolio.store.pending()
    assert waiting[0] == dataclasses.replace(first, stamp=later), "only its row ends its waiting"
    stamps = [change.stamp for change in waiting[1:]]
    assert later < stamps[0]
    assert stamps == sorted(stamps)
    assert [change.id for change in waiting[1:]] == [change.id for change in others]
    assert portfolio.clock().last == stamps[-1]
    assert portfolio.works()[0].title == "A letter"


def test_a_refused_change_stays_with_its_content(portfolio: Portfolio, school: Scripted) -> None:
    connection = _joined(portfolio, school)
    first, *others = portfolio.store.pending()
    refused = {**NOTHING_NEW, "refused": {first.id: "not_allowed"}}
    school.answers += [(200, refused)] + [(200, NOTHING_NEW)] * 2 + [(200, {"have": True})]
    connection.exchange()
    assert [(change.id, reason) for change, reason in portfolio.store.refused()] == [
        (first.id, "not_allowed")
    ]
    assert portfolio.store.pending() == tuple(others)
    assert portfolio.sending_overall().state is Sending.ASK
    assert portfolio.works()[0].title == "A letter"


def test_a_fast_clock_is_calmed_in_what_was_refused_too(
    portfolio: Portfolio, school: Scripted
) -> None:
    """It is shown until somebody decides, and must not hide what is written after it."""
    connection = _joined(portfolio, school)
    first, *others = portfolio.store.pending()
    server_ms = stamp_ms(first.stamp) - 86_400_000
    then = {**NOTHING_NEW, "server_ms": server_ms}
    school.answers += [(200, {**then, "refused": {first.id: "asks_first"}})]
    school.answers += [(200, then)] * 2 + [(200, {"have": True})]
    connection.exchange()
    ((refused, _),) = portfolio.store.refused()
    waiting = portfolio.store.pending()
    stamps = [refused.stamp, *(change.stamp for change in waiting)]
    assert not any(is_too_far_ahead(stamp, server_ms) for stamp in stamps)
    assert stamps == sorted(set(stamps))
    assert [refused.id, *(change.id for change in waiting)] == [
        first.id, *(change.id for change in others)
    ]  # fmt: skip


def test_a_restored_school_is_read_again_and_the_outbox_stays(
    portfolio: Portfolio, school: Scripted
) -> None:
    connection = _joined(portfolio, school)
    with portfolio.durable():
        portfolio.vault.put_setting("positions", {"self": [40, "1" * 32]})
    portfolio.store.reload()
    before = portfolio.store.pending()
    older = json.loads(json.dumps(NOTHING_NEW))
    older["pages"]["self"] |= {"start": 40, "cursor": 7}
    school.answers += [(200, older), (200, NOTHING_NEW), (200, {"have": True})]
    connection.exchange()
    assert portfolio.store.pending() == before
    assert portfolio.store.positions["self"].cursor == 0


def test_a_school_that_lost_our_work_gets_it_again(portfolio: Portfolio, school: Scripted) -> None:
    connection = _joined(portfolio, school)
    sent = portfolio.store.pending()
    rows = [[at, to_json(change)] for at, change in enumerate(sent, 1)]
    total = EMPTY_DIGEST
    states: dict[str, Any] = {}
    for change in sent:
        before = states.get(change.record, {})
        states[change.record] = merge.apply(before, change)
        marks = (
            record_fingerprint(change.kind, change.record, before),
            record_fingerprint(change.kind, change.record, states[change.record]),
        )
        total = replace(total, *marks)
    page = {"start": 0, "rows": rows, "cursor": len(rows), "more": False, "digest": total}
    lost = {**NOTHING_NEW["pages"]["self"], "start": len(rows), "cursor": 2}  # type: ignore[index]
    school.answers += [
        (200, {**NOTHING_NEW, "pages": {"self": page}}),
        (200, {"have": True}),
        (200, {**NOTHING_NEW, "pages": {"self": lost}}),
        (200, NOTHING_NEW),
    ]
    connection.exchange()
    assert portfolio.store.pending() == ()
    title = portfolio.works()[0].title
    connection.exchange()
    again = portfolio.store.pending()
    assert {change.id for change in again} == {change.id for change in sent}
    portfolio.store.reload()
    assert portfolio.store.pending() == again
    assert portfolio.works()[0].title == title


def test_a_device_that_joined_before_schools_told_their_bundle_keys_asks_for_them_once(
    portfolio: Portfolio, school: Scripted
) -> None:
    old = {name: value for name, value in WELCOME.items() if name != "bundle_keys"}
    connection = _joined(portfolio, school, old)
    school.answers += [(200, NOTHING_NEW), (200, {"have": True}), (200, {"bundle_keys": 7})]
    connection.exchange()
    assert portfolio.vault.get_setting(bundles.BUNDLE_KEYS) is None, "an older school tells none"
    school.answers += [(200, NOTHING_NEW)]
    connection.exchange()
    assert not school.answers
    assert [path for _, path, _ in school.asked].count("/v1/health") == 1
    school.answers += [(200, NOTHING_NEW), (200, {"ok": True, "bundle_keys": BUNDLE_KEYS})]
    Connection(portfolio, timeout_seconds=5).exchange()
    assert portfolio.vault.get_setting(bundles.BUNDLE_KEYS) == BUNDLE_KEYS
    assert not school.answers


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        (" school.example.org ", "https://school.example.org"),
        ("https://school.example.org/portfolio/", "https://school.example.org/portfolio"),
        ("http://127.0.0.1:8570/", "http://127.0.0.1:8570"),
        ("http://localhost:8570", "http://localhost:8570"),
    ],
)
def test_addresses_are_cleaned(typed: str, cleaned: str) -> None:
    assert clean_address(typed) == cleaned


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "http://school.example.org",
        "ftp://x",
        "https://",
        "https://a:b:c",
        "https://x/?q=1",
        "x" * 400,
        "https://a..b",
        "https://" + "a" * 70 + ".example",
        "https://x y",
        "https://x/p q",
        "https://a\x00b",
        "https://school.example@elsewhere.example",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        clean_address(typed)
