"""The addresses of drafts: going on with one, throwing it away, and taking it back."""

from dataclasses import replace
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.database import drafts
from portfolio_app.school.forms import read_own_form
from portfolio_app.school.wiring import school_of
from portfolio_app.school.workshop.drafting import CLASSES, draft_name
from portfolio_app.school.workshop.rubric_routes import Shown, editor_page, known_sheet, read_desk
from portfolio_app.school.workshop.sheet import sheet_from

THROW, TAKE_BACK = "throw", "take-back"


@get("/library/drafts/{draft_id:str}", opt=who(TEACHER))
async def go_on(request: AnyRequest, draft_id: FromPath[str]) -> Response[str]:
    """A draft of one's own, in the grid."""
    school, teacher = school_of(request), signed_in(request).person.id
    found = await school.turns.page(
        lambda: school.database.read(lambda t: drafts.find(t, teacher, draft_id))
    )
    if found is None or found.thrown_ms is not None:
        raise NotFound("There is no such draft here.")
    desk = await read_desk(request)
    sheet = replace(known_sheet(sheet_from(found.form), desk.catalog), draft=draft_name(found))
    before = found.form.get(CLASSES, "").split()
    chosen = tuple(one for one in desk.taught if one in before)
    notice = "teacher-draft-kept" if request.query_params.get("kept") else ""
    return editor_page(request, desk, sheet, chosen, Shown(notice=notice, is_kept=True))


@post("/library/drafts/{draft_id:str}", opt=who(TEACHER), status_code=303)
async def throw_away(request: AnyRequest, draft_id: FromPath[str]) -> Response[Any]:
    """Throw a draft away, or take it back."""
    school, teacher = school_of(request), signed_in(request).person.id
    action = (await read_own_form(request)).get("action", "")
    if action not in (THROW, TAKE_BACK):
        raise BadInput("The form could not be read; open the page again.")
    thrown_ms = school.now_ms() if action == THROW else None
    is_done = await school.turns.page(
        lambda: school.database.write(lambda t: drafts.throw(t, teacher, draft_id, thrown_ms))
    )
    if not is_done:
        raise NotFound("There is no such draft here.")
    after = f"?thrown={draft_id}" if action == THROW else "?back=1"
    return Redirect(f"/library{after}", status_code=303)


ROUTES = (go_on, throw_away)
