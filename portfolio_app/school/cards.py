"""Class cards: a code in large letters and as a QR picture drawn here, for print."""

from dataclasses import dataclass

import segno
from markupsafe import Markup

from portfolio_app.school.database.access import Code


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `picture` is SVG markup of the join address with the code."""

    name: str
    text: str
    until_ms: int
    is_personal: bool
    picture: Markup


def card_of(name: str, code: Code, address: str) -> Card:
    """The card of a code. The code stands behind the # of the address, which no server is sent."""
    return Card(
        name, code.text, code.until_ms, code.learner_id is not None,
        square_code(f"{address.rstrip('/')}/join#{code.text}"),
    )  # fmt: skip


def square_code(text: str) -> Markup:
    """SVG markup of a QR code, black on white whatever the page's colours."""
    made = segno.make(text, error="m", micro=False)
    drawn = made.svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    return Markup(drawn)  # noqa: S704  # squares alone: nothing of the text stands in it
