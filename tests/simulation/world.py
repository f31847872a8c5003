"""One schedule: what happens to two devices, a teacher, a school and the lines between them.

A schedule is a finite list of steps made from a seed; after it every fault stops, everybody speaks
until nothing is left to say, and `invariants` looks at what remains. Same seed, same history.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sync.change import JSON, Change
from tests.simulation import invariants
from tests.simulation.device import Device, Disk
from tests.simulation.school import CLASSROOM, FEEDBACK, FORBIDDEN, PORTFOLIO, MemoryLog, School

YEAR_MS = 365 * 24 * 3600 * 1000
START_MS = 1_790_000_000_000
STEPS = 34
HEALING_ROUNDS = 60
SMALL_PAGE = 3  # so that a few changes need several pages and several requests
OFFSETS_MS = (0, 0, 30_000, -45_000, 170_000, YEAR_MS, YEAR_MS, -YEAR_MS)

Step = tuple[str, int, int]
"""(what happens, to whom, one number that says how)."""

_WEIGHTS: dict[str, int] = {
    "title": 7, "words": 5, "tag": 4, "untag": 3, "record": 2, "forbidden": 1,
    "send": 9, "serve": 9, "deliver": 9, "exchange": 8, "late": 2, "lose": 2,
    "jump": 4, "crash": 1, "backup": 2, "restore": 2,
    "feedback": 2, "retitle": 2, "lesson": 1,
    "school_backup": 2, "school_restart": 1, "school_restore": 2, "wait": 2,
}  # fmt: skip


class Violation(AssertionError):
    """The schedule broke a promise."""


@dataclass(slots=True)
class Mistake:
    """What the world of a planted mistake uses in place of the real parts."""

    device: type[Device] = Device
    school: type[School] = School
    counter_ids: bool = False


@dataclass(slots=True)
class World:
    """Everything there is, and what has happened."""

    seed: int
    mistake: Mistake
    now_ms: int = START_MS
    devices: list[Device] = field(default_factory=list)
    school: School = field(default_factory=School)
    typed: dict[str, tuple[Change, str, int]] = field(default_factory=dict)  # id: what, who, when
    forgiven: set[str] = field(default_factory=set)
    queued: dict[int, list[tuple[int, bytes]]] = field(default_factory=dict)  # requests under way
    answers: dict[int, list[tuple[int, bytes]]] = field(default_factory=dict)  # answers under way
    served: list[tuple[int, bytes]] = field(default_factory=list)  # may arrive once more
    device_backups: dict[int, Disk] = field(default_factory=dict)
    school_backup: MemoryLog | None = None
    is_skewed: bool = False
    is_restored: bool = False
    history: list[str] = field(default_factory=list)


def schedule(seed: int) -> tuple[Step, ...]:
    """The steps of a seed."""
    dice = random.Random(seed)
    weights = dict(_WEIGHTS)
    if seed % 3:  # two of three without lost disks, so that the strictest checks apply to them
        weights |= {"backup": 0, "restore": 0, "school_backup": 0, "school_restore": 0}
    if seed % 4 == 0:  # one of four with honest clocks, where the last typed must win
        weights["jump"] = 0
    names = dice.choices(list(weights), list(weights.values()), k=STEPS)
    return tuple((name, dice.randrange(2), dice.getrandbits(32)) for name in names)


def run(seed: int, steps: Sequence[Step] | None = None, mistake: Mistake | None = None) -> World:
    """Play a schedule, stop all faults, let everybody finish, and check. Raises Violation."""
    world = _world(seed, mistake or Mistake())
    for name, who, how in schedule(seed) if steps is None else steps:
        dice = random.Random(how)
        _STEPS[name](world, who, dice)
        world.now_ms += dice.choice((1, 40, 900, 20_000, 90_000))
    _heal(world)
    invariants.check_end(world)
    return world


def _world(seed: int, mistake: Mistake) -> World:
    ids = random.Random(seed ^ 0x5EED)
    world = World(seed, mistake, school=mistake.school())
    for index, name in enumerate(("tablet", "phone")):
        world.devices.append(mistake.device(name, f"{index + 1:x}" * 16, _fresh(ids, world, index)))
        world.queued[index], world.answers[index] = [], []
    return world


def _fresh(ids: random.Random, world: World, index: int) -> Callable[[], str]:
    def counted() -> str:
        disk = world.devices[index].disk
        known = (
            len(disk.pending) + len(disk.refused) + sum(p.cursor for p in disk.positions.values())
        )
        return f"{index + 1:x}{known:031x}"

    return counted if world.mistake.counter_ids else lambda: f"{ids.getrandbits(128):032x}"


def _type(
    world: World, who: int, name: str, value: JSON, removes: JSON = None, kind: str = "artifact",
    record: str = "work",
) -> None:  # fmt: skip
    device = world.devices[who]
    change = device.write(world.now_ms, record, kind, name, value, removes)
    world.typed[change.id] = (change, device.name, world.now_ms)
    world.history.append(f"{device.name} {name} {change.id}")
    invariants.check_typed(device, change, removes)


def _words(dice: random.Random) -> str:
    return f"w{dice.getrandbits(40):x}"


def _edit_title(world: World, who: int, dice: random.Random) -> None:
    """A title, and often a second thought in the same moment."""
    for _ in range(dice.choice((1, 1, 2))):
        _type(world, who, "title", _words(dice))


def _edit_words(world: World, who: int, dice: random.Random) -> None:
    _type(world, who, "words", _words(dice), record=dice.choice(("work", "thought")))


def _tag(world: World, who: int, dice: random.Random) -> None:
    _type(world, who, "tags", dice.choice("abc"))


def _untag(world: World, who: int, dice: random.Random) -> None:
    _type(world, who, "tags", None, removes=dice.choice("abc"))


def _new_record(world: World, who: int, dice: random.Random) -> None:
    """Something that is written once; now and then both devices are first."""
    record = dice.choice(("once", "again", f"r{dice.getrandbits(24):x}"))
    if "said" not in world.devices[who].shown(record):
        _type(world, who, "said", _words(dice), kind="said", record=record)


def _forbidden(world: World, who: int, dice: random.Random) -> None:
    record = f"f{dice.getrandbits(24):x}"
    _type(world, who, "title", _words(dice), kind=FORBIDDEN, record=record)


def _send(world: World, who: int, _dice: random.Random) -> None:
    world.queued[who].append(world.devices[who].send(world.now_ms))


def _serve(world: World, who: int, dice: random.Random) -> None:
    """The school takes one of the requests under way, not always the oldest."""
    if world.queued[who]:
        number, raw = world.queued[who].pop(dice.randrange(len(world.queued[who])))
        world.answers[who].append((number, world.school.serve(raw, world.now_ms)))
        world.served.append((number, raw))
        world.history.append(f"served {who} {number}")


def _deliver(world: World, who: int, dice: random.Random) -> None:
    """One of the answers under way arrives, perhaps twice."""
    if world.answers[who]:
        place = dice.randrange(len(world.answers[who]))
        number, raw = world.answers[who][place]
        if dice.random() < 0.8:
            world.answers[who].pop(place)
        _take(world, who, number, raw)


def _exchange(world: World, who: int, dice: random.Random) -> None:
    """A whole request and answer, on a good line; now and then the answer is lost."""
    number, raw = world.devices[who].send(world.now_ms)
    world.now_ms += dice.choice((5, 200, 4_000))
    answer = world.school.serve(raw, world.now_ms)
    world.now_ms += dice.choice((5, 200, 4_000))
    if dice.random() < 0.8:
        _take(world, who, number, answer)


def _take(world: World, who: int, number: int, raw: bytes) -> None:
    device = world.devices[who]
    before = device.disk
    progress = device.take(number, raw, world.now_ms)
    if progress is not None:
        world.history.append(f"{device.name} took {number} {sorted(progress.seen)}")
        invariants.check_taken(
            device, before, progress, world.school, is_restored=world.is_restored
        )


def _late(world: World, who: int, dice: random.Random) -> None:
    """A request that was served before reaches the school a second time."""
    if world.served:
        world.school.serve(dice.choice(world.served)[1], world.now_ms)


def _lose(world: World, who: int, _dice: random.Random) -> None:
    world.queued[who].clear()
    world.answers[who].clear()


def _jump(world: World, who: int, dice: random.Random) -> None:
    world.devices[who].offset_ms = dice.choice(OFFSETS_MS)
    world.is_skewed = True


def _crash(world: World, who: int, _dice: random.Random) -> None:
    world.devices[who].crash()


def _backup(world: World, who: int, _dice: random.Random) -> None:
    world.device_backups[who] = world.devices[who].disk.copy()


def _restore(world: World, who: int, _dice: random.Random) -> None:
    if who in world.device_backups:
        world.devices[who].restore(world.device_backups[who])
        _forgive(world)


def _feedback(world: World, who: int, dice: random.Random) -> None:
    change_id, record = f"{dice.getrandbits(128):032x}", f"t{dice.getrandbits(24):x}"
    world.school.write(change_id, PORTFOLIO, record, FEEDBACK, world.now_ms, {"said": _words(dice)})


def _retitle(world: World, who: int, dice: random.Random) -> None:
    change_id = f"{dice.getrandbits(128):032x}"
    values = {"title": _words(dice)}
    world.school.write(change_id, PORTFOLIO, "work", "artifact", world.now_ms, values)


def _lesson(world: World, who: int, dice: random.Random) -> None:
    change_id, record = f"{dice.getrandbits(128):032x}", f"l{dice.getrandbits(24):x}"
    world.school.write(
        change_id, CLASSROOM, record, "library", world.now_ms, {"said": _words(dice)}
    )


def _school_backup(world: World, who: int, _dice: random.Random) -> None:
    world.school_backup = world.school.log.copy()


def _school_restart(world: World, who: int, _dice: random.Random) -> None:
    world.school.restart()


def _school_restore(world: World, who: int, _dice: random.Random) -> None:
    if world.school_backup is not None:
        world.school.restore(world.school_backup)
        _forgive(world)


def _wait(world: World, who: int, dice: random.Random) -> None:
    world.now_ms += dice.choice((1_000, 3_600_000))


def _forgive(world: World) -> None:
    """A disk was lost. What no disk holds any more cannot be asked for."""
    world.is_restored = True
    in_feed = {change.id for change in world.school.log.changes()}
    for change_id in world.typed:
        if change_id not in in_feed and not any(d.knows(change_id) for d in world.devices):
            world.forgiven.add(change_id)


def _heal(world: World) -> None:
    """Every fault stops: lines work, clocks are right, everybody speaks until all is said."""
    for who, device in enumerate(world.devices):
        device.crash()
        device.offset_ms = 0
        world.queued[who].clear()
        world.answers[who].clear()
    for _ in range(HEALING_ROUNDS):
        was = [(device.disk.positions, device.disk.pending) for device in world.devices]
        for who, device in enumerate(world.devices):
            number, raw = device.send(world.now_ms)
            world.now_ms += 10
            answer = world.school.serve(raw, world.now_ms)
            world.now_ms += 10
            _take(world, who, number, answer)
        if was == [(device.disk.positions, device.disk.pending) for device in world.devices]:
            return
    raise Violation("the devices never come to rest")


_STEPS: dict[str, Callable[[World, int, random.Random], None]] = {
    "title": _edit_title, "words": _edit_words, "tag": _tag, "untag": _untag,
    "record": _new_record, "forbidden": _forbidden,
    "send": _send, "serve": _serve, "deliver": _deliver, "exchange": _exchange,
    "late": _late, "lose": _lose, "jump": _jump,
    "crash": _crash, "backup": _backup, "restore": _restore,
    "feedback": _feedback, "retitle": _retitle, "lesson": _lesson,
    "school_backup": _school_backup, "school_restart": _school_restart,
    "school_restore": _school_restore, "wait": _wait,
}  # fmt: skip
