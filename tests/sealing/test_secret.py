"""Secrets: the same key for every way of typing, limits kept, and phones without Argon2id."""

from __future__ import annotations

import hashlib
import sys
import threading
from dataclasses import replace
from typing import Any

import pytest
from cryptography.exceptions import UnsupportedAlgorithm

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.sealing import secret
from portfolio_app.sealing.secret import (
    SecretParameters,
    SecretUnsupported,
    has_argon2id,
    new_parameters,
    stretch,
)

SALT = bytes(range(16))
SCRYPT = SecretParameters("scrypt", 16, 1, 1, SALT)
ARGON2ID = SecretParameters("argon2id", 8, 1, 1, SALT)


def test_scrypt_is_the_standards_own() -> None:
    expected = hashlib.scrypt(b"correct horse", salt=SALT, n=16, r=8, p=1, dklen=32)
    assert stretch("correct horse", SCRYPT) == expected


def test_every_way_of_typing_a_secret_gives_the_same_key() -> None:
    assert stretch("caf\u00e9s", SCRYPT) == stretch("cafe\u0301s", SCRYPT)
    assert stretch("１２３４", SCRYPT) == stretch("1234", SCRYPT)
    assert stretch("1234", SCRYPT) != stretch("1235", SCRYPT)
    assert stretch("1234", replace(SCRYPT, salt=bytes(16))) != stretch("1234", SCRYPT)


@pytest.mark.parametrize("typed", ["", "123", "x" * 257, "ab\ud800cd"])
def test_secrets_outside_the_limits_are_refused_without_being_repeated(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        stretch(typed, SCRYPT)
    assert typed == "" or typed not in str(refused.value)


def test_a_device_without_argon2id_takes_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.kdf.argon2", None)
    assert not has_argon2id()
    assert new_parameters().algorithm == "scrypt"
    with pytest.raises(SecretUnsupported, match="device that made it"):
        stretch("1234", ARGON2ID)


def test_a_device_whose_argon2id_raises_takes_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    argon2 = pytest.importorskip("cryptography.hazmat.primitives.kdf.argon2")

    def absent(**_: object) -> None:
        raise UnsupportedAlgorithm("not in this OpenSSL")

    monkeypatch.setattr(argon2, "Argon2id", absent)
    assert new_parameters().algorithm == "scrypt"


@pytest.mark.skipif(not has_argon2id(), reason="this device has no Argon2id")
def test_argon2id_takes_turns_across_threads() -> None:
    assert new_parameters().algorithm == "argon2id"
    keys: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: keys.append(stretch("1234", ARGON2ID))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_parameters_come_back_as_they_were() -> None:
    for parameters in (SCRYPT, ARGON2ID, new_parameters()):
        assert SecretParameters.from_json(parameters.to_json()) == parameters


@pytest.mark.parametrize(
    "change",
    [
        {"algorithm": "md5"},
        {"algorithm": 7},
        {"memory_kib": 2**30},
        {"memory_kib": 7},
        {"memory_kib": 24},
        {"memory_kib": "16"},
        {"memory_kib": True},
        {"passes": 0},
        {"passes": 17},
        {"lanes": 4},
        {"lanes": None},
        {"salt": "00"},
        {"salt": "zz" * 16},
        {"salt": None},
    ],
)
def test_parameters_beyond_the_limits_are_refused_by_name(change: dict[str, Any]) -> None:
    with pytest.raises(StoreDamaged, match="key parameters"):
        SecretParameters.from_json({**SCRYPT.to_json(), **change})


def test_the_defaults_cost_an_attacker_memory() -> None:
    assert secret.ARGON2ID_MEMORY_KIB >= 64 * 1024
    assert secret.SCRYPT_MEMORY_KIB >= 64 * 1024
