"""The wheel holds the three packages and the assets, finds them, and starts without a checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

FIND_ASSETS = """
import pathlib
import portfolio_app
from portfolio_app.settings import asset

assert pathlib.Path(portfolio_app.__file__).is_relative_to(pathlib.Path.cwd())
assert asset("vendor/htmx/htmx.min.js").read_bytes().startswith(b"var htmx")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    environment = {**os.environ, "HATCH_BUILD_LOCATION": str(folder)}
    report = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert report.returncode == 0, report.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_packages_the_assets_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        *("portfolio_app", "sync", "rubrics")
    }
    assert "portfolio_app/assets/vendor/lexend/lexend-latin.woff2" in names
    assert "portfolio_app/locales/en.ftl" in names
    assert any(name.startswith("rubrics/frameworks/") for name in names)


def test_an_unpacked_wheel_finds_its_assets(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    command = [sys.executable, "-B", "-c", FIND_ASSETS]
    environment = {"PYTHONPATH": str(tmp_path)}
    report = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert report.returncode == 0, report.stderr
