"""Rubrics as CSV: one row for each level, in UTF-8, for any spreadsheet and for coming back.

No cell can run as a formula: one that would begin as such is given an apostrophe, which reading
takes away again. Languages other than the first have no place in a table.
"""

import csv
import io
from collections.abc import Iterable

from rubrics.foreign.table import FORMULA_STARTS
from rubrics.rubric import Criterion, Level, Rubric

_COLUMNS = (
    *("Rubric", "Rubric ID", "Rubric description", "Rubric kind", "Language", "Version"),
    *("Age bands", "Score unit", "Shows scores", "Shows weights"),
    *("Criterion", "Criterion ID", "Criterion description", "Group", "Weight", "Negative"),
    *("Competency", "Level", "Level ID", "Level description", "Score", "Feedback"),
    *("Picture", "Picture words", "Education level"),
)
_MARK = "\ufeff"


def write_table(rubrics: Iterable[Rubric]) -> bytes:
    """The rubrics as one CSV file, levels from the least to the most."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for rubric in rubrics:
        titles = {group.id: group.title for group in rubric.groups}
        for criterion in rubric.criteria:
            group = titles.get(criterion.group_id or "", "")
            start = [*_of_rubric(rubric), *_of_criterion(criterion, group)]
            for level in criterion.levels or (None,):
                writer.writerow([*start, *(_of_level(level) if level else [""] * 8)])
    return (_MARK + text.getvalue()).encode()


def _of_rubric(rubric: Rubric) -> list[str]:
    return [
        *map(_safe, (rubric.title, rubric.id, rubric.description, rubric.kind, rubric.language)),
        *map(_safe, (rubric.version, "|".join(rubric.bands), rubric.score_unit)),
        str(rubric.shows_scores).lower(),
        str(rubric.shows_weights).lower(),
    ]


def _of_criterion(criterion: Criterion, group: str) -> list[str]:
    return [
        *map(_safe, (criterion.title, criterion.id, criterion.description, group)),
        _number(criterion.weight),
        "true" if criterion.is_negative else "",
        _safe(criterion.competency_id or ""),
    ]


def _of_level(level: Level) -> list[str]:
    return [
        *map(_safe, (level.name, level.id, level.description)),
        _number(level.score),
        *map(_safe, (level.feedback, level.picture, level.picture_words)),
        _safe("|".join(level.education_levels)),
    ]


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)
