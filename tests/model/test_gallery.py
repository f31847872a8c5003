"""Finding works: every filter alone and together, any script, school years, and the counts."""

from datetime import UTC, datetime

import pytest

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.gallery import (
    KINDS,
    WAITING,
    Circumstances,
    Wish,
    counts,
    found,
    kinds_of,
    said_in,
    school_year,
    year_name,
)
from portfolio_app.model.goal import Goal, Step
from portfolio_app.model.reflection import Reflection
from portfolio_app.model.sending import Sending


def at(year: int, month: int, day: int = 15) -> int:
    return int(datetime(year, month, day, 12, tzinfo=UTC).timestamp() * 1000)


def file(media_type: str, name: str = "boat.jpg") -> WorkFile:
    return WorkFile(name, "00", media_type, 1, name)


def work(name: str, title: str, made_ms: int, *files: WorkFile, tags: tuple[str, ...] = ()) -> Work:
    return Work(name, title, (), made_ms, tags, files)


BOAT = work("boat", "My paper boat", at(2026, 3), file("image/jpeg"), tags=("f/make", "f/water"))
SONG = work(
    "song", "Ёлка, моя песня", at(2025, 10), file("audio/mpeg", "song.mp3"), tags=("f/sing",)
)
FILM = work("film", "纸船和小河", at(2025, 7), file("video/mp4", "river.mp4"), tags=("f/water",))
PAGE = work("page", "قارب من ورق", at(2024, 9), file("application/pdf", "page.pdf"))
BOTH = work("both", "Café", at(2024, 8, 1), file("image/png", "b.png"), file("text/plain", "a.txt"))
WORKS = (BOAT, SONG, FILM, PAGE, BOTH)
GOAL = Goal("g", "Swim", steps=(Step("s", "g", "one", evidence=("film", "boat")),))
SENDING = {
    "boat": Sending.WAITING, "song": Sending.SAFE, "film": Sending.ASK,
    "page": Sending.SAFE, "both": Sending.SAVED_HERE,
}  # fmt: skip


def year_of(at_ms: int) -> int:
    day = datetime.fromtimestamp(at_ms / 1000, tz=UTC)
    return school_year(day.year, day.month)


BY = Circumstances(year_of, {"g": GOAL}, SENDING, said_in)


def names(wish: Wish) -> list[str]:
    return [one.id for one in found(WORKS, wish, BY)]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), ["boat", "song", "film", "page", "both"]),
        (Wish(kind="picture"), ["boat", "both"]),
        (Wish(kind="text"), ["both"]),
        (Wish(year="2025"), ["boat", "song"]),
        (Wish(year="2024"), ["film", "page", "both"]),
        (Wish(competency="f/water"), ["boat", "film"]),
        (Wish(goal="g"), ["boat", "film"]),
        (Wish(goal="gone"), []),
        (Wish(sending=WAITING), ["boat", "film"]),
        (Wish(kind="film", competency="f/water", sending=WAITING, goal="g"), ["film"]),
        (Wish(kind="film", year="2025"), []),
    ],
)
def test_filters_alone_and_together(wish: Wish, expected: list[str]) -> None:
    assert names(wish) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("boat", ["boat"]), ("BOA pap", ["boat"]), ("oat", []), ("  ", [one.id for one in WORKS]),
        ("елка", ["song"]), ("ёлка", ["song"]), ("песн", ["song"]),
        ("纸船", ["film"]), ("小", ["film"]),
        ("قارب", ["page"]), ("cafe", ["both"]), ("river", ["film"]), ("boat river", []),
    ],
)  # fmt: skip
def test_words_in_any_script(words: str, expected: list[str]) -> None:
    assert names(Wish(words=words)) == expected


def test_a_work_is_found_by_what_was_thought_about_it() -> None:
    thought = Reflection("r", "w", "why", ("The wind was strong",), 1)
    mine = Work("w", "", ("A caption about kites",), at(2026, 1), (), (), (thought,))
    for words in ("wind", "kites", "strong kite"):
        assert found([mine], Wish(words=words), BY) == [mine]


def test_counts_say_what_each_answer_would_show_with_the_others_as_they_are() -> None:
    assert counts(WORKS, Wish(), "kind", BY) == {
        "picture": 2, "sound": 1, "film": 1, "document": 1, "text": 1,
    }  # fmt: skip
    chosen = Wish(kind="picture", competency="f/water")
    assert counts(WORKS, chosen, "kind", BY) == {"picture": 1, "film": 1}
    for name in ("kind", "year", "competency", "goal", "sending"):
        for value, count in counts(WORKS, chosen, name, BY).items():
            wish = chosen if getattr(chosen, name) == value else chosen.turned(name, value)
            assert len(found(WORKS, wish, BY)) == count


def test_a_filter_is_turned_on_changed_and_off() -> None:
    wish = Wish().turned("kind", "film")
    assert wish.chosen == (("kind", "film"),)
    assert wish.turned("kind", "sound").kind == "sound"
    assert wish.turned("kind", "film").is_open


@pytest.mark.parametrize(
    ("year", "month", "begins", "expected"),
    [
        (2025, 7, 8, 2024), (2025, 8, 8, 2025), (2025, 12, 1, 2025), (2025, 1, 1, 2025),
        (2025, 3, 4, 2024), (2025, 4, 4, 2025),
    ],
)  # fmt: skip
def test_school_years(year: int, month: int, begins: int, expected: int) -> None:
    assert school_year(year, month, begins) == expected


def test_names_of_school_years() -> None:
    assert year_name(2025) == "2025–26"
    assert year_name(1999) == "1999–00"
    assert year_name(2025, 1) == "2025"


def test_every_kind_of_file_is_some_kind() -> None:
    types = ("image/heic", "video/quicktime", "audio/wav", "text/markdown", "application/pdf", "")
    files = [file(one) for one in types]
    files.append(WorkFile("l", "", "text/uri-list", 0, "A", address="https://a.example"))
    files.append(WorkFile("t", "", "text/plain", 0, "", words=("Once upon a time",)))
    kinds = [kinds_of(work("w", "", 1, one))[0] for one in files]
    assert set(kinds) == set(KINDS)
    assert kinds[-2:] == ["link", "text"]
