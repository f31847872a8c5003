"""The addresses of the teachers' pages: the queue, one work, and its pictures."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from portfolio_app.model.artifact import content_fingerprint
from portfolio_app.model.people import LearnerId, PersonId, learner_scope
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.database import blobs, people
from portfolio_app.school.database.blobs import Blob
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.forms import read_own_form
from portfolio_app.school.front_door import FILE_POLICY
from portfolio_app.school.outgoing import pieces
from portfolio_app.school.pictures import PICTURE_BYTES_LIMIT, is_jpeg
from portfolio_app.school.review import (
    class_routes,
    learner_routes,
    locked_out,
    progress_routes,
    sign_in,
)
from portfolio_app.school.review.answer import (
    APPROVE,
    NOT_YET,
    Answered,
    NothingSaid,
    StillComing,
    answer,
)
from portfolio_app.school.review.queue import (
    ROWS_LIMIT,
    ROWS_SHOWN,
    find_work,
    next_waiting,
    read_queue,
    waiting_count,
)
from portfolio_app.school.review.work_page import rubric_of, work_facts
from portfolio_app.school.sounds import voice
from portfolio_app.school.wiring import School, school_of
from rubrics.catalog import Catalog

LOOK = "look"
"""What a press of Enter in a form without scripts sends: the page is shown again, filled in."""
_SIZES = ("thumbnail", "preview", "original", "voice")


@get("/", opt=who(TEACHER))
async def queue(request: AnyRequest) -> Response[str]:
    """What waits, what is being worked on, what is answered."""
    return await _queue(request, "queue.html")


@get("/waiting", opt=who(TEACHER))
async def waiting(request: AnyRequest) -> Response[str]:
    """The first part of the queue alone, for a page that is already open."""
    return await _queue(request, "waiting.html")


@get("/learners/{learner:str}/works/{work_id:str}", opt=who(TEACHER))
async def work(
    request: AnyRequest, learner: FromPath[str], work_id: FromPath[str]
) -> Response[str]:
    """One work beside its rubric."""
    return await _work_page(request, learner, work_id, {})


@post("/learners/{learner:str}/works/{work_id:str}", opt=who(TEACHER), status_code=303)
async def answer_work(
    request: AnyRequest, learner: FromPath[str], work_id: FromPath[str]
) -> Response[Any]:
    """Keep a teacher's answer, then go to the next work that waits."""
    school, signed = school_of(request), signed_in(request)
    form = await read_own_form(request)
    if form.get("action") == LOOK:
        return await _work_page(request, learner, work_id, form, "teacher-work-not-sent")
    catalog = await school.turns.page(lambda: _catalog(school, signed.person.id))
    now_ms = school.now_ms()

    def keep(transaction: Transaction) -> Answered:
        return answer(
            transaction, signed.person, learner, work_id, form,
            lambda rubric, source: rubric_of(catalog, rubric, source),
            now_ms=now_ms, new_id=school.new_id,
        )  # fmt: skip

    try:
        done = await school.turns.page(lambda: school.database.write(keep))
    except NothingSaid:
        return await _work_page(request, learner, work_id, form, "teacher-work-nothing-said", 400)
    except StillComing:
        return await _work_page(request, learner, work_id, form, "teacher-work-still-coming", 409)
    place = f"/learners/{learner}/works/{work_id}"
    if done.has_changed:
        place += "?changed=1"
    elif form["action"] in (APPROVE, NOT_YET):
        place += "?noted=1"
    else:
        place = await _next_place(school, signed.person.id)
    return Redirect(place, status_code=303)


@get("/learners/{learner:str}/works/{work_id:str}/{file_id:str}/{size:str}", opt=who(TEACHER))
async def work_file(
    request: AnyRequest,
    learner: FromPath[str],
    work_id: FromPath[str],
    file_id: FromPath[str],
    size: FromPath[str],
) -> Response[bytes] | Stream:
    """A picture of a work ("thumbnail" or "preview"), a "voice", or an original as a download."""
    school, teacher = school_of(request), signed_in(request).person.id
    if size not in _SIZES:
        raise NotFoundException

    def look(transaction: Transaction) -> tuple[Blob | None, str]:
        _, _, found = find_work(transaction, teacher, learner, work_id)
        file = found.file(file_id)
        if file is None:
            return None, ""
        sha256 = {"thumbnail": file.thumbnail, "preview": file.preview}.get(size, file.media)
        scope = learner_scope(LearnerId(learner))
        return blobs.find(transaction, scope, sha256), file.name

    blob, name = await school.turns.file(lambda: school.database.read(look))
    if size == "voice":
        return await voice(school, request, blob)
    if blob is None:
        raise NotFoundException
    if size == "original":
        return _download(school, blob, name)
    return await picture(school, blob)


