"""Makes sealed-log-2.json: `python -m tests.vectors.make_sealed_log`. Always the same bytes.

Every file is whole but for the one thing that its name says.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.vectors.plain_reader import hkdf
from tests.vectors.plain_writer import (
    CONTENTS,
    SEGMENT_BYTES,
    PlainLog,
    json_bytes,
    named,
    operation,
    put,
    remove,
    snapshot,
    with_crc,
)

PATH = Path(__file__).parent / "sealed-log-2.json"
VAULT, OTHER_VAULT = "00" * 15 + "01", "00" * 15 + "02"
VAULT_KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
FILE_ID, OTHER_FILE_ID = bytes(range(50, 82)), bytes(range(90, 122))
IDENTITY = {"vault": VAULT, "media_names": "11" * 32, "generation": 1}

ONE, TWO, THREE = {"n": 1}, {"n": 2, "title": "火山"}, {"n": 3}
BATCHES = (
    put("works", 1, ONE) + put("works", 2, ONE),
    put("works", 2, TWO) + put("notes", 7, THREE),
    remove("works", 1),
)
TABLES: dict[str, dict[int, Any]] = {"works": {2: TWO}, "notes": {7: THREE}}
WORDS: dict[int, Any] = {number: {"n": number, "text": "word " * 60} for number in range(1, 30)}

DAMAGED, CUT = "head of the sealed log is damaged", "cut short in its first part"
NEWER, OTHER = "newer version", "another learner"
CHANGED, MIDDLE = "changed or put in", "damaged in the middle"
PLACES, OPENING = "missing, doubled or out of order", "opening record"
SNAPSHOT, DIRECTORY, SIZE = "damaged in its snapshot", "snapshot", "not the size it must have"

Vector = dict[str, Any]
Change = Callable[[dict[str, Any]], object]


def main() -> None:
    """Write the file anew."""
    PATH.write_text(json.dumps(vectors(), indent=1) + "\n", encoding="ascii")


def vectors() -> dict[str, Any]:
    return {
        "about": "docs/formats/sealed-log.md. `file` is the whole log in Base64. A bad one is to "
        "be refused at opening, or at the latest when everything in it is read. `torn`: its last "
        "write was not finished; it is cut off and told.",
        "vault": VAULT,
        "vault_key": VAULT_KEY.hex(),
        "good": [*_good(), *_torn(), *_first_version()],
        "bad": [
            *_headers(),
            *_openings(),
            *_chains(),
            *_ends(),
            *_batches(),
            *_contents(),
            *_snapshots(),
            *_directories(),
        ],
    }


def new_log(**instead: Any) -> PlainLog:
    """An empty log that is about to get its header."""
    file_id = instead.pop("file_id", FILE_ID)
    key = instead.pop("key", VAULT_KEY)
    return PlainLog(hkdf(key, b"log"), file_id, **instead)


def log_of(*batches: bytes, **instead: Any) -> PlainLog:
    """A log with these batches in it."""
    log = new_log(**instead)
    log.begin(json_bytes(IDENTITY))
    for batch in batches:
        log.add(2, batch)
    return log


def decoded(vector: Vector) -> bytes:
    """The file of a vector."""
    return base64.b64decode(vector["file"])


def _file(file: bytes) -> str:
    return base64.b64encode(file).decode("ascii")


def _opens(name: str, file: bytes, tables: dict[str, Any], **more: Any) -> Vector:
    return {"name": name, "file": _file(file), "tables": tables, **more}


def _bad(name: str, file: bytes, error: str) -> Vector:
    return {"name": name, "file": _file(file), "error": error}


def _turned(file: bytes, place: int) -> bytes:
    """The same with one bit turned."""
    place %= len(file)
    return file[:place] + bytes((file[place] ^ 1,)) + file[place + 1 :]


def _good() -> Iterator[Vector]:
    yield _opens("empty", log_of().file(), {})
    log = log_of(*BATCHES)
    yield _opens("three batches", log.file(), TABLES)
    yield _opens("room of zeros", log.file(bytes(5000)), TABLES)
    log.add(3, b"")
    yield _opens("an end", log.file(), TABLES)
    log.add(2, put("works", 9, ONE))
    more = {**TABLES, "works": {2: TWO, 9: ONE}}
    yield _opens("and more behind it", log.file(bytes(24)), more)
    log.add(2, operation(3, named("works")) + operation(4, named("notes")))
    yield _opens("a table emptied and one dropped", log.file(), {"works": {}})
    later = operation(200, b"of a later version") + put("works", 3, ONE)
    yield _opens("an operation that may be skipped", log_of(later).file(), {"works": {3: ONE}})
    with_terms = put("works", 3, ONE, b"\xff\xff\xff\xffno index of ours")
    yield _opens("terms of another index", log_of(with_terms).file(), {"works": {3: ONE}})
    yield _opens("an empty batch", log_of(b"").file(), {})
    yield _opens("a snapshot", _snapshot_log(TABLES).file(bytes(100)), TABLES)
    log = _snapshot_log(TABLES)
    log.add(2, put("works", 2, ONE) + remove("notes", 7))
    yield _opens("batches over a snapshot", log.file(), {"works": {2: ONE}, "notes": {}})
    yield _opens("a snapshot of three segments", _snapshot_log({"w": WORDS}).file(), {"w": WORDS})
    yield _opens(
        "ids that do not ascend",
        _snapshot_log({"w": {5: ONE, 2: TWO}}).file(),
        {"w": {5: ONE, 2: TWO}},
    )
    yield _opens("ids without a gap", _without_ids(3).file(), {"w": {3: ONE, 4: TWO}})
    log = log_of(*BATCHES)
    log.add(CONTENTS, _contents_of(log))
    yield _opens("contents", log.file(), TABLES)
    log.add(2, put("works", 9, ONE))
    yield _opens("a batch behind contents", log.file(), more)


def _torn() -> Iterator[Vector]:
    log = log_of(*BATCHES)
    before = log.file()
    last = log.add(2, put("works", 9, ONE))

    def torn(name: str, rest: bytes) -> Vector:
        return _opens(f"unfinished: {name}", before + rest, TABLES, torn=True)

    yield torn("a head cut short", last[:23])
    yield torn("a head without its body", last[:24])
    yield torn("a body cut short", last[:-1])
    yield torn("a body of zeros", last[:24] + bytes(len(last) - 24))
    yield torn("half a body, then zeros", last[:40] + bytes(4096))
    yield torn("a head of which a bit is turned", _turned(last, 9))
    yield torn("a body of which a bit is turned", _turned(last, 40))
    yield torn("nothing that means anything", b"\x01" * 700)


def _first_version() -> Iterator[Vector]:
    log = log_of(*BATCHES, version=1)
    yield _opens("version 1", log.file(), TABLES)
    log.add(3, b"")
    yield _opens("version 1 with an end", log.file(), TABLES)


def _headers() -> Iterator[Vector]:
    file = log_of(*BATCHES).file()
    opening = json_bytes(IDENTITY)
    short = "before its first record"
    yield _bad("nothing", b"", short)
    yield _bad("a header cut short", file[:91], short)
    for place, part in ((0, "magic"), (7, "version"), (12, "whole size"), (20, "offset")):
        yield _bad(f"a bit turned in the {part}", _turned(file, place), DAMAGED)
    for place, part in ((30, "file id"), (60, "commitment"), (90, "CRC")):
        yield _bad(f"a bit turned in the {part}", _turned(file, place), DAMAGED)

    def begun(name: str, error: str, version: int = 2, **instead: Any) -> Vector:
        log = new_log(version=version)
        log.begin(opening, **instead)
        return _bad(name, log.file(), error)

    yield begun("another magic", DAMAGED, magic=b"PFSLOQ")
    for version in (0, 3, 65_535):
        yield begun(f"version {version}", NEWER, version)
    yield begun("records offset 0", NEWER, records_offset=0)
    yield begun("records offset in the header", NEWER, records_offset=91)
    yield begun("records offset behind the whole size", NEWER, records_offset=1 << 40)
    yield begun("records offset of version 1", NEWER, 1, records_offset=92)
    yield begun("version 1 that says it has a snapshot", NEWER, 1, records_offset=1000)
    yield begun("more whole size than there is", CUT, whole_size=10_000)
    yield _bad("made with another vault key", log_of(*BATCHES, key=OTHER_KEY).file(), OTHER)
    unfit = with_crc(_turned(file, 30)[:88]) + file[92:]
    yield _bad("another file id", unfit, OTHER)
    unfit = with_crc(_turned(file, 60)[:88]) + file[92:]
    yield _bad("another commitment", unfit, OTHER)
    yield _bad("the header of another file", log_of(file_id=OTHER_FILE_ID).header + file[92:], CUT)


def _openings() -> Iterator[Vector]:
    file = log_of(*BATCHES).file()
    opening = 92 + 24 + 28 + len(json_bytes(IDENTITY))
    for name, rest in (
        ("no opening", b""),
        ("half an opening", file[92 : opening - 40]),
        ("an opening of zeros", bytes(opening - 92)),
        ("an opening without its last byte", file[92 : opening - 1]),
        ("a bit turned in the opening", _turned(file[92:opening], 60)),
        ("a bit turned in the opening's head", _turned(file[92:opening], 9)),
        ("an opening cut out, batches behind it", file[opening:]),
    ):
        error = PLACES if "behind" in name else CUT
        yield _bad(name, file[:92] + rest, error)
    for name, plain, error in (
        ("an opening that is no JSON", b"{", OPENING),
        ("an opening that is no text", b"\xff" * 40, OPENING),
        ("an opening that is a list", b"[]", OPENING),
        ("an opening that is a number", b"1", OPENING),
        ("an opening without a vault", {**IDENTITY, "vault": None}, "belongs to another"),
        ("an opening of another vault", {**IDENTITY, "vault": OTHER_VAULT}, "belongs to another"),
        ("names of media that are no text", {**IDENTITY, "media_names": 1}, "belongs to another"),
        (
            "names of media that are no bytes",
            {**IDENTITY, "media_names": "x"},
            "belongs to another",
        ),
        ("a snapshot that is no object", {**IDENTITY, "snapshot": 1}, "odd"),
        ("a snapshot without tables", {**IDENTITY, "snapshot": {"bytes": 0}}, "odd"),
        ("a snapshot of a size that is none", _with_snapshot("many", {}), "odd"),
    ):
        log = new_log()
        log.begin(plain if isinstance(plain, bytes) else json_bytes(plain))
        yield _bad(name, log.file(), error)
    log = new_log()
    log.begin(BATCHES[0], kind=2)
    yield _bad("a batch in the place of the opening", log.file(), OPENING)
    log = log_of(BATCHES[0])
    log.add(1, json_bytes(IDENTITY))
    yield _bad("a second opening", log.file(), OPENING)


def _with_snapshot(size: object, tables: object) -> dict[str, Any]:
    return {**IDENTITY, "snapshot": {"bytes": size, "tables": tables}}


def _chains() -> Iterator[Vector]:
    """Every record whole by itself, but not where it was written."""
    log = log_of(*BATCHES)
    log.add(3, b"")
    start, (opening, first, second, third, end) = log.header, log.records
    fork = log_of(BATCHES[0], put("works", 8, ONE), nonces=100).records
    other = log_of(*BATCHES, file_id=OTHER_FILE_ID).records
    for name, records, error in (
        ("the first batch left out", (opening, second, third, end), PLACES),
        ("a batch in the middle left out", (opening, first, third, end), PLACES),
        ("a batch twice", (opening, first, first, second, third, end), PLACES),
        ("the last batch twice", (opening, first, second, third, third), PLACES),
        ("two batches exchanged", (opening, second, first, third, end), PLACES),
        ("the end before the last batch", (opening, first, second, end, third), PLACES),
        ("a batch of another history", (opening, first, fork[2], third, end), CHANGED),
        ("the rest of another history", (opening, fork[1], second, third), CHANGED),
        ("a batch of another file", (opening, first, other[2], third, end), MIDDLE),
        ("all batches of another file", (opening, *other[1:]), "torn"),
    ):
        if error != "torn":
            yield _bad(name, start + b"".join(records), error)
    yield _bad("an older record's start behind the last one", log.file(first[:30]), PLACES)
    for name, instead in (
        ("a sequence too low", {"sequence": 1}),
        ("a sequence too high", {"sequence": 3}),
        ("a sequence of 2^63", {"sequence": 1 << 63}),
    ):
        log = log_of(BATCHES[0])
        log.add(2, BATCHES[1], **instead)
        yield _bad(name, log.file(), PLACES)
    for kind in (0, 5, 6, 255):
        log = log_of(BATCHES[0])
        log.add(kind, BATCHES[1])
        yield _bad(f"a record of kind {kind}", log.file(), "kind of record")
    log = log_of(BATCHES[0], version=1)
    log.add(CONTENTS, _contents_of(log))
    yield _bad("contents in version 1", log.file(), "kind of record")


def _ends() -> Iterator[Vector]:
    """Damage that is no unfinished write: what was whole once, or has something behind it."""
    log = log_of(*BATCHES)
    first = len(log.header) + len(log.records[0])
    log.add(3, b"")
    file = log.file()
    yield _bad("a bit turned in a head, records behind it", _turned(file, first + 9), MIDDLE)
    yield _bad("a bit turned in a body, records behind it", _turned(file, first + 60), MIDDLE)
    yield _bad("a size turned to less, records behind it", _turned(file, first + 3), MIDDLE)
    yield _bad("a batch of zeros, records behind it", _zeroed(file, first, 30), MIDDLE)
    last = len(file) - len(log.records[-1]) - len(log.records[-2])
    yield _bad("a bit turned in the last batch, an end behind it", _turned(file, last + 50), MIDDLE)

    def resealed(name: str, kind: int, plain: bytes) -> Vector:
        """A body that was changed together with the CRCs, as no failing disk does it."""
        changed = log_of(*BATCHES)
        record = changed.add(kind, plain)
        body = _turned(record[24:], 15)
        head = with_crc(record[:16] + with_crc(b"", body), FILE_ID)
        return _bad(name, changed.file()[: -len(record)] + head + body, CHANGED)

    yield resealed("a changed batch with right CRCs", 2, put("works", 9, ONE))
    yield resealed("a changed end with right CRCs", 3, b"")
    longer = log_of(*BATCHES, put("works", 9, ONE))
    head, body = longer.records[-1][:24], longer.records[-1][24:]
    joined = with_crc(
        (len(body) + 3).to_bytes(4, "big") + head[4:16] + with_crc(b"", body + b"abc"), FILE_ID
    )
    rest = longer.file()[: -len(longer.records[-1])] + joined + body + b"abc"
    yield _bad("a longer body with right CRCs", rest, CHANGED)
    kind = with_crc(head[:4] + b"\x03" + head[5:20], FILE_ID)
    yield _bad(
        "a batch that calls itself an end",
        longer.file()[: -len(head + body)] + kind + body,
        CHANGED,
    )


def _zeroed(file: bytes, start: int, size_bytes: int) -> bytes:
    return file[:start] + bytes(size_bytes) + file[start + size_bytes :]


def _batches() -> Iterator[Vector]:
    """Sealed with the right key by a writer that does not keep the format."""
    whole = put("works", 1, ONE)
    inside, odd = "middle of an operation", "laid out"
    for name, batch, error in (
        ("an operation without its size", b"\x01\x00\x00", inside),
        ("an operation cut short", whole[:-1], inside),
        ("an operation larger than the batch", b"\x01\xff\xff\xff\xff" + whole[5:], inside),
        ("bytes behind the last operation", whole + b"\x00", inside),
        ("an operation of an unknown kind", operation(5, named("works")), "kind of operation"),
        ("an operation of kind 0", operation(0, named("works") + bytes(20)), "kind of operation"),
        ("an operation without a name", operation(3, b""), odd),
        ("a name longer than its operation", operation(4, b"\x20works"), odd),
        ("a name of nothing", operation(3, b"\x00"), odd),
        ("a name that is no text", operation(3, b"\x02\xff\xfe"), odd),
        ("a put without an id", operation(1, named("works") + bytes(4)), odd),
        ("a put without a size of terms", operation(1, named("works") + bytes(9)), odd),
        ("a remove with half an id", operation(2, named("works") + bytes(4)), odd),
        ("terms larger than the put", operation(1, named("works") + bytes(8) + b"\xff" * 4), ""),
        ("a document that is no JSON", put("works", 1, b"{"), ""),
        ("a document that is a list", put("works", 1, b"[]"), ""),
        ("a document that is no text", put("works", 1, b'{"a":"\xff"}'), ""),
        ("no document", put("works", 1, b""), ""),
    ):
        yield _bad(name, log_of(batch).file(), error or "document|laid out|damaged")


def _contents_of(log: PlainLog) -> bytes:
    """What three batches come to, under an index that nobody has: so they are passed over."""
    del log
    head = named("works") + b"\x01" + b"\xff\xff\xff\xff"
    return head + bytes(4) + bytes(4) + bytes(4)


def _contents() -> Iterator[Vector]:
    log = log_of(*BATCHES)
    log.add(CONTENTS, _contents_of(log), before=b"other bytes than stand before it")
    yield _bad("contents made over other records", log.file(), CHANGED)
    log.add(2, put("works", 9, ONE))
    yield _bad("the same with a batch behind them", log.file(), CHANGED)
    log = log_of(*BATCHES)
    log.add(CONTENTS, _contents_of(log))
    file, place = log.file(), len(log.header) + len(log.records[0]) + 60
    yield _bad("a bit turned before contents", _turned(file, place), MIDDLE)
    fork = log_of(*BATCHES[:2], put("works", 8, ONE), nonces=100)
    fork.add(CONTENTS, _contents_of(fork))
    yield _bad(
        "contents of another history",
        log.header + b"".join((*log.records[:4], fork.records[4])),
        CHANGED,
    )
    yield _bad(
        "a batch left out before contents",
        log.header + b"".join((*log.records[:2], *log.records[3:])),
        PLACES,
    )


def _snapshot_log(
    tables: dict[str, dict[int, Any]],
    change: Change = lambda _: None,
    **instead: Any,
) -> PlainLog:
    stream, directory = snapshot(tables)
    change(directory)
    log = new_log()
    log.stream(stream, **instead)
    log.begin(json_bytes({**IDENTITY, "snapshot": directory}))
    return log


def _without_ids(first: object, **more: object) -> PlainLog:
    def change(directory: dict[str, Any]) -> None:
        table = directory["tables"]["w"]
        table.update(first=first, **more)
        table["parts"] = [part for part in table["parts"] if part[0] != "ids"]

    return _snapshot_log({"w": {3: ONE, 4: TWO}}, change)


def _snapshots() -> Iterator[Vector]:
    tables = {"w": WORDS}
    log = _snapshot_log(tables)
    file, sealed = log.file(), SEGMENT_BYTES + 28
    pieces = [
        log.sealed_stream[at : at + sealed] for at in range(0, len(log.sealed_stream), sealed)
    ]
    records = b"".join(log.records)

    def changed(name: str, *segments: bytes, error: str = SNAPSHOT) -> Vector:
        return _bad(name, log.header + b"".join(segments) + records, error)

    for place, part in ((92, "nonce"), (92 + 100, "bytes"), (92 + sealed - 1, "tag")):
        yield _bad(f"a bit turned in a segment's {part}", _turned(file, place), SNAPSHOT)
    yield _bad(
        "a bit turned in the last segment",
        _turned(file, 92 + len(log.sealed_stream) - 20),
        SNAPSHOT,
    )
    yield changed("two segments exchanged", pieces[1], pieces[0], *pieces[2:])
    yield changed("a segment twice", pieces[0], pieces[0], *pieces[2:])
    yield changed("a segment of zeros", bytes(sealed), *pieces[1:])
    other = _snapshot_log(tables)
    other.__init__(hkdf(VAULT_KEY, b"log"), OTHER_FILE_ID)  # type: ignore[misc]
    other.stream(snapshot(tables)[0])
    yield changed("a segment of another file", other.sealed_stream[:sealed], *pieces[1:])
    yield changed("a segment left out", *pieces[1:], error=CUT)
    counted = _snapshot_log(tables, first=1)
    yield _bad("segments counted from one", counted.file(), SNAPSHOT)

    def sized(name: str, more: int) -> Vector:
        def change(directory: dict[str, Any]) -> None:
            directory["bytes"] += more

        return _bad(name, _snapshot_log(tables, change).file(), SIZE)

    yield sized("a stream said to be a byte longer", 1)
    yield sized("a stream said to be a byte shorter", -1)
    yield sized("a stream said to be a segment longer", SEGMENT_BYTES)
    empty = new_log()
    empty.stream(b"abc")
    empty.begin(json_bytes(IDENTITY))
    yield _bad("a stream without a snapshot", empty.file(), SIZE)


def _directories() -> Iterator[Vector]:
    """Sealed with the right key by a writer that does not keep the format."""
    documents = {1: ONE, 2: TWO}

    def changed(name: str, change: Change) -> Vector:
        log = _snapshot_log({"w": documents}, lambda directory: change(directory["tables"]["w"]))
        return _bad(name, log.file(), "snapshot|sealed log")

    stream_bytes = len(snapshot({"w": documents})[0])
    for key in ("documents", "ascending", "first", "index", "parts"):
        yield changed(f"a table without `{key}`", _without(key))
    for place, name in enumerate(("documents", "ids", "ends")):
        yield changed(f"no part `{name}`", _without_part(place))
        yield changed(f"`{name}` that ends behind the stream", _part(place, 0, stream_bytes + 5000))
        yield changed(f"`{name}` that is empty", _part(place, 0, 0))
        yield changed(f"`{name}` that starts before the stream", _part(place, -8, 8))
    yield changed("fewer documents than there are", lambda table: table.update(documents=1))
    yield changed("more documents than there are", lambda table: table.update(documents=3))
    yield changed("documents counted below nothing", lambda table: table.update(documents=-1))
    yield changed("documents counted in words", lambda table: table.update(documents="two"))
    yield changed("parts that are no list", lambda table: table.update(parts=7))
    yield changed("ids that are cut in the middle", _part(1, 26, 41))
    yield changed("ends that are no numbers", _part(2, 0, 8))
    yield _bad("a first id below nothing", _without_ids(-4).file(), "snapshot|sealed log")
    yield _bad("a first id in words", _without_ids("one").file(), "snapshot|sealed log")
    yield _bad(
        "a first id, and no count", _without_ids(3, documents=1 << 62).file(), "snapshot|sealed log"
    )
    stream, directory = snapshot({"w": documents})
    for name, place, content in (
        ("a document that is no JSON", 0, b"x"),
        ("a document that is a list", 0, b"[1,2,3]"),
        ("ends that descend", stream_bytes - 8, bytes(3) + b"\xff"),
    ):
        log = new_log()
        log.stream(stream[:place] + content + stream[place + len(content) :])
        log.begin(json_bytes({**IDENTITY, "snapshot": directory}))
        yield _bad(f"in a snapshot: {name}", log.file(), "snapshot|sealed log|document")


def _without(key: str) -> Change:
    return lambda table: table.pop(key)


def _without_part(place: int) -> Change:
    return lambda table: table["parts"].pop(place)


def _part(place: int, start: int, end: int) -> Change:
    return lambda table: table["parts"][place].__setitem__(1, [start, end])


if __name__ == "__main__":
    main()
