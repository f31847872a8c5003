"""No known word or picture lies open after a journey, a kill and a full disk.

Data folder, temporary folder, logs and what the program says are looked through; a control that is
not sealed must be found.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_app.student.learner import find_vault, open_portfolio, open_vaults
from tests.crash.telling_life import NAME, SECRET, TITLE, WORDS, diary, photo
from tests.plaintext import leaks, needles

PHOTOS = {f"photo {number}": photo(number) for number in (0, 1, 10, 11)}
DIARIES = {f"diary {number}": diary(number)[:70].decode() for number in (0, 1, 10, 11)}
WANTED = needles({**WORDS, **DIARIES}, PHOTOS)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a learner has been through everything."""
    folder = tmp_path_factory.mktemp("lived")
    for name in ("device", "logs", "temporary"):
        (folder / name).mkdir()
    done = subprocess.run(
        telling(folder, "whole"),
        env=around(folder),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stdout + done.stderr
    return folder


@pytest.fixture
def journey(lived: Path, tmp_path: Path) -> Path:
    """The same folder, for one test alone."""
    return shutil.copytree(lived, tmp_path / "journey")


def telling(folder: Path, mode: str) -> list[str]:
    return [sys.executable, "-m", "tests.crash.telling_life", str(folder), mode]


def around(folder: Path) -> dict[str, str]:
    temporary = str(folder / "temporary")
    return {**os.environ, "TMPDIR": temporary, "TMP": temporary, "TEMP": temporary}


def test_nothing_lies_open_after_a_whole_journey(journey: Path) -> None:
    assert (journey / "logs" / "log").exists()
    assert len(list(journey.rglob("media/*"))) >= 6
    assert leaks([journey], WANTED) == []


def test_nothing_lies_open_after_a_kill(journey: Path) -> None:
    for turn in range(3):
        program = subprocess.Popen(
            telling(journey, "on"), env=around(journey), stdout=subprocess.PIPE, text=True
        )
        assert program.stdout is not None
        said = [program.stdout.readline() for _ in range(1 + turn)]
        os.kill(program.pid, signal.SIGKILL)
        said += [line for line in program.stdout if line.endswith("\n")]
        program.stdout.close()
        program.wait()
        assert leaks([journey], WANTED) == []
        assert {f"{TITLE} {line.strip()}" for line in said} <= titles(journey)
        assert leaks([journey], WANTED) == []


def test_nothing_lies_open_on_a_full_disk(journey: Path) -> None:
    done = subprocess.run(
        telling(journey, "full"),
        env=around(journey),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    assert leaks([journey], WANTED) == []
    assert {f"{TITLE} {line}" for line in done.stdout.split()} <= titles(journey)
    assert leaks([journey], WANTED) == []


def titles(folder: Path) -> set[str]:
    """The titles of all works, each with all its files whole."""
    vaults = open_vaults(folder / "device")
    portfolio = open_portfolio(vaults, find_vault(vaults, NAME).id, SECRET)
    try:
        found = set()
        for work in portfolio.works():
            number = int(work.title.removeprefix(TITLE))
            originals = {portfolio.original_of(file.id) for file in work.files}
            contents = {b"".join(portfolio.read_media(str(one))) for one in originals}
            assert contents == {photo(number), diary(number)}
            found.add(work.title)
        return found
    finally:
        portfolio.close()


@pytest.mark.parametrize("where", ["device", "logs", "temporary"])
@pytest.mark.parametrize("wanted", [*WORDS, "photo 0", "diary 0"])
def test_the_look_would_find_it(tmp_path: Path, where: str, wanted: str) -> None:
    """The control: the same things, unsealed, in each place."""
    content = {
        **{name: words.encode() for name, words in WORDS.items()},
        "photo 0": photo(0)[2000:6000],
        "diary 0": diary(0),
    }[wanted]
    (tmp_path / where).mkdir()
    (tmp_path / where / "found").write_bytes(os.urandom(5000) + content + os.urandom(5000))
    (leak, *_) = leaks([tmp_path], WANTED)
    assert leak.what == wanted
    (tmp_path / where / "found").write_bytes(os.urandom(5000))
    assert leaks([tmp_path], WANTED) == []
