"""Sealed files of media as they were released, most of them to be refused; and a second reader."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.disk import OpenFile
from portfolio_app.student.vault.media import MediaReader
from tests.student.vault.faulty_disk import FaultyDisk
from tests.vectors import make_sealed_media
from tests.vectors.plain_reader import read_media

VECTORS: dict[str, Any] = json.loads(make_sealed_media.PATH.read_text(encoding="ascii"))
FILES = {name: base64.b64decode(content) for name, content in VECTORS["files"].items()}
CONTEXT = b"portfolio media 1 " + VECTORS["vault"].encode()


def sealed_of(vector: dict[str, Any]) -> bytes:
    parts = (
        bytes.fromhex(part) if isinstance(part, str) else FILES[part[0]][part[1] : part[2]]
        for part in vector["sealed"]
    )
    return b"".join(parts)


def key_of(vector: dict[str, Any]) -> bytes:
    return bytes.fromhex(vector.get("key", VECTORS["key"]))


def file_of(vector: dict[str, Any]) -> OpenFile:
    file = FaultyDisk().open(Path("/media"), create=True)
    file.write_at(0, sealed_of(vector))
    return file


def content_of(vector: dict[str, Any]) -> bytes:
    with MediaReader(file_of(vector), key_of(vector), CONTEXT, vector["size_bytes"]) as reader:
        return b"".join(reader.read())


@pytest.mark.parametrize("vector", VECTORS["good"], ids=lambda vector: vector["name"])
def test_what_was_sealed_opens_whole_and_in_parts(vector: dict[str, Any]) -> None:
    assert hashlib.sha256(content_of(vector)).hexdigest() == vector["sha256"]
    assert len(sealed_of(vector)) == (
        56 + vector["size_bytes"] + 16 * (vector["size_bytes"] // 16_384 + 1)
    )
    with MediaReader(file_of(vector), key_of(vector), CONTEXT, vector["size_bytes"]) as reader:
        for start, stop, sha256 in vector["parts"]:
            assert hashlib.sha256(b"".join(reader.read(start, stop))).hexdigest() == sha256


@pytest.mark.parametrize("vector", VECTORS["bad"], ids=lambda vector: vector["name"])
def test_what_was_not_sealed_so_is_refused_by_name(vector: dict[str, Any]) -> None:
    with pytest.raises(StoreDamaged, match=vector["error"]):
        content_of(vector)


@pytest.mark.parametrize(
    "vector", [*VECTORS["good"], *VECTORS["bad"]], ids=lambda vector: vector["name"]
)
def test_a_reader_written_from_the_document_agrees(vector: dict[str, Any]) -> None:
    def read() -> bytes:
        return read_media(sealed_of(vector), key_of(vector), CONTEXT, vector["size_bytes"])

    if "error" in vector:
        with pytest.raises((AssertionError, InvalidTag)):
            read()
    else:
        assert hashlib.sha256(read()).hexdigest() == vector["sha256"]


def test_most_vectors_are_failures_and_all_can_be_made_again() -> None:
    assert len(VECTORS["bad"]) >= 7 * len(VECTORS["good"]) > 0
    assert json.loads(json.dumps(make_sealed_media.vectors())) == VECTORS
