"""The outside of a bundle: a header that is signed, and a stream that only one key opens.

Specified in docs/formats/bundle.md. Both ends share this file. What the stream holds, who is to be
believed, and where files lie must not enter.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from portfolio_app.errors import BadInput
from portfolio_app.sealing import hpke, media
from portfolio_app.sealing.envelope import SealBroken, same

TO_SCHOOL = "to_school"
TO_DEVICE = "to_device"
LIFE_MS = 30 * 24 * 60 * 60 * 1000
HEADER_BYTES_LIMIT = 4_096
MAGIC = b"portfolio-bundle/1\n"
_MAGIC_LIMIT = 64
_SIGNATURE_LINE_BYTES = 129
_TIME_LIMIT_MS = 1 << 47
_KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)
_BOX = re.compile(r"[0-9a-f]{128}", re.ASCII)
_SIGNATURE = re.compile(rb"[0-9a-f]{128}\n")
_NAMED = re.compile(rb"portfolio-bundle/[1-9][0-9]{0,8}\n")


class BundleTooNew(BadInput):
    """The bundle was made by a newer program; updating this one helps."""


class NotABundle(BadInput):
    """The file is none, or its first lines are damaged; choosing another helps."""


class BundleGoesElsewhere(BadInput):
    """The bundle goes the other way, or is for or by somebody else; choosing another helps."""


class BundleTooOld(BadInput):
    """The bundle may not be read any more; making a new one helps."""


@dataclass(frozen=True, slots=True)
class Header:
    """What everybody can read of a bundle; keys in hex, times in ms since 1970."""

    kind: str
    recipient: str
    signer: str
    made_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose signature holds: its header and the stream inside."""

    header: Header
    stream: Iterator[bytes]


