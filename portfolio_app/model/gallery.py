"""Finding works among thousands: by words, kind, school year, statement, goal and sending.

Pure: what is asked for, which works fit, and how many would fit each other answer.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.goal import Goal
from portfolio_app.model.search_words import asked_words, words_of
from portfolio_app.model.sending import Sending

KINDS = ("picture", "film", "sound", "text", "link", "document")
"""What a work is made of, as a child would say it; a work of several files may be several."""

FILTERS = ("kind", "year", "competency", "goal", "sending")
"""The fields of a wish beside its words, in the order in which they are offered."""

WAITING = "waiting"
FIRST_MONTH = 8
"""School years of most countries begin in August or September: with August both are whole."""

_FAMILIES = {"image": "picture", "video": "film", "audio": "sound", "text": "text"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for; "" asks nothing. `year` is the first year of a school year.

    `sending` "waiting" asks for works of which something has not reached the school.
    """

    words: str = ""
    kind: str = ""
    year: str = ""
    competency: str = ""
    goal: str = ""
    sending: str = ""

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """(filter, value) of every filter that asks something; the words are none."""
        return tuple((name, value) for name in FILTERS if (value := getattr(self, name)))

    @property
    def is_open(self) -> bool:
        """Whether it asks nothing at all."""
        return not self.chosen and not asked_words(self.words)

    def turned(self, name: str, value: str) -> "Wish":
        """With this filter on; off, if it already was."""
        return replace(self, **{name: "" if getattr(self, name) == value else value})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a wish is judged by, beside the works themselves.

    `year_of` tells the school year of a moment in ms since 1970, `said` the words of a work.
    """

    year_of: Callable[[int], int]
    goals: Mapping[str, Goal]
    sending: Mapping[str, Sending]
    said: Callable[[Work], str]


def kinds_of(work: Work) -> tuple[str, ...]:
    """What a work is made of, each once, in the order of its files."""
    return tuple(dict.fromkeys(kind_of(file) for file in work.files))


def kind_of(file: WorkFile) -> str:
    """What a file is: one of KINDS."""
    if file.is_link:
        return "link"
    if file.is_writing:
        return "text"
    return _FAMILIES.get(file.media_type.partition("/")[0], "document")


def school_year(year: int, month: int, begins_month: int = FIRST_MONTH) -> int:
    """The calendar year in which the school year of this month began; 1 is January."""
    return year if month >= begins_month else year - 1


def year_name(year: int, begins_month: int = FIRST_MONTH) -> str:
    """A school year as people write it: 2025–26, or 2025 where it is a calendar year."""
    return str(year) if begins_month == 1 else f"{year}–{(year + 1) % 100:02d}"


def found(works: Iterable[Work], wish: Wish, by: Circumstances) -> list[Work]:
    """The works that fit all of a wish, in the order given."""
    tests = [_test(wish, name, by) for name, _ in wish.chosen]
    asked = [f" {word}" for word in asked_words(wish.words)]
    return [
        work
        for work in works
        if all(test(work) for test in tests)
        and (not asked or all(map(by.said(work).__contains__, asked)))
    ]


def counts(works: Sequence[Work], wish: Wish, name: str, by: Circumstances) -> Mapping[str, int]:
    """For each value of one filter: how many works it would show, with the others as they are."""
    counted: Counter[str] = Counter()
    values = _values(name, by)
    for work in found(works, replace(wish, **{name: ""}), by):
        counted.update(values(work))
    return counted


def said_in(work: Work) -> str:
    """Everything that a work is found by, as `found` reads it: a space before each word."""
    texts = [
        work.title,
        *work.captions,
        *(text for file in work.files for text in (file.name, *file.words)),
        *(text for one in work.reflections for text in one.versions),
        *(one.words for one in work.feedback),
    ]
    return " " + " ".join(words_of("\n".join(texts)))


def _test(wish: Wish, name: str, by: Circumstances) -> Callable[[Work], bool]:
    wanted, values = getattr(wish, name), _values(name, by)
    return lambda work: wanted in values(work)


def _values(name: str, by: Circumstances) -> Callable[[Work], Iterable[str]]:
    """What a work is under one filter."""
    if name == "kind":
        return kinds_of
    if name == "year":
        return lambda work: (str(by.year_of(work.made_ms)),)
    if name == "competency":
        return lambda work: work.competencies
    if name == "goal":
        works = {goal.id: _works_of(goal) for goal in by.goals.values()}
        return lambda work: [goal for goal, mine in works.items() if work.id in mine]
    return lambda work: (WAITING,) if by.sending.get(work.id) in _UNDERWAY else ()


_UNDERWAY = (Sending.WAITING, Sending.ASK)


def _works_of(goal: Goal) -> frozenset[str]:
    """The works that stand as evidence of a goal's steps."""
    return frozenset(work for step in goal.steps for work in step.evidence)
