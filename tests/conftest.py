"""What every test shares: no network but this machine's, repeatable examples, real sample files."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLES = REPOSITORY.parent / "shared" / "samples"

_LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1", ""})

# Examples repeat from run to run, so that a red test is red for everyone. `long` looks further,
# `few` is for tools that run the tests hundreds of times.
settings.register_profile(
    "default",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("few", parent=settings.get_profile("default"), max_examples=12)
settings.register_profile("long", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_configure() -> None:
    """Refuse any connection that would leave this machine, whatever library asks for it."""
    sys.addaudithook(_refuse_other_machines)


def _refuse_other_machines(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        host: object = arguments[0]
    elif event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # a Unix socket has a path
    else:
        return
    name = host.decode() if isinstance(host, bytes) else host
    if isinstance(name, str) and name not in _LOOPBACK_HOSTS and not name.startswith("127."):
        raise PermissionError(f"A test asked for the machine {name!r}; tests use only this one.")


@pytest.fixture(scope="session", autouse=True)
def quick_secrets() -> None:
    """PINs are stretched for a moment only, but in `tests/sealing`."""
    from tests.quick_secrets import make_quick  # noqa: PLC0415 - after `tests.floor` has its say

    make_quick()


@pytest.fixture(scope="session")
def samples() -> Path:
    """Folder of real sample files, beside the repository; tests that need it skip without it."""
    if not SAMPLES.is_dir():
        pytest.skip(f"The sample files are not beside the repository (looked for {SAMPLES}).")
    return SAMPLES


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many of each thing the tests tried that counted them (`record_property`)."""
    counts: dict[str, int] = {}
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if isinstance(value, int):
                counts[str(name)] = counts.get(str(name), 0) + value
    for name, number in counts.items():
        terminalreporter.write_line(f"{number:,} {name}")
