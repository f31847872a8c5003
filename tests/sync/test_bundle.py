"""The inside of a bundle: what goes in comes out, a piece at a time, and nothing else comes out."""

import hashlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import bundle
from sync.bundle import BundledFile
from sync.errors import PeerError, TooNew

FILES = (b"", b"a film", b"x" * 70_000)


def written(messages: tuple[bytes, ...] = (b"{}",), files: tuple[bytes, ...] = FILES) -> bytes:
    inside = (BundledFile(hashlib.sha256(raw).hexdigest(), len(raw), iter([raw])) for raw in files)
    return b"".join(bundle.write({"token": "t"}, bundle.REQUEST, messages, inside))


def pieces(raw: bytes, size_bytes: int) -> Iterator[bytes]:
    for start in range(0, len(raw), size_bytes):
        yield raw[start : start + size_bytes]
        yield b""


def read_all(raw: bytes, size_bytes: int = 1_000) -> list[tuple[bytes, bytes]]:
    return [(one.type, one.whole()) for one in bundle.read(pieces(raw, size_bytes))]


@given(
    st.lists(st.binary(max_size=50), max_size=4).map(tuple),
    st.lists(st.binary(max_size=50), max_size=4).map(tuple),
    st.integers(1, 60),
)
def test_what_goes_in_comes_out_in_any_pieces(
    messages: tuple[bytes, ...], files: tuple[bytes, ...], size_bytes: int
) -> None:
    found = read_all(written(messages, files), size_bytes)
    assert [kind for kind, _ in found[:1]] == [bundle.MANIFEST]
    assert [body for kind, body in found if kind == bundle.REQUEST] == list(messages)
    assert [body for kind, body in found if kind == bundle.FILE] == list(files)


def test_a_bundle_cut_anywhere_gives_what_came_before_and_then_a_plain_no() -> None:
    raw = written(files=(b"a film",))
    for end in range(len(raw)):
        with pytest.raises(PeerError):
            read_all(raw[:end])


@given(st.data())
def test_no_bytes_raise_anything_else(data: st.DataObject) -> None:
    raw = bytearray(written(files=(b"a film",)))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place] = data.draw(st.integers(0, 255))
    try:
        sections = list(bundle.read(iter([bytes(raw)])))
        bundle.read_manifest(sections[0])
    except PeerError:
        pass


def test_a_section_that_nobody_reads_or_knows_is_passed_over() -> None:
    raw = written((b"one", b"two"))
    unknown = b"?" + (5).to_bytes(8, "big") + b"newer"
    end = raw[-17:]
    count = int.from_bytes(end[9:], "big") + 1
    longer = raw[:-17] + unknown + end[:9] + count.to_bytes(8, "big")
    assert [one.type for one in bundle.read(iter([longer]))] == [b"M", b"R", b"R", b"B", b"B", b"B"]


def test_a_file_that_is_not_what_it_is_named_says_so_at_its_end() -> None:
    liar = BundledFile("ab" * 32, 6, iter([b"a film"]))
    raw = b"".join(bundle.write({}, bundle.REPLY, (), (liar,)))
    sections = bundle.read(iter([raw]))
    next(sections)
    with pytest.raises(PeerError, match="not what it is named"):
        next(sections).whole()


@pytest.mark.parametrize("name", ["second manifest", "no manifest", "too many", "more after it"])
def test_what_is_out_of_place_is_refused(name: str) -> None:
    raw = written(files=())
    manifest = raw[: 9 + int.from_bytes(raw[1:9], "big")]
    broken = {
        "second manifest": manifest + raw,
        "no manifest": raw[len(manifest) :],
        "too many": raw[:-8] + (99).to_bytes(8, "big"),
        "more after it": raw + b"!",
    }[name]
    with pytest.raises(PeerError):
        read_all(broken)


@pytest.mark.parametrize("kind", sorted(bundle._SIZE_LIMITS))
def test_one_byte_over_a_limit_is_refused_before_it_is_read(kind: bytes) -> None:
    size_bytes = bundle._SIZE_LIMITS[kind] + 1
    start = b"" if kind == bundle.MANIFEST else written((), ())[:-17]
    with pytest.raises(PeerError):
        list(bundle.read(iter([start, kind + size_bytes.to_bytes(8, "big")])))


def test_a_manifest_of_a_newer_program_is_told_apart() -> None:
    for body, error in ((b'{"protocol":2}', TooNew), (b'{"protocol":true}', PeerError),
                        (b"[]", PeerError), (b"{", PeerError)):  # fmt: skip
        raw = b"M" + len(body).to_bytes(8, "big") + body
        with pytest.raises(error):
            bundle.read_manifest(next(bundle.read(iter([raw]))))
