"""One schedule: what happens to three devices of two learners, a teacher, a school and the lines
between them.

A schedule is a finite list of steps made from a seed; after it every fault stops, everybody speaks
until nothing is left to say, and `invariants` looks at what remains. Same seed, same history.
"""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from portfolio_app.model import deletion
from portfolio_app.school import deleting
from sync import client, merge, server, wire
from sync.change import JSON, Change
from sync.client import Position
from tests.simulation import invariants
from tests.simulation.device import Device, Disk, DiskFailed
from tests.simulation.school import (
    AMY,
    BEN,
    CLASSROOM,
    FEEDBACK,
    FORBIDDEN,
    PORTFOLIO,
    MemoryLog,
    School,
    is_binned,
)

YEAR_MS = 365 * 24 * 3600 * 1000
START_MS = 1_790_000_000_000
STEPS = 34
HEALING_ROUNDS = 80
SMALL_PAGE = 3  # so that a few changes need several pages and several requests
OFFSETS_MS = (0, 0, 30_000, -45_000, 170_000, YEAR_MS, YEAR_MS, -YEAR_MS)
WORKS = ("work", "work", "work", "w1", "w2", "w3", "w4", "w5", "w6")
OWNERS = {"tablet": AMY, "phone": AMY, "pad": BEN}
WHO = (0, 0, 0, 1, 1, 1, 2)  # most happens between the two devices of one learner

Step = tuple[str, int, int]
"""(what happens, to whom, one number that says how)."""

_WEIGHTS: dict[str, int] = {
    "title": 8, "words": 8, "tag": 4, "untag": 3, "record": 2, "forbidden": 1, "bin": 3,
    "stock": 1, "sweep": 1, "yes": 1, "sketch": 1,
    "send": 9, "serve": 9, "deliver": 9, "exchange": 10, "late": 2, "lose": 2,
    "jump": 4, "crash": 1, "full": 1, "torn": 1, "backup": 2, "restore": 2, "update": 1,
    "bundle_out": 2, "bundle_in": 2, "bundle_read": 2, "sign_out": 1,
    "revoke": 1, "leave": 2,
    "feedback": 2, "retitle": 2, "lesson": 2,
    "school_backup": 2, "school_restart": 1, "school_restore": 2, "wait": 2,
}  # fmt: skip


_LINES: dict[str, int] = {"exchange": 24, "send": 4, "serve": 4, "deliver": 4, "lose": 1, "late": 1}
_THEMES: tuple[dict[str, int], ...] = (
    _WEIGHTS,
    _WEIGHTS,
    {**_LINES, "words": 34, "crash": 1, "restore": 1, "backup": 1, "bundle_in": 1, "bundle_out": 1},
    {
        **_LINES,
        "title": 12,
        "bin": 12,
        "stock": 5,
        "sweep": 6,
        "yes": 3,
        "tag": 3,
        "crash": 1,
        "jump": 1,
    },
    {**_WEIGHTS, "title": 24, "jump": 9, "exchange": 14, "retitle": 4, "crash": 6},
    {**_LINES, "leave": 8, "lesson": 12, "revoke": 2, "title": 4, "bundle_in": 2, "bundle_read": 2},
    {**_WEIGHTS, "bundle_out": 8, "bundle_in": 8, "bundle_read": 8, "sign_out": 3, "words": 12},
    {**_WEIGHTS, "backup": 3, "restore": 3, "school_backup": 5, "school_restore": 6, "title": 16},
)
"""What a schedule is mostly about: rare things meet rarely when everything happens at once."""
_LOST_DISKS = 7


class Violation(AssertionError):
    """The schedule broke a promise."""


@dataclass(slots=True)
class Mistake:
    """What the world of a planted mistake uses in place of the real parts."""

    device: type[Device] = Device
    school: type[School] = School
    counter_ids: bool = False


Plant = Callable[[pytest.MonkeyPatch], Mistake]


@dataclass(slots=True)
class World:
    """Everything there is, and what has happened."""

    seed: int
    mistake: Mistake
    school: School
    now_ms: int = START_MS
    devices: list[Device] = field(default_factory=list)
    typed: dict[str, tuple[Change, str, int]] = field(default_factory=dict)  # id: what, who, when
    words: dict[str, set[str]] = field(default_factory=dict)  # id: words that are new in it
    forgiven: set[str] = field(default_factory=set)
    left_behind: set[str] = field(default_factory=set)  # waited when a shared tablet was left
    queued: dict[int, list[tuple[int, bytes]]] = field(default_factory=dict)  # requests under way
    answers: dict[int, list[tuple[int, bytes]]] = field(default_factory=dict)  # answers under way
    served: list[tuple[int, bytes]] = field(default_factory=list)  # may arrive once more
    sticks: list[tuple[int, bytes]] = field(default_factory=list)  # to school, for ever readable
    backs: list[tuple[int, bytes]] = field(default_factory=list)  # and from it
    device_backups: dict[int, Disk] = field(default_factory=dict)
    school_backup: MemoryLog | None = None
    is_skewed: bool = False
    is_restored: bool = False
    history: list[str] = field(default_factory=list)


