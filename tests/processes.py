"""The real programs in processes of their own, on free ports of this machine."""

import atexit
import http.client
import json
import os
import platform
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO, Any, Protocol

from tests.nursery import MESSAGE_BYTES

LOOPBACK = "127.0.0.1"
ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 120
COMMAND_SECONDS = 120
LOOK_AGAIN_SECONDS = 0.05
TEACHER = "teacher@riverside.example"
TEACHER_PASSWORD = "a long enough pass phrase"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Program(Protocol):
    """A process, as `subprocess` tells of it."""

    pid: int
    returncode: int | Any

    def poll(self) -> int | None:
        """Its exit status once it is gone, below zero for a signal."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it is gone. Raises TimeoutExpired."""

    def send_signal(self, sig: int) -> None:
        """Send a signal, unless it is gone."""


def begin(
    arguments: Sequence[str],
    environment: Mapping[str, str] | None = None,
    *,
    out: IO[Any],
    errors: IO[Any],
) -> Program:
    """Begin one command of the product, `environment` beside ours; it has nothing to read.

    On Linux it is made of a process that has everything imported, see `tests.nursery`; that the
    command can also be started from nothing, `tests/commands/test_start.py` holds.
    """
    if platform.system() == "Linux":
        return Nursling(arguments, {**os.environ, **(environment or {})}, out, errors)
    return subprocess.Popen(
        [sys.executable, "-m", "portfolio_app", *arguments],
        env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL, stdout=out,
        stderr=errors,
    )  # fmt: skip


class Nursling:
    """A program that the nursery made."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        out: IO[Any],
        errors: IO[Any],
    ) -> None:
        self.returncode: int | None = None
        self._told, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        what = {"arguments": arguments, "environment": environment, "folder": str(Path.cwd())}
        with telling, Path(os.devnull).open("rb") as nothing:
            files = [one.fileno() for one in (nothing, out, errors, telling)]
            nursery().ask(json.dumps(what).encode(), files)
        self.pid = int(self._hear())

    def poll(self) -> int | None:
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self._end()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("portfolio", timeout or 0)
            self._end()
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, sig: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sig)

    def _end(self) -> None:
        self.returncode = int(self._hear())
        self._told.close()

    def _hear(self) -> bytes:
        heard = self._told.recv(MESSAGE_BYTES)
        assert heard, "the nursery is gone"
        return heard


class Nursery:
    """The process that makes the others; one for all tests of a process, and ends with it."""

    def __init__(self) -> None:
        self._asking, asked = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._turn = threading.Lock()
        with asked:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.nursery", str(asked.fileno())],
                pass_fds=[asked.fileno()], cwd=ROOT,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            )  # fmt: skip

    def ask(self, message: bytes, files: Sequence[int]) -> None:
        """Have one program made."""
        assert len(message) < MESSAGE_BYTES
        with self._turn:
            socket.send_fds(self._asking, [message], list(files))

    def close(self) -> None:
        """End it and what it made."""
        self._asking.close()
        self._process.wait()


@cache
def nursery() -> Nursery:
    """The nursery of this process."""
    begun = Nursery()
    atexit.register(begun.close)
    return begun


def portfolio(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one command of the product to its end."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        program = begin(arguments, environment, out=out, errors=errors)
        try:
            status = program.wait(COMMAND_SECONDS)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
            program.wait()
            raise
        for file in (out, errors):
            file.seek(0)
        told = [file.read().decode() for file in (out, errors)]
    return subprocess.CompletedProcess(arguments, status, *told)


def portfolio_json(*arguments: str, **environment: str) -> Any:
    """Run one command with --json and read its one document; fails with what it said."""
    done = portfolio(*arguments, "--json", **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@dataclass(slots=True)
class RunningSchool:
    """A school server in a process; `host` and `port` are where it answers.

    `program` is the module that is run, with what stands before the product's own arguments.
    """

    data: Path
    host: str
    port: int
    log: Path
    process: Program | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    program: tuple[str, ...] = ("portfolio_app",)

    @property
    def address(self) -> str:
        """The address that devices use."""
        return f"http://{self.host}:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.begin()
        self.wait_until_it_answers()

    def begin(self) -> None:
        """Start it, and go on meanwhile."""
        command = ["school", "serve", "--data", str(self.data), "--port", str(self.port)]
        with self.log.open("ab") as log:
            if self.program == ("portfolio_app",):
                self.process = begin(command, self.environment, out=log, errors=log)
                return
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self.program, *command],
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it and wait until it is gone."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(30)
            self.process = None

    def wait_until_it_answers(self) -> None:
        """Wait for its first answer; fails with what it wrote if it is gone."""
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            assert self.process is not None
            assert self.process.poll() is None, self.log.read_text(errors="replace")
            with suppress(OSError, http.client.HTTPException):
                if _answers(self.host, self.port):
                    return
            time.sleep(LOOK_AGAIN_SECONDS)
        raise AssertionError(f"no answer: {self.log.read_text(errors='replace')}")


def _answers(host: str, port: int) -> bool:
    with closing(http.client.HTTPConnection(LOOPBACK, port, timeout=5)) as connection:
        connection.request("GET", "/v1/health", headers={"host": f"{host}:{port}"})
        return connection.getresponse().status == http.HTTPStatus.OK


@contextmanager
def school(folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[RunningSchool]:
    """A fresh school with one teacher and one class, running."""
    data, port = folder / "school", free_port()
    address = f"http://localhost:{port}"
    made = portfolio(
        *("school", "init", "--data", str(data), "--name", "Riverside School"),
        *("--address", address, "--teacher", TEACHER, "--json"),
        PORTFOLIO_TEACHER_PASSWORD=TEACHER_PASSWORD,
        **(environment or {}),
    )
    assert made.returncode == 0, made.stderr
    running = RunningSchool(data, "localhost", port, folder / "school.log")
    try:
        running.start()
        yield running
    finally:
        running.stop()
