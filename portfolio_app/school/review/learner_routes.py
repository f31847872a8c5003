"""The addresses of a learner's page: goals to coach, a profile to ask about, notes."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from portfolio_app.model.people import PersonId
from portfolio_app.model.records import TOPICS
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.database import people
from portfolio_app.school.forms import read_own_form
from portfolio_app.school.review.learner_page import (
    INVITE,
    NOTE,
    PROPOSE,
    LearnerPage,
    NotKept,
    find_voice,
    keep_said,
    read_learner,
)
from portfolio_app.school.sounds import voice
from portfolio_app.school.tag_words import Tag, tags
from portfolio_app.school.wiring import School, school_of

_SAID = (PROPOSE, NOTE, INVITE)


@get("/learners/{learner:str}", opt=who(TEACHER))
async def learner_page(request: AnyRequest, learner: FromPath[str]) -> Response[str]:
    """One learner: goals, what they say of themself, and notes."""
    return await _page(request, learner, {})


@get("/learners/{learner:str}/thoughts/{file_id:str}/voice", opt=who(TEACHER))
async def thought_voice(
    request: AnyRequest, learner: FromPath[str], file_id: FromPath[str]
) -> Stream:
    """What a learner said in a thought that belongs to no work."""
    school, teacher = school_of(request), PersonId(signed_in(request).person.id)
    blob = await school.turns.file(
        lambda: school.database.read(lambda t: find_voice(t, teacher, learner, file_id))
    )
    return await voice(school, request, blob)


@post("/learners/{learner:str}", opt=who(TEACHER), status_code=303)
async def say_to_learner(request: AnyRequest, learner: FromPath[str]) -> Response[Any]:
    """Propose steps, note something, or ask to look at a topic again."""
    school, teacher = school_of(request), signed_in(request).person
    form = await read_own_form(request)
    now_ms = school.now_ms()
    try:
        said = await school.turns.page(
            lambda: school.database.write(
                lambda t: keep_said(t, teacher, learner, form, now_ms, school.new_id)
            )
        )
    except NotKept as problem:
        return await _page(request, learner, form, problem.name, 400)
    return Redirect(f"/learners/{learner}?said={said}", status_code=303)


async def _page(
    request: AnyRequest,
    learner: str,
    form: Mapping[str, str],
    problem: str = "",
    status: int = 200,
) -> Response[str]:
    school, signed = school_of(request), signed_in(request)
    found = await school.turns.page(
        lambda: school.database.read(lambda t: read_learner(t, PersonId(signed.person.id), learner))
    )
    said = request.query_params.get("said", "")
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "page": found,
        "learner": found.learner,
        "skills": await _skills(school, PersonId(signed.person.id), found),
        "topics": TOPICS,
        "form": form,
        "problem": problem,
        "said": said if said in _SAID else "",
    }
    return school.pages.teacher("learner.html", facts, status)


async def _skills(school: School, teacher: PersonId, page: LearnerPage) -> Mapping[str, Tag]:
    """What thoughts are about, in words: reference -> tag, as far as it is known here."""
    named = sorted({one.told.competency for one in page.thoughts} - {""})
    if not named:
        return {}
    classes = await school.turns.page(
        lambda: school.database.read(lambda t: people.classes_taught_by(t, teacher))
    )
    catalog = await school.turns.page(lambda: school.library.catalog([one.id for one in classes]))
    return {one: tag for one in named for tag in tags([one], catalog)}


ROUTES = (learner_page, say_to_learner, thought_voice)
