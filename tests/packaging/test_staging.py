"""What is staged: on a phone the student app alone, with libraries that phones have."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "build" / "package.py"
START = Path(__file__).with_name("staged_start.py")

NOT_ON_A_PHONE = (
    *("alembic", "argon2", "fastapi", "flet_web", "granian", "jinja2", "limits", "litestar"),
    *("markdown_it", "msgspec", "nh3", "sqlalchemy", "starlette", "uvicorn", "websockets"),
    *("zxingcpp", "zxing_cpp"),
    *("portfolio_app.school", "portfolio_app.commands", "portfolio_app.demo"),
    "portfolio_app.student.local_server",
)

IMPORT_EVERY_MODULE = """
import importlib, pathlib, pkgutil, sys

blocked = tuple(sys.argv[1].split(","))

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if any(name == b or name.startswith(b + ".") for b in blocked):
            raise ImportError(f"{name} is not on a phone")

sys.meta_path.insert(0, Blocker())
import portfolio_app, rubrics, sync

for package in (portfolio_app, rubrics, sync):
    assert pathlib.Path(package.__file__).is_relative_to(pathlib.Path.cwd()), package.__file__
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)

from portfolio_app.locales import Words
from portfolio_app.settings import asset
from rubrics.catalog import Catalog

assert not Words("en")("all-product-name").startswith("[")
assert asset("vendor/lexend/lexend-latin.woff2").is_file()
assert Catalog.bundled().frameworks
print("imported", len(sys.modules))
"""


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _staged("android", tmp_path_factory.mktemp("out"))


@pytest.mark.parametrize("target", ["android", "ios", "desktop", "web"])
def test_every_target_stages_a_program_without_the_school(target: str, tmp_path: Path) -> None:
    folder = _staged(target, tmp_path)
    names = {path.name for path in (folder / "portfolio_app").iterdir()}
    assert {"student", "model", "sealing", "locales", "settings.py", "errors.py"} <= names
    assert not {"school", "commands", "demo.py", "__main__.py"} & names
    compile((folder / "main.py").read_text(encoding="utf-8"), "main.py", "exec")
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dependencies"]
    assert project["tool"]["flet"]["product"] == "Portfolio"


@pytest.mark.parametrize("target", ["android", "ios"])
def test_a_phone_asks_only_for_what_phones_have(target: str, tmp_path: Path) -> None:
    project = tomllib.loads((_staged(target, tmp_path) / "pyproject.toml").read_text("utf-8"))
    named = " ".join(project["project"]["dependencies"]).lower().replace("-", "_")
    assert not [library for library in NOT_ON_A_PHONE if library in named]
    assert "cryptography==48.0.0" in named
    assert "pillow==12.2.0" in named


def test_a_phone_carries_no_server_and_no_fonts_it_has(phone: Path) -> None:
    assert not list((phone / "portfolio_app" / "student").glob("local_*"))
    assert not list((phone / "assets" / "vendor").glob("noto*"))
    assert not list(phone.rglob("__pycache__"))
    assert not list(phone.rglob("*.pyc"))


def test_every_module_on_a_phone_imports_without_the_servers_libraries(phone: Path) -> None:
    report = _import_everything(phone)
    assert report.returncode == 0, report.stderr


def test_the_staged_student_app_starts_on_a_phone(phone: Path) -> None:
    report = _start(phone)
    assert report.returncode == 0, report.stderr
    assert report.stdout.strip()
    assert "[" not in report.stdout, "a word is missing on the first screen"


def test_an_app_that_reaches_for_the_server_when_it_starts_is_caught(tmp_path: Path) -> None:
    folder = _staged("android", tmp_path)
    wiring = folder / "portfolio_app" / "student" / "app.py"
    wiring.write_text("import uvicorn\n" + wiring.read_text("utf-8"), encoding="utf-8")
    assert "uvicorn is not on a phone" in _start(folder).stderr


@pytest.mark.parametrize(
    "fault", ["import fastapi", "from portfolio_app import school", "import portfolio_app.demo"]
)
def test_a_phone_that_needs_the_server_is_caught(fault: str, tmp_path: Path) -> None:
    folder = _staged("android", tmp_path)
    (folder / "portfolio_app" / "student" / "fault.py").write_text(fault, encoding="utf-8")
    report = _import_everything(folder)
    assert report.returncode != 0
    assert "Error" in report.stderr


def test_staging_again_starts_clean(tmp_path: Path) -> None:
    (_staged("android", tmp_path) / "left.py").touch()
    assert not (_staged("android", tmp_path) / "left.py").exists()


def test_a_folder_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "android" / "precious.txt"
    precious.parent.mkdir()
    precious.touch()
    report = _package("android", "--stage-only", "--out", str(tmp_path))
    assert report.returncode == 1
    assert "was not staged by this program" in report.stderr
    assert precious.exists()


def test_staging_among_the_sources_is_refused() -> None:
    report = _package("android", "--stage-only", "--out", str(ROOT / "portfolio_app"))
    assert report.returncode == 1
    assert not (ROOT / "portfolio_app" / "android").exists()


def test_wrong_use_is_status_two() -> None:
    assert _package("toaster").returncode == 2


def test_building_without_flet_says_what_to_install(tmp_path: Path) -> None:
    report = _package("android", "--out", str(tmp_path), path="")
    assert report.returncode == 1
    assert "flet-cli" in report.stderr


def _staged(target: str, out: Path) -> Path:
    report = _package(target, "--stage-only", "--out", str(out))
    assert report.returncode == 0, report.stderr
    return out / target


def _package(*arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ) if path is None else {"PATH": path}
    return subprocess.run(
        [sys.executable, str(PACKAGE), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _start(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", str(START), ",".join(NOT_ON_A_PHONE)],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PORTFOLIO_DATA": str(folder.parent / "kept")},
        capture_output=True,
        text=True,
        check=False,
    )


def _import_everything(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", "-c", IMPORT_EVERY_MODULE, ",".join(NOT_ON_A_PHONE)],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
