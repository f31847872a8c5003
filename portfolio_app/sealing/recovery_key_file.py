"""The file of a school's private recovery key: bytes under a passphrase, kept off the server.

The layout is docs/formats/recovery.md. Where the file lies and who may have it must not enter; the
key enters no message.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from portfolio_app.errors import BadInput, StoreDamaged, WrongSecret
from portfolio_app.sealing.envelope import SealBroken, derive, open_sealed, seal
from portfolio_app.sealing.hpke import new_private_key, public_key_of
from portfolio_app.sealing.secret import SecretParameters, stretch

FORMAT = "portfolio-school-recovery"
VERSION = 1
PASSPHRASE_LENGTH_LEAST = 12
MAXIMUM_FILE_BYTES = 4 * 1024
SCHOOL_NAME_LIMIT = 200
MAXIMUM_MEMORY_KIB = 256 * 1024
MAXIMUM_PASSES = 8
"""A server opens files that people upload: they must not choose how long it stands still."""

_FIELDS = {"format", "version", "school", "made_ms", "key", "stretch", "sealed"}


@dataclass(frozen=True, slots=True)
class SchoolRecoveryKey:
    """A school's key pair. Whoever has the private half can open the vault of every learner."""

    private_key: bytes = field(repr=False)
    school: str
    made_ms: int

    @property
    def public_key(self) -> bytes:
        """The half that devices are given: 32 bytes."""
        return public_key_of(self.private_key)


def new_recovery_key(school: str, now_ms: int) -> SchoolRecoveryKey:
    """Make a key pair for the school of this name."""
    return SchoolRecoveryKey(new_private_key(), school[:SCHOOL_NAME_LIMIT], now_ms)


def write_key_file(key: SchoolRecoveryKey, passphrase: str, parameters: SecretParameters) -> bytes:
    """Return the file's bytes; raise BadInput for a passphrase that is too short or too long."""
    if len(passphrase) < PASSPHRASE_LENGTH_LEAST:
        raise BadInput(
            f"The passphrase of the recovery key needs at least {PASSPHRASE_LENGTH_LEAST} "
            "characters; four words that nobody would guess make a good one."
        )
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "school": key.school,
        "made_ms": key.made_ms,
        "key": key.public_key.hex(),
        "stretch": parameters.to_json(),
    }
    sealed = seal(_file_key(passphrase, parameters), key.private_key, _context(document))
    return _canonical({**document, "sealed": sealed.hex()}) + b"\n"


def read_key_file(raw: bytes, passphrase: str) -> SchoolRecoveryKey:
    """Open a key file. Raises BadInput (not such a file, or a newer one), WrongSecret (passphrase),
    StoreDamaged (parameters that nobody wrote, or halves that do not belong together).
    """
    document = _document(raw)
    parameters = SecretParameters.from_json(document["stretch"])
    if parameters.memory_kib > MAXIMUM_MEMORY_KIB or parameters.passes > MAXIMUM_PASSES:
        raise StoreDamaged("That recovery key's file asks for more work than any such file does.")
    try:
        sealed = bytes.fromhex(document["sealed"])
        private_key = open_sealed(_file_key(passphrase, parameters), sealed, _context(document))
    except ValueError:
        raise BadInput("The recovery key's file is damaged; take another copy of it.") from None
    except SealBroken:
        raise WrongSecret(
            "The passphrase does not open that recovery key, or its file was changed."
        ) from None
    key = SchoolRecoveryKey(private_key, document["school"], document["made_ms"])
    if key.public_key.hex() != document["key"]:
        raise StoreDamaged("The halves of that recovery key do not belong together.")
    return key


def _document(raw: bytes) -> dict[str, Any]:
    broken = BadInput("That is not the file of a school's recovery key; give the right file.")
    if len(raw) > MAXIMUM_FILE_BYTES:
        raise broken
    try:
        document = json.loads(raw.decode("ascii"))
    except (ValueError, RecursionError):
        raise broken from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise broken
    if document.get("version") != VERSION:
        raise BadInput("That recovery key's file is of another version. Update this program.")
    texts = all(isinstance(document.get(name), str) for name in ("school", "key", "sealed"))
    is_whole = set(document) == _FIELDS and isinstance(document["stretch"], dict)
    if not texts or not is_whole or type(document["made_ms"]) is not int:
        raise broken
    return document


def _file_key(passphrase: str, parameters: SecretParameters) -> bytes:
    return derive(stretch(passphrase, parameters), "school recovery file")


def _context(document: dict[str, Any]) -> bytes:
    names = ("key", "school", "made_ms", "stretch")
    return _canonical([FORMAT, VERSION, *(document[name] for name in names)])


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")
