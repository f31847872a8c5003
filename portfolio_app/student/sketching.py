"""Drawings that are being made: each mark is kept as soon as the pen is lifted, then the whole.

Marks wait in a table of their own until the drawing is done, and so do words that were typed for it
and stand nowhere on it yet; a crash between loses none of them. A finished drawing is a picture
like any other, with the marks beside it. No Flet may enter.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from portfolio_app.errors import BadInput
from portfolio_app.model.artifact import DRAWING_TYPE, Work, WorkFile
from portfolio_app.model.drawing import (
    MARKS_LIMIT,
    SHEET,
    WORDS_LIMIT,
    Drawing,
    Mark,
    read_drawing,
    sheet_like,
    write_drawing,
)
from portfolio_app.student import capturing, pictures
from portfolio_app.student.intake import TakenFile, take_file
from portfolio_app.student.portfolio import Portfolio

TABLE = "sketches"
SAID = "sketch_words"
"""A table of its own for words in hand: an older app would take a row among the marks for a sheet
with none.
"""
NEW = "new"
"""The sketch that belongs to no work yet; others are named by the file that they go on with."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on: the drawing as it is now, as it was when it was last finished, and the
    picture beneath, its SHA-256 or ""; and the words `said` that were typed but put nowhere yet.
    """

    drawing: Drawing
    before: Drawing
    beneath: str = ""
    said: str = ""


def open_sheet(portfolio: Portfolio, work_id: str = "", file_id: str = "") -> Sheet:
    """A drawing or photo of a work to be drawn on, or a new sheet, with marks that wait.

    Raises BadInput for a picture that is not on this device, and for a drawing that cannot be read.
    """
    if not file_id:
        before, beneath = Drawing(*SHEET), ""
    else:
        work = portfolio.existing_work(work_id)
        before = _before(portfolio, work, capturing.existing_file(portfolio, work_id, file_id))
        beneath = _beneath(portfolio, work, before)
    waiting = _waiting(portfolio, file_id or NEW)
    drawing = before if waiting is None else replace(before, marks=waiting)
    return Sheet(drawing, before, beneath, _said(portfolio, file_id or NEW))


def keep_marks(portfolio: Portfolio, file_id: str, marks: Sequence[Mark]) -> None:
    """Keep the marks of a sketch as they are now: what came is added, what went is removed."""
    if len(marks) > MARKS_LIMIT:
        raise BadInput(f"A drawing has at most {MARKS_LIMIT} lines. Begin another one.")
    table = portfolio.vault.db.table(TABLE)
    name = file_id or NEW
    with portfolio.durable():
        rows = _rows(portfolio, name)
        wanted: list[dict[str, Any]] = [mark.as_json() for mark in marks]
        same = 0
        while same < min(len(rows), len(wanted)) and rows[same][1] == wanted[same]:
            same += 1
        if rows[same:]:
            table.remove(doc_ids=[number for number, _ in rows[same:]])
        # A row of its own says that there is a sketch, also when nothing is on it any more.
        fresh = [{"kind": "mark", "sketch": name, "mark": mark} for mark in wanted[same:]]
        if not any(one["sketch"] == name and one["kind"] == "sheet" for one in table):
            fresh.insert(0, {"kind": "sheet", "sketch": name})
        if fresh:
            table.insert_multiple(fresh)


def keep_said(portfolio: Portfolio, file_id: str, said: str) -> None:
    """Keep the words that were typed and are put nowhere yet; with "" there are none any more."""
    with portfolio.durable():
        _forget_rows(portfolio, SAID, {file_id or NEW})
        if said:
            row = {"sketch": file_id or NEW, "words": said[:WORDS_LIMIT]}
            portfolio.vault.db.table(SAID).insert(row)


def waiting_sketches(portfolio: Portfolio) -> tuple[str, ...]:
    """Names of sketches with marks that wait: NEW, or the id of a file; NEW with words alone too,
    which belong to nothing that could be opened.
    """
    with portfolio.lock:
        found = {one["sketch"] for one in portfolio.vault.db.table(TABLE) if one["kind"] == "mark"}
        is_new = bool(_said(portfolio, NEW))
    return tuple(sorted(found | ({NEW} if is_new else set())))


def finish(portfolio: Portfolio, work_id: str = "", file_id: str = "") -> tuple[str, str]:
    """Make a picture of a sketch: a new work, or the newer version of a file. Returns the ids of
    the work and of the file; as they were ("" for a new one) where nothing was drawn. Words in hand
    stay in hand, for whoever goes on with the picture.
    """
    sheet = open_sheet(portfolio, work_id, file_id)
    if sheet.drawing == sheet.before:
        _forget(portfolio, file_id or NEW)
        return work_id, file_id
    beneath = b"".join(portfolio.read_media(sheet.beneath)) if sheet.beneath else None
    painted, ending = pictures.flatten(sheet.drawing, beneath)
    picture = take_file(portfolio, f"drawing.{ending}", [painted])
    received = portfolio.vault.media.receive([write_drawing(sheet.drawing)])
    marks = TakenFile("drawing.json", DRAWING_TYPE, received, received)
    picture_id, marks_id = portfolio.world.new_id(), portfolio.world.new_id()
    if file_id:
        writes = []
        under = capturing.existing_file(portfolio, work_id, file_id)
        seen = {"seen": under.seen} if under.seen else {}
        place = capturing.newer(under, work_id) | seen
    else:
        work_id = portfolio.world.new_id()
        writes = capturing.new_work(portfolio, work_id)
        place = {"artifact": work_id, "position": 0}
    beside = {"artifact": work_id, "position": place["position"], "part_of": picture_id}
    with portfolio.durable():
        capturing.put_files(
            portfolio, writes, [(picture_id, picture, place), (marks_id, marks, beside)]
        )
        _forget(portfolio, file_id or NEW)
        if sheet.said:
            keep_said(portfolio, file_id, "")
            keep_said(portfolio, picture_id, sheet.said)
    return work_id, picture_id


def forget_files(portfolio: Portfolio, files: Collection[str]) -> None:
    """Forget what waits for files that are deleted; belongs inside `durable`."""
    for table in (TABLE, SAID):
        _forget_rows(portfolio, table, files)


def is_drawn_on(work: Work, file: WorkFile) -> bool:
    """Whether a picture has marks that can be gone on with."""
    return any(one.part_of == file.id and one.media_type == DRAWING_TYPE for one in work.parts)


def _before(portfolio: Portfolio, work: Work, file: WorkFile) -> Drawing:
    marks = next(
        (one for one in work.parts if one.part_of == file.id and one.media_type == DRAWING_TYPE),
        None,
    )
    if marks is None:
        return Drawing(*sheet_like(file.width, file.height), over=file.id)
    if not portfolio.has_media(marks.media):
        raise _not_here()
    return read_drawing(b"".join(portfolio.read_media(marks.media)))


def _beneath(portfolio: Portfolio, work: Work, drawing: Drawing) -> str:
    if not drawing.over:
        return ""
    photo = work.file(drawing.over)
    if photo is None or not photo.preview or not portfolio.has_media(photo.preview):
        raise _not_here()
    return photo.preview


def _not_here() -> BadInput:
    return BadInput(
        "This picture is not on this device yet. Look at it once while there is internet, "
        "then draw on it."
    )


def _waiting(portfolio: Portfolio, name: str) -> tuple[Mark, ...] | None:
    with portfolio.lock:
        found = [one for one in portfolio.vault.db.table(TABLE) if one["sketch"] == name]
    if not found:
        return None
    return tuple(Mark.read(mark) for _, mark in _rows(portfolio, name))


def _rows(portfolio: Portfolio, name: str) -> list[tuple[int, dict[str, Any]]]:
    rows = (one for one in portfolio.vault.db.table(TABLE) if one["sketch"] == name)
    return sorted((one.doc_id, one["mark"]) for one in rows if one["kind"] == "mark")


def _said(portfolio: Portfolio, name: str) -> str:
    with portfolio.lock:
        found = (one for one in portfolio.vault.db.table(SAID) if one["sketch"] == name)
        return next((str(one["words"]) for one in found), "")


def _forget(portfolio: Portfolio, name: str) -> None:
    with portfolio.durable():
        _forget_rows(portfolio, TABLE, {name})


def _forget_rows(portfolio: Portfolio, name: str, sketches: Collection[str]) -> None:
    table = portfolio.vault.db.table(name)
    gone = [one.doc_id for one in table if one["sketch"] in sketches]
    if gone:
        table.remove(doc_ids=gone)
