"""Change the vault's log and keys in every small way a tool knows, and see tests fail.

`make mutants`, or python build/mutants.py [FILE ...] for only these of the files below.

The tool is mutmut. It works on a copy under out/, in which each function of the chosen files stands
in all its changed forms, and runs for each the fast tests that touch it. What survives is listed
with its difference; docs/testing-the-vault.md says of each kind why it may.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAGE = ROOT / "out" / "mutants"
VAULT = "portfolio_app/student/vault"
FILES = ("log", "log_reading", "frames", "stream", "slots", "keys_file", "keys", "tries")
COPIED = ("portfolio_app", "sync", "rubrics", "tests", "assets", "docs", "pyproject.toml")
# Fast, and together they look at everything that these files promise.
TESTS = (
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
)
# Words of messages: tests look for a part of each, so changing the rest is seen by nobody.
WORDS = (r'^\s*f?"[^"]*"$', r'raise \w+\(f?"', r'(plain_errors|damaged)\(f?"')


def main() -> int:
    """Stage, run, and show what survived; the exit status is the tool's."""
    chosen = sys.argv[1:] or FILES
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
        "source_paths": ("portfolio_app",),
        "only_mutate": tuple(f"{VAULT}/{name}.py" for name in chosen),
        "also_copy": COPIED,
        "pytest_add_cli_args_test_selection": TESTS,
        "pytest_add_cli_args": ("-p", "no:cacheprovider", "--timeout", "120"),
        "do_not_mutate_patterns": WORDS,
    }
    lines = ["[mutmut]"]
    for name, values in settings.items():
        lines += [f"{name} =", *(f"    {value}" for value in values)]
    (STAGE / "setup.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")
    tool = [sys.executable, "-m", "mutmut"]
    done = subprocess.run([*tool, "run"], cwd=STAGE, check=False)
    listed = subprocess.run(
        [*tool, "results"], cwd=STAGE, check=False, capture_output=True, text=True
    )
    for line in listed.stdout.splitlines():
        name, _, result = line.strip().partition(": ")
        if result in ("survived", "suspicious", "no tests"):
            subprocess.run([*tool, "show", name], cwd=STAGE, check=False)
    print(listed.stdout)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
