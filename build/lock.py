"""Write the lock files anew: `make lock`.

They name versions and hashes for every platform and every Python from 3.11 on, and no address, so
that a school may install from an index of its own. The demo's lock is held to the test's versions.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

RESOLVER = "uv==0.13.9"
LOCKS = Path(__file__).resolve().parent / "requirements"
ROOT = LOCKS.parent.parent
OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade", "--quiet"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


def main() -> int:
    """Resolve and write both locks; the exit status is the resolver's."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        tools = Path(folder) / "bin"
        subprocess.run([tools / "python", "-m", "pip", "install", "--quiet", RESOLVER], check=True)
        test = _resolve(tools / "uv", LOCKS / "test.txt", "--extra", "test")
        if test != 0:
            return test
        held = ("--constraint", str(LOCKS / "test.txt"))
        extras = ("--extra", "desktop", "--extra", "school")
        return _resolve(tools / "uv", LOCKS / "demo.txt", *extras, *held)


def _resolve(uv: Path, output: Path, *wanted: str) -> int:
    sources = (ROOT / "pyproject.toml", LOCKS / "installer.in")
    command = [str(uv), "pip", "compile", *map(str, sources), *wanted, *OPTIONS]
    command += ["--output-file", str(output)]
    return subprocess.run(command, check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
