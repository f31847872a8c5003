"""The school's way in: only for the vault, the key and the question it was meant for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from portfolio_app.errors import BadInput
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.hpke import new_private_key, public_key_of
from portfolio_app.sealing.school_recovery import (
    RecoveryQuestion,
    RecoveryRequest,
    answer_request,
    ask_school,
    checked_school_key,
    open_answer,
    seal_for_school,
)

SCHOOL = bytes(range(32))
VAULT = "a" * 32
KEY = bytes(range(100, 132))


@pytest.fixture
def question() -> RecoveryQuestion:
    public = public_key_of(SCHOOL)
    return ask_school(VAULT, public, seal_for_school(KEY, VAULT, public))


def test_the_key_comes_back_to_the_device_that_asked(question: RecoveryQuestion) -> None:
    request = RecoveryRequest.from_json(question.request.to_json())
    assert open_answer(question, answer_request(SCHOOL, request)) == KEY
    assert "private_key" not in repr(question)


def test_nothing_can_be_exchanged(question: RecoveryQuestion) -> None:
    request = question.request
    other = new_private_key()
    with pytest.raises(BadInput, match="another recovery key"):
        answer_request(other, request)
    for changed in (
        replace(request, vault_id="b" * 32),
        replace(request, sealed=request.sealed[:-1]),
        replace(request, school_key=public_key_of(other)),
    ):
        with pytest.raises((SealBroken, BadInput)):
            answer_request(SCHOOL, changed)
    for_another = answer_request(SCHOOL, replace(request, reply_key=public_key_of(other)))
    with pytest.raises(SealBroken):
        open_answer(question, for_another)
    with pytest.raises(SealBroken):
        open_answer(question, request.sealed)  # the school's box is no answer


@pytest.mark.parametrize(
    "change",
    [
        {"vault": 7},
        {"sealed": "zz"},
        {"sealed": None},
        {"reply_key": "0" * 513},
        {"school_key": ["00"]},
    ],
)
def test_what_is_no_request_is_refused(question: RecoveryQuestion, change: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="request for recovery"):
        RecoveryRequest.from_json({**question.request.to_json(), **change})


def test_only_public_keys_are_taken() -> None:
    assert checked_school_key(public_key_of(SCHOOL)) == public_key_of(SCHOOL)
    for bad in (b"", bytes(32), bytes(64)):
        with pytest.raises(BadInput):
            checked_school_key(bad)
