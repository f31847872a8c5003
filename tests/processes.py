"""The real programs in processes of their own, on free ports of this machine."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LOOPBACK = "127.0.0.1"
READY_SECONDS = 120
LOOK_AGAIN_SECONDS = 0.05
TEACHER = "teacher@riverside.example"
TEACHER_PASSWORD = "a long enough pass phrase"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def portfolio(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one command of the product to its end."""
    return subprocess.run(
        [sys.executable, "-m", "portfolio_app", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        check=False,
    )


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
    process: subprocess.Popen[bytes] | None = None
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
        with self.log.open("ab") as log:
            command = ["school", "serve", "--data", str(self.data), "--port", str(self.port)]
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
