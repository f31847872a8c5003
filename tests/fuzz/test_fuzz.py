"""Some thousand cases of each seed and target; `make fuzz` runs as many as one likes."""

from __future__ import annotations

import base64
import contextlib
import importlib
import json
import struct
import zlib
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.school import upload_api
from portfolio_app.sealing import bundles, codes, media
from portfolio_app.student.pictures import opening, strip_heif, strip_jpeg
from portfolio_app.student.vault import (
    batch,
    cards,
    frames,
    keys_file,
    table_snapshot,
    tries,
)
from sync import bundle, change, wire
from tests.fuzz import targets
from tests.fuzz.run import Found, case_of, run_case
from tests.fuzz.targets import TARGETS
from tests.vectors.plain_reader import canonical

SEED = 20_261_122
CASES = 300
FEW = {"log contents": 200}  # each opens, searches and rewrites a whole vault
PLANTED_CASES = 3_000


def in_turn(name: str, cases: int) -> None:
    target = TARGETS[name]
    if not target.seeds():
        pytest.skip("There are no files of this kind to begin with.")
    for number in range(cases):
        run_case(name, target, SEED, number)


@pytest.mark.parametrize("name", TARGETS)
def test_only_named_errors_come_of_changed_bytes(name: str) -> None:
    in_turn(name, FEW.get(name, CASES))


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_whole_is_taken(name: str) -> None:
    """Or the cases would all be refused at the first byte."""
    target, taken = TARGETS[name], 0
    for raw in target.seeds():
        with contextlib.suppress(*target.refuses):
            target.read(raw)
            taken += 1
    if target.seeds() and name not in ("box for a school", "tries"):
        assert taken > 0


def test_a_seed_gives_the_same_cases_each_time_and_another_gives_others() -> None:
    for name, target in TARGETS.items():
        if target.seeds():
            made = [[case_of(name, target, seed, n) for n in range(20)] for seed in (1, 1, 2)]
            assert made[0] == made[1] != made[2]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    ["format", "version", "vault", "revision", "slots", "previous", "mac", "kind", "sealed"]
)


@given(JSON, FIELDS, FIELDS)
def test_keys_of_any_shape_are_damaged_by_name(value: Any, field: str, other: str) -> None:
    document = json.loads(targets.KEYS["good"][0]["file"])
    document[field] = value
    if isinstance(document["slots"], list) and document["slots"] and field in ("kind", "sealed"):
        document["slots"][0][other] = document.pop(field)
    document.pop("crc")
    document["crc"] = zlib.crc32(canonical(document))
    with contextlib.suppress(StoreDamaged):
        targets.read_keys(canonical(document))


@given(st.text(max_size=400))
def test_any_text_is_a_code_or_named_as_none(text: str) -> None:
    with contextlib.suppress(BadInput):
        assert len(codes.secret_of(text)) == 16


def unguarded_put(kind: int, payload: bytes) -> batch.Operation:
    return batch.Operation(
        kind, payload[1 : 1 + payload[0]].decode(), *struct.unpack(">Q", payload)
    )


class _OtherError(Exception):
    """What nothing raises: a guard that waits for this guards nothing."""


Plant = Callable[[pytest.MonkeyPatch], None]

