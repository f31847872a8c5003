"""Any file with a framework or rubrics in it, whatever its format: what it holds, and a report.

The one door for imports, on the device and at the school. Formats are told by what is in the file,
never by its name.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rubrics.case import CasePackage, write_case
from rubrics.case.collecting import uncollected
from rubrics.case.fields import Row
from rubrics.case.file import Json, inflated, json_of
from rubrics.case.reader import package_of, packages_of
from rubrics.case.wrapping import is_case
from rubrics.errors import UnreadableDocument
from rubrics.foreign import (
    canvas,
    ctdl,
    d2l,
    digcomp,
    graph,
    moodle,
    plain_framework,
    plain_rubric,
)
from rubrics.foreign.columns import columns_of, plain
from rubrics.foreign.table import Table, WorkbookReader, is_workbook, tables_of
from rubrics.limits import LABEL_CHARACTERS_MAX, PACKAGE_COUNT_MAX, TABLE_HEADING_ROW_MAX
from rubrics.refusals import TOP
from rubrics.report import ImportReport, Notes

FRAMEWORK = "framework"
RUBRIC = "rubric"
CASE = "CASE"

_BYTES_LOOKED_AT = 4_096


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a file holds. `format` is a word for reports; `content` is the file to keep.

    A CASE file is kept as it came, another as the CASE that was made of it.
    """

    format: str
    packages: tuple[CasePackage, ...]
    report: ImportReport
    content: bytes


def read_document(
    raw: bytes,
    *,
    name: str = "",
    wanted: str = "",
    columns: Mapping[str, str] | None = None,
    workbook: WorkbookReader | None = None,
) -> ReadDocument:
    """Read CASE, CTDL-ASN and DigComp JSON-LD, D2L JSON, CSV and workbooks; gzip or not.

    `name` is the name of the file: what has no title is called so. `wanted` ("framework" or
    "rubric") decides about tables that could be either. `columns` says which column of a plain
    table means what: our name -> their heading. `workbook` reads workbooks, which the standard
    library does not. Raises `UnreadableDocument`, and nothing else.
    """
    notes, title = Notes(), _title(name)
    content = inflated(raw)
    if not _looks_like_json(content):
        table = _chosen(tables_of(content, notes, workbook), columns or {}, notes)
        kind, rows = _of_table(table, title, wanted, columns or {}, notes)
    else:
        with uncollected():
            value = json_of(raw)
            if is_case(value):
                packages = packages_of(value, hashlib.sha256(raw).hexdigest())
                return ReadDocument(CASE, packages, _together(packages), raw)
            kind, rows = _of_json(value, title, notes)
    if len(rows) > PACKAGE_COUNT_MAX:
        raise UnreadableDocument("too-many-frameworks", limit=PACKAGE_COUNT_MAX)
    return _converted(kind, rows, hashlib.sha256(raw).hexdigest(), notes)


def dated(document: ReadDocument, changed_at: str) -> ReadDocument:
    """The same with a time of change (RFC 3339) for what has none, to tell versions apart.

    A CASE file is kept as it is: its maker says when it changed.
    """
    if document.format == CASE or all(one.document.changed_at for one in document.packages):
        return document
    packages = [
        replace(
            one, document=replace(one.document, changed_at=one.document.changed_at or changed_at)
        )
        for one in document.packages
    ]
    return _kept(document.format, packages, document.report)


def same_words(one: CasePackage, other: CasePackage) -> bool:
    """Whether two packages say the same, whenever and from whichever file they came."""
    return _undated(one) == _undated(other)


def _undated(package: CasePackage) -> CasePackage:
    plain = replace(package, document=replace(package.document, changed_at=""))
    return replace(_with_hash(plain, ""), report=ImportReport())


def _converted(kind: str, rows: list[Row], source_hash: str, notes: Notes) -> ReadDocument:
    first, *others = rows
    packages = [package_of(first, source_hash, notes)]
    packages += [package_of(row, source_hash) for row in others]
    return _kept(kind, packages, _together(tuple(packages)))


def _kept(kind: str, packages: list[CasePackage], report: ImportReport) -> ReadDocument:
    written = [write_case(one) for one in packages]
    content = written[0] if len(written) == 1 else b"[" + b",".join(written) + b"]"
    own_hash = hashlib.sha256(content).hexdigest()
    return ReadDocument(kind, tuple(_with_hash(one, own_hash) for one in packages), report, content)


def _with_hash(package: CasePackage, source_hash: str) -> CasePackage:
    framework = package.framework
    return replace(
        package,
        framework=replace(framework, source_hash=source_hash) if framework else None,
        rubrics=tuple(replace(one, source_hash=source_hash) for one in package.rubrics),
    )


