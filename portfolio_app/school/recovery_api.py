"""What devices ask of the school for the day somebody forgets: its key, a question, an answer.

A locked vault has no token, so asking and looking for the answer need none: ids that nobody can
guess, known vaults only, and few tries. The rules are `recovery`'s.
"""

import json
from dataclasses import asdict
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath

from portfolio_app.errors import BadInput
from portfolio_app.school import recovery
from portfolio_app.school.access_rules import ANYONE, DEVICE, AnyRequest, device_request, who
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.recovery_rows import Question
from portfolio_app.school.incoming import address_of, json_body
from portfolio_app.school.recovery import AskRefused
from portfolio_app.school.turns import LOOKS, QUESTIONS
from portfolio_app.school.wiring import school_of
from portfolio_app.sealing.school_recovery import RecoveryRequest
from sync import wire
from sync.errors import PeerError, TooNew

PROTOCOL = wire.PROTOCOL
BODY_BYTES_LIMIT = 16 * 1024
_NOT_HERE = recovery.UNKNOWN_VAULT


@post(
    "/v1/recovery/vault", opt=who(DEVICE), request_max_body_size=BODY_BYTES_LIMIT, status_code=200
)
async def tell_vault(request: AnyRequest) -> Response[dict[str, Any]]:
    """Take whose vault it is, and give the keys to seal to and when the school let somebody in."""
    school, caller = school_of(request), device_request(request)
    vault_id = recovery.checked_vault_id((await _body(request)).get("vault"))
    now_ms = school.now_ms()

    def take(transaction: Transaction) -> dict[str, Any] | None:
        if not recovery.take_vault(transaction, vault_id, caller.learner_id, now_ms):
            return None
        opened = recovery.openings(transaction, caller.learner_id)
        return {**recovery.offer(transaction), "openings": [asdict(one) for one in opened]}

    told = await school.turns.push(lambda: school.database.write(take))
    if told is None:
        sentence = "This portfolio belongs to another learner of this school; ask your teacher."
        return _no(409, recovery.OTHER_LEARNER, sentence)
    return Response({"protocol": PROTOCOL, **told})


@post("/v1/recovery/ask", opt=who(ANYONE), request_max_body_size=BODY_BYTES_LIMIT, status_code=200)
async def ask(request: AnyRequest) -> Response[dict[str, Any]]:
    """Take a question from a device whose learner forgot everything."""
    school = school_of(request)
    school.turns.count(QUESTIONS, address_of(request))
    body = await _body(request)
    asked = body.get("request")
    if not isinstance(asked, dict):
        raise BadInput("A question to a school needs a 'request'.")
    recovery_request = RecoveryRequest.from_json(asked)
    device, now_ms = recovery.device_name(body.get("device", "")), school.now_ms()

    def take(transaction: Transaction) -> Question:
        return recovery.ask(transaction, recovery_request, device, now_ms)

    try:
        taken = await school.turns.push(lambda: school.database.write(take))
    except AskRefused as error:
        return _no(404 if error.reason == _NOT_HERE else 409, error.reason, str(error))
    return Response(
        {"protocol": PROTOCOL, "id": taken.id, "until_ms": taken.until_ms, "server_ms": now_ms}
    )


@get("/v1/recovery/answers/{question_id:str}", opt=who(ANYONE))
async def look(request: AnyRequest, question_id: FromPath[str]) -> Response[dict[str, Any]]:
    """What became of a question. The answer is noise to all but the device that asked."""
    school = school_of(request)
    school.turns.count(LOOKS, address_of(request))
    recovery.checked_vault_id(question_id)
    now_ms = school.now_ms()
    found = await school.turns.push(
        lambda: school.database.read(lambda t: recovery.state_of(t, question_id, now_ms))
    )
    return Response({"protocol": PROTOCOL, **found})


async def _body(request: AnyRequest) -> dict[str, Any]:
    try:
        body = json.loads((await json_body(request)).decode("utf-8"))
    except (ValueError, RecursionError):
        raise PeerError("The request is not JSON.") from None
    if not isinstance(body, dict):
        raise PeerError("The request is not a JSON object.")
    protocol = body.get("protocol")
    if isinstance(protocol, int) and protocol > PROTOCOL:
        raise TooNew(f"This school speaks protocol {PROTOCOL}; it needs an update.")
    if protocol != PROTOCOL:
        raise BadInput("This request needs protocol 1.")
    return body


def _no(status: int, reason: str, sentence: str) -> Response[dict[str, Any]]:
    return Response({"reason": reason, "sentence": sentence}, status_code=status)


ROUTES = (tell_vault, ask, look)
