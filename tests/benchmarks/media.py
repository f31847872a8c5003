"""Media and thumbnails against their peers, as ratios of interleaved rounds.

Run `python -m tests.benchmarks.media [MEGABYTES] [ROUNDS]` in an environment that also has pyrage
and pyvips; a peer that is absent is named and left out. Above 1: the product is faster.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from portfolio_app.student.pictures import thumbnail
from portfolio_app.student.vault import Vault
from tests.photo_maker import make_photo
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, vaults_in

PIECE_BYTES = 1 << 20
SEEK_BYTES = 64 * 1024
SEEKS = 2_000
Job = Callable[[], object]


def main() -> None:
    """Print the tables."""
    megabytes, rounds = (
        int(given) for given in (*sys.argv[1:3], *("256", "5")[len(sys.argv) - 1 :])
    )
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name:
        folder = Path(name)
        vault = vaults_in(folder / "learners").create(
            "Ada", "fox", SECRET, new_id=counted_ids(), now_ms=NOW_MS
        )
        source = folder / "film"
        with source.open("wb") as file:
            for _ in range(megabytes):
                file.write(os.urandom(PIECE_BYTES))
        _seal(folder, source, vault, rounds)
        _seek(vault, source)
        vault.close()
    _thumbnails(rounds)


def _seal(folder: Path, source: Path, vault: Vault, rounds: int) -> None:
    copy = folder / "copy"
    jobs: dict[str, Job] = {
        "product, in": lambda: _received(vault, source),
        "plain copy": lambda: _copied(source, copy),
        "plain copy and SHA-256": lambda: (_copied(source, copy), _hashed(source)),
    }
    pyrage = _peer("pyrage")
    if pyrage is not None:
        identity = pyrage.x25519.Identity.generate()
        jobs["pyrage (age)"] = lambda: (
            pyrage.encrypt_file(str(source), str(copy), [identity.to_public()]),
            _synced(copy),
        )
    fernet = importlib.import_module("cryptography.fernet").Fernet
    box = fernet(fernet.generate_key())
    jobs["Fernet"] = lambda: (copy.write_bytes(box.encrypt(source.read_bytes())), _synced(copy))
    _print_ratios(f"sealing {source.stat().st_size >> 20} MB, with fsync", jobs, rounds)
    sha256_hex = _received(vault, source)
    jobs = {
        "product, out": lambda: _written(copy, vault.media.open(sha256_hex)),
        "plain copy": lambda: _copied(source, copy),
    }
    _print_ratios("opening, file to file, with fsync", jobs, rounds)


def _seek(vault: Vault, source: Path) -> None:
    sha256_hex, size_bytes = _hashed(source), source.stat().st_size
    places = random.Random(1)
    with vault.media.reader(sha256_hex) as reader:
        held = _spent(
            lambda start: b"".join(reader.read(start, start + SEEK_BYTES)), places, size_bytes
        )
    anew = _spent(
        lambda start: b"".join(vault.media.open(sha256_hex, start, start + SEEK_BYTES)),
        places,
        size_bytes,
    )
    _say("\n| seek, 64 KiB | p50 us | p99 us |\n|---|---|---|")
    for name, spent in (("file held open", held), ("opened anew", anew)):
        _say(f"| {name} | {spent[len(spent) // 2]:.0f} | {spent[len(spent) * 99 // 100]:.0f} |")


def _spent(read: Callable[[int], bytes], places: random.Random, size_bytes: int) -> list[float]:
    found = []
    for _ in range(SEEKS):
        start = places.randrange(max(size_bytes - SEEK_BYTES, 1))
        before = time.perf_counter()
        read(start)
        found.append((time.perf_counter() - before) * 1e6)
    return sorted(found)


def _thumbnails(rounds: int) -> None:
    pyvips = _peer("pyvips")
    for megapixels in (12, 48):
        raw = make_photo(None, megapixels=megapixels)
        jobs: dict[str, Job] = {"product": lambda raw=raw: thumbnail(raw)}  # type: ignore[misc]
        if pyvips is not None:
            jobs["libvips"] = lambda raw=raw: pyvips.Image.thumbnail_buffer(  # type: ignore[misc]
                raw, 320, height=320
            ).jpegsave_buffer(Q=80)
        jobs["Pillow, whole"] = lambda raw=raw: _naive(raw)  # type: ignore[misc]
        _print_ratios(f"thumbnail of {megapixels} megapixels", jobs, rounds)


def _naive(raw: bytes) -> bytes:
    output = io.BytesIO()
    image = Image.open(io.BytesIO(raw)).convert("RGB")
    image.resize((320, 240)).save(output, "JPEG", quality=80)
    return output.getvalue()


def _print_ratios(title: str, jobs: dict[str, Job], rounds: int) -> None:
    spent: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            before = time.perf_counter()
            job()
            spent[name].append(time.perf_counter() - before)
    ours = next(iter(spent.values()))
    _say(f"\n| {title} | ms, median | peer / product |\n|---|---|---|")
    for name, seconds in spent.items():
        ratio = statistics.median(theirs / mine for theirs, mine in zip(seconds, ours, strict=True))
        _say(f"| {name} | {statistics.median(seconds) * 1e3:.0f} | {ratio:.2f} |")


def _received(vault: Vault, source: Path) -> str:
    vault.media._received.clear()  # each round is to write a file of its own
    for path in (Path(vault.media._folder)).glob("*"):
        path.unlink()
    received = vault.media.receive(_pieces(source))
    vault.media.keep(received)
    return received.sha256_hex


def _copied(source: Path, target: Path) -> int:
    return _written(target, _pieces(source))


def _written(target: Path, pieces: Iterator[bytes]) -> int:
    with target.open("wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
        return file.tell()


def _hashed(source: Path) -> str:
    with source.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _synced(path: Path) -> bool:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return True


def _pieces(source: Path) -> Iterator[bytes]:
    with source.open("rb") as file:
        while piece := file.read(PIECE_BYTES // 4):
            yield piece


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _peer(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        _say(f"{name} is not here and is left out")
        return None


if __name__ == "__main__":
    main()
