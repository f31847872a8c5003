"""The card of a vault: what the picker shows before unlocking, and all that is ever unsealed."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.student.vault.disk import Disk, read_whole, replace_whole

CARD_NAME = "card.json"
MAXIMUM_NAME_LENGTH = 80
MAXIMUM_CARD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class VaultCard:
    """Name, picture and band as the picker shows them; an empty name is somebody's own wish."""

    id: str
    name: str
    picture: str
    band: str


def read_card(disk: Disk, folder: Path, vault_id: str) -> VaultCard:
    """Read a card; a damaged one still shows its vault, because the work behind it is whole."""
    texts: tuple[object, ...] = ()
    with contextlib.suppress(
        AttributeError, FileNotFoundError, RecursionError, StoreDamaged, ValueError
    ):
        fields = json.loads(read_whole(disk, folder / CARD_NAME, MAXIMUM_CARD_BYTES))
        texts = tuple(fields.get(name) for name in ("name", "picture", "band"))
    if not texts or not all(isinstance(text, str) for text in texts):
        texts = ("?", "", "")
    name, picture, band = (str(text) for text in texts)
    return VaultCard(vault_id, name[:MAXIMUM_NAME_LENGTH], picture, band)


def write_card(disk: Disk, folder: Path, card: VaultCard) -> None:
    """Replace the card in one step; BadInput for a picture's name that is too long."""
    fields = {"name": card.name, "picture": card.picture, "band": card.band}
    content = json.dumps(fields, ensure_ascii=True, sort_keys=True).encode()
    if len(content) > MAXIMUM_CARD_BYTES:
        raise BadInput("The picture's name is too long; choose another picture.")
    replace_whole(disk, folder / CARD_NAME, content)


def checked_name(name: str) -> str:
    """Return the name without needless spaces; BadInput outside 1 to 80 letters."""
    name = " ".join(name.split())
    if not 1 <= len(name) <= MAXIMUM_NAME_LENGTH:
        raise BadInput(f"A name has 1 to {MAXIMUM_NAME_LENGTH} letters; type one of that length.")
    return name
