"""The clock of this device, kept in the vault: stamps that only go forward, and how wrong it is.

Both are settings: what is kept here belongs inside the durable step that uses it.
"""

from collections.abc import Callable

from portfolio_app.student.vault.vaults import Vault
from sync.clock import NODE_DIGITS, HybridClock

_STAMPS = "clock"
_FIX_MS = "clock_fix_ms"


def kept(vault: Vault, new_id: Callable[[], str]) -> HybridClock:
    """The clock as it was kept; a new node when there is none yet."""
    stored = vault.get_setting(_STAMPS)
    if stored:
        return HybridClock(stored["node"], stored["last"])
    return HybridClock(new_id()[:NODE_DIGITS])


def keep(vault: Vault, clock: HybridClock) -> None:
    """Let the next stamp come after what this clock gave or saw."""
    vault.put_setting(_STAMPS, {"node": clock.node, "last": clock.last})


def fix_ms(vault: Vault) -> int:
    """What to add to the device's time, in milliseconds, so that it is the school's."""
    return int(vault.get_setting(_FIX_MS) or 0)


def keep_fix(vault: Vault, milliseconds: int) -> None:
    """Remember what the school's clock said last."""
    vault.put_setting(_FIX_MS, milliseconds)
