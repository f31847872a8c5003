"""Counting wrong secrets, so that a child at this tablet cannot try all PINs in an afternoon.

The count is on the disk before a secret is tried. It stands twice where the device keeps a copy
apart, so that putting back an old file resets nothing. The wait passes by the clock on the wall and
by the time since the device was started, whichever says less. It stops nobody who copies the vault
to another computer (docs/threat-model.md).
"""

from __future__ import annotations

import contextlib
import struct
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from portfolio_app.errors import StoreDamaged, TooManyTries
from portfolio_app.student.vault.device_keeper import DeviceKeeper
from portfolio_app.student.vault.disk import Disk

TRIES_NAME = "tries"

FREE_TRIES = 5
FIRST_WAIT_SECONDS = 30
MAXIMUM_WAIT_SECONDS = 15 * 60

_FIRST_LAYOUT = struct.Struct(">IQ")  # 16 bytes with the CRC: tries, last
_LAYOUT = struct.Struct(">IQQQ")  # 32 bytes with the CRC: tries, last, since start, sequence
_CRC_SIZE_BYTES = 4
_MAXIMUM_TRIES = 1000
_MAXIMUM_NUMBER = 2**63 - 1

SinceStart = Callable[[], int]


def since_start_ms() -> int:
    """Milliseconds since the device was started, sleep included where the system counts it."""
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    nanoseconds = time.monotonic_ns() if clock is None else time.clock_gettime_ns(clock)
    return nanoseconds // 1_000_000


@dataclass(frozen=True, slots=True)
class Count:
    """How many tries, when the last was by both clocks (0: not known), and how often written."""

    tries: int = 0
    last_ms: int = 0
    last_since_start_ms: int = 0
    sequence: int = 0

    def to_bytes(self) -> bytes:
        """Return 32 bytes."""
        unchecked = _LAYOUT.pack(self.tries, self.last_ms, self.last_since_start_ms, self.sequence)
        return unchecked + zlib.crc32(unchecked).to_bytes(_CRC_SIZE_BYTES, "big")

    @classmethod
    def from_bytes(cls, content: bytes) -> Count | None:
        """Read what `to_bytes`, or the first version, wrote; None if it is something else."""
        unchecked, crc = content[:-_CRC_SIZE_BYTES], content[-_CRC_SIZE_BYTES:]
        if int.from_bytes(crc, "big") != zlib.crc32(unchecked):
            return None
        for layout in (_LAYOUT, _FIRST_LAYOUT):
            if len(unchecked) == layout.size:
                numbers = layout.unpack(unchecked)
                return cls(*numbers) if max(numbers) <= _MAXIMUM_NUMBER else None
        return None


class Tries:
    """The count of one vault. Errors of the disk are the system's OSError."""

    def __init__(
        self,
        disk: Disk,
        folder: Path,
        *,
        vault_id: str,
        keeper: DeviceKeeper | None,
        since_start: SinceStart | None,
    ) -> None:
        """Count in `folder`, and in `keeper` if there is one."""
        self._disk = disk
        self._path = folder / TRIES_NAME
        self._keeper = keeper
        self._kept_name = f"tries-{vault_id}"
        self._since_start = since_start

    def count(self, now_ms: int) -> None:
        """Count a try that is about to be made; TooManyTries, uncounted, while waiting is due."""
        now_ms = min(max(now_ms, 0), _MAXIMUM_NUMBER)
        here_ms = self._since_start() if self._since_start is not None else 0
        count = self._read(now_ms, here_ms)
        wait_ms = 1000 * wait_seconds(count.tries)
        if wait_ms:
            passed_ms = _passed_ms(count, now_ms, here_ms)
            if passed_ms is None:  # the clock was turned back: the wait starts anew, once
                self._write(replace(count, last_ms=now_ms, last_since_start_ms=here_ms))
                passed_ms = 0
            if passed_ms < wait_ms:
                seconds = -(-(wait_ms - passed_ms) // 1000)
                raise TooManyTries(
                    f"That was wrong too often. Wait {seconds} seconds and try again, "
                    "or ask your teacher.",
                    seconds,
                )
        tries = min(count.tries + 1, _MAXIMUM_TRIES)
        self._write(Count(tries, now_ms, here_ms, count.sequence))

    def begin(self) -> None:
        """Start at nothing."""
        self._write(Count(sequence=self._read(0, 0).sequence))

    def forget(self) -> None:
        """Begin anew after a right secret; a storage that fails now must keep nobody out."""
        with contextlib.suppress(OSError):
            self.begin()

    def remove(self) -> None:
        """Forget the copy apart, for a vault that is removed."""
        if self._keeper is not None:
            self._keeper.remove(self._kept_name)

    def _read(self, now_ms: int, here_ms: int) -> Count:
        """The later of the two copies; a damaged one counts as full, or damaging it would help."""
        kept = self._read_kept()
        found = self._read_file()
        if found is not None:
            own = Count.from_bytes(found)
            if own is None:
                tries = max(FREE_TRIES, kept.tries)
                full = Count(tries, now_ms, here_ms, kept.sequence)
                self._write(full)  # or the wait would start anew each time
                return replace(full, sequence=full.sequence + 1)
            return max(own, kept, key=lambda count: count.sequence)
        return kept

    def _read_file(self) -> bytes | None:
        if not self._disk.exists(self._path):
            return None
        file = self._disk.open_to_read(self._path)
        try:
            return file.read_at(0, _LAYOUT.size + _CRC_SIZE_BYTES + 1)
        finally:
            file.close()

    def _read_kept(self) -> Count:
        content = None
        if self._keeper is not None:
            with contextlib.suppress(OSError, StoreDamaged):
                content = self._keeper.get(self._kept_name)
        return (Count.from_bytes(content) if content else None) or Count()

    def _write(self, count: Count) -> None:
        """Write in place: the same few bytes of one sector, which a full disk cannot refuse."""
        content = replace(count, sequence=count.sequence + 1).to_bytes()
        created = not self._disk.exists(self._path)
        file = self._disk.open(self._path, create=created)
        try:
            file.write_at(0, content)
            file.truncate(len(content))
            file.sync()
        finally:
            file.close()
        if created:
            self._disk.sync_folder(self._path.parent)
        if self._keeper is not None:
            with contextlib.suppress(OSError):
                self._keeper.put(self._kept_name, content)


def wait_seconds(tries: int) -> int:
    """How long to wait after so many wrong tries: 30 s from the fifth on, doubled up to 15 min."""
    if tries < FREE_TRIES:
        return 0
    doublings = min(tries - FREE_TRIES, 16)
    return int(min(FIRST_WAIT_SECONDS * 2**doublings, MAXIMUM_WAIT_SECONDS))


def _passed_ms(count: Count, now_ms: int, here_ms: int) -> int | None:
    """How much of the wait is over; None if only a clock that was turned back could say.

    A clock can be turned on as easily as back, the time since the start cannot: after a restart it
    counts from there, which is never more than what truly passed.
    """
    by_clock_ms = now_ms - count.last_ms
    if not here_ms or not count.last_since_start_ms:
        return by_clock_ms if by_clock_ms >= 0 else None
    restarted = here_ms < count.last_since_start_ms
    by_start_ms = here_ms if restarted else here_ms - count.last_since_start_ms
    return by_start_ms if by_clock_ms < 0 else min(by_clock_ms, by_start_ms)
