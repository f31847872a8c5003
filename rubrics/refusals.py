"""What is said of a file that cannot be read: codes with facts, and the English of each.

Whoever shows a refusal has the words in the reader's language, by code, as with the remarks of a
report; the English here is for logs, and for where nobody has others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Fact = str | int


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something is wrong: the code of the words, and what stands in them."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)


WHOLE = Place("whole")
START = Place("start")
TOP = Place("top")
CHOICE = Place("choice")

PLACES: Mapping[str, str] = {
    "whole": "whole file",
    "start": "first bytes",
    "top": "top of the file",
    "choice": "choice of columns",
    "byte": "byte {byte}",
    "line": "line {line}, column {column}",
    "row": "row {row}",
    "part": "{part}",
}
ADVICE: Mapping[str, str] = {
    "another": "Choose another file",
    "another-case": "Choose the CASE file; its name usually ends in .json",
    "as-csv": "Open it in a spreadsheet program and save it as CSV in UTF-8",
    "columns-here": "It has {known}",
    "copy-sheet": "Copy the sheet into a new workbook, or save it as CSV in UTF-8",
    "download-again": "Download it again and choose the new copy",
    "download-graph": "Download the whole graph of the framework, not its summary",
    "download-package": "Download the CFPackage of the framework you want",
    "export-again": "Export it again, or choose another file",
    "export-formats": "Export it again in one of these formats, or as a table",
    "export-moodle": "Export the framework again with Moodle's own export",
    "export-part": "Export a smaller part of the framework",
    "fewer-columns": "Take the columns out that are not needed",
    "look-at-marks": "Look at the quotation marks, and save it again as CSV",
    "meanings": "Use one of {known}",
    "name-criterion": "Name it, as in: criterion=the heading of that column",
    "name-statement": "Name it, as in: statement=the heading of that column",
    "save-json": "Save it again as JSON in UTF-8, or choose another file",
    "several-files": "Import it in several files",
    "take-out": "Take out what is not needed",
    "unpack": "Unpack it and choose the file inside",
    "unpack-json": "Unpack it and choose the .json file inside",
}
REFUSALS: Mapping[str, tuple[str, str]] = {
    "case-error": ("The file is the error message of a server, not a CASE package",
                   "download-again"),
    "case-list": ("The file is a list of frameworks without their contents", "download-package"),
    "case-none": ("The file is JSON, but not a CASE package: it has no CFDocument, CFItems or "
                  "CFRubrics", "another-case"),
    "column-missing": ("The table has no column “{heading}”", "columns-here"),
    "column-unmeant": ("There is no meaning “{meaning}” for a column", "meanings"),
    "columns-too-many": ("The table has more than {limit} columns", "fewer-columns"),
    "ctdl-none": ("The file is JSON-LD without a framework, competency or rubric of CTDL-ASN",
                  "download-graph"),
    "empty": ("The file is empty", "another"),
    "gzip-bomb": ("The compressed file holds more than {megabytes} MB", "export-part"),
    "gzip-damaged": ("The compressed file is damaged", "download-again"),
    "gzip-layers": ("The file is compressed more than {limit} times over", "unpack"),
    "gzip-short": ("The compressed file ends too early", "download-again"),
    "json-bad": ("The file is not valid JSON", "export-again"),
    "json-deep": ("The file is nested deeper than {limit} levels", "another"),
    "json-number": ("The file holds a number that is too long", "export-again"),
    "json-other": ("The file is JSON, but neither CASE, CTDL-ASN, DigComp nor a D2L rubric",
                   "export-formats"),
    "json-twice": ("The file says the same part twice, so that the first would be lost",
                   "export-again"),
    "list-too-long": ("The file has a list of {count} entries where {limit} fit",
                      "several-files"),
    "moodle-none": ("The table is not a competency framework of Moodle: its first row is no "
                    "framework", "export-moodle"),
    "no-criteria": ("None of the columns is known to hold criteria", "name-criterion"),
    "no-statements": ("None of the columns is known to hold statements", "name-statement"),
    "not-text": ("The file is neither text nor a workbook", "another"),
    "not-utf8": ("The file is not text in UTF-8", "save-json"),
    "open-document": ("The file is an OpenDocument workbook (.ods)", "as-csv"),
    "pdf": ("The file is a PDF", "another"),
    "rows-too-many": ("The table has more than {limit} rows", "several-files"),
    "sheet-too-large": ("The sheet has more than {limit} rows or far too many columns",
                        "take-out"),
    "table-cell": ("A cell of the table has no end, or more letters than the {limit} that are "
                   "taken", "look-at-marks"),
    "table-empty": ("The table is empty", "another"),
    "too-large": ("The file is larger than {megabytes} MB", "export-part"),
    "too-many-associations": ("The file holds more than {limit} associations", "several-files"),
    "too-many-criteria": ("The file holds more than {limit} criteria", "several-files"),
    "too-many-frameworks": ("The file holds more than {limit} frameworks", "several-files"),
    "too-many-in-criterion": ("The file holds more than {limit} levels in a criterion",
                              "several-files"),
    "too-many-in-rubric": ("The file holds more than {limit} criteria in a rubric",
                           "several-files"),
    "too-many-items": ("The file holds more than {limit} items", "several-files"),
    "too-many-levels": ("The file holds more than {limit} levels", "several-files"),
    "too-many-lists": ("The file holds more than {limit} lists and objects", "export-part"),
    "too-many-packages": ("The file holds more than {limit} packages", "several-files"),
    "too-many-rubrics": ("The file holds more than {limit} rubrics", "several-files"),
    "too-many-values": ("The file holds more than {limit} values", "export-part"),
    "web-page": ("The file is a web page or XML, not JSON", "another"),
    "workbook-bomb": ("The workbook holds more than {megabytes} MB, or far too much beside its "
                      "sheets", "copy-sheet"),
    "workbook-damaged": ("The workbook is damaged, or of a kind that is not understood",
                         "as-csv"),
    "workbook-entities": ("The workbook declares entities, which no spreadsheet program does",
                          "another"),
    "workbook-library": ("This school was set up without the library for workbooks", "as-csv"),
    "workbook-locked": ("The workbook is damaged or locked with a password", "as-csv"),
    "workbook-old": ("The file is a workbook of the old kind (.xls), or locked with a password",
                     "as-csv"),
    "workbook-unread": ("Workbooks are not read here", "as-csv"),
    "zip": ("The file is a ZIP archive, not a workbook", "unpack"),
    "zip-case": ("The file is a ZIP archive, not a CASE file", "unpack-json"),
}  # fmt: skip
"""What is wrong, and the code of what to do about it."""


def at_byte(byte: int) -> Place:
    """The place of a byte, counted from 1."""
    return Place("byte", {"byte": f"{byte}"})


def at_line(line: int, column: int) -> Place:
    """A place in a text, both counted from 1."""
    return Place("line", {"line": f"{line}", "column": f"{column}"})


def at_row(row: int) -> Place:
    """A row of a table, counted from 1."""
    return Place("row", {"row": f"{row}"})


def in_part(part: str) -> Place:
    """A part of a file by its own name."""
    return Place("part", {"part": part[:100]})


def in_english(code: str, place: Place, facts: Mapping[str, Fact]) -> str:
    """A refusal as two sentences: what, where, and what to do."""
    what, advice = REFUSALS[code]
    where = PLACES[place.code].format(**place.facts)
    return f"{what.format(**facts)} ({where}). {ADVICE[advice].format(**facts)}."
