"""The addresses of the class pages: learners, codes, cards and devices."""

from collections.abc import Callable
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from portfolio_app.errors import BadInput
from portfolio_app.model.people import NAME_LIMIT, ClassId, PersonId
from portfolio_app.model.values import text
from portfolio_app.school import joining
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.cards import Card, card_of
from portfolio_app.school.database import access, ledger, people
from portfolio_app.school.database import facts as known
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Classroom, Person
from portfolio_app.school.forms import read_own_form
from portfolio_app.school.review.classes import own_class, own_learner, read_class, revoke
from portfolio_app.school.wiring import School, school_of

_CLASS_NAME_LIMIT = 80


@get("/classes", opt=who(TEACHER))
async def classes(request: AnyRequest) -> Response[str]:
    """The teacher's classes, and a form for a new one."""
    school, signed = school_of(request), signed_in(request)
    found = await _read(school, lambda t: people.classes_taught_by(t, signed.person.id))
    facts = {"teacher": signed.person, "form_token": signed.form_token, "classes": found}
    return school.pages.teacher("classes.html", facts)


@post("/classes", opt=who(TEACHER), status_code=303)
async def add_class(request: AnyRequest) -> Response[Any]:
    """Make a class by hand."""
    school, teacher = school_of(request), signed_in(request).person.id
    name = _line((await read_own_form(request)).get("name", ""), _CLASS_NAME_LIMIT)
    classroom, now_ms = Classroom(ClassId(school.new_id()), name), school.now_ms()

    def add(transaction: Transaction) -> None:
        people.add_class(transaction, classroom, now_ms)
        people.join_class(
            transaction, classroom.id, teacher, people.TEACHER, people.HOW_HAND, now_ms
        )
        joining.renew_class_code(transaction, classroom.id, now_ms=now_ms, new_id=school.new_id)
        ledger.note(transaction, teacher, "class_added", classroom.id, now_ms)

    await _write(school, add)
    return Redirect(f"/classes/{classroom.id}", status_code=303)


@get("/classes/{class_id:str}", opt=who(TEACHER))
async def class_page(request: AnyRequest, class_id: FromPath[str]) -> Response[str]:
    """One class."""
    school, signed = school_of(request), signed_in(request)
    now_ms = school.now_ms()
    found = await _read(school, lambda t: read_class(t, signed.person.id, class_id, now_ms))
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "page": found,
        "address": school.settings.address,
    }
    return school.pages.teacher("class.html", facts)


@post("/classes/{class_id:str}/learners", opt=who(TEACHER), status_code=303)
async def add_learner(request: AnyRequest, class_id: FromPath[str]) -> Response[Any]:
    """Put a learner into a class by hand, with a personal code."""
    school, teacher = school_of(request), signed_in(request).person.id
    name = _line((await read_own_form(request)).get("name", ""), NAME_LIMIT)
    now_ms, learner = school.now_ms(), PersonId(school.new_id())
    given, _, family = name.partition(" ")

    def add(transaction: Transaction) -> None:
        own_class(transaction, teacher, class_id)
        person = Person(learner, people.LEARNER, given, family.strip())
        people.add_learner(transaction, person, now_ms)
        people.join_class(transaction, class_id, learner, people.LEARNER, people.HOW_HAND, now_ms)
        joining.renew_personal_code(
            transaction, class_id, learner, now_ms=now_ms, new_id=school.new_id
        )
        ledger.note(transaction, teacher, "learner_added", learner, now_ms)

    await _write(school, add)
    return Redirect(f"/classes/{class_id}", status_code=303)


@post("/classes/{class_id:str}/code", opt=who(TEACHER), status_code=303)
async def change_class_code(request: AnyRequest, class_id: FromPath[str]) -> Response[Any]:
    """Renew the class code, or end it."""
    school, teacher = school_of(request), signed_in(request).person.id
    is_end = (await read_own_form(request)).get("action") == "end"
    now_ms = school.now_ms()

    def change(transaction: Transaction) -> None:
        own_class(transaction, teacher, class_id)
        if is_end:
            access.end_codes(transaction, class_id, None, now_ms)
        else:
            joining.renew_class_code(transaction, class_id, now_ms=now_ms, new_id=school.new_id)
        ledger.note(transaction, teacher, "class_code", class_id, now_ms)

    await _write(school, change)
    return Redirect(f"/classes/{class_id}#code", status_code=303)


@post("/classes/{class_id:str}/learners/{learner:str}/code", opt=who(TEACHER), status_code=303)
async def new_personal_code(
    request: AnyRequest, class_id: FromPath[str], learner: FromPath[str]
) -> Response[Any]:
    """A new personal code for one learner; the old one ends."""
    school, teacher = school_of(request), signed_in(request).person.id
    await read_own_form(request)
    now_ms = school.now_ms()

    def change(transaction: Transaction) -> None:
        own_learner(transaction, teacher, class_id, learner)
        joining.renew_personal_code(
            transaction, class_id, learner, now_ms=now_ms, new_id=school.new_id
        )
        ledger.note(transaction, teacher, "personal_code", learner, now_ms)

    await _write(school, change)
    return Redirect(f"/classes/{class_id}#{learner}", status_code=303)


@post("/devices/{device_id:str}/revoke", opt=who(TEACHER), status_code=303)
async def revoke_device(request: AnyRequest, device_id: FromPath[str]) -> Response[Any]:
    """Close a device out: its next request is refused."""
    school, teacher = school_of(request), signed_in(request).person.id
    back = (await read_own_form(request)).get("class_id", "")
    now_ms = school.now_ms()

    def close(transaction: Transaction) -> str:
        learner = revoke(transaction, teacher, device_id, now_ms)
        ledger.note(transaction, teacher, "device_revoked", device_id, now_ms)
        return learner

    learner = await _write(school, close)
    is_own = await _read(school, lambda t: back in people.class_ids_of(t, teacher, people.TEACHER))
    return Redirect(f"/classes/{back}#{learner}" if is_own else "/classes", status_code=303)


@get("/classes/{class_id:str}/cards", opt=who(TEACHER))
async def cards(request: AnyRequest, class_id: FromPath[str]) -> Response[str]:
    """Cards to print and cut: the class code, and a personal code for each who has one."""
    school, signed = school_of(request), signed_in(request)
    now_ms = school.now_ms()
    page = await _read(school, lambda t: read_class(t, signed.person.id, class_id, now_ms))
    lan = await _read(school, lambda t: known.fact(t, known.LAN))
    address = lan or school.settings.address
    shown: list[Card] = []
    if page.class_code is not None:
        shown.append(card_of(page.classroom.name, page.class_code, address))
    shown.extend(
        card_of(row.member.person.name, row.code, address) for row in page.learners if row.code
    )
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "classroom": page.classroom,
        "cards": shown,
        "address": address,
    }
    return school.pages.teacher("cards.html", facts)


def _line(typed: str, limit: int) -> str:
    name = " ".join(typed.split())
    if not name or text(limit)(name):
        raise BadInput(f"A name needs 1 to {limit} characters.")
    return name


async def _read(school: School, query: Callable[[Transaction], Any]) -> Any:
    return await school.turns.page(lambda: school.database.read(query))


async def _write(school: School, work: Callable[[Transaction], Any]) -> Any:
    return await school.turns.page(lambda: school.database.write(work))


ROUTES = (
    classes, add_class, class_page, add_learner, change_class_code, new_personal_code,
    revoke_device, cards,
)  # fmt: skip
