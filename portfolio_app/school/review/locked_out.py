"""The pages for learners who forgot everything: who asks, the digits to compare, and the answer.

Only a learner's own teachers see a question. The private key comes with one request and stays in no
place; neither it, nor its passphrase, nor the digits are shown again. The rules are `recovery`'s.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from portfolio_app.errors import BadInput, NotFound, StoreDamaged, TooManyTries, WrongSecret
from portfolio_app.model.people import PersonId
from portfolio_app.school import recovery
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.cards import square_code
from portfolio_app.school.database import ledger, people, recovery_rows
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Person
from portfolio_app.school.database.recovery_rows import ANSWERED, WAITING, Question
from portfolio_app.school.forms import read_own_form
from portfolio_app.school.recovery import AskRefused, QuestionClosed
from portfolio_app.school.wiring import School, school_of
from portfolio_app.sealing.recovery_texts import answer_text, in_groups, read_question

VOUCH, ANSWER, REFUSE = "vouch", "answer", "refuse"
EARLIER_SHOWN = 20
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question with its learner, asked `minutes` ago; who vouched and closed by name, or ""."""

    question: Question
    minutes: int
    learner: Person
    state: str
    vouched_by: str
    closed_by: str


@get("/locked-out", opt=who(TEACHER))
async def locked_out(request: AnyRequest) -> Response[str]:
    """Who asks to get back in, and who did before."""
    return await _list_page(request)


@post("/locked-out", opt=who(TEACHER), status_code=303)
async def bring_question(request: AnyRequest) -> Response[Any]:
    """Take a question that came as text, from a device without a connection."""
    school, teacher = school_of(request), signed_in(request).person.id
    text = (await read_own_form(request)).get("question", "")
    now_ms = school.now_ms()

    def take(transaction: Transaction) -> str:
        asked = read_question(text)
        owner = recovery_rows.owner_of(transaction, asked.vault_id)
        if owner not in people.learners_taught_by(transaction, teacher):
            # Whose it is, is not for other teachers to know.
            raise AskRefused("This school knows no such portfolio.", recovery.UNKNOWN_VAULT)
        ledger.note(transaction, teacher, "recovery_brought", asked.id, now_ms)
        return recovery.ask(transaction, asked, "", now_ms).id

    try:
        question_id = await _write(school, take)
    except AskRefused as refusal:
        problem = school.words(f"teacher-locked-{refusal.reason}")
        return await _list_page(request, problem, text, 409)
    except TooManyTries:
        return await _list_page(request, school.words("teacher-locked-too-often"), text, 429)
    except BadInput:
        return await _list_page(request, school.words("teacher-locked-no-question"), text, 400)
    return Redirect(f"/locked-out/{question_id}", status_code=303)


@get("/locked-out/{question_id:str}", opt=who(TEACHER))
async def question_page(request: AnyRequest, question_id: FromPath[str]) -> Response[str]:
    """One question."""
    return await _question_page(request, question_id)


@post("/locked-out/{question_id:str}", opt=who(TEACHER), status_code=303)
async def answer_question(request: AnyRequest, question_id: FromPath[str]) -> Response[Any]:
    """Vouch for the learner, answer with the school's key, or say no."""
    school, teacher = school_of(request), signed_in(request).person.id
    form = await read_own_form(request)
    row = await _read(school, lambda t: _own(t, teacher, question_id, school.now_ms()))
    action = form.get("action", "")
    deeds: dict[str, Callable[[], None]] = {
        VOUCH: lambda: _vouch(school, row.question, form.get("digits", ""), teacher),
        ANSWER: lambda: _answer(
            school, row.question, form.get("key", ""), form.get("passphrase", ""), teacher
        ),
        REFUSE: lambda: recovery.refuse(school.database, row.question, teacher, school.now_ms()),
    }
    if action not in deeds:
        raise BadInput("The form could not be read; open the page again.")
    try:
        await school.turns.page(deeds[action])
    except (BadInput, WrongSecret, StoreDamaged) as problem:
        words = school.words(_problem_key(action, problem))
        return await _question_page(request, question_id, words, 400)
    return Redirect(f"/locked-out/{question_id}", status_code=303)


