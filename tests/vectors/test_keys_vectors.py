"""Files of keys as they were released, most of them to be refused; and a second reader of them."""

from __future__ import annotations

import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from portfolio_app.errors import NotFound, PortfolioError, StoreDamaged, WrongSecret
from portfolio_app.sealing.school_recovery import answer_request, open_answer
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.keys import VaultKeys
from portfolio_app.student.vault.slots import BadgeCode, RecoveryCode, TypedSecret
from tests.student.vault.device import NOW_MS
from tests.student.vault.faulty_disk import FaultyDisk
from tests.vectors.plain_reader import canonical, hkdf, opened, read_keys

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "keys-2.json").read_text(encoding="ascii")
)
KEY = bytes.fromhex(VECTORS["vault_key"])
SCHOOL = bytes.fromhex(VECTORS["school_private_key"])
FOLDER = Path("/v")
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def keys_of(vector: dict[str, Any]) -> VaultKeys:
    disk = FaultyDisk()
    disk.make_folder(FOLDER)
    disk.open(FOLDER / "keys.json", create=True).write_at(0, vector["file"].encode())
    keeper = FileKeeper(disk, Path("/device"))
    for name, value in vector.get("device", {}).items():
        keeper.put(name, bytes.fromhex(value))
    return VaultKeys(disk, FOLDER, VECTORS["vault"], keeper=keeper)


@pytest.mark.parametrize("vector", VECTORS["good"], ids=lambda vector: vector["name"])
def test_every_way_in_opens(vector: dict[str, Any]) -> None:
    keys = keys_of(vector)
    for way in (
        TypedSecret(vector["typed"]),
        BadgeCode(vector["badge"]),
        RecoveryCode(vector["recovery"]),
    ):
        key, file = keys.unlock(way, now_ms=NOW_MS)
        assert key == KEY
        previous = file.previous_key(key)
        assert (previous.hex() if previous else None) == vector.get("previous")
    question = keys.ask_school()
    assert open_answer(question, answer_request(SCHOOL, question.request)) == KEY


@pytest.mark.parametrize("vector", VECTORS["bad"], ids=lambda vector: vector["name"])
def test_what_nobody_may_make_is_refused_by_name(vector: dict[str, Any]) -> None:
    with pytest.raises(PortfolioError, match=vector["error"]) as refused:
        keys_of(vector).unlock(TypedSecret(vector["typed"]), now_ms=NOW_MS)
    assert isinstance(refused.value, StoreDamaged | WrongSecret | NotFound)


def test_most_vectors_are_failures() -> None:
    assert len(VECTORS["bad"]) > 10 * len(VECTORS["good"])


@pytest.mark.parametrize("vector", VECTORS["good"][::2], ids=lambda vector: vector["name"])
def test_a_reader_written_from_the_document_opens_them(vector: dict[str, Any]) -> None:
    document = json.loads(vector["file"])
    slots = {slot["kind"]: slot for slot in document["slots"]}
    assert read_keys(json.loads(vector["file"]), vector["typed"]) == KEY
    for kind in ("badge", "recovery"):
        slot = slots[kind]
        number = 0
        for symbol in vector[kind].replace("-", "")[:26]:
            number = 32 * number + SYMBOLS.index(symbol)
        salt = bytes.fromhex(slot["parameters"]["salt"])
        key = hkdf(number.to_bytes(16, "big"), f"{kind} slot".encode(), salt)
        bound = canonical(["portfolio-keys", 1, VECTORS["vault"], kind, slot["parameters"]])
        assert opened(key, bytes.fromhex(slot["sealed"]), bound) == KEY
    assert school_box(slots["school"]) == KEY
    if document["previous"]:
        bound = canonical(["portfolio-keys", 2, VECTORS["vault"], "previous"])
        box = bytes.fromhex(document["previous"])
        assert opened(hkdf(KEY, b"previous key"), box, bound).hex() == vector["previous"]


def school_box(slot: dict[str, Any]) -> bytes:
    """RFC 9180 once more, from its own pages."""
    sealed, public = bytes.fromhex(slot["sealed"]), bytes.fromhex(slot["parameters"]["key"])
    info = canonical(["portfolio/1/school slot", VECTORS["vault"], slot["parameters"]["key"]])
    point = X25519PublicKey.from_public_bytes(sealed[:32])
    exchanged = X25519PrivateKey.from_private_bytes(SCHOOL).exchange(point)
    kem, suite = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x02"
    drawn = extract(b"", kem + b"eae_prk" + exchanged)
    shared = expand(drawn, kem + b"shared_secret" + sealed[:32] + public, 32)
    context = (
        b"\x00" + extract(b"", suite + b"psk_id_hash") + extract(b"", suite + b"info_hash" + info)
    )
    secret = extract(shared, suite + b"secret")
    key = expand(secret, suite + b"key" + context, 32)
    nonce = expand(secret, suite + b"base_nonce" + context, 12)
    return AESGCM(key).decrypt(nonce, sealed[32:], b"")


def extract(salt: bytes, labelled: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + labelled, "sha256")


def expand(drawn: bytes, labelled: bytes, size_bytes: int) -> bytes:
    made = size_bytes.to_bytes(2, "big") + b"HPKE-v1" + labelled + b"\x01"
    return hmac.digest(drawn, made, "sha256")[:size_bytes]
