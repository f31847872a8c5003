"""The sign-in page, and out again."""

import re
from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.response import Redirect

from portfolio_app.errors import TooManyTries, WrongSecret
from portfolio_app.school.access_rules import (
    ANYONE,
    TEACHER,
    AnyRequest,
    cookie_name,
    signed_in,
    who,
)
from portfolio_app.school.accounts import SESSION_LIFE_MS
from portfolio_app.school.forms import read_form, read_own_form
from portfolio_app.school.incoming import address_of
from portfolio_app.school.lost_sessions import KEPT_BYTES_LIMIT, KEPT_FIELDS_LIMIT, kept_in
from portfolio_app.school.turns import SIGN_INS
from portfolio_app.school.wiring import School, school_of

EMAIL_SHOWN_LIMIT = 254
_LOCAL_PATH = re.compile(r"/(?:[A-Za-z0-9_-][A-Za-z0-9_/-]{0,200})?", re.ASCII)


@get("/sign-in", opt=who(ANYONE))
async def sign_in_page(request: AnyRequest) -> Response[str]:
    """The form."""
    return _page(school_of(request), request.query_params.get("next", ""))


@post(
    "/sign-in",
    opt=who(ANYONE),
    status_code=303,
    request_max_body_size=KEPT_BYTES_LIMIT + 1,
)
async def sign_in(request: AnyRequest) -> Response[Any]:
    """Open a session, or say kindly that the two do not fit."""
    school = school_of(request)
    school.turns.count(SIGN_INS, address_of(request))
    form = await read_form(request, bytes_limit=KEPT_BYTES_LIMIT, fields_limit=KEPT_FIELDS_LIMIT)
    email, password = form.get("email", ""), form.get("password", "")
    try:
        token = await school.turns.page(lambda: school.accounts.sign_in(email, password))
    except TooManyTries as error:
        minutes = -(-error.wait_seconds // 60)
        words = school.words("teacher-sign-in-wait", minutes=minutes)
        return _page(school, form.get("next", ""), words, status=429, form=form)
    except WrongSecret:
        words = school.words("teacher-sign-in-wrong")
        return _page(school, form.get("next", ""), words, status=403, form=form)
    answer = await _go_on(school, token, form)
    answer.set_cookie(_cookie(school, token, SESSION_LIFE_MS // 1000))
    return answer


@post("/sign-out", opt=who(TEACHER), status_code=303)
async def sign_out(request: AnyRequest) -> Response[Any]:
    """End the session here and at the school."""
    school = school_of(request)
    await read_own_form(request)
    signed = signed_in(request)
    await school.turns.page(lambda: school.accounts.sign_out(signed))
    answer = Redirect("/sign-in", status_code=303, headers={"Clear-Site-Data": '"cache"'})
    answer.set_cookie(_cookie(school, "", 0))
    return answer


async def _go_on(school: School, token: str, form: Mapping[str, str]) -> Response[Any]:
    """To the page that was wanted, or to what was typed before the session ended."""
    kept = kept_in(form)
    signed = await school.turns.page(lambda: school.accounts.who(token)) if kept else None
    if signed is None:
        return Redirect(_local(form.get("next", "")), status_code=303)
    facts = {
        "kept": kept,
        "path": _local(form.get("kept_path", "")),
        "teacher": signed.person,
        "form_token": signed.form_token,
    }
    return school.pages.teacher("go_on.html", facts)


def _page(
    school: School,
    wanted: str,
    problem: str = "",
    status: int = 200,
    form: Mapping[str, str] | None = None,
) -> Response[str]:
    sent = form or {}
    facts = {
        "next": _local(wanted),
        "problem": problem,
        "teacher": None,
        "email": sent.get("email", "")[:EMAIL_SHOWN_LIMIT],
        "kept": kept_in(sent),
        "kept_path": _local(sent.get("kept_path", "")),
    }
    return school.pages.teacher("sign_in.html", facts, status)


def _local(wanted: str) -> str:
    """A path of this server and nothing else, or the first page."""
    return wanted if _LOCAL_PATH.fullmatch(wanted) else "/"


def _cookie(school: School, token: str, life_seconds: int) -> Cookie:
    secure = school.settings.is_secure
    return Cookie(
        cookie_name(secure), value=token, path="/", max_age=life_seconds, httponly=True,
        samesite="lax", secure=secure,
    )  # fmt: skip


ROUTES = (sign_in_page, sign_in, sign_out)
