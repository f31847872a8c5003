"""A program killed while work is made in it: what it kept is there, the rest is whole or not there.

Each way of making work dies before several calls of the disk and once just after it was told that
all is kept; see `capture_life`.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from portfolio_app.model.artifact import Work
from portfolio_app.model.voice import HEADER_BYTES
from portfolio_app.student import capturing, recording, sketching, thinking
from portfolio_app.student.portfolio import Portfolio
from tests.crash.capture_life import (
    DEATHS,
    MARKS,
    SOUNDS,
    TYPED,
    opened,
    text_of,
    ways,
    work_of,
)
from tests.processes import ROOT
from tests.student.scenes import make_portfolio

FIRST_WORDS = "The fox ran home. Then"


def test_no_way_of_making_work_loses_any_of_it(tmp_path: Path) -> None:
    portfolio = make_portfolio(tmp_path / "base")
    capturing.add_text(portfolio, FIRST_WORDS)
    portfolio.close()
    command = [sys.executable, "-m", "tests.crash.capture_life", str(tmp_path)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    deaths = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(deaths) == len(ways()) * (DEATHS + 1)
    seen = set()
    for death in deaths:
        portfolio = opened(Path(death["home"]), life=2)
        try:
            is_there = THERE[death["way"]](portfolio)
        finally:
            portfolio.close()
        assert is_there or not death["kept"], death
        seen.add((death["way"], death["kept"]))
    assert {way for way, kept in seen if kept} == set(ways())
    assert {way for way, kept in seen if not kept} == set(ways()), "none was killed on its way"


def text(portfolio: Portfolio) -> bool:
    return said_anew(portfolio, "The fox ran home.")


def text_on(portfolio: Portfolio) -> bool:
    work = portfolio.existing_work(text_of(portfolio)[0])
    (file,) = work.files
    assert file.words in ((FIRST_WORDS,), ("The fox slept.",))
    return file.words == ("The fox slept.",)


def link(portfolio: Portfolio) -> bool:
    return any(file.is_link for work in new_works(portfolio) for file in work.files)


def file(portfolio: Portfolio) -> bool:
    found = new_works(portfolio)
    for work in found:
        (one,) = work.files
        assert b"".join(portfolio.read_media(one.media)).startswith(b"\xff\xd8")
    return bool(found)


def more(portfolio: Portfolio) -> bool:
    """Two files come together or not at all."""
    files = portfolio.existing_work(work_of(portfolio)).files
    assert [one.name for one in files[1:]] in ([], ["one.txt", "two.txt"])
    return len(files) == 3


def mark(portfolio: Portfolio) -> bool:
    marks = sketching.open_sheet(portfolio).drawing.marks
    assert marks in ((), MARKS)
    return marks == MARKS


def typed(portfolio: Portfolio) -> bool:
    """Words that were typed for a drawing and put nowhere yet."""
    said = sketching.open_sheet(portfolio).said
    assert said in ("", TYPED)
    return said == TYPED


def drawing(portfolio: Portfolio) -> bool:
    """The marks wait, or are a work: never neither, never both."""
    found = new_works(portfolio)
    waits = sketching.open_sheet(portfolio).drawing.marks
    assert waits == (() if found else MARKS)
    for work in found:
        assert portfolio.has_media(work.files[0].media)
        assert sketching.open_sheet(portfolio, work.id, work.files[0].id).drawing.marks == MARKS
    return bool(found)


def piece(portfolio: Portfolio) -> bool:
    """What was sealed before stays, whatever becomes of the next piece."""
    heard = after_talking(portfolio)
    assert heard in (SOUNDS[0], b"".join(SOUNDS))
    return heard != SOUNDS[0]


def voice(portfolio: Portfolio) -> bool:
    """What was said waits, or is a work: never neither, never both."""
    is_work = bool(new_works(portfolio))
    assert bool(recording.begun(portfolio)) != is_work
    assert after_talking(portfolio) == SOUNDS[0]
    return is_work


def thought(portfolio: Portfolio) -> bool:
    """What was said about a goal waits, or is a thought about it: never neither, never both."""
    kept = bool(thinking.reflections(portfolio))
    assert bool(recording.begun(portfolio)) != kept
    for one in recording.begun(portfolio):
        recording.finish(portfolio, one.id)
    (said,) = thinking.reflections(portfolio)
    (take,) = thinking.spoken(portfolio)[said.id]
    assert b"".join(portfolio.read_media(take.media))[HEADER_BYTES:] == SOUNDS[0]
    assert new_works(portfolio) == []
    return kept


def after_talking(portfolio: Portfolio) -> bytes:
    """What can be listened to, once whoever opens the app has kept what waits."""
    for one in recording.begun(portfolio):
        recording.finish(portfolio, one.id)
    (work,) = new_works(portfolio)
    return b"".join(portfolio.read_media(work.files[0].media))[HEADER_BYTES:]


THERE: dict[str, Callable[[Portfolio], bool]] = {
    "text": text, "text-on": text_on, "link": link, "file": file, "more": more, "mark": mark,
    "typed": typed, "drawing": drawing, "piece": piece, "voice": voice, "thought": thought,
}  # fmt: skip


def new_works(portfolio: Portfolio) -> list[Work]:
    """What was made after the first work, which must be there whatever happens."""
    first = work_of(portfolio)
    assert portfolio.existing_work(first).files
    return [work for work in portfolio.works() if work.id != first]


def said_anew(portfolio: Portfolio, words: str) -> bool:
    found = [file.words for work in new_works(portfolio) for file in work.files]
    assert found in ([], [(words,)])
    return bool(found)
