"""Joining a class with a code, and closing a device out.

A class code makes a new learner, many times for a limited while; a personal code brings one learner
of the roster in, once. Codes are short enough to type, so misses are counted and cost waiting time.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portfolio_app.errors import BadInput, WrongSecret
from portfolio_app.model.people import (
    AVATARS,
    BANDS,
    DEFAULT_BAND,
    NAME_LIMIT,
    LearnerId,
    PersonId,
)
from portfolio_app.model.values import text
from portfolio_app.school import accounts
from portfolio_app.school.database import access, ledger, people
from portfolio_app.school.database.access import Code, Device
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Person

CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CLASS_CODE_CHARACTERS = 8
PERSONAL_CODE_CHARACTERS = 10
CODE_CHARACTERS_LIMIT = 64
CLASS_CODE_LIFE_MS = 14 * 24 * 3600 * 1000
CLASS_CODE_USES = 40
PERSONAL_CODE_LIFE_MS = 180 * 24 * 3600 * 1000
LOST_ANSWER_MS = 10 * 60 * 1000
DEVICE_NAME_LIMIT = 80
WRONG_CODE = "wrong_code"
CODE_OVER = "code_over"

_LOOK_ALIKE = str.maketrans("OIL", "011")


class CodeRefused(WrongSecret):
    """The code does not let anybody in; `reason` is "wrong_code" or "code_over"."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What a device says about itself and its learner when it joins."""

    device: str
    name: str
    picture: str
    band: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A device that joined, with its learner and class."""

    learner_id: LearnerId
    classroom: people.Classroom


def read_newcomer(body: Mapping[str, object]) -> Newcomer:
    """Read a join request's words about device and learner. Raises BadInput naming the part."""
    learner = body.get("learner")
    if not isinstance(learner, dict):
        raise BadInput("A join request needs a 'learner' with a name.")
    name = _words(learner.get("name"), NAME_LIMIT, "learner's name")
    if not name:
        raise BadInput("A join request needs the learner's name.")
    picture, band = learner.get("picture"), learner.get("band")
    return Newcomer(
        _words(body.get("device", ""), DEVICE_NAME_LIMIT, "device's name"),
        name,
        picture if picture in AVATARS else AVATARS[0],
        band if band in BANDS else DEFAULT_BAND,
    )


def join(
    transaction: Transaction,
    typed: str,
    newcomer: Newcomer,
    token: str,
    *,
    now_ms: int,
    new_id: Callable[[], str],
) -> Joined:
    """Let a device in. Raises CodeRefused. The caller counts tries (`accounts.count_miss`)."""
    lookup = transaction.keyring.index("code", plain_code(typed))
    code = access.code_by_lookup(transaction, lookup)
    if code is None:
        raise CodeRefused("This code is not known here; look at the card again.", WRONG_CODE)
    if not code.is_open(now_ms) and not _answer_was_lost(transaction, code, now_ms):
        raise CodeRefused("This code is over; ask your teacher for a new one.", CODE_OVER)
    if code.learner_id is None:
        learner_id = LearnerId(new_id())
        given, _, family = newcomer.name.partition(" ")
        person = Person(PersonId(learner_id), people.LEARNER, given, family.strip(),
                        newcomer.picture, newcomer.band)  # fmt: skip
        people.add_learner(transaction, person, now_ms)
        people.join_class(
            transaction, code.class_id, learner_id, people.LEARNER, people.HOW_CLASS_CODE, now_ms
        )
    else:
        learner_id = LearnerId(code.learner_id)
    if code.uses_left > 0:
        access.use_code(transaction, code.id)
    device = Device(new_id(), learner_id, code.id, newcomer.device, now_ms, None, None)
    access.add_device(transaction, device, accounts.token_hash(token))
    ledger.note(transaction, learner_id, "join", device.id, now_ms)
    found = people.classes(transaction, learner_id)
    classroom = next(one for one in found if one.id == code.class_id)
    return Joined(learner_id, classroom)


def _answer_was_lost(transaction: Transaction, code: Code, now_ms: int) -> bool:
    """Whether a personal code's one device never spoke: the network may have eaten our answer.

    That device is closed out, so the code still brings in one device and no more.
    """
    if code.learner_id is None or code.ended_ms is not None:
        return False
    joined = access.devices_by_code(transaction, code.id)
    fresh = [one for one in joined if now_ms - one.joined_ms <= LOST_ANSWER_MS]
    if not joined or len(fresh) != len(joined) or any(one.last_ms for one in joined):
        return False
    for one in joined:
        access.revoke_device(transaction, one.id, now_ms)
    return True


def renew_class_code(
    transaction: Transaction, class_id: str, *, now_ms: int, new_id: Callable[[], str]
) -> Code:
    """End the class code and make a new one."""
    access.end_codes(transaction, class_id, None, now_ms)
    return _new_code(
        transaction, class_id, None, CLASS_CODE_CHARACTERS, CLASS_CODE_USES,
        now_ms + CLASS_CODE_LIFE_MS, now_ms, new_id,
    )  # fmt: skip


def renew_personal_code(
    transaction: Transaction,
    class_id: str,
    learner_id: str,
    *,
    now_ms: int,
    new_id: Callable[[], str],
) -> Code:
    """End a learner's codes and make a new one, for one more device."""
    access.end_codes(transaction, class_id, learner_id, now_ms)
    return _new_code(
        transaction, class_id, learner_id, PERSONAL_CODE_CHARACTERS, 1,
        now_ms + PERSONAL_CODE_LIFE_MS, now_ms, new_id,
    )  # fmt: skip


def class_code(transaction: Transaction, class_id: str, now_ms: int) -> Code | None:
    """The class code that is open now."""
    codes = access.codes_of_class(transaction, class_id)
    return next((one for one in codes if one.learner_id is None and one.is_open(now_ms)), None)


def personal_codes(transaction: Transaction, class_id: str, now_ms: int) -> Mapping[str, Code]:
    """learner id -> the personal code that is open now."""
    codes = access.codes_of_class(transaction, class_id)
    return {one.learner_id: one for one in codes if one.learner_id and one.is_open(now_ms)}


def needs_code(transaction: Transaction, learner_id: str) -> bool:
    """Whether a learner has no device that may speak."""
    devices = access.devices_of(transaction, [learner_id])
    return all(one.revoked_ms is not None for one in devices)


def plain_code(typed: str) -> str:
    """A code as it is compared: case, dashes, spaces and look-alike letters do not matter."""
    kept = "".join(letter for letter in typed[:CODE_CHARACTERS_LIMIT].upper() if letter.isalnum())
    return kept.translate(_LOOK_ALIKE)


def _new_code(
    transaction: Transaction,
    class_id: str,
    learner_id: str | None,
    characters: int,
    uses: int,
    until_ms: int,
    now_ms: int,
    new_id: Callable[[], str],
) -> Code:
    plain = "".join(secrets.choice(CODE_ALPHABET) for _ in range(characters))
    half = characters // 2
    code = Code(
        new_id(), class_id, learner_id, f"{plain[:half]}-{plain[half:]}", uses, until_ms, None,
        now_ms,
    )  # fmt: skip
    access.add_code(transaction, code, transaction.keyring.index("code", plain))
    return code


def _words(value: object, limit: int, what: str) -> str:
    if not isinstance(value, str):
        raise BadInput(f"The {what} in a join request is not text.")
    problem = text(limit)(value)
    if problem is not None:
        raise BadInput(f"The {what} in a join request {problem}.")
    return value.strip()
