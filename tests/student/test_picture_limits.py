"""What a picture may cost: 2 seconds and 300 MB for any file, also for one made to do harm.

Each file is read in a child process whose memory and processor time are measured.
"""

from __future__ import annotations

import io
import json
import random
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, features

from tests.photo_maker import draw_scene, make_photo, phone_exif

MEMORY_LIMIT_BYTES = 300 << 20
PROCESSOR_LIMIT_SECONDS = 2.0

CHILD = """
import json, re, resource, sys
from pathlib import Path
from PIL import Image
from portfolio_app.errors import UnsupportedPicture
from portfolio_app.student.pictures import prepare, strip

Image.init()
def seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime

before = seconds()
raw = Path(sys.argv[1]).read_bytes()
said = []
for read in (lambda: prepare(raw, "work.jpg"), lambda: strip(raw)):
    try:
        read()
        said.append("shown")
    except UnsupportedPicture as problem:
        said.append(str(problem))
peak = 1024 * int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
print(json.dumps({"said": said, "seconds": seconds() - before, "peak": peak}))
"""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="memory is read from /proc"
)


def measured(folder: Path, raw: bytes) -> tuple[list[str], int, float]:
    path = folder / "picture"
    path.write_bytes(raw)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return found["said"], found["peak"], found["seconds"]


def png(width: int, height: int, colour: int, pixels: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return png_of(chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))


def png_of(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def zeros(size_bytes: int) -> bytes:
    packer = zlib.compressobj(9)
    piece = bytes(1 << 20)
    packed = [packer.compress(piece) for _ in range(size_bytes >> 20)]
    packed.append(packer.compress(bytes(size_bytes & (1 << 20) - 1)))
    return b"".join((*packed, packer.flush()))


def large_png(colour: int, each: int, megapixels: int) -> bytes:
    side = int((megapixels * 1_000_000) ** 0.5)
    return png(side, side, colour, zeros(side * (side * each + 1)))


def jpeg(megapixels: float, **options: object) -> bytes:
    side = int((megapixels * 1_000_000) ** 0.5)
    output = io.BytesIO()
    draw_scene(0.3, seed=2).resize((side, side)).save(output, "JPEG", quality=85, **options)
    return output.getvalue()


def flat_jpeg(megapixels: float, **options: object) -> bytes:
    side = int((megapixels * 1_000_000) ** 0.5)
    output = io.BytesIO()
    Image.new("RGB", (side, side), "gray").save(output, "JPEG", progressive=True, **options)
    return output.getvalue()


def many_scans() -> bytes:
    """A progressive picture whose last scan is said over and over: minutes, for a small file."""
    raw = flat_jpeg(40)
    last = raw.rindex(b"\xff\xda")
    return raw[:last] + raw[last:-2] * min(3_000, (30 << 20) // len(raw[last:])) + b"\xff\xd9"


def many_chunks() -> bytes:
    start = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
    return png_of(start, *(chunk(b"tEXt", b"a\0b") for _ in range(1_000_000)))


def webp(megapixels: float) -> bytes:
    side = int((megapixels * 1_000_000) ** 0.5)
    output = io.BytesIO()
    Image.new("RGB", (side, side), "red").save(output, "WEBP", method=0)
    return output.getvalue()


def gif_of_zeros() -> bytes:
    output = io.BytesIO()
    Image.new("P", (8_000, 8_000)).save(output, "GIF")
    return output.getvalue()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a bomb of 80 million clear pixels": lambda: large_png(6, 4, 79),
    "a bomb of 60 million coloured pixels": lambda: large_png(2, 3, 60),
    "a JPEG of very many scans": many_scans,
    "a progressive JPEG, all colours whole": lambda: flat_jpeg(60, subsampling=0),
    "a PNG of a million words": many_chunks,
    "a GIF of 64 million pixels": gif_of_zeros,
    "noise": lambda: b"\xff\xd8" + random.Random(3).randbytes(3_000_000),
}
LARGE: dict[str, Callable[[], bytes]] = {
    "a phone's 12 megapixels": lambda: make_photo(None, megapixels=12),
    "48 megapixels": lambda: jpeg(48, exif=phone_exif(6, b"")),
    "48 megapixels, progressive": lambda: jpeg(48, progressive=True),
    "79 megapixels of one byte": lambda: large_png(0, 1, 79),
    "24 clear megapixels": lambda: large_png(6, 4, 24),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_picture_made_to_do_harm_is_refused_by_name(name: str, tmp_path: Path) -> None:
    said, peak, seconds = measured(tmp_path, HOSTILE[name]())
    assert said[0].startswith("'work.jpg' "), said
    assert "shown" not in said
    assert peak <= MEMORY_LIMIT_BYTES, peak >> 20
    assert seconds <= PROCESSOR_LIMIT_SECONDS


@pytest.mark.parametrize("name", LARGE)
def test_a_large_picture_is_shown_within_the_same_limits(name: str, tmp_path: Path) -> None:
    said, peak, seconds = measured(tmp_path, LARGE[name]())
    assert said == ["shown", "shown"]
    assert peak <= MEMORY_LIMIT_BYTES, peak >> 20
    assert seconds <= PROCESSOR_LIMIT_SECONDS


@pytest.mark.skipif(not features.check("webp"), reason="this Pillow has no WebP")
@pytest.mark.parametrize(("megapixels", "is_shown"), [(12, True), (48, False)])
def test_webp_is_shown_as_long_as_it_fits(megapixels: int, is_shown: bool, tmp_path: Path) -> None:
    said, peak, _ = measured(tmp_path, webp(megapixels))
    assert (said[0] == "shown") == is_shown
    assert peak <= MEMORY_LIMIT_BYTES, peak >> 20
