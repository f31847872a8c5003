"""A school on its own network, without internet: its key, its certificate, and its address there.

The key stays for ever, because devices know the school by it; the certificate around it is made
anew when it is nearly over. Both are files for this user's eyes, like the school key beside them.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from portfolio_app.errors import BadInput, NotFound, StorageFull
from portfolio_app.school.database import facts
from portfolio_app.school.database.engine import Database
from portfolio_app.sealing import certificates

KEY_NAME = "lan.key"
CERTIFICATE_NAME = "lan.crt"
DEFAULT_PORT = 8443


@dataclass(frozen=True, slots=True)
class OwnNetwork:
    """Where the school listens on its own network, and the files that TLS needs."""

    host: str
    port: int
    address: str
    certificate: Path
    key: Path


def set_up(database: Database, data: Path, place: str, now_ms: int) -> OwnNetwork:
    """Make what is missing, for an address such as `192.168.1.20:8443`; keep it for the cards.

    Raises BadInput for what is no address, StorageFull.
    """
    host, port = _place(place)
    key = data / KEY_NAME
    if not key.exists():
        _write(key, certificates.new_server_key())
    shown = f"[{host}]" if ":" in host else host
    fingerprint = certificates.fingerprint_of_key(key.read_bytes())
    address = f"https://{shown}:{port}#{fingerprint}"
    database.write(lambda transaction: facts.tell(transaction, facts.LAN, address))
    return renewed(database, data, now_ms)


def renewed(database: Database, data: Path, now_ms: int) -> OwnNetwork:
    """The network that was set up, its certificate made anew if it is nearly over.

    Raises NotFound where none was set up.
    """
    address = database.read(lambda transaction: facts.fact(transaction, facts.LAN))
    key, certificate = data / KEY_NAME, data / CERTIFICATE_NAME
    if not address or not key.exists():
        raise NotFound(
            "This school has no address on its own network yet. Give it one: "
            "portfolio school lan-certificate --data DIR HOST:PORT"
        )
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or DEFAULT_PORT
    if certificates.fingerprint_of_key(key.read_bytes()) != parts.fragment:
        raise BadInput(
            "The file lan.key is not the key on the class cards; put the right one back."
        )
    old = certificate.read_bytes() if certificate.exists() else b""
    if certificates.is_nearly_over(old, host, now_ms):
        _write(certificate, certificates.new_certificate(key.read_bytes(), host, now_ms))
    return OwnNetwork(host, port, address, certificate, key)


def _place(text: str) -> tuple[str, int]:
    plain = text.strip().removeprefix("https://").rstrip("/")
    wrong = BadInput("Give the address in the school's own network, such as 192.168.1.20:8443.")
    try:
        parts = urlsplit(f"//{plain}")
        host, port = parts.hostname or "", parts.port or DEFAULT_PORT
    except ValueError:
        raise wrong from None
    if not host or not host.isascii() or parts.path or parts.query or parts.username:
        raise wrong
    return host, port


def _write(path: Path, content: bytes) -> None:
    """Put the file there as a whole, for this user alone."""
    half = path.with_name(path.name + ".new")
    try:
        half.unlink(missing_ok=True)
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError:
        raise StorageFull(f"The file {path.name} could not be written; is there room?") from None
