"""A framework as CSV: one row for each competency, for any spreadsheet and for coming back.

No cell can run as a formula (see `table_writer`). Links other than the tree, and languages other
than the first, have no place in a table.
"""

import csv
import io

from rubrics.foreign.table import FORMULA_STARTS
from rubrics.framework import AGE_BANDS, Competency, Framework

_COLUMNS = (
    *("Framework", "Framework ID", "Identifier", "Parent ID", "Code", "Full statement"),
    *("Abbreviated statement", "Type", "List enumeration", "Sequence", "Education level"),
    *("Keywords", "Notes", "Language"),
    *(f"Child {band}" for band in AGE_BANDS),
    *(f"Picture {band}" for band in AGE_BANDS),
)
_MARK = "\ufeff"


def write_framework_table(framework: Framework) -> bytes:
    """The framework as one CSV file in UTF-8, each parent before its children."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for competency in framework.competencies:
        writer.writerow([_safe(one) for one in _row(framework, competency)])
    return (_MARK + text.getvalue()).encode()


def _row(framework: Framework, one: Competency) -> list[str]:
    return [
        *(framework.title, framework.id, one.id, one.parent_id or "", one.code, one.statement),
        *(one.short_statement, one.kind, one.enumeration, str(one.position + 1)),
        *("|".join(one.education_levels), "|".join(one.keywords), one.notes),
        one.language or framework.language,
        *(one.child_wording.get(band, "") for band in AGE_BANDS),
        *(one.child_pictures.get(band, "") for band in AGE_BANDS),
    ]


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
