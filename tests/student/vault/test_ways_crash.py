"""Power cuts and failing disks during every change of keys: somebody always gets in."""

from __future__ import annotations

import contextlib
import errno
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import PortfolioError, WrongSecret
from portfolio_app.sealing.hpke import public_key_of
from portfolio_app.student.vault import Vaults
from portfolio_app.student.vault.slots import BadgeCode, TypedSecret, Way
from tests.student.vault.device import NOW_MS, SECRET
from tests.student.vault.faulty_disk import FaultyDisk
from tests.student.vault.learners import ADA, device, make, opens

Step = Callable[[Vaults, dict[str, str | Way]], None]


def change_secret(here: Vaults, ways: dict[str, str | Way]) -> None:
    here.change_secret(ADA, ways["typed"], "another", now_ms=NOW_MS)
    ways["typed"] = "another"


def change_secret_while_open(here: Vaults, ways: dict[str, str | Way]) -> None:
    vault = here.unlock(ADA, ways["typed"], now_ms=NOW_MS)
    here.change_secret(ADA, ways["typed"], "a third", now_ms=NOW_MS)
    ways["typed"] = "a third"
    vault.close()


def new_badge(here: Vaults, ways: dict[str, str | Way]) -> None:
    typed = TypedSecret(str(ways["typed"]))
    ways["badge"] = BadgeCode(here.ways.new_badge(ADA, typed, now_ms=NOW_MS))


def bind_to_device(here: Vaults, ways: dict[str, str | Way]) -> None:
    here.ways.bind_to_device(ADA, str(ways["typed"]), now_ms=NOW_MS)


def new_school(here: Vaults, ways: dict[str, str | Way]) -> None:
    here.ways.set_school_key(ADA, SCHOOL, ways["badge"], now_ms=NOW_MS)  # type: ignore[arg-type]


def renew(here: Vaults, ways: dict[str, str | Way]) -> None:
    typed = TypedSecret(str(ways["typed"]))
    here.renew_key(ADA, typed, ways["badge"], now_ms=NOW_MS)  # type: ignore[arg-type]


SCHOOL = public_key_of(bytes(range(32)))
LIFE: tuple[Step, ...] = (
    change_secret,
    new_badge,
    bind_to_device,
    new_school,
    renew,
    change_secret_while_open,
)


def live(here: Vaults, known: list[dict[str, str | Way]]) -> None:
    """`known` ends with what opened before the step under way, and what will after it."""
    for step in LIFE:
        ways = dict(known[-1])
        known.append(ways)
        step(here, ways)
        known[:] = known[-1:]


def someone_gets_in(found: FaultyDisk, known: list[dict[str, str | Way]]) -> str:
    here = device(found)
    typed = [*(ways["typed"] for ways in known), "another", "a third"]
    opened = "nobody"
    for place, way in enumerate((*typed, *typed)):
        try:
            opens(here, way, now_ms=NOW_MS + place * 900_000)
            opened = str(way)
            break
        except WrongSecret:
            continue
    for ways in known:  # a badge that was handed out opens, or the next one does
        if "badge" in ways and len(known) == 1:
            opens(here, ways["badge"], now_ms=NOW_MS)
    assert opened != "nobody"
    return opened


def check_power_cuts(source: random.Random, states_a_call: int) -> int:
    disk = FaultyDisk()
    make(device(disk))
    known: list[dict[str, str | Way]] = [{"typed": SECRET}]
    seen: set[int] = set()

    def cut() -> None:
        for found in disk.states(source, states_a_call):
            if found.fingerprint() not in seen:
                seen.add(found.fingerprint())
                someone_gets_in(found, known)

    disk.after_call = cut
    live(device(disk), known)
    cut()
    return len(seen)


def test_power_cuts_during_every_change_leave_a_way_in() -> None:
    assert check_power_cuts(random.Random(3), 12) > 150


@pytest.mark.parametrize(("failure", "first"), [(errno.ENOSPC, 1), (errno.EIO, 2)])
def test_calls_fail_once_during_every_change(failure: int, first: int) -> None:
    """Every sixth call, to be quick; all of them in tests/crash."""
    place, reached = first, True
    while reached:
        disk = FaultyDisk()
        make(device(disk))
        known: list[dict[str, str | Way]] = [{"typed": SECRET}]
        disk.calls, disk.fail_at, disk.failure = 0, place, failure
        with contextlib.suppress(PortfolioError):
            live(device(disk), known)
        reached = disk.calls >= place
        disk.fail_at = None
        for found in (disk.as_found(), next(disk.states(random.Random(place), 2))):
            someone_gets_in(found, known)
        place += 6
    assert place > 60


def keep_no_previous(vault_id: str, vault_key: bytes, previous_key: bytes) -> bytes:
    del vault_id, vault_key, previous_key
    return b""


def write_in_place(disk: Any, path: Path, content: bytes) -> None:
    file = disk.open(path, create=True)
    file.write_at(0, content)
    file.sync()
    file.close()


@pytest.mark.parametrize(
    ("where", "name", "sabotage"),
    [
        ("portfolio_app.student.vault.keys", "sealed_previous", keep_no_previous),
        ("portfolio_app.student.vault.keys_file", "replace_whole", write_in_place),
        ("portfolio_app.student.vault.device_keeper", "replace_whole", write_in_place),
        ("tests.student.vault.faulty_disk.FaultyDisk", "sync_folder", lambda *_: None),
        ("tests.student.vault.faulty_disk._FaultyFile", "sync", lambda *_: None),
    ],
)
def test_the_harness_catches_sabotage(
    monkeypatch: pytest.MonkeyPatch, where: str, name: str, sabotage: Any
) -> None:
    monkeypatch.setattr(f"{where}.{name}", sabotage)
    with pytest.raises((AssertionError, PortfolioError)):
        cut_with_three_seeds()


def cut_with_three_seeds() -> None:
    for seed in range(3):
        check_power_cuts(random.Random(seed), 24)
