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

    def in_order(self) -> tuple[str, ...]:
        """Hashes in the order in which they should go."""
        return tuple(sorted(self._waiting, key=self._waiting.__getitem__))

    def __contains__(self, sha256_hex: object) -> bool:
        return sha256_hex in self._waiting

    def __len__(self) -> int:
        return len(self._waiting)
