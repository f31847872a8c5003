"""A school's own certificate for its own network, and the fingerprint that devices know it by.

docs/formats/wire.md, "On a school's own network". The fingerprint is of the key, not of the
certificate: a renewed one, or one that is over, is the same school. Files stay outside.
"""

from __future__ import annotations

import hashlib
import ipaddress
import re
import unicodedata
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from portfolio_app.errors import BadInput

FINGERPRINT_LENGTH = 20
"""Symbols of 5 bits: 100 bits of SHA-256. Who wants another key with it tries 2^100 keys; whoever
would take any of 100,000 schools, 2^83."""

LIFE_DAYS = 825
RENEW_DAYS = 60
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP = 4
_TYPED_LIMIT = 80
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212_.,]+")
_LOOKALIKES = str.maketrans("OIL", "011")


def new_server_key() -> bytes:
    """A fresh P-256 key as PEM (PKCS #8), unsealed: whoever stores it keeps it to one user."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def new_certificate(key_pem: bytes, host: str, now_ms: int) -> bytes:
    """A certificate of this key for a host name or address, signed by itself, as PEM."""
    key = serialization.load_pem_private_key(key_pem, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise BadInput("That is not the key of a school's own network; make a new one.")
    now = datetime.fromtimestamp(now_ms / 1000, tz=UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Portfolio school")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=LIFE_DAYS))
        .add_extension(x509.SubjectAlternativeName([_general_name(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM)


def is_nearly_over(certificate_pem: bytes, host: str, now_ms: int) -> bool:
    """Whether a certificate should be made anew: over soon, for another host, or unreadable."""
    try:
        found = x509.load_pem_x509_certificate(certificate_pem)
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (ValueError, x509.ExtensionNotFound):
        return True
    until = datetime.fromtimestamp(now_ms / 1000, tz=UTC) + timedelta(days=RENEW_DAYS)
    return found.not_valid_after_utc < until or _general_name(host) not in names


def fingerprint_of(certificate_der: bytes) -> str:
    """The 20 symbols of a certificate's public key; BadInput for what is no certificate."""
    try:
        key = x509.load_der_x509_certificate(certificate_der).public_key()
    except (ValueError, UnsupportedAlgorithm):
        raise BadInput("That certificate cannot be read.") from None
    return _fingerprint(
        key.public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )


def fingerprint_of_key(key_pem: bytes) -> str:
    """The 20 symbols of a server key's public half."""
    public = serialization.load_pem_private_key(key_pem, None).public_key()
    return _fingerprint(
        public.public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )


def read_fingerprint(typed: str) -> str:
    """A fingerprint however it was spaced, dashed or cased; "" for what is none.

    O counts as 0, I and L as 1.
    """
    plain = unicodedata.normalize("NFKC", typed[:_TYPED_LIMIT]).upper()
    symbols = _BETWEEN.sub("", plain).translate(_LOOKALIKES)
    is_one = len(symbols) == FINGERPRINT_LENGTH and not set(symbols) - set(_SYMBOLS)
    return symbols if is_one else ""


def shown_fingerprint(fingerprint: str) -> str:
    """In groups of four, to be read and typed."""
    starts = range(0, len(fingerprint), _GROUP)
    return "-".join(fingerprint[start : start + _GROUP] for start in starts)


def _fingerprint(public_der: bytes) -> str:
    number = int.from_bytes(hashlib.sha256(public_der).digest(), "big") >> (
        8 * hashlib.sha256().digest_size - 5 * FINGERPRINT_LENGTH
    )
    places = range(5 * (FINGERPRINT_LENGTH - 1), -1, -5)
    return "".join(_SYMBOLS[number >> place & 31] for place in places)


def _general_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
