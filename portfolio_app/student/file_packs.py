"""Small files that go to school together (docs/formats/wire.md, "Several at once").

A hundred photos are then not a hundred questions, each with its wait and its writing to the disk.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from portfolio_app.errors import NotFound, StoreDamaged

PACK_BYTES = 1 << 20
"""Less than a school takes: as much at most is sent again after a line that broke."""

PACK_FILES_LIMIT = 64
_HEAD_BYTES = 32 + 4


def grouped(hashes: Iterable[str], size_of: Callable[[str], int]) -> Iterator[list[str]]:
    """Files in their order, as many together as fit into a pack; a larger one by itself.

    `size_of` tells the size in bytes; a file that it cannot tell of goes by itself.
    """
    group: list[str] = []
    group_bytes = 0
    for sha256_hex in hashes:
        try:
            size_bytes = size_of(sha256_hex) + _HEAD_BYTES
        except (NotFound, StoreDamaged):
            size_bytes = PACK_BYTES
        if group and (group_bytes + size_bytes > PACK_BYTES or len(group) >= PACK_FILES_LIMIT):
            yield group
            group, group_bytes = [], 0
        group.append(sha256_hex)
        group_bytes += size_bytes
    if group:
        yield group


def packed(files: Mapping[str, bytes]) -> bytes:
    """The body of a request: hash, size and bytes of each, none of them empty."""
    return b"".join(
        part
        for sha256_hex, plain in files.items()
        for part in (bytes.fromhex(sha256_hex), len(plain).to_bytes(4), plain)
    )


def had(answer: Mapping[str, object], sent: Iterable[str]) -> list[str]:
    """Which of the files that were sent the school says it has."""
    told = answer.get("have")
    known = frozenset(one for one in told if isinstance(one, str)) if isinstance(told, list) else ()
    return [sha256_hex for sha256_hex in sent if sha256_hex in known]
