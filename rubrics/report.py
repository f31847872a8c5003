"""What an import took, mended and left out, as codes, counts and facts: the words live elsewhere.

Equal remarks are counted together with a few examples: ten thousand items without a parent are
one remark. Nothing that a learner wrote may enter; imported files hold none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rubrics.limits import (
    REPORT_EXAMPLE_CHARACTERS_MAX,
    REPORT_EXAMPLE_COUNT_MAX,
    REPORT_KIND_COUNT_MAX,
    REPORT_REMARK_COUNT_MAX,
)

Fact = str | int


@dataclass(frozen=True, slots=True)
class Remark:
    """One kind of thing that happened, how often, and to what.

    `code` names the sentence, whoever shows it has the words; `facts` are what stands in it, and
    `examples` a few of the things it is about, each in one line.
    """

    code: str
    count: int = 1
    examples: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of what was taken, and a remark for each kind of thing mended or left out.

    `unread` names fields that stay in the file, where it is kept, and that nothing here shows.

    Keys of `taken`: "packages", "items", "associations", "association:<type>", "rubrics",
    "criteria", "levels".
    """

    taken: Mapping[str, int] = field(default_factory=dict, hash=False)
    mended: tuple[Remark, ...] = ()
    left_out: tuple[Remark, ...] = ()
    unread: tuple[Remark, ...] = ()

    def and_then(self, later: "ImportReport") -> "ImportReport":
        """Two reports as one: counts added, remarks after each other."""
        taken = dict(self.taken)
        for what, count in later.taken.items():
            taken[what] = taken.get(what, 0) + count
        return ImportReport(
            taken,
            (*self.mended, *later.mended),
            (*self.left_out, *later.left_out),
            (*self.unread, *later.unread),
        )


class Notes:
    """Collects remarks while a file is read; `report` closes them into an `ImportReport`."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}
        self._mended: dict[_Key, _Tally] = {}
        self._left_out: dict[_Key, _Tally] = {}
        self._unread: dict[str, int] = {}

    def took(self, what: str, count: int = 1) -> None:
        """Count something taken over; kinds beyond the limit are counted as "other"."""
        if what not in self._taken and len(self._taken) >= REPORT_KIND_COUNT_MAX:
            what = "other"
        self._taken[what] = self._taken.get(what, 0) + count

    def mended(self, code: str, example: str = "", **facts: Fact) -> None:
        """Note something that was taken, but not as it stood."""
        _tally(self._mended, (code, tuple(facts.items())), "other-mended").add(example)

    def left_out(self, code: str, example: str = "", **facts: Fact) -> None:
        """Note something that was not taken."""
        _tally(self._left_out, (code, tuple(facts.items())), "other-left-out").add(example)

    def unread(self, section: str, fields: Iterable[str]) -> None:
        """Note fields of a section that nothing here shows; beyond a limit they count as one."""
        for name in fields:
            place = _one_line(f"{section}.{name}")
            if place not in self._unread and len(self._unread) >= REPORT_KIND_COUNT_MAX:
                place = ""
            self._unread[place] = self._unread.get(place, 0) + 1

    def report(self) -> ImportReport:
        """Everything noted so far."""
        return ImportReport(
            taken=dict(self._taken),
            mended=tuple(tally.remark(*key) for key, tally in self._mended.items()),
            left_out=tuple(tally.remark(*key) for key, tally in self._left_out.items()),
            unread=tuple(
                Remark("unread-field", count, facts={"place": place})
                if place
                else Remark("unread-others", count)
                for place, count in self._unread.items()
            ),
        )


_Facts = tuple[tuple[str, Fact], ...]
_Key = tuple[str, _Facts]


class _Tally:
    """How often one remark was made, and about what."""

    __slots__ = ("count", "examples")

    def __init__(self) -> None:
        self.count = 0
        self.examples: list[str] = []

    def add(self, example: str) -> None:
        self.count += 1
        if example and len(self.examples) < REPORT_EXAMPLE_COUNT_MAX:
            self.examples.append(_one_line(example))

    def remark(self, code: str, facts: _Facts) -> Remark:
        return Remark(code, self.count, tuple(self.examples), dict(facts))


def _tally(tallies: dict[_Key, _Tally], key: _Key, otherwise: str) -> _Tally:
    """The tally of a remark; those beyond the limit are counted as one."""
    if key not in tallies and len(tallies) >= REPORT_REMARK_COUNT_MAX:
        key = (otherwise, ())
    return tallies.setdefault(key, _Tally())


def _one_line(text: str) -> str:
    words = " ".join(text[: 4 * REPORT_EXAMPLE_CHARACTERS_MAX].split())
    if len(words) <= REPORT_EXAMPLE_CHARACTERS_MAX:
        return words
    return words[: REPORT_EXAMPLE_CHARACTERS_MAX - 1] + "…"
