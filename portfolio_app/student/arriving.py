"""Large files on their way from school: what came before the line broke need not come again.

Each stretch that came is sealed media like any other, noted under the file that it belongs to, so
it outlives a crash and is found by no one else. No network enters here, nor what a file shows.
"""

from collections.abc import Collection, Iterator

from portfolio_app.student.vault.media import ReceivedMedia
from portfolio_app.student.vault.vaults import Vault

ARRIVING = "arriving_files"
ARRIVING_LIMIT = 8
"""So many files may be half here; the one that waits longest makes way for a ninth."""


def stretches(vault: Vault, sha256_hex: str) -> tuple[str, ...]:
    """What came of a file so far, in order, as hashes of media of this vault.

    None where one of them is gone: then nothing of it is of use.
    """
    parts = tuple(_noted(vault).get(sha256_hex, ()))
    return parts if all(vault.media.has(part) for part in parts) else ()


def came_bytes(vault: Vault, sha256_hex: str) -> int:
    """How much of a file is here."""
    return sum(vault.media.size_bytes(part) for part in stretches(vault, sha256_hex))


def read(vault: Vault, sha256_hex: str) -> Iterator[bytes]:
    """All that came of a file, in order."""
    for part in stretches(vault, sha256_hex):
        yield from vault.media.open(part)


def note(vault: Vault, sha256_hex: str, part: ReceivedMedia) -> frozenset[str]:
    """Keep one more stretch; belongs inside a durable step.

    Returns the stretches of a file that had to make way; see `forget`.
    """
    known = {one: list(parts) for one, parts in _noted(vault).items() if one != sha256_hex}
    going = list(known)[: max(0, len(known) - ARRIVING_LIMIT + 1)]
    gone = [known.pop(one) for one in going]
    vault.media.keep(part)
    parts = [*stretches(vault, sha256_hex), part.sha256_hex]
    vault.put_setting(ARRIVING, {**known, sha256_hex: parts})
    return _only(vault, gone)


def forget(vault: Vault, hashes: Collection[str]) -> frozenset[str]:
    """Note nothing of these files any more; belongs inside a durable step.

    Returns the stretches that no other file here is made of. Whoever calls lets them go, unless
    they are files in their own right: a work may hold exactly what another file begins with.
    """
    known = _noted(vault)
    gone = [known[one] for one in known if one in hashes]
    if gone:
        kept = {one: parts for one, parts in known.items() if one not in hashes}
        vault.put_setting(ARRIVING, kept)
    return _only(vault, gone)


def _only(vault: Vault, gone: list[list[str]]) -> frozenset[str]:
    still = {part for parts in _noted(vault).values() for part in parts}
    return frozenset(part for parts in gone for part in parts) - still


def _noted(vault: Vault) -> dict[str, list[str]]:
    return dict(vault.get_setting(ARRIVING) or {})
