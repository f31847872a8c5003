"""Rubrics in plain tables, as CASE CFRubric rows: one row for each level, or a grid.

In the long form every row names its criterion and one level: it is also what the product writes.
In a grid the first column holds the criteria, and each column that means nothing else is a level,
named by its heading, as in "Good (3)".
"""

import math
import re
from collections.abc import Mapping

from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.errors import UnreadableDocument
from rubrics.foreign.case_rows import Draft, Room, document, extensions, known, numbered
from rubrics.foreign.cell_lists import split_list
from rubrics.foreign.columns import Columns, columns_of, note_unread
from rubrics.foreign.table import Table
from rubrics.refusals import at_row
from rubrics.report import Notes

MEANINGS: dict[str, tuple[str, ...]] = {
    "rubric": ("rubric", "rubricname", "rubrictitle"),
    "rubric_id": ("rubricid",),
    "rubric_description": ("rubricdescription",),
    "kind": ("rubrickind", "kind"),
    "language": ("language", "lang"),
    "version": ("version",),
    "bands": ("agebands", "bands"),
    "score_unit": ("scoreunit",),
    "shows_scores": ("showsscores",),
    "shows_weights": ("showsweights",),
    "criterion": ("criterion", "criteria", "criterionname", "criterianame", "criteriontitle"),
    "criterion_id": ("criterionid",),
    "criterion_description": ("criteriondescription", "criteriadescription"),
    "group": ("group", "category", "section"),
    "weight": ("weight", "criterionweight"),
    "negative": ("negative", "isnegative"),
    "competency": ("competency", "competencyid", "cfitem", "standard"),
    "level": ("level", "levelname", "rating", "ratingname", "quality"),
    "level_id": ("levelid",),
    "level_description": ("leveldescription", "ratingdescription", "descriptor"),
    "score": ("score", "points", "ratingpoints"),
    "feedback": ("feedback",),
    "picture": ("picture",),
    "picture_words": ("picturewords",),
    "education_level": ("educationlevel",),
}
RUBRIC_TEXTS = {"rubric": "title", "rubric_description": "description"}
CRITERION_TEXTS = {"criterion": "title", "criterion_description": "description"}
GROUP_TEXTS = {"group": "title"}
LEVEL_TEXTS = {
    "level": "name",
    "level_description": "description",
    "feedback": "feedback",
    "picture_words": "picture_words",
}
_YES = ("true", "1", "yes", "y")
_NO = ("false", "0", "no", "n")
_HEADING = re.compile(
    r"(.{1,200}?)\s*[([]\s*([-+]?[0-9]{1,9}(?:[.,][0-9]{1,6})?)\s*[a-z%]{0,8}[)\]]"
)


def is_plain_rubric(table: Table) -> bool:
    """Whether the headings name criteria."""
    return columns_of(table, MEANINGS, {}).has("criterion")


def package_of_rubric_table(
    table: Table, name: str, chosen: Mapping[str, str], notes: Notes
) -> Row:
    """The rubrics of a table in one CASE package. Raises `UnreadableDocument` without criteria."""
    columns = columns_of(table, MEANINGS, chosen)
    if not columns.has("criterion"):
        raise UnreadableDocument("no-criteria", at_row(1))
    is_long = columns.has("level")
    if is_long:
        note_unread(table, columns, notes)
    made: dict[str, _Rubric] = {}
    room = Room()
    current: _Rubric | None = None
    for row in table.rows:
        title, given = columns.cell(row, "rubric"), columns.cell(row, "rubric_id")
        if current is None or given or title:
            key = given or title or name
            current = made.setdefault(key, _Rubric(key, title or name, row, columns))
        criterion = current.criterion(row, columns, notes, is_long=is_long)
        if criterion is None:
            notes.left_out("row-without-criterion", " ".join(row))
        elif is_long:
            current.add_level(criterion, row, columns, notes)
        else:
            room.take(current.count, current.add_grid(criterion, table, row, columns))
    rubrics: list[Json] = [rubric.row(columns, notes) for rubric in made.values()]
    first = next(iter(made.values()), None)
    language = columns.cell(table.rows[0], "language") if table.rows else ""
    head = document(
        made_identifier("document", "table", *made), first.title if first else name,
        language=language,
    )  # fmt: skip
    return Draft(head, rubrics=rubrics).row()


