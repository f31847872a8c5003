"""The addresses of the page on which a rubric is said in one more language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.locales import languages
from portfolio_app.school.access_rules import TEACHER, AnyRequest, signed_in, who
from portfolio_app.school.forms import LARGEST_FORM_BYTES, LARGEST_FORM_FIELDS, read_own_form
from portfolio_app.school.wiring import school_of
from portfolio_app.school.workshop import wording
from portfolio_app.school.workshop.finishing import LANGUAGE
from portfolio_app.school.workshop.keeping import OtherVersion, Shelf, keep_version
from portfolio_app.school.workshop.rubric_routes import Desk, given_classes, read_desk
from portfolio_app.school.workshop.wording import Section
from rubrics.limits import LANGUAGE_COUNT_MAX
from rubrics.rubric import Rubric

_BODY_BYTES = LARGEST_FORM_BYTES + 1
_TAG_CHARACTERS_LIMIT = 35


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the page says: texts in a language ("" before one is chosen), and what went wrong."""

    language: str
    parts: Sequence[Section] = ()
    problem: str = ""
    too_long: frozenset[str] = frozenset()
    is_saved: bool = False
    status: int = 200


@get("/library/rubrics/{rubric_id:str}/words", opt=who(TEACHER))
async def other_words(request: AnyRequest, rubric_id: FromPath[str]) -> Response[Any]:
    """The texts of a rubric beside those in another language."""
    desk = await read_desk(request)
    rubric = _own_rubric(request, desk, rubric_id)
    if rubric is None:
        return Redirect(f"/library/rubrics/{rubric_id}", status_code=303)
    asked = " ".join(request.query_params.get("language", "").split())
    if asked and not _may_be_added(rubric, asked):
        return _page(request, rubric, _Shown("", problem="language", status=400))
    is_saved = "saved" in request.query_params
    shown = _Shown(asked, wording.sections(rubric, asked) if asked else (), is_saved=is_saved)
    return _page(request, rubric, shown)


@post(
    "/library/rubrics/{rubric_id:str}/words",
    opt=who(TEACHER),
    status_code=200,
    request_max_body_size=_BODY_BYTES,
)
async def save_words(request: AnyRequest, rubric_id: FromPath[str]) -> Response[Any]:
    """Keep the texts as a new version, for the classes that have the rubric."""
    school = school_of(request)
    form = await read_own_form(
        request, bytes_limit=LARGEST_FORM_BYTES, fields_limit=LARGEST_FORM_FIELDS
    )
    desk, language = await read_desk(request), form.get("language", "")
    newest = _own_rubric(request, desk, rubric_id)
    base = desk.catalog.rubric(rubric_id, form.get("base", ""))
    if newest is None or base is None or not language or not _may_be_added(base, language):
        raise BadInput("The form could not be read; open the page again.")
    parts = wording.typed(wording.sections(base, language), form)
    too_long = frozenset(
        text.field for one in parts for text in one.texts if len(text.said) > text.characters_max
    )
    if too_long:
        shown = _Shown(language, parts, "too-long", too_long, status=400)
        return _page(request, base, shown)
    shelf = Shelf(
        school.database, school.media, school.library, signed_in(request).person, desk.taught,
        school.now_ms(), school.new_id,
    )  # fmt: skip
    classes = await school.turns.page(lambda: given_classes(school, desk, rubric_id))
    said = wording.worded(base, language, parts)
    try:
        await school.turns.page(lambda: keep_version(shelf, said, base.source_hash, classes))
    except OtherVersion as other:
        both = wording.carried(parts, wording.sections(other.newest, language))
        return _page(request, other.newest, _Shown(language, both, "changed", status=409))
    return Redirect(
        f"/library/rubrics/{rubric_id}/words?language={language}&saved=1", status_code=303
    )


def _own_rubric(request: AnyRequest, desk: Desk, rubric_id: str) -> Rubric | None:
    """The newest version; None for one of the product's, which is copied and never changed."""
    rubric = desk.catalog.rubric(rubric_id)
    if rubric is None:
        raise NotFound("There is no such rubric here.")
    return None if school_of(request).library.is_own(rubric_id) else rubric


def _may_be_added(rubric: Rubric, language: str) -> bool:
    """Whether a tag is one, and not the language that the rubric is written in."""
    known = wording.languages_of(rubric)
    return (
        len(language) <= _TAG_CHARACTERS_LIMIT
        and LANGUAGE.fullmatch(language) is not None
        and language.casefold() != rubric.language.casefold()
        and (language in known or len(known) < LANGUAGE_COUNT_MAX)
    )


def _page(request: AnyRequest, rubric: Rubric, shown: _Shown) -> Response[str]:
    signed, school = signed_in(request), school_of(request)
    known = wording.languages_of(rubric)
    first = rubric.language.casefold()
    facts = {
        "teacher": signed.person,
        "form_token": signed.form_token,
        "rubric": rubric,
        "shown": shown,
        "missing": wording.missing(shown.parts),
        "known": [(one, *wording.missing(wording.sections(rubric, one))) for one in known],
        "others": sorted(one for one in languages() if one not in known and one != first),
    }
    return school.pages.teacher("rubric_words.html", facts, shown.status)


ROUTES = (other_words, save_words)
