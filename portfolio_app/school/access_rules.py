"""Who may call a route: each says so itself, and one that says nothing is closed.

`only_those_named` is the one guard of the whole server. It looks up whose request it is and leaves
the answer with the request; no route does that itself.
"""

from dataclasses import dataclass
from typing import Any

import anyio.to_thread
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from portfolio_app.model.people import LearnerId
from portfolio_app.school.accounts import (
    TOKEN_CHARACTERS_LIMIT,
    Accounts,
    SignedIn,
    token_hash,
)
from portfolio_app.school.database import access, erasing
from portfolio_app.school.database.access import Caller
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.erasing import Awaited

ANYONE = "anyone"
GUEST = "guest"
DEVICE = "device"
TEACHER = "teacher"
ERASED = "erased"
"""In a route's `opt`: whether it also answers a device whose learner was erased."""

SESSION_COOKIE = "portfolio_school"
SECURE_SESSION_COOKIE = "__Host-portfolio_school"

AnyRequest = Request[Any, Any, Any]


class SignInNeeded(NotAuthorizedException):
    """A teacher's page without a teacher: the answer is the sign-in page."""


@dataclass(frozen=True, slots=True)
class DeviceRequest:
    """Which device speaks, and for whom; `awaited` in the place of both once they were erased."""

    device: Caller | None
    learner_id: LearnerId
    awaited: Awaited | None = None


def who(role: str) -> dict[str, str]:
    """What a route puts into its `opt` to say who may call it."""
    return {"who": role}


def cookie_name(is_secure: bool) -> str:
    """The session cookie's name; the `__Host-` prefix works over TLS only."""
    return SECURE_SESSION_COOKIE if is_secure else SESSION_COOKIE


async def only_those_named(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> None:
    """Let through whom the route names, and nobody where it names nobody."""
    role = handler.opt.get("who")
    if role in (ANYONE, GUEST):
        return
    if role == DEVICE:
        may_be_erased = handler.opt.get(ERASED) is True
        connection.state.device_request = await _device(connection, may_be_erased=may_be_erased)
    elif role == TEACHER:
        connection.state.signed_in = await _teacher(connection)
    else:
        raise PermissionDeniedException


def signed_in(request: AnyRequest) -> SignedIn:
    """The teacher of a request that the guard let through."""
    found: SignedIn = request.state.signed_in
    return found


def device_request(request: AnyRequest) -> DeviceRequest:
    """The device of a request that the guard let through."""
    found: DeviceRequest = request.state.device_request
    return found


async def _teacher(connection: ASGIConnection[Any, Any, Any, Any]) -> SignedIn:
    accounts: Accounts = connection.app.state.accounts
    token = connection.cookies.get(cookie_name(connection.app.state.settings.is_secure), "")
    # A page that refreshes itself does not keep a session open.
    touches = "hx-request" not in connection.headers
    found = None
    if token:
        found = await anyio.to_thread.run_sync(lambda: accounts.who(token, touches=touches))
    if found is None:
        raise SignInNeeded
    return found


async def _device(
    connection: ASGIConnection[Any, Any, Any, Any], *, may_be_erased: bool
) -> DeviceRequest:
    database: Database = connection.app.state.database
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token or len(token) > TOKEN_CHARACTERS_LIMIT:
        raise NotAuthorizedException
    hashed = token_hash(token)

    def look(transaction: Transaction) -> tuple[Caller | None, Awaited | None]:
        found = access.caller(transaction, hashed)
        return found, None if found else erasing.awaited(transaction, hashed)

    device, awaited = await anyio.to_thread.run_sync(lambda: database.read(look))
    if device is not None and device.revoked_ms is None:
        return DeviceRequest(device, device.learner_id)
    if awaited is not None and may_be_erased:
        return DeviceRequest(None, LearnerId(""), awaited)
    raise NotAuthorizedException
