"""One schedule, two schools: SQLite and a folder, PostgreSQL and a bucket, end with the same bytes.

Devices, a teacher and a family act in a seeded order through the real requests; answers are lost,
requests come twice, servers restart. Ids and times are the schedule's, so whatever differs in the
end is the stores' fault.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from portfolio_app.school import app
from portfolio_app.school.checking import check_school
from portfolio_app.school.database import facts
from portfolio_app.school.keyring import KEY_FILE_NAME
from sync import wire
from tests.school import making
from tests.school.dumping import dump
from tests.school.making import Device, HandClock, MadeSchool, made_school, reopened

STEPS = 60
SEEDS = (1, 2, 3)
NODE = "5c" * 8


@contextmanager
def scripted(seed: int) -> Iterator[random.Random]:
    """Ids, tokens and device nodes that come from the seed."""
    ids, patch = random.Random(f"ids {seed}"), pytest.MonkeyPatch()
    patch.setattr(app, "new_id", lambda: f"{ids.getrandbits(128):032x}")
    patch.setattr(app, "new_token", lambda: f"token-{ids.getrandbits(128):037x}")
    patch.setattr(Device, "_numbers", iter(range(1, 100)))
    codes = random.Random(f"codes {seed}")
    patch.setattr("portfolio_app.school.joining.secrets.choice", codes.choice)
    try:
        yield random.Random(f"steps {seed}")
    finally:
        patch.undo()


class Schedule:
    """What happens, step by step, to a school that may be reopened in between."""

    def __init__(self, made: MadeSchool, chance: random.Random) -> None:
        self.made = made
        self.chance = chance
        self.devices = [made.join("4B", name) for name in ("Mia Chen", "Noor Aziz", "Ada")]
        self.works: dict[Device, list[str]] = {device: [] for device in self.devices}
        self.tokens: list[str] = []

    def step(self, number: int) -> None:
        device = self.chance.choice(self.devices)
        device.made = self.made
        self.made.clock.pass_ms(self.chance.randint(1, 90_000))
        act: Callable[[Device, int], None] = self.chance.choice(
            [self.work, self.edit, self.edit, self.repeat, self.pull, self.share, self.answer,
             self.visit, self.wrong]
        )  # fmt: skip
        act(device, number)

    def work(self, device: Device, number: int) -> None:
        name = f"work{number}"
        self.works[device].append(name)
        device.make_work(name, f"Wörk {number} 🎨", is_judged=self.chance.random() < 0.7)

    def edit(self, device: Device, number: int) -> None:
        if not self.works[device]:
            return
        name = self.chance.choice(self.works[device])
        binned = self.chance.choice([None, None, self.made.clock()])
        device.write("artifact", name, title=f"Title {number}", caption=f"Words of {number}",
                     binned_ms=binned)  # fmt: skip
        if self.chance.random() < 0.5:
            device.push()

    def repeat(self, device: Device, number: int) -> None:
        """The answer was lost: the same request again, and once more."""
        made = device.write("reflection", f"thought{number}", artifact="none", prompt="proud",
                            words=f"Thought {number}", at_ms=self.made.clock())  # fmt: skip
        cursors = {scope: at.cursor for scope, at in device.positions.items()}
        raw = wire.encode_request(wire.SyncRequest(cursors, tuple(made)))
        for _ in range(self.chance.randint(0, 2)):
            device.ask("POST", "/v1/sync", raw)
        device.push()

    def pull(self, device: Device, _number: int) -> None:
        device.pull()

    def share(self, device: Device, number: int) -> None:
        if self.works[device]:
            self.tokens.append(device.share(self.works[device][:3], f"Show {number}"))

    def answer(self, device: Device, number: int) -> None:
        if not self.works[device]:
            return
        teacher = self.made.sign_in("t@example.org")
        place = f"/learners/{device.learner}/works/{self.chance.choice(self.works[device])}"
        hidden = teacher.hidden(place)
        for _ in range(self.chance.randint(1, 2)):  # a form sent twice
            teacher.post(place, **hidden, words=f"Answer {number}", action="send_and_approve")

    def visit(self, _device: Device, _number: int) -> None:
        if self.tokens:
            self.made.http.get(f"/s/{self.chance.choice(self.tokens)}")

    def wrong(self, device: Device, number: int) -> None:
        """What is refused leaves the same traces, none, in both."""
        device.ask("PUT", f"/v1/media/self/{number:064x}", b"not these bytes")
        device.write("approval", f"own{number}", artifact="work1", decision="approved")
        device.push()
        making.Browser(self.made).post("/sign-in", email="x@example.org", password="wrong")


def played(data: Path, seed: int, environment: Mapping[str, str]) -> bytes:
    """Play a schedule on a school; what it has kept in the end."""
    data.mkdir()
    (data / KEY_FILE_NAME).write_text("5c" * 32)
    with scripted(seed) as chance:
        clock = HandClock()
        with made_school(data, environment=environment) as made:
            made.school.database.write(lambda t: facts.tell(t, facts.NODE, NODE))
            schedule, clock = Schedule(made, chance), made.clock
            for number in range(STEPS // 2):
                schedule.step(number)
        with reopened(data, clock, environment=environment) as again:
            again.classes, again.teachers = made.classes, made.teachers
            schedule.made = again
            for number in range(STEPS // 2, STEPS):
                schedule.step(number)
            for device in schedule.devices:
                device.made = again
                device.pull()
            assert check_school(again.school.database, again.school.media).problems == []
            return dump(again.school)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_schools_end_with_the_same_bytes(
    tmp_path: Path, seed: int, large: Callable[[], dict[str, str]]
) -> None:
    small = played(tmp_path / "small", seed, {})
    assert len(small) > 50_000
    assert played(tmp_path / "large", seed, large()) == small


def test_another_schedule_ends_otherwise(tmp_path: Path) -> None:
    """The control: what is compared does depend on what happened."""
    assert played(tmp_path / "one", 1, {}) != played(tmp_path / "two", 2, {})
