"""The school's way into a portfolio, for the day a secret is forgotten: taking its key.

A portfolio seals its key to what its own school gives it, and drops what the same school replaced.
The device as a whole remembers the addresses of schools, not whose they are: a locked portfolio
does not tell its school. HTTP does not enter here. The words are those of docs/formats/recovery.md.
"""

import contextlib
import json
import logging
from collections.abc import Mapping
from typing import Any

from portfolio_app.errors import PortfolioError
from portfolio_app.student.portfolio import SCHOOL_KEYS, SCHOOL_OPENINGS, Portfolio
from portfolio_app.student.vault.device_keeper import MAXIMUM_KEPT_BYTES, DeviceKeeper
from portfolio_app.student.vault.vaults import Vaults

AGAIN_AFTER_MS = 3600 * 1000
OFFERED_LIMIT = 4
REPLACED_LIMIT = 16
OPENINGS_LIMIT = 20
TEXT_LIMIT = 200
SCHOOLS_LIMIT = 8
SCHOOLS = "schools"
_KEY_DIGITS = 64

log = logging.getLogger(__name__)


class SchoolWay:
    """The way of one open portfolio's school. Use from one thread at a time."""

    def __init__(self, portfolio: Portfolio, vaults: Vaults) -> None:
        """`vaults` is what the portfolio was opened with."""
        self._portfolio = portfolio
        self._vaults = vaults
        self._looked_ms: int | None = None

    def is_due(self) -> bool:
        """Whether to ask the school again; True once, then after an hour."""
        now_ms, before_ms = self._portfolio.world.now_ms(), self._looked_ms
        if before_ms is not None and 0 <= now_ms - before_ms < AGAIN_AFTER_MS:
            return False
        self._looked_ms = now_ms
        return True

    def remember(self, address: str) -> None:
        """Let this device know the school's address when somebody here is locked out."""
        if self._vaults.keeper is not None:
            with contextlib.suppress(OSError):
                remember_school(self._vaults.keeper, address)

    def take(self, offered: object) -> None:
        """Seal to the keys that the school offers, in place of those that it replaced.

        An offer that cannot be used is left alone and named in the log: the work goes on.
        """
        keys = _hexes(offered, "keys", OFFERED_LIMIT)
        replaced = _hexes(offered, "replaced", REPLACED_LIMIT)
        if not keys:
            return
        try:
            with self._portfolio.lock:
                self._take(keys, [one for one in replaced if one not in keys])
        except PortfolioError as problem:
            log.warning("The school's recovery key was not taken: %s", problem)

    def keep_openings(self, told: object) -> None:
        """Keep when the school let this learner in, for the learner to see."""
        found = told if isinstance(told, list) else []
        openings = [_opening(one) for one in found[:OPENINGS_LIMIT]]
        kept = [one for one in openings if one is not None]
        if kept != (self._portfolio.vault.get_setting(SCHOOL_OPENINGS) or []):
            with self._portfolio.durable():
                self._portfolio.vault.put_setting(SCHOOL_OPENINGS, kept)

    def _take(self, keys: list[str], replaced: list[str]) -> None:
        vault, ways = self._portfolio.vault, self._vaults.ways
        present = {one.hex() for one in ways.school_keys(vault.id)}
        given = list(vault.get_setting(SCHOOL_KEYS) or ())
        gone = [one for one in replaced if one in present and one in given]
        fresh = [one for one in keys if one not in present]
        if set(keys) - set(given):
            # Before the slots: a key that was given and is not there yet harms nobody.
            with self._portfolio.durable():
                kept = [one for one in given if one not in keys and one in present]
                vault.put_setting(SCHOOL_KEYS, [*kept, *keys])
        now_ms = self._portfolio.world.now_ms()
        for key in fresh or (keys[:1] if gone else []):
            replaces = bytes.fromhex(gone.pop()) if gone else None
            ways.set_school_key(vault.id, bytes.fromhex(key), replaces=replaces, now_ms=now_ms)
        for old in gone:
            ways.set_school_key(
                vault.id, bytes.fromhex(keys[0]), replaces=bytes.fromhex(old), now_ms=now_ms
            )


def known_schools(keeper: DeviceKeeper) -> tuple[str, ...]:
    """Addresses of schools this device has spoken with, newest first."""
    try:
        found = json.loads(keeper.get(SCHOOLS) or b"[]")
    except (OSError, ValueError, RecursionError):
        return ()
    texts = found if isinstance(found, list) else []
    return tuple(one for one in texts[:SCHOOLS_LIMIT] if isinstance(one, str))


def remember_school(keeper: DeviceKeeper, address: str) -> None:
    """Put an address in front; the oldest go when there is no room. OSError."""
    before = known_schools(keeper)
    if before[:1] == (address,):
        return
    kept = [address, *(one for one in before if one != address)][:SCHOOLS_LIMIT]
    while kept and len(json.dumps(kept)) > MAXIMUM_KEPT_BYTES:
        kept.pop()
    keeper.put(SCHOOLS, json.dumps(kept).encode("ascii"))


def _hexes(offered: object, name: str, limit: int) -> list[str]:
    found = offered.get(name) if isinstance(offered, Mapping) else None
    texts = found[:limit] if isinstance(found, list) else []
    return [one for one in texts if _is_key(one)]


def _is_key(value: object) -> bool:
    if not isinstance(value, str) or len(value) != _KEY_DIGITS:
        return False
    return not set(value) - set("0123456789abcdef")


def _opening(told: object) -> dict[str, Any] | None:
    if not isinstance(told, Mapping):
        return None
    at_ms, by, device = told.get("at_ms"), told.get("by"), told.get("device")
    if type(at_ms) is not int or not isinstance(by, str) or not isinstance(device, str):
        return None
    return {"at_ms": at_ms, "by": by[:TEXT_LIMIT], "device": device[:TEXT_LIMIT]}
