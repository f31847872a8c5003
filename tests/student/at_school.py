"""A real school process for the student's tests: its class code, and a line that breaks."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from portfolio_app.student.portfolio import SCHOOL, Portfolio
from tests.processes import TEACHER, TEACHER_PASSWORD, RunningSchool
from tests.webpage import Visitor

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def class_code(running: RunningSchool) -> str:
    """The code of a new class, as its teacher reads it."""
    teacher = Visitor(running.host, running.port)
    form = teacher.get("/").forms[0]
    values = form.with_values(email=TEACHER, password=TEACHER_PASSWORD)
    teacher.post(form.action or "/sign-in", values)
    form = next(form for form in teacher.get("/classes").forms if form.action == "/classes")
    page = teacher.post(form.action, form.with_values(name="Class 4B"))
    found = CODE.search(page.words)
    if found is None:
        form = next(form for form in page.forms if form.action.endswith("/code"))
        found = CODE.search(teacher.post(form.action, form.with_values(action="renew")).words)
    assert found, page.words
    return found[0]


def same_learner(first: Portfolio, second: Portfolio, address: str = "") -> None:
    """Let `second` be another device of the learner, or the same one by another address."""
    stored = first.vault.get_setting(SCHOOL)
    with second.durable():
        second.vault.put_setting(SCHOOL, {**stored, "address": address or stored["address"]})


@dataclass(slots=True)
class BreakingLine:
    """Passes bytes on to a school, `each_bytes` up on each connection, `left_bytes` in all; and
    `each_down_bytes` back on each connection, if that is said.
    """

    address: str
    each_bytes: int
    left_bytes: int
    each_down_bytes: int | None = None
    up_bytes: int = 0
    down_bytes: int = 0
    turn: threading.Lock = field(default_factory=threading.Lock)

    def may_pass(self, size_bytes: int, passed_bytes: int) -> bool:
        """Count what goes up; False where the line breaks."""
        with self.turn:
            self.up_bytes += size_bytes
            self.left_bytes -= size_bytes
            return passed_bytes + size_bytes <= self.each_bytes and self.left_bytes >= 0

    def may_come_back(self, size_bytes: int, passed_bytes: int) -> bool:
        """Count what comes down; False where the line breaks."""
        with self.turn:
            self.down_bytes += size_bytes
            limit_bytes = self.each_down_bytes
            return limit_bytes is None or passed_bytes + size_bytes <= limit_bytes


@contextmanager
def breaking_line(
    address: str, each_bytes: int, left_bytes: int, each_down_bytes: int | None = None
) -> Iterator[BreakingLine]:
    """One on a free port of this machine."""
    target = urlsplit(address)
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        line = BreakingLine(
            f"http://localhost:{listening.getsockname()[1]}",
            each_bytes,
            left_bytes,
            each_down_bytes,
        )

        def serve() -> None:
            with suppress(OSError):
                while True:
                    near, _ = listening.accept()
                    threading.Thread(target=carry, args=(near,), daemon=True).start()

        def carry(near: socket.socket) -> None:
            with suppress(OSError), closing(near):
                far = socket.create_connection(("127.0.0.1", target.port or 80))
                with closing(far):
                    threading.Thread(target=back, args=(far, near), daemon=True).start()
                    up(near, far)

        def up(near: socket.socket, far: socket.socket) -> None:
            passed = 0
            while piece := near.recv(65_536):
                if not line.may_pass(len(piece), passed):
                    far.shutdown(socket.SHUT_RDWR)
                    near.shutdown(socket.SHUT_RDWR)
                    return
                far.sendall(piece)
                passed += len(piece)

        def back(far: socket.socket, near: socket.socket) -> None:
            passed = 0
            with suppress(OSError):
                while piece := far.recv(65_536):
                    if not line.may_come_back(len(piece), passed):
                        far.shutdown(socket.SHUT_RDWR)
                        break
                    near.sendall(piece)
                    passed += len(piece)
                near.shutdown(socket.SHUT_RDWR)

        threading.Thread(target=serve, daemon=True).start()
        yield line
