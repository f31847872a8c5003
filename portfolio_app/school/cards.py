"""Class cards: a code in large letters and as a QR picture drawn here, for print."""

from dataclasses import dataclass

import segno
from markupsafe import Markup

from portfolio_app.school.database.access import Code
from portfolio_app.sealing.certificates import shown_fingerprint


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `picture` is SVG markup of the join address with the code, `address` what to type;
    on a school's own network `text` ends with a dot and the fingerprint of the school's key.
    """

    name: str
    text: str
    until_ms: int
    is_personal: bool
    picture: Markup
    address: str


def card_of(name: str, code: Code, address: str) -> Card:
    """The card of a code. The code stands behind the # of the address, which no server is sent.

    `address` may have the fingerprint of the school's key behind its own #.
    """
    place, _, key = address.partition("#")
    text = f"{code.text}.{shown_fingerprint(key)}" if key else code.text
    return Card(
        name, text, code.until_ms, code.learner_id is not None,
        square_code(f"{place.rstrip('/')}/join#{text}"), place,
    )  # fmt: skip


def shown_address(address: str) -> str:
    """An address as it can be typed in one field, with the fingerprint in groups of four."""
    place, _, key = address.partition("#")
    return f"{place}#{shown_fingerprint(key)}" if key else place


def square_code(text: str) -> Markup:
    """SVG markup of a QR code, black on white whatever the page's colours."""
    made = segno.make(text, error="m", micro=False)
    drawn = made.svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    return Markup(drawn)  # noqa: S704  # squares alone: nothing of the text stands in it
