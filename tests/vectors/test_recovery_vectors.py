"""Requests, answers, texts and key files as written down, most of them to be refused; and a second
reader of the good ones, made from the document alone.
"""

import hashlib
import json
import zlib
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from portfolio_app.errors import BadInput, PortfolioError, StoreDamaged, WrongSecret
from portfolio_app.sealing import recovery_texts
from portfolio_app.sealing.recovery_key_file import read_key_file
from portfolio_app.sealing.school_recovery import (
    RecoveryQuestion,
    RecoveryRequest,
    answer_request,
    check_comparison,
    comparison_of,
    open_answer,
)
from tests.vectors import recovery_maker
from tests.vectors.plain_reader import canonical, hkdf

VECTORS: dict[str, Any] = json.loads(recovery_maker.FILE.read_text(encoding="ascii"))
SCHOOL = bytes.fromhex(VECTORS["school_private_key"])
REPLY = bytes.fromhex(VECTORS["reply_private_key"])
KEY = bytes.fromhex(VECTORS["vault_key"])
READERS = {
    "question": lambda text: recovery_texts.read_question(text).to_bytes(),
    "answer": lambda text: recovery_texts.read_answer(text)[1],
    "key": recovery_texts.read_private_key,
}


def named(vector: dict[str, Any]) -> str:
    return str(vector.get("name") or vector.get("typed"))


def question() -> RecoveryQuestion:
    return RecoveryQuestion(RecoveryRequest.from_json(VECTORS["requests"][0]["json"]), REPLY)


def test_the_file_is_what_its_maker_makes() -> None:
    assert recovery_maker.FILE.read_text(encoding="ascii") == recovery_maker.written()


@pytest.mark.parametrize("vector", VECTORS["requests"], ids=named)
def test_a_question_and_its_answer(vector: dict[str, Any]) -> None:
    request = RecoveryRequest.from_json(vector["json"])
    assert request.to_json() == vector["json"]
    assert request.id == vector["id"]
    assert comparison_of(request) == vector["comparison"]
    assert recovery_texts.question_text(request) == vector["text"]
    assert recovery_texts.read_question(vector["text"]) == request
    answer = bytes.fromhex(vector["answer"])
    assert recovery_texts.read_answer(vector["answer_text"]) == (vector["id"], answer)
    asked = RecoveryQuestion(request, REPLY)
    assert open_answer(asked, answer) == KEY
    assert open_answer(asked, answer_request(SCHOOL, request)) == KEY


@pytest.mark.parametrize("vector", VECTORS["bad_requests"], ids=named)
def test_what_is_no_request(vector: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match=vector["error"]):
        RecoveryRequest.from_json(vector["json"])


@pytest.mark.parametrize("vector", VECTORS["bad_answers"], ids=named)
def test_what_is_no_answer_to_this_question(vector: dict[str, Any]) -> None:
    with pytest.raises(StoreDamaged, match=vector["error"]):
        open_answer(question(), bytes.fromhex(vector["answer"]))


@pytest.mark.parametrize("vector", VECTORS["bad_boxes"], ids=named)
def test_what_a_school_does_not_answer(vector: dict[str, Any]) -> None:
    request = RecoveryRequest.from_json(vector["json"])
    with pytest.raises(PortfolioError, match=vector["error"]):
        answer_request(bytes.fromhex(vector["private_key"]), request)


@pytest.mark.parametrize("vector", VECTORS["texts"]["good"], ids=named)
def test_texts_as_people_bring_them(vector: dict[str, Any]) -> None:
    assert READERS[vector["kind"]](vector["text"]).hex() == vector["plain"]


@pytest.mark.parametrize("vector", VECTORS["texts"]["bad"], ids=named)
def test_texts_with_a_mistake(vector: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match=vector["error"]):
        READERS[vector["kind"]](vector["text"])


@pytest.mark.parametrize("vector", VECTORS["comparisons"]["good"], ids=named)
def test_digits_as_people_type_them(vector: dict[str, Any]) -> None:
    check_comparison(question().request, vector["typed"])


@pytest.mark.parametrize("vector", VECTORS["comparisons"]["bad"], ids=named)
def test_digits_of_something_else(vector: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match=vector["error"]):
        check_comparison(question().request, vector["typed"])


def test_the_school_key_file_opens() -> None:
    vector = VECTORS["key_files"]["good"]
    key = read_key_file(vector["file"].encode(), vector["passphrase"])
    assert key.private_key.hex() == vector["private_key"]


@pytest.mark.parametrize("vector", VECTORS["key_files"]["bad"], ids=named)
def test_key_files_that_nobody_should_take(vector: dict[str, Any]) -> None:
    with pytest.raises((BadInput, WrongSecret, StoreDamaged), match=vector["error"]):
        read_key_file(vector["file"].encode(), vector["passphrase"])


def test_most_vectors_are_failures() -> None:
    bad = sum(len(VECTORS[name]) for name in ("bad_requests", "bad_answers", "bad_boxes"))
    bad += sum(len(VECTORS[name]["bad"]) for name in ("texts", "comparisons", "key_files"))
    good = len(VECTORS["requests"]) + len(VECTORS["texts"]["good"]) + 1
    assert bad > 8 * good


@pytest.mark.parametrize("vector", VECTORS["requests"], ids=named)
def test_a_reader_written_from_the_document_finds_the_same(vector: dict[str, Any]) -> None:
    names = ("vault", "school_key", "sealed", "reply_key")
    plain = b"".join(bytes.fromhex(vector["json"][name]) for name in names)
    assert len(plain) == 160
    prefix = b"portfolio/1/recovery request\x00"
    assert hashlib.sha256(prefix + plain).hexdigest()[:32] == vector["id"]
    salt = b"portfolio/1/recovery comparison"
    slow = hashlib.scrypt(plain, salt=salt, n=16384, r=8, p=1, dklen=8, maxmem=1 << 26)
    digits = str(int.from_bytes(slow, "big") % 10**12).zfill(12)
    assert " ".join(digits[at : at + 3] for at in range(0, 12, 3)) == vector["comparison"]
    assert vector["text"] == "PORTFOLIO-ASK-1:" + base32(plain)
    answered = bytes.fromhex(vector["id"] + vector["answer"])
    assert vector["answer_text"] == "PORTFOLIO-ANSWER-1:" + base32(answered)


def test_the_same_reader_opens_the_key_file() -> None:
    vector = VECTORS["key_files"]["good"]
    document = json.loads(vector["file"])
    given = document["stretch"]
    stretched = hashlib.scrypt(
        vector["passphrase"].encode(), salt=bytes.fromhex(given["salt"]), n=given["memory_kib"],
        r=8, p=given["passes"], dklen=32, maxmem=1 << 26,
    )  # fmt: skip
    bound = [
        "portfolio-school-recovery", 1, *(document[n] for n in ("key", "school", "made_ms")), given,
    ]  # fmt: skip
    box = bytes.fromhex(document["sealed"])
    key = hkdf(stretched, b"school recovery file")
    opened = AESGCM(key).decrypt(box[:12], box[12:], canonical(bound))
    assert opened.hex() == vector["private_key"]


def base32(plain: bytes) -> str:
    bits = "".join(f"{one:08b}" for one in plain + zlib.crc32(plain).to_bytes(4, "big"))
    bits += "0" * (-len(bits) % 5)
    symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return "".join(symbols[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))
