"""Has the product imported and makes its programs of itself, so that one costs little: each is a
process of its own with arguments, environment and open files of its own, and dies as any other.

    python -m tests.nursery NUMBER

NUMBER is an open socket. Each message on it begins a program: one JSON document, with four open
files beside it: the three that every program has, and a socket on which the nursery says the
program's id and, after its end, its status (below zero for a signal). When nobody holds the other
end any more, what still runs is killed. `tests.processes` is the other end.
"""

import gc
import json
import os
import select
import signal
import socket
import sys
import threading
from importlib import import_module
from types import MappingProxyType
from typing import Any

from portfolio_app.__main__ import main as run_program
from tests.quick_secrets import make_quick

MESSAGE_BYTES = 128 * 1024
STANDARD_FILES = 3

NEEDED_BY = MappingProxyType(
    {
        "school": (
            "portfolio_app.commands.school_bundle", "portfolio_app.commands.school_erasing",
            "portfolio_app.commands.school_imports", "portfolio_app.commands.school_recovery",
            "portfolio_app.commands.school_report", "portfolio_app.school.app",
            "sqlalchemy.dialects.sqlite",
        ),
        "student": ("portfolio_app.student.local_server", "portfolio_app.student.app"),
    }
)  # fmt: skip
"""What a family of commands loads only when it runs. Without it they would load it each time."""


def main() -> None:
    """Begin programs until nobody asks any more; in each of them, be it."""
    make_quick()
    asked = socket.socket(fileno=int(sys.argv[1]))
    wanted = _wait_for_one(asked)
    if wanted is not None:
        sys.argv[1:] = wanted
        sys.exit(run_program())


def _wait_for_one(asked: socket.socket) -> list[str] | None:
    """In each new program its arguments; None in the nursery, at the end."""
    ended, ending = socket.socketpair()
    for end in (ended, ending):
        end.setblocking(False)
    signal.set_wakeup_fd(ending.fileno())
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    running: dict[int, socket.socket] = {}
    while True:
        ready, _, _ = select.select([asked, ended], [], [])
        if ended in ready:
            ended.recv(MESSAGE_BYTES)
            _tell_ends(running)
        if asked not in ready:
            continue
        raw, files, _, _ = socket.recv_fds(asked, MESSAGE_BYTES, STANDARD_FILES + 1)
        if not raw:
            break
        what = json.loads(raw)
        _load(what["arguments"])
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for one in (asked, ended, ending, *running.values()):
                one.close()
            _become(what, files)
            arguments: list[str] = what["arguments"]
            return arguments
        running[pid] = socket.socket(fileno=files.pop())
        running[pid].send(b"%d" % pid)
        for number in files:
            os.close(number)
    for pid in running:
        os.kill(pid, signal.SIGKILL)
    return None


def _tell_ends(running: dict[int, socket.socket]) -> None:
    for pid, told in list(running.items()):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            del running[pid]
            with told:
                told.send(b"%d" % os.waitstatus_to_exitcode(status))


def _load(arguments: list[str]) -> None:
    family = next(iter(arguments), "")
    if family in {"demo", "student", "learner", "school"}:
        for name in (f"portfolio_app.commands.{family}", *NEEDED_BY.get(family, ())):
            import_module(name)
    gc.collect()
    gc.freeze()  # nobody has to look through it again
    alone = threading.active_count() == 1
    assert alone, "a program with threads cannot be doubled"


def _become(what: dict[str, Any], files: list[int]) -> None:
    """Take on the new program's open files, folder and environment."""
    for number, opened in enumerate(files[:STANDARD_FILES]):
        os.dup2(opened, number)
    for opened in files:
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    is_told_at_once = bool(what["environment"].get("PYTHONUNBUFFERED"))
    sys.stdout = open(  # noqa: SIM115
        1, "w", encoding="utf-8", buffering=1 if is_told_at_once else -1, closefd=False
    )
    sys.stderr = open(  # noqa: SIM115
        2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False
    )
    os.chdir(what["folder"])
    os.environ.clear()
    os.environ.update(what["environment"])


if __name__ == "__main__":
    main()
