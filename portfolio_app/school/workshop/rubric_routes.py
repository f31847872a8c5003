"""The addresses of the grid in which a teacher makes and changes a rubric."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.people import ClassId
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.database import people, works
from portfolio_app.school.database.drafts import Draft
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Classroom
from portfolio_app.school.forms import LARGEST_FORM_BYTES, LARGEST_FORM_FIELDS, read_own_form
from portfolio_app.school.wiring import School, school_of
from portfolio_app.school.workshop.drafting import drafts_of, drop_draft, keep_draft
from portfolio_app.school.workshop.finishing import Problem, finished, is_rubric, problems_in
from portfolio_app.school.workshop.keeping import OtherVersion, Shelf, keep_version
from portfolio_app.school.workshop.moves import move, put_back, what_was_taken
from portfolio_app.school.workshop.sheet import (
    CRITERIA_EDITED_LIMIT,
    LEVELS_EDITED_LIMIT,
    Line,
    Sheet,
    case_id,
    form_of,
    is_too_large,
    padded,
    sheet_from,
    sheet_of,
)
from portfolio_app.school.workshop.starts import start_of
from rubrics.catalog import Catalog
from rubrics.differences import rubric_difference
from rubrics.framework import Competency, is_identifier
from rubrics.report import Remark
from rubrics.rubric import RUBRIC_KINDS, Rubric

SAVE, SAVE_AFTER, SAVE_COPY, UNDO, LOOK = "save", "save-after", "save-copy", "undo", "look"
KEEP_DRAFT = "keep-draft"
FOUND_LIMIT = 8
_BODY_BYTES = LARGEST_FORM_BYTES + 1
CLASS_FIELD = "class."


@dataclass(frozen=True, slots=True)
class Desk:
    """What a teacher has in front of them: their classes, and all that these may use."""

    classrooms: Sequence[Classroom]
    catalog: Catalog

    @property
    def taught(self) -> tuple[ClassId, ...]:
        """The ids of their classes."""
        return tuple(one.id for one in self.classrooms)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says beside the sheet itself. `undo` brings back what was taken away.

    `begun` are the teacher's drafts of the same rubric, and `is_kept` says that this is one.
    """

    focus: str = ""
    notice: str = ""
    problems: Sequence[Problem] = ()
    found: Mapping[int, Sequence[Competency]] = field(default_factory=dict)
    undo: str = ""
    theirs: Rubric | None = None
    differences: Sequence[Remark] = ()
    begun: Sequence[Draft] = ()
    is_kept: bool = False
    status: int = 200


@get("/library/rubrics/new", opt=who(TEACHER))
async def new_rubric(request: AnyRequest) -> Response[str]:
    """A new rubric, from the start of its kind."""
    school = school_of(request)
    desk = await read_desk(request)
    kind = request.query_params.get("kind", RUBRIC_KINDS[0])
    sheet = start_of(kind, school.words, lambda: fresh_id(school))
    chosen = desk.taught if len(desk.taught) == 1 else ()
    return editor_page(request, desk, sheet, chosen, Shown())


@get("/library/rubrics/{rubric_id:str}", opt=who(TEACHER))
async def edit_rubric(request: AnyRequest, rubric_id: FromPath[str]) -> Response[str]:
    """A rubric of the school to change, or a copy of one of the product's or of any other."""
    school, desk = school_of(request), await read_desk(request)
    rubric = desk.catalog.rubric(rubric_id)
    if rubric is None:
        raise NotFound("There is no such rubric here.")
    if is_too_large(rubric):
        facts = _facts(request, limits=(CRITERIA_EDITED_LIMIT, LEVELS_EDITED_LIMIT), rubric=rubric)
        return school.pages.teacher("rubric_too_large.html", facts)
    sheet = _sheet(rubric, desk.catalog)
    chosen = await school.turns.page(lambda: given_classes(school, desk, rubric.id))
    notice = ""
    if request.query_params.get("copy") == "1" or school.library.is_own(rubric.id):
        title = school.words("teacher-rubric-copy-of", title=sheet.title)
        sheet = replace(sheet, id=fresh_id(school), base="", title=title)
        notice = "teacher-rubric-is-copy"
    begun = await drafts_of(request, rubric.id) if sheet.base else ()
    shown = Shown(notice=notice, begun=begun)
    return editor_page(request, desk, sheet, chosen or desk.taught[:1], shown)


