"""The walls of the house: sizes, names, no state in modules, build/ as source."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests import architecture_rules as rules

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("portfolio_app", "sync", "rubrics")
VENDOR = ROOT / "assets" / "vendor"


def test_nothing_is_taller_than_the_walls() -> None:
    faults = [
        fault
        for path, source in rules.python_files(ROOT, *ROOMS, "build", "tests")
        for fault in rules.too_long(path, source)
    ]
    assert not faults, "\n".join(faults)


def test_a_name_says_something() -> None:
    faults = [
        fault
        for path, source in rules.python_files(ROOT, *ROOMS, "build", "tests")
        for fault in rules.banned_names(path, source)
    ]
    assert not faults, "\n".join(faults)


def test_modules_keep_no_state() -> None:
    faults = [
        fault
        for path, source in rules.python_files(ROOT, *ROOMS)
        for fault in rules.module_state(path, source)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("sync/tall.py", "x = 1\n" * 401),
        ("tests/tall.py", "x = 1\n" * 601),
        ("sync/tall.py", "def tall() -> None:\n" + "    x = 1\n" * 50),
    ],
)
def test_one_line_over_a_wall_is_caught(path: str, source: str) -> None:
    assert len(list(rules.too_long(path, source))) == 1


def test_a_docstring_does_not_make_a_function_tall() -> None:
    docstring = '    """\n' + "    words\n" * 20 + '    """\n'
    source = "def tall() -> None:\n" + docstring + "    x = 1\n" * 49
    assert not list(rules.too_long("sync/tall.py", source))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("portfolio_app/utils/words.py", ""),
        ("portfolio_app/media_helpers.py", ""),
        ("sync/log.py", "class LogManager: ..."),
        ("sync/log.py", "class BaseLog: ..."),
    ],
)
def test_a_name_that_says_nothing_is_caught(path: str, source: str) -> None:
    assert list(rules.banned_names(path, source))


@pytest.mark.parametrize(
    "source",
    [
        "seen = {}",
        "SEEN: dict[str, int] = {}",
        "SEEN = set()",
        "limits = [1, 2]",
        "def f() -> None:\n    global seen\n    seen = 1",
        "print('hello')",
        "for x in range(3):\n    pass",
        "with open('x') as f:\n    X = f.read()",
    ],
)
def test_state_in_a_module_is_caught(source: str) -> None:
    assert list(rules.module_state("sync/x.py", source))


@pytest.mark.parametrize(
    "source",
    ['"""Why."""', "LIMITS = {'a': 1}", "__all__ = ['a']", "X = 1", "NONE: Mapping[str, int] = {}"],
)
def test_constants_are_no_state(source: str) -> None:
    assert not list(rules.module_state("sync/x.py", source))


def test_build_is_source_and_out_is_not() -> None:
    assert not (ROOT / "build" / "__init__.py").exists(), "it would hide the tool named build"
    if not (ROOT / ".git").exists():
        pytest.skip("This is no git checkout.")
    assert not _ignored("build/package.py")
    assert _ignored("out/android/main.py")


def test_what_others_made_is_unchanged() -> None:
    lines = (VENDOR / "CHECKSUMS").read_text(encoding="utf-8").splitlines()
    listed = {name: checksum for checksum, name in (line.split("  ", 1) for line in lines)}
    own = {"CHECKSUMS", "README.md"}
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name not in own
    }
    assert found == listed


def test_everything_others_made_has_its_licence() -> None:
    for folder in VENDOR.iterdir():
        if folder.is_dir():
            assert (folder / "LICENSE").is_file(), f"{folder.name} came without its licence"


def test_locks_name_hashes_and_no_addresses() -> None:
    for name in ("demo.txt", "test.txt"):
        text = (ROOT / "build" / "requirements" / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "index-url" not in text


def _ignored(path: str) -> bool:
    command = ["git", "check-ignore", "--quiet", "--no-index", path]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0
