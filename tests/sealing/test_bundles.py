"""The outside of a bundle: signed, sealed to one, for a time; anything changed is seen."""

import json

import pytest

from portfolio_app.errors import BadInput, PortfolioError
from portfolio_app.sealing import bundles, hpke
from portfolio_app.sealing.bundles import LIFE_MS, TO_DEVICE, TO_SCHOOL, BundleTooNew
from portfolio_app.sealing.envelope import SealBroken

MADE_MS = 1_790_000_000_000
OPENING, SIGNING = hpke.new_private_key(), bundles.new_signing_key()
INSIDE = b"words " * 9_000


class Bytes:
    """A bundle in memory."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def size_bytes(self) -> int:
        return len(self.raw)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return self.raw[offset : offset + size_bytes]


def sealed(kind: str = TO_SCHOOL, signing_key: bytes = SIGNING, inside: bytes = INSIDE) -> bytes:
    recipient = bundles.recipient_of(OPENING)
    return b"".join(bundles.seal(kind, recipient, signing_key, MADE_MS, iter([inside])))


def opened(raw: bytes, *, kind: str = TO_SCHOOL, now_ms: int = MADE_MS, signer: str = "") -> bytes:
    return b"".join(bundles.open_bundle(Bytes(raw), OPENING, kind, now_ms, signer).stream)


def test_what_is_sealed_opens_for_its_recipient_and_is_nowhere_in_the_file() -> None:
    raw = sealed()
    assert opened(raw, signer=bundles.signer_of(SIGNING)) == INSIDE
    assert b"words" not in raw
    header = bundles.read_header(Bytes(raw))
    assert (header.kind, header.made_ms, header.until_ms) == (
        TO_SCHOOL, MADE_MS, MADE_MS + LIFE_MS,
    )  # fmt: skip


def test_nobody_else_opens_it() -> None:
    with pytest.raises(BadInput, match="another school or device"):
        bundles.open_bundle(Bytes(sealed()), hpke.new_private_key(), TO_SCHOOL, MADE_MS)


def test_the_wrong_way_another_signer_and_an_old_one_are_refused() -> None:
    with pytest.raises(BadInput, match="other way"):
        opened(sealed(), kind=TO_DEVICE)
    with pytest.raises(BadInput, match="not made by your school"):
        opened(sealed(), signer=bundles.signer_of(bundles.new_signing_key()))
    with pytest.raises(BadInput, match="too old"):
        opened(sealed(), now_ms=MADE_MS + LIFE_MS)
    assert opened(sealed(), now_ms=MADE_MS + LIFE_MS - 1) == INSIDE


def test_a_changed_byte_anywhere_is_seen() -> None:
    raw = sealed(inside=b"short")
    for place in range(len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1
        with pytest.raises(PortfolioError):
            opened(bytes(changed))


def test_a_bundle_cut_or_lengthened_is_seen() -> None:
    raw = sealed(inside=b"short")
    for end in range(len(raw)):
        with pytest.raises(PortfolioError):
            opened(raw[:end])
    with pytest.raises(PortfolioError):
        opened(raw + b"\0")


def test_a_header_signed_anew_does_not_open_the_stream_of_another() -> None:
    """Somebody swaps the first lines for lines of their own: the stream does not fit them."""
    mine, yours = sealed(), sealed(signing_key=bundles.new_signing_key())
    lines = len(b"".join(mine.split(b"\n", 3)[:3])) + 3
    with pytest.raises(SealBroken):
        opened(yours[:lines] + mine[lines:])


def test_a_header_that_promises_too_long_a_life_is_refused() -> None:
    raw = sealed()
    magic, line, _, rest = raw.split(b"\n", 3)
    fields = {**json.loads(line), "until_ms": MADE_MS + LIFE_MS + 1}
    lines = magic + b"\n" + json.dumps(fields).encode() + b"\n"
    signature = bundles._signing(SIGNING).sign(lines).hex().encode()
    with pytest.raises(BadInput, match="header"):
        opened(lines + signature + b"\n" + rest)


def test_a_newer_bundle_asks_for_an_update_and_other_files_are_none() -> None:
    raw = sealed()
    with pytest.raises(BundleTooNew):
        opened(raw.replace(b"bundle/1", b"bundle/2", 1))
    for other in (b"", b"\n" * 9, b"PK\3\4" * 99, raw[1:], b"portfolio-bundle/0\n"):
        with pytest.raises(BadInput):
            opened(other)


def test_a_recipient_that_is_no_key_is_refused() -> None:
    for recipient in ("", "x" * 64, "0" * 64):
        with pytest.raises(BadInput):
            b"".join(bundles.seal(TO_SCHOOL, recipient, SIGNING, MADE_MS, iter([b""])))


@pytest.mark.parametrize("part", ["kind", "recipient", "signer", "made_ms", "until_ms", "box"])
def test_a_header_without_a_part_or_with_nonsense_is_refused(part: str) -> None:
    magic, line, _, rest = sealed().split(b"\n", 3)
    nonsense: tuple[object, ...] = (None, 7.5, "", [], {}, -1, "é", 1 << 60)
    for value in nonsense:
        fields = {**json.loads(line), part: value}
        lines = magic + b"\n" + json.dumps(fields).encode() + b"\n"
        signature = bundles._signing(SIGNING).sign(lines).hex().encode()
        with pytest.raises(PortfolioError):
            opened(lines + signature + b"\n" + rest)
