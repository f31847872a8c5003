"""What Anki, PouchDB and Morango take for the same, by the peers' own programs.

Each lives in an environment of its own, never a dependency of this one:
PORTFOLIO_PEER_PYTHON, a Python that has `anki`, `morango` and `cheroot`;
PORTFOLIO_PEER_NODE, a folder with `node_modules` of `pouchdb`, `express@4`, `express-pouchdb`.
What is not there is left out, and the table says so.
"""

import ast
import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.product_line import DELAY_MS, KILLED_EACH_BYTES, PEERS, Cost

PYTHON = os.environ.get("PORTFOLIO_PEER_PYTHON", "")
NODE = os.environ.get("PORTFOLIO_PEER_NODE", "")
LONGEST_SECONDS = 400
SMALL = 100
"""Records that lie there already when a slow line is tried: the first filling is not measured."""

POUCH_FILES = 100
"""Fewer than the others get: it takes long, and its time grows with them."""

_TOLD = re.compile(r"\{[^{}]*\}")
_ANKI = {
    "push": "first push", "pull": "first pull", "1 change push": "one field up",
    "1 change pull": "one field down", "no change": "nothing new", "media push": "files up",
}  # fmt: skip
_POUCH = {
    "first push": "first push", "first pull": "first pull", "1 change push": "one field up",
    "1 change pull": "one field down", "no change pull": "nothing new",
    f"push {POUCH_FILES}x": "files up",
}  # fmt: skip
_MORANGO = {
    "first push": "first push", "first pull": "first pull", "1 change push": "one field up",
    "1 change pull": "one field down", "no change pull": "nothing new",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cut:
    """What became of a large file over a line that is cut: done at all, and MB sent."""

    is_done: bool
    sent_mb: float


def anki(folder: Path, count: int, files: int, *, is_slow: bool = False) -> dict[str, Cost]:
    """Anki's client and its own sync server."""
    said = _run("anki_bench.py", folder, [count, files, 200], is_slow=is_slow)
    return _costs(said, _ANKI, is_slow=is_slow)


def pouch(folder: Path, count: int, files: int, *, is_slow: bool = False) -> dict[str, Cost]:
    """PouchDB and express-pouchdb."""
    said = _run("pouch_bench.py", folder, [count, files], is_slow=is_slow)
    return _costs(said, _POUCH, is_slow=is_slow)


def morango(folder: Path, count: int, *, is_slow: bool = False) -> dict[str, Cost]:
    """Kolibri's Morango."""
    said = _run("morango_bench.py", folder, [count], is_slow=is_slow)
    # Its server's processor time, its bytes and its list of requests stand on lines of their own.
    joined = re.sub(r"\n *wire", " wire", said)
    return _costs(joined, _MORANGO, is_slow=is_slow)


def over_a_cut_line(which: str, folder: Path, size_mb: int) -> Cut:
    """`which`: "anki" or "pouch"."""
    said = _run("drop_bench.py", folder, [which, size_mb, KILLED_EACH_BYTES // 1_000_000, 4])
    sent = re.findall(r"sent so far ([0-9.]+) MB", said)
    return Cut("DONE" in said, float(sent[-1]) if sent else 0.0)


def _run(script: str, folder: Path, arguments: Sequence[object], *, is_slow: bool = False) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    scratch = {name: str(folder / name) for name in ("AB_DIR", "PB_DIR", "MB_DIR", "DB_DIR")}
    environment = {
        **os.environ, **scratch, "NPM_DIR": NODE, "DELAY_MS": str(DELAY_MS if is_slow else 0),
    }  # fmt: skip
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        [PYTHON, PEERS / script, *map(str, arguments)], env=environment, cwd=folder,
        capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _costs(said: str, names: Mapping[str, str], *, is_slow: bool) -> dict[str, Cost]:
    where = f", {2 * DELAY_MS} ms" if is_slow else ""
    return {f"{name}{where}": cost for name, cost in _read(said, names)}


def _read(said: str, names: Mapping[str, str]) -> Iterator[tuple[str, Cost]]:
    for line in said.splitlines():
        begun = max((name for name in names if line.startswith(name)), key=len, default="")
        if not begun:
            continue
        told: dict[str, Any] = {}
        for found in _TOLD.findall(line):
            told |= ast.literal_eval(found)
        server = re.search(r"server cpu ([0-9.]+) s", line)
        spent = [told.get(name, 0.0) for name in ("cpu", "cpu_self", "cpu_client", "cpu_srv")]
        spent.append(float(server[1]) if server else 0.0)
        seconds = told.get("wall", told.get("total", 0.0))
        size_bytes = told.get("up", 0) + told.get("down", 0)
        yield names[begun], Cost(seconds, sum(spent), size_bytes, told.get("requests", 0))
