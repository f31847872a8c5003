"""Rows that are passed on unread arrive as those that were read, and weigh what was reckoned."""

from dataclasses import replace

from hypothesis import given

from sync import change as changes
from sync import wire
from sync.change import Change, Rule
from sync.clock import format_stamp
from sync.rows import ENCODER, FeedRow, KeptRow, Row, content_size_bytes, kept_row
from sync.wire import VALUE_BYTES_LIMIT, Page, SyncReply
from tests.sync.strategies import changes as any_change

DIGEST = "0" * 32
SENT = Change(
    "a" * 32, "self", "r1", "reflection", "words", Rule.TEXT, "Ünder the bridge \u2028 \x07",
    format_stamp(5, 0, "b" * 16), seen=("c" * 32,),
)  # fmt: skip


def kept(change: Change, sequence: int = 1) -> Row:
    raw = ENCODER.encode(changes.to_json(change)).encode()
    return kept_row(sequence, change.scope, change.id, raw)


def answer(row: Row) -> SyncReply:
    return SyncReply(9, pages={row.scope: Page(0, (row,), row.sequence, False, DIGEST)})


@given(any_change())
def test_a_kept_row_arrives_as_the_change_it_is(change: Change) -> None:
    row = kept(change)
    assert isinstance(row, FeedRow if change.extra else KeptRow)
    assert (row.change, row.scope, row.group) == (change, change.scope, change.group)
    raw = wire.encode_reply(answer(row))
    assert wire.decode_reply(raw) == answer(FeedRow(1, change))
    without = wire.encode_reply(replace(answer(row), pages={}))
    assert len(raw) <= len(without) + row.size_bytes + 200


@given(any_change())
def test_it_goes_out_under_the_name_that_the_asker_uses(change: Change) -> None:
    change = replace(change, scope="p/amy")
    assert kept(change).in_scope("self").change == replace(change, scope="self")
    assert FeedRow(1, change).in_scope("self").change == replace(change, scope="self")


def test_words_that_look_like_a_scope_are_left_alone() -> None:
    said = replace(SENT, scope="p/amy", value='"scope":"p/amy",')
    assert kept(said).in_scope("self").change == replace(said, scope="self")


def test_what_was_just_sent_goes_back_without_content_also_when_kept() -> None:
    stored = changes.with_stamp(SENT, format_stamp(6, 0, "b" * 16), "amy")
    own = {SENT.id: SENT}
    raw = wire.encode_reply(answer(kept(stored)), own)
    assert b"bridge" not in raw
    said = replace(answer(FeedRow(1, stored)), accepted={SENT.id: stored.stamp})
    assert wire.decode_reply(raw, own) == said
    other = replace(stored, seen=())
    assert wire.decode_reply(wire.encode_reply(answer(kept(other)), own), own) == answer(
        FeedRow(1, other)
    )


def test_a_row_of_another_scope_than_it_is_kept_under_is_read() -> None:
    """The planted fault: bytes that do not begin as this scope's are never taken on trust."""
    raw = ENCODER.encode(changes.to_json(replace(SENT, scope="p/ben"))).encode()
    row = kept_row(1, "p/amy", SENT.id, raw)
    assert isinstance(row, FeedRow)
    assert row.scope == "p/ben"


def test_too_large_is_told_without_writing_it_out() -> None:
    for character, size_bytes in (("a", 1), ("\x07", 6), ("ü", 2), ("\U0001f33b", 4), ('"', 2)):
        most = (VALUE_BYTES_LIMIT - 2) // size_bytes
        for count in (10, VALUE_BYTES_LIMIT // 6, most, most + 1):
            change = replace(SENT, value=character * count)
            assert wire.is_too_large(change) == (content_size_bytes(change) > VALUE_BYTES_LIMIT)
