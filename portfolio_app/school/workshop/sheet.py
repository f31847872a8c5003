"""A rubric as a teacher types it: a grid of texts that may be unfinished or wrong.

It goes into a form and comes back from one unchanged. Whether it is a rubric yet is told by
`finishing`; what the buttons do to it stands in `moves`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rubrics.rubric import Criterion, Level, Rubric

CRITERIA_EDITED_LIMIT = 40
LEVELS_EDITED_LIMIT = 12

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Cell:
    """One level of one criterion; `years` are those it is usual in, with commas between."""

    id: str
    name: str = ""
    description: str = ""
    score: str = ""
    feedback: str = ""
    years: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion. `competency` is a reference, `shown` that competency in words."""

    id: str
    title: str = ""
    description: str = ""
    weight: str = ""
    group: str = ""
    is_negative: bool = False
    competency: str = ""
    shown: str = ""
    find: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole grid. `base` is the hash of the version it began from, "" for a new rubric.

    `draft` names the draft that it was kept as, and when: "" where it was not.
    """

    id: str
    base: str
    kind: str
    title: str = ""
    description: str = ""
    language: str = ""
    is_scored: bool = False
    is_weighted: bool = False
    has_same_levels: bool = True
    lines: tuple[Line, ...] = ()
    draft: str = ""

    @property
    def width(self) -> int:
        """How many levels the longest line has."""
        return max((len(line.cells) for line in self.lines), default=0)

    @property
    def heads(self) -> tuple[str, ...]:
        """The name of each level, where all criteria have the same."""
        return tuple(
            next((one.cells[at].name for one in self.lines if at < len(one.cells)), "")
            for at in range(self.width)
        )

    def with_line(self, at: int, line: Line) -> "Sheet":
        """The same with another line in that place."""
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))


def is_too_large(rubric: Rubric) -> bool:
    """Whether a rubric has more in it than a page can hold."""
    return len(rubric.criteria) > CRITERIA_EDITED_LIMIT or any(
        len(one.levels) > LEVELS_EDITED_LIMIT for one in rubric.criteria
    )


def sheet_of(rubric: Rubric, *, references: Mapping[str, str], words: Mapping[str, str]) -> Sheet:
    """A rubric, to be changed. `references`: item id -> reference; `words`: reference -> words."""
    groups = {group.id: group.title for group in rubric.groups}
    lines = tuple(
        _line_of(one, groups.get(one.group_id or "", ""), references, words)
        for one in rubric.criteria
    )
    names = {tuple(cell.name for cell in line.cells) for line in lines}
    return Sheet(
        rubric.id, rubric.source_hash, rubric.kind, rubric.title, rubric.description,
        rubric.language, rubric.is_scored, rubric.is_weighted, len(names) <= 1, lines,
    )  # fmt: skip


def sheet_from(form: Mapping[str, str]) -> Sheet:
    """What a form sent. Fields that are not there are empty; what is beyond the limits is not."""
    lines: list[Line] = []
    while len(lines) < CRITERIA_EDITED_LIMIT and f"c{len(lines)}.id" in form:
        lines.append(_line_from(form, f"c{len(lines)}."))
    return Sheet(
        form.get("id", ""), form.get("base", ""), form.get("kind", ""), _line(form, "title"),
        form.get("description", "").strip(), _line(form, "language"), "is_scored" in form,
        "is_weighted" in form, "has_same_levels" in form, tuple(lines), form.get("draft", ""),
    )  # fmt: skip


def form_of(sheet: Sheet) -> dict[str, str]:
    """The fields of a sheet, to be read again with `sheet_from`."""
    form = {
        "id": sheet.id, "base": sheet.base, "kind": sheet.kind, "title": sheet.title,
        "description": sheet.description, "language": sheet.language, "draft": sheet.draft,
    }  # fmt: skip
    for name in ("is_scored", "is_weighted", "has_same_levels"):
        if getattr(sheet, name):
            form[name] = "1"
    for at, line in enumerate(sheet.lines):
        start = f"c{at}."
        form |= {
            start + name: getattr(line, name)
            for name in ("id", "title", "description", "weight", "group", "competency", "shown")
        }
        if line.is_negative:
            form[f"{start}is_negative"] = "1"
        for place, cell in enumerate(line.cells):
            form |= {
                f"{start}l{place}.{name}": getattr(cell, name) for name in Cell.__dataclass_fields__
            }
    return form


def padded(sheet: Sheet, new_id: NewId) -> Sheet:
    """A sheet whose criteria are to have the same levels, with as many and called the same."""
    if not sheet.has_same_levels:
        return sheet
    heads = sheet.heads
    lines = []
    for line in sheet.lines:
        cells = [replace(cell, name=heads[at]) for at, cell in enumerate(line.cells)]
        cells += [Cell(new_id(), heads[at]) for at in range(len(cells), len(heads))]
        lines.append(replace(line, cells=tuple(cells)))
    return replace(sheet, lines=tuple(lines))


def case_id(raw: str) -> str:
    """An id of 32 random hex digits in the form that CASE allows: a UUID of version 4."""
    return "-".join((raw[:8], raw[8:12], f"4{raw[13:16]}", f"a{raw[17:20]}", raw[20:32]))


def number_text(value: float | None) -> str:
    """A number as it is typed."""
    return "" if value is None else f"{value:g}"


def _line_of(
    criterion: Criterion, group: str, references: Mapping[str, str], words: Mapping[str, str]
) -> Line:
    reference = references.get(criterion.competency_id or "", "")
    return Line(
        criterion.id, criterion.title, criterion.description, number_text(criterion.weight), group,
        criterion.is_negative, reference or (criterion.competency_id or ""),
        words.get(reference, "") or criterion.competency_title or (criterion.competency_id or ""),
        cells=tuple(map(_cell_of, criterion.levels)),
    )  # fmt: skip


def _cell_of(level: Level) -> Cell:
    years = ", ".join(level.education_levels)
    return Cell(
        level.id, level.name, level.description, number_text(level.score), level.feedback, years
    )


def _line_from(form: Mapping[str, str], start: str) -> Line:
    cells: list[Cell] = []
    while len(cells) < LEVELS_EDITED_LIMIT and f"{start}l{len(cells)}.id" in form:
        place = f"{start}l{len(cells)}."
        # Where all criteria have the same levels, the name is typed once, at the head.
        head = form.get(f"h{len(cells)}.name")
        cells.append(
            Cell(
                form[f"{place}id"],
                _line(form, f"{place}name") if head is None else " ".join(head.split()),
                form.get(f"{place}description", "").strip(),
                _line(form, f"{place}score"),
                form.get(f"{place}feedback", "").strip(),
                _line(form, f"{place}years"),
            )
        )
    return Line(
        form[f"{start}id"], _line(form, f"{start}title"),
        form.get(f"{start}description", "").strip(), _line(form, f"{start}weight"),
        _line(form, f"{start}group"), f"{start}is_negative" in form,
        form.get(f"{start}competency", ""), _line(form, f"{start}shown"),
        _line(form, f"{start}find"), tuple(cells),
    )  # fmt: skip


def _line(form: Mapping[str, str], name: str) -> str:
    return " ".join(form.get(name, "").split())
