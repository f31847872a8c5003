"""A vault of 64 KiB cut at every byte and with flipped bits: refused by name, or no harm done.

A run of the tests takes every cut and a seeded 5 % of the 524,288 bits; `make crash` takes all.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.frames import HEADER
from portfolio_app.student.vault.keys_file import KEYS_NAME
from portfolio_app.student.vault.log import CONTENTS_AFTER_RECORDS
from tests.crash.log_life import LOG, first_format
from tests.crash.small_vault import (
    BITS,
    CARD,
    SIZE_BYTES,
    drawn_bits,
    is_refused,
    is_refused_at_the_door,
    small_vault,
)
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import disk_of

PART_OF_BITS = 0.05


def test_the_vault_is_made_of_every_file_and_has_the_size() -> None:
    small = small_vault()
    names = {name.partition("/")[0] for name in small.files}
    assert names == {"card.json", "keys.json", "log", "tries", "media"}
    assert sum(map(len, small.files.values())) == SIZE_BYTES
    assert len(small.commits) > 10
    assert int.from_bytes(small.files["log"][16:24], "big") > 16 * 1024, "a snapshot"
    for name, content in small.files.items():
        if name not in ("tries", CARD):
            assert not is_refused(name, content, small)
        assert not is_refused_at_the_door(name, content, small)


@pytest.mark.parametrize("quarter", range(4))
def test_every_cut_is_refused_or_what_was_there_at_that_time(
    quarter: int, record_property: Callable[[str, object], None]
) -> None:
    small = small_vault()
    cuts = range(quarter * SIZE_BYTES // 4, (quarter + 1) * SIZE_BYTES // 4)
    for place in cuts:
        is_refused(*small.cut(place), small)
    record_property("cuts of a 64 KiB vault", len(cuts))


def test_cuts_of_the_first_version() -> None:
    """Its first part may hold many batches, and none of them can be missing."""
    content, key = first_format()
    whole_size_bytes = int.from_bytes(content[8:16], "big")
    assert whole_size_bytes > HEADER.size
    for size_bytes in range(whole_size_bytes):
        with pytest.raises(StoreDamaged):
            open_log(disk_of({"log": content[:size_bytes]}), LOG, key)


@pytest.mark.parametrize("seed", [1])
def test_no_flipped_bit_gives_wrong_work(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    small = small_vault()
    refused: dict[str, int] = dict.fromkeys(small.files, 0)
    harmless = dict(refused)
    bits = drawn_bits(PART_OF_BITS, seed)
    for bit in bits:
        name, content = small.flipped(bit)
        (refused if is_refused(name, content, small) else harmless)[name] += 1
    record_property("flipped bits of a 64 KiB vault", len(bits))
    assert len(bits) >= BITS * PART_OF_BITS - 1
    assert harmless.pop(CARD) > 0, "a card is not trusted, and shows its vault whatever it says"
    room = len(small.files["log"]) - small.record_ends[-2]  # the end mark, and room behind it
    assert harmless.pop("log") <= 2 * PART_OF_BITS * 8 * room
    assert not any(harmless.values())


def test_a_long_history_is_as_safe(record_property: Callable[[str, object], None]) -> None:
    """Its end says what all batches come to, so they are not opened one by one."""
    small = small_vault(CONTENTS_AFTER_RECORDS)
    assert sum(map(len, small.files.values())) == SIZE_BYTES
    for place in range(0, SIZE_BYTES, 101):
        is_refused(*small.cut(place), small)
    bits = drawn_bits(0.002, 3)
    for bit in bits:
        is_refused(*small.flipped(bit), small)
    record_property("flipped bits of a 64 KiB vault", len(bits))


def test_through_the_doors_of_the_app_it_is_the_same() -> None:
    small = small_vault()
    bits = drawn_bits(0.0008, 2)
    alone = [is_refused(*small.flipped(bit), small) for bit in bits]
    doors = [is_refused_at_the_door(*small.flipped(bit), small) for bit in bits]
    assert sum(doors) > 300
    names = [small.place(bit // 8)[0] for bit in bits]
    for name, by_itself, at_the_door in zip(names, alone, doors, strict=True):
        assert by_itself == at_the_door or name == "tries", name


def test_a_file_that_is_gone_or_another_ones_is_refused() -> None:
    small = small_vault()
    for name, other in itertools.product(small.files, small.files):
        if name in (CARD, "tries") or other == name:
            continue
        assert is_refused_at_the_door(name, small.files[other], small), (name, other)
        assert is_refused_at_the_door(name, b"", small), name
    assert is_refused(KEYS_NAME, small.files[KEYS_NAME] + b" ", small) in (True, False)
