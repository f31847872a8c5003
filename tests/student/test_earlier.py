"""What a text said before: from this device alone, and with what the school still has."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import Refused, SchoolUnreachable
from portfolio_app.student import actions, earlier
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.earlier import History, Place
from portfolio_app.student.portfolio import Portfolio
from sync.change import Change, Rule, to_json
from tests.student.scenes import START_MS, make_portfolio
from tests.student.scripted import Scripted, scripted_school
from tests.student.test_connection import WELCOME

OTHER_NODE = "f" * 16


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def school(portfolio: Portfolio) -> Iterator[Scripted]:
    with scripted_school() as script:
        script.answers.append((200, WELCOME))
        Connection(portfolio, timeout_seconds=5).join(script.address, "abcd-efgh")
        yield script


def _work(portfolio: Portfolio) -> str:
    return actions.add_work(portfolio, [Source("letter.txt", [b"Dear grandma"])], "A letter")


def _row(record: str, number: int, value: Any, **more: Any) -> Change:
    """A change that another device sent the number-th second before the story begins."""
    made = START_MS - number * 1000
    change: dict[str, Any] = {
        "id": f"{number:032x}", "scope": "self", "record": record, "kind": "artifact",
        "field": "caption", "rule": Rule.TEXT, "value": value,
        "stamp": f"{made:012x}-0000-{OTHER_NODE}", "author": "l1",
    }  # fmt: skip
    return Change(**{**change, **more})


def _page(rows: list[Change], after: int = 0, *, more: bool = False) -> dict[str, Any]:
    numbered = [[after + at, to_json(row)] for at, row in enumerate(rows, 1)]
    page = {"start": after, "rows": numbered, "cursor": after + len(rows), "more": more}
    return {"protocol": 1, "server_ms": START_MS, "pages": {"self": {**page, "digest": "0" * 32}}}


def _words(history: History) -> list[str]:
    return [one.words for one in history.entries]


def test_a_device_without_a_school_has_every_version(portfolio: Portfolio) -> None:
    work = _work(portfolio)
    for words in ("First.", "Second.", "   "):
        actions.set_caption(portfolio, work, words)
    actions.set_title(portfolio, work, "My letter")
    told = earlier.on_this_device(portfolio, work, "caption")
    assert _words(told) == ["   ", "Second.", "First."], "what stands is shown, though it is empty"
    assert [one.is_now for one in told.entries] == [True, False, False]
    assert all(one.is_waiting and one.place is Place.HERE for one in told.entries)
    assert told.is_whole
    title = earlier.on_this_device(portfolio, work, "title")
    assert _words(title) == ["My letter", "A letter"]
    actions.set_title(portfolio, work, "A letter")
    again = earlier.on_this_device(portfolio, work, "title")
    assert _words(again) == ["A letter", "My letter", "A letter"], "using it again is a new change"


def test_the_school_tells_the_rest_page_by_page_but_nobody_elses_words(
    portfolio: Portfolio, school: Scripted
) -> None:
    work = _work(portfolio)
    actions.set_caption(portfolio, work, "Here.")
    assert not earlier.on_this_device(portfolio, work, "caption").is_whole
    stamp = f"{START_MS - 1000:012x}-0000-{'a' * 16}"
    joined = _row(work, 1, "Joined.", id="a" * 32, author="school", stamp=stamp)
    rows = [_row(work, 9, "Oldest."), _row(work, 8, "Not mine", author="teacher-7"),
            _row(work, 7, "A name", field="title", rule=Rule.SCALAR),
            _row("another", 6, "Elsewhere")]  # fmt: skip
    school.answers += [(200, _page(rows, more=True)), (200, _page([joined], 4))]
    told = earlier.with_the_school(portfolio, work, "caption")
    assert _words(told) == ["Here.", "Joined.", "Oldest."]
    assert [one.place for one in told.entries] == [Place.HERE, Place.SCHOOL, Place.ELSEWHERE]
    assert [one.is_waiting for one in told.entries] == [True, False, False]
    assert told.is_whole
    assert [path.partition("?")[2] for _, path, _ in school.asked[-2:]] == ["after=0", "after=4"]


def test_history_has_a_limit_and_a_school_that_cannot_be_read_is_said(
    portfolio: Portfolio, school: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = _work(portfolio)
    monkeypatch.setattr(earlier, "PAGES_LIMIT", 2)
    pages = [_page([_row(work, 9 - at, f"Version {at}")], at, more=True) for at in range(3)]
    school.answers += [(200, page) for page in pages]
    told = earlier.with_the_school(portfolio, work, "caption")
    assert _words(told) == ["Version 1", "Version 0"]
    assert not told.is_whole
    school.answers.clear()
    for answer, problem in (
        ((200, b"<html>"), SchoolUnreachable),
        ((200, {"protocol": 1, "server_ms": 1, "pages": {}}), SchoolUnreachable),
        ((401, {}), Refused),
    ):
        school.answers.append(answer)
        with pytest.raises(problem):
            earlier.with_the_school(portfolio, work, "caption")
