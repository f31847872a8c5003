"""Media and thumbnails against their peers, as ratios of interleaved rounds.

Run `python -m tests.benchmarks.media [MEGABYTES] [ROUNDS] [PART ...]` (parts: seal, open, seek,
thumbnails; all if none is named) in an environment that also has pyrage and pyvips; a peer that is
absent is named and left out. Above 1: the product is faster. Beside all rounds stand those in which
other programs left the processor alone (they used less than a tenth of it).
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
from typing import Any, NamedTuple

from PIL import Image

from portfolio_app.student.pictures import thumbnail
from portfolio_app.student.vault import MediaStore, Vault
from tests.photo_maker import make_photo
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, vaults_in

PIECE_BYTES = 1 << 20
SEEK_BYTES = 64 * 1024
SEEKS = 2_000
QUIET = 0.1
Job = Callable[[], object]


class Spent(NamedTuple):
    """How long a job took, what it worked itself (with the system's work for it, in seconds of a
    processor), and which part of the processors others used meanwhile.
    """

    seconds: float
    own: float
    others: float


def main() -> None:
    """Print the tables."""
    megabytes, rounds = (
        int(given) for given in (*sys.argv[1:3], *("256", "5")[len(sys.argv[1:3]) :])
    )
    parts = sys.argv[3:] or ["seal", "open", "seek", "thumbnails"]
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name:
        folder = Path(name)
        vault = vaults_in(folder / "learners").create(
            "Ada", "fox", SECRET, new_id=counted_ids(), now_ms=NOW_MS
        )
        source = folder / "film"
        with source.open("wb") as file:
            for _ in range(megabytes):
                file.write(os.urandom(PIECE_BYTES))
        if "seal" in parts:
            _seal(folder, source, vault, rounds)
        sha256_hex = _received(vault, source)
        if "open" in parts:
            _open(folder / "copy", source, vault.media, sha256_hex, rounds)
        if "seek" in parts:
            _seek(vault.media, sha256_hex)
        vault.close()
    if "thumbnails" in parts:
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


def _open(copy: Path, source: Path, media: MediaStore, sha256_hex: str, rounds: int) -> None:
    jobs: dict[str, Job] = {
        "product, out": lambda: _written(copy, media.open(sha256_hex)),
        "plain copy": lambda: _copied(source, copy),
    }
    _print_ratios("opening, file to file, with fsync", jobs, rounds)


def _seek(media: MediaStore, sha256_hex: str) -> None:
    size_bytes = media.size_bytes(sha256_hex)
    places = random.Random(1)

    def anew(start: int) -> bytes:
        return b"".join(media.open(sha256_hex, start, start + SEEK_BYTES))

    with media.reader(sha256_hex) as reader:
        held = _spent(
            lambda start: b"".join(reader.read(start, start + SEEK_BYTES)), places, size_bytes
        )
    found = {
        "file held open": held,
        "opened anew": _spent(anew, places, size_bytes),
        "opened anew, not in the system's memory": _spent(
            anew, places, size_bytes, before=lambda: _forget(Path(media._path(sha256_hex)))
        ),
    }
    _say("\n| seek, 64 KiB | p50 us | p99 us |\n|---|---|---|")
    for name, spent in found.items():
        _say(f"| {name} | {spent[len(spent) // 2]:.0f} | {spent[len(spent) * 99 // 100]:.0f} |")


def _forget(path: Path) -> None:
    """Let the system forget what it holds of a file that is on the storage."""
    descriptor = os.open(path, os.O_RDONLY)
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(descriptor)


def _spent(
    read: Callable[[int], bytes],
    places: random.Random,
    size_bytes: int,
    before: Callable[[], None] | None = None,
) -> list[float]:
    found = []
    for _ in range(SEEKS if before is None else SEEKS // 10):
        if before is not None:
            before()
        start = places.randrange(max(size_bytes - SEEK_BYTES, 1))
        begun = time.perf_counter()
        read(start)
        found.append((time.perf_counter() - begun) * 1e6)
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
    spent: dict[str, list[Spent]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            spent[name].append(_measured(job))
    ours = next(iter(spent.values()))
    _say(f"\n| {title} | ms, median | least | processor ms | peer / product | in quiet rounds |")
    _say("|---|---|---|---|---|---|")
    for name, theirs in spent.items():
        pairs = [*zip(theirs, ours, strict=True)]
        quiet = [pair for pair in pairs if all(one.others <= QUIET for one in pair)]
        _say(
            f"| {name} | {statistics.median(one.seconds for one in theirs) * 1e3:.0f} "
            f"| {min(one.seconds for one in theirs) * 1e3:.0f} "
            f"| {statistics.median(one.own for one in theirs) * 1e3:.0f} | {_ratio(pairs)} "
            f"| {_ratio(quiet)} ({len(quiet)} of {rounds}) |"
        )


def _ratio(pairs: list[tuple[Spent, Spent]]) -> str:
    found = [theirs.seconds / mine.seconds for theirs, mine in pairs]
    return f"{statistics.median(found):.2f}" if found else "-"


def _measured(job: Job) -> Spent:
    busy, before, begun = _busy_seconds(), os.times(), time.perf_counter()
    job()
    seconds, after = time.perf_counter() - begun, os.times()
    user = after.user - before.user
    others = (_busy_seconds() - busy - user) / seconds / (os.cpu_count() or 1)
    return Spent(seconds, user + after.system - before.system, others)


def _busy_seconds() -> float:
    """What programs worked since the start; not the system, which also works for this one."""
    user, nice = Path("/proc/stat").read_text().split(maxsplit=3)[1:3]
    return (int(user) + int(nice)) / os.sysconf("SC_CLK_TCK")


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
