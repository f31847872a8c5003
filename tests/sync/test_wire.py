"""Bytes both ways: nothing is lost on the way, and no bytes can do more than be refused."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import change as changes
from sync import wire
from sync.change import EXTRA_LIMIT, EXTRA_NAME_LIMIT, JSON, SEEN_LIMIT, Change, Rule
from sync.clock import format_stamp
from sync.errors import PeerError, TooNew
from sync.rows import FeedRow, change_size_bytes, fit
from sync.wire import Page, SyncReply, SyncRequest, decode_reply, decode_request
from tests.sync.strategies import ANY_JSON
from tests.sync.strategies import changes as any_change

STAMP = format_stamp(5, 0, "a" * 16)
GOOD = Change("1" * 32, "self", "r", "artifact", "title", Rule.SCALAR, "mine", STAMP)
DIGEST = "0" * 32


def body(**parts: JSON) -> dict[str, JSON]:
    """A good change as JSON, with other parts."""
    return changes.to_json(GOOD) | parts


def request(**parts: JSON) -> bytes:
    """A request of one good change, with other parts."""
    return json.dumps({"protocol": 1, "cursors": {"self": 3}, "changes": [body()]} | parts).encode()


def reply(**parts: JSON) -> bytes:
    """A good answer, with other parts."""
    return json.dumps({"protocol": 1, "server_ms": 5, "pages": {"self": page()}} | parts).encode()


def page(**parts: JSON) -> dict[str, JSON]:
    """A page of one row, with other parts."""
    good = {"start": 3, "rows": [[4, body()]], "cursor": 4, "more": False, "digest": DIGEST}
    return good | parts


@given(any_change())
def test_a_change_comes_back_as_it_went(change: Change) -> None:
    raw = json.dumps(changes.to_json(change), ensure_ascii=False)
    assert changes.from_json(json.loads(raw)) == change


@given(st.lists(any_change(), max_size=3, unique_by=lambda c: c.id), st.booleans())
def test_requests_and_replies_come_back_as_they_went(some: list[Change], is_own: bool) -> None:
    asked = SyncRequest({"self": 3}, tuple(some))
    assert decode_request(wire.encode_request(asked)) == asked
    moved = [replace(change, scope="self", author="amy") for change in some]
    rows = tuple(FeedRow(4 + place, change) for place, change in enumerate(moved))
    answered = SyncReply(
        9,
        {change.id: change.stamp for change in some},
        {},
        {"self": Page(3, rows, 3 + len(rows), False, DIGEST)},
        ("c/bees",),
    )
    own = {change.id: replace(change, author="", stamp=STAMP) for change in moved}
    raw = wire.encode_reply(answered, own if is_own else {})
    assert decode_reply(raw, own) == answered


@given(any_change())
def test_an_own_row_with_other_parts_than_were_sent_comes_whole(change: Change) -> None:
    """Offered again after a damage, it no longer names all that it once had seen."""
    stored = replace(change, scope="self", author="amy")
    page = Page(0, (FeedRow(1, stored),), 1, False, DIGEST)
    sent = replace(stored, seen=("e" * 32, *stored.seen), author="")
    raw = wire.encode_reply(SyncReply(9, pages={"self": page}), {sent.id: sent})
    assert decode_reply(raw, {sent.id: sent}).pages["self"].rows == page.rows


@given(any_change())
def test_a_change_never_weighs_more_than_was_reckoned(change: Change) -> None:
    weight = len(wire.encode_request(SyncRequest({}, (change,))))
    assert weight <= change_size_bytes(change) + len(wire.encode_request(SyncRequest({}))) + 20


def test_what_a_newer_program_adds_passes_through() -> None:
    newer = body(mood="proud", parents=[1, 2], schema=7)
    assert changes.to_json(changes.from_json(newer)) == newer


@given(ANY_JSON)
def test_no_json_can_do_more_than_be_refused(value: JSON) -> None:
    raw = json.dumps(value).encode()
    for read in (decode_request, decode_reply):
        with pytest.raises(PeerError):
            read(raw)
    with pytest.raises(PeerError):
        changes.from_json(value)


@given(st.binary(max_size=200))
def test_no_bytes_can_do_more_than_be_refused(raw: bytes) -> None:
    for read in (decode_request, decode_reply):
        with pytest.raises(PeerError):
            read(raw)


@given(
    st.sampled_from(sorted(body() | {"seen": 0, "group": 0, "author": 0, "schema": 0})), ANY_JSON
)
def test_any_part_of_a_change_may_be_anything(part: str, value: JSON) -> None:
    try:
        change = changes.from_json(body(**{part: value}))
    except PeerError:
        return
    again = json.loads(wire.encode_request(SyncRequest({}, (change,))))
    assert changes.from_json(again["changes"][0]) == change


@given(st.sampled_from(("server_ms", "accepted", "refused", "pages", "dropped", "row")), ANY_JSON)
def test_any_part_of_a_reply_may_be_anything(part: str, value: JSON) -> None:
    raw = reply(pages={"self": page(rows=[value])}) if part == "row" else reply(**{part: value})
    try:
        decode_reply(raw, {GOOD.id: GOOD})
    except PeerError:
        return


@given(st.data())
def test_damaged_bytes_of_a_good_message(data: st.DataObject) -> None:
    for read, good in ((decode_request, request()), (decode_reply, reply())):
        place = data.draw(st.integers(0, len(good) - 1))
        raw = good[:place] + data.draw(st.binary(max_size=3)) + good[place + 1 :]
        try:
            read(raw)
        except PeerError:
            continue


def test_one_malformed_change_does_not_hold_up_the_others() -> None:
    read = decode_request(request(changes=[body(id="2" * 32, rule="newest"), body()]))
    assert read.malformed == ("2" * 32,)
    assert read.changes == (GOOD,)


def _nested(depth: int) -> JSON:
    return 1 if depth == 0 else [_nested(depth - 1)]


ONE_OVER: Mapping[str, bytes] = {
    "changes": request(changes=[body()] * (wire.CHANGES_PER_REQUEST_LIMIT + 1)),
    "request bytes": b" " * (wire.REQUEST_BYTES_LIMIT + 1),
    "scopes": request(cursors={f"c/{n}": 0 for n in range(wire.SCOPES_LIMIT + 1)}),
    "cursor": request(cursors={"self": wire.SEQUENCE_LIMIT}),
}


@pytest.mark.parametrize("name", ONE_OVER)
def test_a_request_one_over_a_limit_is_refused(name: str) -> None:
    with pytest.raises(PeerError):
        decode_request(ONE_OVER[name])


ROWS_OVER = [[n, body()] for n in range(4, 4 + wire.CHANGES_PER_PAGE_LIMIT + 1)]
IDS_OVER = {f"{n:032x}": STAMP for n in range(wire.CHANGES_PER_REQUEST_LIMIT + 1)}
REPLIES_OVER: Mapping[str, bytes] = {
    "reply bytes": b" " * (wire.REPLY_BYTES_LIMIT + 1),
    "rows": reply(pages={"self": page(rows=ROWS_OVER, cursor=ROWS_OVER[-1][0])}),
    "pages": reply(pages={f"c/{n}": page(rows=[], cursor=3) for n in range(wire.SCOPES_LIMIT + 1)}),
    "dropped": reply(dropped=["self"] * (wire.SCOPES_LIMIT + 1)),
    "accepted": reply(accepted=IDS_OVER),
    "refused": reply(refused=dict.fromkeys(IDS_OVER, "malformed")),
}


@pytest.mark.parametrize("name", REPLIES_OVER)
def test_a_reply_one_over_a_limit_is_refused(name: str) -> None:
    with pytest.raises(PeerError):
        decode_reply(REPLIES_OVER[name])


CHANGES_OVER: Mapping[str, JSON] = {
    "seen": body(seen=[f"{n:032x}" for n in range(2, SEEN_LIMIT + 3)]),
    "unknown parts": body(**{f"x{n}": 1 for n in range(EXTRA_LIMIT + 1)}),
    "the name of an unknown part": body(**{"x" * (EXTRA_NAME_LIMIT + 1): 1}),
    "depth": body(value=_nested(changes.VALUE_DEPTH_LIMIT + 1)),
    "number": body(value=changes.NUMBER_LIMIT + 1),
    "schema": body(schema=changes.SCHEMA_LIMIT + 1),
    "itself": body(seen=[GOOD.id]),
}


@pytest.mark.parametrize("name", CHANGES_OVER)
def test_a_change_one_over_a_limit_is_refused(name: str) -> None:
    with pytest.raises(PeerError):
        changes.from_json(CHANGES_OVER[name])


def test_the_limits_themselves_pass() -> None:
    full = [f"{n:032x}" for n in range(2, SEEN_LIMIT + 2)]
    at_limit = body(seen=full, value=_nested(changes.VALUE_DEPTH_LIMIT - 1))
    assert len(changes.from_json(at_limit).seen) == SEEN_LIMIT
    many = [body(id=f"{n:032x}") for n in range(wire.CHANGES_PER_REQUEST_LIMIT)]
    assert len(decode_request(request(changes=many)).changes) == len(many)


def test_a_newer_protocol_is_told_apart() -> None:
    for read, raw in ((decode_request, request(protocol=2)), (decode_reply, reply(protocol=2))):
        with pytest.raises(TooNew, match="Update"):
            read(raw)


def test_no_refusal_shows_content() -> None:
    secret = "what a child wrote"
    for over in (body(value=[secret, 1e300]), body(id=secret), body(field=secret, rule=secret)):
        with pytest.raises(PeerError) as caught:
            changes.from_json(over)
        assert secret not in str(caught.value)


def test_a_cut_falls_between_groups_where_it_can() -> None:
    def of(groups: str) -> list[Change]:
        ids = (f"{n:032x}" for n in range(1, 99))
        return [replace(GOOD, id=next(ids), group="" if g == "-" else g * 32) for g in groups]

    room = 1 << 30
    assert fit(of("aabbb"), 4, room) == 2
    assert fit(of("aabb-"), 4, room) == 4
    assert fit(of("-----"), 4, room) == 4
    assert fit(of("aaaaa"), 4, room) == 4, "a group larger than the room is cut"
    assert fit(of("aabb"), 4, room) == 4
    assert fit(of("aabb"), 4, 0) == 1, "something always goes"
    assert fit([], 4, room) == 0
