"""Films and recordings: the place goes, every picture and sound stays where it was."""

from __future__ import annotations

import random
import struct
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BadInput
from portfolio_app.student.actions import Source, add_work
from portfolio_app.student.pictures import boxes, strip_film
from portfolio_app.student.pictures import strip_film as strip_film_function
from portfolio_app.student.pictures.boxes import BoxReader
from tests import film_maker
from tests.film_maker import MADE_SECONDS, TRACES, box, full, make_film
from tests.student.scenes import make_portfolio


class InMemory:
    """A film in memory that remembers its largest read."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.size_bytes = len(raw)
        self.largest_read = 0

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        self.largest_read = max(self.largest_read, size_bytes)
        return self.raw[offset : offset + size_bytes]


def stripped(raw: bytes) -> bytes:
    return b"".join(strip_film(InMemory(raw)))


SHAPES: list[dict[str, Any]] = [
    {},
    {"long_offsets": True},
    {"index_first": True},
    {"plain_sound": True},
    {"kinds": (b"soun",)},
    {"kinds": (b"soun", b"text"), "index_first": True},
    {"kinds": (b"vide", b"meta", b"sbtl", b"tmcd")},
]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_film_loses_its_places_and_keeps_its_pictures(shape: dict[str, Any]) -> None:
    film = make_film(**shape)
    left = stripped(film.raw)
    assert all(trace in film.raw for trace in TRACES)
    assert not [trace for trace in TRACES if trace in left]
    assert struct.pack(">I", MADE_SECONDS) not in left
    assert len(left) == len(film.raw), "every offset stays right"
    for kind, chunks in film.chunks.items():
        for chunk in chunks:
            place = film.raw.index(chunk)
            kept = left[place : place + len(chunk)] == chunk
            assert kept == (kind in (b"vide", b"soun"))
    assert stripped(left) == left


def test_the_index_that_is_left_names_the_same_samples() -> None:
    film = make_film()
    left = stripped(film.raw)
    for raw, count in ((film.raw, 3), (left, 2)):
        reader = BoxReader(InMemory(raw))
        (moov,) = (one for one in reader.boxes(0, len(raw)) if one.kind == b"moov")
        kinds = [one.kind for one in reader.boxes(moov.body, moov.stop)]
        assert kinds.count(b"trak") == count
        assert (b"udta" in kinds) == (raw is film.raw)
    for table in (b"stco", b"stsz", b"stsc", b"avcC"):
        start = film.raw.index(table)
        assert left[start : start + 24] == film.raw[start : start + 24]


def test_the_test_would_see_a_forgotten_box_and_a_forgotten_track(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = __import__(strip_film_function.__module__, fromlist=["_NEEDED"])
    film = make_film()
    monkeypatch.setitem(module._NEEDED, b"moov", module._NEEDED[b"moov"] | {b"udta"})
    assert film_maker.PLACE in stripped(film.raw)
    monkeypatch.undo()
    monkeypatch.setattr(module, "_KEPT_TRACKS", (b"vide", b"soun", b"meta"))
    assert film_maker.PLACE in stripped(film.raw)


def test_fragments_are_kept_and_their_words_are_not() -> None:
    whole = make_film(kinds=(b"vide", b"soun"), seconds=1).raw
    header = full(b"mfhd", bytes(4))
    fragment = box(b"moof", header, box(b"traf", full(b"tfhd", bytes(4)), box(b"udta", b"at home")))
    raw = whole[: whole.index(b"uuid") - 4] + fragment + box(b"mdat", b"pictures")
    left = stripped(raw)
    assert b"pictures" in left
    assert b"at home" not in left[-len(fragment) - 20 :]
    places = make_film(seconds=1).raw
    with pytest.raises(BadInput, match="taken out"):
        stripped(places[: places.index(b"uuid") - 4] + fragment + box(b"mdat", b"pictures"))


def test_what_follows_the_last_box_does_not_leave() -> None:
    film = make_film()
    left = stripped(film.raw + b"\0\0\0\1SEFT at home +48.2082")
    assert left == stripped(film.raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0" * 64,
        b"RIFF0000AVI LIST" * 9,
        box(b"ftyp", b"mp42"),
        box(b"ftyp", b"mp42") + box(b"moov", full(b"mvhd", bytes(96))) + box(b"mdat", b"x"),
        box(b"free") * 30_000,
        make_film().raw[:900],
    ],
    ids=["empty", "zeros", "AVI", "no index", "no track", "many boxes", "cut"],
)
def test_what_is_no_film_is_refused_by_name(raw: bytes) -> None:
    with pytest.raises(BadInput, match=r"'walk\.mp4'.*save it as MP4"):
        b"".join(strip_film(InMemory(raw), "walk.mp4"))


def test_a_film_that_plays_another_file_is_refused() -> None:
    raw = make_film().raw.replace(full(b"url ", flags=1), full(b"url ", flags=0))
    with pytest.raises(BadInput):
        stripped(raw)


def test_mutated_films_are_stripped_or_refused_and_nothing_else() -> None:
    source, refused, whole = random.Random(5), 0, make_film(seconds=2).raw
    index = whole.index(b"moov")
    for _ in range(400):
        mutated = bytearray(whole)
        for _ in range(source.choice((1, 3, 20))):
            mutated[source.randrange(index, len(mutated))] = source.choice((0, 255, 1, 127))
        try:
            left = stripped(bytes(mutated))
        except BadInput:
            refused += 1
        else:
            assert len(left) <= len(whole)
    assert 50 < refused < 400


def test_a_table_that_promises_the_world_takes_no_memory() -> None:
    film = make_film(kinds=(b"vide",))
    start = film.raw.index(b"stsz") + 12
    for count in (0xFFFFFFFF, 5_000_000):
        raw = film.raw[:start] + struct.pack(">I", count) + film.raw[start + 4 :]
        source = InMemory(raw)
        with pytest.raises(BadInput):
            b"".join(strip_film(source))
        assert source.largest_read <= boxes.PIECE_BYTES


def test_memory_does_not_grow_with_the_film() -> None:
    film = make_film(seconds=2_000)
    assert len(film.raw) > 4 * boxes.PIECE_BYTES
    source = InMemory(film.raw)
    largest = max(len(piece) for piece in strip_film(source))
    assert max(largest, source.largest_read) <= boxes.PIECE_BYTES


@pytest.mark.parametrize(("name", "kind"), [("a.mp4", "video/mp4"), ("b.MOV", "video/quicktime")])
def test_a_film_becomes_a_work_whose_original_stays_here(
    tmp_path: Path, name: str, kind: str
) -> None:
    portfolio = make_portfolio(tmp_path)
    raw = make_film().raw
    work_id = add_work(portfolio, [Source(name, [raw[:1000], raw[1000:]])])
    work = portfolio.work(work_id)
    assert work is not None
    (file,) = work.files
    assert file.media_type == kind
    assert b"".join(portfolio.read_media(file.media)) == stripped(raw)
    original = portfolio.original_of(file.id)
    assert original is not None
    assert original != file.media
    assert b"".join(portfolio.read_media(original)) == raw
    assert original not in portfolio.media_queue
    assert file.media in portfolio.media_queue
    clean = stripped(raw)
    again = add_work(portfolio, [Source("clean.mp4", [clean])])
    found = portfolio.work(again)
    assert found is not None
    assert portfolio.original_of(found.files[0].id) == found.files[0].media
    with pytest.raises(BadInput, match="broken"):
        add_work(portfolio, [Source("broken.mp4", [raw[:500]])])
    portfolio.close()