@post("/library/rubrics", opt=who(TEACHER), status_code=200, request_max_body_size=_BODY_BYTES)
async def change_rubric(request: AnyRequest) -> Response[Any]:
    """What a press of a button does: to the grid, which comes back, or to the library."""
    school = school_of(request)
    form = await read_own_form(
        request, bytes_limit=LARGEST_FORM_BYTES, fields_limit=LARGEST_FORM_FIELDS
    )
    desk = await read_desk(request)
    action, sheet = form.get("action", LOOK), known_sheet(sheet_from(form), desk.catalog)
    if not is_identifier(sheet.id):
        raise BadInput("The form could not be read; open the page again.")
    chosen = tuple(one for one in desk.taught if f"{CLASS_FIELD}{one}" in form)
    if action == LOOK:
        return editor_page(
            request,
            desk,
            sheet,
            chosen,
            Shown("save", "teacher-rubric-not-saved", undo=form.get("undo", "")),
        )
    if action == UNDO:
        back = known_sheet(put_back(sheet, form.get("undo", "")), desk.catalog)
        return editor_page(request, desk, back, chosen, Shown("refresh", "teacher-rubric-back"))
    if action == KEEP_DRAFT:
        kept = await keep_draft(request, sheet, chosen)
        if kept is not None:
            return Redirect(f"/library/drafts/{kept.id}?kept=1", status_code=303)
        shown = Shown("keep-draft", "teacher-draft-too-many", status=409)
        return editor_page(request, desk, sheet, chosen, shown)
    if action in (SAVE, SAVE_AFTER, SAVE_COPY):
        return await _save(request, desk, sheet, chosen, action, form)
    moved = move(sheet, action, lambda: fresh_id(school))
    shown = Shown(
        moved.focus,
        found=_found(moved.sheet, action, desk.catalog),
        undo=moved.took or form.get("undo", ""),
    )
    return editor_page(request, desk, known_sheet(moved.sheet, desk.catalog), chosen, shown)


async def read_desk(request: AnyRequest) -> Desk:
    """The desk of whoever is signed in."""
    school, teacher = school_of(request), signed_in(request).person.id

    def look() -> Desk:
        found = school.database.read(lambda t: people.classes_taught_by(t, teacher))
        return Desk(found, school.library.catalog([one.id for one in found]))

    return await school.turns.page(look)


def fresh_id(school: School) -> str:
    """A new id for a rubric or a part of one."""
    return case_id(school.new_id())


async def _save(
    request: AnyRequest,
    desk: Desk,
    sheet: Sheet,
    chosen: Sequence[ClassId],
    action: str,
    form: Mapping[str, str],
) -> Response[Any]:
    school = school_of(request)
    sheet = padded(sheet, lambda: fresh_id(school))
    base = desk.catalog.rubric(sheet.id, sheet.base) if sheet.base else None
    if action == SAVE_COPY:
        sheet = replace(sheet, id=fresh_id(school), base="")
        base = replace(base, id=sheet.id) if base else None
    problems = [*problems_in(sheet), *_class_problems(desk, chosen)]
    if not problems and not is_rubric(sheet, base):
        problems.append(Problem("title", "unreadable"))
    if problems:
        shown = Shown("problems", problems=problems, status=400)
        return editor_page(request, desk, sheet, chosen, shown)
    rubric = finished(sheet, base, _addresses(sheet, desk.catalog))
    begun = form.get("theirs", "") if action == SAVE_AFTER else sheet.base
    shelf = Shelf(
        school.database, school.media, school.library, signed_in(request).person, desk.taught,
        school.now_ms(), school.new_id,
    )  # fmt: skip
    try:
        await school.turns.page(lambda: keep_version(shelf, rubric, begun, chosen))
    except OtherVersion as other:
        shown = Shown(
            "problems",
            theirs=other.newest,
            differences=rubric_difference(base or rubric, other.newest).remarks,
            status=409,
        )
        return editor_page(request, desk, sheet, chosen, shown)
    if sheet.draft:
        await drop_draft(request, sheet)
    return Redirect(f"/library?saved={rubric.id}", status_code=303)


