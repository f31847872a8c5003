"""A framework as CSV: one row for each competency, for any spreadsheet and for coming back.

No cell can run as a formula (see `table_writer`). Other languages stand in columns of their own,
such as "Notes [nl]" and "Child 5-7 [nl]". Links other than the tree, and the name of the framework
in other languages, have no place in a table.
"""

import csv
import io

from rubrics.foreign.cell_lists import joined_list
from rubrics.foreign.plain_framework import TEXTS
from rubrics.framework import AGE_BANDS, CHILD, Competency, Framework
from rubrics.table_writer import MARK, language_columns, safe

_COLUMNS = (
    *("Framework", "Framework ID", "Framework description", "Framework language"),
    *("Framework creator", "Framework licence", "Framework version"),
    *("Identifier", "Parent ID", "Code", "Full statement"),
    *("Abbreviated statement", "Type", "List enumeration", "Sequence", "Education level"),
    *("Keywords", "Notes", "Language", "URI"),
    *(f"Child {band}" for band in AGE_BANDS),
    *(f"Picture {band}" for band in AGE_BANDS),
)
_HEADINGS = {
    "statement": "Full statement",
    "short": "Abbreviated statement",
    "notes": "Notes",
    **{f"{CHILD}{band}": f"Child {band}" for band in AGE_BANDS},
}


def write_framework_table(framework: Framework) -> bytes:
    """The framework as one CSV file in UTF-8, each parent before its children."""
    spoken = language_columns(TEXTS.items(), (one.translations for one in framework.competencies))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    others = (f"{_HEADINGS[meaning]} [{language}]" for meaning, _name, language in spoken)
    writer.writerow([*_COLUMNS, *others])
    start = _of_framework(framework)
    for one in framework.competencies:
        words = (one.translations.get(tag, {}).get(name, "") for _meaning, name, tag in spoken)
        writer.writerow(map(safe, [*start, *_row(one), *words]))
    if not framework.competencies:
        writer.writerow(map(safe, start))
    return (MARK + text.getvalue()).encode()


def _of_framework(one: Framework) -> list[str]:
    return [one.title, one.id, one.description, one.language, one.creator, one.licence, one.version]


def _row(one: Competency) -> list[str]:
    return [
        *(one.id, one.parent_id or "", one.code, one.statement),
        *(one.short_statement, one.kind, one.enumeration, str(one.position + 1)),
        *(joined_list(one.education_levels), joined_list(one.keywords), one.notes),
        *(one.language, one.uri),
        *(one.child_wording.get(band, "") for band in AGE_BANDS),
        *(one.child_pictures.get(band, "") for band in AGE_BANDS),
    ]
