"""To school on a stick by the command line alone, as an administrator and a learner would."""

from pathlib import Path

import pytest

from tests.photo_maker import make_photo
from tests.processes import portfolio, portfolio_json

SECRET = {"PORTFOLIO_SECRET": "2468"}
UNREADABLE = Path("/proc/self/mem")
"""Opens, and cannot be read at its beginning: what a stick does that is pulled out."""


@pytest.mark.skipif(not UNREADABLE.exists(), reason="this system has no file that opens unreadable")
def test_a_bundle_needs_a_school_and_a_school_needs_a_bundle(tmp_path: Path) -> None:
    who = ("--data", str(tmp_path / "device"), "--learner", "Ada")
    portfolio_json("learner", "new", *who, **SECRET)
    photo = tmp_path / "bridge.jpg"
    make_photo(photo, megapixels=1, seed=3)
    portfolio_json("learner", "add", str(photo), *who, **SECRET)
    out = portfolio("learner", "bundle-out", str(tmp_path / "x.bundle"), *who, **SECRET)
    assert out.returncode == 2
    assert "school" in out.stderr
    assert not (tmp_path / "x.bundle").exists()
    data = ("--data", str(tmp_path / "school"))
    portfolio_json("school", "init", *data, "--name", "Hill School")
    taken = portfolio("school", "bundle-in", *data, str(photo), str(tmp_path / "none.bundle"))
    assert taken.returncode == 1
    assert "bridge.jpg: That file is not a bundle." in taken.stdout
    assert "none.bundle: There is no bundle" in taken.stdout
    pulled_out = portfolio("school", "bundle-in", *data, str(UNREADABLE))
    assert pulled_out.returncode == 1, "one stick that is pulled out is no reason to fall over"
    assert f"{UNREADABLE.name}: The stick cannot be read any more" in pulled_out.stdout
    assert "Traceback" not in pulled_out.stderr
    back = portfolio_json("school", "bundle-out", *data, str(tmp_path / "answers"))
    assert back == {"answers": []}
