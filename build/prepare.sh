#!/bin/sh
# Make the virtual environment for `make demo` or `make test` on a machine that has only Python, make and git.
# Usage: prepare.sh demo|test|floor|mutants PYTHON VENV. May be run again at any time. Everything it says goes to standard
# error, so that `make demo ARGS=--json` leaves nothing but JSON on standard output.
set -eu
purpose=$1 python=$2 venv=$3
cd "$(dirname "$0")/.."
exec >&2

main() {
    right_python || fail "Python 3.11 or newer is needed and '$python' is not. Name one: make $purpose PYTHON=python3.12"
    usable_environment || make_environment
    echo "Installing what the lock file names (once)…"
    # What changes the code runs the tests, so it needs what they need.
    [ "$purpose" != mutants ] || also="-r build/requirements/test.txt"
    # shellcheck disable=SC2086  # two words
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes \
        -r "build/requirements/$purpose.txt" ${also:-}
    # No project there: the floor is the phone's oldest libraries, its tests run in the checkout, and
    # the code that is changed is a copy.
    case $purpose in floor | mutants) return 0 ;; esac
    # The backend is in the lock, so nothing is fetched that has no hash.
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps \
        --no-build-isolation --no-index --editable .
    # libatomic1 is for the browser's driver, which brings its own Node but not that library.
    [ "$purpose" != test ] || { browser_present && driver_can_start; } ||
        system_packages chromium fonts-liberation libatomic1
}

right_python() {
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

usable_environment() {
    [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

make_environment() {
    # Debian ships Python without ensurepip until its venv package is there.
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        system_packages "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    "$python" -m venv --clear "$venv"
}

browser_present() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}

driver_can_start() {
    "$venv/bin/python" -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null
}

system_packages() {
    command -v apt-get >/dev/null ||
        fail "This machine has no apt-get. Install these yourself, then run make $purpose again: $*"
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "Root is needed to install: $*. Become root or install sudo."
        as_root=sudo
    fi
    echo "Installing from the system's packages: $*"
    $as_root apt-get update --quiet=2
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends "$@" </dev/null
}

fail() {
    echo "$1"
    exit 1
}

main
