"""The addresses by which files come into the library and leave it.

A file is looked at first: what it holds, what was mended or left out, and what it changes. Only
then somebody says to which classes it goes.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.locales import Words
from portfolio_app.model.people import ClassId
from portfolio_app.school import library
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.forms import FORM_BYTES_LIMIT, read_own_form, read_own_upload
from portfolio_app.school.tray import Waiting
from portfolio_app.school.wiring import School, school_of
from portfolio_app.school.workshop.rubric_routes import CLASS_FIELD, Desk, read_desk
from portfolio_app.school.workshop.shelves import shelf_page
from rubrics.case import CasePackage, write_case
from rubrics.documents import FRAMEWORK, RUBRIC, ReadDocument
from rubrics.framework_table import write_framework_table
from rubrics.limits import RAW_BYTES_MAX
from rubrics.table_writer import write_table

_COUNTED = ("packages", "items", "associations", "rubrics", "criteria", "levels")
_COLUMNS_LIMIT = 60


@post(
    "/library/files",
    opt=who(TEACHER),
    status_code=200,
    request_max_body_size=RAW_BYTES_MAX + FORM_BYTES_LIMIT + 1,
)
async def look_at_file(request: AnyRequest) -> Response[Any]:
    """Read a file that was chosen, and say what taking it would mean."""
    school, teacher = school_of(request), signed_in(request).person
    upload = await read_own_upload(request, bytes_limit=RAW_BYTES_MAX)
    document = upload.fields.get("document", "")
    if document not in (FRAMEWORK, RUBRIC):
        raise BadInput("The form could not be read; open the page again.")
    desk = await read_desk(request)
    typed = upload.fields.get("columns", "")
    try:
        file = Waiting(upload.name, upload.content, document, _columns(typed, school.words))
        read = await school.turns.file(lambda: _read(school, file))
    except BadInput as problem:
        said = str(problem) if upload.content else school.words("teacher-import-no-file")
        more = {"problem": said, "document": document, "columns": typed}
        return await shelf_page(request, desk, 400, **more)
    name = school.new_id()
    school.tray.put(teacher.id, name, file, school.now_ms())
    return await _look_page(request, desk, name, file, read, desk.taught)


@post("/library/files/{name:str}", opt=who(TEACHER), status_code=303)
async def take_file(request: AnyRequest, name: FromPath[str]) -> Response[Any]:
    """Give a file that was looked at to the classes that were chosen."""
    school, teacher = school_of(request), signed_in(request).person
    form, desk = await read_own_form(request), await read_desk(request)
    file = school.tray.find(teacher.id, name, school.now_ms())
    if file is None:
        return await shelf_page(
            request, desk, 409, problem=school.words("teacher-import-gone"), document=FRAMEWORK
        )
    read = await school.turns.file(lambda: _read(school, file))
    chosen = tuple(one for one in desk.taught if f"{CLASS_FIELD}{one}" in form)
    if not chosen:
        return await _look_page(request, desk, name, file, read, (), "no-class")
    beside = await school.turns.file(lambda: library.beside(desk.catalog, read))
    if form.get("seen", "") != _seen(beside):
        return await _look_page(request, desk, name, file, read, chosen, "changed")
    given = await school.turns.file(
        lambda: library.give(
            school.database, school.media, read, file.document, chosen,
            now_ms=school.now_ms(), new_id=school.new_id, by=teacher.id,
        )
    )  # fmt: skip
    school.tray.drop(teacher.id, name)
    return Redirect(f"/library?given={given.new_in_classes}", status_code=303)


@get("/library/{document:str}/{document_id:str}/{source:str}/{shape:str}", opt=who(TEACHER))
async def export(
    request: AnyRequest,
    document: FromPath[str],
    document_id: FromPath[str],
    source: FromPath[str],
    shape: FromPath[str],
) -> Response[bytes]:
    """One version of a framework or rubric, as CASE or as a table."""
    school, desk = school_of(request), await read_desk(request)
    package = desk.catalog.package(source, document_id)
    if package is None or document not in (FRAMEWORK, RUBRIC):
        raise NotFound("There is no such document here.")
    if shape == "case":
        content = await school.turns.file(lambda: write_case(package))
        return _download(content, _file_name(package, document_id), "json", "application/json")
    if shape != "csv":
        raise NotFound("There is no such document here.")
    content = await school.turns.file(lambda: _table(package, document_id))
    return _download(content, _file_name(package, document_id), "csv", "text/csv")


async def _look_page(
    request: AnyRequest,
    desk: Desk,
    name: str,
    file: Waiting,
    read: ReadDocument,
    chosen: Sequence[ClassId],
    problem: str = "",
) -> Response[str]:
    school, signed = school_of(request), signed_in(request)
    beside = await school.turns.file(lambda: library.beside(desk.catalog, read))
    taken = read.report.taken
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "name": name,
        "file": file,
        "title": library.title_of(read.packages, file.document),
        "format": read.format,
        "counts": [(what, taken[what]) for what in _COUNTED if taken.get(what)],
        "report": read.report,
        "is_known": any(beside.versions),
        "beside": beside,
        "seen": _seen(beside),
        "classes": desk.classrooms,
        "chosen": chosen,
        "problem": problem,
    }
    status = {"": 200, "no-class": 400}.get(problem, 409)
    return school.pages.teacher("look.html", facts, status)


def _read(school: School, file: Waiting) -> ReadDocument:
    return library.look_at(
        file.content, file.document, name=file.name, columns=file.columns, words=school.words
    )


def _table(package: CasePackage, document_id: str) -> bytes:
    if package.framework is not None and package.framework.id == document_id:
        return write_framework_table(package.framework)
    return write_table(one for one in package.rubrics if one.id == document_id)


def _seen(beside: library.Beside) -> str:
    return " ".join(beside.versions)


def _columns(typed: str, words: Words) -> Mapping[str, str]:
    """Lines of "our name = their heading". Raises BadInput."""
    found: dict[str, str] = {}
    for line in typed.splitlines()[:_COLUMNS_LIMIT]:
        meaning, equals, heading = line.partition("=")
        if line.strip() and (not equals or not meaning.strip() or not heading.strip()):
            raise BadInput(words("school-refusal-column-line", line=line.strip()[:60]))
        if line.strip():
            found[meaning.strip()] = heading.strip()
    return found


def _file_name(package: CasePackage, document_id: str) -> str:
    titles = {one.id: one.title for one in package.rubrics}
    if package.framework is not None:
        titles[package.framework.id] = package.framework.title
    kept = (one if one.isalnum() else "-" for one in titles.get(document_id, ""))
    return "-".join(part for part in "".join(kept).split("-") if part)[:80] or "document"


def _download(content: bytes, name: str, ending: str, media_type: str) -> Response[bytes]:
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}.{ending}"
    return Response(content, headers={"Content-Disposition": disposition}, media_type=media_type)


ROUTES = (look_at_file, take_file, export)
