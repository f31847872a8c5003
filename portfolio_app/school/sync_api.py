"""What devices talk to: joining, one request that pushes and pulls, history, and media apart.

JSON in, JSON out, a sentence for every no. Whose portfolio it is comes from the device's token.
Wire shapes are `sync.wire`'s; rules are `writing`'s and `joining`'s.
"""

import json
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from portfolio_app.errors import BadInput
from portfolio_app.school import bundles, joining, recovery, writing
from portfolio_app.school.access_rules import (
    ANYONE,
    DEVICE,
    ERASED,
    AnyRequest,
    device_request,
    who,
)
from portfolio_app.school.database import access, facts
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.incoming import address_of, json_body
from portfolio_app.school.joining import CodeRefused, Joined
from portfolio_app.school.turns import JOINS
from portfolio_app.school.wiring import school_of
from sync import wire
from sync.errors import PeerError, TooNew

PROTOCOL = wire.PROTOCOL
JOIN_BYTES_LIMIT = 16 * 1024
TOUCH_EVERY_MS = 30 * 1000


@get("/v1/health", opt=who(ANYONE))
async def health(request: AnyRequest) -> dict[str, Any]:
    """That the school is here, its name, and the keys of its bundles."""
    school = school_of(request)
    name, lan = await school.turns.page(lambda: school.database.read(_name_and_lan))
    return {"ok": True, "school": name, "bundle_keys": bundles.public_keys(school), **lan}


@post("/v1/join", opt=who(ANYONE), request_max_body_size=JOIN_BYTES_LIMIT, status_code=200)
async def join(request: AnyRequest) -> Response[dict[str, Any]]:
    """Let a device in with a code: its token, whose it is, and the school's clock."""
    school = school_of(request)
    school.turns.count(JOINS, address_of(request))
    body = _json_object(await json_body(request))
    protocol = body.get("protocol")
    if isinstance(protocol, int) and protocol > PROTOCOL:
        raise TooNew(f"This school speaks protocol {PROTOCOL}; it needs an update.")
    code = body.get("code")
    if protocol != PROTOCOL or not isinstance(code, str):
        raise BadInput("A join request needs protocol 1 and a code.")
    newcomer, token, now_ms = joining.read_newcomer(body), school.new_token(), school.now_ms()
    vault_id = recovery.checked_vault_id(body["vault"]) if "vault" in body else None

    def enter(transaction: Transaction) -> tuple[Joined, dict[str, Any]]:
        new_id = school.new_id
        joined = joining.join(transaction, code, newcomer, token, now_ms=now_ms, new_id=new_id)
        # A vault that is another learner's joins all the same: it is only given no key.
        if vault_id and recovery.take_vault(transaction, vault_id, joined.learner_id, now_ms):
            return joined, {"recovery": recovery.offer(transaction)}
        return joined, {}

    try:
        joined, offered = await school.turns.push(lambda: school.database.write(enter))
    except CodeRefused as error:
        return Response({"reason": error.reason, "sentence": str(error)}, status_code=403)
    name, lan = await school.turns.page(lambda: school.database.read(_name_and_lan))
    return Response(
        {
            "token": token,
            "learner_id": joined.learner_id,
            "school": name,
            "class": {"id": joined.classroom.id, "name": joined.classroom.name},
            "server_ms": now_ms,
            "address": school.settings.address,
            "bundle_keys": bundles.public_keys(school),
            **lan,
            **offered,
        }
    )


def _name_and_lan(transaction: Transaction) -> tuple[str, dict[str, str]]:
    lan = facts.fact(transaction, facts.LAN)
    return facts.fact(transaction, facts.NAME), {"lan": lan} if lan else {}


@post(
    "/v1/sync",
    opt={**who(DEVICE), ERASED: True},
    request_max_body_size=wire.REQUEST_BYTES_LIMIT,
    status_code=200,
)
async def exchange(request: AnyRequest) -> Response[bytes]:
    """Push, then pull. 401 for a revoked token, 426 for a newer protocol, 400 with a sentence."""
    school, caller = school_of(request), device_request(request)
    raw = await json_body(request)
    now_ms = school.now_ms()

    def answer() -> bytes:
        asked = wire.decode_request(raw)
        if caller.awaited is not None:
            return wire.encode_reply(school.eraser.answer(caller.awaited, asked, now_ms))
        device = caller.device
        is_due = device is not None and now_ms - (device.last_ms or 0) > TOUCH_EVERY_MS

        def note(transaction: Transaction) -> None:
            if device is not None:
                access.touch_device(transaction, device.id, now_ms)

        reply = writing.exchange(
            school.database, caller.learner_id, asked, now_ms, note if is_due else None
        )
        own = {change.id: change for change in asked.changes}
        return wire.encode_reply(reply, own, caller.learner_id)

    return Response(await school.turns.push(answer, len(raw)), media_type="application/json")


@get("/v1/history/self/{record:str}", opt=who(DEVICE))
async def history(request: AnyRequest, record: FromPath[str]) -> Response[bytes]:
    """All that was ever written to one record of the learner's own, after `?after=`."""
    school, caller = school_of(request), device_request(request)
    after = request.query_params.get("after", "0")
    if not (after.isascii() and after.isdigit()) or int(after[:17]) >= wire.SEQUENCE_LIMIT:
        raise BadInput("'after' is not a place in a feed.")
    now_ms = school.now_ms()

    def answer() -> bytes:
        place = int(after)
        return wire.encode_reply(
            writing.history(school.database, caller.learner_id, record, place, now_ms)
        )

    return Response(await school.turns.page(answer), media_type="application/json")


def _json_object(raw: bytes) -> dict[str, Any]:
    try:
        body = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise PeerError("The request is not JSON.") from None
    if not isinstance(body, dict):
        raise PeerError("The request is not a JSON object.")
    return body


ROUTES = (health, join, exchange, history)
