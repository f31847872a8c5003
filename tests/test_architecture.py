"""The rooms' rules: layers, one home for each library, purity, no cycles (docs/architecture.md)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import architecture_rules as rules

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("portfolio_app", "sync", "rubrics")

PLANTED_LAYER_FAULTS = (
    ("portfolio_app/student/vault/__init__.py", "portfolio_app.school"),
    ("portfolio_app/school/__init__.py", "portfolio_app.student"),
    ("portfolio_app/model/__init__.py", "sync"),
    ("portfolio_app/model/__init__.py", "portfolio_app.settings"),
    ("portfolio_app/model/__init__.py", "socket"),
    ("portfolio_app/errors.py", "portfolio_app.model"),
    ("portfolio_app/sealing/__init__.py", "portfolio_app.student.vault"),
    ("portfolio_app/student/vault/__init__.py", "portfolio_app.student.screens"),
    ("portfolio_app/school/migrations/__init__.py", "portfolio_app.school.family"),
    ("portfolio_app/school/review/__init__.py", "portfolio_app.school.family"),
    ("sync/__init__.py", "portfolio_app.errors"),
    ("sync/__init__.py", "rubrics"),
    ("sync/__init__.py", "time"),
    ("sync/__init__.py", "cryptography"),
    ("rubrics/__init__.py", "sync"),
)

PLANTED_IMPORT_FAULTS = (
    ("portfolio_app/student/actions.py", "import flet as ft"),
    ("portfolio_app/student/app.py", "from fastapi import FastAPI"),
    ("portfolio_app/student/actions.py", "import tinydb.table"),
    ("portfolio_app/student/vault/keys.py", "from cryptography.hazmat import primitives"),
    ("portfolio_app/student/actions.py", "from http import client"),
    ("portfolio_app/student/actions.py", "import urllib.request"),
    ("portfolio_app/school/accounts.py", "def late() -> None:\n    import sqlalchemy"),
    ("portfolio_app/student/connection.py", "import litestar"),
    ("portfolio_app/model/artifact.py", "import msgspec"),
    ("portfolio_app/student/screens/home.py", "from portfolio_app.student import vault"),
    ("portfolio_app/student/screens/home.py", "from sync.change import Change"),
    ("portfolio_app/model/assessment.py", "from rubrics.catalog import Catalog"),
    ("portfolio_app/student/state.py", "from portfolio_app import sealing"),
)

WITHOUT_FLET = ("actions", "connection", "learner", "pictures", "portfolio", "vault")

IMPORT_WITH_FLET_BLOCKED = """
import importlib, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"flet", "flet_web"}:
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocker())
importlib.import_module(sys.argv[1])
"""


def test_layers_purity_and_cycles() -> None:
    report = _lint_imports(ROOT)
    assert report.returncode == 0, report.stdout


def test_every_planted_import_between_rooms_is_caught(tmp_path: Path) -> None:
    skeleton = _copy_of_the_rooms(tmp_path)
    for path, module in PLANTED_LAYER_FAULTS:
        with (skeleton / path).open("a", encoding="utf-8") as source:
            source.write(f"\nimport {module}\n")
    report = _lint_imports(skeleton)
    assert report.returncode != 0
    for path, module in PLANTED_LAYER_FAULTS:
        importer = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        assert f"{importer} -> {module}" in report.stdout, f"{path} importing {module} got through"


@pytest.mark.parametrize(
    "folder", ["portfolio_app", "portfolio_app/student", "portfolio_app/school"]
)
def test_a_room_that_nobody_planned_is_caught(folder: str, tmp_path: Path) -> None:
    skeleton = _copy_of_the_rooms(tmp_path)
    (skeleton / folder / "attic.py").write_text('"""Not planned."""\n', encoding="utf-8")
    report = _lint_imports(skeleton)
    assert report.returncode != 0
    assert "attic" in report.stdout


def test_a_cycle_is_caught(tmp_path: Path) -> None:
    skeleton = _copy_of_the_rooms(tmp_path)
    (skeleton / "sync" / "egg.py").write_text("import sync.hen\n", encoding="utf-8")
    (skeleton / "sync" / "hen.py").write_text("import sync.egg\n", encoding="utf-8")
    report = _lint_imports(skeleton)
    assert report.returncode != 0
    assert "No cycles BROKEN" in report.stdout


def test_each_library_stays_in_its_home() -> None:
    wrong = [
        fault
        for path, source in rules.python_files(ROOT, *ROOMS)
        for fault in rules.wrong_imports(path, source)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("path", "source"), PLANTED_IMPORT_FAULTS)
def test_a_library_outside_its_home_is_caught(path: str, source: str) -> None:
    assert list(rules.wrong_imports(path, source))


def test_a_library_at_home_is_welcome() -> None:
    assert not list(rules.wrong_imports("portfolio_app/student/vault/log.py", "import tinydb"))
    assert not list(rules.wrong_imports("portfolio_app/model/a.py", "from rubrics.rubric import L"))


@pytest.mark.parametrize("room", ["sync", "rubrics"])
def test_the_lowest_rooms_need_only_the_standard_library(room: str) -> None:
    for path, source in rules.python_files(ROOT, room):
        outside = rules.outside_imports(path, source) - sys.stdlib_module_names - {room}
        assert not outside, f"{path} imports {outside}"


@pytest.mark.parametrize("module", WITHOUT_FLET)
def test_the_device_works_without_screens(module: str) -> None:
    name = f"portfolio_app.student.{module}"
    command = [sys.executable, "-c", IMPORT_WITH_FLET_BLOCKED, name]
    report = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert report.returncode == 0, report.stderr


def test_the_blocker_blocks() -> None:
    command = [sys.executable, "-c", IMPORT_WITH_FLET_BLOCKED, "flet"]
    report = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "flet is blocked" in report.stderr


def _copy_of_the_rooms(folder: Path) -> Path:
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    # An empty PYTHONPATH entry means the folder itself, ahead of an installed copy.
    return subprocess.run(
        command,
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1", "COLUMNS": "200", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
