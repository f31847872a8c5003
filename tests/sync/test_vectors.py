"""The vectors of docs/formats/wire.md, which any other reader and writer must agree with too."""

import hashlib
import itertools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sync import change as changes
from sync import merge, versions, wire
from sync.change import Change, Rule
from sync.clock import format_stamp
from sync.errors import PeerError, TooNew
from sync.merge import EMPTY
from sync.text_merge import Effort, joined

FOLDER = Path(__file__).parent.parent / "vectors" / "wire"
SENT = Change(
    "2d" * 16, "self", "w1", "artifact", "title", Rule.SCALAR, "sent", format_stamp(1, 0, "1" * 16)
)
OUTCOMES = {"refused": PeerError, "too_new": TooNew}


def _vectors(name: str) -> list[Any]:
    found = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(vector, id=vector["name"]) for vector in found]


def _reads(vector: Any) -> bool:
    return bool(vector["result"] == "read")


@pytest.mark.parametrize("vector", _vectors("changes"))
def test_change(vector: Any) -> None:
    if _reads(vector):
        again = changes.to_json(changes.from_json(vector["input"]))
        assert again == vector.get("again", vector["input"])
    else:
        with pytest.raises(OUTCOMES[vector["result"]]):
            changes.from_json(vector["input"])


@pytest.mark.parametrize("vector", _vectors("requests"))
def test_request(vector: Any) -> None:
    raw = vector["input"].encode()
    if _reads(vector):
        request = wire.decode_request(raw)
        assert [change.id for change in request.changes] == vector["changes"]
        assert list(request.malformed) == vector["malformed"]
        assert wire.decode_request(wire.encode_request(request)).changes == request.changes
    else:
        with pytest.raises(OUTCOMES[vector["result"]]):
            wire.decode_request(raw)


@pytest.mark.parametrize("vector", _vectors("replies"))
def test_reply(vector: Any) -> None:
    raw, own = vector["input"].encode(), {SENT.id: SENT}
    if _reads(vector):
        reply = wire.decode_reply(raw, own)
        rows = {s: [row.change.id for row in page.rows] for s, page in reply.pages.items()}
        assert rows == vector["rows"]
        assert wire.decode_reply(wire.encode_reply(reply)) == reply
    else:
        with pytest.raises(OUTCOMES[vector["result"]]):
            wire.decode_reply(raw, own)


@pytest.mark.parametrize("vector", _vectors("merges"))
def test_merge(vector: Any) -> None:
    made = [changes.from_json(item) for item in vector["changes"]]
    for order in itertools.permutations(made):
        assert merge.view(merge.apply_all(EMPTY, order)) == {"f": vector["view"]}


@pytest.mark.parametrize("vector", _vectors("texts"))
def test_text(vector: Any) -> None:
    for sides in ((vector["one"], vector["other"]), (vector["other"], vector["one"])):
        assert joined(vector["ancestor"], *sides, Effort()) == vector["joined"]


def test_the_name_of_a_joined_version() -> None:
    one, other = (
        replace(SENT, rule=Rule.TEXT, value="same"),
        replace(SENT, id="2e" * 16, value="same"),
    )
    known = {change.id: change for change in (one, other)}
    live = {key: {"stamp": change.stamp, "value": "same"} for key, change in known.items()}
    version = versions.joined(live, known.get, Effort())
    named = f'["portfolio joined text 1","{SENT.id}","{other.id}","same"]'
    assert version is not None
    assert version.id == hashlib.sha256(named.encode()).hexdigest()[:32]
    assert version.stamp == format_stamp(1, 1, version.id[:16])


def test_most_vectors_are_failures() -> None:
    found = [vector for name in ("changes", "requests", "replies") for vector in _vectors(name)]
    failures = [vector for vector in found if vector.values[0]["result"] != "read"]
    assert len(failures) * 2 > len(found)
    texts = [vector.values[0]["joined"] for vector in _vectors("texts")]
    assert texts.count(None) * 2 > len(texts)