def small_pages(patch: pytest.MonkeyPatch) -> None:
    """Small pages and requests, so that a handful of changes already needs several; and two
    deletions at once are already many.
    """
    patch.setattr(server, "CHANGES_PER_PAGE_LIMIT", SMALL_PAGE)
    patch.setattr(client, "CHANGES_PER_REQUEST_LIMIT", SMALL_PAGE)
    patch.setattr(deletion, "FEW_WORKS", 1)


def schedule(seed: int) -> tuple[Step, ...]:
    """The steps of a seed."""
    dice = random.Random(seed)
    theme = seed % len(_THEMES)
    weights = dict(_THEMES[theme])
    if (
        seed % 3 and theme != _LOST_DISKS
    ):  # two of three without lost disks, so that the strictest checks apply to them
        weights |= {"backup": 0, "restore": 0, "school_backup": 0, "school_restore": 0}
    if seed % 5 == 0:  # one of five with honest clocks, where the last typed must win
        weights["jump"] = 0
    names = dice.choices(list(weights), list(weights.values()), k=STEPS)
    return tuple((name, dice.choice(WHO), dice.getrandbits(32)) for name in names)


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
    world = World(seed, mistake, mistake.school(OWNERS))
    for index, (name, learner) in enumerate(OWNERS.items()):
        fresh = _fresh(ids, world, index)
        world.devices.append(mistake.device(name, learner, f"{index + 1:x}" * 16, fresh))
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
) -> Change | None:  # fmt: skip
    """Type something; None where the disk has no room and the learner was told so."""
    device = world.devices[who]
    try:
        change = device.write(world.now_ms, record, kind, name, value, removes)
    except DiskFailed:
        return None
    world.typed[change.id] = (change, device.name, world.now_ms)
    world.school.events.typed(device.name, change.id)
    world.history.append(f"{device.name} {name} {change.id}")
    invariants.check_typed(device, change, removes)
    return change


def _word(dice: random.Random) -> str:
    return f"w{dice.getrandbits(40):x}"


def _edit_title(world: World, who: int, dice: random.Random) -> None:
    """A title, and often a second thought in the same moment."""
    record = dice.choice(WORKS)
    for _ in range(dice.choice((1, 1, 2))):
        _type(world, who, "title", _word(dice), record=record)


def _edit_words(world: World, who: int, dice: random.Random) -> None:
    """Put words in, take some out, or join by hand what stands beside each other."""
    record = dice.choice(("work", "thought"))
    shown = merge.view(world.devices[who].shown(record)).get("words", [])
    words = [word for text in shown for word in text.split()]
    fresh = [_word(dice) for _ in range(dice.choice((1, 1, 2)) if words else 8)]
    place = dice.randrange(len(words) + 1)
    taken_out = dice.choice((0, 0, 1)) if len(words) > 4 else 0
    words[place : place + taken_out] = fresh
    change = _type(world, who, "words", " ".join(words), record=record)
    if change is not None:
        world.words[change.id] = set(fresh)


def _tag(world: World, who: int, dice: random.Random) -> None:
    _type(world, who, "tags", dice.choice("abc"))


def _untag(world: World, who: int, dice: random.Random) -> None:
    _type(world, who, "tags", None, removes=dice.choice("abc"))


def _new_record(world: World, who: int, dice: random.Random) -> None:
    """Something that is written once; now and then both devices are first."""
    record = dice.choice(("once", "again", f"r{dice.getrandbits(24):x}"))
    if "said" not in world.devices[who].shown(record):
        _type(world, who, "said", _word(dice), kind="said", record=record)


def _forbidden(world: World, who: int, dice: random.Random) -> None:
    record = f"f{dice.getrandbits(24):x}"
    _type(world, who, "title", _word(dice), kind=FORBIDDEN, record=record)


def _bin(world: World, who: int, dice: random.Random) -> None:
    """Into the bin, or out of it again."""
    record = dice.choice(WORKS)
    shown = world.devices[who].shown(record)
    if shown:
        value = None if is_binned(shown) else world.now_ms
        _type(world, who, deleting.BINNED, value, record=record)


def _stock(world: World, who: int, dice: random.Random) -> None:
    """Many works at once."""
    for record in sorted(set(WORKS)):
        _type(world, who, "title", _word(dice), record=record)