class _Rubric:
    """A rubric while its rows go by."""

    def __init__(self, key: str, title: str, row: tuple[str, ...], columns: Columns) -> None:
        self.id = columns.cell(row, "rubric_id") or made_identifier("table rubric", key)
        self.title = title
        self._first = row
        self._criteria: dict[str, Row] = {}
        self._levels: dict[str, list[Json]] = {}
        self._groups: dict[str, Row] = {}
        self._last: str | None = None

    @property
    def count(self) -> int:
        """How many criteria there are so far."""
        return len(self._criteria)

    def criterion(
        self, row: tuple[str, ...], columns: Columns, notes: Notes, *, is_long: bool
    ) -> str | None:
        """The key of the criterion that a row is about; blank means the one above, in long form."""
        title, given = columns.cell(row, "criterion"), columns.cell(row, "criterion_id")
        if not title and not given:
            return self._last if is_long else None
        key = given or title if is_long else f"{len(self._criteria)} {title}"
        if key not in self._criteria:
            weight = columns.cell(row, "weight").rstrip("%").strip()
            if weight and _number(weight) is None:
                notes.left_out("points-no-number", weight)
            self._criteria[key] = self._made(key, title, given, row, columns)
        self._last = key
        return key

    def add_level(
        self, criterion: str, row: tuple[str, ...], columns: Columns, notes: Notes
    ) -> None:
        """One level, out of a row of the long form."""
        name = columns.cell(row, "level")
        levels = self._levels.setdefault(criterion, [])
        given = columns.cell(row, "level_id")
        if not name and not given:
            return
        points = columns.cell(row, "score")
        score = _number(points)
        if points and score is None:
            notes.left_out("points-no-number", points)
        ours = extensions(
            columns.translations(row, LEVEL_TEXTS),
            picture=columns.cell(row, "picture"),
            pictureWords=columns.cell(row, "picture_words"),
            educationLevel=split_list(columns.cell(row, "education_level"), "|"),
        )
        made = made_identifier("table level", self.id, criterion, str(len(levels)), name)
        levels.append(
            known(
                {"identifier": given or made, "quality": name},
                description=columns.cell(row, "level_description"),
                score=score,
                feedback=columns.cell(row, "feedback"),
                extensions=[ours] if ours else [],
            )
        )

    def add_grid(self, criterion: str, table: Table, row: tuple[str, ...], columns: Columns) -> int:
        """The levels of one row of a grid; how many they are."""
        levels = self._levels.setdefault(criterion, [])
        taken = set(columns.places.values())
        for place, heading in enumerate(table.header):
            if place in taken or not (heading or row[place].strip()):
                continue
            found = _HEADING.fullmatch(heading)
            name, score = (found.group(1), _number(found.group(2))) if found else (heading, None)
            made = made_identifier("table level", self.id, criterion, str(place))
            level = known({"identifier": made}, quality=name, description=row[place].strip())
            levels.append(known(level, score=score))
        return len(levels)

    def row(self, columns: Columns, notes: Notes) -> Row:
        """The rubric as a CFRubric."""
        is_long = columns.has("level")
        for key, criterion in self._criteria.items():
            criterion["CFRubricCriterionLevels"] = numbered(self._levels.get(key, []))
        ours: Row = extensions(
            columns.translations(self._first, RUBRIC_TEXTS),
            rubricKind=columns.cell(self._first, "kind"),
            ageBands=split_list(columns.cell(self._first, "bands"), "|"),
            scoreUnit=columns.cell(self._first, "score_unit"),
            version=columns.cell(self._first, "version"),
        )
        for meaning, key in (("shows_scores", "showsScores"), ("shows_weights", "showsWeights")):
            if columns.cell(self._first, meaning).casefold() in _NO:
                ours[key] = False
        ours["groups"] = list(self._groups.values())
        if not is_long:
            notes.mended("grid")
        return known(
            {"identifier": self.id, "title": self.title},
            description=columns.cell(self._first, "rubric_description"),
            CFRubricCriteria=numbered(self._criteria.values()),
            extensions=ours,
        )

    def _group(self, title: str, row: tuple[str, ...], columns: Columns) -> Row:
        identifier = made_identifier("group", self.id, title)
        languages = extensions(columns.translations(row, GROUP_TEXTS))
        return known({"identifier": identifier, "title": title}, **languages)

    def _made(
        self, key: str, title: str, given: str, row: tuple[str, ...], columns: Columns
    ) -> Row:
        group = columns.cell(row, "group")
        if group:
            self._groups.setdefault(group, self._group(group, row, columns))
        competency = columns.cell(row, "competency")
        ours = extensions(
            columns.translations(row, CRITERION_TEXTS),
            title=title,
            description=columns.cell(row, "criterion_description"),
        )
        ours["title"] = title
        ours["groupId"] = self._groups[group]["identifier"] if group else ""
        if columns.cell(row, "negative").casefold() in _YES:
            ours["isNegative"] = True
        if competency:
            ours["competencyTitle"] = ""
        return known(
            {"identifier": given or made_identifier("table criterion", self.id, key)},
            description=title,
            weight=_number(columns.cell(row, "weight").rstrip("%")),
            CFItemURI={"identifier": competency, "title": competency} if competency else None,
            extensions=ours,
        )


def _number(text: str) -> float | None:
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) else None
