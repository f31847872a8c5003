"""What an import took, mended and left out, in sentences a teacher can read.

Equal remarks are counted together with a few examples: ten thousand items without a parent are
one sentence. Nothing that a learner wrote may enter; imported files hold none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rubrics.limits import (
    REPORT_EXAMPLE_CHARACTERS_MAX,
    REPORT_EXAMPLE_COUNT_MAX,
    REPORT_KIND_COUNT_MAX,
    REPORT_REMARK_COUNT_MAX,
)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of what was taken, and one sentence for each kind of thing mended or left out.

    `unread` names fields that stay in the file, where it is kept, and that nothing here shows.

    Keys of `taken`: "packages", "items", "associations", "association:<type>", "rubrics",
    "criteria", "levels".
    """

    taken: Mapping[str, int] = field(default_factory=dict, hash=False)
    mended: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def and_then(self, later: "ImportReport") -> "ImportReport":
        """Two reports as one: counts added, sentences after each other."""
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
        self._mended: dict[str, _Tally] = {}
        self._left_out: dict[str, _Tally] = {}
        self._unread: dict[str, int] = {}

    def took(self, what: str, count: int = 1) -> None:
        """Count something taken over; kinds beyond the limit are counted as "other"."""
        if what not in self._taken and len(self._taken) >= REPORT_KIND_COUNT_MAX:
            what = "other"
        self._taken[what] = self._taken.get(what, 0) + count

    def mended(self, remark: str, example: str = "") -> None:
        """Note something that was taken, but not as it stood. `remark` lacks its full stop."""
        _tally(self._mended, remark, "Other things were mended").add(example)

    def left_out(self, remark: str, example: str = "") -> None:
        """Note something that was not taken. `remark` lacks its full stop."""
        _tally(self._left_out, remark, "Other things were left out").add(example)

    def unread(self, section: str, fields: Iterable[str]) -> None:
        """Note fields of a section that nothing here shows; beyond a limit they count as one."""
        for name in fields:
            place = _one_line(f"{section}.{name}")
            if place not in self._unread and len(self._unread) >= REPORT_KIND_COUNT_MAX:
                place = "others"
            self._unread[place] = self._unread.get(place, 0) + 1

    def report(self) -> ImportReport:
        """Everything noted so far."""
        return ImportReport(
            taken=dict(self._taken),
            mended=tuple(tally.sentence(remark) for remark, tally in self._mended.items()),
            left_out=tuple(tally.sentence(remark) for remark, tally in self._left_out.items()),
            unread=tuple(
                f"The field {place} is kept in the file and shown nowhere: {count}."
                for place, count in self._unread.items()
            ),
        )


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

    def sentence(self, remark: str) -> str:
        if not self.examples:
            return f"{remark}: {self.count}."
        more = ", …" if self.count > len(self.examples) else ""
        quoted = ", ".join(f"“{example}”" for example in self.examples)
        return f"{remark}: {self.count} ({quoted}{more})."


def _tally(tallies: dict[str, _Tally], remark: str, otherwise: str) -> _Tally:
    """The tally of a remark; those beyond the limit are counted as one."""
    if remark not in tallies and len(tallies) >= REPORT_REMARK_COUNT_MAX:
        remark = otherwise
    return tallies.setdefault(remark, _Tally())


def _one_line(text: str) -> str:
    words = " ".join(text[: 4 * REPORT_EXAMPLE_CHARACTERS_MAX].split())
    if len(words) <= REPORT_EXAMPLE_CHARACTERS_MAX:
        return words
    return words[: REPORT_EXAMPLE_CHARACTERS_MAX - 1] + "…"