def _sweep(world: World, who: int, _dice: random.Random) -> None:
    """A program gone wrong, or a child in a rage: every work into the bin."""
    for record in sorted(set(WORKS)):
        shown = world.devices[who].shown(record)
        if shown and not is_binned(shown):
            _type(world, who, deleting.BINNED, world.now_ms, record=record)


def _yes(world: World, who: int, _dice: random.Random) -> None:
    _say_yes(world, who)


def _say_yes(world: World, who: int) -> None:
    device = world.devices[who]
    with suppress(DiskFailed):
        for change_id in device.say_yes(world.now_ms):
            if change_id in world.typed:  # as if typed now, after all that was typed before
                change, who_typed, _ = world.typed.pop(change_id)
                world.typed[change_id] = (change, who_typed, world.now_ms)


def _update(world: World, who: int, _dice: random.Random) -> None:
    """The app is updated, and writes what the others do not know."""
    world.devices[who].is_newer = True


def _sketch(world: World, who: int, dice: random.Random) -> None:
    if world.devices[who].is_newer:
        record = f"s{dice.getrandbits(24):x}"
        _type(world, who, "lines", [_word(dice), 1], kind="sketch", record=record)


def _send(world: World, who: int, _dice: random.Random) -> None:
    device = world.devices[who]
    number, raw = device.send(world.now_ms)
    world.school.events.invoked(device.name, device.outstanding.own if device.outstanding else ())
    world.queued[who].append((number, raw))


def _serve(world: World, who: int, dice: random.Random) -> None:
    """The school takes one of the requests under way, not always the oldest."""
    if world.queued[who]:
        number, raw = world.queued[who].pop(dice.randrange(len(world.queued[who])))
        name = world.devices[who].name
        world.answers[who].append((number, world.school.serve(name, raw, world.now_ms)))
        world.served.append((who, raw))
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
    device = world.devices[who]
    number, raw = device.send(world.now_ms)
    world.school.events.invoked(device.name, device.outstanding.own if device.outstanding else ())
    world.now_ms += dice.choice((5, 200, 4_000))
    answer = world.school.serve(device.name, raw, world.now_ms)
    world.now_ms += dice.choice((5, 200, 4_000))
    if dice.random() < 0.8:
        _take(world, who, number, answer)


def _take(world: World, who: int, number: int, raw: bytes) -> None:
    device = world.devices[who]
    before, waiting = device.disk, device.outstanding
    try:
        progress = device.take(number, raw, world.now_ms)
    except DiskFailed:
        world.school.events.info(device.name)
        return
    if progress is not None and waiting is not None:
        world.history.append(f"{device.name} took {number} {sorted(progress.seen)}")
        world.school.events.ok(device.name, wire.decode_reply(raw, waiting.own).accepted)
        _note(world, device, "read")
        invariants.check_taken(
            device, before, [progress], world.school, is_restored=world.is_restored
        )


def _note(world: World, device: Device, what: str) -> None:
    cursors = {scope: at.cursor for scope, at in device.disk.positions.items()}
    world.school.events.holds(device.name, what, device.held() | device.settled, cursors)


def _late(world: World, who: int, dice: random.Random) -> None:
    """A request that was served before reaches the school a second time."""
    if world.served:
        sender, raw = dice.choice(world.served)
        world.school.serve(world.devices[sender].name, raw, world.now_ms)


def _lose(world: World, who: int, _dice: random.Random) -> None:
    world.queued[who].clear()
    world.answers[who].clear()
    world.school.events.info(world.devices[who].name)


def _bundle_out(world: World, who: int, _dice: random.Random) -> None:
    world.sticks.append((who, world.devices[who].write_bundle()))


def _bundle_in(world: World, who: int, dice: random.Random) -> None:
    """Any stick that ever was, the newest or an old one."""
    if world.sticks:
        sender, raw = dice.choice(world.sticks)
        _import(world, sender, raw)


def _import(world: World, sender: int, raw: bytes) -> None:
    back = world.school.take_bundle(world.devices[sender].name, raw, world.now_ms)
    world.backs.append((sender, back))


def _bundle_read(world: World, who: int, dice: random.Random) -> None:
    if not world.backs:
        return
    owner, raw = dice.choice(world.backs)
    device = world.devices[owner]
    before = device.disk
    with suppress(DiskFailed):
        done = device.read_bundle(raw)
        _note(world, device, "read")
        invariants.check_taken(device, before, done, world.school, is_restored=world.is_restored)


