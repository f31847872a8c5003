"""What a request gets when something is wrong: a kind plain page, or a sentence for a device.

Whoever may not see a thing is told that it is not there. No error shows content, a path or a trace.
"""

import logging
from typing import Any

from litestar import MediaType, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect
from litestar.status_codes import HTTP_429_TOO_MANY_REQUESTS, HTTP_500_INTERNAL_SERVER_ERROR
from litestar.types import ExceptionHandlersMap

from portfolio_app.errors import (
    BadInput,
    NotAllowed,
    NotFound,
    PortfolioError,
    Refused,
    StorageFull,
    StoreAway,
    TooManyTries,
    WrongSecret,
)
from portfolio_app.school.access_rules import AnyRequest, SignInNeeded
from portfolio_app.school.front_door import DEVICE_PATHS
from portfolio_app.school.lost_sessions import typed_in
from portfolio_app.school.media import TooLarge, WrongHash
from portfolio_app.school.uploading import TooManyOpen
from sync.errors import PeerError, TooNew

LOG_NAME = "portfolio.school"
GUEST_PATHS = "/s/"
NEXT_CHARACTERS_LIMIT = 300
AWAY_SECONDS = 15
FULL_SECONDS = 3_600

_STATUS = (
    (TooManyTries, 429),
    (WrongSecret, 403),
    (NotAllowed, 404),
    (NotFound, 404),
    (Refused, 409),
    (StorageFull, 507),
    (StoreAway, 503),
    (TooLarge, 413),
    (WrongHash, 422),
    (TooManyOpen, 429),
    (BadInput, 400),
    (TooNew, 426),
    (PeerError, 400),
)
_PAGES = {
    400: "unreadable",
    403: "not-allowed",
    404: "not-found",
    409: "changed",
    413: "too-large",
    429: "wait",
    507: "full",
}


def handlers() -> ExceptionHandlersMap:
    """For the wiring: which function answers which error."""
    return {
        SignInNeeded: _to_sign_in,
        HTTPException: _http_problem,
        PortfolioError: _our_problem,
        PeerError: _our_problem,
        Exception: _unexpected,
    }


def _to_sign_in(request: AnyRequest, _error: SignInNeeded) -> Response[Any]:
    if "hx-request" in request.headers:
        return Response("", status_code=401, headers={"HX-Redirect": "/sign-in"})
    wanted = request.scope.get("raw_path", b"/").decode("latin-1")
    if typed := typed_in(request):
        facts = {"kept": typed, "kept_path": wanted, "next": "/", "problem": "", "email": ""}
        pages = request.app.state.school.pages
        answer: Response[Any] = pages.teacher("sign_in.html", {**facts, "teacher": None}, 403)
        return answer
    is_plain = request.method == "GET" and len(wanted) <= NEXT_CHARACTERS_LIMIT
    return Redirect(
        "/sign-in" + (f"?next={wanted}" if is_plain and wanted != "/" else ""), status_code=303
    )


def _http_problem(request: AnyRequest, error: HTTPException) -> Response[Any]:
    detail = error.detail if error.status_code in (408, 413, 415, 416, 422, 507) else ""
    return _answer(request, error.status_code, detail, error.headers or {})


def _our_problem(request: AnyRequest, error: PortfolioError | PeerError) -> Response[Any]:
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    headers = {}
    if isinstance(error, TooManyTries):
        headers["Retry-After"] = str(error.wait_seconds)
    if isinstance(error, StoreAway):
        headers["Retry-After"] = str(AWAY_SECONDS)
    if isinstance(error, TooManyOpen):
        headers["Retry-After"] = str(FULL_SECONDS)
    if status == HTTP_500_INTERNAL_SERVER_ERROR:
        logging.getLogger(LOG_NAME).error("%s: %s", type(error).__name__, error)
    return _answer(request, status, str(error), headers)


def _unexpected(request: AnyRequest, error: Exception) -> Response[Any]:
    # The kind and the place are enough to mend it; the message may carry a child's words.
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    logging.getLogger(LOG_NAME).error("Unexpected %s at %s", type(error).__name__, place)
    return _answer(request, 500, "", {})


def _answer(
    request: AnyRequest, status: int, sentence: str, headers: dict[str, str]
) -> Response[Any]:
    if request.scope["path"].startswith(DEVICE_PATHS):
        words = sentence or _DEVICE_WORDS.get(status, "The request was refused.")
        body: dict[str, Any] = {"sentence": words}
        if status == HTTP_429_TOO_MANY_REQUESTS:
            body |= {"reason": "wait", "wait_seconds": int(headers.get("Retry-After", "60"))}
        return Response(body, status_code=status, headers=headers, media_type=MediaType.JSON)
    pages = request.app.state.school.pages
    if request.scope["path"].startswith(GUEST_PATHS) and status != HTTP_429_TOO_MANY_REQUESTS:
        found: Response[Any] = pages.guest("link_over.html", {}, 404)
        return found
    facts = {"kind": _PAGES.get(status, "other")}
    answer: Response[Any] = pages.guest("problem.html", facts, status)
    answer.headers.update(headers)
    return answer


_DEVICE_WORDS = {
    401: "This device is not signed in here, or was signed out by a teacher.",
    404: "Nothing of that name is here.",
    405: "This address does not take that.",
    413: "The request is too large.",
    429: "Too many requests; wait a little.",
    500: "The school server made a mistake; try again later.",
}
