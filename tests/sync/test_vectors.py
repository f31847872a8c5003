"""The vectors of docs/formats/wire.md, which any other reader and writer must agree with too."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from sync import change as changes
from sync import merge, wire
from sync.change import Change, Rule
from sync.clock import format_stamp
from sync.errors import PeerError, TooNew
from sync.merge import EMPTY

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


def test_most_vectors_are_failures() -> None:
    found = [vector for name in ("changes", "requests", "replies") for vector in _vectors(name)]
    failures = [vector for vector in found if vector.values[0]["result"] != "read"]
    assert len(failures) * 2 > len(found)
