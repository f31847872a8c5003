"""Has everything imported and makes the programs of the kill rounds of itself, so that one costs
little: each is a process of its own, made by fork, and dies as any other.

    python -m tests.kills.nursery

Reads one JSON document a line: {"start": …} begins a program and is answered {"pid": …};
{"wait": PID} waits for its end and is answered {"status": …}, below zero for a signal.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from portfolio_app.commands import run
from portfolio_app.school import app
from portfolio_app.school.checking import check_school
from portfolio_app.school.database import blobs, tables
from portfolio_app.school.settings import SchoolSettings
from rubrics.catalog import Catalog
from tests.kills import device_life, faults
from tests.kills.device_life import say
from tests.kills.places import AT_SCHOOL, IN_A_BUCKET, ON_DEVICE, Trigger, put_all

TWO_DAYS_MS = 2 * 24 * 3600 * 1000
CATALOG = Catalog.bundled()
"""Read once, for all devices to come."""


def main() -> None:
    """Begin and await programs until nobody asks any more."""
    running: set[int] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        if "start" in asked:
            pid = os.fork()
            if pid == 0:
                _live(asked["start"])
            running.add(pid)
            answer = {"pid": pid}
        else:
            status = os.waitpid(asked["wait"], 0)[1]
            running.discard(asked["wait"])
            answer = {"status": os.waitstatus_to_exitcode(status)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    for pid in running:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _live(what: dict[str, Any]) -> None:
    """Be that program, and never come back."""
    status = 1
    try:
        nothing = os.open(os.devnull, os.O_RDONLY)
        said = os.open(what["says"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        log = os.open(what["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        for number, opened in enumerate((nothing, said, log)):
            os.dup2(opened, number)
        os.environ.update(what.get("environment", {}))
        faults.plant(what.get("fault", ""))
        status = PROGRAMS[what["program"]](what) or 0
    except BaseException:  # noqa: BLE001 - the end of this process: all of it goes to the log
        os.write(2, traceback.format_exc().encode())
    os._exit(status)


def _command(what: dict[str, Any]) -> int:
    status = run(what["arguments"])
    sys.stdout.flush()
    return status


def _school(what: dict[str, Any]) -> int:
    """The school server; SIGUSR1 arms it with what stands in a file then."""
    trigger, armed = Trigger(), Path(what["armed"])
    put_all(trigger, AT_SCHOOL | (IN_A_BUCKET if what.get("environment") else {}))

    def arm(_number: int, _frame: object) -> None:
        told = json.loads(armed.read_text(encoding="utf-8"))
        trigger.left, trigger.name = told["left"], told["name"]
        say({"armed": told["name"]})

    signal.signal(signal.SIGUSR1, arm)
    return _command(what)


def _device(what: dict[str, Any]) -> int:
    folder = Path(what["folder"])
    if what["does"] == "make":
        device_life.make(
            folder, address=what["address"], code=what["code"], same_as=what["same_as"]
        )
    elif what["does"] == "act":
        put_all(Trigger(what["place"], what["left"]), ON_DEVICE)
        device_life.act(folder, CATALOG, seed=what["seed"], steps=what["steps"])
    else:
        device_life.settle(folder, CATALOG)
    return 0


def _look(what: dict[str, Any]) -> int:
    """Look at all that the school keeps, beside the running server, as `school check` does.

    `sweeps`: first delete what no row names, as the server does a day later.
    """
    folder = Path(what["folder"])
    school = app.open_school(SchoolSettings(folder, what["address"]), os.environ)
    if what["sweeps"]:
        for name in school.media.orphans(app.now_ms() + TWO_DAYS_MS):
            school.media.remove(name)
    found = check_school(school.database, school.media)
    table = tables.changes.c

    def feeds(transaction: Any) -> dict[str, list[list[Any]]]:
        rows = transaction.connection.execute(
            tables.changes.select().order_by(table.scope, table.sequence)
        )
        found: dict[str, list[list[Any]]] = {}
        for row in rows:
            found.setdefault(row.scope, []).append([row.sequence, row.id])
        return found

    def digests(transaction: Any) -> dict[str, str]:
        return {row.scope: row.digest for row in transaction.connection.execute(
            tables.scopes.select())}  # fmt: skip

    say({
        "problems": found.problems,
        "feeds": school.database.read(feeds),
        "digests": school.database.read(digests),
        "files": school.database.read(blobs.all_of_them),
    })  # fmt: skip
    school.database.close()
    return 0


PROGRAMS: dict[str, Callable[[dict[str, Any]], int]] = {
    "command": _command,
    "school": _school,
    "device": _device,
    "look": _look,
}


if __name__ == "__main__":
    main()
