"""A session that ended while a teacher was typing: what was typed goes through signing in.

It stands in the pages alone and is kept nowhere at the school. After signing in it is sent by a
press of a button, never by itself. Whose form it is, the front door has asked before: no other
site can bring one here.
"""

from collections.abc import Mapping
from typing import Any, cast

from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler

from portfolio_app.errors import BadInput
from portfolio_app.school.access_rules import AnyRequest, SignInNeeded, only_those_named
from portfolio_app.school.forms import FORM_TOKEN, read_form

# As large as the largest page, the grid of a rubric: a test holds them together.
BYTES_LIMIT = 2 << 20
FIELDS_LIMIT = 6_000
# Signing in sends it all once more, under longer names.
KEPT_BYTES_LIMIT = 2 * BYTES_LIMIT
KEPT_FIELDS_LIMIT = FIELDS_LIMIT + 10
KEPT = "kept."
_NOT_KEPT = frozenset({FORM_TOKEN, "password", "new_password"})
_LEAVING = "/sign-out"


async def only_those_named_with_their_words(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> None:
    """The guard of the server; where a teacher's session has ended, it keeps what was typed."""
    try:
        await only_those_named(connection, handler)
    except SignInNeeded:
        connection.state.typed = await _typed(cast(AnyRequest, connection))
        raise


def typed_in(request: AnyRequest) -> Mapping[str, str]:
    """What was typed in a form whose session had ended; nothing for every other request."""
    found: Mapping[str, str] = getattr(request.state, "typed", None) or {}
    return found


def kept_in(form: Mapping[str, str]) -> Mapping[str, str]:
    """What a form for signing in carries along, under the names it had."""
    return {name[len(KEPT) :]: value for name, value in form.items() if name.startswith(KEPT)}


async def _typed(request: AnyRequest) -> Mapping[str, str]:
    if request.method != "POST" or request.scope["path"] == _LEAVING:
        return {}
    if "hx-request" in request.headers:
        return {}
    try:
        form = await read_form(request, bytes_limit=BYTES_LIMIT, fields_limit=FIELDS_LIMIT)
    except (HTTPException, BadInput):
        return {}  # a file, or nothing of ours: the answer is the plain way to sign in
    return {name: value for name, value in form.items() if name not in _NOT_KEPT}
