"""What a school server is started with: one value, made by the wiring and read everywhere.

No secret enters here; the school key has a room of its own.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from portfolio_app.errors import BadInput

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class SchoolSettings:
    """`address` is what people and devices type: scheme, host and port, without a path.

    `file_bytes` the largest single file; `needs_approval` whether a link shows only approved works;
    `more_hosts` other names this server answers to.
    """

    data: Path
    address: str
    language: str = "en"
    file_bytes: int = 200 << 20
    needs_approval: bool = True
    more_hosts: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
            raise BadInput(
                "The school's address must look like https://portfolio.school.example, with a port"
                " if it has one and nothing after it."
            )

    @property
    def is_secure(self) -> bool:
        """Whether people reach it through TLS."""
        return self.address.startswith("https://")

    @property
    def host(self) -> str:
        """The host name in the address, in small letters."""
        return (urlsplit(self.address).hostname or "").lower()

    @property
    def hosts(self) -> frozenset[str]:
        """Every host name this server answers to."""
        loopback = LOOPBACK_NAMES if self.host in LOOPBACK_NAMES else frozenset()
        return frozenset({self.host}) | self.more_hosts | loopback
