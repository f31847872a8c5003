"""Recordings of a voice: each piece is sealed as it comes, then the whole is put together.

Pieces wait in files of their own, named by a table, until the recording ends; a crash between loses
only what was said in the last moment. Nothing of it ever lies open. No Flet may enter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.records import ITEMS_LIMIT
from portfolio_app.model.reflection import Subject
from portfolio_app.model.voice import (
    SECOND_BYTES,
    SOUND_BYTES_LIMIT,
    VOICE_ENDING,
    VOICE_TYPE,
    as_wav,
)
from portfolio_app.student import capturing, thinking
from portfolio_app.student.intake import TakenFile
from portfolio_app.student.portfolio import Portfolio, Write, fields_of

TABLE = "recordings"
SHORTEST_BYTES = SECOND_BYTES // 4
NAME_BYTES = 32
FILE_NAME = f"voice.{VOICE_ENDING}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a recording belongs. With nothing said it is a work of its own.

    `work` is the work that gets it as one more file; `about` the file or the thought in that work
    that it is part of; `prompt` the question that it answers in a thought of its own; `replaces`
    the take that it is said again for, which stays as an earlier one. Instead of a work there may
    be a `subject` of thoughts.
    """

    work: str = ""
    about: str = ""
    prompt: str = ""
    replaces: str = ""
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a recording became: the ids of its work, its file and its thought ("" where it is in
    none, or a thought in no work).
    """

    work: str
    file: str
    thought: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A recording that was begun and has not become anything yet."""

    id: str
    place: Place
    seconds: int


def begin(portfolio: Portfolio, place: Place) -> str:
    """Make room for a recording and return its id. Raises NotFound where the place is not."""
    _check(portfolio, place)
    recording = portfolio.world.new_id()
    with portfolio.durable():
        row = {"kind": "recording", "recording": recording, **_told(place)}
        portfolio.vault.db.table(TABLE).insert(row)
    return recording


def keep_piece(portfolio: Portfolio, recording: str, sound: bytes) -> None:
    """Seal what was said since the last piece; it is safe when this returns."""
    media = portfolio.vault.media
    # Named first, so that no piece is ever the same file as another one or as anything else: two
    # moments of stillness would be.
    name = bytes.fromhex(recording) + bytes.fromhex(portfolio.world.new_id())
    received = media.receive([name, sound])
    with portfolio.durable():
        if sum(row["size_bytes"] for row in _pieces(portfolio, recording)) > SOUND_BYTES_LIMIT:
            raise BadInput("A recording can be ten minutes long. Begin another one.")
        media.keep(received)
        row = {
            "kind": "piece", "recording": recording, "sha256": received.sha256_hex,
            "size_bytes": len(sound),
        }  # fmt: skip
        portfolio.vault.db.table(TABLE).insert(row)


def finish(portfolio: Portfolio, recording: str) -> Recorded | None:
    """Make a sound file of all that was said, at its place; None where there was hardly anything.

    Where the place is gone or full meanwhile it becomes a work of its own.
    """
    pieces = _pieces(portfolio, recording)
    size_bytes = sum(row["size_bytes"] for row in pieces)
    if size_bytes < SHORTEST_BYTES:
        forget(portfolio, recording)
        return None
    received = portfolio.vault.media.receive(as_wav(size_bytes, _sound(portfolio, pieces)))
    place = _place(portfolio, recording)
    try:
        _check(portfolio, place)
    except (BadInput, NotFound):
        place = Place()
    made, writes, fields = _fields(portfolio, place)
    taken = TakenFile(FILE_NAME, VOICE_TYPE, received, received)
    with portfolio.durable():
        capturing.put_files(portfolio, writes, [(made.file, taken, fields)])
        _forget(portfolio, recording)
    return made


def forget(portfolio: Portfolio, recording: str) -> None:
    """Throw away what was said so far."""
    with portfolio.durable():
        _forget(portfolio, recording)


def begun(portfolio: Portfolio, under_way: frozenset[str] = frozenset()) -> tuple[Begun, ...]:
    """Recordings that broke off, the oldest first; those `under_way` are none."""
    with portfolio.lock:
        heads = [one for one in portfolio.vault.db.table(TABLE) if one["kind"] == "recording"]
        found = [
            Begun(head["recording"], _read(head), _seconds(portfolio, head["recording"]))
            for head in heads
            if head["recording"] not in under_way
        ]
    return tuple(one for one in found if one.seconds)


def newest_take(work: Work, file: WorkFile) -> WorkFile:
    """The take that stands now where this one stood."""
    later = {one.replaces: one for one in work.every_file if one.replaces}
    seen = {file.id}
    while file.id in later and later[file.id].id not in seen:
        file = later[file.id]
        seen.add(file.id)
    return file