def new_signing_key() -> bytes:
    """A fresh Ed25519 private key, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def signer_of(signing_key: bytes) -> str:
    """The public half of a signing key, in hex."""
    return _signing(signing_key).public_key().public_bytes_raw().hex()


def recipient_of(private_key: bytes) -> str:
    """The public half of an opening key, in hex."""
    return hpke.public_key_of(private_key).hex()


def is_key(text: object) -> bool:
    """Whether this is a public key in hex, as a header names it."""
    return isinstance(text, str) and _KEY.fullmatch(text) is not None


def seal(
    kind: str, recipient: str, signing_key: bytes, made_ms: int, stream: Iterable[bytes]
) -> Iterator[bytes]:
    """The bytes of a bundle. Raises BadInput for a recipient that is no key."""
    if not is_key(recipient):
        raise BadInput("That is not a key to seal a bundle to.")
    header = Header(kind, recipient, signer_of(signing_key), made_ms, made_ms + LIFE_MS)
    key = media.new_media_key()
    box = hpke.seal_to(bytes.fromhex(recipient), key, _bound(header)).hex()
    fields = {
        "kind": header.kind,
        "recipient": header.recipient,
        "signer": header.signer,
        "made_ms": header.made_ms,
        "until_ms": header.until_ms,
        "box": box,
    }
    lines = MAGIC + json.dumps(fields, separators=(",", ":"), sort_keys=True).encode() + b"\n"
    lines += _signing(signing_key).sign(lines).hex().encode() + b"\n"
    yield lines
    yield from media.seal_chunks(key, hashlib.sha256(lines).digest(), stream)


def open_bundle(
    source: media.Source, private_key: bytes, kind: str, now_ms: int, signer: str = ""
) -> Opened:
    """Check a bundle and open it; the stream raises SealBroken where it was changed or cut.

    `signer`: whose signature it must be, "" where what is inside decides. Raises BadInput for what
    is no bundle, is for somebody else, of another signer or expired; SealBroken for a changed one.
    """
    lines, header, box = _read_head(_head_of(source))
    if header.kind != kind:
        raise BundleGoesElsewhere(
            "That bundle goes the other way; choose the one that was made for here."
        )
    if signer and not same(header.signer.encode(), signer.encode()):
        raise BundleGoesElsewhere(
            "That bundle was not made by your school. Nothing was taken from it."
        )
    if header.recipient != recipient_of(private_key):
        raise BundleGoesElsewhere(
            "That bundle is for another school or device. Nothing was taken from it."
        )
    if now_ms >= header.until_ms:
        raise BundleTooOld("That bundle is too old; make a new one. Nothing in it is lost.")
    key = hpke.open_from(private_key, box, _bound(header))
    part = _Rest(source, len(lines))
    return Opened(header, media.open_chunks(key, hashlib.sha256(lines).digest(), part))


def read_header(source: media.Source) -> Header:
    """The header of a bundle, with its signature checked; raises as `open_bundle` does."""
    return _read_head(_head_of(source))[1]


def _head_of(source: media.Source) -> bytes:
    return source.read_at(0, _MAGIC_LIMIT + HEADER_BYTES_LIMIT + _SIGNATURE_LINE_BYTES)


def _read_head(head: bytes) -> tuple[bytes, Header, bytes]:
    """The three lines, what the header says, and its box; the signature is checked."""
    first = head.find(b"\n", 0, _MAGIC_LIMIT) + 1
    if _NAMED.fullmatch(head[:first]) is None:
        raise NotABundle("That file is not a bundle.")
    if head[:first] != MAGIC:
        raise BundleTooNew("That bundle was made by a newer program. Update this one.")
    second = head.find(b"\n", first, first + HEADER_BYTES_LIMIT) + 1
    third = second + _SIGNATURE_LINE_BYTES
    signature = head[second:third]
    if second <= first or _SIGNATURE.fullmatch(signature) is None:
        raise NotABundle("That bundle's first lines are damaged.")
    header, box = _read_fields(head[first:second])
    try:
        signer = Ed25519PublicKey.from_public_bytes(bytes.fromhex(header.signer))
        signer.verify(bytes.fromhex(signature.decode().strip()), head[:second])
    except (InvalidSignature, ValueError):
        raise SealBroken("That bundle was changed on its way; its signature is wrong.") from None
    return head[:third], header, box


def _read_fields(line: bytes) -> tuple[Header, bytes]:
    broken = NotABundle("That bundle's header cannot be read.")
    try:
        fields = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError):
        raise broken from None
    if not isinstance(fields, dict):
        raise broken
    kind = fields.get("kind")
    recipient, signer = _matched(fields, "recipient", _KEY), _matched(fields, "signer", _KEY)
    box = _matched(fields, "box", _BOX)
    made_ms, until_ms = _time(fields, "made_ms"), _time(fields, "until_ms")
    is_long = not 0 <= until_ms - made_ms <= LIFE_MS
    if kind not in (TO_SCHOOL, TO_DEVICE) or is_long or not all((recipient, signer, box)):
        raise broken
    return Header(kind, recipient, signer, made_ms, until_ms), bytes.fromhex(box)


def _matched(fields: dict[str, object], name: str, pattern: re.Pattern[str]) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) and pattern.fullmatch(value) else ""


def _time(fields: dict[str, object], name: str) -> int:
    value = fields.get(name)
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, int) or not is_whole or not 0 <= value < _TIME_LIMIT_MS:
        raise NotABundle("That bundle's header cannot be read.")
    return value


def _bound(header: Header) -> bytes:
    fields = [
        "portfolio/1/bundle", header.kind, header.recipient, header.signer, header.made_ms,
        header.until_ms,
    ]  # fmt: skip
    return json.dumps(fields, separators=(",", ":")).encode("ascii")


def _signing(signing_key: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(signing_key)


class _Rest:
    """The sealed part of a file: what comes after the first lines."""

    def __init__(self, source: media.Source, offset: int) -> None:
        self._source = source
        self._offset = offset

    def size_bytes(self) -> int:
        return self._source.size_bytes() - self._offset

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return self._source.read_at(self._offset + offset, size_bytes)