def _sign_out(world: World, who: int, dice: random.Random) -> None:
    """A shared tablet: what waits stays behind as a bundle that the tablet cannot read."""
    device = world.devices[who]
    if device.disk.refused:  # somebody has to look at that first
        return
    pending = [change.id for change in device.disk.pending]
    try:
        left = device.sign_out(f"{dice.getrandbits(64):016x}")
    except DiskFailed:
        return
    if left is not None:
        world.sticks.append((who, left))
        world.left_behind.update(pending)
    world.backs = [(owner, raw) for owner, raw in world.backs if owner != who]
    world.device_backups.pop(who, None)
    world.school.events.signed_out(device.name)
    if world.is_restored:
        _forgive(world)


def _revoke(world: World, who: int, dice: random.Random) -> None:
    """A device is let in no more, or again."""
    world.school.revoked ^= {world.devices[who].name}


def _leave(world: World, who: int, _dice: random.Random) -> None:
    """A learner leaves the class, or comes back."""
    world.school.members ^= {OWNERS[world.devices[who].name]}


def _jump(world: World, who: int, dice: random.Random) -> None:
    world.devices[who].offset_ms = dice.choice(OFFSETS_MS)
    world.is_skewed = True


def _crash(world: World, who: int, _dice: random.Random) -> None:
    world.devices[who].crash()
    _note(world, world.devices[who], "restart")


def _full(world: World, who: int, _dice: random.Random) -> None:
    """No room on the device any more, or room again."""
    world.devices[who].is_full ^= True


def _torn(world: World, who: int, _dice: random.Random) -> None:
    """The power goes during the next durable write."""
    world.devices[who].is_torn = True


def _backup(world: World, who: int, _dice: random.Random) -> None:
    world.device_backups[who] = world.devices[who].disk.copy()


def _restore(world: World, who: int, _dice: random.Random) -> None:
    if who in world.device_backups:
        world.devices[who].restore(world.device_backups[who])
        _forgive(world)


def _feedback(world: World, who: int, dice: random.Random) -> None:
    change_id, record = f"{dice.getrandbits(128):032x}", f"t{dice.getrandbits(24):x}"
    world.school.write(change_id, PORTFOLIO, record, FEEDBACK, world.now_ms, {"said": _word(dice)})


def _retitle(world: World, who: int, dice: random.Random) -> None:
    change_id = f"{dice.getrandbits(128):032x}"
    values = {"title": _word(dice)}
    world.school.write(change_id, PORTFOLIO, "work", "artifact", world.now_ms, values)


def _lesson(world: World, who: int, dice: random.Random) -> None:
    change_id, record = f"{dice.getrandbits(128):032x}", f"l{dice.getrandbits(24):x}"
    world.school.write(change_id, CLASSROOM, record, "library", world.now_ms, {"said": _word(dice)})


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
    world.school.revoked.clear()
    for who, device in enumerate(world.devices):
        device.crash()
        device.offset_ms, device.is_full, device.is_torn = 0, False, False
        world.queued[who].clear()
        world.answers[who].clear()
    for sender, raw in dict.fromkeys(world.sticks):
        _import(world, sender, raw)
    speaking = list(range(len(world.devices)))
    for _ in range(HEALING_ROUNDS):
        for who in speaking:
            device = world.devices[who]
            _say_yes(world, who)
            number, raw = device.send(world.now_ms)
            world.now_ms += 10
            answer = world.school.serve(device.name, raw, world.now_ms)
            world.now_ms += 10
            _take(world, who, number, answer)
            _say_yes(world, who)
        speaking = [who for who in range(len(world.devices)) if not _is_at_rest(world, who)]
        if not speaking:
            return
    raise Violation("the devices never come to rest")


def _is_at_rest(world: World, who: int) -> bool:
    """Whether one more answer could not change anything: nothing waits, and all is read."""
    device, log = world.devices[who], world.school.log
    heads = {scope: Position(*log.head(scope)) for scope in world.school.grants(device.name)}
    return not device.disk.pending and device.disk.positions == heads


_STEPS: dict[str, Callable[[World, int, random.Random], None]] = {
    "title": _edit_title, "words": _edit_words, "tag": _tag, "untag": _untag,
    "record": _new_record, "forbidden": _forbidden, "bin": _bin, "sweep": _sweep, "stock": _stock,
    "yes": _yes,
    "sketch": _sketch, "update": _update, "full": _full, "torn": _torn,
    "bundle_out": _bundle_out, "bundle_in": _bundle_in, "bundle_read": _bundle_read,
    "sign_out": _sign_out, "revoke": _revoke, "leave": _leave,
    "send": _send, "serve": _serve, "deliver": _deliver, "exchange": _exchange,
    "late": _late, "lose": _lose, "jump": _jump,
    "crash": _crash, "backup": _backup, "restore": _restore,
    "feedback": _feedback, "retitle": _retitle, "lesson": _lesson,
    "school_backup": _school_backup, "school_restart": _school_restart,
    "school_restore": _school_restore, "wait": _wait,
}  # fmt: skip
