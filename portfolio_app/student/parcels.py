"""Handing in what people who left this device left for their schools, without knowing whose it is.

A part goes when the school said that it took all of it, and for nothing else. No portfolio, no key
and no token is needed or known here.
"""

from contextlib import suppress
from http import HTTPStatus

from portfolio_app.errors import PortfolioError, SchoolUnreachable, VaultInUse
from portfolio_app.student.portfolio_shapes import OnTheWay
from portfolio_app.student.school_line import (
    TIMEOUT_SECONDS,
    NotYourSchool,
    SchoolLine,
    line_to,
    read_json,
)
from portfolio_app.student.vault.outgoing import Outgoing, Parcel

_NEVER_SO = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
"""What the school will say again tomorrow; it is tried again all the same."""


def lies_here(outgoing: Outgoing) -> OnTheWay:
    """What the door may say, without asking any school."""
    return OnTheWay(any(one.note.holds_work for one in outgoing.parcels()))


def has_any(outgoing: Outgoing) -> bool:
    """Whether there is anything to hand in, be it only that a copy is gone."""
    return bool(outgoing.parcels())


def hand_in(outgoing: Outgoing, *, timeout_seconds: float = TIMEOUT_SECONDS) -> OnTheWay:
    """Hand in what can be handed in; what lies here then. Twice does no harm."""
    refused = False
    with suppress(VaultInUse), outgoing.turn():
        for parcel in outgoing.parcels():
            outgoing.tidy(parcel)
            refused |= _hand_in(outgoing, parcel, timeout_seconds)
    return OnTheWay(lies_here(outgoing).holds_work, refused)


def _hand_in(outgoing: Outgoing, parcel: Parcel, timeout_seconds: float) -> bool:
    """Try a parcel at the first of its addresses that answers; whether something was refused."""
    refused = not parcel.note.addresses
    if refused:
        return True
    with (
        suppress(SchoolUnreachable, NotYourSchool),
        line_to(parcel.note.addresses, timeout_seconds=timeout_seconds) as line,
    ):
        for part in parcel.parts:
            refused |= _one(outgoing, parcel, part, line)
    return refused


def _one(outgoing: Outgoing, parcel: Parcel, part: str, line: SchoolLine) -> bool:
    try:
        size_bytes, pieces = outgoing.size_bytes(parcel, part), outgoing.read(parcel, part)
        status, raw = line.hand_in("/v1/bundles", size_bytes, pieces)
    except PortfolioError:
        line.close()  # half a request must not be followed by another
        return True
    if status == HTTPStatus.OK and read_json(raw).get("taken") is True:
        outgoing.drop(parcel, part)
    elif status not in _NEVER_SO:
        raise SchoolUnreachable("The school could not take it right now. It will be tried again.")
    return status in _NEVER_SO