async def _next_place(school: School, teacher: PersonId) -> str:
    """The address of the work that waits longest, or of the queue when none does."""
    following = await school.turns.page(
        lambda: school.database.read(lambda t: next_waiting(t, teacher))
    )
    if following is None:
        return "/?sent=1"
    return f"/learners/{following.scope[2:]}/works/{following.artifact}?sent=1"


async def picture(school: School, blob: Blob) -> Response[bytes]:
    """A small picture to show inside a page; anything that is not a JPEG is not there."""
    if blob.size_bytes > PICTURE_BYTES_LIMIT:
        raise NotFoundException
    raw = await school.turns.file(lambda: b"".join(school.media.open(blob)))
    if not is_jpeg(raw):
        raise NotFoundException
    headers = {"Content-Security-Policy": FILE_POLICY, "Cache-Control": "no-store"}
    return Response(raw, media_type="image/jpeg", headers=headers)


def _download(school: School, blob: Blob, name: str) -> Stream:
    headers = {
        "Content-Security-Policy": FILE_POLICY,
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name or 'file', safe='')}",
        "Content-Length": str(blob.size_bytes),
    }
    return Stream(
        pieces(school.media.open(blob), school.turns), headers=headers,
        media_type="application/octet-stream",
    )  # fmt: skip


async def _queue(request: AnyRequest, template: str) -> Response[str]:
    school, signed = school_of(request), signed_in(request)
    asked = request.query_params.get("rows", "")
    rows = min(int(asked), ROWS_LIMIT) if asked.isascii() and asked.isdecimal() else ROWS_SHOWN
    teacher, now_ms = signed.person.id, school.now_ms()
    found, asking = await school.turns.page(
        lambda: school.database.read(
            lambda t: (
                read_queue(t, teacher, max(rows, 1)),
                locked_out.waiting_questions(t, teacher, now_ms),
            )
        )
    )
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "queue": found,
        "locked_out": asking,
        "rows": rows,
        "can_show_more": rows < ROWS_LIMIT,
        "rows_limit": ROWS_LIMIT,
        "was_sent": request.query_params.get("sent") == "1",
    }
    return school.pages.teacher(template, facts)


async def _work_page(
    request: AnyRequest,
    learner: str,
    work_id: str,
    form: Mapping[str, str],
    problem: str = "",
    status: int = 200,
) -> Response[str]:
    school, signed = school_of(request), signed_in(request)
    teacher = signed.person

    def look(transaction: Transaction) -> tuple[Any, ...]:
        return (
            *find_work(transaction, PersonId(teacher.id), learner, work_id),
            waiting_count(transaction, PersonId(teacher.id)),
        )

    _, person, found, count = await school.turns.page(lambda: school.database.read(look))
    catalog = await school.turns.page(lambda: _catalog(school, teacher.id))
    facts = {
        "teacher": teacher,
        "form_token": signed.form_token,
        "form_id": form.get("form_id") or school.new_id(),
        "learner": person,
        "seen": content_fingerprint(found),
        "form": form,
        "problem": problem,
        "waiting_count": count,
        "was_sent": request.query_params.get("sent") == "1",
        "was_noted": request.query_params.get("noted") == "1",
        "has_changed": request.query_params.get("changed") == "1",
        **work_facts(found, person, catalog),
    }
    return school.pages.teacher("work.html", facts, status)


def _catalog(school: School, teacher: PersonId) -> Catalog:
    classes = school.database.read(lambda t: people.classes_taught_by(t, teacher))
    return school.library.spoken([one.id for one in classes], school.words.language)


ROUTES = (
    queue, waiting, work, answer_work, work_file, *sign_in.ROUTES, *class_routes.ROUTES,
    *locked_out.ROUTES, *learner_routes.ROUTES, *progress_routes.ROUTES,
)  # fmt: skip