def _together(packages: tuple[CasePackage, ...]) -> ImportReport:
    report = ImportReport()
    for package in packages:
        report = report.and_then(package.report)
    return report


def _title(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2].removesuffix(".gz")
    return " ".join((last.rpartition(".")[0] or last).split())[:LABEL_CHARACTERS_MAX] or "Untitled"


def _looks_like_json(content: bytes) -> bool:
    if is_workbook(content):
        return False
    start = content[:_BYTES_LOOKED_AT].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
    # What is no table either is refused in the words of the JSON reader: PDF, web pages, nothing.
    return not start or start[:1] in (b"{", b"[", b"<") or start.startswith((b"%PDF", b"PK\x05"))


def _of_json(value: Json, title: str, notes: Notes) -> tuple[str, list[Row]]:
    if d2l.is_d2l(value):
        return "D2L", [d2l.package_of_d2l(value, title, notes)]
    value = graph.unwrapped(value)
    if graph.has_graph(value):
        rows = graph.rows_of_graph(value)
        if digcomp.is_digcomp(rows):
            return "DigComp", [digcomp.package_of_digcomp(rows, notes)]
        return "CTDL-ASN", ctdl.packages_of_ctdl(value, title, notes)
    raise UnreadableDocument("json-other", TOP)


def _chosen(tables: list[tuple[str, Table]], columns: Mapping[str, str], notes: Notes) -> Table:
    """The first sheet with headings that are known, from the row on where they stand."""
    places = [_heading_row(table, columns) for _title, table in tables]
    known = next((n for n, (_row, count) in enumerate(places) if count), 0)
    for number, (title, table) in enumerate(tables):
        if number != known:
            notes.left_out("other-sheets", f"{title}: {len(table.rows) + 1} rows")
    table, above = tables[known][1], places[known][0]
    for row in (table.header, *table.rows)[:above]:
        notes.left_out("rows-above-headings", " ".join(row))
    return table.below(above)


def _heading_row(table: Table, columns: Mapping[str, str]) -> tuple[int, int]:
    """How many rows stand above the headings, and how many of these are known.

    Titles and dates stand there; one that happens to be a heading too, such as "Competency", is
    passed by when more headings are known further down. A lone word further down that is one by
    chance, in a text that is no table, has other signs around it than headings have.
    """
    counts = [
        _known_headings(table.below(place), columns)
        for place in range(min(len(table.rows), TABLE_HEADING_ROW_MAX) + 1)
    ]
    for place, row in enumerate(table.rows[:TABLE_HEADING_ROW_MAX], start=1):
        begins = (cell.strip()[:1] for cell in row)
        if counts[place] == 1 and not all(one.isalnum() for one in begins if one):
            counts[place] = 0
    best = max(counts)
    place = 0 if counts[0] > 1 or counts[0] == best else counts.index(best)
    return place, counts[place]


def _known_headings(table: Table, columns: Mapping[str, str]) -> int:
    if columns:
        headings = {plain(one) for one in table.header}
        return len(columns) if headings.issuperset(map(plain, columns.values())) else 0
    some = Table(table.header, table.rows[:TABLE_HEADING_ROW_MAX])
    if canvas.is_canvas(some) or moodle.is_moodle(some) or digcomp.is_digcomp_table(some):
        return len(table.header)
    counts = [
        len(columns_of(some, kind.MEANINGS, {}).places)
        for kind, is_kind in (
            (plain_framework, plain_framework.is_plain_framework),
            (plain_rubric, plain_rubric.is_plain_rubric),
        )
        if is_kind(some)
    ]
    return max(counts, default=0)


def _of_table(
    table: Table, title: str, wanted: str, columns: Mapping[str, str], notes: Notes
) -> tuple[str, list[Row]]:
    if not columns:
        if canvas.is_canvas(table):
            return "Canvas", [canvas.package_of_canvas(table, title, notes)]
        if moodle.is_moodle(table):
            return "Moodle", [moodle.package_of_moodle(table, notes)]
        if digcomp.is_digcomp_table(table):
            return "DigComp", [digcomp.package_of_digcomp_table(table, title, notes)]
    is_rubric = wanted == RUBRIC or (
        wanted != FRAMEWORK
        and plain_rubric.is_plain_rubric(table)
        and not plain_framework.is_plain_framework(table)
    )
    if is_rubric:
        return "table", [plain_rubric.package_of_rubric_table(table, title, columns, notes)]
    return "table", [plain_framework.package_of_table(table, title, columns, notes)]