def _fields(portfolio: Portfolio, place: Place) -> tuple[Recorded, list[Write], dict[str, object]]:
    """What a recording becomes at a place: its ids, what is written first, and its own fields."""
    new_id = portfolio.world.new_id
    file_id = new_id()
    if place.subject is not None:
        return _alone(portfolio, place, place.subject, file_id)
    if not place.work:
        made = Recorded(new_id(), file_id)
        return (
            made,
            capturing.new_work(portfolio, made.work),
            {"artifact": made.work, "position": 0},
        )
    work = portfolio.existing_work(place.work)
    if place.replaces:
        before = newest_take(work, capturing.existing_file(portfolio, work.id, place.replaces))
        again = capturing.newer(before, work.id)
        beside = {"part_of": before.part_of} if before.part_of else {}
        return Recorded(work.id, file_id, place.about), [], {**again, **beside}
    if place.about or place.prompt:
        thought = place.about or new_id()
        writes = _thought(portfolio, work, thought, place.prompt) if not place.about else []
        fields = {"artifact": work.id, "position": len(work.parts), "part_of": thought}
        return Recorded(work.id, file_id, thought), writes, fields
    return Recorded(work.id, file_id), [], {"artifact": work.id, "position": len(work.files)}


def _alone(
    portfolio: Portfolio, place: Place, subject: Subject, file_id: str
) -> tuple[Recorded, list[Write], dict[str, object]]:
    """The same in a thought that belongs to no work: the file names the thought and no more."""
    thought = place.about or portfolio.world.new_id()
    takes = thinking.spoken(portfolio).get(thought, ())
    writes = []
    if not place.about:
        writes = thinking.begin_thought(portfolio, thought, subject, place.prompt)
    fields: dict[str, object] = {"part_of": thought, "position": len(takes)}
    before = next((one for one in takes if one.id == place.replaces), None)
    if before is not None:
        fields |= {"replaces": before.id, "position": before.position}
    return Recorded("", file_id, thought), writes, fields


def _thought(portfolio: Portfolio, work: Work, thought: str, prompt: str) -> list[Write]:
    fields = {"artifact": work.id, "prompt": prompt, "at_ms": portfolio.now_ms()}
    return fields_of("reflection", thought, fields)


def _check(portfolio: Portfolio, place: Place) -> None:
    if place.subject is not None:
        if not place.about:
            thinking.begin_thought(portfolio, "", place.subject, place.prompt)
            return
        thinking.existing_thought(portfolio, place.about)
        if len(thinking.spoken(portfolio).get(place.about, ())) >= ITEMS_LIMIT:
            raise BadInput(f"A thought has at most {ITEMS_LIMIT} recordings. Begin another one.")
        return
    if not place.work:
        return
    work = portfolio.existing_work(place.work)
    if work.is_binned:
        raise NotFound("That work is in the bin.")
    if place.replaces:
        capturing.existing_file(portfolio, work.id, place.replaces)
    owners = {one.id for one in work.every_file} | {one.id for one in work.reflections}
    if place.about and place.about not in owners:
        raise NotFound("What this was said about is not part of this work.")
    if len(work.every_file) >= ITEMS_LIMIT:
        raise BadInput(f"A work has at most {ITEMS_LIMIT} files. Begin another work for the rest.")


def _sound(portfolio: Portfolio, pieces: list[dict[str, Any]]) -> Iterator[bytes]:
    for row in pieces:
        yield from portfolio.vault.media.open(row["sha256"], NAME_BYTES)


def _rows(portfolio: Portfolio, recording: str) -> list[tuple[int, dict[str, Any]]]:
    table = portfolio.vault.db.table(TABLE)
    return sorted(
        ((one.doc_id, dict(one)) for one in table if one["recording"] == recording),
        key=lambda row: row[0],
    )


def _pieces(portfolio: Portfolio, recording: str) -> list[dict[str, Any]]:
    with portfolio.lock:
        return [row for _, row in _rows(portfolio, recording) if row["kind"] == "piece"]


def _place(portfolio: Portfolio, recording: str) -> Place:
    with portfolio.lock:
        heads = [row for _, row in _rows(portfolio, recording) if row["kind"] == "recording"]
    return _read(heads[0]) if heads else Place()


def _told(place: Place) -> dict[str, Any]:
    """A place as it is kept. What is about no work stands beside it: an older app, which does not
    know of that, makes a work of its own of it.
    """
    told = asdict(replace(place, subject=None))
    del told["subject"]
    return {"place": told, **({"subject": place.subject.fields()} if place.subject else {})}


def _read(head: Mapping[str, Any]) -> Place:
    place, subject = Place(**head["place"]), head.get("subject")
    if not subject:
        return place
    known = Subject(
        subject.get("goal", ""), subject.get("competency", ""), tuple(subject.get("works", ()))
    )
    return replace(place, subject=known)


def _seconds(portfolio: Portfolio, recording: str) -> int:
    size_bytes = sum(row["size_bytes"] for row in _pieces(portfolio, recording))
    return 0 if size_bytes < SHORTEST_BYTES else max(1, round(size_bytes / SECOND_BYTES))


def _forget(portfolio: Portfolio, recording: str) -> None:
    rows = _rows(portfolio, recording)
    if rows:
        portfolio.vault.db.table(TABLE).remove(doc_ids=[number for number, _ in rows])
    portfolio.vault.media.drop({row["sha256"] for _, row in rows if row["kind"] == "piece"})
