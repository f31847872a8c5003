"""A learner whom the school erased is erased here: contents, then the answer, then the vault.

The order of docs/formats/wire.md, "Erasing": the school hears that the copy is gone once it is.
Between any two steps the program may be killed; the note that stays says what is left to do.
"""

import json
from http import HTTPStatus

from portfolio_app.errors import LearnerErased, Refused
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.student.portfolio import Portfolio, School
from portfolio_app.student.school_line import SchoolLine, check_status, line_to
from portfolio_app.student.vault.vaults import Vaults
from sync import wire
from sync.wire import Erased

ERASING = "erasing"
_DONE = (HTTPStatus.OK, HTTPStatus.UNAUTHORIZED)
"""401: the school forgot this device, as it does once the device has confirmed."""


def is_under_way(portfolio: Portfolio) -> bool:
    """Whether the school erased this learner and something is still left to do here."""
    return bool(portfolio.vault.get_setting(ERASING))


def begin(portfolio: Portfolio, school: School, order: Erased) -> None:
    """Delete all that the vault holds but the order and who gave it, in one durable step."""
    if OWN_SCOPE not in order.scopes:
        raise Refused("The school asked to delete something that is not here.")
    note = {
        "id": order.id,
        "address": school.address,
        "addresses": list(school.addresses),
        "token": school.token,
    }
    portfolio.forget_everything({ERASING: note})


def finish(portfolio: Portfolio, vaults: Vaults | None, *, timeout_seconds: float) -> None:
    """Do what is left: sealed files, the school's answer, the vault. Always raises.

    LearnerErased once it is done, SchoolUnreachable when the school could not be told yet.
    """
    note, vault_id = portfolio.vault.get_setting(ERASING), portfolio.vault.id
    portfolio.finish_deleting()
    if vaults is not None:
        vaults.hide_card(vault_id)
    addresses = note.get("addresses") or note["address"]
    with line_to(addresses, note["token"], timeout_seconds=timeout_seconds) as line:
        _confirm(line, note["id"])
    portfolio.close()
    if vaults is not None:
        vaults.note_erased(portfolio.world.now_ms())
        vaults.remove(vault_id)
    raise LearnerErased(
        "Your school deleted this portfolio for good, and so did this device. Ask your teacher."
    )


def _confirm(line: SchoolLine, order_id: str) -> None:
    body = {"protocol": wire.PROTOCOL, "cursors": {}, "erased": [order_id]}
    status, _ = line.ask("POST", "/v1/sync", json.dumps(body).encode())
    if status not in _DONE:
        check_status(status)
