"""What is said on its way to be sealed: in pieces, to its end, whoever looks on."""

import asyncio

import pytest

from portfolio_app.model.voice import (
    PIECE_BYTES,
    SECOND_BYTES,
    SOUND_BYTES_LIMIT,
    loudness,
    wav_header,
)
from portfolio_app.student import speaking
from portfolio_app.student.speaking import Speaking


def pieces(one: Speaking, *, is_shown: bool = True) -> list[bytes]:
    async def gathered() -> list[bytes]:
        return [piece async for piece in one.pieces(lambda: is_shown)]

    return asyncio.run(gathered())


def test_sound_comes_in_pieces_and_the_last_one_is_what_is_left() -> None:
    one = Speaking()
    said = [bytes([number]) * SECOND_BYTES for number in range(5)]
    for sound in said:
        one.hear(sound)
    one.end()
    one.hear(b"too late")
    found = pieces(one)
    assert [len(piece) for piece in found] == [PIECE_BYTES, PIECE_BYTES, SECOND_BYTES]
    assert b"".join(found) == b"".join(said)


def test_what_was_heard_is_kept_when_nobody_looks_on_any_more() -> None:
    one = Speaking()
    said = bytes(range(100)) * 2_000
    for start in range(0, len(said), 1_000):
        one.hear(said[start : start + 1_000])
    assert b"".join(pieces(one, is_shown=False)) == said
    assert one.is_over


def test_a_microphone_that_says_nothing_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking, "LOOK_SECONDS", 0.001)
    one = Speaking()
    one.hear(b"abcd")
    assert pieces(one) == [b"abcd"]


def test_half_a_sample_is_left_out() -> None:
    one = Speaking()
    one.hear(b"abc")
    one.end()
    assert pieces(one) == [b"ab"]


def test_ten_minutes_are_the_longest() -> None:
    one = Speaking()
    for _ in range(SOUND_BYTES_LIMIT // 1_000_000 + 2):
        one.hear(b"x" * 1_000_000)
    one.end()
    assert one.is_full
    assert sum(map(len, pieces(one))) == SOUND_BYTES_LIMIT


def test_louder_is_more() -> None:
    still, soft, loud = (
        (level.to_bytes(2, "little") + (-level).to_bytes(2, "little", signed=True)) * 4_000
        for level in (0, 600, 20_000)
    )
    assert loudness(b"") == loudness(still) == 0
    assert 0 < loudness(soft) < loudness(loud) <= 1


def test_the_header_is_as_every_program_expects() -> None:
    assert wav_header(8).hex() == (
        "52494646" "2c000000" "57415645" "666d7420" "10000000" "0100" "0100" "803e0000" "007d0000"
        "0200" "1000" "64617461" "08000000"
    )  # fmt: skip
