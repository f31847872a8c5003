"""The demo's child processes: real ones, up when they answer, stopped without leftovers.

A warden process outlives this one by a moment: whatever ends the demo, it ends the children too.
Nothing about portfolios may enter here.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from portfolio_app.errors import BadInput, PortfolioError

LOOPBACK = "127.0.0.1"
STOP_SECONDS = 10
ANSWER_SECONDS = 40
ASK_EVERY_SECONDS = 0.05
ASK_TIMEOUT_SECONDS = 2


class DidNotStart(PortfolioError):
    """A program of the demo ended or never answered; its log says why."""


class Warden:
    """Ends registered processes when this one is gone, however it went; clears a folder away."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "portfolio_app.demo.warden"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def watch(self, pid: int) -> None:
        """End this process and its group when we are gone."""
        self._say(f"watch {pid}")

    def forget(self, pid: int) -> None:
        """This process ended."""
        self._say(f"forget {pid}")

    def clear(self, folder: Path) -> None:
        """Remove this folder when we are gone."""
        self._say(f"clear {folder}")

    def close(self) -> None:
        """Let it do its work and end."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(STOP_SECONDS * 2)

    def _say(self, line: str) -> None:
        if self._process.stdin is not None:
            self._process.stdin.write(line.encode() + b"\n")
            self._process.stdin.flush()


class Child:
    """One program of the product as a process of its own; may be stopped and started again."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        port: int,
        path: str,
        environment: Mapping[str, str],
        log: Path,
        warden: Warden,
    ) -> None:
        """`arguments` of the product's command line; it is up when `path` on `port` is answered."""
        self.port = port
        self._command = [sys.executable, "-m", "portfolio_app", *arguments]
        self._path = path
        self._environment = dict(environment)
        self._log = log
        self._warden = warden
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._process.pid if self._process is not None and self.is_running else None

    def start(self) -> None:
        """Start the process; `wait_until_up` says when it answers. Does nothing while it runs."""
        with self._turn:
            if self.is_running:
                return
            with self._log.open("ab") as log:
                self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                    self._command,
                    env=self._environment,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    start_new_session=True,
                )
            self._warden.watch(self._process.pid)

    def wait_until_up(self) -> None:
        """Return when it answers. Raises DidNotStart, saying where its own words are."""
        until = time.monotonic() + ANSWER_SECONDS
        while time.monotonic() < until:
            if not self.is_running:
                break
            if answers(self.port, self._path):
                return
            time.sleep(ASK_EVERY_SECONDS)
        raise DidNotStart(
            f"The program on port {self.port} did not start. What it said is in {self._log}."
        )

    def stop(self) -> None:
        """Ask it to end and wait until it is gone; insist when it does not hear."""
        with self._turn:
            process = self._process
            if process is None:
                return
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
            self._warden.forget(process.pid)
            self._process = None


def answers(port: int, path: str) -> bool:
    """Whether an HTTP server on this machine answers a request for `path`, with whatever status."""
    try:
        with socket.create_connection((LOOPBACK, port), ASK_TIMEOUT_SECONDS) as line:
            host = f"Host: {LOOPBACK}:{port}\r\nConnection: close"
            line.sendall(f"GET {path} HTTP/1.1\r\n{host}\r\n\r\n".encode())
            return line.recv(5) == b"HTTP/"
    except OSError:
        return False


def free_port(wanted: int, option: str) -> int:
    """`wanted`, or any free port for 0. Raises BadInput naming the port and the option."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, wanted))
        except (OSError, OverflowError):
            raise BadInput(
                f"Port {wanted} of this computer is taken. Choose another with {option},"
                " or 0 for any."
            ) from None
        port: int = probe.getsockname()[1]
        return port
