"""One school and two devices of one learner, all real programs; rounds in which one of them dies.

After each round what died begins again, everything is sent, and all that was ever said to be safe
is looked for: each acknowledged change exactly once, every typed word shown, every file whole.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.kills.places import AT_SCHOOL, IN_A_BUCKET, MULTIPART, ON_DEVICE, ONLY_IN_A_FOLDER
from tests.processes import _answers, free_port

SCHOOL, FIRST, SECOND = "school", "first", "second"
ANY_MOMENT = "any moment"
READY_SECONDS = 300
LOOK_AGAIN_SECONDS = 0.02
SETTLE_TURNS = (FIRST, SECOND, FIRST)
STEPS = ("work", "work", "papers", "caption", "caption", "reflect", "large", "tidy")
NEEDS = {
    "large": (
        "before a piece of a file", "a piece is half sent", "a piece was answered",
        "a piece is half here", "a piece is not on the shelf",
        "a piece is on the shelf, not counted", "a piece is counted",
        "a row names a file, its upload goes on", "an upload has ended, its pieces lie there",
        "an upload has ended, its pieces lie in the bucket",
    ),
    "papers": (
        "small files are half sent", "small files came, nothing is on the shelf",
        "small files are on the shelf, no row knows them",
    ),
    "very large": (MULTIPART,),
    "fetch": ("a file from school is half here", "a file is half sent to a device"),
    "tidy": (
        "before the new log takes the place of the old",
        "the new log has taken the place of the old",
    ),
}  # fmt: skip
"""What a round has to do so that these places are passed at all."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who dies at which place, the how manieth time it is passed; what the devices do meanwhile."""

    victim: str
    place: str
    time: int
    steps: tuple[str, ...]


@dataclass(slots=True)
class Nursery:
    """The program that makes all others; see `tests.kills.nursery`."""

    process: subprocess.Popen[str]

    def start(self, what: Mapping[str, Any]) -> int:
        """Begin a program; its process id."""
        pid: int = self._ask({"start": what})["pid"]
        return pid

    def wait(self, pid: int) -> int:
        """Wait for a program's end; its exit status, below zero for a signal."""
        status: int = self._ask({"wait": pid})["status"]
        return status

    def _ask(self, asked: Mapping[str, Any]) -> Any:
        into, out_of = self.process.stdin, self.process.stdout
        assert into is not None
        assert out_of is not None
        into.write(json.dumps(asked) + "\n")
        into.flush()
        return json.loads(out_of.readline())


