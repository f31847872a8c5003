"""Which files still have to reach the school, small and quickly shown ones first.

Only hashes, sizes and an order stand here; the bytes are in the sealed media, the words in records.
"""

from collections.abc import Iterable
from enum import IntEnum

from portfolio_app.student.vault.vaults import Vault

MEDIA_QUEUE = "media_queue"


class Turn(IntEnum):
    """In which order files go: what a teacher sees first, first."""

    THUMBNAIL = 1
    PREVIEW = 2
    FILE = 3
    SOUND = 4
    FILM = 5


# What is stored keeps its number; this is the order in which they go.
_GOING = (Turn.THUMBNAIL, Turn.SOUND, Turn.PREVIEW, Turn.FILE, Turn.FILM)
_RANKS = {int(turn): rank for rank, turn in enumerate(_GOING)}


def turn_of(media_type: str) -> Turn:
    """When a file itself goes: sound before photos and papers, films last."""
    if media_type.startswith("audio/"):
        return Turn.SOUND
    return Turn.FILM if media_type.startswith("video/") else Turn.FILE


class MediaQueue:
    """The waiting files of one open vault; writes belong inside `vault.batch()`."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._waiting: dict[str, tuple[int, int]] = {}
        self.reload()

    def reload(self) -> None:
        """Read everything from the vault again."""
        table = self._vault.db.table(MEDIA_QUEUE)
        self._waiting = {sha256: (turn, number) for number, sha256, turn in table.rows()}

    def put(self, items: Iterable[tuple[str, Turn]]) -> None:
        """Let files wait; one that waits already keeps its turn."""
        table = self._vault.db.table(MEDIA_QUEUE)
        for sha256_hex, turn in items:
            if sha256_hex not in self._waiting:
                document = table.insert({"sha256": sha256_hex, "turn": int(turn)})
                self._waiting[sha256_hex] = (int(turn), document)

    def take(self, sha256_hex: str) -> None:
        """The school has it."""
        _, document = self._waiting.pop(sha256_hex)
        self._vault.db.table(MEDIA_QUEUE).remove(doc_ids=[document])

    def let_go(self, hashes: Iterable[str]) -> None:
        """These go nowhere any more; what does not wait is passed over."""
        for sha256_hex in hashes:
            if sha256_hex in self._waiting:
                self.take(sha256_hex)

    def in_order(self) -> tuple[str, ...]:
        """Hashes in the order in which they should go."""
        return tuple(sorted(self._waiting, key=self._place))

    def _place(self, sha256_hex: str) -> tuple[int, int]:
        turn, number = self._waiting[sha256_hex]
        return _RANKS.get(turn, len(_RANKS)), number

    def __contains__(self, sha256_hex: object) -> bool:
        return sha256_hex in self._waiting

    def __len__(self) -> int:
        return len(self._waiting)