PLANTED: dict[str, tuple[str, Plant]] = {
    "an operation read without a guard": (
        "batch",
        lambda patch: patch.setattr(batch, "_other", unguarded_put),
    ),
    "a name that is no text": (
        "batch",
        lambda patch: patch.setattr(batch, "UnicodeDecodeError", _OtherError, raising=False),
    ),
    "a head of a record read without looking how long it is": (
        "log file",
        lambda patch: patch.setattr(
            frames.Chain,
            "_read_head",
            lambda _self, content, offset: (
                frames.RECORD_HEAD.unpack_from(content, offset)[:2]
                + frames.RECORD_HEAD.unpack_from(content, offset)[3:5]
            ),
        ),
    ),
    "a part that is not packed as it must be": (
        "log contents",
        lambda patch: patch.setattr(
            table_snapshot,
            "zlib",
            SimpleNamespace(decompressobj=zlib.decompressobj, error=_OtherError),
        ),
    ),
    "positions that are believed": (
        "log contents",
        lambda patch: patch.setattr(
            table_snapshot.TableSnapshot, "_positions", lambda _self, found: found
        ),
    ),
    "keys of any type": (
        "keys.json",
        lambda patch: patch.setattr(keys_file, "TypeError", _OtherError, raising=False),
    ),
    "a card that is no text": (
        "card",
        lambda patch: patch.setattr(cards, "contextlib", _NoGuard),
    ),
    "tries of any size": (
        "tries",
        lambda patch: patch.setattr(
            tries.Count,
            "from_bytes",
            classmethod(lambda cls, content: cls(*struct.unpack(">IQQQ", content[:28]))),
        ),
    ),
    "a code of letters that are none": (
        "code",
        lambda patch: patch.setattr(codes, "BadInput", _wrong_error),
    ),
    "a piece of media that does not open": (
        "media",
        lambda patch: patch.setattr(media, "InvalidTag", _OtherError),
    ),
    "a picture broken inside": (
        "picture, stripped",
        lambda patch: patch.setattr(_room("strip"), "_stripped", _unguarded_strip),
    ),
    "Pillow without a boundary": (
        "picture, shown",
        lambda patch: patch.setattr(opening, "Exception", _OtherError, raising=False),
    ),
    "a marker taken as it comes": (
        "JPEG",
        lambda patch: patch.setattr(
            strip_jpeg, "segments", lambda raw: [(raw[1], struct.pack(">H", raw[2] - 1 << 12))]
        ),
    ),
    "a picture that says nothing about itself": (
        "HEIF",
        lambda patch: patch.setattr(strip_heif, "BrokenBoxes", _OtherError),
    ),
    "a request that is no JSON": (
        "request",
        lambda patch: patch.setattr(wire, "ValueError", _OtherError, raising=False),
    ),
    "an answer's numbers of any kind": (
        "answer",
        lambda patch: patch.setattr(wire, "_whole", lambda value, _name: value),
    ),
    "a history of names of any kind": (
        "history",
        lambda patch: patch.setattr(change, "_are_well_formed", lambda _: True),
    ),
    "a bundle that somebody else signed": (
        "bundle",
        lambda patch: patch.setattr(bundles, "InvalidSignature", _OtherError),
    ),
    "a manifest that is no text": (
        "bundle, inside",
        lambda patch: patch.setattr(bundle, "ValueError", _OtherError, raising=False),
    ),
    "a header in any alphabet": (
        "upload's headers",
        lambda patch: patch.setattr(
            upload_api, "_plain", lambda value: base64.b64decode(value, validate=True)
        ),
    ),
    "a film of broken boxes": (
        "film",
        lambda patch: patch.setattr(_room("strip_film"), "BrokenBoxes", _OtherError),
    ),
}


def _room(name: str) -> ModuleType:
    """The module, where the package gives the same name to its function."""
    return importlib.import_module(f"portfolio_app.student.pictures.{name}")


class _NoGuard:
    @staticmethod
    def suppress(*_: object) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()


def _wrong_error(text: str) -> Exception:
    return _OtherError(text)


def _unguarded_strip(kind: str, raw: bytes, orientation: int) -> bytes:
    del kind
    return strip_jpeg.strip_jpeg(raw, orientation)


@pytest.mark.parametrize("fault", PLANTED)
def test_each_planted_fault_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, plant = PLANTED[fault]
    TARGETS[name].seeds()  # made by an app without faults
    if not TARGETS[name].seeds():
        pytest.skip("There are no files of this kind to begin with.")
    plant(monkeypatch)
    with pytest.raises(Found):
        in_turn(name, PLANTED_CASES)