def _class_problems(desk: Desk, chosen: Sequence[ClassId]) -> list[Problem]:
    if chosen:
        return []
    return [Problem("classes", "no-class" if desk.taught else "no-class-yet")]


def _found(sheet: Sheet, action: str, catalog: Catalog) -> Mapping[int, Sequence[Competency]]:
    verb, _, place = action.partition(":")
    if verb != "find":
        return {}
    at = int(place)
    wanted = sheet.lines[at].find
    return {at: catalog.search(wanted)[:FOUND_LIMIT] if wanted else ()}


def known_sheet(sheet: Sheet, catalog: Catalog) -> Sheet:
    """The sheet with its competencies in words; what is no reference is taken off."""
    return replace(sheet, lines=tuple(_known_line(one, catalog) for one in sheet.lines))


def _known_line(line: Line, catalog: Catalog) -> Line:
    found = catalog.competency(line.competency) if "/" in line.competency else None
    if found is not None:
        return replace(line, shown=" ".join(found.wording().split()))
    if is_identifier(line.competency):  # of a framework that is not here
        return replace(line, shown=line.shown or line.competency)
    return replace(line, competency="", shown="")


def _sheet(rubric: Rubric, catalog: Catalog) -> Sheet:
    items = {one.competency_id for one in rubric.criteria if one.competency_id}
    references: dict[str, str] = {}
    words: dict[str, str] = {}
    own = catalog.framework(rubric.framework_id) if rubric.framework_id else None
    for framework in (*((own,) if own else ()), *catalog.frameworks):
        for item in items - set(references):
            found = framework.by_id.get(item or "")
            if found is not None:
                references[found.id], words[found.ref] = (
                    found.ref,
                    " ".join(found.wording().split()),
                )
    return sheet_of(rubric, references=references, words=words)


def _addresses(sheet: Sheet, catalog: Catalog) -> Mapping[str, str]:
    found = (catalog.competency(line.competency) for line in sheet.lines if "/" in line.competency)
    return {one.ref: one.uri for one in found if one is not None}


def given_classes(school: School, desk: Desk, rubric_id: str) -> tuple[ClassId, ...]:
    """The classes that have some version of a rubric."""
    versions = set(desk.catalog.versions(rubric_id))

    def look(transaction: Transaction) -> frozenset[str]:
        entries = works.library(transaction, [f"c/{one}" for one in desk.taught])
        return frozenset(one.scope for one in entries if one.media in versions)

    scopes = school.database.read(look)
    return tuple(one for one in desk.taught if f"c/{one}" in scopes)


def _facts(request: AnyRequest, **more: Any) -> dict[str, Any]:
    signed = signed_in(request)
    return {"teacher": signed.person, "form_token": signed.form_token, **more}


def editor_page(
    request: AnyRequest, desk: Desk, sheet: Sheet, chosen: Sequence[ClassId], shown: Shown
) -> Response[str]:
    """The page of the grid."""
    problems: dict[str, Problem] = {}
    for one in shown.problems:
        problems.setdefault(one.field, one)
    facts = _facts(
        request,
        sheet=sheet,
        fields=form_of(sheet),
        classes=desk.classrooms,
        chosen=chosen,
        shown=shown,
        problems=problems,
        kinds=RUBRIC_KINDS,
        took=what_was_taken(shown.undo) if shown.undo else "",
        can_grow=len(sheet.lines) < CRITERIA_EDITED_LIMIT,
        can_widen=sheet.width < LEVELS_EDITED_LIMIT,
    )
    return school_of(request).pages.teacher("rubric.html", facts, shown.status)


ROUTES = (new_rubric, edit_rubric, change_rubric)
