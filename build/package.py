"""Stage what ships for one target into `out/<target>/`, and build there where a build is needed.

Usage: python build/package.py android|ios|desktop|web [--stage-only] [--out FOLDER]

Staging is what keeps the school and its libraries off a phone, and what keeps `flet build`, which
uses a folder named `build` as scratch, away from this one.
"""

import argparse
import fnmatch
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MARK = ".staged"
"""Lies in every folder we staged: only such a folder is ever removed."""

DEVICE_MAIN = '''"""Starts the student app on this device."""

import flet as ft

from portfolio_app.student.app import main

ft.run(main)
'''

SERVED_MAIN = '''"""Starts the student app on this computer and shows it in a browser."""

import os
import webbrowser

from portfolio_app.settings import Settings
from portfolio_app.student.local_server import serve

serve(Settings.from_environment(os.environ), on_ready=webbrowser.open)
'''

Table = Mapping[str, Any]


class CannotPackage(Exception):
    """What stands in the way, in a sentence; mending that helps."""


def main(arguments: Sequence[str]) -> int:
    """Stage and, unless told otherwise, build. 0 done, 1 failed, 2 used wrongly."""
    targets = tomllib.loads((ROOT / "build" / "targets.toml").read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(prog="build/package.py", description=__doc__.split("\n")[0])
    parser.add_argument("target", choices=sorted(targets["targets"]))
    parser.add_argument("--stage-only", action="store_true", help="stage, and do not build")
    parser.add_argument("--out", type=Path, default=ROOT / "out", help="default: out/")
    chosen = parser.parse_args(arguments)
    target = targets["targets"][chosen.target]
    try:
        folder = _clean_folder(chosen.out.resolve() / chosen.target)
        _stage(folder, targets["trees"][target["tree"]], target, targets["app"])
        print(f"Staged in {folder}")
        return 0 if chosen.stage_only else _build(folder, target["build"])
    except CannotPackage as problem:
        print(problem, file=sys.stderr)
        return 1


def _clean_folder(folder: Path) -> Path:
    if folder.is_relative_to(ROOT) and not folder.is_relative_to(ROOT / "out"):
        raise CannotPackage(f"{folder} lies among the sources; stage into out/ or elsewhere.")
    if folder.exists():
        if not (folder / MARK).is_file():
            raise CannotPackage(f"{folder} was not staged by this program; move it away first.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARK).touch()
    return folder


def _stage(folder: Path, tree: Table, target: Table, app: Table) -> None:
    package = folder / "portfolio_app"
    package.mkdir()
    shutil.copy(ROOT / "portfolio_app" / "__init__.py", package)
    for room in tree["rooms"]:
        _copy(ROOT / "portfolio_app" / room, package / room, ROOT, tree["leave_out"])
    for room in ("sync", "rubrics"):
        _copy(ROOT / room, folder / room, ROOT, ())
    _copy(ROOT / "assets", folder / "assets", ROOT / "assets", tree["leave_out_assets"])
    shutil.copy(ROOT / "LICENSE", folder)
    main_text = DEVICE_MAIN if tree["extras"] == ["student"] else SERVED_MAIN
    (folder / "main.py").write_text(main_text, encoding="utf-8")
    project = _project(tree["extras"], target, app)
    (folder / "pyproject.toml").write_text(_toml(project), encoding="utf-8")


def _copy(source: Path, destination: Path, names_from: Path, leave_out: Sequence[str]) -> None:
    def skipped(folder: str, names: list[str]) -> set[str]:
        paths = {name: (Path(folder) / name).relative_to(names_from).as_posix() for name in names}
        unwanted = {n for n, p in paths.items() if any(fnmatch.fnmatch(p, x) for x in leave_out)}
        return unwanted | {n for n in names if n == "__pycache__" or n.endswith(".pyc")}

    if source.is_dir():
        shutil.copytree(source, destination, ignore=skipped)
    else:
        shutil.copy(source, destination)


def _project(extras: Sequence[str], target: Table, app: Table) -> Table:
    source = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*source["dependencies"]]
    for extra in extras:
        wanted += source["optional-dependencies"][extra]
    outside = [line for line in wanted if not line.startswith("portfolio[")]
    return {
        "project": {
            "name": source["name"],
            "version": source["version"],
            "description": source["description"],
            "requires-python": target["python"],
            "dependencies": [_pinned(line, target["pins"]) for line in outside],
        },
        "tool": {"flet": {**app, "app": {"path": "."}, **target["flet"]}},
    }


def _pinned(requirement: str, pins: Mapping[str, str]) -> str:
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    return name + pins[name] if name in pins else requirement


def _toml(tables: Table, prefix: str = "") -> str:
    """Write tables of text, numbers, truth and lists; JSON's forms of those are TOML's too."""
    lines, inner = [], []
    for key, value in tables.items():
        name = key if re.fullmatch(r"[\w-]+", key) else json.dumps(key)
        if isinstance(value, Mapping):
            inner.append(_toml(value, f"{prefix}{name}."))
        else:
            lines.append(f"{name} = {json.dumps(value, ensure_ascii=False)}")
    heading = [f"[{prefix.rstrip('.')}]"] if prefix and lines else []
    return "\n".join([*heading, *lines, *([""] if lines else []), *inner])


def _build(folder: Path, commands: Sequence[str]) -> int:
    if not commands:
        print(f"Nothing to build: install pyproject.toml's dependencies and run {folder}/main.py")
        return 0
    flet = shutil.which("flet")
    if flet is None:
        raise CannotPackage("The command flet is missing: install flet-cli 1.0.5, then run again.")
    for command in commands:
        if subprocess.run([flet, "build", command, "--yes"], cwd=folder, check=False).returncode:
            raise CannotPackage(f"flet build {command} failed in {folder}; its words are above.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