@contextmanager
def nursery() -> Iterator[Nursery]:
    """One, gone at the end with all that it began."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.kills.nursery"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield Nursery(process)
    finally:
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait(30)


@dataclass(slots=True)
class Promised:
    """What was ever said to be safe: ids that a device wrote, ids that the school took, words and
    files by work.
    """

    written: set[str] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)
    typed: dict[str, set[str]] = field(default_factory=dict)
    files: dict[str, set[str]] = field(default_factory=dict)

    def hear(self, line: Mapping[str, Any]) -> None:
        """Take in one line that a device said."""
        self.written.update(line.get("wrote", ()))
        self.accepted.update(line.get("accepted", ()))
        if "typed" in line:
            self.typed.setdefault(line["work"], set()).add(line["typed"])
        if "file" in line:
            self.files.setdefault(line["work"], set()).add(line["file"])


class World:
    """The programs of some rounds, in a folder of their own."""

    def __init__(
        self, folder: Path, begun: Nursery, environment: Mapping[str, str], *,
        school_fault: str = "", device_fault: str = "",
    ) -> None:  # fmt: skip
        self._folder = folder
        self._nursery = begun
        self._environment = dict(environment)
        self._faults = {SCHOOL: school_fault, FIRST: device_fault, SECOND: device_fault}
        self._port = free_port()
        self._address = f"http://localhost:{self._port}"
        self._running: dict[str, int] = {}
        self.promised = Promised()
        self.killed: Counter[str] = Counter()
        self._learner = ""
        folder.mkdir()
        self._set_up()

    def round(self, plan: Plan, seed: str, source: Random) -> bool:
        """Play one round; whether somebody died where they were to die."""
        if plan.victim == SCHOOL and plan.place != ANY_MOMENT:
            self._arm(plan.place, plan.time)
        for device in (FIRST, SECOND):
            is_victim = plan.victim == device and plan.place != ANY_MOMENT
            self._begin(
                device, does="act", seed=f"{seed} {device}", steps=plan.steps,
                place=plan.place if is_victim else "", left=plan.time,
            )  # fmt: skip
        if plan.place == ANY_MOMENT:
            time.sleep(source.random())  # not to wait for anything: to be killed anywhere
            os.kill(self._running[plan.victim], signal.SIGKILL)
        ends = {name: self._end(name) for name in (FIRST, SECOND)}
        for name, status in ends.items():
            assert status in (0, -signal.SIGKILL), self._log(name)
        died = [name for name, status in ends.items() if status]
        died += [SCHOOL] if self._school_has_died(plan) else []
        if SCHOOL in died or plan.victim == SCHOOL:
            self._restart_school(is_dead=SCHOOL in died)
        if plan.victim in died:
            self.killed[plan.place] += 1
        self.check()
        return plan.victim in died

    def check(self, *, sweeps: bool = False) -> None:
        """Send and fetch all, then look for everything that was promised, on all three."""
        told: dict[str, Any] = {}
        for device in SETTLE_TURNS:
            self._begin(device, does="settle")
            assert self._end(device) == 0, self._log(device)
            told[device] = self._heard(device)[-1]["told"]
        self._run({"program": "look", "folder": str(self._data), "sweeps": sweeps}, "look")
        at_school = self._heard("look")[-1]
        check_all(self.promised, at_school, told, self._learner)

    def close(self) -> None:
        """End the school; devices have ended already."""
        if SCHOOL in self._running:
            os.kill(self._running[SCHOOL], signal.SIGKILL)
            self._end(SCHOOL)

    @property
    def _data(self) -> Path:
        return self._folder / "school"

    def _set_up(self) -> None:
        arguments = (
            *("school", "init", "--data", str(self._data), "--name", "Hill School"),
            *("--address", self._address, "--teacher", "t@example.org", "--class", "4B", "--json"),
        )
        self._run({"program": "command", "arguments": arguments}, "init")
        code = self._heard("init")[-1]["class"]["code"]
        self._start_school()
        self._begin(FIRST, does="make", code=code, same_as={})
        assert self._end(FIRST) == 0, self._log(FIRST)
        joined = self._heard(FIRST)[-1]["school"]
        self._learner = joined["learner_id"]
        self._begin(SECOND, does="make", code="", same_as=joined)
        assert self._end(SECOND) == 0, self._log(SECOND)

    def _begin(self, name: str, **what: Any) -> None:
        """Begin a device."""
        folder = self._folder / name
        self._start(name, {"program": "device", "folder": str(folder), **what})

    def _run(self, what: Mapping[str, Any], name: str) -> None:
        self._start(name, what)
        assert self._end(name) == 0, self._log(name)

    def _start(self, name: str, what: Mapping[str, Any]) -> None:
        says = self._folder / f"{name}.says"
        if name != SCHOOL:
            says.unlink(missing_ok=True)
        self._running[name] = self._nursery.start(
            {
                **what, "says": str(says), "log": str(self._folder / f"{name}.log"),
                "address": self._address, "environment": self._environment,
                "fault": self._faults.get(name, ""),
            }
        )  # fmt: skip

    def _end(self, name: str) -> int:
        """Wait until it is gone and take in what it said; its exit status."""
        status = self._nursery.wait(self._running.pop(name))
        if name in (FIRST, SECOND):
            for line in self._heard(name):
                self.promised.hear(line)
        return status

    def _heard(self, name: str) -> list[Any]:
        """What a program said, as far as it came to the end of a line."""
        path = self._folder / f"{name}.says"
        lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
        return [json.loads(line) for line in lines if line.startswith(b"{")]

    def _log(self, name: str) -> str:
        return (self._folder / f"{name}.log").read_text(errors="replace")[-3_000:]

    def _start_school(self) -> None:
        arguments = ("school", "serve", "--data", str(self._data), "--port", str(self._port))
        armed = str(self._folder / "armed")
        self._start(SCHOOL, {"program": "school", "arguments": arguments, "armed": armed})
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            if _is_answering("localhost", self._port):
                return
            assert _is_alive(self._running[SCHOOL]), self._log(SCHOOL)
            time.sleep(LOOK_AGAIN_SECONDS)
        raise AssertionError(f"no answer: {self._log(SCHOOL)}")

    def _restart_school(self, *, is_dead: bool) -> None:
        """Also one that did not die: it is armed, or was to die at any moment."""
        if not is_dead:
            os.kill(self._running[SCHOOL], signal.SIGKILL)
            self._end(SCHOOL)
        self._start_school()

    def _arm(self, place: str, count: int) -> None:
        """Let the school die at a place; wait until it knows."""
        (self._folder / "armed").write_text(json.dumps({"name": place, "left": count}))
        before = len(self._heard(SCHOOL))
        os.kill(self._running[SCHOOL], signal.SIGUSR1)
        deadline = time.monotonic() + READY_SECONDS
        while len(self._heard(SCHOOL)) == before and time.monotonic() < deadline:
            time.sleep(LOOK_AGAIN_SECONDS)

    def _school_has_died(self, plan: Plan) -> bool:
        if plan.victim != SCHOOL or (plan.place != ANY_MOMENT and _is_alive(self._running[SCHOOL])):
            return False
        self._end(SCHOOL)
        return True


def plans(source: Random, places: Sequence[tuple[str, str]], *, first: bool) -> Iterator[Plan]:
    """One round for each of (victim, place). `first`: all die the first time they come by."""
    for victim, place in places:
        steps = [source.choice(STEPS) for _ in range(source.randrange(1, 4))]
        needed = next((step for step, names in NEEDS.items() if place in names), "work")
        count = 1 if first else source.choice((1, 1, 2, 3))
        yield Plan(victim, place, count, (*steps, needed))


def all_places(*, in_bucket: bool) -> list[tuple[str, str]]:
    """(victim, place) of all that a world can come to; each kind of victim at any moment too."""
    school = [
        name
        for name in (*AT_SCHOOL, *(IN_A_BUCKET if in_bucket else ()))
        if not (in_bucket and name in ONLY_IN_A_FOLDER)
    ]
    found = [(SCHOOL, name) for name in (*school, ANY_MOMENT, ANY_MOMENT)]
    return found + [(FIRST, name) for name in (*ON_DEVICE, ANY_MOMENT, ANY_MOMENT)]


def check_all(
    promised: Promised, at_school: Mapping[str, Any], told: Mapping[str, Any], learner: str
) -> None:
    """Everything that was ever said to be safe is there, once and whole, and all three agree."""
    assert at_school["problems"] == [], at_school["problems"]
    scope = f"p/{learner}"
    rows = at_school["feeds"].get(scope, [])
    assert [sequence for sequence, _ in rows] == list(range(1, len(rows) + 1))
    times = Counter(change for _, change in rows)
    assert not [change for change, count in times.items() if count > 1], "taken twice"
    assert promised.accepted <= times.keys(), "acknowledged by the school, and not there"
    assert promised.written <= times.keys(), "acknowledged by the device, and not there"
    files = {sha256 for where, sha256 in at_school["files"] if where == scope}
    assert told[FIRST]["works"].keys() == told[SECOND]["works"].keys()
    for device in (FIRST, SECOND):
        here = told[device]
        assert (here["waiting"], here["files_waiting"], here["refused"]) == (0, 0, 0)
        assert here["digest"] == here["recomputed"] == at_school["digests"].get(scope)
        for work in here["works"].values():
            assert work["title"], "half a work"
            assert work["files"], "half a work"
            assert work["files"].keys() <= files, "a file that never arrived"
            assert False not in work["files"].values(), "a file that is not whole"
    _check_words(promised, told)


def _check_words(promised: Promised, told: Mapping[str, Any]) -> None:
    for device in (FIRST, SECOND):
        for work, tokens in promised.typed.items():
            shown = told[device]["works"][work]
            words = " ".join([shown["title"], *shown["words"]])
            assert not [token for token in tokens if token not in words], "a typed word is gone"
    for work, hashes in promised.files.items():
        assert hashes <= told[FIRST]["works"][work]["files"].keys()
    one, other = (told[device]["works"] for device in (FIRST, SECOND))
    assert {work: (shown["title"], shown["words"]) for work, shown in one.items()} == {
        work: (shown["title"], shown["words"]) for work, shown in other.items()
    }


def _is_answering(host: str, port: int) -> bool:
    try:
        return _answers(host, port)
    except OSError:
        return False


def _is_alive(pid: int) -> bool:
    """Whether a program runs; one that is dead and not yet waited for does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in ("Z", "X")
