"""Change the code that must not be wrong in every small way a tool knows, and see tests fail.

`make mutants` for all of it, or by name: ARGS="vault", ARGS="sync", ARGS="log keys", ARGS="merge".

The tool is mutmut. It works on a copy under out/, in which each function of the chosen files stands
in all its changed forms, and runs for each the fast tests that touch it. What survives is listed
with its difference; docs/testing-the-vault.md and docs/testing-the-sync.md say of each kind why it
may.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAGE = ROOT / "out" / "mutants"
COPIED = ("portfolio_app", "sync", "rubrics", "tests", "assets", "docs", "pyproject.toml")
# Words of messages: tests look for a part of each, so changing the rest is seen by nobody.
WORDS = (
    r'^\s*f?"[^"]*"$',
    r'raise \w+\(f?"',
    r'(plain_errors|damaged)\(f?"',
)


@dataclass(frozen=True, slots=True)
class Room:
    """Files that are changed, and fast tests that look at everything these files promise."""

    package: str
    folder: str
    files: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = {
    "vault": Room(
        "portfolio_app",
        "portfolio_app/student/vault",
        ("log", "log_reading", "frames", "stream", "slots", "keys_file", "keys", "tries"),
        (
            "tests/student/vault/test_tampering.py",
            "tests/student/vault/test_tries.py",
            "tests/student/vault/test_keys.py",
            "tests/student/vault/test_keys_closely.py",
            "tests/student/vault/test_log_closely.py",
            "tests/student/vault/test_log_contents.py",
            "tests/student/vault/test_opening_closely.py",
            "tests/student/vault/test_tries_closely.py",
            "tests/student/vault/test_disk.py",
            "tests/student/vault/test_ways.py",
            "tests/student/vault/test_store_upgrade.py",
            "tests/student/vault/test_crash_points.py",
            "tests/vectors/test_golden_vault.py",
            "tests/vectors/test_keys_vectors.py",
            "tests/vectors/test_sealed_log_vectors.py",
            "tests/crash/test_quick.py",
        ),
    ),
    "sync": Room(
        "sync",
        "sync",
        ("clock", "merge", "server"),
        (
            "tests/sync/test_clock.py",
            "tests/sync/test_closely.py",
            "tests/sync/test_merge.py",
            "tests/sync/test_server.py",
            "tests/sync/test_client.py",
            "tests/sync/test_erasing.py",
            "tests/sync/test_versions.py",
            "tests/vectors/test_golden_sync.py",
            "tests/simulation/test_schedules.py::test_schedules_keep_every_promise",
            "tests/simulation/test_schedules.py::test_a_schedule_that_once_failed_passes",
        ),
    ),
}
SCHEDULES = "80"
"""Of the simulation, for each mutant: a quarter of a second shows most planted mistakes."""
EXAMPLES = "few"


def main() -> int:
    """One run for each room that is asked for; the exit status is the first bad one of the tool."""
    asked = sys.argv[1:] or list(ROOMS)
    status = 0
    for name, room in ROOMS.items():
        files = room.files if name in asked else tuple(f for f in room.files if f in asked)
        if files:
            status = _try_room(room, files) or status
    unknown = set(asked) - set(ROOMS) - {file for room in ROOMS.values() for file in room.files}
    if unknown:
        print(f"Nothing here is called {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    return status


def _try_room(room: Room, files: tuple[str, ...]) -> int:
    """Stage, run, and show what survived."""
    _stage(room, files)
    tool = [sys.executable, "-m", "mutmut"]
    environment = {
        **os.environ, "PORTFOLIO_SCHEDULES": SCHEDULES, "HYPOTHESIS_PROFILE": EXAMPLES
    }  # fmt: skip
    done = subprocess.run([*tool, "run"], cwd=STAGE, check=False, env=environment)
    listed = subprocess.run(
        [*tool, "results"], cwd=STAGE, check=False, capture_output=True, text=True
    )
    for line in listed.stdout.splitlines():
        name, _, result = line.strip().partition(": ")
        if result in ("survived", "suspicious", "no tests"):
            subprocess.run([*tool, "show", name], cwd=STAGE, check=False)
    print(listed.stdout)
    return done.returncode


def _stage(room: Room, files: tuple[str, ...]) -> None:
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "node_modules")
            shutil.copytree(source, STAGE / name, ignore=ignored)
        elif source.exists():
            shutil.copyfile(source, STAGE / name)
    settings = {
        "source_paths": (room.package,),
        "only_mutate": tuple(f"{room.folder}/{name}.py" for name in files),
        "also_copy": COPIED,
        "pytest_add_cli_args_test_selection": room.tests,
        "pytest_add_cli_args": ("-p", "no:cacheprovider", "--timeout", "300"),
        "do_not_mutate_patterns": WORDS,
    }
    lines = ["[mutmut]"]
    for name, values in settings.items():
        lines += [f"{name} =", *(f"    {value}" for value in values)]
    (STAGE / "setup.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
