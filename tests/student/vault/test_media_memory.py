"""A film of any size goes in and out within a fixed amount of memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SIZE_BYTES = 300 * 1024 * 1024
MEMORY_LIMIT_BYTES = 32 * 1024 * 1024

CHILD = """
import hashlib, itertools, json, re, sys
from pathlib import Path
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, vaults_in

def peak_bytes():
    return 1024 * int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])

folder, size_bytes = Path(sys.argv[1]), int(sys.argv[2])
vaults = vaults_in(folder)
vault = vaults.create("Ada", "fox", SECRET, new_id=counted_ids(), now_ms=NOW_MS)
vault.media.keep(vault.media.receive([b"everything is loaded once"] * 3))
before = peak_bytes()
piece = hashlib.shake_128(b"film").digest(1 << 20)
received = vault.media.receive(itertools.repeat(piece, size_bytes // len(piece)))
vault.media.keep(received)
after_in = peak_bytes()
found = hashlib.sha256()
for part in vault.media.open(received.sha256_hex):
    found.update(part)
with vault.media.reader(received.sha256_hex) as reader:
    middle = b"".join(reader.read(size_bytes // 2, size_bytes // 2 + 65536))
print(json.dumps({
    "in": after_in - before,
    "out": peak_bytes() - before,
    "same": found.hexdigest() == received.sha256_hex,
    "middle": middle == piece[:65536],
    "size": received.size_bytes,
}))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_300_mb_go_in_and_out_within_32_mb(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path), str(SIZE_BYTES)],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["same"], found["middle"], found["size"]) == (True, True, SIZE_BYTES)
    assert max(found["in"], found["out"]) <= MEMORY_LIMIT_BYTES, found
