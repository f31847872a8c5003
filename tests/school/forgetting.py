"""A device whose learner forgot, in miniature: its vault, its question, and the school's key."""

import json
from typing import Any

import httpx

from portfolio_app.school import recovery
from portfolio_app.sealing.hpke import new_private_key, public_key_of
from portfolio_app.sealing.school_recovery import (
    RecoveryQuestion,
    ask_school,
    comparison_of,
    seal_for_school,
)
from tests.school.making import Device, MadeSchool

VAULT = "a1" * 16
VAULT_KEY = bytes(range(100, 132))


def set_key(made: MadeSchool, *, replaces: bool = False) -> bytes:
    """A fresh recovery key for the school; its private half."""
    private_key = new_private_key()
    made.school.database.write(
        lambda t: recovery.set_key(
            t, public_key_of(private_key), replaces=replaces, actor="office", now_ms=made.clock()
        )
    )
    return private_key


def tell_vault(device: Device, vault_id: str = VAULT) -> httpx.Response:
    """Say whose vault this is."""
    body = json.dumps({"protocol": 1, "vault": vault_id}).encode()
    return device.ask("POST", "/v1/recovery/vault", body)


def question_for(
    private_key: bytes, vault_id: str = VAULT, vault_key: bytes = VAULT_KEY
) -> RecoveryQuestion:
    """A fresh question of a vault whose key was sealed to this school's key."""
    public_key = public_key_of(private_key)
    return ask_school(vault_id, public_key, seal_for_school(vault_key, vault_id, public_key))


def ask(made: MadeSchool, question: RecoveryQuestion, **other: Any) -> httpx.Response:
    """Send a question, some of the body otherwise."""
    body = {"protocol": 1, "device": "tablet 7", "request": question.request.to_json(), **other}
    return made.http.post("/v1/recovery/ask", json=body)


def look(made: MadeSchool, question: RecoveryQuestion) -> dict[str, Any]:
    """What the school says about a question."""
    answer = made.http.get(f"/v1/recovery/answers/{question.request.id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def digits_of(question: RecoveryQuestion) -> str:
    """What the asking device shows."""
    return comparison_of(question.request)
