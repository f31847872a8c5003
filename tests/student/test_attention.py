"""What the school did not take waits, with its content, for its learner's word."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from portfolio_app.model.deletion import ASKED, ASKS_FIRST
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.model.returned import record_of
from portfolio_app.model.sending import Sending
from portfolio_app.student import actions, attention
from portfolio_app.student.actions import Source
from portfolio_app.student.deletions import store_progress
from portfolio_app.student.portfolio import Portfolio, Write
from portfolio_app.student.versions import versions
from sync import change as changes
from sync.change import Change, Rule
from sync.client import Progress
from tests.student.scenes import make_portfolio

HERE_MS = 1_790_000_000_000


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def add(portfolio: Portfolio, title: str) -> str:
    return actions.add_work(portfolio, [Source("letter.txt", [title.encode()])], title)


def refuse(portfolio: Portfolio, changes: list[Change], reason: str) -> None:
    """What an answer of the school does that takes none of these."""
    refused = {change.id: reason for change in changes}
    progress = Progress({}, {}, frozenset(), refused, (), (), False, "")
    with portfolio.durable():
        portfolio.store.put_progress(progress, portfolio.world.new_id)


def bin_at_once(portfolio: Portfolio, works: list[str]) -> list[Change]:
    before = {change.id for change in portfolio.store.pending()}
    portfolio.write([Write("artifact", work, "binned_ms", HERE_MS) for work in works])
    return [change for change in portfolio.store.pending() if change.id not in before]


def test_a_refused_name_is_shown_with_its_words_and_goes_again(portfolio: Portfolio) -> None:
    work = add(portfolio, "My boat")
    named = [change for change in portfolio.store.pending() if change.field == "title"]
    refuse(portfolio, named, "too_large")
    (trouble,) = attention.attention(portfolio).troubles
    assert (trouble.kind, trouble.reason, trouble.work) == ("artifact", "too_large", work)
    assert trouble.words == ("My boat",)
    before = portfolio.clock().last

    attention.offer_again(portfolio, trouble.changes)
    assert attention.attention(portfolio).troubles == ()
    last = portfolio.store.pending()[-1]
    assert (last.id, last.value) == (named[0].id, "My boat")
    assert last.stamp > before
    assert portfolio.sending(work) is Sending.SAVED_HERE, "no longer what needs a teacher"


def test_what_is_let_go_can_be_had_back(portfolio: Portfolio) -> None:
    work = add(portfolio, "My boat")
    named = [change for change in portfolio.store.pending() if change.field == "title"]
    refuse(portfolio, named, "not_allowed")
    before = attention.attention(portfolio)
    gone = attention.let_go(portfolio, before.troubles[0].changes)
    assert [change.value for change, _ in gone] == ["My boat"]
    assert attention.attention(portfolio).troubles == ()
    found = portfolio.work(work)
    assert found is not None
    assert found.title == ""
    attention.put_back(portfolio, gone)
    attention.put_back(portfolio, gone)  # a second tap changes nothing
    assert attention.attention(portfolio) == before
    found = portfolio.work(work)
    assert found is not None
    assert found.title == "My boat"


def test_what_waits_cannot_be_let_go_of(portfolio: Portfolio) -> None:
    add(portfolio, "My boat")
    pending = portfolio.store.pending()
    assert attention.let_go(portfolio, [change.id for change in pending]) == ()
    assert portfolio.store.pending() == pending


def test_yes_sends_the_deletions_again_as_asked(portfolio: Portfolio) -> None:
    works = [add(portfolio, f"Work {number}") for number in range(5)]
    gone = bin_at_once(portfolio, works)
    refuse(portfolio, gone, ASKS_FIRST)
    found = attention.attention(portfolio)
    assert found.going == tuple(works)
    assert found.troubles == ()
    attention.bin_them(portfolio)
    assert attention.attention(portfolio).going == ()
    again = portfolio.store.pending()[-5:]
    assert [change.id for change in again] == [change.id for change in gone]
    assert all(change.extra[ASKED] is True for change in again)
    assert len(portfolio.works(binned=True)) == 5


def test_no_brings_every_work_back_for_good(portfolio: Portfolio) -> None:
    works = [add(portfolio, f"Work {number}") for number in range(5)]
    # One of them is in the bin by an earlier change as well: that is taken back too, for everybody.
    bin_at_once(portfolio, works[:1])
    refuse(portfolio, bin_at_once(portfolio, works), ASKS_FIRST)
    attention.keep_them(portfolio)
    assert attention.attention(portfolio).going == ()
    assert {work.id for work in portfolio.works()} == set(works)
    assert [
        (change.record, change.value)
        for change in portfolio.store.pending()
        if change.field == "binned_ms"
    ] == [(works[0], HERE_MS), (works[0], None)]


def test_a_work_that_was_put_back_by_hand_is_not_asked_about(portfolio: Portfolio) -> None:
    works = [add(portfolio, f"Work {number}") for number in range(5)]
    refuse(portfolio, bin_at_once(portfolio, works), ASKS_FIRST)
    actions.take_from_bin(portfolio, works[0])
    assert attention.attention(portfolio).going == tuple(works[1:])


def test_a_work_put_back_before_the_school_asked_is_not_asked_about(portfolio: Portfolio) -> None:
    works = [add(portfolio, f"Work {number}") for number in range(5)]
    gone = bin_at_once(portfolio, works)
    actions.take_from_bin(portfolio, works[0])
    answer = Progress({}, {}, frozenset(), {one.id: ASKS_FIRST for one in gone}, (), (), False, "")
    with portfolio.durable():
        store_progress(portfolio, answer)
    assert attention.attention(portfolio).going == tuple(works[1:])
    assert attention.outlook(portfolio).refused == 4
    attention.bin_them(portfolio)
    assert [work.id for work in portfolio.works()] == works[:1]


def test_what_came_back_about_a_work_put_back_since_is_not_asked_about(
    portfolio: Portfolio,
) -> None:
    work = add(portfolio, "My boat")
    early = Change(
        "d" * 32, OWN_SCOPE, work, "artifact", "binned_ms", Rule.SCALAR, HERE_MS,
        f"{HERE_MS:012x}-0000-{'e' * 16}",
    )  # fmt: skip
    give_back(portfolio, early, ASKS_FIRST)
    assert attention.attention(portfolio).going == (work,)
    actions.put_in_bin(portfolio, work)
    actions.take_from_bin(portfolio, work)
    assert attention.attention(portfolio).going == ()
    assert attention.outlook(portfolio).refused == 0


def give_back(portfolio: Portfolio, change: Change, reason: str) -> None:
    """What a school does with a change that came from a device its learner had left."""
    record = record_of(change.id)
    told = {"change": changes.to_json(change), "reason": reason, "at_ms": HERE_MS}
    portfolio.write([Write("returned", record, name, value) for name, value in told.items()])


def named(record: str) -> Change:
    return Change(
        "d" * 32, OWN_SCOPE, record, "artifact", "title", Rule.SCALAR, "My lost boat",
        f"{HERE_MS:012x}-0000-{'e' * 16}",
    )  # fmt: skip


def test_what_came_back_from_a_device_that_was_left_is_shown_and_goes_again(
    portfolio: Portfolio,
) -> None:
    work = add(portfolio, "My boat")
    give_back(portfolio, named(work), "not_allowed")
    (trouble,) = attention.attention(portfolio).troubles
    assert (trouble.words, trouble.reason, trouble.work) == (
        ("My lost boat",), "not_allowed", work,
    )  # fmt: skip
    told = attention.outlook(portfolio)
    assert (told.state, told.refused) == (Sending.ASK, 1)
    attention.offer_again(portfolio, trouble.changes)
    assert attention.attention(portfolio).troubles == ()
    assert attention.outlook(portfolio).refused == 0
    again = [change for change in portfolio.store.pending() if change.id == "d" * 32]
    assert [change.value for change in again] == ["My lost boat"]
    found = portfolio.work(work)
    assert found is not None
    assert found.title == "My lost boat"


def test_what_came_back_can_be_let_go_everywhere_and_had_back(portfolio: Portfolio) -> None:
    work = add(portfolio, "My boat")
    give_back(portfolio, named(work), "erased")
    (trouble,) = attention.attention(portfolio).troubles
    assert not trouble.can_be_offered
    gone = attention.let_go(portfolio, trouble.changes)
    assert attention.attention(portfolio).troubles == ()
    settled = [one for one in portfolio.store.pending() if one.field == "settled_ms"]
    assert [one.record for one in settled] == [record_of("d" * 32)], "other devices hear of it"
    attention.put_back(portfolio, gone)
    assert attention.attention(portfolio).troubles[0].words == ("My lost boat",)


def test_many_that_were_to_go_are_asked_about_where_the_learner_is_now(
    portfolio: Portfolio,
) -> None:
    works = [add(portfolio, f"Work {number}") for number in range(2)]
    for number, work in enumerate(works):
        going = replace(named(work), id=f"{number:032x}", field="binned_ms", value=HERE_MS)
        give_back(portfolio, going, ASKS_FIRST)
    assert attention.attention(portfolio).going == tuple(works)
    attention.keep_them(portfolio)
    assert attention.attention(portfolio).going == ()
    assert {work.id for work in portfolio.works()} == set(works)


def test_versions_tell_when_and_where_they_were_written(portfolio: Portfolio) -> None:
    work = add(portfolio, "Boat")
    actions.set_caption(portfolio, work, "Written here")
    there = Change(
        "f" * 32, OWN_SCOPE, work, "artifact", "caption", Rule.TEXT, "Written there",
        f"{HERE_MS:012x}-0000-{'e' * 16}",
    )  # fmt: skip
    with portfolio.durable():
        portfolio.store.put_local([there])
    found = versions(portfolio, work, "caption")
    shown = portfolio.work(work)
    assert shown is not None
    assert tuple(one.words for one in found) == shown.captions
    assert {one.words: one.is_here for one in found} == {
        "Written here": True, "Written there": False,
    }  # fmt: skip
    assert {one.words: one.at_ms for one in found}["Written there"] == HERE_MS
