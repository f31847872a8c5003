"""A folder of distinct photos, added with interruptions anywhere: each is there once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portfolio_app.student.learner import find_vault, open_portfolio, open_vaults
from tests.distinct_photos import make_distinct_photos
from tests.processes import portfolio_json

COUNT = int(os.environ.get("PORTFOLIO_PHOTOS", "150"))
# The whole 5,000: make photos.
SECRET = {"PORTFOLIO_SECRET": "2468"}
KILLS = 3


@pytest.mark.timeout(300 + 4 * COUNT)
def test_each_photo_is_there_once_however_often_the_program_is_killed(tmp_path: Path) -> None:
    photos = make_distinct_photos(tmp_path / "photos", COUNT, small=COUNT <= 1_000)
    (tmp_path / "photos" / "copy-of-one.jpg").write_bytes(photos[0].read_bytes())
    device = tmp_path / "device"
    who = ("--data", str(device), "--learner", "Ada")
    portfolio_json("learner", "new", *who, **SECRET)
    source = random.Random(COUNT)
    for _ in range(KILLS):
        kill_while_adding(tmp_path / "photos", who, device, source)
    done = subprocess.run(
        [*adding(tmp_path / "photos", who), "--json"],
        env={**os.environ, **SECRET},
        capture_output=True,
        text=True,
        timeout=120 + COUNT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    last = json.loads(done.stdout)
    assert len(last["works"]) + len(last["already_here"]) == COUNT + 1
    assert f"100 of {COUNT + 1}" in done.stderr
    again = portfolio_json("learner", "add", str(tmp_path / "photos"), *who, **SECRET)
    assert (again["works"], len(again["already_here"])) == ([], COUNT + 1)
    check(device, photos)


def kill_while_adding(
    folder: Path, who: tuple[str, ...], device: Path, source: random.Random
) -> None:
    """Start adding and kill -9 after some more sealed files have appeared, at no chosen call."""
    process = subprocess.Popen(
        adding(folder, who),
        env={**os.environ, **SECRET},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    enough = sealed_files(device) + source.randrange(1, max(COUNT * 2 // KILLS, 2))
    deadline = time.monotonic() + 120 + COUNT
    while process.poll() is None and sealed_files(device) < enough:
        assert time.monotonic() < deadline
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait(30)


def adding(folder: Path, who: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", "portfolio_app", "learner", "add", str(folder), *who]


def sealed_files(device: Path) -> int:
    return sum(1 for _ in device.glob("learners/*/media/*"))


def check(device: Path, photos: list[Path]) -> None:
    """Every original is kept once and whole, and nothing lies about that nobody names."""
    vaults = open_vaults(device)
    portfolio = open_portfolio(vaults, find_vault(vaults, "Ada").id, SECRET["PORTFOLIO_SECRET"])
    try:
        works = portfolio.works()
        assert len(works) == len(photos)
        assert {work.title for work in works} <= {path.stem for path in photos} | {"copy-of-one"}
        found = set()
        for work in works:
            (file,) = work.files
            original = portfolio.original_of(file.id)
            assert original is not None
            found.add(b"".join(portfolio.read_media(original)))
            for shown in (file.media, file.preview, file.thumbnail):
                assert shown is not None
                assert b"".join(portfolio.read_media(shown))
        assert found == {path.read_bytes() for path in photos}
        assert portfolio.vault.media.sweep() == 0
    finally:
        portfolio.close()


@pytest.mark.parametrize("together", [False, True])
def test_the_same_photo_twice_in_one_go_is_added_once(tmp_path: Path, *, together: bool) -> None:
    (photo,) = make_distinct_photos(tmp_path, 1, small=True)
    (tmp_path / "again.jpg").write_bytes(photo.read_bytes())
    who = ("--data", str(tmp_path / "device"), "--learner", "Ada")
    portfolio_json("learner", "new", *who, **SECRET)
    files = (str(photo), str(tmp_path / "again.jpg"), *(("--together",) if together else ()))
    added = portfolio_json("learner", "add", *files, *who, **SECRET)
    assert [len(work["files"]) for work in added["works"]] == [1]
    assert added["already_here"] == ["again.jpg"]