def waiting_questions(transaction: Transaction, teacher: PersonId, now_ms: int) -> int:
    """How many learners of a teacher wait to get back in."""
    taught = sorted(people.learners_taught_by(transaction, teacher))
    found = recovery_rows.questions_of(transaction, taught, WAITING)
    return sum(one.until_ms > now_ms for one in found)


def _vouch(school: School, question: Question, digits: str, teacher: PersonId) -> None:
    recovery.vouch(school.database, question, digits, teacher, school.now_ms())


def _answer(
    school: School, question: Question, key: str, passphrase: str, teacher: PersonId
) -> None:
    private_key = recovery.private_key_of(key, passphrase)
    recovery.answer(school.database, question, private_key, teacher, school.now_ms())


def _problem_key(action: str, problem: Exception) -> str:
    if isinstance(problem, QuestionClosed) or action == REFUSE:
        return "teacher-locked-changed"
    if action == VOUCH:
        return "teacher-locked-other-digits"
    if isinstance(problem, WrongSecret):
        return "teacher-locked-wrong-passphrase"
    return "teacher-locked-wrong-key"


def _own(transaction: Transaction, teacher: PersonId, question_id: str, now_ms: int) -> QuestionRow:
    """A question of a learner whom this person teaches. Raises NotFound for any other."""
    found = recovery_rows.question(transaction, question_id)
    if found is None or found.learner_id not in people.learners_taught_by(transaction, teacher):
        raise NotFound("There is no such question here.")
    return _rows(transaction, (found,), now_ms)[0]


def _rows(
    transaction: Transaction, found: tuple[Question, ...], now_ms: int
) -> tuple[QuestionRow, ...]:
    ids = {id_ for one in found for id_ in (one.learner_id, one.vouched_by, one.closed_by) if id_}
    names = people.find_all(transaction, ids)

    def name_of(id_: str | None) -> str:
        return names[PersonId(id_)].name if id_ and PersonId(id_) in names else ""

    return tuple(
        QuestionRow(
            one,
            max(0, now_ms - one.asked_ms) // MINUTE_MS,
            names[PersonId(one.learner_id)],
            recovery.state_of(transaction, one.id, now_ms)["state"],
            name_of(one.vouched_by),
            name_of(one.closed_by),
        )
        for one in found
    )


async def _list_page(
    request: AnyRequest, problem: str = "", typed: str = "", status: int = 200
) -> Response[str]:
    school, signed = school_of(request), signed_in(request)
    now_ms = school.now_ms()

    def look(transaction: Transaction) -> tuple[tuple[QuestionRow, ...], bool]:
        taught = sorted(people.learners_taught_by(transaction, signed.person.id))
        found = recovery_rows.questions_of(transaction, taught)
        has_key = any(one.ended_ms is None for one in recovery_rows.keys(transaction))
        return _rows(transaction, found, now_ms), has_key

    rows, has_key = await _read(school, look)
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "waiting": [one for one in rows if one.state == WAITING],
        "earlier": [one for one in rows if one.state != WAITING][:EARLIER_SHOWN],
        "has_key": has_key,
        "problem": problem,
        "typed": typed,
    }
    return school.pages.teacher("locked_out.html", facts, status)


async def _question_page(
    request: AnyRequest, question_id: str, problem: str = "", status: int = 200
) -> Response[str]:
    school, signed = school_of(request), signed_in(request)
    now_ms = school.now_ms()
    row = await _read(school, lambda t: _own(t, signed.person.id, question_id, now_ms))
    text = ""
    if row.state == ANSWERED:
        text = answer_text(question_id, bytes.fromhex(row.question.document["answer"]))
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "row": row,
        "answer_lines": in_groups(text).replace("\n", " ") if text else "",
        "answer_picture": square_code(text) if text else "",
        "problem": problem,
    }
    return school.pages.teacher("locked_out_one.html", facts, status)


async def _read(school: School, query: Callable[[Transaction], Any]) -> Any:
    return await school.turns.page(lambda: school.database.read(query))


async def _write(school: School, work: Callable[[Transaction], Any]) -> Any:
    return await school.turns.page(lambda: school.database.write(work))


ROUTES = (locked_out, bring_question, question_page, answer_question)
