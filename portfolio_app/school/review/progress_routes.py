"""The addresses of what a class has shown, and of the rules by which that is told."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from portfolio_app.errors import BadInput
from portfolio_app.model.class_rules import HUNDRED, ClassRules
from portfolio_app.model.enough import EnoughRule
from portfolio_app.model.level_rules import METHODS, LevelRule
from portfolio_app.model.people import ClassId, PersonId, class_scope
from portfolio_app.model.records import DAYS_LIMIT, PIECES_LIMIT, SETTINGS
from portfolio_app.school import coaching
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.coaching import Moment
from portfolio_app.school.database import ledger, people, works
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.forms import read_own_form
from portfolio_app.school.review.class_progress import TEACHERS, VIEWS, Chart, chart, read_works
from portfolio_app.school.review.classes import own_class
from portfolio_app.school.review.work_page import rubric_of
from portfolio_app.school.wiring import school_of

LIMITS: Mapping[str, int] = {
    "pieces": PIECES_LIMIT,
    "contexts": len(SETTINGS) + 1,
    "recent": PIECES_LIMIT,
    "recent_days": DAYS_LIMIT,
    "alone": PIECES_LIMIT,
}


@get("/classes/{class_id:str}/progress", opt=who(TEACHER))
async def class_progress(request: AnyRequest, class_id: FromPath[str]) -> Response[str]:
    """Learners by competencies."""
    school, signed = school_of(request), signed_in(request)
    teacher, now_ms = PersonId(signed.person.id), school.now_ms()
    asked = request.query_params.get("view", TEACHERS)
    view = asked if asked in VIEWS else TEACHERS
    wanted = request.query_params.get("framework", "")

    def look() -> tuple[Any, Chart]:
        shown = school.database.read(lambda t: read_works(t, teacher, class_id))
        taught = school.database.read(lambda t: people.classes_taught_by(t, teacher))
        language = school.words.language
        catalog = school.library.spoken([one.id for one in taught], language)
        found = chart(
            shown, catalog, lambda rubric, source: rubric_of(catalog, rubric, source),
            view=view, framework_id=wanted, now_ms=now_ms,
        )  # fmt: skip
        return shown, found

    shown, found = await school.turns.page(look)
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "shown": shown,
        "chart": found,
        "view": view,
        "views": VIEWS,
        "rules": shown.rules,
    }
    return school.pages.teacher("class_progress.html", facts)


@get("/classes/{class_id:str}/rules", opt=who(TEACHER))
async def class_rules(request: AnyRequest, class_id: FromPath[str]) -> Response[str]:
    """What makes a level, what is enough, and whether a self-assessment is sealed."""
    return await _rules_page(request, class_id)


@post("/classes/{class_id:str}/rules", opt=who(TEACHER), status_code=303)
async def decide_rules(request: AnyRequest, class_id: FromPath[str]) -> Response[Any]:
    """Choose the rules of a class from now on."""
    school, teacher = school_of(request), signed_in(request).person
    form = await read_own_form(request)
    try:
        rules = _rules(form)
    except BadInput:
        return await _rules_page(request, class_id, form)
    now_ms = school.now_ms()

    def keep(transaction: Transaction) -> None:
        own_class(transaction, PersonId(teacher.id), class_id)
        moment = Moment(now_ms, school.new_id)
        coaching.decide(transaction, teacher, ClassId(class_id), moment, rules)
        ledger.note(transaction, teacher.id, "class_rules", class_id, now_ms)

    await school.turns.page(lambda: school.database.write(keep))
    return Redirect(f"/classes/{class_id}/rules?kept=1", status_code=303)


async def _rules_page(
    request: AnyRequest, class_id: str, form: Mapping[str, str] | None = None
) -> Response[str]:
    school, signed = school_of(request), signed_in(request)

    def look(transaction: Transaction) -> tuple[Any, ClassRules]:
        classroom = own_class(transaction, PersonId(signed.person.id), class_id)
        return classroom, works.class_rules(transaction, [class_scope(classroom.id)])

    classroom, rules = await school.turns.page(lambda: school.database.read(look))
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "classroom": classroom,
        "rules": rules,
        "form": _form(rules) if form is None else form,
        "wrong": () if form is None else _wrong(form),
        "methods": METHODS,
        "limits": LIMITS,
        "was_kept": request.query_params.get("kept") == "1",
    }
    return school.pages.teacher("class_rules.html", facts, 200 if form is None else 400)


def _form(rules: ClassRules) -> Mapping[str, str]:
    form = {name: str(getattr(rules.enough, name)) for name in LIMITS}
    form |= {"method": rules.level.method, "newest_percent": str(rules.level.newest_percent)}
    return form | ({"seals": "1"} if rules.seals else {})


def _rules(form: Mapping[str, str]) -> ClassRules:
    if _wrong(form):
        raise BadInput("One of the numbers cannot be.")
    enough = EnoughRule(**{name: int(form[name]) for name in LIMITS})
    level = LevelRule(form["method"], int(form["newest_percent"]))
    return ClassRules("seals" in form, level, enough)


def _wrong(form: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that cannot be."""
    wrong = [name for name, most in LIMITS.items() if not 0 <= _number(form, name) <= most]
    if not 0 < _number(form, "newest_percent") < HUNDRED:
        wrong.append("newest_percent")
    if form.get("method") not in METHODS:
        wrong.append("method")
    return tuple(wrong)


def _number(form: Mapping[str, str], name: str) -> int:
    typed = form.get(name, "").strip()
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < len("99999") else -1


ROUTES = (class_progress, class_rules, decide_rules)
