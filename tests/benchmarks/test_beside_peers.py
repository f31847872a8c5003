"""Sync beside Morango, PouchDB and Anki: the same records, on one machine, in one run.

The product and Anki take turns; the others, which are far away, run once. How to give it the peers'
environments: `peer_lines`. Run it while nobody else works:
pytest -m benchmark tests/benchmarks/test_beside_peers.py -s
"""

import os
import statistics
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks import peer_lines, product_line
from tests.benchmarks.product_line import Cost

RECORDS = int(os.environ.get("PORTFOLIO_RECORDS", "10000"))
FILES = int(os.environ.get("PORTFOLIO_FILES", "500"))
FILE_BYTES = 200_000
ROUNDS = int(os.environ.get("PORTFOLIO_ROUNDS", "3"))
CUT_MB = 60
CUT_RATIO = 1.06

Table = Mapping[str, Cost]


@dataclass(frozen=True, slots=True)
class Bar:
    """A peer's figure by the product's: what it must be at least. `part` of a `Cost`."""

    row: str
    part: str
    morango: float = 0.0
    pouch: float = 0.0
    anki: float = 0.0


BARS = (
    Bar("first push", "seconds", 30, 4, 0.75),
    Bar("first pull", "seconds", 30, 4, 0.75),
    Bar("first push", "cpu_seconds", 12, 4, 1 / 1.7),
    Bar("first pull", "cpu_seconds", 12, 4, 1 / 1.7),
    Bar("one field up", "size_bytes", 30, 8, 5),
    Bar("one field up", "requests", 16, 7, 7),
    Bar("nothing new", "size_bytes", 50, 8, 0.85),
    Bar("one field up, 100 ms", "seconds", 40, 6, 5),
    Bar("one field down, 100 ms", "seconds", 40, 6, 5),
    Bar("files up", "seconds", 0, 8, 6),
)


@pytest.mark.benchmark
@pytest.mark.skipif(not (product_line.PEERS / "countproxy.py").is_file(), reason="no peers here")
@pytest.mark.timeout(1200)
def test_sync_beside_its_peers(tmp_path: Path) -> None:
    ours, anki = [], []
    for turn in range(ROUNDS):
        ours.append(_ours(tmp_path / f"ours{turn}"))
        if peer_lines.PYTHON:
            folder = tmp_path / f"anki{turn}"
            anki.append(_asked(partial(peer_lines.anki, folder, RECORDS, FILES)))
    peers = {"anki": _median(filter(None, anki))}
    slow, few = tmp_path / "slow", peer_lines.SMALL
    if peer_lines.PYTHON:
        peers["anki"] |= _asked(lambda: peer_lines.anki(slow, few, 0, is_slow=True))
        peers["morango"] = _asked(lambda: peer_lines.morango(tmp_path, RECORDS))
        peers["morango"] |= _asked(lambda: peer_lines.morango(slow, few, is_slow=True))
    if peer_lines.PYTHON and peer_lines.NODE:
        found = _asked(lambda: peer_lines.pouch(tmp_path, RECORDS, peer_lines.POUCH_FILES))
        if files := found.get("files up"):
            scale = FILES / peer_lines.POUCH_FILES
            found["files up"] = Cost(files.seconds * scale, files.cpu_seconds * scale)
        peers["pouch"] = found | _asked(lambda: peer_lines.pouch(slow, few, 0, is_slow=True))
    print(f"\nload of the machine {os.getloadavg()[0]:.1f}")  # noqa: T201
    below = list(_printed(_median(ours), peers))
    assert not below


@pytest.mark.benchmark
@pytest.mark.skipif(not (product_line.PEERS / "countproxy.py").is_file(), reason="no peers here")
@pytest.mark.timeout(600)
def test_a_large_file_over_a_line_that_is_cut(tmp_path: Path) -> None:
    with product_line.bench(tmp_path / "ours") as made:
        cost, attempts = product_line.over_a_cut_line(made, CUT_MB * 1_000_000)
    ratio = cost.size_bytes / (CUT_MB * 1_000_000)
    print(f"\n{CUT_MB} MB, cut each 20 MB: {ratio:.3f} x the bytes, {attempts} exchanges")  # noqa: T201
    for which in ("anki", "pouch"):
        is_there = peer_lines.PYTHON and (which == "anki" or peer_lines.NODE)
        if is_there:
            print(which, peer_lines.over_a_cut_line(which, tmp_path / which, CUT_MB))  # noqa: T201
    assert ratio <= CUT_RATIO


def _asked(peer: Callable[[], dict[str, Cost]]) -> dict[str, Cost]:
    """What a peer took; nothing, and why, where it does not run here."""
    try:
        return peer()
    except (AssertionError, subprocess.TimeoutExpired) as problem:
        print(f"\nleft out: {str(problem)[-300:]}")  # noqa: T201
        return {}


def _ours(folder: Path) -> dict[str, Cost]:
    with product_line.bench(folder / "records") as made:
        found = product_line.first_exchange(made, RECORDS)
    with product_line.bench(folder / "files") as made:
        found["files up"] = product_line.files_up(made, FILES, FILE_BYTES)
    return found


def _median(rounds: Iterable[Table]) -> dict[str, Cost]:
    rounds = list(rounds)
    names = rounds[0] if rounds else ()
    return {
        name: Cost(
            statistics.median(one[name].seconds for one in rounds),
            statistics.median(one[name].cpu_seconds for one in rounds),
            int(statistics.median(one[name].size_bytes for one in rounds)),
            int(statistics.median(one[name].requests for one in rounds)),
        )
        for name in names
    }


def _printed(ours: Table, peers: Mapping[str, Table]) -> Iterable[str]:
    """Print the table; yields what is below its bar."""
    for name, cost in ours.items():
        print(f"{name}: {cost}")  # noqa: T201
    for bar in BARS:
        own = getattr(ours[bar.row], bar.part)
        line = f"{bar.row}, {bar.part}: {own:.4g}"
        for peer, table in peers.items():
            wanted = getattr(bar, peer)
            if not wanted or bar.row not in table:
                continue
            ratio = getattr(table[bar.row], bar.part) / own
            is_below = ratio < wanted
            line += f"; {peer} {ratio:.2f} x ({wanted:.2g}{', BELOW' if is_below else ''})"
            if is_below:
                yield f"{bar.row}, {bar.part}, {peer}: {ratio:.2f}, not {wanted:.2f}"
        print(line)  # noqa: T201
